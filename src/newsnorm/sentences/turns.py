"""Who speaks how long: the cues of a transcript as turns, their words joined without sounds.

Where no stops are written, pauses tell where the sentences of a turn begin. When these are said is told in
`timing.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, count, pairwise
from operator import add
from typing import Self

import attrs

from newsnorm.lazy import part
from newsnorm.model import Cue
from newsnorm.sentences.stops import sentence_start, sentence_starts
from newsnorm.sounds import blanked, sounds

LONGEST_PARAGRAPH = 700  # characters
PAUSE = 2.0  # seconds
_SILENCE = 10.0  # seconds, which no sentence holds
# White space that is folded inside a line: anything but a blank between two words.
_WHITES = (*"\t\r\f\v\x85\xa0\u2003\u2009\u2028\u2029\u202f\u3000", "  ")
_FEWEST_STOPS = 0.01  # a word; speech with stops has four times as many
_FEWEST_WORDS = 50  # that tell whether stops are written at all


class OneVoice(tuple[Cue, ...]):  # noqa: SLOT001 (a tuple with slots has no place for a text)
    """Cues of one turn, their words folded and without sounds: what most pasted panels are known to have."""

    text: str  # their words joined

    @classmethod
    def of(cls, cues: Iterable[Cue], text: str) -> Self:
        """The cues that say ``text`` one after the other, a blank between them."""
        voice = cls(cues)
        voice.text = text
        return voice


@attrs.frozen(slots=False, eq=False)
class Turn:
    """What one speaker says without interruption or silence; what is costly is made when it is asked for."""

    text: str
    cues: Sequence[Cue]
    words: Iterable[str]  # of each cue, on one line and without sounds; asked for once
    stopped: bool  # whether stops tell where sentences end

    @part
    def places(self) -> Sequence[int]:
        """Where each cue begins in the text, and the end."""
        return [*map(add, accumulate(map(len, self.words), initial=0), count())]

    @part
    def starts(self) -> Sequence[int]:
        """Where sentences begin inside, as pauses tell it."""
        return _after_pauses(self.cues, self.places)

    def sentence_start(self, at: int) -> int:
        """The first beginning of a sentence at or behind ``at``; the end of the text when there is none."""
        if self.stopped:
            return sentence_start(self.text, at)
        k = bisect_left(self.starts, at)
        return self.starts[k] if k < len(self.starts) else len(self.text)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where its sentences begin and end."""
        starts = sentence_starts(self.text) if self.stopped else self.starts
        return ((start, end) for start, end in pairwise((0, *starts, len(self.text))) if start < end)


def turns(cues: Sequence[Cue]) -> Iterator[Turn]:
    """The turns of those who say something."""
    if isinstance(cues, OneVoice):
        yield Turn(cues.text, cues, (cue[2] for cue in cues), _has_stops(cues.text, folded=True))
        return
    words = [cue[2] for cue in cues]
    stopped = _has_stops(" ".join(words), folded=False)
    words = _printed_words(words)
    if not all(words):
        pairs = [pair for pair in zip(cues, words, strict=True) if pair[1]]
        cues, words = [cue for cue, _ in pairs], [word for _, word in pairs]
    for begin, end in pairwise([0, *_turn_ends(cues), len(cues)]):
        if begin < end:
            yield Turn(" ".join(words[begin:end]), cues[begin:end], words[begin:end], stopped)


def _printed_words(words: list[str]) -> list[str]:
    """What cues say, on one line each and without sounds."""
    joined = "\n".join(["", *words, ""])
    if next(sounds(joined), None):
        words = [
            " ".join(blanked(text).split()) if "[" in text or "(" in text or "♪" in text else text for text in words
        ]
        joined = "\n".join(["", *words, ""])
    if joined.count("\n") > len(words) + 1 or is_wide(joined) or words != [*map(str.strip, words)]:
        return [" ".join(text.split()) for text in words]
    return words


def _turn_ends(cues: Sequence[Cue]) -> list[int]:
    """Where someone else speaks, or after a silence."""
    speakers = [cue[3] for cue in cues]
    several = len(set(speakers)) > 1
    ends = [k for k, (before, speaker) in enumerate(pairwise(speakers), 1) if before != speaker] if several else []
    if not cues or cues[0].end_inferred:
        return ends
    times = zip([cue[0] or 0.0 for cue in cues[1:]], [cue[1] for cue in cues], strict=False)
    silent = [k for k, (start, end) in enumerate(times, 1) if start - (end or start) > _SILENCE]
    return sorted({*ends, *silent})


def is_wide(text: str) -> bool:
    r"""Whether there is white space inside lines that a paragraph folds: anything but a blank between two words.

    >>> is_wide("It rained.\nIt did."), is_wide("It  rained.")
    (False, True)
    """
    return any(white in text for white in _WHITES)


def _has_stops(text: str, *, folded: bool) -> bool:
    """Whether stops are written, which captions that machines make often lack."""
    if text.count(".") >= _FEWEST_STOPS * len(text) / (1 + folded):  # there are fewer words, folded half as many
        return True
    words = text.count(" ") + 1
    return words < _FEWEST_WORDS or sum(map(text.count, ".?!…。！？")) >= _FEWEST_STOPS * words


def _after_pauses(cues: Sequence[Cue], places: Sequence[int]) -> list[int]:
    """The places of cues that follow a pause, or so much text that a paragraph is full."""
    starts = [0]
    for pause, at in zip(_pauses(cues), places[1:], strict=False):
        if pause > PAUSE or at - starts[-1] > LONGEST_PARAGRAPH:
            starts.append(at)
    return starts[1:]


def _pauses(cues: Sequence[Cue]) -> Iterator[float]:
    """The silence behind each cue but the last, in seconds; where no ends are told, what its words do not need."""
    steps = [(after.start or 0.0) - (cue.start or 0.0) for cue, after in pairwise(cues)]
    pace = _median([step / max(len(cue.text), 1) for cue, step in zip(cues, steps, strict=False)] or [0.0])
    for cue, step in zip(cues, steps, strict=False):
        told = None if cue.end_inferred or cue.start is None or cue.end is None else cue.end - cue.start
        yield step - (pace * len(cue.text) if told is None else told)


def _median(values: list[float]) -> float:
    """The middle one; the module `statistics` is slow to import."""
    return sorted(values)[len(values) // 2]
