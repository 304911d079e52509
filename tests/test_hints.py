"""Hints: they tell which line is a part, never what it says; a disagreement is a note."""

from __future__ import annotations

import datetime as dt

import pytest

from newsnorm import Hints, normalise

BODY = "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said on Tuesday."
MORE = (
    "Schools will stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be."
)
HEADLINE = "Storm hits the coast hard"


def read(*lines, **hints):
    return normalise("\n".join([*lines, BODY, MORE]) + "\n", kind="article", hints=Hints(**hints))


def codes(document):
    return [note.code for note in document.notes]


@pytest.mark.parametrize(
    "hint", [HEADLINE, "STORM HITS THE COAST HARD", "Storm hits the coast hard!", f"{HEADLINE} - The Daily Star"]
)
def test_headline(hint):
    """The known headline is found whatever its case and signs, and without the outlet that a feed adds."""
    document = read("Nine hurt in harbour city as storm comes in", HEADLINE, headline=hint)
    assert (document.headline, codes(document)) == (HEADLINE, [])
    assert [block.rule for block in document.blocks_of("headline")] == ["headline.hint"]


def test_headline_by_address():
    """The words of the address tell the headline."""
    url = "https://example.com/news/2024/01/05/storm-hits-the-coast-hard-1234.html?x=1"
    document = read("Nine hurt in harbour city as storm comes in", HEADLINE, url=url)
    assert document.headline == HEADLINE


@pytest.mark.parametrize("url", ["https://example.com/", "https://example.com/a-b-c", "", "x" * 500])
def test_addresses_that_tell_nothing(url):
    """An address without words changes nothing."""
    assert read(HEADLINE, "By Ann Lee", url=url) == read(HEADLINE, "By Ann Lee", url=url)
    assert read(HEADLINE, "By Ann Lee", url=url).headline == HEADLINE


@pytest.mark.parametrize("hint", ["Xyra Quvol", "By Xyra Quvol", "Von Star-online-Redakteurin Xyra Quvol"])
def test_authors(hint):
    """A name that no table knows is found where the caller knows it, and his string is split as a byline is."""
    lines = (HEADLINE, "Something else stands here", "Xyra Quvol", "Politics")
    assert normalise("\n".join([*lines, BODY, MORE]), kind="article").authors == ()
    document = read(*lines, authors=(hint,))
    assert (document.authors, codes(document)) == (("Xyra Quvol",), [])


def test_authors_with_cue():
    """A byline that the caller knows goes before one that he does not."""
    document = read(HEADLINE, "Edited by Bo Berg", "Ann Lee, Harbour Correspondent", authors=("Ann Lee",))
    assert "Ann Lee" in document.authors


def test_authors_are_not_invented():
    """What the text does not say is not said."""
    document = read(HEADLINE, authors=("Ann Lee",))
    assert (document.authors, codes(document)) == ((), [])


def test_disagreements():
    """Where text and caller disagree the text stays, and each disagreement is a note at its place."""
    hints = {"headline": "Bridge falls", "authors": ("Bo Berg",), "published": "2024-02-05"}
    document = read(HEADLINE, "By Ann Lee", "January 5, 2024", **hints)
    assert (document.headline, document.authors) == (HEADLINE, ("Ann Lee",))
    assert codes(document) == ["hint.headline", "hint.authors", "hint.published"]
    assert [document[note.span].strip() for note in document.notes] == [HEADLINE, "By Ann Lee", "January 5, 2024"]


def test_the_day_of_a_zone():
    """A moment with a zone may be another day on the page."""
    lines = (HEADLINE, "By Ann Lee", "January 6, 2024")
    assert codes(read(*lines, published="2024-01-05T23:30:00Z")) == []
    assert codes(read(*lines, published="2024-01-05")) == ["hint.published"]


def test_known_day_among_dates():
    """Of two dates the one that the caller knows is that of the publication."""
    lines = (HEADLINE, "January 2, 2024", "By Ann Lee", "January 5, 2024")
    assert read(*lines, published="2024-01-05").published.value == dt.date(2024, 1, 5)
    assert read(*lines).published.value == dt.date(2024, 1, 2)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("2 hours ago", "2024-01-05T16:46:00+00:00"),
        ("vor 3 Stunden", "2024-01-05T15:46:00+00:00"),
        ("hace 2 horas", "2024-01-05T16:46:00+00:00"),
        ("gestern", "2024-01-04"),
        ("Gestern, 18:46 Uhr", "2024-01-04T18:46:00"),
        ("2 ore fa", "2024-01-05T16:46:00+00:00"),
    ],
)
def test_retrieved(line, value):
    """A date that is counted back is resolved by the moment when the page was retrieved, and open without it."""
    document = read(HEADLINE, "By Ann Lee", line, retrieved="2024-01-05T18:46:10Z")
    assert document.published.value.isoformat() == value
    bare = read(HEADLINE, "By Ann Lee", line)
    assert bare.published is None or bare.published.value is None


def test_hints_that_are_no_dates():
    """A hint that is no date is a note, not an error."""
    document = read(HEADLINE, published="Friday", retrieved="now")
    assert codes(document) == ["hint.published", "hint.retrieved"]
