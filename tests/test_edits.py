"""Revisions: what an edit list promises about two texts and the way between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import Edit, Revision, Span


@st.composite
def revisions(draw, text=None):
    """A revision of a short text, with deletions, insertions and replacements."""
    text = draw(st.text("abc", max_size=12)) if text is None else text
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return Revision.make(text, [Edit(Span(a, b), draw(st.text("XY", max_size=3)), "r") for a, b in pairs])


@st.composite
def chains(draw):
    """Two revisions, the second of the text where the first ends."""
    first = draw(revisions())
    return first, draw(revisions(first.after))


@given(revisions())
def test_reverted(revision):
    """The text before is rebuilt from the text after and the edits."""
    assert revision.reverted() == revision.before


@given(revisions())
def test_untouched_characters_map_to_themselves(revision):
    """A character that no edit made comes from an equal one, and that one became it."""
    for at, sign in enumerate(revision.after):
        if sign in "abc":
            span = revision.before_span(Span(at, at + 1))
            assert revision.before[slice(*span)] == sign
            assert revision.after_span(span) == Span(at, at + 1)


@given(revisions(), st.integers(0, 12), st.integers(0, 12))
def test_spans_stay_inside(revision, one, other):
    """A span maps to a span inside the other text, in both directions."""
    for text, other_text, mapped in (
        (revision.after, revision.before, revision.before_span),
        (revision.before, revision.after, revision.after_span),
    ):
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        found = mapped(Span(start, end))
        assert 0 <= found.start <= found.end <= len(other_text)


@given(chains())
def test_two_revisions_become_one(chain):
    """One revision for two leads from the first text to the last and back."""
    first, second = chain
    both = first.then(second, lambda earlier, later: earlier + later)
    assert Revision.make(first.before, both.edits) == both
    assert both.after == second.after
    assert both.reverted() == first.before


@pytest.mark.parametrize("spans", [[(2, 1)], [(0, 2), (1, 3)], [(3, 9)], [(-1, 1)]])
def test_bad_edits_are_refused(spans):
    """Edits that overlap, run backwards or leave the text are a ValueError."""
    with pytest.raises(ValueError, match="edit"):
        Revision.make("abcd", [Edit(Span(*span), "", "r") for span in spans])


def test_a_revision_of_another_text_is_refused():
    """Only a revision that starts where this one ends can follow it."""
    with pytest.raises(ValueError, match="another text"):
        Revision.make("a", []).then(Revision.make("b", []), max)
