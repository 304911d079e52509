"""Doubt: where a damaged-looking spelling is good text as it stands, and what else speaks for or against a reading.

Each predicate is one form that languages, mathematics or drawings have. They see one place only; a doubtful
reading is still taken where the line or the text proves its codec.
"""

from __future__ import annotations

from typing import NamedTuple

from newsnorm.characters.alphabet import script

_MARKS = frozenset("“”‘’„‚«»–—…·•°²³®™©\xad\xa0")
_CLOSING = frozenset("“”‘’«»–—…·°²³®™©\xa0")
_PUNCTUATION = frozenset("‘’“”„–—…•€™")
_SYMBOLS = frozenset("€™←→↑↓−≤≥≠≈✓✔★☆●■►▶♥❤⚡☎№")
_QUOTES = frozenset("\"'`“”‘’„‚«»")
_MATHS = frozenset("π∞∂∑∏∫Ω°±≤≥≠µ´¨")
_SENTENCE_ENDS = '\n.!?…:»"”('
_OTHER_SCRIPTS = frozenset({"CYRILLIC", "GREEK", "HEBREW", "ARABIC", "THAI", "ARMENIAN"})
_ALPHABETS = _OTHER_SCRIPTS | {"LATIN"}
_DOS_AND_MAC = frozenset({"macroman", "cp437", "cp850", "cp852"})
_DOS_CYRILLIC = frozenset({"koi8-r", "cp866"})
_NEAR = 4  # characters


class _Place(NamedTuple):
    """A spelling, what would replace it, and what stands around it."""

    text: str
    start: int
    end: int
    new: str
    family: str
    old: str
    left: str
    right: str

    @property
    def letter(self) -> str | None:
        """The script of the new character, where it is one letter."""
        return script(self.new) if len(self.new) == 1 else None

    @property
    def scripts_beside(self) -> tuple[str | None, str | None]:
        return script(self.left), script(self.right)

    @property
    def scripts_near(self) -> tuple[str | None, str | None]:
        """The scripts of the nearest letters on this line, a few characters to either side."""
        return _first_script(self.text[max(0, self.start - _NEAR) : self.start][::-1]), _first_script(
            self.text[self.end : self.end + _NEAR]
        )


def doubtful(text: str, start: int, end: int, new: str, family: str) -> bool:
    """Whether ``text[start:end]`` reads as good text, so that a better reading alone proves nothing."""
    if len(new) > 1:
        return len(_ALPHABETS.intersection(map(script, new))) > 1  # several alphabets in one word
    place = _Place(text, start, end, new, family, text[start:end], text[start - 1], text[end])
    return any(reason(place) for reason in _REASONS)


def bonus(text: str, start: int, end: int, new: str) -> float:
    """Nats for what the character model cannot see."""
    old, left, right = text[start:end], text[start - 1], text[end]
    nats = 0.0
    if len(old) == 3 and new in _PUNCTUATION:
        nats += 4.0  # three odd characters for one mark
    if len(new) > 1:
        return nats
    if len(old) == 2:
        nats += _pair_bonus(old, left, right, letter=new.isalpha())
    if "\u2100" < new < "\u2c00" and new not in _SYMBOLS:
        nats -= 6.0  # a rare symbol
    if "\u0300" <= new <= "\u036f" and left.isalpha():
        nats -= 6.0  # an accent that no letter takes
    if new.isupper() and left.isalpha() and right.islower():
        nats -= 4.0  # a capital inside a word
    if new.islower() and left.isupper() and (text[max(0, start - 2)] + right).isupper():
        nats -= 8.0  # a small letter among capitals
    return nats


def _pair_bonus(old: str, left: str, right: str, *, letter: bool) -> float:
    nats = 0.0
    if _boxed(old[0]):
        nats += 3.0 if left.isalnum() and not right.isalpha() else 0.0  # half a frame at the end of a word
        nats += 4.0 if old[1].isalpha() and not _boxed(left) else 0.0  # a corner glued to a letter
    if letter and not old[1].isalpha() and left.isalnum() and right.isalnum():
        nats += 2.0  # a sign inside a word
    return nats


def _foreign_letter(place: _Place) -> bool:
    """A lone letter beside, or in the midst of, letters of another script."""
    if not place.letter:
        return False
    if place.letter == "GREEK" and not place.old[-1].isalpha() and place.right.isalnum():
        return False  # a sign inside a word cannot be meant: IL2RÎ³c, 10Î¼s
    if any(beside not in {None, place.letter} for beside in place.scripts_beside):
        return True
    return place.letter != "LATIN" and place.letter not in place.scripts_near


def _dos_cyrillic(place: _Place) -> bool:
    """One letter from a codec whose own letters are common, unless it completes a Latin word."""
    if place.family not in _DOS_CYRILLIC or not place.letter:
        return False
    if _boxed(place.old[0]) and place.old[1].isalpha() and place.letter in place.scripts_near:
        return False  # a corner glued to a letter stands for a word of one letter
    return not (place.letter == "LATIN" and "LATIN" in place.scripts_beside)


def _natural(place: _Place) -> bool:
    """Two signs as Cyrillic, Greek or Arabic text has them: ``В«``."""
    old = place.old
    scripts = {script(char) for char in old if char not in _MARKS}
    if len(old) != 2 or len(scripts) != 1 or not scripts <= _OTHER_SCRIPTS:
        return False
    within_word = place.letter == "LATIN" and "LATIN" in place.scripts_beside
    capital_ends_word = old[0].isupper() and place.left.islower()
    opens = old[1] == "«" and place.right.isalpha() and place.left == " "
    opens = opens and (not _starts_sentence(place) or scripts == {"GREEK"})  # Greek has no word of one capital
    near = {*place.scripts_near, None}
    astray = old[0].isupper() and old[1] in _MARKS and scripts.isdisjoint(near) and len(near) > 1
    return not (within_word or capital_ends_word or opens or astray)


def _closing_capital(place: _Place) -> bool:
    """The last capital of a word in capitals and a closing mark: ``ДОМЪ»``."""
    old = place.old
    if place.left == "O" and old == "Ã™":
        return False  # French for where
    if len(old) != 2 or old[1] not in _CLOSING or not old[0].isupper():
        return False
    return place.left.isupper() and not place.right.isalnum()


def _formula(place: _Place) -> bool:
    """Signs of mathematics, or of a face, that stand alone: ``√π``."""
    if not place.letter or place.family not in _DOS_AND_MAC or place.left.isalpha() or place.right.isalpha():
        return False
    first, second = place.old[0], place.old[1]
    return second in _MATHS or not (_boxed(first) or first == "√" or place.letter in place.scripts_near)


def _drawing(place: _Place) -> bool:
    """Two box signs beside a third, or a letter away from one: a drawn table or an ornament."""
    if len(place.old) != 2 or not all(map(_boxed, place.old)):
        return False
    ornament = not place.left.isalnum() and _boxed(place.text[place.end + 1 : place.end + 2] or " ")
    return _boxed(place.left) or _boxed(place.right) or ornament


def _face(place: _Place) -> bool:
    """Signs of MacRoman or DOS that stand alone, or that would become a control character."""
    if place.family not in _DOS_AND_MAC or len(place.old) != 2:
        return False
    alone = not any(beside.isalnum() for beside in (place.left, place.right)) and not place.left.isspace()
    return "\x80" <= place.new <= "\x9f" or (alone and place.old[0] == "¬")


def _sung(place: _Place) -> bool:
    """Latin letters that would become a symbol: ``Ôôô``."""
    return len(place.new) == 1 and place.old.isalpha() and not (place.letter or place.new in _PUNCTUATION | _SYMBOLS)


def _mentioned(place: _Place) -> bool:
    """A spelling in quotation marks of its own: a text about mojibake."""
    return len(place.new) == 1 and place.left in _QUOTES and place.right in _QUOTES


def _possessive(place: _Place) -> bool:
    """A capital and ``’s``: ``CAFÉ’S``."""
    return len(place.old) == 2 and place.old[1] in "’‘" and place.right in "sS"


_REASONS = (
    *[_foreign_letter, _dos_cyrillic, _natural, _closing_capital, _formula],
    *[_drawing, _face, _sung, _possessive, _mentioned],
)


def _boxed(char: str) -> bool:
    return "\u2500" <= char < "\u25a0"


def _first_script(chars: str) -> str | None:
    return next(filter(None, map(script, chars.partition("\n")[0])), None)


def _starts_sentence(place: _Place) -> bool:
    before = place.text[max(0, place.start - 3) : place.start].rstrip(" ")
    return not before or before[-1] in _SENTENCE_ENDS
