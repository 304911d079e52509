"""The headline: which of the lines above the body it is.

Every line gets points for what headlines have in common: its words come back in the body, it stands
twice or before ` | Outlet`, a byline or a date follows, it is neither a word nor a paragraph long. The
line with the most points is the headline; captions are none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from newsnorm import credit, tables
from newsnorm.patterns import pattern
from newsnorm.shape import PROSE_WORDS, WIDE, is_prose, words

SHORTEST, LONGEST = 6, 220
FEWEST_WORDS, MOST_WORDS = 2, 40
NO_TITLE = frozenset("©▪•·")  # what begins a credit or an item of a list
IDEAL = range(5, 19)  # words
KICKER = 4  # words; what has fewer may stand above the headline
PARAGRAPH = 100  # a sentence of this length is no headline
STEM = 6  # so much of a word is compared: `missile` and `missiles` are one
WORD = pattern(r"[^\W\d_]{4,}")
ASKING = frozenset("?!")  # a headline may be a question or a cry
SEPARATORS = frozenset("|–—·»-:")
SEEN = 900  # so many code points of the body are compared
LABELLED = frozenset({"credit.label", "credit.sign", "credit.sign-first", "credit.agency", "credit.slash"})

# The weights are fitted on labelled pages.
FAMILIAR, FAMILIAR_SHARE = 3.0, 0.45
ECHOED, REPEATED, CONTAINER, TITLED = 1.2, 0.8, -2.0, -0.8
FOLLOWED, FARTHER, REACH = 1.4, -0.17, 9  # and for every line between
SHORT, FITTING, SENTENCE, MENU = -0.8, 0.8, -2.2, -1.2
STOPPED = {".": -1.6} | dict.fromkeys(":,;–—", -0.8)
UNDER, PLAUSIBLE = -0.8, 1.5  # right under a line that may be the headline stands its deck
MOST = FAMILIAR * FAMILIAR_SHARE + 1 - FAMILIAR_SHARE
Candidate = tuple[int, str, int]  # a line that may be the headline: its place, its text, how many words it has
LOWER, LOWEST = 0.2, 10  # for every line above it, up to so many


class Points(dict[int, float]):
    """The points of every candidate by its place, counted when they are first asked.

    ``sure`` are those that are counted at a glance; what its words add to them is at most `MOST`.
    """

    def __init__(self, candidates: list[Candidate], marks: list[int], body: str) -> None:
        super().__init__()
        echoes = _echoes([line for _, line, _ in candidates])
        self.candidates = {candidate[0]: candidate for candidate in candidates}
        self.sure = {at: _place(at, marks) + _form(line, count, echoes) for at, line, count in candidates}
        self.known = body[:SEEN].lower()

    def __missing__(self, at: int) -> float:
        line = self.candidates[at][1].lower()
        self[at] = self.sure[at] + _familiarity(line, self.known) + (MENU if _is_menu(line) else 0.0)
        return self[at]

    def below(self, at: int) -> float:
        """Points of a line where it stands: right under one that may be the headline it is rather its deck."""
        above = self.candidates.get(at - 1)
        if above is None or above[2] < KICKER or self.sure[at - 1] + MOST <= PLAUSIBLE:
            return self[at]
        return self[at] + (UNDER if self[at - 1] > PLAUSIBLE else 0.0)


def title(lines: list[tuple[int, str]], marks: list[int], body: Callable[[], str]) -> int | None:
    """The index of the headline among ``lines``, or None where no line can be one.

    ``marks`` are the indices of bylines and dates; ``body`` gives the paragraphs in which the words of
    a headline may come back, and is asked only where there is a choice.
    """
    candidates = list(_candidates(lines))
    if len(candidates) > 1:
        return _best(Points(candidates, marks, body()))
    return next((at for at, line, _ in candidates if not _is_caption(line)), None)


def _best(points: Points) -> int | None:
    """The first of the candidates with the most points that is no caption; what cannot win is not counted."""
    best, most = None, float("-inf")
    for at in sorted(points.sure, key=points.sure.__getitem__, reverse=True):
        if points.sure[at] + MOST < most:
            break
        count = points.below(at)
        better = count > most or (count == most and best is not None and at < best)
        if better and not _is_caption(points.candidates[at][1]):
            best, most = at, count
    return best


def _candidates(lines: list[tuple[int, str]]) -> Iterator[Candidate]:
    """The lines that are long enough, short enough and no paragraph."""
    for at, line in lines:
        if SHORTEST <= len(line) <= LONGEST:
            count = line.count(" ") + 1 if line.isascii() else words(line)
            paragraph = len(line) >= PARAGRAPH and _is_sentence(line)
            if FEWEST_WORDS <= count <= MOST_WORDS and not paragraph and line[0] not in NO_TITLE:
                yield at, line, count


def _is_sentence(line: str) -> bool:
    return line[-1] not in ASKING and is_prose(line)


def _is_caption(line: str) -> bool:
    parts = credit.credit_parts(line, 0, len(line))
    return parts is not None and (parts.rule in LABELLED or "/" in line[slice(*parts.credit)])


def _place(at: int, marks: list[int]) -> float:
    """More points where a byline or a date follows, fewer the lower it stands."""
    points = -LOWER * min(at, LOWEST)
    below = bisect_right(marks, at)
    if below < len(marks) and marks[below] - at < REACH:
        points += FOLLOWED + FARTHER * (marks[below] - at)
    return points


def _form(line: str, count: int, echoes: Mapping[str, float]) -> float:
    """Points for its length, for how it ends, and where it stands again."""
    points = SHORT if count < KICKER else FITTING if count in IDEAL else 0.0
    if count >= PROSE_WORDS and _is_sentence(line):
        return points + SENTENCE
    if line in echoes and count > FEWEST_WORDS:
        points += echoes[line]
    return points + STOPPED.get(line[-1], 0.0)


def _familiarity(line: str, known: str) -> float:
    """How much of the line comes back in the body; the first half counts most."""
    stems = _stems(line)
    share = sum([stem in known for stem in stems]) / max(3, len(stems))
    return FAMILIAR * min(share, FAMILIAR_SHARE) + max(0.0, share - FAMILIAR_SHARE)


def _is_menu(line: str) -> bool:
    """Half of its words are those of site furniture."""
    found = [word for word in line.split() if word.isalpha()]
    return 2 * len(tables.words("not_names.txt").intersection(found)) >= len(found)


def _echoes(candidates: Sequence[str]) -> dict[str, float]:
    """Points of the lines that stand twice, that begin or end another, and of those that end with another."""
    if (
        len({line[:SHORTEST] for line in candidates})
        == len(candidates)
        == len({line[-SHORTEST:] for line in candidates})
    ):
        return {}
    lines = sorted(candidates)
    echoes = {line: REPEATED for line, again in pairwise(lines) if line == again}
    for line, longer in pairwise(lines):
        if longer.startswith(line) and longer[len(line) :].lstrip()[:1] in SEPARATORS and line != longer:
            echoes[line], echoes[longer] = ECHOED, TITLED
    last = {line: i for i, line in enumerate(candidates)}
    for reverse, longer in pairwise(sorted(line[::-1] for line in set(lines))):
        line, path = reverse[::-1], longer[::-1]
        if longer.startswith(reverse) and len(line) > SHORTEST:
            echoes[line] = max(echoes.get(line, 0.0), ECHOED)
            if candidates.index(path) < last[line]:
                echoes[path] = CONTAINER
    return echoes


def _stems(line: str) -> set[str]:
    """The beginnings of its longer words; pairs of signs where a script has no blanks."""
    if not line.isascii() and max(line) >= WIDE:
        signs = "".join(sign for sign in line if sign.isalnum())
        return {signs[i : i + 2] for i in range(len(signs) - 1)}
    return {word[:STEM] for word in WORD.findall(line)}
