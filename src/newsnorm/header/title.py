"""The headline: which of the lines above the body it is.

Every line is measured: how long it is and how it ends, where it stands and what stands around it, whether it comes
again, how many of its words come back in the body. What a measure is worth is learnt from labelled pages by
``tests/training/headline.py`` and stands in ``data/headline.tsv``. The line with the most points is the headline;
captions are none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import chain, pairwise
from operator import mul
from typing import NamedTuple

from newsnorm import credit, tables
from newsnorm.header.reading import MARKS, Reading
from newsnorm.label import PROSE
from newsnorm.patterns import pattern
from newsnorm.shape import LAST as LAST_SIGN
from newsnorm.shape import WIDE, ends_like_sentence, is_prose, words

SHORTEST, LONGEST = 6, 220
FEWEST_WORDS, MOST_WORDS = 2, 40
NO_TITLE = frozenset("©▪•·")  # what begins a credit or an item of a list
PARAGRAPH = 100  # a sentence of this length is no headline
FEW, SOME, USUAL = 4, range(5, 8), range(8, 19)  # words of a kicker; of a short headline and of most
DECK = range(8, 41)  # words of what stands below a headline
ASKING = frozenset("?!")  # a headline may be a question or a cry
UNFINISHED = frozenset(":,;–—")
SEPARATORS = frozenset("|–—·»-:")
LIKELY = 4.0  # points behind the best at a glance, from which on a line is no headline
AGAIN = 4  # so near above it, the same line is the headline
REACH = 9  # so many lines below, a byline or a date tells nothing any more
FIRST, NEAR, LAST, BELOW = 40, 10, 12, 8  # more lines or candidates than these make no difference
SEEN = 900  # so many code points of the body are compared
STEM, SHARE, HITS = 6, 0.45, 6  # so much of a word is compared; so many of a line count most
LEAST = 3  # a line has at least so many words, when shares are counted
WORD = pattern(r"[^\W\d_]{4,}")
GLUED = pattern(r"[a-z][A-Z]")
LABELLED = frozenset({"credit.label", "credit.sign", "credit.sign-first", "credit.agency", "credit.slash"})

NAMES = (  # of the measures, in the order of the functions that take them
    "first line, lines above, candidates above, lines to the body, candidates below, mark below, lines to the mark",
    "under four words, five to seven words, eight to eighteen words, full stop, question, unfinished, glued words",
    "words of menus, outlet behind a sign, short line above, deck below, paragraph below, paragraph above",
    "stands again, opens a title, is a title, closes a line",
    "words in the body, more of them, their number, words in the first line, familiar line above",
)
Columns = tuple[Sequence[float], ...]  # measures of all candidates
Rows = Iterator[tuple[float, ...]]  # of each candidate
MEASURES = tuple(name for group in NAMES for name in group.split(", "))


class Candidate(NamedTuple):
    """A line that may be the headline: its place, its text, how many words it has."""

    at: int
    line: str
    words: int


def title(head: Reading) -> int | None:
    """The index of the headline among the open lines above the body, or None where no line can be one."""
    found = candidates(head)
    best = next((one for one in _ranked(head, found) if not _is_caption(one.line)), None)
    return best and next(at for at, line, _ in found if line == best.line and best.at - at <= AGAIN)


def _ranked(head: Reading, found: list[Candidate]) -> list[Candidate]:
    """The candidates by their points, the best first; the body is asked only about those that are near the best."""
    if len(found) < 2:
        return found
    points = [_sum(values, _weights()) for values in at_a_glance(head, found)]
    likely = [i for i, count in enumerate(points) if count >= max(points) - LIKELY]
    if len(likely) > 1:
        for i, values in zip(likely, familiar(head, [found[i] for i in likely]), strict=True):
            points[i] += _sum(values, _weights()[-len(values) :])
    return [found[i] for i in sorted(range(len(found)), key=points.__getitem__, reverse=True)]


def _sum(values: Sequence[float], weights: Sequence[float]) -> float:
    return float(sum(map(mul, values, weights)))


def candidates(head: Reading) -> list[Candidate]:
    """The open lines that are long enough, short enough, no paragraph and no path."""
    found = []
    for at, line in head.open_above:
        if SHORTEST <= len(line) <= LONGEST and line[0] not in NO_TITLE:
            count = words(line)
            paragraph = len(line) >= PARAGRAPH and line[-1] not in ASKING and is_prose(line)
            if FEWEST_WORDS <= count <= MOST_WORDS and not paragraph and at not in head.paths:
                found.append(Candidate(at, line, count))
    return found


def at_a_glance(head: Reading, found: list[Candidate]) -> Rows:
    """All measures of every candidate but those that ask the body, in the order of `MEASURES`."""
    places, lines, counts = zip(*found, strict=True)
    columns = (_placed(head, places), _formed(lines, counts), _around(head, places), _echoed(lines))
    return zip(*chain(*columns), strict=True)


@cache
def _weights() -> tuple[float, ...]:
    table = tables.pairs("headline.tsv")
    return tuple(float(table[name]) for name in MEASURES)


def _is_caption(line: str) -> bool:
    parts = credit.credit_parts(line, 0, len(line))
    return parts is not None and (parts.rule in LABELLED or "/" in line[slice(*parts.credit)])


def _placed(head: Reading, places: Sequence[int]) -> Columns:
    """Where they stand: from the first line, from the body, and above the next byline or date."""
    marks, last = head.those(MARKS), len(places) - 1
    below = [bisect_right(marks, at) for at in places]
    far = [marks[i] - at if i < len(marks) else REACH for i, at in zip(below, places, strict=True)]
    return (
        [at == 0 for at in places],
        [min(at, FIRST) / FIRST for at in places],
        [min(i, NEAR) / NEAR for i in range(last + 1)],
        [min(head.body - at, LAST) / LAST for at in places],
        [min(i, BELOW) / BELOW for i in range(last, -1, -1)],
        [lines < REACH for lines in far],
        [lines % REACH / REACH for lines in map(partial(min, REACH), far)],
    )


def _formed(lines: Sequence[str], counts: Sequence[int]) -> Columns:
    """How long they are, how they end, and what of them no headline has."""
    asking = [line[-1] in ASKING for line in lines]
    return (
        [count < FEW for count in counts],
        [count in SOME for count in counts],
        [count in USUAL for count in counts],
        [
            not asked and line[-1] in LAST_SIGN and ends_like_sentence(line)
            for line, asked in zip(lines, asking, strict=True)
        ],
        asking,
        [line[-1] in UNFINISHED for line in lines],
        [GLUED.search(line) is not None for line in lines],
        [_is_menu(line.lower()) for line in lines],
        [" | " in line or " - " in line for line in lines],
    )


def _around(head: Reading, places: Sequence[int]) -> Columns:
    """A kicker above them, a deck or a paragraph below them."""
    counts = [words(line) for line in [*head.texts[: head.body + 1], ""]]
    prose = [i for i, block in enumerate(head.lines[: head.body + 1]) if block[3] == PROSE and i not in head.parts]
    first = prose[0] if prose else head.body
    return (
        [at > 0 and counts[at - 1] < FEW for at in places],
        [counts[at + 1] in DECK for at in places],
        [at + 1 in prose for at in places],
        [at > first for at in places],
    )


def _is_menu(line: str) -> bool:
    """Half of its words are those of site furniture."""
    found = [word for word in line.split() if word.isalpha()]
    return 2 * len(tables.words("not_names.txt").intersection(found)) >= len(found)


def familiar(head: Reading, found: list[Candidate]) -> Rows:
    """How many of their words come back in the body, and in the first line, which may be the title of the page."""
    body, first = head.first_paragraphs[:SEEN].lower(), head.texts[0].lower()
    known, best = _stems(first), 0.0
    for line in [line.lower() for _, line, _ in found]:
        stems = _stems(line)
        size = max(LEAST, len(stems))
        hits = 0 if line in body else sum([stem in body for stem in stems])
        kin = 0.0 if line == first else len(stems & known) / size
        yield min(hits / size, SHARE), max(0.0, hits / size - SHARE), min(hits, HITS) / HITS, kin, best
        best = max(best, hits / size)


def _stems(line: str) -> set[str]:
    """The beginnings of its longer words; pairs of signs where a script has no blanks."""
    if not line.isascii() and max(line) >= WIDE:
        signs = "".join(sign for sign in line if sign.isalnum())
        return {signs[i : i + 2] for i in range(len(signs) - 1)}
    return {word[:STEM] for word in WORD.findall(line)}


def _echoed(lines: Sequence[str]) -> Columns:
    """Whether they stand twice, open a longer line, are a line that another opens, or close a longer line."""
    if len({line[:SHORTEST] for line in lines}) == len(lines) == len({line[-SHORTEST:] for line in lines}):
        return ([False] * len(lines),) * 4
    ordered = sorted(lines)
    again = {line for line, twin in pairwise(ordered) if line == twin}
    titles = {
        longer: line
        for line, longer in pairwise(ordered)
        if line != longer and longer.startswith(line) and longer[len(line) :].lstrip()[:1] in SEPARATORS
    }
    reverse = sorted({line[::-1] for line in lines})
    closings = {line[::-1] for line, longer in pairwise(reverse) if longer.startswith(line)}
    return tuple([line in found for line in lines] for found in (again, {*titles.values()}, titles, closings))
