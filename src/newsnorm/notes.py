"""Notes of a document: those of its source in its own coordinates, and where hints and text disagree."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsnorm.document import Document
from newsnorm.edits import Revision, Span
from newsnorm.model import Kind, Note
from newsnorm.outlet import same_outlet


def moved(notes: tuple[Note, ...], revision: Revision) -> tuple[Note, ...]:
    """Notes on the text before ``revision`` as notes on the text after it.

    >>> moved((Note("decode.cut", "cut", Span(3, 4)),), Revision.make("abc?", [])) [0].span
    Span(start=3, end=4)
    """
    return tuple(note._replace(span=revision.after_span(note.span)) for note in notes)


def hint_notes(document: Document) -> Document:
    """The document with a note for each part on which the caller's hints and the text disagree.

    The text always wins; a part that the text lacks is no disagreement.
    """
    notes = tuple(_disagreements(document))
    return attrs.evolve(document, notes=document.notes + notes) if notes else document


def _disagreements(document: Document) -> Iterator[Note]:
    hints = document.hints
    if hints is None:
        return
    found = (
        ("headline", hints.headline, document.headline, Kind.HEADLINE),
        ("authors", tuple(sorted(hints.authors)), tuple(sorted(document.authors)), Kind.BYLINE),
        ("published", _day(hints.published), _day(_shown(document)), Kind.PUBLISHED),
    )
    for name, hinted, read, kind in found:
        if hinted and read and hinted != read:
            block = document.blocks_of(kind)[0]
            yield Note(f"hint.{name}", f"the caller says {hinted!r}, the text {read!r}", Span(block.start, block.end))
    if hints.outlet and document.outlet and not same_outlet(hints.outlet, document.outlet):
        at = document.text.find(document.outlet)
        words = f"the caller says {hints.outlet!r}, the text {document.outlet!r}"
        yield Note("hint.outlet", words, Span(at, at + len(document.outlet)))


def _shown(document: Document) -> str | None:
    value = document.published.value if document.published else None
    return value.isoformat() if value else None


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None
