"""Is there a page around this text? Five cheap counts of the whole text answer, before any line is judged."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from math import exp, log1p
from typing import NamedTuple

from newsnorm.label import PROSE
from newsnorm.model import Block, Kind
from newsnorm.shape import LONG

BLANK = Kind.BLANK
FURNITURE = (Kind.CHROME, Kind.SECTION)
FEW = 20  # lines of furniture that weigh as much inside the prose as one outside


class Counts(NamedTuple):
    """What a text shows of a page around it.

    Furniture is a line that a rule names as chrome; inside is from the first line of prose to the last.
    """

    lines: int
    furniture_outside: int
    furniture_inside: float  # share of the lines there
    lines_before: int  # the first line of prose
    lines_after: int  # the last
    repeated: float  # share of the lines that stand in the text twice

    def __str__(self) -> str:
        return (
            f"a page of {self.lines} lines around the text: {self.furniture_outside} of furniture outside the prose "
            f"and {self.furniture_inside:.0%} inside, {self.lines_before} lines before and {self.lines_after} after, "
            f"{self.repeated:.0%} of the lines repeated"
        )


def count(text: str, blocks: list[Block]) -> Counts:
    r"""Count what speaks for a page in labelled blocks.

    >>> count("Home\nNews\n", [Block(0, 5, Kind.CHROME, "chrome.nav"), Block(5, 10, Kind.CHROME, "chrome.nav")])
    Counts(lines=2, furniture_outside=2, furniture_inside=0.0, lines_before=2, lines_after=2, repeated=0.0)
    """
    solid = [block for block in blocks if block[2] is not BLANK]
    furniture = [i for i, block in enumerate(solid) if block[2] in FURNITURE]
    prose = [i for i, block in enumerate(solid) if block[3] == PROSE]
    n = len(solid)
    before, last = (prose[0], prose[-1]) if prose else (n, -1)
    inside = sum(before < i < last for i in furniture)
    return Counts(
        lines=n,
        furniture_outside=len(furniture) - inside,
        furniture_inside=inside / max(1, last + 1 - before),
        lines_before=before,
        lines_after=n - 1 - last,
        repeated=_repeated([text[start:end].strip() for start, end, _, _ in solid]) / max(1, n),
    )


def _repeated(lines: list[str]) -> int:
    """How many of the lines stand there twice; what is long is no furniture."""
    if len(set(lines)) == len(lines):
        return 0
    return sum(times for line, times in Counter(lines).items() if times > 1 and len(line) <= LONG)


def facts(counts: Counts) -> dict[str, float]:
    """The counts as the numbers that are weighed; doubling a count says the same at any size."""
    return {
        "furniture outside the prose": log1p(counts.furniture_outside),
        "furniture inside the prose": log1p(FEW * counts.furniture_inside),
        "lines before the prose": log1p(counts.lines_before),
        "lines after the prose": log1p(counts.lines_after),
        "repeated lines": log1p(FEW * counts.repeated),
    }


@cache
def _weights() -> dict[str, float]:
    rows = (files("newsnorm") / "data" / "chrome_evidence.tsv").read_text(encoding="utf-8").splitlines()
    return {name: float(weight) for name, weight in (row.split("\t") for row in rows if not row.startswith("#"))}


def cleanness(counts: Counts) -> float:
    """How sure it is that no page stands around the text, 0 to 1; learnt from dumps and extracted texts.

    >>> cleanness(Counts(20, 0, 0.0, 1, 0, 0.0)) > 0.9
    True
    >>> cleanness(Counts(180, 26, 0.15, 48, 20, 0.3)) < 0.1
    True
    """
    table = _weights()
    x = table["(bias)"] + sum(table[name] * value for name, value in facts(counts).items())
    return 1 / (1 + exp(-x))
