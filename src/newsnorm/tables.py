"""Word lists of the header splitters: read once, when first asked for.

One entry a line; a tab parts an entry from its value; lines that begin with ``#`` are remarks. What
the words mean is decided by who asks.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[str, ...]:
    """The entries of one file of ``data/``, remarks and blank lines left away."""
    lines = (files("newsnorm") / "data" / name).read_text(encoding="utf-8").split("\n")
    return tuple(line for line in lines if line and line[0] != "#")


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list, case folded."""
    return frozenset(row.casefold() for row in rows(name))


@cache
def pairs(name: str) -> dict[str, str]:
    """What stands before and behind the tab, the former case folded."""
    return {key.casefold(): value for key, _, value in (row.partition("\t") for row in rows(name))}


def one_of(entries: tuple[str, ...] | frozenset[str]) -> str:
    """A pattern that is one of the entries, the longest first; a blank stands for one to three blanks."""
    return "|".join(re.escape(entry).replace(r"\ ", r"\s{1,3}") for entry in sorted(entries, key=len, reverse=True))
