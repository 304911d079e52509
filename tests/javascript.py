"""A regular expression of Python as JavaScript writes it, near enough to judge how its time grows.

The text is read by Python's own parser, so verbose mode, names and inline flags are gone. Possessive and atomic
groups become ordinary ones, which can only be slower.
"""

from __future__ import annotations

import re
import sys
from functools import reduce
from operator import or_
from re import _constants, _parser

# `\w`, `\d` and `\s`, near enough to tell which overlap: letters of most scripts, and no punctuation.
CATEGORIES = {
    "DIGIT": r"0-9\u0660-\u0669",
    "SPACE": r"\x09-\x0d\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
    "WORD": r"0-9A-Z_a-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u167f\u1681-\u1fff\u2c00-\u2dff\u3005-\ud7ff\uf900-\ufaff",
}
ANCHORS = {
    "AT_BEGINNING": "^",
    "AT_BEGINNING_STRING": "^",
    "AT_END": "$",
    "AT_END_STRING": "$",
    "AT_BOUNDARY": r"\b",
    "AT_NON_BOUNDARY": r"\B",
}
AS_ASKED = {"match": "^(?:{})", "fullmatch": "^(?:{})$"}


def to_javascript(pattern: str, flags: int, method: str = "search") -> tuple[str, str]:
    """The source and the flags of a JavaScript expression that is searched as `method` asks the Python one."""
    parsed = _parser.parse(pattern, flags)
    flags = parsed.state.flags | nested_flags(parsed)
    source = sequence(parsed) if flags & re.DOTALL else sequence(parsed).replace(".", r"[^\n]")
    letters = {re.IGNORECASE: "i", re.MULTILINE: "m", re.DOTALL: "s"}
    chosen = "".join(letter for flag, letter in letters.items() if flags & flag)
    return AS_ASKED.get(method, "{}").format(source), chosen + "u"


def nested_flags(value) -> int:
    """The flags that groups set for themselves, taken for the whole."""
    if not isinstance(value, (_parser.SubPattern, list, tuple)):
        return 0
    own = value[1][1] if len(value) and value[0] is _constants.SUBPATTERN else 0
    return reduce(or_, map(nested_flags, value), own)


def sequence(parsed) -> str:
    return "".join(WRITERS[str(op)](value) for op, value in parsed)


def character_class(members) -> str:
    negated = str(members[0][0]) == "NEGATE"
    return f"[{'^' * negated}{''.join(member(str(kind), value) for kind, value in members[negated:])}]"


def member(kind: str, value) -> str:
    """One part of a character class."""
    if kind == "LITERAL":
        return escaped(value)
    if kind == "RANGE":
        return f"{escaped(value[0])}-{escaped(value[1])}"
    name = str(value).removeprefix("CATEGORY_")
    return complement(CATEGORIES[name.removeprefix("NOT_")]) if name.startswith("NOT_") else CATEGORIES[name]


def complement(ranges: str) -> str:
    """The ranges between those of a category, since a class cannot hold a class of what it leaves out."""
    pairs = re.findall(r"([^-])(?:-([^-]))?", ranges.encode().decode("unicode_escape"), re.DOTALL)
    edges = [-1, *(ord(edge) for first, last in pairs for edge in (first, last or first)), sys.maxunicode + 1]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return "".join(f"{escaped(low + 1)}-{escaped(high - 1)}" for low, high in gaps if high - low > 1)


def repetition(value) -> str:
    least, most, repeated = value
    return f"(?:{sequence(repeated)}){{{least},{'' if most is _constants.MAXREPEAT else most}}}"


def group(value) -> str:
    number, _, _, inner = value
    return f"({'?:' * (number is None)}{sequence(inner)})"


def look_around(value, sign: str) -> str:
    direction, inner = value
    return f"(?{'<' * (direction < 0)}{sign}{sequence(inner)})"


def escaped(code: int) -> str:
    """A character as itself where it is a letter or a digit of ASCII, as an escape otherwise."""
    return chr(code) if chr(code).isalnum() and chr(code).isascii() else f"\\u{{{code:x}}}"


def alternatives(parts) -> str:
    return f"(?:{'|'.join(sequence(part) for part in parts)})"


# The instructions of Python's parser. Of a conditional group either part may follow.
WRITERS = {
    "LITERAL": escaped,
    "NOT_LITERAL": lambda value: f"[^{escaped(value)}]",
    "IN": character_class,
    "ANY": lambda _: ".",
    "FAILURE": lambda _: "(?!)",
    "AT": lambda value: ANCHORS[str(value)],
    "BRANCH": lambda value: alternatives(value[1]),
    "SUBPATTERN": group,
    "ATOMIC_GROUP": lambda value: f"(?:{sequence(value)})",
    "MAX_REPEAT": repetition,
    "MIN_REPEAT": lambda value: repetition(value) + "?",
    "POSSESSIVE_REPEAT": repetition,
    "ASSERT": lambda value: look_around(value, "="),
    "ASSERT_NOT": lambda value: look_around(value, "!"),
    "GROUPREF": lambda value: rf"(?:\{value})",
    "GROUPREF_EXISTS": lambda value: alternatives([value[1], value[2] or ()]),
}
