"""What a dateline says and where it stands, whatever script it is written in."""

from __future__ import annotations

from typing import NamedTuple


class Parts(NamedTuple):
    """What a dateline says and where it ends: ``stop`` before its mark, ``end`` behind it.

    ``by`` is where the name of the reporter begins that some put into it.
    """

    start: int
    stop: int
    end: int
    place: str | None
    agency: str | None
    date: str | None
    rule: str
    by: int | None = None
