"""The gate: which runs of non-ASCII signs deserve a second look, and of what sort. Most text ends here.

Nothing is loaded and nothing is decided here: the classes are literals, and a test checks that they are what the
codec tables give. Text is looked at as UTF-8 bytes with the ASCII blanked out, which leaves a few distinct runs.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsnorm.characters.eastern import SIGN, SIGNS, misread_among
from newsnorm.characters.families import followers
from newsnorm.edits import Span
from newsnorm.patterns import pattern

_BLANKED = bytes(byte if byte > 0x7F else 0x20 for byte in range(256))
C0 = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
"""The control characters of ASCII; tabs, form feeds and line ends are none here."""

_PLAIN = bytes(byte for byte in range(0x80) if byte not in C0)
HARMLESS = frozenset("’‘“”–—…„«»·")
"""Marks of which no row is damage: where nothing else stands beside ASCII, no second look is needed."""

_SHORT = 24  # signs of a run that is likely to come again
_RUN = pattern("[^\x00-\x7f]+")

# What the lead bytes of UTF-8 and the bytes after them look like in any codec; leads in scripts other than Latin
# apart, which keeps false alarms down.
LEADS = (
    "\xa0¤¬\xad´·»À-ÆÈ-ÛÝ-íïðõ÷ý-ăĆćČ-đĖĘ-ěĞğĪıĹ-ļŁŃŅŇŐŒœŕŘŠšŮŰŲŸƒ\u05b2-\u05b6\u05bb\u05be-\u05c2\u05f3\u05f4"
    "\u064b\u0e31\u0e37-\u0e39\u0e4f\u0e50–—‘-‚“-„‡…‰⁄€№∆√∞∩≈≡─┌┘├┬┼═╒-╔╘-╚╞╠╤-╬█◊\uf8ff"
)
FOLLOWERS = (
    "\x80-ÂÄ-ÇÉÑÖ-ØÜß-ïñ-üÿĄ-ćČčĘ-ĚĹĺĽľŁłŐ-œŖŗŚśŞ-šŤťůŸ-žƒˆˇ˘˛-˝ͺ΄-ΆΈ-ΊΌΎΏΩπЂ-ЄІ-ЊА-пђ-єіїљњҐґ\u060c\u061b\u061f"
    "\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u0e01-\u0e1f\u200c\u200d–-―‘-‚“-„†-•…‰‹›₧₪€₯™∂∏"
    "∑∞∫≠≤≥⌐│┐┤║╕-╗╛-╝╡-╣░-▓"
)
FOREIGN_LEADS = (
    "µΒ-ΖΘΛΞ-ΡΣΦ-ΩαβδοπστφЁЋЎБ-ЖЛО-ЩЫЮ-вдез-кн-ртфцыьяѕќў\u05d2\u05df\u05e0\u0622-\u0626\u062b\u062e-\u0632"
    "\u0637\u0638\u0e22-\u0e26\u0e2b\u0e2e-\u0e30\u0e32\u0e40\u0e42"
)
FOREIGN_FOLLOWERS = (
    "\x80-ÂÄ-ÇÉÑÖ-ØÜà-âä-ïñ-ôö-üÿŒœƒˆ˜ͺ΄-ΆΈ-ΊΌΎΏЁ-ЌЎ-адмнё-ќўџҐґ\u060c\u061b\u061f\u0679\u067e\u0686\u0688\u0691"
    "\u0698\u06a9\u06af\u06ba\u06be\u0e01-\u0e1f\u200c\u200d–-―‘-‚“-„†-•…‰‹›₧₪€₯№™∙√∞≈≠≤≥⌐⌠⌡─│┌┐└┘├┤┬┴┼═-╬▀▄█▌▐-▓"
    "■"
)

# The sorts of suspicion, each looked into by one stage: signs, and what must follow them.
_FORMS: Mapping[str, Mapping[str, str]] = {
    "pair": {LEADS: f"(?=[{FOLLOWERS}])", FOREIGN_LEADS: f"(?=[{FOREIGN_FOLLOWERS}])"},
    "lost": {"âăвагð": f"(?=[€Ђ](?![{FOLLOWERS}]))", "ÄÅÏÐÑĂĹ": f"(?![{FOLLOWERS}])", "\ufffd": ""},
    "lone": {"ÂÃâГ": "", "½": "(?=í)"},
    "c1": {"\x80-\x9f": ""},
    "asian": {SIGNS: ""},
    "hidden": {"\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc": ""},
    "mark": {"\u0300-\u036f\u0653-\u0655\u1161-\u1175\u11a8-\u11c2\u3099\u309a": ""},
    "surrogate": {"\ud800-\udfff": ""},
}
_CONTROLS = {"\x00-\x08\x0b\x0e-\x1f\x7f": ""}


def _any_of(*forms: Mapping[str, str]) -> re.Pattern[str]:
    """All forms as one class, which is scanned fast, and then by the sign that it found."""
    rests = {signs: rest for form in forms for signs, rest in form.items()}
    alone = "".join(signs for signs, rest in rests.items() if not rest)
    others = [f"(?<=[{signs}]){rest}" for signs, rest in rests.items() if rest]
    return pattern(f"[{''.join(rests)}](?:" + "|".join(others + [f"(?<=[{alone}])"] * bool(alone)) + ")")


SORTS = {sort: _any_of(form) for sort, form in _FORMS.items()}
_ANY = _any_of(*_FORMS.values())
_NOT_ASIAN = _any_of(*(form for sort, form in _FORMS.items() if sort != "asian"))
SUSPICIOUS = _any_of(*_FORMS.values(), _CONTROLS)
"""All of these, and C0 controls: without a match a stretch is settled."""


class Run(NamedTuple):
    """Non-ASCII signs in a row, between ASCII or the ends of the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the run ends."""
        return self.start + len(self.text)


Suspects = Mapping[str, Sequence[Run]]


def unusual(raw: bytes) -> bytes:
    """What stands in ``raw``, UTF-8, beside plain ASCII and harmless marks: nothing for most texts.

    >>> unusual("“It’s on – again,” she said.".encode()), unusual("L’été".encode()).decode()
    (b'', '’éé')
    """
    rest = raw.translate(None, _PLAIN)
    if 2 * len(rest) > len(raw):  # no text is made of marks
        return rest
    return b"" if HARMLESS.issuperset(rest.decode("utf-8", "surrogatepass")) else rest


def suspects(text: str, raw: bytes) -> Suspects:
    """The runs of ``text`` (``raw`` in UTF-8) that deserve a second look, by the sort of suspicion.

    >>> text = "Russia‚Äôs “own” words"
    >>> suspects(text, text.encode())["pair"]
    [Run(start=6, text='‚Äô')]
    """
    words = raw.translate(_BLANKED).split()
    try:
        distinct = b" ".join(set(words)).decode()
    except UnicodeDecodeError:  # surrogates, which decode slowly
        return suspects_within(text, [Span(0, len(text))])
    if not _ANY.search(distinct):
        return {}
    sorts = _sorted_out(distinct.split(" "))
    suspected = {word.encode(): word for word in sorts}
    return _by_sort(_placed(text, (suspected[word] for word in words if word in suspected)), sorts)


def suspects_within(text: str, spans: Iterable[Span]) -> Suspects:
    """The same for the runs inside sorted, disjoint ``spans``."""
    runs = [Run(match.start(), match[0]) for span in spans for match in _RUN.finditer(text, *span)]
    return _by_sort(runs, _sorted_out({run.text for run in runs}))


def exact_pair(text: str, start: int, end: int) -> int:
    """The first place in ``text[start:end]`` where a sign that may begin a damaged character stands before one that
    may go on, or ``end``.

    >>> exact_pair("“‚Äô“‚Äô", 0, 8), exact_pair("“‚Äô“‚Äô", 2, 8), exact_pair("é!", 0, 2)
    (1, 5, 2)
    """
    follow = followers()
    for at in range(start, end - 1):
        if text[at + 1] in follow.get(text[at], ""):
            return at
    return end


def paired(text: str) -> bool:
    """Whether there is such a sign in ``text``."""
    follow = followers()
    beginning_first = (text[:_SHORT], text)
    return any(second in follow.get(first, "") for some in beginning_first for first, second in set(pairwise(some)))


def _sorted_out(runs: Collection[str]) -> Mapping[str, Sequence[str]]:
    """The sorts of suspicion that ``runs`` raise; left out are those that hold nothing suspicious."""
    joined = " ".join(runs)
    found = {run: sorts for run in runs if (sorts := _sorts(run))} if _NOT_ASIAN.search(joined) else {}
    asian = [run for run in runs if SIGN.search(run)] if SIGN.search(joined) else ()
    if asian and (misread := misread_among(asian)):
        found |= {run: (*found.get(run, ()), *["asian"] * (run in misread)) for run in asian}
    return found


def _sorts(run: str) -> tuple[str, ...]:
    return (_remembered_sorts if len(run) <= _SHORT else _remembered_sorts.__wrapped__)(run)


@functools.lru_cache(1 << 12)
def _remembered_sorts(run: str) -> tuple[str, ...]:
    """The sorts of suspicion that one run raises, but for East Asian signs, which are looked at together."""
    found = (sort for sort, pattern in SORTS.items() if sort != "asian" and pattern.search(run))
    return tuple(sort for sort in found if sort != "pair" or paired(run))


def _placed(text: str, runs: Iterable[str]) -> Iterator[Run]:
    """Where ``runs`` stand; they come in order, and no run that is left out holds one of them."""
    at = 0
    for run in runs:
        start = text.find(run, at)
        at = start + len(run)
        yield Run(start, run)


def _by_sort(runs: Iterable[Run], sorts: Mapping[str, Sequence[str]]) -> Suspects:
    found: dict[str, list[Run]] = {}
    for run in runs:
        for sort in sorts.get(run.text, ()):
            found.setdefault(sort, []).append(run)
    return found
