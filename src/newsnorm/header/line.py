"""Header lines: what one line between the headline and the first paragraph says, in blocks.

A line is asked on its own here; what it is beside its neighbours is decided in `settle`. A line that
says anything else besides is no header line: when unsure, it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsnorm import byline, credit, dates
from newsnorm.header.named import may_name, read_byline
from newsnorm.model import Block, Kind
from newsnorm.patterns import pattern

LONGEST = 300
SHORT, MOST_WORDS = 60, 32  # code points of a line that may be a date without a year; words of the longest header line
LEFTOVER, LISTED = 5, 10  # words that may stand beside a date and mean nothing, `Comment Now!`; with bars more
READING_TIME = pattern(
    r"""\d{1,3}\s?-?\s?(?:min(?:ute)?n?s?\.?|minuti|minutos)\s?(?:read|to\sread|de\slect(?:ure|ura)|di\slettura|Lesezeit)\b
    | (?:Lese(?:zeit|dauer)|Reading\stime|Read\stime|Temps\sde\slecture|Tiempo\sde\slectura)
      \s?:?\s?(?:ca\.\s)?\d{1,3}\s?\w{1,8}\.?
    | \b\d{1,4}\s(?:comments?|Kommentare?)\b | \b\d{1,2}\smin\b""",
    re.VERBOSE | re.IGNORECASE,
)
COUNTED = pattern(
    r"\d\s?-?\s?(?: [mM][iI] | [cC]omm | Komm | (?:m|h|d|hrs?|hours?|days?|weeks?|months?|years?)$ )", re.VERBOSE
)
RELATIVE = pattern(
    r"(?:(?<![^\W_])an?|(?<!\d)\d{1,2})\s?(?:m|h|d|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)(?:\sago\b|$)|vor\s(?:einer|einem|\d{1,2})\s\w{3,8}|il\sy\sa\s\d{1,2}\s\w{3,8}|hace\s\d{1,2}\s\w{3,8}",
    re.IGNORECASE,
)
STOPS = (".", "。", "।", ".”", '."', ".»", ".“")
BARS = pattern(r"\s[|·•]\s")
DIGIT = pattern(r"\d")
YEAR = pattern(r"\d(?: (?<=1)9\d\d | (?<=2)0\d\d | [./-]\s?\d | \s?[年년] | [ ](?:[mhd]|ago) )", re.VERBOSE)
BYLINE, CHROME, PUBLISHED, UPDATED = Kind.BYLINE, Kind.CHROME, Kind.PUBLISHED, Kind.UPDATED
ANNOUNCED: dict[str | None, Kind] = {"updated": UPDATED, "until": CHROME}  # any other date is when it was published
ALPHA = pattern(r"[^\W\d_]{2,}")


class Mark(NamedTuple):
    """From ``start`` on a line is a ``kind``; ``end`` is where that is certain to be over.

    A date with its year or a cue is ``sure``: a few words may stand beside it.
    """

    start: int
    end: int
    kind: Kind
    rule: str
    sure: bool = True


def header_line(text: str, start: int, end: int) -> tuple[Block, ...]:
    """The blocks of one line above the body, that tile it with its line end; () for any other line.

    They are of the kinds BYLINE, PUBLISHED, UPDATED and CHROME (reading times, counters).

    >>> line = "by Ann Lee January 5, 2024 6:46 PM 2 min read"
    >>> [(block.kind.value, line[block.start : block.end]) for block in header_line(line, 0, len(line))]
    [('byline', 'by Ann Lee '), ('published', 'January 5, 2024 6:46 PM '), ('chrome', '2 min read')]
    >>> header_line("By then it had rained for a week.", 0, 33)
    ()
    """
    line = text[start:end].strip()
    return read_line(text, start, end, line).parts if line else ()


class Header(NamedTuple):
    """What a header line says: the blocks that tile it, and the authors that it names."""

    parts: tuple[Block, ...] = ()
    authors: frozenset[str] = frozenset()


NONE = Header()


def read_line(text: str, start: int, end: int, line: str) -> Header:
    """The same, for a ``line`` that is known to be what stands there without the white space around it."""
    if len(line) > LONGEST:
        return NONE
    dated, named = _may_be_dated(line), may_name(line)
    if not dated and not named:  # a few look-ups send nearly all lines away
        return NONE
    begin = text.index(line[0], start)
    stop = begin + len(line)
    if dated and (marks := _marks(text, begin, stop, line)):
        filled, authors = _filled(text, begin, stop, marks)
        return Header(tuple(_tiled(filled, start, end)), authors) if filled else NONE
    found = read_byline(text, begin, stop) if named else None
    return Header((Block(start, end, BYLINE, found.rule),), found.names) if found else NONE


def _may_be_dated(line: str) -> bool:
    """It has a number; a long line a year or a numeric date, and few words: one look tells most lines."""
    if len(line) < SHORT:
        return DIGIT.search(line) is not None or " ago" in line
    return line.count(" ") <= MOST_WORDS and YEAR.search(line) is not None


def caption_line(text: str, start: int, end: int) -> tuple[Block, ...]:
    """CREDIT and CAPTION blocks for a line that carries a credit; () for any other line.

    >>> line = "© ANN LEE / AFPA harbour in the rain"
    >>> [(block.kind.value, line[block.start : block.end]) for block in caption_line(line, 0, len(line))]
    [('credit', '© ANN LEE / AFP'), ('caption', 'A harbour in the rain')]
    """
    parts = credit.credit_parts(text, start, end)
    if parts is None:
        return ()
    credited = text[slice(*parts.credit)] != ""
    marks = [Mark(*parts.outer, Kind.CREDIT, parts.rule)] if credited else []
    if text[slice(*parts.caption)].strip():
        marks.append(Mark(*parts.caption, Kind.CAPTION, "caption.credit" if credited else "caption.label"))
    return tuple(_tiled(sorted(marks), start, end))


def _marks(text: str, begin: int, stop: int, line: str) -> list[Mark]:
    """The dates and counters of a ``line`` that stands at ``text[begin:stop]``."""
    marks: list[Mark] = []
    edge = begin
    for moment in dates.find(text, begin, stop):
        start, announced = byline.announced(text, edge, moment.start)
        sure = moment.value is not None or announced is not None
        rule = "chrome.furniture.until" if announced == "until" else moment.form
        marks.append(Mark(start, moment.end, ANNOUNCED.get(announced, PUBLISHED), rule, sure))
        edge = moment.end
    if _may_count(line):
        marks += _counters(text, begin, stop)
    return _apart(sorted(marks)) if len(marks) > 1 else marks


def _may_count(line: str) -> bool:
    """A word of a reading time, or of a date that is counted from today, stands in it."""
    if "ago" in line or "ead" in line or "Lese" in line or "emp" in line or "vor " in line or "il y" in line:
        return True
    units = "mi" in line or "Mi" in line or "MI" in line or "omm" in line or line[-1] in "mhdrsy"
    return "hace " in line or (units and COUNTED.search(line) is not None)


def _counters(text: str, begin: int, stop: int) -> Iterator[Mark]:
    """Reading times, and dates that are counted from today."""
    for found in READING_TIME.finditer(text, begin, stop):
        yield Mark(*found.span(), CHROME, "chrome.media.reading-time")
    for found in RELATIVE.finditer(text, begin, stop):
        start, announced = byline.announced(text, begin, found.start())
        kind = ANNOUNCED.get(announced, PUBLISHED)
        yield Mark(start, found.end(), kind, "date.relative")


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks in order, without those that overlap one before."""
    apart: list[Mark] = []
    for mark in marks:
        if not apart or mark.start >= apart[-1].end:
            apart.append(mark)
    return apart


def _filled(text: str, begin: int, stop: int, marks: list[Mark]) -> tuple[list[Mark], frozenset[str]]:
    """The marks with what stands between them, and the authors there; no marks where that is more than a few words."""
    authors: frozenset[str] = frozenset()
    if marks[0].start == begin and marks[0].end == stop:
        return marks, authors
    filled: list[Mark] = []
    edge, leftover = begin, 0
    for mark in [*marks, Mark(stop, stop, Kind.BLANK, "")]:
        words = len(ALPHA.findall(text, edge, mark.start)) if edge < mark.start else 0
        if words and (found := read_byline(text, edge, mark.start, dated=True)):
            filled.append(Mark(edge, mark.start, BYLINE, found.rule))
            authors |= found.names
        elif words:
            leftover += words
            filled.append(Mark(edge, mark.start, CHROME, "chrome.furniture.header"))
        filled += [mark] if mark.rule else []
        edge = mark.end
    return (filled, authors) if leftover <= _room(text, begin, stop, marks) else ([], authors)


def _room(text: str, begin: int, stop: int, marks: list[Mark]) -> int:
    """How many words may stand beside the dates of a line and mean nothing; none in a sentence."""
    if not any(mark.sure for mark in marks) or text[marks[-1].end : stop].endswith(STOPS):
        return 0
    return LISTED if BARS.search(text, begin, stop) else LEFTOVER


def _tiled(marks: list[Mark], start: int, end: int) -> list[Block]:
    """The marks as blocks that tile the line: what stands between belongs to the one before."""
    bounds = [start, *(mark.start for mark in marks[1:]), end]
    return [Block(bounds[i], bounds[i + 1], mark.kind, mark.rule) for i, mark in enumerate(marks)]
