"""Leftovers of mojibake that no codec proves by itself: stray C1 controls, and a lone ``Â`` or ``Ã`` before a space."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsnorm.characters import bigrams
from newsnorm.characters.families import families
from newsnorm.characters.gate import Run
from newsnorm.characters.readings import decoded
from newsnorm.characters.search import NEARBY
from newsnorm.edits import Edit, Span
from newsnorm.patterns import pattern

RULE = "mojibake.lost"
_C1 = pattern("[\x80-\x9f]+")
_A_GRAVE = pattern(r"(?:(?<=[a-z])|(?<![^\s(]))Ã  ?(?=[a-z])|(?<=[a-z])Ã (?=[.,;:!?)])")
_A_CIRCUMFLEX = pattern(
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
    strays = [_Stray.of(text, match.span()) for run in runs for match in _C1.finditer(text, run.start, run.end)]
    mac = any(stray.broken for stray in strays)
    for stray in strays:
        new = stray.mac if mac and stray.inside else stray.meant()
        yield Edit(stray.span, new, "mojibake.c1" if new else "control.c1")


class _Stray(NamedTuple):
    """C1 controls in their place, as Windows-1252 and as MacRoman."""

    span: Span
    left: str
    right: str
    windows: str
    mac: str

    @classmethod
    def of(cls, text: str, span: tuple[int, int]) -> _Stray:
        """The controls at ``span``."""
        start, end = span
        left, right = text[max(0, start - 1) : start] or "\n", text[end : end + 1] or "\n"
        return cls(Span(start, end), left, right, *_read(text[start:end]))

    @property
    def inside(self) -> bool:
        """Whether it stands inside a small word, and MacRoman has small letters."""
        return self.left.islower() and self.right.islower() and self.mac.islower()

    @property
    def broken(self) -> bool:
        """Whether Windows-1252 would put a sign, or nothing, inside a small word where MacRoman has a letter."""
        mark = self.windows and _PUNCTUATION.issuperset(self.windows)
        return self.inside and not self.windows.isalpha() and not mark

    def meant(self) -> str:
        """What Windows-1252 has, or MacRoman where that would put a capital inside a small word."""
        if not self.left.islower() or not self.windows.isalpha() or self.windows.islower():
            return self.windows
        score = bigrams.default().score
        gain = score(self.left + self.mac + self.right) - score(self.left + self.windows + self.right)
        return self.mac if gain + _MAC_PRIOR > 0 else self.windows


@functools.lru_cache(1 << 10)
def _read(controls: str) -> tuple[str, str]:
    """Controls as Windows-1252, where it has them, and as MacRoman."""
    raw = controls.encode("latin-1")
    return raw.decode("cp1252", "ignore"), raw.decode("mac_roman")


def lone_capitals(text: str, runs: Iterable[Run]) -> Iterator[Edit]:
    """The edits for ``Ã`` and ``Â`` that were followed by a no-break space, now a plain one or none."""
    done = 0
    for run in runs:
        if run.start < done or not (run.text[-1] in "ÃÂ" or run.text[0] == "½"):
            continue
        at = run.end - 1
        edit = _a_grave(text, at) or _a_circumflex(text, at) or _split_picture(text, run)
        if edit:
            done = edit.span.end
            yield edit


def _a_grave(text: str, at: int) -> Edit | None:
    match = _A_GRAVE.match(text, at)
    if not match:
        return None
    spaced = text[match.end()].isalpha()
    return Edit(Span(*match.span()), "à " if spaced else "à", RULE)


def _split_picture(text: str, run: Run) -> Edit | None:
    """Two surrogates in UTF-8 (CESU-8) whose no-break space became a space: ``í ½í¸`` and one more sign."""
    start = run.start - 2
    if start < 0 or text[start : run.start] != "í " or not run.text.startswith("½í"):
        return None
    new = decoded(families()["cp1252"].bytes_of("í\xa0" + run.text[:4]))
    return Edit(Span(start, run.start + 4), new, RULE) if new else None


def _a_circumflex(text: str, at: int) -> Edit | None:
    match = _A_CIRCUMFLEX.match(text, at)
    if not match:
        return None
    (start, end), new = match.span(), "\xa0" * match[0].count(" ")
    left, right = text[max(0, start - 1) : start] or "\n", text[end : end + 1] or "\n"
    score = bigrams.default().score
    gain = score(left + new + right) - score(left + match[0] + right)
    return Edit(Span(start, end), new, RULE) if gain >= NEARBY else None
