"""What is heard and not said: the brackets of sounds and clips in transcripts.

Shared by `voices`, the readers of `transcript/`, and `sentences`, which leaves sounds out. Who speaks is not
told here.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Sequence
from itertools import chain

from newsnorm import tables
from newsnorm.patterns import pattern

# Each sign on its own: one character is found many times as fast as one of a class.
_EACH_BRACKETS = {"[": pattern(r"\[[^\]\n]{1,80}\]"), "(": pattern(r"\([^)\n]{1,80}\)"), "♪": pattern("♪♪*")}
_BRACKETS = pattern(r"[\[(♪](?:(?<=\[)[^\]\n]{1,80}\]|(?<=\()[^)\n]{1,80}\)|(?<=♪)♪*)")
# Marks of clips as broadcasters write them, and other remarks in capitals.
_CLIP = pattern(
    r"(?:(?P<begin>BEGIN|START)|(?P<end>END)|SOUND\w{0,9}|VIDEO|CLIP|COMMERCIAL|VOICE|ON)\b[^a-z]{0,80}\Z|SOUNDBITE\b"
)
_CLOSES_LINE = pattern(r"[ \t\r.]{0,7}(?:\n|\Z)")
_INDENT = 8  # blanks and a dash before what stands alone on its line


def sounds(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` that tell what is heard, not said.

    Brackets that are all of a line, and those that hold a word of sound; an editor's ``[the president]``
    is speech.

    >>> text = "[Music] We welcome [the] guests. (LAUGHTER)"
    >>> [text[start:end] for start, end in sounds(text)]
    ['[Music]', '(LAUGHTER)']
    """
    for start, end in _brackets(text):
        inside = text[start:end].strip("[](). …\t")
        if inside and (is_sound(inside) or _is_line(text, start, end)):
            yield start, end


def _brackets(text: str) -> Sequence[tuple[int, int]]:
    """Brackets and notes, those inside others left out."""
    looked_for = [brackets for sign, brackets in _EACH_BRACKETS.items() if sign in text]
    spans = [found.span() for brackets in looked_for for found in brackets.finditer(text)]
    if len(spans) < 2:
        return spans
    spans.sort()
    kept, done = [], 0
    for span in spans:
        if span[0] >= done:
            kept.append(span)
            done = span[1]
        elif span[1] > done:  # two cross: one inside may have hidden another
            return [found.span() for found in _BRACKETS.finditer(text)]
    return kept


def blanked(text: str) -> str:
    """``text`` with blanks where something is only heard, so that places stay.

    >>> blanked("[Music] We")
    '        We'
    """
    places = [0, *chain.from_iterable(sounds(text)), len(text)]
    stretches = zip(places[::2], places[1::2], [*places[2::2], len(text)], strict=True)
    return "".join(text[start:end] + " " * (after - end) for start, end, after in stretches)


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line but a dash and a few blanks."""
    if not _CLOSES_LINE.match(text, end):
        return False
    begin = max(start - _INDENT, 0)
    opens = text.rfind("\n", begin, start) + 1
    return bool(opens or not begin) and not text[opens or begin : start].strip(" \t-")


def clip_mark(sound: str) -> str:
    """What a mark in a transcript means: ``"clip_begin"``, ``"clip_end"``, ``"story_change"`` or only ``"sound"``.

    >>> clip_mark("(BEGIN VIDEO CLIP)"), clip_mark("(END VIDEOTAPE)"), clip_mark("[Music]")
    ('clip_begin', 'clip_end', 'sound')
    """
    if sound.startswith((">", "&")):
        return "story_change"
    mark = _CLIP.match(sound.strip(" ()[]♪"))
    return f"clip_{mark.lastgroup}" if mark and mark.lastgroup else "sound"


def is_sound(inside: str) -> bool:
    """Whether a word of sound, or the mark of a clip, stands ``inside`` brackets."""
    return inside.strip("♪ ").lower() in words("sounds") or bool(inside[:2].isupper() and _CLIP.match(inside))


@functools.cache
def words(name: str) -> frozenset[str]:
    """The words of a list in `data/voices.toml`, in lower case."""
    data = tables.text("voices.toml")
    return frozenset(word.strip() for word in tomllib.loads(data)[name].replace("\n", "").split("|"))
