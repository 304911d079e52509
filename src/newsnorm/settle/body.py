"""What stands in the body: paragraphs, crossheads, list items and captions."""

from __future__ import annotations

import re

from newsnorm.header import caption_line
from newsnorm.label import PROSE, UNNAMED
from newsnorm.model import Block, Kind
from newsnorm.shape import ends_like_sentence, words

LIST_ITEM = re.compile(r"\s*(?:[•·▪●‣–*-]|\d{1,2}[.)])\s")
MARKS = frozenset("•·▪●‣–*-0123456789")  # what a list item begins with, white space left away
CROSSHEAD_LENGTH = 120
LABEL = 24  # up to here a colon makes the words before it a label
BRACKETS = frozenset(")]")


def body(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with every line that is still open as a part of the body."""
    settled: list[Block] = []
    waiting: list[Block] = []  # short lines that are crossheads when prose follows
    after_prose = False
    for block in blocks:
        rule = block[3]
        if rule == PROSE:
            if waiting:
                settled += _crossheads(waiting) if after_prose else _paragraphs(waiting)
                waiting = []
            settled += _parts(text, block) or (block,)
            after_prose = True
        elif rule == UNNAMED:
            parts = _parts(text, block) or _sentence(text, block)
            (waiting or settled).extend(parts) if parts else waiting.append(block)
        else:
            (waiting or settled).append(block)
    return settled + _paragraphs(waiting)


def _parts(text: str, block: Block) -> tuple[Block, ...]:
    """The parts of a line that its own signs name: a caption with its credit, a list item; () where it has none."""
    start, end, _, _ = block
    line = text[start:end].strip()
    if _may_hold_credit(line) and (parts := caption_line(text, start, end)):
        return parts
    if line[0] in MARKS and LIST_ITEM.match(text, start, end):
        return (Block(start, end, Kind.LIST_ITEM, "list-item.mark"),)
    return ()


def _may_hold_credit(line: str) -> bool:
    """Whether a sign of a credit is in ``line``: a closing bracket, ©, a slash, a label with its colon."""
    return line[-1] in BRACKETS or "©" in line or "/" in line or line.find(":", 1, LABEL) > 0


def _sentence(text: str, block: Block) -> tuple[Block, ...]:
    """A short line that is a sentence of several words; () for one that waits for its neighbours."""
    line = text[block[0] : block[1]].strip()
    if ends_like_sentence(line) and words(line) > 1:
        return (Block(block[0], block[1], block[2], PROSE),)
    return ()


def _crossheads(waiting: list[Block]) -> list[Block]:
    """A single short line above a paragraph is a crosshead; several in a row are lines of the text."""
    short = [block for block in waiting if block[3] == UNNAMED]
    if len(short) != 1 or short[0].end - short[0].start > CROSSHEAD_LENGTH:
        return _paragraphs(waiting)
    return [b._replace(kind=Kind.CROSSHEAD, rule="crosshead.alone") if b is short[0] else b for b in waiting]


def _paragraphs(waiting: list[Block]) -> list[Block]:
    return [Block(*block[:3], PROSE) if block[3] == UNNAMED else block for block in waiting]
