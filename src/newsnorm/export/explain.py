"""The source with every decision shown: what was kept, changed and set aside, each stretch with its rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsnorm.document import Document
from newsnorm.edits import Edit, Span
from newsnorm.model import BODY, REMOVED, Block, Kind

RED, GREEN, YELLOW, DIM, PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[2m", "\x1b[0m"
KEPT, PART, CUT = "+", "=", "-"
COLOURS = {KEPT: GREEN, PART: YELLOW, CUT: RED}
CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if code not in (9, 10)}


def explain(document: Document, *, colour: bool = False) -> str:
    r"""The source, a block a line: ``+`` body, ``=`` another part, ``-`` set aside; then kind, rule and text.

    A repaired stretch is shown as ``{before→after rule}``. Control characters are written as escapes, so
    that nothing in the text can drive a terminal.

    >>> from newsnorm import normalise
    >>> print(explain(normalise("Skip to content\nNine people fled Russia‚Äôs border on Monday, he said.\n")), end="")
    - chrome     chrome.nav.skip          Skip to content
    + paragraph  paragraph.line           Nine people fled Russia{‚Äô→’ mojibake.macroman}s border on Monday, he said.
    """
    rows = (_row(document, block, colour=colour) for block in document.blocks if block.kind is not Kind.BLANK)
    notes = (f"? {note.code}: {note.message}\n".translate(CONTROLS) for note in document.notes)
    return "".join((*rows, *notes))


def _row(document: Document, block: Block, *, colour: bool) -> str:
    mark = KEPT if block.kind in BODY else CUT if block.kind in REMOVED else PART
    label = f"{mark} {block.kind.value:10} {block.rule:24}"
    text = " ".join("".join(_stretches(document, document.source_span(block))).split()).translate(CONTROLS)
    if not colour:
        return f"{label} {text}\n"
    return f"{COLOURS[mark]}{label}{PLAIN} {DIM if mark == CUT else ''}{text}{PLAIN if mark == CUT else ''}\n"


def _stretches(document: Document, span: Span) -> Iterator[str]:
    """The source at ``span``, the edits in it shown."""
    source, done = document.source.text, span.start
    for edit in edits_within(document.repair.edits, span):
        yield source[done : edit.span.start]
        yield f"{{{source[edit.span.start : edit.span.end]}→{edit.new} {edit.rule}}}"
        done = edit.span.end
    yield source[done : span.end]


def edits_within(edits: tuple[Edit, ...], span: Span) -> tuple[Edit, ...]:
    """The edits that begin inside ``span``.

    >>> edits_within((Edit(Span(1, 2), "", "control.nul"), Edit(Span(9, 9), "x", "r")), Span(0, 5))
    (Edit(span=Span(start=1, end=2), new='', rule='control.nul'),)
    """
    start = bisect_left(edits, span.start, key=_start)
    return edits[start : bisect_left(edits, span.end, lo=start, key=_start)]


def _start(edit: Edit) -> int:
    return edit.span.start
