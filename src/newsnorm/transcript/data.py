"""Transcripts as data: YouTube's json3, Whisper's JSON and TSV, and the JSON of podcasts (podcastindex.org).

The text is scanned for its objects, so that every value has its place and a file that is cut off can be read.
What is no time, speaker or speech is markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from newsnorm.edits import Span
from newsnorm.model import Block, Cue, Kind, Note, Word
from newsnorm.patterns import pattern
from newsnorm.transcript.tiles import Cut, tiled

_FORMATS = frozenset({"json3", "whisper", "podcast"})
# A string that the end of the text cuts is one, too: else each quotation mark before it would be tried.
_STRING = r'"(?:[^"\\]|\\.|\\\Z)*+(?:"|\Z)'
_NUMBER = r"-?\d{1,15}(?:\.\d{1,15})?"
_TOKEN = pattern(
    rf"""
    (?P<brace> [{{}}] )
    | " (?P<key> \w{{1,20}} ) " \s* : \s*
      (?: (?P<value> {_STRING} | {_NUMBER} ) | \[ \s* (?P<pair> {_NUMBER} \s* , \s* {_NUMBER} ) )?
    | {_STRING}
    """,
    re.VERBOSE | re.DOTALL,
)
_LINES = pattern(r"[\ufeff\s]*+\[\d")
_ROW = pattern(r"^(\d{1,15})\t(\d{1,15})\t([^\r\n]*)", re.MULTILINE)


@attrs.define
class _Object:
    """An object of the data: the places of the values of its members, and the objects in it."""

    members: dict[str, Span]
    inside: list[_Object]

    def place(self, *names: str) -> Span | None:
        """Where the value of the first of ``names`` stands."""
        return next((self.members[name] for name in names if name in self.members), None)


class _Record(NamedTuple):
    """The places of what makes a cue."""

    start: Span | None
    end: Span | None
    speaker: Span | None
    said: Sequence[Span]
    words: Sequence[tuple[Span | None, Span]]
    milliseconds: bool


def is_data(text: str, form: str) -> bool:
    """Whether a text of ``form`` is data: Whisper also writes plain lines, ``[00:00.000 --> 00:02.000] text``."""
    return form in _FORMATS and not _LINES.match(text)


def label(text: str, form: str) -> tuple[list[Block], list[Note]]:
    """The blocks of a transcript that is data."""
    marks = sorted(mark for record in _records(text) for mark in _marks(record, f"cue.{form}"))
    notes = [] if text.rstrip().endswith(("}", "]")) or text.startswith("start\t") else [_cut_off(text)]
    return tiled(_cuts(marks, len(text), f"cue.{form}.data")), notes


def cues(text: str, form: str) -> tuple[Cue, ...]:
    """The cues of a transcript that is data; one without words is none."""
    found = (_cue(text, record, form) for record in _records(text))
    return tuple(cue for cue in found if cue.text)


def _cut_off(text: str) -> Note:
    return Note("cue.data.cut", "the data ends inside an object", Span(len(text), len(text)))


def _marks(record: _Record, rule: str) -> Iterator[tuple[int, int, Kind, str]]:
    """The times, the speaker and the speech of a cue; words that are told a second time are data."""
    places = [(Kind.TIMESTAMP, record.start), (Kind.TIMESTAMP, record.end), (Kind.SPEAKER, record.speaker)]
    places += [(Kind.SPEECH, said) for said in record.said]
    return ((*place, kind, rule) for kind, place in places if place)


def _cuts(marks: Sequence[tuple[int, int, Kind, str]], end: int, between: str) -> Iterator[Cut]:
    for start, stop, kind, rule in marks:
        yield start, Kind.MARKUP, between
        yield stop, kind, rule
    yield end, Kind.MARKUP, between


def _cue(text: str, record: _Record, form: str) -> Cue:
    """The cue of a record; json3 tells durations, and times of words from the start of their cue."""
    scale = 0.001 if record.milliseconds else 1.0
    start, end = _time(text, record.start, scale), _time(text, record.end, scale)
    offset = start or 0.0 if form == "json3" else 0.0
    timed = any(place for place, _ in record.words)
    words = [(offset + (_time(text, place, scale) or 0.0), _string(text, word).strip()) for place, word in record.words]
    said = "".join(_string(text, place) for place in record.said).strip()
    speaker = _string(text, record.speaker) if record.speaker else None
    span = Span(record.said[0].start, record.said[-1].end)
    spoken = tuple(Word(at, word) for at, word in words if word) if timed else ()
    return Cue._make((start, end + offset if end is not None else None, said, speaker, False, spoken, span))


def _time(text: str, place: Span | None, scale: float) -> float | None:
    return float(text[place.start : place.end].strip('"')) * scale if place else None


def _string(text: str, place: Span) -> str:
    """What a string says; an escape that means nothing stays."""
    written = text[place.start : place.end]
    if "\\" not in written:
        return written
    try:
        said: str = json.loads(f'"{written}"', strict=False)
    except ValueError:
        return written
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _records(text: str) -> Iterator[_Record]:
    """What makes the cues, in the order of the text: rows of a table, or the outermost objects with time and text."""
    if text.lstrip("\ufeff").startswith("start\tend\ttext"):
        for row in _ROW.finditer(text):
            yield _Record(Span(*row.span(1)), Span(*row.span(2)), None, [Span(*row.span(3))], [], milliseconds=True)
        return
    waiting = _objects(text)
    while waiting:
        each = waiting.pop()
        record = _record(each)
        if record:
            yield record
        else:
            waiting += reversed(each.inside)


def _record(each: _Object) -> _Record | None:
    """The cue that an object is, if it is one."""
    start, said = each.place("start", "startTime"), each.place("text", "body")
    if start and said:
        words = [(one.place("start"), place) for one in each.inside if (place := one.place("word", "text"))]
        return _Record(start, each.place("end", "endTime"), each.place("speaker"), [said], words, milliseconds=False)
    pieces = [(one.place("tOffsetMs"), place) for one in each.inside if (place := one.place("utf8"))]
    if pieces and (start := each.place("tStartMs")):
        places = [place for _, place in pieces]
        return _Record(start, each.place("dDurationMs"), None, places, pieces, milliseconds=True)
    return None


def _objects(text: str) -> list[_Object]:
    """The objects of ``text``, those that are never closed too."""
    root = _Object({}, [])
    stack = [root]
    for token in _TOKEN.finditer(text):
        if token["brace"] == "{":
            stack[-1].inside.append(_Object({}, []))
            stack.append(stack[-1].inside[-1])
        elif token["brace"]:
            del stack[max(len(stack) - 1, 1) :]
        elif token["value"] or (token["pair"] and token["key"] == "timestamp"):
            stack[-1].members.update(_member(token))
    return root.inside


def _member(token: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """The place of a value, without its quotes; a ``timestamp`` is a start and an end."""
    if token["pair"]:
        yield "start", Span(token.start("pair"), token.start("pair") + len(token["pair"].split(",")[0].rstrip()))
        yield "end", Span(token.end("pair") - len(token["pair"].split(",")[1].lstrip()), token.end("pair"))
    else:
        quote = token["value"].startswith('"')
        yield token["key"], Span(token.start("value") + quote, token.end("value") - quote)
