r"""Rules are data: they name the kind of a whole line.

Here rules are indexed and asked about a line; a single one, and its file, is read in `rule.py`. What a
named line means beside its neighbours is decided in `settle.py`.

A rule names a line that equals one of its ``lines``; or that begins with one of its ``starts``, ends
with one of its ``ends`` and matches its ``pattern`` as a whole, as far as it has these. Case never
matters, nor do curly apostrophes, nor arrows, colons and the like around a line; patterns are written in
lower case. A ``#`` in ``lines``, ``starts`` or ``ends`` stands for a run of digits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Self

import attrs

from newsnorm import tables
from newsnorm.rule import DOTTED, KEY, NUMBER, Rule, parse, table

DIGITS = frozenset("0123456789")
EDGES = " \t:»›«‹>→←|·•–—-+▼▾▲△×✕"  # signs around a furniture line that do not change what it says
Index = dict[str, tuple[tuple[tuple[str, ...], Rule], ...]]  # the rules with such phrases, by a piece of them
NONE: tuple[tuple[tuple[str, ...], Rule], ...] = ()
CASES = (str.lower, str.capitalize, str.title, str.upper)  # in which a line may begin
LONGEST = 160  # a longer line is long: only rules that say so name it
EDGE = 80  # so many characters at either end of a long line are asked
LONG_KEY = 6  # a longer start by more than `KEY`, since too many lines begin with `the`


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
    _lines: dict[str, Rule] = attrs.field(init=False, repr=False)
    _starts: Index = attrs.field(init=False, repr=False)
    _ends: Index = attrs.field(init=False, repr=False)
    _long_openings: frozenset[str] = attrs.field(init=False, repr=False)  # how the long lines begin that one may name
    _openings: frozenset[str] = attrs.field(init=False, repr=False)  # of short starts, and of phrases with a number
    _numbered_first: frozenset[str] = attrs.field(init=False, repr=False)  # the first characters of such phrases
    _numbered_last: frozenset[str] = attrs.field(init=False, repr=False)  # the last characters of such ends
    _patterns: tuple[Rule, ...] = attrs.field(init=False, repr=False)
    _any_pattern: re.Pattern[str] | None = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        shaped = [rule for rule in self.rules if rule.named_by_shape]
        patterns = tuple(rule for rule in shaped if not rule.starts and not rule.ends)
        long = [start for rule in self.rules if rule.names_long for start in rule.starts]
        ends = [end for rule in shaped for end in rule.ends if "#" in end]
        numbered = [phrase for rule in self.rules for phrase in rule.lines + rule.starts if "#" in phrase]
        short = [start for rule in shaped for start in rule.starts if len(start) < LONG_KEY]
        joined = "|".join(f"({rule.pattern})" for rule in patterns)
        indexes = {
            "by_id": {rule.id: rule for rule in reversed(self.rules)},
            "opening": frozenset(rule.id for rule in self.rules if rule.until or rule.announces or rule.titles),
            "placed": frozenset(rule.id for rule in self.rules if rule.where != "any"),
            "closing": frozenset(rule.id for rule in self.rules if rule.closes),
            "_long_openings": frozenset(case(start[:LONG_KEY]) for start in long for case in CASES),
            "_lines": {folded(line): rule for rule in reversed(self.rules) for line in rule.lines},
            "_starts": _index((_key(start), start, rule) for rule in shaped for start in rule.starts),
            "_ends": _index((end[-KEY:], end, rule) for rule in shaped if not rule.starts for end in rule.ends),
            "_openings": frozenset(phrase[:KEY] for phrase in short + numbered),
            "_numbered_first": frozenset().union(*(_sign(phrase[0]) for phrase in numbered if "#" in phrase[:KEY])),
            "_numbered_last": frozenset().union(*(_sign(end[-1]) for end in ends)),
            "_patterns": patterns,
            "_any_pattern": re.compile(joined) if joined else None,
        }
        for name, value in indexes.items():
            object.__setattr__(self, name, value)

    def match(self, line: str) -> Rule | None:
        """The rule that names ``line``, which has no white space around it; None where none does."""
        if len(line) > LONGEST:
            return self._match_long(line) if line[:LONG_KEY] in self._long_openings else None
        plain = folded(line)
        if rule := self._lines.get(plain):
            return rule
        opening = plain[:KEY]
        if opening in self._openings or plain[0] in self._numbered_first or plain[-1] in self._numbered_last:
            return self._match_shape(NUMBER.sub("#", plain), plain)
        if plain[:LONG_KEY] in self._starts or plain[-KEY:] in self._ends or self._any_pattern:
            return self._match_shape(plain, plain)
        return None

    def _match_shape(self, key: str, plain: str) -> Rule | None:
        """The rule that names the folded line ``key`` (digits as ``#``) and ``plain`` (digits kept) by its shape."""
        if rule := self._lines.get(key):
            return rule
        for opening in (key[:LONG_KEY], key[:KEY]):
            for starts, rule in self._starts.get(opening, NONE):
                if key.startswith(starts) and rule.fits(key, plain):
                    return rule
        for ends, rule in self._ends.get(key[-KEY:], NONE):
            if key.endswith(ends) and rule.fits(key, plain):
                return rule
        if self._any_pattern is None:
            return None
        found = self._any_pattern.fullmatch(plain)
        return self._patterns[found.lastindex - 1] if found and found.lastindex else None

    def _match_long(self, line: str) -> Rule | None:
        """The rule that names a long line by its beginning and its end; None where none does."""
        rule = self.match(line[:EDGE] + line[-EDGE:])
        return rule if rule and rule.names_long else None

    def extended(self, other: RuleSet) -> RuleSet:
        """These rules with those of ``other`` asked first; of two with one id, that of ``other`` stays."""
        return RuleSet((*other.rules, *(rule for rule in self.rules if rule.id not in other.by_id)))

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a rule file (TOML); raises `RuleError` with the file, the rule and the place in a bad pattern."""
        return cls(parse(Path(path).read_text(encoding="utf-8"), str(path)))

    def save(self, path: str | Path) -> None:
        """Write the rules as a rule file that `load` reads."""
        Path(path).write_text("\n".join(map(table, self.rules)), encoding="utf-8", newline="\n")


def folded(line: str) -> str:
    """``line`` as rules see it: lower case, straight apostrophes, no signs around it.

    >>> folded("» Editors’ picks:")
    "editors' picks"
    """
    return line.casefold().replace("’", "'").replace(DOTTED, "i").strip(EDGES) or line


def _key(start: str) -> str:
    return start[:LONG_KEY] if len(start) >= LONG_KEY else start[:KEY]


def _sign(sign: str) -> Collection[str]:
    """What a sign of a phrase stands for: itself, or all digits."""
    return DIGITS if sign == "#" else sign


def _index(entries: Iterable[tuple[str, str, Rule]]) -> Index:
    index: dict[str, dict[int, tuple[tuple[str, ...], Rule]]] = {}
    for key, phrase, rule in entries:
        known = index.setdefault(key, {})
        known[id(rule)] = ((*known.get(id(rule), ((), rule))[0], phrase), rule)
    return {key: tuple(known.values()) for key, known in index.items()}


@cache
def default() -> RuleSet:
    """The rules that ship with newsnorm.

    >>> default().match("Skip to content").id
    'chrome.nav.skip'
    """
    return RuleSet(tuple(rule for name in tables.names("rules") for rule in parse(tables.text(name), name)))
