"""Features of the lines of a page: per feature one list with a number a line, made in one pass.

What a feature is worth is learnt and stands in ``data/chrome_model.tsv``; its name here is its name
there. `frame.py` says where the densest block and the headline stand. What stands around a line is
measured for the whole page at once; what a line shows by itself, only for the lines asked.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from math import log1p
from operator import itemgetter

from newsnorm.page.families import BIT, CHROME, LONGEST, families_of
from newsnorm.page.frame import Frame
from newsnorm.page.lines import Lines
from newsnorm.page.tokens import tokens
from newsnorm.shape import LAST, ends_like_sentence

Column = list[float]
Columns = dict[str, Column]

CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MANY = 5  # commas
SHORT, TITLE = 6, 8  # words
NEAR, FAR = 2, 12  # lines
WINDOW = 8  # lines
REACH = 40  # lines from the densest block that count
END_WORDS = 12
OPENED = 60  # words of running text above a line that can mark the end
MOST_HEADS = 3
SOON, LATER = 6, 25  # lines below a mark of the end
ENDS = BIT["related"] | BIT["comment"] | BIT["promo"] | BIT["ending"]
HEADS = BIT["byline"] | BIT["date"]


def around(lines: Lines, frame: Frame) -> Columns:
    """What stands around each line of the page."""
    return {**_neighbours(lines), **_block(lines, frame), **_so_far(lines, frame)}


def measured(lines: Lines, context: Columns, asked: list[int]) -> Columns:
    """The features of the lines ``asked`` that are more than the families that they name, with their ``context``."""
    if len(asked) == 1:
        return {**_own(lines, asked), **{name: [column[asked[0]]] for name, column in context.items()}}
    pick = itemgetter(*asked)
    return {**_own(lines, asked), **{name: list(pick(column)) for name, column in context.items()}}


def families(lines: Lines, asked: list[int]) -> list[int]:
    """The families that the lines ``asked`` name."""
    found = [lines.families[i] for i in asked]
    for at, i in enumerate(asked):
        if lines.running[i] and lines.widths[i] <= LONGEST:
            found[at] = families_of(tokens(lines.texts[i]))
    return found


def columns(lines: Lines, frame: Frame, asked: list[int]) -> Columns:
    """All features of the lines ``asked``."""
    return {**measured(lines, around(lines, frame), asked), **named(families(lines, asked))}


def named(bits: list[int]) -> Columns:
    """Which families a line names, as a feature a family."""
    columns = {f"names {name}": [float(found & bit > 0) for found in bits] for name, bit in BIT.items()}
    return {**columns, "names chrome": [float(found & CHROME > 0) for found in bits]}


def _own(lines: Lines, asked: list[int]) -> Columns:
    """What a line shows by itself."""
    texts, widths = [lines.texts[i] for i in asked], [lines.widths[i] for i in asked]
    return {
        "words, log": [log1p(width) for width in widths],
        "ends like a sentence": [
            1.0 if text[-1] in LAST and text[-3:] != "..." and text[-1] != "…" and ends_like_sentence(text) else 0.0
            for text in texts
        ],
        "begins in lower case": [1.0 if text[0].islower() else 0.0 for text in texts],
        "capitals": [_capitals(text, width) for text, width in zip(texts, widths, strict=True)],
        "address": [1.0 if "@" in text or "www." in text or "http" in text else 0.0 for text in texts],
        "commas": [min(MANY, count) for count in map(_commas, texts)],
    }


def _capitals(text: str, width: int) -> float:
    """Capitals a word, at most one; of Latin letters without an accent, which is what is fast to count."""
    plain = text.encode("ascii", "ignore")
    return min((len(plain) - len(plain.translate(None, CAPITALS))) / width, 1.0)


def _commas(text: str) -> int:
    return text.count(",") or (0 if text.isascii() else text.count("，") + text.count("、"))


def _neighbours(lines: Lines) -> Columns:
    """How much running text and chrome stands around a line, and whether the line stands there twice."""
    widths, times = lines.widths, Counter(lines.texts)
    up, down = _since(lines.running), _since(lines.running[::-1])[::-1]
    chrome = [
        1 if notice or (bits and bits & CHROME) else 0
        for bits, notice in zip(lines.families, lines.notices, strict=True)
    ]
    titles = [
        1 if width >= TITLE and not text and not out else 0
        for width, text, out in zip(widths, lines.running, lines.named, strict=True)
    ]
    return {
        "stands twice": [1.0 if times[text] > 1 else 0.0 for text in lines.texts],
        "lines since text": up,
        "lines to text": down,
        "right below text": [1.0 if not since else 0.0 for since in up],
        "short, near text": [
            1.0 if since <= NEAR and to <= NEAR and width <= SHORT else 0.0
            for since, to, width in zip(up, down, widths, strict=True)
        ],
        "chrome around": _share_around(chrome),
        "titles around": _share_around(titles),
    }


def _since(running: list[bool]) -> Column:
    """Lines to the next running text above, at most `FAR`."""
    distances, distance = [], float(FAR)
    for is_running in running:
        distances.append(distance)
        distance = 0.0 if is_running else distance + 1 if distance < FAR else distance
    return distances


def _share_around(values: list[int]) -> Column:
    """The share of the lines up to `WINDOW` above and below a line, the line itself left away, that have a value."""
    sums = list(accumulate(values, initial=0))
    padded = [0] * WINDOW + sums + sums[-1:] * WINDOW
    windows = zip(values, padded, padded[2 * WINDOW + 1 :], strict=False)
    return [(after - before - value) / (2 * WINDOW) for value, before, after in windows]


def _block(lines: Lines, frame: Frame) -> Columns:
    """How a line stands to the densest block and to the headline."""
    n, start, end, size, headline = len(lines), *frame
    none = [0.0] * n
    head = max(0, headline)
    return {
        "in the densest block": none[:start] + [1.0] * (end - start) + none[end:],
        "lines above the block": _ramp(start)[::-1] + none[start:],
        "lines below the block": none[:end] + _ramp(n - end),
        "size of the block": [log1p(size)] * n,
        "share of the block": [size / (sum(lines.widths) or 1)] * n,
        "place in the page": [i / n for i in range(1, n + 1)],
        "above the headline": [1.0] * head + none[head:],
        "below the headline": none[: headline + 1] + [1.0] * (n - headline - 1) if headline >= 0 else none,
        "tells of the site": [1.0 if notice else 0.0 for notice in lines.notices],
    }


def _ramp(size: int) -> Column:
    """The distances 1 to ``size``, as far as they count."""
    return [i / REACH for i in range(1, min(size, REACH) + 1)] + [1.0] * (size - REACH)


def _so_far(lines: Lines, frame: Frame) -> Columns:
    """What stood above a line: marks of an end, headers of another story, stretches without running text."""
    ended: list[int] = []
    heads: Column = []
    gaps: Column = []
    words, end, bylines, gap, widest, far = 0, -LATER - 1, 0, 0, 0, 0.0
    for i, (width, running, bits) in enumerate(zip(lines.widths, lines.running, lines.families, strict=True)):
        if running:
            gap, words = 0, words + width
        elif words > OPENED:
            gap += 1
            if gap > widest:
                widest, far = gap, log1p(gap)
            if bits and width <= END_WORDS:
                end = i if bits & ENDS else end
                bylines += bylines < MOST_HEADS and bits & HEADS > 0
        ended.append(i - end)
        heads.append(bylines)
        gaps.append(far)
    recent = [1.0 if since <= SOON else 0.5 if since <= LATER else 0.0 for since in ended]
    return {
        "after an end mark": recent[: frame.start] + [0.0] * (frame.end - frame.start) + recent[frame.end :],
        "widest gap so far": gaps,
        "bylines since the lead": heads,
    }
