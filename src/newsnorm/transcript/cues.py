"""From blocks to values: the cues of a labelled transcript, whatever format labelled it.

A clock opens a cue and the speech behind it is its text; speakers, word times and sounds stand in blocks of
their own. How a format marks these is not told here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from newsnorm.edits import Span
from newsnorm.model import Block, Cue, Kind

_ESCAPE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+)(?:[.,:;](\d+))?")


def cues(text: str, blocks: Sequence[Block], form: str) -> tuple[Cue, ...]:
    """The cues of a labelled text; a cue without an end ends where the next one starts."""
    found = [*_cues(text, blocks, form)]
    if form.startswith("panel-"):
        return _with_ends(found)
    return tuple(found)


def _with_ends(found: Sequence[Cue]) -> tuple[Cue, ...]:
    starts = [cue.start for cue in found]
    return tuple(cue._replace(end=end) for cue, end in zip(found, chain(starts[1:], (None,)), strict=True))


def _cues(text: str, blocks: Sequence[Block], form: str) -> Iterator[Cue]:
    """One cue for each clock."""
    opened: Block | None = None
    inside: list[Block] = []
    for block in blocks:
        if block.kind is Kind.TIMESTAMP:
            if opened:
                yield _cue(text, opened, inside)
            opened, inside = block, []
        elif opened:
            inside.append(block)
    if opened:
        yield _cue(text, opened, inside)


def _cue(text: str, clock: Block, inside: Sequence[Block]) -> Cue:
    start, end = _times(text[clock.start : clock.end])
    said = [block for block in inside if block.kind is Kind.SPEECH or block.kind is Kind.SOUND]
    words = "".join(text[block.start : block.end] for block in said)
    if "&" in words:
        words = _ESCAPE.sub(lambda escape: html.unescape(escape[0]), words)
    span = Span(said[0].start, said[-1].start + len(text[said[-1].start : said[-1].end].rstrip())) if said else Span(clock.end, clock.end)
    return Cue(start, end, words.strip(), None, end is None, (), span)


def _times(clock: str) -> tuple[float, float | None]:
    """The start and the end that a clock gives; many give no end."""
    start, *end = (_seconds(found) for found in _CLOCK.finditer(clock))
    return start, end[0] if end else None


def _seconds(found: re.Match[str]) -> float:
    hours, minutes, last, fraction = found.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(last) + (float(f"0.{fraction}") if fraction else 0.0)
