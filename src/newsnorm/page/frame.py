"""Where the running text of a page lies thickest, and which line repeats the title of the page."""

from __future__ import annotations

from typing import NamedTuple

from newsnorm.page.lines import Lines
from newsnorm.page.tokens import tokens

TOLL, FEE = 11, 3  # words that a line takes from its block: one that is no text, one that is
TITLE_WORDS = range(4, 46)
HEADLINE_WORDS = range(3, 31)
ALIKE = 0.55  # share of words in common
ALONE = 5  # lines to the next running text, from which on a line is no body
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

    Decided is a line that a rule names, running text between running text in the densest block, and outside
    that block a line far from all running text.
    """
    decided, sizes, running, above, below = list(lines.named), lines.sizes, lines.running, lines.above, lines.below
    start, end = frame.start, frame.end
    for i in range(start + 1, end - 1):
        decided[i] = decided[i] or bool(sizes[i] and sizes[i - 1] and sizes[i + 1])
    left = [i for i, sure in enumerate(decided) if not sure]
    others = [i for i in left if not running[i] and (above[i] < ALONE or below[i] < ALONE or start <= i < end)]
    return others, [i for i in left if running[i]]


def _headline(lines: Lines, end: int) -> int:
    """The line that is most like the first one, which dumpers fill with the page title; above ``end`` if any is."""
    title = frozenset() if lines.running[0] or lines.named[0] else frozenset(tokens(lines.texts[0]))
    if len(title) not in TITLE_WORDS:
        return -1
    above = _most_alike(lines, title, range(1, min(end + 1, len(lines))))
    return above if above >= 0 else _most_alike(lines, title, range(end + 1, len(lines)))


def _most_alike(lines: Lines, title: frozenset[str], asked: range) -> int:
    """The last of the lines ``asked`` that are most like the title, or -1."""
    found, best = -1, ALIKE
    for i in asked:
        if lines.widths[i] not in HEADLINE_WORDS or lines.running[i] or lines.named[i]:
            continue
        if title.isdisjoint(lines.texts[i].casefold().split()):
            continue
        alike = _alike(frozenset(tokens(lines.texts[i])), title)
        if alike >= max(ALIKE, best - MARGIN):
            found, best = i, alike
    return found


def _alike(words: frozenset[str], title: frozenset[str]) -> float:
    shared = len(words & title)
    return max(shared / len(words | title), 0.9 * shared / len(words) if shared >= 4 else 0.0)
