"""Datelines of wires and newspapers, their parts apart, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import normalise, split_dateline
from newsnorm.dateline import dateline_of, dateline_parts

BODY = "The bridge fell into the river on Monday, and nine people were hurt, officials in the city said after a night."
DATELINES = [
    ("WALTHAM, Mass. (AP) — ", "WALTHAM, Mass.", "AP", None),
    ("CLEAR LAKE, Iowa, Dec 23 (Reuters) - ", "CLEAR LAKE, Iowa", "Reuters", "Dec 23"),
    ("NEW YORK, March 5 - ", "NEW YORK", None, "March 5"),
    ("NEW YORK, Narch 5 - ", "NEW YORK", None, "Narch 5"),
    ("omaha, april 7 - ", "omaha", None, "april 7"),
    ("KABUL, Afghanistan Aug. 23, 2004 - ", "KABUL, Afghanistan", None, "Aug. 23, 2004"),
    ("SEATTLE/WASHINGTON (Reuters) - ", "SEATTLE/WASHINGTON", "Reuters", None),
    ("(Reuters) - ", None, "Reuters", None),
    ("AP - ", None, "AP", None),
    ("Berlin (dpa) - ", "Berlin", "dpa", None),
    ("London/Teheran - ", "London/Teheran", None, None),
    ("BEIJING, 10 août (Xinhua) -- ", "BEIJING", "Xinhua", "10 août"),
    ("BELGRADE, January 12. /TASS/. ", "BELGRADE", "TASS", "January 12"),
    ("LONDON, May 7, 2024 /PRNewswire/ -- ", "LONDON", "PRNewswire", "May 7, 2024"),
    ("BRUSSELS: ", "BRUSSELS", None, None),
    ("ISLAMABAD, Oct 23: ", "ISLAMABAD", None, "Oct 23"),
    ("FOXBOROUGH -- ", "FOXBOROUGH", None, None),
    ("TAMPA, Fla.- ", "TAMPA, Fla.", None, None),
    ("SMALLVILLE — ", "SMALLVILLE", None, None),
    ("Santa Barbara, California—", "Santa Barbara, California", None, None),
    ("Berlin. ", "Berlin", None, None),
    ("Neuss · ", "Neuss", None, None),
    ("    ****PARIS, March 4 -  ", "PARIS", None, "March 4"),
    ("SAN JOSE, Calif.--(BUSINESS WIRE)--", "SAN JOSE, Calif.", "BUSINESS WIRE", None),
    ("TOKYO--(BUSINESS WIRE)--", "TOKYO", "BUSINESS WIRE", None),
    ("CAMBRIDGE, Mass. & LONDON--(BUSINESS WIRE)--", "CAMBRIDGE, Mass. & LONDON", "BUSINESS WIRE", None),
    ("LONDON--(Marketwired - Jan. 13, 2015) - ", "LONDON", "Marketwired", "Jan. 13, 2015"),
    ("NEW YORK, Jan. 13, 2025 (GLOBE NEWSWIRE) -- ", "NEW YORK", "GLOBE NEWSWIRE", "Jan. 13, 2025"),
    (
        "New York, New York--(Newsfile Corp. - January 13, 2025) - ",
        "New York, New York",
        "Newsfile Corp.",
        "January 13, 2025",
    ),
    ("SAN DIEGO, CA / ACCESSWIRE / January 13, 2025 / ", "SAN DIEGO, CA", "ACCESSWIRE", "January 13, 2025"),
    ("OSLO and LONDON, Jan. 13, 2025 /PRNewswire/ -- ", "OSLO and LONDON", "PRNewswire", "Jan. 13, 2025"),
    ("Mumbai (Maharashtra) [India], January 13 (ANI): ", "Mumbai (Maharashtra) [India]", "ANI", "January 13"),
    ("New Delhi [India], January 13 (ANI): ", "New Delhi [India]", "ANI", "January 13"),
    ("(ANSA) - ROMA, 13 GEN - ", "ROMA", "ANSA", "13 GEN"),
    ("Montréal, le 13 janvier 2025 - ", "Montréal", None, "13 janvier 2025"),
    ("Warszawa, 13.01.2025 (PAP) - ", "Warszawa", "PAP", "13.01.2025"),
    ("GENEVA (5 January 2024) – ", "GENEVA", None, "5 January 2024"),
    ("Sarasota (Etats-Unis), 10 oct 2024 (AFP) - ", "Sarasota (Etats-Unis)", "AFP", "10 oct 2024"),
    ("МОСКВА, 12 января. /ТАСС/. ", "МОСКВА", "ТАСС", "12 января"),
    ("МОСКВА, 12 января. /Корр. ТАСС Иван Петров/. ", "МОСКВА", "ТАСС", "12 января"),
    ("МОСКВА, 12 янв — РИА Новости. ", "МОСКВА", "РИА Новости", "12 янв"),
    ("КИЕВ, 12 янв - РИА Новости, Иван Петров. ", "КИЕВ", "РИА Новости", "12 янв"),
    ("Москва. 12 января. INTERFAX.RU - ", "Москва", "INTERFAX.RU", "12 января"),
    ("新华社北京1月7日电（记者王明）", "北京", "新华社", "1月7日"),
    ("本报上海7日电　", "上海", None, "7日"),
    ("(서울=연합뉴스) 김철수 기자 = ", "서울", "연합뉴스", None),
    ("[부산=뉴시스]", "부산", "뉴시스", None),
    ("【ソウル＝山田太郎】", "ソウル", None, None),
    ("【パリ＝共同】", "パリ", "共同", None),
    ("【北京時事】", "北京", "時事", None),
]
NO_DATELINES = [
    "FILE - A bridge that fell into the river is seen in this photo of the year 2019, when it was still new and whole.",
    f"WARNING GRAPHIC DETAIL: {BODY}",
    f"TONY EASTLEY: {BODY}",
    f"UPDATE — {BODY}",
    f"REPORTAGE - {BODY}",
    "LOS ANGELES, CALIFORNIA - JUNE 03: An actor attends the premiere of a film about a bridge that fell into a river.",
    "IN the heart of the city stands a bridge that nobody uses.",
    "Publié le 30/04/2024 - 16:00",
    "Thursday, Feb. 15 - At the speedway",
    "Paris – that old city of bridges – has a new one, which nobody had asked for and which nobody uses on a Monday.",
    "APPLE (AAPL): Free stock analysis",
    "Angela Weiss/AFP/Getty Images",
    "【関連記事】橋の事故",
    f"Rain & Wind — {BODY}",
    f"Rain and Wind — {BODY}",
    f"Read [the story](https://example.com) - {BODY}",
    f"Ann Lee (left), Bo Berg - {BODY}",
    f"(x=5) {BODY}",
    f"Вода — Это {BODY}",
    "新华社记者7日在现场看到，大桥在星期一掉进了河里，学校关闭。",
]


@pytest.mark.parametrize(("line", "place", "agency", "date"), DATELINES)
def test_dateline(line, place, agency, date):
    """Place with its region, agency and date come apart, and the body begins behind the mark."""
    dateline, rest = split_dateline(line + BODY)
    assert (dateline.place, dateline.agency, dateline.date, rest) == (place, agency, date, BODY)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_no_dateline(text):
    """Labels, captions, speakers, kickers and dates are no datelines."""
    assert split_dateline(text) == (None, text)


def test_date_line():
    """A line of its own with place and ISO date is a dateline."""
    dateline, rest = split_dateline("NOVYE ATAGI, Russia 1996-08-22\nThe bridge fell.")
    assert (dateline.text, rest) == ("NOVYE ATAGI, Russia 1996-08-22", "\nThe bridge fell.")


def test_fused_byline():
    """Behind a byline in the same paragraph the place alone is where the story was filed."""
    assert split_dateline("By ANN LEE SAN FRANCISCO (AP) -- " + BODY)[0].text == "SAN FRANCISCO (AP)"


def test_absolute_spans():
    """A dateline is found where it stands, and its text is at its span."""
    text = "Bridge falls\n\nKYIV, Ukraine (AP) — " + BODY
    start = text.index("KYIV")
    end = dateline_parts(text, start, len(text)).end
    dateline = dateline_of(text, start, end)
    assert text[end:] == BODY
    assert text[slice(*dateline.span)] == dateline.text == "KYIV, Ukraine (AP)"


WRITERS = [
    ("新华社北京1月7日电（记者王明、李小华）", ["王明", "李小华"]),
    ("(서울=연합뉴스) 김철수 기자 = ", ["김철수"]),
    ("КИЕВ, 12 янв — РИА Новости, Иван Петров. ", ["Иван Петров"]),
    ("【ソウル＝山田太郎】", ["山田太郎"]),
]


@pytest.mark.parametrize(("line", "writers"), WRITERS)
def test_writers(line, writers):
    """Who filed the story stands in the dateline, and is a byline."""
    assert list(normalise(f"Bridge falls into the river\n{line}{BODY}\n{BODY}\n").authors) == writers


def test_the_dash_belongs_to_no_part():
    """What is written ends before its dash."""
    assert split_dateline("LONDON, May 7, 2024 /PRNewswire/ -- " + BODY)[0].text == "LONDON, May 7, 2024 /PRNewswire/"
    assert split_dateline("TOKYO--(BUSINESS WIRE)--" + BODY)[0].text == "TOKYO--(BUSINESS WIRE)"


@given(st.text())
def test_total(text):
    """Any text has a dateline or none, and loses nothing."""
    dateline, rest = split_dateline(text)
    assert text.endswith(rest)
    assert dateline is None or text[slice(*dateline.span)] == dateline.text
