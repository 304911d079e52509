"""A document as clean Markdown: headline, deck, byline, paragraphs, notes; of a transcript, paragraphs with clocks."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from newsnorm import dates
from newsnorm.document import Document
from newsnorm.model import Kind, Sentence
from newsnorm.patterns import pattern
from newsnorm.sentences import paragraphs
from newsnorm.shape import unwrapped

MARKUP_AT_START = pattern(r"\A(?:[#>+-](?=\s)|(?=[`~]{3})|\d{1,9}(?=[.)]\s))")
LIST_MARK = pattern(r"\A\s*(?:[•·▪●‣–*-]|\d{1,2}[.)])\s+")
BREAK = "\n\n"


def to_markdown(document: Document) -> str:
    r"""The document as Markdown (CommonMark), a line end at its end; empty for an empty body.

    The deck stands emphasised below the headline, corrections and notes on the author below the text. Lines that would
    be read as markup are escaped at their beginning; inside a line nothing is.

    >>> from newsnorm import normalise
    >>> document = normalise("Storm hits coast\n\nBy Ann Lee\n\nNine people were hurt on Monday, she said.\n")
    >>> print(to_markdown(document), end="")
    # Storm hits coast
    <BLANKLINE>
    Ann Lee
    <BLANKLINE>
    Nine people were hurt on Monday, she said.
    """
    body = _spoken(document) if document.kind == "transcript" else _written(document)
    parts = [*_header(document), *body, *map(_emphasised, document.texts_of(Kind.CORRECTION, Kind.AUTHOR_NOTE))]
    return BREAK.join(parts) + "\n" if parts else ""


def _header(document: Document) -> Iterator[str]:
    if document.headline:
        yield f"# {document.headline}"
    yield from map(_emphasised, document.texts_of(Kind.DECK))
    stamp = document.published or document.updated
    line = " · ".join(filter(None, [", ".join(document.authors), _printed(stamp.text) if stamp else ""]))
    if line:
        yield line


def _printed(stamp: str) -> str:
    """A date without the label before it: `Published: `, `Erschienen am `."""
    moments = dates.find(stamp, 0, len(stamp))
    return stamp[moments[0].start : moments[-1].end] if moments else stamp


def _written(document: Document) -> Iterator[str]:
    lead = "".join(f"{line} " for line in document.texts_of(Kind.DATELINE))
    for block in document.blocks_of(Kind.PARAGRAPH, Kind.CROSSHEAD, Kind.LIST_ITEM):
        line = unwrapped(document[block])
        if block.kind is Kind.CROSSHEAD:
            yield f"## {line}"
        elif block.kind is Kind.LIST_ITEM:
            yield f"- {LIST_MARK.sub('', line, count=1)}"
        else:
            yield lead + _escaped(line)
            lead = ""


def _emphasised(line: str) -> str:
    return f"*{line}*" if "*" not in line else _escaped(line)


def _escaped(line: str) -> str:
    found = MARKUP_AT_START.match(line)
    if found is None:
        return line
    at = found.end() if found[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _spoken(document: Document) -> Iterator[str]:
    printed = [
        (turn[0].span, _opening(turn[0]) + " ".join(sentence.text for sentence in turn))
        for turn in paragraphs(document.sentences, document.chapters)
    ]
    titles = [(chapter.span, f"## {chapter.text}") for chapter in document.chapters]
    yield from (line for _, line in sorted(titles + printed, key=itemgetter(0)))


def _opening(sentence: Sentence) -> str:
    """The clock and the speaker of a paragraph: ``**1:02** Ann Lee: ``."""
    clock = "" if sentence.start is None else f"**{clock_of(sentence.start)}** "
    return clock + (f"{sentence.speaker}: " if sentence.speaker else "")


def clock_of(seconds: float) -> str:
    """Seconds as a clock, hours only where there are some.

    >>> clock_of(62.5), clock_of(3723)
    ('1:02', '1:02:03')
    """
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"
