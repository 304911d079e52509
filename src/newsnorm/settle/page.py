"""What a page has around and between its body: lines that the model of the page puts outside it, or that stand above
the headline.

A rule or a header that names such a line goes before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsnorm.label import OPEN, PROSE, SHORT
from newsnorm.model import Block, Kind
from newsnorm.page import Body
from newsnorm.shape import bare_words

RULE = "chrome.model."
KEPT, HOLE = "kept", "hole"
STEM, LETTERS = 6, 4  # so much of a word is compared; letters of a word that tells
ABOVE = "chrome.furniture.above"


def around(text: str, blocks: list[Block], page: Body) -> list[Block]:
    """Blocks with the lines that nothing has named and that are outside the body set aside."""
    state = page.states.get
    heads = {*_heads(text, [block for block in blocks if block[2] is not Kind.BLANK], page)}
    return [
        block._replace(kind=Kind.CHROME, rule=RULE + state(block[0], KEPT))
        if block[3] in OPEN and state(block[0], KEPT) != KEPT and block not in heads
        else block
        for block in blocks
    ]


def _heads(text: str, blocks: list[Block], page: Body) -> Iterator[Block]:
    """The lines that stand alone between two paragraphs of the body, once, and say what the second is about."""
    state = page.states.get
    alone = [
        (line, below)
        for above, line, below in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if line[3] == SHORT and state(line[0]) == HOLE
        if above[3] == below[3] == PROSE and state(above[0]) == state(below[0]) == KEPT
    ]
    often = Counter(_line(text, block) for block in blocks) if alone else Counter()
    for block, below in alone:
        line = _line(text, block)
        if often[line] == 1 and _shares(line, _line(text, below)):
            yield block


def _line(text: str, block: Block) -> str:
    return text[block[0] : block[1]].strip()


def _shares(line: str, other: str) -> bool:
    """Whether one of the longer words of ``line`` comes in the other one."""
    told = {word[:STEM] for word in bare_words(other)}
    return any(word[:STEM] in told for word in bare_words(line) if len(word) >= LETTERS)


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
