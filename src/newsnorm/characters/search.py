"""The search: which readings are taken, by the evidence that a line and the whole text hold for their codec.

A reading is certain by itself, or helped by certain ones of its codec on the same line or elsewhere. Lost bytes are
not looked for here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsnorm.characters.families import families
from newsnorm.characters.gate import Run
from newsnorm.characters.readings import SURE, Hit, Reading, deepened, hits
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
        return self.reading.gain + families()[self.reading.family].prior

    @property
    def certain(self) -> bool:
        """Whether the reading needs no other evidence."""
        return self.gain >= SURE and not self.reading.doubtful

    @property
    def edit(self) -> Edit:
        """The repair."""
        rule = "mojibake." + "+".join(self.reading.chain)
        return Edit(Span(self.place.start, self.end), self.reading.new, rule)

    def agreeing(self) -> Iterator[str]:
        """The families that read the same, so that the hit proves each as much as the chosen one."""
        for reading in self.place.hit.readings:
            if (reading.length, reading.new) == (self.reading.length, self.reading.new):
                yield reading.family


class Certainty:
    """Where which codec is beyond doubt: the certain readings by family and line."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self._counts: dict[str, Counter[int]] = defaultdict(Counter)
        self._layers: dict[int, Counter[int]] = defaultdict(Counter)
        self._places: dict[str, dict[int, int]] = defaultdict(dict)
        self._deepest = 1
        for choice in choices:
            if choice.certain:
                self._add(choice)

    def _add(self, choice: Choice) -> None:
        line, layers = choice.place.line, len(choice.reading.chain)
        self._deepest = max(self._deepest, layers)
        self._layers[line][layers] += round(choice.gain)
        self._places[choice.reading.family].setdefault(line, choice.place.start)
        for family in set(choice.agreeing()):
            self._counts[family][line] += 1

    def places(self, family: str) -> list[int]:
        """One place on each line where ``family`` was chosen and is certain."""
        return list(self._places.get(family, {}).values())

    def layers(self, line: int) -> int:
        """How often the line was damaged, by what its certain readings gain; 0 where there is none."""
        layers = self._layers.get(line) if self._deepest > 1 else None
        return layers.most_common(1)[0][0] if layers else 0

    def takes(self, choice: Choice) -> bool:
        """Whether a choice is good enough where it stands."""
        lines = self._counts.get(choice.reading.family)
        if lines is None:
            return choice.certain
        count = lines[choice.place.line]
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
    by_line: dict[tuple[str, int], float] = defaultdict(float)
    by_text: dict[str, float] = defaultdict(float)
    for _, line, hit in places:
        for family, gain in hit.tops.items():
            by_line[family, line] += gain
            by_text[family] += gain
    return [Choice(place, _best(place, by_line, by_text)) for place in places]


def _best(place: Place, by_line: Mapping[tuple[str, int], float], by_text: Mapping[str, float]) -> Reading:
    readings, tops = place.hit.readings, place.hit.tops
    if len(readings) == 1:
        return readings[0]
    on_line = {family: by_line[family, place.line] - gain for family, gain in tops.items()}
    in_text = {family: by_text[family] - gain for family, gain in tops.items()}
    most_on_line, most_in_text = max(on_line.values()), max(in_text.values())
    favours = {}
    for name, family in ((name, families()[name]) for name in tops):
        behind = most_on_line - on_line[name]
        favour = _BEST_ON_LINE if behind < _TIE else -_BEHIND_ON_LINE * behind
        favours[name] = family.prior + favour - _BEHIND_IN_TEXT * (most_in_text - in_text[name])
    return max(readings, key=lambda reading: reading.gain + favours[reading.family] - _DOUBT * reading.doubtful)


def _disjoint(choices: Iterable[Choice]) -> Iterator[Choice]:
    done = 0
    for choice in choices:
        if choice.place.start >= done:
            done = choice.end
            yield choice
