"""Dates that only the reader's day completes: `2 hours ago`, `gestern`, `5 April`, resolved by what the caller knows.

Months and years are not counted back, since they are rounded on every page.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import attrs

from newsnorm import dates, tables
from newsnorm.model import Hints, Timestamp
from newsnorm.patterns import pattern

DAY = 1440  # minutes
ONE = "an?|one|einer?|einem|une?|una|uma|een|ett?|en|et|jedną|один"
COUNT = pattern(rf"(?<![\w.:])(\d{{1,3}}|{ONE})\s{{0,2}}([^\W\d_]{{1,12}})(?!\d)", re.IGNORECASE)
WORD = pattern(r"(?:[^\W\d_]|['’](?=[^\W\d_]))+")
COUNTED_BACK = pattern(
    r"""(?: (?:vor|il\sy\sa|hace|há|för|for)\s[^.!?]*
          | [^.!?]* (?: \s(?:ago|fa|geleden|temu|siden|sedan|önce|назад|тому|atrás) | 前 | \s?전 ) )\.?""",
    re.VERBOSE | re.IGNORECASE,
)
CLOCK = pattern(
    r"[\s,|·•–—-]{0,4}(?:(?:at|um|à|a\slas|alle|om|kl\.?|о|в|às)\s)?\d{1,2}(?:[:.h]\d\d)?(?:\s?(?:[ap]\.?m\.?|Uhr|h|uur))?"
    r"(?:\s[A-Z]{2,4})?\.?",
    re.IGNORECASE,
)
SLASHED = pattern(r"(?<!\d)\d\d?/\d\d?/\d")
CUE = pattern(r"[^\W\d_]{3,14}\s?:?\s", re.IGNORECASE)
ANY_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MONTHS = 12
LONGEST = 48  # code points of a line that is such a date


def resolved(stamp: Timestamp, hints: Hints) -> Timestamp:
    """The timestamp with its value as far as the hints complete it: what was counted back from ``retrieved``,
    a year that is not printed, and the order of `05/04/2024` where ``published`` is one of its readings.

    >>> from newsnorm.edits import Span
    >>> resolved(Timestamp("2 hours ago", None, Span(0, 11)), Hints(retrieved="2024-01-05T18:46:00Z")).value.isoformat()
    '2024-01-05T16:46:00+00:00'
    """
    value = stamp.value
    if value is None:
        now = moment(hints.retrieved) or moment(hints.published)
        value = (counted(stamp.text, moment(hints.retrieved)) or _in_year(stamp.text, now)) if now else None
    elif SLASHED.search(stamp.text):
        value = _turned(value, moment(hints.published))
    return stamp if value == stamp.value else attrs.evolve(stamp, value=value)


def moment(text: str | None) -> dt.datetime | dt.date | None:
    """What ISO 8601 says; None for anything else.

    >>> moment("2024-01-05"), moment("yesterday")
    (datetime.date(2024, 1, 5), None)
    """
    for read in (dt.date.fromisoformat, dt.datetime.fromisoformat):
        try:
            return read(text or "")
        except ValueError:
            continue
    return None


def counted(text: str, now: dt.datetime | dt.date | None) -> dt.datetime | dt.date | None:
    """What `2 hours ago`, `vor 3 Tagen` or `gestern, 18:46 Uhr` means at ``now``; None where nobody can know.

    Hours and minutes need a ``now`` with a time; days and weeks give a date.

    >>> counted("gestern, 18:46 Uhr", dt.date(2024, 1, 5))
    datetime.datetime(2024, 1, 4, 18, 46)
    """
    if now is None:
        return None
    try:
        return _counted_back(text, now) or _named_day(text, now)
    except OverflowError:
        return None


def is_counted(line: str) -> bool:
    """Whether a line is such a date, with its cue and its time, and nothing else.

    >>> is_counted("Aktualisiert vor 3 Stunden"), is_counted("Yesterday, 6:46 pm"), is_counted("Yesterday it rained")
    (True, True, False)
    """
    if len(line) > LONGEST:
        return False
    cue = CUE.match(line)
    for said in (line, line[cue.end() :]) if cue else (line,):
        first = WORD.match(said)
        if COUNTED_BACK.fullmatch(said) and counted(said, ANY_DAY):
            return True
        if first and _units().get(_folded(first[0]), 1) <= 0 and _is_clock(said[first.end() :]):
            return True
    return False


def _is_clock(text: str) -> bool:
    """Nothing, or a time of day."""
    return not text.strip(" .,") or CLOCK.fullmatch(text) is not None


def _counted_back(text: str, now: dt.datetime | dt.date) -> dt.datetime | dt.date | None:
    """``now`` without so many minutes, or the day without so many days."""
    counts = ((count, _units().get(unit.casefold(), 0)) for count, unit in COUNT.findall(text))
    count, unit = next(((count, unit) for count, unit in counts if unit > 0), ("", 0))
    minutes = unit * (int(count) if count.isdigit() else 1)
    if unit >= DAY:
        return day_of(now) - dt.timedelta(minutes=minutes)
    if not unit or not isinstance(now, dt.datetime):
        return None
    return now.replace(second=0, microsecond=0) - dt.timedelta(minutes=minutes)


def _named_day(text: str, now: dt.datetime | dt.date) -> dt.datetime | dt.date | None:
    """The day that a word names, with the time behind it."""
    for word in WORD.finditer(text):
        days = _units().get(_folded(word[0]), 1)
        if days <= 0:
            day = day_of(now) + dt.timedelta(days=days)
            return dates.parse_date(f"{day.isoformat()}{text[word.end() :]}")
    return None


def _in_year(text: str, now: dt.datetime | dt.date) -> dt.datetime | dt.date | None:
    """A date without its year as the last one that is not after ``now``."""
    for year in (now.year, now.year - 1):
        for said in (text.replace(",", f" {year},", 1), f"{text} {year}"):
            value = dates.parse_date(said)
            if value and day_of(value) <= day_of(now) + dt.timedelta(days=1):
                return value
    return None


def _turned(value: dt.datetime | dt.date, known: dt.datetime | dt.date | None) -> dt.datetime | dt.date:
    """Month and day the other way round, where that is the day that the caller knows."""
    if known is None or value.day > MONTHS or day_of(value) == day_of(known):
        return value
    turned = value.replace(month=value.day, day=value.month)
    return turned if day_of(turned) == day_of(known) else value


def day_of(moment: dt.datetime | dt.date) -> dt.date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


@cache
def _units() -> dict[str, int]:
    """Minutes of the units; days from today, 0 or less, of the days."""
    return {word: int(number) for word, number in tables.pairs("relative_dates.tsv").items()}
