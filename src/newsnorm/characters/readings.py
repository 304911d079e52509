"""Readings: everything that a run of signs may have been before it was damaged, and what each would gain.

A reading is a guess about one place, weighed against the spelling that stands there; which guesses are taken is
decided in `search`, by all the evidence of the line and the text.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from newsnorm.characters import bigrams
from newsnorm.characters.alphabet import plausible
from newsnorm.characters.doubt import bonus, doubtful
from newsnorm.characters.families import LONGEST, Family, by_lead, families
from newsnorm.characters.gate import exact_pairs, paired

SURE = 7.0
"""Nats that prove a reading by itself."""

_CERTAIN = SURE + 6.0  # a reading this good is not looked behind
_LAYER = 5.0  # nats that each further layer costs
_LAYERS = 4
_SAME_CODEC = 2.0  # nats for an inner layer in the codec of the outer one
_ODD = -5.2  # nats a character: text read as worse than this may be damaged once more
_MIXED = 6.0  # nats that a reading owes whose signs no one codec has
_CLEAR = 4.0  # nats a character: a row this good needs no shorter reading beside it
_LEAST = -2.0  # nats: a reading worse than this is not taken on any line
_LONGEST_REMEMBERED = 80  # signs: what is longer hardly repeats
_NEAR = 32  # signs that mostly tell what may be read where the first stands
_LONGEST_CHARACTER = 6  # signs: two surrogates
_WORTH_A_LOOK = -8.0  # nats: no bonus lifts a reading below this
CONTEXT = 4
"""How many characters beside a run count."""


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


class Hit(NamedTuple):
    """What may be read where damage may begin."""

    readings: tuple[Reading, ...]
    """Those that may be taken somewhere."""

    tops: Mapping[str, float]
    """What each family gains at most."""

    length: int
    """How many signs the best reading takes, if it is beyond doubt; else 1."""

    rows: Mapping[str, int]
    """How many signs the longest row of characters takes, by family."""

    reach: int
    """How many signs the longest of all rows takes."""

    @classmethod
    def of(cls, place: _Place, at: int, stretches: Sequence[_Stretch]) -> Hit:
        """What may be read of ``stretches`` at ``at``."""
        some = tuple(reading for reading in _readings(place, at, stretches) if reading.gain > _LEAST)
        best = max(some, default=None)
        clear = best and best.gain >= _CERTAIN and not best.doubtful
        tops = {reading.family: reading.gain for reading in sorted(some)}
        rows = {family.name: row - at for family, _, row in stretches if row}
        return cls(some, tops, best.length if best and clear else 1, rows, max(rows.values(), default=0))


# ASCII of one sort is one character to the model; s and O stay, since `’s` and `OÃ™` count.
_FOLDED = str.maketrans(
    dict.fromkeys(ascii_lowercase.replace("s", ""), "a")
    | dict.fromkeys(ascii_uppercase.replace("S", "").replace("O", ""), "A")
    | dict.fromkeys(digits, "0")
)


def hits(text: str, start: int, end: int) -> tuple[tuple[int, Hit], ...]:
    """The hits in the run ``text[start:end]``, each with its offset from ``start``."""
    before = text[max(0, start - CONTEXT) : start].translate(_FOLDED) or "\n"
    after = text[end : end + CONTEXT].translate(_FOLDED) or "\n"
    return (_hits if end - start <= _LONGEST_REMEMBERED else _hits.__wrapped__)(before, text[start:end], after)


@functools.lru_cache(1 << 13)
def _hits(before: str, run: str, after: str) -> tuple[tuple[int, Hit], ...]:
    return tuple(_found(_Place(before + run + after, len(before), len(before) + len(run))))


class _Stretch(NamedTuple):
    """Where the first character that a family may read ends, and the longest row of them; 0 if that is covered."""

    family: Family
    one: int
    row: int


class _Place:
    """One run in its context, and what each family makes of it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self._bytes: dict[str, bytes] = {}
        self._covered: dict[str, int] = {}
        self._last: tuple[int, Mapping[str, int]] = 0, {}
        self._reach = 0 if end - start > _LONGEST_REMEMBERED else end  # a short run is remembered as a whole

    def bytes_of(self, family: Family) -> bytes:
        """What the text up to the end of the run was read from."""
        found = self._bytes.get(family.name)
        if found is None:
            found = self._bytes[family.name] = family.bytes_of(self.text[: self.end])
        return found

    def row(self, family: Family, at: int) -> int:
        """Where the longest row of characters that begins at ``at`` ends, unless an earlier one covers it."""
        last, rows = self._last
        if at < self._covered.get(family.name, 0) or at < last + rows.get(family.name, 0):
            return 0
        row = family.grammar.row.match(self.bytes_of(family), at, at + LONGEST)
        self._covered[family.name] = end = row.end() if row else 0
        return end

    def stretches(self, at: int) -> list[_Stretch]:
        """What each family may read from ``at``."""
        some = ((family, family.grammar.one.match(self.bytes_of(family), at)) for family in by_lead()[self.text[at]])
        return [_Stretch(family, one.end(), self.row(family, at)) for family, one in some if one]

    def hit(self, at: int) -> Hit:
        """What may be read at ``at``, by what stands near if that tells; no earlier row may reach as far."""
        found = None
        if at >= self._reach:
            first, end = max(0, at - CONTEXT), at + _NEAR
            found = _hit_near(self.text[first:end], at - first, _LONGEST_CHARACTER if end < len(self.text) else 0)
        if found:
            self._last = at, found.rows
        else:
            found = Hit.of(self, at, self.stretches(at))
        self._reach = max(self._reach, at + found.reach)
        return found


@functools.lru_cache(1 << 12)
def _hit_near(text: str, at: int, spare: int) -> Hit | None:
    """What may be read at ``at``; None if a row ends among the last ``spare`` characters, so that more may count."""
    place = _Place(text, at, len(text))
    stretches = place.stretches(at)
    return None if any(row > len(text) - spare for _, _, row in stretches) else Hit.of(place, at, stretches)


def _found(place: _Place) -> Iterator[tuple[int, Hit]]:
    done = 0
    for at in exact_pairs(place.text, place.start, place.end):
        if at >= done:
            hit = place.hit(at)
            done = at + hit.length
            if hit.readings:
                yield at - place.start, hit


def _readings(place: _Place, at: int, stretches: Iterable[_Stretch]) -> Iterator[Reading]:
    """What each family makes of the signs from ``at``: a whole row of characters, and the first alone."""
    for family, one, row in stretches:
        if row > one:
            whole = list(_judged(place, family, at, row))
            yield from whole
            if any(reading.gain > _CLEAR * len(reading.new) for reading in whole):
                continue
        yield from _judged(place, family, at, one)


def _judged(place: _Place, family: Family, at: int, end: int) -> tuple[Reading, ...]:
    """The readings of one stretch in its place."""
    text, judge = place.text, _judge if end - at <= _LONGEST_REMEMBERED else _judge_long
    return judge(text[max(0, at - CONTEXT) : at], text[at:end], text[end : end + CONTEXT], family.name)


@functools.lru_cache(1 << 14)
def _judge(before: str, old: str, after: str, name: str) -> tuple[Reading, ...]:
    family, found, text = families()[name], [], before + old + after
    at, end = len(before), len(before) + len(old)
    new = decoded(family.bytes_of(old))
    for reading in _layered(_Peel(before[-1], old, new, after[0], family, 1)) if new else ():
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


class _Peel(NamedTuple):
    """One layer peeled: between ``left`` and ``right``, the signs ``old`` were ``new``, read with ``family``."""

    left: str
    old: str
    new: str
    right: str
    family: Family
    layer: int


def _layered(peel: _Peel) -> Iterator[Reading]:
    """The reading of one stretch, and one through further layers where it still looks odd."""
    left, old, new, right, family, layer = peel
    score = bigrams.default().score
    base, good = score(left + old + right), score(left + new + right)
    member = family.member(old)
    if not member:
        base, member = base + _MIXED, family.name
    if good - base > _WORTH_A_LOOK:
        yield Reading(good - base, len(old), new, family.name, (member,), doubtful=False, prior=family.prior)
    if layer < _LAYERS and good < _ODD * (len(new) + 1) and paired(new):
        deeper, more = _peeled(left, new, right, family.name, layer + 1)
        better = score(left + deeper + right) - base - _LAYER
        if more and better > _WORTH_A_LOOK:
            chain = (member, *more)
            yield Reading(better, len(old), deeper, family.name, chain, doubtful=False, prior=family.prior)


def _peeled(left: str, inner: str, right: str, outer: str, layer: int) -> tuple[str, tuple[str, ...]]:
    """What ``inner`` was one layer deeper, and the chain of the codecs that damaged it."""
    place = _Place(left + inner + right, 1, 1 + len(inner))
    pieces: list[str] = []
    chain: tuple[str, ...] = ()
    done = 1
    for at in exact_pairs(place.text, 1, place.end):
        best = _best_inner(place, at, outer, layer) if at >= done else None
        if best:
            pieces += place.text[done:at], best.new
            done, chain = at + best.length, chain or best.chain
    return "".join(pieces) + place.text[done : place.end], chain


def _best_inner(place: _Place, at: int, outer: str, layer: int) -> Reading | None:
    best, most = None, 0.0
    for family, one, row in place.stretches(at):
        for end in {one, row or one}:
            old, new = place.text[at:end], decoded(place.bytes_of(family)[at:end])
            peel = _Peel(place.text[at - 1], old, new or "", place.text[end], family, layer)
            for reading in _layered(peel) if new else ():
                gain = reading.gain + family.prior + (_SAME_CODEC if family.name == outer else 0)
                if gain > most:
                    best, most = reading, gain
    return best


def deepened(left: str, reading: Reading, right: str, layers: int) -> Reading:
    """The reading seen through up to ``layers`` more, for a line that was damaged more often."""
    new, chain = _peeled(left, reading.new, right, reading.family, _LAYERS - layers + 1)
    return reading._replace(new=new, chain=reading.chain + chain)
