"""The search: which readings are taken, by the evidence that a line and the whole text hold for their codec.

A reading is certain by itself, or helped by certain ones of its codec on the same line or elsewhere. Lost bytes are
not looked for here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
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


class Place(NamedTuple):
    """A hit in its text: where its run starts, and on which line."""

    run: int
    line: int
    hit: Hit

    @property
    def start(self) -> int:
        """Where the damage may begin."""
        return self.run + self.hit.start


class Choice(NamedTuple):
    """The best reading of a hit."""

    place: Place
    reading: Reading

    @property
    def end(self) -> int:
        """Where the reading ends in the text."""
        return self.place.start + self.reading.length

    @property
    def gain(self) -> float:
        """What the reading gains, less what its codec owes for being rare."""
        return self.reading.gain + self.reading.prior

    @property
    def edit(self) -> Edit:
        """The repair."""
        rule = "mojibake." + "+".join(self.reading.chain)
        return Edit(Span(self.place.start, self.end), self.reading.new, rule)

    def agreeing(self) -> set[str]:
        """The families that read the same, so that the hit proves each as much as the chosen one."""
        same = self.reading.length, self.reading.new
        return {reading.family for reading in self.place.hit.readings if (reading.length, reading.new) == same}


class Certainty:
    """Where which codec is beyond doubt: the certain readings by family and line."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self._certain = [choice for choice in choices if choice.reading.certain]
        self._deepest = max((len(choice.reading.chain) for choice in self._certain), default=1)

    @cached_property
    def _counts(self) -> Mapping[str, Counter[int]]:
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        for choice in self._certain:
            for family in choice.agreeing():
                counts[family][choice.place.line] += 1
        return dict(counts)

    @cached_property
    def _layers(self) -> Mapping[int, Counter[int]]:
        layers: dict[int, Counter[int]] = defaultdict(Counter)
        for choice in self._certain:
            layers[choice.place.line][len(choice.reading.chain)] += round(choice.gain)
        return dict(layers)

    @cached_property
    def _places(self) -> Mapping[str, Mapping[int, int]]:
        places: dict[str, dict[int, int]] = defaultdict(dict)
        for place, reading in self._certain:
            places[reading.family].setdefault(place.line, place.start)
        return dict(places)

    def places(self, family: str) -> list[int]:
        """One place on each line where ``family`` was chosen and is certain."""
        return list(self._places.get(family, {}).values())

    def layers(self, line: int) -> int:
        """How often the line was damaged, by what its certain readings gain; 0 where there is none."""
        layers = self._layers.get(line) if self._deepest > 1 else None
        return layers.most_common(1)[0][0] if layers else 0

    def takes(self, choice: Choice) -> bool:
        """Whether a choice is good enough where it stands."""
        if choice.reading.certain or choice.reading.family not in self._counts:
            return choice.reading.certain
        count = self._counts[choice.reading.family][choice.place.line]
        if not count:
            return choice.gain >= _ELSEWHERE
        return choice.reading.gain >= NEARBY - _EACH_MORE * min(_MOST_MORE, count - 1)


def search(text: str, runs: Sequence[Run]) -> tuple[list[Edit], Certainty]:
    """The edits for the readings taken in ``runs``, in order and disjoint, and what the certain ones prove."""
    choices = _choices(list(_places(text, runs)))
    certainty = Certainty(choices)
    taken = _disjoint(choice for choice in choices if certainty.takes(choice))
    return [_deepened(text, choice, certainty.layers(choice.place.line)).edit for choice in taken], certainty


def _deepened(text: str, choice: Choice, layers: int) -> Choice:
    """The choice as often damaged as the rest of its line, where its codec allows."""
    missing = layers - len(choice.reading.chain)
    if missing <= 0:
        return choice
    left, right = text[choice.place.start - 1 : choice.place.start] or "\n", text[choice.end : choice.end + 1] or "\n"
    return choice._replace(reading=deepened(left, choice.reading, right, missing))


def _places(text: str, runs: Sequence[Run]) -> Iterator[Place]:
    line, counted = 0, 0
    for run in runs:
        found = hits(text, run.start, run.end)
        if found:
            line += text.count("\n", counted, run.start)
            counted = run.start
        for hit in found:
            yield Place(run.start, line, hit)


def _choices(places: Sequence[Place]) -> list[Choice]:
    """The best reading of each hit, by its gain and by how well its codec explains the line and the text."""
    if all(len(place.hit.readings) == 1 for place in places):
        return [Choice(place, place.hit.readings[0]) for place in places]
    by_line: dict[int, dict[str, float]] = {}
    by_text: dict[str, float] = {}
    for _, line, hit in places:
        for sums in (by_line.setdefault(line, {}), by_text):
            for family, gain in hit.tops.items():
                sums[family] = sums.get(family, 0.0) + gain
    on_line = Counter(place.line for place in places)
    # A hit alone on its line is chosen alike on any line.
    keys = [(id(hit), line if on_line[line] > 1 else -1) for _, line, hit in places]
    hits = dict(zip(keys, places, strict=True))
    best = {key: _best(hit, by_line[line], by_text) for key, (_, line, hit) in hits.items()}
    return [Choice(place, best[key]) for key, place in zip(keys, places, strict=True)]


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


def _disjoint(choices: Iterable[Choice]) -> Iterator[Choice]:
    done = 0
    for choice in choices:
        if choice.place.start >= done:
            done = choice.end
            yield choice
