"""Caption files written from transcripts: what comes back as it was, and what is written anew."""

import pytest
from hypothesis import given

from newsnorm import normalise, to_srt, to_vtt
from strategies import any_texts

SRT = "1\n00:00:01,000 --> 00:00:02,500\nIt rained <i>all</i> night.\n\n2\n00:00:02,500 --> 00:00:04,000\nIt stopped.\n"
VTT = "WEBVTT - news\n\nNOTE by hand\n\n00:01.000 --> 00:02.500 line:0\n<v Ann>It rained &amp; blew.\n"


@pytest.mark.parametrize(("text", "writer"), [(SRT, to_srt), (VTT, to_vtt)])
def test_an_untouched_file_comes_back(text, writer):
    """A file in its own format in which nothing was changed is given back to the letter."""
    assert writer(normalise(text)) == text


def test_a_repaired_file_is_written_anew():
    """A file that was repaired is written from its cues, with the repaired words."""
    assert "Itâ€™s" not in to_srt(normalise(SRT.replace("It stopped", "Itâ€™s over")))


def test_tags_are_undone_and_escapes_written():
    """From SubRip to WebVTT, tags are undone and signs that mean something are escaped."""
    assert "It rained all night." in to_vtt(normalise(SRT))
    assert "Rain &amp; wind" in to_vtt(normalise(SRT.replace("It rained", "Rain & wind")))


@given(any_texts)
def test_what_is_written_is_read_again(text):
    """A caption file that was written from a transcript is read with as many cues of the same words."""
    document = normalise(text)
    spoken = [" ".join(cue.text.split()) for cue in document.cues if cue.text.strip() and not cue.speaker]
    if document.kind == "transcript" and len(spoken) == len(document.cues) and spoken and document.format != "srt":
        again = normalise(to_srt(document), kind="transcript")
        assert len(again.cues) == len(spoken)
