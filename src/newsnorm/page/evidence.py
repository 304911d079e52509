"""Is there a page around this text? Four cheap counts of the whole text answer, before any line is judged."""

from __future__ import annotations

from functools import cache
from math import exp, log1p
from typing import NamedTuple

from newsnorm import tables
from newsnorm.label import PROSE
from newsnorm.model import Block, Kind

BLANK = Kind.BLANK
EXPORT = "chrome.export."  # lines of an archive, which has no page
FURNITURE = (Kind.CHROME, Kind.SECTION)


class Counts(NamedTuple):
    """What a text shows of a page around it.

    Furniture is a line that a rule names as chrome; its kinds are the rules that do.
    """

    lines: int
    running: int  # lines of running text
    kinds: int  # of furniture
    lines_before: int  # the first line of running text; all lines where there is none
    lines_after: int  # the last

    def __str__(self) -> str:
        return (
            f"a page of {self.lines} lines around the text: {self.running} of running text, {self.kinds} kinds of "
            f"furniture, {self.lines_before} lines before the first running text and {self.lines_after} after the last"
        )


def count(blocks: list[Block]) -> Counts:
    """Count what speaks for a page in labelled blocks.

    >>> count([Block(0, 5, Kind.CHROME, "chrome.nav.menu"), Block(5, 10, Kind.CHROME, "chrome.nav.search")])
    Counts(lines=2, running=0, kinds=2, lines_before=2, lines_after=0)
    """
    rules = [rule for _, _, kind, rule in blocks if kind is not BLANK]
    kinds = {rule for _, _, kind, rule in blocks if kind in FURNITURE}
    if archive := {rule for rule in kinds if rule.startswith(EXPORT)}:
        kinds -= archive
        rules = [rule for rule in rules if rule not in archive]
    n = len(rules)
    return Counts(
        lines=n,
        running=rules.count(PROSE),
        kinds=len(kinds),
        lines_before=rules.index(PROSE) if PROSE in rules else n,
        lines_after=rules[::-1].index(PROSE) if PROSE in rules else 0,
    )


def facts(counts: Counts) -> dict[str, float]:
    """The counts as the numbers that are weighed; doubling a count says the same at any size."""
    kinds = log1p(counts.kinds)
    return {
        "kinds of furniture": kinds,
        "kinds of furniture, little running text": kinds * (1 - counts.running / (counts.lines or 1)),
        "lines before the prose": log1p(counts.lines_before),
        "lines after the prose": log1p(counts.lines_after),
    }


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in (row.split("\t") for row in tables.rows("chrome_evidence.tsv"))}


def cleanness(counts: Counts) -> float:
    """How sure it is that no page stands around the text, 0 to 1; learnt from dumps and extracted texts.

    >>> cleanness(Counts(20, 18, 0, 1, 0)) > 0.9
    True
    >>> cleanness(Counts(180, 30, 26, 48, 20)) < 0.1
    True
    """
    table = _weights()
    x = table["(bias)"] + sum(table[name] * value for name, value in facts(counts).items())
    return 1 / (1 + exp(-x))
