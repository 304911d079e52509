"""Leftovers of mojibake that no codec proves by itself: stray C1 controls, and a lone ``Â`` or ``Ã`` before a space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsnorm.characters import bigrams
from newsnorm.characters.gate import Run
from newsnorm.characters.search import NEARBY
from newsnorm.edits import Edit, Span

_C1 = re.compile("[\x80-\x9f]+")
_A_GRAVE = re.compile(r"(?:(?<=[a-z])|(?<![^\s(]))Ã  ?(?=[a-z])")
_A_CIRCUMFLEX = re.compile(
    r"""
    (?: (?<=[a-z0-9.,:;!?)%'’”]) | (?<=\b[A-Z]) ) (?:Â\ )+ (?=\S)
  | (?<=[a-z]\ ) Â\  (?=[a-z0-9$€£])
  | (?<=[a-z.,:;!?)]) Â (?=\Z|\n)
    """,
    re.VERBOSE,
)
_PUNCTUATION = frozenset("‘’‚“”„–—…•™")
_MAC_PRIOR = -2.0  # nats


def stray_controls(text: str, runs: Iterable[Run]) -> Iterator[Edit]:
    r"""The edits that read C1 controls as Windows-1252 meant them, or MacRoman.

    >>> [edit.new for edit in stray_controls("It\x92s", [Run(2, "\x92")])]
    ['’']
    """
    for run in runs:
        for match in _C1.finditer(text, run.start, run.end):
            start, end = match.span()
            new = _meant(text[max(0, start - 1) : start] or "\n", match[0], text[end : end + 1] or "\n")
            yield Edit(Span(start, end), new, "mojibake.c1" if new else "control.c1")


def _meant(left: str, controls: str, right: str) -> str:
    """What Windows-1252 has in the place of ``controls``, or MacRoman where that would break a word."""
    raw = controls.encode("latin-1")
    windows, mac = raw.decode("cp1252", "ignore"), raw.decode("mac_roman")
    if not left.islower() or windows.islower() or (windows and _PUNCTUATION.issuperset(windows)):
        return windows
    if not windows:
        return mac if mac.islower() and right.islower() else ""
    score = bigrams.default().score
    return mac if score(left + mac + right) + _MAC_PRIOR > score(left + windows + right) else windows


def lone_capitals(text: str, runs: Iterable[Run]) -> Iterator[Edit]:
    """The edits for ``Ã`` and ``Â`` that were followed by a no-break space, now a plain one or none."""
    done = 0
    for run in runs:
        at = run.end - 1
        if at < done:
            continue
        edit = _a_grave(text, at) or _a_circumflex(text, at)
        if edit:
            done = edit.span.end
            yield edit


def _a_grave(text: str, at: int) -> Edit | None:
    match = _A_GRAVE.match(text, at)
    return Edit(Span(*match.span()), "à ", "mojibake.cp1252") if match else None


def _a_circumflex(text: str, at: int) -> Edit | None:
    match = _A_CIRCUMFLEX.match(text, at)
    if not match:
        return None
    (start, end), new = match.span(), "\xa0" * match[0].count(" ")
    left, right = text[max(0, start - 1) : start] or "\n", text[end : end + 1] or "\n"
    score = bigrams.default().score
    gain = score(left + new + right) - score(left + match[0] + right)
    return Edit(Span(start, end), new, "mojibake.cp1252") if gain >= NEARBY else None
