"""Hits: where in a run of signs damage may begin, each with all that may be read there.

What comes again is looked at once: short runs are remembered as a whole, long ones piece by piece. What a reading
is worth is judged in `readings`, which of them is taken in `search`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from newsnorm.characters.gate import exact_pair
from newsnorm.characters.places import Place, Stretch
from newsnorm.characters.readings import CONTEXT, LONGEST_REMEMBERED, SURE, Reading, readings_of

_CERTAIN = SURE + 6.0  # a reading this good is not looked behind
_PIECE, _WINDOW = 64, 128  # signs of a long run that are told at once, and those that are looked at for them
_SPARE = 6 + CONTEXT  # the longest character, two surrogates, and what counts behind it


class Hit(NamedTuple):
    """What may be read where damage may begin."""

    readings: tuple[Reading, ...]
    """Those that may be taken somewhere."""

    tops: Mapping[str, float]
    """What each family gains at most."""

    length: int
    """How many signs the best reading takes, if it is beyond doubt; else 1."""

    reach: int
    """How many signs the longest of all rows takes."""

    @classmethod
    def of(cls, place: Place, at: int, stretches: Sequence[Stretch]) -> Hit:
        """What may be read of ``stretches`` at ``at``."""
        some = tuple(readings_of(place, at, stretches))
        best = max(some, default=None)
        clear = best and best.gain >= _CERTAIN and not best.doubtful
        tops = {reading.family: reading.gain for reading in sorted(some)}
        reach = max((row - at for _, _, row in stretches if row), default=0)
        return cls(some, tops, best.length if best and clear else 1, reach)


# ASCII of one sort is one character to the model; s and O stay, since `’s` and `OÃ™` count.
_FOLDED = str.maketrans(
    dict.fromkeys(ascii_lowercase.replace("s", ""), "a")
    | dict.fromkeys(ascii_uppercase.replace("S", "").replace("O", ""), "A")
    | dict.fromkeys(digits, "0")
)


class Found(NamedTuple):
    """Hits, and where each begins."""

    starts: Sequence[int]
    hits: Sequence[Hit]


def hits(text: str, start: int, end: int) -> Found:
    """The hits in the run ``text[start:end]``, with their offsets from ``start``."""
    before = text[max(0, start - CONTEXT) : start].translate(_FOLDED) or "\n"
    after = text[end : end + CONTEXT].translate(_FOLDED) or "\n"
    return (_hits if end - start <= LONGEST_REMEMBERED else _hits_by_piece)(before, text[start:end], after)


@functools.lru_cache(1 << 13)
def _hits(before: str, run: str, after: str) -> Found:
    start, end = len(before), len(before) + len(run)
    found, _ = _told(Place(before + run + after, end), start, end)
    return found._replace(starts=[at - start for at in found.starts])


def _hits_by_piece(before: str, run: str, after: str) -> Found:
    """The same for a long run: what comes again in it is looked at once."""
    start = at = len(before)
    whole = Place(before + run + after, start + len(run))
    starts: list[int] = []
    hits: list[Hit] = []
    while at < whole.end - 1:
        shift = max(0, at - CONTEXT)
        window, spare = whole.text[shift : at + _WINDOW], _SPARE if at + _WINDOW < len(whole.text) else 0
        some, beyond = _piece(window, at - shift, min(len(window), whole.end - shift), spare)
        if beyond == at - shift:  # a row that is longer than the window
            some, beyond = _told(whole, at, at + 1)
            shift = 0
        starts += [shift - start + place for place in some.starts]
        hits += some.hits
        at = shift + beyond
    return Found(starts, hits)


@functools.lru_cache(1 << 12)
def _piece(text: str, start: int, end: int, spare: int) -> tuple[Found, int]:
    return _told(Place(text, end), start, start + _PIECE, spare)


def _told(place: Place, start: int, stop: int, spare: int = 0) -> tuple[Found, int]:
    """The hits from ``start`` to ``stop`` or behind, and where to go on, which no row found before covers.

    That is earlier where a row ends among the last ``spare`` characters, so that what follows may count.
    """
    starts: list[int] = []
    hits: list[Hit] = []
    told, free, reach = 0, start, start
    at = exact_pair(place.text, start, place.end)
    while at < place.end:
        if at >= reach:
            told, free = len(starts), at
            if at >= stop:
                return Found(starts, hits), at
        if at < reach and place.covers(at):
            first = max(0, at - CONTEXT)
            hit = _inside(place.text[first : at + _SPARE], at - first, min(at + _SPARE, place.end) - first)
        else:
            stretches = place.stretches(at)
            if spare and any(stretch.row > len(place.text) - spare for stretch in stretches):
                return Found(starts[:told], hits[:told]), free
            hit = Hit.of(place, at, stretches)
        reach = max(reach, at + hit.reach)
        if hit.readings:
            starts.append(at)
            hits.append(hit)
        at = exact_pair(place.text, at + hit.length, place.end)
    return Found(starts, hits), max(reach, place.end - 1)


@functools.lru_cache(1 << 12)
def _inside(text: str, at: int, end: int) -> Hit:
    """What may be read at ``at`` inside a row, one character in each family."""
    place = Place(text, end)
    return Hit.of(place, at, place.stretches(at, alone=True))
