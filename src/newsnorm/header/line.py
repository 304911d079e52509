"""Header lines: what one line between the headline and the first paragraph says, in blocks.

A line is asked on its own here; what it is beside its neighbours is decided in `settle`. A line that
says anything else besides is no header line: when unsure, it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsnorm import byline, credit, dates, names
from newsnorm.model import Block, Kind
from newsnorm.patterns import pattern

CUED = frozenset({"byline.cue", "byline.outlet", "byline.hint"})
ALONE, EDITOR = "byline.cue-alone", "byline.editor"
LONGEST = 300
BARE = 100  # a longer line without a cue or a date is no byline
SHORT, MOST_WORDS = 60, 32  # code points of a line that may be a date without a year; words of the longest header line
LEFTOVER, LISTED = (
    5,
    10,
)  # words that may stand beside a date and mean nothing, more in a line with bars: `Comment Now!`
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
COUNTER = pattern(
    r"[aLrRevih](?:(?<=a)go|(?<=L)ese|(?<=[rR])ead|(?<=e)mp(?:s|o)\sde|(?<=v)or\s|(?<=i)l\sy|(?<=h)ace\s)"
)
NEAR = 24  # a counter begins so close to the first of its words that is looked for
RELATIVE = pattern(
    r"(?:(?<![^\W_])an?|(?<!\d)\d{1,2})\s?(?:m|h|d|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)(?:\sago\b|$)|vor\s(?:einer|einem|\d{1,2})\s\w{3,8}|il\sy\sa\s\d{1,2}\s\w{3,8}|hace\s\d{1,2}\s\w{3,8}",
    re.IGNORECASE,
)
SENTENCE = 60  # so far behind its cue a single word is no name: `By Monday, officials said …`
SMALL = pattern(r"(?<![\w'’.@-])[a-zß-öø-ÿ]{2,}(?![\w.-]*[.@])")
TWEET = pattern(r"[\s—–-]{1,4}.{1,60}\(@")
CREDIT_SIGN = pattern(r"[(©/|]")
BARS = pattern(r"\s[|·•]\s")
LABEL = pattern(r"\s?:\s")
EDITED = pattern(r"\W{0,4}(?:fact[\s-]?checked|medically\sreviewed|reviewed|edited|produced)\sby\b", re.IGNORECASE)
DIGIT = pattern(r"\d")
YEAR = pattern(r"\d(?: (?<=1)9\d\d | (?<=2)0\d\d | [./-]\s?\d | \s?[年년] | [ ](?:[mhd]|ago) )", re.VERBOSE)
BYLINE, CHROME, PUBLISHED, UPDATED = Kind.BYLINE, Kind.CHROME, Kind.PUBLISHED, Kind.UPDATED
ONE_NAME, LISTS = (
    8,
    (",", "|", "&", "/", "·", "•", " and ", " und ", " et ", " y ", " og ", " i "),
)  # blanks; what parts more
INSIDE = ("ed by ", "told to ", "ory by ", "ords by ", "ew by ", "ews by ", "Redaktion", "edaktion")
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
    return read_line(text, start, end, line) if line else ()


def read_line(text: str, start: int, end: int, line: str) -> tuple[Block, ...]:
    """The same, for a ``line`` that is known to be what stands there without the white space around it."""
    if len(line) > LONGEST:
        return ()
    dated = _may_be_dated(line)
    if not dated and not _may_name(line):  # a few look-ups send nearly all lines away
        return ()
    begin = text.index(line[0], start)
    stop = begin + len(line)
    if dated:
        if marks := _marks(text, begin, stop, line):
            return tuple(_tiled(_filled(text, begin, stop, marks), start, end))
        if not _may_name(line):
            return ()
    rule = byline_rule(text, begin, stop)
    return (Block(start, end, BYLINE, rule),) if rule else ()


def _may_be_dated(line: str) -> bool:
    """It has a number; a long line a year or a numeric date, and few words: one look tells most lines."""
    if len(line) < SHORT:
        return DIGIT.search(line) is not None or " ago" in line
    return line.count(" ") <= MOST_WORDS and YEAR.search(line) is not None


def _may_name(line: str) -> bool:
    """A cue or a given name begins the line, or a cue stands in it."""
    first = line.split(None, 1)[0]
    if byline.opens(first):
        return True
    if first[0].islower():
        return False
    return len(line) <= BARE and (names.is_given_name(first) or first[-1] == "-" or _may_tell(line))


def _may_tell(line: str) -> bool:
    """A cue stands inside the line."""
    if "by " not in line and "told to " not in line and "edaktion" not in line:
        return False
    return any(cue in line for cue in INSIDE)


def caption_line(text: str, start: int, end: int) -> tuple[Block, ...]:
    """CREDIT and CAPTION blocks for a line that carries a credit; () for any other line.

    >>> line = "© ANN LEE / AFPA harbour in the rain"
    >>> [(block.kind.value, line[block.start : block.end]) for block in caption_line(line, 0, len(line))]
    [('credit', '© ANN LEE / AFP'), ('caption', 'A harbour in the rain')]
    """
    parts = credit.credit_parts(text, start, end)
    if parts is None:
        return ()
    marks = [Mark(*parts.outer, Kind.CREDIT, parts.rule)]
    if text[slice(*parts.caption)].strip():
        marks.append(Mark(*parts.caption, Kind.CAPTION, "caption.credit"))
    return tuple(_tiled(sorted(marks), start, end))


def _marks(text: str, begin: int, stop: int, line: str) -> list[Mark]:
    """The dates and counters of a ``line`` that stands at ``text[begin:stop]``."""
    marks: list[Mark] = []
    edge = begin
    for moment in dates.find(text, begin, stop):
        start, announced = byline.announced(text, edge, moment.start)
        kind = UPDATED if announced == "updated" else PUBLISHED
        marks.append(Mark(start, moment.end, kind, moment.form, moment.value is not None or announced is not None))
        edge = moment.end
    counted = [found.start() for found in (COUNTED.search(line), COUNTER.search(line)) if found]
    if counted:
        marks += _counters(text, begin, max(begin, begin + min(counted) - NEAR), stop)
    return _apart(sorted(marks)) if len(marks) > 1 else marks


def _counters(text: str, begin: int, near: int, stop: int) -> Iterator[Mark]:
    """Reading times, and dates that are counted from today; none begins before ``near``."""
    for found in READING_TIME.finditer(text, near, stop):
        yield Mark(*found.span(), CHROME, "chrome.media.reading-time")
    for found in RELATIVE.finditer(text, near, stop):
        start, announced = byline.announced(text, begin, found.start())
        kind = UPDATED if announced == "updated" else PUBLISHED
        yield Mark(start, found.end(), kind, "date.relative")


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks in order, without those that overlap one before."""
    apart: list[Mark] = []
    for mark in marks:
        if not apart or mark.start >= apart[-1].end:
            apart.append(mark)
    return apart


def _filled(text: str, begin: int, stop: int, marks: list[Mark]) -> list[Mark]:
    """The marks with what stands between them; [] where that is more than names and a few words."""
    if len(marks) == 1 and marks[0][:2] == (begin, stop):
        return marks
    filled: list[Mark] = []
    edge, leftover = begin, 0
    for mark in [*marks, Mark(stop, stop, Kind.BLANK, "")]:
        words = len(ALPHA.findall(text, edge, mark.start))
        rule = byline_rule(text, edge, mark.start, dated=True) if words else None
        if rule:
            filled.append(Mark(edge, mark.start, BYLINE, rule))
        elif words:
            leftover += words
            filled.append(Mark(edge, mark.start, CHROME, "chrome.furniture.header"))
        filled += [mark] if mark.rule else []
        edge = mark.end
    sure = any(mark.sure for mark in marks)
    room = LISTED if BARS.search(text, begin, stop) else LEFTOVER
    return filled if leftover <= (room if sure else 0) else []


def byline_rule(text: str, start: int, end: int, *, dated: bool = False) -> str | None:
    """By what form a stretch is a byline, or None where it is none; ``dated`` says that a date stands beside it."""
    cue = byline.cue_at(text, start, end)
    behind = cue or (byline.inner_cue(text, start, end, bare=dated) if end - start <= BARE else None)
    if behind is not None:
        return _cued_rule(text, start, behind, end, byline.people_in(text, start, end, cue)[0])
    if end - start > BARE or not (dated or _begins_with_name(text, start, end)):
        return None
    if TWEET.match(text, start, end) or not _is_plain(text, start, end, dated=dated):
        return None
    found, _ = byline.people_in(text, start, end)
    if not dated and not all(author.collective or _is_short(author.name) for author in found.authors):
        return None
    if any(author.collective for author in found.authors) and not dated:
        return "byline.collective"
    return "byline.bare" if found.authors or (found.agencies and dated) else None


def _cued_rule(text: str, start: int, cue: int, end: int, found: names.People) -> str | None:
    if not text[cue:end].strip():
        return ALONE
    if found.authors and EDITED.match(text, start, end):
        return EDITOR
    if (found.authors or found.agencies) and (end - cue < SENTENCE or any(" " in a.name for a in found.authors[:1])):
        return "byline.cue"
    return "byline.outlet" if end - cue < BARE and _is_title(text[cue:end]) else None


def _is_plain(text: str, start: int, end: int, *, dated: bool) -> bool:
    """No word begins with a small letter but those that lists, roles and names have; nor is it a credit."""
    if LABEL.search(text, start, end) or any(
        word not in names.small_words() for word in SMALL.findall(text, start, end)
    ):
        return False
    return dated or not CREDIT_SIGN.search(text, start, end) or credit.credit_parts(text, start, end) is None


def _is_title(line: str) -> bool:
    """Every long word is capitalised, as in the name of an outlet."""
    words = line.split()
    return (
        len(words) <= 8
        and all(not word[0].islower() or len(word) < 4 for word in words)
        and line.rstrip()[-1] not in ".!?"
    )


def _begins_with_name(text: str, start: int, end: int) -> bool:
    """The first word is a known given name, and the line ends like one of names: one look-up for most lines."""
    blank = text.find(" ", start, end)
    if blank < 0 or text[end - 1] in ".!?:…," or not names.is_given_name(text[start:blank]):
        return False
    return text.count(" ", start, end) < ONE_NAME or any(sign in text[start:end] for sign in LISTS)


def _is_short(name: str) -> bool:
    """A given name and a surname; initials, particles and second given names do not count."""
    words = [word for word in name.split()[1:] if word.lower() not in names.PARTICLES | names.SUFFIXES]
    return sum(not names.is_given_name(word) for word in words[:-1]) == 0 and len(words) > 0


def _tiled(marks: list[Mark], start: int, end: int) -> list[Block]:
    """The marks as blocks that tile the line: what stands between belongs to the one before."""
    bounds = [start, *(mark.start for mark in marks[1:]), end]
    return [Block(bounds[i], bounds[i + 1], mark.kind, mark.rule) for i, mark in enumerate(marks)]
