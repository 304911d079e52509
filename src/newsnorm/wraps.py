"""Hard-wrapped paragraphs: the lines of a text, and those that a narrow column broke as the paragraphs that they were.

Only the lengths of lines and how they end is asked here; what a line says is asked of it as a whole, later.
"""

from __future__ import annotations

from itertools import pairwise

from newsnorm.shape import ends_like_sentence

WIDTH = range(40, 101)  # code points of the longest line of a wrapped text, with its line end
FEWEST = 3  # lines that go on in the next one, to show that a text is wrapped
SHARE = 0.6  # of all line ends inside paragraphs that the column explains


def unbroken(text: str) -> list[str]:
    r"""The lines of ``text`` with their ends, a hard-wrapped paragraph as one line; joined they are the text.

    Lines end as `str.splitlines` says. A text is hard-wrapped when its longest line fits a narrow column
    and most of its lines end where the first word of the next line would not have fitted. An indented
    line opens a paragraph.

    >>> text = "The storm that had been on its way to\nthe coast for days came on Monday night,\nand nine people were"
    >>> text += " hurt when it did\nwhat nobody had expected.\n\nIt rained.\n"
    >>> [line.count("\n") for line in unbroken(text)]
    [4, 1, 1]
    """
    rows = text.splitlines(keepends=True)
    width = max(map(len, rows), default=0)
    if width not in WIDTH:
        return rows
    solid = [not row.isspace() for row in rows]
    joints = [i for i in range(1, len(rows)) if solid[i] and solid[i - 1]]
    full = [i for i in joints if _is_full(rows[i - 1], rows[i], width)]
    broken = sum([not ends_like_sentence(rows[i - 1]) for i in full])
    return rows if broken < max(FEWEST, SHARE * len(joints)) else _joined(rows, full)


def _is_full(row: str, below: str, width: int) -> bool:
    """Whether ``row`` ends because the first word ``below`` would not have fitted the column."""
    end = below.find(" ", 1)
    if len(row) + (end if end > 0 else len(below)) < width:
        return False
    return not below[:2].isspace()


def _joined(rows: list[str], joints: list[int]) -> list[str]:
    """The rows with those at ``joints`` as one with the row before them."""
    apart = sorted({*range(len(rows) + 1)}.difference(joints))
    return ["".join(rows[first:end]) for first, end in pairwise(apart)]
