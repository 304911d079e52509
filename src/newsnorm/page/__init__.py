"""The page around an article: is there one, and which of its lines are outside the body?

`evidence.py` asks the whole text, `lines.py`, `frame.py` and `features.py` measure its lines, `model.py`
weighs them, `decoder.py` finds where the body begins, breaks and ends, `reason.py` says why in words.
Only blocks as `label` made them are read here; `settle` decides what becomes of them.
"""

from __future__ import annotations

from itertools import chain
from math import ceil
from typing import NamedTuple

from newsnorm.edits import Span
from newsnorm.model import Block, Note
from newsnorm.page import decoder, lines
from newsnorm.page.evidence import cleanness, count
from newsnorm.page.frame import find_frame
from newsnorm.page.model import scores
from newsnorm.page.reason import reason

__all__ = ["Body", "find_body", "reason"]

CONTINUES, GOES_ON = "chrome.advert.continues", 1.0  # what says that the article goes on below, and what that is worth
CLEAN = 0.76  # from here on a text is clean, and no line is judged
HEADER = 45  # lines above the body in which the parts of a header stand
ABOVE = 2  # lines above the headline that belong to it
FURTHEST = 40  # lines above the body that a headline can stand
MOST = 3000  # blocks that are judged together: what is longer is many pages, and their measures take much memory


class Body(NamedTuple):
    """Where the body of a page is: a state (`decoder.STATES`) for each line that is not blank.

    ``opening`` is where the first line begins that can be a part of the header, ``begins`` where the body does;
    ``note`` tells what shows that there is a page.
    """

    states: dict[int, str]  # by the start of the block
    opening: int
    begins: int
    note: Note


def find_body(text: str, blocks: list[Block]) -> Body | None:
    """The body of the page in ``text``; None for a text without a page around it."""
    counts = count(blocks)
    clean = cleanness(counts)
    if clean >= CLEAN:
        return None
    size = ceil(len(blocks) / ceil(len(blocks) / MOST))
    pages = [_judged(text, blocks[at : at + size], clean) for at in range(0, len(blocks), size)]
    states = dict(chain.from_iterable(page[0].items() for page in pages))
    return Body(states, *pages[0][1:], Note("chrome.page", str(counts), Span(0, len(text))))


def _going_on(scores: list[float], read: lines.Lines, blocks: list[Block]) -> list[float]:
    """The scores, at least `GOES_ON` for running text right below a line that says that the article goes on."""
    below = False
    for line, i in enumerate(read.at):
        if below and read.running[line]:
            scores[line] = max(scores[line], GOES_ON)
        else:
            below = blocks[i].rule == CONTINUES
    return scores


def _judged(text: str, blocks: list[Block], clean: float) -> tuple[dict[int, str], int, int]:
    """The states of the lines of one page by their starts, where its header can begin, and where its body does."""
    read = lines.read(text, blocks)
    frame = find_frame(read)
    path = decoder.decode(_going_on(scores(read, frame, clean), read, blocks))
    starts = [blocks[i].start for i in read.at]
    first = path.index(decoder.KEPT) if decoder.KEPT in path else len(path) - 1
    opening = first - HEADER
    if 0 <= frame.headline <= first <= frame.headline + FURTHEST:
        opening = min(opening, frame.headline - ABOVE)
    states = [decoder.STATES[state] for state in path]
    return dict(zip(starts, states, strict=True)), starts[max(0, opening)], starts[first]
