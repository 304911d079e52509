"""Control characters: those that print nothing, taken out unless a script or a picture needs them.

The table is `data/controls.tsv`. Tabs, form feeds and line ends are no controls here, and C1 controls are mojibake.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from newsnorm import tables
from newsnorm.characters.gate import C0, Run
from newsnorm.edits import Edit, Span
from newsnorm.patterns import pattern

_ASCII_CONTROL = pattern(r"\x1b\[[0-?]{0,32}[ -/]{0,8}[@-~]|([\x00-\x08\x0b\x0e-\x1f\x7f])\1*")
_JOINERS = frozenset("\u200b\u200c\u200d")
_BIDI = pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = pattern(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
NEAR = 32
"""How many characters away a letter written from right to left still needs a direction mark."""

# Arabic, Indic and Southeast Asian scripts, Mongolian; symbols, selectors and pictures.
_JOINED = pattern(
    "[\u0600-\u109f\u1100-\u11ff\u1780-\u18af\u1900-\u1cff\u2190-\u2bff\u3000-\u9fff\ua800-\udfff\ufb50-\ufdff"
    "\ufe0f\ufe70-\ufefc\U00010000-\U0001ffff]"
)


def has_ascii_controls(raw: bytes) -> bool:
    r"""Whether any C0 control stands in ``raw``, at a gigabyte a second.

    >>> has_ascii_controls(b"a\x00"), has_ascii_controls(b"a\tb\r\n")
    (True, False)
    """
    return len(raw.translate(None, C0)) < len(raw)


def ascii_controls(text: str, spans: Iterable[Span]) -> Iterator[Edit]:
    r"""The edits that take out C0 controls and terminal sequences (ECMA-48) inside ``spans``.

    >>> [edit.new for edit in ascii_controls("\x1b[1mbold\x1b[0m\x00", [Span(0, 13)])]
    ['', '', '']
    """
    for span in spans:
        for match in _ASCII_CONTROL.finditer(text, *span):
            if match[1]:
                yield _removal(Span(*match.span()), match[1])
            else:
                yield Edit(Span(*match.span()), "", "control.terminal")


def hidden_characters(text: str, runs: Iterable[Run]) -> Iterator[Edit]:
    r"""The edits that take out what does not print in ``runs``, where nothing needs it.

    >>> [edit.rule for edit in hidden_characters("so\xadcial", [Run(2, "\xad")])]
    ['control.soft-hyphen']
    """
    table = _table()
    for run in runs:
        at = run.start
        for char, same in groupby(run.text):
            start, at = at, at + sum(1 for _ in same)
            if char in table and not _needed(text, char, start, at):
                yield _removal(Span(start, at), char)


def _removal(span: Span, char: str) -> Edit:
    name, new = _table()[char]
    return Edit(span, new * (span.end - span.start), f"control.{name}")


def _needed(text: str, char: str, start: int, end: int) -> bool:
    if char in _JOINERS:
        return any(map(_JOINED.match, (text[start - 1 : start], text[end : end + 1])))
    if _BIDI.match(char):
        return bool(_RIGHT_TO_LEFT.search(text, max(0, start - NEAR), end + NEAR))
    return False


@functools.cache
def _table() -> Mapping[str, tuple[str, str]]:
    text = tables.text("controls.tsv")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {chr(int(code, 16)): (name, new.replace("\\n", "\n")) for code, name, new in rows}
