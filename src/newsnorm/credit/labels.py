"""Labels: `Photo: Ann Lee` before a credit, `FILE PHOTO: A bridge is seen.` before a caption."""

from __future__ import annotations

import re
from functools import cache

from newsnorm import tables
from newsnorm.credit.agency import SMALL, agency, lower_agencies, too_long
from newsnorm.credit.parts import Parts, at_end
from newsnorm.edits import Span
from newsnorm.patterns import pattern
from newsnorm.shape import words

LABEL_END, LONGEST_LABEL = 2, 30  # letters; with what opens its bracket
FIRST = 20  # code points of the first word of an agency
TOLD = 3  # small words of a sentence
OF_PICTURE = pattern(  # a label that may stand before a caption, too
    r"""\W{0,2}(?P<file>file\s)?(?:photos?|pictures?|images?|graphic|illustration|video|fotos?|bild(?:er)?|grafik
        |imagen|immagine|beeld|bilde|billede|zdjęcie|фото)\s?[:：]""",
    re.VERBOSE | re.IGNORECASE,
)
GLUED = pattern(r"[^\W_A-Z]|[.!?)”’\"']")  # what stands before words that are glued to it
LEAST, LEAST_UNKNOWN = 2, 5  # words of a caption that stands between the same words
OWNED = pattern(
    r"(?:courtesy|provided|supplied|submitted|contributed|handout|screenshot|cortesía|captura|capture|mit)\b",
    re.IGNORECASE,
)
STOP = pattern(r"[.!?]\s")
ALOUD = pattern(
    r"(?:Image\s(?:source|copyright),?\s?(?P<credit>[^\n]{2,80}?)\s?)?(?:Image\scaption,\s?(?P<caption>\S[^\n]*))?$"
)
LABEL_SIGN = pattern(r"[:：=b.](?:(?<=b)y\s|(?<=\.)\.\.|(?<=[:：=]))")


def labelled(text: str, start: int, edge: int, end: int) -> Parts | None:
    """`Photo: Ann Lee`, `… in the rain (Foto: Ann Lee)`; a label before a sentence is one of a caption."""
    near = _label_near(text[edge:end])
    for found in _label().finditer(text, edge + near, end) if near is not None else ():
        if found.end() < end and _is_of_caption(found[0], text[found.end() : end]):
            continue
        if found.end() >= end or too_long(text, found.end(), end):
            return None
        closed = text[end - 1] in ")]）" and text[found.start()] in "([（"
        return at_end(start, found.start(), (found.end(), end - closed), end, "credit.label")
    return None


def labelled_caption(text: str, start: int, end: int) -> Parts | None:
    """`FILE PHOTO: A bridge is seen in the rain.`: a caption that nobody is credited in."""
    near = _label_near(text[start : start + LONGEST_LABEL])
    found = _label().match(text, start, end) if near is not None else None
    if not found or not _is_of_caption(found[0], text[found.end() : end]) or too_long(text, found.end(), end):
        return None
    return at_end(start, end, (end, end), end, "credit.label")


def read_aloud(text: str, start: int, end: int) -> Parts | None:
    """`Image source, Getty ImagesImage caption, Waves broke …`, `EPA Waves broke over the wallEPA`: what a page says to
    those who hear it.
    """
    if text.startswith("Image ", start) and (found := ALOUD.match(text, start, end)):
        credit = found.span("credit") if found["credit"] else (start, start)
        edge = found.start("caption") if found["caption"] else end
        return Parts(Span(edge, end), Span(start, edge), Span(*credit), "credit.label")
    return _doubled(text, start, end)


def _doubled(text: str, start: int, end: int) -> Parts | None:
    """The same words open the line and are glued to the end of a caption."""
    first = text[start : start + FIRST].partition(" ")[0]
    at = text.rfind(first, max(start + 1, end - LONGEST_LABEL), end) if first[:1].isupper() else -1
    edge = start + end - at
    if at <= edge or not GLUED.match(text, at - 1) or not text.startswith(text[at:end], start) or text[edge] != " ":
        return None
    known = agency().match(text, at, end)
    if words(text[edge:at]) < (LEAST if known else LEAST_UNKNOWN):
        return None
    return Parts(Span(edge, at), Span(at, end), Span(at, end), "credit.agency")


def _is_of_caption(label: str, said: str) -> bool:
    """The label is one of pictures, and a sentence stands behind it, or what ends like one."""
    kind = OF_PICTURE.match(label)
    if kind is None or said[0].islower() or OWNED.match(said):
        return False
    if kind["file"] and STOP.search(said):
        return True
    told = sum(word[0].islower() and word not in SMALL and word not in lower_agencies() for word in said.split())
    return told >= TOLD or (told == TOLD - 1 and (said[-1] in ".!?" or STOP.search(said) is not None))


def may_be_labelled(tail: str) -> bool:
    """Without one of these signs there is no label in it."""
    return ":" in tail or "：" in tail or "=" in tail or "..." in tail or " by " in tail


def _label_near(tail: str) -> int | None:
    """Where at the earliest the first label begins: they stand before a colon or its like, a look at the few tells."""
    folded = tail.casefold()
    for sign in LABEL_SIGN.finditer(folded):
        before = folded[: sign.start()].rstrip()
        if before[-LABEL_END:] in _label_ends() and before.endswith(_labels()):
            return max(0, len(before) - LONGEST_LABEL - len(folded) + len(tail))
    return None


@cache
def _labels() -> tuple[str, ...]:
    return tuple(tables.words("credit_labels.txt"))


@cache
def _label_ends() -> frozenset[str]:
    """The last letters of the labels: they tell that most words are none."""
    return frozenset(label[-LABEL_END:] for label in _labels())


@cache
def _label() -> re.Pattern[str]:
    """A label behind a break, glued or not, with what opens its bracket."""
    labels = tables.one_of(tables.rows("credit_labels.txt"))
    return re.compile(
        rf"[(\[（|–—]?\s?(?:(?<![^\W\d_])|(?<=[a-zß-öø-ÿ])(?=[A-Z])|(?<=[A-Z]{{2}})(?=[A-Z][a-z]))"
        rf"(?i:(?:{labels})(?:\s?[:：=]\s?|\s?by\s|\.\.\.))(?=\S)"
    )
