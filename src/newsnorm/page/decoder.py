"""Where the body of a page begins, breaks and ends: the best path through four states, in one pass."""

from __future__ import annotations

from newsnorm.page.features import Column

BEFORE, KEPT, HOLE, AFTER = range(4)
STATES = ("before", "kept", "hole", "after")

# A line of score x is worth x/2 in the body and -x/2 outside. To begin a body, to open a hole and to close it is free:
END = 0.5  # kept or hole -> after
REOPEN = 4.0  # after -> kept
STAY = 0.04  # each line of a hole

NEVER = float("-inf")


def decode(scores: Column) -> list[int]:
    """The state of every line on the best path; no text ends inside a hole.

    >>> [STATES[state] for state in decode([-3.0, 4.0, -2.0, 3.0, -4.0])]
    ['before', 'kept', 'hole', 'kept', 'after']
    """
    before, kept, hole, after = 0.0, NEVER, NEVER, NEVER
    back: list[tuple[int, int, int]] = []  # where kept, hole and after came from
    for score in scores:
        half = score / 2
        into, origin = (kept, KEPT) if kept > before else (before, BEFORE)
        if hole > into:
            into, origin = hole, HOLE
        if after - REOPEN > into:
            into, origin = after - REOPEN, AFTER
        gap, gap_origin = (kept, KEPT) if kept > hole else (hole, HOLE)
        done, done_origin = (gap - END, gap_origin) if gap - END > after else (after, AFTER)
        back.append((origin, gap_origin, done_origin))
        before, kept, hole, after = before - half, into + half, gap - half - STAY, done - half
    return _path(back, max((kept, KEPT), (after, AFTER), (before, BEFORE))[1])


def _path(back: list[tuple[int, int, int]], state: int) -> list[int]:
    path = []
    for origins in reversed(back):
        path.append(state)
        state = origins[state - 1] if state else BEFORE
    return path[::-1]
