"""What stands in the body: paragraphs, crossheads, list items, captions, and the dateline that opens it."""

from __future__ import annotations

import re

from newsnorm.dateline import dateline_span
from newsnorm.header import caption_line
from newsnorm.label import UNNAMED
from newsnorm.model import Block, Kind
from newsnorm.shape import ends_like_sentence, is_prose, words

LIST_ITEM = re.compile(r"\s*(?:[•·▪●‣–*-]|\d{1,2}[.)])\s")
CROSSHEAD_LENGTH = 120
CROSSHEAD_WORDS = range(2, 16)
CREDIT_SIGNS = re.compile(r"[©(/:|]|[Pp]hoto|[Ff]oto|\b[Ii]mage\b|[Pp]icture")
WRAP_WIDTH = range(40, 101)
PARAGRAPH = "paragraph.line"


def body(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with every line that is still unnamed as a part of the body."""
    blocks = _unwrapped(text, blocks)
    settled: list[Block] = []
    waiting: list[Block] = []  # short lines that are crossheads when prose follows
    after_prose = False
    for block in blocks:
        if block[3] != UNNAMED:
            (waiting or settled).append(block)
            continue
        line = text[block[0] : block[1]].strip()
        if is_prose(line):
            settled += _crossheads(waiting) if after_prose else _paragraphs(waiting)
            settled += _prose(text, block, first=not after_prose)
            waiting, after_prose = [], True
        elif parts := _short(text, block, line):
            (waiting or settled).extend(parts)
        else:
            waiting.append(block)
    return settled + _paragraphs(waiting)


def _prose(text: str, block: Block, *, first: bool) -> list[Block]:
    start, end = block.start, block.end
    if first and (split := dateline_span(text, start, end)) > start:
        return [Block(start, split, Kind.DATELINE, "dateline.lead"), Block(split, end, Kind.PARAGRAPH, PARAGRAPH)]
    if CREDIT_SIGNS.search(text, start, end) and (parts := caption_line(text, start, end)):
        return list(parts)
    if LIST_ITEM.match(text, start, end):
        return [block._replace(kind=Kind.LIST_ITEM, rule="list-item.mark")]
    return [block._replace(rule=PARAGRAPH)]


def _short(text: str, block: Block, line: str) -> tuple[Block, ...]:
    """The parts of a short line that its own signs name; () for one that waits for its neighbours."""
    if CREDIT_SIGNS.search(text, block.start, block.end) and (parts := caption_line(text, block.start, block.end)):
        return parts
    if LIST_ITEM.match(text, block.start, block.end):
        return (block._replace(kind=Kind.LIST_ITEM, rule="list-item.mark"),)
    if ends_like_sentence(line) and words(line) > 1:
        return (block._replace(rule=PARAGRAPH),)
    return ()


def _crossheads(waiting: list[Block]) -> list[Block]:
    """A single short line above a paragraph is a crosshead; several in a row are lines of the text."""
    short = [block for block in waiting if block[3] == UNNAMED]
    if len(short) != 1 or short[0].end - short[0].start > CROSSHEAD_LENGTH:
        return _paragraphs(waiting)
    return [b._replace(kind=Kind.CROSSHEAD, rule="crosshead.alone") if b is short[0] else b for b in waiting]


def _paragraphs(waiting: list[Block]) -> list[Block]:
    return [block._replace(rule=PARAGRAPH) if block[3] == UNNAMED else block for block in waiting]


def _unwrapped(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with the lines of hard-wrapped paragraphs joined.

    A text is hard-wrapped when its longest line fits a narrow column and most lines inside its
    paragraphs nearly fill that column without ending a sentence.
    """
    lines = [block for block in blocks if block[3] == UNNAMED]
    width = max((block.end - block.start for block in lines), default=0)
    if width - 1 not in WRAP_WIDTH or len(lines) < 3:
        return blocks
    joints = [i for i in range(1, len(blocks)) if blocks[i - 1][3] == blocks[i][3] == UNNAMED]
    full = [i for i in joints if blocks[i - 1].end - blocks[i - 1].start > 0.6 * width]
    broken = [i for i in full if not ends_like_sentence(text[blocks[i - 1].start : blocks[i - 1].end])]
    if 2 * len(broken) < len(joints):
        return blocks
    return _joined(blocks, set(full))


def _joined(blocks: list[Block], joints: set[int]) -> list[Block]:
    joined: list[Block] = []
    for i, block in enumerate(blocks):
        joined.append(joined.pop()._replace(end=block.end) if i in joints else block)
    return joined
