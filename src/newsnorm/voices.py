"""Who speaks and what is heard: the labels of speakers, and the brackets of sounds and clips in transcripts.

Shared by `sniff`, which asks whether a text is a transcript, by the readers of `transcript/` and by
`sentences`, which leaves sounds out. Where a turn or a cue begins is not told here.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from newsnorm.clocks import CLOCK, line_starts

_CAPITAL = r"(?![a-zß-öø-ÿ])[^\W\d_]"
_PARTICLE = r"de|da|di|del|della|la|le|el|van|von|der|den|bin|ibn|al|of|the|and|[|&]|[#№]?\d{1,2}"
NAME = rf"{_CAPITAL}[\w.'’/-]*(?:[ \t](?:{_CAPITAL}[\w.'’/-]*|{_PARTICLE})){{0,5}}"

# "ANN LEE, CNN ANCHOR (voice-over): ", "**Ann Lee**: ", ">> LEE: "; a role is told by its capitals.
_LABEL = re.compile(
    rf"""
    (?P<mark> >{{2,3}}[ \t]* | \*\* | - [ \t]? )?
    (?P<name> {NAME} )
    (?P<role> , [ \t] [^\n:a-z]{{2,90}} )?
    (?: [ \t] \( [^)\n]{{1,40}} \) )?
    (?: \*\*: | :\*\* | : ) (?: [ \t]+ | (?=\r?\n) )
    """,
    re.VERBOSE,
)
# "Ann Lee: 00:00:20", "Ann Lee  0:05", "**Ann Lee** [1:07](https://…): Well", "Ann Lee (00:01:07): Well".
_HEADER = re.compile(
    rf"""
    (?: \*\* )? (?P<name> {NAME} ) (?: [ \t] \( [^)\n\d]{{1,40}} \) )? (?: \*\*: | :\*\* | \*\* | : )? [ \t]+
    (?P<open> [\[(] )? (?P<clock> {CLOCK} )
    (?(open) [\])] (?: \( https?:// [^)\s]{{1,300}} \) )? :? (?: \*\* )? [ \t]* | (?= [ \t\r]* (?: \n | \Z ) ) )
    """,
    re.VERBOSE,
)
# Zoom's chat log: "00:18:53\tAnn Lee:\ttext", "00:18:53 From Ann Lee to Everyone: text".
_CHAT = re.compile(
    r"""
    (?P<clock> \d\d:\d\d:\d\d ) [ \t]+
    (?: (?: From [ \t]+ )? (?P<name> [^\t\n:]{1,60}? ) (?: [ \t]+ to [ \t]+ [^\t\n:]{1,60} )? [ \t]* : [ \t]* )
    """,
    re.VERBOSE,
)
_SOUND = re.compile(
    r"""
    (?P<only> ^ [ \t♪-]* (?: \[ [^\]\n]{1,80} \] | \( [^)\n]{1,80} \) ) [ \t.♪]* $ )
    | \[ [ \t]* (?P<bracket> [^\]\n]{1,40}? ) [ \t]* \] | \( [ \t]* (?P<round> [^)\n]{1,40}? ) [ \t]* \)
    | ^ [ \t]* ♪+ [ \t]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
# Marks of clips as broadcasters write them, and other remarks in capitals.
_CLIP = re.compile(
    r"(?:BEGIN|START|(?P<end>END)|SOUNDBITE|SOUND|VIDEO|CLIP|PLAYING|COMMERCIAL|VOICE|ON)\b[^a-z]*\Z|SOUNDBITE\b"
)
_COLON = re.compile(r":(?=[\s*])")
_SECONDS = re.compile(r":[0-5]\d")
_LONGEST_LABEL = 160
_RECITED = 0.9


def labels(text: str) -> list[re.Match[str]]:
    r"""The names before a colon that open lines of ``text``, with the blanks behind them.

    >>> [(label["name"], label["role"]) for label in labels("ANN LEE, HOST: Well?\nLEE: No.")]
    [('ANN LEE', ', HOST'), ('LEE', None)]
    """
    starts = line_starts(_COLON.finditer(text), text, _LONGEST_LABEL)
    return [label for start in starts if (label := _LABEL.match(text, start))]


def label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name before a colon at ``start``."""
    return _LABEL.match(text, start, end)


def headers(text: str) -> list[re.Match[str]]:
    r"""The lines of ``text`` that open with a name and a clock.

    >>> [(header["name"], header["clock"]) for header in headers("Ann Lee  0:05\nWell?")]
    [('Ann Lee', '0:05')]
    """
    return _with_clock(text, _HEADER)


def chats(text: str) -> list[re.Match[str]]:
    r"""The lines of ``text`` that open with a clock and a name, as chat logs do.

    >>> [chat["name"] for chat in chats("00:18:53\tAnn Lee:\tWell?")]
    ['Ann Lee']
    """
    return _with_clock(text, _CHAT)


def _with_clock(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    starts = line_starts(_SECONDS.finditer(text), text, _LONGEST_LABEL)
    return [found for start in starts if (found := pattern.match(text, start))]


def sounds(text: str) -> Iterator[re.Match[str]]:
    """The stretches of ``text`` that tell what is heard, not said.

    Brackets that are all of a line, and those that hold a word of sound; an editor's ``[the president]``
    is speech.

    >>> [sound[0] for sound in sounds("[Music] We welcome [the] guests. (LAUGHTER)")]
    ['[Music]', '(LAUGHTER)']
    """
    if "[" in text or "(" in text or "♪" in text:
        for found in _SOUND.finditer(text):
            inside = found["bracket"] or found["round"]
            if not inside or _is_sound(inside):
                yield found


def clip_mark(sound: str) -> str:
    """What a mark in a transcript means: ``"clip_begin"``, ``"clip_end"``, ``"story_change"`` or only ``"sound"``.

    >>> clip_mark("(BEGIN VIDEO CLIP)"), clip_mark("(END VIDEOTAPE)"), clip_mark("[Music]")
    ('clip_begin', 'clip_end', 'sound')
    """
    if sound.startswith((">", "&")):
        return "story_change"
    mark = _CLIP.match(sound.strip(" ([♪"))
    return "sound" if not mark else "clip_end" if mark["end"] else "clip_begin"


def speakers_among(labels: Sequence[str]) -> frozenset[str]:
    """Which labels of a text name speakers, given all that open its lines, in their order.

    Where most labels are in capitals, only such labels count. A name in other letters must come back, or be
    a first and a last name.

    >>> sorted(speakers_among(["Ann Lee", "Bo", "Read more", "Bo", "Ann Lee", "Location"]))
    ['Ann Lee', 'Bo']
    """
    counts = Counter(label for label in labels if _may_be_name(label))
    capitals = sum(count for label, count in counts.items() if label.isupper())
    if capitals >= 3 and 2 * capitals > counts.total():
        return frozenset(label for label in counts if label.isupper())
    return frozenset(label for label, count in counts.items() if count > 1 or 1 <= label.count(" ") <= 3)


def is_dialogue(labels: Sequence[str]) -> bool:
    """Whether labels that name speakers are those of a conversation: some come back, and not in turn as in a list.

    >>> is_dialogue(["ANN LEE", "BO", "LEE", "BO", "LEE", "BO"])
    True
    >>> is_dialogue(["To buy", "Price", "The backstory"] * 3)
    False
    """
    names = [surname(label) for label in labels]
    counts = Counter(names)
    regular = [name for name in names if counts[name] > 1]
    return 2 * len(regular) >= len(names) and len(set(regular)) > 1 and not _is_recited(regular)


def surname(name: str) -> str:
    """The last word of a name, by which a transcript calls it after its first turn."""
    return name.rsplit(None, 1)[-1].lower()


def _is_recited(names: Sequence[str]) -> bool:
    """Whether each of three or more names nearly always has the same one behind it, as the fields of a list have."""
    pairs = Counter(pairwise(names))
    likeliest = {name: count for (name, _), count in sorted(pairs.items(), key=itemgetter(1))}
    return len(set(names)) > 2 and sum(likeliest.values()) >= _RECITED * (len(names) - 1)


def _may_be_name(label: str) -> bool:
    lower = label.lower()
    return lower not in _words("labels") and lower.split()[0] not in _words("openings")


def _is_sound(inside: str) -> bool:
    return inside.strip(".♪ ").lower() in _words("sounds") or bool(_CLIP.match(inside))


@functools.cache
def _words(name: str) -> frozenset[str]:
    data = importlib.resources.files("newsnorm").joinpath("data/voices.toml").read_text(encoding="utf-8")
    return frozenset(word.strip() for word in tomllib.loads(data)[name].replace("\n", "").split("|"))


def titles() -> frozenset[str]:
    """Words before a name that say what someone is, in lower case."""
    return _words("titles")


def acronyms() -> frozenset[str]:
    """Words that are written in capitals in any case, in lower case."""
    return _words("acronyms")
