"""The search: which readings are taken, by the evidence that a line and the whole text hold for their codec.

A reading is certain by itself, or helped by certain ones of its codec on the same line or elsewhere. Lost bytes are
not looked for here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from newsnorm.characters.gate import Run
from newsnorm.characters.hits import Hit, hits
from newsnorm.characters.readings import Reading, deepened
from newsnorm.edits import Edit, Span

NEARBY = 2.5
"""Nats that a reading needs on a line where its codec is certain."""

_ELSEWHERE = 5.0  # the same, for another line of such a text
_EACH_MORE, _MOST_MORE = 1.5, 3  # nats less for each further certain reading on the line, and how many count
_BEST_ON_LINE = 4.0  # nats for the codec that explains the line best
_TIE = 0.5  # nats within which codecs explain a line equally well
_DOUBT = 4.0  # nats that a doubtful reading owes against others
_BEHIND_ON_LINE, _BEHIND_IN_TEXT = 0.3, 0.05  # what each nat less than the best costs


class Choice(NamedTuple):
    """The best reading of a hit on its line."""

    hit: Hit
    reading: Reading
    change: tuple[int, str, str]
    """How many signs become what, and because of which rule."""

    @property
    def gain(self) -> float:
        """What the reading gains, less what its codec owes for being rare."""
        return self.reading.gain + self.reading.prior

    def agreeing(self) -> set[str]:
        """The families that read the same, so that the hit proves each as much as the chosen one."""
        same = self.reading.length, self.reading.new
        return {reading.family for reading in self.hit.readings if (reading.length, reading.new) == same}


class _Line(NamedTuple):
    """The hits on one line, and where each begins."""

    number: int
    starts: list[int]
    hits: list[Hit]


_tuple = tuple.__new__  # makes a named tuple in half the time

_Tops = Mapping[str, float]  # what each family gains at most
_Choices = Mapping[int, Choice]  # of one line, by the identity of the hit, in the order of their first places


class Certainty:
    """Where which codec is beyond doubt: the certain readings by family and line."""

    def __init__(self, lines: Sequence[_Line], choices: Sequence[_Choices]) -> None:
        self._lines, self._choices = lines, choices
        distinct = {id(some): some for some in choices}.values()
        self.deepest = max(
            (len(reading.chain) for some in distinct for _, reading, _ in some.values() if reading.certain), default=1
        )

    @cached_property
    def _counts(self) -> Mapping[str, Counter[int]]:
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        for line, choice, count in self._certain():
            for family in choice.agreeing():
                counts[family][line] += count
        return dict(counts)

    @cached_property
    def layers(self) -> Mapping[int, int]:
        """How often each line was damaged, by what its certain readings gain; lines without any are left out."""
        layers: dict[int, Counter[int]] = defaultdict(Counter)
        for line, choice, count in self._certain():
            layers[line][len(choice.reading.chain)] += round(choice.gain) * count
        return {line: counts.most_common(1)[0][0] for line, counts in layers.items()}

    def _certain(self) -> Iterator[tuple[int, Choice, int]]:
        """Each certain choice of each line, and how often it is made there."""
        for line, choices in zip(self._lines, self._choices, strict=True):
            counts = Counter(map(id, line.hits)) if len(choices) < len(line.hits) else {}
            for key, choice in choices.items():
                if choice.reading.certain:
                    yield line.number, choice, counts.get(key, 1)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for line, choices in zip(self._lines, self._choices, strict=True):
            for family in {choice.reading.family for choice in choices.values() if choice.reading.certain}:
                places[family].append(line.starts[0])
        return dict(places)

    def places(self, family: str) -> Sequence[int]:
        """The first hit of each line where ``family`` was chosen and is certain."""
        return self._places.get(family, ())

    def helps(self, choice: Choice, line: int) -> bool:
        """Whether a choice that is not certain is good enough beside the certain ones."""
        lines = self._counts.get(choice.reading.family)
        if not lines:
            return False
        if not lines[line]:
            return choice.gain >= _ELSEWHERE
        return choice.reading.gain >= NEARBY - _EACH_MORE * min(_MOST_MORE, lines[line] - 1)


def search(text: str, runs: Sequence[Run]) -> tuple[list[Edit], Certainty]:
    """The edits for the readings taken in ``runs``, in order and disjoint, and what the certain ones prove."""
    lines = _lines(text, runs)
    choices = _choices(lines)
    certainty = Certainty(lines, choices)
    edits: list[Edit] = []
    for line, some in zip(lines, choices, strict=True):
        edits += _edits(text, line, some, certainty)
    return edits, certainty


def _lines(text: str, runs: Iterable[Run]) -> list[_Line]:
    lines: list[_Line] = []
    number, counted = 0, 0
    for run in runs:
        at = run.start
        starts, some = hits(text, at, at + len(run.text))
        if some:
            more = text.count("\n", counted, at)
            counted = at
            if more or not lines:
                number += more
                line = _Line(number, [], [])
                lines.append(line)
            line.starts.extend([at + start for start in starts])
            line.hits.extend(some)
    return lines


def _choices(lines: Sequence[_Line]) -> list[_Choices]:
    """The best reading of each hit of each line, by its gain and by how well its codec explains line and text."""
    alike = [tuple(map(id, line.hits)) for line in lines]  # such lines are read alike
    distinct = dict(zip(alike, lines, strict=True))
    several = any(len(hit.readings) > 1 for line in distinct.values() for hit in line.hits)
    by_line = {key: _sums(hit.tops for hit in line.hits) if several else {} for key, line in distinct.items()}
    by_text = _sums(by_line[key] for key in alike)
    found: dict[tuple[int, ...], _Choices] = {}
    for key, tops in by_line.items():
        some = dict(zip(key, distinct[key].hits, strict=True))
        found[key] = {each: _chosen(hit, _best(hit, tops, by_text)) for each, hit in some.items()}
    return [found[key] for key in alike]


def _sums(some: Iterable[_Tops]) -> _Tops:
    sums: dict[str, float] = {}
    for tops in some:
        for family, gain in tops.items():
            sums[family] = sums.get(family, 0.0) + gain
    return sums


def _chosen(hit: Hit, reading: Reading) -> Choice:
    return Choice(hit, reading, (reading.length, reading.new, _rule(reading.chain)))


def _best(hit: Hit, by_line: _Tops, by_text: _Tops) -> Reading:
    if len(hit.readings) == 1:
        return hit.readings[0]
    on_line = {family: by_line[family] - gain for family, gain in hit.tops.items()}
    in_text = {family: by_text[family] - gain for family, gain in hit.tops.items()}
    most_on_line, most_in_text = max(on_line.values()), max(in_text.values())

    def favoured(reading: Reading) -> float:
        behind = most_on_line - on_line[reading.family]
        favour = reading.prior + (_BEST_ON_LINE if behind < _TIE else -_BEHIND_ON_LINE * behind)
        favour -= _BEHIND_IN_TEXT * (most_in_text - in_text[reading.family])
        return reading.gain + favour - _DOUBT * reading.doubtful

    return max(hit.readings, key=favoured)


def _edits(text: str, line: _Line, choices: _Choices, certainty: Certainty) -> list[Edit]:
    """The repairs on a line, each from where the one before it ends."""
    edits: list[Edit] = []
    done, number = 0, line.number
    layers = certainty.layers.get(number, 0) if certainty.deepest > 1 else 0
    taken = {key for key, some in choices.items() if some.reading.certain or certainty.helps(some, number)}
    for start, key in zip(line.starts, map(id, line.hits), strict=True):
        if start >= done and key in taken:
            _, reading, (length, new, rule) = choices[key]
            done = start + length
            if layers and layers > len(reading.chain):
                reading = _deepened(text, start, reading, layers)
                new, rule = reading.new, _rule(reading.chain)
            edits.append(_tuple(Edit, (_tuple(Span, (start, done)), new, rule)))
    return edits


def _deepened(text: str, start: int, reading: Reading, layers: int) -> Reading:
    """The reading as often damaged as the rest of its line, where its codec allows."""
    end = start + reading.length
    left, right = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    return deepened(left, reading, right, layers - len(reading.chain))


@cache
def _rule(chain: tuple[str, ...]) -> str:
    return "mojibake." + "+".join(chain)
