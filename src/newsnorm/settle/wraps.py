"""Hard-wrapped paragraphs: lines that a narrow column broke, joined to the paragraphs that they were."""

from __future__ import annotations

from itertools import pairwise

from newsnorm.label import OPEN, nameless
from newsnorm.model import Block
from newsnorm.shape import ends_like_sentence

WIDTH = range(40, 101)  # code points of the longest line of a wrapped text
FEWEST = 3  # lines that go on in the next one, to show that a text is wrapped
SHARE = 0.6  # of all line ends inside paragraphs that the column explains


def wraps(text: str, blocks: list[Block]) -> list[Block]:
    r"""Blocks with the lines of a hard-wrapped paragraph as one block.

    A text is hard-wrapped when its longest line fits a narrow column and most of its lines end where
    the first word of the next line would not have fitted. An indented line opens a paragraph.

    >>> from newsnorm.label import label
    >>> from newsnorm.rules import default
    >>> text = "The storm that had been on its way to\nthe coast for days came on Monday night,\nand nine people were"
    >>> text += " hurt when it did\nwhat nobody had expected.\n"
    >>> [text[b.start : b.end].count("\n") for b in wraps(text, label(text, default()))]
    [4]
    """
    open_lines = [block for block in blocks if block[3] in OPEN]
    width = max([end - start for start, end, _, _ in open_lines], default=0)
    if width not in WIDTH or len(open_lines) <= FEWEST:
        return blocks
    joints = [i for i in range(1, len(blocks)) if blocks[i - 1][3] in OPEN and blocks[i][3] in OPEN]
    full = [i for i in joints if _is_full(text, blocks[i - 1], blocks[i], width)]
    broken = sum([not ends_like_sentence(text[blocks[i - 1][0] : blocks[i][0]]) for i in full])
    if broken < max(FEWEST, SHARE * len(joints)):
        return blocks
    return _joined(text, blocks, full)


def _is_full(text: str, line: Block, below: Block, width: int) -> bool:
    """Whether ``line`` ends because the first word ``below`` would not have fitted the column."""
    start = below[0]
    if text[start : start + 2].isspace():
        return False
    end = text.find(" ", start + 1, below[1])
    return line[1] - line[0] + (below[1] if end < 0 else end) - start >= width


def _joined(text: str, blocks: list[Block], joints: list[int]) -> list[Block]:
    """Blocks with those at ``joints`` as one with the block before them."""
    apart = sorted({*range(len(blocks) + 1)}.difference(joints))
    return [_one(text, blocks[first:end]) for first, end in pairwise(apart)]


def _one(text: str, blocks: list[Block]) -> Block:
    if len(blocks) == 1:
        return blocks[0]
    start, end = blocks[0].start, blocks[-1].end
    return Block(start, end, blocks[0].kind, nameless(text[start:end].strip()))
