"""What a page has around and between its body: lines that the model of the page puts outside it.

A rule or a header that names such a line goes before the model.
"""

from __future__ import annotations

from newsnorm.label import UNNAMED
from newsnorm.model import Block, Kind
from newsnorm.page import Body

RULE = "chrome.model."


def far(blocks: list[Block], page: Body) -> list[Block]:
    """Blocks with the lines in gaps of the body, below it, and so far above it that they are no header set aside."""
    return [block if _may_stay(block, page) else _outside(block, page.states[block[0]]) for block in blocks]


def _may_stay(block: Block, page: Body) -> bool:
    return block[3] != UNNAMED or page.states[block[0]] == "kept" or page.opening <= block[0] < page.start


def near(blocks: list[Block], page: Body) -> list[Block]:
    """Blocks with what no header named of the lines right above the body set aside."""
    return [
        _outside(block, "before") if block[3] == UNNAMED and page.opening <= block[0] < page.start else block
        for block in blocks
    ]


def _outside(block: Block, state: str) -> Block:
    return block._replace(kind=Kind.CHROME, rule=RULE + state)
