"""East Asian codecs: UTF-8 that was read as GBK, CP932, CP949 or Big5, which makes two signs of three bytes.

A run is encoded back and taken where it is valid UTF-8 that reads better; a lone sign of an East Asian script in a
Latin text counts more than one in its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsnorm.characters import bigrams
from newsnorm.characters.alphabet import plausible, script
from newsnorm.characters.gate import SORTS, Run
from newsnorm.characters.readings import SURE
from newsnorm.characters.search import NEARBY
from newsnorm.edits import Edit, Span

_CODECS = ("gbk", "cp932", "cp949", "big5")
_SIGN = SORTS["asian"]
# Signs that these codecs have beside the scripts themselves; they may be part of a damaged run.
_BESIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff61-\uff9f\ue000-\uf8ff\u2010-\u2312\u2460-\u25ff\u3000-\u33ff\xa7-\xf7"
_STRETCH = re.compile(f"[{_BESIDE}]+")
_LONGEST = 2000  # signs
_NEAR = 200  # characters to either side in which another East Asian sign shows that this one is at home
_OWED, _LONE = 3.0, 4.0  # nats that such a reading owes, and what a lone sign is worth
_PROVES = SURE + 4.0  # nats of one run that help the others of its codec


class _Reading(NamedTuple):
    gain: float
    span: Span
    new: str
    codec: str


def east_asian(text: str, runs: Iterable[Run]) -> Iterator[Edit]:
    """The edits that undo a misreading in an East Asian codec.

    >>> [edit.new for edit in east_asian("Nestl茅 said", [Run(5, "茅")])]
    ['é']
    """
    readings = [best for run in runs for stretch in _stretches(run) if (best := _best(text, stretch))]
    proven = {reading.codec for reading in readings if reading.gain >= _PROVES}
    for reading in readings:
        if reading.gain >= SURE or reading.codec in proven:
            yield Edit(reading.span, reading.new, f"mojibake.{reading.codec}")


def _stretches(run: Run) -> Iterator[Span]:
    for match in _STRETCH.finditer(run.text):
        if len(match[0]) <= _LONGEST and _SIGN.search(match[0]):
            yield Span(run.start + match.start(), run.start + match.end())


def _best(text: str, span: Span) -> _Reading | None:
    """The best reading of one stretch, if it gains enough to count."""
    old = text[slice(*span)]
    found = [reading for codec in _CODECS if (new := _read(old, codec)) and (reading := _weighed(text, span, new, codec))]
    best = max(found, default=None)
    return best if best and best.gain > NEARBY else None


def _read(old: str, codec: str) -> str | None:
    try:
        new = old.encode(codec).decode("utf-8")
    except UnicodeError:
        return None
    return new if all(map(plausible, new)) else None


def _weighed(text: str, span: Span, new: str, codec: str) -> _Reading | None:
    old, left, right = text[slice(*span)], text[span.start - 1 : span.start] or "\n", text[span.end : span.end + 1] or "\n"
    lone = len(old) <= 2 and _alone(text, span)
    if len(old) <= 2 and not all(script(char) in {None, "LATIN"} for char in new):
        return None
    if len(old) == 1 and not _completes(left, old, right, new, lone=lone):
        return None
    score = bigrams.default().score
    gain = score(left + new + right) - score(left + old + right) - _OWED + (_LONE if lone else 0.0)
    return _Reading(gain, span, new, codec)


def _alone(text: str, span: Span) -> bool:
    """Whether no other East Asian sign stands near."""
    return not (_SIGN.search(text, max(0, span.start - _NEAR), span.start) or _SIGN.search(text, span.end, span.end + _NEAR))


def _completes(left: str, old: str, right: str, new: str, *, lone: bool) -> bool:
    """Whether one sign becomes a letter of a Latin word."""
    if script(new[0]) != "LATIN" or "LATIN" not in {script(left), script(right)}:
        return False
    kana = "\u3041" <= old <= "\u30ff"
    return (lone or not kana) and not (_SIGN.match(left) or _SIGN.match(right))
