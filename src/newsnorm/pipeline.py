"""The pipeline, readable in one look: `normalise`, and what only cuts.

Bytes are decoded, characters repaired, lines labelled, labels settled; from then on a `Document` answers.
"""

from __future__ import annotations

from functools import lru_cache

from newsnorm.decode import decode
from newsnorm.document import Document
from newsnorm.edits import Edit, Revision
from newsnorm.iso639 import LANGUAGES
from newsnorm.label import label
from newsnorm.model import (
    Block,
    Hints,
    Kind,
    Source,
)
from newsnorm.notes import hint_notes, moved
from newsnorm.page import find_body
from newsnorm.repair import repaired
from newsnorm.rules import RuleSet
from newsnorm.rules import default as default_rules
from newsnorm.settle import settle
from newsnorm.sniff import sniff
from newsnorm.transcript import reader

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
    _check_types(rules, hints)
    origin = _origin(source, encoding)
    form = sniff(origin.text)
    revision = repaired(origin.text, form)
    text = revision.after
    if kind == "auto":
        kind = "article" if form in _ARTICLES else "transcript"
    notes = moved(origin.notes, revision)
    made: dict[str, object] = {}  # parts of the document that have been read on the way
    if kind == "transcript":
        blocks, read, parts = reader.read(text, form)
        made |= parts
        notes += tuple(read)
    else:
        form = form if form in _ARTICLES else "plain"
        chosen = default_rules() if rules is None else _before_ours(rules)
        lines = label(text, chosen)
        page = find_body(text, lines)
        notes += (page.note,) if page else ()
        blocks, made["dateline"] = settle(text, lines, chosen, page, hints)
    document = Document(origin, revision, kind, form, tuple(blocks), notes, hints, language)
    vars(document).update(made)
    return document if hints is None else hint_notes(document)


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
    if language is not None and language not in LANGUAGES:
        message = f"unknown language {language!r}; pass an ISO 639-1 code such as 'en'"
        raise ValueError(message)


def _check_types(rules: RuleSet | None, hints: Hints | None) -> None:
    for name, value, wanted in (("rules", rules, RuleSet), ("hints", hints, Hints)):
        if value is not None and not isinstance(value, wanted):
            message = f"pass {name} as {wanted.__name__}, not {type(value).__name__}"
            raise TypeError(message)


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
    return default_rules().extended(rules)


def _without(document: Document, blocks: tuple[Block, ...]) -> str:
    cuts = (Edit(document.source_span(block), "", block.rule) for block in blocks)
    return Revision.make(document.source.text, cuts).after
