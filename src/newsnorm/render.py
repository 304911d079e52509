"""Render the clean text of a document, as a revision of its text: each cut is an edit that names its rule.

Only which blocks are kept and what stands between them is decided here; no character inside a kept
block changes but line ends and white space of speech.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newsnorm.document import Document
from newsnorm.edits import Edit, Revision, Span
from newsnorm.model import ARTICLE, BODY, Block, Kind
from newsnorm.sentences import paragraphs
from newsnorm.shape import WRAP

__all__ = ["ARTICLE", "BODY", "render"]

SPACE = re.compile(r"\s+")
BREAK = "\n\n"
LAYOUT = "layout.gap"


def render(document: Document, keep: Collection[Kind | str] = BODY) -> Revision:
    r"""The text of the blocks of the kinds in ``keep``, a blank line between, as a revision of ``document.text``.

    Parts of one line stay on one line; speech is joined into paragraphs by turn and pause. With ``BODY``
    it gives ``document.body``. Raises `ValueError` where ``keep`` names no kind.

    >>> from newsnorm import normalise
    >>> revision = render(normalise("Skip to content\n\nNine people were hurt on Monday, the police said.\n"))
    >>> revision.after
    'Nine people were hurt on Monday, the police said.'
    >>> revision.edits[0]
    Edit(span=Span(start=0, end=17), new='', rule='chrome.nav.skip')
    """
    kinds = frozenset(map(Kind, keep))
    if not kinds:
        message = "keep names no kind of block; pass BODY, ARTICLE or a set of Kind"
        raise ValueError(message)
    starts = _paragraph_starts(document) if Kind.SPEECH in kinds and document.kind == "transcript" else frozenset()
    return Revision.make(document.text, _edits(document, kinds, starts))


def _paragraph_starts(document: Document) -> frozenset[int]:
    """Where the paragraphs of a transcript begin."""
    return frozenset(turn[0].span.start for turn in paragraphs(document.sentences, document.chapters))


def _edits(document: Document, kinds: frozenset[Kind], starts: frozenset[int]) -> Iterator[Edit]:
    text = document.text
    done, gap = -1, []  # the end of what is written, and the blocks since
    for block in document.blocks:
        line = text[block[0] : block[1]].strip() if block[2] in kinds else ""
        if not line:
            gap.append(block)
            continue
        start = text.index(line[0], block[0])
        between = _between(text, done, start, block[2], starts) if done >= 0 else ""
        yield from _cuts(text, Span(max(done, 0), start), gap, between)
        done, gap = start + len(line), []
        if block[2] is Kind.SPEECH or len(line.splitlines()) > 1:
            yield from _inside(text, Span(start, done), block[2], starts)
    yield from _cuts(text, Span(max(done, 0), len(text)), gap, "")


def _between(text: str, done: int, start: int, kind: Kind, starts: frozenset[int]) -> str:
    """What separates two kept parts: a space on one line and inside a turn, a blank line elsewhere."""
    if kind is Kind.SPEECH and starts:
        return BREAK if start in starts else " "
    gap = text[done:start]
    if gap == BREAK:
        return BREAK
    if len(gap.splitlines()) > 1 or gap.endswith(("\n", "\r", "\x85", "\u2028", "\u2029")):
        return BREAK
    return "" if not gap else " " if gap.strip() else gap


def _cuts(text: str, gap: Span, blocks: list[Block], between: str) -> Iterator[Edit]:
    """Edits that leave ``between`` of ``gap``: one a block that is cut, one for white space alone."""
    if text[gap.start : gap.end] == between:
        return
    cuts = [block for block in blocks if block.kind is not Kind.BLANK and text[block.start : block.end].strip()]
    if not cuts:
        yield Edit(gap, between, LAYOUT)
        return
    ends = [block.end for block in cuts[:-1]] + [gap.end]
    start = gap.start
    for block, end in zip(cuts, ends, strict=True):
        yield Edit(Span(start, end), between, block.rule)
        start, between = end, ""


def _inside(text: str, content: Span, kind: Kind, starts: frozenset[int]) -> Iterator[Edit]:
    """Edits of the line ends inside a kept part, and of all white space inside speech."""
    pattern = SPACE if kind is Kind.SPEECH else WRAP
    for match in pattern.finditer(text, *content):
        new = BREAK if match.end() in starts else " "
        if match[0] != new:
            yield Edit(Span(*match.span()), new, "layout.wrap")
