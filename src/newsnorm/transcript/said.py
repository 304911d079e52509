"""What stands among the words of a cue: the label of who speaks, tags, word times and sounds.

`Marks` is what to look for in one text; `Marks.cuts` tells the words from the marks in a stretch of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsnorm import sounds, voices
from newsnorm.clocks import CLOCK
from newsnorm.model import Kind
from newsnorm.patterns import pattern
from newsnorm.transcript.tiles import Cut, speech

TURN = "cue.turn"  # ">>": someone else speaks, nobody says who
LABEL = "cue.label"
VOICE = "cue.voice"  # WebVTT's <v Ann Lee>
_TAG = "cue.tag"
INNER = "cue.clock"  # a time inside a turn
WORD = "cue.word"  # the time of one word: <00:00:01.500>
SOUND = "cue.sound"

_TURN_MARK = pattern(r"(?:>|&gt;){2,3}[ \t]*")
_VTT_TAG = pattern(r"<(?P<word>\d{1,3}:[\d:.]{2,12})[ \t]*>|<v(?P<voice>[.\s][^>]{0,200})>|</?(?!\d)[^>]{0,300}>")
_SRT_TAG = pattern(r"</?(?:b|i|u|s|font|c|v)\b[^>\n]{0,200}>|\{\\[^}\n]{0,200}\}|\{/?[biu]\}", re.IGNORECASE)
# Clocks inside the turns of a dialogue, which open no cue: "[20:05:12]".
_INNER_CLOCK = pattern(rf"(?P<clock>(?:\[{CLOCK}\]|\({CLOCK}\))[ \t]*+)")
_TAGS = {"vtt": _VTT_TAG, "srt": _SRT_TAG, "speaker": _INNER_CLOCK, "speaker-time": _INNER_CLOCK, "chat": _INNER_CLOCK}
_OPEN_TAGS = {"vtt": "<", "srt": "<{"}
_Mark = tuple[int, int, Kind, str]


class Marks(NamedTuple):
    """What to look for among the words of one text."""

    tags: re.Pattern[str] | None
    sounds: bool
    turns: bool
    names: frozenset[str]

    @classmethod
    def of(cls, text: str, form: str, names: frozenset[str] = frozenset()) -> Marks:
        """The marks that ``text`` can hold at all: the strings that they begin with are asked for once."""
        tags = _TAGS.get(form)
        if tags and not any(sign in text for sign in _OPEN_TAGS.get(form, "[(")):
            tags = None
        heard = next(sounds.sounds(text), None) is not None
        turns = (">" in text and ">>" in text) or ("&" in text and "&gt;&gt;" in text)
        return cls(tags, heard, turns, names)

    @property
    def none(self) -> bool:
        """Whether all is words."""
        return not (self.tags or self.sounds or self.turns or self.names)

    @property
    def signs(self) -> tuple[str, ...]:
        """The characters of which each mark has one, but for tags."""
        return ("[", "(", "♪") * self.sounds + (">", "&") * self.turns + (":", "[") * bool(self.names)

    def cuts(self, text: str, start: int, end: int, rule: str) -> Iterator[Cut]:
        """Words and marks between ``start`` and ``end``; the line end goes to what ends the line."""
        done = start
        for begin, stop, kind, why in [] if self.none else self._found(text, start, end):
            if begin > done:
                yield begin, Kind.SPEECH, rule
            done = _with_line_end(text, stop, end)
            yield done, kind, why
        yield from speech(text, done, end, rule)

    def _found(self, text: str, start: int, end: int) -> Iterator[_Mark]:
        """The label in front, then tags and, between them, sounds."""
        done = start
        for label in self._labels(text, start, end):
            yield label
            done = label[1]
        for tag in self.tags.finditer(text, done, end) if self.tags else ():
            yield from self._heard(text, done, tag.start())
            yield (*tag.span(), *_meaning(tag))
            done = tag.end()
        yield from self._heard(text, done, end)

    def _labels(self, text: str, start: int, end: int) -> Iterator[_Mark]:
        if self.turns and (turn := _TURN_MARK.match(text, start, end)):
            yield start, turn.end(), Kind.SPEAKER, TURN
            start = turn.end()
        begin = end - len(text[start:end].lstrip(" \t")) if self.names else start
        for find in (voices.label_at, voices.nickname_at, voices.name_above_at) if self.names else ():
            if (label := find(text, begin, end)) and label["name"] in self.names:
                yield start, label.end(), Kind.SPEAKER, LABEL
                return

    def _heard(self, text: str, start: int, end: int) -> Iterator[_Mark]:
        for begin, stop in sounds.sounds(text[start:end]) if self.sounds else ():
            yield start + begin, start + stop, Kind.SOUND, SOUND


def _meaning(tag: re.Match[str]) -> tuple[Kind, str]:
    groups = tag.groupdict()
    if groups.get("voice"):
        return Kind.SPEAKER, VOICE
    if groups.get("clock"):
        return Kind.TIMESTAMP, INNER
    return Kind.MARKUP, WORD if groups.get("word") else _TAG


def _with_line_end(text: str, at: int, end: int) -> int:
    """Behind the line end where only blanks stand before it."""
    close = text.find("\n", at, end)
    return close + 1 if close >= 0 and not text[at:close].strip() else at
