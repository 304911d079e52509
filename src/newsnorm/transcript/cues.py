"""From blocks to cues: what is said from when to when, in a labelled transcript of any format.

A clock opens a cue (in dialogues, a speaker does) and the speech behind it is its text. How a format marks
these is not told here.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from operator import add, itemgetter

from newsnorm.clocks import CLOCK, moment, seconds
from newsnorm.edits import Span
from newsnorm.model import Block, Cue, Kind, Speaker, Word
from newsnorm.patterns import pattern
from newsnorm.transcript.captions import ROLLING
from newsnorm.transcript.damage import UNREADABLE
from newsnorm.transcript.openings import FORMATS as CAPTIONS
from newsnorm.transcript.said import LABEL, SOUND, TURN, VOICE, WORD
from newsnorm.transcript.tiles import made

_ESCAPE = pattern(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")
_BLANK_LINES = pattern(r"\n{3,}")
_CLOCK = pattern(CLOCK)
_ARROW = pattern(r"-{1,2}>|,(?=\d+:)")
# The rules of blocks that make a cue more than a clock and words.
_MARKS = {ROLLING, UNREADABLE, LABEL, TURN, VOICE, WORD, SOUND}
_SAID = frozenset({Kind.SPEECH, Kind.SOUND})


def cues(text: str, blocks: Sequence[Block], form: str, named: dict[str, Speaker]) -> tuple[Cue, ...]:
    """The cues of a labelled text; where none of its clocks closes a cue, it ends where the next one starts.

    ``named`` tells the speaker of each label.
    """
    if form.startswith("panel-") or form in CAPTIONS:
        core = _core(blocks)
        if core:
            return _plain_cues(text, core, form)
    opens = Kind.SPEAKER if form.startswith("speaker") else Kind.TIMESTAMP
    found = [cue for group in _groups(blocks, opens) if (cue := _cue(text, group, form, named))]
    if any(cue.end is not None for cue in found):
        return tuple(found)
    ends = [*(cue.start for cue in found[1:]), None]
    return tuple(cue._replace(end=end) for cue, end in zip(found, ends, strict=False))


def _core(blocks: Sequence[Block]) -> Sequence[Block]:
    """The clocks and the speech of a transcript, where these follow each other in turn and nothing else matters."""
    if not _MARKS.isdisjoint(map(itemgetter(3), blocks)):
        return []
    clock, speech = Kind.TIMESTAMP, Kind.SPEECH
    kinds = [*map(itemgetter(2), blocks)]
    turns = [clock, speech] * kinds.count(clock)
    first = kinds.index(clock) if turns else 0
    if kinds[first : first + len(turns)] == turns:
        return blocks[first : first + len(turns)]
    core = [block for block in blocks if block[2] is clock or block[2] is speech]
    return core if [*map(itemgetter(2), core)] == turns else []


def _plain_cues(text: str, core: Sequence[Block], form: str) -> tuple[Cue, ...]:
    """The cues of clocks and speech in turn, made column by column, which is several times as fast as cue by cue."""
    begins, closes, _, _ = zip(*core, strict=True)
    clocks = [text[begin:close] for begin, close in zip(begins[::2], closes[::2], strict=True)]
    heard = [text[begin:close].lstrip() for begin, close in zip(begins[1::2], closes[1::2], strict=True)]
    froms = [close - len(words) for close, words in zip(closes[1::2], heard, strict=True)]
    said = [*map(str.rstrip, heard)]
    spans = made(Span, froms, map(add, froms, map(len, said)))
    if "&" in text or "\r" in text:
        said = [_decoded(words, form) for words in said]
    starts: Sequence[float]
    ends: Sequence[float | None]
    if form in CAPTIONS and form != "lrc":
        starts, ends, inferred = *_caption_times(clocks), False
    else:
        starts = _panel_times(clocks) if form != "lrc" else [*map(moment, clocks)]
        ends, inferred = [*starts[1:], None], True
    return tuple(made(Cue, starts, ends, said, repeat(None), repeat(inferred), repeat(()), spans))


def _caption_times(clocks: Sequence[str]) -> tuple[list[float], list[float]]:
    """The seconds of lines of two times; most of them are written alike and share their hours and minutes."""
    pairs = [clock.partition(" --> ") for clock in "\0".join(clocks).replace(",", ".").split("\0")]
    times = [start for start, _, _ in pairs] + [end.rstrip() for _, _, end in pairs]
    try:
        minutes = {prefix: seconds(f"{prefix}00") for prefix in {time[:-6] for time in times}}
        values = [minutes[time[:-6]] + float(time[-6:]) for time in times]
    except ValueError:  # one digit for two, no fraction, another arrow
        values = [*map(moment, chain.from_iterable(zip(*map(_ARROW.split, clocks), strict=True)))]
    return values[: len(clocks)], values[len(clocks) :]


def _panel_times(clocks: Sequence[str]) -> list[float]:
    """The seconds of clocks; most are minutes and seconds, and nothing else."""
    try:
        return [float(clock[:-3]) * 60 + float(clock[-2:]) for clock in clocks]
    except ValueError:  # hours, brackets, a line end or the words that spell the clock
        return [seconds(found[0]) for clock in clocks if (found := _CLOCK.search(clock))]


def _groups(blocks: Sequence[Block], opens: Kind) -> Iterator[list[Block]]:
    """The blocks of each cue, the one that opens it first; where none does, each line that is said."""
    if opens not in map(itemgetter(2), blocks):
        yield from ([block] for block in blocks if block.kind is Kind.SPEECH)
        return
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
    words = _BLANK_LINES.sub("\n\n", _decoded("".join(_parts(text, group)), form).strip())
    span = _span(text, said) if said else Span(group[0].end, group[0].end)
    speaker = _speaker(text, group, named)
    inferred = end is None and start is not None
    return Cue._make((start, end, words, speaker, inferred, _words(text, group, start), span))


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
