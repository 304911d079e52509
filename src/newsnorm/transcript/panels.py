"""Pasted video panels: a clock at the start of a line, on a line of its own or at the end of the line before.

The transcript is the longest run of clocks that goes forward; the rest of a pasted page is chrome. Lines
without a clock are the titles of chapters, or speech that goes on. What times and words mean is not told here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, cycle, repeat

from newsnorm.clocks import Clocks, closing_clocks, opening_clocks, spelled_end, transcript_run
from newsnorm.model import Block, Kind, Note
from newsnorm.transcript.tiles import Cut, lines, tiled

_AROUND = "chrome.media.around"


def label(text: str, form: str) -> tuple[list[Block], list[Note]]:
    """The blocks of a panel of ``form``, one of the ``panel-…`` formats."""
    clocks = _clocks(text, form)
    if not clocks.written:
        return tiled(lines(text, 0, len(text), Kind.SPEECH, f"cue.{form}")), []
    begin, end = clocks.starts[0], _end_of_speech(text, clocks)
    before = lines(text, 0, begin, Kind.CHROME, _AROUND)
    after = lines(text, end, len(text), Kind.CHROME, _AROUND)
    return tiled(chain(before, _cuts(text, clocks, end, f"cue.{form}"), after)), []


def _clocks(text: str, form: str) -> Clocks:
    """The clocks of the transcript, each with what belongs to it: brackets, its words, its line end."""
    every = closing_clocks(text) if form == "panel-end-glued" else opening_clocks(text)
    clocks = every.cut(transcript_run(every))
    if form == "panel-accessible":
        ends = [spelled_end(text, clock, end) for clock, end in zip(clocks.written, clocks.ends, strict=True)]
        return clocks._replace(ends=ends)
    return clocks


def _end_of_speech(text: str, clocks: Clocks) -> int:
    """Where the line of the last clock ends, or the line below a clock that stands alone."""
    end = text.find("\n", clocks.ends[-1]) + 1
    if end and not text[clocks.ends[-1] : end].strip():
        end = text.find("\n", end) + 1
    return end or len(text)


def _cuts(text: str, clocks: Clocks, end: int, rule: str) -> Iterable[Cut]:
    """Clock, speech, clock, speech; with chapters where the transcript has more lines than clocks."""
    stops = [*clocks.starts[1:], end]
    if text.count("\n", clocks.starts[0], end) <= len(clocks.ends):
        places = chain.from_iterable(zip(clocks.ends, stops, strict=True))
        return zip(places, cycle((Kind.TIMESTAMP, Kind.SPEECH)), repeat(rule))
    return chain.from_iterable(_piece(text, *place, rule) for place in zip(clocks.ends, stops, strict=True))


def _piece(text: str, start: int, end: int, rule: str) -> Iterator[Cut]:
    """A clock up to its line end where it stands alone, and the lines behind it."""
    below = text.find("\n", start, end) + 1
    if below and not text[start:below].strip():
        start = below
    yield start, Kind.TIMESTAMP, rule
    yield from lines(text, start, end, Kind.SPEECH, rule)
