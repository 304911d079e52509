"""The headline: which of the lines above the body it is.

Every line gets points for what headlines have in common: its words come back in the body, it stands
twice or before ` | Outlet`, a byline or a date follows, it is neither a word nor a paragraph long. The
line with the most points is the headline; captions are none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsnorm import credit, tables
from newsnorm.patterns import pattern
from newsnorm.shape import WIDE, is_prose, words

SHORTEST, LONGEST, MOST_WORDS = 6, 220, 40
IDEAL = range(5, 19)  # words
KICKER = 4  # words; what has fewer may stand above the headline
PARAGRAPH = 100  # a sentence of this length is no headline
STEM = 6  # so much of a word is compared: `missile` and `missiles` are one
WORD = pattern(r"[^\W\d_]{4,}")
SEPARATORS = frozenset("|–—·»-:")
SEEN = 900  # so many code points of the body are compared
LABELLED = frozenset({"credit.label", "credit.sign", "credit.sign-first", "credit.agency", "credit.slash"})

# The weights are fitted on labelled pages.
FAMILIAR, FAMILIAR_SHARE = 3.0, 0.45
ECHOED, REPEATED, CONTAINER, TITLED = 1.2, 0.8, -2.0, -0.8
FOLLOWED, REACH = 1.0, 9
SHORT, FITTING, SENTENCE, STOPPED, MENU = -0.8, 0.8, -2.2, -0.8, -1.2
UNDER, PLAUSIBLE = -0.8, 1.5  # right under a line that may be the headline stands its deck
LOWER, LOWEST = 0.2, 10  # for every line above it, up to so many


class Candidate(NamedTuple):
    """A line that may be the headline: its place among the lines, and its text."""

    at: int
    line: str


class Page(NamedTuple):
    """What a candidate is judged by: the body's beginning, lines that others echo, places of bylines and dates."""

    known: str
    echoes: dict[str, float]
    marks: list[int]


def title(lines: Mapping[int, str], marks: list[int], body: str) -> int | None:
    """The index of the headline among ``lines``, or None where no line can be one.

    ``marks`` are the indices of bylines and dates; ``body`` the paragraphs in which the words of a
    headline may come back.
    """
    candidates = [Candidate(i, line) for i, line in lines.items() if _is_possible(line)]
    if not candidates:
        return None
    page = Page(body[:SEEN].lower(), _echoes(candidates), marks)
    points = {candidate.at: _points(candidate, page) for candidate in candidates}
    for at in reversed(points):
        above = at - 1 in points and points[at - 1] > PLAUSIBLE and words(lines[at - 1]) >= KICKER
        points[at] += UNDER if above else 0.0
    ranked = sorted(candidates, key=lambda candidate: (-points[candidate.at], candidate.at))
    return next((candidate.at for candidate in ranked if not _is_caption(candidate.line)), None)


def _is_possible(line: str) -> bool:
    if not SHORTEST <= len(line) <= LONGEST or (" " not in line and line.isascii()) or line[0] in "©▪•·":
        return False
    return 2 <= words(line) <= MOST_WORDS and (len(line) < PARAGRAPH or line[-1] in "?!" or not is_prose(line))


def _is_caption(line: str) -> bool:
    parts = credit.credit_parts(line, 0, len(line))
    return parts is not None and (parts.rule in LABELLED or "/" in line[slice(*parts.credit)])


def _points(candidate: Candidate, page: Page) -> float:
    """More points, more of a headline."""
    at, line = candidate
    count = words(line)
    points = _familiarity(line, page.known) - LOWER * min(at, LOWEST)
    below = next((i for i in page.marks if i > at), at + REACH)
    points += max(0.0, FOLLOWED * (1 - 0.08 * (below - at))) if below - at < REACH else 0.0
    points += SHORT if count < KICKER else FITTING if count in IDEAL else 0.0
    points += MENU if _is_menu(line) else 0.0
    if line[-1] not in "?!" and is_prose(line):
        return points + SENTENCE
    points += page.echoes.get(line, 0.0) if count > 2 else 0.0
    if line[-1] in ".:,;–—":
        points += STOPPED * (2 if line[-1] == "." else 1)
    return points


def _familiarity(line: str, known: str) -> float:
    """How much of the line comes back in the body; the first half counts most."""
    stems = _stems(line.lower())
    share = sum(stem in known for stem in stems) / max(3, len(stems))
    return FAMILIAR * min(share, FAMILIAR_SHARE) + max(0.0, share - FAMILIAR_SHARE)


def _is_menu(line: str) -> bool:
    """Half of its words are those of site furniture."""
    found = [word for word in line.casefold().split() if word.isalpha()]
    return 2 * len(tables.words("not_names.txt").intersection(found)) >= len(found)


def _echoes(candidates: Sequence[Candidate]) -> dict[str, float]:
    """Points of the lines that stand twice, that begin or end another, and of those that end with another."""
    lines = sorted(candidate.line for candidate in candidates)
    echoes = {line: REPEATED for line, again in pairwise(lines) if line == again}
    for line, longer in pairwise(lines):
        if longer.startswith(line) and longer[len(line) :].lstrip()[:1] in SEPARATORS and line != longer:
            echoes[line], echoes[longer] = ECHOED, TITLED
    first = {candidate.line: candidate.at for candidate in reversed(candidates)}
    for reverse, longer in pairwise(sorted(line[::-1] for line in set(lines))):
        line, path = reverse[::-1], longer[::-1]
        if longer.startswith(reverse) and len(line) > SHORTEST:
            echoes[line] = max(echoes.get(line, 0.0), ECHOED)
            if first[path] < max(c.at for c in candidates if c.line == line):
                echoes[path] = CONTAINER
    return echoes


def _stems(line: str) -> set[str]:
    """The beginnings of its longer words; pairs of signs where a script has no blanks."""
    if not line.isascii() and max(line) >= WIDE:
        signs = "".join(sign for sign in line if sign.isalnum())
        return {signs[i : i + 2] for i in range(len(signs) - 1)}
    return {word[:STEM] for word in WORD.findall(line)}
