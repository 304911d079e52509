"""What a page has around and between its body: lines that the model of the page puts outside it.

A rule or a header that names such a line goes before the model.
"""

from __future__ import annotations

from newsnorm.label import OPEN
from newsnorm.model import Block, Kind
from newsnorm.page import Body

RULE = "chrome.model."
KEPT = "kept"


def around(blocks: list[Block], page: Body) -> list[Block]:
    """Blocks with the lines that nothing has named and that are outside the body set aside."""
    state = page.states.get
    return [
        block._replace(kind=Kind.CHROME, rule=RULE + state(block[0], KEPT))
        if block[3] in OPEN and state(block[0], KEPT) != KEPT
        else block
        for block in blocks
    ]
