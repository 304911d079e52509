"""Stretches of several lines that are set aside together: appeals, and what a page has below its article.

What opens or closes such a stretch is said by rules (``until``, ``closes``, ``where``); a stretch without
its second end is no stretch.
"""

from __future__ import annotations

from itertools import accumulate

from newsnorm.label import OPEN, PROSE, nameless
from newsnorm.model import Block, Kind
from newsnorm.rule import Rule
from newsnorm.rules import RuleSet, folded
from newsnorm.shape import CLOSERS, ends_like_sentence, is_prose, words

TEASER, ANNOUNCED = "chrome.related.teaser", "chrome.related.announced"
OUTWEIGHS = 3  # times as much prose stands above the line that closes an article as below: none ends in its middle
COLONS = (":", "：")
TITLE_WORDS = 4  # a teaser's title has at least so many words
MOST_TITLES = 5  # of other stories, below one label
LONGEST_TITLE = 160  # code points
ASKS = frozenset("?!？！…")  # what the title of a story ends with, if with any sign
LEADS_ON = frozenset(":：,;(“‘„«")


def appeals(text: str, blocks: list[Block], rules: RuleSet) -> list[Block]:
    """Blocks with the stretches that a rule opens and one of its ``until`` closes set aside."""
    opened = _named(blocks, rules.opening)
    if not opened:
        return blocks
    settled = list(blocks)
    begins = next((i for i, block in enumerate(blocks) if block[3] == PROSE), len(blocks))
    for i in opened:
        if settled[i] is blocks[i]:
            rule = rules.by_id[blocks[i].rule]
            if rule.until:
                _enclose(text, settled, i, rule)
            elif rule.announces and not text[blocks[i].start : blocks[i].end].rstrip().endswith(COLONS):
                continue
            elif not rule.titles:
                _announce(settled, i, rule)
            elif i > begins:
                _titles(text, settled, i)
    return settled


def places(text: str, blocks: list[Block], rules: RuleSet) -> list[Block]:
    """Blocks with the rules withdrawn that do not hold where they stand."""
    placed = _named(blocks, rules.placed)
    if not placed:
        return blocks
    prose, n = _prose(blocks), len(blocks)
    first, last = (prose[0], prose[-1]) if prose else (n, n)
    wrong = {i for i in placed if not _in_place(i, rules.by_id[blocks[i].rule].where, first, last, n)}
    return [_withdrawn(text, block) if i in wrong else block for i, block in enumerate(blocks)] if wrong else blocks


def below(text: str, blocks: list[Block], rules: RuleSet) -> list[Block]:
    """Blocks with all below the first line that closes the article set aside."""
    closing = _named(blocks, rules.closing)
    if not closing:
        return blocks
    above = list(accumulate((end - start if rule == PROSE else 0 for start, end, _, rule in blocks), initial=0))
    at = next((i for i in closing if above[i] > OUTWEIGHS * (above[-1] - above[i])), None)
    return blocks if at is None else _closed(text, list(blocks), at)


def _named(blocks: list[Block], names: frozenset[str]) -> list[int]:
    return [i for i, block in enumerate(blocks) if block[3] in names]


def _prose(blocks: list[Block]) -> list[int]:
    return [i for i, block in enumerate(blocks) if block[3] == PROSE]


def _withdrawn(text: str, block: Block) -> Block:
    """The block as if no rule had named it."""
    start, end, _, _ = block
    return Block(start, end, Kind.PARAGRAPH, nameless(text[start:end].strip()))


def _enclose(text: str, blocks: list[Block], first: int, rule: Rule) -> None:
    """Give the lines from ``first`` to the closing one to ``rule``; without a closing one, withdraw the rule."""
    lines = [i for i in range(first, min(len(blocks), first + 2 * rule.most)) if blocks[i].kind is not Kind.BLANK]
    for i in lines[: rule.most]:
        if folded(text[blocks[i].start : blocks[i].end].strip()).startswith(rule.until):
            _set_aside(blocks, first, i + 1, rule.id)
            return
    blocks[first] = _withdrawn(text, blocks[first])


def _announce(blocks: list[Block], label: int, rule: Rule) -> None:
    """Give the line below a label to ``rule``, too."""
    below = next((i for i in range(label + 1, len(blocks)) if blocks[i].kind is not Kind.BLANK), label)
    if blocks[below].kind is Kind.PARAGRAPH:
        blocks[below] = blocks[below]._replace(kind=rule.kind, rule=rule.id)


def _titles(text: str, blocks: list[Block], label: int) -> None:
    """Set aside the titles of other stories below their label.

    Of several the last one stays, which may be a crosshead, unless a blank line parts them from what follows and
    none from their label.
    """
    below = blocks[label + 1 : label + 2 * MOST_TITLES + 3]
    parted = bool(below) and below[0].kind is Kind.BLANK
    found: list[int] = []
    for i, block in enumerate(below, label + 1):
        if block.kind is Kind.BLANK:
            if found and not parted:
                break
        elif _is_title(text, block):
            found.append(i)
        else:
            found = found[: -1 if len(found) > 1 else None]
            break
    for i in found[:MOST_TITLES]:
        blocks[i] = blocks[i]._replace(kind=Kind.CHROME, rule=ANNOUNCED)


def _is_title(text: str, block: Block) -> bool:
    """Whether a line has some words and neither ends a sentence of the story nor leads on to what stands below."""
    line = text[block.start : block.end].strip()
    if block.rule not in OPEN or len(line) > LONGEST_TITLE or line[-1] in LEADS_ON or words(line) < TITLE_WORDS:
        return False
    return not ends_like_sentence(line) or line.rstrip(CLOSERS)[-1:] in ASKS


def _in_place(i: int, where: str, first: int, last: int, n: int) -> bool:
    """Whether line ``i`` of ``n`` is ``where`` its rule wants it; without prose, ``first`` is ``n``."""
    if first == n:
        return where != "body"
    head, tail = i < first, i > last
    return {"head": head, "body": not head and not tail, "tail": tail, "outside": head or tail}[where]


def _closed(text: str, blocks: list[Block], at: int) -> list[Block]:
    """Set aside all below the closing line, and a teaser that breaks off right above it."""
    _set_aside(blocks, at, len(blocks), blocks[at].rule)
    above = [i for i in range(max(0, at - 4), at) if blocks[i].kind is not Kind.BLANK]
    if len(above) >= 2 and _is_teaser(*(text[blocks[i].start : blocks[i].end].strip() for i in above[-2:])):
        _set_aside(blocks, above[-2], above[-1] + 1, TEASER)
    return blocks


def _is_teaser(title: str, start: str) -> bool:
    """Whether ``start`` is the beginning of another story under its ``title``: both without an end mark."""
    if ends_like_sentence(title) or ends_like_sentence(start):
        return False
    return words(title) >= TITLE_WORDS and is_prose(start)


def _set_aside(blocks: list[Block], start: int, end: int, rule: str) -> None:
    for i in range(start, end):
        if blocks[i].kind is Kind.PARAGRAPH:
            blocks[i] = blocks[i]._replace(kind=Kind.CHROME, rule=rule)
