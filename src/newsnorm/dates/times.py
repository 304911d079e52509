"""The time of day that stands beside a date, behind it or before, with its zone."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from newsnorm import tables
from newsnorm.patterns import pattern

HALVES = {"오전": "a", "上午": "a", "午前": "a", "凌晨": "a", "早上": "a"} | dict.fromkeys(
    ["오후", "下午", "午後", "晚上"], "p"
)
CLOCK = rf"""
    (?: (?P<part>{"|".join(HALVES)}) \s? )?
    (?P<hour>[0-2]?\d)
    (?: (?:[:.hH]|[時点點]|시\s?|\s?Uhr\s) (?P<minute>[0-5]\d) (?::(?P<second>[0-5]\d)(?:\.\d{{1,6}})?)?
      | (?=\s?[AaPp]\.?\s?[Mm]\b) )
    (?: \s{{0,2}} (?P<half>[AaPp])\.?\s?[Mm](?-i:(?![a-z]))\.? )?
    (?: \s?[分분] | \s?Uhr\b | \s?h\b )?
    (?: \s?\(? (?P<zone>(?-i:[A-Z]{{1,4}}(?![A-Za-z])|[A-Z]{{1,4}}(?=[A-Z][a-z]))) )?
    (?: (?P<offset>[+-]\d{{1,2}}(?::?\d\d)?) | \s(?P<numeric>[+−-][01]\d:?[0-5]\d)(?![\d:]) )? (?: (?<=[\dA-Z]) \) )?
"""
DAY = r"[月火水木金土日一二三四五六월화수목금토일]"  # its sign, in brackets
BETWEEN = rf"""
    (?: \s? (?:г(?:ода|\.)?|р(?:оку|\.)?) (?![^\W\d_])                                   # 5 января 2024 г., 18:46
      | \s? [（(]{DAY}[)）]                                                               # 2024年1月5日（金）18:46
      | [,\s]{{0,2}} (?:(?:星期|[周週])[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일)
      | [,\s]{{0,2}} [(]?(?P<weekday>[^\W\d_]{{2,12}})[)]? (?=[\s,.]) )
"""
TIME_AFTER = pattern(
    rf"""(?: T | (?:{BETWEEN})?? \.? [\s,|•·–—/@:-]{{0,4}}
         (?:(?:at|um|kl\.?|à|a\slas|alle|ore|om|o(?:\sgodz\.)?|klo|às|в|о|saat|lúc|pukul)\s?)? ) {CLOCK}""",
    re.VERBOSE | re.IGNORECASE,
)
TIME_BEFORE = pattern(
    CLOCK + r",?\s{0,2}(?:on\s|am\s|le\s|el\s)?(?:[^\W\d_]{3,12}\.?,?\s)?$",  # a weekday may stand between
    re.VERBOSE,
)
NUMBER = pattern(r"\d")
BEFORE = 34  # a time before its date, with zone and weekday
VAGUE_ZONES = frozenset({"ET", "CT", "MT", "PT", "CST", "IST"})


def beside(text: str, edge: int, begin: int, stop: int, end: int) -> tuple[dt.time | None, int, int]:
    """The time behind a date or before it, not before ``edge``, and where date and time begin and end."""
    if stop < end and (found := TIME_AFTER.match(text, stop, end)) and _is_weekday(found["weekday"]):
        time = _clock(found)
        if time:
            return time, begin, _end(found)
    edge = max(edge, begin - BEFORE)
    if edge < begin and NUMBER.search(text, edge, begin) and (found := TIME_BEFORE.search(text, edge, begin)):
        return _clock(found), found.start(), stop
    return None, begin, stop


def _is_weekday(word: str | None) -> bool:
    """Nothing, or a day of the week."""
    return word is None or word.casefold() in tables.words("weekdays.txt")


def _end(found: re.Match[str]) -> int:
    """Where a time ends: a word in capitals that is no zone is not part of it."""
    if found["zone"] and found["zone"] not in _zones() and not found["offset"] and found["zone"] not in VAGUE_ZONES:
        return len(found.string[: found.start("zone")].rstrip(" ("))
    return found.end()


def _clock(found: re.Match[str]) -> dt.time | None:
    hour, half = int(found["hour"]), (found["half"] or HALVES.get(found["part"], "")).lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return None
    zone = _zone(found["zone"], found["offset"] or found["numeric"])
    return dt.time(hour, int(found["minute"] or 0), int(found["second"] or 0), tzinfo=zone)


def _zone(name: str | None, offset: str | None) -> dt.tzinfo | None:
    """The offset of a zone, or None where its name leaves it open."""
    if offset and (name is None or name in {"UTC", "GMT", "Z"}):
        digits = offset[1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        east = (hours * 60 + minutes) * (1 if offset[0] == "+" else -1)
        return dt.timezone(dt.timedelta(minutes=east)) if abs(east) < 24 * 60 else None
    minutes_east = _zones().get(name or "")
    return None if minutes_east is None else dt.timezone(dt.timedelta(minutes=minutes_east))


@cache
def _zones() -> dict[str, int]:
    return {name.upper(): int(minutes) for name, minutes in tables.pairs("zones.tsv").items()}
