"""Features of the lines of a page: per feature one list with a number a line, made in one pass.

What a feature is worth is learnt and stands in ``data/chrome_model.tsv``; its name here is its name
there. `frame.py` says where the densest block and the headline stand. What depends on the lines above
is summed up for the whole page once; all else is asked of the lines that the model judges, only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

import attrs

from newsnorm.page.families import BIT, CHROME, LONGEST, families_in
from newsnorm.page.frame import Frame, unclear
from newsnorm.page.lines import Lines
from newsnorm.shape import LAST, ends_like_sentence

Column = list[float]
Columns = dict[str, Sequence[float]]

NO_CAPITALS = bytes(sign for sign in range(256) if not 65 <= sign <= 90)
MIDDLE = frozenset(".,;:)]")  # what a line begins with that goes on in a sentence
NOTHING = "-"  # stands below the last line
MANY = 5  # commas
SHORT, TITLE = 6, 8  # words
NEAR = 2  # lines
WINDOW = 8  # lines
REACH = 40  # lines from the densest block that count
END_WORDS = 12
OPENED = 60  # words of running text above a line that can mark the end
MOST_HEADS = 3
SOON, LATER = 6, 25  # lines below a mark of the end
ENDS = BIT["related"] | BIT["comment"] | BIT["promo"] | BIT["ending"]
HEADS = BIT["byline"] | BIT["date"]


@attrs.frozen
class Context:
    """The lines of a page that are judged, and what their features ask of the other lines."""

    lines: Lines
    frame: Frame
    others: list[int]  # the lines that are judged and no running text
    running: list[int]  # those that are
    families: list[int]  # that each line names
    below: list[str]  # what stands below each line
    times: Counter[str]  # how often a line stands in the page
    chrome: list[int]  # sums of the lines of chrome up to a line, padded for windows
    titles: list[int]  # of the lines as long as a title
    ended: Column  # how near a mark of the end stands above
    gaps: Column  # the widest stretch without running text so far, as a logarithm
    heads: list[int]  # bylines and dates below the lead


def context_of(lines: Lines, frame: Frame) -> Context:
    """Sum up a page."""
    others, running = unclear(lines, frame)
    families = list(lines.families)
    _name(families, lines, others)
    titles = [
        width >= TITLE and not (runs or out)
        for width, runs, out in zip(lines.widths, lines.running, lines.named, strict=True)
    ]
    chrome = [notice or bits & CHROME > 0 for bits, notice in zip(families, lines.notices, strict=True)]
    ended, gaps, heads = _so_far(lines, families)
    _name(families, lines, [i for i in running if lines.widths[i] <= LONGEST])
    below, times = [*lines.texts[1:], NOTHING], Counter(lines.texts)
    return Context(
        lines, frame, others, running, families, below, times, _sums(chrome), _sums(titles), ended, gaps, heads
    )


def _name(families: list[int], lines: Lines, asked: list[int]) -> None:
    """Put in the families that the words of the lines ``asked`` speak for."""
    for i, found in zip(asked, families_in([lines.texts[i] for i in asked]), strict=True):
        families[i] = found


def columns(context: Context, asked: list[int]) -> Columns:
    """All features of the lines ``asked``, which stand in their order."""
    return {**measured(context, asked), **named([context.families[i] for i in asked])}


def named(bits: list[int]) -> Columns:
    """Which families a line names, as a feature a family."""
    columns = {f"names {name}": [float(found & bit > 0) for found in bits] for name, bit in BIT.items()}
    return {**columns, "names chrome": [float(found & CHROME > 0) for found in bits]}


def measured(context: Context, asked: list[int]) -> Columns:
    """The features that are more than the families that a line names."""
    texts = [context.lines.texts[i] for i in asked]
    widths = [context.lines.widths[i] for i in asked]
    return {
        **_own(texts, widths),
        **_around(context, asked, widths),
        **_place(context, asked),
        "goes on below": [_goes_on(context.below[i]) for i in asked],
        "stands twice": [context.times[text] > 1 for text in texts],
        "tells of the site": [context.lines.notices[i] for i in asked],
    }


def _own(texts: list[str], widths: list[int]) -> Columns:
    """What a line shows by itself."""
    return {
        "words, log": [log1p(width) for width in widths],
        "ends like a sentence": [text[-1] in LAST and _ends(text) for text in texts],
        "begins inside a sentence": [_goes_on(text) for text in texts],
        "capitals": [min(_capitals(text) / width, 1.0) for text, width in zip(texts, widths, strict=True)],
        "address": ["@" in text or "www." in text or "http" in text for text in texts],
        "commas": [min(MANY, text.count(",") or _wide_commas(text)) for text in texts],
    }


def _goes_on(text: str) -> bool:
    """Whether a line begins in the middle of a sentence."""
    return text[0].islower() or text[0] in MIDDLE


def _ends(text: str) -> bool:
    return text[-3:] != "..." and text[-1] != "…" and ends_like_sentence(text)


def _capitals(text: str) -> int:
    """How many capitals a line has; of Latin letters without an accent, which is what is fast to count."""
    return len(text.encode("utf-8", "surrogatepass").translate(None, NO_CAPITALS))


def _wide_commas(text: str) -> int:
    return 0 if text.isascii() else text.count("，") + text.count("、")


def _around(context: Context, asked: list[int], widths: list[int]) -> Columns:
    """How much running text and chrome stands around a line and above it."""
    up, down = [context.lines.above[i] for i in asked], [context.lines.below[i] for i in asked]
    return {
        "lines since text": up,
        "lines to text": down,
        "right below text": [not since for since in up],
        "short, near text": [
            since <= NEAR and to <= NEAR and width <= SHORT for since, to, width in zip(up, down, widths, strict=True)
        ],
        "chrome around": _shares(context.chrome, asked),
        "titles around": _shares(context.titles, asked),
        "widest gap so far": [context.gaps[i] for i in asked],
        "bylines since the lead": [context.heads[i] for i in asked],
    }


def _sums(values: list[bool]) -> list[int]:
    sums = list(accumulate(values, initial=0))
    return [0] * WINDOW + sums + sums[-1:] * WINDOW


def _shares(sums: list[int], asked: list[int]) -> Column:
    """The share of the lines up to `WINDOW` above and below a line, the line itself left away, that were summed up."""
    here, end = WINDOW, 2 * WINDOW + 1
    return [(sums[i + end] - sums[i + here + 1] + sums[i + here] - sums[i]) / (2 * WINDOW) for i in asked]


def _place(context: Context, asked: list[int]) -> Columns:
    """How a line stands to the densest block and to the headline."""
    lines, frame, n = context.lines, context.frame, len(asked)
    start, end, title = (bisect_left(asked, line) for line in (frame.start, frame.end, frame.headline))
    recent = [context.ended[i] for i in asked]
    share = frame.size / (sum(lines.widths) or 1)
    return {
        "in the densest block": [0.0] * start + [1.0] * (end - start) + [0.0] * (n - end),
        "lines above the block": [min(1.0, (frame.start - i) / REACH) for i in asked[:start]] + [0.0] * (n - start),
        "lines below the block": [0.0] * end + [min(1.0, (i + 1 - frame.end) / REACH) for i in asked[end:]],
        "size of the block": [log1p(frame.size)] * n,
        "share of the block": [share] * n,
        "place in the page": [(i + 1) / len(lines) for i in asked],
        "above the headline": [1.0] * title + [0.0] * (n - title),
        "below the headline": [float(i > frame.headline >= 0) for i in asked],
        "after an end mark": recent[:start] + [0.0] * (end - start) + recent[end:],
    }


def _so_far(lines: Lines, families: list[int]) -> tuple[Column, Column, list[int]]:
    """Of each line: how near a mark of an end stands above, the widest stretch without running text, headers since."""
    ended: Column = []
    gaps: Column = []
    heads: list[int] = []
    words, end, bylines, gap, widest, far = 0, -LATER - 1, 0, 0, 0, 0.0
    for i, (width, running, bits) in enumerate(zip(lines.widths, lines.running, families, strict=True)):
        if running:
            gap, words = 0, words + width
        elif words > OPENED:
            gap += 1
            if gap > widest:
                widest, far = gap, log1p(gap)
            if bits and width <= END_WORDS:
                end = i if bits & ENDS else end
                bylines += bylines < MOST_HEADS and bits & HEADS > 0
        ended.append(1.0 if i - end <= SOON else 0.5 if i - end <= LATER else 0.0)
        heads.append(bylines)
        gaps.append(far)
    return ended, gaps, heads
