"""Paragraphs about the writer: apart from the story, wherever they stand, and only where they are about the writer."""

from __future__ import annotations

import pytest

from newsnorm import normalise
from newsnorm.model import Kind

HEAD = ["Storm hits the coast hard", "By Ann Lee and Bo Berg"]
BODY = [
    "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said on Tuesday.",
    "Fishermen had moved their boats to the north of the harbour on Sunday, when the first warning was given.",
    "Schools will stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be.",
]


def kinds(lines, line):
    document = normalise("\n".join(lines) + "\n", kind="article")
    return [block.kind for block in document if document[block].strip() == line]


OWN = [
    "Ann Lee is a reporter who covers the harbour and the people who live by it.",
    "Ann covers the harbour and the people who live by it for The Harbour Post.",
    "Bo Berg lives by the harbour, where he keeps bees and writes about storms.",
]


@pytest.mark.parametrize("line", OWN)
@pytest.mark.parametrize("at", [0, 2, 3])
def test_who_the_writer_is(line, at):
    """A paragraph that begins with a name of the byline and says who that is, is about the writer."""
    assert kinds([*HEAD, *BODY[:at], line, *BODY[at:]], line) == [Kind.AUTHOR_NOTE]


LAST = [
    "Cid Carl is a senior editor at The Harbour Post, where he has worked since the great flood.",
    "Cid Carl ist Redakteur der Hafenpost und schreibt seit der großen Flut über das Wasser und die Stadt.",
    "Cid Carl est journaliste au Journal du port, où il travaille depuis la grande inondation de la ville.",
]


@pytest.mark.parametrize("line", LAST)
def test_a_writer_below_the_story(line):
    """The last paragraph is about the writer where it says that somebody is one, whoever that is."""
    assert kinds([*HEAD, *BODY, line], line) == [Kind.AUTHOR_NOTE]
    assert kinds([*HEAD, line, *BODY], line) == [Kind.PARAGRAPH]


STORY = [
    "Cid Carl is the mayor of the city, and he has been on the harbour wall since the storm began on Monday.",
    "Cid Carl was a reporter before he was the mayor, and he knows how to talk of storms, the people say.",
    "Ann: This is the news of the harbour, and nine people are with us today who were out in the storm.",
    "Ann, who is a friend of the mayor, said that nobody had thought of the boats before the storm came.",
    "For Ann, fishing has been more than work since the great flood, and she will not leave the harbour.",
]


@pytest.mark.parametrize("line", STORY)
def test_people_of_the_story(line):
    """What is told of others, in the past, or said by them, is the story."""
    assert kinds([*HEAD, *BODY, line], line) == [Kind.PARAGRAPH]


def test_a_portrait_alone():
    """A text of one or two paragraphs is no note on its writer."""
    assert kinds([OWN[0]], OWN[0]) != [Kind.AUTHOR_NOTE]


@pytest.mark.parametrize(
    "byline", ["By The Associated Press", "By Ann Lee, New York Times", "By Ann Lee and The Associated Press"]
)
@pytest.mark.parametrize(
    "line", ["The government has promised help for all, but has not said when.", "New York has a wall, too."]
)
def test_agencies_and_outlets_are_no_writers(byline, line):
    """Words of agencies and outlets in a byline begin paragraphs of the story."""
    assert kinds([HEAD[0], byline, *BODY, line, BODY[0]], line) == [Kind.PARAGRAPH]
