"""Where the running text of a page lies thickest, and which line repeats the title of the page."""

from __future__ import annotations

from typing import NamedTuple

from newsnorm.page.lines import Lines

TOLL, FEE = 11, 3  # words that a line takes from its block: one that is no text, one that is
TITLE_WORDS = range(4, 46)
HEADLINE_WORDS = range(3, 31)
ALIKE = 0.55  # share of words in common
MARGIN = 0.1  # so much less alike a later line may be: the title also stands in menus and share links


class Frame(NamedTuple):
    """The densest block, lines ``start`` to ``end`` of ``size`` words, and the line of the headline or -1."""

    start: int
    end: int
    size: int
    headline: int


def find_frame(lines: Lines) -> Frame:
    """The run of lines with the most words of running text minus a toll a line, and the line that repeats the title."""
    best, start, end, current, candidate = 0, 0, 0, 0, 0
    for i, words in enumerate(lines.sizes):
        if current <= 0:
            current, candidate = 0, i
        current += words - FEE if words else -TOLL
        if current > best:
            best, start, end = current, candidate, i + 1
    return Frame(start, end, best, _headline(lines, end))


def unclear(lines: Lines, frame: Frame) -> tuple[list[int], list[int]]:
    """The lines that are not decided without the model, those that are no running text apart from those that are.

    Decided is a line that a rule names, and running text between running text in the densest block.
    """
    decided, sizes = list(lines.named), lines.sizes
    for i in range(frame.start + 1, frame.end - 1):
        decided[i] = decided[i] or bool(sizes[i] and sizes[i - 1] and sizes[i + 1])
    left = [i for i, sure in enumerate(decided) if not sure]
    return [i for i in left if not lines.running[i]], [i for i in left if lines.running[i]]


def _headline(lines: Lines, end: int) -> int:
    """The line above ``end`` that is most like the first line, which dumpers fill with the page title."""
    found, best, title = -1, ALIKE, frozenset(lines.words[0])
    if len(title) not in TITLE_WORDS:
        return -1
    for i, words in enumerate(lines.words):
        if not i or len(words) not in HEADLINE_WORDS or title.isdisjoint(words):
            continue
        alike = _alike(frozenset(words), title)
        if alike >= max(ALIKE, best - MARGIN) and (i <= end or found < 0):
            found, best = i, alike
    return found


def _alike(words: frozenset[str], title: frozenset[str]) -> float:
    shared = len(words & title)
    return max(shared / len(words | title), 0.9 * shared / len(words) if shared >= 4 else 0.0)
