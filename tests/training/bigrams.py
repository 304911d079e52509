"""Make `data/bigrams.tsv`: how often a character follows another, counted in translation catalogues.

    python tests/training/bigrams.py FOLDER-FOR-WHEELS

The same pinned wheels give the same file, byte for byte. `newsnorm/characters/bigrams.py` tells what it means.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import catalogues

from newsnorm.characters.bigrams import token

TABLE = Path(__file__).parents[2] / "src/newsnorm/data/bigrams.tsv"
MOST_LINES = 12_000  # a language may have so many lines, and so many bigrams, or it would drown the others
MOST_BIGRAMS = 1.5e6
SMALL = 1_500  # lines; a language with fewer keeps what occurs once
CAPITALS = 4, 0.5  # every fourth line is counted again in capitals, at half weight, since headlines are
LEAST_COUNT = 1.5


def table(folder: Path) -> str:
    """The whole file, from the wheels in ``folder``: first token, level, and all second tokens of that level."""
    rows: dict[tuple[str, int], list[str]] = {}
    for (first, second), count in total(catalogues.lines(folder)).items():
        if count >= LEAST_COUNT:
            rows.setdefault((first, round(2 * math.log2(count))), []).append(second)
    return "".join(
        f"{first}\t{level}\t{''.join(sorted(seconds))}\n" for (first, level), seconds in sorted(rows.items())
    )


def total(texts: dict[str, list[str]]) -> dict[tuple[str, str], float]:
    """The bigrams of all languages, none of which weighs more than its share."""
    pairs: dict[tuple[str, str], float] = {}
    for lines in texts.values():
        own = counted(lines[:MOST_LINES])
        share = min(1, MOST_BIGRAMS / max(1, sum(own.values())))
        for pair, count in own.items():
            if count >= 2 or len(lines) < SMALL:
                pairs[pair] = pairs.get(pair, 0) + count * share
    return pairs


def counted(lines: list[str]) -> dict[tuple[str, str], float]:
    """The bigrams of one language, ends of lines among them."""
    own: dict[tuple[str, str], float] = {}
    every, weight = CAPITALS
    for text, worth in [(line, 1) for line in lines] + [(line.upper(), weight) for line in lines[::every]]:
        for pair, n in Counter(pairwise(map(token, f"\n{text}\n"))).items():
            own[pair] = own.get(pair, 0) + n * worth
    return own


if __name__ == "__main__":
    TABLE.write_bytes(table(Path(sys.argv[1])).encode("utf-8"))
