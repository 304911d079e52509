"""A list of names, taken apart: at strong marks and glued words, then at commas and joining words.

Every piece is an agency, a group (a desk, a staff), a person with or without a role, or the end of the
list. What one piece says is read in `person.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from attrs import evolve

from newsnorm import tables
from newsnorm.model import Author
from newsnorm.names.lexicon import (
    DEGREES,
    INITIALS,
    PARTICLES,
    SUFFIXES,
    TITLES,
    furniture,
    is_given_name,
    is_place,
    roles_of_one,
)
from newsnorm.names.person import east_asian, juxtaposed, korean, person, role
from newsnorm.patterns import pattern

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐ"
LOWER = "a-zß-öø-ÿāăąćčďđēęěğģīıķłńňōőřśşšťūůűźżžа-яёіїєґ"
BREAK = pattern(
    r"""\s*[|•·●▪>»\n\t\[\]()（）【】〔〕「」“”／\"]\s* | \s+[/–—-]{1,2}\s+ | \s*/\s* | \s{3,} | [:：]\s
        | (?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])""",
    re.VERBOSE,
)
MARKS = pattern(r"[^\w ,;&'’]")  # in most lines nothing of it breaks a list
GLUE = pattern(rf"(?<=[{LOWER}])(?=[{UPPER}])")
JOINT = pattern(r", (?:and )?| and ")
PLAIN_WORD = rf"[{UPPER}][{LOWER}]{{1,30}}(?:-[{UPPER}][{LOWER}]{{1,30}})?"
PLAIN = pattern(rf"{PLAIN_WORD}(?: [{UPPER}]\.)?(?: {PLAIN_WORD}){{1,2}}")
EDGES = " \n|•·,;:–—-/"  # may stand around names
GLUED_PREFIXES = frozenset("mc mac de di la le du da lo del van von fitz ver ten al el o d l st".split())
LISTING = pattern("[,;，、]")
LETTERS = pattern(r"[^\W\d_]*$")
WORDS = pattern(r"\w+")
HAN_ROLE = pattern(r"[\s　]{0,3}(?:著|監訳|訳|文|撮影|記者|編集委員|氏|さん)$")
EAST_ASIAN = 0x2FFF  # from here on scripts write without blanks
MOST_AUTHORS, GROUP_WORDS, PIECE = 12, 8, 80


class People(NamedTuple):
    """Who is named, persons and desks apart from agencies."""

    authors: tuple[Author, ...]
    agencies: tuple[str, ...]


NOBODY = People((), ())


class Piece(NamedTuple):
    """One member of a list, and the word that joins it to the one before."""

    text: str
    joiner: str


@lru_cache(64)  # a head asks of a line what its document asks again
def people(stretch: str, *, cued: bool) -> People:
    """Who is named in a stretch of a byline; ``cued`` says that a word like `By` announces names.

    >>> people("Ann Lee and Bo Berg, AP", cued=True)
    People(authors=(Author(name='Ann Lee', role=None, collective=False, contact=None), \
Author(name='Bo Berg', role=None, collective=False, contact=None)), agencies=('AP',))
    """
    if plain := _plain(stretch.strip(EDGES), cued=cued) or korean(stretch.strip(EDGES)):
        return People(plain, ())
    agencies: list[str] = []
    authors: list[Author] = []
    for line in _without_agencies(stretch, agencies).split("\n"):
        found = _on_line(line, cued=cued, agencies=bool(agencies))
        authors += [author for author in found if author.name not in {known.name for known in authors}]
    return People(tuple(authors[:MOST_AUTHORS]), tuple(dict.fromkeys(agencies)))


def _plain(line: str, *, cued: bool) -> tuple[Author, ...]:
    """Names of two or three words that are in no list, as most bylines are; () for all others."""
    pieces = JOINT.split(line) if "," in line or " and " in line else [line]
    if not all(map(_is_plain_name, pieces)) or (len(pieces) > 1 and len(set(pieces)) < len(pieces)):
        return ()
    if any(map(is_place, pieces if not cued else pieces[1:])):
        return ()
    return tuple(map(Author, pieces))


def is_agency_word(word: str) -> bool:
    """An agency begins with it; one look-up tells that most words are none."""
    return word in _agency_words()


def _is_plain_name(name: str) -> bool:
    return PLAIN.fullmatch(name) is not None and _telling().isdisjoint(WORDS.findall(name.casefold()))


def _on_line(line: str, *, cued: bool, agencies: bool) -> list[Author]:
    """The authors of one line; behind the first stretch that names some, only what begins with a given name counts."""
    authors: list[Author] = []
    for i, chunk in enumerate(_chunks(line, cued=cued)):
        found = _listed(chunk, cued=cued and not authors)
        first = not authors and (cued or agencies or i == 0)
        if first or all(is_given_name(author.name.split()[0]) for author in found):
            authors += [author for author in found if author.name not in {known.name for known in authors}]
    return authors


def _without_agencies(stretch: str, agencies: list[str]) -> str:
    """The stretch with a bar in the place of every agency."""

    def found(agency: re.Match[str]) -> str:
        agencies.append(agency[1])
        return " | "

    if _agency_words().isdisjoint(WORDS.findall(stretch)):
        return stretch
    return _agency().sub(found, stretch)


def _chunks(stretch: str, *, cued: bool) -> Iterator[str]:
    single = cued and len(stretch.split()) == 1
    line = stretch if single or stretch.istitle() else _unglued(stretch)
    broken = MARKS.search(line) or "   " in line
    for chunk in BREAK.split(line) if broken else (line,):
        if chunk and (chunk := _trimmed(chunk)):
            yield chunk


def _trimmed(chunk: str) -> str:
    """Without the marks around it; an initial or `Jr.` keeps its stop."""
    chunk = chunk.strip(" ,:;–—-*_").lstrip(".")
    if chunk[-1:] != ".":
        return chunk
    last = chunk.rpartition(" ")[2]
    return chunk if INITIALS.fullmatch(last) or last.lower() in SUFFIXES else chunk.rstrip(" .")


def _unglued(stretch: str) -> str:
    """A bar where a word ends and another begins without a blank; `McLeod` and `DiCaprio` are one."""
    pieces, done = [], 0
    for seam in GLUE.finditer(stretch):
        at = seam.start()
        word = LETTERS.search(stretch[max(done, at - 6) : at])
        if word and word[0].lower() not in GLUED_PREFIXES:
            pieces.append(stretch[done:at])
            done = at
    return "|".join([*pieces, stretch[done:]])


def _listed(chunk: str, *, cued: bool) -> list[Author]:
    """The authors of a list; it ends at the first piece that is none."""
    authors: list[Author] = []
    for piece in _pieces(chunk):
        author = _author(piece, cued=cued, first=not authors)
        if author is not None:
            authors += juxtaposed(author)
        elif authors and (title := role(piece.text)) and authors[-1].role is None:
            authors[-1] = evolve(authors[-1], role=title)
        elif not (DEGREES.fullmatch(piece.text) or (not authors and role(piece.text))):
            break
    return authors


def _pieces(chunk: str) -> Iterator[Piece]:
    done, joiner = 0, ""
    if not LISTING.search(chunk) and _joining().isdisjoint(chunk.split()):
        yield Piece(chunk, joiner)
        return
    for found in _joiner().finditer(chunk):
        if piece := _trimmed(chunk[done : found.start()]):
            yield Piece(piece, joiner)
        done, joiner = found.end(), found[0].strip()
    if piece := _trimmed(chunk[done:]):
        yield Piece(piece, joiner)


def _author(piece: Piece, *, cued: bool, first: bool) -> Author | None:
    text = piece.text if piece.text.isascii() else HAN_ROLE.sub("", piece.text)
    words = text.split()
    if not words or len(text) > PIECE:
        return None
    if ord(words[0][0]) > EAST_ASIAN:
        return east_asian(text, cued=cued)
    if _is_collective(words, cued=cued) and (first or piece.joiner not in ("", ",", ";")):
        return Author(text, collective=True)
    return person(words, cued=cued, first=first)


def _is_collective(words: list[str], *, cued: bool) -> bool:
    """A desk, a staff: a group word, and neither a role of one person nor a name before it."""
    groups = {word.casefold().rpartition("-")[2] for word in words} & tables.words("collectives.txt")
    if not groups or len(words) > GROUP_WORDS or not words[0][0].isupper() or words[-1].casefold() in roles_of_one():
        return False
    named = len(words) > 2 and words[0].istitle() and is_given_name(words[0])
    return not named and (cued or len(words) > 1 or "-" in words[0])


@cache
def _telling() -> frozenset[str]:
    """Every word that says more than a name does, case folded."""
    lists = ("roles", "role_openers", "collectives", "joiners")
    agencies = {word.casefold() for word in _agency_words()}
    return furniture().union(PARTICLES, SUFFIXES, TITLES, agencies, *(tables.words(f"{name}.txt") for name in lists))


@cache
def _agency_words() -> frozenset[str]:
    """The first words of the agencies: one look-up tells that most stretches have none."""
    first = {WORDS.findall(agency)[0] for agency in tables.rows("agencies.txt")}
    return frozenset(first | {word.upper() for word in first if word.islower()})


@cache
def _agency() -> re.Pattern[str]:
    agencies = tables.rows("agencies.txt")
    known = tables.one_of(agencies + tuple(agency.upper() for agency in agencies if agency.islower()))
    return re.compile(rf"(?<![\w-])({known})(?:\sand\s(?=\|)|['’]s?(?=\s))?(?![\w-])")


@cache
def _joining() -> frozenset[str]:
    return frozenset({*tables.rows("joiners.txt"), "AND", "UND", "&", "+"})


@cache
def _joiner() -> re.Pattern[str]:
    """A mark or a joining word, or both: `Ann Lee, Bo Berg, and Cid Carl`; behind a comma `a` is an article."""
    joiners = tables.rows("joiners.txt")
    words, behind_comma = tables.one_of(joiners), tables.one_of(tuple(word for word in joiners if len(word) > 1))
    return re.compile(
        rf"\s{{0,3}}[,;，、](?:\s{{1,3}}(?:{behind_comma}|AND|UND|&)\s{{1,3}}|\s{{0,3}})"
        rf"|\s{{1,3}}(?:{words}|AND|UND|&|\+)\s{{1,3}}"
    )
