"""Where the prose of a page lies thickest, and which line repeats the title of the page."""

from __future__ import annotations

from typing import NamedTuple

from newsnorm.page.lines import Lines

SOME_PROSE = 0.25
TOLL, FEE = 11, 3  # words that a line takes from its block: one without prose, one with
TITLE_WORDS = range(4, 46)
HEADLINE_WORDS = range(3, 31)
ALIKE = 0.55  # share of words in common
MARGIN = 0.1  # so much less alike a later line may be: the title also stands in menus and share links


class Frame(NamedTuple):
    """The densest block, lines ``start`` to ``end`` of ``size`` words, and the line of the headline or -1."""

    start: int
    end: int
    size: float
    headline: int


def find_frame(lines: Lines) -> Frame:
    """The run of lines with the most words of prose minus a toll a line, and the line that repeats the page title."""
    best, start, end, current, candidate = 0.0, 0, 0, 0.0, 0
    for i, (width, prose) in enumerate(zip(lines.widths, lines.prose, strict=True)):
        if current <= 0:
            current, candidate = 0.0, i
        current += width - FEE if prose > SOME_PROSE else -TOLL
        if current > best:
            best, start, end = current, candidate, i + 1
    return Frame(start, end, best, _headline(lines, end))


def _headline(lines: Lines, end: int) -> int:
    """The line above ``end`` that is most like the first line, which dumpers fill with the page title."""
    found, best, title = -1, ALIKE, frozenset(lines.words[0])
    if round(lines.widths[0]) not in TITLE_WORDS:
        return -1
    for i in range(1, len(lines)):
        if title.isdisjoint(lines.words[i]) or round(lines.widths[i]) not in HEADLINE_WORDS:
            continue
        alike = _alike(frozenset(lines.words[i]), title)
        if alike >= max(ALIKE, best - MARGIN) and (i <= end or found < 0):
            found, best = i, alike
    return found


def _alike(words: frozenset[str], title: frozenset[str]) -> float:
    shared = len(words & title)
    return max(shared / len(words | title), 0.9 * shared / len(words) if shared >= 4 else 0.0)
