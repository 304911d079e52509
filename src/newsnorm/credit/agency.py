"""The words of a credit: agencies of news and of pictures, and names that nothing but capitals tells."""

from __future__ import annotations

import re
from functools import cache

from newsnorm import tables

WORDS = 12  # a longer tail is a sentence
SMALL = frozenset(
    "for of the and by via in at on de del la le du des von van der den und et y e from to & + | / - – —".split()
)


def is_credit_like(tail: str) -> bool:
    """Names only: every word is capitalised, or one of the small words that join names."""
    words = tail.split()
    if not 0 < len(words) <= WORDS or not tail[0].isalnum():
        return False
    if words[-1] in SMALL or not any(word[0].isalpha() and word not in SMALL for word in words):
        return False
    return all(
        word in SMALL or not word[0].islower() or "." in word or "/" in word or word in lower_agencies()
        for word in words
    )


def too_long(text: str, start: int, end: int) -> bool:
    """It has more words than a credit."""
    return len(text[start:end].split()) > 2 * WORDS


def agencies() -> tuple[str, ...]:
    """The agencies as they are listed."""
    return tables.rows("agencies.txt") + tables.rows("picture_agencies.txt")


@cache
def lower_agencies() -> frozenset[str]:
    """The words of agencies that begin with a small letter."""
    return frozenset(word for row in agencies() for word in row.split() if word[0].islower())


@cache
def agency_ends() -> frozenset[str]:
    """The last words of the agencies: they tell that most short lines are none."""
    return frozenset(name.rpartition(" ")[2] for name in agencies()) | {"Images", "Photo", "Europe", "Archive"}


@cache
def agency() -> re.Pattern[str]:
    """An agency wherever it stands."""
    return re.compile(rf"(?<![\w])(?:{tables.one_of(agencies())})(?![a-z])")


@cache
def agency_slash() -> re.Pattern[str]:
    """An agency before a slash and a name, or a name before a slash and an agency, at the end; or an agency alone."""
    owner = rf"(?:{tables.one_of(agencies())}|[A-Z]\w*\sImages)(?:\s(?:Photo|Europe|Archive))?"
    word = r"[^\W\d_a-z][\w.'’-]*"
    name = rf"{word}(?:\s{word}){{0,3}}"
    short = rf"{word}(?:\s[A-Z]\.?)?\s{word}"
    return re.compile(
        rf"(?<!\S)(?:{owner}\s?/\s?{name}(?:,\s[Ff]ile)?|{short}\s?/\s?(?:via\s)?{owner}(?:\svia\s{name})?)\s*$"
        rf"|(?<![^\n])\s{{0,8}}(?:{owner})\s*$"
    )
