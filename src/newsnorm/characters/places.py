"""Places: a text as the bytes that each codec family read it from, and which of them are characters in UTF-8."""

from __future__ import annotations

from typing import NamedTuple

from newsnorm.characters.families import LONGEST, Family, by_pair


class Stretch(NamedTuple):
    """Where the first character that a family may read ends, and the longest row of them; 0 if that is covered."""

    family: Family
    one: int
    row: int


class Place:
    """A text up to ``end``, with what follows it, and what each family makes of it."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end = text, end
        self._bytes: dict[str, bytes] = {}
        self._covered: dict[str, int] = {}

    def bytes_of(self, family: Family) -> bytes:
        """What the text up to the end was read from."""
        found = self._bytes.get(family.name)
        if found is None:
            found = self._bytes[family.name] = family.bytes_of(self.text[: self.end])
        return found

    def row(self, family: Family, at: int) -> int:
        """Where the longest row of characters that begins at ``at`` ends, unless an earlier one covers it."""
        if at < self._covered.get(family.name, 0):
            return 0
        row = family.grammar.row.match(self.bytes_of(family), at, at + LONGEST)
        self._covered[family.name] = end = row.end() if row else 0
        return end

    def covers(self, at: int) -> bool:
        """Whether earlier rows of all families that may read from ``at`` reach beyond it."""
        covered = self._covered
        return all(at < covered.get(family.name, 0) for family in by_pair(self.text[at], self.text[at + 1]))

    def stretches(self, at: int, *, alone: bool = False) -> list[Stretch]:
        """What each family may read from ``at``, or only the first character ``alone``."""
        found: list[Stretch] = []
        for family in by_pair(self.text[at], self.text[at + 1]):
            one = family.grammar.one.match(self.bytes_of(family), at)
            if one:
                found.append(Stretch(family, one.end(), 0 if alone else self.row(family, at)))
        return found
