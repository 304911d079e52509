"""What may be the place of a dateline, and what an agency is: look-ups and the shape of capitals.

Nothing here knows where in a text a dateline stands.
"""

from __future__ import annotations

from newsnorm import tables
from newsnorm.patterns import pattern

CAPITALS = pattern(r"(?:Ma?c|O['’]|[dD]['’]|Ste?-)?[^\W\d_a-z][^\W\d_a-zß-öø-ÿа-џґ.'’-]*\.?")
SMALL = frozenset("de del la las los of the upon am an der do da du des le sur y".split())
MOST_WORDS, TOWN_WORDS, LONGEST = 8, 5, 60


def is_agency(name: str) -> bool:
    """A known agency, or several joined by a slash of which the first is known."""
    known = tables.words("agencies.txt")
    return name.casefold() in known or name.partition("/")[0].strip().casefold() in known


def is_capitals(place: str) -> bool:
    """The towns are in capitals; their regions need not be."""
    return all(_town_in_capitals(part.partition(",")[0].split()) for part in place.split("/"))


def _town_in_capitals(words: list[str]) -> bool:
    if not 0 < len(words) <= TOWN_WORDS or len(words[0]) < 2:
        return False
    return all(CAPITALS.fullmatch(word) or word.lower() in SMALL for word in words)


def is_place(place: str) -> bool:
    """Words that could name a town: few, all capitalised or small words of names."""
    words = place.replace("/", " ").replace(",", " ").split()
    if not 0 < len(words) <= MOST_WORDS or len(place) > LONGEST or place.casefold() in tables.words("not_places.txt"):
        return False
    if ":" in place or _is_weekday(words[0].strip(".")) or _is_cue(place):
        return False
    return all(word[0].isupper() or word.lower() in SMALL for word in words)


def _is_weekday(word: str) -> bool:
    return len(word) > 2 and word.casefold() in tables.words("weekdays.txt")


def _is_cue(place: str) -> bool:
    """`Publié le`, `Actualizado Lunes`: what stands before a date that is no dateline."""
    cues = tables.pairs("header_cues.tsv")
    return place.casefold() in cues or place.partition(" ")[0].casefold().rstrip(":") in cues


def is_known(place: str) -> bool:
    """One of its towns is in the table of places."""
    towns = tables.words("places.txt")
    return any(part.partition(",")[0].strip().casefold() in towns for part in place.split("/"))


def has_region(place: str) -> bool:
    """A region that is known stands behind the town; with or without the stops of its short form."""
    regions = tables.words("regions.txt")
    behind = [part.strip().casefold() for part in place.split(",")[1:]]
    return any(part in regions or part + "." in regions for part in behind)
