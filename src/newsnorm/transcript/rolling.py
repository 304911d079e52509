"""Rolling captions: each cue repeats the lines of the cue before it and adds one, so that two lines show at a time.

Decided for a whole file, since people do say the same thing twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_ROLLING = 0.3  # of the cues begin with the line that the cue before ends with
_SAMPLE = 200  # cues


def repeated(cues: Sequence[Sequence[str]]) -> list[int]:
    """How many lines at the start of each cue repeat the end of the cue before; none in a file that does not roll.

    >>> repeated([["so I went"], ["so I went", "to Rome"], ["to Rome", "no"], ["no", "no"]])
    [0, 1, 1, 1]
    >>> repeated([["So?"], ["No."], ["No."], ["Well."], ["Yes."]])
    [0, 0, 0, 0, 0]
    """
    if not _rolls(cues):
        return [0] * len(cues)
    return [0, *(_overlap(before, lines) for before, lines in pairwise(cues))]


def _rolls(cues: Sequence[Sequence[str]]) -> bool:
    pairs = [*pairwise(cues)]
    hits = sum(bool(before and lines) and before[-1] == lines[0] for before, lines in pairs)
    return len(cues) > 3 and hits >= _ROLLING * len(pairs)


def _overlap(before: Sequence[str], lines: Sequence[str]) -> int:
    """The length of the longest run of leading ``lines`` that ``before`` ends with."""
    most = min(len(before), len(lines))
    return next((count for count in range(most, 0, -1) if lines[:count] == before[-count:]), 0)
