"""Render the clean text of a document, as a revision of its text: each cut is an edit that names its rule.

Only which blocks are kept and what stands between them is decided here; inside a kept block only line
ends change, and in speech white space and what the cue has decoded (tags, escapes).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from newsnorm.document import Document
from newsnorm.edits import Edit, Revision, Span
from newsnorm.model import ARTICLE, BODY, Block, Kind
from newsnorm.patterns import pattern
from newsnorm.sentences import printed_cues
from newsnorm.shape import seam, unwrapped

__all__ = ["ARTICLE", "BODY", "render"]

WORD = pattern(r"\S+")
BREAK = "\n\n"
GAP, FOLDED, UNESCAPED = "layout.gap", "layout.wrap", "cue.words"
SAID_BESIDE = frozenset({Kind.SPEECH, Kind.BLANK})


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
    said = document.kind == "transcript" and {block[2] for block in document.blocks} & kinds <= {Kind.SPEECH}
    return Revision.make(document.text, _said(document) if said else _written(document, kinds))


def kept_text(document: Document, kinds: Collection[Kind]) -> str:
    """What `render` makes of an article, without the edits that tell how."""
    text = document.text
    pieces: list[str] = []
    last: Block | None = None
    for block in document.blocks:
        if block[2] in kinds and (line := text[block[0] : block[1]].strip()):
            if last is not None:
                pieces.append(BREAK if text[last[1] - 1] == "\n" else _between(_gap(text, last, block)))
            pieces.append(unwrapped(line))
            last = block
    return "".join(pieces)


def _gap(text: str, last: Block, block: Block) -> str:
    """What stands between the words of two blocks."""
    done = last[0] + len(text[last[0] : last[1]].rstrip())
    return text[done : block[1] - len(text[block[0] : block[1]].lstrip())]


def _written(document: Document, kinds: frozenset[Kind]) -> Iterator[Edit]:
    """The edits that keep blocks as they stand in the text."""
    text = document.text
    done, gap = -1, []  # the end of what is written, and the blocks since
    for block in document.blocks:
        line = text[block[0] : block[1]].strip() if block[2] in kinds else ""
        if not line:
            gap.append(block)
            continue
        start = text.index(line[0], block[0])
        between = _between(text[done:start]) if done >= 0 else ""
        yield from _cuts(text, Span(max(done, 0), start), gap, between)
        done, gap = start + len(line), []
        if len(rows := line.splitlines(keepends=True)) > 1:
            yield from _folds(text, start, rows)
    yield from _cuts(text, Span(max(done, 0), len(text)), gap, "")


def _folds(text: str, start: int, rows: Sequence[str]) -> Iterator[Edit]:
    """Edits of the line ends inside a kept part, which begins at ``start``."""
    end, last = start, ""
    for row in rows:
        words = row.strip()
        if words:
            first = text.index(words[0], start)
            between = seam(last, words) if last else ""
            if text[end:first] != between:
                yield Edit(Span(end, first), between, FOLDED)
            end, last = first + len(words), words
        start += len(row)


def _between(gap: str) -> str:
    """What separates two kept parts: what stands there on one line, a blank line elsewhere."""
    if gap == BREAK or len(f"{gap}.".splitlines()) > 1:
        return BREAK
    return " " if gap.strip() else gap


def _cuts(text: str, gap: Span, blocks: Sequence[Block], between: str) -> Iterator[Edit]:
    """Edits that leave ``between`` of ``gap``: one a block that is cut, one for white space alone."""
    if text[gap.start : gap.end] == between:
        return
    cuts = [block for block in blocks if block[2] is not Kind.BLANK and text[block[0] : block[1]].strip()]
    if len(cuts) <= 1:
        yield Edit(gap, between, cuts[0].rule if cuts else GAP)
        return
    ends = [block.end for block in cuts[:-1]] + [gap.end]
    start = gap.start
    for block, end in zip(cuts, ends, strict=True):
        yield Edit(Span(start, end), between, block.rule)
        start, between = end, ""


def _said(document: Document) -> Iterator[Edit]:
    """The edits that join the words of the cues to paragraphs."""
    text, done, k = document.text, 0, 0
    cut = [block for block in document.blocks if block[2] not in SAID_BESIDE]
    starts = [block[0] for block in cut]
    for between, cue, words in printed_cues(document.cues, document.chapters):
        start, end = cue.span
        after = bisect_left(starts, start, k)
        yield from _cuts(text, Span(done, start), cut[k:after], between)
        if text[start:end] != words:
            yield from _reworded(text, cue.span, words)
        done, k = end, bisect_left(starts, end, after)
    yield from _cuts(text, Span(done, len(text)), cut[k:], "")


def _reworded(text: str, span: Span, words: str) -> Iterator[Edit]:
    """Edits of the white space of a cue; one edit of all that differs where its words differ, too."""
    old = [Span(*match.span()) for match in WORD.finditer(text, *span)]
    new = [match.span() for match in WORD.finditer(words)]
    if [text[start:end] for start, end in old] != [words[start:end] for start, end in new]:
        yield Edit(span, words, UNESCAPED)
        return
    places = zip([span.start, *(b for _, b in old)], [*(a for a, _ in old), span.end], strict=True)
    gaps = zip([0, *(b for _, b in new)], [*(a for a, _ in new), len(words)], strict=True)
    for (start, end), (left, right) in zip(places, gaps, strict=True):
        if text[start:end] != words[left:right]:
            yield Edit(Span(start, end), words[left:right], FOLDED)
