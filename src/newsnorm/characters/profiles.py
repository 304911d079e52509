"""Profiles: how a language writes, as far as it helps to tell which codec made a text.

`data/profiles.tsv`, made by `tests/training/profiles.py`, has a line for each language: its code, the matrix
of how likely an ASCII letter is after another, and how often each other letter or mark occurs. `data/signs.tsv`
has what occurs in any language: typography, and the letters of foreign names. Which language a text is in
is not told here.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import attrs

from newsnorm.characters.bigrams import SIZES, token
from newsnorm.patterns import pattern
from newsnorm.tables import rows

# The kinds of a character: an ASCII letter without its case (0 to 25), other ASCII, and all else. Only what
# follows ASCII with ASCII has a cell in the matrix; `ASCII_KINDS` is its width.
OTHER_ASCII, NON_ASCII = 26, 27
ASCII_KINDS = 27
_KINDS = bytes(
    NON_ASCII if byte > 0x7F else ord(chr(byte).lower()) - ord("a") if chr(byte).isalpha() else OTHER_ASCII
    for byte in range(256)
)

_FOLDED_SCRIPTS = {"CJK", "HANGUL", "HIRAGANA", "KATAKANA"}  # their rarer characters share one rate
_SHAPED = pattern(
    r"""(?<![^\W\d_]) (?P<lone> [^\W\d_\x00-\x7fªº] ) (?![^\W\d_])
      | (?<=[^\W\d_]) (?P<inner> ['’] )               (?=[^\W\d_])
      | [^\x00-\x7f]""",
    re.VERBOSE,
)
_SHAPE_MARKS = {"lone": "_", "inner": "'", None: ""}

_FLOOR = 1e-8  # the rate of a character that the language does not write
_FLOOR_OF_CONTROLS = 1e-10
_SHAPE_SHARE = 0.03  # how rare a word of one letter, or an apostrophe in a word, is where none was seen
_MOSTLY_ASCII = 0.5


class Letter(NamedTuple):
    """A character that is not ASCII, or an apostrophe, and its shape.

    ``shape`` is ``_`` for a word of one letter, ``'`` for an apostrophe between letters, else empty.
    """

    char: str
    shape: str


@attrs.frozen(eq=False)
class Profile:
    """A language (ISO 639-1), its matrix of log-probabilities, and its rates by letter and shape.

    ``is_latin`` tells whether most of what the language writes is ASCII.
    """

    language: str
    matrix: tuple[tuple[float, ...], ...]
    rates: Mapping[str, float]
    is_latin: bool

    def ascii_score(self, pairs: Iterable[tuple[tuple[int, int], int]]) -> float:
        """The log-probability of pairs of ASCII kinds, each with its count."""
        matrix = self.matrix
        return sum(n * matrix[first][second] for (first, second), n in pairs)


def ascii_pairs(text: str) -> Counter[tuple[int, int]]:
    r"""How often each kind of ASCII follows another; ends count as other ASCII.

    >>> sorted(ascii_pairs("éAb").items())
    [((0, 1), 1), ((1, 26), 1)]
    """
    kinds = f"\n{text}\n".encode("utf-8", "surrogatepass").translate(_KINDS)
    return Counter(pair for pair in itertools.pairwise(kinds) if NON_ASCII not in pair)


def letters(text: str) -> Iterator[Letter]:
    """Each character that is not ASCII, and each apostrophe inside a word, with its shape.

    >>> [tuple(letter) for letter in letters("l'été à")]
    [('’', "'"), ('é', ''), ('é', ''), ('à', '_')]
    """
    for found in _SHAPED.finditer(text):
        shape = _SHAPE_MARKS[found.lastgroup]
        yield Letter("’" if shape == "'" else found[0], shape)


@functools.lru_cache(1 << 12)
def folded(char: str) -> str:
    """A character, or the token of its script, by which the rate of a rare one is found."""
    return token(char) if unicodedata.name(char, "?").split(" ")[0] in _FOLDED_SCRIPTS else char


@functools.lru_cache(1 << 15)
def log_rate(profile: Profile, letter: Letter) -> float:
    """The log-probability that a character of the language's text is ``letter``."""
    char, shape = letter.char.lower(), letter.shape
    if unicodedata.category(letter.char)[0] == "C" and letter.char != "\xad":
        return math.log(_FLOOR_OF_CONTROLS)
    if char + shape in profile.rates:
        return math.log(profile.rates[char + shape] + _FLOOR)
    kind = folded(letter.char)
    size = SIZES.get(kind, 1)
    rate = profile.rates.get(char if kind == letter.char else kind, 0) / size
    rate += _signs().get(char, 0) if shape != "'" else 0
    return math.log(rate * (_SHAPE_SHARE if shape else 1) + _FLOOR / size)


@functools.cache
def profiles() -> tuple[Profile, ...]:
    """The profiles of all languages in the table, loaded when first asked for, which takes some 20 ms."""
    return tuple(_profile(*line.split("\t")) for line in rows("profiles.tsv"))


def _profile(language: str, matrix: str, rates: str) -> Profile:
    logs = [math.log(_rate(code)) for code in matrix]
    matrix_rows = (tuple(logs[i : i + ASCII_KINDS]) for i in range(0, len(logs), ASCII_KINDS))
    by_letter = {entry[:-1]: _rate(entry[-1]) for entry in rates.split(" ")}
    return Profile(language, tuple(matrix_rows), by_letter, is_latin=sum(by_letter.values()) < _MOSTLY_ASCII)


def rate_code(rate: float) -> str:
    """A rate as one printable character: twice its negative log2, counted from ``!``.

    >>> rate_code(1), rate_code(0.001)
    ('!', '5')
    """
    return chr(ord("!") + round(-2 * math.log2(rate)))


@functools.cache
def _rate(code: str) -> float:
    return math.pow(2, (ord("!") - ord(code)) / 2)


@functools.cache
def _signs() -> dict[str, float]:
    return {sign: float(rate) for sign, rate in (line.split("\t") for line in rows("signs.tsv"))}
