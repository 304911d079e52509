"""Hard-wrapped paragraphs: lines that a narrow column broke, joined to the paragraphs that they were."""

from __future__ import annotations

from itertools import pairwise

from newsnorm.label import UNNAMED
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
    ends = [block[1] - block[0] for block in blocks if block[3] == UNNAMED]
    width = max(ends, default=0)
    if width not in WIDTH or len(ends) <= FEWEST:
        return blocks
    pairs = enumerate(pairwise(blocks), start=1)
    joints = [(i, line, below) for i, (line, below) in pairs if line[3] == below[3] == UNNAMED]
    full = [(i, line) for i, line, below in joints if _is_full(text, line, below, width)]
    broken = sum(not ends_like_sentence(text[line[0] : line[1]]) for _, line in full)
    if broken < max(FEWEST, SHARE * len(joints)):
        return blocks
    return _joined(blocks, {i for i, _ in full})


def _is_full(text: str, line: Block, below: Block, width: int) -> bool:
    """Whether ``line`` ends because the first word ``below`` would not have fitted the column."""
    start = below[0]
    if text[start : start + 2].isspace():
        return False
    end = text.find(" ", start + 1, below[1])
    return line[1] - line[0] + (below[1] if end < 0 else end) - start >= width


def _joined(blocks: list[Block], joints: set[int]) -> list[Block]:
    joined: list[Block] = []
    for i, block in enumerate(blocks):
        joined.append(Block(joined.pop()[0], *block[1:]) if i in joints else block)
    return joined
