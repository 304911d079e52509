"""Caption files whose cues open with a line of times: SubRip, WebVTT, SBV, SubViewer and LRC.

Read as far as a person could: a lost index, a comma for a dot, a missing blank line or header is no hindrance.
Which of these becomes a note is told in `damage.py`, what tags and names among the words mean in `said.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from itertools import chain, cycle
from operator import add

from newsnorm import voices
from newsnorm.model import Block, Kind, Note
from newsnorm.patterns import pattern
from newsnorm.transcript import damage
from newsnorm.transcript.openings import INDEX, Openings
from newsnorm.transcript.rolling import repeated
from newsnorm.transcript.said import Marks
from newsnorm.transcript.tiles import Cut, lines, made, tiled

ROLLING = "cue.rolling"
_FEWEST_BRACKETS = 3  # that make a name in brackets a speaker
_SAMPLE = 200  # cues that show whether a file rolls
# A line of times that cannot be read, with the index above it: "00:xx:03,000 --> 00:00:04,000", or a file cut off.
_UNREADABLE = pattern(
    rf"^({INDEX})([ \t]*\d[\w:.,;]{{3,16}}[ \t]*-{{1,2}}>[^\n]*\n?)"
    r"|^([ \t]*\d{1,9}[ \t]*\r?\n)([ \t]*\d\d:[\d:,.> -]*)\Z",
    re.MULTILINE,
)
_PARAGRAPH = pattern(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*\n?")
_REMARK = pattern(r"(?:NOTE|STYLE|REGION)(?=\s|\Z)")
_SAME_LINE = pattern(r"[ \t]*\S")  # as the times, as Whisper writes it
_BLANK_LINE = pattern(r"\n[ \t\r]*\n")


def label(text: str, form: str) -> tuple[list[Block], list[Note]]:
    """The blocks of a caption file, and a note for each kind of damage that was read anyway."""
    work = text if "\r" not in text or "\n" in text else text.replace("\r", "\n")
    openings = Openings.of(work, form)
    marks = Marks.of(work, form, _names(work, openings.bodies))
    rule = f"cue.{form}"
    begin = openings.begins[0] if openings.begins else len(work)
    blocks = tiled(lines(work, 0, begin, Kind.MARKUP, f"{rule}.head"))
    rolled = _rolled(openings, marks)
    done = 0 if any(rolled) or not marks.none else _even(openings, rule, blocks)
    rest = (_cue(work, openings, k, rolled[k], marks, rule) for k in range(done, len(rolled)))
    blocks += tiled(chain.from_iterable(rest), blocks[-1].end if blocks else 0)
    return blocks, [*damage.notes(work, openings, blocks, form)]


def _even(openings: Openings, rule: str, blocks: list[Block]) -> int:
    """Add the blocks of all cues but the last, where all are whole and nothing but words; how many these are.

    Made column by column, which is several times as fast as cue by cue.
    """
    bodies = openings.bodies[:-1]
    said = [*map(str.strip, bodies)]
    joined = "\0".join(said)
    even = "\n\n" not in joined and "-->" not in joined and [f"\n{words}\n" for words in said] == bodies
    if not even or not all(said) or "".join(openings.settings).strip():
        return 0
    begins, ends = openings.begins[:-1], openings.ends[:-1]
    times = [*map(add, begins, map(len, openings.indexes))]
    closes = [end - 1 for end in ends]
    words = [close - len(body) + 1 for close, body in zip(closes, bodies, strict=True)]
    kinds = cycle((Kind.MARKUP, Kind.TIMESTAMP, Kind.SPEECH, Kind.BLANK))
    rules = cycle((f"{rule}.index", rule, rule, "blank"))
    starts = chain.from_iterable(zip(begins, times, words, closes, strict=True))
    stops = chain.from_iterable(zip(times, words, closes, ends, strict=True))
    made_blocks = made(Block, starts, stops, kinds, rules)
    blocks += made_blocks if all(openings.indexes) else [block for block in made_blocks if block[0] < block[1]]
    return len(bodies)


def _cue(  # noqa: PLR0913, PLR0917 (one cue of a file, and what the file is like)
    work: str, openings: Openings, k: int, again: int, marks: Marks, rule: str
) -> Iterator[Cut]:
    """The index, the times, the settings with their line end, and what is said; the times may end the line."""
    times = openings.begins[k] + len(openings.indexes[k])
    settings = times + len(openings.times[k])
    end = openings.ends[k]
    behind = settings + len(openings.settings[k])
    behind = behind + 1 if behind < end and work[behind] == "\n" else behind
    yield times, Kind.MARKUP, f"{rule}.index"
    if openings.settings[k].strip():
        yield settings, Kind.TIMESTAMP, rule
        yield behind, Kind.MARKUP, f"{rule}.settings"
    else:
        yield behind, Kind.TIMESTAMP, rule
    for cut in _rolled_lines(work, behind, end, again):
        yield cut
        behind = cut[0]
    yield from _body(work, behind, end, marks, rule)


def _names(work: str, bodies: Sequence[str]) -> frozenset[str]:
    """The speakers that the file names before colons or in brackets."""
    if _SAME_LINE.match(bodies[0] if bodies else ""):
        work = "\n".join(map(str.lstrip, bodies))
    brackets = Counter(name["name"] for name in voices.bracketed(work))
    marked = frozenset(name for name, count in brackets.items() if count >= _FEWEST_BRACKETS)
    trusted = voices.trusted_speakers([label["name"] for label in voices.labels(work)])
    return marked | trusted | voices.nicknames(bodies, trusted) | voices.names_above(bodies)


def _body(work: str, start: int, end: int, marks: Marks, rule: str) -> Iterator[Cut]:
    """What stands between two openings."""
    inside = work[start:end].rstrip()
    if "-->" in inside or end == len(work):
        start = yield from _unreadable(work, start, end, marks, rule)
    if rule == "cue.vtt" and _BLANK_LINE.search(work, start - 1, start + len(inside)):
        yield from _paragraphs(work, start, end, marks)
    else:
        yield from marks.cuts(work, start, end, rule)


def _unreadable(work: str, start: int, end: int, marks: Marks, rule: str) -> Generator[Cut, None, int]:
    """The words before each line of times that cannot be read, and that line; returns where the rest begins."""
    for found in _UNREADABLE.finditer(work, start, end):
        index, times = (1, 2) if found[2] else (3, 4)
        yield from marks.cuts(work, start, found.start(), rule)
        yield found.end(index), Kind.MARKUP, f"{rule}.index"
        yield found.end(times), Kind.TIMESTAMP, damage.UNREADABLE
        start = found.end()
    return start


def _paragraphs(work: str, start: int, end: int, marks: Marks) -> Iterator[Cut]:
    """WebVTT ends a cue at a blank line: remarks and the identifier of the next cue follow, or words gone astray."""
    for number, paragraph in enumerate(_PARAGRAPH.finditer(work, start, end)):
        begin, stop = paragraph.span()
        apart = number > 0 or "\n" in work[start:begin]
        yield begin, Kind.BLANK, "blank"
        if apart and _REMARK.match(work, begin):
            yield stop, Kind.MARKUP, "cue.vtt.note"
        elif apart and stop == end < len(work) and paragraph[0].count("\n") == 1:
            yield stop, Kind.MARKUP, "cue.vtt.index"
        else:
            yield from marks.cuts(work, begin, stop, damage.ASTRAY if number else "cue.vtt")
    yield end, Kind.BLANK, "blank"


def _rolled(openings: Openings, marks: Marks) -> list[int]:
    """How many lines of each cue the cue before has shown already."""
    bodies = openings.bodies
    if not any(repeated([_said(body, None) for body in bodies[:_SAMPLE]])) and not _timed_words(marks, bodies):
        return [0] * len(bodies)
    return repeated([_said(body, marks.tags) for body in bodies])


def _said(body: str, tags: re.Pattern[str] | None) -> list[str]:
    """The lines of a cue that are not blank, without tags."""
    plain = tags.sub("", body) if tags else body
    return [line for line in map(str.strip, plain.split("\n")) if line]


def _timed_words(marks: Marks, bodies: Sequence[str]) -> bool:
    """Whether words have times of their own, as the captions have that machines make while they listen."""
    return marks.tags is not None and any("<c>" in body for body in bodies[:_SAMPLE])


def _rolled_lines(work: str, start: int, end: int, count: int) -> Iterator[Cut]:
    """The first ``count`` lines that are not blank, and the blank ones among them."""
    while count:
        line_end = work.find("\n", start, end) + 1 or end
        blank = not work[start:line_end].strip()
        yield line_end, Kind.BLANK if blank else Kind.MARKUP, "blank" if blank else ROLLING
        start = line_end
        count -= not blank
