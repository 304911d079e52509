"""Paragraphs that stand on several lines: broken by a narrow column, or by a dumper at their links and bold words.

Only the lengths of lines, how they begin and how they end is asked here; what a line says is asked of it as a
whole, later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby, pairwise, starmap

from newsnorm import tables
from newsnorm.patterns import pattern
from newsnorm.shape import FOLLOWING, ends_like_sentence, goes_on, is_divided, words

WIDTH = range(24, 101)  # code points of the longest line of a wrapped text, with its line end
FEWEST = 3  # lines that go on in the next one, to show that a text is wrapped
SHARE = 0.6  # of all line ends inside paragraphs that the column explains
PIECES = 3  # lines of a paragraph that is broken before a link and behind it
LINK = 10  # words that the text of a link has at most
HEADING = 12  # words that a heading has at most
TOLD = 8  # words of a broken paragraph
SOME = 4  # words of a line that breaks off
LONG = 100  # code points that no heading has
SHORT = 4  # code points of a word that ends no heading: `the`, `von`, `à`
INSIDE = frozenset("(–—&")  # a line that begins so may stand inside a sentence, as one with a small letter
CUES = "by|von|par|por|di|door|av|af"  # of bylines: a name behind them opens no part of a sentence
BYLINE = pattern(rf"(?:{CUES})\s[^\W\d_a-z]")
LONE_CUES = frozenset(CUES.split("|"))
OWNED = ("’s", "'s")
OPENERS = frozenset("(,“‘«„\"'—、，のがを")  # a line that ends so goes on


def unbroken(text: str) -> list[str]:
    r"""The lines of ``text`` with their ends, a broken paragraph as one line; joined they are the text.

    Lines end as `str.splitlines` says. A text is hard-wrapped when its longest line fits a narrow column
    and most of its lines end where the first word of the next line would not have fitted; an indented
    line opens a paragraph. A text is broken at its links (`get_text("\n")` of BeautifulSoup does so) when
    a line begins with the full stop or comma of the line above.

    >>> text = "The storm that had been on its way to\nthe coast for days came on Monday night,\nand nine people were"
    >>> text += " hurt when it did\nwhat nobody had expected.\n\nIt rained.\n"
    >>> [line.count("\n") for line in unbroken(text)]
    [4, 1, 1]
    >>> unbroken("Nine people were hurt on Monday,\nReuters\n, which was there, reported.\nIt rained.\n")[1:]
    ['It rained.\n']
    """
    rows = text.splitlines(keepends=True)
    joints = _wrapped(rows) or _inline([row.strip() for row in rows])
    return _joined(rows, joints) if joints else rows


def _wrapped(rows: list[str]) -> list[int]:
    """The lines that a narrow column broke off the line above; none where the text is not hard-wrapped."""
    width = max(map(len, rows), default=0)
    if width not in WIDTH:
        return []
    solid = [not row.isspace() for row in rows]
    joints = [i for i in range(1, len(rows)) if solid[i] and solid[i - 1]]
    full = {i for i in joints if _is_full(rows[i - 1], rows[i], width)}
    broken = sum([not ends_like_sentence(rows[i - 1]) for i in full])
    if broken < max(FEWEST, SHARE * len(joints)):
        return []
    return [i for i in joints if i in full or (rows[i][0].islower() and not ends_like_sentence(rows[i - 1]))]


def _is_full(row: str, below: str, width: int) -> bool:
    """Whether ``row`` ends because the first word ``below`` would not have fitted the column."""
    if row[-2:-1] == "-" and is_divided(row.rstrip(), below):
        return True
    end = below.find(" ", 1)
    if len(row) + (end if end > 0 else len(below)) < width:
        return False
    return not below[:2].isspace()


def _inline(lines: list[str]) -> list[int]:
    """The lines that go on with the line above, in paragraphs that are broken at what stands inside them."""
    signs = [line[:1] for line in lines]
    closing = {i for i, sign in enumerate(signs) if sign in FOLLOWING and i and goes_on(lines[i]) and _closes(lines, i)}
    small = [i for i, sign in enumerate(signs) if (sign.islower() or sign in INSIDE) and i]
    if not closing and not (small and _may_be_open(lines, small)):
        return []
    joints = closing.union(i for i in small if _is_unfinished(lines[i - 1]) and not BYLINE.match(lines[i]))
    if not joints:
        return []
    joints |= {i - 1 for i in joints if i - 1 not in joints and i > 1 and _is_link(lines, i - 1, joints)}
    joints |= {i for i in range(1, len(lines)) if _is_announced(lines[i - 1], lines[i])}
    broken = [place for place in _paragraphs(joints) if _is_told(lines[place.start : place.stop])]
    closed = [place for place in broken if not closing.isdisjoint(place)]
    if not closed or (len(broken) == 1 and len(broken[0]) < PIECES):
        broken = [place for place in broken if _is_open(lines[place.start : place.stop])]
    return [i for place in broken for i in place[1:]]


def _closes(lines: list[str], i: int) -> bool:
    """What stands above has not ended, or ends in `Co.` and goes on behind a comma; it is no name below a lone `By`."""
    if i > 1 and lines[i - 2].lower() in LONE_CUES:
        return False
    return _is_unfinished(lines[i - 1]) or (lines[i][0] in ",;" and lines[i - 1] != "")


def _is_unfinished(line: str) -> bool:
    """It ends in no sentence, and has words or opens some."""
    return not ends_like_sentence(line) and (any(map(str.isalnum, line)) or line[-1:] in OPENERS)


def _is_link(lines: list[str], i: int, joints: Collection[int]) -> bool:
    """A few words in a paragraph: what stands above goes on, and is no heading."""
    above = lines[i - 1]
    if not _is_unfinished(above) or not lines[i] or words(lines[i]) > LINK:
        return False
    last = above.rpartition(" ")[2]
    if above[-1] in OPENERS or above.endswith(OWNED) or _awaits_noun(above):
        return True
    if last.islower() and len(last) <= SHORT and not above[0].isdigit():  # no `2 hours ago`
        return True
    return i - 1 in joints or words(above) >= HEADING


def _is_announced(above: str, line: str) -> bool:
    """A few words behind some that end in an article or the like: a noun has to follow."""
    return line != "" and _awaits_noun(above) and words(above) >= SOME and words(line) <= LINK


def _awaits_noun(line: str) -> bool:
    return line.rpartition(" ")[2].lower() in tables.words("open_words.txt")


def _paragraphs(joints: Collection[int]) -> Iterator[range]:
    """The lines of every paragraph whose lines but the first are joints."""
    for _, run in groupby(enumerate(sorted(joints)), lambda pair: pair[1] - pair[0]):
        lines = [line for _, line in run]
        yield range(lines[0] - 1, lines[-1] + 1)


def _is_told(lines: list[str]) -> bool:
    """Running text: some words, and the end of a sentence or a line that no heading has."""
    return sum(map(words, lines)) >= TOLD and (ends_like_sentence(lines[-1]) or max(map(len, lines)) >= LONG)


def _may_be_open(lines: list[str], small: list[int]) -> bool:
    return max(map(len, lines)) >= LONG and any(_breaks_off(lines[i - 1], lines[i]) for i in small if lines[i - 1])


def _is_open(lines: list[str]) -> bool:
    """A sentence that a line breaks off in the middle, as no verse and no heading does: it shows that by itself."""
    if max(map(len, lines)) < LONG or not ends_like_sentence(lines[-1]):
        return False
    return any(starmap(_breaks_off, pairwise(lines)))


def _breaks_off(line: str, below: str) -> bool:
    """Some words, the last one small, and below another small one: neither a name (`eWeek`) nor behind a colon."""
    ends = line.rpartition(" ")[2].islower() and line[-1] != ":"
    return ends and below.partition(" ")[0].islower() and words(line) >= SOME


def _joined(rows: list[str], joints: list[int]) -> list[str]:
    """The rows with those at ``joints`` as one with the row before them."""
    apart = sorted({*range(len(rows) + 1)}.difference(joints))
    return ["".join(rows[first:end]) for first, end in pairwise(apart)]
