"""The linear model of the lines of a page: what every feature is worth on a page, and in clean text.

The weights are learnt by ``tests/training/lines.py`` and stand in ``data/chrome_model.tsv``. Mean and
deviation of a feature are folded into its weights; the mean stays for the reasons.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsnorm.page.features import PROSE, Column, Columns, marks, named
from newsnorm.page.lines import Lines

MOST = 6.0  # no line speaks louder for or against the body
LIKELY = 1.0  # the mean score that the prose of the densest block has at least
SUBSTANTIAL = 40  # words of prose that can be a body
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
def weights() -> dict[str, Weight]:
    """The table by the name of the feature."""
    rows = (files("newsnorm") / "data" / "chrome_model.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    return {name: Weight(*map(float, numbers)) for name, *numbers in cells}


def scores(found: Columns, lines: Lines, clean: float) -> Column:
    """Score every line by its measured features and its families: above 0 is body.

    Lines that a rule names as chrome are out.
    """
    marked = marks(lines)
    worth = {mark: _worth(mark).at(clean) for mark in set(marked)}
    total = [worth[mark] for mark in marked]
    table = weights()
    weighed = [(table[name].at(clean), column) for name, column in found.items() if any(column)]
    for at in range(0, len(weighed), 4):
        total = _added(total, *weighed[at : at + 4])
    total = _lifted(total, found, lines)
    return [-MOST if named else max(-MOST, min(MOST, score)) for score, named in zip(total, lines.named, strict=True)]


def _added(total: Column, *weighed: tuple[float, Column]) -> Column:
    """``total`` and up to four weighted columns: four at once cost half of what they cost one by one."""
    if len(weighed) < 4:
        for weight, column in weighed:
            total = [score + weight * value for score, value in zip(total, column, strict=True)]
        return total
    (k, a), (m, b), (p, c), (q, d) = weighed
    return [x + k * r + m * s + p * t + q * u for x, r, s, t, u in zip(total, a, b, c, d, strict=True)]


@lru_cache(maxsize=4096)
def _worth(mark: int) -> Weight:
    """What the families of a line are worth, and the bias."""
    table = weights()
    named_here = [table[BIAS], *(table[name] for name, column in named([mark]).items() if column[0])]
    return Weight(0.0, sum(weight.page for weight in named_here), sum(weight.clean for weight in named_here))


def _lifted(total: Column, found: Columns, lines: Lines) -> Column:
    """Scores with the densest block raised where its prose scores low: a page with prose has a body."""
    inside = found["in the densest block"]
    prose = [i for i, value in enumerate(lines.prose) if inside[i] and value > PROSE]
    size = sum(lines.widths[i] for i in prose)
    if size < SUBSTANTIAL:
        return total
    lift = LIKELY - sum(total[i] * lines.widths[i] for i in prose) / size
    return [score + lift * within for score, within in zip(total, inside, strict=True)] if lift > 0 else total
