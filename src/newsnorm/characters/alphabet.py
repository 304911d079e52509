"""Letters and signs: which script a letter belongs to, and which characters may stand in good text.

What damage looks like is not told here.
"""

from __future__ import annotations

import functools
import unicodedata

from newsnorm.characters import bigrams
from newsnorm.characters.families import families

_MEMO = 1 << 14
_INVISIBLE = "\ufffd\ufeff\u200b\u200c\u200d\u200e\u200f\u2028\u2060\ufe0f"
# Accents, Cyrillic, Arabic digits, Latin and Greek letters with two accents.
_LETTER_BLOCKS = (("\u0300", "\u036f"), ("\u0400", "\u045f"), ("\u0660", "\u0669"), ("\u1e00", "\u1fff"))
_SIGN_BLOCKS = (
    *[("\u2000", "\u2bff"), ("\u3000", "\u33ff"), ("\ufe00", "\ufe0f"), ("\ufe30", "\ufffe")],
    ("\U0001f000", "\U0001faff"),
)


@functools.lru_cache(_MEMO)
def script(char: str) -> str | None:
    """The script of a letter, as Unicode's names spell it; None for anything else.

    >>> script("é"), script("ж"), script("–")
    ('LATIN', 'CYRILLIC', None)
    """
    return unicodedata.name(char, "?").split(" ")[0] if char.isalpha() else None


@functools.lru_cache(_MEMO)
def plausible(char: str) -> bool:
    r"""Whether ``char`` may stand in good text, or in an inner layer of damaged text.

    >>> plausible("é"), plausible("\ue000")
    (True, False)
    """
    category = unicodedata.category(char)
    if category in {"Cn", "Co", "Cs"}:
        return False
    return bigrams.default().known(char) or char in _INVISIBLE or char in _codec_signs() or _is_sign(char, category)


def _is_sign(char: str, category: str) -> bool:
    if any(first <= char <= last for first, last in _LETTER_BLOCKS):
        return True
    return category[0] in "SPN" and any(first <= char <= last for first, last in _SIGN_BLOCKS)


@functools.cache
def _codec_signs() -> frozenset[str]:
    return frozenset(chr(sign) for family in families().values() for sign in family.to_byte)
