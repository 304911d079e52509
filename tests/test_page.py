"""The page around an article: what is taken for a page, what the model sets aside, and why."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import Note, Span, normalise, strip_chrome
from newsnorm.label import label
from newsnorm.page import Body, decoder, evidence, features, find_body, lines
from newsnorm.page.frame import find_frame, unclear
from newsnorm.page.model import BIAS, CONFIDENCE, MOST, scores, weights
from newsnorm.page.tokens import split, tokens
from newsnorm.rules import default
from newsnorm.settle.page import around

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


def test_notices_above_the_headline():
    """Two paragraphs in the menu of a page do not open the body: it begins where the model of the page says."""
    notices = ["Quotes are delayed by a quarter of an hour, or more.", "Funds are shown as they were on the last day."]
    page = "\n".join([HEADLINE, *MENU, *notices, *MENU, HEADLINE, "By Ann Lee", *STORY, *FOOTER])
    document = normalise(page)
    assert document.headline == HEADLINE
    assert document.authors == ("Ann Lee",)
    assert document.paragraphs == tuple(STORY)


@pytest.mark.parametrize(
    "line", ["Article continues below", "La suite après la publicité", "after newsletter promotion"]
)
@pytest.mark.parametrize("above", range(1, 5))
def test_an_article_that_goes_on(line, above):
    """What stands right below a line that says so belongs to the body, however long the box above it is."""
    box = ["Sign up to our newsletter", "All that is new in the harbour, every day", "Enter your email address", line]
    page = "\n".join([HEADLINE, *MENU, HEADLINE, "By Ann Lee", *STORY[:above], *box, *STORY[above:], *FOOTER])
    assert normalise(page).paragraphs == tuple(STORY)


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


@pytest.mark.parametrize("running", [False, True])
def test_the_table_names_the_features(running):
    """Every feature has its weights for both kinds of line, and every weight its feature."""
    read = lines.read(PAGE, label(PAGE, default()))
    context = features.context_of(read, find_frame(read))
    assert set(features.columns(context, [0, 1])) == set(weights(running=running)) - {BIAS, CONFIDENCE}


def test_a_score_is_the_sum_of_its_features():
    """What the families and groups of columns are worth by look-up is what their features are worth one by one."""
    read = lines.read(PAGE, label(PAGE, default()))
    frame = find_frame(read)
    found, judged = scores(read, frame, 0.5), 0
    context = features.context_of(read, frame)
    for i in chain(context.others, context.running):
        table = weights(running=read.running[i])
        every = features.columns(context, [i])
        expected = table[BIAS].at(0.5) + sum(table[name].at(0.5) * value for name, (value,) in every.items())
        if abs(expected) < MOST and not frame.start <= i < frame.end:
            judged += 1
            assert found[i] == pytest.approx(expected)
    assert judged


def test_running_text_between_running_text_is_decided_without_the_model():
    """In the densest block, only the lines at its ends are asked."""
    read = lines.read(PAGE, label(PAGE, default()))
    asked = {read.texts[i] for i in chain.from_iterable(unclear(read, find_frame(read)))}
    assert [line for line in STORY if line in asked] == [STORY[0], STORY[-1]]


def test_lines_far_from_running_text_are_decided_without_the_model():
    """A short line is asked in the densest block and near running text, nowhere else."""
    read = lines.read(PAGE, label(PAGE, default()))
    asked = {read.texts[i] for i in unclear(read, find_frame(read))[0]}
    assert "Opinion" not in asked
    assert "Council votes on the new bridge" in asked


def test_words_of_many_lines():
    """Split together, lines give the words that they give one by one, line ends inside them or none at all."""
    rows = ["Storm hits\nthe coast", "", "“Nine” hurt—police", "NINE: hurt"]
    assert split(rows) == [tokens(row) for row in rows]
    assert split([]) == []


NOTICE = [
    "When you visit our website, we store cookies on your browser to collect information about your preferences.",
    "Under the law of the state you have the right to opt out of the sale of your personal information to others.",
    "These cookies are set by our advertising partners, and our privacy policy tells which data they collect on you.",
    "If you do not allow these cookies, you will see less of the advertising that our partners target at your device.",
]


def test_a_notice_is_no_body():
    """A long text about cookies and privacy is not taken for the article, however dense it stands."""
    page = "\n".join([HEADLINE, *MENU, HEADLINE, "By Ann Lee", *STORY[:3], *FOOTER, *NOTICE, *NOTICE[::-1]])
    assert normalise(page).paragraphs == tuple(STORY[:3])


LISTS = {
    "a list": "Country " + " ".join(f"Harbourland{i}" for i in range(150)),
    "code": '<script type="application/json">' + '{"meta":{"blog":{"id":"9","name":"harbour"}}}' * 20 + "</script>",
    "a teaser": "The mayor of the city told reporters on Monday night that the harbour would be closed until ...",
}


@pytest.mark.parametrize("line", LISTS.values(), ids=LISTS)
def test_long_lines_without_sentences_are_no_running_text(line):
    """Lists of choices, code and teasers that break off are long, and no text."""
    assert lines.read(line, label(line, default())).running == [False]


def test_the_words_of_a_line():
    """Words are case folded; signs part them."""
    words = ["storm", "hits", "the", "harbour", "2nd", "time", "基", "辅", "strasse"]
    assert tokens("Storm_hits the «HARBOUR» 2nd-time 基辅 Straße") == words
    assert tokens("Storm_hits the HARBOUR 2nd-time") == words[:6]


def test_evidence_weighs_against_clean_text():
    """More kinds of furniture and more lines around the prose never make a text look cleaner."""
    counts = evidence.Counts(20, 9, 2, 3, 3)
    more = [
        counts._replace(**{name: 2 * value})
        for name, value in counts._asdict().items()
        if name not in ("lines", "running")
    ]
    assert all(evidence.cleanness(other) < evidence.cleanness(counts) for other in more)


@pytest.mark.parametrize(
    ("line", "kept"),
    [("What fishermen say", True), ("Bakery wins prize", False), ("Fishermen: the year in pictures\nSponsored", False)],
)
def test_a_crosshead_in_a_hole(line, kept):
    """A lone line between two paragraphs that says what the second is about is no hole of the body."""
    text = "\n".join([STORY[1], line, STORY[2], ""])
    blocks = label(text, default())
    states = {block.start: "hole" if text[block.start : block.end].strip() in line else "kept" for block in blocks}
    body = Body(states, 0, 0, Note("chrome.page", "", Span(0, 0)))
    assert (around(text, blocks, body) == blocks) is kept


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
