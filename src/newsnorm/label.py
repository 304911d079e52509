"""Label lines, context-free: every line of an article becomes one block, named by a rule where one fits.

Nothing here looks at a neighbour; what a line is beside the others is decided in `settle.py`.
Transcripts are labelled by their readers instead (`transcript/`).
"""

from __future__ import annotations

from functools import partial

from newsnorm.model import Block, Kind
from newsnorm.rules import RuleSet
from newsnorm.shape import is_prose
from newsnorm.wraps import unbroken

PROSE = "paragraph.line"  # running text: a paragraph, unless its neighbours tell otherwise
SHORT = "paragraph.short"  # a line that nothing names: its neighbours may tell what it is, else it stays
OPEN = frozenset({PROSE, SHORT})
BLANK, PARAGRAPH = Kind.BLANK, Kind.PARAGRAPH  # to ask an enumeration for a member takes as long as to make a block
_block = partial(tuple.__new__, Block)  # makes a Block in half the time that its own __new__ takes


def label(text: str, rules: RuleSet) -> list[Block]:
    r"""Tile ``text`` with one block a line, neighbouring blank lines as one.

    A line that no rule names is a paragraph for now, and running text or not. Lines end as
    `str.splitlines` says, a hard-wrapped paragraph is one line; the line end belongs to its block.

    >>> from newsnorm.rules import default
    >>> [block.rule for block in label("Skip to content\n\n\nIt rained.\n", default())]
    ['chrome.nav.skip', 'blank', 'paragraph.short']
    """
    blocks: list[Block] = []
    append, match = blocks.append, rules.match
    end = 0
    for row in unbroken(text):
        start = end
        end += len(row)
        line = row.strip()
        if not line:
            if blocks and blocks[-1][2] is BLANK:
                start = blocks.pop()[0]
            append(_block((start, end, BLANK, "blank")))
        elif rule := match(line):
            append(_block((start, end, rule.kind, rule.id)))
        else:
            append(_block((start, end, PARAGRAPH, nameless(line))))
    return blocks


def nameless(line: str) -> str:
    """What a line is that no rule names and that has no white space around it.

    >>> nameless("Most read this week")
    'paragraph.short'
    """
    return PROSE if is_prose(line) else SHORT
