"""Bytes to text: `decode` asks one step after another, from proof to guess.

What the steps know of codecs and of damage lives in `characters/`. Text is never changed here.
"""

from __future__ import annotations

import codecs

from newsnorm.characters import wide
from newsnorm.characters.tolerant import tolerant_utf8
from newsnorm.edits import Span
from newsnorm.model import Note, Source
from newsnorm.patterns import byte_pattern, pattern

# Codecs that Python calls text encodings, though what they read is host names or Python's source.
_NO_TEXT = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"}
_REPLACED = pattern("\ufffd+")
_SURROGATE = pattern("[\ud800-\udfff]")
_VARIANT = byte_pattern(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]|\xc0\x80")
_PIECE = 4096  # bytes that ftfy's codec is given at once: it copies the rest of them at each odd character
_MOST_NOTES = 100


def decode(data: bytes, *, encoding: str | None = None) -> Source:
    r"""Decode ``data``, whose encoding is given or found.

    In this order: the given ``encoding``; a byte order mark; ISO-2022 escapes; UTF-16 or UTF-32 without a mark;
    UTF-8; its variants (CESU-8, Java's); UTF-8 with stray bytes or a cut end; legacy codecs, ranked. A byte order
    mark is not in the text. What cannot be decoded is U+FFFD. Each doubt is a `Note`, and ``exact`` is true only
    where nothing is in doubt: a byte order mark, UTF-8, or a given encoding that fitted.

    Raises `LookupError` for an encoding that is unknown or is none of text, `TypeError` for anything but bytes.

    >>> source = decode("Grüße aus Köln".encode("cp1252"))
    >>> source.text, source.encoding, source.exact
    ('Grüße aus Köln', 'cp1252', False)
    >>> decode(b"\xef\xbb\xbfHi").text
    'Hi'
    """
    if not isinstance(data, bytes):
        message = f"decode reads bytes, not {type(data).__name__}; pass bytes(…), or give a str to repair or normalise"
        raise TypeError(message)
    if encoding is not None:
        return _given(data, encoding)
    return (
        wide.marked(data)
        or wide.escaped(data)
        or wide.unmarked(data)
        or _utf8(data)
        or _utf8_variant(data)
        or tolerant_utf8(data)
        or _legacy(data)
    )


def _given(data: bytes, encoding: str) -> Source:
    codec = _text_codec(encoding)
    try:
        text, fits = data.decode(codec), True
    except UnicodeError:
        text, fits = data.decode(codec, "replace"), False
    text = text.removeprefix("\ufeff")
    if _SURROGATE.search(text):  # UTF-7 can spell them
        text, fits = _SURROGATE.sub("\ufffd", text), False
    return Source(data, codec, text, exact=fits, notes=() if fits else _replaced_notes(text, codec))


def _text_codec(encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
        if codec._is_text_encoding and codec.name.replace("_", "-") not in _NO_TEXT:  # noqa: SLF001 (bytes.decode asks the same)
            return codec.name
    except (LookupError, ValueError):  # ValueError: a name with a NUL or a lone surrogate
        pass
    message = f"not a known text encoding: {encoding!r}"
    raise LookupError(message)


def _utf8(data: bytes) -> Source | None:
    try:
        return Source(data, "utf-8", data.decode("utf-8"), exact=True)
    except UnicodeDecodeError:
        return None


def _utf8_variant(data: bytes) -> Source | None:
    """CESU-8 (astral characters as two surrogates) or Java's UTF-8 (NUL as C0 80), read by ftfy's codec."""
    if not _VARIANT.search(data):
        return None
    import ftfy.bad_codecs  # noqa: F401, PLC0415 (importing it registers the codec, which few texts need)

    pieces = (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
    try:
        text = "".join(codecs.iterdecode(pieces, "utf-8-variants"))
    except UnicodeDecodeError:
        return None
    text = _SURROGATE.sub("\ufffd", text.removeprefix("\ufeff"))
    note = Note("decode.variant", "UTF-8 as Java and some databases write it (CESU-8)", Span(0, len(text)))
    return Source(data, "utf-8-variants", text, exact=False, notes=(note,))


def _legacy(data: bytes) -> Source:
    from newsnorm.characters import legacy  # noqa: PLC0415 (its tables are needed for legacy bytes only)

    codec = legacy.ranked(data)[0].codec
    text = legacy.decoded(data, codec)
    guess = Note("decode.guess", f"read as {codec} because it reads best so", Span(0, len(text)))
    return Source(data, codec, text, exact=False, notes=(guess, *_replaced_notes(text, codec)))


def _replaced_notes(text: str, encoding: str) -> tuple[Note, ...]:
    spans = [Span(*found.span()) for _, found in zip(range(_MOST_NOTES), _REPLACED.finditer(text), strict=False)]
    return tuple(Note("decode.replaced", f"not {encoding}", span) for span in spans)
