"""Damage of caption files that was read anyway: one note for each kind, at its first place.

Nothing is repaired here; `captions.py` has read the file already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import lt
from typing import Any

from newsnorm.clocks import moment
from newsnorm.edits import Span
from newsnorm.model import Block, Kind, Note
from newsnorm.patterns import pattern
from newsnorm.transcript.openings import Openings

UNREADABLE = "cue.unreadable"
ASTRAY = "cue.vtt.astray"

_PLAIN = {
    "srt": pattern(r"\d{2,3}:\d\d:\d\d,\d{3} --> \d{2,3}:\d\d:\d\d,\d{3}"),
    "vtt": pattern(r"(?:\d{2,4}:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,4}:)?\d\d:\d\d\.\d{3}"),
}
_FIXED = pattern(r"\d\d:\d\d:\d\d[.,]\d{3} --> \d\d:\d\d:\d\d[.,]\d{3}")
_ARROW = pattern(r"-{1,2}>|,(?=\d+:)")
_BLANK_LINE = pattern(r"\n[ \t\r]*\n")


def notes(work: str, openings: Openings, blocks: Sequence[Block], form: str) -> Iterator[Note]:
    """The notes on a caption file."""
    places = [*openings.time_places()]
    yield from _of_form(work, openings, places, form)
    yield from _of_times(openings, places, form)
    yield from _of_blocks(blocks)
    yield from _of_blank_lines(work, openings, blocks)


def _of_form(work: str, openings: Openings, places: Sequence[Span], form: str) -> Iterator[Note]:
    if form == "vtt" and not work.lstrip("\ufeff\0 \t\r\n").startswith("WEBVTT"):
        yield Note("cue.head.missing", "the file does not begin with WEBVTT", Span(0, 0))
    if form == "srt":
        without = [place for place, index in zip(places, openings.indexes, strict=True) if not index]
        yield from _note("cue.index.missing", "cues without an index", without)
        ragged = any(body[-1:] != "\n" for body in openings.bodies[:-1])
        pairs = zip(places[1:], openings.bodies, strict=False) if ragged else ()
        close = [place for place, body in pairs if _runs_on(body)]
        yield from _note("cue.blank.missing", "cues without a blank line before them", close)
    plain = _PLAIN.get(form)
    if plain and not _all_match(plain, openings.times):
        odd = [place for place, times in zip(places, openings.times, strict=True) if not plain.fullmatch(times)]
        yield from _note("cue.times.form", "lines of times that are not written as the format asks", odd)


def _runs_on(body: str) -> bool:
    """Whether the next cue opens right below the words of this one."""
    words = body.rstrip(" \t\r")
    return words[-1:] not in {"\n", ""}


def _of_times(openings: Openings, places: Sequence[Span], form: str) -> Iterator[Note]:
    """Cues that end before they start, start before the cue before them, or overlap it."""
    starts, ends = _comparable(openings.times) if form != "lrc" else ((), ())
    backwards = [place for place, less in zip(places, map(lt, ends, starts), strict=False) if less]
    yield from _note("cue.times.backwards", "cues that end before they start", backwards)
    late = [place for place, less in zip(places[1:], map(lt, starts[1:], starts), strict=False) if less]
    yield from _note("cue.times.order", "cues that start before the cue before them", late)
    over = [place for place, less in zip(places[1:], map(lt, starts[1:], ends), strict=False) if less]
    early = set(late)
    overlap = [place for place in over if place not in early]
    yield from _note("cue.times.overlap", "cues that start before the cue before them has ended", overlap)


def _comparable(times: Sequence[str]) -> tuple[Sequence[Any], Sequence[Any]]:
    """The starts and the ends, in seconds, or as they are written where that sorts as the seconds do."""
    if _all_match(_FIXED, times):
        return [one[:12] for one in times], [one[-12:] for one in times]
    pairs = [[*map(moment, _ARROW.split(one))] for one in times]
    return [start for start, _ in pairs], [end for _, end in pairs]


def _all_match(pattern: re.Pattern[str], lines: Sequence[str]) -> bool:
    """Whether each of ``lines`` is as ``pattern`` asks; asked at once."""
    return bool(re.fullmatch(rf"(?:{pattern.pattern}\n)*+", "\n".join([*lines, ""])))


def _of_blocks(blocks: Sequence[Block]) -> Iterator[Note]:
    rules = {block[3] for block in blocks}
    if UNREADABLE in rules:
        yield from _note("cue.times.unreadable", "lines of times that cannot be read", _of_rule(blocks, UNREADABLE))
    if ASTRAY in rules:
        astray = "lines behind the blank line that ends a cue"
        yield from _note("cue.text.astray", astray, _of_rule(blocks, ASTRAY))


def _of_blank_lines(work: str, openings: Openings, blocks: Sequence[Block]) -> Iterator[Note]:
    if _BLANK_LINE.search("\0".join(map(str.strip, openings.bodies))):
        said = [Span(start, end) for start, end, kind, _ in blocks if kind is Kind.SPEECH]
        gaps = [place for place in said if _BLANK_LINE.search(work, *place)]
        yield from _note("cue.blank.inside", "cues that hold blank lines", gaps)


def _of_rule(blocks: Sequence[Block], rule: str) -> list[Span]:
    return [Span(*block[:2]) for block in blocks if block[3] == rule]


def _note(code: str, message: str, places: Sequence[Span]) -> Iterator[Note]:
    if places:
        yield Note(code, f"{message}: {len(places)}", places[0])
