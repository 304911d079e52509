"""The document: one text, what was changed in it, what every stretch of it is, and its parts by name.

A document is its source and its decisions (repair, blocks, notes). Parts are made from these when asked
for, by functions of later stages that `assemble.py` hands over as `Document.makers`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib import import_module
from operator import itemgetter
from typing import Any, ClassVar, cast

import attrs

from newsnorm.edits import Edit, Revision, Span
from newsnorm.kinds import KINDS
from newsnorm.lazy import part
from newsnorm.model import (
    REMOVED,
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
)


class _Awaited:
    """Stands for the makers until `assemble` hands them over: it is loaded when the first part is asked for."""

    def __get__(self, document: Document | None, owner: type[Document]) -> Makers:
        import_module("newsnorm.assemble")
        return owner.makers


@attrs.frozen(slots=False, repr=False)
class Document:
    r"""A normalised text: every character of the source is in ``blocks`` or in ``repair``.

    ``kind`` is ``"article"`` or ``"transcript"``, ``format`` how the text was written down
    (``"plain"``, ``"srt"``, …). Block and note spans are in ``text``, the repaired text. Documents are
    equal when their source and their decisions are. Made by `normalise`; lazy parts are read-only.

    >>> from newsnorm import normalise
    >>> document = normalise("Storm hits coast\n\nBy Ann Lee\n\nNine people were hurt on Monday, officials said.\n")
    >>> document
    <Document article plain 'Storm hits coast': 5 blocks, 0 repairs, 0 notes>
    >>> document.headline, document.authors, document.paragraphs
    ('Storm hits coast', ('Ann Lee',), ('Nine people were hurt on Monday, officials said.',))
    """

    makers: ClassVar[Makers] = cast("Makers", _Awaited())

    source: Source
    repair: Revision
    kind: str
    format: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    hints: Hints | None = None
    known_language: str | None = None

    @property
    def text(self) -> str:
        """The repaired text: the coordinate system of blocks, notes and values."""
        return self.repair.after

    def __getitem__(self, part: Span | Block) -> str:
        return self.repair.after[part[0] : part[1]]

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)

    def __repr__(self) -> str:
        counts = f"{len(self.blocks)} blocks, {len(self.repair.edits)} repairs, {len(self.notes)} notes"
        headline = "" if self.headline is None else f" {self.headline[:60]!r}"
        return f"<Document {self.kind} {self.format}{headline}: {counts}>"

    def __getstate__(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in attrs.fields(Document)}

    def blocks_of(self, *kinds: Kind | str) -> tuple[Block, ...]:
        """The blocks of these kinds, in their order; raises `ValueError` for what is no kind."""
        if self._kinds.isdisjoint(kinds if KINDS.issuperset(kinds) else map(Kind, kinds)):
            return ()
        if len(kinds) == 1 and self.kind == "article":
            return tuple(self._by_kind[kinds[0]])
        return tuple(block for block in self.blocks if block.kind in kinds)

    def texts_of(self, *kinds: Kind | str) -> tuple[str, ...]:
        """The texts of the blocks of these kinds, white space folded."""
        return tuple(" ".join(self[block].split()) for block in self.blocks_of(*kinds))

    def source_span(self, span: Span | Block) -> Span:
        """The span of ``source.text`` that ``span`` of ``text`` came from."""
        return self.repair.before_span(Span(span[0], span[1]))

    def reason(self, block: Block) -> Reason:
        """Why ``block`` is what it is, in words; made when asked."""
        return self.makers.reason(self, block)

    def changes(self) -> tuple[Edit, ...]:
        """All that was changed in or cut from the source to give ``body``, in source coordinates.

        Edits of the repair first become part of a cut where they stand in one.
        """
        return self.makers.changes(self)

    @property
    def removed(self) -> tuple[Block, ...]:
        """What the page adds to its article: chrome, embeds, markup and section paths."""
        return self.blocks_of(*REMOVED)

    @property
    def condition(self) -> str:
        """How much of an article this is; always ``"unknown"`` until it is measured."""
        return "unknown"

    @part
    def language(self) -> str | None:
        """The language (ISO 639-1) that the caller named or that the words show; None when unsure."""
        return self.known_language or self.makers.language(self)

    @part
    def kicker(self) -> str | None:
        """The short line above the headline."""
        return self._first(Kind.KICKER)

    @part
    def headline(self) -> str | None:
        """The headline, white space folded."""
        return self._first(Kind.HEADLINE)

    @part
    def deck(self) -> str | None:
        """The summary below the headline (standfirst)."""
        return self._first(Kind.DECK)

    @part
    def byline(self) -> Byline | None:
        """Who wrote it, as the first byline says."""
        return self.makers.byline(self)

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of the authors, desks included, agencies and outlets not."""
        return tuple(author.name for author in self.byline.authors) if self.byline else ()

    @part
    def dateline(self) -> Dateline | None:
        """Where and by whom it was filed."""
        return self.makers.dateline(self)

    @part
    def published(self) -> Timestamp | None:
        """When it was published, as the page prints it."""
        return self.makers.timestamp(self, Kind.PUBLISHED)

    @part
    def updated(self) -> Timestamp | None:
        """When it was last updated, as the page prints it."""
        return self.makers.timestamp(self, Kind.UPDATED)

    @part
    def section(self) -> tuple[str, ...]:
        """The path of the breadcrumb, without "Home" and without the headline."""
        return self.makers.section(self)

    @part
    def captions(self) -> tuple[Caption, ...]:
        """The captions with their credits; a credit without a caption has an empty text."""
        return self.makers.captions(self)

    @part
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs, line ends inside them folded; of a transcript, its sentences by turn and pause."""
        return self.makers.paragraphs(self)

    @part
    def crossheads(self) -> tuple[str, ...]:
        """The headings between paragraphs."""
        return self.texts_of(Kind.CROSSHEAD)

    @part
    def sign_off(self) -> SignOff | None:
        """Who else worked on it, as the last line says."""
        return self.makers.sign_off(self)

    @part
    def body(self) -> str:
        """The headline-less text: a paragraph, crosshead or list item a line, blank lines between."""
        return self.makers.body(self)

    @part
    def cues(self) -> tuple[Cue, ...]:
        """What is said and when; empty for an article."""
        return self.makers.cues(self)

    @part
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of a transcript with their times; empty for an article."""
        return self.makers.sentences(self)

    @part
    def chapters(self) -> tuple[Chapter, ...]:
        """The titled parts of a transcript."""
        return self.makers.chapters(self)

    @part
    def events(self) -> tuple[Event, ...]:
        """Sounds and clip markers of a transcript."""
        return self.makers.events(self)

    @part
    def speakers(self) -> tuple[Speaker, ...]:
        """Those who speak in a transcript, each once."""
        return self.makers.speakers(self)

    @part
    def outlet(self) -> str | None:
        """The outlet that published it, where the text names it; else the one that the caller knows."""
        return self.makers.outlet(self)

    @part
    def agencies(self) -> tuple[str, ...]:
        """The news agencies whose text it is or holds: of byline, dateline, sign-off, rights and last words."""
        return self.makers.agencies(self)

    def to_dict(self, *, source: bool = True) -> dict[str, Any]:
        """The document as plain data: source, decisions and parts; without ``source`` no text stands twice.

        ``raw`` is base64, and there only where ``text.encode(encoding)`` does not give it back.
        """
        return self.makers.to_dict(self, source)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """The document that gave ``data`` by `to_dict`; raises `ValueError` where the source is missing."""
        return cls.makers.from_dict(data)

    def to_json(self) -> str:
        """One line of JSON: `to_dict` with its source, in ASCII so that lone surrogates survive."""
        return json.dumps(self.to_dict())

    @part
    def _kinds(self) -> AbstractSet[str]:
        """The kinds of all blocks; of the many blocks of a transcript little more is asked."""
        return self._by_kind.keys() if self.kind == "article" else {*map(itemgetter(2), self.blocks)}

    @part
    def _by_kind(self) -> dict[str, list[Block]]:
        found: dict[str, list[Block]] = {}
        for block in self.blocks:
            found.setdefault(block[2], []).append(block)
        return found

    def _first(self, kind: Kind) -> str | None:
        return " ".join(self[self._by_kind[kind][0]].split()) if kind in self._kinds else None


@attrs.frozen
class Makers:
    """The functions that make the lazy parts of a document; `assemble.py` fills them in once."""

    byline: Callable[[Document], Byline | None]
    dateline: Callable[[Document], Dateline | None]
    timestamp: Callable[[Document, Kind], Timestamp | None]
    section: Callable[[Document], tuple[str, ...]]
    captions: Callable[[Document], tuple[Caption, ...]]
    paragraphs: Callable[[Document], tuple[str, ...]]
    sign_off: Callable[[Document], SignOff | None]
    body: Callable[[Document], str]
    cues: Callable[[Document], tuple[Cue, ...]]
    sentences: Callable[[Document], tuple[Sentence, ...]]
    chapters: Callable[[Document], tuple[Chapter, ...]]
    events: Callable[[Document], tuple[Event, ...]]
    speakers: Callable[[Document], tuple[Speaker, ...]]
    outlet: Callable[[Document], str | None]
    agencies: Callable[[Document], tuple[str, ...]]
    language: Callable[[Document], str | None]
    reason: Callable[[Document, Block], Reason]
    changes: Callable[[Document], tuple[Edit, ...]]
    to_dict: Callable[[Document, bool], dict[str, Any]]
    from_dict: Callable[[Mapping[str, Any]], Document]
