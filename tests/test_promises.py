"""The eight promises of the design, as equations over texts that look like news."""

import copy
import pickle

import pytest
from hypothesis import given

import newsnorm
from newsnorm import ARTICLE, Document, Span
from strategies import any_bytes, any_texts, articles


def checked(document):
    """The document, after the equations that hold for every one."""
    text = document.text
    assert "".join(document[block] for block in document) == text
    assert document.repair.reverted() == document.source.text
    assert document.repair == newsnorm.repair(document.source.text)
    for keep in (newsnorm.BODY, ARTICLE):
        assert newsnorm.render(document, keep).reverted() == text
    text.encode("utf-8")
    return document


def spans_of(document):
    """Every span that a document gives out."""
    yield from (Span(block.start, block.end) for block in document)
    values = (document.byline, document.dateline, document.published, document.updated, document.sign_off)
    groups = (document.captions, document.cues, document.sentences, document.chapters, document.events, document.notes)
    yield from (value.span for value in (*filter(None, values), *(value for group in groups for value in group)))


@given(any_texts | any_bytes)
def test_total_tiled_reversible(source):
    """Every text and all bytes give a document whose blocks tile it and whose repairs can be undone."""
    document = checked(newsnorm.normalise(source))
    assert document.source.raw == (source if isinstance(source, bytes) else None)


@given(any_texts | any_bytes)
def test_every_part_can_be_read(source):
    """No lazy part of any document raises, and a transcript's or an article's parts stay apart."""
    document = newsnorm.normalise(source)
    data = document.to_dict()
    assert data["kind"] == document.kind
    assert newsnorm.to_markdown(document).endswith("\n") or not document.body
    assert not (document.kind == "article" and document.cues)


@given(any_texts | any_bytes)
def test_traceable(source):
    """Every span of a document lies in its text and maps into the source."""
    document = newsnorm.normalise(source)
    for start, end in spans_of(document):
        assert 0 <= start <= end <= len(document.text)
        found = document.source_span(Span(start, end))
        assert 0 <= found.start <= found.end <= len(document.source.text)


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
def test_body_is_what_render_keeps(text):
    """The body is the text that render gives, for articles and transcripts alike."""
    document = newsnorm.normalise(text)
    assert newsnorm.render(document).after == document.body


@given(any_texts)
def test_changes_lead_from_the_source_to_the_body(text):
    """The changes, applied to the source, give the body."""
    document = newsnorm.normalise(text)
    assert newsnorm.Revision.make(document.source.text, document.changes()).after == document.body


@given(any_texts)
def test_repair_is_idempotent(text):
    """A repaired text needs no repair."""
    assert newsnorm.repair(newsnorm.repair(text).after).edits == ()


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


@given(any_texts | any_bytes)
def test_stored_documents_come_back(source):
    """A document stored as plain data and read again is equal to the one it was."""
    document = newsnorm.normalise(source)
    assert Document.from_dict(document.to_dict()) == document


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
