"""Corrections, sign-offs and pull quotes: parts of their own, set among the lines of the body."""

from __future__ import annotations

import pytest

from newsnorm import Rule, RuleSet, normalise
from newsnorm.model import Kind

HEAD = ["Storm hits the coast hard", "By Ann Lee"]
BODY = [
    "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said on Tuesday.",
    "“Nobody knew that the water would come so fast that night,” the mayor said, and he went back to it.",
    "Fishermen had moved their boats to the north of the harbour on Sunday, when the first warning was given.",
]
QUOTE = "“Nobody knew that the water would come so fast that night.”"
LONG = " The bridge, which the city has been repairing since the great flood, is of 1954 and not of 1945." * 3


def read(*lines):
    return normalise("\n".join(lines) + "\n", kind="article")


def kinds(document, line):
    return [block.kind for block in document if document[block].strip() == line]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: The bridge is of 1954.",
        "Editor’s note: The name of the mayor was left out.",
        "CORRECTION (Jan. 5, 2024): The bridge is of 1954.",
        "An earlier version of this article gave a wrong year.",
        "This story has been updated with a statement of the mayor.",
        "Korrektur: Die Brücke ist von 1954.",
        "In einer früheren Version dieses Textes stand ein falsches Jahr.",
        "Rectificatif : le pont date de 1954.",
        "Fe de errores: el puente es de 1954.",
        "Уточнение: мост построен в 1954 году.",
        f"Correction:{LONG}",
        f"An earlier version of this article gave a wrong year.{LONG}",
        f"EDITOR’S NOTE:{LONG}",
    ],
)
def test_corrections(line):
    """A correction is one above and below the body, however long, and no part of the body."""
    for document in (read(*HEAD, *BODY, line), read(*HEAD, line, *BODY)):
        assert kinds(document, line) == [Kind.CORRECTION]
        assert document.paragraphs == tuple(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Corrections of this kind are rare, the mayor said, and he has seen many of them.",
        "An earlier storm took the bridge away.",
        "This story is an old one, the mayor said to the reporters.",
        f"An earlier storm took the bridge away.{LONG}",
    ],
)
def test_no_corrections(line):
    """A sentence that begins with such a word is body."""
    assert line in read(*HEAD, BODY[0], line, BODY[2]).paragraphs


def test_a_label_takes_the_line_below():
    """A label that ends with a colon and stands alone announces the line below it."""
    document = read(
        *HEAD, *BODY, "Correction: January 5, 2024:", "The bridge is of 1954, and not of 1945, as we wrote."
    )
    assert len(document.blocks_of(Kind.CORRECTION)) == 2
    assert document.paragraphs == tuple(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ann Lee in Paris; Editing by Bo Berg",
        "(Additional reporting by Ann Lee; editing by Bo Berg)",
        "Ann Lee contributed to this report.",
        "Mit Material von dpa",
        f"Associated Press writers Ann Lee in Paris, {'Bo Berg in Rome, ' * 12}contributed to this report.",
    ],
)
def test_sign_offs(line):
    """Who else worked on a story stands below it, and is no part of the body."""
    document = read(*HEAD, *BODY, line)
    assert kinds(document, line) == [Kind.SIGN_OFF]
    assert document.paragraphs == tuple(BODY)


def test_sign_off_is_read():
    """The sign-off of a document names who did what."""
    sign_off = read(*HEAD, *BODY, "Reporting by Ann Lee in Paris; Editing by Bo Berg").sign_off
    assert sign_off.credits == (("Reporting", "Ann Lee"), ("Editing", "Bo Berg"))


def test_pull_quote():
    """A quote alone on its line that a paragraph has, too, is a pull quote, with the line that says whose it is."""
    document = read(*HEAD, BODY[0], QUOTE, "— Ann Lee, mayor", *BODY[1:])
    assert kinds(document, QUOTE) == kinds(document, "— Ann Lee, mayor") == [Kind.PULL_QUOTE]
    assert document.paragraphs == tuple(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "“Nobody knew that it would rain for a week and a day.”",
        "“Nobody knew that the water would come so fast that night.” he said.",
        "“Nobody knew that the water would come so fast that night”.",
        "“that the water would come”",
    ],
)
def test_no_pull_quotes(line):
    """What nothing repeats, what goes on behind the quote and what is no sentence stays in the body."""
    assert line in read(*HEAD, BODY[0], line, *BODY[1:]).body


def test_a_quote_that_stands_twice_alone_is_body():
    """Two lines alike are no pull quotes: one of them would be all that is left."""
    assert read(*HEAD, BODY[0], QUOTE, BODY[2], QUOTE).blocks_of(Kind.PULL_QUOTE) == ()


def test_a_dialogue_has_no_pull_quotes():
    """So many quotes in one text are what is said in it."""
    assert read(*HEAD, *BODY, *[QUOTE] * 30).blocks_of(Kind.PULL_QUOTE) == ()


def test_own_rules_name_long_lines():
    """A rule of the caller for a part of an article names long lines, too; one for chrome does not."""
    line = f"We were wrong about the bridge.{LONG}"
    for kind, named in (("correction", [Kind.CORRECTION]), ("chrome", [Kind.PARAGRAPH])):
        own = RuleSet((Rule("ours.wrong", kind, starts=["we were wrong "]),))
        document = normalise("\n".join([*HEAD, *BODY, line]), kind="article", rules=own)
        assert kinds(document, line) == named
