"""Captions and their credits: who made a picture, before, behind or without the words under it.

A credit is known by a sign (`©`), a label (`Photo:`), brackets at the end, an agency, or by standing
behind the last full stop without one of its own. Which lines are captions is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsnorm import tables
from newsnorm.credit.agency import agency, agency_ends, agency_slash, is_credit_like, too_long
from newsnorm.credit.labels import LONGEST_LABEL, labelled, labelled_caption, may_be_labelled, read_aloud
from newsnorm.credit.parts import Parts, at_end
from newsnorm.edits import Span
from newsnorm.model import Caption
from newsnorm.patterns import pattern
from newsnorm.shape import words

__all__ = ["Parts", "caption_of", "credit_parts", "split_credit"]

WINDOW = 160  # a credit begins at most so far before the end of its line
SHORT = 30  # an agency alone is no longer
REGION = 12  # code points of the longest short form of one
SENTENCE = 2  # words of the shortest caption before a stop
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
SIGN = pattern(r"(?:[—–|-]\s)?((?:©|[(（][cCＣ][)）])\s?)(?=[^\s©])")
SLASHED = pattern(r"\s/\s(?=[^\W\d_a-z][\w.'-]+(?:\s[^\W\d_a-z][\w.'-]+){1,3}\s*$)")
PIPED = pattern(r"\s\|\s(?=[^|]{3,80}$)")
GLUED = pattern(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|(?<=[A-Z]{2})(?=[A-Z][a-zß-öø-ÿ])")
NO_CREDITS = frozenset("end ends ende fin fim ends. sic".split())  # in brackets
DOUBLED = 20  # a shorter line has no agency at both ends
ALOUD = "Image "  # opens the labels of the BBC
SHOT_BY = "撮影"


def split_credit(line: str) -> tuple[str, str | None]:
    """The caption and the credit of a line that stands under a picture.

    The credit loses its brackets and its label (``Photo:``) and keeps ``©``. A label before a sentence is one of the
    caption (``FILE PHOTO: A harbour is seen in the rain.``). A line without a credit is a caption as a whole; a line
    that is a credit has an empty caption.

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
    return Caption(caption, text[slice(*parts.credit)].strip() or None, Span(start, end))


def credit_parts(text: str, start: int, end: int) -> Parts | None:
    """Where the credit of ``text[start:end]`` stands, or None where it has none.

    A caption that is labelled, but has no credit, has an empty one.
    """
    end = start + len(text[start:end].rstrip())
    edge = max(start, end - WINDOW)
    tail = text[edge:end]
    if len(tail) > DOUBLED and (text[start : start + 2] in tail[-LONGEST_LABEL:] or text.startswith(ALOUD, start)):
        parts = read_aloud(text, start, end)
        if parts:
            return parts
    signs = STRONG_SIGNS if tail[-1:] in ENDED else SIGNS
    if signs.search(tail) is None and not (" by " in tail or "..." in tail or _may_name_agency(tail)):
        return None
    if "©" in text[start : start + WINDOW] and SIGNED_FIRST.match(text, start, end):
        return _signed_first(text, start, end)
    for may_have, find in FINDERS:
        if may_have(tail) and (parts := find(text, start, edge, end)):
            return parts
    return labelled_caption(text, start, end) if ":" in text[start : start + LONGEST_LABEL] else None


def _signed_first(text: str, start: int, end: int) -> Parts:
    """`© NAME / AGENCYThe building…`: the caption begins where an agency's name ends, or at glued words."""
    begin = text.index("©", start)
    window = min(end, begin + WINDOW)
    agencies = [m.end() for m in agency().finditer(text, begin, window) if m.end() < end]
    glued = GLUED.search(text, begin, window)
    edge = next((a for a in agencies if text[a].isupper()), None) or (
        glued.start() if glued and end - begin > 60 else end
    )
    return Parts(Span(edge, end), Span(start, edge), Span(begin, edge), "credit.sign-first")


def _signed(text: str, start: int, edge: int, end: int) -> Parts | None:
    found = SIGN.search(text, edge, end)
    if not found or too_long(text, found.end(), end):
        return None
    return at_end(start, found.start(), (found.start(1), end), end, "credit.sign")


def _bracketed(text: str, start: int, edge: int, end: int) -> Parts | None:
    """`… (Ann Lee/AP)`, `…（姓名撮影）`, `… Ann Lee (dpa)` where the name stands behind a full stop."""
    if text[end - 1] not in ")]）" or not (found := BRACKETS.search(text, edge, end)):
        return None
    inner = found[1]
    if inner.endswith(SHOT_BY):
        return at_end(start, found.start(), (found.start(1), found.end(1) - len(SHOT_BY)), end, "credit.brackets")
    if (
        not is_credit_like(inner)
        or inner.casefold() in NO_CREDITS
        or "://" in inner
        or _is_short_form(inner, text[edge : found.start()])
    ):
        return None
    if NUMBERED.search(inner) and agency().search(inner) is None:
        return None
    stop = _last_stop(text, max(edge, found.start() - 40), found.start())
    if stop is not None and stop < found.start() and is_credit_like(text[stop : found.start()]):
        return at_end(start, stop, (stop, end), end, "credit.name-brackets")
    return at_end(start, found.start(), found.span(1), end, "credit.brackets")


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
    return at_end(start, stop, (stop, end), end, "credit.behind-stop")


def _by_agency(text: str, start: int, edge: int, end: int) -> Parts | None:
    """`… entering the country AP Photo/Ann Lee`, `… in Palma / Ann Lee`, `… | Ann Lee/AP`."""
    slash = text.find("/", edge, end) >= 0
    if (slash or end - edge < SHORT) and (found := agency_slash().search(text, edge, end)):
        before = text[start : found.start()]
        at = start if "/" in before.strip(" /") and is_credit_like(before.strip()) else found.start()
        return at_end(start, at, (at, end), end, "credit.agency")
    if slash and (found := SLASHED.search(text, edge, end)):
        return at_end(start, found.start(), (found.end(), end), end, "credit.slash")
    found = PIPED.search(text, edge, end)
    if found and agency().search(text, found.end(), end):
        return at_end(start, found.start(), (found.end(), end), end, "credit.pipe")
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


def _may_be_signed(tail: str) -> bool:
    return "©" in tail or "(c" in tail or "(C" in tail or "（" in tail or "(Ｃ" in tail


def _may_be_behind_stop(tail: str) -> bool:
    return tail[-1] not in ENDED and END.search(tail) is not None


def _may_name_agency(tail: str) -> bool:
    return "/" in tail or "|" in tail or (len(tail) < SHORT and tail.rpartition(" ")[2] in agency_ends())


# Each way to find a credit, behind a test of the tail without which there is none.
FINDERS: tuple[tuple[Callable[[str], bool], Callable[[str, int, int, int], Parts | None]], ...] = (
    (may_be_labelled, labelled),
    (_may_be_signed, _signed),
    (lambda tail: tail[-1] in ")]）", _bracketed),
    (_may_be_behind_stop, _behind_stop),
    (_may_name_agency, _by_agency),
)
