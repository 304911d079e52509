"""Codec families: what UTF-8 looks like after it was read with a legacy codec.

A family turns signs back into the bytes that they were read from, and tells which of them are valid UTF-8 for
a likely character. The table is `data/codec_families.toml`; whether a reading is a good one is judged elsewhere.
"""

from __future__ import annotations

import codecs
import functools
import re
import tomllib
from collections.abc import Callable, Mapping
from itertools import chain, product

import attrs

from newsnorm import tables

LONGEST = 1000
"""How many signs one reading may take: keeps a hostile text linear."""

CONTINUATION = range(0x80, 0xC0)
_LEADS = range(0xC2, 0xF1)
_C1 = range(0x80, 0xA0)
_NO_SIGN = "\ufffe"  # what a decoding table of Python has for an undefined byte

# UTF-8 of characters that news may hold; any family may hide these.
_LIKELY = rb"""
    [\xc2-\xc5\xce-\xd2\xd7-\xd9] [\x80-\xbf]               # Latin, Greek, Cyrillic, Hebrew, Arabic
  | \xc6 \x92 | \xcb [\x86\x87\x98-\x9d]                    # florin sign, spacing accents
  | \xe2 [\x80-\x84\x86-\x89\x8c\x8f-\x9e\xa0\xa4\xac\xad] [\x80-\xbf]  # punctuation, currency, arrows, symbols
  | \xef [\xac\xad\xb8\xbb-\xbd\xbf] [\x80-\xbf]            # ligatures, selectors, BOM, full width, U+FFFD
  | \xf0 \x9f [\x80-\xbf] [\x80-\xbf]                       # pictures
"""
_OTHER_SCRIPTS = rb"""
  | [\xc6\xc8-\xca\xcc\xcd\xd3-\xd6\xda\xdb] [\x80-\xbf]    # more of the same alphabets, IPA, accents, Armenian
  | \xcb [\x80-\xbf]
  | \xe0 [\xa4-\xbf] [\x80-\xbf]                            # Indic, Thai, Lao, Tibetan
  | \xe1 [\x80-\x83\x88-\x8d\x9e\x9f\xb8-\xbf] [\x80-\xbf]  # Georgian, Ethiopic, Khmer, Latin and Greek extended
  | \xe3 [\x80-\x8f] [\x80-\xbf]                            # kana, East Asian marks and units
  | \xe4 [\xb8-\xbf] [\x80-\xbf]
  | [\xe5-\xe9\xeb\xec] [\x80-\xbf] [\x80-\xbf]             # Han, Hangul
  | \xea [\xb0-\xbf] [\x80-\xbf] | \xed [\x80-\x9e] [\x80-\xbf]
  | \xed [\xa0-\xaf] [\x80-\xbf] \xed [\xb0-\xbf] [\x80-\xbf]   # CESU-8: two surrogates
"""
_THAI = rb"| \xe0 [\xb8\xb9] [\x80-\xbf]"


@attrs.frozen(slots=False)
class Grammar:
    """Which byte sequences a family may hide, one at a time and in a row."""

    one: re.Pattern[bytes]
    row: re.Pattern[bytes]

    @classmethod
    @functools.cache
    def of(cls, *, wide: bool, thai: bool) -> Grammar:
        """The grammar of families that hide any script, Thai, or neither."""
        sequences = _LIKELY + (_OTHER_SCRIPTS if wide else b"") + (_THAI if thai else b"")
        return cls(re.compile(sequences, re.VERBOSE), re.compile(b"(?:" + sequences + b")+", re.VERBOSE))

    @functools.cached_property
    def pairs(self) -> Mapping[int, list[int]]:
        """The bytes that may begin a character, and those that may come second."""
        found: dict[int, list[int]] = {}
        for lead, second, rest in product(_LEADS, CONTINUATION, _RESTS):
            if self.one.fullmatch(bytes([lead, second]) + rest):
                found.setdefault(lead, []).append(second)
        return found


_RESTS = (b"", b"\x80", b"\x80\x80", b"\x80\xed\xb0\x80")


@attrs.frozen(eq=False, slots=False)
class Family:
    """Legacy codecs that differ in a few bytes only, taken as one.

    ``prior`` is in nats. ``holes`` are the bytes that the first codec leaves undefined: readers lose them.
    """

    name: str
    prior: float
    wide: bool
    grammar: Grammar
    to_byte: Mapping[int, int]
    usual: Callable[[str], bytes]
    """The same for one sign a byte, ten times as fast."""

    holes: frozenset[int]
    members: Mapping[str, re.Pattern[str]]

    @classmethod
    def load(cls, codecs: list[str], prior: float, *, wide: bool = False, thai: bool = False) -> Family:
        """Build the family from a row of the table."""
        tables = {codec: _table(codec) for codec in codecs}
        holes = frozenset(range(0x80, 0x100)) - tables[codecs[0]].keys()
        controls = _C1 if "latin-1" in codecs else holes  # a hole often passes as a C1 control
        to_byte = {byte: byte for byte in chain(range(0x80), controls)}
        for table in reversed(tables.values()):
            to_byte |= {ord(sign): byte for byte, sign in table.items()}
        first = {byte: chr(byte) for byte in chain(range(0x80), controls)} | tables[codecs[0]]
        signs = {codec: "".join(table.values()) for codec, table in tables.items()}
        signs[codecs[0]] += "".join(map(chr, holes.intersection(_C1)))
        members = {codec: re.compile(f"[\\x00-\\x7f{re.escape(some)}]*") for codec, some in signs.items()}
        grammar, usual = Grammar.of(wide=wide, thai=thai), _encoder(first)
        return cls(codecs[0], prior, wide, grammar, to_byte, usual, holes, members)

    @functools.cached_property
    def signs(self) -> Mapping[int, list[str]]:
        """What each byte may have been read as."""
        found: dict[int, list[str]] = {}
        for sign, byte in self.to_byte.items():
            found.setdefault(byte, []).append(chr(sign))
        return found

    @functools.cached_property
    def leads(self) -> re.Pattern[str]:
        """Any sign that the first byte of a character may have been read as."""
        return re.compile(f"[{''.join(chain.from_iterable(self.signs.get(byte, ()) for byte in _LEADS))}]")

    def bytes_of(self, text: str) -> bytes:
        """The bytes that ``text`` was read from, one a sign; ``?`` where the family has no such sign."""
        data = self.usual(text)
        if data.count(b"?") > text.count("?"):
            return codecs.charmap_encode(text, "replace", self.to_byte)[0]
        return data

    def may_begin(self, first: str, second: str) -> bool:
        """Whether two signs were read from the first two bytes of a character."""
        seconds = self.grammar.pairs.get(self.to_byte.get(ord(first), 0), ())
        return self.to_byte.get(ord(second)) in seconds

    def member(self, text: str) -> str | None:
        """The one codec of the family that ``text`` was most likely read with; None if no one has all its signs."""
        if len(self.members) == 1:
            return self.name
        return next((codec for codec, signs in self.members.items() if signs.fullmatch(text)), None)


def _encoder(signs: Mapping[int, str]) -> Callable[[str], bytes]:
    table = codecs.charmap_build("".join(signs.get(byte, _NO_SIGN) for byte in range(0x100)))
    return lambda text: codecs.charmap_encode(text, "replace", table)[0]


def _table(codec: str) -> dict[int, str]:
    """What each high byte is read as; a hole is left out."""
    signs = {byte: bytes([byte]).decode(codec, "ignore") for byte in range(0x80, 0x100)}
    return {byte: sign for byte, sign in signs.items() if sign}


@functools.cache
def families() -> Mapping[str, Family]:
    """All families by name, in the order of the table."""
    table = tables.text("codec_families.toml")
    return {family.name: family for family in (Family.load(**row) for row in tomllib.loads(table)["family"])}


@functools.lru_cache(1 << 13)
def by_pair(first: str, second: str) -> tuple[Family, ...]:
    """The families in which two signs may begin a character."""
    return tuple(family for family in _by_lead().get(first, ()) if family.may_begin(first, second))


@functools.cache
def _by_lead() -> Mapping[str, tuple[Family, ...]]:
    """The families in which a sign may begin a character."""
    found: dict[str, tuple[Family, ...]] = {}
    for family in families().values():
        for sign in chain.from_iterable(family.signs.get(lead, ()) for lead in family.grammar.pairs):
            found[sign] = (*found.get(sign, ()), family)
    return found


@functools.cache
def followers() -> Mapping[str, frozenset[str]]:
    """The signs that may follow a sign which begins a character: the exact test after the gate's two classes."""
    found: dict[str, frozenset[str]] = {}
    for family in families().values():
        for lead, seconds in family.grammar.pairs.items():
            signs = frozenset(chain.from_iterable(family.signs.get(second, ()) for second in seconds))
            for sign in family.signs.get(lead, ()):
                found[sign] = found.get(sign, frozenset()) | signs
    return found
