"""When the sentences of a transcript are said, and how they make paragraphs.

Sentences are found in the joined words of one speaker's cues; captions without stops are parted by pauses.
Sounds are left out. Where a sentence ends is told in `stops.py`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, count, pairwise
from operator import add
from typing import NamedTuple

import attrs

from newsnorm.edits import Span
from newsnorm.model import Chapter, Cue, Sentence
from newsnorm.patterns import pattern
from newsnorm.sentences.stops import sentence_starts
from newsnorm.voices import blanked, sounds

PARAGRAPH = "\n\n"  # what stands between two
_LONGEST_PARAGRAPH = 700  # characters
_PAUSE = 2.0  # seconds
_SILENCE = 10.0  # seconds, which no sentence holds
# White space that is folded inside a line: anything but a blank between two words.
_WHITES = (*"\t\r\f\v\x85\xa0\u2003\u2009\u2028\u2029\u202f\u3000", "  ")
_WORD = pattern(r"\S+")
_FEWEST_STOPS = 0.01  # a word; speech with stops has four times as many
_FEWEST_WORDS = 50  # that tell whether stops are written at all


@attrs.frozen(slots=False, eq=False)
class _Turn:
    """What one speaker says without interruption or silence; what is costly is made when it is asked for."""

    cues: Sequence[Cue]
    words: Sequence[str]  # of each cue, on one line and without sounds
    stopped: bool  # whether stops tell where sentences end

    @cached_property
    def text(self) -> str:
        return " ".join(self.words)

    @cached_property
    def places(self) -> Sequence[int]:
        """Where each cue begins in the text, and the end."""
        return [*map(add, accumulate(map(len, self.words), initial=0), count())]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where sentences begin inside, as pauses tell it."""
        return _after_pauses(self.cues, self.places)

    def sentence_start(self, at: int) -> int:
        """The first beginning of a sentence at or behind ``at``; the end of the text when there is none."""
        if self.stopped:
            return next(sentence_starts(self.text, at), len(self.text))
        k = bisect_left(self.starts, at)
        return self.starts[k] if k < len(self.starts) else len(self.text)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where its sentences begin and end."""
        starts = sentence_starts(self.text) if self.stopped else self.starts
        return ((start, end) for start, end in pairwise((0, *starts, len(self.text))) if start < end)


def timed(cues: Sequence[Cue]) -> tuple[Sentence, ...]:
    """The sentences of a transcript; a speaker who takes over begins a new one, and so does ten seconds of silence.

    A sentence that begins with a cue has the clock of that cue (``exact``); inside a cue its time is
    interpolated by characters.

    >>> cue = Cue(4.0, 8.0, "It rained. It", None, True, (), Span(5, 18))
    >>> [(sentence.start, sentence.text, sentence.exact) for sentence in timed([cue])]
    [(4.0, 'It rained.', True), (7.384615384615385, 'It', False)]
    """
    return tuple(chain.from_iterable(map(_sentences, _turns(cues))))


def paragraphs(sentences: Sequence[Sentence], chapters: Sequence[Chapter]) -> tuple[tuple[Sentence, ...], ...]:
    """Sentences grouped as one would print them.

    A new speaker, a chapter, a pause of more than two seconds and 700 characters begin a paragraph.
    """
    titles = _titles(chapters)
    groups: list[list[Sentence]] = []
    length = 0
    for sentence in sentences:
        if not groups or length > _LONGEST_PARAGRAPH or _parted(groups[-1][-1], sentence, titles):
            groups.append([])
            length = 0
        groups[-1].append(sentence)
        length += len(sentence.text) + 1
    return tuple(map(tuple, groups))


def printed(cues: Sequence[Cue], chapters: Sequence[Chapter]) -> tuple[str, ...]:
    """The texts of `paragraphs` of the sentences of ``cues``; no sentence is made for it.

    >>> asked = Cue(0.0, 2.0, "Well?", "Ann", False, (), Span(0, 5))
    >>> printed([asked, Cue(2.0, 4.0, "No.", "Bo", False, (), Span(6, 9))], ())
    ('Well?', 'No.')
    """
    titles = _titles(chapters)
    return tuple(turn.text[begin:end].rstrip() for turn in _turns(cues) for begin, end in _places(turn, titles))


def printed_cues(cues: Sequence[Cue], chapters: Sequence[Chapter]) -> Iterator[tuple[str, Cue, str]]:
    r"""How `printed` is made of cues: what stands before each, the cue, and its words as they are printed.

    Cues that say nothing are left out; the pieces joined are the paragraphs with `PARAGRAPH` between them.

    >>> asked = Cue(0.0, 2.0, "Well,\nwhat?", "Ann", False, (), Span(0, 11))
    >>> [(before, words) for before, _, words in printed_cues([asked], ())]
    [('', 'Well, what?')]
    """
    titles, between = _titles(chapters), ""
    for turn in _turns(cues):
        begins = [begin for begin, _ in _places(turn, titles)]
        for cue, (at, after) in zip(turn.cues, pairwise(turn.places), strict=True):
            inside = begins[bisect_right(begins, at) : bisect_left(begins, after - 1)]
            stretches = pairwise([at, *inside, after - 1])
            if at and at not in begins[: bisect_right(begins, at)][-1:]:
                between = " "
            yield between, cue, PARAGRAPH.join(turn.text[start:end].rstrip() for start, end in stretches)
            between = PARAGRAPH


def _titles(chapters: Sequence[Chapter]) -> list[float]:
    return sorted(chapter.start for chapter in chapters if chapter.start is not None)


def _parted(before: Sentence, sentence: Sentence, titles: Sequence[float]) -> bool:
    """Whether a speaker, a chapter or a pause comes between two sentences."""
    if before.speaker != sentence.speaker:
        return True
    if before.start is None or before.end is None or sentence.start is None:
        return False
    chapter = bisect_right(titles, sentence.start) > bisect_right(titles, before.start)
    return chapter or sentence.start - before.end > _PAUSE


def _places(turn: _Turn, titles: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a turn begin and end."""
    begin, far = 0, 0
    breaks = [*_breaks(turn, titles), len(turn.text)]
    while begin < len(turn.text):
        if far <= begin + _LONGEST_PARAGRAPH:
            far = turn.sentence_start(begin + _LONGEST_PARAGRAPH + 1)
        end = min(far, breaks[bisect_right(breaks, begin)])
        yield begin, end
        begin = end


def _breaks(turn: _Turn, titles: Sequence[float]) -> Iterator[int]:
    """Where a chapter or a pause begins a paragraph inside a turn."""
    if not titles and turn.cues[0].end_inferred:
        return
    for k, (before, cue) in enumerate(pairwise(turn.cues), 1):
        if cue[0] is None or before[0] is None or before[1] is None:
            continue
        titled = bool(titles) and bisect_right(titles, cue[0]) > bisect_right(titles, before[0])
        if titled or cue[0] - before[1] > _PAUSE:
            start = turn.sentence_start(turn.places[k])
            if titled or start == turn.places[k]:
                yield start


def _turns(cues: Sequence[Cue]) -> Iterator[_Turn]:
    """The turns of those who say something."""
    words = [cue[2] for cue in cues]
    joined = "\n".join(["", *words, ""])
    stopped = _has_stops(joined, len(words))
    if not _is_folded(joined, words):
        words = [" ".join(blanked(text).split()) for text in words]
    if not all(words):
        pairs = [pair for pair in zip(cues, words, strict=True) if pair[1]]
        cues, words = [cue for cue, _ in pairs], [word for _, word in pairs]
    for begin, end in pairwise([0, *_turn_ends(cues), len(cues)]):
        if begin < end:
            yield _Turn(cues[begin:end], words[begin:end], stopped)


def _turn_ends(cues: Sequence[Cue]) -> list[int]:
    """Where someone else speaks, or after a silence."""
    speakers = [cue[3] for cue in cues]
    several = len(set(speakers)) > 1
    ends = [k for k, (before, speaker) in enumerate(pairwise(speakers), 1) if before != speaker] if several else []
    if not cues or cues[0].end_inferred:
        return ends
    pairs = enumerate(pairwise(cues), 1)
    silent = [k for k, (before, cue) in pairs if (cue[0] or 0.0) - (before[1] or cue[0] or 0.0) > _SILENCE]
    return sorted({*ends, *silent})


def _is_folded(joined: str, texts: Sequence[str]) -> bool:
    """Whether the words of all cues are on one line each, without sounds and white space to fold."""
    odd = joined.count("\n") > len(texts) + 1 or any(white in joined for white in _WHITES)
    return not odd and texts == [*map(str.strip, texts)] and next(sounds(joined), None) is None


def _has_stops(joined: str, cues: int) -> bool:
    """Whether stops are written, which captions that machines make often lack."""
    if joined.count(".") >= _FEWEST_STOPS * len(joined):  # there are fewer words than characters
        return True
    words = joined.count(" ") + cues
    return words < _FEWEST_WORDS or sum(map(joined.count, ".?!…。！？")) >= _FEWEST_STOPS * words


def _after_pauses(cues: Sequence[Cue], places: Sequence[int]) -> list[int]:
    """The places of cues that follow a pause, or so much text that a paragraph is full."""
    starts = [0]
    for pause, at in zip(_pauses(cues), places[1:], strict=False):
        if pause > _PAUSE or at - starts[-1] > _LONGEST_PARAGRAPH:
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


def _sentences(turn: _Turn) -> Iterator[Sentence]:
    """The sentences of a turn, each with the times and the places of its first and its last character."""
    words: dict[int, _Words] = {}
    for begin, end in turn.sentences():
        close = begin + len(turn.text[begin:end].rstrip())
        first, last = bisect_right(turn.places, begin) - 1, bisect_right(turn.places, close - 1) - 1
        opens, closes = begin - turn.places[first], close - turn.places[last]
        yield Sentence(
            _time(turn, first, opens),
            _time(turn, last, closes),
            turn.text[begin:close],
            turn.cues[first].speaker,
            opens == 0 and turn.cues[first].start is not None,
            Span(_place(turn, first, opens, words), _place(turn, last, closes - 1, words) + 1),
        )


def _time(turn: _Turn, k: int, at: int) -> float | None:
    """When character ``at`` of a cue is said: its clock, or a share of the time that it takes."""
    cue, size = turn.cues[k], turn.places[k + 1] - turn.places[k] - 1
    if at == 0 or cue.start is None:
        return cue.start
    if cue.end is None or at >= size:
        return cue.end
    return cue.start + (cue.end - cue.start) * at / size


def _place(turn: _Turn, k: int, at: int, words: dict[int, _Words]) -> int:
    """Where character ``at`` of a cue stands in the text; an end of the cue where tags or escapes stand between."""
    cue, size = turn.cues[k], turn.places[k + 1] - turn.places[k] - 1
    start, end = cue.span
    if end - start == size:
        return start + at
    if end - start != len(cue.text):
        return start if at == 0 else end - 1
    if k not in words:
        words[k] = _Words.of(cue.text, turn.text[turn.places[k] : turn.places[k] + size])
    return start + words[k].place(at)


class _Words(NamedTuple):
    """Where the words of a cue begin: on one line and without sounds, and as the cue has them."""

    folded: Sequence[int]
    written: Sequence[int]

    @classmethod
    def of(cls, text: str, folded: str) -> _Words:
        """The words of a cue of ``text``."""
        lengths = map(len, folded.split(" "))
        starts = [*accumulate(lengths, lambda at, size: at + size + 1, initial=0)]
        return cls(starts[:-1], [word.start() for word in _WORD.finditer(blanked(text))])

    def place(self, at: int) -> int:
        """Where character ``at`` of the folded words stands in the cue."""
        k = bisect_right(self.folded, at) - 1
        return self.written[k] + at - self.folded[k]
