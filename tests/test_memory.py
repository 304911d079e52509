"""Memory: what a document takes beside its text, at the worst moment of its making."""

import sys
import tracemalloc

import pytest

import hostile
import newsnorm

STORY = """
Storm hits coast as thousands flee their homes
By Ann Lee and Bo Chen
Published January 5, 2024 6:46 PM
KYIV, Ukraine (AP) - Nine people were hurt when the storm reached the coast on Monday, officials said.
"They knew," the mayor said late on Tuesday. "Nobody told us, not once in all those years."
The ministry's spokesman declined to comment on the report, which was first seen by this paper.
What happens next
The flight left early on Monday morning, the ministry of defence said; nobody knew where it went.
"""
PAGE = f"Skip to content\nHome / World / Storm\n{STORY}Advertisement\nSign up for our newsletter\nMost read\n"
STORY_LENGTH, PAGE_LENGTH = 250_000, 400_000  # characters: fixed costs weigh little, and no test takes long
BOUND, BOUND_OF_ALL = 8, 12  # bytes for each byte of the text


@pytest.fixture
def traced():
    """The highest use of memory since the start of the test, in bytes."""
    hostile.read(PAGE)  # what is loaded once belongs to no document
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("unit", "length", "sign"),
    [(STORY, STORY_LENGTH, ""), (STORY, STORY_LENGTH, "’"), (STORY, STORY_LENGTH, "😀"), (PAGE, PAGE_LENGTH, "’")],
    ids=["ASCII story", "curly story", "emoji story", "curly page"],
)
def test_memory_is_bounded_by_the_text(traced, unit, length, sign):
    """A byte of a text takes at most 8 bytes more to make its document, and 12 with every part of it."""
    text = unit * (length // len(unit)) + sign
    before = tracemalloc.get_traced_memory()[0]
    document = newsnorm.normalise(text)
    made = traced() - before
    for part in hostile.PARTS:
        getattr(document, part)
    document.to_dict()
    assert made <= BOUND * sys.getsizeof(text)
    assert traced() - before <= BOUND_OF_ALL * sys.getsizeof(text)
