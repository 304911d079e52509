"""The character-bigram model tells how likely a character is after another, in good text of any language.

Decoding ranks codecs with it and repair weighs a damaged spelling against a mended one. The table is
`data/bigrams.tsv`, made by `tests/training/bigrams.py`; how a codec maps bytes is not told here.
"""

from __future__ import annotations

import functools
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import TypeVar

from newsnorm import tables

_Key = TypeVar("_Key")

# Letters of these scripts share one token a script, so the table stays small and knows no words; the number is
# how many of them are in common use, since a token's probability is divided among them.
_SCRIPT_SIZES = {
    "CJK": 3500, "HANGUL": 1200, "HIRAGANA": 80, "KATAKANA": 80, "ETHIOPIC": 250, "YI": 1, "CANADIAN": 1,
    "CUNEIFORM": 1, "EGYPTIAN": 1, "VAI": 1, "THAI": 60, "LAO": 60, "DEVANAGARI": 60, "BENGALI": 60, "GURMUKHI":
    60, "GUJARATI": 60, "ORIYA": 60, "TAMIL": 60, "TELUGU": 60, "KANNADA": 60, "MALAYALAM": 60, "SINHALA": 60,
    "MYANMAR": 60, "KHMER": 60, "TIBETAN": 60,
}  # fmt: skip
# Tokens from a private plane, which no text can hold as a character of its own: private characters are _UNKNOWN.
_SCRIPT_TOKENS = {script: chr(0xF0000 + i) for i, script in enumerate(_SCRIPT_SIZES)}
_PICTURE, _UNKNOWN = "\U000f0100", "\U000f0101"
# How many characters in common use a token stands for; one, where it is not named.
SIZES = {_PICTURE: 300, "a": 26, "A": 26, "0": 10}
SIZES |= {_SCRIPT_TOKENS[script]: size for script, size in _SCRIPT_SIZES.items()}

_GROUPED_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "HEBREW", "ARABIC", "ARMENIAN", "GEORGIAN"}
_QUOTES, _DASHES, _NBSP = "’‘“”«»„‚‹›", "–—…", "\xa0"

_DISCOUNT = 0.75  # Kneser and Ney's, as usual for bigrams
_FEWEST_KNOWN = 5  # a token counted less often in all the training text is no evidence
_MEMO = 1 << 15  # pairs remembered: several times what one text holds, about 5 MB when full


@functools.lru_cache(_MEMO)
def token(char: str) -> str:
    r"""What the table counts for ``char``: itself, or one token for its many like.

    ASCII letters, digits and white space are folded; so are scripts with many letters.

    >>> token("Q"), token("é"), token("\n")
    ('A', 'é', ' ')
    >>> token("中") == token("国")
    True
    """
    if char < "\x80":
        return _ascii_token(char)
    script = unicodedata.name(char, "?").split(" ")[0]
    if script in _SCRIPT_TOKENS:
        return _SCRIPT_TOKENS[script]
    category = unicodedata.category(char)
    if char >= "\U00010000":
        return _PICTURE if category == "So" else _UNKNOWN
    return _UNKNOWN if category in {"Cn", "Co", "Cs"} else char


def _ascii_token(char: str) -> str:
    if char.isalpha():
        return "a" if char.islower() else "A"
    if char.isdigit():
        return "0"
    return " " if char in " \t\r\n" else char


def _group(kind: str) -> str:
    """The class that a token backs off to: script and case of a letter, sort of a mark."""
    if kind in SIZES or kind in {" ", _UNKNOWN} or kind >= "\U000f0000":
        return kind
    if kind < "\x80":
        return "."
    for name, members in (("Q", _QUOTES), ("D", _DASHES), ("N", _NBSP)):
        if kind in members:
            return name
    category = unicodedata.category(kind)
    if category[0] == "L":
        return _letter_group(kind, category)
    return "M" if category[0] == "M" else category


def _letter_group(letter: str, category: str) -> str:
    script = unicodedata.name(letter, "?").split(" ")[0]
    case = "u" if category == "Lu" else "l"
    if script == "LATIN":
        return f"LATIN{'1' if letter <= 'ɏ' or 'Ḁ' <= letter <= 'ỿ' else 'x'}{case}"
    if script == "CYRILLIC":
        return f"CYRILLIC{'1' if 'А' <= letter <= 'ё' else '2'}{case}"
    return (script if script in _GROUPED_SCRIPTS else "other") + case


class Model:
    """Interpolated Kneser-Ney over pairs of tokens, backing off to groups of tokens.

    ``counts`` says how often a token followed another in the training text. Every probability is
    positive, of unseen and of unassigned characters too; logarithms are natural.

    >>> model = default()
    >>> model.score("l’été") > model.score("l‚Äô√©t√©")
    True
    """

    step: Callable[[str, str], float]
    """The log-probability that the second character follows the first."""

    def __init__(self, counts: Mapping[tuple[str, str], float]) -> None:
        self._counts = counts
        self._groups = {kind: _group(kind) for kind in set(chain.from_iterable(counts))}
        grouped = [((self._groups[first], self._groups[second]), count) for (first, second), count in counts.items()]
        self._total = _sums((first, count) for (first, _), count in counts.items())
        self._followers = Counter(first for first, _ in counts)
        self._preceders = Counter(second for _, second in counts)
        self._group_counts = _sums(grouped)
        self._group_total = _sums((first, count) for (first, _), count in grouped)
        self._group_preceders = Counter(second for (_, second), _ in grouped)
        self._group_size = Counter(self._groups[kind] for kind in self._preceders)
        self.step = functools.lru_cache(_MEMO)(self._step)

    def score(self, text: str) -> float:
        """The log-probability of ``text`` given its first character.

        >>> default().score("a")
        0
        """
        return sum(map(self.step, text, text[1:]))

    def known(self, char: str) -> bool:
        r"""Whether the training text holds ``char``, or its like, often enough to be evidence.

        >>> default().known("é"), default().known("\ue000")
        (True, False)
        """
        return self._total.get(token(char), 0) >= _FEWEST_KNOWN

    @staticmethod
    def token(char: str) -> str:
        """What the table counts for ``char`` (see `token`)."""
        return token(char)

    def _step(self, first: str, second: str) -> float:
        first, second = token(first), token(second)
        total = self._total.get(first, 0) + 1
        seen = max(self._counts.get((first, second), 0) - _DISCOUNT, 0) / total
        unseen = _DISCOUNT * (self._followers[first] + 1) / total
        return math.log((seen + unseen * self._back_off(first, second)) / SIZES.get(second, 1))

    def _back_off(self, first: str, second: str) -> float:
        """The chance of ``second`` after what it was never seen after: half by group, half by its own variety."""
        groups = self._group_of(first), self._group_of(second)
        preceders = self._preceders[second] + 0.1
        in_group = preceders / (self._group_preceders[groups[1]] + 0.1 * (self._group_size[groups[1]] + 20))
        by_group = (self._group_counts.get(groups, 0) + 0.3) / (self._group_total.get(groups[0], 0) + 0.3 * 50)
        return 0.5 * by_group * in_group + 0.5 * preceders / (len(self._counts) + 200)

    def _group_of(self, kind: str) -> str:
        return self._groups.get(kind) or _group(kind)


def _sums(weights: Iterable[tuple[_Key, float]]) -> dict[_Key, float]:
    sums: dict[_Key, float] = {}
    for key, weight in weights:
        sums[key] = sums.get(key, 0) + weight
    return sums


def parsed(table: str) -> Model:
    r"""The model of a table of lines: first token, tab, level, tab, second tokens; a level is twice its log2.

    >>> parsed("a\t4\té\n").known("é")
    False
    """
    counts: dict[tuple[str, str], float] = {}
    for line in table.rstrip("\n").split("\n"):  # a token may be a character that splitlines splits at
        first, level, seconds = line.split("\t", 2)
        counts |= dict.fromkeys(((first, second) for second in seconds), 2 ** (int(level) / 2))
    return Model(counts)


@functools.cache
def default() -> Model:
    """The model of the shipped table, loaded when first asked for, which takes some 40 ms."""
    return parsed(tables.text("bigrams.tsv"))
