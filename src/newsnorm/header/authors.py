"""The byline of a head: of all the lines that could be one, the line that is announced best.

A cue announces a name best, then a date on its line, a date beside it, the headline above it. What
nothing announces, or what the article is about, is no byline.
"""

from __future__ import annotations

from itertools import takewhile

from newsnorm import names, tables
from newsnorm.header.named import ALONE, CUED, EDITOR, Named, read_byline
from newsnorm.header.reading import BYLINES, DATES, Reading
from newsnorm.model import Kind

ABOVE = 3  # a byline stands at most so many lines above the headline
UNDER = 2  # so many lines that nothing names may stand between the headline and a bare name
BESIDE = 2  # a bare name stands so close to the date
NAMES = 12  # lines of names below a lone cue
LEAD = 1200  # code points below the headline in which the subjects of an article are named
SHORT, MOST_BLANKS = 80, 12  # a line of names is not longer
UNANNOUNCED = 9
SIGNS = frozenset({",", "&", "+"})  # with the words that join names, what stands alone between their lines


def bylines(head: Reading, headline: int) -> None:
    """Keep the byline that is announced best and what says the same; all other lines are open again."""
    first, last = max(0, headline - ABOVE), min(head.body + 1, len(head.lines))
    _join_cues(head, first, last)
    _find_beside_dates(head, first, last)
    named, dated = head.those(BYLINES), head.those(DATES)
    beside = {j for i in dated for j in range(i - BESIDE, i + BESIDE + 1)}
    ranked = [(_rank(head, i, headline, beside), i) for i in named if first <= i < last]
    rank, at = min(ranked, default=(UNANNOUNCED, 0))
    best = at if rank < UNANNOUNCED else None
    for i in named:
        if best is None or not _stays(head, i, best):
            _unname(head, i)
    if best is not None:
        _extend(head, best)


def _rank(head: Reading, i: int, headline: int, beside: set[int]) -> int:
    """How well a byline is announced: 0 is best; ``beside`` are the lines near a date."""
    rules, below = head.rules(i), i > headline
    if rules & CUED:
        return 0 if below else 1
    if EDITOR in rules:
        return 8
    if head.has(i, DATES):
        return 2 if below else 6
    credited = head.is_credit(i + 1)
    if not credited and i in beside:
        return 3 if below else 7
    return UNANNOUNCED if _is_subject(head, i, headline) else _rank_by_place(head, i, headline, credited=credited)


def _rank_by_place(head: Reading, i: int, headline: int, *, credited: bool) -> int:
    """How well a name is announced by the headline above it, or the body or the headline below it."""
    if i > headline and sum(head.is_open(j) for j in range(headline + 1, i)) <= UNDER:
        return 4
    return 5 if not credited and (i + 1 == head.body or i == headline - 1) else UNANNOUNCED


def _is_subject(head: Reading, i: int, headline: int) -> bool:
    """The article is about the one that is named: the surname comes in what stands around the line."""
    start, end, _, _ = head.lines[i]
    above = head.text[head.lines[max(headline, 0)].start : start]
    around = above + "\n" + head.text[end : end + LEAD]
    return any(_has_word(around, name.split()[-1]) for name in head.authors(i))


def _has_word(text: str, word: str) -> bool:
    """Whether ``word`` stands in ``text``, and not inside another word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(word, end)
    return False


def _stays(head: Reading, i: int, best: int) -> bool:
    """The best byline stays; below it what is announced by a cue, too, and what names the same."""
    if i == best:
        return True
    return i > best and (bool(head.rules(i) & (CUED | {EDITOR})) or head.authors(i) <= head.authors(best))


def _unname(head: Reading, i: int) -> None:
    """A line that is no byline after all: its date stays, a line of its own is open again."""
    if not head.has(i, DATES):
        head.unname(i)
        return
    head.rename(i, lambda part: part.kind is Kind.BYLINE, Kind.CHROME, "chrome.furniture.header")


def _join_cues(head: Reading, first: int, last: int) -> None:
    """`By` alone on its line: the lines right below it are names, as far as they can be."""
    for i in head.those(BYLINES):
        if not first <= i < last or ALONE not in head.rules(i):
            continue
        below = list(takewhile(lambda j: _continues(head, j), range(i + 1, min(i + 1 + NAMES, len(head.lines)))))
        if not below:
            head.unname(i)
            continue
        head.name(i, Kind.CHROME, "chrome.furniture.cue")
        touching = list(takewhile(head.touches, below[1:]))
        start = i if head.touches(below[0]) else below[0]
        head.merge(start, touching[-1] if touching else below[0], Kind.BYLINE, "byline.cue")


def _continues(head: Reading, i: int) -> bool:
    """A line below a lone cue: names, announced by the cue or by a comma at the end of the line above."""
    if not head.is_open(i) and not head.has(i, BYLINES):
        return False
    line, above = head.texts[i], head.texts[i - 1]
    if len(line) > SHORT:
        return False
    if _joins(line):
        return ALONE not in head.rules(i - 1)
    if ALONE in head.rules(i - 1) or above[-1] in ",&" or _joins(above):
        return bool(names.people(line, cued=True).authors)
    return _read_as_names(head, i) is not None


def _joins(line: str) -> bool:
    return line in SIGNS or line.lower() in tables.words("joiners.txt")


def _read_as_names(head: Reading, i: int) -> Named | None:
    """What a line says that is nothing but names, as if a date stood on it."""
    line = head.texts[i]
    if len(line) > SHORT or line[-1] in ".!?:…" or line[0].islower() or line.count(" ") > MOST_BLANKS:
        return None
    start = head.text.index(line, head.lines[i].start)
    return read_byline(head.text, start, start + len(line), dated=True)


def _find_beside_dates(head: Reading, first: int, last: int) -> None:
    """A line of names beside a date or right above a dateline is a byline, whatever the given names are."""
    dated = [i for i in head.those(DATES) if first <= i < last]
    if head.body < len(head.lines) and head.is_open(head.body) and head.dateline(head.body):
        dated.append(head.body)
    beside = {j for i in dated for j in range(i - BESIDE, i + BESIDE + 1) if first <= j < last}
    for i in sorted(beside.difference(dated)):
        found = _read_as_names(head, i) if head.is_open(i) else None
        if found and not head.dateline(i) and not _is_heading(head, i):
            head.name(i, Kind.BYLINE, "byline.beside-date", found.names)


def _is_heading(head: Reading, i: int) -> bool:
    """Several words that stand above each of several parts, and no known given name before them."""
    line = head.texts[i]
    return line.count(" ") > 1 and head.texts.count(line) > 1 and not names.is_given_name(line.partition(" ")[0])


def _extend(head: Reading, best: int) -> None:
    """Names on the lines right above and below a bare byline belong to it."""
    if len(head.parts[best]) != 1 or head.rules(best) & CUED:
        return
    first = last = best
    while first > 0 and head.touches(first) and _is_another_name(head, first - 1):
        first -= 1
    while last + 1 < head.body and head.touches(last + 1) and _is_another_name(head, last + 1):
        last += 1
    if first < last:
        head.merge(first, last, Kind.BYLINE, head.parts[best][0].rule)


def _is_another_name(head: Reading, i: int) -> bool:
    line = head.texts[i]
    if line == head.texts[i - 1] or not names.is_given_name(line.partition(" ")[0]):
        return False
    if head.is_credit(i) or head.is_credit(i + 1) or not (head.is_open(i) or head.has(i, BYLINES)):
        return False
    return _read_as_names(head, i) is not None
