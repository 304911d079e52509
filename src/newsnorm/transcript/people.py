"""Who speaks: names, roles and titles from the labels of a transcript, and who a surname alone means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsnorm import voices
from newsnorm.model import Block, Kind, Speaker
from newsnorm.transcript.said import TURN, VOICE

_VOICE = re.compile(r"<v[^\s>]*\s+([^>]*)>")
_MARKUP = re.compile(r"^(?:>{2,3}|&gt;&gt;(?:&gt;)?|\*\*|-)?\s*|[\s:*]*$")
_ASIDE = re.compile(r"\s*\(([^)]*)\)")
_MAC = re.compile(r"\bMc(\w)")


def named(text: str, blocks: Sequence[Block]) -> dict[str, Speaker]:
    """The speaker of each label block of ``text``, by how it is written.

    A surname alone, or initials that a full name has given in brackets, mean the one who was named in full.
    """
    written = dict.fromkeys(
        text[block.start : block.end] for block in blocks if block.kind is Kind.SPEAKER and block.rule != TURN
    )
    full: dict[str, Speaker] = {}
    found: dict[str, Speaker] = {}
    for label in written:
        speaker, short = _speaker(label)
        key = speaker.name.lower()
        known = full.get(key)
        found[label] = speaker = known or speaker
        if not known:
            full.update(dict.fromkeys([key, voices.surname(key), *short], speaker) | full)
    return found


def _speaker(label: str) -> tuple[Speaker, list[str]]:
    """Who a label names, and the short forms that it gives in brackets."""
    voice = _VOICE.match(label)
    plain = voice[1].strip() if voice else _MARKUP.sub("", label)
    asides = _ASIDE.findall(plain)
    name, _, role = _ASIDE.sub("", plain).partition(", ")
    title, name = _titled(name)
    roles = [part for part in (role.strip() or title,) if part]
    if name.isupper() and " " not in name.strip() and len(name) < 4:
        spelled = name
    else:
        spelled = _in_small(name) if name.isupper() else name
    return Speaker(spelled.strip(), _role(roles[0]) if roles else None, plain), [aside.lower() for aside in asides]


def _titled(name: str) -> tuple[str, str]:
    """The title before a name, and the name: ``U.S. PRESIDENT``, ``BARACK OBAMA``."""
    words = name.split()
    count = 0
    while count < len(words) - 1 and words[count].lower() in voices.titles():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _in_small(name: str) -> str:
    """A name in capitals as one writes it: ``ANN O'BRIEN-MCDONALD`` is Ann O'Brien-McDonald."""
    words = (word if word.lower() in voices.acronyms() else word.title() for word in name.split())
    return _MAC.sub(lambda mac: "Mc" + mac[1].upper(), " ".join(words)).replace("’S", "’s").replace("'S", "'s")


def _role(role: str) -> str:
    """A role in small letters, but for what is always written in capitals."""
    if not role.isupper():
        return role
    return " ".join(word if _is_acronym(word) else word.lower() for word in role.split())


def _is_acronym(word: str) -> bool:
    bare = word.strip(",;.").lower()
    return bare in voices.acronyms() or "." in word.strip(".,;")
