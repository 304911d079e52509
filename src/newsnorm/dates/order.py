"""Which number of `05/04/2024` is the day, as the words around it say: most languages write it first."""

from __future__ import annotations

import re
from functools import cache

from newsnorm import tables
from newsnorm.patterns import pattern

LEFT, RIGHT = 32, 24  # code points around the date
WORD = pattern(r"[^\W\d_]+")
SMALL = frozenset("à às em le el il las om kl dne".split())  # with a capital they may be of a name
LONG = 5  # letters of a weekday's name that is no word of English
HOURS = pattern(r"\d\s?h\s?[0-5]\d\b")  # 18h46


def day_leads(found: re.Match[str]) -> bool:
    """Whether a word beside the date, or the way its time is written, is of a language that writes the day first."""
    text, start, end = found.string, found.start(), found.end()
    before, behind = text[max(0, start - LEFT) : start], text[end : end + RIGHT]
    if HOURS.search(behind):
        return True
    around = [*WORD.findall(before), *WORD.findall(behind)[:2]]
    return any(word in SMALL or word.casefold() in _telling() for word in around)


@cache
def _telling() -> frozenset[str]:
    days = {day for day in tables.words("weekdays.txt") if len(day) >= LONG and not day.endswith(("day", "thurs"))}
    return tables.words("day_first.txt") | days
