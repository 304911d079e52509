"""Datelines: the place, the agency and the date that a wire puts before its first sentence.

One grammar reads them all: what stands before the first strong mark is split into place, region, date
and agency, and is a dateline when enough of these are certain. A place that stands alone must be a
known one; beside a region, a date or an agency any will do.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsnorm.dateline.place import has_region, is_agency, is_capitals, is_known, is_place
from newsnorm.dates import month_number
from newsnorm.edits import Span
from newsnorm.model import Dateline
from newsnorm.patterns import pattern

WINDOW = 110  # a dateline is over by then
WORDS = r"""(?> [^\W\d_a-z][\w.'’]{0,99}+(?:-[\w.'’]{1,99}+){0,9}+ | \d[\w.-]{0,99}+
             | [a-z]{1,99}+(?=,|\.?\s\d) | (?<=\d\s)[a-zß-öø-ÿ]{1,99}+
             | (?:de|del|de\sla|la|las|los|of|the|upon|am|an|der|do|da|du|des|le|sur|y)\b )"""
HEAD = pattern(  # what may be a place, a region and a date before a mark: most lines have none
    rf"""(?: {WORDS} (?: (?=\s{{0,3}}$) | [\s,.]{{1,4}}+ | /\s? | (?=\W) ) ){{0,10}}+ [\s,.]{{0,3}}
        (?: [(/:—―•·] | -- | [-–_](?:[\s<A-Z]|$) | (?<=\d)\s{{0,3}}$ )
      | [^\W\d_a-z][\w-]{{1,99}}(?:[ /][^\W\d_a-z][\w-]{{1,99}}){{0,2}}\.\s(?=[A-ZÀ-ÖØ-Þ„“"»])""",
    re.VERBOSE,
)
MARK = pattern(
    r"""
      (?P<bracket>  \s?\((?P<agency>[^()\n]{2,30})\)\s{0,2}
                    (?: [-–—―_]{1,3} | [:.](?:\s?[-–—―])? | (?=[A-Z]) ) \s{0,3} )
    | (?P<slashes>  [\s,.]{0,3}/\s?(?P<slashed>[A-Z][\w. -]{1,28})/ (?:\s?(?P<stamp>[^/\n\d]{0,12}\d[^/\n]{2,10})/)?
                    \.?\s?(?:--?|[–—―_])?\s{0,3} )
    | (?P<dash>     \s{1,2}(?:--|[-–—―_])(?:\s{1,3}|$) | \s?(?:--|[—―])\s? | (?<=[\d.])\s?-\s{0,3}(?=[<A-Z ]) )
    | (?P<colon>    \s?:(?:\s{1,2}|$) )
    | (?P<dot>      \s[·•]\s | (?<=[a-zß-öø-ÿ])\.\s(?=[A-ZÀ-ÖØ-Þ„“"»]) )
    | (?P<line>     \s{0,3}$ )
    """,
    re.VERBOSE,
)
DATE_END = pattern(
    r"""(?:^|[,.;:]?\s{1,3})(?P<date>
        (?P<word>[^\W\d_]{3,10})\.?\s{0,2}\d{1,2}(?:,?\s\d{4})?
      | \d{1,2}\.?\s(?P<after>[^\W\d_]{3,10})\.?(?:,?\s\d{4})?
      | \d{4}-\d\d-\d\d | \d{1,2}/\d{1,2}/\d{4}
      )(?:,?\sReuters?)?[\s,.]{0,3}$""",
    re.VERBOSE | re.IGNORECASE,
)
DIGIT = pattern(r"\d")
OPENERS = "*【"
CORNER = pattern(r"【(?P<place>[^＝=】\s]{1,12})[＝=](?P<by>[^】]{1,20})】\s?")
INSIDE = pattern(r"[/-]|\.\s")  # a mark before the one that a head ends with
MARK_WIDTH = 6  # code points of a mark, with the blanks before it, in which a head ends
OPENING = pattern(r"[\s*]{0,14}")
BYLINE = pattern(r"By\s[A-Z]")
NO_SENTENCE = pattern(r"[A-Z]{3,9}\s\d{1,2}(?:,\s\d{4})?:|\d{1,2}[:.h]\d\d")  # a Getty caption; a time behind a date
PARAGRAPH = 100  # what a place without region, date or agency opens is longer
LINE = 24


class Parts(NamedTuple):
    """What a dateline says and where it ends: ``stop`` before its mark, ``end`` behind it.

    ``by`` is where the name of the reporter begins that some put into it.
    """

    start: int
    stop: int
    end: int
    place: str | None
    agency: str | None
    date: str | None
    rule: str
    by: int | None = None


class Draft(NamedTuple):
    """What may be a dateline: ``following`` is the text behind its mark, ``room`` how long that is."""

    place: str
    agency: str | None
    date: str | None
    mark: str
    following: str
    room: int


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
    return (written(text, parts), text[parts.end :]) if parts else (None, text)


def may_open(line: str) -> bool:
    """Whether a line without white space around it could begin with a dateline: one look sends nearly all away.

    >>> may_open("BERLIN (dpa) - Es regnet."), may_open("It rains in Berlin.")
    (True, False)
    """
    if line[0] in OPENERS:
        return True
    newline = line.find("\n", 0, WINDOW)
    head = HEAD.match(line, 0, newline if newline >= 0 else WINDOW)
    if head is None or (line[0].isdigit() and "(" not in line):  # without a place, an agency stands in brackets
        return False
    words = head[0].rstrip()
    if words[-1] == ":" and 2 < len(line) - head.end() < PARAGRAPH - 2:
        return INSIDE.search(words) is not None
    return not words[-1].isdigit() or "-" in words  # a date that ends a line is written with hyphens


def dateline_of(text: str, start: int, end: int) -> Dateline:
    """What the dateline says that fills ``text[start:end]``."""
    parts = dateline_parts(text, start, end) or dateline_parts(text, start, len(text))  # alone on its line, or not
    if parts is None:
        return Dateline(text[start:end].strip(), None, None, None, Span(start, end))
    return written(text, parts)


def written(text: str, parts: Parts) -> Dateline:
    """What a dateline says, as it is written."""
    line = text[parts.start : parts.stop].rstrip(" ,:")
    return Dateline(line, parts.place, parts.agency, parts.date, Span(parts.start, parts.start + len(line)))


def dateline_parts(text: str, start: int, end: int) -> Parts | None:
    """The dateline that ``text[start:end]`` begins with, its parts apart."""
    window = min(end, start + WINDOW)
    begin = start if text[start : start + 1].isalnum() else _behind_signs(text, start, window)
    if begin >= window:
        return None
    if text[begin] == "【":
        return _in_corners(text, begin, window)
    newline = text.find("\n", begin, window)
    stop = newline if newline >= 0 else window
    head = HEAD.match(text, begin, stop)
    return _at_marks(text, head, stop, end, whole=stop in (newline, end)) if head else None


def _behind_signs(text: str, start: int, window: int) -> int:
    """Where the words of a dateline may begin; ``window`` where they cannot."""
    opening = OPENING.match(text, start, window)
    begin = opening.end() if opening else start
    return begin if begin < window and (text[begin].isalnum() or text[begin] in "(【/") else window


def _in_corners(text: str, begin: int, window: int) -> Parts | None:
    found = CORNER.match(text, begin, window)
    if not found:
        return None
    by = found.start("by")
    return Parts(begin, by - 1, found.end(), found["place"], None, None, "dateline.corner", by)


def _at_marks(text: str, head: re.Match[str], stop: int, end: int, *, whole: bool) -> Parts | None:
    """The dateline before the first mark that ends one; any mark but a full stop that ends none ends the search."""
    begin, near = head.start(), max(head.start(), head.end() - MARK_WIDTH)
    inside = INSIDE.search(text, begin, near)
    for mark in MARK.finditer(text, begin if inside else near, stop):
        style = mark.lastgroup or ""
        if style == "line" and not whole:
            return None
        if parts := _read(text, begin, mark, style, end):
            return parts
        if style != "dot":
            return None
    return None


def _read(text: str, begin: int, mark: re.Match[str], style: str, end: int) -> Parts | None:
    """The dateline before ``mark``, where it is one in that style."""
    if style in NEEDS and not NEEDS[style](text[begin : mark.start()], end - mark.end()):
        return None
    if style == "bracket" and BYLINE.match(text, begin):
        begin = _behind_byline(text, begin, mark.start())
    draft = _draft(text, begin, mark, end)
    if not ACCEPTS[style](draft):
        return None
    stop = mark.end("agency") + 1 if mark["agency"] else mark.end() if mark["slashed"] else mark.start()
    return Parts(begin, stop, mark.end(), draft.place or None, draft.agency, draft.date, f"dateline.{style}")


def _behind_byline(text: str, begin: int, stop: int) -> int:
    """`By ANN LEE SAN FRANCISCO (AP)`: the longest known place at the end is where it was filed."""
    words = text[begin:stop].split()
    for i in range(2, len(words)):
        if is_known(" ".join(words[i:])):
            return text.rindex(words[i], begin, stop - len(" ".join(words[i + 1 :])))
    return begin


def _draft(text: str, begin: int, mark: re.Match[str], end: int) -> Draft:
    """Place with its region, date and agency, as far as they stand there."""
    head, agency, date = text[begin : mark.start()], mark["agency"] or mark["slashed"], mark["stamp"]
    found = DATE_END.search(head) if DIGIT.search(head) else None
    if found and _is_date(found, head):
        head, date = head[: found.start()], found["date"].strip(" ,.")
    place = head.strip(" ,:")
    if mark["dash"] and agency is None and date is None and is_agency(place):
        place, agency = "", place
    return Draft(place, agency, date, mark[0].strip(), text[mark.end() : mark.end() + 20], end - mark.end())


def _is_date(found: re.Match[str], head: str) -> bool:
    """A word beside a number is a month; or a misspelt one, where a comma stands before it."""
    word = found["word"] or found["after"]
    if word is None or month_number(word):
        return True
    return found["word"] is not None and head[found.start() : found.start() + 1] == "," and word[0].isupper()


def _accepts_bracket(draft: Draft) -> bool:
    sure = is_agency(draft.agency or "")
    if not draft.mark.endswith(tuple("-–—―_")) and not sure:
        return False
    if not draft.place:
        return sure or draft.date is not None
    certain = sure or draft.date is not None or is_capitals(draft.place) or has_region(draft.place)
    return certain and is_place(draft.place) and draft.room > 1


def _accepts_slashes(draft: Draft) -> bool:
    return is_place(draft.place) and draft.date is not None


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
