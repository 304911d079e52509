"""Dates and times as news pages print them, in some twenty languages.

A date is found by its shape; month names are looked up, not alternated over. `times.py` reads the time beside it,
`order.py` tells which number is the day. Whether a date is when a text was published, and which line it stands on,
is not decided here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from newsnorm import tables
from newsnorm.dates import order, times
from newsnorm.edits import Span
from newsnorm.language import guess_language
from newsnorm.model import Timestamp
from newsnorm.patterns import pattern

WINDOW = 300  # a longer stretch is no date line
LEAD = 28  # so far before its day a month's name may begin, with what is glued to it: `GermanDecember 22`
CENTURY = 70  # 70 to 99 are of the twentieth century, as POSIX strptime reads %y
YEAR_FIRST = frozenset({"ja", "zh", "ko", "lt", "hu", "sv"})

EDGES = " \t\r\n\xa0|·•/"  # may part a date from what stands beside it
OPEN = pattern(  # the language decides which number is the month, or the year
    r"\b(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/ | \b\d\d?/(?:0?[1-9]|1[0-2])/\d\d(?!\d)", re.VERBOSE
)
NUMBER = pattern(r"\d+")
SHORTEST = 3  # letters of a month's name
DIGITS = frozenset({1, 2, 4})  # so many has the first number of a date
LETTERS = pattern(r"[^\W\d_]{1,30}$")
DAY_YEAR = pattern(  # January 5, 2024 · Jan 5 18:46:07 +0000 2024
    r"""([0-3]?\d) (?:st|nd|rd|th)? (?!\d|[:.h]\d)
        (?: ,?\s{0,2}((?:19|20)\d\d) | (?=\s\d\d:\d\d:\d\d\s(?:[A-Z]{3,4}\s|[+-]\d{4}\s)?((?:19|20)\d\d)\b) )?""",
    re.VERBOSE,
)
DATE = pattern(
    r"""
    (?P<day_first>                                    # 5. Januar 2024 · 8 de enero de 2024 · 16-MAR-1987 · 30.abr.2024
        (?P<d_day>[0-3]?\d) (?:\.|º|st|nd|rd|th|er)? [\s/-]{0,2} (?:de\s|of\s)? (?P<d_month>[^\W\d_]{3,12})
        (?: (?: \.?,?[\s-]{1,2} (?:de\s|del\s)? | [./](?=(?:19|20)\d\d) ) (?P<d_year>(?:19|20)\d\d|\d\d(?![\d:.])) )? )
    | (?P<year_first>                                 # 2024-01-05 · 2024/1/5 · 2024. 1. 5. · 2024年1月5日
        (?P<y_year>(?:19|20)\d\d) \s?[-./年년]\s? (?P<y_month>[01]?\d) \s?[-./月월]\s?
        (?P<y_day>[0-3]?\d) (?!\d) [日일]? )
    | (?P<year_word>                                  # 2024. január 5. · 2024 m. sausio 5 d.
        (?P<w_year>(?:19|20)\d\d) (?:\.|\sm\.) \s? (?P<w_month>[^\W\d_A-Z]{3,12}) \.? \s
        (?P<w_day>[0-3]?\d) (?!\d) (?:\.|\sd\.)? )
    | (?P<numeric>                                    # 05.01.2024 · 1/5/24 · 12-22-2023
        (?P<n_first>\d\d?) (?P<n_mark>[./-])\s? (?P<n_second>\d\d?) (?P=n_mark)\s?
        (?P<n_year>(?:19|20)\d\d|\d\d(?!\d)) )
    """,
    re.VERBOSE,
)


class Moment(NamedTuple):
    """A date that stands at ``text[start:end]``, its time with it.

    ``value`` is None where no year is given: nobody can know it.
    """

    start: int
    end: int
    value: dt.datetime | dt.date | None
    form: str


def parse_date(text: str, *, language: str | None = None) -> dt.datetime | dt.date | None:
    """The first date in a text, with its time where one is given.

    ``language`` (ISO 639-1) decides `05/04/2024`: month first in English, day first elsewhere. Where it is not given,
    the words around the date decide (`Publié le 05/04/2024`), or the month is first. Dots are always day first
    (`05.04.2024`). A year of two digits is 1970 to 2069. A time
    without a zone is naive; a zone becomes an offset where its abbreviation names only one (RFC 5322
    for the American ones, and for `+0530`; `CST`, `IST`, `ET` do not). None where no full date is found.

    >>> parse_date("Friday, 5 Jan 2024, 6:46 PM")
    datetime.datetime(2024, 1, 5, 18, 46)
    >>> parse_date("05/04/2024", language="fr")
    datetime.date(2024, 4, 5)
    """
    return next((moment.value for moment in find(text, 0, len(text), language) if moment.value), None)


def timestamp_of(text: str, start: int, end: int, language: str | None = None) -> Timestamp:
    """What a date line says, as far as it says it; `06/01/2024` is read as the language of the text has it."""
    if language is None and OPEN.search(text, start, end):
        guess = guess_language(text)
        language = None if guess == "en" else guess  # beside a word of another language the day is first
    moments = _moments(text[start : min(end, start + WINDOW)].strip(), language)
    value = next((moment.value for moment in moments if moment.value), None)
    return Timestamp(text[start:end].strip(EDGES), value, Span(start, end))


def find(text: str, start: int, end: int, language: str | None = None) -> list[Moment]:
    """Every date in ``text[start:end]``, at most the first `WINDOW` characters of it."""
    stretch = text[start : min(end, start + WINDOW)]
    return [
        Moment(start + begin, start + stop, value, form) for begin, stop, value, form in _moments(stretch, language)
    ]


@lru_cache(64)  # a head asks of a line what its document asks again
def _moments(text: str, language: str | None) -> tuple[Moment, ...]:
    """Every date in ``text``."""
    moments: list[Moment] = []
    end, edge, at = len(text), 0, 0  # edge is where the date before ends, at the number before
    while number := NUMBER.search(text, at, end):
        before, (begin, at) = at, number.span()
        date = _date(text, before, begin, end, language) if at - begin in DIGITS else None
        if date:
            begin, at, day, form = date
            time, begin, at = times.beside(text, edge, begin, at, end)
            moments.append(Moment(begin, at, _value(day, time), form))
            edge = at
    return tuple(moments)


_Day = tuple[int | None, dt.date]  # a year, where one is given, and the day in it or in any leap year
_Date = tuple[int, int, _Day, str]  # start, end, day, form


def _date(text: str, start: int, number: int, end: int, language: str | None) -> _Date | None:
    """The date whose first number stands at ``number``; its month may stand before it, not before ``start``."""
    edge = max(start, number - LEAD)
    before = text[edge:number].rstrip(" .")
    if before[-SHORTEST:].casefold()[-SHORTEST:] in _month_ends() and (found := DAY_YEAR.match(text, number, end)):
        at = edge + before.rfind(" ") + 1
        word = LETTERS.search(text, at, edge + len(before))
        if word and (month := _month_at_end(word[0])):
            day = _day(found[2] or found[3], month[1], found[1])
            return (word.start() + month[0], found.end(), day, "date.month-first") if day else None
    if (found := DATE.match(text, number, end)) and (day := READERS[found.lastgroup or ""](found, language)):
        return number, found.end(), day, FORMS[found.lastgroup or ""]
    return None


def _day_first(found: re.Match[str], _: str | None) -> _Day | None:
    return _day(found["d_year"], _months().get(found["d_month"].casefold()), found["d_day"])


def _year_first(found: re.Match[str], _: str | None) -> _Day | None:
    return _day(found["y_year"], int(found["y_month"]), found["y_day"])


def _year_word(found: re.Match[str], _: str | None) -> _Day | None:
    return _day(found["w_year"], _months().get(found["w_month"].casefold()), found["w_day"])


def _numeric(found: re.Match[str], language: str | None) -> _Day | None:
    first, second, year, mark = found["n_first"], found["n_second"], found["n_year"], found["n_mark"]
    if language in YEAR_FIRST and len(year) == 2 and int(first) > 0 and (day := _day(first, int(second), year)):
        return day
    month_leads = mark != "." and (language == "en" or (language is None and not order.day_leads(found)))
    if (month_leads and int(first) <= 12) or int(second) > 12:
        first, second = second, first
    return _day(year, int(second), first)


READERS: dict[str, Callable[[re.Match[str], str | None], _Day | None]] = {
    "day_first": _day_first,
    "year_first": _year_first,
    "year_word": _year_word,
    "numeric": _numeric,
}
FORMS = {name: "date." + name.replace("_", "-") for name in READERS} | {"year_word": "date.year-first"}


def _day(year: str | None, month: int | None, day: str) -> _Day | None:
    """The day, where the calendar has it; a 29 February without a year is one."""
    full = int(year) if year else None
    if full is not None and full < 100:
        full += 2000 if full < CENTURY else 1900
    try:
        return full, dt.date(full or 2000, month or 0, int(day))
    except ValueError:
        return None


def _value(day: _Day, time: dt.time | None) -> dt.datetime | dt.date | None:
    year, date = day
    if year is None:
        return None
    return dt.datetime.combine(date, time) if time else date


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in tables.pairs("months.tsv").items()}


@cache
def _month_ends() -> frozenset[str]:
    """The last letters of the names: they tell that most words are none."""
    return frozenset(name[-SHORTEST:] for name in _months())


def month_number(word: str) -> int | None:
    """The month that a word names, or that is glued to its end: `GermanDec`."""
    month = _month_at_end(word)
    return month and month[1]


def _month_at_end(word: str) -> tuple[int, int] | None:
    """Where a month's name begins in the word that it is, or is glued to, and its number."""
    folded = word.casefold()
    if folded[-SHORTEST:] not in _month_ends():
        return None
    if number := _months().get(folded):
        return 0, number
    names = ((i, word[i:].casefold()) for i, sign in enumerate(word) if i and sign.isupper())
    return next(((i, _months()[name]) for i, name in names if name in _months()), None)
