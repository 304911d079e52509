"""Hard-wrapped paragraphs: lines that a narrow column broke, joined to the paragraphs that they were."""

from __future__ import annotations

from newsnorm.label import UNNAMED
from newsnorm.model import Block
from newsnorm.shape import ends_like_sentence

WIDTH = range(40, 101)  # code points of the longest line of a wrapped text
FULL = 0.6  # the share of the column that a broken line fills at least
FEWEST = 3  # lines that show whether a text is wrapped


def wraps(text: str, blocks: list[Block]) -> list[Block]:
    r"""Blocks with the lines of a hard-wrapped paragraph as one block.

    A text is hard-wrapped when its longest line fits a narrow column and most lines that another one
    follows nearly fill it without ending a sentence. An indented line opens a paragraph.

    >>> from newsnorm.label import label
    >>> from newsnorm.rules import default
    >>> text = "The storm that had been on its way to the coast for\ndays came late on Monday, and nine people were hurt when\nit did.\n"
    >>> [text[b.start : b.end].count("\n") for b in wraps(text, label(text, default()))]
    [3]
    """
    lines = [block for block in blocks if block[3] == UNNAMED]
    width = max((block[1] - block[0] for block in lines), default=0)
    if width not in WIDTH or len(lines) < FEWEST:
        return blocks
    joints = [i for i in range(1, len(blocks)) if blocks[i - 1][3] == blocks[i][3] == UNNAMED]
    full = [i for i in joints if blocks[i - 1][1] - blocks[i - 1][0] > FULL * width]
    broken = [i for i in full if not ends_like_sentence(text[blocks[i - 1][0] : blocks[i - 1][1]])]
    if 2 * len(broken) < len(joints):
        return blocks
    return _joined(blocks, {i for i in full if not _is_indented(text, blocks[i])})


def _is_indented(text: str, block: Block) -> bool:
    return text[block.start : block.start + 2].isspace()


def _joined(blocks: list[Block], joints: set[int]) -> list[Block]:
    joined: list[Block] = []
    for i, block in enumerate(blocks):
        joined.append(joined.pop()._replace(end=block.end) if i in joints else block)
    return joined
