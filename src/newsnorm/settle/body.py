"""What stands in the body: paragraphs, crossheads, list items and captions."""

from __future__ import annotations

from newsnorm.header import caption_line
from newsnorm.label import PROSE, SHORT, without_mark
from newsnorm.model import Block, Kind
from newsnorm.patterns import pattern
from newsnorm.shape import ends_like_sentence, words

LIST_ITEM = pattern(r"\s*(?:[•·▪●‣–*-]|\d{1,2}[.)])\s")
SAYING = pattern(r"\s-\s\w")
MARKS = frozenset("•·▪●‣–*-0123456789")  # what a list item begins with, white space left away
HEADING, LABELLING = 10, 4  # words that a crosshead has at most, and one that ends in a colon
QUOTES = frozenset('“"‘«„')
CAPTION, REPEATED = Kind.CAPTION, frozenset({Kind.PARAGRAPH, Kind.CROSSHEAD})
LABEL = 24  # up to here a colon makes the words before it a label
UNFINISHED = frozenset(",;(")
BRACKETS = frozenset(")]")  # with ©, a slash or a label these are the signs of a credit


def body(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with every line that is still open as a part of the body."""
    asking = text.count("?\n") > 1  # one question may be said, several head the parts
    settled: list[Block] = []
    waiting: list[Block] = []  # short lines that are crossheads when prose follows
    after_prose = False
    for block in blocks:
        if block[3] == PROSE:
            if waiting:
                settled += _crossheads(text, waiting, asking=asking) if after_prose else waiting
                waiting = []
            settled += _parts(text, block)
            after_prose = True
        elif block[3] == SHORT:
            waiting += _parts(text, block)
        else:
            (waiting or settled).append(block)
    return _alt_texts(text, settled + waiting)


def _alt_texts(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with the lines that the caption below them repeats as the text for those who do not see the picture."""
    for i in [i for i, block in enumerate(blocks) if block[2] is CAPTION and i]:
        above = i - 2 if blocks[i - 1][2] is Kind.BLANK else i - 1
        start, end, kind, _ = blocks[above]
        if above >= 0 and kind in REPEATED and text.startswith(text[start:end].strip(), blocks[i][0]):
            blocks[above] = Block(start, end, Kind.ALT_TEXT, "alt-text.repeated")
    return blocks


def _parts(text: str, block: Block) -> tuple[Block, ...]:
    """A line as what its own signs name: a caption with its credit, a list item; or as it is."""
    start, end, _, _ = block
    line = text[start:end].strip()
    if (line[-1] in BRACKETS or "©" in line or "/" in line or line.find(":", 1, LABEL) > 0) and (
        parts := caption_line(text, start, end)
    ):
        return parts
    if line[0] in MARKS and LIST_ITEM.match(text, start, end) and not (block[3] == PROSE and _is_said(line)):
        return (Block(start, end, Kind.LIST_ITEM, "list-item.mark"),)
    return (block,)


def _is_said(line: str) -> bool:
    """Speech behind a dash, as many languages write it: `– We lost all, says the mayor.`, `- Tak - mówi.`."""
    return line[0] in "–—" or (line[0] == "-" and SAYING.search(line, 2) is not None)


def _crossheads(text: str, waiting: list[Block], *, asking: bool) -> list[Block]:
    """A single short line above a paragraph is a crosshead; several in a row are lines of the text."""
    short = [i for i, block in enumerate(waiting) if block[3] == SHORT and not _is_sentence(text, block, asking=asking)]
    if len(short) == 1:
        at, (start, end, _, _) = short[0], waiting[short[0]]
        if _is_heading(text[start:end].strip()):
            waiting[at : at + 1] = without_mark(text, Block(start, end, Kind.CROSSHEAD, "crosshead.alone"))
    return waiting


def _is_heading(line: str) -> bool:
    """A few words that nothing is missing from: no piece of a sentence, and no sentence that leads in a list."""
    count = words(line)
    if count > (LABELLING if line[-1] == ":" else HEADING) or line[-1] in UNFINISHED or line.islower():
        return False
    return any(map(str.isalpha, line))


def _is_sentence(text: str, block: Block, *, asking: bool) -> bool:
    line = text[block[0] : block[1]].strip()
    if asking and line[-1] == "?" and line[0] not in QUOTES:
        return False
    return ends_like_sentence(line) and words(line) > 1
