"""Clocks: how transcripts write times, in which words, and which of a page's clocks are those of its transcript."""

import pytest

from newsnorm.clocks import Clocks, closing_clocks, opening_clocks, seconds, spelled_end, times_of, transcript_run

SPELLED = [
    ("0:00", "0 secondsWell", "Well"),
    ("0:54", "54 secondsIt keeps", "It keeps"),
    ("1:03", "1 minute, 3 secondsSo", "So"),
    ("6:00", "6 minutesThere", "There"),
    ("1:01:03", "1 hour, 1 minute, 3 secondsService", "Service"),
    ("0:01", "1 secondsoon", "soon"),
    ("1:03", "1 Minute und 3 SekundenAlso", "Also"),
    ("1:03", "1 minuto y 3 segundosPues", "Pues"),
    ("2:05", "2 minutes et 5 secondesAlors", "Alors"),
    ("2:05", "2 minuty i 5 sekundNo", "No"),
    ("2:05", "2分5秒では", "では"),
    ("2:05", "2분 5초그래서", "그래서"),
    ("1:03", "2 minutes later", "2 minutes later"),
    ("1:03", "1 minute, 4 seconds", "1 minute, 4 seconds"),
    ("1:03", "Well", "Well"),
]
TIMES_OF_DAY = [
    "5:30 p.m. Vote",
    "5:30pm Vote",
    "17:30 GMT Vote",
    "11:00 ET Vote",
    "20:15 Uhr Tagesschau",
    "17:30:15:20 Vote",
]


@pytest.mark.parametrize(("clock", "behind", "rest"), SPELLED)
def test_words_that_spell_a_clock(clock, behind, rest):
    """Words behind a clock belong to it where they spell it, in any language, and else to what is said."""
    assert (clock + behind)[spelled_end(clock + behind, seconds(clock), len(clock)) :] == rest


@pytest.mark.parametrize("line", TIMES_OF_DAY)
def test_times_of_day_are_no_clocks(line):
    """A time of day, told by what follows it, opens no line of a panel, unless this is asked for."""
    assert opening_clocks(line).times == []
    assert len(opening_clocks(line, times_of_day=True).times) == (not line.startswith("17:30:15"))


def test_seconds_have_two_digits():
    """What a panel glues to a clock is text, be it a number."""
    text = "0:0554 of them\n0:09 9 more"
    clocks = opening_clocks(text)
    assert [text[end:] for end in clocks.ends] == ["54 of them\n0:09 9 more", "9 more"]


def test_places_of_clocks():
    """The places of clocks are those of the text, whichever side of their line they stand on."""
    text = "0:00\nWell,0:05\n[1:02:03] no\n"
    for find, written in ((opening_clocks, ["0:00", "[1:02:03] "]), (closing_clocks, ["0:00", "0:05"])):
        clocks = find(text)
        assert clocks.times == times_of(written)
        assert [text[start:end] for start, end in zip(clocks.starts, clocks.ends, strict=True)] == written


def test_other_clocks_of_a_page():
    """The transcript is the longest run that goes forward; chapters above and lengths of videos below are not."""
    chapters, speech = [0, 90, 300], [4 * k for k in range(20)]
    times = [*map(float, (*chapters, *speech, 1200, 300))]
    places = [50 * k for k in range(len(times))]
    assert transcript_run(Clocks(times, places, places, ["Well"] * len(times))) == range(3, 23)


def test_far_clocks_are_others():
    """A clock that stands pages away begins another run."""
    assert transcript_run(
        Clocks([0.0, 5.0, 9.0], [0, 40, 5000], [4, 44, 5004], ["Well", "Well " * 990, "Well"])
    ) == range(2)
