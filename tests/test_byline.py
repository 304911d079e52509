"""Bylines: who wrote, who of them is a desk, and which agency it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import split_byline
from newsnorm.byline import announced, sign_off_of
from newsnorm.names.lexicon import is_furniture
from newsnorm.tables import pairs

LINES = [
    ("By Ann Lee", ["Ann Lee"]),
    ("by Ann Lee and Bo Berg", ["Ann Lee", "Bo Berg"]),
    ("By Ann Lee, Bo Berg, and Cid Carl", ["Ann Lee", "Bo Berg", "Cid Carl"]),
    ("By ANN LEE, Bo Berg , and Cid Carl", ["ANN LEE", "Bo Berg", "Cid Carl"]),
    ("BY ANN LEE, BO BERG AND EVA CRUZ", ["ANN LEE", "BO BERG", "EVA CRUZ"]),
    ("Von Ann Lee, Redakteurin für Wirtschaft", ["Ann Lee"]),
    ("Par Ann Lee et Bo Berg", ["Ann Lee", "Bo Berg"]),
    ("Por Ana Cruz y Eva Ruiz", ["Ana Cruz", "Eva Ruiz"]),
    ("di Anna Rossi", ["Anna Rossi"]),
    ("Av Anna Berg og Ola Lie", ["Anna Berg", "Ola Lie"]),
    ("Автор: Анна Иванова", ["Анна Иванова"]),
    ("著者：山田太郎", ["山田太郎"]),
    ("김철수 기자", ["김철수"]),
    ("김철수 이영희 기자", ["김철수", "이영희"]),
    ("김철수·이영희 기자", ["김철수", "이영희"]),
    ("记者王明", ["王明"]),
    ("本报记者 王明", ["王明"]),
    ("〔記者王明／台北報導〕", ["王明"]),
    ("By Vincent van der Meer", ["Vincent van der Meer"]),
    ("By T.C. O'Neil and Ann-Marie Lee Jr.", ["T.C. O'Neil", "Ann-Marie Lee Jr."]),
    ("By Ann Lee, CNN", ["Ann Lee"]),
    ("By Ann Lee For Dailymail.com", ["Ann Lee"]),
    ("By Ann Lee in New York", ["Ann Lee"]),
    ("Von Ann Lee und Bo Berg, Nairobi", ["Ann Lee", "Bo Berg"]),
    ("Ann Lee Worcester Telegram & Gazette", ["Ann Lee"]),
    ("Ann LeeLifestyle Writer", ["Ann Lee"]),
    ("By Ann McLeod and Bo DiCaprio", ["Ann McLeod", "Bo DiCaprio"]),
    ("byAnn Lee", ["Ann Lee"]),
    ("Ann Lee24.04.2024, 19:35 Uhr", ["Ann Lee"]),
    ("By Ann LeePublished: Oct 26, 2023", ["Ann Lee"]),
    ("May 30, 2023 / Ann Lee", ["Ann Lee"]),
    ("Anna Lee 2 months", ["Anna Lee"]),
    ("Politics | Written by Ann Lee", ["Ann Lee"]),
    ("Author of the article:\nBy Ann Lee", ["Ann Lee"]),
    ("By\nAnn Lee,\nBo Berg", ["Ann Lee", "Bo Berg"]),
    ("Anna Baumann Peter Wolff Julia Fink", ["Anna Baumann", "Peter Wolff", "Julia Fink"]),
    ("Ann Lee Ann Lee", ["Ann Lee"]),
    ("By Vincent van der Berg Jr.", ["Vincent van der Berg Jr."]),
    ("Von Star-online-Redakteur Max Lee", ["Max Lee"]),
    ("By Lexi G", ["Lexi G"]),
    ("Ann Lee and Bo Berg for CNN", ["Ann Lee", "Bo Berg"]),
    ("Ann Lee and Bo Berg in Paris", ["Ann Lee", "Bo Berg"]),
    ("BYLINE: By ANN LEE", ["ANN LEE"]),
    ("Byline: Ann Lee and Bo Berg", ["Ann Lee", "Bo Berg"]),
    ("Byline: ANN LEE; Staff Writer", ["ANN LEE"]),
    ("By Jack London and Ann West", ["Jack London", "Ann West"]),
    ("By Fox News' Eva Cruz", ["Eva Cruz"]),
    ("By CNN’s Eva Cruz", ["Eva Cruz"]),
]
NOBODY = [
    "",
    "By",
    "By NBC News",
    "By then it had rained for a week",
    "Skip to content",
    "By contrast, nobody came",
    "By Monday",
    "By Ann Lee's account, the water rose in minutes.",
    "Bo Berg in Paris",
    "记者手记",
]


@pytest.mark.parametrize(("line", "authors"), LINES)
def test_authors(line, authors):
    """Names come apart; cues, roles, outlets, places, dates and counters are cut off."""
    assert [author.name for author in split_byline(line).authors] == authors


def test_months_are_no_names():
    """A month is no word of a name, unless it is a given name, too."""
    assert is_furniture("december")
    assert not is_furniture("june")


@pytest.mark.parametrize("line", NOBODY)
def test_nobody(line):
    """An outlet, a cue alone or a sentence names no author."""
    assert split_byline(line) is None


@pytest.mark.parametrize(
    ("line", "authors", "agencies"),
    [
        ("Von Ann Lee mit AP", ["Ann Lee"], ("AP",)),
        ("By Ann Lee and The Associated Press", ["Ann Lee"], ("The Associated Press",)),
        ("By Ann Lee, Reuters", ["Ann Lee"], ("Reuters",)),
        ("Von DPA", [], ("DPA",)),
    ],
)
def test_agencies(line, authors, agencies):
    """An agency stands apart and is never an author."""
    byline = split_byline(line)
    assert ([author.name for author in byline.authors], byline.agencies) == (authors, agencies)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Lee and The Daily Star news desk", "The Daily Star news desk"),
        ("By Star Editorial Board | Star", "Star Editorial Board"),
        ("NZZ-Redaktion", "NZZ-Redaktion"),
    ],
)
def test_collective(line, name):
    """A desk, a board, a Redaktion is an author that is marked as one of many."""
    assert [author.name for author in split_byline(line).authors if author.collective] == [name]


def test_role_and_contact():
    """What somebody does and where to write to is kept beside the name."""
    role, contact = split_byline("Von Ann Lee, Redakteurin für Wirtschaft"), split_byline("Anna Lee | alee@example.com")
    assert role.authors[0].role == "Redakteurin für Wirtschaft"
    assert contact.authors[0].contact == "alee@example.com"


ROLES = [
    ("Helen Lee North of England editor", "Helen Lee", "North of England editor"),
    ("By Ann Lee South America correspondent", "Ann Lee", "South America correspondent"),
    ("Ann Lee Middle East correspondent", "Ann Lee", "Middle East correspondent"),
    ("Ann Lee, West Africa correspondent", "Ann Lee", "West Africa correspondent"),
    ("Ann Lee UK Political Correspondent", "Ann Lee", "UK Political Correspondent"),
    ("Ann Lee Washington bureau chief", "Ann Lee", "Washington bureau chief"),
    ("Jane West editor", "Jane West", "editor"),
]


@pytest.mark.parametrize(("line", "name", "role"), ROLES)
def test_areas_belong_to_roles(line, name, role):
    """What a correspondent covers stands before the role, and is no part of the name."""
    assert [(author.name, author.role) for author in split_byline(line).authors] == [(name, role)]


CONTRIBUTED = [
    ("Fox News' Eva Cruz and The Associated Press contributed to this report.", "contributed", ["Eva Cruz"]),
    (
        "CNN’s Ann Lee, Bo Berg and Eva Cruz contributed reporting.",
        "contributed reporting",
        ["Ann Lee", "Bo Berg", "Eva Cruz"],
    ),
    (
        "Associated Press writers Ann Lee in Paris and Bo Berg in Rome contributed.",
        "contributed",
        ["Ann Lee", "Bo Berg"],
    ),
    ("This story was updated. Ann Lee reported from Paris.", "reported", ["Ann Lee"]),
    ("Reuters contributed to this report.", "contributed", []),
]


@pytest.mark.parametrize(("line", "done", "authors"), CONTRIBUTED)
def test_contributed(line, done, authors):
    """Names before their verb are credited, without their outlet and their place."""
    assert sign_off_of(line, 0, len(line)).credits == tuple((done, name) for name in authors)


def test_sign_off():
    """A sign-off names who did what, one pair a name."""
    line = "Reporting by Ann Lee, additional reporting by Eva Cruz, Editing by Bo Berg"
    assert sign_off_of(line, 0, len(line)).credits == (
        ("Reporting", "Ann Lee"),
        ("additional reporting", "Eva Cruz"),
        ("Editing", "Bo Berg"),
    )


def test_cues_are_of_a_kind():
    """Every cue announces an author, a publication or an update."""
    assert set(pairs("header_cues.tsv").values()) == {"author", "published", "updated", "until"}


CUES = [
    ("First published on Mon ", "published"),
    ("发布时间：", "published"),
    ("기사입력 ", "published"),
    ("Last modified on Mon ", "updated"),
    ("Last edited ", "updated"),
    ("13 gennaio ( modifica il ", "updated"),
    ("Ultima modifica: ", "updated"),
    ("Dernière mise à jour le ", "updated"),
    ("Letzte Aktualisierung: ", "updated"),
    ("Última atualização em ", "updated"),
    ("Laatste update: ", "updated"),
    ("最后更新：", "updated"),
    ("최종수정 ", "updated"),
    ("Verfügbar bis ", "until"),
    ("The storm of ", None),
]


@pytest.mark.parametrize(("before", "kind"), CUES)
def test_cues_before_a_date(before, kind):
    """The words before a date say whether it is of the publication or of an update; they belong to it as a whole."""
    said = announced(before, 0, len(before))
    assert said.kind == kind
    assert kind is None or before[: said.start].strip() in ("", "13 gennaio (")


@given(st.text(alphabet="By And,|/ABab.é5 \n'-", max_size=200))
def test_total(line):
    """Any line has authors or none; no name is empty, and none has white space around it."""
    byline = split_byline(line)
    names = [author.name for author in byline.authors] if byline else []
    assert all(name and name == name.strip() for name in names)
