"""Where the body of a page begins, breaks and ends: the best path through four states, in one pass."""

from __future__ import annotations

from newsnorm.page.features import Column

BEFORE, KEPT, HOLE, AFTER = range(4)
STATES = ("before", "kept", "hole", "after")

# A line of score x is worth x/2 in the body and -x/2 outside; a change of state costs:
START = 0.0  # before -> kept
OPEN = 0.0  # kept -> hole; back to kept is free
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
        into, origin = before - START, BEFORE
        for value, state in ((kept, KEPT), (hole, HOLE), (after - REOPEN, AFTER)):
            if value > into:
                into, origin = value, state
        gap, gap_origin = (kept - OPEN, KEPT) if kept - OPEN > hole else (hole, HOLE)
        done, done_origin = (kept - END, KEPT) if kept - END > after else (after, AFTER)
        if hole - END > done:
            done, done_origin = hole - END, HOLE
        back.append((origin, gap_origin, done_origin))
        before, kept, hole, after = before - half, into + half, gap - half - STAY, done - half
    return _path(back, max((kept, KEPT), (after, AFTER), (before, BEFORE))[1])


def _path(back: list[tuple[int, int, int]], state: int) -> list[int]:
    path = []
    for origins in reversed(back):
        path.append(state)
        state = origins[state - 1] if state else BEFORE
    return path[::-1]
