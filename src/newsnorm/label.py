"""Label lines, context-free: every line of an article becomes one block, named by a rule where one fits.

Nothing here looks at a neighbour; what a line is beside the others is decided in `settle.py`.
Transcripts are labelled by their readers instead (`transcript/`).
"""

from __future__ import annotations

from functools import partial

from newsnorm.model import Block, Kind
from newsnorm.patterns import pattern
from newsnorm.rules import RuleSet
from newsnorm.shape import is_prose
from newsnorm.wraps import unbroken

PROSE = "paragraph.line"  # running text: a paragraph, unless its neighbours tell otherwise
SHORT = "paragraph.short"  # a line that nothing names: its neighbours may tell what it is, else it stays
OPEN = frozenset({PROSE, SHORT})
BLANK, PARAGRAPH = Kind.BLANK, Kind.PARAGRAPH  # to ask an enumeration for a member takes as long as to make a block
HEADING = pattern(r"\s{0,9}#{1,6}\s{1,9}(?=\S)")
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
    end, solid, last = 0, 0, ""  # where the line ends and the last one that is not blank did; what that line said
    kind, rule = PARAGRAPH, SHORT
    for row in unbroken(text):
        start = end
        end += len(row)
        line = row.strip()
        if not line:
            continue
        if "\n" in line:  # a broken paragraph
            line = line.replace("\n", " ")
            line = " ".join(line.split()) if "  " in line else line
        if solid < start:
            append(_block((solid, start, BLANK, "blank")))
        if line != last:
            named, last = match(line), line
            kind, rule = (named.kind, named.id) if named else (PARAGRAPH, nameless(line))
        append(_block((start, end, kind, rule)))
        solid = end
    if solid < end:
        append(_block((solid, end, BLANK, "blank")))
    return blocks


def without_mark(text: str, block: Block) -> tuple[Block, ...]:
    """A heading apart from what marks it in Markdown: `## What comes next` (CommonMark, ATX headings)."""
    mark = HEADING.match(text, block[0], block[1])
    if mark is None:
        return (block,)
    return Block(block[0], mark.end(), Kind.MARKUP, "markup.heading"), block._replace(start=mark.end())


def nameless(line: str) -> str:
    """What a line is that no rule names and that has no white space around it.

    >>> nameless("Most read this week")
    'paragraph.short'
    """
    return PROSE if is_prose(line) else SHORT
