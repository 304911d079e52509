"""Whether a stretch of a line is a byline, and by what form: behind its cue, or a name without one.

One stretch is asked on its own; which of several bylines counts is decided in `authors.py`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsnorm import byline, credit, names
from newsnorm.patterns import pattern

CUED = frozenset({"byline.cue", "byline.outlet", "byline.hint", "byline.title"})
ALONE, EDITOR = "byline.cue-alone", "byline.editor"
CUE, NAME = "cue", "name"  # what the first word of a line may be
SIGNS = "|•·»>*–—- "  # may stand before a cue
INSIDE = ("ed by ", "told to ", "ory by ", "ords by ", "ew by ", "ews by ")
BARE = 100  # a longer line without a cue is no byline
ONE_NAME = 8  # so many blanks a name with its role has; a list may have more
LISTS = (",", "|", "&", "/", "·", "•", " and ", " und ", " et ", " y ", " og ", " i ")
SENTENCE = 60  # so far behind its cue a single word is no name: `By Monday, officials said …`
TITLE_WORDS, LONG = 8, 4  # of the name of an outlet; letters
SMALL = pattern(r"(?<![\w'’.@-])[a-zß-öø-ÿ]{2,}(?![\w.-]*[.@])")
TWEET = pattern(r"[\s—–-]{1,4}.{1,60}\(@")
CREDIT_SIGN = pattern(r"[(©/|]")
LABEL = pattern(r"\s?:\s")
PRESENTED = pattern(r"[^\W\d_]{2,4}\s(?:[^\W\d_a-z][\w.'’-]{0,20}\s){1,3}[^\W\d_a-z][\w'’-]{1,20},\s[a-z]")
EDITED = pattern(r"\W{0,4}(?:fact[\s-]?checked|medically\sreviewed|reviewed|edited|produced)\sby\b", re.IGNORECASE)


class Named(NamedTuple):
    """By what form a stretch is a byline, and the names of those who wrote."""

    rule: str
    names: frozenset[str]


def may_name(line: str) -> bool:
    """A cue begins the line, or a given name where it ends like a line of names, or a cue stands in it."""
    opening = _opening((line if line[0].isalpha() else line.lstrip(SIGNS)).partition(" ")[0])
    if opening or len(line) > BARE or line[0].islower():
        return opening == CUE or (opening == NAME and _is_like_names(line))
    if names.TITLED.fullmatch(line):  # a reporter's title is a cue
        return True
    return ("by " in line or "told to " in line) and any(cue in line for cue in INSIDE)


def presents(line: str) -> bool:
    """A byline that goes on as a sentence: `By Ann Lee, a reporter who covers storms.`."""
    return PRESENTED.match(line) is not None and _opening(line.partition(" ")[0]) == CUE


@lru_cache(1 << 12)
def _opening(word: str) -> str:
    """What a line may be that begins with this word: a few words begin most lines."""
    if byline.opens(word):
        return CUE
    return NAME if names.is_given_name(word) else ""


def _is_like_names(line: str) -> bool:
    """A line that begins with a given name has a second word, the last sign of a name, and few words or a list."""
    blanks = line.count(" ")
    if not blanks or len(line) > BARE or line[-1] in ".!?:…," or line[0].islower():
        return False
    return blanks < ONE_NAME or any(sign in line for sign in LISTS)


def read_byline(text: str, start: int, end: int, *, dated: bool = False) -> Named | None:
    """The byline that a stretch is, or None where it is none; ``dated`` says that a date stands beside it."""
    cue = first = byline.cue_at(text, start, end)
    if cue is None and end - start <= BARE:
        cue = byline.inner_cue(text, start, end, bare=dated)
    if cue is not None:
        return _cued(text, start, cue, end, inside=first is None)
    if names.TITLED.fullmatch(text, start, end):
        return Named("byline.title", _names(byline.people_in(text, start, end)[0]))
    return _beside_date(text, start, end) if dated else _bare(text, start, end)


def _cued(text: str, start: int, cue: int, end: int, *, inside: bool) -> Named | None:
    """The byline behind its cue; a single word is no name behind a cue inside the line (`Rückbau von Kraftwerken`)."""
    behind = text[cue:end].strip()
    if not behind:
        return Named(ALONE, frozenset())
    if len(behind) > BARE and behind[-1] == ".":  # `Author Ann Lee, from the coast, said that …`
        return None
    found, _ = byline.people_behind(text, cue, end, cued=True)
    if found.authors and EDITED.match(text, start, end):
        return Named(EDITOR, _names(found))
    double = bool(found.authors) and " " in found.authors[0].name
    if double or (len(behind) < SENTENCE and (found.agencies or (found.authors and not inside))):
        return Named("byline.cue", _names(found))
    if inside or len(behind) >= BARE or not _is_title(behind):
        return None
    return Named("byline.outlet", _names(found))


def _beside_date(text: str, start: int, end: int) -> Named | None:
    """The names that stand beside a date; a single word is an agency or a desk, or in a script without blanks."""
    line = text[start:end].strip()
    if " " not in line and line.isascii() and "-" not in line and not names.is_agency_word(line):
        return None
    if not _is_plain(text[start:end]):
        return None
    found, _ = byline.people_behind(text, start, end, cued=False)
    return Named("byline.bare", _names(found)) if found.authors or found.agencies else None


def _bare(text: str, start: int, end: int) -> Named | None:
    """The names that nothing announces: a known given name begins them, and they are short."""
    line = text[start:end]
    if _opening(line.partition(" ")[0]) != NAME or not _is_like_names(line) or not _is_plain(line):
        return None
    if CREDIT_SIGN.search(line) and credit.credit_parts(text, start, end):
        return None
    authors = byline.people_in(text, start, end)[0].authors
    if not authors or not all(author.collective or _is_short(author.name) for author in authors):
        return None
    form = "byline.collective" if any(author.collective for author in authors) else "byline.bare"
    return Named(form, frozenset([author.name for author in authors]))


def _names(found: names.People) -> frozenset[str]:
    return frozenset([author.name for author in found.authors])


def _is_plain(line: str) -> bool:
    """It is short, and no word begins with a small letter but those that lists, roles and names have."""
    if len(line) > BARE or not names.small_words().issuperset(SMALL.findall(line)):
        return False
    return LABEL.search(line) is None and TWEET.match(line) is None


def _is_title(line: str) -> bool:
    """Every long word is capitalised, as in the name of an outlet."""
    words = line.split()
    if len(words) > TITLE_WORDS or line[-1] in ".!?":
        return False
    return not any(word[0].islower() and len(word) >= LONG for word in words)


def _is_short(name: str) -> bool:
    """A given name and a surname; initials, particles and second given names do not count."""
    words = [word for word in name.split()[1:] if word.lower() not in names.PARTICLES | names.SUFFIXES]
    return len(words) > 0 and all(map(names.is_given_name, words[:-1]))
