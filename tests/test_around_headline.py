"""What stands around the headline: the title of the page, the path to it, the kicker."""

from __future__ import annotations

import pytest

from newsnorm import normalise

BODY = [
    "The storm hit the coast on Monday night, and nine people were hurt, officials in the city said.",
    "Schools stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be.",
]


def article(*lines):
    return normalise("\n".join([*lines, *BODY]), kind="article")


def of_kind(kind, *lines):
    return list(article(*lines).texts_of(kind))


def headlines(*lines):
    return of_kind("headline", *lines)


def test_title_of_the_page():
    """A line that is the headline with the outlet behind it is the title of the page."""
    lines = ("Storm hits coast hard | Daily Star", "Storm hits coast hard", "By Ann Lee")
    assert headlines(*lines) == ["Storm hits coast hard"]


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Storm hits the coast hard | Daily Star", "Storm hits the coast hard"),
        ("Storm hits the coast hard | Nation | Daily Star", "Storm hits the coast hard"),
        ("Storm hits the coast hard - dailystar.com", "Storm hits the coast hard"),
        ("Storm hits the coast hard – nobody knew", "Storm hits the coast hard – nobody knew"),
        ("Let the storm alone, we say | Editorial", "Let the storm alone, we say | Editorial"),
        ("Opinion | Storm hits coast", "Opinion | Storm hits coast"),
    ],
)
def test_title_as_headline(line, headline):
    """Where the page's title is all that names the story, the outlet behind it is no part of the headline."""
    assert headlines(line, "By Ann Lee") == [headline]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Home / World / Storms", "section"),
        ("Du bist hier: Home » Welt » Sturm", "section"),
        ("Storm hits coast hard | Nation | Daily Star", "chrome"),
        ("What we know about the storm on the coast | Nation | Daily Star", "chrome"),
        ("Image: Ann Lee / Bo Berg / Daily Star", "credit"),
    ],
)
def test_path(line, kind):
    """A path begins with a section; a title with two bars is no path, nor is a credit with two slashes."""
    assert of_kind(kind, line, "Storm hits coast hard", "By Ann Lee") == [line]


@pytest.mark.parametrize(
    ("title", "above", "kicker"),
    [
        ("Harbour: Storm hits the coast at night | Post", ("Harbour", ":"), "Harbour"),
        ("Harbour: Storm hits the coast at night | Post", ("Harbour:",), "Harbour:"),
        ("Storm hits the coast at night | Post", ("Harbour", ":"), None),
        ("Storm hits the coast at night | Post", ("HARBOUR",), "HARBOUR"),
    ],
)
def test_kicker(title, above, kicker):
    """A line above the headline is its kicker in capitals, or where the page's title has both with a colon between."""
    menu = ("Sign in", "Weather", "Traffic", "Sports", "Opinion", "Shop", "Jobs", "Newsletters")
    document = article(title, *menu, *above, "Storm hits the coast at night", "By Ann Lee")
    assert (document.headline, document.kicker) == ("Storm hits the coast at night", kicker)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Nine people were hurt when the wall of the harbour broke", "deck"),
        ("Ann Lee (l.) and her deputy look at the wall of the harbour", "caption"),
        ("Mayor Ann Lee, center, and her deputy look at the wall of the harbour", "caption"),
        ("The harbour: Storm hits the coast at night", "chrome"),
    ],
)
def test_what_stands_below_a_headline(line, kind):
    """A caption, known by who stands where, and the title of the page are no deck."""
    assert line in of_kind(kind, "Storm hits the coast at night", line, "By Ann Lee")


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        (("Published", "5 January 2024"), "5 January 2024", None),
        (("Jan. 13, 2025", "Updated:", "Jan. 14, 2025"), "Jan. 13, 2025", "Jan. 14, 2025"),
        (
            ("Veröffentlicht am", "5. Januar 2024", "Aktualisiert am", "6. Januar 2024"),
            "5. Januar 2024",
            "6. Januar 2024",
        ),
    ],
)
def test_cues_above_their_dates(lines, published, updated):
    """A cue alone on the line above a date says what the date is."""
    document = article("Storm hits the coast at night", "By Ann Lee", *lines)
    stamps = (document.published, document.updated)
    assert tuple(stamp and stamp.text for stamp in stamps) == (published, updated)
    assert document.paragraphs == tuple(BODY)


def test_a_word_behind_a_cue_inside_the_line():
    """Behind a cue inside a line a single word is no name, whatever date stands below."""
    assert article("Kühltürme gesprengt", "Rückbau von Kraftwerken", "25.10.2025").authors == ()
    assert article("Kühltürme gesprengt", "Ein Kommentar von Anna Lee", "25.10.2025").authors == ("Anna Lee",)
