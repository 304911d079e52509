"""East Asian codecs: which runs of signs may be UTF-8 that was read with one of them.

Asked of many runs at once, all of them good text as a rule. What a run may have been is told in `eastasian`.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator
from itertools import chain, compress, product

from newsnorm.characters.alphabet import script
from newsnorm.patterns import byte_pattern, pattern

CODECS = ("gbk", "cp932", "cp949", "big5")

_CONTINUATION = range(0x80, 0xC0)
SIGNS = "\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\uff61-\uff9f"
# Signs that these codecs have beside the scripts themselves; they may be part of a damaged stretch.
_BESIDE = "\u2e80-\u3040\ue000-\uf8ff\u0391-\u03c9\u0410-\u044f\u2010-\u2312\u2460-\u25ff\xa7-\xf7"
_LONGEST = 2000  # signs
SIGN = pattern(f"[{SIGNS}]")
CORE = pattern(f"[{SIGNS}]+")
STRETCH = pattern(f"[{_BESIDE}{SIGNS}]{{1,{_LONGEST}}}")
_LONE = pattern(rf"\n[{_BESIDE}]{{0,{_LONGEST}}}([{SIGNS}]{{1,2}})(?![{SIGNS}])")

# Each byte by its place in UTF-8: ASCII, the first of two, three (other ones, kana and Han) or four, one that follows.
_NAMED = {
    "a": (0x40, 0x80),
    "c": (0x80, 0xC0),
    "2": (0xC2, 0xE0),
    "3": (0xE0, 0xF0),
    "L": (0xE2, 0xEA),
    "4": (0xF0, 0xF5),
}
_PLACES = bytes.maketrans(
    bytes(chain.from_iterable(range(*some) for some in _NAMED.values())),
    "".join(name * (end - start) for name, (start, end) in _NAMED.items()).encode(),
)
_TWO_LETTERS = b"LccLcc"  # two kana or Han signs
_WHOLE = byte_pattern(rb"\n(?:a|2c|[3L]cc|4ccc)+(?=\n)")


def misread_among(runs: Collection[str]) -> set[str]:
    """Those of ``runs`` that may hold UTF-8 as an East Asian codec reads it.

    >>> misread_among(["茅", "日本", "日本語の"])
    {'茅'}
    """
    stretches = _telling(runs)
    found = {run for run in runs if len(run) > _LONGEST}
    if whole := _whole(stretches):
        heads = {stretch[0] for stretch in whole}
        found |= {run for run in runs if not heads.isdisjoint(run) and not whole.isdisjoint(_telling([run]))}
    for codec in codecs_of_parts("\n".join(runs)):
        found |= {run for run in runs if _TWO_LETTERS in _places(run, codec)}
    return found


def codecs_of_parts(text: str) -> list[str]:
    """The codecs with which two letters in a row were read somewhere in ``text``."""
    return [codec for codec in CODECS if _TWO_LETTERS in _places(text, codec)]


@functools.cache
def first_signs(codec: str | None = None) -> frozenset[str]:
    """The signs that a stretch damaged by a codec, or by any, may begin with."""
    if codec is None:
        return frozenset(chain.from_iterable(map(first_signs, CODECS)))
    pairs = (bytes(pair) for pair in product(range(0xC2, 0xF5), _CONTINUATION))
    return frozenset(sign for pair in pairs for sign in pair.decode(codec, "ignore")[:1])


def _telling(runs: Collection[str]) -> set[str]:
    """The stretches of ``runs``, and the lone signs within them, that damage may begin with."""
    stretches = set(STRETCH.findall("\n".join(runs)))
    stretches.update(_LONE.findall("\n" + "\n".join(stretches)))
    first = first_signs()
    return {stretch for stretch in stretches if stretch[0] in first}


def _whole(stretches: set[str]) -> set[str]:
    """Those of ``stretches`` that are UTF-8 from end to end in some codec."""
    found: set[str] = set()
    joined = "\n" + "\n".join(stretches) + "\n"
    for codec in CODECS:
        places = _places(joined, codec)
        if _WHOLE.search(places):
            lines = (b"\n" + line + b"\n" for line in places.split(b"\n")[1:])
            found.update(compress(stretches, map(_WHOLE.match, lines)))
    return {stretch for stretch in found if len(stretch) > 2 or any(map(latin, _readings(stretch)))}


def latin(new: str) -> bool:
    """Whether ``new`` has no letter of another script: what one or two signs become is part of a Latin text."""
    return all(script(char) in {None, "LATIN"} for char in new)


def _readings(stretch: str) -> Iterator[str]:
    """What ``stretch`` is in UTF-8, in the codecs where it is."""
    found = (stretch.encode(codec, "replace").decode("utf-8", "replace") for codec in CODECS)
    return (new for new in found if "\ufffd" not in new)


def _places(text: str, codec: str) -> bytes:
    return text.encode(codec, "replace").translate(_PLACES)
