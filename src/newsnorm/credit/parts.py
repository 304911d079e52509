"""Where a caption and its credit stand, and where a credit stands that ends its line."""

from __future__ import annotations

from typing import NamedTuple

from newsnorm.edits import Span


class Parts(NamedTuple):
    """Where a caption and its credit stand; ``outer`` is the credit with its label and brackets."""

    caption: Span
    outer: Span
    credit: Span
    rule: str


def at_end(start: int, outer: int, credit: tuple[int, int], end: int, rule: str) -> Parts:
    """A credit that ends its line, with its label and brackets from ``outer`` on."""
    return Parts(Span(start, outer), Span(outer, end), Span(*credit), rule)
