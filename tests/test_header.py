"""The head of an article: headline, deck, bylines, dates and what stands between, by position and neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import Hints, normalise, tables
from newsnorm.header import caption_line, head, header_line
from newsnorm.header.title import MEASURES
from newsnorm.label import nameless
from newsnorm.model import Block, Kind

BODY = [
    "The storm hit the coast on Monday night, and nine people were hurt, officials in the city said.",
    "Schools stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be.",
]


def blocks_of(text):
    """One open block a line, blank lines apart, as the labels leave them."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        kind, rule = (Kind.PARAGRAPH, nameless(line.strip())) if line.strip() else (Kind.BLANK, "blank")
        blocks.append(Block(start, start + len(line), kind, rule))
        start += len(line)
    return blocks


def settled(*lines, hints=None):
    """Kind and text of every block of an article with these lines above its body."""
    text = "\n".join([*lines, *BODY])
    blocks = head(text, blocks_of(text), hints).blocks
    return [(block.kind.value, text[block.start : block.end].strip()) for block in blocks]


def of_kind(kind, *lines, hints=None):
    return [text for found, text in settled(*lines, hints=hints) if found == kind]


LINES = [
    ("By Ann Lee", ["byline"]),
    ("Anna Lee", ["byline"]),
    ("By", ["byline"]),
    ("By NBC News", ["byline"]),
    ("January 5, 2024", ["published"]),
    ("Updated: Jan. 5, 2024, 1:59 p.m.|", ["updated"]),
    ("Anna LeePublished Jul 17, 2024, 11:21am|Updated Jul 17, 2024, 6:39pm", ["byline", "published", "updated"]),
    ("Published Aug 28, 2024 • Last updated 1 hour ago • 4 minute read", ["published", "updated", "chrome"]),
    ("Artikel veröffentlicht am 28. April 2024, 14:26 Uhr, Anna Lee", ["published", "byline"]),
    ("Anna Lee December 22, 2023 Comment Now!", ["byline", "published", "chrome"]),
    ("5 min read", ["chrome"]),
]
NO_HEADER_LINES = [
    "Officials said on January 5, 2024 that nine people were hurt in the storm",
    "By Monday, officials said, the storm had passed",
    "Storm hits coast",
    "World News",
    "Author Ann Lee, from the coast, said that she had thought of the boats before the storm came, and of them only.",
    "Stadt ruft Notstand aus",
    "Trump on Twitter (Dec 26) - Taxes",
    "",
    "\n",
    "x" * 400,
]


@pytest.mark.parametrize(("line", "kinds"), LINES)
def test_header_line(line, kinds):
    """A header line comes apart into what it says."""
    assert [block.kind.value for block in header_line(line, 0, len(line))] == kinds


@pytest.mark.parametrize("line", NO_HEADER_LINES)
def test_no_header_line(line):
    """A line that says anything else is left alone."""
    assert header_line(line, 0, len(line)) == ()


@given(st.text(alphabet="By Ann Lee 5.1/2024 Jan,|•()©\n", max_size=120), st.integers(0, 5))
def test_lines_are_tiled(line, start):
    """The blocks of a line fill it, in order, each of them with something."""
    text = "x" * start + line
    for blocks in (header_line(text, start, len(text)), caption_line(text, start, len(text))):
        edges = [edge for block in blocks for edge in (block.start, block.end)]
        assert edges[:1] in ([], [start])
        assert edges[-1:] in ([], [len(text)])
        assert edges[1:-1:2] == edges[2:-1:2]
        assert all(block.start < block.end for block in blocks)


def test_headline_among_menus():
    """The line whose words come back in the body is the headline, not a menu above it."""
    assert of_kind("headline", "Sign in", "Weather and traffic", "Storm hits coast hard", "By Ann Lee") == [
        "Storm hits coast hard"
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Parliament votes on Tuesday", "Team of the week named"), ("By Ann Lee",)),  # other stories above
        (("How the storm came to the coast (1:39)",), ("By Ann Lee",)),  # a film
        (("Weather",), ("Officials say it was the worst for years", "By Ann Lee", "January 5, 2024")),  # a deck
        (("Sign in",), ("January 5, 2024", "Parliament votes on Tuesday")),  # another story below
        ((), ("January 5, 2024", "Storm hits coast hard", "By Ann Lee")),  # the same line again
    ],
)
def test_headline_among_others(above, below):
    """Headlines of other stories, films and the deck are none; of a line that stands twice the first is it."""
    assert of_kind("headline", *above, "Storm hits coast hard", *below) == ["Storm hits coast hard"]
    assert settled(*above, "Storm hits coast hard", *below)[len(above)] == ("headline", "Storm hits coast hard")


def test_crosshead_is_no_headline():
    """A text that opens with a paragraph has no headline below it, but where a byline or a date follows."""
    assert of_kind("headline", BODY[1], "What happens next") == []
    assert of_kind("headline", BODY[1], "Storm hits coast hard", "By Ann Lee") == ["Storm hits coast hard"]


def test_every_measure_has_a_weight():
    """The table of weights names the measures of a candidate, in their order."""
    rows = [row.split("\t") for row in tables.rows("headline.tsv")]
    assert [name for name, _ in rows] == list(MEASURES)


def test_no_headline():
    """A text that begins with its body has no headline."""
    assert of_kind("headline") == []


@pytest.mark.parametrize(
    "line",
    [
        f"{BODY[0][:-1]}… [+1234 chars]",
        f"<p>{BODY[0]}</p><p>{BODY[1]}</p>",
        "Nine people were hurt in the storm. Schools stay closed on Monday",
    ],
)
def test_a_line_that_is_a_text(line):
    """A text of one line that has more than a headline has is its body, not its headline."""
    document = normalise(line)
    assert (document.headline, document.body) == (None, line.removesuffix(" [+1234 chars]"))


def test_known_headline():
    """A headline that the caller knows is taken, however it looks."""
    assert of_kind("headline", "Broken", "Storm hits coast hard", hints=Hints(headline="Broken")) == ["Broken"]


def test_deck_and_path():
    """A sentence between headline and byline is the deck; a path of links is the section."""
    lines = ("Home / World / Storms", "Storm hits coast hard", "Nine people are hurt in one night.", "By Ann Lee")
    assert of_kind("deck", *lines) == ["Nine people are hurt in one night."]
    assert of_kind("section", *lines) == ["Home / World / Storms"]


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("By Ann Lee",), ["By Ann Lee"]),
        (("By", "Ann Lee", "Bo Berg"), ["By\nAnn Lee\nBo Berg"]),
        (("By", "Ann Lee", ",", "Bo Berg", "and", "Eva Cruz"), ["By\nAnn Lee\n,\nBo Berg\nand\nEva Cruz"]),
        (("Xiulan Ngcobo", "January 5, 2024"), ["Xiulan Ngcobo"]),
        (("Anna Lee",), ["Anna Lee"]),
        (("Anna Lee", "Peter Berg"), ["Anna Lee\nPeter Berg"]),
        (("Peter Berg", "By Ann Lee"), ["By Ann Lee"]),
        (("World", "Culture", "More", "Anna Lee", "Weather", "Shops"), []),
        (("Edited by Bo Berg", "Anna Lee", "January 5, 2024"), ["Anna Lee"]),
    ],
)
def test_byline(lines, byline):
    """The line that is announced best is the byline; a name that nothing announces is none."""
    assert of_kind("byline", "Storm hits coast hard", *lines) == byline


def test_subject_is_no_author():
    """A bare name that the article is about is no byline."""
    assert of_kind("byline", "Mayor Berg resigns after storm hits coast", "Anna Berg") == []


def test_role_is_a_note():
    """A role below the name is a note on the author."""
    assert of_kind("author_note", "Storm hits coast hard", "By Ann Lee", "Chief Weather Reporter") == [
        "Chief Weather Reporter"
    ]


def test_dates():
    """The dates below the headline count, today's date above it does not, nor what is counted from today."""
    lines = ("Sunday, January 7, 2024", "Storm hits coast hard", "By Ann Lee", "2 days ago", "January 5, 2024")
    assert of_kind("published", *lines) == ["January 5, 2024"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("박준석 기자 외 1명", ("박준석",)),
        ("By Ann Lee, one of the authors of a letter on storms. Lee has covered harbours for years.", ("Ann Lee",)),
        ("By Monday, officials said, it had rained for a week in the city and in its harbour.", ()),
        ("A Light Filled Loft", ()),
        ("OJ L", ()),
    ],
)
def test_what_announces_a_name(line, authors):
    """A reporter's title announces a name, and a byline may go on as a sentence about its author."""
    assert normalise("\n".join(["Storm hits coast hard", line, *BODY])).authors == authors


def test_names_around_a_byline():
    """Names on the lines above and below the byline that is announced best belong to it."""
    names = ("Ann Lee – Reporter", "Eva Cruz – Reporter in Paris", "At the harbour", "January 5, 2024")
    assert normalise("\n".join(["Storm hits coast hard", *names, *BODY])).authors == ("Ann Lee", "Eva Cruz")


def test_dates_until():
    """A date until which something can be had is not when the text was published."""
    lines = ("Storm hits coast hard", "Video: 02:57. Available until January 9, 2024", "January 5, 2024")
    assert of_kind("published", *lines) == ["January 5, 2024"]


@pytest.mark.parametrize(
    "line",
    ["He was arrested on May 5, 2022.", "On May 5, 2022 he was arrested.", "Er wurde am 5. Mai 2022 verhaftet."],
)
def test_short_sentences_with_a_date(line):
    """A short sentence of the body that has a date is no line of the head, and what stands above it no deck."""
    document = normalise("\n".join(["Storm hits coast hard", "By Ann Lee", *BODY, line, *BODY[::-1]]))
    assert (document.headline, document.published) == ("Storm hits coast hard", None)
    assert document.paragraphs == (*BODY, line, *BODY[::-1])


def test_a_date_below_the_body():
    """A date some paragraphs below the byline takes nothing above it out of the body."""
    lines = ["Storm hits coast hard", "By Ann Lee", *BODY, "Published on May 5, 2022.", *BODY[::-1]]
    document = normalise("\n".join(lines))
    assert document.headline == "Storm hits coast hard"
    assert document.paragraphs == (*BODY, *BODY[::-1])


def test_dates_like_a_sentence():
    """A line of dates is no paragraph, though its last sign is a full stop."""
    line = "PUBLISHED: January 5, 2024 at 1:49 p.m. | UPDATED: January 5, 2024 at 2:01 p.m."
    assert [kind for kind, _ in settled("Storm hits coast hard", line)][:3] == ["headline", "published", "updated"]
    kinds = [kind for kind, _ in settled("Storm hits coast hard", f"By Ann Lee | {line}")]
    assert kinds[:4] == ["headline", "byline", "published", "updated"]


def test_first_published():
    """Of several dates the one that says so is when the text was published first."""
    lines = ("Storm hits coast hard", "By Ann Lee", "Fri 5 Jan 2024", "First published on Thu 4 Jan 2024", *BODY)
    assert normalise("\n".join(lines)).published.text == "First published on Thu 4 Jan 2024"


def test_dateline():
    """A dateline is apart from its paragraph, and a reporter in it is a byline."""
    text = "Storm hits coast hard\nKYIV (AP) — " + BODY[0]
    assert [b.kind.value for b in head(text, blocks_of(text)).blocks] == ["headline", "dateline", "paragraph"]
    text = "橋が落ちた、けが人も\n【ソウル＝山田太郎】" + "橋が川に落ちた。" * 20
    assert [b.kind.value for b in head(text, blocks_of(text)).blocks][1:3] == ["dateline", "byline"]


def test_labelled_lines_stay():
    """What a rule named above the body stays what it is."""
    text = "\n".join(["Storm hits coast hard", "By Ann Lee", *BODY])
    blocks = blocks_of(text)
    blocks[1] = blocks[1]._replace(kind=Kind.CHROME, rule="chrome.nav.menu")
    assert head(text, blocks).blocks[1] == blocks[1]


@given(
    st.lists(
        st.sampled_from(["By Ann Lee", "By", "Anna Lee", "5 Jan 2024", "Storm hits coast", "", *BODY]), max_size=12
    )
)
def test_nothing_is_lost(lines):
    """The head is tiled as the text was, whatever stands there."""
    text = "\n".join(lines)
    assert "".join(text[block.start : block.end] for block in head(text, blocks_of(text)).blocks) == text


def test_a_lone_sentence_is_the_body():
    """Where nothing but one sentence stands among the furniture, it is the body and no headline."""
    text = "Skip to content\nNine people fled the border town on Monday, he said.\nMost Read\n"
    document = normalise(text)
    assert (document.headline, document.body) == (None, "Nine people fled the border town on Monday, he said.")


def test_a_body_is_no_deck():
    """More than two paragraphs above a date are the body; one or two short ones are a deck."""
    paragraph = "The storm reached the coast on Monday night, and nine people were hurt, officials said.\n"
    text = "Storm hits coast as thousands flee\n" + 3 * paragraph + "January 5, 2024\n" + 3 * paragraph
    assert normalise(text).deck is None
