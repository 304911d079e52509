"""newsnorm: damaged news text and transcripts as typed documents, with nothing lost.

The public names, and `normalise`: the pipeline, readable in one look. Bytes are decoded, characters
repaired, lines labelled, labels settled; from then on a `Document` answers.
"""

from __future__ import annotations

from functools import lru_cache

from newsnorm import assemble as _assemble  # noqa: F401 (it gives Document its lazy parts)
from newsnorm.byline import split_byline
from newsnorm.credit import split_credit
from newsnorm.dateline import split_dateline
from newsnorm.dates import parse_date
from newsnorm.decode import decode
from newsnorm.document import Document
from newsnorm.edits import Edit, Revision, Span
from newsnorm.export.captions import to_srt, to_vtt
from newsnorm.export.markdown import to_markdown
from newsnorm.iso639 import LANGUAGES as _LANGUAGES
from newsnorm.label import label as _label
from newsnorm.model import (
    ARTICLE,
    BODY,
    Author,
    Block,
    Byline,
    Caption,
    Chapter,
    Cue,
    Dateline,
    Event,
    Hints,
    Kind,
    Note,
    Reason,
    Sentence,
    SignOff,
    Source,
    Speaker,
    Timestamp,
    Word,
)
from newsnorm.notes import hint_notes as _hint_notes
from newsnorm.notes import moved as _moved
from newsnorm.page import find_body as _find_body
from newsnorm.render import render
from newsnorm.repair import fix_mojibake, repair
from newsnorm.repair import repaired as _repaired
from newsnorm.rules import Rule, RuleError, RuleSet
from newsnorm.rules import default as _default_rules
from newsnorm.sentences import split_sentences
from newsnorm.settle import settle as _settle
from newsnorm.sniff import sniff as _sniff
from newsnorm.transcript import reader as _reader

__version__ = "0.1.0"
__all__ = [
    "ARTICLE",
    "BODY",
    "Author",
    "Block",
    "Byline",
    "Caption",
    "Chapter",
    "Cue",
    "Dateline",
    "Document",
    "Edit",
    "Event",
    "Hints",
    "Kind",
    "Note",
    "Reason",
    "Revision",
    "Rule",
    "RuleError",
    "RuleSet",
    "Sentence",
    "SignOff",
    "Source",
    "Span",
    "Speaker",
    "Timestamp",
    "Word",
    "decode",
    "fix_mojibake",
    "normalise",
    "normalize",
    "parse_date",
    "render",
    "repair",
    "split_byline",
    "split_credit",
    "split_dateline",
    "split_sentences",
    "strip_chrome",
    "strip_timestamps",
    "to_markdown",
    "to_srt",
    "to_vtt",
]

_ARTICLES = frozenset({"plain", "markdown"})


def normalise(  # noqa: PLR0913 (all but the source are optional and named)
    source: str | bytes,
    *,
    kind: str = "auto",
    language: str | None = None,
    encoding: str | None = None,
    rules: RuleSet | None = None,
    hints: Hints | None = None,
    fps: float | None = None,  # noqa: ARG001 (for the frame counts of formats that are read in a later version)
) -> Document:
    r"""Read one news text or transcript, whatever its damage: total for every `str` and every `bytes`.

    ``kind`` is ``"auto"``, ``"article"`` or ``"transcript"``; ``language`` an ISO 639-1 code, where the
    caller knows it; ``encoding`` that of bytes; ``rules`` are asked before the built-in ones; ``fps``
    (frames a second) has no effect yet. Doubt is a `Note` in the document. Raises `TypeError` for
    anything but text or bytes, `LookupError` for an unknown encoding, `ValueError` for an unknown kind
    or language.

    >>> page = "Skip to content\n\nStorm hits coast\n\nBy Ann Lee\n\nIt hit Russia‚Äôs coast on Monday, she said.\n"
    >>> document = normalise(page)
    >>> document.headline, document.authors, document.body
    ('Storm hits coast', ('Ann Lee',), 'It hit Russia’s coast on Monday, she said.')
    >>> [document[block].strip() for block in document.removed]
    ['Skip to content']
    """
    _check(kind, language)
    origin = _origin(source, encoding)
    form = _sniff(origin.text)
    revision = _repaired(origin.text, form)
    text = revision.after
    if kind == "auto":
        kind = "article" if form in _ARTICLES else "transcript"
    notes, cues = _moved(origin.notes, revision), None
    if kind == "transcript":
        blocks, read, cues = _reader.read(text, form)
        notes += tuple(read)
    else:
        form = form if form in _ARTICLES else "plain"
        chosen = _default_rules() if rules is None else _before_ours(rules)
        lines = _label(text, chosen)
        page = _find_body(text, lines)
        notes += (page.note,) if page else ()
        blocks = _settle(text, lines, chosen, page, hints)
    document = Document(origin, revision, kind, form, tuple(blocks), notes, hints, language)
    if cues is not None:
        vars(document)["cues"] = cues  # made anyway; `Document.cues` would make the same
    return document if hints is None else _hint_notes(document)


normalize = normalise


def strip_chrome(text: str) -> str:
    r"""``text`` without what the page adds to its article, and not changed otherwise.

    What is cut is `Document.removed`; nothing is repaired.

    >>> strip_chrome("Skip to content\nNine people were hurt on Monday, the police said.\n")
    'Nine people were hurt on Monday, the police said.\n'
    """
    document = normalise(_text(text))
    return _without(document, document.removed)


def strip_timestamps(text: str) -> str:
    r"""A transcript without its clocks, and not changed otherwise; an article as it is.

    >>> strip_timestamps("00:00The ministry has reported\n00:02a strike that was large\n00:05and came late.\n")
    'The ministry has reported\na strike that was large\nand came late.\n'
    """
    document = normalise(_text(text))
    return _without(document, document.blocks_of(Kind.TIMESTAMP))


def _check(kind: str, language: str | None) -> None:
    if kind not in ("auto", "article", "transcript"):
        message = f"unknown kind {kind!r}; pass 'auto', 'article' or 'transcript'"
        raise ValueError(message)
    if language is not None and language not in _LANGUAGES:
        message = f"unknown language {language!r}; pass an ISO 639-1 code such as 'en'"
        raise ValueError(message)


def _origin(source: str | bytes, encoding: str | None) -> Source:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return decode(bytes(source), encoding=encoding)
    return Source(None, "str", _text(source), exact=True)


def _text(text: str) -> str:
    if not isinstance(text, str):
        message = f"pass the text itself as str or bytes, not {type(text).__name__}; of a file, its read_bytes()"
        raise TypeError(message)
    return text


@lru_cache(maxsize=8)
def _before_ours(rules: RuleSet) -> RuleSet:
    """The rules of the caller before the built-in ones, indexed once for many documents."""
    return _default_rules().extended(rules)


def _without(document: Document, blocks: tuple[Block, ...]) -> str:
    cuts = (Edit(document.source_span(block), "", block.rule) for block in blocks)
    return Revision.make(document.source.text, cuts).after
