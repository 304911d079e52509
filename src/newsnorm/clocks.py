"""How transcripts write times: the grammar of clocks, their value in seconds, and runs of clocks that go forward.

A video panel spells its clocks for screen readers too: ``1:03`` and ``1 minute, 3 seconds``, in the words
of `data/clock_words.tsv`. Shared by `sniff`, which asks whether a text is a transcript, and by the readers
of `transcript/`, which find its cues. Dates and times of day in prose are not told here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import sub
from typing import NamedTuple, cast

from newsnorm import tables
from newsnorm.patterns import pattern

# Seconds have two digits, so that what a panel glues to them is text: "0:5454 seconds", "00:041 Introduction".
CLOCK = r"(?:\d{1,3}:)?\d{1,3}:[0-5]\d"
_CLOCK = pattern(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{2,3})(?!\d))?")

# The clock that opens a line of a pasted panel, with the brackets, the dash or Markdown's marks and link around it, and
# the clock of the end behind it; behind hours it may have a fraction. A time of day is none.
# Most lines are minutes and seconds in front of a word that cannot tell a time of day: these need no further look.
_GLUED = r"[0-9]{1,3}+:[0-5][0-9] [ ]?+ (?= [\nb-gi-oq-tv-zDFI-OQ-TV-Z“\"‘—$] | [apuA-Z][a-gi-ln-qs-z\ ] | h[a-qs-z] )"
_EXACT = rf"{CLOCK} (?: [.,] (?<= :\d\d:\d\d. ) \d{{2,3}} (?!\d) )?+"
_BRACKETED = rf"[\[(]? {_EXACT} (?: [ ]?[-–—][ ]? {_EXACT} )?+ [\])]? (?: \(https?://[^)\s]{{1,300}}\) )?+"
_DECORATED = rf"""
    [ \t]* (?: [-*•][ \t]++ )?+ (?: \*\* {_BRACKETED} \*\* | {_BRACKETED} ) [ \t]*+ (?: [-–|][ \t]++ )?+
    (?! :\d | [.,]\d\d | --> )
    """
_NO_TIME_OF_DAY = r"""
    (?! (?: [ap]\.?m | [AP]\.?M | E[SD]?T | [PC][SD]T | GMT | UTC | BST | CES?T | [Uu]hr | [Hh]rs | h ) \b )
    """
# Ten cues that open a text and leave no doubt: of each the clock, and whether a number follows.
_TEN_CUES = pattern(rf"( {CLOCK} ) (?! [\s:.,|\])–-] ) {_NO_TIME_OF_DAY} (\d?) [^\n]*+ \n" * 10, re.VERBOSE)
_OPENING = pattern(rf"( \n (?: {_GLUED} | {_DECORATED} {_NO_TIME_OF_DAY} ) )", re.VERBOSE)
_TIME_OF_DAY = pattern(rf"\n {_DECORATED} (?! {_NO_TIME_OF_DAY} )", re.VERBOSE)
_ANY_OPENING = pattern(rf"( \n (?: {_GLUED} | {_DECORATED} ) )", re.VERBOSE)
# The end of a clock that closes a line, glued to its last word, or that stands on a line of its own; and what is
# in front of that end.
_CLOSE = pattern(r":[0-5]\d(?=[ \t\r]*(?:\n|\Z))")
_FRONT = pattern(r"(?<![\d:])(?:\d{1,3}:)?\d{1,3}\Z")
_JOINT = r"\s?[,،、]?\s?(?:[^\W\d]{1,3}\s)?"  # between two units: "1 minute, 3", "1 minuto y 3"

_MOMENT = pattern(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:;](\d{1,3}))?")
_WIDEST_CLOCK = 100  # characters, with the blanks around it; a wider one only costs time
_WIDEST_GAP = 1500  # characters between two clocks of one transcript
_FEWEST_STEPS = 5  # that tell what a step is
_LEAP = 120.0  # seconds without a word that no speech has


class Clocks(NamedTuple):
    """Clocks in the order of the text, as columns: their times in seconds, where they stand, and what follows each."""

    times: Sequence[float]
    starts: Sequence[int]
    ends: Sequence[int]
    bodies: Sequence[str]  # up to the next clock, its line end left out

    def cut(self, run: range) -> Clocks:
        """The clocks of ``run`` alone."""
        part = slice(run.start, run.stop)
        if len(run) == len(self.times):
            return self
        return Clocks(self.times[part], self.starts[part], self.ends[part], self.bodies[part])


def seconds(clock: str) -> float:
    """The seconds of ``h:mm:ss`` or ``mm:ss``, with a fraction or without, whatever stands around it.

    >>> seconds("1:02:03"), seconds("[00:17]"), seconds("0:055 seconds"), seconds("00:00:04.120")
    (3723.0, 17.0, 5.0, 4.12)
    """
    hours, minutes, last, fraction = _CLOCK.search(clock).groups()  # type: ignore[union-attr]  # found by its form
    return ((int(hours or 0) * 60 + int(minutes)) * 60_000 + int(last + (fraction or "").ljust(3, "0"))) / 1000


def moment(time: str) -> float:
    """The seconds of a caption's time, a fraction behind a dot, a comma, a colon or a semicolon.

    >>> moment("00:01:02,5"), moment("01:02.250"), moment("0:0:1:500")
    (62.5, 62.25, 1.5)
    """
    hours, minutes, last, fraction = _MOMENT.search(time).groups()  # type: ignore[union-attr]  # found by its form
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(last)
    return int(f"{whole}{fraction}") / 10 ** len(fraction) if fraction else float(whole)


def times_of(written: Sequence[str]) -> list[float]:
    """The seconds of many clocks, as `seconds` tells them; most are found in a table.

    >>> times_of(["0:05", "[1:02:03]"])
    [5.0, 3723.0]
    """
    times = [*map(_common_times().get, written)]
    if None in times:
        return [_rare(clock) if time is None else time for clock, time in zip(written, times, strict=True)]
    return cast("list[float]", times)


def _rare(clock: str) -> float:
    """The seconds of a clock that is not in the table; behind its hours it may be."""
    hours, _, rest = clock.partition(":")
    last = _common_times().get(rest)
    return seconds(clock) if last is None or not hours.strip().isdecimal() else int(hours) * 3600 + last


@functools.cache
def _common_times() -> dict[str, float]:
    """The clocks of the first hour, with and without the line end that `opening_clocks` finds before them."""
    written = {f"{minute:{width}}": minute * 60.0 for width in ("", "02") for minute in range(60)}
    minutes = written | {f"\n{minute}": time for minute, time in written.items()}
    return {f"{minute}:{last:02}": time + last for minute, time in minutes.items() for last in range(60)}


def opening_clocks(text: str, *, times_of_day: bool = False) -> Clocks:
    r"""The clocks that open a line, with the blanks and brackets around them.

    ``times_of_day`` says that ``0:08am`` is a clock and the words "am", too.

    >>> opening_clocks("0:00Well,\n(0:04) no.\nAt 0:09.")
    Clocks(times=[0.0, 4.0], starts=[0, 10], ends=[4, 17], bodies=['Well,', 'no.\nAt 0:09.'])
    """
    pieces = (_ANY_OPENING if times_of_day else _OPENING).split("\n" + text)
    places = [*accumulate(map(len, pieces))]
    return Clocks(times_of(pieces[1::2]), places[:-1:2], [place - 1 for place in places[1::2]], pieces[2::2])


def has_time_of_day(text: str) -> bool:
    r"""Whether a line opens with what may be a time of day.

    >>> has_time_of_day("0:05 Well\n0:08am I right"), has_time_of_day("0:05 Well\n0:08 Amen")
    (True, False)
    """
    return _TIME_OF_DAY.search("\n" + text) is not None


def ten_cues(text: str) -> tuple[list[float], int]:
    r"""The times of the first ten lines, where each is a clock and words glued to it, and where the tenth stands.

    No times where one of them is anything else, or where most words are numbers, which may spell the clocks.

    >>> ten_cues("".join(f"0:0{k}It rained.\n" for k in range(10)))
    ([0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0], 135)
    """
    found = _TEN_CUES.match(text)
    if not found:
        return [], 0
    cues = found.groups()
    return times_of(cues[::2]) if cues[1::2].count("") > len(cues) // 4 else [], found.start(len(cues) - 1)


def closing_clocks(text: str) -> Clocks:
    r"""The clocks that close a line, or are all of it.

    >>> closing_clocks("Well,0:05\nno.0:09\n")
    Clocks(times=[5.0, 9.0], starts=[5, 13], ends=[9, 17], bodies=['\nno.', '\n'])
    """
    ends = [(front.start(), close.end()) for close in _CLOSE.finditer(text) if (front := _front(text, close.start()))]
    starts, stops = [start for start, _ in ends], [end for _, end in ends]
    bodies = [text[end:start] for end, start in zip(stops, [*starts[1:], len(text)], strict=False)]
    return Clocks(times_of([text[start:end] for start, end in ends]), starts, stops, bodies)


def many_closing(text: str) -> int:
    r"""At most how many clocks close a line, told faster than `closing_clocks` does.

    >>> many_closing("Well,0:05\nno. It is :30\n")
    2
    """
    return len(_CLOSE.findall(text))


def _front(text: str, at: int) -> re.Match[str] | None:
    """The hours and minutes that end at ``at``."""
    return _FRONT.search(text, max(at - len("000:000"), 0), at)


def line_starts(marks: Iterable[re.Match[str]], text: str, width: int) -> Iterator[int]:
    r"""Where the lines begin that have one of ``marks`` among their first ``width`` characters, each once.

    >>> [*line_starts(re.finditer(":", "Lee: No: yes.\nBo: No."), "Lee: No: yes.\nBo: No.", 80)]
    [0, 14]
    """
    done = -1
    for mark in marks:
        at = mark.start()
        start = text.rfind("\n", max(at - width, 0), at) + 1
        if start > done and (start or at < width):
            done = start
            yield start


def transcript_run(clocks: Clocks) -> range:
    """The longest run of clocks that never go back and stand close together: a transcript among other clocks.

    The clocks of chapter lists, of comments and of suggested videos go back, or are far away.

    >>> transcript_run(Clocks([0.0, 90.0, 0.0, 4.0, 7.0], [0, 20, 40, 60, 80], [4, 24, 44, 64, 84], ["Well"] * 5))
    range(2, 5)
    """
    times, starts = clocks.times, clocks.starts
    if times == sorted(times) and max(map(len, clocks.bodies), default=0) < _WIDEST_GAP - _WIDEST_CLOCK:
        return _without_leap(times, range(len(times)))
    steps = zip(pairwise(times), pairwise(starts), strict=True)
    breaks = [k for k, ((a, b), (i, j)) in enumerate(steps, 1) if b < a or j - i > _WIDEST_GAP]
    runs = [range(*ends) for ends in pairwise([0, *breaks, len(times)])]
    return _without_leap(times, max(runs, key=len))


def _without_leap(times: Sequence[float], run: range) -> range:
    """``run`` without the last clocks that leap ahead of all speech: lengths of suggested videos."""
    if len(run) <= _FEWEST_STEPS:
        return run
    last = _steps(times[run.stop - 4 : run.stop])
    if max(last) <= _LEAP:
        return run
    before = sorted(_steps(times[run.start : run.stop - 3]))
    widest = max(_LEAP, 2 * before[len(before) * 9 // 10])
    leaps = [k for k, step in enumerate(last, run.stop - 3) if step > widest]
    return range(run.start, leaps[0]) if leaps else run


def _steps(times: Sequence[float]) -> list[float]:
    return [*map(sub, times[1:], times)]


def spelled_end(text: str, time: float, end: int) -> int:
    """Where the words that spell ``time`` (seconds) end, if such words stand at ``end`` of ``text``; else ``end``.

    >>> spelled_end("1:031 minute, 3 secondsSo", 63.0, 4)
    23
    >>> spelled_end("1:032 minutes later", 63.0, 4)
    4
    """
    found = _spelling().match(text, end)
    if not found or not found[0]:
        return end
    hours, minutes, last = (int(a or b or 0) for a, b in zip(found.groups()[::2], found.groups()[1::2], strict=True))
    return found.end() if (hours * 60 + minutes) * 60 + last == time else end


@functools.cache
def _spelling() -> re.Pattern[str]:
    """Hours, minutes and seconds in words of any language, each optional; one thing is told from many."""
    table = tables.text("clock_words.tsv")
    columns = zip(*(line.split("\t")[1:] for line in table.splitlines()[2:]), strict=True)
    return re.compile("".join(map(_amount, columns)))


def _amount(column: Iterable[str]) -> str:
    """A number and its unit; behind a single one the form of one is tried first: ``1 second`` before ``1 seconds``."""
    ones = {forms.split("|")[0] for forms in column}
    every = {form for forms in column for form in forms.split("|")}
    one, many = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (ones, every))
    return rf"(?:{_JOINT}(?:(1)\s?(?:{one})|(\d+)\s?(?:{many})))?"
