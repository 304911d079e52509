"""The one door to the transcript formats: which file labels which format, and the values of a labelled text.

The values are made from the text, its blocks and its format alone, so that they can be made when asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsnorm.edits import Span
from newsnorm.model import Block, Chapter, Cue, Event, Kind, Note, Speaker
from newsnorm.sounds import clip_mark
from newsnorm.transcript import captions, data, panels, people, turns
from newsnorm.transcript import cues as _cues
from newsnorm.transcript.openings import FORMATS as CAPTIONS
from newsnorm.transcript.said import TURN
from newsnorm.transcript.tiles import Reading, lines, tiled


def read(text: str, form: str) -> Reading:
    r"""Tile ``text`` with the blocks of a transcript format, and note each damage that was read anyway.

    >>> [block.kind.value for block in read("0:00Good evening\n", "panel-glued").blocks]
    ['timestamp', 'speech']
    """
    if form.startswith("panel-"):
        return panels.read(text, form)
    if form in turns.FORMATS:
        return Reading(*turns.label(text, form))
    if data.is_data(text, form):
        return Reading(*data.label(text, form))
    if form in CAPTIONS:
        return Reading(*captions.label(text, form))
    note = Note("cue.unread", f"the format {form!r} is recognised but not read", Span(0, len(text)))
    return Reading(tiled(lines(text, 0, len(text), Kind.MARKUP, f"cue.{form}")), [note])


def cues(text: str, blocks: Sequence[Block], form: str) -> tuple[Cue, ...]:
    """The cues of a labelled transcript."""
    if data.is_data(text, form):
        return data.cues(text, form)
    return _cues.cues(text, blocks, form, people.named(text, blocks))


def speakers(text: str, blocks: Sequence[Block], form: str) -> tuple[Speaker, ...]:  # noqa: ARG001
    """Who speaks, in the order of their first words."""
    return tuple(dict.fromkeys(people.named(text, blocks).values()))


def chapters(text: str, titles: Sequence[Block], cues: Sequence[Cue]) -> tuple[Chapter, ...]:
    """The parts of a transcript that ``titles`` open, each with the start of the first of ``cues`` below it."""
    places = [cue.span.start for cue in cues]
    below = [bisect_left(places, block.start) for block in titles]
    starts = [cues[k].start if k < len(cues) else None for k in below]
    names = (text[block.start : block.end].strip(" \t\r\n#") for block in titles)
    return tuple(map(Chapter, starts, names, (_span(text, block) for block in titles)))


def events(text: str, marks: Sequence[Block], cues: Sequence[Cue]) -> tuple[Event, ...]:
    """What is heard and not said, the marks of clips, and ``>>>`` for a new story, with the start of their cue.

    ``marks`` are the blocks of sounds and speakers.
    """
    heard = [block for block in marks if block.kind is Kind.SOUND or _is_new_story(text, block)]
    places = [cue.span.start for cue in cues]
    around = [bisect_right(places, block.end) for block in heard]
    starts = [cues[k - 1].start if k else None for k in around]
    said = [text[block.start : block.end].strip() for block in heard]
    return tuple(map(Event, starts, said, (_span(text, block) for block in heard), map(clip_mark, said)))


def _is_new_story(text: str, block: Block) -> bool:
    return block.rule == TURN and text.startswith((">>>", "&gt;&gt;&gt;"), block.start)


def _span(text: str, block: Block) -> Span:
    """The place of a block without the white space behind it."""
    return Span(block.start, block.start + len(text[block.start : block.end].rstrip()))
