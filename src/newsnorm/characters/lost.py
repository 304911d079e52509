"""Lost bytes: what stood where a reader dropped a byte of UTF-8, replaced it, or made a space of a no-break space.

A codec has holes, bytes that it does not define; only they can be lost, so few characters are possible. Where one
is clearly the best between its mended neighbours it is inferred; else U+FFFD stays. Runs only where the codec is
certain on the line, but for marks and U+FFFD that can be told alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from math import inf
from typing import NamedTuple

from newsnorm.characters.alphabet import script
from newsnorm.characters.families import CONTINUATION, Family, families
from newsnorm.characters.gate import Run
from newsnorm.characters.mended import REPLACED, Mended
from newsnorm.characters.readings import SURE, decoded
from newsnorm.characters.search import NEARBY, Certainty
from newsnorm.edits import Edit, Span
from newsnorm.patterns import byte_pattern, pattern

RULE = "mojibake.lost"

_FAMILIES = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1257", "cp1255")
_SOFT_HYPHEN = 0xAD  # invisible, so that tools take it out
_C1 = range(0x80, 0xA0)
# One class to scan for, then what follows the byte that it found.
_GAP = byte_pattern(
    rb"""
    [\xc2-\xf0] (?:
        (?<=\xe2) (?P<mark> \x80 (?: \x1a | \? (?= [\s.,;:!)] | \Z ) | (?! [\x80-\xbf] ) ) )
      | (?<=[\xe0-\xef]) (?P<space> [\x80-\xbf]\x20 | \x20[\x80-\xbf] )
      | (?<=[\xc2-\xc5\xce-\xd1\xd7-\xd9]) (?P<two> \x1a | \x20 | (?! [-\x80-\xbf] ) )
      | (?<=\xf0) (?P<four> \x9f (?: \x1a [\x80-\xbf\x1a] | [\x80-\xbf]\x1a ) )
      | (?<=[\xe0-\xef]) (?P<three> \x1a [\x80-\xbf\x1a] | [\x80-\xbf]\x1a | [\x80-\xbf] (?! [\x80-\xbf] ) )
    )
    """,
    re.VERBOSE,
)
_GRAVE_AT_END = frozenset({"fr", "it", "pt", "es", "en"})  # languages in which à ends a word
_PORTUGUESE = pattern(r"(?:quel[ea]s?|quilo|s)\b(?!['’])")  # às, àquele
_AFTER_WORD = frozenset(" .,;:!?)»”…\n")
_SPACED_SCRIPTS = frozenset({"LATIN", "GREEK", "CYRILLIC"})
_UNLIKELY = 12.0  # nats that a mark owes which does not fit where it stands
_LANGUAGE, _USUAL = 0.7, -6.0  # what a nat of the language's own rate of a letter counts, and a usual rate
_FOREIGN = 4.0  # nats by which a language has the inferred letter rather than the one that stands there
_VIRAMA = 9  # the combining class of what takes a vowel away, and so stands before no sign of a vowel
_LEAD_TWO, _LEAD_THREE = 0.5, 0.3  # nats between the best and the next: with fewer, nothing is inferred


def lost(
    text: str, runs: Iterable[Run], certainty: Certainty, done: Sequence[Edit], *, controls_lost: bool = False
) -> list[Edit]:
    """The edits for damaged characters that miss a byte, beside those ``done``.

    ``runs`` are those whose damage can be told without a certain codec; ``controls_lost`` says that a tool took out
    all C1 controls, not only a codec its holes.
    """
    runs = [run for run in runs if _tells(text, run)]
    places = {name: certainty.places(name) for name in _FAMILIES}
    if not runs and not any(places.values()):
        return []
    mended = Mended(text, done, _C1 if controls_lost else ())
    found: list[Edit] = []
    for name in sorted(_FAMILIES if runs else filter(places.get, places), key=lambda name: -len(places[name])):
        for regions, certain in ((_lines(text, places[name]), True), (_beyond(text, runs), False)):
            for region in regions:
                found += _filled(mended, families()[name], region, certain=certain)
            mended.settle()
    return found


def _tells(text: str, run: Run) -> bool:
    """Whether damage in a run can be told without a certain codec: not in U+FFFD alone, or a capital before a word."""
    signs = run.text.strip("\ufffd")
    return len(signs) > 1 or (bool(signs) and (signs != run.text or text[run.start - 1 : run.start].islower()))


def _lines(text: str, places: Iterable[int]) -> Iterator[Span]:
    """The line of each place."""
    for at in places:
        end = text.find("\n", at)
        yield Span(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text))


def _beyond(text: str, runs: Iterable[Run]) -> Iterator[Span]:
    """Each run and the character behind it."""
    return (Span(run.start, min(run.end + 1, len(text))) for run in runs)


class _Guess(NamedTuple):
    """What a gap may have been, and up to where it reaches."""

    gain: float
    new: str
    end: int


def _fits(mark: str, left: str, right: str) -> bool:
    """Whether a mark may stand between its neighbours."""
    before, after = script(left) in _SPACED_SCRIPTS, script(right) in _SPACED_SCRIPTS
    if mark == "‐":
        return before and after
    if mark in "”’":
        return not after
    if mark in "‘“„":
        return not before and not right.isspace()
    return mark in "–—…"


class _Gap(NamedTuple):
    """A damaged character that misses a byte: its bytes, with U+FFFD as 1A."""

    mended: Mended
    family: Family
    start: int
    data: bytes
    certain: bool

    def guesses(self, *shapes: Iterable[Iterable[int]], after: str = "") -> list[_Guess]:
        """Every plausible character of the bytes of ``shapes``, the best first."""
        end = self.start + len(self.data)
        key = self.family.name, self.mended.text[self.start : end], *self.mended.beside(self.start, end), after
        if key not in self.mended.guesses:
            sequences = chain.from_iterable(product(*shape) for shape in shapes)
            chars = {new for data in sequences if (new := decoded(bytes(data))) and not "\x80" <= new <= "\x9f"}
            self.mended.guesses[key] = sorted(((self._gain(new + after), new + after) for new in chars), reverse=True)
        return [_Guess(gain, new, end) for gain, new in self.mended.guesses[key]]

    def _gain(self, new: str) -> float:
        end = self.start + len(self.data)
        left, right = self.mended.beside(self.start, end)
        gain = self.mended.gain(self.start, end, new)
        if "\u2000" <= new[0] <= "\u20ff":
            gain -= 0.0 if _fits(new[0], left, right) else _UNLIKELY
        else:
            gain += _LANGUAGE * (self.mended.log_rate(new[0]) - _USUAL)
        if unicodedata.category(new[0])[0] == "M" and unicodedata.category(left)[0] not in "LM":
            gain -= _UNLIKELY
        if unicodedata.combining(new[0]) == _VIRAMA and unicodedata.category(right)[0] == "M":
            gain -= _UNLIKELY
        return gain

    @property
    def holes(self) -> list[int]:
        """The bytes that may be lost."""
        if len(self.data) < 2 or (self.data[0] >= 0xE0 and len(self.data) < 3):
            return sorted({*self._holes, _SOFT_HYPHEN})
        return self._holes

    @property
    def _holes(self) -> list[int]:
        holes = self.mended.lost if self.mended.lost and self.family.name == "cp1252" else self.family.holes
        return sorted(holes.intersection(CONTINUATION))


def _mark(gap: _Gap) -> _Guess | None:
    """``â€`` and a lost byte: a dash or a quotation mark."""
    if gap.data[2:] == b"?" and gap.mended.text[gap.start + 2] != "?":
        return None  # a sign that the family does not have
    best = next(iter(gap.guesses([gap.data[:1], gap.data[1:2], gap.holes])), None)
    if not best or not (gap.certain or best.gain >= 0):
        return None
    return best if gap.certain or _fits(best.new, *gap.mended.beside(gap.start, best.end)) else None


def _two(gap: _Gap) -> _Guess | None:
    """A letter of two bytes, the second lost or a space."""
    lead, rest = gap.data[:1], gap.data[1:]
    if not gap.certain and rest != REPLACED and not _inside_word(gap):
        return None
    need = NEARBY if gap.certain else SURE
    if gap.data == b"\xc2 " and gap.mended.text[gap.start] == "Â":
        return _Guess(0.0, "\xa0", gap.start + 2)
    if gap.data == b"\xc3 ":
        return _a_grave(gap)
    if rest == b" ":
        found = sorted(gap.guesses([lead, b"\xa0"]) + gap.guesses([lead, b"\xa0"], after=" "), reverse=True)
        return found[0] if found and found[0].gain >= need else None
    best = _clear(gap.guesses([lead, gap.holes]), need, _LEAD_TWO)
    if best and not rest and not _likelier(gap, best.new[0]):
        return None
    return best or (_Guess(0.0, "\ufffd", gap.start + 2) if rest and gap.certain else None)


def _likelier(gap: _Gap, new: str) -> bool:
    """Whether the language rather has ``new`` than the letter that stands there, or not much less where a byte is gone.

    A codec that is certain on the line may still have left letters of the same script whole.
    """
    old = gap.mended.text[gap.start]
    gain = gap.mended.log_rate(new.lower()) - gap.mended.log_rate(old.lower())
    return gain >= (-_FOREIGN if script(old) == script(new) else -inf) if gap.certain else gain >= _FOREIGN


def _a_grave(gap: _Gap) -> _Guess | None:
    """``Ã`` and a space that was a no-break space, or also the space behind that."""
    left, right = gap.mended.beside(gap.start, gap.start + 2)
    if not (script(right) == "LATIN" or right in _AFTER_WORD):
        return None
    joined = right in _AFTER_WORD or (left.isalpha() and gap.mended.profile.language not in _GRAVE_AT_END)
    if not left.isalpha() and _PORTUGUESE.match(gap.mended.text, gap.start + 2):
        joined = True
    return _Guess(0.0, "à" if joined else "à ", gap.start + 2)


def _inside_word(gap: _Gap) -> bool:
    """Whether a capital stands where only a small letter can: ``souÄasné``."""
    left, right = gap.mended.beside(gap.start, gap.start + 1)
    return len(gap.data) == 1 and gap.mended.text[gap.start].isupper() and left.islower() and not right.isupper()


def _three(gap: _Gap) -> _Guess | None:
    """A letter of three bytes, the second or the third lost."""
    if not gap.certain or not gap.family.wide:
        return None
    if len(gap.data) == 2:
        lead, kept = gap.data[:1], gap.data[1:]
        return _clear(gap.guesses([lead, gap.holes, kept], [lead, kept, gap.holes]), NEARBY, _LEAD_THREE)
    slots = [gap.holes if byte == REPLACED[0] else [byte] for byte in gap.data]
    best = _clear(gap.guesses(slots), NEARBY, _LEAD_THREE)
    return best or (_Guess(0.0, "\ufffd", gap.start + 3) if REPLACED in gap.data else None)


def _three_with_space(gap: _Gap) -> _Guess | None:
    """A letter of three bytes, one of which was a no-break space."""
    if not gap.certain or not gap.family.wide:
        return None
    best = _clear(gap.guesses([[byte] for byte in gap.data.replace(b" ", b"\xa0")]), NEARBY, 0.0)
    return best or (_three(gap._replace(data=gap.data[:2])) if gap.data[2:] == b" " else None)


def _four(gap: _Gap) -> _Guess | None:
    """A picture that misses a byte: no one can tell which."""
    return _Guess(0.0, "\ufffd", gap.start + 4) if gap.certain else None


_KINDS: Mapping[str, Callable[[_Gap], _Guess | None]] = {
    "mark": _mark,
    "space": _three_with_space,
    "two": _two,
    "three": _three,
    "four": _four,
}


def _clear(guesses: Sequence[_Guess], need: float, lead: float) -> _Guess | None:
    """The best guess, if it gains what it needs and leads the next."""
    if not guesses:
        return None
    best, *others = guesses
    return best if best.gain >= need and (not others or best.gain - others[0].gain >= lead) else None


def _filled(mended: Mended, family: Family, region: Span, *, certain: bool) -> Iterator[Edit]:
    """What fills the gaps of a region, and is taken at once."""
    if not mended.holds_lead(family, region):
        return
    data, at = mended.bytes_of(family, region), 0
    while match := _GAP.search(data, at):
        start = region.start + match.start()
        guess = _KINDS[match.lastgroup or ""](_Gap(mended, family, start, match[0], certain))
        at = guess.end - region.start if guess else match.start() + 1
        if guess:
            edit = Edit(Span(start, guess.end), guess.new, RULE)
            mended.take(edit)
            yield edit
