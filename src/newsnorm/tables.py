"""The files of ``data/``: read once, when first asked for.

In a word list stands one entry a line; a tab parts an entry from its value; lines that begin with ``#``
are remarks. What the words mean is decided by who asks.
"""

from __future__ import annotations

import re
from functools import cache


def text(name: str) -> str:
    """The text of one file of ``data/``."""
    from importlib.resources import files  # noqa: PLC0415 (its import costs more than most of ours)

    return (files("newsnorm") / "data" / name).read_text(encoding="utf-8")


def names(folder: str) -> list[str]:
    """The files of a folder of ``data/``, in the order of their names."""
    from importlib.resources import files  # noqa: PLC0415 (as above)

    return sorted(f"{folder}/{entry.name}" for entry in (files("newsnorm") / "data" / folder).iterdir())


@cache
def rows(name: str) -> tuple[str, ...]:
    """The entries of one file of ``data/``, remarks and blank lines left away."""
    return tuple(line for line in text(name).split("\n") if line and line[0] != "#")


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list, case folded."""
    return frozenset(row.casefold() for row in rows(name))


@cache
def pairs(name: str) -> dict[str, str]:
    """What stands before and behind the tab, the former case folded."""
    return {key.casefold(): value for key, _, value in (row.partition("\t") for row in rows(name))}


@cache
def lists(name: str) -> dict[str, frozenset[str]]:
    """The named lists of a TOML file."""
    import tomllib  # noqa: PLC0415 (as above)

    return {key: frozenset(entries) for key, entries in tomllib.loads(text(name)).items()}


def one_of(entries: tuple[str, ...] | frozenset[str]) -> str:
    """A pattern that is one of the entries, the longest first; a blank stands for one to three blanks."""
    return "|".join(re.escape(entry).replace(r"\ ", r"\s{1,3}") for entry in sorted(entries, key=len, reverse=True))
