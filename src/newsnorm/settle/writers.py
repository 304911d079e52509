"""The paragraph that presents who wrote the story: `Ann Lee is a reporter who covers the harbour.`

It begins with a name of the byline, wherever it stands, or it is the last one and says that somebody is a
writer. A role alone on the line below a byline is read with the header.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from newsnorm import tables
from newsnorm.byline import people_in
from newsnorm.label import PROSE
from newsnorm.model import Block, Kind

FEWEST = 3  # paragraphs, for one of them to be about the writer
OPENING, PRESENTED = 6, 16  # words: of the name and the verb, and in which the role stands
WINDOW = 240  # code points that hold so many words
PARTICLE = 3  # letters of a small word in a name
NAME = 80  # those that hold the name and the verb
SIGNS = ".,;:|()’'"


def writers(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with the paragraphs about the writer named."""
    running = [i for i, block in enumerate(blocks) if block[3] == PROSE]
    if len(running) < FEWEST:
        return blocks
    bylines = [block for block in blocks if block[2] is Kind.BYLINE]
    opened = _opened(text, running, blocks, _words_of(text, bylines)) if bylines else []
    known = _names(text, bylines) if opened else ()
    found = {i for i in _opened(text, opened, blocks, known) if _is_about(text, blocks[i])}
    if _is_writer(text, blocks[running[-1]]):
        found.add(running[-1])
    if not found:
        return blocks
    return [
        Block(*block[:2], Kind.AUTHOR_NOTE, "author-note.presented") if i in found else block
        for i, block in enumerate(blocks)
    ]


def _opened(text: str, running: list[int], blocks: list[Block], words: tuple[str, ...]) -> list[int]:
    """The paragraphs that one of the words opens."""
    return [i for i in running if text.startswith(words, blocks[i][0])]


def _words_of(text: str, bylines: list[Block]) -> tuple[str, ...]:
    """The words of bylines, which nearly no paragraph begins with, each with the blank behind it."""
    return tuple(f"{word.strip(SIGNS)} " for start, end, _, _ in bylines for word in text[start:end].split())


def _names(text: str, bylines: list[Block]) -> tuple[str, ...]:
    """The words with a capital in the names of the authors, each with the blank behind it."""
    people = [people_in(text, start, end)[0] for start, end, _, _ in bylines]
    authors = {author.name for found in people for author in found.authors if not author.collective}
    return tuple(f"{word} " for name in authors for word in name.split() if word[:1].isupper())


def _is_about(text: str, block: Block) -> bool:
    """Whether a paragraph begins with a name, and with what somebody is or does."""
    verb, told = _told(text, block)
    return verb in _words("does") or (verb in _words("is") and told[:1] != [] and told[0] in _words("articles"))


def _is_writer(text: str, block: Block) -> bool:
    """Whether a paragraph begins with a name, and says that this is a writer."""
    verb, told = _told(text, block)
    return verb in _words("is") and not _words("roles").isdisjoint([word.casefold().strip(SIGNS) for word in told])


def _told(text: str, block: Block) -> tuple[str, list[str]]:
    """The verb behind the name that a paragraph begins with, and the words behind it; none where there is no name."""
    start, end, _, _ = block
    line = text[start : min(end, start + WINDOW)]
    words, verbs = line[:NAME].split()[:OPENING], _words("verbs")
    if verbs.isdisjoint(words):
        return "", []
    at = next(i for i, word in enumerate(words) if word in verbs)
    return (words[at], line.split()[at + 1 : PRESENTED]) if at and _is_name(words[:at]) else ("", [])


def _is_name(words: list[str]) -> bool:
    """Whether ``words`` have capitals as names have, with small words in them, but none behind a comma."""
    if not all(word[-1] != ":" and (word[0].isupper() or len(word) <= PARTICLE) for word in words):
        return False
    return not any(word[-1] == "," and follows[0].islower() for word, follows in pairwise(words))


@cache
def _words(name: str) -> frozenset[str]:
    if name == "verbs":
        return _words("is") | _words("does")
    return tables.lists("author_notes.toml")[name]
