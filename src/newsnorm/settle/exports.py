"""Articles that a press archive exported: what its labels are, and what of the article stands behind them.

Rules name the lines that no article has (`chrome.export`); where some stand, labels that say little alone are read,
too. What stands behind a label of the article's own parts is left to the steps that read those.
"""

from __future__ import annotations

import re

from newsnorm import tables
from newsnorm.label import OPEN, PROSE, SHORT, nameless
from newsnorm.model import Block, Kind
from newsnorm.patterns import pattern

FAMILY = "chrome.export."
LABEL, CODE, SOURCE, LENGTH = FAMILY + "label", FAMILY + "code", FAMILY + "source", FAMILY + "length"
CITATION = FAMILY + "citation"
COPYRIGHT = "chrome.legal.copyright"
FEWEST = 2  # lines of an export, of which one is more than its length
CODED = pattern(r"[ \t]*([A-Z]{2,3})(?: {2,}|\t)\s*")
LABEL_AT = pattern(r"[ \t]*([A-Za-z][A-Za-z /]{2,30}):[ \t]*")
CITED = pattern(r"[^\n]{10,300}\b(?:19|20)\d\d: [A-Z]{0,3}\.?\d{1,3}\.?\s*$")  # … 13 Jan 2025: A.1.
EDITION = pattern(r"(?:\w{3,10} ){1,3}Edition(?: [–-] Final|; Final)?", re.IGNORECASE)
YEAR = pattern(r"\b(?:19|20)\d\d\b")
HEADER = 14  # lines of an export above its text


def exports(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with the labels of an export named, and apart from what they head."""
    rules = {rule for rule in {block[3] for block in blocks} if rule.startswith(FAMILY)}
    if rules <= {LENGTH} or sum(block[3] in rules for block in blocks) < FEWEST:
        return blocks
    last = max((i for i, block in enumerate(blocks) if block[3] == PROSE), default=0)
    read = (_read(text, block, below=i > last) for i, block in enumerate(blocks))
    return _sourced(text, [part for parts in read for part in parts])


def _read(text: str, block: Block, *, below: bool) -> tuple[Block, ...]:
    """A line as the label that it is or begins with, and the rest; or as it is."""
    start, end, _, rule = block
    if rule not in OPEN:
        return (block,)
    line = text[start:end].strip()
    if line in _words("codes") or line in _words("text_codes"):
        return (Block(start, end, Kind.CHROME, CODE),)
    if line.casefold().rstrip(" :") in _words("labels"):
        return (Block(start, end, Kind.CHROME, LABEL),)
    if label := CODED.match(text, start, end) or LABEL_AT.match(text, start, end):
        return _parted(text, block, label, below=below)
    return (Block(start, end, Kind.CHROME, CITATION),) if CITED.match(text, start, end) else (block,)


def _parted(text: str, block: Block, label: re.Match[str], *, below: bool) -> tuple[Block, ...]:
    """The label apart from the text behind it, or a line of the export as a whole."""
    at, is_code = label.end(), ":" not in label[0]
    name, rule = (label[1], CODE) if is_code else (label[1].casefold(), LABEL)
    if at < block.end and name in _words("text_codes" if is_code else "text_labels"):
        rest = Block(at, block.end, Kind.PARAGRAPH, nameless(text[at : block.end].strip()))
        if name in _words("deck_labels"):
            rest = Block(at, block.end, Kind.DECK, "deck.label")
        return Block(block.start, at, Kind.CHROME, rule), rest
    is_own = name in _words("codes" if is_code else "head") or (below and name in _words("record"))
    return (block._replace(kind=Kind.CHROME, rule=rule),) if is_own else (block,)


def _sourced(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with the lines that say in what paper the article was: its name, and what stands around its length."""
    owner = next((text[block[0] : block[1]] for block in blocks if block[3] == COPYRIGHT), "")
    lines = [i for i, block in enumerate(blocks) if block[2] is not Kind.BLANK][:HEADER]
    counted = next((i for i in lines if blocks[i][3] == LENGTH), len(blocks))
    owned = next((i for i in lines if blocks[i][3] == COPYRIGHT), -1)
    found = {
        i
        for i in lines
        if blocks[i][3] == SHORT
        if (line := text[blocks[i][0] : blocks[i][1]].strip()) in owner
        or EDITION.fullmatch(line)
        or (counted < i < owned and not YEAR.search(line))
    }
    return [Block(*block[:2], Kind.CHROME, SOURCE) if i in found else block for i, block in enumerate(blocks)]


def _words(name: str) -> frozenset[str]:
    return tables.lists("exports.toml")[name]
