"""Paragraphs on several lines: what is told to go on with the line above, and what is left alone."""

from __future__ import annotations

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import normalise, render
from newsnorm.shape import unwrapped
from newsnorm.wraps import unbroken

MORE = "The storm had hit the harbour, the\nCity Council\nsaid, and left on Monday\n.\n"  # shows how the text is broken
ONE = [
    "Nine people were hurt on Monday,\nReuters\n, which was there, reported.",
    "The storm, as the\nHarbour Post\nhad written\nin an early report\n, came on Monday night.",
    "Harbour Post\nreaders had known that a storm was to come.",
    "Nine boats sank in the harbour on Monday night and two more on Tuesday, said Ann Lee, who is mayor of\nOld Dock",
    "The\nCity Council\nhas closed the schools of the harbour until Friday.",
    "It was the worst storm since\nthe wall\n(which nobody had wanted) was built.",
    "It was, the mayor said, “\na long night\n” for the whole city and its harbour.",
    "Nine boats sank in the harbour’s\nOld Dock\n– two of them with all that they carried.",
    "The mayor of the city was “not afraid,” said\nAnn Lee\n’s deputy in the harbour office on Monday.",
    "Neun Menschen wurden am Montag verletzt, teilte die\nPolizei Hafenstadt\nam Abend mit.",
    "大雨の後、\n気象庁\nは13日、海岸に注意報を出したと発表し、\n港の市\nに避難所を開いた。",
    "항구\n를 월요일 밤 폭풍이 덮쳐 아홉 명이 다쳤다고 시 당국이 화요일 아침에 말했다.",
    "Девять человек пострадали, сообщила в понедельник\nполиция\n, которая была на месте.",
]
SEVERAL = [
    "Storm hits coast\nNine people were hurt on Monday, the police said.",
    "What we know about the storm\nThe wall held, and nobody was hurt in the harbour.",
    "Storm hits the coast in the night and leaves the city without power\nby Ann Lee",
    "By\nAnn Lee\n, who writes about the harbour for the whole of the region.",
    "2 hours ago\nMayor Lee\nhas closed the schools of the city until the water has gone.",
    "Nine people were hurt on Monday.\n...and nobody knows what comes next for them.",
    "News\nSport\nWeather",
    "Part one\n\n, and what comes behind a blank line is no part of the line above it.",
]


@pytest.mark.parametrize("paragraph", ONE)
def test_paragraphs_that_are_broken_at_their_links(paragraph):
    """Where a text is broken so, a line goes on with the one above it if nothing else can begin as it does."""
    assert f"{paragraph}\n" in unbroken(f"{MORE}\n{paragraph}\n")


@pytest.mark.parametrize("lines", SEVERAL)
def test_lines_that_go_on_with_nothing(lines):
    """Headings, bylines, dates and menus stay apart in such a text, too."""
    first = lines.splitlines(keepends=True)[0]
    assert first in unbroken(f"{MORE}\n{lines}\n")


@pytest.mark.parametrize(
    "text",
    [
        "the sea was wide and full of light,\nand the wind went by at night,\nand no one knew the way it went.\n" * 3,
        "Log in\n, register or subscribe to save articles for later.\n",
        "home\nnews\nsport\nweather\n",
        "Net 111.1 mln\n.\nRevs 2.03 billion\n.\n",
    ],
)
def test_texts_that_are_not_broken_so(text):
    """A poem, a menu, a table and a single line that opens with a comma show nothing: all stays as it is."""
    assert unbroken(text) == text.splitlines(keepends=True)


def test_a_sentence_that_breaks_off():
    """A long line that breaks off in the middle of a sentence tells by itself that the one below belongs to it."""
    line = "After the storm of Monday night, in which nine people were hurt, officials in the city hall have been"
    text = f"{line}\nasked by the mayor\nto look at the wall of the harbour.\nIt rained.\n"
    assert unbroken(text) == [text.removesuffix("It rained.\n"), "It rained.\n"]
    assert len(unbroken(text.replace("have been", "have:"))) == 4


COLUMN = """Nine people were hurt after a storm bat-
tered the coast on Monday night, the po-
lice said. Schools stay closed, and flood warn-
ings were in place for the whole of the well-
known harbour and its two old lighthouses."""


def test_a_column_with_divided_words():
    """A divided word joins its lines in a narrow column; its hyphen stays, since it may be the word's own."""
    (line,) = unbroken(COLUMN)
    assert unwrapped(line).split()[6:10] == ["storm", "bat-tered", "the", "coast"]
    assert "well-known" in unwrapped(line)
    assert len(unbroken(fill(COLUMN.replace("-\n", ""), 26))) == 1


@given(st.text(st.sampled_from("aA.,” \n")) | st.text())
def test_nothing_is_lost(text):
    """Joined, the lines are the text."""
    assert "".join(unbroken(text)) == text


def test_the_words_of_a_broken_paragraph():
    """A broken paragraph is one block, reads as before it was broken, and every line end that is folded is an edit."""
    document = normalise(MORE + "It was, the mayor said, “\na long night\n” (\nthe third\n) for the city.\n")
    assert document.paragraphs == (
        "The storm had hit the harbour, the City Council said, and left on Monday.",
        "It was, the mayor said, “a long night” (the third) for the city.",
    )
    revision = render(document)
    assert revision.after == document.body == "\n\n".join(document.paragraphs)
    assert {edit.rule for edit in revision.edits} == {"layout.wrap", "layout.gap"}


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("said\n Reuters \n", "said Reuters"),
        ("„Nein“\nsagte sie", "„Nein“ sagte sie"),
        ('the so-called "\nthird wall\n" held', 'the so-called "third wall" held'),
        ("“\nNo", "“No"),
        ("大雨のため\n気象庁\nは13日", "大雨のため気象庁は13日"),
        ("폭풍이\n항구\n를 덮쳐", "폭풍이 항구를 덮쳐"),
        ("at [\nCity Hall\n]", "at [City Hall]"),
    ],
)
def test_seams(lines, line):
    """A line end becomes a space, but for one beside a sign that opens or closes."""
    assert unwrapped(lines) == line
