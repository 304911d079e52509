"""Entities: HTML character references left in plain text, undone where the text is not HTML or about HTML.

Only terminated references count. What they stand for is Python's table of HTML 5 names.
"""

from __future__ import annotations

import functools
import html
import re
from bisect import bisect_right
from collections.abc import Iterator

from newsnorm.edits import Edit, Span
from newsnorm.patterns import pattern

_ENTITY = pattern(
    r"""
    & (?P<escaped> (?:amp;)* )                      # &amp;rsquo; was escaped twice
    (?: \# (?P<decimal> [0-9]{1,7} ) | \# [xX] (?P<hex> [0-9a-fA-F]{1,6} ) | (?P<named> [A-Za-z][A-Za-z0-9]{1,30} ) ) ;
    """,
    re.VERBOSE,
)
_TAG_NAMES = (
    "a|abbr|article|aside|b|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|form"
    "|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|meta|nav|ol|option|p|picture|pre|q|s|script|section"
    "|select|small|source|span|strong|style|sub|sup|svg|table|tbody|td|textarea|th|thead|time|title|tr|u|ul|video"
)
_TAG = pattern(rf"<(?:/?(?:{_TAG_NAMES})(?:\s[^<>]{{0,2000}})?/?>|!--|!doctype\b|\?xml\b)", re.IGNORECASE)
_ESCAPED_TAG = pattern(
    rf"(?:&lt;|&\#0?60;) (?:/?(?:{_TAG_NAMES})(?:\s[^<>&]{{0,200}})?/?|[^\s<>&]{{1,40}}) (?:&gt;|&\#0?62;|>)",
    re.IGNORECASE | re.VERBOSE,
)
_ONE = r"&\#?[A-Za-z0-9]{2,8};"
_TABLE = pattern(rf"^[ \t]*{_ONE}(?:[ \t,]+{_ONE}){{2,}}[ \t\r]*$", re.MULTILINE)  # a line of entities, all apart
_FEWEST = 3  # different ones in a table: a row of one and the same is a rule
_ABOUT_ENTITIES = pattern(
    r"\b(?:entit(?:y|ies)|escap(?:e|ed|es|ing)|(?:in|as|for)\ (?:HTML|XML)|HTML\ codes?)\b", re.IGNORECASE
)
_QUOTES = frozenset("\"'`“”‘’«»")
_ANGLES = frozenset("<>")


def entities(text: str) -> list[Edit]:
    """The edits that undo the entities of ``text``: what a reader of plain text would want to read.

    >>> entities("Smith &amp; Sons")
    [Edit(span=Span(start=6, end=11), new='&', rule='entity.named')]
    """
    if "&" not in text or not _ENTITY.search(text) or ("<" in text and _TAG.search(text)):
        return []
    about_tags, tables = bool(_ESCAPED_TAG.search(text)), _tables(text)
    return [
        edit
        for edit in _undone(text)
        if not (about_tags and _ANGLES.issuperset(edit.new)) and bisect_right(tables, edit.span.start) % 2 == 0
    ]


def _tables(text: str) -> list[int]:
    """Where the lines begin and end that show entities, and nothing else."""
    lines = (line for line in _TABLE.finditer(text) if len(set(_ENTITY.findall(line[0]))) >= _FEWEST)
    return [edge for line in lines for edge in line.span()]


def _undone(text: str) -> Iterator[Edit]:
    """An edit for each entity, or for a row of the same one."""
    at = 0
    while match := _ENTITY.search(text, at):
        start, at = match.span()
        new = _meaning("&" + match[0].rpartition("&")[2][len(match["escaped"]) :])
        if new and not _mentioned(text, start, at):
            while text.startswith(match[0], at):
                at += len(match[0])
            form = "double" if match["escaped"] else next(form for form in ("named", "decimal", "hex") if match[form])
            yield Edit(Span(start, at), new * ((at - start) // len(match[0])), f"entity.{form}")


@functools.lru_cache(1 << 10)
def _meaning(entity: str) -> str | None:
    """What one entity stands for; None for what is no entity, or a control character."""
    new = html.unescape(entity)
    if new == entity and entity[1:-1].isupper():
        new = html.unescape(entity.lower()).upper()  # &EACUTE; in a headline in capitals
        new = new if len(new) == 1 else entity
    return None if new in {entity, "", "\ufffd"} or new < " " else new


def _mentioned(text: str, start: int, end: int) -> bool:
    """Whether the text speaks of the entity itself: it stands in quotes, or alone on a line about entities."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if left in _QUOTES and right in _QUOTES:
        return bool(left and right)
    if (left.strip() and left != "(") or right.isalnum():
        return False
    return bool(_ABOUT_ENTITIES.search(text, max(0, start - 80), end + 80))
