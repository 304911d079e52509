"""The words of a line as the model of the page compares them: case folded, without signs."""

from __future__ import annotations

from newsnorm.patterns import pattern

WIDE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
WORD = pattern(f"[{WIDE}]|[^\\W_{WIDE}]+")
APART = "".join(sign.lower() if sign.isalnum() else " " for sign in map(chr, range(128)))  # `WORD`, for ASCII


def tokens(line: str) -> list[str]:
    """The words of ``line``, case folded; each sign of a script without spaces is one.

    >>> tokens("Storm hits “U.S.” coast")
    ['storm', 'hits', 'u', 's', 'coast']
    """
    return line.translate(APART).split() if line.isascii() else WORD.findall(line.casefold())
