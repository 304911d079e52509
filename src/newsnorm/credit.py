"""Captions and their credits: who made a picture, before, behind or without the words under it.

A credit is known by a sign (`©`), a label (`Photo:`), brackets at the end, an agency, or by standing
behind the last full stop without one of its own. Which lines are captions is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from newsnorm import tables
from newsnorm.edits import Span
from newsnorm.model import Caption
from newsnorm.patterns import pattern
from newsnorm.shape import words

WINDOW = 160  # a credit begins at most so far before the end of its line
SHORT = 30  # an agency alone is no longer
REGION = 12  # code points of the longest short form of one
SENTENCE = 2  # words of the shortest caption before a stop
WORDS = 12  # a longer tail is a sentence
SIGNED_FIRST = pattern(r"\s*©\s?[^\n]")
SIGNS = pattern(r"[:：=©()（）\[\]/|.!?…”»“]")  # a line without any of them has a credit by its words only
STRONG_SIGNS = pattern(r"[:：=©(（/|]")  # nor has one that ends like a sentence without any of these
ENDED = frozenset(".!?…:")
END = pattern(r"[.!?…”»“)\]]")
STOP = pattern(r"""(?:[.!?…”»)\]]|(?<=\S)["“])\s{0,3}(?=[^\W\d_a-z])""")
INITIAL = pattern(  # an initial, a title, `vs.` and the number of a list item have a stop that ends no sentence
    r"(?<![^\W\d_])(?:[^\W\d_a-z] | vs | [DM]rs? | Ms | St | Prof | Sen | Rep | Gov | Gen | (?<!\S)\d{1,2} )\.$",
    re.VERBOSE,
)
BRACKETS = pattern(r"[(\[（]([^()\[\]（）]{2,90}|[^()\[\]]{2,60}\([^()]{2,30}\))[)\]）]\s*$")
NUMBERED = pattern(r"(?<![^\W_])\d")  # a year, a clock, `5th Generation`: no name has it
LABEL_SIGN = pattern(r"[:：=b.](?:(?<=b)y\s|(?<=\.)\.\.|(?<=[:：=]))")
SIGN = pattern(r"(?:[—–|-]\s)?((?:©|[(（][cCＣ][)）])\s?)(?=[^\s©])")
SLASHED = pattern(r"\s/\s(?=[^\W\d_a-z][\w.'-]+(?:\s[^\W\d_a-z][\w.'-]+){1,3}\s*$)")
PIPED = pattern(r"\s\|\s(?=[^|]{3,80}$)")
GLUED = pattern(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|(?<=[A-Z]{2})(?=[A-Z][a-zß-öø-ÿ])")
SMALL = frozenset(
    "for of the and by via in at on de del la le du des von van der den und et y e from to & + | / - – —".split()
)
LABEL_END, LONGEST_LABEL = 2, 30  # letters; with what opens its bracket
SHOT_BY = "撮影"


class Parts(NamedTuple):
    """Where a caption and its credit stand; ``outer`` is the credit with its label and brackets."""

    caption: Span
    outer: Span
    credit: Span
    rule: str


def split_credit(line: str) -> tuple[str, str | None]:
    """The caption and the credit of a line that stands under a picture.

    The credit loses its brackets and its label (``Photo:``) and keeps ``©``. A line that carries none
    is a caption as a whole; a line that is a credit has an empty caption.

    >>> split_credit("A harbour in the rain. (Ann Lee/AP via Getty Images)")
    ('A harbour in the rain.', 'Ann Lee/AP via Getty Images')
    >>> split_credit("© ANN LEE / AFPA harbour in the rain")
    ('A harbour in the rain', '© ANN LEE / AFP')
    """
    caption = caption_of(line, 0, len(line))
    return caption.text, caption.credit


def caption_of(text: str, start: int, end: int) -> Caption:
    """The caption that a line is, its credit apart."""
    parts = credit_parts(text, start, end)
    if parts is None:
        return Caption(text[start:end].strip(), None, Span(start, end))
    caption = text[slice(*parts.caption)].strip().rstrip("|–—").rstrip()
    return Caption(caption, text[slice(*parts.credit)].strip(), Span(start, end))


def credit_parts(text: str, start: int, end: int) -> Parts | None:
    """Where the credit of ``text[start:end]`` stands, or None where it has none."""
    end = start + len(text[start:end].rstrip())
    edge = max(start, end - WINDOW)
    tail = text[edge:end]
    signs = STRONG_SIGNS if tail[-1:] in ENDED else SIGNS
    if signs.search(tail) is None and not (" by " in tail or "..." in tail or _may_name_agency(tail)):
        return None
    if "©" in text[start : start + WINDOW] and SIGNED_FIRST.match(text, start, end):
        return _signed_first(text, start, end)
    for may_have, find in FINDERS:
        if may_have(tail) and (parts := find(text, start, edge, end)):
            return parts
    return None


def _parts(start: int, outer: int, credit: tuple[int, int], end: int, rule: str) -> Parts:
    """A credit that ends its line, with its label and brackets from ``outer`` on."""
    return Parts(Span(start, outer), Span(outer, end), Span(*credit), rule)


def _signed_first(text: str, start: int, end: int) -> Parts:
    """`© NAME / AGENCYThe building…`: the caption begins where an agency's name ends, or at glued words."""
    begin = text.index("©", start)
    window = min(end, begin + WINDOW)
    agencies = [m.end() for m in _agency().finditer(text, begin, window) if m.end() < end]
    glued = GLUED.search(text, begin, window)
    edge = next((a for a in agencies if text[a].isupper()), None) or (
        glued.start() if glued and end - begin > 60 else end
    )
    return Parts(Span(edge, end), Span(start, edge), Span(begin, edge), "credit.sign-first")


def _labelled(text: str, start: int, edge: int, end: int) -> Parts | None:
    near = _label_near(text[edge:end])
    found = None if near is None else _label().search(text, edge + near, end)
    if not found or found.end() >= end or _too_long(text, found.end(), end):
        return None
    closed = text[end - 1] in ")]）" and text[found.start()] in "([（"
    return _parts(start, found.start(), (found.end(), end - closed), end, "credit.label")


def _signed(text: str, start: int, edge: int, end: int) -> Parts | None:
    found = SIGN.search(text, edge, end)
    if not found or _too_long(text, found.end(), end):
        return None
    return _parts(start, found.start(), (found.start(1), end), end, "credit.sign")


def _bracketed(text: str, start: int, edge: int, end: int) -> Parts | None:
    """`… (Ann Lee/AP)`, `…（姓名撮影）`, `… Ann Lee (dpa)` where the name stands behind a full stop."""
    if text[end - 1] not in ")]）" or not (found := BRACKETS.search(text, edge, end)):
        return None
    inner = found[1]
    if inner.endswith(SHOT_BY):
        return _parts(start, found.start(), (found.start(1), found.end(1) - len(SHOT_BY)), end, "credit.brackets")
    if not is_credit_like(inner) or _is_short_form(inner, text[edge : found.start()]):
        return None
    if NUMBERED.search(inner) and _agency().search(inner) is None:
        return None
    stop = _last_stop(text, max(edge, found.start() - 40), found.start())
    if stop is not None and stop < found.start() and is_credit_like(text[stop : found.start()]):
        return _parts(start, stop, (stop, end), end, "credit.name-brackets")
    return _parts(start, found.start(), found.span(1), end, "credit.brackets")


def _is_short_form(inner: str, before: str) -> bool:
    """`Frequently asked questions (FAQ)`, `Proof of Work (PoW)`: the initials of the words before the bracket."""
    if not inner.isalpha():
        return False
    return inner.casefold() == "".join(word[0] for word in before.split()[-len(inner) :]).casefold()


def _behind_stop(text: str, start: int, edge: int, end: int) -> Parts | None:
    """`… in the rain. Supplied`, `… in the rain.Getty Images`: the last sentence is no sentence."""
    stop = _last_stop(text, edge, end)
    if stop is None or text[end - 1] in ENDED or not is_credit_like(text[stop:end]):
        return None
    if words(text[start:stop].strip()) < SENTENCE:  # `St. Patrick's Day`
        return None
    return _parts(start, stop, (stop, end), end, "credit.behind-stop")


def _by_agency(text: str, start: int, edge: int, end: int) -> Parts | None:
    """`… entering the country AP Photo/Ann Lee`, `… in Palma / Ann Lee`, `… | Ann Lee/AP`."""
    slash = text.find("/", edge, end) >= 0
    if (slash or end - edge < SHORT) and (found := _agency_slash().search(text, edge, end)):
        before = text[start : found.start()]
        at = start if "/" in before.strip(" /") and is_credit_like(before.strip()) else found.start()
        return _parts(start, at, (at, end), end, "credit.agency")
    if slash and (found := SLASHED.search(text, edge, end)):
        return _parts(start, found.start(), (found.end(), end), end, "credit.slash")
    found = PIPED.search(text, edge, end)
    if found and _agency().search(text, found.end(), end):
        return _parts(start, found.start(), (found.end(), end), end, "credit.pipe")
    return None


def _last_stop(text: str, start: int, end: int) -> int | None:
    """Where the last sentence begins; an initial or `Hannes P.` ends none."""
    starts = [m.end() for m in STOP.finditer(text, start, end) if not _is_short(text, start, m.start() + 1)]
    return starts[-1] if starts else None


def _is_short(text: str, start: int, stop: int) -> bool:
    """An initial, or a state: `in Cambridge, Mass. Ann Lee`."""
    if INITIAL.search(text, start, stop):
        return True
    word = text[max(start, stop - REGION) : stop].rpartition(" ")[2]
    return word[-1] == "." and word.casefold() in tables.words("regions.txt")


def is_credit_like(tail: str) -> bool:
    """Names only: every word is capitalised, or one of the small words that join names."""
    words = tail.split()
    if not 0 < len(words) <= WORDS or not tail[0].isalnum():
        return False
    if words[-1] in SMALL or not any(word[0].isalpha() and word not in SMALL for word in words):
        return False
    return all(
        word in SMALL or not word[0].islower() or "." in word or "/" in word or word in _lower_agencies()
        for word in words
    )


def _too_long(text: str, start: int, end: int) -> bool:
    return len(text[start:end].split()) > 2 * WORDS


def _agencies() -> tuple[str, ...]:
    return tables.rows("agencies.txt") + tables.rows("picture_agencies.txt")


@cache
def _lower_agencies() -> frozenset[str]:
    return frozenset(word for row in _agencies() for word in row.split() if word[0].islower())


def _may_be_labelled(tail: str) -> bool:
    return ":" in tail or "：" in tail or "=" in tail or "..." in tail or " by " in tail


def _label_near(tail: str) -> int | None:
    """Where at the earliest the first label begins: they stand before a colon or its like, a look at the few tells."""
    folded = tail.casefold()
    for sign in LABEL_SIGN.finditer(folded):
        before = folded[: sign.start()].rstrip()
        if before[-LABEL_END:] in _label_ends() and before.endswith(_labels()):
            return max(0, len(before) - LONGEST_LABEL - len(folded) + len(tail))
    return None


def _may_be_signed(tail: str) -> bool:
    return "©" in tail or "(c" in tail or "(C" in tail or "（" in tail or "(Ｃ" in tail


def _may_be_behind_stop(tail: str) -> bool:
    return tail[-1] not in ENDED and END.search(tail) is not None


def _may_name_agency(tail: str) -> bool:
    return "/" in tail or "|" in tail or (len(tail) < SHORT and tail.rpartition(" ")[2] in _agency_ends())


# Each way to find a credit, behind a test of the tail without which there is none.
FINDERS: tuple[tuple[Callable[[str], bool], Callable[[str, int, int, int], Parts | None]], ...] = (
    (_may_be_labelled, _labelled),
    (_may_be_signed, _signed),
    (lambda tail: tail[-1] in ")]）", _bracketed),
    (_may_be_behind_stop, _behind_stop),
    (_may_name_agency, _by_agency),
)


@cache
def _labels() -> tuple[str, ...]:
    return tuple(tables.words("credit_labels.txt"))


@cache
def _label_ends() -> frozenset[str]:
    """The last letters of the labels: they tell that most words are none."""
    return frozenset(label[-LABEL_END:] for label in _labels())


@cache
def _agency_ends() -> frozenset[str]:
    """The last words of the agencies: they tell that most short lines are none."""
    return frozenset(agency.rpartition(" ")[2] for agency in _agencies()) | {"Images", "Photo", "Europe", "Archive"}


@cache
def _label() -> re.Pattern[str]:
    """A label behind a break, glued or not, with what opens its bracket."""
    labels = tables.one_of(tables.rows("credit_labels.txt"))
    return re.compile(
        rf"[(\[（|–—]?\s?(?:(?<![^\W\d_])|(?<=[a-zß-öø-ÿ])(?=[A-Z])|(?<=[A-Z]{{2}})(?=[A-Z][a-z]))"
        rf"(?i:(?:{labels})(?:\s?[:：=]\s?|\s?by\s|\.\.\.))(?=\S)"
    )


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{tables.one_of(_agencies())})(?![a-z])")


@cache
def _agency_slash() -> re.Pattern[str]:
    """An agency before a slash and a name, or a name before a slash and an agency, at the end; or an agency alone."""
    agency = rf"(?:{tables.one_of(_agencies())}|[A-Z]\w*\sImages)(?:\s(?:Photo|Europe|Archive))?"
    word = r"[^\W\d_a-z][\w.'’-]*"
    name = rf"{word}(?:\s{word}){{0,3}}"
    short = rf"{word}(?:\s[A-Z]\.?)?\s{word}"
    return re.compile(
        rf"(?<!\S)(?:{agency}\s?/\s?{name}(?:,\s[Ff]ile)?|{short}\s?/\s?(?:via\s)?{agency}(?:\svia\s{name})?)\s*$"
        rf"|(?<![^\n])\s{{0,8}}(?:{agency})\s*$"
    )
