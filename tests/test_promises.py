"""The eight promises of the design, as equations over texts that look like news."""

import copy
import pickle

import pytest
from hypothesis import given

import newsnorm
from newsnorm import ARTICLE, Span
from promises import kept
from strategies import any_bytes, any_texts, articles

FOUND = [  # by tests/fuzz/normalise.py
    "EBV\xa0Ãâ€\n\n00\nStorm hits coast€torm hits coast\n\n\xa0Ã\udc9d“",  # a mended letter tells another language
    "\x85WEBVTT\n\nFish &amp; chips\n",  # a format that opens behind a C1 control
    "WEBVTT\x85Fish &amp; chips\n",
    "00:00The ministry said\r\r\r\rit rained\n00:02Nine people\n00:04were hurt there\n00:06on Monday they said\n",
]


@pytest.mark.parametrize("source", FOUND)
def test_what_the_fuzzer_found(source):
    """A text that once broke a promise keeps them all."""
    kept(source)


@given(any_texts | any_bytes)
def test_every_promise_of_a_single_document(source):
    """Every text and all bytes give a document that is tiled, reversible, traceable, repaired once and storable."""
    document = kept(source)
    assert document.source.raw == (source if isinstance(source, bytes) else None)


@given(any_texts | any_bytes)
def test_every_part_can_be_read(source):
    """No lazy part of any document raises, and a transcript's or an article's parts stay apart."""
    document = newsnorm.normalise(source)
    assert document.to_dict()["kind"] == document.kind
    assert newsnorm.to_markdown(document).endswith("\n") or not document.body
    assert not (document.kind == "article" and document.cues)


@given(any_texts)
def test_rendered_characters_are_traceable(text):
    """A character of the body that no edit made stands where the body says it came from."""
    document = newsnorm.normalise(text)
    body = newsnorm.render(document)
    made = {at for edit in body.edits for at in range(*body.after_span(edit.span))}
    for at, sign in enumerate(body.after):
        if at not in made and not sign.isspace():
            assert document.text[slice(*body.before_span(Span(at, at + 1)))] == sign


@given(any_texts)
def test_changes_lead_from_the_source_to_the_body(text):
    """The changes, applied to the source, give the body."""
    document = newsnorm.normalise(text)
    assert newsnorm.Revision.make(document.source.text, document.changes()).after == document.body


@given(articles())
def test_clean_articles_are_fixed_points(text):
    """A rendered article gives itself when it is normalised and rendered again."""
    rendered = newsnorm.render(newsnorm.normalise(text), ARTICLE).after
    again = newsnorm.render(newsnorm.normalise(rendered, kind="article"), ARTICLE).after
    assert again == rendered
    assert len(rendered) > 0.9 * len(text)


@given(any_texts | any_bytes)
def test_same_input_same_document(source):
    """Two documents of one input are equal, with equal hashes; so is one that was pickled or copied after use."""
    first, second = newsnorm.normalise(source), newsnorm.normalise(source)
    assert first.body == second.body
    assert first == second
    assert hash(first) == hash(second)
    assert pickle.loads(pickle.dumps(first)) == second
    assert copy.deepcopy(first) == second


@given(any_texts)
def test_strippers_only_cut(text):
    """strip_chrome and strip_timestamps cut whole blocks from the source and repair nothing."""
    document = newsnorm.normalise(text)
    cut = sum(span.end - span.start for span in map(document.source_span, document.removed))
    assert len(newsnorm.strip_chrome(text)) == len(text) - cut
    assert len(newsnorm.strip_timestamps(text)) <= len(text)


@pytest.mark.parametrize("source", [None, 5, object(), ["text"]])
def test_wrong_types_are_told_what_to_pass(source):
    """Anything but text or bytes is a TypeError that says what to pass."""
    with pytest.raises(TypeError, match="pass"):
        newsnorm.normalise(source)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"kind": "poem"}, ValueError),
        ({"language": "klingon"}, ValueError),
        ({"encoding": "utf-9"}, LookupError),
    ],
)
def test_wrong_options_are_named(options, error):
    """An unknown kind, language or encoding is named in the error."""
    with pytest.raises(error, match=next(iter(options.values()))):
        newsnorm.normalise(b"text", **options)


def test_render_needs_kinds():
    """A set of kinds that names none, or a wrong one, is a ValueError."""
    document = newsnorm.normalise("Storm")
    for keep in ((), ("nothing",)):
        with pytest.raises(ValueError, match=r"keep|nothing"):
            newsnorm.render(document, keep)


@pytest.mark.parametrize("options", [{"hints": {"headline": "Storm"}}, {"rules": []}])
def test_wrong_options(options):
    """Hints and rules of another type are a TypeError that names the option and the type."""
    (name,) = options
    with pytest.raises(TypeError, match=f"pass {name} as "):
        newsnorm.normalise("text", **options)


def test_unknown_kinds_of_blocks():
    """To ask for blocks of a kind that does not exist is a ValueError."""
    with pytest.raises(ValueError, match="paragraf"):
        newsnorm.normalise("text").blocks_of("paragraf")
