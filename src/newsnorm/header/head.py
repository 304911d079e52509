"""The head of an article: what every line above the body is, by its position and its neighbours.

The lines down to the first paragraphs are read one by one (`line.py`); then the headline is chosen
(`title.py`), then of all that could be bylines, dates and datelines those that belong to it. A line
that nothing names stays as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from newsnorm import names
from newsnorm.byline import people_in
from newsnorm.dateline import Parts, dateline_parts
from newsnorm.header.line import CUED, byline_rule, caption_line, header_line
from newsnorm.header.title import title
from newsnorm.model import Block, Hints, Kind
from newsnorm.shape import ends_like_sentence, is_prose, words

LINES = 160  # a head is over by then, with all menus above it
SHORT = 300  # a longer line is no header line
PARAGRAPH = 400  # a line of this length is body, whatever follows
ABOVE = 3  # bylines and dates stand so many lines above the headline
UNDER = 2  # so many lines that nothing names may stand between the headline and a name that nothing announces
UNANNOUNCED = 9
BESIDE = 2  # a bare name stands so close to the date
AHEAD = 6  # so far behind its first paragraph a byline or a date shows that it is a deck
LEAD = 2000  # code points of the body in which its subjects are named
NAMES = 12  # lines of names below a lone cue
LEADS = 8  # so many lines below the first paragraph, key points and captions, a dateline may open the lead
DATES = frozenset({Kind.PUBLISHED, Kind.UPDATED})
CRUMB_SEPARATORS = (" / ", " > ", " » ", " › ", " | ")
KICKER_WORDS = 4
DECK_WORDS, DECK_LINES = 6, 2
SENTENCE = 24  # a sentence has more code points


def head(text: str, blocks: list[Block], hints: Hints | None = None) -> list[Block]:
    r"""Blocks with the lines above the body as the parts of a head that they are.

    Blocks of the kind PARAGRAPH are open, all others stay; an open block may be divided, none is lost.

    >>> text = "Storm hits coast\nBy Ann Lee\nThe storm hit the coast on Monday, officials in the city said.\n"
    >>> lines = [Block(0, 17, Kind.PARAGRAPH, ""), Block(17, 28, Kind.PARAGRAPH, ""), Block(28, 91, Kind.PARAGRAPH, "")]
    >>> [block.kind.value for block in head(text, lines)]
    ['headline', 'byline', 'paragraph']
    """
    return _Head(text, blocks, hints).settled()


class _Head:
    """The lines of one head while it is settled; ``parts`` is what each of them became."""

    def __init__(self, text: str, blocks: list[Block], hints: Hints | None) -> None:
        self.text, self.blocks, self.hints = text, blocks, hints
        self.at = [i for i, block in enumerate(blocks[: 2 * LINES]) if block.kind is not Kind.BLANK][:LINES]
        self.lines = [blocks[i] for i in self.at]
        self.parts: dict[int, tuple[Block, ...]] = {}
        self.body = self._body()

    def settled(self) -> list[Block]:
        headline = self._title()
        below = -1 if headline is None else headline
        self._bylines(below)
        self._dates(below)
        self._dateline(below)
        if headline is not None:
            self._around(headline)
        return self._blocks()

    def _read(self, i: int) -> bool:
        """Read one line as a header line; whether it is one that opens no body."""
        if i in self.parts or i >= len(self.lines) or self.lines[i].kind is not Kind.PARAGRAPH:
            return i in self.parts
        line = self.lines[i]
        parts = header_line(self.text, line.start, line.end) if line.end - line.start < SHORT else ()
        if parts and not self._opens(i):
            self.parts[i] = parts
        return i in self.parts

    def _blocks(self) -> list[Block]:
        settled: list[Block] = []
        parts = {self.at[i]: parts for i, parts in self.parts.items()}
        for i, block in enumerate(self.blocks):
            settled += parts.get(i, (block,))
        return settled

    def _is_open(self, i: int) -> bool:
        return self.lines[i].kind is Kind.PARAGRAPH and i not in self.parts

    def _line(self, i: int) -> str:
        return self.text[self.lines[i].start : self.lines[i].end].strip()

    def _name(self, i: int, kind: Kind, rule: str) -> None:
        self.parts[i] = (self.lines[i]._replace(kind=kind, rule=rule),)

    def _kinds(self, i: int) -> set[Kind]:
        return {part.kind for part in self.parts.get(i, ())}

    def _body(self) -> int:
        """Read the lines down to the body; it begins with a dateline, a very long line, or two paragraphs in a row."""
        i = 0
        while i < len(self.lines):
            if self.lines[i].kind is not Kind.PARAGRAPH or not self._begins_body(i):
                self._read(i)
                i += 1
            elif (mark := self._mark_below(i)) is None:
                return i
            else:
                i = mark + 1
        return i

    def _mark_below(self, i: int) -> int | None:
        """The line of a byline or a date right below a paragraph, which shows that it is a deck."""
        found = dateline_parts(self.text, self.lines[i].start, self.lines[i].end)
        if found and found.rule == "dateline.line":
            return None
        return next((j for j in range(i + 1, i + 1 + AHEAD) if self._is_mark(j)), None)

    def _begins_body(self, i: int) -> bool:
        line = self._line(i)
        if self._opens(i):
            return True
        return len(line) > SENTENCE and is_prose(line) and "©" not in line and (len(line) >= PARAGRAPH or self._prose_follows(i))

    def _is_mark(self, i: int) -> bool:
        """A byline with its cue or a date: what stands above it is no body yet."""
        if not self._read(i):
            return False
        rules = {part.rule for part in self.parts[i]}
        return bool(self._kinds(i) & DATES and "date.relative" not in rules or rules & (CUED | {"byline.cue-alone"}))

    def _opens(self, i: int) -> bool:
        return dateline_parts(self.text, self.lines[i].start, self.lines[i].end) is not None

    def _prose_follows(self, i: int) -> bool:
        if i + 1 == len(self.lines):
            return True
        line = self._line(i + 1)
        return self.lines[i + 1].kind is Kind.PARAGRAPH and is_prose(line) and line != self._line(i)

    def _title(self) -> int | None:
        """The headline: the line that the caller knows, else the one that looks most like one."""
        wanted = self.hints.headline if self.hints else None
        known = [i for i in range(len(self.lines)) if wanted and self._line(i) == wanted]
        marks = [i for i in sorted(self.parts) if self._kinds(i) & (DATES | {Kind.BYLINE})]
        lines = {i: self._line(i) for i in range(self.body) if self._is_open(i)}
        best = known[0] if known else title(lines, marks, self._first_paragraphs())
        if best is not None:
            self._name(best, Kind.HEADLINE, "headline.hint" if known else "headline.points")
        return best

    def _first_paragraphs(self) -> list[str]:
        """The body's first paragraphs, as far as lines are read at all."""
        long = (line for i in range(len(self.lines)) if len(line := self._line(i)) >= 100 and is_prose(line))
        return list(islice(long, 4))

    def _bylines(self, headline: int) -> None:
        """Keep the byline that is best announced; a name that nothing announces stays only beside it."""
        first, last = max(0, headline - ABOVE), min(self.body + 1, len(self.lines))
        self._continue_cues(first, last)
        self._beside_dates(first, last)
        ranked = sorted((self._rank(i, headline), i) for i in range(first, last) if Kind.BYLINE in self._kinds(i))
        best = ranked[0] if ranked and ranked[0][0] < UNANNOUNCED else None
        if best:
            self._extend(best[1])
        for i in list(self.parts):
            if Kind.BYLINE in self._kinds(i) and not self._stays(i, best):
                self._unname(i)

    def _rank(self, i: int, headline: int) -> int:
        """How well a byline is announced: by a cue, by a date on its line or beside it, by the headline or the body."""
        if {part.rule for part in self.parts[i]} & CUED:
            return 0 if i > headline else 1
        if self._kinds(i) & DATES:
            return 2 if i > headline else 6
        if self._has_date_beside(i) and not self._is_credit(i + 1):
            return 3 if i > headline else 7
        if self._is_credit(i + 1) or self._is_subject(i):
            return UNANNOUNCED
        between = [j for j in range(headline + 1, i) if self._is_open(j)]
        if i > headline and len(between) <= UNDER:
            return 4
        return 5 if i + 1 == self.body or i == headline - 1 else UNANNOUNCED

    def _is_credit(self, i: int) -> bool:
        """What stands above a credit is a caption, though it be a name."""
        return i < len(self.lines) and self._is_open(i) and bool(caption_line(self.text, self.lines[i].start, self.lines[i].end))

    def _extend(self, i: int) -> None:
        """Names on the lines right below a byline belong to it."""
        last = i
        while last + 1 < self.body and self.at[last + 1] == self.at[last] + 1 and self._is_name(last + 1):
            last += 1
        if last > i and len(self.parts[i]) == 1:
            whole = self.parts[i][0]._replace(end=self.lines[last].end)
            self.parts |= dict.fromkeys(range(i + 1, last + 1), ())
            self.parts[i] = (whole,)

    def _is_name(self, i: int) -> bool:
        """Another name, not the same again."""
        if i in self.parts and [part.kind for part in self.parts[i]] != [Kind.BYLINE]:
            return False
        given = names.is_given_name(self._line(i).partition(" ")[0])
        return given and self._reads_as_names(i) and self._line(i) != self._line(i - 1)

    def _has_date_beside(self, i: int) -> bool:
        return any(self._kinds(j) & DATES for j in range(i - BESIDE, i + BESIDE + 1))

    def _stays(self, i: int, best: tuple[int, int] | None) -> bool:
        """The best byline stays, and what says the same; others only where they are announced as well and follow it."""
        if best is None:
            return False
        rules = {part.rule for part in self.parts[i]}
        return i == best[1] or (i > best[1] and (bool(rules & CUED) or self._names(i) <= self._names(best[1])))

    def _names(self, i: int) -> set[str]:
        spans = [(part.start, part.end) for part in self.parts[i] if part.kind is Kind.BYLINE]
        return {author.name for start, end in spans for author in people_in(self.text, start, end)[0].authors}

    def _unname(self, i: int) -> None:
        """A line that is no byline after all: its date stays, a line of its own is open again."""
        if self._kinds(i) & DATES:
            self.parts[i] = tuple(
                part._replace(kind=Kind.CHROME, rule="chrome.furniture.header") if part.kind is Kind.BYLINE else part
                for part in self.parts[i]
            )
        else:
            del self.parts[i]

    def _is_subject(self, i: int) -> bool:
        """The article is about the one that is named: the surname comes in its body."""
        begin = self.lines[self.body].start if self.body < len(self.lines) else len(self.text)
        return any(
            re.search(rf"\b{re.escape(name.split()[-1])}\b", self.text[begin : begin + LEAD]) for name in self._names(i)
        )

    def _continue_cues(self, first: int, last: int) -> None:
        """`By` alone on its line: the lines right below it are names, as far as they can be."""
        for i in range(first, last):
            if not any(part.rule == "byline.cue-alone" for part in self.parts.get(i, ())):
                continue
            below = list(takewhile(self._continues, range(i + 1, min(i + 1 + NAMES, len(self.lines)))))
            if not below:
                del self.parts[i]
                continue
            touching = [j for j in below if self.at[j] - self.at[i] == j - i] or below[:1]
            start = i if touching[0] == i + 1 and self.at[i + 1] - self.at[i] == 1 else touching[0]
            self.parts[i] = (self.lines[i]._replace(kind=Kind.CHROME, rule="chrome.furniture.cue"),)
            self.parts |= dict.fromkeys(touching, ())
            whole = self.lines[start]._replace(end=self.lines[touching[-1]].end, kind=Kind.BYLINE, rule="byline.cue")
            self.parts[start] = (whole,)

    def _continues(self, i: int) -> bool:
        """A line below a lone cue: names, announced by the cue or by a comma at the end of the line above."""
        if not self._is_open(i) and Kind.BYLINE not in self._kinds(i):
            return False
        line = self._line(i)
        announced = any(part.rule == "byline.cue-alone" for part in self.parts.get(i - 1, ())) or self._line(i - 1)[-1] in ",&"
        return len(line) <= 100 and (bool(names.people(line, cued=True).authors) if announced else self._reads_as_names(i))

    def _beside_dates(self, first: int, last: int) -> None:
        """A line of names beside a date is a byline, whatever the given names are."""
        dated = [i for i in range(first, last) if self._kinds(i) & DATES or (i == self.body and self._opens(i))]
        for j in sorted({j for i in dated for j in range(i - BESIDE, i + BESIDE + 1) if first <= j < last}):
            if self._is_open(j) and self._reads_as_names(j) and len(self._line(j)) < 80:
                self._name(j, Kind.BYLINE, "byline.beside-date")

    def _reads_as_names(self, i: int) -> bool:
        if not self._is_open(i) and Kind.BYLINE not in self._kinds(i):
            return False
        start, line = self.lines[i].start, self._line(i)
        start = self.text.index(line, start)
        return len(line) <= 100 and byline_rule(self.text, start, start + len(line), dated=True) is not None

    def _dates(self, headline: int) -> None:
        """The dates below the headline count; above it they do where none follows."""
        dated = [i for i in self.parts if self._kinds(i) & DATES]
        near = [i for i in dated if i > headline] or [i for i in dated if i >= headline - ABOVE]
        absolute = any(part.rule != "date.relative" for i in near for part in self.parts[i] if part.kind in DATES)
        for i in dated:
            self.parts[i] = tuple(
                part._replace(kind=Kind.CHROME, rule="chrome.furniture.date")
                if part.kind in DATES and (i not in near or (absolute and part.rule == "date.relative"))
                else part
                for part in self.parts[i]
            )

    def _around(self, headline: int) -> None:
        """Name the open lines around the headline: path, title of the page, kicker, captions, alt text, deck, roles."""
        text = self._line(headline)
        for i in range(min(self.body, len(self.lines))):
            if not self._is_open(i):
                continue
            line = self._line(i)
            if any(line.count(separator) >= 2 for separator in CRUMB_SEPARATORS) and len(line) < SHORT:
                self._name(i, Kind.SECTION, "section.breadcrumb")
            elif line.startswith(text):
                self._name(i, Kind.CHROME, "chrome.nav.title")
            elif parts := caption_line(self.text, self.lines[i].start, self.lines[i].end):
                self.parts[i] = parts
            elif i == headline - 1 and words(line) <= KICKER_WORDS and line.isupper() and not ends_like_sentence(line):
                self._name(i, Kind.KICKER, "kicker.capitals")
        self._alt_text(headline)
        self._roles()
        self._deck(headline)

    def _alt_text(self, headline: int) -> None:
        for i in range(headline + 1, self.body):
            below = self._kinds(i + 1)
            if self._is_open(i) and below & {Kind.CREDIT, Kind.CAPTION} and self._line(i).islower():
                self._name(i, Kind.ALT_TEXT, "alt-text.lower-case")

    def _roles(self) -> None:
        """What stands under a name and is a role is a note on the author."""
        for i in [i for i in self.parts if Kind.BYLINE in self._kinds(i)]:
            if i + 1 < len(self.lines) and self._is_open(i + 1) and names.is_role(self._line(i + 1)):
                self._name(i + 1, Kind.AUTHOR_NOTE, "author-note.role")

    def _deck(self, headline: int) -> None:
        """What stands between the headline and a byline or a date, and says something, is the deck."""
        marks = [i for i in self.parts if i > headline and self._kinds(i) & (DATES | {Kind.BYLINE})]
        if not marks:
            return
        between = [i for i in range(headline + 1, min(marks)) if self._is_open(i) and words(self._line(i)) >= DECK_WORDS]
        for i in between[:DECK_LINES]:
            self._name(i, Kind.DECK, "deck.above-byline")

    def _dateline(self, headline: int) -> None:
        """The first dateline below the headline, apart from its paragraph."""
        for i in range(headline + 1, min(self.body + LEADS, len(self.lines))):
            line = self.lines[i]
            if self._is_open(i) and (found := dateline_parts(self.text, line.start, line.end)):
                self.parts[i] = tuple(self._dateline_parts(line, found))
                return

    def _dateline_parts(self, line: Block, found: Parts) -> Iterator[Block]:
        """The dateline, who filed the story where it says so (`【ソウル＝姓名】`), and the rest of the line."""
        end = found.end if self.text[found.end : line.end].strip() else line.end
        by = end if found.by is None else found.by
        yield Block(line.start, by, Kind.DATELINE, found.rule)
        if by < end:
            yield Block(by, end, Kind.BYLINE, "byline.dateline")
        if end < line.end:
            yield line._replace(start=end)
