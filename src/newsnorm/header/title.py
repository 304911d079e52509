"""The headline: which of the lines above the body it is.

Every line is measured: how long it is and how it ends, where it stands and what stands around it, whether it comes
again, how many of its words come back in the body. What a measure is worth is learnt from labelled pages by
``tests/training/headline.py`` and stands in ``data/headline.tsv``. The line with the most points is the headline;
captions are none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import mul

from newsnorm import credit, tables
from newsnorm.header.reading import MARKS, Reading
from newsnorm.label import PROSE
from newsnorm.patterns import pattern
from newsnorm.shape import LAST, WIDE, ends_like_sentence, is_prose, words

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
SHORT_HEAD = 8  # lines above the body
AGAIN = 4  # so near above it, the same line is the headline
REACH = 9  # so many lines below, a byline or a date tells nothing any more
FIRST, NEAR, FAR, BELOW = 40, 10, 12, 8  # more lines or candidates than these make no difference
SEEN = 1200  # so many code points of the body are compared
STEM, SHARE, HITS = 6, 0.45, 6  # so much of a word is compared; so many of a line count most
LEAST = 3  # a line has at least so many words, when shares are counted
WORD = pattern(r"[^\W\d_]{4,}")
LENGTH = pattern(r"\(\d{1,3}:\d\d\)$")
GLUED = pattern(r"[a-z][A-Z]")
LABELLED = frozenset({"credit.label", "credit.sign", "credit.sign-first", "credit.agency", "credit.slash"})

NAMES = (  # of the measures, in the order of the functions that take them
    "first line, first line of a few, lines above, candidates above, lines to the body, candidates below",
    "mark below, lines to the mark",
    "under four words, five to seven words, eight to eighteen words, full stop, question, unfinished",
    "outlet behind a sign, short line above, deck below, paragraph below, paragraph above",
    "stands again, opens a title, is a title, closes a line",
    "glued words, words of menus, words in the body, more of them, their number, words in the first line",
    "familiar line above",
)
Candidate = tuple[int, str, int]  # a line that may be the headline: its place, its text, how many words it has
Echo = tuple[bool, bool, bool, bool]
NO_ECHO: Echo = (False, False, False, False)
Rows = Iterator[tuple[float, ...]]  # of each candidate
MEASURES = tuple(name for group in NAMES for name in group.split(", "))


def title(head: Reading) -> int | None:
    """The index of the headline among the open lines above the body, or None where no line can be one."""
    found = candidates(head)
    for best, title_line, _ in _ranked(head, found):
        if not _is_caption(title_line):
            return next(at for at, line, _ in found if line == title_line and best - at <= AGAIN)
    return None


def _ranked(head: Reading, found: list[Candidate]) -> list[Candidate]:
    """The candidates by their points, the best first; the body is asked only about those that are near the best."""
    if len(found) < 2:
        return found
    points = [_sum(values, _weights()) for values in at_a_glance(head, found)]
    least = max(points) - LIKELY
    likely = [i for i, count in enumerate(points) if count >= least]
    if len(likely) > 1:
        for i, values in zip(likely, at_a_second_look(head, [found[i] for i in likely]), strict=True):
            points[i] += _sum(values, _weights()[-len(values) :])
    return [found[i] for i in sorted(range(len(found)), key=points.__getitem__, reverse=True)]


def _sum(values: Sequence[float], weights: Sequence[float]) -> float:
    return float(sum(map(mul, values, weights)))


def candidates(head: Reading) -> list[Candidate]:
    """The open lines that are long enough, short enough, no paragraph and no path."""
    found = []
    for at, line in head.open_above:
        if SHORTEST <= len(line) <= LONGEST and line[0] not in NO_TITLE and not _is_other(line):
            count = words(line)
            paragraph = len(line) >= PARAGRAPH and line[-1] not in ASKING and is_prose(line)
            if FEWEST_WORDS <= count <= MOST_WORDS and not paragraph and at not in head.paths:
                found.append((at, line, count))
    return found


def _is_other(line: str) -> bool:
    """The title of a film, with its length behind it (`How the storm came (1:39)`), or a line in tags of HTML."""
    return (line[-1] == ")" and LENGTH.search(line) is not None) or (line[0] == "<" and line[1].islower())


def at_a_glance(head: Reading, found: list[Candidate]) -> Rows:
    """The measures of every candidate that need no look at its words, in the order of `MEASURES`."""
    body, marks, last_one = head.body, head.those(MARKS), len(found) - 1
    counts = [words(line) for line in [*head.texts[: body + 1], ""]]
    prose = [i for i, block in enumerate(head.lines[: body + 1]) if block[3] == PROSE and i not in head.parts]
    first_prose = prose[0] if prose else body
    echoes = _echoes([line for _, line, _ in found])
    for i, (at, line, count) in enumerate(found):
        mark = bisect_right(marks, at)
        to_mark = marks[mark] - at if mark < len(marks) else REACH
        near, last = to_mark < REACH, line[-1]
        asking, first = last in ASKING, at == 0 and count >= FEW
        yield (
            *(first, first and body <= SHORT_HEAD, min(at, FIRST) / FIRST, min(i, NEAR) / NEAR),
            *(min(body - at, FAR) / FAR, min(last_one - i, BELOW) / BELOW),
            *(near, to_mark / REACH if near else 0.0),
            *(count < FEW, count in SOME, count in USUAL),
            *(last in LAST and not asking and ends_like_sentence(line), asking, last in UNFINISHED),
            *(" | " in line or " - " in line, at > 0 and counts[at - 1] < FEW, counts[at + 1] in DECK),
            *(at + 1 in prose, at > first_prose),
            *echoes.get(line, NO_ECHO),
        )


@cache
def _weights() -> tuple[float, ...]:
    table = tables.pairs("headline.tsv")
    return tuple(float(table[name]) for name in MEASURES)


def _is_caption(line: str) -> bool:
    parts = credit.credit_parts(line, 0, len(line))
    return parts is not None and (parts.rule in LABELLED or "/" in line[slice(*parts.credit)])


def _is_menu(line: str) -> bool:
    """Half of its words are those of site furniture."""
    found = [word for word in line.split() if word.isalpha()]
    return 2 * len(tables.words("not_names.txt").intersection(found)) >= len(found)


def at_a_second_look(head: Reading, found: list[Candidate]) -> Rows:
    """What no headline has in it, and how many words come back in the body or in the first line, the page's title."""
    body, first = head.first_paragraphs[:SEEN].lower(), head.texts[0].lower()
    known, best = _stems(first), 0.0
    for _, written, _ in found:
        line = written.lower()
        stems = _stems(line)
        size = max(LEAST, len(stems))
        hits = 0 if line in body else sum([stem in body for stem in stems])
        share, kin = hits / size, 0.0 if line == first else len(stems & known) / size
        form = GLUED.search(written) is not None, _is_menu(line)
        yield *form, min(share, SHARE), max(0.0, share - SHARE), min(hits, HITS) / HITS, kin, best
        best = max(best, share)


def _stems(line: str) -> set[str]:
    """The beginnings of its longer words; pairs of signs where a script has no blanks."""
    if not line.isascii() and max(line) >= WIDE:
        signs = "".join(sign for sign in line if sign.isalnum())
        return {signs[i : i + 2] for i in range(len(signs) - 1)}
    return {word[:STEM] for word in WORD.findall(line)}


def _echoes(lines: list[str]) -> dict[str, Echo]:
    """The lines that stand twice, open a longer line, are a line that another opens, or close a longer line."""
    if len({line[:SHORTEST] for line in lines}) == len(lines) == len({line[-SHORTEST:] for line in lines}):
        return {}
    ordered = sorted(lines)
    again = {line for line, twin in pairwise(ordered) if line == twin}
    titles = {
        longer: line
        for line, longer in pairwise(ordered)
        if line != longer and longer.startswith(line) and longer[len(line) :].lstrip()[:1] in SEPARATORS
    }
    openings = {*titles.values()}
    reverse = sorted({line[::-1] for line in lines})
    closings = {line[::-1] for line, longer in pairwise(reverse) if longer.startswith(line)}
    return {line: (line in again, line in openings, line in titles, line in closings) for line in lines}
