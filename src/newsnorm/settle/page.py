"""What a page has around and between its body: lines that the model of the page puts outside it, or that stand above
the headline.

A rule or a header that names such a line goes before.
"""

from __future__ import annotations

from newsnorm.label import OPEN, PROSE, SHORT
from newsnorm.model import Block, Kind
from newsnorm.page import Body

RULE = "chrome.model."
KEPT = "kept"
ABOVE = "chrome.furniture.above"


def around(blocks: list[Block], page: Body) -> list[Block]:
    """Blocks with the lines that nothing has named and that are outside the body set aside."""
    state = page.states.get
    return [
        block._replace(kind=Kind.CHROME, rule=RULE + state(block[0], KEPT))
        if block[3] in OPEN and state(block[0], KEPT) != KEPT
        else block
        for block in blocks
    ]


def above(blocks: list[Block]) -> list[Block]:
    """Blocks with the short lines that nothing has named and that are above the headline set aside.

    All stay where the headline is no sure one: prose stands above it, or none below.
    """
    headline = next((i for i, block in enumerate(blocks) if block[2] is Kind.HEADLINE), 0)
    rules = {block[3] for block in blocks[:headline]}
    if SHORT not in rules or PROSE in rules or not any(block[3] == PROSE for block in blocks[headline:]):
        return blocks
    head = [Block(*block[:2], Kind.CHROME, ABOVE) if block[3] == SHORT else block for block in blocks[:headline]]
    return head + blocks[headline:]
