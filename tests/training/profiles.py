"""Make `data/profiles.tsv`: how languages write, counted in translation catalogues.

    python tests/training/profiles.py FOLDER-FOR-WHEELS

The same pinned wheels give the same file, byte for byte. `newsnorm/characters/profiles.py` tells what it means.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from pathlib import Path

import catalogues

from newsnorm.characters.bigrams import SIZES
from newsnorm.characters.profiles import ASCII_KINDS, folded, letters, rate_code

TABLE = Path(__file__).parents[2] / "src/newsnorm/data/profiles.tsv"
LANGUAGES = """
    ar be bg ca cs da de el en es et fa fi fr he hr hu id is it ja ko lt lv mk nb nl pl pt ro ru sk sl sq sr sv th
    tr uk vi zh
""".split()
MOST_LINES = 12_000
LEAST_COUNT = 2
COMMON = 30  # a Han, Hangul or kana character counted less often shares the rate of its script
ROMANIAN = {"ș": "ş", "ț": "ţ"}  # legacy codecs know the letters with a cedilla only
UNSEEN = 0.05  # the count of a pair that did not occur


def table(folder: Path) -> str:
    """The whole file, from the wheels in ``folder``."""
    texts = catalogues.lines(folder)
    return "".join(f"{language}\t{profile(texts[language][:MOST_LINES])}\n" for language in LANGUAGES)


def profile(lines: list[str]) -> str:
    """The matrix and the rates of one language."""
    pairs: Counter[tuple[int, int]] = Counter()
    counts: Counter[str] = Counter()
    for line in lines:
        kinds = [kind(char) for char in f"\n{line}\n"]
        pairs.update(itertools.pairwise(kinds))
        counts.update(char.lower() + shape for char, shape in letters(line))
    for comma, cedilla in ROMANIAN.items():
        counts[cedilla] += counts[comma]
    return f"{matrix(pairs)}\t{rates(counts, sum(map(len, lines)))}"


def kind(char: str) -> int:
    """As `newsnorm.characters.profiles` tells the kinds of bytes."""
    if char >= "\x80":
        return ASCII_KINDS
    return ord(char.lower()) - ord("a") if char.isalpha() else ASCII_KINDS - 1


def matrix(pairs: Counter[tuple[int, int]]) -> str:
    """The rows one after another; what leads out of ASCII counts in a row's sum but has no cell."""
    codes = []
    for first in range(ASCII_KINDS):
        counts = [pairs[first, second] + UNSEEN for second in range(ASCII_KINDS + 1)]
        codes += [rate_code(count / sum(counts)) for count in counts[:ASCII_KINDS]]
    return "".join(codes)


def rates(counts: Counter[str], size: int) -> str:
    """Each letter and its shape with its rate, the commonest first."""
    for letter in [letter for letter, count in counts.items() if count < COMMON and folded(letter[0]) in SIZES]:
        counts[folded(letter[0])] += counts.pop(letter)
    common = sorted(counts.items(), key=lambda letter: (-letter[1], letter[0]))
    return " ".join(letter + rate_code(count / size) for letter, count in common if count >= LEAST_COUNT)


if __name__ == "__main__":
    TABLE.write_bytes(table(Path(sys.argv[1])).encode("utf-8"))
