"""Datelines of Chinese, Japanese and Korean copy, which have shapes of their own and no blanks between their parts."""

from __future__ import annotations

import re

from newsnorm.dateline.parts import Parts
from newsnorm.dateline.place import is_agency
from newsnorm.patterns import pattern

BRACKETS = "(["
EAST_ASIAN = "\u2fff"  # with a bracket or with a sign behind this one they begin
HAN = r"\u3400-\u9fff"
WIRED = 24  # so far from the beginning stands what ends a Chinese dateline: by telegraph
CHINESE = pattern(  # 新华社北京1月7日电（记者王明） · 本报上海1月7日电
    rf"""(?P<agency>[{HAN}]{{1,4}}?[社网網]|本[报報])(?P<place>[{HAN}·]{{0,8}}?)
         (?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日)[电電]
         (?:\s?[（(](?P<by>(?:[{HAN}]{{0,8}}?[记記]者)[^（）()\n]{{2,40}}[）)]))?[\s\u3000:：]{{0,3}}""",
    re.VERBOSE,
)
JAPANESE = pattern(  # 【ソウル＝山田太郎】 · 【パリ＝共同】 · 【北京時事】
    r"【(?:(?P<place>[^＝=】\s]{1,12})[＝=](?P<by>[^】]{1,20})|(?P<town>[^】\s]{1,12}?)(?P<agency>共同|時事|ロイター))】\s?"
)
KOREAN = pattern(  # (서울=연합뉴스) 김철수 기자 =
    r"[(\[](?P<place>[가-힣·/]{2,16})=(?P<agency>[가-힣A-Za-z\d]{2,12})[)\]]\s?"
    r"(?:(?P<by>[가-힣 ·,]{2,40}?(?:기자|특파원|통신원)\s?)=\s?)?"
)


def may_open(line: str) -> bool:
    """Whether a line that begins with one of their signs could begin with such a dateline."""
    if line[0] in BRACKETS:
        return "=" in line[:WIRED]
    return line[0] == "【" or "电" in line[:WIRED] or "電" in line[:WIRED]


def dateline(text: str, begin: int, stop: int) -> Parts | None:
    """The dateline that ``text[begin:stop]`` begins with, at one of their signs; who filed it apart."""
    first = text[begin]
    if first == "【":
        return _japanese(text, begin, stop)
    if first in BRACKETS:
        found = KOREAN.match(text, begin, stop)
        return _parts(found, found.end("agency") + 1, "dateline.korean") if found else None
    found = CHINESE.match(text, begin, stop)
    if found is None:
        return None
    parts = _parts(found, found.end("date") + 1, "dateline.chinese")
    return parts._replace(agency=None) if found["agency"][0] == "本" else parts


def _parts(found: re.Match[str], stop: int, rule: str) -> Parts:
    said = found.groupdict()
    by = found.start("by") if said["by"] else None
    return Parts(found.start(), stop, found.end(), said["place"] or None, said["agency"], said.get("date"), rule, by)


def _japanese(text: str, begin: int, stop: int) -> Parts | None:
    found = JAPANESE.match(text, begin, stop)
    if found is None:
        return None
    if found["town"]:
        return _parts(found, found.end("agency") + 1, "dateline.corner")._replace(place=found["town"])
    parts = _parts(found, found.start("by") - 1, "dateline.corner")
    return parts._replace(stop=found.end("by") + 1, agency=found["by"], by=None) if is_agency(found["by"]) else parts
