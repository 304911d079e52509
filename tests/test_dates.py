"""Dates of news pages: by shape, in the languages of the news, and never an invented one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import parse_date
from newsnorm.dates import find, timestamp_of

DAY = dt.date(2024, 1, 5)
WRITTEN = [
    ("January 5, 2024", "en"),
    ("Friday, Jan. 5th, 2024", "en"),
    ("5 Jan 2024", "en"),
    ("1/5/2024", "en"),
    ("01-05-24", "en"),
    ("5. Januar 2024", "de"),
    ("05.01.2024", "de"),
    ("5 janvier 2024", "fr"),
    ("05/01/2024", "fr"),
    ("5 de enero de 2024", "es"),
    ("5 de janeiro de 2024", "pt"),
    ("5 gennaio 2024", "it"),
    ("5 januari 2024", "nl"),
    ("5 stycznia 2024", "pl"),
    ("5. januar 2024", "no"),
    ("5 Ocak 2024", "tr"),
    ("5 января 2024", "ru"),
    ("5 січня 2024", "uk"),
    ("2024年1月5日", "ja"),
    ("24.01.05", "ja"),
    ("2024년 1월 5일", "ko"),
    ("2024. 1. 5.", "hu"),
    ("2024. január 5.", "hu"),
    ("5 يناير 2024", "ar"),
    ("2024 m. sausio 5 d.", "lt"),
    ("05.jan.2024", "pt"),
    ("05/Jan/2024", "en"),
    ("2024-01-05", None),
]
DAY_FIRST = [
    "Publié le 05/01/2024 à 14:33",
    "Mis à jour le 05/01/2024",
    "Publicado el 05/01/2024",
    "Atualizado em 05/01/2024",
    "Pubblicato il 05/01/2024",
    "Gepubliceerd op 05/01/2024",
    "Veröffentlicht 05/01/2024",
    "Опубликовано 05/01/2024",
    "viernes, 05/01/2024",
    "05/01/2024 ore 14:33",
    "05/01/2024 18h46",
]
MONTH_FIRST = ["01/05/2024", "Published 01/05/2024", "Posted on Friday, 01/05/2024 at 6:46 pm", "By Le Ngo 01/05/2024"]
TIMES = [
    ("January 5, 2024 6:46 PM", dt.time(18, 46)),
    ("6:46 PM on January 5, 2024", dt.time(18, 46)),
    ("Jan. 5, 2024, 12:05 a.m.", dt.time(0, 5)),
    ("Jan 5, 20246:46 PM", dt.time(18, 46)),
    ("05.01.2024, 18.46 Uhr", dt.time(18, 46)),
    ("5 janvier 2024 à 18h46", dt.time(18, 46)),
    ("2024年1月5日 18時46分", dt.time(18, 46)),
    ("5 Jan 2024 18:46 IST", dt.time(18, 46)),
    ("5 Jan 2024 18:46 CET", dt.time(18, 46, tzinfo=dt.timezone(dt.timedelta(hours=1)))),
    ("2024年1月5日 星期五 18:46", dt.time(18, 46)),
    ("2024年1月5日（金）18時46分", dt.time(18, 46)),
    ("2024年1月5日 下午6:46", dt.time(18, 46)),
    ("2024.01.05. 오후 6:46", dt.time(18, 46)),
    ("2024년 1월 5일 오전 6시 46분", dt.time(6, 46)),
    ("5 января 2024 г., 18:46", dt.time(18, 46)),
    ("5 января 2024 года в 18:46", dt.time(18, 46)),
    ("2024. január 5., péntek 18:46", dt.time(18, 46)),
    ("January 5, 2024 (Friday) 6:46 pm", dt.time(18, 46)),
    ("5.jan.2024 às 18h46", dt.time(18, 46)),
    ("5 Jan 2024 18:46 - 3 min read", dt.time(18, 46)),
    ("Fri, 05 Jan 2024 18:46:07 +0000", dt.time(18, 46, 7, tzinfo=dt.UTC)),
    ("Fri Jan  5 18:46:07 2024", dt.time(18, 46, 7)),
    ("Fri Jan 5 18:46:07 +0000 2024", dt.time(18, 46, 7, tzinfo=dt.UTC)),
    ("Fri, 5 Jan 2024 18:46 -0500", dt.time(18, 46, tzinfo=dt.timezone(dt.timedelta(hours=-5)))),
    ("2024-01-05T18:46:00+05:30", dt.time(18, 46, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30)))),
    ("2024-01-05T18:46:07Z", dt.time(18, 46, 7, tzinfo=dt.UTC)),
    ("Jan. 5, 2024 18:46 UTC-3", dt.time(18, 46, tzinfo=dt.timezone(dt.timedelta(hours=-3)))),
]
NO_DATES = ["", "30 February 2024", "May I?", "in 12 of 30 cases", "99/99/2024", "5 Jan", "Version 3.1.2", "1 1 1 1"]


@pytest.mark.parametrize(("text", "language"), WRITTEN)
def test_day(text, language):
    """A day is read in every language's way of writing it."""
    assert parse_date(text, language=language) == DAY


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_time(text, time):
    """A time belongs to its date, before or behind it; a zone counts where its name leaves nothing open."""
    assert parse_date(text) == dt.datetime.combine(DAY, time)


@pytest.mark.parametrize("text", DAY_FIRST)
def test_words_that_say_the_order(text):
    """A cue, a weekday or a time of a language that writes the day first chooses the order, unless it is given."""
    assert dt.datetime.fromisoformat(str(parse_date(text))).date() == DAY
    assert dt.datetime.fromisoformat(str(parse_date(text, language="en"))).month == 5
    assert timestamp_of(f"{text}\nThe minister said on Monday that he would not resign.", 0, len(text)).value.month == 1


@pytest.mark.parametrize("text", MONTH_FIRST)
def test_month_first(text):
    """English words, names among them, leave the month first."""
    assert dt.datetime.fromisoformat(str(parse_date(text))).date() == DAY


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text):
    """What the calendar does not have, or has no year, is no date."""
    assert parse_date(text) is None


def test_glued():
    """A date glued to a name begins where its month begins."""
    line = "By Ann LeeDec. 5, 2024 9 comments"
    assert [line[m.start : m.end] for m in find(line, 0, len(line))] == ["Dec. 5, 2024"]


def test_bars():
    """What parts a date from its neighbours is not part of what it says."""
    assert timestamp_of("| January 5, 2024 |", 0, 19).text == "January 5, 2024"


def test_without_year():
    """A date without a year is found, and nothing is known of its value."""
    line = "8 января, 17:46"
    assert [(m.start, m.value) for m in find(line, 0, len(line))] == [(0, None)]


def test_language_of_the_text():
    """The language of the text around it decides a date line that is open."""
    text = "05/01/2024\nLe ministre a dit que les travaux de la route seront terminés dans le courant de l'année."
    assert timestamp_of(text, 0, 10).value == DAY


@given(st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(2069, 12, 31)), st.text(max_size=20))
def test_iso(day, tail):
    """Every ISO date is read back, unless a digit is glued to it."""
    glued = tail[:1].isdigit()
    assert glued or getattr(found := parse_date(f"{day.isoformat()}\n{tail}"), "date", lambda: found)() == day


@given(st.text())
def test_total(text):
    """Any text has a date or none: never an error, and spans in order inside the text."""
    moments = find(text, 0, len(text))
    edges = [edge for moment in moments for edge in (moment.start, moment.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
