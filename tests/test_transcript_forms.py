"""Forms: one conversation, and one panel, as many programs write them, read alike."""

import pytest

from transcripts import Read

SAID = [
    (0, "Ann Lee", "Good evening, and welcome to the late news."),
    (4, "Bo Chen", "Thank you for having me here tonight."),
    (7, "Ann Lee", "What happened at the river on Monday?"),
    (11, "Bo Chen", "It rose by three feet: we had to leave."),
    (16, "Ann Lee", "And did anyone warn you?"),
    (63, "Bo Chen", "Nobody did, and nobody came."),
]
CODES = {"Ann Lee": "SPEAKER_00", "Bo Chen": "SPEAKER_01"}

# How a turn is written: {m} its minute, {s} its second of two digits, {n} who speaks, {t} what.
TURNS = {
    "Descript": ("speaker-time", "[00:{m:02}:{s}] {n}: {t}\n\n"),
    "Descript, a line each": ("speaker-time", "[00:{m:02}:{s}] {n}: {t}\n"),
    "clock and name above": ("speaker-time", "00:{m:02}:{s} {n}\n{t}\n\n"),
    "clock and name above, close": ("speaker-time", "{m}:{s} {n}\n{t}\n"),
    "bracketed clock and name above": ("speaker-time", "[{m:02}:{s}] {n}\n{t}\n\n"),
    "clock, dash and name": ("speaker-time", "{m}:{s} - {n}: {t}\n"),
    "clock with thousandths and name": ("speaker-time", "00:{m:02}:{s}.000 {n}: {t}\n"),
    "linked clock and bold name": ("speaker-time", "- [{c}](https://example.org/watch?t={c}) **{n}:** {t}\n"),
    "name in brackets before the clock": ("speaker-time", "[{n}] 00:{m:02}:{s}\n{t}\n\n"),
    "clock of hundredths": ("speaker-time", "[00:{m:02}:{s}.00] {n}: {t}\n"),
    "clocks of start and end": ("speaker-time", "[{c} - 9:{s}] {n}: {t}\n"),
    "name, dash and clock": ("speaker-time", "{n} - {c}\n{t}\n\n"),
    "name and clock of hundredths": ("speaker-time", "{n}  00:{m:02}:{s}.00\n{t}\n\n"),
    "name and clock as a heading": ("speaker-time", "### {n} ({c})\n\n{t}\n\n"),
    "name between clock and words": ("panel-lines", "{c}\n{n}\n{t}\n\n"),
    "Teams": ("srt", "0:{m}:{s}.0 --> 0:{m}:{s}.500\n{n}\n{t}\n\n"),
    "bold clock and name": ("speaker-time", "**[{m}:{s}] {n}:** {t}\n\n"),
}


# How a cue is written: {c} its clock, {w} the clock in words.
PANELS = {
    "clock in words on its own line": ("panel-lines", "{c}\n{w}\n{t}\n"),
    "clock in words on its own line, blank lines": ("panel-lines", "{c}\n\n{w}\n\n{t}\n\n"),
    "clock in words, carriage returns": ("panel-lines", "{c}\r\n{w}\r\n{t}\r\n"),
    "linked clock": ("panel-glued", "[{c}](https://example.org/watch?v=x&t={c}s) {t}\n"),
    "clocks of start and end": ("panel-glued", "{c} - 9:{s} {t}\n"),
    "clocks of start and end in brackets": ("panel-glued", "({c}–9:{s}) {t}\n"),
    "clocks of start and end above": ("panel-lines", "{c} - 9:{s}\n{t}\n\n"),
    "linked clock, listed": ("panel-glued", "- [{c}](https://example.org/watch?v=x&t={c}s) {t}\n"),
    "linked clock on its own line": ("panel-lines", "[{c}](https://example.org/watch?v=x&t={c}s)\n{t}\n\n"),
    "bold clock": ("panel-glued", "**{c}** {t}\n\n"),
    "bold clock in brackets": ("panel-glued", "**[{c}]** {t}\n\n"),
    "clock with thousandths": ("panel-glued", "00:0{c}.000 {t}\n"),
    "clock with thousandths on its own line": ("panel-lines", "00:0{c}.000\n{t}\n\n"),
    "clock in words glued": ("panel-accessible", "{c}{w}{t}\n"),
}


def written(form, said=SAID):
    """What is said, each turn in a form."""
    return "".join(
        form.format(m=at // 60, s=f"{at % 60:02}", c=f"{at // 60}:{at % 60:02}", w=spelled(at), n=name, t=words)
        for at, name, words in said
    )


def spelled(at):
    """Seconds as a screen reader is told them."""
    return f"1 minute, {at - 60} seconds" if at > 60 else f"{at} seconds"


@pytest.mark.parametrize("name", TURNS)
def test_turns(name):
    """Whatever brackets, marks and line ends stand around its clock and its name, a turn has the same cue."""
    form, pattern = TURNS[name]
    read = Read(written(pattern))
    assert read.form == form
    assert read.tiled()
    assert [(cue.start, cue.speaker, cue.text) for cue in read.cues] == SAID


@pytest.mark.parametrize("name", PANELS)
def test_panels(name):
    """Whatever stands around its clock, and how ever often it is told, a cue says the same."""
    form, pattern = PANELS[name]
    read = Read(written(pattern))
    assert read.form == form
    assert read.tiled()
    assert [(cue.start, cue.text) for cue in read.cues] == [(at, words) for at, _, words in SAID]


@pytest.mark.parametrize("unit", ["Sekunden", "secondes", "segundos", "secondi", "秒", "секунд"])
def test_clocks_in_words_of_many_languages(unit):
    """The words that spell a clock below it are known in the languages in which they are known behind it."""
    assert {
        cue.text for cue in Read("".join(f"0:{k}\n{k} {unit}\nIt rained all day.\n" for k in range(11, 59))).cues
    } == {"It rained all day."}


def test_numbers_are_said():
    """A number on the line below a clock is said where it does not spell the clock, or more stands beside it."""
    text = "0:02\n3 seconds\n0:04\n4 seconds to go now\n0:06\n9 minutes and counting\n0:09\nOh.\n"
    assert [cue.text for cue in Read(text, "panel-lines").cues][:2] == ["3 seconds", "4 seconds to go now"]


@pytest.mark.parametrize(
    "pattern",
    [
        "**{n}:** {t}\n\n",
        "*{n}:* {t}\n\n",
        "{n} : {t}\n\n",
        "{n}\xa0: {t}\n\n",
        "{n}:\n\n{t}\n\n",
        "**{n}**: {t}\n\n",
        "{n}: {t}\n\n",
    ],
)
def test_turns_without_clocks(pattern):
    """A name before a colon opens a turn, in bold or not."""
    read = Read(written(pattern))
    assert read.form == "speaker"
    assert [(cue.speaker, cue.text) for cue in read.cues] == [(name, words) for _, name, words in SAID]


def test_thousandths():
    """A clock with thousandths is told as exactly as it is written."""
    read = Read("".join(f"00:00:0{k}.1{k}0 It rained all day.\n" for k in range(1, 7)))
    assert [cue.start for cue in read.cues] == [1.11, 2.12, 3.13, 4.14, 5.15, 6.16]


def test_long_turns():
    """A turn is as long as it takes: no clock is needed until the next one speaks."""
    long = [(at, name, f"{words} " + "The river rose again in the night of Monday. " * 90) for at, name, words in SAID]
    read = Read(written("[00:{m:02}:{s}] {n}: {t}\n", long))
    assert read.form == "speaker-time"
    assert [cue.speaker for cue in read.cues] == [name for _, name, _ in SAID]


def test_speakers_of_a_machine():
    """Codes behind the times of Whisper's lines name who speaks, as they are written."""
    coded = [(at, CODES[name], words) for at, name, words in SAID]
    read = Read(written("[0{m}:{s}.000 --> 0{m}:{s}.500] {n}: {t}\n", coded))
    assert read.form == "whisper"
    assert [(cue.start, cue.speaker, cue.text) for cue in read.cues] == coded
    assert [cue.text for cue in Read(written("[0{m}:{s}.000 --> 0{m}:{s}.500]  {t}\n")).cues] == [t for *_, t in SAID]


ARTICLES = {
    "live page": "".join(
        f"10:{minute} Ann Lee\nThe minister told reporters that talks went on. " * 3 + "\n"
        for minute in range(20, 50, 4)
    ),
    "race": "".join(f"1:{k}.{k}7 {name}\n" for k, name in enumerate(["Ann Lee", "Bo Chen", "Cy Roe"] * 9, 12)),
    "match": "".join(f"{minute}:10 Goal: Lee shoots from far away and scores\n" for minute in range(10, 90, 9)),
    "parts of a list": "Ann Lee : the mill\nBo Chen : the dam\nCy Roe : the barn\n" * 4,
    "chapters": "00:00:00 Ann Lee\n00:04:10 Bo Chen\n00:09:00 Ann Lee\n00:12:00 Bo Chen\n"
    + "We talked of rivers. " * 90,
}


@pytest.mark.parametrize("name", ARTICLES)
def test_articles(name):
    """Pages on which clocks stand beside names are no dialogues."""
    assert Read(ARTICLES[name]).form == "plain"
