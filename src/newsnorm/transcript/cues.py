"""From blocks to cues: what is said from when to when, in a labelled transcript of any format.

A clock opens a cue (in dialogues, a speaker does) and the speech behind it is its text. How a format marks
these is not told here.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import chain, compress, pairwise, repeat
from operator import add, itemgetter, not_

from newsnorm.clocks import moment, seconds, times_of
from newsnorm.edits import Span
from newsnorm.model import Block, Cue, Kind, Speaker, Word
from newsnorm.patterns import pattern
from newsnorm.transcript.captions import ROLLING
from newsnorm.transcript.damage import UNREADABLE
from newsnorm.transcript.openings import FORMATS as CAPTIONS
from newsnorm.transcript.said import INNER, LABEL, SOUND, TURN, VOICE, WORD
from newsnorm.transcript.tiles import made

_ESCAPE = pattern(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")
_BLANK_LINES = pattern(r"\n{3,}")
_ARROW = pattern(r"-{1,2}>|,(?=\d+:)")
# The rules of blocks that make a cue more than a clock and words.
_MARKS = {ROLLING, UNREADABLE, LABEL, TURN, VOICE, WORD, SOUND}
_SAID = frozenset({Kind.SPEECH, Kind.SOUND})
_TELLING = frozenset({Kind.TIMESTAMP, Kind.SPEECH, Kind.SOUND, Kind.SPEAKER})


def cues(text: str, blocks: Sequence[Block], form: str, named: dict[str, Speaker]) -> tuple[Cue, ...]:
    """The cues of a labelled text; where none of its clocks closes a cue, it ends where the next one starts.

    ``named`` tells the speaker of each label.
    """
    if form.startswith("panel-") and Kind.TIMESTAMP in map(itemgetter(2), blocks):
        return _panel(text, blocks, form, named)
    core = _core(blocks) if form in CAPTIONS else []
    if core:
        return _plain_cues(text, core, form)
    groups = [*_groups(blocks, _opens(blocks, form))]
    if form == "speaker":
        groups = [*chain.from_iterable(map(_below_headings, groups))]
    pairs = [_pair(group) if form in CAPTIONS else () for group in groups]
    plain = iter(_plain_cues(text, [*chain.from_iterable(pairs)], form) if any(pairs) else ())
    every = (
        next(plain) if pair else cue_of(text, group, form, named) for group, pair in zip(groups, pairs, strict=True)
    )
    return _ended([cue for cue in every if cue])


def _panel(text: str, blocks: Sequence[Block], form: str, named: dict[str, Speaker]) -> tuple[Cue, ...]:
    """The cues of a panel, those of a clock and words column by column, the others one by one."""
    opens = [k for k, block in enumerate(blocks) if block[2] is Kind.TIMESTAMP]
    groups = [blocks[k:after] for k, after in pairwise([*opens, len(blocks)])]
    plain = [len(group) == 2 and group[1][2] is Kind.SPEECH for group in groups]
    times = times_of([text[clock[0] : clock[1]].rstrip() for clock, *_ in groups])
    ends = [*times[1:], None]
    places = [(speech[0], speech[1]) for _, speech in compress(groups, plain)]
    said, spans = words_of([text[start:end] for start, end in places], [start for start, _ in places])
    if "\r" in text or "\n\n\n" in text:
        said = [*map(with_line_feeds, said)]
    even = iter(_columns([*compress(times, plain)], [*compress(ends, plain)], said, spans, inferred=True))
    others = (cue_of(text, group, form, named) for group, ok in zip(groups, plain, strict=True) if not ok)
    odd = (cue._replace(end=end) for cue, end in zip(others, compress(ends, map(not_, plain)), strict=True) if cue)
    return tuple(next(even) if ok else next(odd) for ok in plain)


def _ended(found: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues of a text, each with an end: of the next start where no clock gives one."""
    if any(cue[1] is not None for cue in found if not cue[4]) or not found:
        return tuple(found)
    starts, _, *rest = zip(*found, strict=True)
    return tuple(made(Cue, starts, [*starts[1:], None], *rest))


def panel_cues(times: Sequence[float], said: Sequence[str], spans: Iterator[Span]) -> tuple[Cue, ...]:
    """The cues of clocks that give no ends, of what is said behind each, and of where that stands."""
    return _columns(times, [*times[1:], None], said, spans, inferred=True)


def _columns(
    starts: Sequence[float], ends: Sequence[float | None], said: Sequence[str], spans: Iterator[Span], *, inferred: bool
) -> tuple[Cue, ...]:
    """Cues made column by column, which is several times as fast as cue by cue."""
    return tuple(made(Cue, starts, ends, said, repeat(None), repeat(inferred), repeat(()), spans))


def words_of(heard: Sequence[str], starts: Sequence[int]) -> tuple[list[str], Iterator[Span]]:
    """The words of stretches of the text without the white space around them, and where these stand."""
    said = [*map(str.strip, heard)]
    if said != heard:
        opened = map(str.lstrip, heard)
        starts = [start + len(words) - len(rest) for start, words, rest in zip(starts, heard, opened, strict=True)]
    return said, spans_of(said, starts)


def spans_of(said: Sequence[str], starts: Sequence[int]) -> Iterator[Span]:
    """Where words stand that begin at ``starts``."""
    return made(Span, starts, map(add, starts, map(len, said)))


def _core(blocks: Sequence[Block]) -> Sequence[Block]:
    """The clocks and the speech of captions, where these follow each other in turn and nothing else matters."""
    if not _MARKS.isdisjoint({block[3] for block in blocks}):
        return []
    clock, speech = Kind.TIMESTAMP, Kind.SPEECH
    kinds = [block[2] for block in blocks]
    turns = [clock, speech] * kinds.count(clock)
    first = kinds.index(clock) if turns else 0
    if kinds[first : first + len(turns)] == turns:
        return blocks[first : first + len(turns)]
    core = [block for block in blocks if block[2] is clock or block[2] is speech]
    return core if [block[2] for block in core] == turns else []


def _pair(group: Sequence[Block]) -> Sequence[Block]:
    """The clock and the speech of a cue that is nothing else; else nothing."""
    pair = [block for block in group if block[2] in _TELLING or block[3] == WORD]
    return pair if len(pair) == 2 and pair[1][2] is Kind.SPEECH else ()


def _plain_cues(text: str, core: Sequence[Block], form: str) -> tuple[Cue, ...]:
    """The cues of clocks and speech in turn, made column by column."""
    begins, closes, _, _ = zip(*core, strict=True)
    clocks = [text[begin:close].rstrip() for begin, close in zip(begins[::2], closes[::2], strict=True)]
    heard = [text[begin:close] for begin, close in zip(begins[1::2], closes[1::2], strict=True)]
    said, spans = words_of(heard, begins[1::2])
    if "\r" in text:
        said = [*map(with_line_feeds, said)]
    if "&" in text:
        said = [_decoded(words, form) for words in said]
    if form == "lrc":
        return panel_cues([*map(moment, clocks)], said, spans)
    return _columns(*_caption_times(clocks), said, spans, inferred=False)


def _caption_times(clocks: Sequence[str]) -> tuple[list[float], list[float]]:
    """The seconds of lines of two times; most of them are written alike and share their hours and minutes."""
    pairs = [clock.partition(" --> ") for clock in "\0".join(clocks).replace(",", "").replace(".", "").split("\0")]
    times = [start.strip() for start, _, _ in pairs] + [end.lstrip() for _, _, end in pairs]
    try:
        minutes = {prefix: _milliseconds(prefix) for prefix in {time[:-5] for time in times}}
        values = [(minutes[time[:-5]] + int(time[-5:])) / 1000 for time in times]
    except ValueError:  # one digit for two, no fraction, another arrow
        values = [*map(moment, chain.from_iterable(zip(*map(_ARROW.split, clocks), strict=True)))]
    return values[: len(clocks)], values[len(clocks) :]


def _milliseconds(minutes: str) -> int:
    """Those of the hours and minutes in front of the seconds: ``01:02:``."""
    hours, _, last = minutes[:-1].rpartition(":")
    return (int(hours or 0) * 60 + int(last)) * 60_000


def _opens(blocks: Sequence[Block], form: str) -> Kind:
    """What opens the cues: clocks; in a dialogue, names where these stand first."""
    kinds = [block[2] for block in blocks if block[2] is Kind.SPEAKER or block[2] is Kind.TIMESTAMP]
    return kinds[0] if kinds and form.startswith("speaker") else Kind.TIMESTAMP


def _groups(blocks: Sequence[Block], opens: Kind) -> Iterator[list[Block]]:
    """The blocks of each cue, the one that opens it first; where none does, each line that is said."""
    if opens not in map(itemgetter(2), blocks):
        yield from ([block] for block in blocks if block.kind is Kind.SPEECH)
        return
    group: list[Block] = []
    for block in blocks:
        if block.kind is opens and block.rule not in {UNREADABLE, INNER}:
            if group:
                yield group
            group = [block]
        elif group:
            group.append(block)
    if group:
        yield group


def _below_headings(group: Sequence[Block]) -> Iterator[list[Block]]:
    """A turn, parted where a heading stands among its words: whoever speaks goes on below it."""
    heads = [k for k, block in enumerate(group) if block.kind is Kind.CHAPTER]
    for begin, end in pairwise([0, *heads, len(group)]):
        if not begin or any(block.kind in _SAID for block in group[begin:end]):
            yield [*group[:1], *group[begin + 1 : end]]


def cue_of(text: str, group: Sequence[Block], form: str, named: dict[str, Speaker]) -> Cue | None:
    """The cue of a group; None where all of it was shown by the cue before."""
    said = [block for block in group if block.kind in _SAID]
    if not said and any(block.rule == ROLLING for block in group):
        return None
    clocks = (block for block in group if block.kind is Kind.TIMESTAMP and block.rule != INNER)
    clock = next((text[block.start : block.end] for block in clocks), None)
    start, end = _times(clock, form)
    words = _decoded(with_line_feeds("".join(_parts(text, group))), form).strip()
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
    return seconds(clock), None


def _parts(text: str, group: Sequence[Block]) -> Iterator[str]:
    """What is said, and the line ends of what stands between."""
    for block in group:
        if block.kind in _SAID:
            yield text[block.start : block.end]
        elif text[block.end - 1] == "\n":
            yield "\n"


def _decoded(words: str, form: str) -> str:
    """Words without the escapes of their format."""
    return _ESCAPE.sub(lambda escape: html.unescape(escape[0]), words) if "&" in words and form in CAPTIONS else words


def with_line_feeds(words: str) -> str:
    """Words with one sort of line ends, and no more than one blank line in a row."""
    return _BLANK_LINES.sub("\n\n", words.replace("\r\n", "\n").replace("\r", "\n"))


def _span(text: str, said: Sequence[Block]) -> Span:
    """Where the words stand, without the white space around them."""
    first, last = text[said[0].start : said[0].end], text[said[-1].start : said[-1].end]
    start = said[0].end - len(first.lstrip())
    return Span(start, max(start, said[-1].start + len(last.rstrip())))


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
