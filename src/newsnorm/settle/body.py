"""What stands in the body: paragraphs, crossheads, list items, captions, and the dateline that opens it."""

from __future__ import annotations

import re

from newsnorm.dateline import dateline_span
from newsnorm.header import caption_line
from newsnorm.label import UNNAMED
from newsnorm.model import Block, Kind
from newsnorm.page.lines import LAST
from newsnorm.shape import LONG, ends_like_sentence, is_prose, words

LIST_ITEM = re.compile(r"\s*(?:[•·▪●‣–*-]|\d{1,2}[.)])\s")
MARKS = "•·▪●‣–*-0123456789"  # what a list item begins with, white space left away
CROSSHEAD_LENGTH = 120
CREDIT_LABEL = range(1, 24)  # where a colon makes the words before it a label
PARAGRAPH = "paragraph.line"


def body(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with every line that is still unnamed as a part of the body."""
    settled: list[Block] = []
    waiting: list[Block] = []  # short lines that are crossheads when prose follows
    after_prose = False
    for block in blocks:
        if block[3] != UNNAMED:
            (waiting or settled).append(block)
            continue
        line = text[block[0] : block[1]].strip()
        if (line[-1] in LAST or len(line) >= LONG) and is_prose(line):
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
    if _may_hold_credit(text[start:end].strip()) and (parts := caption_line(text, start, end)):
        return list(parts)
    return _listed(text, block) or [_paragraph(block)]


def _listed(text: str, block: Block) -> list[Block]:
    """A line behind a mark as a list item; [] for any other line."""
    start, end = block.start, block.end
    if (text[start] in MARKS or text[start].isspace()) and LIST_ITEM.match(text, start, end):
        return [Block(start, end, Kind.LIST_ITEM, "list-item.mark")]
    return []


def _paragraph(block: Block) -> Block:
    return Block(block[0], block[1], block[2], PARAGRAPH)


def _may_hold_credit(line: str) -> bool:
    """Whether a sign of a credit is in ``line``: a closing bracket, ©, a slash, a label with its colon."""
    return line[-1:] in ")]" or "©" in line or "/" in line or line.find(":") in CREDIT_LABEL


def _short(text: str, block: Block, line: str) -> list[Block]:
    """The parts of a short line that its own signs name; [] for one that waits for its neighbours."""
    if _may_hold_credit(line) and (parts := caption_line(text, block.start, block.end)):
        return list(parts)
    if listed := _listed(text, block):
        return listed
    if line[-1] in LAST and ends_like_sentence(line) and words(line) > 1:
        return [_paragraph(block)]
    return []


def _crossheads(waiting: list[Block]) -> list[Block]:
    """A single short line above a paragraph is a crosshead; several in a row are lines of the text."""
    short = [block for block in waiting if block[3] == UNNAMED]
    if len(short) != 1 or short[0].end - short[0].start > CROSSHEAD_LENGTH:
        return _paragraphs(waiting)
    return [b._replace(kind=Kind.CROSSHEAD, rule="crosshead.alone") if b is short[0] else b for b in waiting]


def _paragraphs(waiting: list[Block]) -> list[Block]:
    return [_paragraph(block) if block[3] == UNNAMED else block for block in waiting]
