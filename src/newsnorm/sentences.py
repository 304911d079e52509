"""Sentences: where a text's sentences end, and when each sentence of a transcript is said.

The rules are English, the words they ask for are in `data/sentences.toml`; the stops of Chinese and Japanese
are known too. Nothing is rewritten: the sentences of a text are slices of it.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, groupby, pairwise
from operator import attrgetter

from newsnorm.edits import Span
from newsnorm.model import Chapter, Cue, Sentence

_STOP = re.compile(
    r"""
    (?<! [.!?…] )
    (?P<marks> (?: \.\s ){2,4} \. | [.!?…]+ | [。！？]+ )
    (?P<closers> ["'”’)\]»]* )
    (?: \s++ | (?<=[。！？]) )
    (?= (?P<openers> ["'“‘(\[«–—¿¡-]{0,3} ) [ ]? (?P<next> [\w'’-]{1,20} | \S ) )
    """,
    re.VERBOSE,
)
_ATTRIBUTION = re.compile(
    r"""
    [\w.'’-]+ (?: \s[\w.'’-]+ ){0,3}? \s
    (?: said|says|asked|told|added|wrote|replied|claimed|warned|noted|stated|tweeted|continued|explained|insisted
      | recalled|argued|declared ) \b
    """,
    re.VERBOSE,
)
_MARKER = re.compile(r"(?:[•⁃-]\s*)?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4}|P\.S)")
_ACRONYM = re.compile(r"(?:[a-z]\.)+[a-z]")
_CLOCK_TIME = re.compile(r"(?:At|By|Around|On|About|From|Until|After|Before|Since)\b[^,]{0,24}")
_NUMERAL = re.compile(r"(?:War|Type|Part|Phase|Act|Elizabeth|Charles|James|Nicholas|Pope|King|Queen) I")
_LONGEST_WORD = 24
_LONGEST_PARAGRAPH = 700  # characters
_PAUSE = 2.0  # seconds


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text``, each with the white space behind it: joined, they are ``text``.

    >>> split_sentences("Dr. Lee left the U.S. on Friday. “Why?” asked no one.")
    ('Dr. Lee left the U.S. on Friday. ', '“Why?” asked no one.')
    """
    return tuple(text[start:end] for start, end in pairwise((0, *_ends(text), len(text))) if start < end)


def _ends(text: str) -> Iterator[int]:
    """Where sentences begin inside ``text``."""
    begin = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, begin, stop):
            begin = stop.end()
            yield begin


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    marks, closers, openers, following = stop.groups()
    if marks[0] in "。！？":
        return True
    if following[0].islower() and following[:2] not in {"iP", "iO"}:
        return False
    if closers and marks[-1] in "?!" and _is_attributed(text, stop):
        return False
    if len(marks) > 2 and " " in marks:
        return len(marks) > 5 and following[0].isupper()
    if marks != "." or closers:
        return not (closers and openers.startswith("("))
    return _full_stop_ends(text, begin, stop)


def _is_attributed(text: str, stop: re.Match[str]) -> bool:
    """Whether ``Smith said`` follows a quote, which then goes on."""
    return stop["next"].lower() not in _words("starters") and bool(_ATTRIBUTION.match(text, stop.start("next")))


def _full_stop_ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop is more than the mark of an abbreviation, an initial or a number in a list."""
    at = stop.start()
    word = text[max(begin, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1:]
    last = word[0].lstrip("'’‘“\"(&-") if word else ""
    lower, following = last.lower(), stop["next"].lower()
    if at - begin < 8 and _MARKER.fullmatch(text[begin:at].strip()):
        return False
    if following[0].isdigit():
        return lower not in _words("before_number") and lower not in _words("before_name")
    if lower in _words("before_name"):
        return False
    if lower in _words("months"):
        return following in _words("starters")
    if lower in _words("noon"):
        return _noon_ends(text[begin:at].strip(), following)
    if lower in _words("either") or _ACRONYM.fullmatch(lower):
        return _abbreviation_ends(lower, following, opened=bool(stop["openers"]))
    if len(lower) == 1 and last.isupper():
        return _initial_ends(text[max(begin, at - 20) : at], following)
    return True


def _noon_ends(said: str, following: str) -> bool:
    """Whether ``5 p.m.`` closes its sentence; not where a zone or a day follows."""
    if following in _words("starters"):
        return True
    return not _CLOCK_TIME.fullmatch(said) and following not in _words("zones")


def _abbreviation_ends(lower: str, following: str, *, opened: bool) -> bool:
    if lower in _words("states"):
        return following in _words("starters") and following not in _words("institutions")
    return opened or following in _words("starters")


def _initial_ends(said: str, following: str) -> bool:
    """Whether a capital alone is a word or a unit, as in ``vitamin C.``, ``you and I.``, and not an initial."""
    before = said[:-1].split()[-1:] or [""]
    if said.endswith(" I"):
        return not before[0].istitle() or bool(_NUMERAL.search(said))
    if before[0][-1:].isdigit():
        return True
    return following in _words("starters") and len(following) > 1 and before[0][:1].islower()


@functools.cache
def _words(name: str) -> frozenset[str]:
    data = importlib.resources.files("newsnorm").joinpath("data/sentences.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(data)[name].split())


def timed(cues: Sequence[Cue]) -> tuple[Sentence, ...]:
    """The sentences of a transcript; a speaker who takes over begins a new one.

    A sentence that begins with a cue has the clock of that cue (``exact``); inside a cue its time is
    interpolated by characters.

    >>> cue = Cue(4.0, 8.0, "It rained. It", None, True, (), Span(5, 18))
    >>> [(sentence.start, sentence.text, sentence.exact) for sentence in timed([cue])]
    [(4.0, 'It rained.', True), (7.25, 'It', False)]
    """
    return tuple(chain.from_iterable(_turn([*turn]) for _, turn in groupby(cues, key=attrgetter("speaker"))))


def _turn(cues: Sequence[Cue]) -> Iterator[Sentence]:
    """The sentences of one speaker without interruption."""
    said = [(cue, words) for cue in cues if (words := " ".join(cue.text.split()))]
    starts = [*accumulate((len(words) + 1 for _, words in said), initial=0)]
    text = " ".join(words for _, words in said)
    for begin, end in pairwise((0, *_ends(text), len(text))):
        if begin < end:
            close = end - text[end - 1].isspace()
            first, last = bisect_right(starts, begin) - 1, bisect_right(starts, close - 1) - 1
            opens, closes = begin - starts[first], close - starts[last]
            yield Sentence(
                _time(*said[first], opens),
                _time(*said[last], closes),
                text[begin:close],
                said[first][0].speaker,
                opens == 0 and said[first][0].start is not None,
                Span(_place(*said[first], opens), _place(*said[last], closes)),
            )


def _time(cue: Cue, words: str, at: int) -> float | None:
    """When character ``at`` of a cue is said: its clock, or a share of the time that it takes."""
    if at == 0 or cue.start is None:
        return cue.start
    if cue.end is None or at >= len(words):
        return cue.end
    return cue.start + (cue.end - cue.start) * at / len(words)


def _place(cue: Cue, words: str, at: int) -> int:
    """Where character ``at`` of a cue stands in the text; its end where tags or escapes stand between."""
    start, end = cue.span
    return start + at if at == 0 or end - start == len(words) else end


def paragraphs(sentences: Sequence[Sentence], chapters: Sequence[Chapter]) -> tuple[tuple[Sentence, ...], ...]:
    """Sentences grouped as one would print them: a new speaker, a chapter, a pause or much text begins a paragraph."""
    titles = sorted(chapter.start for chapter in chapters if chapter.start is not None)
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if groups and not _breaks(groups[-1], sentence, titles):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return tuple(map(tuple, groups))


def _breaks(group: Sequence[Sentence], sentence: Sentence, titles: Sequence[float]) -> bool:
    """Whether ``sentence`` begins a paragraph of its own behind ``group``."""
    before = group[-1]
    if before.speaker != sentence.speaker or sum(len(one.text) for one in group) > _LONGEST_PARAGRAPH:
        return True
    if before.end is None or before.start is None or sentence.start is None:
        return False
    chapter = bisect_right(titles, sentence.start) > bisect_right(titles, before.start)
    return chapter or sentence.start - before.end > _PAUSE
