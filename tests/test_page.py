"""The page around an article: what is taken for a page, what the model sets aside, and why."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import normalise, strip_chrome
from newsnorm.label import label
from newsnorm.page import decoder, evidence, features, find_body, lines
from newsnorm.page.frame import find_frame
from newsnorm.page.model import BIAS, CONFIDENCE, MOST, scores, weights
from newsnorm.rules import default

MENU = ["Home", "News", "Sports", "Opinion", "Weather", "Obituaries", "Subscribe", "Sign in", "Search", "Menu"] * 2
STORY = [
    "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said on Tuesday.",
    "Schools will stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be.",
    "Fishermen had moved their boats to the north of the harbour on Sunday, when the first warning was given.",
    "The last storm of that size hit the harbour in 1987, and the wall that was built after it held this time, too.",
    "Engineers will look at the harbour wall this week, the mayor said, before the next storm reaches the city.",
]
FOOTER = [
    "Most Read",
    "Bakery wins prize for its rye bread",
    "Council votes on the new bridge",
    "About Us",
    "Contact Us",
]
FOOTER += ["Privacy Policy", "Terms of Use", "© 2024 The Harbour Post. All rights reserved."]
HEADLINE = "Storm hits the harbour"
PAGE = "\n".join([HEADLINE, *MENU, HEADLINE, "By Ann Lee", *STORY, *FOOTER])


def test_the_body_of_a_page():
    """Of a page with menus and footer, the story is the body."""
    assert normalise(PAGE).paragraphs == tuple(STORY)


def test_a_page_is_a_note():
    """That there is a page around a text is a note with its counts."""
    (note,) = normalise(PAGE).notes
    assert note.code == "chrome.page"
    assert "lines before" in note.message


def test_chrome_names_its_rule_or_the_model():
    """Every line that is set aside names the rule or the state of the decoder that decided it."""
    rules = {block.rule for block in normalise(PAGE).removed}
    assert {rule for rule in rules if rule.startswith("chrome.model.")} <= {
        "chrome.model.before",
        "chrome.model.hole",
        "chrome.model.after",
    }
    assert {"chrome.nav.menu", "chrome.nav.footer", "chrome.legal.links"} <= rules


def test_nothing_is_lost():
    """What is stripped and what is removed make the page."""
    document = normalise(PAGE)
    kept = strip_chrome(PAGE)
    assert len(kept) + sum(block.end - block.start for block in document.removed) == len(PAGE)


CLEAN = {
    "a story": "\n\n".join(STORY),
    "a story with its header": "\n\n".join([HEADLINE, "By Ann Lee", *STORY]),
    "one paragraph": STORY[0],
    "a poem": "The harbour sleeps\nunder the moon\nand no one keeps\nthe boats till noon\n",
    "Chinese": "周一晚上暴风雨袭击了港口，市政府官员说，有九人受伤。\n市长告诉记者，学校将停课，直到积水退去。\n",
    "code": "def storm(wind):\n    return wind > 30\n\nfor day in week:\n    print(storm(day))\n",
    "a table": "| Club | Points |\n|---|---|\n| Harbour FC | 12 |\n| North End | 9 |\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_clean_text_is_left_alone(text):
    """In a text without a page around it, no line is judged by the model."""
    assert find_body(text, label(text, default())) is None
    assert normalise(text, kind="article").removed == ()


def test_no_body_on_a_page_of_menus():
    """A page that is all navigation has an empty body."""
    document = normalise("\n".join(MENU * 4))
    assert document.body == ""
    assert {note.code for note in document.notes} == {"chrome.page"}


def test_a_reason_in_words():
    """The model says in words what spoke against a line, and how sure that is."""
    page = PAGE.replace("Most Read", "Bread and bridges")
    document = normalise(page)
    (block,) = [block for block in document.removed if document[block].strip() == "Bakery wins prize for its rye bread"]
    reason = document.reason(block)
    assert reason.rule == block.rule
    assert reason.words.startswith(("below the body: ", "in a gap of the body: "))
    assert 0.5 < reason.confidence <= 1


def test_the_table_names_the_features():
    """Every feature has its weights, and every weight its feature."""
    read = lines.read(PAGE, label(PAGE, default()))
    assert set(features.columns(read, find_frame(read))) == set(weights()) - {BIAS, CONFIDENCE}


def test_a_score_is_the_sum_of_its_features():
    """What the families and groups of columns are worth by look-up is what their features are worth one by one."""
    read = lines.read(PAGE, label(PAGE, default()))
    frame, table = find_frame(read), weights()
    every = features.columns(read, frame)
    expected = [table[BIAS].at(0.5)] * len(read)
    for name, column in every.items():
        expected = [score + table[name].at(0.5) * value for score, value in zip(expected, column, strict=True)]
    found = scores(features.measured(read, frame), read, 0.5)
    judged = [i for i, score in enumerate(expected) if not read.named[i] and abs(score) < MOST - 1]
    assert judged
    assert [found[i] for i in judged] == pytest.approx([expected[i] for i in judged])


WORDS = [
    "Storm_hits the «harbour» 2nd-time",
    "isn’t it, she said – no… “never”",
    "基辅 hit by 2 missiles",
    "—",
    "Straße ÉTÉ",
]


@pytest.mark.parametrize("line", WORDS)
def test_words_are_the_same_by_either_way(line):
    """Lines of ASCII and of typographic signs have the words that the expression finds."""
    read = lines.read(line, label(line, default()))
    assert read.words == [[word.casefold() for word in lines.WORD.findall(line)]]


def test_evidence_weighs_against_clean_text():
    """More furniture, more lines around the prose and more repeated lines never make a text look cleaner."""
    counts = evidence.Counts(20, 2, 0.1, 3, 3, 0.1)
    more = [counts._replace(**{name: 2 * value}) for name, value in counts._asdict().items() if name != "lines"]
    assert all(evidence.cleanness(other) < evidence.cleanness(counts) for other in more)


@given(st.lists(st.floats(-6, 6)))
def test_states_follow_each_other(scores):
    """A body begins once, no text ends in a gap, and every line has a state."""
    path = decoder.decode(scores)
    assert len(path) == len(scores)
    assert not path or path[-1] != decoder.HOLE
    steps = set(pairwise(path))
    assert not steps & {(decoder.BEFORE, decoder.HOLE), (decoder.BEFORE, decoder.AFTER), (decoder.KEPT, decoder.BEFORE)}


def test_a_bad_line_between_good_ones_is_a_gap():
    """One line against the body is a gap of it; the body goes on."""
    path = decoder.decode([-4, 4, -4, 4, -4])
    assert [decoder.STATES[state] for state in path] == ["before", "kept", "hole", "kept", "after"]
