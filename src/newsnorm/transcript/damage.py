"""Damage of caption files that was read anyway: one note for each kind, at its first place.

Nothing is repaired here; `captions.py` has read the file already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsnorm.clocks import moment
from newsnorm.edits import Span
from newsnorm.model import Block, Kind, Note

UNREADABLE = "cue.unreadable"
ASTRAY = "cue.vtt.astray"

_Opening = re.Match[str]
_PLAIN = {
    "srt": re.compile(r"\d{2,3}:\d\d:\d\d,\d{3} --> \d{2,3}:\d\d:\d\d,\d{3}"),
    "vtt": re.compile(r"(?:\d{2,4}:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,4}:)?\d\d:\d\d\.\d{3}"),
}
_ARROW = re.compile(r"-{1,2}>|,(?=\d+:)")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def notes(work: str, openings: Sequence[_Opening], blocks: Sequence[Block], form: str) -> Iterator[Note]:
    """The notes on a caption file of ``openings``: its lines of times as groups of index, times and settings."""
    yield from _of_form(work, openings, form)
    yield from _of_times(openings, form)
    yield from _of_blocks(work, blocks)


def _of_form(work: str, openings: Sequence[_Opening], form: str) -> Iterator[Note]:
    if form == "vtt" and not work.lstrip("\ufeff\0 \t\r\n").startswith("WEBVTT"):
        yield Note("cue.head.missing", "the file does not begin with WEBVTT", Span(0, 0))
    if form == "srt":
        yield from _note("cue.index.missing", "cues have no index", [_span(m) for m in openings if not m[1]])
        close = [_span(m) for m in openings if m.start() and work.count("\n", m.start() - 3, m.start()) < 2]
        yield from _note("cue.blank.missing", "cues have no blank line before them", close)
    if plain := _PLAIN.get(form):
        odd = [_span(m) for m in openings if not plain.fullmatch(m[2])]
        yield from _note("cue.times.form", "lines of times are not written as the format asks", odd)


def _of_times(openings: Sequence[_Opening], form: str) -> Iterator[Note]:
    """Cues that end before they start, start before the cue before them, or overlap it."""
    cues = [(*_times(opening[2]), _span(opening)) for opening in openings] if form != "lrc" else []
    backwards = [place for start, end, place in cues if end < start]
    yield from _note("cue.times.backwards", "cues end before they start", backwards)
    pairs = [(before, cue) for before, cue in pairwise(cues) if cue[0] < before[1]]
    late = [cue[2] for before, cue in pairs if cue[0] < before[0]]
    yield from _note("cue.times.order", "cues start before the cue before them", late)
    over = [cue[2] for before, cue in pairs if cue[0] >= before[0]]
    yield from _note("cue.times.overlap", "cues start before the cue before them has ended", over)


def _times(written: str) -> tuple[float, float]:
    start, end = map(moment, _ARROW.split(written))
    return start, end


def _of_blocks(work: str, blocks: Sequence[Block]) -> Iterator[Note]:
    lost = [Span(block.start, block.end) for block in blocks if block.rule == UNREADABLE]
    yield from _note("cue.times.unreadable", "lines of times cannot be read", lost)
    said = [block for block in blocks if block.kind is Kind.SPEECH]
    gaps = [Span(*block[:2]) for block in said if _BLANK_LINE.search(work, block.start, block.end)]
    yield from _note("cue.blank.inside", "cues hold blank lines", gaps)
    astray = [Span(*block[:2]) for block in said if block.rule == ASTRAY]
    yield from _note("cue.text.astray", "lines stand behind the blank line that ends a cue", astray)


def _note(code: str, message: str, places: Sequence[Span]) -> Iterator[Note]:
    if places:
        yield Note(code, f"{len(places)} {message}", places[0])


def _span(opening: _Opening) -> Span:
    return Span(opening.start(2) - 1, opening.end(2) - 1)
