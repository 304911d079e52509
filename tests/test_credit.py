"""Captions and credits: a credit is found by its sign, and a sentence keeps its end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import split_credit
from newsnorm.credit import credit_parts

CAPTION = "A bridge over the river in the rain"
CREDITS = [
    (f"{CAPTION}. (Ann Lee/AP via Getty Images)", f"{CAPTION}.", "Ann Lee/AP via Getty Images"),
    (f"{CAPTION}. (AP)", f"{CAPTION}.", "AP"),
    (f"{CAPTION}. (AP Photo/Ann Lee, File)", f"{CAPTION}.", "AP Photo/Ann Lee, File"),
    (f"{CAPTION} AP Photo/Ann Lee", CAPTION, "AP Photo/Ann Lee"),
    (f"{CAPTION}. Photo by Ann Lee/Reuters", f"{CAPTION}.", "Ann Lee/Reuters"),
    (f"{CAPTION}.Getty Images", f"{CAPTION}.", "Getty Images"),
    (f"{CAPTION}. Supplied", f"{CAPTION}.", "Supplied"),
    (f"{CAPTION}. Ann Lee (dpa/picture alliance)", f"{CAPTION}.", "Ann Lee (dpa/picture alliance)"),
    (f"{CAPTION} / Ann Lee", CAPTION, "Ann Lee"),
    (f"{CAPTION} | Ann Lee/AFP", CAPTION, "Ann Lee/AFP"),
    (f"{CAPTION} © Ann Lee/dpa", CAPTION, "© Ann Lee/dpa"),
    (f"{CAPTION}. — © BELGA", f"{CAPTION}.", "© BELGA"),
    ("Die Brücke im RegenFoto: Ann Lee", "Die Brücke im Regen", "Ann Lee"),
    ("Die Brücke im Regen. (Foto: Ann Lee/AFP)", "Die Brücke im Regen.", "Ann Lee/AFP"),
    ("Bildrechte: Ann Lee", "", "Ann Lee"),
    ("雨の橋＝東京で（山田太郎撮影）", "雨の橋＝東京で", "山田太郎"),
    ("비 오는 다리 [사진 = 김철수 기자]", "비 오는 다리", "김철수 기자"),
    ("© ANN LEE / AFPA bridge over the river", "A bridge over the river", "© ANN LEE / AFP"),
    (f"FILE PHOTO: {CAPTION}. REUTERS/Ann Lee/File Photo", f"FILE PHOTO: {CAPTION}.", "REUTERS/Ann Lee/File Photo"),
    ("FILE PHOTO: A logo. REUTERS/Ann Lee", "FILE PHOTO: A logo.", "REUTERS/Ann Lee"),
    ("File photo: Ann Lee/Star", "", "Ann Lee/Star"),
    ("Image: A bridge is seen in the rain. Getty Images", "Image: A bridge is seen in the rain.", "Getty Images"),
    ("Foto: Im Regen steht die Brücke. (Foto: Ann Lee/dpa)", "Foto: Im Regen steht die Brücke.", "Ann Lee/dpa"),
    ("PHOTO: A bridge is seen in the rain.", "PHOTO: A bridge is seen in the rain.", None),
    ("Picture: A bridge is seen in the rain", "Picture: A bridge is seen in the rain", None),
    ("Photo: Courtesy of the Lee family", "", "Courtesy of the Lee family"),
    ("Photo: Courtesy of the artist and her gallery.", "", "Courtesy of the artist and her gallery."),
    (f"{CAPTION}. Photo: courtesy of the artist.", f"{CAPTION}.", "courtesy of the artist."),
    ("Photo: Ann Lee for The Daily Star.", "", "Ann Lee for The Daily Star."),
    ("Image source, Getty Images", "", "Getty Images"),
    (f"Image caption, {CAPTION}", CAPTION, None),
    (f"Image source, Ann LeeImage caption, {CAPTION}", CAPTION, "Ann Lee"),
    (f"EPA {CAPTION}EPA", CAPTION, "EPA"),
    (f"Harbour Watch {CAPTION}Harbour Watch", CAPTION, "Harbour Watch"),
    (
        "Blue Tide has put wood into the sea. Ann Lee/Blue Tide",
        "Blue Tide has put wood into the sea.",
        "Ann Lee/Blue Tide",
    ),
    (f"Getty Images {CAPTION}Getty Images", CAPTION, "Getty Images"),
    ("Ann Lee/Getty Images", "", "Ann Lee/Getty Images"),
    ("Ann Lee/The San Remo Chronicle/Getty Images", "", "Ann Lee/The San Remo Chronicle/Getty Images"),
]
PLAIN = [
    "",
    f"{CAPTION}.",
    f"{CAPTION} on Jan. 2, 2024",
    "The party (CDU) won the vote in the city on Sunday.",
    "Frequently asked questions (FAQ)",
    "What is Proof of Work (PoW)",
    "Harbour Towers at Old Dock (10:00 ET, League Pass)",
    "Harbour Pad (5th Generation)",
    'The best songs of Bo Berg – "A Harbour Song" (2022)',
    "St. Patrick's Day",
    "STAR.COM",
    "Students hold a silent study-in, rally in Cambridge, Mass. Library",
    "She said: “We will rebuild it.”",
    "Hannes P. Albert at work",
    "He was born in 1962 (1)",
    "[Home](https://example.com)",
    "The bridge (https://example.com/bridge)",
    "The bridge is whole again. (END)",
    "(END)",
    "The Star of the seaThe Moon",
    "More ForecastsMore",
    "Image is everything",
]


@pytest.mark.parametrize(("line", "caption", "credit"), CREDITS)
def test_credit(line, caption, credit):
    """A credit is split off, without brackets and label, with its ©; a label before a sentence is the caption's."""
    assert split_credit(line) == (caption, credit)


@pytest.mark.parametrize("line", PLAIN)
def test_no_credit(line):
    """A sentence is a caption as a whole."""
    assert split_credit(line) == (line, None)


@given(st.text(alphabet="ab AB.©()[]/|:–\n", max_size=60))
def test_tiles(line):
    """Caption and credit lie beside each other and fill the line but for the white space behind it."""
    parts = credit_parts(line, 0, len(line))
    if parts is None:
        return
    first, second = sorted([parts.caption, parts.outer])
    assert line[: first.start].strip() in ("", line[slice(*parts.credit)])
    assert first.end == second.start
    assert line[second.end :].strip() == ""
    assert parts.outer.start <= parts.credit.start <= parts.credit.end <= parts.outer.end


@pytest.mark.parametrize("before", ["", "A line above it.\n", "\n\n"])
def test_an_agency_alone_on_its_line(before):
    """An agency alone on its line is a credit wherever the line stands; inside a line it is none."""
    text = f"{before}Getty Images\n"
    parts = credit_parts(text, len(before), len(text))
    assert text[slice(*parts.credit)] == "Getty Images"
    assert credit_parts("He works for AFP", 0, 16) is None
