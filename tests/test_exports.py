"""Articles that an archive exported: its labels are set aside, and the parts of the article behind them are read."""

from __future__ import annotations

import pytest

from newsnorm import normalise

TEXT = (
    "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said on Tuesday.",
    "Schools will stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be.",
    "Fishermen had moved their boats to the north of the harbour on Sunday, when the first warning was given.",
)
STORY = "\n\n".join(TEXT)
NEXIS = f"""Storm Hits the Harbour, and Nine Are Hurt
The Harbour Times
January 13, 2025 Monday
Late Edition - Final


Copyright 2025 The Harbour Times Company
All Rights Reserved
Section: Section A; Column 1; Foreign Desk; Pg. 1
Length: 512 words
Byline: By Ann Lee
Dateline: KYIV, Ukraine
Highlight: Nine people were hurt, and the bridge is closed.

Body


{STORY}

Graphic

Classification

Language: ENGLISH

Publication-Type: Newspaper

Journal Code: HAT

Subject: STORMS (90%); HARBOURS (89%); CITY GOVERNMENT (78%)

Load-Date: January 14, 2025


End of Document"""
OLDER = f"""                               2 of 500 DOCUMENTS

                               The Harbour Times

                            January 13, 2025 Monday

Storm Hits the Harbour, and Nine Are Hurt

BYLINE: By ANN LEE

SECTION: NEWS; Pg. 3

LENGTH: 512 words

{STORY}

SUBJECT: STORMS (90%); HARBOURS (89%)

LOAD-DATE: January 14, 2025

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                    Copyright 2025 The Harbour Times Company
                              All Rights Reserved"""
FACTIVA = f"""Foreign Desk; SECTA
Storm Hits the Harbour, and Nine Are Hurt
By Ann Lee
512 words
13 January 2025
The Harbour Times
HATI
1
English
Copyright 2025 The Harbour Times Company. All Rights Reserved.

{STORY}

Document HATI000020250113el1d0003x"""
CODES = f"""SE   Foreign Desk; SECTA
HD   Storm Hits the Harbour, and Nine Are Hurt
BY   By Ann Lee
WC   512 words
PD   13 January 2025
SN   The Harbour Times
SC   HATI
LA   English
CY   Copyright 2025 The Harbour Times Company. All Rights Reserved.

LP   {TEXT[0]}

TD   {TEXT[1]}

{TEXT[2]}

RE   ukrn : Ukraine
AN   Document HATI000020250113el1d0003x"""
EXPORTS = {
    "Nexis": NEXIS,
    "older Nexis": OLDER,
    "Factiva": FACTIVA,
    "codes": CODES,
    "codes before tabs": CODES.replace("   ", "\t"),
    "codes on lines of their own": CODES.replace("   ", "\n"),
}


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_export(export):
    """Headline, author, day and text are those of the article, and the day is not that of its loading."""
    document = normalise(export)
    assert document.headline == "Storm Hits the Harbour, and Nine Are Hurt"
    assert [name.title() for name in document.authors] == ["Ann Lee"]
    assert document.published is not None
    assert str(document.published.value) == "2025-01-13"
    assert document.paragraphs == TEXT
    assert document.outlet == "The Harbour Times"


def test_summary():
    """What stands behind `Highlight:` is the deck."""
    assert normalise(NEXIS).deck == "Nine people were hurt, and the bridge is closed."


def test_citation():
    """An export of ProQuest has its parts behind labels below the text, and a citation above it."""
    document = normalise(f"""Storm Hits the Harbour, and Nine Are Hurt
Lee, Ann. Harbour Times, Late Edition; Harbour, N.Y. [Harbour, N.Y]. 13 Jan 2025: A.1.

ProQuest document link

Full text: {STORY}

Subject: Storms; Harbours

Location: Ukraine

Publication title: Harbour Times, Late Edition

Publisher: Harbour Times Company

Source type: Newspaper

ProQuest document ID: 3154000000
""")
    assert document.paragraphs == TEXT


@pytest.mark.parametrize("line", ["Body", "Highlight", "TD", "Location: Ukraine", "Notes", "PG   1", "Late Edition"])
def test_labels_of_an_article(line):
    """In an article that no archive exported, the same words stay."""
    assert line in normalise("\n".join(["Storm hits the harbour", "By Ann Lee", *TEXT[:2], line, TEXT[2]])).body


def test_lengths_alone_make_no_export():
    """A count of words is no sign of an archive by itself."""
    lines = ["Storm hits the harbour", "By Ann Lee", *TEXT[:2], "512 words", "Body", "634 words", TEXT[2]]
    assert "Body" in normalise("\n".join(lines)).body
