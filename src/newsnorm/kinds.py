"""What a block can be, and which kinds make a body, an article, and what is set aside."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a block is; the value is the lower-case name.

    >>> Kind("alt_text")
    <Kind.ALT_TEXT: 'alt_text'>
    """

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PUBLISHED = "published"
    UPDATED = "updated"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    PULL_QUOTE = "pull_quote"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    CREDIT = "credit"
    ALT_TEXT = "alt_text"
    CORRECTION = "correction"
    SIGN_OFF = "sign_off"
    AUTHOR_NOTE = "author_note"
    EMBED = "embed"
    TIMESTAMP = "timestamp"
    SPEECH = "speech"
    SPEAKER = "speaker"
    SOUND = "sound"
    CHAPTER = "chapter"
    MARKUP = "markup"
    CHROME = "chrome"
    BLANK = "blank"


KINDS: frozenset[Kind] = frozenset(Kind)
"""Everything that a block can be."""

BODY: frozenset[Kind] = frozenset({Kind.PARAGRAPH, Kind.CROSSHEAD, Kind.LIST_ITEM, Kind.SPEECH})
"""What the body is made of: what `render` keeps unless told otherwise."""

ARTICLE: frozenset[Kind] = BODY | {Kind.HEADLINE, Kind.BYLINE, Kind.DATELINE, Kind.PUBLISHED, Kind.UPDATED}
"""Headline, byline, dates, dateline and body: a whole clean article."""

REMOVED: frozenset[Kind] = frozenset({Kind.CHROME, Kind.EMBED, Kind.MARKUP, Kind.SECTION})
"""What a page adds to its article: the kinds of `Document.removed`."""
