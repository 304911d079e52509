"""Readings: everything that a run of signs may have been before it was damaged, and what each would gain.

A reading is a guess about one place, weighed against the spelling that stands there; which guesses are taken is
decided in `search`, by all the evidence of the line and the text.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from newsnorm.characters import bigrams
from newsnorm.characters.alphabet import plausible
from newsnorm.characters.doubt import bonus, doubtful
from newsnorm.characters.families import LONGEST, Family, by_lead
from newsnorm.characters.gate import exact_pair

SURE = 7.0
"""Nats that prove a reading by itself."""

_CERTAIN = SURE + 6.0  # a reading this good is not looked behind
_LAYER = 5.0  # nats that each further layer costs
_LAYERS = 4
_SAME_CODEC = 2.0  # nats for an inner layer in the codec of the outer one
_ODD = -5.2  # nats a character: text read as worse than this may be damaged once more
_MIXED = 6.0  # nats that a reading owes whose signs no one codec has
_LEAST = -2.0  # nats: a reading worse than this is not taken on any line
_WORTH_A_LOOK = -8.0  # nats: no bonus lifts a reading below this
CONTEXT = 4
"""How many characters beside a run count."""


class Reading(NamedTuple):
    """What a stretch may have been: signs up to ``end`` were ``new``, damaged by ``chain`` (outermost codec first).

    ``gain`` is in nats. A ``doubtful`` reading replaces a spelling that is itself good text.
    """

    gain: float
    end: int
    new: str
    family: str
    chain: tuple[str, ...]
    doubtful: bool


class Hit(NamedTuple):
    """A place where damage may begin, with its readings, each with a gain."""

    start: int
    readings: tuple[Reading, ...]


# ASCII of one sort is one character to the model; s and O stay, since `’s` and `OÃ™` count.
_FOLDED = str.maketrans(
    dict.fromkeys(ascii_lowercase.replace("s", ""), "a")
    | dict.fromkeys(ascii_uppercase.replace("S", "").replace("O", ""), "A")
    | dict.fromkeys(digits, "0")
)


def hits(text: str, start: int, end: int) -> tuple[Hit, ...]:
    """The hits in the run ``text[start:end]``, with offsets from ``start``."""
    before = text[max(0, start - CONTEXT) : start].translate(_FOLDED) or "\n"
    after = text[end : end + CONTEXT].translate(_FOLDED) or "\n"
    return (_remembered if end - start <= _LONGEST_REMEMBERED else _hits)(before, text[start:end], after)


_LONGEST_REMEMBERED = 80


def _hits(before: str, run: str, after: str) -> tuple[Hit, ...]:
    return tuple(_found(_Place(before + run + after, len(before), len(before) + len(run))))


_remembered = functools.lru_cache(1 << 12)(_hits)


class _Place:
    """One run in its context, and what each family makes of it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self._bytes: dict[str, bytes] = {}
        self._covered: dict[str, int] = {}

    def bytes_of(self, family: Family) -> bytes:
        found = self._bytes.get(family.name)
        if found is None:
            found = self._bytes[family.name] = family.bytes_of(self.text[: self.end])
        return found

    def stretches(self, at: int) -> Iterator[tuple[Family, int]]:
        """The families that read a character at ``at``, each with one character and with the longest row."""
        for family in by_lead().get(self.text[at], ()):
            data = self.bytes_of(family)
            one = family.grammar.one.match(data, at)
            if not one:
                continue
            yield family, one.end()
            if at >= self._covered.get(family.name, 0):
                row = family.grammar.row.match(data, at, at + LONGEST)
                if row and row.end() > one.end():
                    self._covered[family.name] = row.end()
                    yield family, row.end()


def _found(place: _Place) -> Iterator[Hit]:
    at = exact_pair(place.text, place.start, place.end)
    while at >= 0:
        some = tuple(reading for reading in _readings(place, at) if reading.gain > _LEAST)
        if some:
            yield Hit(at - place.start, tuple(reading._replace(end=reading.end - place.start) for reading in some))
        best = max(some, default=None)
        after = best.end if best and best.gain >= _CERTAIN and not best.doubtful else at + 1
        at = exact_pair(place.text, after, place.end)


def _readings(place: _Place, at: int) -> Iterator[Reading]:
    for family, end in place.stretches(at):
        new = decoded(place.bytes_of(family)[at:end])
        for reading in _layered(place.text, _Step(at, end, new, family, 1)) if new else ():
            extra = bonus(place.text, at, end, reading.new)
            doubt = doubtful(place.text, at, end, reading.new, family.name)
            yield reading._replace(gain=reading.gain + extra, doubtful=doubt)


def decoded(data: bytes) -> str | None:
    """The characters of ``data``, if it is UTF-8 (or CESU-8) of plausible ones."""
    try:
        new = data.decode("utf-8", "surrogatepass")
        if b"\xed" in data:
            new = new.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None
    return new if all(map(plausible, new)) else None


class _Step(NamedTuple):
    """One layer peeled: the signs from ``at`` to ``end`` were ``new``, read with ``family``."""

    at: int
    end: int
    new: str
    family: Family
    layer: int


def _layered(text: str, step: _Step) -> Iterator[Reading]:
    """The reading of one stretch, and those through further layers where it still looks odd."""
    score = bigrams.default().score
    left, old, right = text[step.at - 1], text[step.at : step.end], text[step.end]
    base, good = score(left + old + right), score(left + step.new + right)
    member = step.family.member(old)
    if not member:
        base, member = base + _MIXED, step.family.name
    chain = (member,)
    if good - base > _WORTH_A_LOOK:
        yield Reading(good - base, step.end, step.new, step.family.name, chain, doubtful=False)
    if step.layer < _LAYERS and good < _ODD * (len(step.new) + 1) and exact_pair(step.new, 0, len(step.new)) >= 0:
        deeper, more = _peeled(left, step.new, right, step.family.name, step.layer + 1)
        better = score(left + deeper + right) - base - _LAYER
        if more and better > _WORTH_A_LOOK:
            yield Reading(better, step.end, deeper, step.family.name, chain + more, doubtful=False)


def _peeled(left: str, inner: str, right: str, outer: str, layer: int) -> tuple[str, tuple[str, ...]]:
    """What ``inner`` was one layer deeper, and the chain of the codecs that damaged it."""
    place = _Place(left + inner + right, 1, 1 + len(inner))
    pieces: list[str] = []
    chain: tuple[str, ...] = ()
    done = 1
    at = exact_pair(place.text, 1, place.end)
    while at >= 0:
        best = _best_inner(place, at, outer, layer)
        if best:
            pieces += place.text[done:at], best.new
            done, chain = best.end, chain or best.chain
        at = exact_pair(place.text, best.end if best else at + 1, place.end)
    return "".join(pieces) + place.text[done : place.end], chain


def deepened(text: str, start: int, reading: Reading, layers: int) -> Reading:
    """The reading seen through up to ``layers`` more, for a line that was damaged more often."""
    left, right = text[start - 1 : start] or "\n", text[reading.end : reading.end + 1] or "\n"
    new, chain = _peeled(left, reading.new, right, reading.family, _LAYERS - layers + 1)
    return reading._replace(new=new, chain=reading.chain + chain)


def _best_inner(place: _Place, at: int, outer: str, layer: int) -> Reading | None:
    best, most = None, 0.0
    for family, end in place.stretches(at):
        new = decoded(place.bytes_of(family)[at:end])
        for reading in _layered(place.text, _Step(at, end, new, family, layer)) if new else ():
            gain = reading.gain + family.prior + (_SAME_CODEC if family.name == outer else 0)
            if gain > most:
                best, most = reading, gain
    return best
