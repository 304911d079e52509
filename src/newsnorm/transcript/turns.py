"""Dialogues: turns that open with a name, with a name and a clock, or as the lines of a chat do.

Whose turns they are is told in `people.py`; which labels of a text name speakers, in `voices`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from newsnorm import voices
from newsnorm.model import Block, Kind, Note
from newsnorm.patterns import pattern
from newsnorm.transcript.said import LABEL, Marks
from newsnorm.transcript.tiles import Cut, lines, tiled

# What is called a transcript and has no form of one is what is said, line by line.
FORMATS = frozenset({"speaker", "speaker-time", "chat", "plain", "markdown"})
_HEAD = "chrome.media.above"
_TAIL = "chrome.media.below"
_LINE = pattern(r"[^\n]+")
# "END  1:45 P.M. EST", "###", "-30-"; and "Content and Programming Copyright 2024 …", which no one says.
_END = pattern(r"[-–—*]{0,3} ?END ?[-–—*.]{0,3}(?:\s+\d{1,2}:\d\d ?[AaPp]\.?[Mm]\b.{0,20})?|#{3}|[-–—]30[-–—]")
_COPYRIGHT = pattern(r"[*_]{0,2}(?:[a-z]+ and [a-z]+ )?(?:copyright|©|\(c\))[ ©c()]{0,5}(?:19|20)\d\d\b", re.IGNORECASE)
_HEADING = pattern(r"#{1,6}[ \t]+\S")
_LONGEST_TITLE = 60  # characters
_SENTENCE_END = (".", "!", "…", '"', "”", ")", ",", ";", ":", "-", "—")


def label(text: str, form: str) -> tuple[list[Block], list[Note]]:
    """The blocks of a dialogue: what stands above its first turn is no part of it."""
    opens = _openings(text, form)
    rule = f"cue.{form}"
    begin = opens[0].start() if opens else len(text)
    ends = [*(found.start() for found in opens[1:]), len(text)]
    marks = Marks.of(text, form)
    cuts = [*lines(text, 0, begin, Kind.CHROME, _HEAD)] if opens else [*lines(text, 0, begin, Kind.SPEECH, rule)]
    if opens:
        ends[-1] = _tail(text, opens[-1].end())
    for found, end in zip(opens, ends, strict=False):
        cuts += _opening(text, found, rule)
        cuts += _said(text, found.end(), end, marks, rule)
    return tiled(chain(cuts, lines(text, ends[-1], len(text), Kind.CHROME, _TAIL))), []


def _tail(text: str, start: int) -> int:
    """Where, below the last speaker's words, a broadcaster or a program begins to tell about the transcript."""
    below = _LINE.finditer(text, text.find("\n", start) + 1 or len(text))
    return next((line.start() for line in below if _tells(line[0].strip())), len(text))


def _tells(line: str) -> bool:
    """Whether a line tells who made or owns a transcript, or that it ends."""
    words = line.strip("*_[]( .)").lower()
    told = words.startswith(tuple(voices.tails())) or words.endswith(tuple(voices.tail_ends()))
    return told or bool(_END.fullmatch(line) or _COPYRIGHT.match(line))


def _openings(text: str, form: str) -> list[re.Match[str]]:
    """What opens the turns."""
    if form == "chat":
        return voices.chats(text)
    if form == "speaker-time":
        return max(voices.headers(text), _clocks_first(text), key=len)
    return voices.turns(text) if form == "speaker" else []


def _clocks_first(text: str) -> list[re.Match[str]]:
    """The clocks that open turns: those with a name behind them, and others that cannot be times in prose."""
    found = voices.clocks_first(text)
    return [line for line in found if line["name"] or line["open"] or line["clock"].count(":") > 1]


def _opening(text: str, found: re.Match[str], rule: str) -> Iterator[Cut]:
    """The name and, behind or before it, the clock."""
    groups = found.groupdict()
    if "clock" not in groups:
        yield found.end(), Kind.SPEAKER, LABEL
    elif found.start("clock") < found.start("name"):
        yield found.start("name"), Kind.TIMESTAMP, rule
        yield found.end(), Kind.SPEAKER, LABEL
    else:
        yield found.start("open" if groups["open"] else "clock"), Kind.SPEAKER, LABEL
        yield _line_end(text, found.end()), Kind.TIMESTAMP, rule


def _line_end(text: str, at: int) -> int:
    """Behind the line end where nothing but blanks stands before it."""
    close = text.find("\n", at) + 1 or len(text)
    return close if not text[at:close].strip() else at


def _said(text: str, start: int, end: int, marks: Marks, rule: str) -> Iterator[Cut]:
    """The lines of a turn; a heading between two turns is a chapter."""
    spoken = False
    for line_end, kind, why in lines(text, start, end, Kind.SPEECH, rule):
        if kind is Kind.SPEECH and _is_heading(text, start, line_end, spoken=spoken):
            yield line_end, Kind.CHAPTER, "cue.chapter"
        elif kind is Kind.SPEECH:
            spoken = True
            yield from marks.cuts(text, start, line_end, rule)
        else:
            yield line_end, kind, why
        start = line_end


def _is_heading(text: str, start: int, end: int, *, spoken: bool) -> bool:
    """Whether a line is set off as a heading: by ``#``, or below what is spoken, in capitals, between blank lines."""
    line = text[start:end].strip()
    if _HEADING.match(line):
        return True
    alone = spoken and text[start - 2 : start] == "\n\n" and text.startswith("\n", end)
    titled = all(word[0].isupper() for word in line.split() if len(word) > 3) and not line.isupper()
    return alone and titled and line[0].isupper() and len(line) <= _LONGEST_TITLE and not line.endswith(_SENTENCE_END)
