"""The search: which readings are taken, by the evidence that a line and the whole text hold for their codec.

A reading is certain by itself, or helped by certain ones of its codec on the same line or elsewhere. Lost bytes are
not looked for here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from newsnorm.characters.gate import Run
from newsnorm.characters.readings import Hit, Reading, deepened, hits
from newsnorm.edits import Edit, Span

NEARBY = 2.5
"""Nats that a reading needs on a line where its codec is certain."""

_ELSEWHERE = 5.0  # the same, for another line of such a text
_EACH_MORE, _MOST_MORE = 1.5, 3  # nats less for each further certain reading on the line, and how many count
_BEST_ON_LINE = 4.0  # nats for the codec that explains the line best
_TIE = 0.5  # nats within which codecs explain a line equally well
_DOUBT = 4.0  # nats that a doubtful reading owes against others
_BEHIND_ON_LINE, _BEHIND_IN_TEXT = 0.3, 0.05  # what each nat less than the best costs


_Place = tuple[int, int, Hit]  # where the damage may begin, on which line, and what it may be


class Choice(NamedTuple):
    """The best reading of a hit: where the damage begins and on which line."""

    start: int
    line: int
    hit: Hit
    reading: Reading

    @property
    def gain(self) -> float:
        """What the reading gains, less what its codec owes for being rare."""
        return self.reading.gain + self.reading.prior

    def agreeing(self) -> set[str]:
        """The families that read the same, so that the hit proves each as much as the chosen one."""
        same = self.reading.length, self.reading.new
        return {reading.family for reading in self.hit.readings if (reading.length, reading.new) == same}


class Certainty:
    """Where which codec is beyond doubt: the certain readings by family and line."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self._certain = [choice for choice in choices if choice.reading.certain]
        self.deepest = max((len(choice.reading.chain) for choice in self._certain), default=1)

    @cached_property
    def _counts(self) -> Mapping[str, Counter[int]]:
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        for choice in self._certain:
            for family in choice.agreeing():
                counts[family][choice.line] += 1
        return dict(counts)

    @cached_property
    def layers(self) -> Mapping[int, int]:
        """How often each line was damaged, by what its certain readings gain; lines without any are left out."""
        layers: dict[int, Counter[int]] = defaultdict(Counter)
        for choice in self._certain:
            layers[choice.line][len(choice.reading.chain)] += round(choice.gain)
        return {line: counts.most_common(1)[0][0] for line, counts in layers.items()}

    @cached_property
    def _places(self) -> Mapping[str, Mapping[int, int]]:
        places: dict[str, dict[int, int]] = defaultdict(dict)
        for start, line, _, reading in self._certain:
            places[reading.family].setdefault(line, start)
        return dict(places)

    def places(self, family: str) -> list[int]:
        """One place on each line where ``family`` was chosen and is certain."""
        return list(self._places.get(family, {}).values())

    def helps(self, choice: Choice) -> bool:
        """Whether a choice that is not certain is good enough beside the certain ones."""
        lines = self._counts.get(choice.reading.family)
        if not lines:
            return False
        if not lines[choice.line]:
            return choice.gain >= _ELSEWHERE
        return choice.reading.gain >= NEARBY - _EACH_MORE * min(_MOST_MORE, lines[choice.line] - 1)


def search(text: str, runs: Sequence[Run]) -> tuple[list[Edit], Certainty]:
    """The edits for the readings taken in ``runs``, in order and disjoint, and what the certain ones prove."""
    choices = _choices(list(_places(text, runs)))
    certainty = Certainty(choices)
    taken = [choice for choice in choices if choice.reading.certain or certainty.helps(choice)]
    if certainty.deepest > 1:
        taken = [_deepened(text, choice, certainty.layers.get(choice.line, 0)) for choice in taken]
    return list(_edits(taken)), certainty


def _deepened(text: str, choice: Choice, layers: int) -> Choice:
    """The choice as often damaged as the rest of its line, where its codec allows."""
    start, _, _, reading = choice
    if layers <= len(reading.chain):
        return choice
    end = start + reading.length
    left, right = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    return choice._replace(reading=deepened(left, reading, right, layers - len(reading.chain)))


def _places(text: str, runs: Sequence[Run]) -> Iterator[_Place]:
    line, counted = 0, 0
    for run in runs:
        found = hits(text, run.start, run.end)
        if found:
            line += text.count("\n", counted, run.start)
            counted = run.start
        for offset, hit in found:
            yield run.start + offset, line, hit


def _choices(places: Sequence[_Place]) -> list[Choice]:
    """The best reading of each hit, by its gain and by how well its codec explains the line and the text."""
    if all(len(hit.readings) == 1 for _, _, hit in places):
        return [Choice(start, line, hit, hit.readings[0]) for start, line, hit in places]
    by_text = _tops(hit for _, _, hit in places)
    choices: list[Choice] = []
    on_lines: dict[tuple[int, ...], Mapping[int, Reading]] = {}  # lines with the same hits are read alike
    for _, some in groupby(places, key=itemgetter(1)):
        on_line = list(some)
        alike = tuple(id(hit) for _, _, hit in on_line)
        if alike not in on_lines:
            by_line = _tops(hit for _, _, hit in on_line)
            distinct = {id(hit): hit for _, _, hit in on_line}
            on_lines[alike] = {key: _best(hit, by_line, by_text) for key, hit in distinct.items()}
        best = on_lines[alike]
        choices += [Choice(start, line, hit, best[id(hit)]) for start, line, hit in on_line]
    return choices


def _tops(some: Iterable[Hit]) -> Mapping[str, float]:
    """What each family gains at most in all of ``some`` hits."""
    sums: dict[str, float] = {}
    for hit in some:
        for family, gain in hit.tops.items():
            sums[family] = sums.get(family, 0.0) + gain
    return sums


def _best(hit: Hit, by_line: Mapping[str, float], by_text: Mapping[str, float]) -> Reading:
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


def _edits(choices: Iterable[Choice]) -> Iterator[Edit]:
    """The repairs, each from where the one before it ends."""
    done = 0
    for start, _, _, reading in choices:
        if start >= done:
            done = start + reading.length
            yield Edit(Span(start, done), reading.new, _rule(reading.chain))


@cache
def _rule(chain: tuple[str, ...]) -> str:
    return "mojibake." + "+".join(chain)
