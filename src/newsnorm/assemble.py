"""Assemble a document: blocks to named parts, each made when it is asked for.

The functions here read blocks and call the splitters that labelled them; they decide nothing anew.
"""

from __future__ import annotations

import re

from newsnorm import agencies, byline, credit, dateline, dates, outlet, page, relative
from newsnorm import language as languages
from newsnorm.document import Document, Makers
from newsnorm.edits import Edit
from newsnorm.export import record
from newsnorm.model import (
    Block,
    Byline,
    Caption,
    Chapter,
    Cue,
    Dateline,
    Event,
    Kind,
    Reason,
    Sentence,
    SignOff,
    Speaker,
    Timestamp,
)
from newsnorm.patterns import pattern
from newsnorm.render import BODY, kept_text, render
from newsnorm.sentences import PARAGRAPH, printed, timed
from newsnorm.shape import unwrapped
from newsnorm.transcript import reader

CRUMB = pattern(r"\s[/|>»›]\s")
FIRST = pattern(r"\A\s*(?:(?:first|originally)\s(?:published|posted)|zuerst\sveröffentlicht)\b", re.IGNORECASE)
HOME = frozenset("home|startseite|start|accueil|inicio|início|головна|главная|strona główna|forside".split("|"))
CERTAIN = 0.99


def _byline(doc: Document) -> Byline | None:
    found = doc.blocks_of(Kind.BYLINE)
    return byline.byline_of(doc.text, found[0].start, found[0].end) if found else None


def _dateline(doc: Document) -> Dateline | None:
    found = doc.blocks_of(Kind.DATELINE)
    return dateline.dateline_of(doc.text, found[0].start, found[0].end) if found else None


def _timestamp(doc: Document, kind: Kind) -> Timestamp | None:
    """The first date of the kind, unless another says that it is the first."""
    found = doc.blocks_of(kind)
    if not found:
        return None
    start, end, _, _ = next((block for block in found[1:] if FIRST.match(doc[block])), found[0])
    return dates.timestamp_of(doc.text, start, end, doc.known_language)


def _completed(doc: Document, kind: Kind) -> Timestamp | None:
    """The timestamp of the text; what the text leaves open is completed by what the caller knows."""
    stamp = _timestamp(doc, kind)
    return stamp if stamp is None or doc.hints is None else relative.resolved(stamp, doc.hints)


def _section(doc: Document) -> tuple[str, ...]:
    path = [step.strip() for block in doc.blocks_of(Kind.SECTION) for step in CRUMB.split(doc[block])]
    return tuple(step for step in path if step and step.casefold() not in HOME and step != doc.headline)


def _captions(doc: Document) -> tuple[Caption, ...]:
    """Captions with the credit that touches them; a credit that stands alone is one without a text."""
    captions: list[Caption] = []
    last: Block | None = None
    for block in doc.blocks_of(Kind.CAPTION, Kind.CREDIT):
        touches = last is not None and last.end == block.start and last.kind is not block.kind
        start = last.start if touches and last else block.start
        if touches:
            captions.pop()
        captions.append(credit.caption_of(doc.text, start, block.end))
        last = None if touches else block
    return tuple(captions)


def _paragraphs(doc: Document) -> tuple[str, ...]:
    if doc.kind == "transcript":
        return printed(doc.cues, doc.chapters)
    return tuple(unwrapped(doc[block]) for block in doc.blocks_of(Kind.PARAGRAPH))


def _sign_off(doc: Document) -> SignOff | None:
    found = doc.blocks_of(Kind.SIGN_OFF)
    return byline.sign_off_of(doc.text, found[0].start, found[0].end) if found else None


def _body(doc: Document) -> str:
    return PARAGRAPH.join(doc.paragraphs) if doc.kind == "transcript" else kept_text(doc, BODY)


def _cues(doc: Document) -> tuple[Cue, ...]:
    return reader.cues(doc.text, doc.blocks, doc.format) if doc.kind == "transcript" else ()


def _sentences(doc: Document) -> tuple[Sentence, ...]:
    return timed(doc.cues)


def _chapters(doc: Document) -> tuple[Chapter, ...]:
    titles = doc.blocks_of(Kind.CHAPTER)
    return reader.chapters(doc.text, titles, doc.cues) if titles else ()


def _events(doc: Document) -> tuple[Event, ...]:
    marks = doc.blocks_of(Kind.SOUND, Kind.SPEAKER)
    return reader.events(doc.text, marks, doc.cues) if marks else ()


def _speakers(doc: Document) -> tuple[Speaker, ...]:
    return reader.speakers(doc.text, doc.blocks, doc.format) if doc.kind == "transcript" else ()


def _outlet(doc: Document) -> str | None:
    """What the text says; where it is silent, what the caller knows."""
    return outlet.outlet_of(doc) or (doc.hints.outlet if doc.hints else None)


def _language(doc: Document) -> str | None:
    return languages.guess_language(doc.body or doc.text)


def _reason(doc: Document, block: Block) -> Reason:
    """The rule in words; what decides by neighbours is less certain than what a phrase names."""
    if block.rule.startswith("chrome.model."):
        return page.reason(doc.text, block)
    family = block.rule.split(".")[0]
    line = " ".join(doc[block].split())
    shown = line if len(line) <= 60 else line[:59] + "…"
    certain = family in ("chrome", "cue", "blank", "byline", "dateline", "date", "credit")
    return Reason(block.rule, f"“{shown}” is {block.kind.value} by the rule {block.rule}", CERTAIN if certain else 0.9)


def _changes(doc: Document) -> tuple[Edit, ...]:
    return doc.repair.then(render(doc), _cut_wins).edits


def _cut_wins(_repair: str, cut: str) -> str:
    return cut


Document.makers = Makers(
    byline=_byline,
    dateline=_dateline,
    timestamp=_completed,
    section=_section,
    captions=_captions,
    paragraphs=_paragraphs,
    sign_off=_sign_off,
    body=_body,
    cues=_cues,
    sentences=_sentences,
    chapters=_chapters,
    events=_events,
    speakers=_speakers,
    outlet=_outlet,
    agencies=agencies.agencies_of,
    language=_language,
    reason=_reason,
    changes=_changes,
    to_dict=record.to_dict,
    from_dict=record.from_dict,
)
