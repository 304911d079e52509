"""Mails and forwarded newsletters: their header is no headline, their subject is."""

from __future__ import annotations

import pytest

from newsnorm import normalise

BODY = [
    "The storm hit the coast on Monday night, and nine people were hurt, officials in the city said.",
    "Schools stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be.",
]


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        (
            ["From: Post <a@post.example>", "Sent: Monday, January 13, 2025", "Subject: Storm hits coast"],
            "Storm hits coast",
        ),
        (["Von: Anna Lee", "An: Bo Berg", "Betreff: Sturm trifft Küste | Post"], "Sturm trifft Küste | Post"),
        (["De : Anna Lee", "Objet : Tempête", "À : Bo Berg"], "Tempête"),
    ],
)
def test_the_subject_of_a_mail(fields, headline):
    """Of three fields and more at the top of a text the subject is the headline, and the others are set aside."""
    document = normalise("\n".join([*fields, "", *BODY]))
    assert (document.headline, document.authors) == (headline, ())
    assert document.paragraphs == tuple(BODY)


@pytest.mark.parametrize("lines", [["Subject: Storm hits coast"], ["From: the coast", "To: the harbour", "Storm"]])
def test_other_lines_with_a_colon(lines):
    """Fewer fields, or none that is a subject, are lines like others."""
    rules = {block.rule for block in normalise("\n".join([*lines, *BODY]))}
    assert not rules & {"chrome.mail.field", "headline.subject"}
