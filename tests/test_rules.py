"""Rules: the examples of every rule that ships, what a set of rules answers, and what is wrong with a broken file."""

from __future__ import annotations

from collections import Counter

import pytest

from newsnorm import normalise
from newsnorm.model import Kind
from newsnorm.rule import Rule, RuleError, parse
from newsnorm.rules import RuleSet, default, folded

RULES = default().rules


def examples(field):
    """Every example of a field, with an id that names its rule and its number."""
    return [
        pytest.param(rule, line, id=f"{rule.id}-{field}-{number}")
        for rule in RULES
        for number, line in enumerate(getattr(rule, field), 1)
    ]


@pytest.mark.parametrize(("rule", "line"), examples("yes"))
def test_yes(rule, line):
    """A line of ``yes`` is named by its rule, not by an earlier one."""
    found = default().match(line)
    assert found is not None
    assert found.id == rule.id


@pytest.mark.parametrize(("rule", "line"), examples("no"))
def test_no(rule, line):
    """A line of ``no`` is not named by its rule."""
    found = default().match(line)
    assert found is None or found.id != rule.id


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_examples(rule):
    """A rule shows what it names and what it leaves alone."""
    assert rule.yes
    assert rule.no


def test_ids_are_unique():
    """No two rules have one id, in whatever files they stand."""
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_phrases_are_unique():
    """A phrase stands in one rule, once: the order of the rules decides nothing."""
    lines = Counter(folded(line) for rule in RULES for line in rule.lines)
    starts = Counter(start for rule in RULES for start in rule.starts)
    assert [phrase for phrase, times in (lines + starts).items() if max(lines[phrase], starts[phrase]) > 1] == []


FAMILIES = set("account advert appeal comment export form furniture legal media nav promo related social".split())


def test_families_are_those_of_the_docs():
    """A chrome rule belongs to one of the thirteen families."""
    assert {rule.id.split(".")[1] for rule in RULES if rule.id.startswith("chrome.")} == FAMILIES


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("READ MORE", "read more"),
        ("Read more »", "read more"),
        ("• Read more:", "read more"),
        ("Editors’ picks", "editors' picks"),
        ("12 comments", "# comments"),
        ("1,204 comments", "#,# comments"),
        ("Straße", "strasse"),
        ("İLGİLİ HABERLER", "ilgili haberler"),
    ],
)
def test_folding(line, phrase):
    """Case, curly apostrophes, signs around a line and the digits of a number do not matter."""
    assert RuleSet((Rule("x", "chrome", lines=[phrase]),)).match(line) is not None


def test_own_rules_are_asked_first():
    """Rules of the caller go before those that ship, and their id is in the block."""
    own = RuleSet((Rule("chrome.nav.mine", "chrome", lines=["home", "harbour desk"]),))
    document = normalise("Home\nHarbour Desk\n", rules=own)
    assert [block.rule for block in document.removed] == ["chrome.nav.mine"] * 2


def test_own_rule_of_another_kind():
    """A rule names any kind of block, not chrome alone."""
    own = RuleSet((Rule("correction.ours", "correction", starts=["we were wrong"]),))
    assert normalise("We were wrong about the bridge.\n", rules=own).blocks[0].kind is Kind.CORRECTION


def test_save_and_load(tmp_path):
    """What is saved is loaded as it was."""
    path = tmp_path / "rules.toml"
    default().save(path)
    assert RuleSet.load(path).rules == RULES


BROKEN = {
    "unknown key 'lins'": 'id = "a"\nkind = "chrome"\nlins = ["x"]',
    "this id stands twice": "[[rule]]\n".join(['id = "a"\nkind = "chrome"\nlines = ["x"]\n'] * 2),
    "it needs lines, starts, ends or a pattern": 'id = "a"\nkind = "chrome"',
    "not a valid Kind": 'id = "a"\nkind = "chrom"\nlines = ["x"]',
    "where is 'top'": 'id = "a"\nkind = "chrome"\nlines = ["x"]\nwhere = "top"',
    "a list of strings is needed": 'id = "a"\nkind = "chrome"\nlines = "x"',
    "has digits; write # for a number": 'id = "a"\nkind = "chrome"\nlines = ["24 hours"]',
    "is shorter than 3 characters": 'id = "a"\nkind = "chrome"\nstarts = ["by"]',
    "use (?:…) for groups": 'id = "a"\nkind = "chrome"\npattern = \'(x)\'',
}


@pytest.mark.parametrize(("message", "table"), BROKEN.items(), ids=BROKEN)
def test_broken_file(message, table):
    """A broken rule file is told by file, rule and fault."""
    with pytest.raises(RuleError) as error:
        parse(f"[[rule]]\n{table}", "my.toml")
    assert str(error.value).startswith("my.toml: rule a: ")
    assert message in str(error.value)


def test_broken_pattern_shows_the_place():
    """A pattern that does not compile is shown with a mark under the fault."""
    with pytest.raises(RuleError, match=r"  x\[\n  ~\^"):
        parse('[[rule]]\nid = "a"\nkind = "chrome"\npattern = \'x[\'', "my.toml")


def test_no_toml_at_all():
    """A file that is no TOML is told by its name."""
    with pytest.raises(RuleError, match=r"my\.toml: "):
        parse("[[rule", "my.toml")
