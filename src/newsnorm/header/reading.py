"""The lines of one head while it is settled: what each of them may be, and where the body begins.

Only reading is done here; which of several bylines or dates counts is decided by who asks.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from newsnorm.byline import people_in
from newsnorm.dateline import Parts, dateline_parts, may_open
from newsnorm.header.line import caption_line, read_line
from newsnorm.header.named import ALONE, CUED, presents
from newsnorm.label import PROSE
from newsnorm.lazy import part
from newsnorm.model import Block, Kind

OPEN, BLANK = Kind.PARAGRAPH, Kind.BLANK
LINES = 160  # a head is over by then, with all menus above it
LONGEST = 300  # a longer line is no header line
PARAGRAPH = 400  # a line of this length is body, whatever follows
SENTENCE = 24  # a sentence has more code points
TELLING = 3  # so many paragraphs tell it
TOLD = 80  # a paragraph of this length tells what the article is about
MARK = 160  # a longer line below a paragraph is none that announces an article
FILED = 30  # a dateline with the beginning of its sentence is longer
CLOSERS = frozenset("-–—:_0123456789】")
NEXT = 2  # so far behind a paragraph right below a byline or a date another one belongs to the head
AHEAD = 6  # so far behind its first paragraph a byline or a date shows that it is a deck
DATES = frozenset({Kind.PUBLISHED, Kind.UPDATED})
BYLINES = frozenset({Kind.BYLINE})
MARKS = DATES | BYLINES
STEPS = ("/ ", " > ", " » ", " › ", " | ")  # what parts the steps of a path


class Reading:
    """The lines above the body and the first ones of it.

    ``texts`` are the lines without the white space around them, ``parts`` is what a line became, ``body``
    the index of the line where the body begins. A line of the kind PARAGRAPH that nothing named yet is open.
    """

    def __init__(self, text: str, blocks: list[Block], begins: int = 0) -> None:
        self.text, self.blocks = text, blocks
        self.at = [i for i, block in enumerate(blocks[: 2 * LINES]) if block[2] is not BLANK][:LINES]
        self.lines = [blocks[i] for i in self.at]
        self.texts = [text[start:end].strip() for start, end, _, _ in self.lines]
        self.parts: dict[int, tuple[Block, ...]] = {}
        self._authors: dict[int, frozenset[str]] = {}
        self._datelines: dict[int, Parts | None] = {}
        self.begins = begins
        self.body = self._body()

    @property
    def settled(self) -> list[Block]:
        """All blocks, with what the lines became."""
        if not self.parts:
            return self.blocks
        parts = {self.at[i]: parts for i, parts in self.parts.items()}
        last = max(parts)
        head = [part for i, block in enumerate(self.blocks[: last + 1]) for part in parts.get(i, (block,))]
        return head + self.blocks[last + 1 :]

    @part
    def first_paragraphs(self) -> str:
        """The beginning of the body, as far as lines are read at all."""
        first = self.body if self.body < len(self.lines) else 0
        pairs = zip(self.texts[first:], self.lines[first:], strict=True)
        long = (line for line, block in pairs if len(line) >= TOLD and block[3] == PROSE)
        return " ".join(islice(long, TELLING))

    @part
    def paths(self) -> frozenset[int]:
        """The lines above the body that are the way to the page: `Home / World / Storms`."""
        lines = self.texts[: self.body]
        above = "\n".join(lines)
        found = [sign for sign in STEPS if above.count(sign) > 1]
        return frozenset(
            [i for sign in found for i, line in enumerate(lines) if line.count(sign) > 1 and len(line) < LONGEST]
        )

    def is_prose(self, i: int) -> bool:
        """Whether the line is running text, and no rule named it."""
        return self.lines[i][3] == PROSE

    @property
    def open_above(self) -> list[tuple[int, str]]:
        """The lines above the body that nothing named yet."""
        parts, lines = self.parts, self.lines
        return [(i, line) for i, line in enumerate(self.texts[: self.body]) if i not in parts and lines[i][2] is OPEN]

    def is_open(self, i: int) -> bool:
        """Whether nothing named the line yet."""
        return i not in self.parts and self.lines[i][2] is OPEN

    def those(self, kinds: frozenset[Kind]) -> list[int]:
        """The lines that became one of these kinds, or of which a part did, from the first on."""
        found = [i for i, parts in self.parts.items() for part in parts if part[2] in kinds]
        return sorted(set(found)) if len(found) > 1 else found

    def has(self, i: int, kinds: frozenset[Kind]) -> bool:
        """Whether a line became one of these kinds, or a part of it did."""
        return i in self.parts and any(part[2] in kinds for part in self.parts[i])

    def rules(self, i: int) -> set[str]:
        """The rules that named the parts of a line."""
        return {part[3] for part in self.parts.get(i, ())}

    def authors(self, i: int) -> frozenset[str]:
        """The authors that a line names."""
        if i not in self._authors:
            spans = [part[:2] for part in self.parts.get(i, ()) if part[2] is Kind.BYLINE]
            found = [people_in(self.text, start, end)[0] for start, end in spans]
            self._authors[i] = frozenset([author.name for people in found for author in people.authors])
        return self._authors[i]

    def name(self, i: int, kind: Kind, rule: str, authors: frozenset[str] | None = None) -> None:
        """Name a whole line; ``authors`` are those that it names, where they are known."""
        if authors is not None:
            self._authors[i] = authors
        start, end, _, _ = self.lines[i]
        self.parts[i] = (Block(start, end, kind, rule),)

    def rename(self, i: int, which: Callable[[Block], bool], kind: Kind, rule: str) -> None:
        """Give those of the parts of a line that ``which`` tells another kind and rule."""
        self.parts[i] = tuple(part._replace(kind=kind, rule=rule) if which(part) else part for part in self.parts[i])

    def unname(self, i: int) -> None:
        """Open a line again, and those that were merged with it."""
        del self.parts[i]
        while self.parts.get(i + 1) == ():
            i += 1
            del self.parts[i]

    def touches(self, i: int) -> bool:
        """No blank line stands between a line and the one above it."""
        return self.at[i] == self.at[i - 1] + 1

    def merge(self, first: int, last: int, kind: Kind, rule: str) -> None:
        """Make one block of lines that touch."""
        self.parts |= dict.fromkeys(range(first, last + 1), ())
        self._authors.pop(first, None)
        self.parts[first] = (Block(self.lines[first].start, self.lines[last].end, kind, rule),)

    def dateline(self, i: int) -> Parts | None:
        """The dateline that a line begins with: a short line has one only where it ends like one."""
        if i not in self._datelines:
            line, (start, end, _, _) = self.texts[i], self.lines[i]
            could = (len(line) >= FILED or line[-1] in CLOSERS) and may_open(line)
            self._datelines[i] = dateline_parts(self.text, start, end) if could else None
        return self._datelines[i]

    def is_credit(self, i: int) -> bool:
        """Whether the line carries the credit of a picture."""
        return i < len(self.lines) and self.is_open(i) and len(self.texts[i]) < LONGEST and bool(self.caption(i))

    def caption(self, i: int) -> tuple[Block, ...]:
        """The caption and the credit that a line is; () where it carries none."""
        start, end, _, _ = self.lines[i]
        return caption_line(self.text, start, end)

    def _read(self, i: int) -> bool:
        """Read one line as a header line; whether it is one."""
        if i in self.parts:
            return True
        start, end, kind, _ = self.lines[i]
        if kind is not OPEN:
            return False
        parts, authors = read_line(self.text, start, end, self.texts[i])
        if not parts or (parts[0][2] not in DATES and self.dateline(i)):
            return False
        self.parts[i], self._authors[i] = parts, authors
        return True

    def _body(self) -> int:
        """Read the lines down to the body; it begins with a dateline, a very long line, or two paragraphs in a row."""
        i = 0
        while i < len(self.lines):
            if self.lines[i][2] is OPEN and self._begins_body(i):
                mark = self._mark_below(i)
                if mark is None or (mark > i + NEXT and self.has(i - 1, MARKS)):
                    return i
                i = mark
            i += 1
        return i

    def _begins_body(self, i: int) -> bool:
        """Whether a line may be the first of the body; a line that is not is read as a header line."""
        tells = (
            self.is_prose(i)
            and self.lines[i][0] >= self.begins
            and self._tells(i)
            and not (self._is_dates(i) or presents(self.texts[i]))
        )
        if tells or self.dateline(i):
            return True
        self._read(i)
        return False

    def _is_dates(self, i: int) -> bool:
        """Names and dates, though they end like a sentence: `By … | PUBLISHED: … at 1:49 p.m. | UPDATED: … p.m.`."""
        start, end, _, _ = self.lines[i]
        parts = read_line(self.text, start, end, self.texts[i]).parts if len(self.texts[i]) <= MARK else ()
        return any(part[2] in DATES for part in parts) and all(part[2] in MARKS for part in parts)

    def _tells(self, i: int) -> bool:
        """A very long line, or one of two different paragraphs in a row."""
        line = self.texts[i]
        if len(line) < SENTENCE or "©" in line:
            return False
        return (
            len(line) >= PARAGRAPH or i + 1 == len(self.lines) or (self.is_prose(i + 1) and self.texts[i + 1] != line)
        )

    def _mark_below(self, i: int) -> int | None:
        """The line of a byline or a date right below a paragraph, which shows that it is a deck."""
        if self.dateline(i) and not self.is_prose(i):
            return None
        last = min(i + AHEAD, len(self.lines) - 1)
        if self.dateline(i):
            last = next((j for j in range(i + 1, last + 1) if self.is_prose(j)), last + 1) - 1
        return next((j for j in range(i + 1, last + 1) if self._is_mark(j)), None)

    def _is_mark(self, i: int) -> bool:
        """A byline with its cue or a date: what stands above it is no body yet."""
        if len(self.texts[i]) > MARK or not self._read(i):
            return False
        rules = self.rules(i)
        return bool(rules & (CUED | {ALONE})) or (self.has(i, DATES) and "date.relative" not in rules)
