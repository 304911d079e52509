"""Features of the lines of a page: per feature one list with a number a line, made in one pass.

What a feature is worth is learnt and stands in ``data/chrome_model.tsv``; its name here is its name
there. `frame.py` says where the densest block and the headline stand.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log1p

from newsnorm.page.families import BIT, CHROME
from newsnorm.page.frame import Frame
from newsnorm.page.lines import Lines, sums

Column = list[float]
Columns = dict[str, Column]

SENTENCES = re.compile(r"[.!?]['\"”’»)]? +['\"“„«‘(]?[^\W\d_a-z]|[。！？]")
SEPARATORS = re.compile(r"[|›»/·•→]")
ADDRESS = re.compile(r"@|https?:|www\.")
QUOTES = re.compile('[“”„«"「]')
DIGITS = re.compile(r"\d")
SHORT, LONG = 6, 20  # words
PROSE = 0.4
SMALL = 40  # lines of a small page
FAR = 12  # lines
END_WORDS = 12
OPENED = 60  # words of prose above a line that can mark the end
ENDS = BIT["related"] | BIT["comment"] | BIT["promo"] | BIT["ending"]
HEADS = BIT["byline"] | BIT["date"]
ANY_LENGTH = ("account", "appeal", "furniture", "legal", "promo", "related", "credit", "ending")
SHORT_ONLY = ("media", "social", "byline", "date", "credit")
LONG_ONLY = ("legal", "related")


def columns(lines: Lines, frame: Frame) -> Columns:
    """All features of all lines."""
    short = [float(width <= SHORT) for width in lines.widths]
    return {
        **_own(lines),
        **_neighbours(lines, short),
        **_block(lines, frame, short),
        **_title(lines, frame),
        **_so_far(lines, frame),
        **_families(lines, short),
    }


def _times(a: Column, b: Column) -> Column:
    return [x * y for x, y in zip(a, b, strict=True)]


def _own(lines: Lines) -> Columns:
    """What a line shows by itself."""
    texts, widths = lines.texts, lines.widths
    ends = [float(end) for end in lines.ends]
    count = Counter(texts)
    return {
        "words, log": [log1p(width) / 4 for width in widths],
        "characters, log": [log1p(len(text)) / 6 for text in texts],
        "words": [min(width, 100) / 100 for width in widths],
        "very long": [float(width > 120) for width in widths],
        "ends like a sentence": ends,
        "long sentence": [end * min(width, 30) / 30 for end, width in zip(ends, widths, strict=True)],
        "ends with a colon": [float(text[-1] in ":：") for text in texts],
        "sentences": [min(len(SENTENCES.findall(text)), 4) / 4 if len(text) > 40 else 0.0 for text in texts],
        "commas": [min(text.count(",") + text.count("，") + text.count("、"), 5) / 5 for text in texts],
        "quotes": [float(QUOTES.search(text) is not None) for text in texts],
        "lower case": lines.lower,
        "lower case, long": [low * min(width, 20) / 20 for low, width in zip(lines.lower, widths, strict=True)],
        "digits": [min(len(DIGITS.findall(text)), 8) / 8 if len(text) < 80 else 0.0 for text in texts],
        "separators": [min(len(SEPARATORS.findall(text)), 4) / 4 if len(text) < 200 else 0.0 for text in texts],
        "address": [float(ADDRESS.search(text) is not None) for text in texts],
        "stands twice": [float(count[text] > 1) for text in texts],
        "prose": lines.prose,
    }


def _neighbours(lines: Lines, short: Column) -> Columns:
    """How much prose stands around a line."""
    prose = lines.prose
    up, down = _since(prose), _since(prose[::-1])[::-1]
    close = [float(a <= 2 and b <= 2) for a, b in zip(up, down, strict=True)]
    return {
        "prose above": [0.0, *prose[:-1]],
        "prose below": [*prose[1:], 0.0],
        "prose within 3 lines": _around(prose, 3),
        "prose within 8 lines": _around(prose, 8),
        "prose within 20 lines": _around(prose, 20),
        "lines since prose": [value / FAR for value in up],
        "lines to prose": [value / FAR for value in down],
        "short, near prose": _times(close, short),
    }


def _around(values: Column, reach: int) -> Column:
    """The mean of the values up to ``reach`` lines above and below, the line itself left away."""
    total, n = sums(values), len(values)
    windows = [total[min(n, i + reach + 1)] - total[max(0, i - reach)] for i in range(n)]
    return [(window - value) / (2 * reach) for window, value in zip(windows, values, strict=True)]


def _since(prose: Column) -> list[int]:
    """Lines to the next prose above, at most `FAR`."""
    distances, distance = [], FAR - 1
    for value in prose:
        distance = min(distance + 1, FAR)
        distances.append(distance)
        if value > PROSE:
            distance = 0
    return distances


def _block(lines: Lines, frame: Frame, short: Column) -> Columns:
    """How a line stands to the densest block."""
    n, start, end = len(lines), frame.start, frame.end
    inside = [float(start <= i < end) for i in range(n)]
    known = _known_words(lines, frame)
    share = frame.size / (sum(lines.widths) or 1.0)
    return {
        "in the densest block": inside,
        "lines above the block": [max(0.0, min(1.0, (start - i) / 40)) for i in range(n)],
        "lines below the block": [max(0.0, min(1.0, (i - end + 1) / 40)) for i in range(n)],
        "right above the block": [float(0 < start - i <= 3) for i in range(n)],
        "prose in the block": _times(inside, lines.prose),
        "words of the block": known,
        "words of the block, short": _times(known, short),
        "size of the block": [log1p(frame.size) / 8] * n,
        "share of the block": [share] * n,
        "share of the block, prose": [share * prose for prose in lines.prose],
        "small page, prose": [prose * (n < SMALL) for prose in lines.prose],
        "place in the page": [(i + 1) / n for i in range(n)],
    }


def _rare(words: list[str]) -> list[str]:
    """The words that tell what a line is about."""
    return [word for word in words if len(word) > 3 or word >= "\u3040"]


def _known_words(lines: Lines, frame: Frame) -> Column:
    """The share of a line's rare words that other lines of the densest block have."""
    core = Counter(word for words in lines.words[frame.start : frame.end] for word in set(_rare(words)))
    shares = []
    for i, words in enumerate(lines.words):
        own = _rare(words)
        least = 1 if frame.start <= i < frame.end else 0
        shares.append(sum(core[word] > least for word in own) / len(own) if own else 0.0)
    return shares


def _title(lines: Lines, frame: Frame) -> Columns:
    """How a line stands to the page title and the headline."""
    n, head = len(lines), frame.headline
    title = set(_rare(lines.words[0])) | set(_rare(lines.words[head]) if head >= 0 else ())
    shared = [
        min(prose, 2 * prose * sum(word in title for word in words) / max(3.0, min(width, 25))) if prose else 0.0
        for words, width, prose in zip(lines.words, lines.widths, lines.prose, strict=True)
    ]
    near = [float(head >= 0 and 0 < i - head <= 8) for i in range(n)]
    return {
        "words of the title, prose": shared,
        "above the headline": [float(i < head) for i in range(n)],
        "below the headline": [float(i > head >= 0) for i in range(n)],
        "lines below the headline": [max(0.0, min(1.0, (i - head) / 30)) * (head >= 0) for i in range(n)],
        "near the headline, prose": _times(near, lines.prose),
    }


def _so_far(lines: Lines, frame: Frame) -> Columns:
    """What stood above a line: prose, marks of an end, headers of another story, stretches without prose."""
    ends, recent, body, heads, gaps = [], [], [], [], []
    words, count, since, bylines, gap, widest = 0.0, 0, 2 * FAR, 0, 0, 0
    for width, prose, families in zip(lines.widths, lines.prose, lines.families, strict=True):
        since += 1
        if width <= END_WORDS and words > OPENED:
            if families & ENDS:
                count, since = count + 1, 0
            bylines += bool(families & HEADS)
        ends.append(min(count, 4) / 4)
        recent.append(1.0 if since <= 6 else 0.5 if since <= 25 else 0.0)
        body.append(min(1.0, words / 300))
        heads.append(min(bylines, 3) / 3 * prose)
        gap = 0 if prose > PROSE else gap + (words > OPENED)
        words += width if prose > PROSE else 0.0
        widest = max(widest, gap)
        gaps.append(min(log1p(widest) / 4, 1.0))
    outside = [float(not frame.start <= i < frame.end) for i in range(len(lines))]
    return {
        "after an end mark": recent,
        "after an end mark, off the block": _times(recent, outside),
        "end marks": ends,
        "prose so far": body,
        "prose so far, off the block": _times(body, outside),
        "widest gap so far, prose": _times(gaps, lines.prose),
        "widest gap so far, off the block": _times(gaps, outside),
        "bylines since the lead, prose": heads,
    }


def _families(lines: Lines, short: Column) -> Columns:
    """The families that a line and its neighbours name."""
    long = [float(width > LONG) for width in lines.widths]
    named = _named(lines, CHROME)
    return {
        **{f"names {name}": _named(lines, BIT[name]) for name in ANY_LENGTH},
        **{f"names {name}, short": _times(_named(lines, BIT[name]), short) for name in SHORT_ONLY},
        **{f"names {name}, long": _times(_named(lines, BIT[name]), long) for name in LONG_ONLY},
        "names chrome": named,
        "chrome within 2 lines": _around(named, 2),
        "chrome within 8 lines": _around(named, 8),
    }


def _named(lines: Lines, bits: int) -> Column:
    return [float(families & bits > 0) for families in lines.families]
