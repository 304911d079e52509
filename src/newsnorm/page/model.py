"""The linear model of the lines of a page: what every feature is worth on a page, and in clean text.

Running text and other lines have weights of their own. The weights are learnt by ``tests/training/lines.py``
and stand in ``data/chrome_model.tsv``. Mean and deviation of a feature are folded into its weights; the mean
stays for the reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsnorm import tables
from newsnorm.page.features import Column, Context, context_of, measured, named
from newsnorm.page.frame import Frame
from newsnorm.page.lines import Lines

MOST = 6.0  # no line speaks louder for or against the body
OBVIOUS = 2.0  # what a line is worth that is decided without features
LIKELY = 1.0  # the mean score that the running text of the densest block has at least
SUBSTANTIAL = 40  # words of running text that can be a body
BIAS, CONFIDENCE = "(bias)", "(confidence)"


class Weight(NamedTuple):
    """The mean of a feature, and its weight on a page and in clean text."""

    mean: float
    page: float
    clean: float

    def at(self, clean: float) -> float:
        """The weight in a text that is clean to this degree."""
        return self.page + clean * (self.clean - self.page)


@cache
def weights(*, running: bool) -> dict[str, Weight]:
    """The table for running text or for other lines, by the name of the feature."""
    cells = (row.split("\t") for row in tables.rows("chrome_model.tsv"))
    at = 3 * running
    return {name: Weight(*map(float, numbers[at : at + 3])) for name, *numbers in cells}


def scores(lines: Lines, frame: Frame, clean: float) -> Column:
    """Score every line: above 0 is body.

    Lines that a rule names as chrome and lines far from all running text are out, and running text between
    running text in the densest block is in.
    """
    measures = zip(lines.named, lines.running, strict=True)
    total = [-MOST if out else OBVIOUS if runs else -OBVIOUS for out, runs in measures]
    context = context_of(lines, frame)
    for asked, running in ((context.others, False), (context.running, True)):
        for i, score in zip(asked, _weighed(context, asked, clean, running=running), strict=True):
            total[i] = max(-MOST, min(MOST, score))
    return _lifted(total, lines, frame)


def _weighed(context: Context, asked: list[int], clean: float, *, running: bool) -> Column:
    """The weighted features of the lines ``asked``."""
    if not asked:
        return []
    table, bits = weights(running=running), [context.families[i] for i in asked]
    worth = {found: _worth(found, running=running).at(clean) for found in set(bits)}
    total = [worth[found] for found in bits]
    columns = measured(context, asked)
    weighed = [(table[name].at(clean), column) for name, column in columns.items() if any(column)]
    for at in range(0, len(weighed), 4):
        total = _added(total, *weighed[at : at + 4])
    return total


def _added(total: Column, *weighed: tuple[float, Sequence[float]]) -> Column:
    """``total`` and up to four weighted columns: four at once cost half of what they cost one by one."""
    if len(weighed) < 4:
        for weight, column in weighed:
            total = [score + weight * value for score, value in zip(total, column, strict=True)]
        return total
    (k, a), (m, b), (p, c), (q, d) = weighed
    return [x + k * r + m * s + p * t + q * u for x, r, s, t, u in zip(total, a, b, c, d, strict=True)]


@lru_cache(maxsize=4096)
def _worth(bits: int, *, running: bool) -> Weight:
    """What the families of a line are worth, and the bias."""
    table = weights(running=running)
    named_here = [table[BIAS], *(table[name] for name, column in named([bits]).items() if column[0])]
    return Weight(0.0, sum(weight.page for weight in named_here), sum(weight.clean for weight in named_here))


def _lifted(total: Column, lines: Lines, frame: Frame) -> Column:
    """Scores with the densest block raised where its running text scores low: a page with running text has a body."""
    inside = range(frame.start, frame.end)
    size = sum(lines.sizes[i] for i in inside)
    if size < SUBSTANTIAL:
        return total
    lift = LIKELY - sum(total[i] * lines.sizes[i] for i in inside) / size
    for i in inside if lift > 0 else ():
        total[i] += 0.0 if lines.named[i] else lift
    return total
