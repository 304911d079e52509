"""What a text is written in, told by its content: an article, or which of the transcript formats.

Asked of every text before anything is repaired, so a glance at its first characters and a few counts
of short strings must send an article away. Nothing is read here: `transcript` does that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from newsnorm import voices
from newsnorm.clocks import (
    Clocks,
    closing_clocks,
    many_closing,
    opening_clocks,
    seconds,
    spelled_end,
    ten_cues,
    transcript_run,
)
from newsnorm.patterns import pattern

_SAMPLE = 1500  # characters that show what all is like
_FEW = 10  # clocks that show what all are like
_FEWEST_CLOCKS = 5
_FEWEST_OF_A_SAMPLE = 10  # of the first _SAMPLE characters
_FEWEST_CLOCKS_OF_A_SCRAP = 3  # of a text of at most _SCRAP characters
_SCRAP = 1500
# Seconds: a pasted transcript starts at its start; a schedule, a live page or a list of results does not.
_LATEST_START, _LATEST_START_OF_A_SCRAP, _LATEST_START_OF_MANY = 120.0, 30.0, 600.0
_MANY = 30  # clocks in order, which no live page has
_SLOWEST_SPEECH, _FASTEST_SPEECH = 3.0, 40.0  # characters a second
_FEWEST_TURNS = 6
_SAID = 0.4  # of the text stands in lines that open with a label
_SHORT_TURN = 30  # characters; the fields of a list are shorter

_TURNS = (": ", ":\n", ":*", ":\xa0", "\nQ")  # what stands in the labels of turns, the most common first

ELLIPSIS = "\x85"  # in cp1252; to Python it is white space
# What the first characters of a file say, each format by a group of its name (a dash becomes an underscore).
_FILE_HEAD = pattern(
    r"""
    [\ufeff\s]*+ (?:
      (?P<vtt> (?-i: WEBVTT ) (?! \S ) )
    | (?P<sami> <SAMI )
    | (?P<ttml> (?: <\?xml [^>]{0,200} > \s* (?: <!-- .{0,500}? --> \s* )? )? <(?: \w{1,9}: )? tt [\s>] )
    | (?P<scc> Scenarist_SCC )
    | (?P<ass> \[Script[ ]Info\] )
    | (?P<subviewer> \[INFORMATION\] | \[TITLE\]  )
    | (?P<microdvd> \{\d{1,9}\}\{\d{0,9}\} )
    | (?P<spruce_stl> (?: (?: // | \$ ) [^\n]*\n \s* )* \d\d:\d\d:\d\d[:;]\d\d \s* , \s* \d\d:\d\d:\d\d[:;]\d\d \s* , )
    | (?P<sbv> \d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3} \s )
    | (?P<lrc> (?: \[ [a-z]{2,6} : [^\]\n]* \] \s* )+ \[\d{1,3}:\d\d[.:]\d{2,3}\]
             | (?: \[\d{1,3}:\d\d\.\d{2,3}\] [^\n]* \n+ ){2} )
    | (?P<whisper> start\tend\ttext\r?\n | \[ (?: \d\d: )? \d\d:\d\d\.\d{3} [ ]-->[ ] )
    | (?P<json> [{\[] \s* (?: \{ \s* )? " )
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_JSON3 = pattern(r'"(?:tStartMs|wireMagic)"\s*:')
_WHISPER = pattern(r'"(?:start|timestamp)"\s*:\s*[\d\[]')
_PODCAST = pattern(r'"startTime"\s*:')
_SUBVIEWER = pattern(r"\n\d\d:\d\d:\d\d\.\d\d,\d\d:\d\d:\d\d\.\d\d\r?\n")

_ANY_CLOCK = pattern(r":[0-5]\d")
_ARROW = pattern(r"\d[:.,]\d{1,3}[ \t]*-->[ \t]*\d{1,4}[:.]\d")
_VTT_ARROW = pattern(r"(?:\A|\n)(?:\d+:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]")
_SRT_ARROW = pattern(r"\d,\d{1,3}[ \t]{0,9}-->|(?:\A|\n)\d{1,9}[ \t]{0,9}\r?\n[ \t]{0,9}\d{1,4}:\d\d?:\d[^\n]{0,9}-->")
_RUSH = pattern(r"RUSH TRANSCRIPT|\(BEGIN VIDEO|\nTranscript:?\s*\n|, BYLINE:|, HOST:")
_SAID_NEXT = pattern(r"\s{0,4}[^\n]*")  # behind a label, or below it
_HEADING = pattern(r"\n#{1,6} \S")


def sniff(text: str) -> str:
    r"""The format of ``text``, as `Document.format` names it: ``"plain"`` unless something else is sure.

    >>> sniff("1\n00:00:01,000 --> 00:00:02,000\nHello.\n")
    'srt'
    >>> sniff("0:00Good evening\n0:02and welcome to\n0:04the news.\n")
    'panel-glued'
    >>> sniff("The vote is at 5:30 p.m. on Monday.")
    'plain'
    """
    if ELLIPSIS in text:
        text = text.replace(ELLIPSIS, "…")  # which it is, and no white space: the repaired text has the same format
    return _panel_at_once(text) or _captions(text) or _timed(text) or _dialogue(text) or _article(text)


def _panel_at_once(text: str) -> str | None:
    """A panel that opens the text and leaves no doubt."""
    times, last = ten_cues(text)
    sure = times and times == sorted(times) and _is_speech(times, last, _LATEST_START)
    return "panel-glued" if sure else None


def _captions(text: str) -> str | None:
    """A caption file, by its head or by the arrows between its times."""
    head = _FILE_HEAD.match(text)
    if head and head.lastgroup:
        return _json(text) if head.lastgroup == "json" else head.lastgroup.replace("_", "-")
    arrow = _ARROW.search(text) if ">" in text and "-->" in text else None
    if not arrow:
        return None
    sample = text[max(arrow.start() - _SAMPLE, 0) : arrow.end() + _SAMPLE]
    return "vtt" if _VTT_ARROW.search(sample) and not _SRT_ARROW.search(sample) else "srt"


def _json(text: str) -> str | None:
    if _JSON3.search(text):
        return "json3"
    if _PODCAST.search(text):
        return "podcast"
    return "whisper" if '"text"' in text and _WHISPER.search(text) else None


def _timed(text: str) -> str | None:
    """A pasted transcript with clocks; a panel shows at once, the rest may begin far below a head."""
    sample = text[:_SAMPLE]
    if len(sample) < len(text) and sample.count(":") >= _FEWEST_OF_A_SAMPLE:
        form = _panel(sample, _FEWEST_OF_A_SAMPLE)
        if form:
            return form
    if text.count(":") < _FEWEST_CLOCKS_OF_A_SCRAP or len(_ANY_CLOCK.findall(text)) < _FEWEST_CLOCKS_OF_A_SCRAP:
        return None
    return _headed(text) or _panel(text)


def _headed(text: str) -> str | None:
    """Turns that open with a name and a clock, or lines of a chat, whose clocks mostly go forward."""
    for form, find in (("chat", voices.chats), ("speaker-time", voices.headers)):
        found = find(text)
        times = [seconds(turn["clock"]) for turn in found]
        forward = sum(before <= after for before, after in pairwise(times))
        said = sum(text[turn.end() : after.start()].strip() != "" for turn, after in pairwise(found))
        if len(times) >= _FEWEST_CLOCKS_OF_A_SCRAP and min(forward, 2 * said) >= 0.8 * (len(times) - 1):
            return form
    if _SUBVIEWER.search(text):
        return "subviewer"
    return "speaker-time" if _is_headed_by_clocks(text) else None


def _is_headed_by_clocks(text: str) -> bool:
    """Whether most clocks that open a line go forward and stand before names, and most of these come back.

    Clocks without hours or seconds are those of speech, too: a live page names its authors.
    """
    every = voices.clocks_first(text)
    found = [line for line in every if line["name"]]
    if len(found) < max(_FEWEST_CLOCKS_OF_A_SCRAP if len(text) <= _SCRAP else _FEWEST_CLOCKS, 0.8 * len(every)):
        return False
    times = [seconds(line["clock"]) for line in found]
    forward = sum(before <= after for before, after in pairwise(times)) + 1
    regular = sum(count for count in Counter(line["name"] for line in found).values() if count > 1)
    if forward < 0.8 * len(found) or 2 * regular < len(found):
        return False
    full = all(line["clock"].count(":") > 1 for line in found)
    return full or _is_speech(times, found[-1].start() - found[0].start(), _LATEST_START)


def _panel(text: str, at_least: int = 0) -> str | None:
    """Which shape of pasted panel the longest run of clocks has."""
    clocks = opening = _run(opening_clocks(text))
    if 1.2 * len(opening.times) < many_closing(text):
        closing = _run(closing_clocks(text))
        clocks = opening if len(closing.times) <= 1.2 * len(opening.times) else closing
    if not clocks.times or len(clocks.times) < at_least or not _is_spoken(text, clocks):
        return None
    glued = clocks is not opening
    if at_least and (voices.headers(text) if glued else "\t" in text or _may_be_turns(text, clocks)):
        return None
    return "panel-end-glued" if glued else _shape(text, clocks)


def _may_be_turns(text: str, clocks: Clocks) -> bool:
    """Whether the clocks open turns: names end at a colon or a line end."""
    bodies = map(str.strip, clocks.bodies[:_FEW])
    return any(":" in body or "\n" in body for body in bodies) and _is_headed_by_clocks(text)


def _run(clocks: Clocks) -> Clocks:
    return clocks.cut(transcript_run(clocks))


def _is_spoken(text: str, clocks: Clocks) -> bool:
    """Whether enough clocks go forward with the words as speech does; schedules and live blogs do not."""
    count = len(clocks.times)
    scrap = count < _FEWEST_CLOCKS
    if scrap and (len(text) > _SCRAP or count < _FEWEST_CLOCKS_OF_A_SCRAP):
        return False
    latest = _LATEST_START_OF_A_SCRAP if scrap else _LATEST_START_OF_MANY if count >= _MANY else _LATEST_START
    return _is_speech(clocks.times, clocks.starts[-1] - clocks.starts[0], latest)


def _is_speech(times: Sequence[float], size: int, latest: float) -> bool:
    """Whether clocks begin early and ``size`` characters between the first and the last can be said in their time."""
    pace = size / max(times[-1] - times[0], 1.0)
    return times[0] <= latest and _SLOWEST_SPEECH <= pace <= _FASTEST_SPEECH


def _shape(text: str, clocks: Clocks) -> str:
    behind = [text[end : end + 1] for end in clocks.ends]
    if 2 * sum(map(behind.count, ("\n", "\r", ""))) > len(behind):
        return "panel-lines"
    places = [*zip(clocks.times, clocks.ends, strict=True)][:_FEW]
    numbers = any(map(str.isdigit, behind[:_FEW]))
    spelled = sum(spelled_end(text, time, end) > end for time, end in places) if numbers else 0
    return "panel-accessible" if 2 * spelled > len(places) else "panel-glued"


def _dialogue(text: str) -> str | None:
    """``"speaker"`` where names and colons open enough of the paragraphs."""
    if text.count(":") < _FEWEST_TURNS or all(count < _FEWEST_TURNS for count in accumulate(map(text.count, _TURNS))):
        return None
    turns = voices.turns(text)
    if len(turns) < _FEWEST_TURNS:
        return None
    if sum(map(str.isupper, {turn["name"] for turn in turns})) > 1 and _RUSH.search(text):
        return "speaker"
    said = sum(len(below[0].strip()) for turn in turns if (below := _SAID_NEXT.match(text, turn.end())))
    enough = said >= max(_SAID * len(text), _SHORT_TURN * len(turns))
    return "speaker" if enough and voices.is_dialogue([turn["name"] for turn in turns]) else None


def _article(text: str) -> str:
    headed = text.startswith("#") or ("\n#" in text and _HEADING.search(text))
    return "markdown" if headed or "](http" in text else "plain"
