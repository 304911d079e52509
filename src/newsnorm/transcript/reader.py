"""The one door to the transcript formats: which file labels which format, and the values of a labelled text."""

from __future__ import annotations

from collections.abc import Sequence

from newsnorm.model import Block, Chapter, Event, Note, Speaker
from newsnorm.transcript import captions, panels
from newsnorm.transcript.cues import cues

__all__ = ["chapters", "cues", "events", "label", "speakers"]


def label(text: str, form: str) -> tuple[list[Block], list[Note]]:
    r"""Tile ``text`` with the blocks of a transcript format, and note each damage that was read anyway.

    >>> [block.kind.value for block in label("0:00Good evening\n", "panel-glued")[0]]
    ['timestamp', 'speech']
    """
    if not text:
        return [], []
    return panels.label(text, form) if form.startswith("panel-") else captions.label(text, form)


def chapters(text: str, blocks: Sequence[Block], form: str) -> tuple[Chapter, ...]:
    return ()


def events(text: str, blocks: Sequence[Block], form: str) -> tuple[Event, ...]:
    return ()


def speakers(text: str, blocks: Sequence[Block], form: str) -> tuple[Speaker, ...]:
    return ()
