"""Dialogues: turns by name, by name and clock, and lines of a chat; names, roles, chapters, sounds and clips."""

import pytest

from newsnorm import normalise, to_markdown
from newsnorm.model import Speaker
from newsnorm.sentences import printed
from transcripts import Read

RUSH = """The Morning News -- June 29, 2007

Transcript

THIS IS A RUSH TRANSCRIPT. THIS COPY MAY NOT BE IN ITS FINAL FORM.

ANN LEE, NBC NEWS ANCHOR: Thanks for joining us. The river rose again last night.

It has not been so high since 1950.

Storm Season

LEE: Our reporter is at the dam.

(BEGIN VIDEO CLIP)

DR. BO O'NEIL, CNN REPORTER (voice-over): The water came at night. (LAUGHTER)

MARY MCDONALD, OWNER: We lost everything: the house, the barn.

O'NEIL: And the mayor?

U.S. SENATOR CY ROE: We will rebuild.

(END VIDEO CLIP)

LEE: Good night.
"""


def test_broadcast_transcripts():
    """A rush transcript has a cue for each turn; a surname alone means who was named in full."""
    read = Read(RUSH)
    assert read.form == "speaker"
    assert read.tiled()
    names = ["Ann Lee", "Ann Lee", "Bo O'Neil", "Mary McDonald", "Bo O'Neil", "Cy Roe", "Ann Lee"]
    assert [cue.speaker for cue in read.cues] == names
    assert {cue.start for cue in read.cues} == {cue.end for cue in read.cues} == {None}
    assert read.cues[3].text == "We lost everything: the house, the barn."


BRIEFING = """PRESS BRIEFING BY PRESS SECRETARY ANN LEE

1:05 P.M. EST

MS. LEE:  Good afternoon.  The river has risen, and I have a few words on it.

THE PRESIDENT:  I may come in later.

Q    Thank you.  When will the dam be mended?

MS. LEE:\xa0 It will take us some weeks.

Q\xa0\xa0\xa0 And who will pay for it?

MS. LEE:  We will know that tomorrow.

THE PRESIDENT:  The people always pay.

Q    And what about the barns that were lost?
"""


def test_briefings():
    """An office speaks as people do, and whoever asks is Q, without a colon; there are no such labels in interviews."""
    read = Read(BRIEFING)
    assert read.form == "speaker"
    assert [cue.speaker for cue in read.cues] == ["Lee", "The President", "Q", "Lee", "Q", "Lee", "The President", "Q"]
    assert read.cues[4].text == "And who will pay for it?"
    assert read.speakers[0] == Speaker("Lee", None, "MS. LEE")
    asked = Read(BRIEFING.replace("Q ", "QUESTION:").replace("Q\xa0", "QUESTION: "))
    assert [cue.speaker for cue in asked.cues][4:6] == ["Question", "Lee"]
    assert Read(BRIEFING.replace("MS. LEE", "Q").replace("THE PRESIDENT", "A").replace("Q ", "Q: ")).form == "plain"


def test_clocks_inside_turns():
    """A clock in brackets inside a turn is a clock that opens no cue, neither a sound nor said."""
    timed = RUSH.replace("\nLEE: Our", "\n[20:05:12]\n\nLEE: Our").replace("at night. (", "at night. [20:11] (")
    read = Read(timed)
    assert read.texts("timestamp") == ["[20:05:12]", "[20:11]"]
    assert [(cue.start, cue.text) for cue in read.cues] == [(None, cue.text) for cue in Read(RUSH).cues]
    assert [event.text for event in read.events] == [event.text for event in Read(RUSH).events]
    headed = Read("".join(f"Ann Lee  0:0{k}\nWell, (00:08) so it is.\n" for k in range(1, 5)))
    assert [(cue.start, cue.text) for cue in headed.cues] == [(float(k), "Well, so it is.") for k in range(1, 5)]


def test_speakers_of_a_broadcast():
    """A label is parted into a name, in small letters, and what the speaker is."""
    assert Read(RUSH).speakers == (
        Speaker("Ann Lee", "NBC News Anchor", "ANN LEE, NBC NEWS ANCHOR"),
        Speaker("Bo O'Neil", "CNN reporter", "DR. BO O'NEIL, CNN REPORTER (voice-over)"),
        Speaker("Mary McDonald", "owner", "MARY MCDONALD, OWNER"),
        Speaker("Cy Roe", "U.S. senator", "U.S. SENATOR CY ROE"),
    )


def test_marks_of_a_broadcast():
    """Headings between turns are chapters, clips and sounds are events, and what stands above is chrome."""
    read = Read(RUSH)
    assert [chapter.text for chapter in read.chapters] == ["Storm Season"]
    assert [(event.text, event.kind) for event in read.events] == [
        ("(BEGIN VIDEO CLIP)", "clip_begin"),
        ("(LAUGHTER)", "sound"),
        ("(END VIDEO CLIP)", "clip_end"),
    ]
    assert read.texts("chrome")[0] == "The Morning News -- June 29, 2007"
    assert "LAUGHTER" not in "".join(sentence.text for sentence in read.sentences)


def test_a_turn_goes_on_below_a_heading():
    """A heading inside a turn parts it: the same speaker goes on, and the Markdown has the heading where it stands."""
    turns = ["ANN LEE, HOST: Good evening.", "BO ROE, REPORTER: It rained.\n\nStorm Season\n\nThe river rose."]
    turns += ["LEE: Where?", "ROE: Here.", "LEE: Still?", "ROE: Yes.\n\n## The Markets\n"]
    document = normalise("\n\n".join(["THIS IS A RUSH TRANSCRIPT.", *turns]))
    said = ["Good evening.", "It rained.", "The river rose.", "Where?", "Here.", "Still?", "Yes."]
    assert [cue.text for cue in document.cues] == said
    assert document.paragraphs == tuple(said)
    assert [cue.speaker for cue in document.cues[1:3]] == ["Bo Roe", "Bo Roe"]
    written = "Bo Roe: It rained.\n\n## Storm Season\n\nBo Roe: The river rose.\n\nAnn Lee: Where?"
    assert written in to_markdown(document)
    assert to_markdown(document).endswith("Bo Roe: Yes.\n\n## The Markets\n")


HEADERS = [
    "{name}: 00:00:0{k}",
    "{name}  0:0{k}",
    "{name} (00:00:0{k}):",
    "**{name}** [0:0{k}](https://example.org/?t={k}s):",
]


@pytest.mark.parametrize("header", HEADERS)
def test_names_with_clocks(header):
    """A name and a clock open a turn that ends where the next one starts; a heading is a chapter."""
    lines = ["Where were you?", "At home.\n\n## The river", "And then?"]
    turns = [header.format(name=name, k=k) for k, name in enumerate(("Ann Lee", "Bo Chen", "Ann Lee"), 1)]
    read = Read("".join(f"{turn}\n{line}\n\n" for turn, line in zip(turns, lines, strict=True)))
    assert read.form == "speaker-time"
    assert read.tiled()
    assert [(cue.start, cue.end, cue.speaker, cue.text) for cue in read.cues] == [
        (1, 2, "Ann Lee", "Where were you?"),
        (2, 3, "Bo Chen", "At home."),
        (3, None, "Ann Lee", "And then?"),
    ]
    assert [(chapter.start, chapter.text) for chapter in read.chapters] == [(3, "The river")]


def test_a_heading_inside_a_turn_with_a_clock():
    """A turn that has a clock is one cue; the heading inside it stands behind it, in the Markdown, too."""
    turns = ["Ann Lee: 00:00:01\nWhere?", "Bo Chen: 00:00:02\nAt home.\n\n## The river\n\nIt rose. And more."]
    document = normalise("\n\n".join([*turns, "Ann Lee: 00:00:03\nAnd?\n"]))
    assert document.paragraphs == ("Where?", "At home. It rose. And more.", "And?")
    written = "**0:02** Bo Chen: At home. It rose. And more.\n\n## The river\n\n**0:03** Ann Lee: And?\n"
    assert to_markdown(document).endswith(written)


def test_chats():
    """A chat log has a clock, a name and what was written, which may go on below."""
    read = Read("00:18:53\tAnn Lee:\tHello?\nAnyone?\n00:35:07\tBo | Rivers:\tYes.\n00:36:59\tAnn Lee:\tGood.\n")
    assert read.form == "chat"
    assert read.tiled()
    assert [(cue.start, cue.speaker, cue.text) for cue in read.cues] == [
        (1133, "Ann Lee", "Hello?\nAnyone?"),
        (2107, "Bo | Rivers", "Yes."),
        (2219, "Ann Lee", "Good."),
    ]


def test_initials_and_first_names():
    """Initials that stand behind a full name, and a first name that one alone has, mean that one."""
    turns = ["Ann Lee (AL)", "Bo Chen (BC)", "AL", "BC", "Ann", "BC", "AL", "BC", "Ann", "BC"]
    text = "".join(f"{turn}: Well, this is what I think about the river.\n\n" for turn in turns)
    assert [cue.speaker for cue in Read(text, "speaker").cues] == ["Ann Lee", "Bo Chen"] * 5


def test_any_text_is_tiled():
    """A format that is forced on a text of another kind tiles it too."""
    for form in ("speaker", "panel-glued", "srt", "vtt", "lrc", "whisper", "scc", "plain"):
        read = Read("Storm hits coast\n\nNine people were hurt: so it goes.\n", form)
        assert read.tiled()
        assert {cue.start for cue in read.cues} <= {None}


@pytest.mark.parametrize("form", ["plain", "speaker", "speaker-time", "chat", "panel-lines"])
def test_what_has_no_clock_and_no_name_is_said(form):
    """A text that the caller calls a transcript keeps its words, whatever its form."""
    read = Read("It rained all day.\n\nThe river rose.\n", form)
    assert [cue.text for cue in read.cues] == ["It rained all day.", "The river rose."]
    assert printed(read.cues, ()) == ("It rained all day. The river rose.",)
