"""Surrogates: halves of characters, or bytes that Python could not decode, which no UTF-8 file can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsnorm.characters.gate import Run
from newsnorm.edits import Edit, Span
from newsnorm.patterns import pattern

_ROW = pattern("[\ud800-\udfff]+")
_PAIRED = pattern("[\ud800-\udbff][\udc00-\udfff]")
_BYTES = pattern("[\udc80-\udcff]+")
_LONE = pattern("[\ud800-\udfff]")


def joined(text: str, runs: Iterable[Run]) -> Iterator[Edit]:
    r"""The edits that join surrogates in ``runs``: pairs to a character, escaped bytes to UTF-8, all else to U+FFFD.

    >>> [edit.new for edit in joined("\ud83d\ude00", [Run(0, "\ud83d\ude00")])]
    ['😀']
    """
    for run in runs:
        for match in _ROW.finditer(text, run.start, run.end):
            new = _LONE.sub("\ufffd", _BYTES.sub(_bytes, _PAIRED.sub(_pair, match[0])))
            yield Edit(Span(*match.span()), new, "surrogate")


def _pair(match: re.Match[str]) -> str:
    return match[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _bytes(match: re.Match[str]) -> str:
    """What ``errors="surrogateescape"`` kept of bytes that are UTF-8 after all."""
    try:
        return match[0].encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
