"""The headline: which of the lines above the body it is.

Every line gets points for what headlines have in common: its words come back in the body, it stands
twice or before ` | Outlet`, a byline or a date follows, it is neither a word nor a paragraph long. The
line with the most points is the headline; none is where no line has any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from newsnorm import credit, tables
from newsnorm.shape import WIDE, is_prose, words

SHORTEST, LONGEST, MOST_WORDS = 6, 220, 40
IDEAL = range(5, 19)  # words
PARAGRAPH = 100  # a sentence of this length is no headline
STEM = 6  # so much of a word is compared: `missile` and `missiles` are one
WORD = re.compile(r"[^\W\d_]{4,}")
SEPARATOR = re.compile(r"\s*[|–—·»-]")
HOME = re.compile(r"(?:Home|Startseite|Accueil|Inicio|Início|ホーム|Du befindest dich)\b")
ENOUGH = 250  # stems of the body; more make every line familiar
LABELLED = frozenset({"credit.label", "credit.sign", "credit.sign-first", "credit.agency", "credit.slash"})


class Candidate(NamedTuple):
    """A line that may be the headline: its index among the lines, and its text."""

    index: int
    line: str


def title(text: str, lines: Sequence[tuple[int, int]], named: Mapping[int, bool], body: Sequence[str]) -> int | None:
    """The index of the headline among ``lines``, spans of ``text``.

    ``named`` has the indices of lines that are something else; its value is whether that is a byline or
    a date. ``body`` are the paragraphs that the words of a headline may come back in.
    """
    candidates = [Candidate(i, text[slice(*line)].strip()) for i, line in enumerate(lines) if i not in named]
    candidates = [candidate for candidate in candidates if _is_possible(candidate.line)]
    known = _stems_of(body)
    followed = [i for i, by in named.items() if by]
    best = max(candidates, key=lambda c: _points(c, candidates, known, followed), default=None)
    return best.index if best and not _is_caption(best.line) else _first_uncredited(candidates, known, followed)


def _first_uncredited(candidates: list[Candidate], known: set[str], followed: list[int]) -> int | None:
    rest = [candidate for candidate in candidates if not _is_caption(candidate.line)]
    best = max(rest, key=lambda c: _points(c, rest, known, followed), default=None)
    return best.index if best else None


def _is_possible(line: str) -> bool:
    if not SHORTEST <= len(line) <= LONGEST or not 2 <= words(line) <= MOST_WORDS or line[0] == "©":
        return False
    return len(line) < PARAGRAPH or not is_prose(line) or line[-1] in "?!"


def _is_caption(line: str) -> bool:
    parts = credit.credit_parts(line, 0, len(line))
    return parts is not None and (parts.rule in LABELLED or "/" in line[slice(*parts.credit)])


def _points(candidate: Candidate, others: list[Candidate], known: set[str], followed: list[int]) -> float:
    """More points, more of a headline; the weights are fitted on labelled pages."""
    index, line = candidate
    count = words(line)
    points = _familiarity(line, known) + _echo(candidate, others, count) - 0.15 * index
    if next_mark := min((i for i in followed if 0 < i - index < 9), default=0):
        points += 1 - 0.08 * (next_mark - index)
    if count < 4:
        points -= 0.8
    elif count in IDEAL:
        points += 0.6
    if line[-1] not in "?!" and is_prose(line):
        points -= 2.2
    elif line[-1] in ".:,;–":
        points -= 0.8
    return points - (2 if HOME.match(line) else 0) - (1.5 if _is_menu(line) else 0)


def _is_menu(line: str) -> bool:
    """Half of its words are those of site furniture."""
    found = line.casefold().split()
    return 2 * sum(word in tables.words("not_names.txt") for word in found) >= len(found)


def _familiarity(line: str, known: set[str]) -> float:
    """How much of the line comes back in the body; the first half counts most."""
    stems = _stems(line)
    share = len(stems & known) / max(3, len(stems))
    return 4 * min(share, 0.45) + max(0.0, share - 0.45)


def _echo(candidate: Candidate, others: list[Candidate], count: int) -> float:
    """The line stands twice, or begins the title of the page, or ends its path."""
    line = candidate.line
    points = 0.0
    for other in others:
        if other.index == candidate.index or count < 3:
            continue
        if other.line == line:
            points = max(points, 0.8)
        elif other.line.startswith(line) and SEPARATOR.match(other.line, len(line)) or other.line.endswith(line):
            points = max(points, 1.2)
        elif other.index > candidate.index and len(other.line) > 12 and line.endswith(other.line):
            return -2.0
    return points


def _stems_of(body: Sequence[str]) -> set[str]:
    known: set[str] = set()
    for paragraph in takewhile(lambda _: len(known) < ENOUGH, body):
        known |= _stems(paragraph)
    return known


def _stems(line: str) -> set[str]:
    """The beginnings of its longer words; pairs of signs where a script has no blanks."""
    if not line.isascii() and max(line) >= WIDE:
        signs = "".join(sign for sign in line if sign.isalnum())
        return {signs[i : i + 2] for i in range(len(signs) - 1)}
    return {word[:STEM] for word in WORD.findall(line.lower())}
