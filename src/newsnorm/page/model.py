"""The linear model of the lines of a page: what every feature is worth on a page, and in clean text.

The weights are learnt by ``tests/training/lines.py`` and stand in ``data/chrome_model.tsv``. Mean and
deviation of a feature are folded into its weights; the mean stays for the reasons.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsnorm.page.features import PROSE, Column, Columns
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
    """Score every line: above 0 is body. Lines that a rule names as chrome are out."""
    table = weights()
    total = [table[BIAS].at(clean)] * len(lines)
    for name, column in found.items():
        if any(column):
            weight = table[name].at(clean)
            total = [score + weight * value for score, value in zip(total, column, strict=True)]
    total = _lifted(total, found, lines)
    return [-MOST if named else max(-MOST, min(MOST, score)) for score, named in zip(total, lines.named, strict=True)]


def _lifted(total: Column, found: Columns, lines: Lines) -> Column:
    """Scores with the densest block raised where its prose scores low: a page with prose has a body."""
    inside = found["in the densest block"]
    prose = [i for i, value in enumerate(lines.prose) if inside[i] and value > PROSE]
    size = sum(lines.widths[i] for i in prose)
    if size < SUBSTANTIAL:
        return total
    lift = LIKELY - sum(total[i] * lines.widths[i] for i in prose) / size
    return [score + lift * within for score, within in zip(total, inside, strict=True)] if lift > 0 else total
