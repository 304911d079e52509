"""Caption files: read as far as a person could, with a note for each damage; tags, names and sounds in blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts import Read, said

SRT = "1\n00:00:01,000 --> 00:00:02,500\nIt rained\nall day.\n\n2\n00:00:03,000 --> 00:00:04,000\nThe river rose.\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:02.500\nIt rained\nall day.\n\n00:03.000 --> 00:04.000\nThe river rose.\n"
CUES = [(1.0, 2.5, "It rained\nall day."), (3.0, 4.0, "The river rose.")]

# Changes of a file that leave its two cues what they are, and the notes that tell of them.
DAMAGE = [
    (SRT, "1\n00", "00", ["cue.index.missing"]),
    (SRT, "01,000", "01.000", ["cue.times.form"]),
    (SRT, "00:00:01,000", "0:0:1,0", ["cue.times.form"]),
    (SRT, " --> ", "-->", ["cue.times.form"]),
    (SRT, "day.\n\n", "day.\n", ["cue.blank.missing"]),
    (SRT, "day.\n\n", "day.\n \n", []),
    (SRT, "day.\n\n", "day.\n\n\n", []),
    (SRT, "1\n00", "\n\n1\n00", []),
    (SRT, "500\n", "500 X1:1 X2:2 Y1:1 Y2:2\n", []),
    (SRT, "\n", "\r\n", []),
    (SRT, "\n", "\r", []),
    (SRT, "rose.\n", "rose.\n\n3\n00:00:05,0", ["cue.times.unreadable"]),
    (VTT, "WEBVTT\n\n", "", ["cue.head.missing"]),
    (VTT, "WEBVTT\n\n", "WEBVTT\n", []),
    (VTT, "WEBVTT", "WEBVTT - news\nKind: captions", []),
    (VTT, "01.000", "01,000", ["cue.times.form"]),
    (VTT, "WEBVTT\n", "WEBVTT\n\nNOTE rain --> river\n\nSTYLE\n::cue { color: red }\n", []),
    (VTT, "00:03.000", "second\n00:03.000", []),
    (VTT, "00:03.000", "2\n00:03.000", []),
    (VTT, "500\n", "500 align:start position:0%\n", []),
    (VTT, "500\n", "500\n \n", []),
    (VTT, "\n", "\r\n", []),
]


@pytest.mark.parametrize(("text", "old", "new", "codes"), DAMAGE)
def test_damaged_files(text, old, new, codes):
    """A damaged file gives the cues that a person would read, and a note for each kind of damage."""
    read = Read(text.replace(old, new) if old in "\r\n" else text.replace(old, new, 1))
    assert read.tiled()
    assert [(cue.start, cue.end, cue.text.replace("\r", "")) for cue in read.cues] == CUES
    assert read.codes == codes


ODD_TIMES = [
    (("02,500", "00,500"), "cue.times.backwards"),
    (("03,000", "02,000"), "cue.times.overlap"),
    (("03,000", "00,500"), "cue.times.order"),
]


@pytest.mark.parametrize(("change", "code"), ODD_TIMES)
def test_odd_times(change, code):
    """Times that cannot be right are kept as they stand, with a note."""
    read = Read(SRT.replace(*change, 1))
    assert code in read.codes
    assert [cue.text for cue in read.cues] == ["It rained\nall day.", "The river rose."]


def test_unreadable_times():
    """Words under times that cannot be read stay with the cue before, which a note tells."""
    read = Read(SRT.replace("00:00:03", "00:xx:03"))
    assert said(read.text) == [(1.0, 2.5, "It rained\nall day.\n\nThe river rose.")]
    assert "cue.times.unreadable" in read.codes


def test_strict_times():
    """Under the head of WebVTT, times are what the W3C asks: three digits of a fraction, two of minutes below 60."""
    assert said("WEBVTT\n\n00:61.000 --> 00:02\nno\n\n00:03.000 --> 00:04.000\nyes\n") == [(3.0, 4.0, "yes")]


def test_words_that_look_like_times():
    """A number, an arrow and a time among the words are words."""
    words = ["2026", "A --> B is a map.", "Jump to 00:01:23,456 in it."]
    text = "\n".join(f"{k}\n00:00:0{k},000 --> 00:00:0{k},900\n{line}\n" for k, line in enumerate(words, 1))
    assert [cue.text for cue in Read(text).cues] == words


def test_empty_cues():
    """A cue without words is a cue."""
    assert said("1\n00:00:01,000 --> 00:00:02,000\n\n" + SRT.replace("1\n", "2\n", 1))[0] == (1.0, 2.0, "")


def test_blocks_have_their_kinds():
    """Indexes, settings, remarks and tags are markup, times are timestamps, the rest is speech."""
    read = Read("WEBVTT\n\nNOTE by hand\n\n1\n00:01.000 --> 00:02.000 line:0\n<i>It</i> rained.\n")
    assert read.texts("markup") == ["WEBVTT", "NOTE by hand", "1", "line:0", "<i>", "</i>"]
    assert read.texts("timestamp") == ["00:01.000 --> 00:02.000"]
    assert read.cues[0].text == "It rained."


TAGGED = [
    ("srt", "<i>It</i> {\\an8}rained <font color='red'>all</font> day", "It rained all day"),
    ("srt", "1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("srt", "Fish &amp; chips", "Fish & chips"),
    ("vtt", "<v Ann Lee>It rained</v>", "It rained"),
    ("vtt", "<c.loud>It <b>rained", "It rained"),
    ("vtt", "A &amp; B &gt;&gt; C&nbsp;&am", "A & B >> C\u00a0&am"),
    ("vtt", "<ruby>rain<rt>ame</rt></ruby>", "rainame"),
    ("vtt", "1 < 2", "1 < 2"),
]


@pytest.mark.parametrize(("form", "written", "words"), TAGGED)
def test_tags_and_escapes(form, written, words):
    """Tags and escapes of the format are no words."""
    head, point = ("WEBVTT\n\n", ".") if form == "vtt" else ("1\n", ",")
    assert Read(f"{head}00:00:01{point}000 --> 00:00:02{point}000\n{written}\n").cues[0].text == words


def test_word_times():
    """Words that carry times keep them; the first has the time of its cue."""
    cue = Read("WEBVTT\n\n00:01.000 --> 00:02.000\nIt<00:00:01.500><c> rained</c><00:00:01.750><c> hard</c>\n").cues[0]
    assert cue.words == ((1.0, "It"), (1.5, "rained"), (1.75, "hard"))
    assert cue.text == "It rained hard"


ROLLING = ["so I went", "to Rome and", "it rained", "no", "no", "not at all", "they said"]


def rolled(lines, form):
    """Captions that show each line twice, and a cue between any two as machines write them."""
    point = "." if form == "vtt" else ","
    shown = [pair for one, two in zip(["", *lines], lines, strict=False) for pair in ((one, two), (two,))]
    times = [f"00:00:{k:02d}{point}000 --> 00:00:{k + 1:02d}{point}000" for k in range(len(shown))]
    cues = [
        f"{k}\n{time}\n" + "\n".join(filter(None, lines))
        for k, (time, lines) in enumerate(zip(times, shown, strict=True), 1)
    ]
    return ("WEBVTT\n\n" if form == "vtt" else "") + "\n\n".join(cues) + "\n"


@pytest.mark.parametrize("form", ["srt", "vtt"])
def test_rolling_captions(form):
    """Lines that a cue shows again are markup; what is said twice stays."""
    read = Read(rolled(ROLLING, form))
    assert read.tiled()
    assert [cue.text for cue in read.cues] == ROLLING
    assert {block.rule for block in read.blocks if block.kind == "markup"} >= {"cue.rolling"}


def test_repeated_words_do_not_roll():
    """In a file that does not roll, a line that comes again is said again."""
    lines = ["So?", "No.", "No.", "Well.", "It rained."]
    text = "\n".join(f"{k}\n00:00:0{k},000 --> 00:00:0{k},900\n{line}\n" for k, line in enumerate(lines, 1))
    assert [cue.text for cue in Read(text).cues] == lines


NAMED = [
    ("Ann Lee: It rained.", "Bo Chen: Yes.", "Ann Lee: And then?"),
    ("ANN LEE: It rained.", "BO CHEN: Yes.", "ANN LEE: And then?"),
    (
        "[ANN LEE] It rained.",
        "[BO CHEN] Yes.",
        "[ANN LEE] And then?",
        "[BO CHEN] No.",
        "[ANN LEE] Oh.",
        "[BO CHEN] So.",
    ),
    ("<v Ann Lee>It rained.", "<v Bo Chen>Yes.</v>", "<v Ann Lee>And then?"),
]


@pytest.mark.parametrize("lines", NAMED)
def test_speakers(lines):
    """Names before colons, in brackets and in voice tags are speakers, not words."""
    cues = "\n".join(f"00:00:0{k}.000 --> 00:00:0{k}.900\n{line}\n" for k, line in enumerate(lines, 1))
    read = Read("WEBVTT\n\n" + cues)
    assert [cue.speaker for cue in read.cues[:3]] == ["Ann Lee", "Bo Chen", "Ann Lee"]
    assert read.cues[0].text == "It rained."


@pytest.mark.parametrize("nickname", ["bo", "bo-chen", "bo | newsroom", "Bo | newsroom", "bo chen"])
def test_nicknames(nickname):
    """Where most cues open with a name, whatever opens others like one and comes back is a name, too."""
    lines = ["Ann Lee: It rained.", f"{nickname}: Yes.", "Ann Lee: And then?", "Ann Lee: Well?", f"{nickname}: No."]
    cues = [f"00:00:0{k}.000 --> 00:00:0{k}.900\n{line}\n" for k, line in enumerate(lines, 1)]
    read = Read("\n".join(["WEBVTT\n", *cues]))
    assert [cue.speaker for cue in read.cues] == ["Ann Lee", nickname, "Ann Lee", "Ann Lee", nickname]
    few = Read("\n".join(["WEBVTT\n", *cues, *(cue.replace("Ann Lee: ", "") for cue in cues[::2] * 3)]))
    assert few.cues[1].text == f"{nickname}: Yes."


def test_a_clause_before_a_colon_is_no_speaker():
    """A file that uses colons for other things names nobody."""
    lines = ["We need two things: rain and sun.", "My advice: wait.", "The result: none."]
    text = "\n".join(f"{k}\n00:00:0{k},000 --> 00:00:0{k},900\n{line}\n" for k, line in enumerate(lines, 1))
    assert [(cue.speaker, cue.text) for cue in Read(text).cues] == [(None, line) for line in lines]


OTHERS = [
    (
        "[00:01.000 --> 00:02.500]  It rained\n[00:00:03.000 --> 00:00:04.000]  The river rose.\n",
        [(1.0, 2.5, "It rained"), CUES[1]],
    ),
    ("0:00:01.000,0:00:02.500\nIt rained\nall day.\n\n0:00:03.000,0:00:04.000\nThe river rose.\n", CUES),
    ("[INFORMATION]\n[TITLE]x\n[END INFORMATION]\n00:00:03.00,00:00:04.00\nThe river rose.\n", CUES[1:]),
    (
        "[ar:Ann Lee]\n[00:01.00]It rained\n[00:03.00]The river rose.\n",
        [(1.0, 3.0, "It rained"), (3.0, None, "The river rose.")],
    ),
]


@pytest.mark.parametrize(("text", "cues"), OTHERS)
def test_other_captions(text, cues):
    """Whisper's lines, SBV, SubViewer and LRC are read like SubRip."""
    assert Read(text).tiled()
    assert said(text) == cues


@given(
    st.lists(
        st.sampled_from([*SRT.splitlines(), *VTT.splitlines(), "", " ", "<i>", "-->", "x\r", "NOTE", ">> A: b"]),
        max_size=14,
    )
)
def test_any_lines(lines):
    """Lines of captions in any order are tiled, and speech and times are in the order of the text."""
    for form in ("srt", "vtt", "sbv", "lrc"):
        read = Read("\n".join(lines), form)
        assert read.tiled()
        places = [cue.span.start for cue in read.cues]
        assert places == sorted(places)
