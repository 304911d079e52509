"""Readings: everything that a run of signs may have been before it was damaged, and what each would gain.

A reading is a guess about one place, weighed against the spelling that stands there; which guesses are taken is
decided in `search`, by all the evidence of the line and the text.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsnorm.characters import bigrams
from newsnorm.characters.alphabet import plausible
from newsnorm.characters.doubt import bonus, doubtful
from newsnorm.characters.families import Family, families
from newsnorm.characters.gate import exact_pair, paired
from newsnorm.characters.places import Place, Stretch

SURE = 7.0
"""Nats that prove a reading by itself."""

_LAYER = 5.0  # nats that each further layer costs
_LAYERS = 4
_SAME_CODEC = 2.0  # nats for an inner layer in the codec of the outer one
_ODD = -5.2  # nats a character: text read as worse than this may be damaged once more
_MIXED = 6.0  # nats that a reading owes whose signs no one codec has
_CLEAR = 4.0  # nats a character: a row this good needs no shorter reading beside it
_LEAST = -2.0  # nats: a reading worse than this is not taken on any line
_LETTERS = 8  # signs of one or two characters, which come again between other neighbours
_WORTH_A_LOOK = -8.0  # nats: no bonus lifts a reading below this
CONTEXT = 4
"""How many characters beside a run count."""

LONGEST_REMEMBERED = 80
"""Signs: what is longer hardly repeats."""


class Reading(NamedTuple):
    """What a stretch may have been: its first ``length`` signs were ``new``.

    ``gain`` is in nats; ``chain`` are the codecs that damaged it, outermost first. A ``doubtful`` reading replaces a
    spelling that is itself good text.
    """

    gain: float
    length: int
    new: str
    family: str
    chain: tuple[str, ...]
    doubtful: bool
    prior: float
    """What its codec owes for being rare; no more than 0."""

    certain: bool = False
    """Whether the reading needs no other evidence."""


def readings_of(place: Place, at: int, stretches: Iterable[Stretch]) -> Iterator[Reading]:
    """What each family makes of the signs from ``at``: a whole row of characters, and the first alone."""
    for family, one, row in stretches:
        if row > one:
            whole = list(_judged(place, family, at, row))
            yield from whole
            if any(reading.gain > _CLEAR * len(reading.new) for reading in whole):
                continue
        yield from _judged(place, family, at, one)


def _judged(place: Place, family: Family, at: int, end: int) -> tuple[Reading, ...]:
    """The readings of one stretch in its place."""
    text, judge = place.text, _judge if end - at <= LONGEST_REMEMBERED else _judge_long
    return judge(text[max(0, at - CONTEXT) : at], text[at:end], text[end : end + CONTEXT], family.name)


@functools.lru_cache(1 << 14)
def _judge(before: str, old: str, after: str, name: str) -> tuple[Reading, ...]:
    found, text = [], before + old + after
    at, end = len(before), len(before) + len(old)
    for reading in _peels(before[-1], old, after[0], name):
        gain = reading.gain + bonus(text, at, end, reading.new)
        if gain > _LEAST:
            doubt = doubtful(text, at, end, reading.new, name)
            certain = gain + reading.prior >= SURE and not doubt
            found.append(reading._replace(gain=gain, doubtful=doubt, certain=certain))
    return tuple(found)


_judge_long = functools.lru_cache(1 << 7)(_judge.__wrapped__)  # a flood of one character repeats long rows


def decoded(data: bytes) -> str | None:
    """The characters of ``data``, if it is UTF-8 (or CESU-8) of plausible ones."""
    try:
        new = data.decode("utf-8", "surrogatepass")
        if b"\xed" in data:
            new = new.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None
    return new if all(map(plausible, new)) else None


def _peels(left: str, old: str, right: str, name: str, layer: int = 1) -> tuple[Reading, ...]:
    """What a family makes of one stretch between its neighbours, by the character model alone."""
    peels = _remembered_peels if len(old) <= _LETTERS else _remembered_peels.__wrapped__
    return peels(left, old, right, name, layer)


@functools.lru_cache(1 << 14)
def _remembered_peels(left: str, old: str, right: str, name: str, layer: int) -> tuple[Reading, ...]:
    """The reading of one layer, and one through further layers where it still looks odd."""
    family = families()[name]
    new = decoded(family.bytes_of(old))
    if not new:
        return ()
    found: list[Reading] = []
    score = bigrams.default().score
    base, good = score(left + old + right), score(left + new + right)
    member = family.member(old)
    if not member:
        base, member = base + _MIXED, name
    if good - base > _WORTH_A_LOOK:
        found.append(Reading(good - base, len(old), new, name, (member,), doubtful=False, prior=family.prior))
    if layer < _LAYERS and good < _ODD * (len(new) + 1) and paired(new):
        deeper, more = _peeled(left, new, right, name, layer + 1)
        better = score(left + deeper + right) - base - _LAYER
        if more and better > _WORTH_A_LOOK:
            chain = (member, *more)
            found.append(Reading(better, len(old), deeper, name, chain, doubtful=False, prior=family.prior))
    return tuple(found)


def _peeled(left: str, inner: str, right: str, outer: str, layer: int) -> tuple[str, tuple[str, ...]]:
    """What ``inner`` was one layer deeper, and the chain of the codecs that damaged it."""
    place = Place(left + inner + right, 1 + len(inner))
    pieces: list[str] = []
    chain: tuple[str, ...] = ()
    done, at = 1, exact_pair(place.text, 1, place.end)
    while at < place.end:
        best = _best_inner(place, at, outer, layer)
        if best:
            pieces += place.text[done:at], best.new
            done, chain = at + best.length, chain or best.chain
        at = exact_pair(place.text, max(done, at + 1), place.end)
    return "".join(pieces) + place.text[done : place.end], chain


def _best_inner(place: Place, at: int, outer: str, layer: int) -> Reading | None:
    best, most = None, 0.0
    for family, one, row in place.stretches(at):
        for end in {one, row or one}:
            for reading in _peels(place.text[at - 1], place.text[at:end], place.text[end], family.name, layer):
                gain = reading.gain + family.prior + (_SAME_CODEC if family.name == outer else 0)
                if gain > most:
                    best, most = reading, gain
    return best


def deepened(left: str, reading: Reading, right: str, layers: int) -> Reading:
    """The reading seen through up to ``layers`` more, for a line that was damaged more often."""
    new, chain = _peeled(left, reading.new, right, reading.family, _LAYERS - layers + 1)
    return reading._replace(new=new, chain=reading.chain + chain)
