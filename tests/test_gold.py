"""Real texts from ``../shared/gold``, where it stands beside the project: the promises, and what stays as it is."""

import json

import pytest

import newsnorm
from newsnorm import ARTICLE
from promises import kept

EVERY = 12  # a test reads one row of so many
WIRE = ("byline/reuters", "byline/isot", "byline/agnews", "byline/conll")
PAGES = (
    "byline/web",
    "chrome/english.dump",
    "chrome/english.extracted",
    "chrome/world.markdown",
    "chrome/world.blocks",
)
STABLE_PAGES = 0.93  # of them: where furniture is left in the text, the next look may judge it otherwise


def texts(shared, name):
    """Texts of one file of the gold data, from all over it."""
    rows = (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[::EVERY]
    return [row.get("raw") or row["text"] for row in map(json.loads, rows)]


def is_stable(document):
    """Whether the clean text of an article, normalised and rendered again, is itself."""
    rendered = newsnorm.render(document, ARTICLE).after
    return newsnorm.render(newsnorm.normalise(rendered, kind="article"), ARTICLE).after == rendered


@pytest.mark.parametrize("name", WIRE)
def test_wire_stories_keep_every_promise_and_are_fixed_points(shared, name):
    """Every promise holds for wire stories, and their clean text is a fixed point."""
    assert all(is_stable(kept(text)) for text in texts(shared, name))


def test_pages_keep_every_promise_and_are_mostly_fixed_points(shared):
    """Every promise holds for pages, and the clean text of nearly all is a fixed point."""
    stable = [is_stable(kept(text)) for name in PAGES for text in texts(shared, name)]
    assert sum(stable) >= STABLE_PAGES * len(stable)
