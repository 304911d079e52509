"""Relative dates: what is counted back from the day that the caller knows, and what nobody can know."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.edits import Span
from newsnorm.model import Hints, Timestamp
from newsnorm.relative import counted, is_counted, moment, resolved

NOW = dt.datetime(2024, 3, 1, 12, 30, 15, tzinfo=dt.UTC)
YESTERDAY = dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2 hours ago", 2),
        ("an hour ago", 1),
        ("Updated 3 hrs ago", 3),
        ("vor 3 Stunden", 3),
        ("vor einer Stunde", 1),
        ("il y a 2 heures", 2),
        ("hace 2 horas", 2),
        ("há 5 horas", 5),
        ("2 ore fa", 2),
        ("4 uur geleden", 4),
        ("2 godziny temu", 2),
        ("for 2 timer siden", 2),
        ("för 2 timmar sedan", 2),
        ("3 saat önce", 3),
        ("2 часа назад", 2),
        ("2 години тому", 2),
        ("3時間前", 3),
        ("3小时前", 3),
        ("3시간 전", 3),
    ],
)
def test_hours(text, hours):
    """Hours are counted back from the moment that is known, to the minute."""
    assert is_counted(text)
    assert counted(text, NOW) == dt.datetime(2024, 3, 1, 12 - hours, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yesterday", YESTERDAY),
        ("Gestern", YESTERDAY),
        ("hier", YESTERDAY),
        ("ayer", YESTERDAY),
        ("ieri", YESTERDAY),
        ("вчера", YESTERDAY),
        ("昨日", YESTERDAY),
        ("Published: Yesterday", YESTERDAY),
        ("heute", NOW.date()),
        ("aujourd’hui", NOW.date()),
        ("1 day ago", YESTERDAY),
        ("vor 2 Tagen", dt.date(2024, 2, 28)),
        ("il y a 3 semaines", dt.date(2024, 2, 9)),
        ("Gestern, 18:46 Uhr", dt.datetime.fromisoformat("2024-02-29T18:46")),
        ("Yesterday at 6:46 pm", dt.datetime.fromisoformat("2024-02-29T18:46")),
        ("hier à 18h46", dt.datetime.fromisoformat("2024-02-29T18:46")),
    ],
)
def test_days(text, day):
    """Days and weeks give a date, a day with a clock the time on it, as the page's own clock has it."""
    assert is_counted(text)
    assert counted(text, NOW) == day


@pytest.mark.parametrize(
    "text", ["3 months ago", "a year ago", "vor Jahren", "5 min read", "", "yesteryear", "999 weeks ago " * 9]
)
def test_nobody_can_know(text):
    """Months and years are rounded, and other words count nothing."""
    assert counted(text, dt.date(1, 1, 1)) is None


def test_hours_need_a_time():
    """From a day alone hours cannot be counted back."""
    assert counted("2 hours ago", NOW.date()) is None


@pytest.mark.parametrize(
    "line",
    [
        "Yesterday it rained",
        "Gestern war es kalt, sagte er.",
        "The storm came 2 hours ago, and it rained",
        "Heute",
        "hier",
    ],
)
def test_sentences_are_none(line):
    """A line that says more is no date; the word alone is one."""
    assert is_counted(line) is (len(line) < 6)


@pytest.mark.parametrize(
    ("text", "hints", "value"),
    [
        ("5 April", Hints(retrieved="2024-06-01"), dt.date(2024, 4, 5)),
        ("Dec. 30, 6:46 PM", Hints(retrieved="2024-01-02T08:00:00Z"), dt.datetime.fromisoformat("2023-12-30T18:46")),
        ("2 hours ago", Hints(), None),
        ("2 hours ago", Hints(retrieved="soon"), None),
    ],
)
def test_what_a_date_leaves_open(text, hints, value):
    """A year that is not printed is that of the last such day; without a day that is known it stays open."""
    assert resolved(Timestamp(text, None, Span(0, len(text))), hints).value == value


def test_order_of_day_and_month():
    """Where both orders are dates the day that the caller knows decides; a day that fits neither does not."""
    stamp = Timestamp("05/04/2024", dt.date(2024, 5, 4), Span(0, 10))
    assert resolved(stamp, Hints(published="2024-04-05")).value == dt.date(2024, 4, 5)
    assert resolved(stamp, Hints(published="2024-04-06")) == stamp


def test_moment():
    """A hint is read as ISO 8601, with or without a time; anything else is none."""
    assert moment("2024-01-05T18:46:00Z") == dt.datetime(2024, 1, 5, 18, 46, tzinfo=dt.UTC)
    assert moment("Jan 5") is moment(None) is None


@given(st.text(alphabet="0123456789 agohursvrStnde前"), st.dates())
def test_never_an_error(text, day):
    """Any text can be asked, on any day."""
    assert counted(text, day) is None or is_counted(text) in (True, False)
