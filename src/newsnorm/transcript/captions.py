"""SubRip, WebVTT and SBV: cues that open with a line of two times.

Read as far as a person could: a lost index, a comma for a dot, a missing blank line or header is no hindrance
but a note. What a tag or a name in a cue means is told in `tags.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsnorm.model import Block, Kind, Note
from newsnorm.transcript.tiles import Cut, lines, speech, tiled

_LOOSE = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,:;]\d{1,3})?"
_STRICT = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d[.,]\d{3}(?!\d)"
_OPENING = r"(?:\A|(?<=\n))(?P<index>[ \t]*\d+[ \t]*\r?\n)?(?P<times>[ \t]*{clock}[ \t]*-{{1,2}}>[ \t]*{clock})(?P<settings>[^\n]*\n?)"
_SRT = re.compile(_OPENING.format(clock=_LOOSE))
_VTT = re.compile(_OPENING.format(clock=_STRICT))
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?=\s|\Z)")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+|\s+")


def label(text: str, form: str) -> tuple[list[Block], list[Note]]:
    """The blocks of a caption file, and a note for each damage that was read anyway."""
    return tiled(_cuts(text, form)), []


def _cuts(text: str, form: str) -> Iterator[Cut]:
    work = text if "\n" in text else text.replace("\r", "\n")
    openings = [*(_VTT if form == "vtt" else _SRT).finditer(work)]
    rule = f"cue.{form}"
    begin = openings[0].start() if openings else len(text)
    yield from _between(work, 0, begin, rule, Kind.MARKUP)
    ends = [*(opening.start() for opening in openings[1:]), len(text)][: len(openings)]
    for opening, end in zip(openings, ends, strict=True):
        yield max(opening.end("index"), opening.start()), Kind.MARKUP, f"{rule}.index"
        yield opening.end("times"), Kind.TIMESTAMP, rule
        yield opening.end(), Kind.MARKUP if opening["settings"].strip() else Kind.BLANK, f"{rule}.settings"
        yield from _between(work, opening.end(), end, rule, Kind.SPEECH)


def _between(work: str, start: int, end: int, rule: str, kind: Kind) -> Iterator[Cut]:
    yield from speech(work, start, end, rule) if kind is Kind.SPEECH else lines(work, start, end, kind, rule)
