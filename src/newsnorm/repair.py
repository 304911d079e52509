"""Repair: every broken character mended where it stands, each change an edit with the rule that made it.

The stages live in `characters`; here they are put in order and repeated until nothing moves. No label is given and
no line is judged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from newsnorm.characters import compose, controls, eastasian, leftovers, lost, stripped, surrogates
from newsnorm.characters.entities import entities
from newsnorm.characters.families import LONGEST
from newsnorm.characters.gate import SUSPICIOUS, Run, Suspects, suspects, suspects_within, unusual
from newsnorm.characters.search import search
from newsnorm.edits import Edit, Revision, Span
from newsnorm.patterns import pattern
from newsnorm.sniff import sniff

# In these an escape belongs to the format, whose reader undoes it.
_ESCAPING_FORMATS = frozenset(
    "srt vtt sbv lrc ttml sami microdvd subviewer scc ass spruce-stl json3 whisper podcast".split()
)
_ASCII = pattern("[\x00-\x7f]")
_LOOKS = 3  # over the whole text at most: what is mended may tell the language, and with it what was left
_MARGIN = controls.NEAR + 8  # characters beside an edit that it may have put into another light


def repair(text: str) -> Revision:
    """Mend the characters of ``text``: mojibake, entities, control characters, decomposed letters, surrogates.

    Each edit is one damaged stretch, with a span in ``text`` (code points) and a rule that names what happened to
    it: the chain of codecs in peeling order, or `mojibake.lost` where bytes had to be inferred. Nothing else
    changes: quotes stay curly, line ends stay. What is ambiguous stays too. Repairing a repaired text changes
    nothing. Raises `TypeError` for anything but a string; `decode` makes one of bytes.

    >>> revision = repair("Russia‚Äôs “own” words")
    >>> revision.after
    'Russia’s “own” words'
    >>> revision.edits
    (Edit(span=Span(start=6, end=9), new='’', rule='mojibake.macroman'),)
    """
    if not isinstance(text, str):
        message = f"repair() takes a str, not {type(text).__name__}; decode() makes text of bytes"
        raise TypeError(message)
    return repaired(text, sniff(text) if "&" in text else "plain")


def fix_mojibake(text: str) -> str:
    """The text that `repair` makes of ``text``.

    >>> fix_mojibake("L&rsquo;Ã©tÃ©")
    'L’été'
    """
    if not isinstance(text, str):
        message = f"fix_mojibake() takes a str, not {type(text).__name__}; decode() makes text of bytes"
        raise TypeError(message)
    return repair(text).after


def repaired(text: str, format: str) -> Revision:  # noqa: A002 (Document.format)
    """The same for a text whose format is known: captions and JSON keep their entities for the reader of the format."""
    if text.isascii() and "&" not in text and not unusual(text.encode()):
        return Revision(text, text)
    rounds = list(_rounds(text, escaped=format in _ESCAPING_FORMATS))
    while len(rounds) > 1:  # in pairs, so that many short rounds cost little
        pairs = zip(rounds[::2], rounds[1::2], strict=False)
        rounds = [first.then(later, _named) for first, later in pairs] + rounds[len(rounds) // 2 * 2 :]
    return rounds[0] if rounds else Revision(text, text)


def _rounds(text: str, *, escaped: bool) -> Iterator[Revision]:
    """Revisions until nothing moves: entities first, then the characters, around what changed, and everywhere again."""
    spans: list[Span] | None = None
    looks = 1
    while True:
        edits = [] if escaped else entities(text)
        found = edits or (_everywhere(text) if spans is None else _within(text, spans))
        if not found:
            if spans is None or looks == _LOOKS:
                return
            spans, looks = None, looks + 1
            continue
        revision = Revision.make(text, found)
        yield revision
        text = revision.after
        if edits and spans is not None:
            spans = [revision.after_span(span) for span in spans]
        if spans is not None or not edits:
            again = sorted([*(spans if edits and spans else ()), *_unsettled(revision)])
            spans = list(_widened(text, again)) if again else []


def _everywhere(text: str) -> list[Edit]:
    """The edits of one pass over the whole text."""
    raw = text.encode("utf-8", "surrogatepass")
    rest = unusual(raw)
    edits = _edits(text, suspects(text, raw)) if rest and not text.isascii() else []
    if controls.has_ascii_controls(rest):
        edits = _merged(edits, controls.ascii_controls(text, [Span(0, len(text))]))
    return edits


def _within(text: str, spans: Sequence[Span]) -> list[Edit]:
    """The edits of one pass over ``spans`` of the text."""
    return _merged(_edits(text, suspects_within(text, spans)), controls.ascii_controls(text, spans)) if spans else []


def _unsettled(revision: Revision) -> Iterator[Span]:
    """Where edits put new characters beside which something may now be damaged; edits near each other at once."""
    text = revision.after
    for near in _neighbours(revision):
        if _suspicious(text, near[0][0], near[-1][1]):
            first = next(span for span in near if _suspicious(text, *span))
            last = next(span for span in reversed(near) if _suspicious(text, *span))
            yield Span(first[0], last[1])


def _suspicious(text: str, start: int, end: int) -> bool:
    return bool(SUSPICIOUS.search(text, max(0, start - _MARGIN), end + _MARGIN))


def _neighbours(revision: Revision) -> Iterator[list[tuple[int, int]]]:
    """The stretches of the new text that edits made, those together of which the margins meet."""
    shift, last = 0, 0
    near: list[tuple[int, int]] = []
    for (start, end), new, _ in revision.edits:
        if near and start + shift - last > 2 * _MARGIN:
            yield near
            near = []
        last = start + shift + len(new)
        near.append((start + shift, last))
        shift = last - end
    if near:
        yield near


def _edits(text: str, found: Suspects) -> list[Edit]:
    edits = _mojibake(text, found) if not _MOJIBAKE.isdisjoint(found) else []
    for sort, stage in _STAGES:
        if sort in found:
            edits = _merged(edits, stage(text, found[sort]))
    return edits


def _mojibake(text: str, found: Suspects) -> list[Edit]:
    edits, certainty = search(text, found.get("pair", ()))
    marks = stripped.stripped(text, found.get("lone", ()), certainty, edits)
    edits = _merged(edits, marks)
    inferred = lost.lost(text, found.get("lost", ()), certainty, edits, controls_lost=bool(marks))
    return _merged([], edits + inferred) if inferred else edits


_MOJIBAKE = frozenset({"pair", "lone", "lost"})
_STAGES: tuple[tuple[str, Callable[[str, Sequence[Run]], Iterable[Edit]]], ...] = (
    ("asian", eastasian.east_asian),
    ("c1", leftovers.stray_controls),
    ("lone", leftovers.lone_capitals),
    ("surrogate", surrogates.joined),
    ("hidden", controls.hidden_characters),
    ("mark", compose.composed),
)


def _merged(edits: list[Edit], more: Iterable[Edit]) -> list[Edit]:
    """Both in order, without those of ``more`` that touch what an edit of ``edits``, or an earlier one, changes."""
    more = sorted(more)
    starts = [edit.span.start for edit in edits] if more else []
    added: list[Edit] = []
    for edit in more:
        before = bisect_left(starts, edit.span.end) - 1
        if before >= 0 and edits[before].span.end > edit.span.start:
            continue
        if not (added and added[-1].span.end > edit.span.start):
            added.append(edit)
    return sorted(edits + added) if added else edits


def _widened(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Sorted ``spans`` with a margin, to the ends of the runs that they touch, joined where they meet."""
    start, end = 0, 0
    for span in spans:
        if span.start - _MARGIN > end and (left := _run_start(text, span.start - _MARGIN)) > end:
            yield Span(start, end)
            start = left
        if span.end + _MARGIN > end:
            end = _run_end(text, span.end + _MARGIN)
    yield Span(start, end)


def _run_start(text: str, at: int) -> int:
    ascii_before = _ASCII.search(text[max(0, at - LONGEST) : at][::-1])
    return at - (ascii_before.start() if ascii_before else min(at, LONGEST))


def _run_end(text: str, at: int) -> int:
    ascii_after = _ASCII.search(text, at, at + LONGEST)
    return ascii_after.start() if ascii_after else min(len(text), at + LONGEST)


_INFERRED = lost.RULE


def _named(earlier: str, later: str) -> str:
    """The rule of two edits in a row: a chain of codecs, or else the one that weighs more: bytes inferred, mojibake."""
    if _INFERRED in {earlier, later}:
        return _INFERRED
    chains = [rule for rule in (earlier, later) if rule.startswith("mojibake.")]
    if len(chains) == 2:
        return f"{earlier}+{later.removeprefix('mojibake.')}"
    return chains[0] if chains else later
