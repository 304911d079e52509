"""Documents as Markdown: what is printed, in which order, and that no line of a text is read as markup."""

from __future__ import annotations

import pytest

from newsnorm import normalise, to_markdown

LEAD = "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said."
SECOND = "Schools stay closed until the water has gone, the mayor told reporters, and nobody knows when that is."
DECK = "Nine people were hurt when the water came over the wall of the harbour"
CORRECTION = "Correction: An earlier version of this article gave the wrong day."


def page(*lines):
    """An article of these lines with blank lines between."""
    return normalise("\n\n".join(lines) + "\n", kind="article")


def test_whole_article():
    """Headline, deck, names with the day, the dateline in its paragraph, crosshead, and the correction at the end."""
    text = page(
        *("Storm hits the coast hard", DECK, "By Ann Lee", "January 5, 2024"),
        *(f"KYIV, Ukraine (AP) — {LEAD}", "A long night", SECOND, CORRECTION),
    )
    assert to_markdown(text).split("\n\n") == [
        "# Storm hits the coast hard",
        f"*{DECK}*",
        "Ann Lee · January 5, 2024",
        f"KYIV, Ukraine (AP) — {LEAD}",
        "## A long night",
        SECOND,
        f"*{CORRECTION}*\n",
    ]


@pytest.mark.parametrize("label", ["Published: ", "PUBLISHED ON ", "Erschienen am ", "Friday, "])
def test_dates_without_their_label(label):
    """The line below the headline has the day, and not what the page says before it."""
    text = page("Storm hits the coast hard", "By Ann Lee", f"{label}January 5, 2024", LEAD, SECOND)
    assert "\n\nAnn Lee · January 5, 2024\n\n" in to_markdown(text)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("• Bring water", "- Bring water"),
        (f"# {SECOND}", f"\\# {SECOND}"),
        (f"> {SECOND}", f"\\> {SECOND}"),
        (f"1986. {SECOND}", f"1986\\. {SECOND}"),
    ],
)
def test_lines_are_no_markup(line, printed):
    """A list item is one, and a line that begins like markup is escaped."""
    assert printed in to_markdown(page("Storm hits the coast hard", "By Ann Lee", LEAD, line, SECOND)).split("\n\n")


def test_stars_in_a_deck():
    """What has stars in it is not put between others."""
    deck = DECK.replace("wall", "*wall*")
    assert deck in to_markdown(page("Storm hits the coast hard", deck, "By Ann Lee", LEAD, SECOND)).split("\n\n")


def test_markdown_again():
    """The marks of headings are blocks of their own, and the Markdown of a document reads as the document did."""
    first = page("# Storm hits the coast hard", "By Ann Lee", LEAD, "## A long night", SECOND)
    assert (first.headline, first.crossheads) == ("Storm hits the coast hard", ("A long night",))
    assert [first[block] for block in first.blocks_of("markup")] == ["# ", "## "]
    again = normalise(to_markdown(first))
    assert (again.headline, again.crossheads, again.paragraphs) == (first.headline, first.crossheads, first.paragraphs)
