"""What is asked of every line of a page once, before any line is judged.

Lines are the blocks that are not blank. A measure is a list with a number a line, so that a feature is
one pass over a list.
"""

from __future__ import annotations

from itertools import accumulate
from operator import eq

import attrs

from newsnorm.model import Block, Kind
from newsnorm.page.families import families_of
from newsnorm.patterns import pattern
from newsnorm.shape import CLOSERS, SENTENCE_ENDS, ends_like_sentence

WIDE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
WORD = pattern(f"[{WIDE}]|[^\\W_{WIDE}]+")
BULLET = pattern(r"(?:[•·▪●○■◦‣*+–—-]|[0-9]{1,2}[.)]|#{1,6})\s+")
FIRST_WIDE = "\u3040"
TYPOGRAPHIC = "’‘“”–—…\u00a0"
MARKS = "•·▪●○■◦‣*+–—-#0123456789"  # what a bullet begins with
APART = "".join(sign if sign.isalnum() else " " for sign in map(chr, range(128)))  # `WORD` for ASCII, by translation
APART_FOLDED = APART.lower()
LAST = "".join(SENTENCE_ENDS) + CLOSERS  # a line that ends in no sign of these ends in no sentence
BLANK = Kind.BLANK
OUTSIDE = (Kind.CHROME, Kind.SECTION)
CELL = " \t|"  # dumpers write a table cell as "| text |"
WIDE_WIDTH = 0.6  # words that a sign of a script without spaces counts for
FULL = 60  # words of a line that is prose for its length alone
SENTENCE = 7
LOWER = 0.45


@attrs.frozen
class Lines:
    """The lines of a text and their measures, each a list of the same length."""

    at: list[int]  # the index of the block
    texts: list[str]  # without bullet and table pipes
    words: list[list[str]]  # case folded
    widths: list[float]  # words, with signs of scripts without spaces at less
    ends: list[bool]
    lower: list[float]  # share of the words without a capital
    prose: list[float]  # 0 to 1: long, ends like a sentence, mostly in lower case
    named: list[bool]  # whether a rule says that it is no body
    families: list[int]  # a bit for each family of chrome that the line names

    def __len__(self) -> int:
        return len(self.at)


def read(text: str, blocks: list[Block]) -> Lines:
    """Measure the lines of ``text``; a block of a rule counts for the family of the rule."""
    at = [i for i, block in enumerate(blocks) if block[2] is not BLANK]
    texts = [_bare(text[blocks[i][0] : blocks[i][1]].strip()) for i in at]
    plain = [line if line.isascii() else _plain(line) for line in texts]
    found = [line.translate(APART).split() if line.isascii() else WORD.findall(line) for line in plain]
    folded = [_folded(line, words) for line, words in zip(plain, found, strict=True)]
    widths = [len(words) if line.isascii() else _width(words) for line, words in zip(plain, found, strict=True)]
    ends = [line[-1] in LAST and ends_like_sentence(line) and not line.endswith(("...", "…")) for line in texts]
    lower = [sum(map(eq, *pair)) / (len(pair[0]) or 1) for pair in zip(found, folded, strict=True)]
    return Lines(
        at=at,
        texts=texts,
        words=folded,
        widths=widths,
        ends=ends,
        lower=lower,
        prose=[prose(*measures) for measures in zip(widths, ends, lower, strict=True)],
        named=[blocks[i][2] in OUTSIDE for i in at],
        families=[families_of(blocks[i][3], words) for i, words in zip(at, folded, strict=True)],
    )


def _bare(line: str) -> str:
    """``line`` without table pipes and bullets."""
    if line[0] == "|" or line[-1] == "|":
        line = line.strip(CELL) or line
    if line[0] in MARKS and (bullet := BULLET.match(line)):
        return line[bullet.end() :] or line
    return line


def _plain(line: str) -> str:
    """``line`` without the signs for which most lines of English are not ASCII."""
    for sign in TYPOGRAPHIC:
        line = line.replace(sign, " ")
    return line


def _folded(line: str, words: list[str]) -> list[str]:
    if line.isascii():
        return line.translate(APART_FOLDED).split()
    return " ".join(words).casefold().split(" ") if words else words


def _width(words: list[str]) -> float:
    if not words or max(words) < FIRST_WIDE:
        return len(words)
    return len(words) - (1 - WIDE_WIDTH) * sum(len(word) == 1 and word >= FIRST_WIDE for word in words)


def prose(width: float, ends: bool, lower: float) -> float:  # noqa: FBT001 (three measures of one line)
    """How much a line looks like running text, 0 to 1."""
    value = 0.6 * min(width, FULL) / FULL + (0.4 if ends and width >= SENTENCE else 0.0)
    return value if lower >= LOWER else value / 2


def sums(values: list[float]) -> list[float]:
    """Sums of the values before each place, so that a window is a difference of two.

    >>> sums([1.0, 2.0, 4.0])
    [0.0, 1.0, 3.0, 7.0]
    """
    return list(accumulate(values, initial=0.0))
