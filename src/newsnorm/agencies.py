"""The news agencies whose text an article is or holds: those of its byline, dateline, sign-off, rights and last words.

Read when asked only. The agency of a picture is not that of the text, nor is one that a sentence quotes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import cache

from newsnorm import names, tables
from newsnorm.dateline.place import is_known
from newsnorm.document import Document
from newsnorm.model import Kind
from newsnorm.patterns import pattern

PARAGRAPHS = 4  # so many of the last paragraphs may end with the sign of an agency
LONGEST = 60  # code points of such a sign
SIGNS = 40  # so many of the last copyright signs are read
RIGHTS = 80  # so far behind its sign a copyright line names an agency
HEAD = 6  # so many lines below the headline may name an agency with its place
LEAST = 3  # letters of an agency that may be written in small letters or in capitals
SIGN_OFF = 600  # code points of the longest sign-off that is read

AROUND = " \t\r\n()[]-–—/.,*©"
LABEL = pattern(r"\A\s*[(\[]?(?:quelle|source|fuente|fonte|bron|kilde|källa|źródło)\s?:\s?", re.IGNORECASE)
LISTED = pattern(r"\s?[/,&+]\s?|\s(?:und|and|et|y|e|en|og|mit|with)\s")
INITIALS = pattern(r"[a-zäöüß]{2,4}|[A-Z]{2,3}")
LAST_WORDS = pattern(r"""[(\[][^()\[\]\n]{2,50}[)\]]\.?\s*$|(?<=[.!?…"”“»])\s{0,3}[-–—]?\s{0,3}[^\s.!?]{2,30}\s*$""")
COPYRIGHT = pattern(r"©|\([cC]\)(?=\s?\d{4})|\b(?:[Cc]opyright|COPYRIGHT)\b")
YEARS = pattern(r"(?:[\s:,.|–—-]|©|\([cC]\)|copyright|\d{4}|by\s|the\s)*", re.IGNORECASE)
PLACED = pattern(r"(?P<agency>[^,\n]{2,30}),\s(?P<place>[^\W\d_a-z][^,\d\n]{1,30})")
OWNER_END = pattern(r"[.,|;(]")
WIRE_ID = pattern(r"\w{2,8}-infocom|,?\s?dpa:\d")
OWNED = pattern(r"\d{4}|\brights?\b|\bRechte\b|\bdroits\b|\bderechos\b|\bdireitos\b", re.IGNORECASE)


def agencies_of(document: Document) -> tuple[str, ...]:
    """The agencies as written, those of byline and dateline first, each once under whichever of its names."""
    found: dict[str, str] = {}
    for agency in _named(document):
        found.setdefault(_counted_by(agency), agency)
    return tuple(found.values())


def signed(stretch: str) -> tuple[str, ...]:
    """The agencies of a stretch that says nothing else but who wrote it there.

    >>> signed("(dpa/sm)"), signed("AFP, Reuters"), signed("the AFP said")
    (('dpa',), ('AFP', 'Reuters'), ())
    """
    sign = stretch.strip(AROUND)
    if sign in _agencies():
        return (sign,)
    label = LABEL.match(sign)
    parts = LISTED.split(sign[label.end() :] if label else sign)
    found = tuple(part for part in parts if part in _agencies())
    return found if all(part in found or INITIALS.fullmatch(part) for part in parts) else ()


def _counted_by(agency: str) -> str:
    folded = agency.casefold()
    return tables.pairs("agency_names.tsv").get(folded, agency).casefold()


def _named(document: Document) -> Iterator[str]:
    if document.byline:
        yield from document.byline.agencies
        yield from _below_byline(document)
    if document.dateline and document.dateline.agency:
        yield from signed(document.dateline.agency) or (document.dateline.agency,)
    if document.kind == "article":
        yield from _below_headline(document)
        for block in document.blocks_of(Kind.SIGN_OFF):
            yield from names.people(document[block][:SIGN_OFF], cued=True).agencies
        for block in document.blocks_of(Kind.PARAGRAPH)[-PARAGRAPHS:]:
            last = LAST_WORDS.search(document.text, max(block.start, block.end - LONGEST), block.end)
            yield from signed(last[0]) if last else ()
        yield from _rights(document)


def _below_byline(document: Document) -> Iterator[str]:
    """The agency that stands on the next line; further away it is that of a picture."""
    first, *more = document.blocks_of(Kind.BYLINE)
    if more and not document.text[first.end : more[0].start].strip():
        yield from signed(document[more[0]])


def _below_headline(document: Document) -> Iterator[str]:
    """`AFP, MANILA`: an agency with its place on a line between the headline and the first paragraph."""
    first = next(iter(document.blocks_of(Kind.HEADLINE)), None)
    below = [block for block in document.blocks if first and block.start >= first.end and block.kind is not Kind.BLANK]
    for block in below[:HEAD]:
        found = PLACED.fullmatch(document[block].strip()) if block.end - block.start <= LONGEST else None
        if found and found["agency"] in _agencies() and (is_known(found["place"]) or found["place"].isupper()):
            yield found["agency"]


def _rights(document: Document) -> Iterator[str]:
    """The agencies that hold the rights; a sign without a year or a word of rights is that of a picture."""
    text, pictures = document.text, document.blocks_of(Kind.CREDIT, Kind.CAPTION)
    for sign in deque(COPYRIGHT.finditer(text), maxlen=SIGNS):
        line = text[sign.start() : sign.start() + RIGHTS].partition("\n")[0]
        if text[sign.start() - 1 : sign.start()] == "/" or not (OWNED.search(line) or WIRE_ID.search(line)):
            continue
        if any(block.start <= sign.start() < block.end for block in pictures) and not WIRE_ID.search(line):
            continue
        opening = YEARS.match(line)
        owner = OWNER_END.split(line[opening.end() if opening else 0 :], 1)[0].strip()
        if owner in _agencies() and owner.casefold() not in tables.words("company_words.txt"):
            yield owner


@cache
def _agencies() -> frozenset[str]:
    """The agencies as they are listed, and in small letters or capitals alone."""
    rows = tables.rows("agencies.txt")
    return frozenset(rows).union(*({row.upper(), row.lower()} for row in rows if len(row) >= LEAST))
