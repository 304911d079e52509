"""East Asian codecs: UTF-8 that was read as GBK, CP932, CP949 or Big5, which makes two signs of three bytes.

A stretch is encoded back and taken where it is valid UTF-8 that reads better; a lone sign of an East Asian script in
a Latin text counts more than one in its own.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsnorm.characters import bigrams
from newsnorm.characters.alphabet import script
from newsnorm.characters.eastern import CODECS, CORE, SIGN, STRETCH, codecs_of_parts, first_signs, latin
from newsnorm.characters.gate import Run
from newsnorm.characters.readings import SURE, decoded
from newsnorm.characters.search import NEARBY
from newsnorm.edits import Edit, Span
from newsnorm.patterns import byte_pattern, pattern

_LETTERS = byte_pattern(rb"(?:[\xe2-\xe9][\x80-\xbf][\x80-\xbf]){2,}")  # UTF-8 of two kana or Han signs at least
_NEAR = 200  # characters to either side in which another East Asian sign shows that this one is at home
_OWED, _LONE, _FITS = 3.0, 4.0, 9.0  # nats that such a reading owes; what a lone sign is worth, and one that fits
_PROVES = SURE + 4.0  # nats of one stretch that help the others of its codec
# Signs of two bytes, so of one East Asian sign, where they belong in a Latin text.
_FITTING = pattern(r".£\d|[^\W\d_]®\W|[\d ]°[CF\s]|\d½\W|.©\d", re.DOTALL)


class _Reading(NamedTuple):
    gain: float
    span: Span
    new: str
    codec: str


def east_asian(text: str, runs: Sequence[Run]) -> Iterator[Edit]:
    """The edits that undo a misreading in an East Asian codec.

    >>> [edit.new for edit in east_asian("Nestl茅 said", [Run(5, "茅")])]
    ['é']
    """
    in_parts = codecs_of_parts("\n".join(run.text for run in runs))
    stretches = (stretch for run in runs for stretch in _stretches(run, anywhere=bool(in_parts)))
    readings = [reading for stretch in stretches for reading in _best(text, stretch, in_parts)]
    proven = {reading.codec for reading in readings if reading.gain >= _PROVES}
    for reading in readings:
        if reading.gain >= SURE or (reading.codec in proven and reading.gain > NEARBY):
            yield Edit(reading.span, reading.new, f"mojibake.{reading.codec}")


def _stretches(run: Run, *, anywhere: bool) -> Iterator[Span]:
    """Stretches of a run that may be damaged, from their first sign unless ``anywhere``, and lone signs within them."""
    for match in STRETCH.finditer(run.text):
        if anywhere or match[0][0] in first_signs():
            yield Span(run.start + match.start(), run.start + match.end())
        core = CORE.search(match[0])
        if core and len(core[0]) <= 2 and core[0] != match[0] and core[0][0] in first_signs():
            yield Span(run.start + match.start() + core.start(), run.start + match.start() + core.end())


def _best(text: str, stretch: Span, in_parts: Container[str]) -> list[_Reading]:
    """The best reading of a whole stretch, or else of the parts of it that are UTF-8."""
    old = text[slice(*stretch)]
    whole: list[_Reading] = []
    for codec in (codec for codec in CODECS if old[0] in first_signs(codec)):
        if new := decoded(old.encode(codec, "replace")):
            whole += _weighed(text, stretch, new, codec)
    if whole:
        return [max(whole)]
    parts = [_in_part(text, stretch, codec) for codec in CODECS if codec in in_parts]
    return max(parts, key=lambda some: sum(reading.gain for reading in some), default=[])


def _in_part(text: str, stretch: Span, codec: str) -> list[_Reading]:
    """The readings of those parts of a stretch that are UTF-8 of East Asian letters between two signs."""
    found: list[_Reading] = []
    for span in _parts(text[slice(*stretch)], stretch.start, codec):
        if new := decoded(text[slice(*span)].encode(codec, "replace")):
            found += _weighed(text, span, new, codec)
    return found


def _parts(old: str, start: int, codec: str) -> Iterator[Span]:
    ends = accumulate((len(char.encode(codec, "replace")) for char in old), initial=0)
    signs = {offset: start + k for k, offset in enumerate(ends)}
    for match in _LETTERS.finditer(old.encode(codec, "replace")):
        end = next((end for end in range(match.end(), match.start(), -3) if end in signs), None)
        if match.start() in signs and end:
            yield Span(signs[match.start()], signs[end])


def _weighed(text: str, span: Span, new: str, codec: str) -> list[_Reading]:
    """The reading of a stretch, if what it becomes is in its place."""
    old = text[slice(*span)]
    left, right = text[span.start - 1 : span.start] or "\n", text[span.end : span.end + 1] or "\n"
    lone = len(old) <= 2 and _alone(text, span)
    if "?" in new or (len(old) <= 2 and not _in_place(left, old, right, new, lone=lone)):
        return []
    score = bigrams.default().score
    gain = score(left + new + right) - score(left + old + right) - _OWED
    gain += (_LONE if lone else 0.0) + (_FITS if _FITTING.fullmatch(left + new + right) else 0.0)
    return [_Reading(gain, span, new, codec)]


def _alone(text: str, span: Span) -> bool:
    """Whether no other East Asian sign stands near."""
    before, after = max(0, span.start - _NEAR), span.end + _NEAR
    return not (SIGN.search(text, before, span.start) or SIGN.search(text, span.end, after))


def _in_place(left: str, old: str, right: str, new: str, *, lone: bool) -> bool:
    """Whether one or two signs become a part of a Latin text: a letter of a word, a sign beside one or a number."""
    if not latin(new):
        return False
    if len(old) == 2:
        return True
    if not new.isalpha():
        return lone and bool(_FITTING.fullmatch(left + new + right))
    at_home = "\u3041" <= old <= "\u30ff" or SIGN.match(left) or SIGN.match(right)
    return script(new[0]) == "LATIN" and "LATIN" in {script(left), script(right)} and (lone or not at_home)
