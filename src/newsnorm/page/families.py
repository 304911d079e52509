"""The families of chrome as bits, and which of them a line names by a rule or by its words.

A rule decides; words are evidence only, weighed by the model. They stand in ``data/chrome_words.toml``.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache

from newsnorm import tables
from newsnorm.page.tokens import split

CHROME_FAMILIES = "account advert appeal comment form furniture legal media nav promo related social".split()
OTHER_FAMILIES = "byline date credit ending".split()  # what is no chrome and tells where an article begins or ends
BIT = {name: 1 << i for i, name in enumerate((*CHROME_FAMILIES, *OTHER_FAMILIES))}
CHROME = sum(BIT[name] for name in CHROME_FAMILIES)
LONGEST = 25  # words of a line whose words are asked


@lru_cache(maxsize=1024)
def family_of(rule: str) -> int:
    """The family of a rule of chrome, 0 for other rules.

    >>> family_of("chrome.nav.menu") == BIT["nav"], family_of("paragraph.short")
    (True, 0)
    """
    return BIT.get(rule.split(".")[1], 0) if rule.startswith("chrome.") else 0


def families_in(lines: list[str]) -> list[int]:
    """The families that each of the lines speaks for.

    >>> families_in(["Our weekly newsletter!", "Storm hits coast"]) == [BIT["promo"], 0]
    True
    """
    known = evidence_words()[2]
    return [0 if known.isdisjoint(words) else _families_of(words) for words in split(lines)]


def _families_of(words: list[str]) -> int:
    anywhere, first, _ = evidence_words()
    found = first.get(words[0], 0)
    for word in words[:LONGEST]:
        found |= anywhere.get(word, 0)
    return found


@cache
def evidence_words() -> tuple[dict[str, int], dict[str, int], frozenset[str]]:
    """Words and the families that they speak for: anywhere in a line, and as its first word; and all of them."""
    anywhere, first = _by_word(_table()["anywhere"]), _by_word(_table()["first"])
    return anywhere, first, frozenset((*anywhere, *first))


def _by_word(table: dict[str, list[str]]) -> dict[str, int]:
    known: dict[str, int] = {}
    for family, words in table.items():
        for word in words:
            known[word] = known.get(word, 0) | BIT[family]
    return known


@cache
def notice_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Pieces of words of which every page with a notice has one, and those that a notice is full of."""
    table = _table()["notice"]
    return tuple(table["gate"]), tuple(table["telling"])


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(tables.text("chrome_words.toml"))
