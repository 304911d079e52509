"""Datelines: the place, the agency and the date that a wire puts before its first sentence.

One grammar reads them all: what stands before the first strong mark is split into place, region, date
and agency, and is a dateline when enough of these are certain. A place that stands alone must be a
known one; beside a region, a date or an agency any will do.
"""

from __future__ import annotations

import re

from newsnorm.dateline import eastern
from newsnorm.dateline.accepts import ACCEPTS, NEEDS, PARAGRAPH, Draft
from newsnorm.dateline.eastern import BRACKETS, EAST_ASIAN
from newsnorm.dateline.parts import Parts
from newsnorm.dateline.place import is_agency, is_capitals, is_known
from newsnorm.dates import month_number
from newsnorm.edits import Span
from newsnorm.model import Dateline
from newsnorm.patterns import pattern

__all__ = ["Parts", "dateline_of", "dateline_parts", "may_open", "split_dateline", "written"]

WINDOW = 110  # a dateline is over by then
WORDS = r"""(?> [^\W\d_a-z][\w.'’]{0,99}+(?:-[\w.'’]{1,99}+){0,9}+ | \d[\w.-]{0,99}+
             | [a-z]{1,99}+(?=,|\.?\s\d) | (?<=\d\s)[a-zß-öø-ÿ]{1,99}+
             | &(?=\s) | (?:and|de|del|de\sla|la|las|los|of|the|upon|am|an|der|do|da|du|des|le|sur|y)\b )"""
HEAD = pattern(  # what may be a place, a region and a date before a mark: most lines have none
    rf"""(?: {WORDS} (?: (?=\s{{0,3}}$) | [\s,.]{{1,4}}+ | /\s? | (?=\W) ) ){{0,10}}+ [\s,.]{{0,3}}
        (?: [(\[/:—―•·] | -- | [-–_](?:[\s<A-Z]|$) | (?<=\d)\s{{0,3}}$ )
      | [^\W\d_a-z][\w-]{{1,99}}(?:[ /][^\W\d_a-z][\w-]{{1,99}}){{0,2}}\.\s(?=[A-ZÀ-ÖØ-Þ„“"»])""",
    re.VERBOSE,
)
MARK = pattern(
    r"""
      (?P<bracket>  (?:\s|--?|[–—])?\((?P<agency>[^()\n]{2,40})\)\s{0,2}
                    (?: [-–—―_]{1,3} | [:.](?:\s?[-–—―])? | (?=[A-Z]) ) \s{0,3} )
    | (?P<slashes>  [\s,.]{0,3}/\s?(?P<slashed>[^\W\d_a-z][\w. -]{1,28})/
                    (?:\s?(?P<stamp>[^/\n\d]{0,12}\d[^/\n]{2,10})/)?
                    \.?\s?(?:--?|[–—―_])?\s{0,3} )
    | (?P<dash>     \s{1,2}(?:--|[-–—―_])(?:\s{1,3}|$) | \s?(?:--|[—―])\s? | (?<=[\d.])\s?-\s{0,3}(?=[<A-Z ]) )
    | (?P<colon>    \s?:(?:\s{1,2}|$) )
    | (?P<dot>      \s[·•]\s | (?<=[a-zß-öø-ÿ])\.\s(?=[A-ZÀ-ÖØ-Þ„“"»]) )
    | (?P<line>     \s{0,3}$ )
    """,
    re.VERBOSE,
)
DATE_END = pattern(
    r"""(?:^|[,.;:]?\s{1,3})(?:le\s|el\s)?(?P<date>
        (?P<word>[^\W\d_]{3,10})\.?\s{0,2}\d{1,2}(?:,?\s\d{4})?
      | \d{1,2}\.?\s(?P<after>[^\W\d_]{3,10})\.?(?:,?\s\d{4})?
      | \d{4}-\d\d-\d\d | \d{1,2}([./])\d{1,2}\4\d{4}
      )(?:,?\sReuters?)?[\s,.]{0,3}$""",
    re.VERBOSE | re.IGNORECASE,
)
DIGIT = pattern(r"\d")
SIGNED = pattern(  # `МОСКВА, 12 янв — РИА Новости. …`, or with the one who wrote
    r"(?P<agency>[^\W\d_][^.,:\n()]{1,28}?)(?:,\s(?P<by>[^\W\d_a-z][^\W\d_]+\s[^\W\d_a-z][^\W\d_]+))?\.\s{1,3}"
)
BETWEEN = {"bracket": "agency", "slashes": "slashed"}  # a mark closes behind what stands in it
OPENERS = "*"
NAMED = 64  # code points of an agency and a name
INSIDE = pattern(r"[/-]|\.\s")  # a mark before the one that a head ends with
MARK_WIDTH = 6  # code points of a mark, with the blanks before it, in which a head ends
OPENING = pattern(r"[\s*]{0,14}")
BYLINE = pattern(r"By\s[A-Z]")


def split_dateline(text: str) -> tuple[Dateline | None, str]:
    """The dateline that opens a paragraph, and the rest of the text behind it.

    ``place`` includes the region as written, ``date`` is as written, the dash belongs to neither. The
    styles are those of AP (`WALTHAM, Mass. (AP) —`), Reuters, AFP, dpa (`Berlin (dpa) -`), Xinhua, TASS
    (`/TASS/`), RIA, UPI, press releases (`TOKYO--(BUSINESS WIRE)--`), newspapers (`LONDON:`, `PARIS/BERLIN —`),
    CoNLL's date lines, and `【ソウル＝姓名】`, `新华社北京1月7日电`, `(서울=연합뉴스)`.

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
    first = line[0]
    if first in OPENERS or ((first > EAST_ASIAN or first in BRACKETS) and eastern.may_open(line)):
        return True
    newline = line.find("\n", 0, WINDOW)
    head = HEAD.match(line, 0, newline if newline >= 0 else WINDOW)
    if head is None or (first.isdigit() and "(" not in line):  # without a place, an agency stands in brackets
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
    newline = text.find("\n", begin, window)
    stop = newline if newline >= 0 else window
    if (text[begin] > EAST_ASIAN or text[begin] in BRACKETS) and (found := eastern.dateline(text, begin, stop)):
        return found
    head = HEAD.match(text, begin, stop)
    return _at_marks(text, head, stop, end, whole=stop in (newline, end)) if head else None


def _behind_signs(text: str, start: int, window: int) -> int:
    """Where the words of a dateline may begin; ``window`` where they cannot."""
    opening = OPENING.match(text, start, window)
    begin = opening.end() if opening else start
    return begin if begin < window and (text[begin].isalnum() or text[begin] in "([【/") else window


def _at_marks(text: str, head: re.Match[str], stop: int, end: int, *, whole: bool) -> Parts | None:
    """The dateline before the first mark that ends one; any mark but a full stop that ends none ends the search."""
    begin, near = head.start(), max(head.start(), head.end() - MARK_WIDTH)
    inside = INSIDE.search(text, begin, near)
    for mark in MARK.finditer(text, begin if inside else near, stop):
        style = mark.lastgroup or ""
        if style == "line" and not whole:
            return None
        if parts := _read(text, begin, mark, style, end):
            return parts if parts.place else _place_behind(text, parts, stop, end)
        if style != "dot":
            return None
    return None


def _place_behind(text: str, parts: Parts, stop: int, end: int) -> Parts:
    """`(ANSA) - ROMA, 13 GEN - `: place and date behind the agency."""
    head = HEAD.match(text, parts.end, stop)
    behind = _at_marks(text, head, stop, end, whole=False) if head else None
    if behind is None or behind.agency or not (behind.date and behind.place and is_capitals(behind.place)):
        return parts
    return behind._replace(start=parts.start, agency=parts.agency, rule=parts.rule)


def _read(text: str, begin: int, mark: re.Match[str], style: str, end: int) -> Parts | None:
    """The dateline before ``mark``, where it is one in that style."""
    if style in NEEDS and not NEEDS[style](text[begin : mark.start()], end - mark.end()):
        return None
    if style == "bracket" and BYLINE.match(text, begin):
        begin = _behind_byline(text, begin, mark.start())
    draft = _draft(text, begin, mark, end)
    if not ACCEPTS[style](draft):
        return None
    stop = mark.start()
    if style in BETWEEN:
        stop = mark.end("stamp" if mark["stamp"] else BETWEEN[style]) + 1
    parts = Parts(begin, stop, mark.end(), draft.place or None, draft.agency, draft.date, f"dateline.{style}")
    return _signed(text, parts, end) if style == "dash" and draft.date and not draft.agency else parts


def _signed(text: str, parts: Parts, end: int) -> Parts:
    """The dateline with the agency behind its dash, and with who wrote."""
    stop = min(end, parts.end + NAMED)
    found = SIGNED.match(text, parts.end, stop) if text.find(". ", parts.end, stop) > 0 else None
    if found is None or not is_agency(found["agency"]):
        return parts
    by = found.start("by") if found["by"] else None
    return parts._replace(stop=found.end("agency"), end=found.end(), agency=found["agency"], by=by)


def _behind_byline(text: str, begin: int, stop: int) -> int:
    """`By ANN LEE SAN FRANCISCO (AP)`: the longest known place at the end is where it was filed."""
    words = text[begin:stop].split()
    for i in range(2, len(words)):
        if is_known(" ".join(words[i:])):
            return text.rindex(words[i], begin, stop - len(" ".join(words[i + 1 :])))
    return begin


def _draft(text: str, begin: int, mark: re.Match[str], end: int) -> Draft:
    """Place with its region, date and agency, as far as they stand there."""
    head, agency = text[begin : mark.start()], mark["agency"] or mark["slashed"]
    head, date = _without_date(head)
    if mark["dash"] and date is None:
        head, agency = _agency_last(head)
        head, date = _without_date(head)
    if agency and date is None and agency[-1].isdigit():
        agency, date = _without_date(agency)
    following, room = text[mark.end() : mark.end() + 20], end - mark.end()
    return Draft(
        head.strip(" ,:"),
        _agency(agency),
        (mark["stamp"] or date or "").strip() or None,
        mark[0].strip(),
        following,
        room,
    )


def _agency_last(head: str) -> tuple[str, str | None]:
    """`Москва. 12 января. INTERFAX.RU - `, `AP - `: place and date, and the agency before the dash."""
    before, stop, last = head.rpartition(". ")
    agency = last.strip(" ,:")
    return (before + stop, agency) if is_agency(agency) else (head, None)


def _agency(said: str | None) -> str | None:
    """The agency of `Корр. ТАСС`; what is none that is known stays as it is written."""
    if not said or " " not in said:
        return said or None
    said = said.strip()
    return said if is_agency(said) else next((word for word in said.split() if is_agency(word)), said)


def _without_date(head: str) -> tuple[str, str | None]:
    """The words without the date at their end, and the date."""
    found = DATE_END.search(head) if DIGIT.search(head) else None
    if found is None or not _is_date(found, head):
        return head, None
    return head[: found.start()].strip(" -–—"), found["date"].strip(" ,.")


def _is_date(found: re.Match[str], head: str) -> bool:
    """A word beside a number is a month; or a misspelt one, where a comma stands before it."""
    word = found["word"] or found["after"]
    if word is None or month_number(word):
        return True
    return found["word"] is not None and head[found.start() : found.start() + 1] == "," and word[0].isupper()
