"""The promises that hold for every document, as one check: for the tests, the hostile texts and the fuzzer alike."""

import newsnorm
from newsnorm import ARTICLE, BODY, Document, Span


def kept(source):
    """The document of ``source``, after every promise has been checked on it."""
    document = newsnorm.normalise(source)
    text = document.text
    assert "".join(document[block] for block in document) == text
    assert document.repair.reverted() == document.source.text
    assert document.repair == newsnorm.repair(document.source.text)
    assert newsnorm.repair(text).edits == ()
    for keep in (BODY, ARTICLE):
        assert newsnorm.render(document, keep).reverted() == text
    assert newsnorm.render(document).after == document.body
    text.encode("utf-8")
    for start, end in spans_of(document):
        assert 0 <= start <= end <= len(text)
        found = document.source_span(Span(start, end))
        assert 0 <= found.start <= found.end <= len(document.source.text)
    again = Document.from_dict(document.to_dict())
    assert again == document
    assert (again.dateline, again.cues) == (document.dateline, document.cues)
    return document


def spans_of(document):
    """Every span that a document gives out."""
    yield from (Span(block.start, block.end) for block in document)
    values = (document.byline, document.dateline, document.published, document.updated, document.sign_off)
    groups = (document.captions, document.cues, document.sentences, document.chapters, document.events, document.notes)
    yield from (value.span for value in (*filter(None, values), *(value for group in groups for value in group)))
