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


@pytest.mark.parametrize("mark", ["###", "# # #", "-30-", "- 30 -", "—30—", "ENDS", "- ENDS -", "-END-"])
def test_the_mark_of_the_end(mark):
    """How papers and press offices say that a text ends is no part of it, and what stands below stays."""
    document = read(*HEAD, *BODY, mark, BODY[0])
    assert [block.rule for block in document if document[block].strip() == mark] == ["chrome.furniture.end"]
    assert document.paragraphs == (*BODY, BODY[0])


@pytest.mark.parametrize("line", ["30", "End of an era", "The temperature was -30"])
def test_no_mark_of_the_end(line):
    """A number and words that begin like one stay."""
    assert line in read(*HEAD, *BODY, line).body


@pytest.mark.parametrize("gap", [" ", "\n", ""])
def test_a_text_that_was_cut_off(gap):
    """How much a feed has left away is told apart from the words before it."""
    line = f"{BODY[2][:59]}…"
    document = read(*HEAD, *BODY[:2], f"{line}{gap}[+1234 chars]")
    assert document.paragraphs == (*BODY[:2], line)
    assert document.blocks[-1].rule == "chrome.furniture.cut"


@pytest.mark.parametrize(
    "line",
    [
        "What a storm at the harbour. pic.twitter.com/abCdEf123",
        "The wall of the harbour held, and the bridge did not, for nobody had looked after it. https://t.co/abCdEf123",
        "What a storm. — Ann Lee (@annlee) January 5, 2024",
        "Quel orage au port — Ann Lee (@annlee) 5 janvier 2024",
        "View this post on Instagram",
        "A post shared by Ann Lee (@annlee)",
    ],
)
def test_posts_of_other_sites(line):
    """A line that ends as posts do is one, and no part of the body."""
    document = read(*HEAD, *BODY[:2], line, BODY[2])
    assert kinds(document, line) == [Kind.EMBED]
    assert document.paragraphs == tuple(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor (@mayor) said on January 5, 2024 that the bridge is safe, and nobody in the city believed him.",
        "The picture at pic.twitter.com/abCdEf123 showed the bridge, she said, and nine people saw it.",
    ],
)
def test_no_posts_of_other_sites(line):
    """A paragraph that has the signs of a post inside it stays."""
    assert line in read(*HEAD, *BODY[:2], line, BODY[2]).paragraphs


@pytest.mark.parametrize(
    "line",
    [
        "--With assistance from Bo Berg and Cy Dahl.",
        "Mit dpa",
        "(mit AFP/dpa)",
        "(con agencias)",
        "Le Monde avec AFP",
    ],
)
def test_sign_offs_of_agencies(line):
    """Whose material is in a story is its sign-off."""
    assert kinds(read(*HEAD, *BODY, line), line) == [Kind.SIGN_OFF]


def test_the_day_of_a_notice_is_not_that_of_the_story():
    """When a wire printed a story first is told in a notice below it, which is no byline and no date."""
    document = read(*HEAD, *BODY, "This report by The Canadian Press was first published Jan. 5, 2024.")
    assert document.published is None
    assert document.removed[-1].rule == "chrome.furniture.origin"
