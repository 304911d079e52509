"""What a word is in a line of names: a given name, a particle, a role, a word of outlets or of menus.

Look-ups in the word lists only; what follows from them is decided by who asks.
"""

from __future__ import annotations

import re
from functools import cache

from newsnorm import tables
from newsnorm.patterns import pattern

PARTICLES = frozenset(
    "de del della delle di da das do dos du des van von vom der den ter ten te het la le las los lo el al ul bin "
    "ibn bint abu e y af av zu zum zur st. san ap op 't d' auf".split()
)
TITLES = frozenset("dr dr. prof prof. mag. sir dame lord lady rev. rabbi dipl.-ing. ing.".split())
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
DEGREES = pattern(
    r"""(?: Ph\.?\s?D | M\.?D | M\.?A | M\.?S | B\.?A | B\.?Sc | M\.?Sc | MBA | MPH | J\.?D | RDN? | LDN?
        | CPT | CFP | CFA | CPA | Esq | LL\.?[BM] | R\.?N )\.?""",
    re.VERBOSE,
)
INITIALS = pattern(r"(?:[^\W\d_a-z]\.-?){1,3}[^\W\d_a-z]?|[^\W\d_a-z]{1,2}")
GIVEN_INITIALS = pattern(r"(?:[^\W\d_a-z]\.-?){1,3}|[B-HJ-Z]|[A-Z]J|J[CDPRTW]|[KT]C")
WORD = pattern(r"[^\W\d_](?:[^\W_]|[.'’ʼ‘`´-])*,?")
ELISIONS = ("d'", "d’", "l'", "l’", "al-", "el-", "as-", "ar-")  # what a name may begin with in small letters
COMPASS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest".split()
)
INITIALS_ONLY = 2  # initials without a stop are no longer


def is_given_name(word: str) -> bool:
    """A first name of the table, an initial, or a double name that begins with one.

    >>> is_given_name("Ann-Marie"), is_given_name("T.C."), is_given_name("Storm")
    (True, True, False)
    """
    given = tables.words("first_names.txt")
    folded = word.casefold()
    if folded in given or ("-" in folded and folded.partition("-")[0] in given):
        return True
    return (len(word) <= INITIALS_ONLY or "." in word) and GIVEN_INITIALS.fullmatch(word) is not None


def is_name_word(word: str) -> bool:
    """It could be a word of a name: letters, with a capital or an elision before them."""
    return WORD.fullmatch(word) is not None and (word[0].isupper() or word.startswith(ELISIONS))


def is_role_word(word: str) -> bool:
    """A word for what one person does: `Correspondent`."""
    return word.casefold().strip(".,") in roles_of_one()


def opens_role(word: str) -> bool:
    """A word that stands before a role or an outlet: `Senior`, `for`."""
    return word.casefold().rstrip(".,") in tables.words("role_openers.txt")


def ends_name(word: str) -> bool:
    """A role, an outlet, or what opens one."""
    return word.casefold().rstrip(".,") in _name_ends()


def is_furniture(word: str) -> bool:
    """A word of menus, outlets and dates, case folded."""
    return word in furniture()


def is_place(name: str) -> bool:
    """The whole name is a known place or region."""
    folded = name.casefold()
    return folded in tables.words("places.txt") or folded in tables.words("regions.txt")


def is_area(name: str) -> bool:
    """What a correspondent covers: a place or a region, a part of the world, with the winds before it.

    >>> is_area("South America"), is_area("West Africa"), is_area("North East"), is_area("West")
    (True, True, True, False)
    """
    words = name.casefold().split()
    behind = [word for i, word in enumerate(words) if not set(words[: i + 1]) <= COMPASS]
    return (not behind and len(words) > 1) or name.casefold() in _areas() or " ".join(behind) in _areas()


@cache
def _areas() -> frozenset[str]:
    return tables.words("areas.txt") | tables.words("places.txt") | tables.words("regions.txt")


@cache
def _name_ends() -> frozenset[str]:
    return tables.words("roles.txt") | tables.words("outlet_words.txt") | tables.words("role_openers.txt")


@cache
def furniture() -> frozenset[str]:
    """Words of menus, outlets and dates, case folded."""
    months = tables.pairs("months.tsv").keys() - tables.words("first_names.txt")  # `April` and `June` are both
    return tables.words("not_names.txt") | tables.words("outlet_words.txt") | months


@cache
def roles_of_one() -> frozenset[str]:
    """Roles that a group cannot have."""
    return tables.words("roles.txt") - tables.words("collectives.txt")


@cache
def small_words() -> frozenset[str]:
    """What may begin with a small letter in a line of names."""
    lists = ("joiners.txt", "role_openers.txt", "roles.txt", "collectives.txt", "outlet_words.txt")
    agencies = {agency for agency in tables.rows("agencies.txt") if agency.islower()}
    return PARTICLES.union(agencies, *(tables.words(name) for name in lists)) - {"is", "was", "writes", "who", "the"}
