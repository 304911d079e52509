"""The language that a damaged text is in, as far as its ASCII and the letters already mended tell it."""

from __future__ import annotations

import functools
from collections import Counter
from heapq import nlargest

from newsnorm.characters.profiles import Profile, ascii_pairs, letters, log_rate, profiles

_SAMPLE = 600  # characters
_LETTERS = 24  # of them are enough to tell a language
_SHORTLIST = 6  # languages that fit the mended letters, among which the ASCII decides


def likely_profile(text: str, mended: str = "") -> Profile:
    """The profile that explains best the ASCII of ``text`` and the characters that were ``mended``.

    >>> likely_profile("The number of people affected had risen again.").language
    'en'
    """
    return _likely(text[:_SAMPLE], mended[:_SAMPLE])


@functools.lru_cache(64)
def _likely(text: str, mended: str) -> Profile:
    found = Counter(letters(mended)).most_common(_LETTERS)
    fits = {profile: sum(n * log_rate(profile, letter) for letter, n in found) for profile in profiles()}
    pairs = ascii_pairs(text).items()
    tells = any(letter.char.isalpha() for letter, _ in found)  # marks are much the same everywhere
    best = nlargest(_SHORTLIST, fits, key=fits.__getitem__) if tells else fits
    return max(best, key=lambda profile: fits[profile] + profile.ascii_score(pairs))
