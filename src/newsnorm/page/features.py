"""Features of the lines of a page: per feature one list with a number a line, made in one pass.

What a feature is worth is learnt and stands in ``data/chrome_model.tsv``; its name here is its name
there. `frame.py` says where the densest block and the headline stand.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import log1p

from newsnorm.page.families import BIT, CHROME
from newsnorm.page.frame import Frame
from newsnorm.page.lines import Lines, sums
from newsnorm.patterns import pattern

Column = list[float]
Columns = dict[str, Column]

SEPARATORS = pattern(r"[|›»/·•→]")
QUOTES = pattern('[“”„«"「]')
SHORT, LONG = 6, 20  # words
PROSE = 0.4
SMALL = 40  # lines of a small page
FAR = 12  # lines
REACH = 40  # lines from the densest block that count
BELOW_HEADLINE = 8  # lines
END_WORDS = 12
OPENED = 60  # words of prose above a line that can mark the end
ENDS = BIT["related"] | BIT["comment"] | BIT["promo"] | BIT["ending"]
HEADS = BIT["byline"] | BIT["date"]
ANY_LENGTH = ("account", "appeal", "furniture", "legal", "promo", "related", "credit", "ending")
SHORT_ONLY = ("media", "social", "byline", "date", "credit")
LONG_ONLY = ("legal", "related")
SHORT_LINE, LONG_LINE = 1 << len(BIT), 2 << len(BIT)  # how long a line is, as bits beside its families


def columns(lines: Lines, frame: Frame) -> Columns:
    """All features of all lines."""
    return {**measured(lines, frame), **named(marks(lines))}


def measured(lines: Lines, frame: Frame) -> Columns:
    """The features that are more than the families that a line names."""
    return {
        **_own(lines),
        **_neighbours(lines),
        **_block(lines, frame),
        **_words(lines, frame),
        **_headline(lines, frame),
        **_so_far(lines, frame),
    }


def marks(lines: Lines) -> list[int]:
    """The families that a line names, with a bit for its length; 0 for a line that names none."""
    return [
        bits and bits | (SHORT_LINE if width <= SHORT else LONG_LINE if width > LONG else 0)
        for bits, width in zip(lines.families, lines.widths, strict=True)
    ]


def named(marked: list[int]) -> Columns:
    """Which families a line names; a function of the `marks` of the line and nothing else."""
    return {
        **{f"names {name}": _with(marked, BIT[name]) for name in ANY_LENGTH},
        **{f"names {name}, short": _with(marked, BIT[name] | SHORT_LINE) for name in SHORT_ONLY},
        **{f"names {name}, long": _with(marked, BIT[name] | LONG_LINE) for name in LONG_ONLY},
    }


def _with(marked: list[int], bits: int) -> Column:
    return [float(mark & bits == bits) for mark in marked]


def _own(lines: Lines) -> Columns:
    """What a line shows by itself."""
    texts, widths = lines.texts, lines.widths
    ends = [float(end) for end in lines.ends]
    return {
        "characters, log": [log1p(len(text)) / 6 for text in texts],
        "words, log": [log1p(width) / 4 for width in widths],
        "very long": [float(width > 120) for width in widths],
        "ends like a sentence": ends,
        "long sentence": [min(width, 30) / 30 if end else 0.0 for end, width in zip(ends, widths, strict=True)],
        "ends with a colon": [float(text[-1] in ":：") for text in texts],
        "commas": [min(text.count(","), 5) / 5 if text.isascii() else _commas(text) for text in texts],
        "quotes": [float('"' in text if text.isascii() else QUOTES.search(text) is not None) for text in texts],
        "lower case": lines.lower,
        "lower case, long": [low * min(width, 20) / 20 for low, width in zip(lines.lower, widths, strict=True)],
        "separators": [
            _separators(text) / 4 if len(text) < 200 and ("|" in text or "/" in text or not text.isascii()) else 0.0
            for text in texts
        ],
        "address": [float("@" in text or "www." in text or "http" in text) for text in texts],
        "stands twice": _twice(texts),
        "prose": lines.prose,
    }


def _commas(text: str) -> float:
    return min(text.count(",") + text.count("，") + text.count("、"), 5) / 5


def _separators(text: str) -> int:
    if text.isascii():
        return min(text.count("|") + text.count("/"), 4)
    return min(len(SEPARATORS.findall(text)), 4)


def _twice(texts: list[str]) -> Column:
    """Whether a line stands in the text twice."""
    if len(set(texts)) == len(texts):
        return [0.0] * len(texts)
    count = Counter(texts)
    return [float(count[text] > 1) for text in texts]


def _neighbours(lines: Lines) -> Columns:
    """How much prose and chrome stands around a line."""
    prose = lines.prose
    chrome = [1.0 if families & CHROME else 0.0 for families in lines.families]
    up, down = _since(prose), _since(prose[::-1])[::-1]
    near = [
        float(width <= SHORT and above <= 2 and below <= 2)
        for width, above, below in zip(lines.widths, up, down, strict=True)
    ]
    return {
        "prose above": [0.0, *prose[:-1]],
        "prose below": [*prose[1:], 0.0],
        "lines since prose": [value / FAR for value in up],
        "lines to prose": [value / FAR for value in down],
        "short, near prose": near,
        "names chrome": chrome,
        "chrome within 2 lines": _around(chrome, 2),
        "chrome within 8 lines": _around(chrome, 8),
    }


def _around(values: Column, reach: int) -> Column:
    """The mean of the values up to ``reach`` lines above and below, the line itself left away."""
    total = sums(values)
    padded = [0.0] * reach + total + total[-1:] * reach
    windows = zip(values, padded, padded[2 * reach + 1 :], strict=False)
    return [(after - before - value) / (2 * reach) for value, before, after in windows]


def _since(prose: Column) -> list[int]:
    """Lines to the next prose above, at most `FAR`."""
    distances, distance = [], FAR - 1
    for value in prose:
        distance = distance + 1 if distance < FAR else FAR
        distances.append(distance)
        if value > PROSE:
            distance = 0
    return distances


def _block(lines: Lines, frame: Frame) -> Columns:
    """How a line stands to the densest block."""
    n, start, end = len(lines), frame.start, frame.end
    none = [0.0] * n
    return {
        "in the densest block": none[:start] + [1.0] * (end - start) + none[end:],
        "lines above the block": [min(1.0, i / REACH) for i in range(start, 0, -1)] + none[start:],
        "lines below the block": none[:end] + [min(1.0, i / REACH) for i in range(1, n - end + 1)],
        "prose in the block": none[:start] + lines.prose[start:end] + none[end:],
        "size of the block": [log1p(frame.size) / 8] * n,
        "share of the block": [frame.size / (sum(lines.widths) or 1.0)] * n,
        "small page, prose": lines.prose if n < SMALL else none,
        "place in the page": [i / n for i in range(1, n + 1)],
    }


def _words(lines: Lines, frame: Frame) -> Columns:
    """The share of a line's rare words that stand in other lines of the densest block, and in the title."""
    start, end = frame.start, frame.end
    rare = [{word for word in words if len(word) > 3 or word >= "\u3040"} for words in lines.words]
    core = Counter(chain.from_iterable(rare[start:end]))
    twice = {word for word, count in core.items() if count > 1}
    title = rare[0] | rare[frame.headline] if frame.headline >= 0 else rare[0]
    known = [*(core.keys(),) * start, *(twice,) * (end - start), *(core.keys(),) * (len(rare) - end)]
    shared = [
        prose * min(1.0, 2 * len(title & words) / max(3.0, min(width, 25))) if prose else 0.0
        for words, width, prose in zip(rare, lines.widths, lines.prose, strict=True)
    ]
    return {
        "words of the block": [len(words & of) / (len(words) or 1) for words, of in zip(rare, known, strict=True)],
        "words of the title, prose": shared,
    }


def _headline(lines: Lines, frame: Frame) -> Columns:
    """How a line stands to the headline."""
    none, first = [0.0] * len(lines), frame.headline + 1
    if not first:
        return dict.fromkeys(("above the headline", "below the headline", "near the headline, prose"), none)
    near = lines.prose[first : first + BELOW_HEADLINE]
    return {
        "above the headline": [1.0] * (first - 1) + none[first - 1 :],
        "below the headline": none[:first] + [1.0] * (len(none) - first),
        "near the headline, prose": none[:first] + near + none[first + len(near) :],
    }


def _so_far(lines: Lines, frame: Frame) -> Columns:
    """What stood above a line: marks of an end, headers of another story, stretches without prose."""
    ends, recent, heads, gaps = [], [], [], []
    words, count, since, bylines, gap, widest = 0.0, 0, 2 * FAR, 0, 0, 0
    for width, prose, families in zip(lines.widths, lines.prose, lines.families, strict=True):
        since += 1
        if families and width <= END_WORDS and words > OPENED:
            if families & ENDS:
                count, since = count + 1, 0
            bylines += families & HEADS > 0
        ends.append(min(count, 4) / 4)
        recent.append(1.0 if since <= 6 else 0.5 if since <= 25 else 0.0)
        heads.append(min(bylines, 3) / 3 * prose if bylines else 0.0)
        if prose > PROSE:
            gap, words = 0, words + width
        elif words > OPENED:
            gap += 1
            widest = max(widest, gap)
        gaps.append(min(log1p(widest) / 4, 1.0) * prose if widest else 0.0)
    start, end = frame.start, frame.end
    return {
        "end marks": ends,
        "after an end mark": recent,
        "after an end mark, off the block": recent[:start] + [0.0] * (end - start) + recent[end:],
        "widest gap so far, prose": gaps,
        "bylines since the lead, prose": heads,
    }
