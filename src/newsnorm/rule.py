"""One rule and the files that rules stand in: read, checked and written.

What a rule says stands in ``data/rules/*.toml``; how rules are asked about a line is told in `rules.py`.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any

import attrs

from newsnorm.model import REMOVED, Kind
from newsnorm.patterns import pattern

PLACES = ("any", "head", "body", "tail", "outside")
NUMBER = pattern(r"[0-9]+")
DOTTED = "i̇"  # what İ becomes in lower case: i and a dot above
KEY = 3  # an end, or a short start, is found by its last or first three characters


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
    return tuple(value.casefold().replace("’", "'").replace(DOTTED, "i") for value in _strings(values))


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
    the line below belongs to it where it ends with a colon, ``titles`` that titles of other stories stand below it.
    Of the rules of what is set aside only those that are ``long`` name long lines.

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
    titles: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))
    long: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))
    yes: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    no: tuple[str, ...] = attrs.field(default=(), converter=_strings)

    @property
    def named_by_shape(self) -> bool:
        """Whether it has no ``lines`` alone: something is asked of the shape of a line."""
        return bool(self.starts or self.ends or self.pattern)

    @property
    def names_long(self) -> bool:
        """Whether it names lines of any length."""
        return self.long or self.kind not in REMOVED

    def fits(self, key: str, plain: str) -> bool:
        """Whether the folded line ``key`` (digits as ``#``) and ``plain`` (digits kept) has the shape."""
        return (
            (not self.starts or key.startswith(self.starts))
            and (not self.ends or key.endswith(self.ends))
            and (self.pattern is None or re.fullmatch(self.pattern, plain) is not None)
        )


def parse(toml: str, path: str) -> tuple[Rule, ...]:
    r"""The rules of a rule file's text; ``path`` is for messages.

    >>> parse('[[rule]]\nid = "a"\nkind = "chrome"\nlins = []', "my.toml")
    Traceback (most recent call last):
    newsnorm.rule.RuleError: my.toml: rule a: unknown key 'lins'
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


def table(rule: Rule) -> str:
    """A rule as TOML; JSON strings and lists of strings are TOML, too."""
    values = attrs.asdict(rule, filter=lambda field, value: value != field.default)
    rows = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join(("[[rule]]", *rows, ""))
