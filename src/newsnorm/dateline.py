"""Datelines: the place, the agency and the date that a wire puts before its first sentence.

One grammar reads them all: what stands before the first strong mark is split into place, region, date
and agency, and is a dateline when enough of these are certain. A place that stands alone must be a
known one; beside a region, a date or an agency any will do.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsnorm import tables
from newsnorm.dates import month_number
from newsnorm.edits import Span
from newsnorm.model import Dateline

WINDOW = 110  # a dateline is over by then
OPENERS = "*(【“\"'/ \t　"
MARK = re.compile(
    r"""
      (?P<bracket>  \s?\( (?P<agency>[^()\n]{2,30}) \) \s{0,2} (?: [-–—_]{1,3} | [:.](?:\s?[-–—])? | (?=[A-Z]) ) \s{0,3} )
    | (?P<slashes>  [\s,.]{0,3} /\s?(?P<slashed>[A-Z][\w. -]{1,28})/ (?:\s?(?P<stamp>[^/\n]{4,20})/)? \.?\s?(?:[-–—_]{1,2})?\s{0,3} )
    | (?P<dash>     \s{1,2} (?:--|[-–—_]) \s{1,3} | \s?(?:--|—)\s? | (?<=\d)-\s{1,3} )
    | (?P<colon>    \s?:\s{1,2} )
    | (?P<dot>      \s[·•]\s | (?<=[a-zß-öø-ÿ])\.\s(?=[A-ZÀ-ÖØ-Þ„“"»]) )
    | (?P<line>     \s{0,3}$ )
    """,
    re.VERBOSE,
)
DATE_END = re.compile(
    r"""(?:^|[,.;:]?\s{1,3})(?P<date>
        (?P<word>[^\W\d_]{3,10})\.?\s{0,2}\d{1,2}(?:,?\s\d{4})?
      | \d{1,2}\.?\s(?P<after>[^\W\d_]{3,10})\.?(?:,?\s\d{4})?
      | \d{4}-\d\d-\d\d | \d{1,2}/\d{1,2}/\d{4}
      )[\s,.]{0,3}(?:,\s(?P<agency>Reuters?))?[\s,.]{0,3}$""",
    re.VERBOSE | re.IGNORECASE,
)
CORNER = re.compile(r"【(?P<place>[^＝=】\s]{1,12})(?:[＝=][^】]{1,20})?】\s?")
STARS = re.compile(r"[\s*]{0,12}(?:By\s[A-Z][^a-z\n]{4,60}?\s(?=[A-Z]{4}[A-Z. ]{0,20}\s\())?")
CAPITALS = re.compile(r"(?:Ma?c|O['’]|[dD]['’]|Ste?-)?[^\W\d_a-z][^\W\d_a-zß-öø-ÿ.'’-]*\.?")
SMALL = frozenset("de del la las los of the upon am an der do da du des le sur y al-".split())
COLON_ROOM, DASH_ROOM = 80, 24  # so much text stands behind a dateline that a colon or a dash ends


class Parts(NamedTuple):
    """What a dateline says and where it ends: ``stop`` before its mark, ``end`` behind it."""

    start: int
    stop: int
    end: int
    place: str | None
    agency: str | None
    date: str | None
    style: str


def split_dateline(text: str) -> tuple[Dateline | None, str]:
    """The dateline that opens a paragraph, and the rest of the text behind it.

    ``place`` includes the region as written, ``date`` is as written, the dash belongs to neither. The
    styles are those of AP (`WALTHAM, Mass. (AP) —`), Reuters, AFP, dpa (`Berlin (dpa) -`), Xinhua, TASS
    (`/TASS/`), UPI, press releases, newspapers (`LONDON:`, `PARIS/BERLIN —`), CoNLL's date lines and
    `【ソウル＝姓名】`.

    >>> split_dateline("WALTHAM, Mass., March 16 (AP) - A bridge fell.")[1]
    'A bridge fell.'
    >>> split_dateline("FILE - A bridge, in 2019.")
    (None, 'FILE - A bridge, in 2019.')
    """
    parts = dateline_parts(text, 0, len(text))
    return (_dateline(text, parts), text[parts.end :]) if parts else (None, text)


def dateline_span(text: str, start: int, end: int) -> int:
    """Where the body begins in a paragraph: behind its dateline and the dash, or at ``start``."""
    parts = dateline_parts(text, start, end)
    return parts.end if parts else start


def dateline_of(text: str, start: int, end: int) -> Dateline:
    """What the dateline says that fills ``text[start:end]``."""
    parts = dateline_parts(text, start, len(text))
    if parts is None:
        return Dateline(text[start:end].strip(), None, None, None, Span(start, end))
    return _dateline(text, parts)


def _dateline(text: str, parts: Parts) -> Dateline:
    line = text[parts.start : parts.stop].rstrip(" ,:")
    return Dateline(line, parts.place, parts.agency, parts.date, Span(parts.start, parts.start + len(line)))


def dateline_parts(text: str, start: int, end: int) -> Parts | None:
    """The dateline that ``text[start:end]`` begins with, its parts apart."""
    window = min(end, start + WINDOW)
    begin = STARS.match(text, start, window).end()  # type: ignore[union-attr] (matches everywhere)
    if begin >= window or not (text[begin].isalnum() or text[begin] in "(【/"):
        return None
    if text[begin] == "【":
        corner = CORNER.match(text, begin, window)
        return corner and Parts(begin, corner.end(), corner.end(), corner["place"], None, None, "dateline.corner")
    newline = text.find("\n", begin, window)
    stop = window if newline < 0 else newline
    for mark in MARK.finditer(text, begin, stop):
        if mark.lastgroup != "line" or stop in (newline, end):
            style = _style(mark)
            if parts := _read(text, begin, mark, style, end):
                return parts
            if style in ("bracket", "dash", "slashes"):
                return None
    return None


def _style(mark: re.Match[str]) -> str:
    return next(name for name in ("bracket", "slashes", "dash", "colon", "dot", "line") if mark[name] is not None)


def _read(text: str, begin: int, mark: re.Match[str], style: str, end: int) -> Parts | None:
    """The dateline before ``mark``, where it is one in that style."""
    head, agency = text[begin : mark.start()], mark["agency"] or mark["slashed"]
    place, date, wire = _head(head)
    if mark["stamp"]:
        date = mark["stamp"]
    if style == "dash" and place and not date and place.casefold() in tables.words("agencies.txt"):
        place, agency = None, place
    agency = agency or wire
    room = end - mark.end()
    if not ACCEPT[style](text, mark, place, date, agency, room):
        return None
    stop = mark.end("agency") + 1 if mark["agency"] else mark.end() if mark["slashed"] else mark.start()
    return Parts(begin, stop, mark.end(), place or None, agency or None, date, f"dateline.{style}")


def _head(head: str) -> tuple[str, str | None, str | None]:
    """Place with its region, date, and an agency that stands behind the date."""
    found = DATE_END.search(head)
    if not found or not _is_date(found, head):
        return head.strip(" ,"), None, None
    return head[: found.start()].strip(" ,:"), found["date"].strip(" ,."), found["agency"]


def _is_date(found: re.Match[str], head: str) -> bool:
    """A word beside a number is a month; or a misspelt one, where a comma stands before it."""
    word = found["word"] or found["after"]
    if word is None or month_number(word):
        return True
    return found["word"] is not None and head[found.start() : found.start() + 1] == "," and word[0].isupper()


def _accept_bracket(text: str, mark: re.Match[str], place: str, date: str | None, agency: str | None, room: int) -> bool:
    known = _is_agency(agency or "")
    if not place:
        return known or date is not None
    return _is_place(place, mixed=True) and (known or date is not None or is_capitals(place) or _has_region(place)) and room > 1


def _accept_slashes(text: str, mark: re.Match[str], place: str, date: str | None, agency: str | None, room: int) -> bool:
    return bool(place) and (date is not None or _is_agency(agency or "")) and _is_place(place, mixed=True)


def _accept_dash(text: str, mark: re.Match[str], place: str, date: str | None, agency: str | None, room: int) -> bool:
    if not place:
        return agency is not None or date is not None
    if date:
        return _is_place(place, mixed=True) or place == place.lower()
    if room < DASH_ROOM or _getty(text, mark.end()):
        return False
    if is_capitals(place):
        return _is_known(place) or _has_region(place)
    return (_has_region(place) or "/" in place) and _is_known(place) and _is_place(place, mixed=True)


def _accept_colon(text: str, mark: re.Match[str], place: str, date: str | None, agency: str | None, room: int) -> bool:
    return is_capitals(place) and room > COLON_ROOM and (date is not None or _is_known(place) or _has_region(place))


def _accept_dot(text: str, mark: re.Match[str], place: str, date: str | None, agency: str | None, room: int) -> bool:
    return date is None and room > COLON_ROOM and _is_known(place)


def _accept_line(text: str, mark: re.Match[str], place: str, date: str | None, agency: str | None, room: int) -> bool:
    return date is not None and bool(place) and date[:4].isdigit() and _is_place(place, mixed=True)


ACCEPT = {
    "bracket": _accept_bracket,
    "slashes": _accept_slashes,
    "dash": _accept_dash,
    "colon": _accept_colon,
    "dot": _accept_dot,
    "line": _accept_line,
}
GETTY = re.compile(r"[A-Z]{3,9}\s\d{1,2}(?:,\s\d{4})?:")


def _getty(text: str, at: int) -> bool:
    """`LOS ANGELES, CALIFORNIA - JUNE 03: …` is a caption."""
    return GETTY.match(text, at) is not None


def _is_agency(name: str) -> bool:
    """A known agency, or several joined by a slash of which one is known."""
    known = tables.words("agencies.txt")
    return any(part.strip().casefold() in known for part in [name, *name.split("/")])


def is_capitals(place: str) -> bool:
    """The town is in capitals; its region may not be."""
    return all(_town_in_capitals(part) for part in place.split("/"))


def _town_in_capitals(place: str) -> bool:
    words = place.partition(",")[0].split()
    return bool(words) and len(words) <= 5 and len(words[0]) > 1 and all(CAPITALS.fullmatch(w) or w.lower() in SMALL for w in words)


def _is_place(place: str, *, mixed: bool) -> bool:
    """Words that could name a town: few, all capitalised or small words of names."""
    if place.upper() in tables.rows("not_places.txt") or len(place) > 60:
        return False
    words = place.replace("/", " ").replace(",", " ").split()
    return 0 < len(words) <= 8 and all(w[0].isupper() or w.lower() in SMALL for w in words) and (mixed or is_capitals(place))


def _is_known(place: str) -> bool:
    towns = tables.words("places.txt")
    return any(part.partition(",")[0].strip().casefold() in towns for part in place.split("/"))


def _has_region(place: str) -> bool:
    """A region that is known stands behind the town; with or without the stops of its short form."""
    regions = tables.words("regions.txt")
    behind = [part.strip().casefold() for part in place.split(",")[1:]]
    return any(part in regions or part + "." in regions for part in behind)
