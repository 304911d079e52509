"""Pasted video panels: a clock at the start of a line, on a line of its own or at the end of the line before.

The transcript is the longest run of clocks that goes forward; the rest of a pasted page is chrome. A line
without a clock is the title of a chapter, or speech that goes on. What times and words mean is not told here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, cycle, repeat

from newsnorm import voices
from newsnorm.clocks import Clocks, closing_clocks, has_time_of_day, opening_clocks, spelled_end, transcript_run
from newsnorm.model import Block, Cue, Kind
from newsnorm.patterns import pattern
from newsnorm.sentences import OneVoice, is_wide
from newsnorm.transcript import people
from newsnorm.transcript.cues import cue_of, panel_cues, spans_of, with_line_feeds, words_of
from newsnorm.transcript.said import Marks
from newsnorm.transcript.tiles import Cut, Reading, lines, made, tiled

_AROUND = "chrome.media.around"
_CHAPTER = "cue.chapter"
_NUMBERED = pattern(r"Chapter \d{1,3}: .+")
_WHITE = pattern(r"\s*+")
_LINE_END = pattern(r"[ \t\r]*+(?:\n|\Z)")
_FEW = 10  # clocks that show what all are like
_LONGEST_TITLE = 80
_EVEN = frozenset({Kind.TIMESTAMP, Kind.SPEECH})  # the kinds of cues that are a clock and words
_UNTITLED = (".", ",", ";", ":", "…")  # no title ends so
_NAMED = 0.2  # of the cues have a colon, where cues name who speaks
# What a page calls its transcript, right above it.
_CAPTIONS = frozenset({"transcript", "search in video", "search transcript", "show transcript", "full transcript"})


def read(text: str, form: str) -> Reading:
    """The blocks of a panel of ``form``, one of the ``panel-…`` formats."""
    clocks = _clocks(text, form)
    rule = f"cue.{form}"
    if not clocks.times:
        return Reading(tiled(lines(text, 0, len(text), Kind.SPEECH, rule)), [])
    panel = _inside(text, clocks, rule)
    if not isinstance(panel.parts["cues"], OneVoice) and has_time_of_day(text):
        # Such as "0:08am I right": in a panel, a clock that fits between its neighbours.
        every = _clocks(text, form, times_of_day=True)
        clocks, panel = (every, _inside(text, every, rule)) if len(every.times) > len(clocks.times) else (clocks, panel)
    begin, end = clocks.starts[0], panel.blocks[-1].end
    if not begin and end == len(text):
        return panel
    titled = any(block[2] is Kind.CHAPTER for block in panel.blocks)
    before = tiled(_before(text, begin, titled=titled))
    after = tiled(lines(text, end, len(text), Kind.CHROME, _AROUND), end)
    return Reading([*before, *panel.blocks, *after], [], {"cues": panel.parts["cues"]})


def _inside(text: str, clocks: Clocks, rule: str) -> Reading:
    """The panel without the page around it."""
    end = _end_of_speech(text, clocks)
    stops = [*clocks.starts[1:], end]
    if end < len(text) or text.endswith("\n"):
        clocks = clocks._replace(bodies=[*clocks.bodies[:-1], text[clocks.ends[-1] : end].removesuffix("\n")])
    heard = " ".join(clocks.bodies)
    if "\n" in heard or "\r" in heard or is_wide(heard) or heard != heard.strip() or not all(clocks.bodies):
        return _wide(text, clocks, stops, rule)
    marks = _marks(text, clocks, stops, rule)
    cues = panel_cues(clocks.times, clocks.bodies, spans_of(clocks.bodies, clocks.ends))
    if not marks.none:
        return _uneven(text, clocks, stops, marks, rule, cues)
    return Reading(_even(clocks, stops, rule), [], {"cues": OneVoice.of(cues, heard), "_kinds": _EVEN})


def _wide(text: str, clocks: Clocks, stops: Sequence[int], rule: str) -> Reading:
    """The panel where some cues have more lines, none, or white space that is no part of their words."""
    heard = "".join(clocks.bodies)
    if "\n" in heard or "\r" in heard or not all(clocks.bodies):
        clocks = _with_line_ends(text, clocks, stops)
        heard = "".join(clocks.bodies)
    marks = _marks(text, clocks, stops, rule)
    said, spans = words_of(clocks.bodies, clocks.ends)
    if "\r" in heard:
        said = [*map(with_line_feeds, said)]
    cues = panel_cues(clocks.times, said, spans)
    if not marks.none or not all(said) or "\n" in heard or "\r" in heard:
        return _uneven(text, clocks, stops, marks, rule, cues)
    return Reading(_even(clocks, stops, rule), [], {"cues": cues, "_kinds": _EVEN})


def _marks(text: str, clocks: Clocks, stops: Sequence[int], rule: str) -> Marks:
    """What there is to look for among the words."""
    heard = "\n".join(["", *clocks.bodies, ""])
    named = heard.count(":") >= _NAMED * len(stops)
    above = "\n" in "".join(clocks.bodies[:_FEW])
    return Marks.of(heard, rule, _names(text, clocks, stops) if named or above else frozenset())


def _with_line_ends(text: str, clocks: Clocks, stops: Sequence[int]) -> Clocks:
    """The clocks with the line end of those that stand alone on their line."""
    ends = [
        _line_end(text, end, stop) if body[:1].isspace() or not body else end
        for end, stop, body in zip(clocks.ends, stops, clocks.bodies, strict=True)
    ]
    bodies = [text[end:stop].removesuffix("\n").removesuffix("\r") for end, stop in zip(ends, stops, strict=True)]
    return clocks._replace(ends=ends, bodies=bodies)


def _clocks(text: str, form: str, *, times_of_day: bool = False) -> Clocks:
    """The clocks of the transcript, each with what belongs to it: brackets, and the words that spell it."""
    if form == "panel-end-glued":
        return _run(closing_clocks(text))
    clocks = _run(opening_clocks(text, times_of_day=times_of_day))
    spelled = _spelled_ends(text, clocks, form)
    if spelled is not clocks.ends:
        ends, places = spelled, zip(spelled, [*clocks.starts[1:], len(text)], strict=True)
        bodies = [text[end:start].removesuffix("\n") for end, start in places]
        return clocks._replace(ends=ends, bodies=bodies)
    return clocks


def _spelled_ends(text: str, clocks: Clocks, form: str) -> Sequence[int]:
    """Where the words end that spell the clocks, right behind these or as all of the line below; else these end."""
    alone = form == "panel-lines" and any(body.lstrip()[:1].isdigit() for body in clocks.bodies[:_FEW])
    if not clocks.times or not (alone or form == "panel-accessible"):
        return clocks.ends
    ends = [spelled_end(text, time, end) for time, end in zip(clocks.times, clocks.ends, strict=True)]
    return (
        [end if _LINE_END.match(text, end) else at for at, end in zip(clocks.ends, ends, strict=True)]
        if alone
        else ends
    )


def _run(clocks: Clocks) -> Clocks:
    return clocks.cut(transcript_run(clocks)) if clocks.times else clocks


def _end_of_speech(text: str, clocks: Clocks) -> int:
    """Where the line of the last clock ends, or that of the words below one that stands alone."""
    at, first = clocks.ends[-1], clocks.bodies[0]
    below = _WHITE.match(text, at).end()  # type: ignore[union-attr]  # matches anywhere
    if text.count("\n", at, below) <= max(first.count("\n", 0, len(first) - len(first.lstrip())), 1):
        at = below
    end = text.find("\n", at) + 1 or len(text)
    if at == clocks.ends[-1] or text[at:end].strip() not in voices.names_above(clocks.bodies[:-1]):
        return end
    return text.find("\n", end) + 1 or len(text)


def _before(text: str, end: int, *, titled: bool) -> Iterator[Cut]:
    """The page above the transcript; the line right above it is the first chapter, or the title of all."""
    head = text[:end].rstrip()
    start = head.rfind("\n") + 1
    title = head[start:].strip()
    adjacent = text.count("\n", len(head), end) < 2
    if not title or not adjacent or title.lower() in _CAPTIONS or not (titled or _NUMBERED.match(title) or not start):
        return lines(text, 0, end, Kind.CHROME, _AROUND)
    kind, rule = (Kind.CHAPTER, _CHAPTER) if titled or _NUMBERED.match(title) else (Kind.HEADLINE, "headline.above")
    return chain(lines(text, 0, start, Kind.CHROME, _AROUND), lines(text, start, end, kind, rule))


def _even(clocks: Clocks, stops: Sequence[int], rule: str) -> list[Block]:
    """The blocks of cues that are a clock and words, made column by column, several times as fast as cue by cue."""
    places = [0] * (2 * len(stops) + 1)
    places[::2], places[1::2] = [clocks.starts[0], *stops], clocks.ends
    return [*made(Block, places, places[1:], cycle((Kind.TIMESTAMP, Kind.SPEECH)), repeat(rule))]


def _uneven(  # noqa: PLR0913, PLR0917 (a panel in its columns, and what to look for)
    text: str, clocks: Clocks, stops: Sequence[int], marks: Marks, rule: str, cues: Sequence[Cue]
) -> Reading:
    """The panel where some cues have more lines, or marks among their words: these are made one by one."""
    odd = _odd(clocks.bodies, marks)
    titles = _titles(text, clocks.ends, stops, odd)
    made_apart = {
        k: tiled(_piece(text, clocks.ends[k], titles.get(k, stops[k]), stops[k], marks, rule), clocks.starts[k])
        for k in odd
    }
    blocks, even, done = [], _even(clocks, stops, rule), 0
    for k, apart in made_apart.items():
        blocks += [*even[2 * done : 2 * k], *apart]
        done = k + 1
    named = people.named(text, [*chain.from_iterable(made_apart.values())])
    every = list(cues)
    for k, apart in made_apart.items():
        cue = cue_of(text, apart, rule.removeprefix("cue."), named)
        every[k] = cue._replace(end=every[k].end) if cue else every[k]
    return Reading(blocks + even[2 * done :], [], {"cues": tuple(every)})


def _odd(bodies: Sequence[str], marks: Marks) -> list[int]:
    """Which cues may be more than one line of words, or none: those with more lines, or with a sign of marks."""
    odd = {k for k, body in enumerate(bodies) if "\n" in body or not body.strip()}
    for sign in marks.signs:
        odd.update(k for k, body in enumerate(bodies) if sign in body)
    return sorted(odd)


def _names(text: str, clocks: Clocks, stops: Sequence[int]) -> frozenset[str]:
    """The speakers that many cues name before a colon."""
    found = (voices.label_at(text, *place) for place in zip(clocks.ends, stops, strict=True))
    trusted = voices.trusted_speakers([label["name"] for label in found if label])
    return trusted | voices.nicknames(clocks.bodies, trusted) | voices.names_above(clocks.bodies)


def _line_end(text: str, start: int, end: int) -> int:
    """Behind the line end of a clock that stands alone, else right behind the clock."""
    below = text.find("\n", start, end) + 1
    return below if below and not text[start:below].strip() else start


def _piece(  # noqa: PLR0913, PLR0917 (three places and what to look for)
    text: str, start: int, title: int, end: int, marks: Marks, rule: str
) -> Iterator[Cut]:
    """A clock that ends at ``start``, what is said, and the title of a chapter that begins at ``title``."""
    yield start, Kind.TIMESTAMP, rule
    if text[start:title].strip():
        yield from marks.cuts(text, start, title, rule)
    else:
        yield title, Kind.BLANK, "blank"
    yield from lines(text, title, end, Kind.CHAPTER, _CHAPTER)


def _titles(text: str, starts: Sequence[int], stops: Sequence[int], odd: Sequence[int]) -> dict[int, int]:
    """Where, in the ``odd`` cues, the last line is the title of the chapter that the next clock opens.

    That is told where nearly every clock has one line, so that a second one is no speech that goes on.
    """
    bodies = {k: text[starts[k] : stops[k]].rstrip() for k in odd}
    titles = {k: body.rfind("\n") + 1 for k, body in bodies.items()}
    two = [k for k, title in titles.items() if title and bodies[k][:title].strip()]
    rare = len(two) <= (0.5 if len(stops) < 10 else 0.1) * len(stops)
    return {
        k: starts[k] + titles[k]
        for k in two
        if (rare and _is_title(bodies[k][titles[k] :])) or _NUMBERED.match(bodies[k], titles[k])
    }


def _is_title(line: str) -> bool:
    line = line.strip()
    return len(line) < _LONGEST_TITLE and not line[0].islower() and not line.endswith(_UNTITLED)
