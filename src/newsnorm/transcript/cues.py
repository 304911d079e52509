"""From blocks to cues: what is said from when to when, in a labelled transcript of any format.

A clock opens a cue (in dialogues, a speaker does) and the speech behind it is its text. How a format marks
these is not told here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import islice, repeat
from operator import add, itemgetter

from newsnorm.clocks import CLOCK, moment, seconds
from newsnorm.edits import Span
from newsnorm.model import Block, Cue, Kind, Speaker, Word
from newsnorm.transcript.captions import FORMATS as CAPTIONS
from newsnorm.transcript.captions import ROLLING
from newsnorm.transcript.damage import UNREADABLE
from newsnorm.transcript.said import WORD
from newsnorm.transcript.tiles import made

_ESCAPE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")
_CLOCK = re.compile(CLOCK)
_ARROW = re.compile(r"-{1,2}>|,(?=\d+:)")
_SAID = frozenset({Kind.SPEECH, Kind.SOUND})


def cues(text: str, blocks: Sequence[Block], form: str, named: dict[str, Speaker]) -> tuple[Cue, ...]:
    """The cues of a labelled text; where none of its clocks closes a cue, it ends where the next one starts.

    ``named`` tells the speaker of each label.
    """
    plain = _panel_cues(text, blocks) if form.startswith("panel-") else None
    if plain is not None:
        return plain
    opens = Kind.SPEAKER if form.startswith("speaker") else Kind.TIMESTAMP
    found = [cue for group in _groups(blocks, opens) if (cue := _cue(text, group, form, named))]
    if form in CAPTIONS and form != "lrc":
        return tuple(found)
    ends = [*(cue.start for cue in found[1:]), None]
    return tuple(cue._replace(end=end) for cue, end in zip(found, ends, strict=False))


def _panel_cues(text: str, blocks: Sequence[Block]) -> tuple[Cue, ...] | None:
    """The cues of a panel that is nothing but clocks and speech in turn, made without a look at each; else None."""
    kinds = [*map(itemgetter(2), blocks)]
    count = kinds.count(Kind.TIMESTAMP)
    first = kinds.index(Kind.TIMESTAMP) if count else 0
    inside = slice(first, first + 2 * count)
    if not count or kinds[inside] != [Kind.TIMESTAMP, Kind.SPEECH] * count:
        return None
    begins, closes = (column[inside] for column in islice(zip(*blocks, strict=True), 2))
    starts = _panel_times([text[begin:close] for begin, close in zip(begins[::2], closes[::2], strict=True)])
    heard = [text[begin:close].lstrip() for begin, close in zip(begins[1::2], closes[1::2], strict=True)]
    froms = [close - len(words) for close, words in zip(closes[1::2], heard, strict=True)]
    said = [*map(str.rstrip, heard)]
    spans = made(Span, froms, map(add, froms, map(len, said)))
    ends = [*starts[1:], None]
    return tuple(made(Cue, starts, ends, said, repeat(None), repeat(object=True), repeat(()), spans))


def _panel_times(clocks: Sequence[str]) -> list[float]:
    """The seconds of clocks; most are minutes and seconds, and nothing else."""
    try:
        return [float(clock[:-3]) * 60 + float(clock[-2:]) for clock in clocks]
    except ValueError:  # hours, brackets, a line end or the words that spell the clock
        return [seconds(found[0]) for clock in clocks if (found := _CLOCK.search(clock))]


def _groups(blocks: Sequence[Block], opens: Kind) -> Iterator[list[Block]]:
    """The blocks of each cue, the one that opens it first."""
    group: list[Block] = []
    for block in blocks:
        if block.kind is opens and block.rule != UNREADABLE:
            if group:
                yield group
            group = [block]
        elif group:
            group.append(block)
    if group:
        yield group


def _cue(text: str, group: Sequence[Block], form: str, named: dict[str, Speaker]) -> Cue | None:
    """The cue of a group; None where all of it was shown by the cue before."""
    said = [block for block in group if block.kind in _SAID]
    if not said and any(block.rule == ROLLING for block in group):
        return None
    clock = next((text[block.start : block.end] for block in group if block.kind is Kind.TIMESTAMP), None)
    start, end = _times(clock, form)
    words = _decoded("".join(_parts(text, group)), form).strip()
    span = _span(text, said) if said else Span(group[0].end, group[0].end)
    speaker = _speaker(text, group, named)
    return Cue._make((start, end, words, speaker, end is None, _words(text, group, start), span))


def _times(clock: str | None, form: str) -> tuple[float | None, float | None]:
    """The start and the end that a clock gives; many give no end, and a dialogue without clocks neither."""
    if clock is None:
        return None, None
    if form in CAPTIONS:
        start, *end = map(moment, _ARROW.split(clock))
        return start, end[0] if end else None
    found = _CLOCK.search(clock)
    return seconds(found[0]) if found else None, None


def _parts(text: str, group: Sequence[Block]) -> Iterator[str]:
    """What is said, and the line ends of what stands between."""
    for block in group:
        if block.kind in _SAID:
            yield text[block.start : block.end]
        elif text[block.end - 1] == "\n":
            yield "\n"


def _decoded(words: str, form: str) -> str:
    """Words without the escapes of their format."""
    if "\r" in words:
        words = words.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPE.sub(lambda escape: html.unescape(escape[0]), words) if "&" in words and form in CAPTIONS else words


def _span(text: str, said: Sequence[Block]) -> Span:
    """Where the words stand, without the white space around them."""
    first, last = text[said[0].start : said[0].end], text[said[-1].start : said[-1].end]
    return Span(said[0].end - len(first.lstrip()), said[-1].start + len(last.rstrip()))


def _speaker(text: str, group: Sequence[Block], named: dict[str, Speaker]) -> str | None:
    label = next((text[block.start : block.end] for block in group if block.kind is Kind.SPEAKER), None)
    speaker = named.get(label) if label else None
    return speaker.name if speaker else None


def _words(text: str, group: Sequence[Block], start: float | None) -> tuple[Word, ...]:
    """The words that carry a time of their own; the first has that of the cue."""
    if start is None or not any(block.rule == WORD for block in group):
        return ()
    words: list[Word] = []
    at = start
    for block in group:
        if block.rule == WORD:
            at = moment(text[block.start : block.end])
        elif block.kind is Kind.SPEECH and (word := text[block.start : block.end].strip()):
            words.append(Word(at, word))
    return tuple(words)
