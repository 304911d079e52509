"""When the sentences of a transcript are said, and how they make paragraphs.

Sentences are found in the joined words of one speaker's cues. Where a sentence ends is told in `stops.py`, who
speaks how long, and how captions without stops are parted, in `turns.py`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from newsnorm.edits import Span
from newsnorm.model import Chapter, Cue, Sentence
from newsnorm.patterns import pattern
from newsnorm.sentences.turns import LONGEST_PARAGRAPH, PAUSE, Turn, turns
from newsnorm.sounds import blanked

PARAGRAPH = "\n\n"  # what stands between two
_WORD = pattern(r"\S+")


def timed(cues: Sequence[Cue]) -> tuple[Sentence, ...]:
    """The sentences of a transcript; a speaker who takes over begins a new one, and so does ten seconds of silence.

    A sentence that begins with a cue has the clock of that cue (``exact``); inside a cue its time is
    interpolated by characters.

    >>> cue = Cue(4.0, 8.0, "It rained. It", None, True, (), Span(5, 18))
    >>> [(sentence.start, sentence.text, sentence.exact) for sentence in timed([cue])]
    [(4.0, 'It rained.', True), (7.384615384615385, 'It', False)]
    """
    return tuple(chain.from_iterable(map(_sentences, turns(cues))))


def paragraphs(sentences: Sequence[Sentence], chapters: Sequence[Chapter]) -> tuple[tuple[Sentence, ...], ...]:
    """Sentences grouped as one would print them.

    A new speaker, a chapter, a pause of more than two seconds and 700 characters begin a paragraph.
    """
    titles = _titles(chapters, sentences)
    groups: list[list[Sentence]] = []
    length = 0
    for sentence in sentences:
        if not groups or length > LONGEST_PARAGRAPH or _parted(groups[-1][-1], sentence, titles):
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
    titles = _titles(chapters, cues) if chapters else ()
    return tuple(turn.text[begin:end].rstrip() for turn in turns(cues) for begin, end in _places(turn, titles))


def printed_cues(cues: Sequence[Cue], chapters: Sequence[Chapter]) -> Iterator[tuple[str, Cue, str]]:
    r"""How `printed` is made of cues: what stands before each, the cue, and its words as they are printed.

    Cues that say nothing are left out; the pieces joined are the paragraphs with `PARAGRAPH` between them.

    >>> asked = Cue(0.0, 2.0, "Well,\nwhat?", "Ann", False, (), Span(0, 11))
    >>> [(before, words) for before, _, words in printed_cues([asked], ())]
    [('', 'Well, what?')]
    """
    titles, between = _titles(chapters, cues), ""
    for turn in turns(cues):
        begins = [begin for begin, _ in _places(turn, titles)]
        for cue, (at, after) in zip(turn.cues, pairwise(turn.places), strict=True):
            inside = begins[bisect_right(begins, at) : bisect_left(begins, after - 1)]
            stretches = pairwise([at, *inside, after - 1])
            if at and at not in begins[: bisect_right(begins, at)][-1:]:
                between = " "
            yield between, cue, PARAGRAPH.join(turn.text[start:end].rstrip() for start, end in stretches)
            between = PARAGRAPH


def _titles(chapters: Sequence[Chapter], said: Sequence[Sentence] | Sequence[Cue]) -> list[float]:
    """When chapters begin; where, in a dialogue without clocks."""
    if any(part.start is not None for part in said):
        return sorted(chapter.start for chapter in chapters if chapter.start is not None)
    return sorted(chapter.span.start for chapter in chapters)


def _parted(before: Sentence, sentence: Sentence, titles: Sequence[float]) -> bool:
    """Whether a speaker, a chapter or a pause comes between two sentences."""
    if before.speaker != sentence.speaker or _titled(before, sentence, titles):
        return True
    return _silence(before, sentence) > PAUSE


def _titled(before: Sentence | Cue, after: Sentence | Cue, titles: Sequence[float]) -> bool:
    """Whether a chapter begins between two."""
    if not titles or (before.start is None) != (after.start is None):
        return False
    places = [said.span.start if said.start is None else said.start for said in (before, after)]
    return bisect_right(titles, places[0]) < bisect_right(titles, places[1])


def _silence(before: Sentence | Cue, after: Sentence | Cue) -> float:
    """The seconds between two, as far as their times are told."""
    if before[0] is None or before[1] is None or after[0] is None:
        return 0.0
    return after[0] - before[1]


def _places(turn: Turn, titles: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a turn begin and end."""
    begin, far = 0, 0
    for stop in (*_breaks(turn, titles), len(turn.text)):
        while begin < stop:
            if far <= begin + LONGEST_PARAGRAPH:
                far = turn.sentence_start(begin + LONGEST_PARAGRAPH + 1)
            end = min(far, stop)
            yield begin, end
            begin = end


def _breaks(turn: Turn, titles: Sequence[float]) -> Iterator[int]:
    """Where a chapter or a pause begins a paragraph inside a turn."""
    if not titles and turn.cues[0].end_inferred:
        return
    for k, (before, cue) in enumerate(pairwise(turn.cues), 1):
        titled = _titled(before, cue, titles)
        if titled or _silence(before, cue) > PAUSE:
            start = turn.sentence_start(turn.places[k])
            if titled or start == turn.places[k]:
                yield start


def _sentences(turn: Turn) -> Iterator[Sentence]:
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


def _time(turn: Turn, k: int, at: int) -> float | None:
    """When character ``at`` of a cue is said: its clock, or a share of the time that it takes."""
    cue, size = turn.cues[k], turn.places[k + 1] - turn.places[k] - 1
    if at == 0 or cue.start is None:
        return cue.start
    if cue.end is None or at >= size:
        return cue.end
    return cue.start + (cue.end - cue.start) * at / size


def _place(turn: Turn, k: int, at: int, words: dict[int, _Words]) -> int:
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
