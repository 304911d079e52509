"""Whether what stands before a mark is a dateline: what every style of datelines asks of its parts.

Nothing here searches a text; the parts are told apart in the package itself.
"""

from __future__ import annotations

from typing import NamedTuple

from newsnorm.dateline.place import has_region, is_agency, is_capitals, is_known, is_place
from newsnorm.patterns import pattern

NO_SENTENCE = pattern(r"[A-Z]{3,9}\s\d{1,2}(?:,\s\d{4})?:|\d{1,2}[:.h]\d\d")  # a Getty caption; a time behind a date
COUNTRY = pattern(r"(?:\s[(\[][^()\[\]]{3,30}[)\]]){1,2}$")  # `Sarasota (Etats-Unis)`, `Mumbai (Maharashtra) [India]`
SEVERAL = pattern(r"\s(?:&|and)\s")
PARAGRAPH = 100  # what a place without region, date or agency opens is longer
LINE = 24


class Draft(NamedTuple):
    """What may be a dateline: ``following`` is the text behind its mark, ``room`` how long that is."""

    place: str
    agency: str | None
    date: str | None
    mark: str
    following: str
    room: int


def _accepts_bracket(draft: Draft) -> bool:
    sure = is_agency(draft.agency or "")
    if not draft.mark.endswith(tuple("-–—―_")) and not sure:
        return False
    if not draft.place:
        return sure or (draft.date is not None and draft.agency is not None)
    place = draft.place
    if sure:
        place = COUNTRY.sub("", place) if place[-1] in ")]" and draft.date else _one_of(place)
    certain = sure or draft.date is not None or is_capitals(place) or has_region(place)
    return certain and is_place(place) and draft.room > 1


def _accepts_slashes(draft: Draft) -> bool:
    return draft.date is not None and is_place(_one_of(draft.place))


def _one_of(place: str) -> str:
    """`MENLO PARK, Calif. and LONDON` as towns that a slash parts."""
    return SEVERAL.sub(" / ", place) if " & " in place or " and " in place else place


def _accepts_dash(draft: Draft) -> bool:
    if NO_SENTENCE.match(draft.following):
        return False
    if not draft.place:
        return draft.agency is not None and draft.room > LINE
    if draft.date:
        return is_place(draft.place) or draft.place.islower() or (draft.place.count(" ") < 2 and is_known(draft.place))
    return is_place(draft.place) and _accepts_undated(draft)


def _accepts_undated(draft: Draft) -> bool:
    """A place before a dash: known, or with its region, or in capitals before a long dash and a paragraph."""
    if has_region(draft.place):
        return is_capitals(draft.place) or is_known(draft.place)
    long = draft.room > PARAGRAPH and draft.following[:1].isupper()
    if is_capitals(draft.place):
        named = len(draft.place) > 4 and " " not in draft.place and draft.mark in ("—", "―", "--")
        return (is_known(draft.place) and draft.room > LINE) or (long and named)
    return is_known(draft.place) and (long or "/" in draft.place)


def _accepts_colon(draft: Draft) -> bool:
    if not is_place(draft.place) or not (is_capitals(draft.place) or "/" in draft.place):
        return False
    if draft.room < PARAGRAPH:
        return "/" in draft.place and is_known(draft.place)
    return draft.date is not None or is_known(draft.place) or has_region(draft.place)


def _accepts_dot(draft: Draft) -> bool:
    return draft.date is None and draft.room > PARAGRAPH and "," not in draft.place and is_known(draft.place)


def _may_be_colon(head: str, room: int) -> bool:
    """`LONDON:` before a paragraph, `PARIS/BERLIN:` on a line of its own."""
    return room >= PARAGRAPH or (room < 2 and "/" in head)


def _may_be_line(head: str, _: int) -> bool:
    """`BRUSSELS 1996-08-22`."""
    return head[-1:].isdigit() and "-" in head


def _accepts_line(draft: Draft) -> bool:
    return draft.date is not None and draft.date[:4].isdigit() and is_place(draft.place)


ACCEPTS = {
    "bracket": _accepts_bracket,
    "slashes": _accepts_slashes,
    "dash": _accepts_dash,
    "colon": _accepts_colon,
    "dot": _accepts_dot,
    "line": _accepts_line,
}
# What a style needs before its parts are worth telling apart.
NEEDS = {"colon": _may_be_colon, "line": _may_be_line}
