"""What stands above the body: headline, kicker, deck, byline, dates, section path, captions.

Only the lines above the first paragraphs are asked; the splitters know what such a line says.
"""

from __future__ import annotations

from newsnorm.header import caption_line, header_line
from newsnorm.label import UNNAMED
from newsnorm.model import Block, Hints, Kind
from newsnorm.shape import ends_like_sentence, is_prose, words

HEADLINE_LENGTH = range(12, 260)
HEADLINE_WORDS = 3
HEADER_LENGTH = 300
KICKER_WORDS = 4
BELOW = 2  # lines below the first prose line that can still be a byline, when that line is the deck
CRUMB_SEPARATORS = (" / ", " > ", " » ", " › ", " | ")
NAMED = frozenset({Kind.CHROME, Kind.BLANK})


def head(text: str, blocks: list[Block], hints: Hints | None = None) -> list[Block]:
    """Blocks with the lines above the body as the parts of a header that they are."""
    lead = next((i for i, b in enumerate(blocks) if b[3] == UNNAMED and is_prose(text[b[0] : b[1]].strip())), None)
    if lead is None:
        return _only_lines(text, blocks, hints)
    parts = [_split(text, block) for block in blocks[:lead]]
    below = _byline_below(text, blocks, lead)
    lines = [i for i in range(lead) if len(parts[i]) == 1 and parts[i][0].rule == UNNAMED]
    title = _headline(text, blocks, lines, hints)
    if title is not None:
        _name(text, parts, lines, title)
    settled = [block for part in parts for block in part]
    for i in range(lead, below + 1):
        settled += _split(text, blocks[i]) if i > lead else _deck(blocks[i], title is not None)
    return settled + blocks[max(lead, below + 1) :]


def _only_lines(text: str, blocks: list[Block], hints: Hints | None) -> list[Block]:
    """A text without prose: a line that the caller knows as the headline is the headline, nothing is guessed."""
    wanted = hints.headline if hints else None
    return [
        b._replace(kind=Kind.HEADLINE, rule="headline.hint") if wanted and text[b[0] : b[1]].strip() == wanted else b
        for b in blocks
    ]


def _split(text: str, block: Block) -> tuple[Block, ...]:
    """The parts of a header line, or the line itself."""
    if block[3] != UNNAMED or block.end - block.start > 4 * HEADER_LENGTH:
        return (block,)
    return header_line(text, block.start, block.end) or caption_line(text, block.start, block.end) or (block,)


def _deck(block: Block, titled: bool) -> list[Block]:  # noqa: FBT001 (private)
    return [block._replace(kind=Kind.DECK, rule="deck.above-byline") if titled else block]


def _byline_below(text: str, blocks: list[Block], lead: int) -> int:
    """The index of a byline right below the first prose line, which makes that line a deck; -1 without one."""
    below = [i for i in range(lead + 1, min(len(blocks), lead + 2 * BELOW)) if blocks[i].kind is not Kind.BLANK]
    for i in below[:BELOW]:
        if any(part.kind is Kind.BYLINE for part in _split(text, blocks[i])):
            return i
    return -1


def _headline(text: str, blocks: list[Block], lines: list[int], hints: Hints | None) -> int | None:
    """The index of the headline among the unnamed ``lines`` above the body.

    A line that the caller knows; else one that stands twice or ends a breadcrumb; else the first that
    looks like one.
    """
    texts = {i: text[blocks[i].start : blocks[i].end].strip() for i in lines}
    candidates = [i for i in lines if _looks_like_headline(texts[i])]
    if hints and hints.headline:
        candidates = [i for i in candidates if texts[i] == hints.headline] or candidates
    for i in reversed(candidates):
        if any(j != i and texts[j].startswith(texts[i]) for j in lines) or _ends_crumbs(texts, i):
            return i
    return candidates[0] if candidates else None


def _looks_like_headline(line: str) -> bool:
    return (
        len(line) in HEADLINE_LENGTH
        and words(line) >= HEADLINE_WORDS
        and not line.endswith((".", ":", ","))
        and not _is_crumbs(line)
        and line != line.lower()
    )


def _is_crumbs(line: str) -> bool:
    return any(line.count(separator) >= 2 for separator in CRUMB_SEPARATORS)


def _ends_crumbs(texts: dict[int, str], i: int) -> bool:
    return any(_is_crumbs(line) and line.endswith(texts[i]) for j, line in texts.items() if j != i)


def _name(text: str, parts: list[tuple[Block, ...]], lines: list[int], title: int) -> None:
    """Name the headline and the unnamed lines around it."""
    headline = text[parts[title][0].start : parts[title][0].end].strip()
    for i in lines:
        (block,) = parts[i]
        line = text[block.start : block.end].strip()
        if i == title:
            parts[i] = (block._replace(kind=Kind.HEADLINE, rule="headline.first"),)
        elif _is_crumbs(line):
            parts[i] = (block._replace(kind=Kind.SECTION, rule="section.breadcrumb"),)
        elif line.startswith(headline):
            parts[i] = (block._replace(kind=Kind.CHROME, rule="chrome.nav.title"),)
        elif i > title and _above_credit(parts, i) and line == line.lower():
            parts[i] = (block._replace(kind=Kind.ALT_TEXT, rule="alt-text.lower-case"),)
        elif i == title - 1 and words(line) <= KICKER_WORDS and line == line.upper() and not ends_like_sentence(line):
            parts[i] = (block._replace(kind=Kind.KICKER, rule="kicker.capitals"),)


def _above_credit(parts: list[tuple[Block, ...]], i: int) -> bool:
    below = next((part for part in parts[i + 1 :] if part[0].kind is not Kind.BLANK), ())
    return any(block.kind in (Kind.CREDIT, Kind.CAPTION) for block in below)
