"""Stripped marks: UTF-8 read as Latin-1 whose control characters a tool then took out, so that `’` is a lone `â`.

Which mark it was is told by where it stands: in a contraction or elision, between words, at either end of a quotation.
Languages that have the letter are safe: a lone `â` counts only in an English text or beside certain damage, and on
a line with other undamaged letters only in an English contraction.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsnorm.characters.gate import Run
from newsnorm.characters.search import Certainty
from newsnorm.characters.tongue import likely_profile
from newsnorm.edits import Edit, Span
from newsnorm.patterns import pattern

RULE = "mojibake.lost"

_CONTRACTION = pattern(
    r"""
    (?: n â t
      | \b (?: I | [Yy]ou | [Ww]e | [Tt]hey | [Hh]e | [Ss]he | [Ii]t )
        â (?: m | s | d | ve | re | ll )
      | \b (?: [Tt]hat | [Ww]ho | [Ww]hat | [Tt]here | [Hh]ere | [Ll]et )
        â (?: m | s | d | ve | re | ll )
    ) (?![A-Za-z])
    """,
    re.VERBOSE,
)
_ELISION = pattern(
    r"""
    \b (?: [cdjlmnst] | (?:jus|lors|puis|quel)?qu | un | [ds]?all | [dn]ell | sull | coll | quell | quest )
    â (?= [aeiouhyàâéèêëîïôœÃ] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SUFFIX = pattern(r"(?:s|t|re|ve|ll|d|m)(?![A-Za-z])")
_POSSESSIVE = pattern(r"[a-z]âs(?![A-Za-z])")
_SIGN = pattern(r"â(?:(?P<euro>¬)|(?P<trade>¢)|(?P<dots>¦))")  # whose last byte is no control character
_OTHER_LETTER = pattern(r"(?![ÃâÂ])[^\W\d_\x00-\x7f]")
_QUOTES = {"de": "„“‚‘"}
_USUAL_QUOTES = "“”‘’"
_BEFORE_OPENING, _AFTER_CLOSING = frozenset(" \t\n([{—–-/\xa0“‘„â"), frozenset(" \t\n)]}.,;:!?—–-/…\xa0”’â")
_ENDS = frozenset(",.!?…)'%")


class _Place(NamedTuple):
    """A lone ``â`` with its neighbours, as mended; ``paired`` if only spaces part it from another."""

    at: int
    left: str
    right: str
    paired: bool


def stripped(text: str, runs: Iterable[Run], certainty: Certainty, done: Sequence[Edit]) -> list[Edit]:
    """The edits for each lone ``â`` beside those ``done``, where the line, or an English text, shows what it was."""
    runs = [run for run in runs if "â" in run.text]
    places = list(_places(text, runs, done)) if runs and "â€" not in text else []
    proven = {_line(text, at) for at in certainty.places("cp1252")} if places else set()
    if not (proven or _suspicious(text, places)):
        return []
    language = likely_profile(text).language
    edits: list[Edit] = []
    mended = {at for edit in done for at in range(*edit.span)}
    for line, some in _by_line(text, places):
        edits += _on_line(text, some, language, proven=line in proven, mixed=_mixed(text, line, mended))
    return edits


def _by_line(text: str, places: Iterable[_Place]) -> Iterator[tuple[Span, list[_Place]]]:
    """The places in their order, those of one line together."""
    line, some = Span(0, 0), list[_Place]()
    for place in places:
        if not some or place.at > line.end:
            if some:
                yield line, some
            line, some = _line(text, place.at), []
        some.append(place)
    if some:
        yield line, some


def _places(text: str, runs: Iterable[Run], done: Sequence[Edit]) -> Iterator[_Place]:
    """Every ``â`` of ``runs`` that is not mended."""
    starts = {edit.span.start: edit.new[:1] for edit in done}
    ends = {edit.span.end: edit.new[-1:] for edit in done}
    spots = [run.start + k for run in runs for k, char in enumerate(run.text) if char == "â"]
    close = [2 < right - left < 8 and text[left + 1 : right].isspace() for left, right in pairwise(spots)]
    for at, before, after in zip(spots, [False, *close], [*close, False], strict=bool(spots)):
        if at not in starts and not "\x80" <= text[at + 1 : at + 2] <= "\x9f":
            left, right = ends.get(at) or text[at - 1 : at] or "\n", starts.get(at + 1) or text[at + 1 : at + 2] or "\n"
            yield _Place(at, left, right, before or after)


def _suspicious(text: str, places: Iterable[_Place]) -> bool:
    """Whether one ``â``, or two at the ends of a quotation, may show that an English text's were marks."""
    opened = False
    for place in places:
        if _contracted(text, place) or _SIGN.match(text, place.at) or _POSSESSIVE.match(text, place.at - 1):
            return True
        if opened and (place.left.isalnum() or place.left in _ENDS) and place.right in _AFTER_CLOSING:
            return True
        opened |= place.left in _BEFORE_OPENING and place.right not in _AFTER_CLOSING
    return False


def _contracted(text: str, place: _Place) -> bool:
    return bool(_CONTRACTION.search(text, max(0, place.at - 6), place.at + 4))


def _on_line(text: str, places: Sequence[_Place], language: str, *, proven: bool, mixed: bool) -> Iterator[Edit]:
    if mixed or not (proven or language == "en" or any(_SIGN.match(text, place.at) for place in places)):
        return (Edit(Span(place.at, place.at + 1), "’", RULE) for place in places if _contracted(text, place))
    return _meant(text, places, _QUOTES.get(language, _USUAL_QUOTES))


def _meant(text: str, places: Iterable[_Place], quotes: str) -> Iterator[Edit]:
    """What each ``â`` was, by where it stands and by how many quotations are open."""
    depth = 0
    for place in places:
        at = place.at
        if sign := _SIGN.match(text, at):
            new = {"euro": "€", "trade": "™" if place.left.isalnum() else "•", "dots": "…"}[sign.lastgroup or ""]
        else:
            new = _mark(text, place, quotes, depth)
            if not _inside(place):
                depth += (new in {quotes[0], quotes[2]}) - (depth > 0 and new in {quotes[1], quotes[3]})
        if new:
            yield Edit(Span(at, at + (2 if sign else 1)), new, RULE)


def _mark(text: str, place: _Place, quotes: str, depth: int) -> str:
    """The mark that stands between these neighbours; empty where none is likely."""
    _, left, right, paired = place
    if _inside(place):
        return _within_word(text, place)
    if left in _BEFORE_OPENING and right not in _AFTER_CLOSING:
        return quotes[2 if depth == 1 else 0]
    if left in " \t\n" and right in " \t" and not paired:
        return "–"
    if right not in _AFTER_CLOSING:
        return ""
    if paired and not depth:
        return quotes[0]
    return quotes[3 if depth == 2 else 1] if depth or not left.isalpha() else "’"


def _inside(place: _Place) -> bool:
    return place.left.isalnum() and place.right.isalnum() and "â" not in {place.left, place.right}


def _within_word(text: str, place: _Place) -> str:
    if place.left.isdigit():
        return "–"
    apostrophe = _SUFFIX.match(text, place.at + 1) or _ELISION.search(text, max(0, place.at - 6), place.at + 2)
    return "’" if apostrophe else "—"


def _mixed(text: str, line: Span, mended: Collection[int]) -> bool:
    """Whether a line has a letter beyond ASCII that is neither mended nor damaged."""
    return any(match.start() not in mended for match in _OTHER_LETTER.finditer(text, *line))


def _line(text: str, at: int) -> Span:
    end = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text))
