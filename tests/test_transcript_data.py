"""Transcripts as data: json3, Whisper's JSON and table, podcasts; whatever the order of members, or cut off."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.model import Word
from transcripts import Read, said

JSON3 = {
    "wireMagic": "pb3",
    "events": [
        {"tStartMs": 0, "dDurationMs": 9000, "id": 1},
        {
            "tStartMs": 120,
            "dDurationMs": 4000,
            "segs": [{"utf8": "so"}, {"utf8": " it’s", "tOffsetMs": 320}, {"utf8": " {late}", "tOffsetMs": 800}],
        },
        {"tStartMs": 2000, "aAppend": 1, "segs": [{"utf8": "\n"}]},
        {"tStartMs": 4200, "dDurationMs": 1000, "segs": [{"utf8": "bye"}]},
    ],
}
WHISPER = {
    "text": ' It rained. "All" day.',
    "segments": [
        {"id": 0, "start": 0.0, "end": 2.5, "text": " It rained.", "tokens": [50364, 440], "temperature": 0.0},
        {"id": 1, "start": 2.5, "end": 4, "text": ' "All" day.', "speaker": "SPEAKER_00"},
    ],
    "language": "en",
}
CHUNKS = {
    "text": "It rained.",
    "chunks": [{"timestamp": [0.0, 2.5], "text": " It rained."}, {"text": ' "All" day.', "timestamp": [2.5, 4]}],
}
PODCAST = {
    "version": "1.0.0",
    "segments": [
        {"speaker": "Ann Lee", "startTime": 0, "endTime": 2.5, "body": "It rained."},
        {"body": '"All" day.', "startTime": 2.5, "endTime": 4},
    ],
}
TABLE = 'start\tend\ttext\n0\t2500\tIt rained.\n2500\t4000\t"All" day.\n'
CUES = [(0.0, 2.5, "It rained."), (2.5, 4.0, '"All" day.')]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_json3(ascii_only):
    """Events of json3 are cues, with the times of their words; what only breaks a line is none."""
    read = Read(json.dumps(JSON3, ensure_ascii=ascii_only))
    assert read.form == "json3"
    assert read.tiled()
    assert [(cue.start, cue.end, cue.text) for cue in read.cues] == [(0.12, 4.12, "so it’s {late}"), (4.2, 5.2, "bye")]
    assert read.cues[0].words == (Word(0.12, "so"), Word(0.44, "it’s"), Word(0.92, "{late}"))


@pytest.mark.parametrize("text", [*map(json.dumps, (WHISPER, CHUNKS, PODCAST)), json.dumps(WHISPER, indent=1), TABLE])
def test_segments(text):
    """Segments are cues in every dialect, and what else the data hold is markup."""
    read = Read(text)
    assert read.tiled()
    assert said(text) == CUES
    assert read.codes == []
    assert text[slice(*read.cues[0].span)].strip() == "It rained."


def test_words_of_segments():
    """Words that have times of their own are kept, and their strings are not said twice."""
    segment = {
        "start": 1.0,
        "end": 2.0,
        "text": "It rained.",
        "words": [{"word": "It", "start": 1.0}, {"word": " rained.", "start": 1.4}],
    }
    read = Read(json.dumps({"segments": [segment]}), "whisper")
    assert read.cues[0].words == (Word(1.0, "It"), Word(1.4, "rained."))
    assert read.texts("speech") == ["It rained."]


def test_speakers_of_data():
    """A segment may name who speaks."""
    assert [cue.speaker for cue in Read(json.dumps(PODCAST)).cues] == ["Ann Lee", None]


def test_data_that_is_cut_off():
    """Data that ends inside an object is read up to there, with a note."""
    text = json.dumps(WHISPER)
    read = Read(text[: text.index("speaker")])
    assert said(read.text) == CUES
    assert read.codes == ["cue.data.cut"]


@given(
    st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                '"start": 1, ',
                '"text": "a\\',
                'u2019"',
                '"end": 2',
                "[",
                '"tStartMs": 5',
                '"segs": [{"utf8": "x"}',
                '"',
            ]
        ),
        max_size=20,
    )
)
def test_any_pieces(pieces):
    """Pieces of data in any order are tiled and read."""
    for form in ("json3", "whisper", "podcast"):
        read = Read("".join(pieces), form)
        assert read.tiled()
        assert all(cue.text for cue in read.cues)
