"""UTF-8 with small faults: a few stray bytes of another codec, or an end cut inside a character.

Detectors misread such a text as a whole, though every other byte proves UTF-8. What is no UTF-8 at
all belongs to `legacy.py`.
"""

from __future__ import annotations

import codecs

from newsnorm.characters.codepages import HIGH, table
from newsnorm.edits import Span
from newsnorm.model import Note, Source
from newsnorm.patterns import byte_pattern, pattern

# What Python's "surrogateescape" makes of a byte that is not UTF-8: U+DC80 to U+DCFF.
_STRAY = pattern("[\udc80-\udcff]+")
_AS_CP1252 = {0xDC00 + byte: table("cp1252")[byte] for byte in HIGH}
# The start of a character whose other bytes are missing (Unicode standard, table 3-7).
_CUT = byte_pattern(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
_MOST_NOTES = 100

_LEAST_SHARE = 0.7  # of the high bytes
_LEAST_FOLLOWING = 2  # bytes that follow a lead byte as they must: by chance in hardly any legacy text


def tolerant_utf8(data: bytes) -> Source | None:
    r"""Read ``data`` as UTF-8 with faults, or None where too few of its high bytes are UTF-8 and no mark says so.

    A stray byte is read as Windows-1252, a cut end as one U+FFFD; a Note says where.

    >>> tolerant_utf8("“café” ".encode() + b"\x93naif\x94").text
    '“café” “naif”'
    >>> tolerant_utf8(b"caf\xe9") is None
    True
    """
    body = data.removeprefix(codecs.BOM_UTF8)
    whole = body[: _end_of_whole(body)]
    text = whole.decode("utf-8", "surrogateescape")
    if len(body) == len(data) and not _is_utf8(whole, text):
        return None
    notes = _stray_notes(text)
    text = text.translate(_AS_CP1252) if notes else text
    if len(whole) < len(body):
        end = Span(len(text), len(text) + 1)
        notes.append(Note("decode.cut", f"cut inside a character after {len(whole)} bytes", end))
        text += "\ufffd"
    return Source(data, "utf-8", text, exact=False, notes=tuple(notes))


def _is_utf8(data: bytes, text: str) -> bool:
    """Whether enough of the high bytes became characters; ``text`` has the others as surrogates."""
    high = len(data) - len(data.translate(None, HIGH))
    valid = high - sum(len(stray[0]) for stray in _STRAY.finditer(text))
    characters = len(text) - (len(data) - valid)
    following = valid - characters
    return following >= (_LEAST_FOLLOWING if valid < high else 1) and valid >= _LEAST_SHARE * high


def _end_of_whole(data: bytes) -> int:
    """Where the last character ends that is not cut."""
    cut = _CUT.search(data[-3:])
    return len(data) - len(cut[0]) if cut else len(data)


def _stray_notes(text: str) -> list[Note]:
    """A note for each run of stray bytes, up to a limit that keeps hostile input small."""
    notes = []
    for stray in _STRAY.finditer(text):
        found = " ".join(f"{ord(char) - 0xDC00:02X}" for char in stray[0][:8])
        notes.append(Note("decode.stray", f"not UTF-8, read as Windows-1252: {found}", Span(*stray.span())))
        if len(notes) == _MOST_NOTES:
            break
    return notes
