"""Tiling: blocks that cover a text without a gap, made from cuts in the order of the text.

A cut says where a stretch ends, what it is and why; it starts where the one before it ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat, starmap
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from newsnorm.edits import Span  # noqa: F401 (for the doctest)
from newsnorm.model import Block, Kind, Note
from newsnorm.patterns import pattern

_Made = TypeVar("_Made", bound=tuple[Any, ...])
Cut = tuple[int, Kind, str]

_LINE = pattern(r"[^\n]*\n|[^\n]+")


class Reading(NamedTuple):
    """What a reader has found in a text, and those ``parts`` of its document that were at hand, by their names."""

    blocks: list[Block]
    notes: list[Note]
    parts: Mapping[str, Any] = MappingProxyType({})


def tiled(cuts: Iterable[Cut], start: int = 0) -> list[Block]:
    """The blocks between ``start`` and ``cuts``; a cut where the one before it ended makes none.

    >>> tiled([(4, Kind.TIMESTAMP, "cue.srt"), (4, Kind.MARKUP, "cue.tag"), (9, Kind.SPEECH, "cue.srt")])[-1]
    Block(start=4, end=9, kind=<Kind.SPEECH: 'speech'>, rule='cue.srt')
    """
    columns = [*zip(*cuts, strict=True)]
    blocks = made(Block, chain((start,), columns[0]), *columns) if columns else ()
    return [block for block in blocks if block[0] < block[1]]


def made(kind: type[_Made], *columns: Iterable[Any]) -> Iterator[_Made]:
    """Named tuples from the columns of their fields, up to the end of the shortest; `_make` would take twice the time.

    >>> [*made(Span, [0, 4], [3, 9])]
    [Span(start=0, end=3), Span(start=4, end=9)]
    """
    return starmap(tuple.__new__, zip(repeat(kind), zip(*columns, strict=False), strict=False))


def lines(text: str, start: int, end: int, kind: Kind, rule: str) -> Iterator[Cut]:
    """A cut for each line between ``start`` and ``end``; lines of white space are `Kind.BLANK`."""
    for line in _LINE.finditer(text, start, end):
        yield (line.end(), kind, rule) if line[0].strip() else (line.end(), Kind.BLANK, "blank")


def speech(text: str, start: int, end: int, rule: str) -> Iterator[Cut]:
    """Speech up to its last line end, then what white space follows."""
    said = text[start:end].rstrip()
    close = text.find("\n", start + len(said), end) + 1 or end
    if said:
        yield close, Kind.SPEECH, rule
    yield end, Kind.BLANK, "blank"
