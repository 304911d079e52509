"""The families of chrome as bits, and which of them a line names by a rule or by its words.

A rule decides; words are evidence only, weighed by the model. They stand in ``data/chrome_words.toml``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

CHROME_FAMILIES = "account advert appeal comment form furniture legal media nav promo related social".split()
OTHER_FAMILIES = "byline date credit ending".split()  # what is no chrome and tells where an article begins or ends
BIT = {name: 1 << i for i, name in enumerate((*CHROME_FAMILIES, *OTHER_FAMILIES))}
CHROME = sum(BIT[name] for name in CHROME_FAMILIES)
LONGEST = 25  # words of a line whose words are asked
FIRST = "^"  # marks a word that must open the line


def families_of(rule: str, words: list[str]) -> int:
    """The families of a line of these (case folded) words that ``rule`` names.

    >>> families_of("chrome.nav.menu", ["home"]) == BIT["nav"]
    True
    >>> families_of("paragraph.short", ["our", "weekly", "newsletter"]) == BIT["promo"]
    True
    """
    if rule.startswith("chrome."):
        return BIT.get(rule.split(".")[1], 0)
    if not words:
        return 0
    known = evidence_words()
    found = known.get(FIRST + words[0], 0)
    asked = words if len(words) <= LONGEST else words[:LONGEST]
    if not known.keys().isdisjoint(asked):
        for word in asked:
            found |= known.get(word, 0)
    return found


@cache
def evidence_words() -> dict[str, int]:
    """Words and the families that they speak for; with `FIRST` before it, one that opens a line."""
    table = tomllib.loads((files("newsnorm") / "data" / "chrome_words.toml").read_text(encoding="utf-8"))
    known: dict[str, int] = {}
    for place, mark in (("anywhere", ""), ("first", FIRST)):
        for family, words in table[place].items():
            for word in words:
                known[mark + word] = known.get(mark + word, 0) | BIT[family]
    return known
