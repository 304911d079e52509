"""The search: which readings are taken, by the evidence that a line and the whole text hold for their codec.

A reading is certain by itself, or helped by certain ones of its codec on the same line or elsewhere. Lost bytes are
not looked for here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsnorm.characters.families import families
from newsnorm.characters.gate import Run
from newsnorm.characters.readings import SURE, Reading, hits
from newsnorm.edits import Edit, Span

NEARBY = 2.5
"""Nats that a reading needs on a line where its codec is certain."""

_ELSEWHERE = 5.0  # the same, for another line of such a text
_EACH_MORE, _MOST_MORE = 1.5, 3  # nats less for each further certain reading on the line, and how many count
_BEST_ON_LINE = 4.0  # nats for the codec that explains the line best
_BEHIND_ON_LINE, _BEHIND_IN_TEXT = 0.3, 0.05  # what each nat less than the best costs


class Hit(NamedTuple):
    """A place where damage may begin, on which line, and what it may have been."""

    start: int
    line: int
    readings: tuple[Reading, ...]


class Choice(NamedTuple):
    """The best reading of a hit."""

    start: int
    line: int
    reading: Reading

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
        return Edit(Span(self.start, self.reading.end), self.reading.new, "mojibake." + "+".join(self.reading.chain))


class Certainty:
    """Where which codec is beyond doubt: the certain readings by family and line."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self._places: dict[str, dict[int, list[int]]] = {}
        for choice in choices:
            if choice.certain:
                self._places.setdefault(choice.reading.family, {}).setdefault(choice.line, []).append(choice.start)

    def places(self, family: str) -> list[int]:
        """One place on each line where ``family`` is certain."""
        return [starts[0] for starts in self._places.get(family, {}).values()]

    def takes(self, choice: Choice) -> bool:
        """Whether a choice is good enough where it stands."""
        lines = self._places.get(choice.reading.family)
        if lines is None:
            return choice.certain
        count = len(lines.get(choice.line, ()))
        return choice.gain >= (NEARBY - _EACH_MORE * min(_MOST_MORE, count - 1) if count else _ELSEWHERE)


def search(text: str, runs: Sequence[Run]) -> tuple[list[Choice], Certainty]:
    """The readings taken in ``runs``, in order and disjoint, and what they prove."""
    choices = _choices(list(_hits(text, runs)))
    certainty = Certainty(choices)
    return list(_disjoint(choice for choice in choices if certainty.takes(choice))), certainty


def _hits(text: str, runs: Sequence[Run]) -> Iterator[Hit]:
    line, counted = 0, 0
    for run in runs:
        found = hits(text, run.start, run.end)
        if found:
            line += text.count("\n", counted, run.start)
            counted = run.start
        for start, readings in found:
            shifted = tuple(reading._replace(end=reading.end + run.start) for reading in readings)
            yield Hit(start + run.start, line, shifted)


def _choices(found: Sequence[Hit]) -> list[Choice]:
    """The best reading of each hit, by its gain and by how well its codec explains the line and the text."""
    by_line, by_text = _evidence(found)
    return [Choice(hit.start, hit.line, _best(hit, by_line, by_text)) for hit in found]


def _evidence(found: Sequence[Hit]) -> tuple[dict[tuple[str, int], float], dict[str, float]]:
    by_line: dict[tuple[str, int], float] = defaultdict(float)
    by_text: dict[str, float] = defaultdict(float)
    for hit in found:
        top: dict[str, float] = {}
        for reading in hit.readings:
            top[reading.family] = max(top.get(reading.family, 0.0), reading.gain)
        for family, gain in top.items():
            by_line[family, hit.line] += gain
            by_text[family] += gain
    return by_line, by_text


def _best(hit: Hit, by_line: Mapping[tuple[str, int], float], by_text: Mapping[str, float]) -> Reading:
    if len(hit.readings) == 1:
        return hit.readings[0]
    most_on_line = max(by_line[reading.family, hit.line] for reading in hit.readings)
    most_in_text = max(by_text[reading.family] for reading in hit.readings)

    def rank(reading: Reading) -> float:
        on_line = by_line[reading.family, hit.line] - most_on_line
        in_text = by_text[reading.family] - most_in_text
        favour = _BEST_ON_LINE if on_line > -1e-9 else _BEHIND_ON_LINE * on_line
        return reading.gain + families()[reading.family].prior + favour + _BEHIND_IN_TEXT * in_text

    return max(hit.readings, key=rank)


def _disjoint(choices: Iterable[Choice]) -> Iterator[Choice]:
    done = 0
    for choice in choices:
        if choice.start >= done:
            done = choice.reading.end
            yield choice
