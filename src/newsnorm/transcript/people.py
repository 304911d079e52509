"""Who speaks: names, roles and titles from the labels of a transcript, and who a surname alone means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from operator import itemgetter

from newsnorm import voices
from newsnorm.model import Block, Kind, Speaker
from newsnorm.patterns import pattern
from newsnorm.transcript.said import TURN

_VOICE = pattern(r"<v[^\s>]*\s([^>]*)>")
_AROUND = pattern(r"^(?:(?:>|&gt;){2,3}|\*{1,2}|-|#{1,6})?\s*\[?|\]?[\s:*|–—-]*$")
_REMARK = pattern(r"\([a-z][^()]*\)$")  # "(voice-over)"
_ASIDE = pattern(r"\(([^()]*)\)")
_NUMBER = pattern(r"\d")  # "Man 2" has no surname
_MAC = pattern(r"\b(Mc|O['’])(\w)")
_COURTESY = {"mr.", "mrs.", "ms."}
_SMALL = {"of", "and", "the", "for", "in", "to", "at", "a", "an", "on"}


def named(text: str, blocks: Sequence[Block]) -> dict[str, Speaker]:
    """The speaker of each label block of ``text``, by how the label is written.

    A surname or a first name alone means the one whose full name has it, and so do initials that stand in
    brackets behind a full name.
    """
    if not [*map(itemgetter(2), blocks)].count(Kind.SPEAKER):
        return {}
    labels = [block for block in blocks if block.kind is Kind.SPEAKER and block.rule != TURN]
    written = dict.fromkeys(text[block.start : block.end] for block in labels)
    parted = {label: _parted(label) for label in written}
    capitals = 2 * sum(name.isupper() for name, _, _ in parted.values()) > len(parted)
    speakers = {
        label: Speaker(_spelled(name) if capitals else name, _in_small(role) if role else None, plain)
        for label, (name, role, plain) in parted.items()
    }
    short = _short_forms(speakers)
    return {label: short.get(speaker.name.lower(), speaker) for label, speaker in speakers.items()}


def _short_forms(speakers: Mapping[str, Speaker]) -> dict[str, Speaker]:
    """Who is meant by a full name, a surname, initials, or a first name that one alone has; the first come first."""
    first_names: dict[str, list[Speaker]] = {}
    short: dict[str, Speaker] = {}
    same: dict[str, Speaker] = {}
    for label, speaker in speakers.items():
        name = speaker.name.lower()
        words = name.split()
        if len(words) > 1 and name not in same and not _NUMBER.search(name):
            first_names.setdefault(words[0], []).append(speaker)
            for form in (words[-1], *map(str.lower, _ASIDE.findall(label))):
                short.setdefault(form, speaker)
        same.setdefault(name, speaker)
    return same | {first: named[0] for first, named in first_names.items() if len(named) == 1} | short


def _parted(label: str) -> tuple[str, str, str]:
    """The name, what the speaker is, and the label without the marks around it."""
    voice = _VOICE.match(label)
    plain = voice[1].strip() if voice else _AROUND.sub("", label)
    name, _, role = _REMARK.sub("", plain).rstrip().partition(", ")
    title, name = _titled(" ".join(_ASIDE.sub(" ", name).split()))
    return name, role or title, plain


def _titled(name: str) -> tuple[str, str]:
    """The title before a name, and the name: ``U.S. PRESIDENT``, ``BARACK OBAMA``; ``MR.`` is none."""
    words = name.split()
    count = 0
    while count < len(words) - 1 and words[count].lower() in voices.titles():
        count += 1
    return " ".join(word for word in words[:count] if word.lower() not in _COURTESY), " ".join(words[count:])


def _spelled(name: str) -> str:
    """A name as one writes it: ``ANN O'BRIEN MCDONALD`` is Ann O'Brien McDonald; ``AG``, ``S_0`` stay."""
    if not name.isupper() or len(name) <= voices.INITIALS or "_" in name:
        return name
    words = (word if _is_acronym(word) else word.capitalize() for word in re.split(r"([ -])", name))
    return _MAC.sub(lambda mac: mac[1] + mac[2].upper(), "".join(words))


def _in_small(role: str) -> str:
    """A role in capitals as one writes it: ``CNN CORRESPONDENT`` is CNN correspondent; names keep their capitals."""
    if not role.isupper():
        return role
    words = [word if _is_acronym(word) else word.lower() for word in role.split()]
    if all(_bare(word) in voices.roles() or _is_acronym(word) for word in words):
        return " ".join(words)
    return " ".join(word if word in _SMALL or _is_acronym(word) else word.capitalize() for word in words)


def _bare(word: str) -> str:
    return word.strip("(),;.’'").lower()


def _is_acronym(word: str) -> bool:
    bare = _bare(word)
    return bare in voices.acronyms() or "." in bare or (len(bare) == 1 and word.isupper())
