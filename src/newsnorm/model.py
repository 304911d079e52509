"""The newsroom's words: the values that a document is made of (and `Kind`, from `kinds.py`).

Values only: no function here finds anything in a text. `Document`, which holds them together, lives
in `document.py`.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import attrs

from newsnorm.edits import Span
from newsnorm.kinds import ARTICLE, BODY, REMOVED, Kind

__all__ = [
    "ARTICLE", "BODY", "REMOVED", "Author", "Block", "Byline", "Caption", "Chapter", "Cue", "Dateline", "Event",
    "Hints", "Kind", "Note", "Reason", "Sentence", "SignOff", "Source", "Speaker", "Timestamp", "Word",
]  # fmt: skip


class Block(NamedTuple):
    """The characters ``text[start:end]`` are a ``kind``, because of ``rule``.

    >>> Block(0, 15, Kind.CHROME, "chrome.nav.skip").kind.value
    'chrome'
    """

    start: int
    end: int
    kind: Kind
    rule: str


class Note(NamedTuple):
    """A doubt about the characters at ``span``: data, never an exception.

    >>> Note("decode.stray", "2 bytes are not UTF-8", Span(7, 9)).code
    'decode.stray'
    """

    code: str
    message: str
    span: Span


@attrs.frozen
class Source:
    """A text as it came, and the bytes that it was decoded from.

    ``raw`` is None and ``encoding`` is ``"str"`` where a `str` was given. ``exact`` says that the
    text is proven to be what the bytes say (a BOM, valid UTF-8, or a named encoding that fitted).
    Note spans are in ``text``.

    >>> Source(raw=None, encoding="str", text="Storm", exact=True).text
    'Storm'
    """

    raw: bytes | None
    encoding: str
    text: str
    exact: bool
    notes: tuple[Note, ...] = ()


@attrs.frozen
class Author:
    """One who wrote the text: a person, or a desk (``collective``); never an agency or an outlet.

    ``contact`` is an e-mail address or a handle, as written.

    >>> Author("The Kyiv Independent news desk", collective=True).collective
    True
    """

    name: str
    role: str | None = None
    collective: bool = False
    contact: str | None = None


@attrs.frozen
class Byline:
    """Who wrote the text, as the line says it, authors and agencies apart.

    >>> Byline("By Ann Lee", (Author("Ann Lee"),), (), Span(0, 10)).authors[0].name
    'Ann Lee'
    """

    text: str
    authors: tuple[Author, ...]
    agencies: tuple[str, ...]
    span: Span


@attrs.frozen
class Dateline:
    """Where and by whom a story was filed: ``WALTHAM, Mass. (AP)``.

    ``place`` includes the region as written; ``date`` is as written. ``text`` has no dash behind it.

    >>> Dateline("KYIV (AP)", "KYIV", "AP", None, Span(0, 12)).agency
    'AP'
    """

    text: str
    place: str | None
    agency: str | None
    date: str | None
    span: Span


@attrs.frozen
class Timestamp:
    """When a text was published or updated; ``value`` goes as far as the text says.

    A `datetime.date` where no time is given; a time without a zone is naive.

    >>> Timestamp("Jan. 5, 2024", dt.date(2024, 1, 5), Span(0, 12)).value.isoformat()
    '2024-01-05'
    """

    text: str
    value: dt.datetime | dt.date | None
    span: Span


@attrs.frozen
class Caption:
    """The line under a picture, and who made the picture.

    A credit loses its brackets and its label (``Photo:``) and keeps ``©``.

    >>> Caption("A harbour.", "Ann Lee/AP", Span(0, 23)).credit
    'Ann Lee/AP'
    """

    text: str
    credit: str | None
    span: Span


class Word(NamedTuple):
    """One word of a cue that carries its own time, in seconds.

    >>> Word(1.5, "Hello").start
    1.5
    """

    start: float
    text: str


class Cue(NamedTuple):
    """What is said from ``start`` to ``end`` (seconds; None in a dialogue without clocks), tags and escapes decoded.

    ``end_inferred`` says that the source gives no end and the next start is taken; ``span`` is where
    the words stand.

    >>> Cue(0.0, 17.0, "The ministry said", None, True, (), Span(5, 22)).text
    'The ministry said'
    """

    start: float | None
    end: float | None
    text: str
    speaker: str | None
    end_inferred: bool
    words: tuple[Word, ...]
    span: Span


@attrs.frozen
class Speaker:
    """One who speaks in a transcript; ``label`` is how the source writes it.

    >>> Speaker("Ann Lee", "host", "ANN LEE, HOST").role
    'host'
    """

    name: str
    role: str | None
    label: str


@attrs.frozen
class SignOff:
    """The line that says who else worked on a story: pairs of what was done and by whom.

    >>> SignOff("Reporting by Ann Lee", (("Reporting", "Ann Lee"),), Span(0, 20)).credits
    (('Reporting', 'Ann Lee'),)
    """

    text: str
    credits: tuple[tuple[str, str], ...]
    span: Span


class Sentence(NamedTuple):
    """A sentence of a transcript with its time in seconds.

    ``exact`` says that ``start`` is a clock of the source; otherwise it is interpolated by characters.

    >>> Sentence(0.0, 25.0, "It rained.", None, True, Span(5, 15)).exact
    True
    """

    start: float | None
    end: float | None
    text: str
    speaker: str | None
    exact: bool
    span: Span


@attrs.frozen
class Chapter:
    """A part of a transcript that has a title.

    >>> Chapter(60.0, "Weather", Span(0, 7)).start
    60.0
    """

    start: float | None
    text: str
    span: Span


@attrs.frozen
class Event:
    """What is heard but not said, or a marker of a clip: ``[Music]``, ``(BEGIN VIDEO CLIP)``.

    >>> Event(3.0, "[Music]", Span(0, 7), "sound").kind
    'sound'
    """

    start: float | None
    text: str
    span: Span
    kind: str


@attrs.frozen
class Reason:
    """Why a block is what it is, in words; ``confidence`` is 0 to 1.

    >>> Reason("chrome.nav.skip", "the whole line is “Skip to content”", 0.99).confidence
    0.99
    """

    rule: str
    words: str
    confidence: float


@attrs.frozen
class Hints:
    """What the caller already knows of a text; it helps to find a part and never overwrites the text.

    ``published`` and ``retrieved`` are ISO 8601.

    >>> Hints(headline="Storm hits coast").authors
    ()
    """

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    retrieved: str | None = None
