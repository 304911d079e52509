"""Settle the blocks of an article by their neighbours and their position.

The order of the steps stands here; each step is a function from blocks to blocks in a file of this
folder. A step renames or divides blocks and never loses a character. When unsure, keep the line.
"""

from __future__ import annotations

from newsnorm.header import head
from newsnorm.model import Block, Dateline, Hints
from newsnorm.page import Body
from newsnorm.rules import RuleSet
from newsnorm.settle.asides import asides
from newsnorm.settle.body import body
from newsnorm.settle.exports import exports
from newsnorm.settle.page import above, around
from newsnorm.settle.regions import appeals, below, places
from newsnorm.settle.writers import writers


def settle(
    text: str, blocks: list[Block], rules: RuleSet, page: Body | None = None, hints: Hints | None = None
) -> tuple[list[Block], Dateline | None]:
    r"""The labelled lines of ``text`` as what they are in this article, and in the ``page`` around it.

    What the dateline says comes with them, since it has been read to find where it ends.

    >>> from newsnorm.label import label
    >>> from newsnorm.rules import default
    >>> text = "Storm hits coast\n\nNine people were hurt on Monday, officials in the city said.\n"
    >>> [block.kind.value for block in settle(text, label(text, default()), default())[0]]
    ['headline', 'blank', 'paragraph']
    """
    blocks = appeals(text, exports(text, blocks), rules)
    if page is None:
        blocks = below(text, places(text, blocks, rules), rules)
        blocks, dateline = head(text, blocks, hints)
        return body(text, above(writers(text, asides(text, blocks)))), dateline
    blocks = below(text, blocks, rules)
    opening = next(i for i, block in enumerate(blocks) if block.end > page.opening)
    settled, dateline = head(text, blocks[opening:], hints, page.begins)
    blocks = around(text, blocks[:opening] + settled, page)
    return body(text, above(writers(text, asides(text, blocks)))), dateline
