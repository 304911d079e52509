"""The small tables of the repair stages: complete, and spelled as rule ids are."""

from __future__ import annotations

import re
import unicodedata

import pytest

from newsnorm.characters import controls
from newsnorm.characters.entities import entities
from newsnorm.characters.lost import RULE
from newsnorm.edits import Revision
from newsnorm.repair import repair


def test_every_c0_control_has_a_name():
    """No control character is taken out without a rule that names it; tabs and line ends are none."""
    named = {char for char in controls._table() if char < "\x80"}
    assert named == {chr(code) for code in (*range(9), 0x0B, *range(0x0E, 0x20), 0x7F)}


def test_names_are_rule_ids():
    """Names are lower-case words joined by hyphens."""
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name, _ in controls._table().values())


@pytest.mark.parametrize("char", sorted(set(controls._table()) - set("\u2028\u2029\x0b")), ids=ascii)
def test_hidden_characters_vanish_from_latin_text(char):
    """Between Latin letters nothing hidden stays."""
    assert repair(f"so{char}cial").after == "social"


@pytest.mark.parametrize("mark", ["\u0300", "\u0301", "\u0302", "\u0308", "\u030a", "\u0327"], ids=unicodedata.name)
def test_letters_are_composed_as_in_unicode(mark):
    """A letter and its accent become what NFC makes of them, and thirty-one marks are left alone."""
    for letter in "aceouAU":
        assert repair(f"({letter}{mark}x)").after == unicodedata.normalize("NFC", f"({letter}{mark}x)")
    assert repair("a" + mark * 31).edits == ()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("AT&amp;T", "AT&T"),
        ("a &lt; b", "a < b"),
        ("&nbsp;", "\xa0"),
        ("&#x1F600;", "😀"),
        ("&#0; &#x110000; &nosuch;", "&#0; &#x110000; &nosuch;"),
        ("fish &amp chips", "fish &amp chips"),
        ("<b>Fish</b> &amp; chips", "<b>Fish</b> &amp; chips"),
        ("&lt;b&gt;Fish&lt;/b&gt; &amp; chips", "&lt;b&gt;Fish&lt;/b&gt; & chips"),
        ("the entities &amp; &quot; &lt;", "the entities &amp; &quot; &lt;"),
        ("&quot;Smith &amp; Sons&quot; &mdash; &hellip;", '"Smith & Sons" — …'),
        ("Fish &amp; chips\n&amp; &quot; &lt; &gt;\nTom &amp; Ann", "Fish & chips\n&amp; &quot; &lt; &gt;\nTom & Ann"),
        ("&bull; &bull; &bull;", "• • •"),
        ("&#1044;&#1072; &#1085;&#1077;&#1090; &#1076;&#1072;", "Да нет да"),
    ],
)
def test_entities_of_plain_text_are_undone(text, plain):
    """Terminated references are undone, but not in HTML, nor where the text speaks of them or a line lists them."""
    assert Revision.make(text, entities(text)).after == plain


def test_inferred_bytes_have_a_rule_of_their_own():
    """What was inferred can be told from what was proven."""
    rules = [edit.rule for edit in repair("They said â€œwait.â€").edits]
    assert rules == ["mojibake.cp1252", RULE]
