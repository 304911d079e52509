"""Notes of a document: those of its source in its own coordinates, and where hints and text disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from newsnorm.document import Document
from newsnorm.edits import Revision, Span
from newsnorm.header.hints import author_names, same_headline
from newsnorm.model import Hints, Kind, Note
from newsnorm.outlet import same_outlet
from newsnorm.relative import day_of, moment


def moved(notes: tuple[Note, ...], revision: Revision) -> tuple[Note, ...]:
    """Notes on the text before ``revision`` as notes on the text after it.

    >>> moved((Note("decode.cut", "cut", Span(3, 4)),), Revision.make("abc?", [])) [0].span
    Span(start=3, end=4)
    """
    return tuple(note._replace(span=revision.after_span(note.span)) for note in notes)


def hint_notes(document: Document) -> Document:
    """The document with a note for each part on which the caller's hints and the text disagree.

    The text always wins; a part that the text lacks is no disagreement, nor are case and signs, an outlet
    behind the headline, the cue and the role in an author string, or a day where the time zone decides it.
    """
    notes = tuple(_disagreements(document, document.hints)) if document.hints else ()
    return attrs.evolve(document, notes=document.notes + notes) if notes else document


def _disagreements(document: Document, hints: Hints) -> Iterator[Note]:
    headline, outlet = document.headline, document.outlet
    if hints.headline and headline and not same_headline(hints.headline, headline):
        yield _note(document, "headline", hints.headline, headline)
    known = {name.casefold() for hint in hints.authors for name in author_names(hint)}
    if known and document.authors and known != {name.casefold() for name in document.authors}:
        yield _note(document, "authors", hints.authors, document.authors)
    read = document.published.value if document.published else None
    if (day := moment(hints.published)) and read and not _is_same_day(day, read):
        yield _note(document, "published", hints.published, read.isoformat())
    if hints.outlet and outlet and not same_outlet(hints.outlet, outlet):
        yield _note(document, "outlet", hints.outlet, outlet)
    for name, value in (("published", hints.published), ("retrieved", hints.retrieved)):
        if value and moment(value) is None:
            yield Note(f"hint.{name}", f"the caller says {value!r}, which is no date in ISO 8601", Span(0, 0))


def _note(document: Document, name: str, hinted: object, read: object) -> Note:
    """What both say, at the part that the text has."""
    kind = {"headline": Kind.HEADLINE, "authors": Kind.BYLINE, "published": Kind.PUBLISHED}.get(name)
    start = document.text.find(str(read)) if kind is None else document.blocks_of(kind)[0].start
    end = start + len(str(read)) if kind is None else document.blocks_of(kind)[0].end
    return Note(f"hint.{name}", f"the caller says {hinted!r}, the text {read!r}", Span(start, end))


def _is_same_day(known: dt.datetime | dt.date, read: dt.datetime | dt.date) -> bool:
    """Whether they name one day; a time with a zone may be of the day before or after on the page."""
    apart = abs((day_of(known) - day_of(read)).days)
    return apart == 0 or (apart == 1 and isinstance(known, dt.datetime) and known.tzinfo is not None)
