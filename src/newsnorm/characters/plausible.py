"""Plausibility: is this the way that some language writes?

A reading of bytes is weighed by the language that explains its letters best, and by the shapes of its words and
marks. How likely one character is after another is told in `bigrams.py`, whatever the language.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter

from newsnorm.characters.profiles import OTHER_ASCII, Profile, ascii_pairs, letters, log_rate, profiles
from newsnorm.patterns import pattern

_FARTHEST_BEHIND = 30.0  # nats; a text whose ASCII is English may still be mostly Russian
_QUOTED = 10  # ASCII letters to one of another script: beyond it the other language is not asked
_OTHER_SCRIPT = 8.0  # nats; what a language of another script loses where most letters are ASCII

# Nats for a shape that tells a wrong codec, or (above 0) a sign that stands where it belongs.
_SHAPES = {
    "capital_inside": -6.0,
    "capital": -2.0,
    "two_capitals": -2.5,
    "mark_inside": -3.0,
    "scripts_mixed": -4.0,
    "script_glued": -1.5,
    "opening_after": -3.0,
    "control": -8.0,
    "sign_in_place": 2.0,
    "fraction": 4.0,
    "quotation": 2.0,
}
_BEHIND_LATIN = "\u0370"
_LATIN, _EAST = r"A-Za-z\xc0-\u024f", r"\u3040-\u9fff\uac00-\ud7ff"
_ALPHABETS = r"\u0370-\u07ff\u0e00-\u0eff"  # Greek to Thai: no word mixes one of them with Latin
_SHAPED = pattern(
    rf"""
    (?<=[^\W\d_]) (?P<mark_inside> [“”„‚‘«»‹›…•†‡€£®©™°½¼¾] ) (?=[^\W\d_])
  | (?P<scripts_mixed> (?<=[{_LATIN}]) [{_ALPHABETS}] | (?<=[{_ALPHABETS}]) [{_LATIN}] )
  | (?P<script_glued> (?<=[a-z]) [{_EAST}] | (?<=[{_EAST}]) [a-z] )
  | (?<=\d) (?P<fraction> [½¼¾] )
  | (?P<sign_in_place> (?<=\d)[€º] | (?<=\d\ )€ | (?<=[nN])º | (?<=\d)°(?=[CF\s]) | (?<=\d\ )°(?=[CF])
                     | [€£¥](?=\d) | ©(?=\ ?[A-Z\d]) | (?<=[a-zé])[®™] )
  | (?<![^\W\d_]) (?P<two_capitals> [^\W\d_\x00-\x7f] ) (?=[A-Z][a-z])
  | (?<=\w) (?P<opening_after> [«„‘‚“] ) (?=\s|$)
  | (?P<control> [\x00-\x08\x0e-\x1f] )
""",
    re.VERBOSE,
)
# A quotation from the start of a word to the end of one; German and French marks, then English ones.
_QUOTATION = pattern(r"(?<!\w) (?: „ [^„“”]{1,300} [“”] | « [^«»]{1,300} » | “ [^“”]{1,300} ” ) (?!\w)", re.VERBOSE)


def plausibility(text: str) -> float:
    """The log-probability, up to a constant, that someone wrote ``text``, in the language that fits it best."""
    counts = Counter(letters(text))
    pairs = frozenset(ascii_pairs(text).items())
    latin = sum(n for (first, _), n in pairs if first < OTHER_ASCII)
    other = sum(n for (char, _), n in counts.items() if char >= _BEHIND_LATIN and char.isalpha())
    languages = _languages(pairs, latin=other <= latin, other=_QUOTED * other > latin).items()
    best = max(
        score + sum(n * log_rate(profile, letter) for letter, n in counts.items()) for profile, score in languages
    )
    return best + _shape_score(text)


@functools.lru_cache(16)
def _languages(pairs: frozenset[tuple[tuple[int, int], int]], *, latin: bool, other: bool) -> dict[Profile, float]:
    """What the ASCII of a text says of the languages in its scripts; most readings of the same bytes share it."""
    scores = {
        profile: profile.ascii_score(pairs) - (0 if profile.is_latin or not latin else _OTHER_SCRIPT)
        for profile in profiles()
        if (latin if profile.is_latin else other)
    }
    least = max(scores.values()) - _FARTHEST_BEHIND
    return {profile: max(score, least) for profile, score in scores.items() if score > least or not profile.is_latin}


def _shape_score(text: str) -> float:
    signs = sum(_SHAPES[found.lastgroup or ""] for found in _SHAPED.finditer(text))
    signs += _SHAPES["quotation"] * sum(1 for _ in _QUOTATION.finditer(text))
    pairs = Counter(itertools.pairwise(text)).items()
    return signs + sum(n * _capital_score(*pair) for pair, n in pairs if not "".join(pair).isascii())


def _capital_score(first: str, second: str) -> float:
    if second.isupper():
        return _SHAPES["capital_inside"] if first.islower() else 0
    return _SHAPES["capital"] if first.isupper() and first > "\x7f" else 0
