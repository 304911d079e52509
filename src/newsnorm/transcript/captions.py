"""Caption files whose cues open with a line of times: SubRip, WebVTT, SBV, SubViewer and LRC.

Read as far as a person could: a lost index, a comma for a dot, a missing blank line or header is no hindrance.
Which of these becomes a note is told in `damage.py`, what tags and names among the words mean in `said.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence

from newsnorm import voices
from newsnorm.model import Block, Kind, Note
from newsnorm.transcript import damage
from newsnorm.transcript.rolling import repeated
from newsnorm.transcript.said import Marks
from newsnorm.transcript.tiles import Cut, lines, tiled

_LOOSE = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,:;]\d{1,3})?"
_STRICT = r"(?:\d{2,4}:)?[0-5]\d:[0-5]\d[.,]\d{3}(?!\d)"  # W3C WebVTT, section 6.4, but for the comma
_INDEX = r"(?:[ \t]*\d{1,9}[ \t]*\r?\n)?"
# Three groups: the line of the index, the times, and what follows them on their line.
_OPENINGS = {
    "srt": re.compile(rf"\n({_INDEX})([ \t]*{_LOOSE}[ \t]*-{{1,2}}>[ \t]*{_LOOSE})([^\n]*)"),
    "vtt": re.compile(rf"\n({_INDEX})([ \t]*{_STRICT}[ \t]*-->[ \t]*{_STRICT})([^\n]*)"),
    "sbv": re.compile(r"\n()(\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3})([^\n]*)"),
    "subviewer": re.compile(r"\n()(\d\d:\d\d:\d\d\.\d\d,\d\d:\d\d:\d\d\.\d\d)([^\n]*)"),
    "lrc": re.compile(r"\n()(\[\d{1,3}:\d\d[.:]\d{2,3}\])()"),
}
ROLLING = "cue.rolling"
_FEWEST_BRACKETS = 3  # that make a name in brackets a speaker
_SAMPLE = 200  # cues that show whether a file rolls
FORMATS = frozenset(_OPENINGS)
# A line of times that cannot be read, with the index above it: "00:xx:03,000 --> 00:00:04,000", or a file cut off.
_UNREADABLE = re.compile(
    rf"^({_INDEX})([ \t]*\d[\w:.,;]{{3,16}}[ \t]*-{{1,2}}>[^\n]*\n?)"
    r"|^([ \t]*\d{1,9}[ \t]*\r?\n)([ \t]*\d\d:[\d:,.> -]*)\Z",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"(?:[^\n]*[^\s][^\n]*(?:\n|\Z))+")
_REMARK = re.compile(r"(?:NOTE|STYLE|REGION)(?=\s|\Z)")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def label(text: str, form: str) -> tuple[list[Block], list[Note]]:
    """The blocks of a caption file, and a note for each kind of damage that was read anyway."""
    work = text if "\r" not in text or "\n" in text else text.replace("\r", "\n")
    openings = [*_OPENINGS[form].finditer("\n" + work)]
    begin = openings[0].start() if openings else len(work)
    ends = [*(opening.start() for opening in openings[1:]), len(work)]
    names = _names(work)
    marks = Marks.of(work, form, names)
    rule = f"cue.{form}"
    cuts = [*lines(work, 0, begin, Kind.MARKUP, f"{rule}.head")]
    rolled = _rolled(work, openings, ends, marks)
    for opening, end, again in zip(openings, ends, rolled, strict=False):
        cuts += _opening(work, opening, rule)
        cuts += _rolled_lines(work, cuts[-1][0], end, again)
        cuts += _body(work, cuts[-1][0], end, marks, rule)
    blocks = tiled(cuts)
    return blocks, [*damage.notes(work, openings, blocks, form)]


def _names(work: str) -> frozenset[str]:
    """The speakers that the file names, if it uses colons more often for names than for something else."""
    found = [label["name"] for label in voices.labels(work)]
    named = frozenset(name for name in voices.speakers_among(found) if name.isupper() or found.count(name) > 1)
    brackets = Counter(name["name"] for name in voices.bracketed(work))
    marked = frozenset(name for name, count in brackets.items() if count >= _FEWEST_BRACKETS)
    return marked | (named if 2 * sum(name in named for name in found) > len(found) else frozenset())


def _behind(work: str, opening: re.Match[str], end: int) -> int:
    """Where the words begin: on the line below the times, or behind them."""
    at = opening.end() - 1
    return min(at + 1, end) if work[at : at + 1] == "\n" else at


def _opening(work: str, opening: re.Match[str], rule: str) -> Iterator[Cut]:
    """The index, the times, and the settings with their line end; without settings the times end the line."""
    times, behind = opening.start(2) - 1, _behind(work, opening, len(work))
    yield times, Kind.MARKUP, f"{rule}.index"
    if opening[3].strip():
        yield opening.end(2) - 1, Kind.TIMESTAMP, rule
        yield behind, Kind.MARKUP, f"{rule}.settings"
    else:
        yield behind, Kind.TIMESTAMP, rule


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
    for paragraph in _PARAGRAPH.finditer(work, start, end):
        begin, stop = paragraph.span()
        yield begin, Kind.BLANK, "blank"
        if begin > start and _REMARK.match(work, begin):
            yield stop, Kind.MARKUP, "cue.vtt.note"
        elif begin > start and stop == end < len(work) and paragraph[0].count("\n") == 1:
            yield stop, Kind.MARKUP, "cue.vtt.index"
        else:
            yield from marks.cuts(work, begin, stop, "cue.vtt" if begin == start else "cue.vtt.astray")
    yield end, Kind.BLANK, "blank"


def _rolled(work: str, openings: Sequence[re.Match[str]], ends: Sequence[int], marks: Marks) -> list[int]:
    """How many lines of each cue the cue before has shown already."""
    bodies = [work[opening.end() : end] for opening, end in zip(openings, ends, strict=False)]
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
