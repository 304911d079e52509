"""The text as mended so far: what stands beside a gap, how much a guess gains there, how usual it is in the language.

Which guesses are made, and taken, is decided in `lost`.
"""

from __future__ import annotations

import functools
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from math import log

from newsnorm import tables
from newsnorm.characters import bigrams
from newsnorm.characters.families import Family
from newsnorm.characters.profiles import Letter, Profile, log_rate
from newsnorm.characters.tongue import likely_profile
from newsnorm.edits import Edit, Span

REPLACED = b"\x1a"
"""Stands for U+FFFD among the bytes."""

_SAMPLE = 200  # edits by which the language is told


class Mended:
    """The text as edited so far: what stands beside a gap once its neighbours are mended."""

    def __init__(self, text: str, done: Iterable[Edit], lost: Iterable[int] = ()) -> None:
        self.text, self.done, self.lost = text, list(done), frozenset(lost)
        self.guesses: dict[tuple[str, ...], list[tuple[float, str]]] = {}
        self._taken: list[Edit] = []
        self._starts = [edit.span.start for edit in self.done]
        self._by_start = {edit.span.start: edit.new for edit in self.done}
        self._by_end = {edit.span.end: edit.new for edit in self.done}

    def take(self, edit: Edit) -> None:
        """Add an edit that touches no other: it stands beside gaps at once, and in regions once it is settled."""
        self._taken.append(edit)
        self._by_start[edit.span.start] = self._by_end[edit.span.end] = edit.new

    def settle(self) -> None:
        """Put what was taken among the rest."""
        if self._taken:
            self.done = sorted(self.done + self._taken)
            self._taken = []
            self._starts = [edit.span.start for edit in self.done]

    def holds_lead(self, family: Family, region: Span) -> bool:
        """Whether a damaged character may begin in ``region``, beside what is mended."""
        at = region.start
        for edit in self._done_in(region):
            if family.leads.search(self.text, at, edit.span.start):
                return True
            at = edit.span.end
        return bool(family.leads.search(self.text, at, region.end))

    def bytes_of(self, family: Family, region: Span) -> bytearray:
        """What ``region`` was read from, with zeros where it is mended."""
        data = bytearray(family.bytes_of(self.text[slice(*region)].replace("\ufffd", REPLACED.decode())))
        for edit in self._done_in(region):
            start, end = edit.span.start - region.start, edit.span.end - region.start
            data[start:end] = bytes(end - start)
        return data

    def _done_in(self, region: Span) -> list[Edit]:
        return self.done[bisect_left(self._starts, region.start) : bisect_left(self._starts, region.end)]

    def gain(self, start: int, end: int, new: str) -> float:
        """Nats that the text gains by ``new``."""
        left, right = self.beside(start, end)
        score = bigrams.default().score
        return score(left + new + right) - score(left + self.text[start:end] + right)

    def beside(self, start: int, end: int) -> tuple[str, str]:
        """The neighbours of ``text[start:end]``, as mended."""
        before, after = self._by_end.get(start, "")[-1:], self._by_start.get(end, "")[:1]
        return before or self.text[start - 1 : start] or "\n", after or self.text[end : end + 1] or "\n"

    @functools.cached_property
    def profile(self) -> Profile:
        """The language of the text."""
        self.settle()
        return likely_profile(self.text, "".join(edit.new for edit in self.done[:_SAMPLE]))

    def log_rate(self, char: str) -> float:
        """How usual a letter is in the language."""
        name = unicodedata.name(char, "?").partition(" ")[0]
        rank = _frequent().get(name, "").find(char)
        return -log(rank + 2) if rank >= 0 else log_rate(self.profile, Letter(char, ""))


@functools.cache
def _frequent() -> Mapping[str, str]:
    """The letters of scripts whose languages have no profile, the most frequent first."""
    table = tables.text("frequent_letters.tsv")
    return dict(line.split("\t") for line in table.splitlines() if not line.startswith("#"))
