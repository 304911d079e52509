"""What is asked of every line of a page, before any line is judged.

Lines are the blocks that are not blank. A measure is a list with a number a line, so that a feature is
one pass over a list. What only the model asks of the lines that are not decided before is in `features.py`.
"""

from __future__ import annotations

import attrs

from newsnorm.label import PROSE
from newsnorm.model import Block, Kind
from newsnorm.page.evidence import FURNITURE
from newsnorm.page.families import family_of, notice_words
from newsnorm.patterns import pattern
from newsnorm.shape import LAST

BULLET = pattern(r"(?:[•·▪●○■◦‣*+–—-]|[0-9]{1,2}[.)]|#{1,6})\s+")
MARKS = frozenset("•·▪●○■◦‣*+–—-#0123456789|")  # what a bullet or a table cell begins with
DIGITS = frozenset("0123456789")
NUMBER_ENDS = frozenset(".)")
BLANK = Kind.BLANK
CELL = " \t|"  # dumpers write a table cell as "| text |"
CUT = ("...", "…")  # a teaser breaks off
STOPS = (". ", "! ", "? ", "。", "！", "？", "। ", "۔ ")
SPACED = 12  # code points a blank, in scripts that write words apart
WORDS_A_SENTENCE = 70
MOST_WORDS, MOST_UNENDED = 150, 30  # words of a line that count, without a full stop fewer: lists are longer than news
BRACES = ("{", '":', "();", "</")
CODE = 4  # signs of code that make a line code
FAR = 12  # lines
WORDS_A_TELLING, WORDS_BEFORE_TELLING = 40, 15  # a notice has so few words for each word that tells


@attrs.frozen
class Lines:
    """The lines of a text and their measures, each a list of the same length."""

    at: list[int]  # the index of the block
    texts: list[str]  # without bullet and table pipes
    widths: list[int]  # words; two signs of a script without spaces are one
    running: list[bool]  # whether a line is running text
    notices: list[bool]  # running text that speaks of cookies, privacy or subscriptions
    sizes: list[int]  # words of running text that count for the body; 0 for other lines and for notices
    named: list[bool]  # whether it is no body: a rule says so, or it is code
    families: list[int]  # the bit of the family of chrome that a rule names
    above: list[int]  # lines to the next running text above, at most `FAR`
    below: list[int]  # the same below

    def __len__(self) -> int:
        return len(self.at)


def read(text: str, blocks: list[Block]) -> Lines:
    """Measure the lines of ``text``."""
    at = [i for i, block in enumerate(blocks) if block[2] is not BLANK]
    solid = [blocks[i] for i in at]
    texts = [
        _bare(line) if (line := text[start:end].strip())[0] in MARKS or line[-1] == "|" else line
        for start, end, _, _ in solid
    ]
    widths = [n if len(line) < SPACED * (n := line.count(" ") + 1) else max(n, _wide(line)) for line in texts]
    prose = [rule == PROSE for _, _, _, rule in solid]
    running = [p and _is_running(line, n) for p, line, n in zip(prose, texts, widths, strict=True)]
    notices = [runs and _is_notice(line, n) for runs, line, n in zip(running, texts, widths, strict=True)]
    return Lines(
        at=at,
        texts=texts,
        widths=widths,
        running=running,
        notices=notices,
        sizes=_sizes(texts, widths, running, notices),
        named=[
            kind in FURNITURE or (p and not runs and _is_code(line))
            for line, p, runs, (_, _, kind, _) in zip(texts, prose, running, solid, strict=True)
        ],
        families=[family_of(rule) for _, _, _, rule in solid],
        above=_since(running),
        below=_since(running[::-1])[::-1],
    )


def _wide(line: str) -> int:
    """The words of a script without spaces: two of its signs are one, and each adds two bytes to UTF-8."""
    return (len(line.encode("utf-8", "surrogatepass")) - len(line)) // 4


def _bare(line: str) -> str:
    """``line`` without table pipes and bullets."""
    if line[0] == "|" or line[-1] == "|":
        line = line.strip(CELL) or line
    if line[0] not in MARKS or (line[0] in DIGITS and NUMBER_ENDS.isdisjoint(line[1:3])):
        return line
    bullet = BULLET.match(line)
    return (line[bullet.end() :] if bullet else line) or line


def _is_running(line: str, width: int) -> bool:
    """Whether prose is running text: it does not break off, and it has sentences, as lists and code have not."""
    if line.endswith(CUT):
        return False
    return line[-1] in LAST or (width <= WORDS_A_SENTENCE * (1 + sum(map(line.count, STOPS))) and not _is_code(line))


def _is_code(line: str) -> bool:
    return sum(map(line.count, BRACES)) >= CODE


def _sizes(texts: list[str], widths: list[int], running: list[bool], notices: list[bool]) -> list[int]:
    """The words of running text, but no more than an article has in a line; 0 for all other lines."""
    measures = zip(texts, widths, running, notices, strict=True)
    return [
        min(width, MOST_WORDS if line[-1] in LAST else MOST_UNENDED) if runs and not notice else 0
        for line, width, runs, notice in measures
    ]


def _is_notice(line: str, width: int) -> bool:
    """Whether running text speaks about the site: what is told there comes in telling words only."""
    gate, telling = notice_words()
    if not any(map(line.__contains__, gate)):
        return False
    return width <= WORDS_A_TELLING * sum(map(line.casefold().count, telling)) - WORDS_BEFORE_TELLING


def _since(running: list[bool]) -> list[int]:
    """Lines to the next running text above, at most `FAR`."""
    distances, distance = [], FAR
    for is_running in running:
        distances.append(distance)
        distance = 0 if is_running else distance + 1 if distance < FAR else distance
    return distances
