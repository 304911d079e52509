"""What a text is written in, told by its content: an article, or which of the transcript formats.

Asked of every text before anything is repaired, so a glance at its first characters and a few counts
of short strings must send an article away. Nothing is read here: `transcript` does that.
"""

from __future__ import annotations

import re

from newsnorm.clocks import Clocks, closing_clocks, opening_clocks, seconds, spelled_end, transcript_run

_SAMPLE = 4000  # characters of a panel that are enough to tell what it is
_FEWEST_CLOCKS = 5
_FEWEST_CLOCKS_OF_A_SCRAP = 3  # of a text of at most _SCRAP characters
_SCRAP = 1500
_LATEST_START = 600.0  # seconds; a pasted transcript starts at its start, a list of times of day does not
_SLOWEST_SPEECH, _FASTEST_SPEECH = 0.5, 60.0  # characters a second

_ANY_CLOCK = re.compile(r":[0-5]\d")
_ARROW = re.compile(r"\d[:.,]\d{1,3}[ \t]*-->[ \t]*\d{1,4}[:.]\d")
_VTT_ARROW = re.compile(r"(?:\A|\n)(?:\d+:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]")
_SRT_ARROW = re.compile(r"\d,\d{1,3}[ \t]*-->|\n\d+[ \t]*\r?\n[ \t]*\d+:\d+:\d+[^\n]*-->")


def sniff(text: str) -> str:
    r"""The format of ``text``, as `Document.format` names it: ``"plain"`` unless something else is sure.

    >>> sniff("1\n00:00:01,000 --> 00:00:02,000\nHello.\n")
    'srt'
    >>> sniff("0:00Good evening\n0:02and welcome to\n0:04the news.\n")
    'panel-glued'
    >>> sniff("The vote is at 5:30 p.m. on Monday.")
    'plain'
    """
    if "-->" in text and (captions := _captions(text)):
        return captions
    if len(_ANY_CLOCK.findall(text)) >= _FEWEST_CLOCKS_OF_A_SCRAP and (panel := _panel(text)):
        return panel
    return "plain"


def _captions(text: str) -> str | None:
    """``"vtt"`` or ``"srt"``, by its header or, where it has lost that, by how its times are written."""
    if text.lstrip("\ufeff \t\r\n").startswith("WEBVTT"):
        return "vtt"
    if not _ARROW.search(text):
        return None
    return "vtt" if _VTT_ARROW.search(text) and not _SRT_ARROW.search(text) else "srt"


def _panel(text: str) -> str | None:
    """Which shape of pasted panel the longest run of clocks has; most pastes show it at once."""
    if len(text) > _SAMPLE and (shape := _panel(text[:_SAMPLE])):
        return shape
    opening = opening_clocks(text)
    opening = opening.cut(transcript_run(opening))
    closing = closing_clocks(text)
    closing = closing.cut(transcript_run(closing))
    if len(closing.written) > 1.2 * len(opening.written):
        return "panel-end-glued" if _is_spoken(text, closing) else None
    return _shape(text, opening) if _is_spoken(text, opening) else None


def _is_spoken(text: str, clocks: Clocks) -> bool:
    """Whether enough clocks go forward with the words as speech does; schedules and live blogs do not."""
    if len(clocks.written) < (_FEWEST_CLOCKS if len(text) > _SCRAP else _FEWEST_CLOCKS_OF_A_SCRAP):
        return False
    first, last = seconds(clocks.written[0]), seconds(clocks.written[-1])
    pace = (clocks.starts[-1] - clocks.starts[0]) / max(last - first, 1.0)
    return first <= _LATEST_START and _SLOWEST_SPEECH <= pace <= _FASTEST_SPEECH


def _shape(text: str, clocks: Clocks) -> str:
    if 2 * sum(text[end : end + 1] in "\r\n" for end in clocks.ends) > len(clocks.ends):
        return "panel-lines"
    places = zip(clocks.written, clocks.ends, strict=True)
    spelled = sum(spelled_end(text, clock, end) > end for clock, end in places)
    return "panel-accessible" if 2 * spelled > len(clocks.ends) else "panel-glued"
