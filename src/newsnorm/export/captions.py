"""A transcript as a caption file: SubRip and WebVTT.

A file that is written in its own format and was neither repaired nor collapsed comes back as it was;
otherwise its cues are written anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsnorm.document import Document
from newsnorm.patterns import pattern

READING_SPEED = 15.0  # characters a second, the usual limit for captions: how long a cue without an end stays
SHORTEST = 1.0  # seconds
BLANK_LINES = pattern(r"\n\s*\n")
ROLLING = "cue.rolling"


def to_srt(document: Document) -> str:
    r"""The cues as a SubRip file; empty where there are none.

    The source itself where it is SubRip and nothing in it was changed or collapsed. A speaker stands
    before the words (``Ann Lee: ``); a cue without an end lasts until the next one.

    >>> from newsnorm import normalise
    >>> print(to_srt(normalise("0:00It rained.\n0:02It snowed.\n0:05It stopped.\n")), end="")
    1
    00:00:00,000 --> 00:00:02,000
    It rained.
    <BLANKLINE>
    2
    00:00:02,000 --> 00:00:05,000
    It snowed.
    <BLANKLINE>
    3
    00:00:05,000 --> 00:00:06,000
    It stopped.
    """
    if _is_untouched(document, "srt"):
        return document.source.text
    rows = []
    for number, cue in enumerate(_timed(document), start=1):
        named = f"{cue.speaker}: {cue.text}" if cue.speaker else cue.text
        words = _one_block(named).replace("-->", "->")
        rows.append(f"{number}\n{_stamp(cue.start, ',')} --> {_stamp(cue.end, ',')}\n{words}\n")
    return "\n".join(rows)


def to_vtt(document: Document) -> str:
    r"""The cues as a WebVTT file (W3C), speakers as voice tags; its header alone where there are none.

    The source itself where it is WebVTT and nothing in it was changed or collapsed.

    >>> from newsnorm import normalise
    >>> print(to_vtt(normalise("0:00Rain & wind.\n0:02It snowed.\n0:05It stopped.\n"))[:54])
    WEBVTT
    <BLANKLINE>
    00:00:00.000 --> 00:00:02.000
    Rain &amp; wind.
    """
    if _is_untouched(document, "vtt"):
        return document.source.text
    rows = ["WEBVTT\n"]
    for cue in _timed(document):
        voice = f"<v {_escaped(cue.speaker)}>" if cue.speaker else ""
        rows.append(f"{_stamp(cue.start, '.')} --> {_stamp(cue.end, '.')}\n{voice}{_escaped(_one_block(cue.text))}\n")
    return "\n".join(rows)


def _is_untouched(document: Document, form: str) -> bool:
    if document.kind != "transcript" or document.format != form or document.repair.edits:
        return False
    return not any(block.rule == ROLLING for block in document)


class _Timed(NamedTuple):
    """The words of a cue with both of its times."""

    start: float
    end: float
    speaker: str | None
    text: str


def _timed(document: Document) -> Iterator[_Timed]:
    """The cues that have words and a clock; one without an end stays as long as its words take to read."""
    for cue in document.cues:
        if cue.text.strip() and cue.start is not None:
            read = cue.start + max(SHORTEST, len(cue.text) / READING_SPEED)
            yield _Timed(cue.start, read if cue.end is None else cue.end, cue.speaker, cue.text)


def _one_block(words: str) -> str:
    """``words`` without blank lines, which would end the cue."""
    return BLANK_LINES.sub("\n", words.strip().replace("\r\n", "\n").replace("\r", "\n"))


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stamp(seconds: float, point: str) -> str:
    total = round(seconds * 1000)
    return f"{total // 3_600_000:02d}:{total // 60_000 % 60:02d}:{total // 1000 % 60:02d}{point}{total % 1000:03d}"
