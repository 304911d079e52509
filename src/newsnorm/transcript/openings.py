"""The lines of times that open the cues of caption files, found all at once and kept as columns.

What they open is told in `captions.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, count, islice
from operator import add
from typing import NamedTuple

from newsnorm.edits import Span
from newsnorm.patterns import pattern
from newsnorm.transcript.tiles import made

_LOOSE = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,:;]\d{1,3})?"
_STRICT = r"(?:\d{2,4}:)?[0-5]\d:[0-5]\d[.,]\d{3}(?!\d)"  # W3C WebVTT, section 6.4, but for the comma
INDEX = r"(?:[ \t]*\d{1,9}[ \t]*\r?\n)?"
# Three groups: the line of the index, the times, and what follows them on their line.
_OPENINGS = {
    "srt": pattern(rf"\n({INDEX})([ \t]*{_LOOSE}[ \t]*-{{1,2}}>[ \t]*{_LOOSE})([^\n]*)"),
    "vtt": pattern(rf"\n({INDEX})([ \t]*{_STRICT}[ \t]*-->[ \t]*{_STRICT})([^\n]*)"),
    "sbv": pattern(r"\n()(\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3})([^\n]*)"),
    "subviewer": pattern(r"\n()(\d\d:\d\d:\d\d\.\d\d,\d\d:\d\d:\d\d\.\d\d)([^\n]*)"),
    "whisper": pattern(rf"\n()(\[{_LOOSE} --> {_LOOSE}\])()"),
    "lrc": pattern(r"\n()(\[\d{1,3}:\d\d[.:]\d{2,3}\])()"),
}
FORMATS = frozenset(_OPENINGS)


class Openings(NamedTuple):
    """The lines that open cues, as columns: what they say, what follows them, and where the cues begin and end."""

    indexes: Sequence[str]
    times: Sequence[str]
    settings: Sequence[str]
    bodies: Sequence[str]
    begins: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, work: str, form: str) -> Openings:
        """The openings of a text whose lines end in a line feed."""
        head, *pieces = _OPENINGS[form].split("\n" + work)
        indexes, times, settings, bodies = (pieces[k::4] for k in range(4))
        ends = accumulate(map(len, pieces), initial=len(head) if pieces else len(work))
        places = [*map(add, islice(ends, 0, None, 4), count())]  # each opens with a line end that is in no piece
        return cls(indexes, times, settings, bodies, places[:-1], [*places[1:-1], len(work)])

    def time_places(self) -> Iterator[Span]:
        """Where the times stand."""
        starts = [*map(add, self.begins, map(len, self.indexes))]
        return made(Span, starts, map(add, starts, map(len, self.times)))
