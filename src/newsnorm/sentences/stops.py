"""Where the sentences of a text end.

The rules are English, with the abbreviations, ordinals and quotes of German, French, Spanish and Italian; the
words they ask for are in `data/sentences.toml`. The stops of Chinese and Japanese are known too. A stop is judged
by the few words around it, so that a search can begin anywhere. Nothing is rewritten: the sentences of a text are
slices of it. When they are said is told in `timing.py`.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from newsnorm import tables
from newsnorm.patterns import pattern

# The first class is what the search looks for, so that it need not try at every character.
_STOP = pattern(
    r"""
    (?P<marks> [.!?…。！？] (?<! [.!?…] . ) (?: (?: \s\. ){2,4} | [.!?…]*+ | [。！？]*+ ) )
    (?P<closers> ["'“”‘’)\]«»‹›]*+ (?: [ \xa0\u202f]? (?: \[\d{1,3}\] | [»”] (?!\S) ) )*+ )
    (?: \s++ | (?<=[。！？]) )
    (?= (?P<openers> ["'“„‘‚(\[«»‹›–—¿¡-]{0,3} ) [ ]? (?P<next> [\w'’-]{1,20} | \S ) )
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTION = pattern(
    r"""
    (?: I | (?!I\b) [\w.'’-]{1,30} (?: \s[\w.'’-]{1,30} ){0,3}? ) \s
    (?: said|says|asked|asks|cried|told|added|wrote|replied|claimed|warned|noted|stated|tweeted|continued|explained
      | insisted|recalled|argued|declared ) \b
    """,
    re.VERBOSE,
)
# The number or letter of a list, at the start of a sentence.
_MARKER = pattern(
    r"""
    (?: \A | \n | [.!?…]["'”’)\]»]{0,3}\s ) \s{0,4} (?:[•⁃-]\s{0,4})?
    (?: \d{1,3} (?: \.\d{1,3} ){0,3} | [a-zA-Z] | [ivx]{1,4} | P\.S ) \Z
    """,
    re.VERBOSE,
)
_LIST = pattern(r"(?:\A|(?<=\s))([•⁃-]?[ ]?)(\d{1,3}|[a-z])(\.\)|\.|\))\s")
_ACRONYM = pattern(r"(?:[a-z]\.)+[a-z]")
_CLOCK_TIME = pattern(r"(?:\A|[.!?]\s)(?:At|By|Around|On|About|From|Until|After|Before|Since)\b[^,.]{0,24}[ap]\.m\Z")
_NUMERAL = pattern(r"(?:War|Type|Part|Phase|Act|Elizabeth|Charles|James|Nicholas|Pope|King|Queen) I\Z")
# Behind "5.": "1." or, in a date, "1. 2024"; "z. B.", "v. Chr.", "EE. UU.".
_MONTH_OR_YEAR = pattern(r"(?:\d{1,2}\.)? \d{1,2}\.|\d{1,2}\. (?:1[5-9]|20)\d\d\b")
_PAIR = pattern(r"[a-zäöü]\.(?:[A-ZÄÖÜ]|Chr|Zt)\.|([A-Z])\1\.([A-Z])\2\.")
_ELIDED = pattern(r"\A(?:[ldcjn]|(?:de|da|a|ne|su)ll|un|qu)['’](?=\w{2})", re.IGNORECASE)  # "l’avv."
_LETTER = pattern(r"[a-zäöü]\.")
_LONGEST_WORD = 24
_FEW = 2  # letters or digits
_REACH = 40  # characters before a stop that are looked at
_ORDINARY = 5  # letters from which a word that no list knows is a word


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text``, each with the white space behind it: joined, they are ``text``.

    >>> split_sentences("Dr. Lee left the U.S. on Friday. “Why?” asked no one.")
    ('Dr. Lee left the U.S. on Friday. ', '“Why?” asked no one.')
    """
    markers = dict(_list_markers(text))
    ends = sorted({*(set(sentence_starts(text)) - set(markers.values())), *markers})
    return tuple(text[start:end] for start, end in pairwise((0, *ends, len(text))) if start < end)


def _list_markers(text: str) -> Iterator[tuple[int, int]]:
    """Where the items of a list that opens the text begin, in line, and where their markers end."""
    expected = None
    for item in _LIST.finditer(text) if _LIST.match(text) else ():
        bullet, mark, point = item.groups()
        if expected in {None, (bullet, mark, point)}:
            yield item.span()
            expected = bullet, str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1), point


def sentence_starts(text: str, at: int = 0) -> Iterator[int]:
    """Where sentences begin inside ``text``, from ``at`` on.

    >>> [*sentence_starts("It rained. It did.")]
    [11]
    """
    stops = _STOP.finditer(text, max(at - _REACH, 0))
    return (stop.end() for stop in stops if stop.end() >= at and _ends_sentence(text, stop))


def sentence_start(text: str, at: int) -> int:
    """Where the first sentence at or behind ``at`` begins; the end of the text when there is none.

    >>> sentence_start("It rained. It did.", 4)
    11
    """
    open_before = not text[max(at - 2, 0) : at].rstrip()[-1:].isalpha()  # no stop goes on behind a letter
    end = max(at - _REACH, 0) if open_before else at
    while stop := _STOP.search(text, end):
        end = stop.end()
        if end >= at and _ends_sentence(text, stop):
            return end
    return len(text)


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    marks, closers, openers, following = stop.groups()
    if following[0].islower() and following[:2] not in {"iP", "iO"}:
        return marks[0] in "。！？" or (openers == "(" and marks == "." and _full_stop_ends(text, stop))
    if marks == "." and not closers:
        return _full_stop_ends(text, stop)
    if " " in marks:
        return len(marks) > 5 and following[0].isupper()
    if closers and marks[-1] in "?!" and _is_attributed(text, stop):
        return False
    return not (closers and openers == "(" and closers[-1] != "]")


def _is_attributed(text: str, stop: re.Match[str]) -> bool:
    """Whether ``Smith said`` follows a quote, which then goes on."""
    starts = stop["next"] != "I" and stop["next"].lower() in _lexicon().starters
    return not starts and bool(_ATTRIBUTION.match(text, stop.start("next")))


class _Around(NamedTuple):
    """The words around a full stop."""

    before: str
    word: str  # as written, the last of those before
    following: str  # in lower case
    opened: bool  # a quote or a bracket opens behind the stop

    @property
    def starts(self) -> bool:
        """Whether the word behind the stop is one that begins sentences."""
        return self.following in _lexicon().starters

    @property
    def starts_abroad(self) -> bool:
        """Whether it begins them in English or in another language."""
        return self.starts or self.following in _lexicon().starters_abroad


def _full_stop_ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop is more than the mark of an abbreviation, an initial or a number in a list."""
    at = stop.start()
    last = text[max(at - _LONGEST_WORD, 0) : at].rpartition(" ")[2]
    if len(last) >= _ORDINARY and last.isalpha() and last.lower() not in _lexicon().kinds:
        return True  # as most do; what follows would say the same
    before = text[max(at - _REACH, 0) : at]
    word = before[-_LONGEST_WORD:].rsplit(None, 1)[-1].lstrip("'’‘“„«»\"(&-") if before.strip() else ""
    if "’" in word or "'" in word:
        word = _ELIDED.sub("", word)
    kind = _kind(word)
    if not kind and len(word) >= _ORDINARY:
        return True
    if _is_marker(before):
        return False
    following = stop["next"].lower()
    around = _Around(before, word, following, bool(stop["openers"])) if kind in _ENDS or len(word) <= _FEW else None
    if around and len(word) <= _FEW and _goes_on(around, text[stop.start("next") : stop.end("next") + len("1. 2024")]):
        return False
    if following[0].isdigit():
        return word.lower() not in _lexicon().before_number and kind != "name"
    return around is None or kind not in _ENDS or _ENDS[kind](around)


def _goes_on(around: _Around, after: str) -> bool:
    """Whether a stop stands inside a date, an ordinal or an abbreviation of several: ``5. Januar``, ``z. B.``.

    ``after`` is what stands behind the stop.
    """
    if not around.word.isdigit():
        return not around.opened and bool(_PAIR.match(f"{around.word}.{after}"))
    last = (around.before.split()[-2:-1] or [""])[0]
    if _MONTH_OR_YEAR.match(f"{last if last[:-1].isdigit() else ''} {after}") or around.following in _lexicon().counted:
        return True
    return last.lower() in _lexicon().before_ordinal and not around.starts_abroad


def _is_marker(before: str) -> bool:
    """Whether a number or a letter alone opens the sentence, and no ``No.`` stands before it."""
    if before[-2:-1].isalpha() and before[-1:].isalpha() and before[-1] not in "ivxS":
        return False  # as most words do not end
    marker = _MARKER.search(before)
    word = before[: marker.start()].rsplit(None, 1)[-1:] if marker else []
    return bool(marker) and not (word and word[0].lower() in _lexicon().before_number)


def _kind(word: str) -> str:
    """What kind of abbreviation a word can be; empty for any other."""
    lower = word.lower()
    if len(word) == 1 and word.isupper():
        return "initial"
    if kind := _lexicon().kinds.get(lower):
        return kind
    return "either" if "." in word and _ACRONYM.fullmatch(lower) else ""


def _noon_ends(around: _Around) -> bool:
    """Whether ``5 p.m.`` closes its sentence; not where a zone or a day follows."""
    return around.starts or not (_CLOCK_TIME.search(around.before) or around.following in _lexicon().zones)


def _initial_ends(around: _Around) -> bool:
    """Whether a capital alone is a word or a unit, as in ``vitamin C.``, ``you and I.``, and not an initial."""
    before = (around.before[:-1].split() or [""])[-1]
    if _LETTER.fullmatch(before):
        return False
    if around.word == "I":
        return not before.istitle() or bool(_NUMERAL.search(around.before))
    if before[-1:].isdigit():
        return True
    return around.starts and len(around.following) > 1 and before[:1].islower()


class _Lexicon(NamedTuple):
    """The words that the rules ask for."""

    kinds: dict[str, str]
    before_number: frozenset[str]
    starters: frozenset[str]
    starters_abroad: frozenset[str]
    counted: frozenset[str]
    before_ordinal: frozenset[str]
    institutions: frozenset[str]
    zones: frozenset[str]


@functools.cache
def _lexicon() -> _Lexicon:
    data = tables.text("sentences.toml")
    lists = {name: frozenset(words.split()) for name, words in tomllib.loads(data).items()}
    lists["before_number"] |= lists["before_number_abroad"]
    by_kind = [(name.split("_")[1], words) for name, words in lists.items() if name.startswith("kind_")]
    kinds = {word: kind for kind, words in by_kind for word in words}
    return _Lexicon(kinds, *(lists[name] for name in _Lexicon._fields[1:]))


_ENDS: dict[str, Callable[[_Around], bool]] = {
    "name": lambda _: False,
    "month": lambda around: around.starts,
    "noon": _noon_ends,
    "initial": _initial_ends,
    "either": lambda around: around.starts_abroad or around.opened,
    "state": lambda around: around.starts and around.following not in _lexicon().institutions,
}
"""Whether a full stop behind a word of each kind ends the sentence."""
