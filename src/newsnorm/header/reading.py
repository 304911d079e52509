"""The lines of one head while it is settled: what each of them may be, and where the body begins.

Only reading is done here; which of several bylines or dates counts is decided by who asks.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice

from newsnorm.dateline import Parts, dateline_parts
from newsnorm.header.line import ALONE, CUED, caption_line, read_line
from newsnorm.model import Block, Kind
from newsnorm.shape import is_prose

OPEN, BLANK = Kind.PARAGRAPH, Kind.BLANK
LINES = 160  # a head is over by then, with all menus above it
LONGEST = 300  # a longer line is no header line
PARAGRAPH = 400  # a line of this length is body, whatever follows
SENTENCE = 24  # a sentence has more code points
TELLING = 3  # so many paragraphs tell it
TOLD = 80  # a paragraph of this length tells what the article is about
MARK = 160  # a longer line below a paragraph is none that announces an article
FILED = 34  # a dateline with the beginning of its sentence is longer
CLOSERS = frozenset("-–—:_0123456789】")
AHEAD = 6  # so far behind its first paragraph a byline or a date shows that it is a deck
DATES = frozenset({Kind.PUBLISHED, Kind.UPDATED})
MARKS = DATES | {Kind.BYLINE}


class Reading:
    """The lines above the body and the first ones of it.

    ``texts`` are the lines without the white space around them, ``parts`` is what a line became, ``body``
    the index of the line where the body begins. A line of the kind PARAGRAPH that nothing named yet is open.
    """

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text, self.blocks = text, blocks
        self.at = [i for i, block in enumerate(blocks[: 2 * LINES]) if block[2] is not BLANK][:LINES]
        self.lines = [blocks[i] for i in self.at]
        self.texts = [text[start:end].strip() for start, end, _, _ in self.lines]
        self.parts: dict[int, tuple[Block, ...]] = {}
        self._datelines: dict[int, Parts | None] = {}
        self.body = self._body()

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def settled(self) -> list[Block]:
        """All blocks, with what the lines became."""
        if not self.parts:
            return self.blocks
        parts = {self.at[i]: parts for i, parts in self.parts.items()}
        last = max(parts)
        head = [part for i, block in enumerate(self.blocks[: last + 1]) for part in parts.get(i, (block,))]
        return head + self.blocks[last + 1 :]

    @cached_property
    def first_paragraphs(self) -> str:
        """The beginning of the body, as far as lines are read at all."""
        long = (line for line in self.texts if len(line) >= TOLD and is_prose(line))
        return " ".join(islice(long, TELLING))

    def is_open(self, i: int) -> bool:
        """Whether nothing named the line yet."""
        return i not in self.parts and self.lines[i][2] is OPEN

    def those(self, kinds: frozenset[Kind]) -> list[int]:
        """The lines that became one of these kinds, or of which a part did, from the first on."""
        return sorted({i for i, parts in self.parts.items() for part in parts if part[2] in kinds})

    def has(self, i: int, kinds: frozenset[Kind]) -> bool:
        """Whether a line became one of these kinds, or a part of it did."""
        return i in self.parts and any(part[2] in kinds for part in self.parts[i])

    def rules(self, i: int) -> set[str]:
        """The rules that named the parts of a line."""
        return {part[3] for part in self.parts.get(i, ())}

    def name(self, i: int, kind: Kind, rule: str) -> None:
        """Name a whole line."""
        self.parts[i] = (self.lines[i]._replace(kind=kind, rule=rule),)

    def unname(self, i: int) -> None:
        """Open a line again, and those that were merged with it."""
        del self.parts[i]
        while self.parts.get(i + 1) == ():
            i += 1
            del self.parts[i]

    def touches(self, i: int) -> bool:
        """No blank line stands between a line and the one above it."""
        return self.at[i] == self.at[i - 1] + 1

    def merge(self, first: int, last: int, kind: Kind, rule: str) -> None:
        """Make one block of lines that touch."""
        self.parts |= dict.fromkeys(range(first, last + 1), ())
        self.parts[first] = (Block(self.lines[first].start, self.lines[last].end, kind, rule),)

    def dateline(self, i: int) -> Parts | None:
        """The dateline that a line begins with: a short line has one only where it ends like one."""
        if i not in self._datelines:
            start, end, _, _ = self.lines[i]
            could = end - start >= FILED or self.texts[i][-1] in CLOSERS
            self._datelines[i] = dateline_parts(self.text, start, end) if could else None
        return self._datelines[i]

    def is_credit(self, i: int) -> bool:
        """Whether the line carries the credit of a picture."""
        if i >= len(self.lines) or not self.is_open(i):
            return False
        start, end, _, _ = self.lines[i]
        return end - start < LONGEST and bool(caption_line(self.text, start, end))

    def _read(self, i: int) -> bool:
        """Read one line as a header line; whether it is one."""
        if i in self.parts:
            return True
        start, end, kind, _ = self.lines[i]
        parts = read_line(self.text, start, end, self.texts[i]) if kind is OPEN else ()
        if not parts or self.dateline(i):
            return False
        self.parts[i] = parts
        return True

    def _body(self) -> int:
        """Read the lines down to the body; it begins with a dateline, a very long line, or two paragraphs in a row."""
        i = 0
        while i < len(self.lines):
            if self.lines[i][2] is not OPEN:
                i += 1
            elif not self._begins_body(i):
                self._read(i)
                i += 1
            elif (mark := self._mark_below(i)) is None:
                return i
            else:
                i = mark + 1
        return i

    def _begins_body(self, i: int) -> bool:
        line = self.texts[i]
        if len(line) < SENTENCE and line[-1] not in CLOSERS:
            return False
        if self.dateline(i):
            return True
        if len(line) < SENTENCE or not is_prose(line) or "©" in line:
            return False
        return len(line) >= PARAGRAPH or self._prose_follows(i, line)

    def _prose_follows(self, i: int, line: str) -> bool:
        if i + 1 == len(self.lines):
            return True
        below = self.texts[i + 1]
        return self.lines[i + 1][2] is OPEN and below != line and is_prose(below)

    def _mark_below(self, i: int) -> int | None:
        """The line of a byline or a date right below a paragraph, which shows that it is a deck."""
        if self.dateline(i) and not is_prose(self.texts[i]):
            return None
        return next((j for j in range(i + 1, i + 1 + AHEAD) if self._is_mark(j)), None)

    def _is_mark(self, i: int) -> bool:
        """A byline with its cue or a date: what stands above it is no body yet."""
        if i >= len(self.lines) or self.lines[i][1] - self.lines[i][0] > MARK or not self._read(i):
            return False
        rules = self.rules(i)
        return bool(rules & (CUED | {ALONE})) or (self.has(i, DATES) and "date.relative" not in rules)
