"""Who speaks: the labels of speakers, and the clocks beside them, that open the lines of transcripts.

Shared by `sniff`, which asks whether a text is a transcript, and by the readers of `transcript/`. What is
only heard is told in `sounds.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from operator import itemgetter

from newsnorm.clocks import CLOCK, line_starts
from newsnorm.patterns import pattern
from newsnorm.sounds import is_sound, words

_CAPITAL = r"(?![a-zß-öø-ÿ])[^\W\d_]"
_PARTICLE = r"de|da|di|del|della|la|le|el|van|von|der|den|bin|ibn|al|of|the|and|[|&]|[#№]?\d{1,2}"
_LINK = r"\(https?://[^)\s]{1,300}\)"
_OPENED = r"(?:[-*•][ \t]++)?[\[(*]{0,3}\d{1,3}:[0-5]\d"  # a clock that may open a line
NAME = rf"{_CAPITAL}[\w.'’/-]{{0,30}}(?:[ \t](?:{_CAPITAL}[\w.'’/-]{{0,30}}|{_PARTICLE})){{0,5}}"

# "ANN LEE, CNN ANCHOR (voice-over): ", "**Ann Lee**: ", ">> LEE: "; a role is told by its capitals.
_LABEL = pattern(
    rf"""
    (?P<mark> >{{2,3}}[ \t]* | \*{{1,2}} | - [ \t]? )?
    (?P<name> {NAME} )
    (?P<role> , [ \t] [^\n:a-z]{{2,90}} )?
    (?: [ \t] \( [^)\n]{{1,40}} \) )?
    (?: \*{{1,2}} : | : \*{{1,2}} | [ \xa0\u202f]? : ) (?: [ \t\xa0]+ | (?=\r?\n) )
    """,
    re.VERBOSE,
)
# "Q    Thank you": what a reporter asks, as press offices write it.
_QUESTION = pattern(r"(?P<name>Q)(?:[ \t\xa0]{2,9}|\t)(?=\S)")
_QUESTIONS = pattern(r"\n(?=Q[ \t\xa0])")
# "Ann Lee: 00:00:20", "Ann Lee  0:05", "Ann Lee - 0:05", "[Ann Lee] 10:00:05", "### Ann Lee (00:01:07): Well".
_HEADER = pattern(
    rf"""
    (?: \*\* | \[ | \#{{1,6}} [ \t] )? (?P<name> {NAME} ) (?: [ \t] \( [^)\n\d]{{1,40}} \) )?
    (?: \] | \*\*: | :\*\* | \*\* | [ \t]? : | [ \t] [-–—|] )? [ \t]{{1,9}}
    (?P<open> [\[(] )? (?P<clock> {CLOCK} (?: [.,]\d{{2,3}} )? )
    (?(open) [\])] (?: {_LINK} )? :? (?: \*\* )? [ \t]*+ | (?= [ \t\r]*+ (?: \n | \Z ) ) )
    """,
    re.VERBOSE,
)
# "[00:00:03] Ann Lee: Well", "**[0:03] bo:** Well", and "00:00:03 Ann Lee" above what is said.
_CLOCK_BEFORE = rf"""
    (?: [-*•] [ \t]++ )? (?: \*\* )? (?P<open> [\[(] )?
    (?P<clock> {CLOCK} (?: [.,]\d{{2,3}} )? ) (?: [ ]?[-–—][ ]? {CLOCK} )? (?(open) [\])] (?: {_LINK} )? ) (?: \*\* )?
    [ \t]{{1,9}} (?: [-–|] [ \t]{{1,9}} )?
    """
_CLOCK_FIRST = pattern(
    _CLOCK_BEFORE
    + rf"""
    (?: \*\* )? (?P<name> {NAME} | [^\W\d] [^\n:.,;!?()\[\]]{{0,40}} (?= \*{{0,2}} : ) )
    (?P<role> , [ \t] [^\n:a-z]{{2,90}} )? (?: [ \t] \( [^)\n]{{1,40}} \) )?
    (?: (?: \*\*: | :\*\* | : ) (?: [ \t]++ | (?= \r?\n ) )
      | (?: \*\* )? [ \t]*+ (?= \r?\n \s{{0,3}}+ (?! {_OPENED} ) \S ) )
    """,
    re.VERBOSE,
)
_CLOCK_ONLY = pattern(_CLOCK_BEFORE + "(?P<name>)", re.VERBOSE)
_LINE_OF_CLOCK = pattern(rf"\n(?={_OPENED}\S*+[ \t])")
# Zoom's chat log: "00:18:53\tAnn Lee:\ttext", "00:18:53 From Ann Lee to Everyone: text".
_CHAT = pattern(
    r"""
    (?P<clock> \d\d:\d\d:\d\d ) [ \t]{1,9} (?: From [ \t]{1,9} )?
    (?P<name> [^\t\n:]{1,60}? ) (?: [ \t]{1,9} to [ \t]{1,9} [^\t\n:]{1,60} )? [ \t]{0,9} : [ \t]*+
    """,
    re.VERBOSE,
)
_NAME = pattern(NAME)
# Where such a line may be, told faster.
_BEHIND_NAME = pattern(r"[ \t(\[](?=\d{1,3}:[0-5]\d)")
_CHAT_OPENING = pattern(r"\n(?=\d\d:\d\d:\d\d[ \t])")
# Captions for the deaf: "[SARA] Come in."
_BRACKETED = pattern(rf"(?:- ?)?\[(?P<name>{NAME})\][ \t]+(?=[^\s\[])")
_BRACKET = pattern(r"\n(?:- ?)?(?=\[)")
_NAME_LINE = pattern(rf"\s*+(?P<name>{NAME})[ \t]*\r?\n(?=[^\r\n])")
# What people call themselves in a call: "jochem-b: ", "ann | newsroom: ".
_NICKNAME = pattern(r"\s*+(?P<name>\w[^\n:.,;!?()\[\]]{0,40}):[ \t]+")
_COLON = pattern(r":[\s*]")
_ASKED = "QUESTION"  # names who asks where others are named in capitals
_LONGEST_LABEL = 160
INITIALS = 2  # letters of a name in capitals that may be initials
_RECITED = 0.9
_FEW_CUES, _NAMED_CUES = 20, 0.8  # that show what all are like; of the cues


def labels(text: str) -> list[re.Match[str]]:
    r"""The names before a colon that open lines of ``text``, with the blanks behind them.

    >>> [(label["name"], label["role"]) for label in labels("ANN LEE, HOST: Well?\nLEE: No.")]
    [('ANN LEE', ', HOST'), ('LEE', None)]
    """
    starts = line_starts(_COLON.finditer(text), text, _LONGEST_LABEL)
    return [label for start in starts if (label := _LABEL.match(text, start))]


def turns(text: str) -> list[re.Match[str]]:
    r"""The labels of a dialogue: those of `labels` that name speakers, and the ``Q`` of who asks these.

    >>> [turn["name"] for turn in turns("THE PRESIDENT: Yes?\nMS. LEE: Yes?\nQ    Well, why?\nMS. LEE: Note: no.")]
    ['THE PRESIDENT', 'MS. LEE', 'Q', 'MS. LEE']
    """
    found = labels(text)
    named = speakers_among([label["name"] for label in found])
    found = [label for label in found if label["name"] in named]
    if "\nQ" not in text or not any(map(str.isupper, named)):
        return found
    asked = (_QUESTION.match(text, line.end()) for line in _QUESTIONS.finditer(text))
    return sorted([*found, *filter(None, asked)], key=re.Match.start)


def bracketed(text: str) -> list[re.Match[str]]:
    """The names in brackets that open lines of ``text`` before what they say.

    >>> [name["name"] for name in bracketed("[SARA] Come in.")]
    ['SARA']
    """
    starts = [0, *(bracket.start() + 1 for bracket in _BRACKET.finditer(text))] if "[" in text else []
    found = [name for start in starts if (name := _BRACKETED.match(text, start))]
    return [name for name in found if not is_sound(name["name"])]


def label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name before a colon or in brackets at ``start``."""
    return _LABEL.match(text, start, end) or _BRACKETED.match(text, start, end)


def nickname_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """What stands before a colon at ``start`` and may be what someone calls themselves."""
    return _NICKNAME.match(text, start, end)


def headers(text: str) -> list[re.Match[str]]:
    r"""The lines of ``text`` that open with a name and a clock.

    >>> [(header["name"], header["clock"]) for header in headers("Ann Lee  0:05\nWell?")]
    [('Ann Lee', '0:05')]
    """
    starts = line_starts(_BEHIND_NAME.finditer(text), text, _LONGEST_LABEL)
    return [header for start in starts if (header := _HEADER.match(text, start))]


def clocks_first(text: str) -> list[re.Match[str]]:
    r"""The lines of ``text`` that open with a clock, and the name of who speaks behind it, empty where none is.

    >>> [(found["clock"], found["name"]) for found in clocks_first("[0:03] Ann Lee: Well?\n[0:05] BO: So?\n[0:07] Oh")]
    [('0:03', 'Ann Lee'), ('0:05', 'BO'), ('0:07', '')]
    """
    starts = [0, *(opening.end() for opening in _LINE_OF_CLOCK.finditer(text))]
    found = [line for start in starts if (line := _CLOCK_FIRST.match(text, start) or _CLOCK_ONLY.match(text, start))]
    counts = Counter(line["name"] for line in found)
    return [line if _names(line, counts) else _CLOCK_ONLY.match(text, line.start()) or line for line in found]


def _names(line: re.Match[str], counts: Counter[str]) -> bool:
    """Whether what stands behind a clock is a name, or comes back as one does."""
    name = line["name"]
    return not name or (_may_be_name(name) and (counts[name] > 1 or _NAME.fullmatch(name) is not None))


def chats(text: str) -> list[re.Match[str]]:
    r"""The lines of ``text`` that open with a clock and a name, as chat logs do.

    >>> [chat["name"] for chat in chats("00:18:53\tAnn Lee:\tWell?")]
    ['Ann Lee']
    """
    starts = [0, *(opening.end() for opening in _CHAT_OPENING.finditer(text))]
    return [chat for start in starts if (chat := _CHAT.match(text, start))]


def speakers_among(labels: Sequence[str]) -> frozenset[str]:
    """Which labels of a text name speakers, given all that open its lines, in their order.

    Where most labels are in capitals, only such labels count. A name in other letters must come back, or be
    a first and a last name.

    >>> sorted(speakers_among(["Ann Lee", "Bo", "Read more", "Bo", "Ann Lee", "Location"]))
    ['Ann Lee', 'Bo']
    """
    every = Counter(labels)
    counts = {label: count for label, count in every.items() if _may_be_name(label)}
    capitals = sum(count for label, count in counts.items() if label.isupper() and len(label) > INITIALS)
    if capitals >= 3 and 2 * capitals > sum(counts.values()):
        return frozenset(label for label in every if label.isupper() and (label in counts or label == _ASKED))
    return frozenset(label for label, count in counts.items() if count > 1 or 1 <= label.count(" ") <= 3)


def trusted_speakers(labels: Sequence[str]) -> frozenset[str]:
    """The speakers among the labels of captions, which use colons for other things more often than for names.

    >>> trusted_speakers(["We need two things", "My advice", "Ann"])
    frozenset()
    """
    named = speakers_among(labels)
    sure = any(name.isupper() or labels.count(name) > 1 for name in named)
    return named if sure and 2 * sum(label in named for label in labels) > len(labels) else frozenset()


def nicknames(cues: Sequence[str], names: AbstractSet[str]) -> frozenset[str]:
    """Whoever opens more than one of ``cues``, however they write their name, where most open with one of ``names``.

    >>> sorted(nicknames(["Ann Lee: Well?", "bo: No.", "Ann Lee: So?", "Ann Lee: Hm.", "bo: Yes."], {"Ann Lee"}))
    ['Ann Lee', 'bo']
    """
    labels = [label["name"] for cue in cues if (label := _NICKNAME.match(cue))] if names else []
    counts = Counter(labels)
    if 2 * sum(counts[name] for name in names) <= len(cues):
        return frozenset()
    return frozenset(label for label, count in counts.items() if count > 1)


def name_above_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """What may be a name on a line of its own at ``start``, with its line end."""
    return _NAME_LINE.match(text, start, end)


def names_above(cues: Sequence[str]) -> frozenset[str]:
    r"""Whoever is named on a line above what is said, where most of ``cues`` open so with names that come back.

    >>> sorted(names_above(["Ann Lee\nWell?", "Bo\nNo.", "Ann Lee\nSo?", "Bo\nYes.", "Ann Lee\nHm."]))
    ['Ann Lee', 'Bo']
    """
    for part in (cues[:_FEW_CUES], cues):
        found = (_NAME_LINE.match(cue) for cue in part if "\n" in cue)
        counts = Counter(line["name"] for line in found if line and _may_be_name(line["name"]))
        names = frozenset(name for name, count in counts.items() if count > 1)
        if sum(counts[name] for name in names) < max(_NAMED_CUES * len(part), 3):
            return frozenset()
    return names


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
    """Whether no word of pages; ``THE PRESIDENT`` is one who speaks."""
    first, *rest = label.lower().split()
    if first == "the" and label.isupper() and rest:
        return rest[-1] in words("roles") or rest[-1] in words("titles")
    return label.lower() not in words("labels") and first not in words("openings")


def titles() -> frozenset[str]:
    """Words before a name that say what someone is, in lower case."""
    return words("titles")


def roles() -> frozenset[str]:
    """Words for what people do, in lower case, which are not part of a name."""
    return words("roles")


def tails() -> frozenset[str]:
    """What the lines below a transcript open with that tell about it, in lower case."""
    return words("tails")


def tail_ends() -> frozenset[str]:
    """What such lines end with, in lower case."""
    return words("tail_ends")


def acronyms() -> frozenset[str]:
    """Words that are written in capitals in any case, in lower case."""
    return words("acronyms")
