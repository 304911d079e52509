"""Decomposed letters: a letter and its accents as separate characters become one, cluster by cluster.

The whole text never goes through `unicodedata.normalize`, which can take quadratic time and would change more than
letters with accents.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from newsnorm.characters.gate import Run
from newsnorm.edits import Edit, Span
from newsnorm.patterns import pattern

_MARK = "\u0300-\u036f\u0653-\u0655\u3099\u309a"
# A letter with at most 30 marks (the stream-safe limit of UAX 15), or a Korean syllable in parts.
_CLUSTER = pattern(
    f"[^{_MARK}][{_MARK}]{{1,30}}(?![{_MARK}])|[\u1100-\u1112\uac00-\ud7a3][\u1161-\u1175\u11a8-\u11c2]{{1,2}}"
)


def composed(text: str, runs: Iterable[Run]) -> Iterator[Edit]:
    r"""The edits that compose the letters whose marks stand in ``runs``.

    >>> [edit.rule for edit in composed("cafe\u0301", [Run(4, "\u0301")])]
    ['compose.acute']
    """
    for run in runs:
        for match in _CLUSTER.finditer(text, max(0, run.start - 1), run.end + 1):
            new = unicodedata.normalize("NFC", match[0])
            if new != match[0]:
                yield Edit(Span(*match.span()), new, f"compose.{_name(match[0][1])}")


def _name(mark: str) -> str:
    """How a rule id spells a mark: ``COMBINING ACUTE ACCENT`` is ``acute``."""
    if "\u1100" <= mark <= "\u11ff":
        return "hangul"
    words = unicodedata.name(mark).removeprefix("COMBINING ").removesuffix(" ACCENT")
    return words.lower().replace(" ", "-")
