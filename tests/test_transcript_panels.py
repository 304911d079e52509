"""Pasted panels: clocks in every place, chapters between cues, and the page around a transcript as chrome."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import normalise
from newsnorm.sentences import printed
from newsnorm.transcript import reader
from transcripts import Read, said

LINES = (
    "Good evening",
    "and welcome to",
    "the late news.",
    "It rained all day,",
    "and the river rose.",
    "That is all.",
)
STARTS = (0, 2, 4, 6, 9, 11)


def clock(seconds):
    return f"{seconds // 60}:{seconds % 60:02d}"


def panel(shape, *, end="\n"):
    """The lines above, with a clock in front of each as ``shape`` says."""
    return end.join(shape.format(clock(start), line) for start, line in zip(STARTS, LINES, strict=True)) + end


ODD = ["[Music]", ">> So (LAUGHTER) it is.", "Two\nlines", "", "(what)", "Ann: [the]", "a\rb"]  # lines unlike others
SHAPES = ["{}{}", "{} {}", "{}\t{}", "[{}] {}", "({}) {}", "{} - {}", "  {} {}", "{}\n{}"]
ENDS_GLUED = (
    "0:00\nGood evening0:02\nand welcome to0:04\nthe late news.0:06\nIt rained all day,0:09\nand the river rose.0:11\n"
    "That is all.\n"
)
SPELLED = (
    "0:00Good evening\n0:022 secondsand welcome to\n0:044 secondsthe late news.\n0:066 secondsIt rained all day,\n"
    "0:099 secondsand the river rose.\n0:1111 secondsThat is all.\n"
)


@pytest.mark.parametrize(
    "text", [*map(panel, SHAPES), *(panel(shape, end="\r\n") for shape in SHAPES), ENDS_GLUED, SPELLED]
)
def test_every_shape_says_the_same(text):
    """A panel gives the same cues in every shape: each ends where the next one starts, the last has no end."""
    read = Read(text)
    assert read.tiled()
    assert said(text) == [*zip(STARTS, (*STARTS[1:], None), LINES, strict=True)]
    assert all(cue.end_inferred and text[slice(*cue.span)] == cue.text for cue in read.cues)
    assert not read.texts("chrome")


def test_hours():
    """A clock of three numbers tells hours."""
    assert [start for start, _, _ in said("[59:58] So\n[1:00:02] on.\n[1:00:05] And on.\n", "panel-glued")] == [
        3598,
        3602,
        3605,
    ]


def test_line_ends_belong_to_what_ends_the_line():
    """A clock on its own line is a block with its line end, and so is a line of speech."""
    read = Read(panel("{}\n{}"))
    assert {read.text[block.end - 1] for block in read.blocks} == {"\n"}


PAGE = """Storm hits coast
121K subscribers
Chapters
0:00 Intro
1:30 The river
2:00 Outro

@bo
At 0:04 I laughed.

Transcript

""" + panel("{}{}") + """
All
Related
12:03
A dam in winter
30K views
9:15
Rivers of Europe
"""  # fmt: skip


def test_the_page_around_is_chrome():
    """Chapter lists, comments, and the lengths of other videos around a transcript are chrome; nothing is lost."""
    read = Read(PAGE)
    assert read.tiled()
    assert [cue.text for cue in read.cues] == [*LINES]
    assert {"121K subscribers", "0:00 Intro", "At 0:04 I laughed.", "Transcript", "12:03", "Rivers of Europe"} <= set(
        read.texts("chrome")
    )


def test_comments_below_are_chrome():
    """The word that a page puts below its panel is chrome, as in the seed."""
    assert Read(panel("{}{}") + "Comments").texts("chrome") == ["Comments"]


def test_chapters():
    """A second line under one clock is the title of the next chapter; the first title stands above all."""
    lines = panel("{}\n{}").replace("It rained", "Weather\nIt rained").splitlines()
    lines[lines.index("Weather")], lines[lines.index("0:06")] = "0:06", "Weather"
    text = "Intro\n" + "\n".join(lines) + "\n"
    read = Read(text)
    assert [(chapter.start, chapter.text) for chapter in read.chapters] == [(0, "Intro"), (6, "Weather")]
    assert [cue.text for cue in read.cues] == [*LINES]


def test_numbered_chapters():
    """A line that numbers a chapter is one wherever it stands."""
    read = Read("Chapter 1: News\n" + panel("{}{}").replace("0:06", "Chapter 2: Weather\n0:06"))
    assert [(chapter.start, chapter.text) for chapter in read.chapters] == [
        (0, "Chapter 1: News"),
        (6, "Chapter 2: Weather"),
    ]


def test_wrapped_speech_is_no_chapter():
    """Where most clocks have two lines, the second is speech that goes on."""
    read = Read("".join(f"{clock(5 * k)}\nWhat is said here\nGoes on below\n" for k in range(9)))
    assert not read.chapters
    assert {cue.text for cue in read.cues[:-1]} == {"What is said here\nGoes on below"}


@pytest.mark.parametrize("line", ["am I to go?", "p.m. on Monday", "ET goes home"])
def test_words_like_times_of_day(line):
    """Between its neighbours a clock is one, though the words behind it could make it a time of day."""
    read = Read(panel("{}{}").replace(LINES[3], line))
    assert [(cue.start, cue.text) for cue in read.cues] == [*zip(STARTS, (*LINES[:3], line, *LINES[4:]), strict=True)]


def test_title_above():
    """A line alone above a panel without chapters is its headline, unless it only says what follows."""
    assert Read("Storm hits coast\n" + panel("{}{}")).texts("headline") == ["Storm hits coast"]
    assert Read("Transcript\n" + panel("{}{}")).texts("chrome") == ["Transcript"]


def test_sounds_are_events():
    """A bracket that tells a sound is an event, and still what its cue shows."""
    read = Read(panel("{}{}").replace("the late news.", "[Music]"))
    assert [(event.start, event.text, event.kind) for event in read.events] == [(4, "[Music]", "sound")]
    assert read.cues[2].text == "[Music]"
    assert "Music" not in " ".join(sentence.text for sentence in read.sentences)


def test_speakers():
    """Names before colons behind the clocks are speakers."""
    lines = ("Ann Lee: Good evening.", "Bo Chen: Hello.", "Ann Lee: It rained", "all day.", "Bo Chen: All night: too.")
    read = Read("".join(f"[{clock(2 * k)}] {line}\n" for k, line in enumerate(lines)))
    assert [cue.speaker for cue in read.cues] == ["Ann Lee", "Bo Chen", "Ann Lee", None, "Bo Chen"]
    assert read.cues[4].text == "All night: too."


def test_turn_marks():
    """``>>`` says that someone else speaks: a mark before the words, and ``>>>`` a new story."""
    read = Read(panel("{}{}").replace("It rained", ">>> It rained"))
    assert read.cues[3].text == "It rained all day,"
    assert [(event.start, event.kind) for event in read.events] == [(6, "story_change")]


@pytest.mark.parametrize(
    "text", [*map(panel, SHAPES), ENDS_GLUED, SPELLED, PAGE, *(panel("{}{}").replace(LINES[1], odd) for odd in ODD)]
)
def test_cues_at_hand_are_those_made_again(text):
    """The cues that a reader hands on are those that the blocks of a copied document give, and say the same."""
    document = normalise(text)
    assert document.cues
    again = copy.copy(document)
    assert (again.cues, again.paragraphs) == (document.cues, document.paragraphs)


@given(
    st.lists(
        st.sampled_from(
            [
                *"\n\n\n\r\t aI-–|[]()",
                "0:00",
                "0:05",
                "1:02:03",
                "[0:07]",
                " p.m.",
                ">>",
                "[Music]",
                "♪",
                "Ann: ",
                "Ann Lee\n",
                "5 seconds",
            ]
        )
    ).map("".join),
    st.sampled_from(["panel-glued", "panel-lines", "panel-end-glued", "panel-accessible"]),
)
def test_any_text_is_read_as_a_panel(text, form):
    """Whatever stands among clocks, the blocks tile the text and give the parts that came with them."""
    blocks, _, parts = reader.read(text, form)
    assert "".join(text[block.start : block.end] for block in blocks) == text
    made = {"cues": reader.cues(text, blocks, form), "_kinds": {block.kind for block in blocks}}
    assert made | parts == made
    assert printed(made["cues"], ()) == printed(parts.get("cues", made["cues"]), ())


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("k", range(len(LINES)))
def test_an_odd_line_changes_no_other(odd, k):
    """Marks, more lines or none at one clock leave the blocks and cues of all others as they are."""
    plain, read = Read(panel("{}{}")), Read(panel("{}{}").replace(LINES[k], odd), "panel-glued")
    assert read.tiled()
    assert [cue.text for cue in read.cues if cue.start != STARTS[k]] == [*LINES[:k], *LINES[k + 1 :]]
    assert len(read.texts("timestamp")) == len(plain.texts("timestamp"))
    assert [words for words in read.texts("speech") if words in LINES] == [*LINES[:k], *LINES[k + 1 :]]
