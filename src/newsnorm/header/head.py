"""The head of an article: what every line above the body is, by its position and its neighbours.

The lines are read (`reading.py`), the headline is chosen (`title.py`), then of all that could be
bylines (`authors.py`), dates and datelines those that belong to it; at last the lines around it are
named. A line that nothing names stays as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsnorm import names, tables
from newsnorm.dateline import Parts, written
from newsnorm.header.authors import ABOVE, bylines
from newsnorm.header.hints import known_headline, name_known, prefer_day
from newsnorm.header.mail import subject
from newsnorm.header.named import CUED
from newsnorm.header.reading import BYLINES, DATES, MARKS, Reading
from newsnorm.header.title import REACH, title
from newsnorm.label import without_mark
from newsnorm.model import Block, Dateline, Hints, Kind
from newsnorm.names.lexicon import is_furniture
from newsnorm.patterns import pattern
from newsnorm.shape import ends_like_sentence, words

LEADS, PARAGRAPHS = 8, 4  # so many lines, or paragraphs, from the body's first on a dateline may open the lead
FIRST_STEP = pattern(r"\s?[/>»›|]\s")
BEHIND_BAR = pattern(r"(?:\s{1,3}\|\s{1,3}[^|\s][^|]{1,40}){1,3}$")
BEHIND_DASH = pattern(r"\s[–—-]\s(?:[^\s–—|-]{2,24}(?:\s|$)){1,5}$")
ARROWS = frozenset(">»›")  # these part nothing but sections
POSITION = pattern(  # who stands where in a picture
    r"\((?:l|r|li|re|left|right|cent(?:er|re)|links|rechts|Mitte|gauche|droite|izq|der|sinistra|destra)\.?\)"
    r"|,\s(?:left|right|cent(?:er|re)),",
    re.IGNORECASE,
)
MOST = 20  # words of a headline that is all of a text
STOP_INSIDE = pattern(r"[^\W\d_A-Z]{3}[.!?…]\s")
SHORT_CUE = 24  # code points of a cue alone on its line
TOLD = 5  # words that no section has
KICKER_WORDS = 4
DECK_WORDS, DECK_LINES = 6, 2
CAPTIONS = frozenset({Kind.CREDIT, Kind.CAPTION})


class Head(NamedTuple):
    """All blocks of a text, those of its head named, and what its dateline says."""

    blocks: list[Block]
    dateline: Dateline | None


def head(text: str, blocks: list[Block], hints: Hints | None = None, begins: int = 0) -> Head:
    r"""Blocks with the lines above the body as the parts of a head that they are.

    Blocks of the kind PARAGRAPH are open, all others stay; an open block may be divided, none is lost.
    ``begins`` is where the body can begin at the earliest, but for a line with a dateline.

    >>> text = "Storm hits coast\nBy Ann Lee\nThe storm hit the coast on Monday, officials in the city said.\n"
    >>> from newsnorm.label import label
    >>> from newsnorm.rules import default
    >>> [block.kind.value for block in head(text, label(text, default())).blocks]
    ['headline', 'byline', 'paragraph']
    """
    reading = Reading(text, blocks, begins)
    headline = _headline(reading, hints)
    below = -1 if headline is None else headline
    if hints:
        name_known(reading, hints, below)
    bylines(reading, below)
    _dates(reading, below)
    if hints:
        prefer_day(reading, hints)
    dateline = _dateline(reading, below)
    if headline is not None:
        _around(reading, headline)
        if reading.parts[headline][0].kind is Kind.HEADLINE:
            _cut_title(reading, headline)
    return Head(reading.settled, dateline)


def _headline(reading: Reading, hints: Hints | None) -> int | None:
    """Name the headline: the line that the caller knows, else the one that looks most like one."""
    known = known_headline(reading, hints) if hints else None
    if known is not None:
        reading.name(known, Kind.HEADLINE, "headline.hint")
        return known
    if (mailed := subject(reading)) is not None:
        return mailed
    best = title(reading)
    if best is None:
        best = next((i for i, line in reading.open_above if i in reading.paths and _is_told(line)), None)
    if best is None or _is_of_body(reading, best):
        return None
    reading.name(best, Kind.HEADLINE, "headline.points")
    return best


def _is_of_body(reading: Reading, line: int) -> bool:
    """A text of one line, a paragraph above no body, or what stands below the paragraph that opens the text."""
    if len(reading.lines) == 1 and (words(reading.texts[0]) > MOST or STOP_INSIDE.search(reading.texts[0])):
        return True
    if reading.body == len(reading.lines) and reading.is_prose(line):
        return True
    opened = line > 0 and reading.is_prose(0) and 0 not in reading.parts
    near = [mark for mark in reading.those(MARKS) if line < mark < line + REACH]
    return opened and not any(reading.has(mark, DATES) or reading.rules(mark) & CUED for mark in near)


def _dates(reading: Reading, headline: int) -> None:
    """The dates below the headline count; above it they do where none follows. Dates that are counted from today
    count where no other does.
    """
    dated = reading.those(DATES)
    if not dated:
        return
    _announced_above(reading, dated)
    near = [i for i in dated if i > headline] or [i for i in dated if i >= headline - ABOVE]
    if near == dated and not any(part.rule == "date.relative" for i in near for part in reading.parts[i]):
        return
    absolute = any(part.kind in DATES and part.rule != "date.relative" for i in near for part in reading.parts[i])
    for i in dated if absolute else ():
        reading.rename(i, lambda part: part.rule == "date.relative", Kind.CHROME, "chrome.furniture.date")
    for i in set(dated).difference(near):
        reading.rename(i, lambda part: part.kind in DATES, Kind.CHROME, "chrome.furniture.date")


def _announced_above(reading: Reading, dated: list[int]) -> None:
    """`Updated` alone on its line above a date says what the date is, and `Published` does."""
    for i in dated:
        cue = reading.texts[i - 1].lower().rstrip(": ") if i and reading.is_open(i - 1) else ""
        kind = tables.pairs("header_cues.tsv").get(cue) if len(cue) < SHORT_CUE else None
        if kind not in ("updated", "published"):
            continue
        reading.name(i - 1, Kind.CHROME, "chrome.furniture.cue")
        if kind == "updated":
            rule = next((part.rule for part in reading.parts[i] if part.kind is Kind.PUBLISHED), "")
            reading.rename(i, lambda part: part.kind is Kind.PUBLISHED, Kind.UPDATED, rule)


def _dateline(reading: Reading, headline: int) -> Dateline | None:
    """The first dateline below the headline, set apart from its paragraph."""
    told = 0
    for i in range(headline + 1, min(reading.body + LEADS, len(reading.lines))):
        if reading.is_open(i) and (found := reading.dateline(i)):
            reading.parts[i] = tuple(_dateline_parts(reading.text, reading.lines[i], found))
            return written(reading.text, found)
        told += i >= reading.body and reading.is_prose(i)
        if told == PARAGRAPHS:
            break
    return None


def _dateline_parts(text: str, line: Block, found: Parts) -> Iterator[Block]:
    """The dateline, who filed the story where it says so (`【ソウル＝姓名】`), and the rest of the line."""
    end = found.end if text[found.end : line.end].strip() else line.end
    by = end if found.by is None else found.by
    yield Block(line.start, by, Kind.DATELINE, found.rule)
    if by < end:
        yield Block(by, end, Kind.BYLINE, "byline.dateline")
    if end < line.end:
        yield line._replace(start=end)


def _around(reading: Reading, headline: int) -> None:
    """Name the open lines around the headline: path, title of the page, captions, kicker, alt text, roles, deck."""
    title = reading.texts[headline]
    for i, line in reading.open_above:
        if line.startswith(title):
            reading.name(i, Kind.CHROME, "chrome.nav.title")
        elif i in reading.paths:
            _name_path(reading, i, line)
        elif parts := reading.caption(i):
            reading.parts[i] = parts
        elif i == headline - 1 and line.isupper() and words(line) <= KICKER_WORDS and not ends_like_sentence(line):
            reading.name(i, Kind.KICKER, "kicker.capitals")
    for i in [below - 1 for below in reading.those(CAPTIONS)]:
        if headline < i < reading.body and reading.is_open(i):
            if reading.texts[i].islower():
                reading.name(i, Kind.ALT_TEXT, "alt-text.lower-case")
            elif reading.texts[i + 1].startswith(reading.texts[i]):
                reading.name(i, Kind.ALT_TEXT, "alt-text.repeated")
    _kicker(reading, headline)
    _roles(reading)
    _deck(reading, headline)


def _kicker(reading: Reading, headline: int) -> None:
    """`Storm`, a colon on its own line or behind it, and the headline: the title of the page says both in a row."""
    above = headline - 1
    if above < 0 or reading.texts[above][-1] != ":" or not reading.is_open(above):
        return
    place = above - 1 if reading.texts[above] == ":" else above
    if place >= 0 and reading.is_open(place):
        told = reading.texts[place].rstrip(": ")
        if f"{told}: {reading.texts[headline]}" in reading.text:
            reading.name(above, Kind.CHROME, "chrome.furniture.colon")
            reading.name(place, Kind.KICKER, "kicker.colon")


def _name_path(reading: Reading, i: int, line: str) -> None:
    """A path begins with a section; what begins with a sentence or a label is a caption, or the title of the page."""
    labelled = ":" in FIRST_STEP.split(line, 1)[0] and ARROWS.isdisjoint(line)
    if (labelled or _is_told(line)) and (parts := reading.caption(i)):
        reading.parts[i] = parts
    elif (labelled or _is_told(line)) and "|" in line:
        reading.name(i, Kind.CHROME, "chrome.nav.title")
    else:
        reading.name(i, Kind.SECTION, "section.breadcrumb")


def _is_told(path: str) -> bool:
    """It begins with more words than a section has: `Storm hits the coast hard | Nation | Daily Star`."""
    return words(FIRST_STEP.split(path, 1)[0]) >= TOLD and ARROWS.isdisjoint(path)


def _cut_title(reading: Reading, i: int) -> None:
    """`Storm hits coast | Daily Star`: the headline apart from what the title of a page has behind it."""
    line, (start, end, kind, rule) = reading.texts[i], reading.parts[i][0]
    if line[0] == "#":
        reading.parts[i] = without_mark(reading.text, reading.parts[i][0])
        return
    found = BEHIND_BAR.search(line) if "|" in line else BEHIND_DASH.search(line) if line[-1].isalpha() else None
    if found is None or words(line[: found.start()]) < TOLD:
        return
    last = found[0].rpartition("|")[2].strip(" –—-")
    if is_furniture(last.casefold()) or ("|" not in line and "." not in last and f"\n{last}\n" not in reading.text):
        return
    at = reading.text.index(line[0], start) + found.start()
    reading.parts[i] = (Block(start, at, kind, rule), Block(at, end, Kind.CHROME, "chrome.nav.title"))


def _roles(reading: Reading) -> None:
    """What stands under a name and is a role is a note on the author."""
    for i in [byline + 1 for byline in reading.those(BYLINES)]:
        if i < len(reading.lines) and reading.is_open(i) and names.is_role(reading.texts[i]):
            reading.name(i, Kind.AUTHOR_NOTE, "author-note.role")


def _deck(reading: Reading, headline: int) -> None:
    """What stands between the headline and a byline or a date, and says something, is the deck."""
    mark = next((i for i in reading.those(MARKS) if i > headline), headline)
    lines = range(headline + 1, mark)
    between = [i for i in lines if reading.is_open(i) and words(reading.texts[i]) >= DECK_WORDS]
    title = reading.texts[headline]
    for i in between if len(between) <= DECK_LINES else ():
        if title in reading.texts[i]:
            reading.name(i, Kind.CHROME, "chrome.nav.title")
        elif POSITION.search(reading.texts[i]):
            reading.name(i, Kind.CAPTION, "caption.position")
        else:
            reading.name(i, Kind.DECK, "deck.above-byline")
