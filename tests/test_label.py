"""Labels: one block a line, named by a rule or not, looking at no neighbour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.label import PROSE, SHORT, label
from newsnorm.model import Kind
from newsnorm.rules import LONGEST, default


def labels(text):
    return [(block.kind, block.rule) for block in label(text, default())]


@given(st.text(st.sampled_from("aH.\n\r \t\x0b\x85\u2028—é中")) | st.text())
def test_tiles(text):
    """Every character is in exactly one block."""
    blocks = label(text, default())
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(block.start < block.end for block in blocks)


def test_blank_lines_are_one_block():
    """Blank lines that follow each other are one block, white space alone."""
    assert labels("Ann\n\n \t\n\nLee") == [(Kind.PARAGRAPH, SHORT), (Kind.BLANK, "blank"), (Kind.PARAGRAPH, SHORT)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends(end):
    """A line ends as `str.splitlines` says."""
    assert labels(f"Home{end}Menu{end}") == [(Kind.CHROME, "chrome.nav.menu")] * 2


def test_white_space_around_a_line():
    """White space around a line hides it from no rule."""
    assert labels("   Skip to content \t\n") == [(Kind.CHROME, "chrome.nav.skip")]


def test_long_lines_are_not_asked():
    """A line longer than most rules can name is prose, whatever it begins with."""
    assert labels("Follow us on " + "and more " * LONGEST)[0][1] == PROSE


def test_long_notices():
    """A rule that is long names a notice of any length by its beginning."""
    assert labels("We use cookies " + "and more " * LONGEST)[0][1] == "chrome.legal.cookies"


def test_a_breadcrumb_is_a_section():
    """The path to the page is a block of its own kind."""
    assert labels("Home / News / Storms\n") == [(Kind.SECTION, "chrome.nav.breadcrumb")]
