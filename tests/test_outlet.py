"""The outlet: what the title, the byline and the copyright line name, and what is none."""

from __future__ import annotations

import pytest

from newsnorm import Hints, normalise
from newsnorm.outlet import same_outlet

BODY = "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said on Tuesday."
MORE = (
    "Schools will stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be."
)


def outlet(*lines):
    return normalise("\n".join(lines), kind="article").outlet


def page(first, *last):
    return outlet(first, "Storm hits the coast hard", "By Ann Lee", BODY, MORE, *last)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Storm hits the coast hard | The Daily Star", "The Daily Star"),
        ("Storm hits the coast hard | Nord | Hafenkurier", "Hafenkurier"),
        ("Storm hits the coast hard - National | Harbournews.ca", "Harbournews.ca"),
        ("Storm hits the coast hard - hafenkurier.de", "hafenkurier.de"),
        ("Storm on the coast: what we know about it | The Daily Star", "The Daily Star"),
        ("Harbour.lu | News | Storm hits the coast hard", "Harbour.lu"),
    ],
)
def test_behind_the_title(title, name):
    """The last part of the page's title that may be a name is the outlet; an address is one before it, too."""
    assert page(title) == name


@pytest.mark.parametrize("last", ["The Harbour Post", "© 2024 Harbour Post Media Inc."])
def test_behind_a_dash(last):
    """Behind a dash a name counts that stands alone somewhere or holds the rights."""
    assert page("Storm hits the coast hard - The Harbour Post", "The Harbour Post") == "The Harbour Post"
    assert page("Storm hits the coast hard - nobody knew", last) != "nobody knew"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2024 The Daily Star. All rights reserved.", "The Daily Star"),
        ("Copyright © 2001-2024 Harbour Times Ltd.", "Harbour Times"),
        ("© Hafen Zeitung GmbH 2001 – 2024", "Hafen Zeitung"),
        ("Copyright 2024 harbourpost.com. All rights reserved. Read our terms.", "harbourpost.com"),
        (
            "The Daily Star is a part of Star Media Group. © 2024 The Daily Star, LLC. All Rights Reserved.",
            "The Daily Star",
        ),
        ("© 2024 Star Media Group, Inc.", None),
        ("© 2024 Ann Lee", None),
        ("© 2024. All rights reserved.", None),
        ("© 2024 The Associated Press. All rights reserved.", None),
        ("© Daily Star / Ann Lee", None),
        ("Copyright policy", None),
    ],
)
def test_copyright_line(line, name):
    """The owner is the outlet without years and company form; a person, an agency and a holding are none."""
    assert outlet("Storm hits the coast hard", "By Bo Berg", BODY, MORE, line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Lee for The Daily Star", "The Daily Star"),
        ("By Ann Lee For Dailystar.Com Jan. 5, 2024", "Dailystar.Com"),
        ("By Ann Lee, The Daily Star", "The Daily Star"),
        ("By NBC News", "NBC News"),
        ("By Ann Lee", None),
        ("By Ann Lee for The Associated Press", None),
        ("Von Ann Lee, Redakteurin für Wirtschaft", None),
    ],
)
def test_byline(line, name):
    """Whom the author writes for is the outlet, unless it is an agency."""
    assert outlet("Storm hits the coast hard", line, BODY, MORE) == name


@pytest.mark.parametrize(
    "title",
    [
        "Storm hits the coast hard | Sport",
        "Storm hits the coast hard | London",
        "Storm hits the coast hard | Dogs, cats",
    ],
)
def test_no_outlet_behind_the_title(title):
    """A section, a place and a list are no outlets."""
    assert page(title) is None


def test_a_mast_is_no_headline():
    """The name of the outlet with the words that lead home is chrome, and the title above it names the outlet."""
    document = normalise(f"Storm hits the coast hard | Star News\nStar News - back to home\nBy Ann Lee\n{BODY}\n{MORE}")
    assert document.outlet == "Star News"
    assert document.headline.startswith("Storm hits")


def test_text_first_then_hint():
    """What the caller knows counts where the text is silent; a disagreement is a note."""
    silent = normalise(f"Storm hits the coast hard\n{BODY}\n", hints=Hints(outlet="Harbour Post"))
    assert (silent.outlet, silent.notes) == ("Harbour Post", ())
    told = f"Storm hits the coast hard | The Daily Star\n{BODY}\n"
    assert normalise(told, hints=Hints(outlet="dailystar.com")).notes == ()
    document = normalise(told, hints=Hints(outlet="Harbour Post"))
    assert document.outlet == "The Daily Star"
    assert [note.code for note in document.notes] == ["hint.outlet"]


def test_transcripts_have_none():
    """A transcript names an outlet by the caller's word only."""
    assert normalise("1\n00:00:01,000 --> 00:00:02,000\n© 2024 The Daily Star\n").outlet is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Daily Star", "dailystar.com", True),
        ("DIE ZEIT", "ZEIT ONLINE", True),
        ("Star", "Post", False),
        ("", "Post", False),
    ],
)
def test_same_outlet(one, other, same):
    """Articles, case, blanks and domains do not part two names."""
    assert same_outlet(one, other) is same
