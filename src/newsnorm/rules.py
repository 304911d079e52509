r"""Rules are data: they name the kind of a whole line.

Here rule files are read, checked, indexed and asked about a line. What a rule says stands in
``data/*.toml``; what a named line means beside its neighbours is decided in `settle.py`.

A rule names a line that equals one of its ``lines``; or that begins with one of its ``starts``, ends
with one of its ``ends`` and matches its ``pattern`` as a whole, as far as it has these. Case never
matters, nor do curly apostrophes, nor arrows, colons and the like around a line; patterns are written in
lower case. A ``#`` in ``lines``, ``starts`` or ``ends`` stands for a run of digits.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Self

import attrs

from newsnorm import tables
from newsnorm.model import REMOVED, Kind
from newsnorm.patterns import pattern

PLACES = ("any", "head", "body", "tail", "outside")
DIGITS = frozenset("0123456789")
NUMBER = pattern(r"[0-9]+")
EDGES = " \t:»›«‹>→←|·•–—-+▼▾▲△×✕"  # signs around a furniture line that do not change what it says
NONE: tuple[Rule, ...] = ()
KEY = 3  # an end, or a short start, is found by its last or first three characters
CASES = (str.lower, str.capitalize, str.title, str.upper)  # in which a line may begin
EDGE = 80  # so many characters at either end of a long line are asked
LONG_KEY = 6  # a longer start by more, since too many lines begin with `the`


class RuleError(ValueError):
    """A rule file is broken; the message names the file, the rule and the place.

    >>> RuleError("my.toml", "chrome.promo.shop", "no examples in yes")
    RuleError('my.toml: rule chrome.promo.shop: no examples in yes')
    """

    def __init__(self, path: str, rule: str, message: str) -> None:
        super().__init__(f"{path}: rule {rule}: {message}" if rule else f"{path}: {message}")


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    if isinstance(values, str) or not all(isinstance(value, str) for value in values):
        message = "a list of strings is needed"
        raise ValueError(message)
    return tuple(values)


def _phrases(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value.casefold().replace("’", "'") for value in _strings(values))


def _a_place(_rule: Rule, _field: attrs.Attribute[str], value: str) -> None:
    if value not in PLACES:
        message = f"where is {value!r}, not one of {', '.join(PLACES)}"
        raise ValueError(message)


@attrs.frozen
class Rule:
    """One way to recognise one kind of line, with the examples that prove it.

    ``where`` says where in a page it holds: above its prose (head), between (body), below (tail), or
    above and below (outside). ``until`` makes it the opening of a region that ends with a line which
    begins like one of these, at most ``most`` lines further; without such a line the rule names nothing.
    ``closes`` says that an article is over where this line stands below its body, ``announces`` that
    the line below belongs to it where it ends with a colon. Only rules of parts of an article name long lines.

    >>> Rule("chrome.nav.skip", Kind.CHROME, lines=["skip to content"]).where
    'any'
    """

    id: str
    kind: Kind = attrs.field(converter=Kind)
    lines: tuple[str, ...] = attrs.field(default=(), converter=_phrases)
    starts: tuple[str, ...] = attrs.field(default=(), converter=_phrases)
    ends: tuple[str, ...] = attrs.field(default=(), converter=_phrases)
    pattern: str | None = None
    where: str = attrs.field(default="any", validator=_a_place)
    until: tuple[str, ...] = attrs.field(default=(), converter=_phrases)
    most: int = attrs.field(default=40, validator=attrs.validators.instance_of(int))
    closes: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))
    announces: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))
    yes: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    no: tuple[str, ...] = attrs.field(default=(), converter=_strings)

    @property
    def named_by_shape(self) -> bool:
        """Whether it has no ``lines`` alone: something is asked of the shape of a line."""
        return bool(self.starts or self.ends or self.pattern)

    def fits(self, key: str, plain: str) -> bool:
        """Whether the folded line ``key`` (digits as ``#``) and ``plain`` (digits kept) has the shape."""
        return (
            (not self.starts or key.startswith(self.starts))
            and (not self.ends or key.endswith(self.ends))
            and (self.pattern is None or re.fullmatch(self.pattern, plain) is not None)
        )


@attrs.frozen(eq=False)
class RuleSet:
    """Rules, indexed to be asked about every short line; the first that fits names it.

    >>> rules = RuleSet((Rule("chrome.promo.letter", "chrome", starts=["sign up for our "]),))
    >>> rules.match("Sign up for our newsletter").id
    'chrome.promo.letter'
    >>> rules.match("Sign up for war, they said.")
    """

    rules: tuple[Rule, ...]
    by_id: dict[str, Rule] = attrs.field(init=False, repr=False)
    opening: frozenset[str] = attrs.field(init=False, repr=False)  # the ids of the rules that name what follows
    placed: frozenset[str] = attrs.field(init=False, repr=False)  # of those that hold in some place only
    closing: frozenset[str] = attrs.field(init=False, repr=False)  # of those that close an article
    long_openings: frozenset[str] = attrs.field(init=False, repr=False)  # how the long lines begin that one may name
    _lines: dict[str, Rule] = attrs.field(init=False, repr=False)
    _starts: dict[str, tuple[Rule, ...]] = attrs.field(init=False, repr=False)
    _ends: dict[str, tuple[Rule, ...]] = attrs.field(init=False, repr=False)
    _numbered: frozenset[str] = attrs.field(init=False, repr=False)  # the openings of phrases with a number
    _numbered_last: frozenset[str] = attrs.field(init=False, repr=False)  # the last characters of such ends
    _patterns: tuple[Rule, ...] = attrs.field(init=False, repr=False)
    _any_pattern: re.Pattern[str] | None = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        shaped = [rule for rule in self.rules if rule.named_by_shape]
        patterns = tuple(rule for rule in shaped if not rule.starts and not rule.ends)
        long = [start for rule in self.rules if rule.kind not in REMOVED for start in rule.starts]
        joined = "|".join(f"({rule.pattern})" for rule in patterns)
        table = {
            "by_id": {rule.id: rule for rule in reversed(self.rules)},
            "opening": frozenset(rule.id for rule in self.rules if rule.until or rule.announces),
            "placed": frozenset(rule.id for rule in self.rules if rule.where != "any"),
            "closing": frozenset(rule.id for rule in self.rules if rule.closes),
            "long_openings": frozenset(case(start[:LONG_KEY]) for start in long for case in CASES),
            "_lines": {folded(line): rule for rule in reversed(self.rules) for line in rule.lines},
            "_starts": _index((_key(start), rule) for rule in shaped for start in rule.starts),
            "_ends": _index((end[-KEY:], rule) for rule in shaped if not rule.starts for end in rule.ends),
            "_numbered": frozenset(
                phrase[:KEY] for rule in self.rules for phrase in rule.lines + rule.starts if "#" in phrase
            ),
            "_numbered_last": frozenset().union(*(_last(end) for rule in shaped for end in rule.ends if "#" in end)),
            "_patterns": patterns,
            "_any_pattern": re.compile(joined) if joined else None,
        }
        for name, value in table.items():
            object.__setattr__(self, name, value)

    def match(self, line: str) -> Rule | None:
        """The rule that names ``line``, which has no white space around it; None where none does."""
        plain = folded(line)
        key = NUMBER.sub("#", plain) if self._may_be_numbered(plain) else plain
        if rule := self._lines.get(key):
            return rule
        starts = self._starts.get
        candidates = starts(key[:LONG_KEY], NONE) + starts(key[:KEY], NONE) + self._ends.get(key[-KEY:], NONE)
        for rule in candidates:
            if rule.fits(key, plain):
                return rule
        if self._any_pattern is None:
            return None
        found = self._any_pattern.fullmatch(plain)
        return self._patterns[found.lastindex - 1] if found and found.lastindex else None

    def match_long(self, line: str) -> Rule | None:
        """The rule that names a line of any length by its beginning and its end; None where none does."""
        rule = self.match(line[:EDGE] + line[-EDGE:])
        return rule if rule and rule.kind not in REMOVED else None

    def _may_be_numbered(self, plain: str) -> bool:
        """Whether a line could have a number where a phrase has one; few lines open or end so."""
        opening = plain[:KEY]
        if opening in self._numbered or plain[-1] in self._numbered_last:
            return True
        return not (opening.isalpha() or DIGITS.isdisjoint(opening))

    def extended(self, other: RuleSet) -> RuleSet:
        """These rules with those of ``other`` asked first; of two with one id, that of ``other`` stays."""
        return RuleSet((*other.rules, *(rule for rule in self.rules if rule.id not in other.by_id)))

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a rule file (TOML); raises `RuleError` with the file, the rule and the place in a bad pattern."""
        return cls(parse(Path(path).read_text(encoding="utf-8"), str(path)))

    def save(self, path: str | Path) -> None:
        """Write the rules as a rule file that `load` reads."""
        Path(path).write_text("\n".join(map(_table, self.rules)), encoding="utf-8", newline="\n")


def folded(line: str) -> str:
    """``line`` as rules see it: lower case, straight apostrophes, no signs around it.

    >>> folded("» Editors’ picks:")
    "editors' picks"
    """
    line = line.casefold()
    if "’" in line:
        line = line.replace("’", "'")
    return line if line[-1:].isalnum() and line[0].isalnum() else line.strip(EDGES) or line


def _key(start: str) -> str:
    return start[:LONG_KEY] if len(start) >= LONG_KEY else start[:KEY]


def _last(phrase: str) -> Collection[str]:
    """The character that ends a phrase, or all that may where a number does."""
    return DIGITS if phrase[-1] == "#" else phrase[-1]


def _index(entries: Iterable[tuple[str, Rule]]) -> dict[str, tuple[Rule, ...]]:
    index: dict[str, tuple[Rule, ...]] = {}
    for key, rule in entries:
        if rule not in index.get(key, NONE):
            index[key] = (*index.get(key, NONE), rule)
    return index


def parse(toml: str, path: str) -> tuple[Rule, ...]:
    r"""The rules of a rule file's text; ``path`` is for messages.

    >>> parse('[[rule]]\nid = "a"\nkind = "chrome"\nlins = []', "my.toml")
    Traceback (most recent call last):
    newsnorm.rules.RuleError: my.toml: rule a: unknown key 'lins'
    """
    try:
        tables = tomllib.loads(toml).get("rule", [])
    except tomllib.TOMLDecodeError as error:
        raise RuleError(path, "", str(error)) from None
    rules = tuple(_rule(table, path) for table in tables)
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise RuleError(path, rule.id, "this id stands twice")
        seen.add(rule.id)
    return rules


def _rule(table: dict[str, Any], path: str) -> Rule:
    name = str(table.get("id", "without an id"))
    known = {field.name for field in attrs.fields(Rule)}
    for key in table:
        if key not in known:
            raise RuleError(path, name, f"unknown key {key!r}")
    try:
        rule = Rule(**table)
    except (TypeError, ValueError) as error:
        raise RuleError(path, name, str(error).splitlines()[0]) from None
    for complaint in _complaints(rule):
        raise RuleError(path, name, complaint)
    return rule


def _complaints(rule: Rule) -> Iterable[str]:
    if not (rule.lines or rule.named_by_shape):
        yield "it needs lines, starts, ends or a pattern"
    for phrase in (*rule.lines, *rule.starts, *rule.ends, *rule.until):
        if NUMBER.search(phrase):
            yield f"{phrase!r} has digits; write # for a number"
    for phrase in (*rule.starts, *rule.ends):
        if len(phrase) < KEY:
            yield f"{phrase!r} is shorter than {KEY} characters"
    if rule.pattern is not None:
        yield from _pattern_complaints(rule.pattern)


def _pattern_complaints(pattern: str) -> Iterable[str]:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        yield f"{error.msg}\n  {pattern}\n  {'~' * (error.pos or 0)}^"
    else:
        if compiled.groups:
            yield f"use (?:…) for groups\n  {pattern}"


def _table(rule: Rule) -> str:
    """A rule as TOML; JSON strings and lists of strings are TOML, too."""
    values = attrs.asdict(rule, filter=lambda field, value: value != field.default)
    rows = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join(("[[rule]]", *rows, ""))


@cache
def default() -> RuleSet:
    """The rules that ship with newsnorm.

    >>> default().match("Skip to content").id
    'chrome.nav.skip'
    """
    return RuleSet(tuple(rule for name in tables.names("rules") for rule in parse(tables.text(name), name)))
