"""Code pages: what each byte of a single-byte codec means, with its holes kept.

A hole is a byte that the codec does not define. Real readers passed it on as the control character of
the same number (the WHATWG encoding standard does, for Windows code pages), and so do we: no byte is lost.
Which codec a text is in is not decided here.
"""

from __future__ import annotations

import codecs
import functools

HIGH = bytes(range(0x80, 0x100))
"""Every byte that is not ASCII."""

_ALL_BYTES = bytes(range(256))


@functools.cache
def table(codec: str) -> str:
    r"""The 256 characters of a single-byte codec; a hole is the control character with its number.

    >>> table("cp1252")[0x93], table("cp1252")[0x81]
    ('“', '\x81')
    """
    text = _ALL_BYTES.decode(codec, "replace")
    return "".join(chr(byte) if char == "\ufffd" else char for byte, char in enumerate(text))


@functools.cache
def holes(codec: str) -> frozenset[int]:
    """The bytes that a single-byte codec does not define.

    >>> sorted(map(hex, holes("cp1252")))
    ['0x81', '0x8d', '0x8f', '0x90', '0x9d']
    """
    return frozenset(byte for byte, char in enumerate(_ALL_BYTES.decode(codec, "replace")) if char == "\ufffd")


def decoded(data: bytes, codec: str) -> str:
    r"""``data`` in a single-byte codec, nothing replaced.

    >>> decoded(b"\x93\x81\x94", "cp1252")
    '“\x81”'
    """
    return codecs.charmap_decode(data, "strict", table(codec))[0]
