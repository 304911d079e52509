"""Language guess (stand-in until the decode helper writes the real file over this one)."""

from __future__ import annotations

LANGUAGES = frozenset({"en", "de"})


def guess_language(text: str) -> str | None:
    """Nothing yet."""
    return None
