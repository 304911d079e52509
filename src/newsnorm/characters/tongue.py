"""The language that a damaged text is in, as far as its ASCII and the letters already mended tell it."""

from __future__ import annotations

import functools
from collections import Counter

from newsnorm.characters.profiles import Profile, ascii_pairs, letters, log_rate, profiles

_SAMPLE = 600  # characters


def likely_profile(text: str, mended: str = "") -> Profile:
    """The profile that explains best the ASCII of ``text`` and the characters that were ``mended``.

    >>> likely_profile("The number of people affected had risen again.").language
    'en'
    """
    return _likely(text[:_SAMPLE], mended[:_SAMPLE])


@functools.lru_cache(64)
def _likely(text: str, mended: str) -> Profile:
    pairs, found = ascii_pairs(text).items(), Counter(letters(mended)).items()

    def fit(profile: Profile) -> float:
        return profile.ascii_score(pairs) + sum(n * log_rate(profile, letter) for letter, n in found)

    return max(profiles(), key=fit)
