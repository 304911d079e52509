"""Agencies: which wire a text is from, as its byline, dateline, sign-off, rights and last words say."""

from __future__ import annotations

import pytest

from newsnorm import normalise
from newsnorm.agencies import signed
from newsnorm.model import Kind

HEAD = ["Storm hits the coast hard", "By Ann Lee"]
BODY = "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said on Tuesday."
MORE = (
    "Schools will stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be."
)


def read(*lines):
    return normalise("\n".join(lines) + "\n", kind="article")


@pytest.mark.parametrize(
    ("lines", "agencies"),
    [
        ([HEAD[0], "By The Associated Press", BODY], ("The Associated Press",)),
        ([HEAD[0], "Von dpa", BODY, MORE], ("dpa",)),
        ([HEAD[0], "AFP, MANILA", BODY, MORE], ("AFP",)),
        ([HEAD[0], "Reuters, London", BODY, MORE], ("Reuters",)),
        ([HEAD[0], "Von dpa 30.04.2024, 18:58", BODY, MORE], ("dpa",)),
        ([*HEAD, f"KYIV (AP) — {BODY}"], ("AP",)),
        ([HEAD[0], "By Ann Lee and The Associated Press", f"KYIV (AP) — {BODY}"], ("The Associated Press",)),
        ([*HEAD, f"Berlin (dpa/AFP) - {BODY}"], ("dpa", "AFP")),
        ([*HEAD, BODY, MORE, "Reporting by The Associated Press."], ("The Associated Press",)),
        (
            [*HEAD, BODY, MORE, "Associated Press writer Bo Berg in Paris contributed to this report."],
            ("Associated Press",),
        ),
        ([*HEAD, BODY, MORE, "With files from The Canadian Press and Reuters"], ("The Canadian Press", "Reuters")),
        ([*HEAD, BODY, MORE, "Mit Material von dpa und AFP"], ("dpa", "AFP")),
        ([*HEAD, BODY, MORE, "avec AFP"], ("AFP",)),
        ([*HEAD, BODY, MORE, "(Quelle: APA/dpa)"], ("APA", "dpa")),
        ([*HEAD, BODY, MORE, "dpa/sm"], ("dpa",)),
        ([*HEAD, BODY, MORE, "SDA/sep"], ("SDA",)),
        ([*HEAD, BODY, MORE, "(AFP)"], ("AFP",)),
        ([*HEAD, BODY, MORE, f"{BODY} (dpa)"], ("dpa",)),
        ([*HEAD, BODY, f"{MORE} dpa/sm"], ("dpa",)),
        ([*HEAD, BODY, MORE, "© 2024 AFP"], ("AFP",)),
        ([*HEAD, BODY, MORE, "Copyright 2024 The Associated Press. All rights reserved."], ("Associated Press",)),
        ([*HEAD, BODY, MORE, "© dpa-infocom, dpa:240516-99-53606/3"], ("dpa-infocom",)),
    ],
)
def test_agencies(lines, agencies):
    """Each place that says whose text it is counts, and each agency once, whatever its names."""
    assert read(*lines).agencies == agencies


@pytest.mark.parametrize(
    "lines",
    [
        [*HEAD, BODY, MORE, "A harbour in the rain. (Bo Berg/AP)", BODY],
        [*HEAD, "A harbour in the rain. © AFP", BODY, BODY],
        [*HEAD, BODY, MORE, "The mayor told AFP that it rained.", BODY],
        [*HEAD, f"{BODY[:-1]}, he told dpa."],
        [*HEAD, BODY, MORE, "Photo: AP"],
        [*HEAD, BODY, MORE, "© 2024 The Daily Star"],
    ],
)
def test_no_agencies(lines):
    """The agency of a picture, or one that is quoted, is not that of the text."""
    assert read(*lines).agencies == ()


@pytest.mark.xfail(strict=True, reason="in a text of one paragraph the head takes the last line for a credit")
def test_signature_of_a_brief():
    """A brief of one paragraph is signed as a story is."""
    assert read(*HEAD, BODY, "(AFP)").agencies == ("AFP",)


def test_agency_below_the_byline():
    """The line right below the byline is part of it; the same line further down is that of a picture."""
    near = read(HEAD[0], "By Ann Lee", "Associated Press", "Published: Dec 23, 2023 at 6:00 am", BODY, MORE)
    assert near.agencies == ("Associated Press",)


def test_signature_is_no_body():
    """The sign of the agency below the last paragraph is a sign-off, not a paragraph; inside the text it stays."""
    assert read(*HEAD, BODY, MORE, f"{BODY} (dpa)").paragraphs == (BODY, MORE, BODY)
    assert read(*HEAD, BODY, MORE, "dpa/sm").blocks_of(Kind.SIGN_OFF) != ()
    assert read(*HEAD, BODY, MORE, "dpa/sm").paragraphs == (BODY, MORE)


@pytest.mark.parametrize("stretch", ["", "sm", "red", "the AFP", "AP and the mayor", "dpa 2024", "(Paris)"])
def test_not_signed(stretch):
    """A stretch that says anything else is no signature."""
    assert signed(stretch) == ()
