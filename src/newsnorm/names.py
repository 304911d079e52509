"""Names in a stretch of a byline: who wrote, what they are called in the house, which agency it came from.

A stretch is taken apart at strong marks and at glued words, then at commas and joining words. Every
piece is an agency, a group (a desk, a staff), a person with or without a role, or the end of the list.
Dates, cues and contacts are cut out before (`byline.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsnorm import tables
from newsnorm.model import Author

BREAK = re.compile(
    r"\s*[|•·●▪>»\n\t\[\]()（）【】「」“”\"]\s*|\s+[/–—-]{1,2}\s+|\s*/\s*|\s{3,}|[:：]\s|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])"
)
GLUE = re.compile(
    r"(?<=[a-zß-öø-ÿāăąćčďđēęěğģīıķłńňōőřśşšťūůűźżžа-яёіїєґ])(?=[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐ])"
)
GLUED_PREFIXES = frozenset("mc mac de di la le du da lo del van von fitz ver ten al el o d l st".split())
PARTICLES = frozenset(
    "de del della delle di da das do dos du des van von vom der den ter ten te het la le las los lo el al ul bin ibn bint "
    "abu e y af av zu zum zur st. san ap op 't d' auf".split()
)
TITLES = frozenset("dr dr. prof prof. mag. sir dame lord lady rev. rabbi dipl.-ing. ing.".split())
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
DEGREES = re.compile(
    r"(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?S|B\.?A|B\.?Sc|M\.?Sc|MBA|MPH|J\.?D|RDN?|LDN?|CPT|CFP|CFA|CPA|Esq|LL\.?[BM]|R\.?N)\.?"
)
WORDS = re.compile(r"\w+")
WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.'’ʼ‘`´-])*,?")
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?){1,3}[^\W\d_a-z]?|[^\W\d_a-z]{1,2}")
GIVEN_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?){1,3}|[A-Z]|[A-Z]J|J[CDPRTW]|[KT]C")
HAN = re.compile(r"[\u3400-\u9fff々ヶ]{1,4}[\s　]?[\u3400-\u9fff々ヶ\u3041-\u30ff]{1,4}")
HAN_NAME = re.compile(
    r"(?=.{3,6}$)[\u3400-\u9fff々ヶ]{1,3}[\s　]?[\u3400-\u9fff々ヶ]{1,3}(?<![社聞市県区町村国部局省庁報道版会])"
)
HAN_ROLE = re.compile(r"[\s　]*(?:著|監訳|訳|文|撮影|記者|編集委員|氏|さん)$")
HANGUL = re.compile(r"([가-힣]{2,4})\s?(기자|특파원|논설위원|선임기자|앵커)?(?:\s외\s\d+명)?")
POSSESSIVE = re.compile(r"['’]s$")
MOST_WORDS, MOST_AUTHORS = 5, 12


class People(NamedTuple):
    authors: tuple[Author, ...]
    agencies: tuple[str, ...]


class Piece(NamedTuple):
    """One member of a list, and the word that joins it to the one before."""

    text: str
    joiner: str


def people(stretch: str, *, cued: bool) -> People:
    """Who is named in a stretch of a byline; ``cued`` says that a word like `By` announces names.

    >>> people("Ann Lee and Bo Berg, AP", cued=True)
    People(authors=(Author(name='Ann Lee', role=None, collective=False, contact=None), \
Author(name='Bo Berg', role=None, collective=False, contact=None)), agencies=('AP',))
    """
    agencies: list[str] = []
    authors: list[Author] = []
    for line in _without_agencies(stretch, agencies).split("\n"):
        found = _on_line(line, cued=cued, agencies=bool(agencies))
        authors += [author for author in found if author.name not in {known.name for known in authors}]
    return People(tuple(authors[:MOST_AUTHORS]), tuple(dict.fromkeys(agencies)))


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
        agencies.append(agency[0])
        return " | "

    if _agency_words().isdisjoint(WORDS.findall(stretch)):
        return stretch
    return _agency().sub(found, stretch)


def _chunks(stretch: str, *, cued: bool) -> Iterator[str]:
    single = cued and len(stretch.split()) == 1
    for chunk in BREAK.split(stretch if single else _unglued(stretch)):
        if chunk and (chunk := _trimmed(chunk)):
            yield chunk


def _trimmed(chunk: str) -> str:
    """Without the marks around it; an initial or `Jr.` keeps its stop."""
    chunk = chunk.strip(" ,:;–—-*_").lstrip(".")
    last = chunk.rpartition(" ")[2]
    return chunk if INITIALS.fullmatch(last) or last.lower() in SUFFIXES else chunk.rstrip(" .")


def _unglued(stretch: str) -> str:
    """A bar where a word ends and another begins without a blank; `McLeod` and `DiCaprio` are one."""
    pieces, done = [], 0
    for seam in GLUE.finditer(stretch):
        at = seam.start()
        word = re.search(r"[^\W\d_]*$", stretch[max(done, at - 6) : at])
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
            authors += _juxtaposed(author)
        elif authors and (role := _role(piece.text)) and authors[-1].role is None:
            authors[-1] = Author(authors[-1].name, role, authors[-1].collective, authors[-1].contact)
        elif not DEGREES.fullmatch(piece.text):
            break
    return authors


def _pieces(chunk: str) -> Iterator[Piece]:
    done, joiner = 0, ""
    for found in _joiner().finditer(chunk):
        if piece := _trimmed(chunk[done : found.start()]):
            yield Piece(piece, joiner)
        done, joiner = found.end(), found[0].strip()
    if piece := _trimmed(chunk[done:]):
        yield Piece(piece, joiner)


def _author(piece: Piece, *, cued: bool, first: bool) -> Author | None:
    text = HAN_ROLE.sub("", piece.text)
    words = text.split()
    if not words or len(text) > 80:
        return None
    if ord(words[0][0]) > 0x2FFF:
        return _east_asian(text, cued=cued)
    if _is_collective(words, cued=cued) and (first or piece.joiner not in ("", ",", ";")):
        return Author(text, collective=True)
    return _person(words, cued=cued, first=first)


def _east_asian(text: str, *, cued: bool) -> Author | None:
    if HAN.fullmatch(text):
        return Author(text) if cued or HAN_NAME.fullmatch(text) else None
    if hangul := HANGUL.match(text):
        return Author(hangul[1], hangul[2]) if cued or hangul[2] else None
    return None


def _is_collective(words: list[str], *, cued: bool) -> bool:
    """A desk, a staff: a group word, and neither a role of one person nor a name before it."""
    groups = {word.casefold().rpartition("-")[2] for word in words} & tables.words("collectives.txt")
    if not groups or len(words) > 8 or not words[0][0].isupper() or words[-1].casefold() in _roles_of_one():
        return False
    return (cued or len(words) > 1 or "-" in words[0]) and not (
        len(words) > 2 and is_given_name(words[0]) and words[0].istitle()
    )


@cache
def _roles_of_one() -> frozenset[str]:
    return tables.words("roles.txt") - tables.words("collectives.txt")


def _person(words: list[str], *, cued: bool, first: bool) -> Author | None:
    words = _undoubled(words)
    if any(_ends_name(word) for word in words[:2]) and not _is_name_all_the_same(words, first=first):
        return None
    count = 2 if cued and first and len(words) == 2 and is_given_name(words[0]) else _name_length(words)
    name, rest = words[:count], words[count:]
    real = [word for word in name if word.lower().rstrip(",") not in TITLES]
    if not real or (len(real) == 1 and not (cued and first and _is_single(real[0], rest))):
        return None
    if not cued and not (_is_likely(real) and _is_explained(name, rest)):
        return None
    if not first and " ".join(name).casefold() in tables.words("places.txt"):
        return None
    return Author(" ".join(name).rstrip(","), _role(" ".join(rest)))


def _undoubled(words: list[str]) -> list[str]:
    """`Ann Lee Ann Lee`: a link and its text."""
    half = len(words) // 2
    return words[:half] if half > 1 and words[:half] == words[half:] else words


def _is_name_all_the_same(words: list[str], *, first: bool) -> bool:
    """`Betty White`, `Emily Post`: a given name before the word, and no role."""
    return first and len(words) > 1 and is_given_name(words[0]) and words[1].casefold() not in _roles_of_one()


def _name_length(words: list[str]) -> int:
    """How many of the words are the name: it ends before a role, an outlet or a word that no name has."""
    count = 0
    for i, word in enumerate(words):
        if DEGREES.fullmatch(word) and i > 1:
            break
        if not (_is_name_word(word) or (i and word.lower() in PARTICLES)) or (i > 1 and _ends_name(word)):
            break
        count = i + 1
    while count and words[count - 1].lower() in PARTICLES:
        count -= 1
    return _without_outlet(words, count)


def _without_outlet(words: list[str], count: int) -> int:
    """`Ann Lee Cherry Hill Courier`, `Ann Lee Wellness Writer`: two words are the name, an initial does not count."""
    if count == len(words) or words[count][0].islower() or _opens_role(words[count]):
        return count if count <= MOST_WORDS + 3 else 0
    short = 2 + any(INITIALS.fullmatch(word) or word.lower() in PARTICLES | TITLES for word in words[:2])
    return min(count, short)


def _is_name_word(word: str) -> bool:
    if not WORD.fullmatch(word):
        return False
    return word[0].isupper() or word[:2] in ("d'", "d’", "l'", "l’") or word[:3] in ("al-", "el-", "as-", "ar-")


def _ends_name(word: str) -> bool:
    """A role, an outlet, or what opens one."""
    folded = word.casefold().rstrip(".,")
    return folded in tables.words("roles.txt") or folded in tables.words("outlet_words.txt") or _opens_role(word)


def _opens_role(word: str) -> bool:
    return word.casefold().rstrip(".,") in tables.words("role_openers.txt")


def _is_explained(name: list[str], rest: list[str]) -> bool:
    """Nothing follows the name but a role, or an outlet where the name begins with a known given name."""
    if not rest or any(word.casefold() in _roles_of_one() for word in rest):
        return True
    return is_given_name(name[0]) and _is_role_or_outlet(rest)


def _is_role_or_outlet(words: list[str]) -> bool:
    return any(
        (word[0].isupper() and _ends_name(word)) or word in _roles_of_one() or DEGREES.fullmatch(word) for word in words
    )


@cache
def small_words() -> frozenset[str]:
    """What may begin with a small letter in a line of names."""
    lists = ("joiners.txt", "role_openers.txt", "roles.txt", "collectives.txt", "outlet_words.txt")
    return PARTICLES.union(*(tables.words(name) for name in lists)) - {"is", "was", "writes", "who", "the"}


def _is_single(word: str, rest: list[str]) -> bool:
    """A pen name that stands alone behind a cue."""
    if rest or len(word) < 3 or (word.isupper() and len(word) < 5):
        return False
    word = word.casefold()
    return not _is_furniture(word) and word not in tables.words("weekdays.txt")


def _is_likely(name: list[str]) -> bool:
    """Nothing announces it, so no word may be one of site furniture, and capitals alone are a headline."""
    folded = [word.casefold().strip(".,") for word in name]
    if any(POSSESSIVE.search(word) for word in name):
        return False
    if (
        (len(name) > MOST_WORDS and len(_groups(name)) < 2)
        or any(_is_furniture(word) for word in folded)
        or " ".join(folded) in tables.words("places.txt")
    ):
        return False
    return not any(word.isupper() and len(word) > 2 for word in name) and not _is_region(" ".join(name))


def _is_region(name: str) -> bool:
    return name.casefold() in tables.words("regions.txt")


def _is_furniture(word: str) -> bool:
    return any(word in tables.words(name) for name in ("not_names.txt", "outlet_words.txt", "months.tsv"))


def is_given_name(word: str) -> bool:
    """A first name of the table, an initial, or a double name that begins with one."""
    given = tables.words("first_names.txt")
    return (
        word.casefold() in given
        or word.partition("-")[0].casefold() in given
        or GIVEN_INITIALS.fullmatch(word) is not None
    )


def is_role(line: str) -> bool:
    """A short line that says what somebody does: `Chief Political Correspondent`."""
    return _role(line) is not None and not any(word.islower() and word not in small_words() for word in line.split())


def _role(text: str) -> str | None:
    words = text.split()
    known = any(word.casefold().strip(".,") in tables.words("roles.txt") for word in words)
    return text.strip(" ,") if known and len(words) <= 8 and not text[0].isdigit() else None


def _juxtaposed(author: Author) -> list[Author]:
    """`Ann Lee Bo Berg Cid Carl`: several names with nothing between them."""
    groups = [] if author.collective else _groups(author.name.split())
    return [Author(" ".join(group)) for group in groups] if len(groups) > 1 else [author]


def _groups(words: list[str]) -> list[list[str]]:
    """The words of several names, told by their given names; or all of them as one."""
    given = [is_given_name(word) for word in words]
    if len(words) > 3 and len(words) % 2 == 0 and not any(given[1::2]) and 2 * sum(given[::2]) >= len(given[::2]):
        return [words[i : i + 2] for i in range(0, len(words), 2)]
    starts = [i for i in range(len(words)) if i == 0 or (given[i] and not given[i - 1])]
    groups = [words[a:b] for a, b in pairwise([*starts, len(words)])]
    return groups if len(words) > 3 and all(len(group) > 1 for group in groups) else [words]


@cache
def _agency_words() -> frozenset[str]:
    """The first words of the agencies: one look-up tells that most stretches have none."""
    first = {WORDS.findall(agency)[0] for agency in tables.rows("agencies.txt")}
    return frozenset(first | {word.upper() for word in first if word.islower()})


@cache
def _agency() -> re.Pattern[str]:
    agencies = tables.rows("agencies.txt")
    known = tables.one_of(agencies + tuple(agency.upper() for agency in agencies if agency.islower()))
    return re.compile(rf"(?<![\w-])(?:{known})(?:\sand\s(?=\|))?(?![\w-])")


@cache
def _joiner() -> re.Pattern[str]:
    return re.compile(rf"\s*[,;，、]\s*|\s+(?:{tables.one_of(tables.rows('joiners.txt'))}|AND|UND|&|\+)\s+")
