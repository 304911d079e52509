"""A document as plain data, and back: what is stored are its source and its decisions; parts are added for readers."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from newsnorm.document import Document
from newsnorm.edits import Edit, Revision, Span
from newsnorm.model import Block, Hints, Kind, Note, Source

PARTS = (
    "kicker", "headline", "deck", "byline", "authors", "dateline", "published", "updated", "section", "captions",
    "paragraphs", "crossheads", "sign_off", "cues", "sentences", "chapters", "events", "speakers", "outlet", "agencies",
    "condition", "language",
)  # fmt: skip


def to_dict(document: Document, source: bool) -> dict[str, Any]:  # noqa: FBT001 (handed over by assemble)
    """Plain data: ``kind``, ``format``, the parts that are not empty, then source, repairs, blocks and notes."""
    data: dict[str, Any] = {"kind": document.kind, "format": document.format}
    data |= {name: _plain(value) for name in PARTS if (value := getattr(document, name)) not in (None, (), "")}
    data["repairs"] = [[*edit.span, edit.new, edit.rule] for edit in document.repair.edits]
    data["blocks"] = [[block.start, block.end, block.kind.value, block.rule] for block in document.blocks]
    data["notes"] = _notes(document.notes)
    data |= {"hints": attrs.asdict(document.hints)} if document.hints else {}
    data |= {"known_language": document.known_language} if document.known_language else {}
    return data | {"source": _source(document.source)} if source else data


def _source(source: Source) -> dict[str, Any]:
    data: dict[str, Any] = {"encoding": source.encoding, "exact": source.exact, "text": source.text}
    data["notes"] = _notes(source.notes)
    if source.raw is not None and _encoded(source) != source.raw:
        data["raw"] = base64.b64encode(source.raw).decode("ascii")
    return data


def _encoded(source: Source) -> bytes | None:
    """The bytes that the text gives in its encoding, where it gives any."""
    try:
        return source.text.encode(source.encoding)
    except (LookupError, UnicodeError):
        return None


def from_dict(data: Mapping[str, Any]) -> Document:
    """The document that gave ``data``; raises `ValueError` where it was stored without its source."""
    if "source" not in data:
        message = "this document was stored without its source; use to_dict(source=True)"
        raise ValueError(message)
    source = _read_source(data["source"])
    edits = (Edit(Span(start, end), new, rule) for start, end, new, rule in data["repairs"])
    return Document(
        source=source,
        repair=Revision.make(source.text, edits),
        kind=data["kind"],
        format=data["format"],
        blocks=tuple(Block(start, end, Kind(kind), rule) for start, end, kind, rule in data["blocks"]),
        notes=_read_notes(data["notes"]),
        hints=_read_hints(data.get("hints")),
        known_language=data.get("known_language"),
    )


def _read_source(data: Mapping[str, Any]) -> Source:
    raw, text, encoding = data.get("raw"), data["text"], data["encoding"]
    if raw is not None:
        kept: bytes | None = base64.b64decode(raw)
    else:
        kept = None if encoding == "str" else text.encode(encoding)
    return Source(kept, encoding, text, data["exact"], _read_notes(data["notes"]))


def _read_hints(data: Mapping[str, Any] | None) -> Hints | None:
    return Hints(**{**data, "authors": tuple(data["authors"])}) if data else None


def _notes(notes: tuple[Note, ...]) -> list[list[Any]]:
    return [[note.code, note.message, *note.span] for note in notes]


def _read_notes(data: list[list[Any]]) -> tuple[Note, ...]:
    return tuple(Note(code, message, Span(start, end)) for code, message, start, end in data)


def _plain(value: Any) -> Any:
    """Values of the model as what JSON knows: objects by field, times in ISO 8601."""
    if attrs.has(type(value)):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, tuple) and hasattr(value, "_asdict") and not isinstance(value, Span):
        return {name: _plain(inner) for name, inner in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value
