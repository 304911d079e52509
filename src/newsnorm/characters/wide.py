"""Encodings that show themselves: byte order marks, ISO-2022 escapes, and the NULs of UTF-16 and UTF-32.

Everything that needs a guess about letters belongs to `legacy.py`.
"""

from __future__ import annotations

import codecs

from newsnorm.edits import Span
from newsnorm.model import Note, Source
from newsnorm.patterns import byte_pattern

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPE = byte_pattern(rb"\x1b\$[@AB()]")  # a set of two-byte characters is announced (ECMA-35)
_ESCAPED = "iso2022_jp", "iso2022_jp_2004", "iso2022_jp_ext", "iso2022_kr"
# What no text in bytes holds, but one half of the bytes of UTF-16 in most scripts: the high half of its characters.
_CONTROLS = bytes(range(9)) + bytes(range(0x0E, 0x20))
_BLANKS = b"\t\n\r\x0b\x0c"
_LEAST_HALF, _LEAST_CONTROLS = 0.5, 0.1
_LEAST_UTF32, _LEAST_NULS = 8, 0.95
_SEEN = 4096  # bytes that are searched for controls: UTF-16 has them everywhere
_CONTROL = byte_pattern(rb"[\x00-\x08\x0e-\x1f]")
_MOST_LOST = 0.02  # of the characters; what fails more often is another encoding


def marked(data: bytes) -> Source | None:
    r"""Read ``data`` by its byte order mark, which is not in the text, or give None.

    UTF-8 with a mark and with faults is left to `tolerant.py`.

    >>> marked(b"\xfe\xff\x00H\x00i").text
    'Hi'
    """
    for mark, codec in _MARKS:
        if data.startswith(mark) and (source := _source(data, data[len(mark) :], codec, proven=True)):
            return source
    return None


def escaped(data: bytes) -> Source | None:
    r"""Read ``data`` by its ISO-2022 escapes, or give None.

    >>> escaped("日本".encode("iso2022_jp")).text
    '日本'
    """
    if not _ESCAPE.search(data):
        return None
    sources = [source for codec in _ESCAPED if (source := _source(data, data, codec)) and source.text]
    return min(sources, key=lambda source: source.text.count("\ufffd"), default=None)


def unmarked(data: bytes) -> Source | None:
    r"""Read ``data`` as UTF-16 or UTF-32 without a mark where every second byte shows it, or give None.

    >>> unmarked(b"H\x00i\x00!\x00").encoding
    'utf-16-le'
    """
    if not _CONTROL.search(data, 0, _SEEN):
        return None
    codec = _utf32(data) or _utf16(data)
    return _source(data, data, codec) if codec else None


def _source(data: bytes, body: bytes, codec: str, *, proven: bool = False) -> Source | None:
    """``body`` in ``codec``, or None where too much of it fails."""
    try:
        text = body.decode(codec)
    except UnicodeDecodeError:
        return None if codec == "utf-8" else _faulty(data, body.decode(codec, "replace"), codec)
    notes = () if proven else (Note("decode.guess", f"read as {codec} by its bytes", Span(0, len(text))),)
    return Source(data, codec, text, exact=proven, notes=notes)


def _faulty(data: bytes, text: str, codec: str) -> Source | None:
    lost = text.count("\ufffd")
    if lost > 1 + _MOST_LOST * len(text):
        return None
    first, last = text.index("\ufffd"), text.rindex("\ufffd") + 1
    note = Note("decode.replaced", f"{lost} characters are not {codec}", Span(first, last))
    return Source(data, codec, text, exact=False, notes=(note,))


def _utf32(data: bytes) -> str | None:
    """Which UTF-32: the highest byte of each character is NUL, and nearly always the next one too."""
    for codec, high in (("utf-32-le", data[3::4] + data[2::4]), ("utf-32-be", data[0::4] + data[1::4])):
        if len(data) >= _LEAST_UTF32 and high.count(0) > _LEAST_NULS * len(high):
            return codec
    return None


def _utf16(data: bytes) -> str | None:
    """Which UTF-16: one half of the bytes is mostly controls and blanks, the other is not."""
    halves = data[0::2], data[1::2]
    controls = [len(half) - len(half.translate(None, _CONTROLS)) for half in halves]
    for codec, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        size, blanks = len(halves[high]), len(halves[high]) - len(halves[high].translate(None, _BLANKS))
        enough = controls[high] > _LEAST_CONTROLS * size and controls[high] + blanks > _LEAST_HALF * size
        if size > 1 and enough and controls[high] > 2 * controls[1 - high]:
            return codec
    return None
