"""The gate: its literals are current, and what it passes on is what a slow look would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.characters import eastern, gate, hits
from newsnorm.characters.alphabet import script
from newsnorm.characters.eastasian import east_asian
from newsnorm.characters.families import families, followers
from newsnorm.edits import Span

EAST_ASIAN = st.text(st.sampled_from("茅拢鈥檛脙漏Ã©日本の、ﾃｩ챕 aé\n")) | st.builds(
    lambda text, codec: text.encode().decode(codec, "replace"),
    st.text(st.sampled_from("éüß’“–ñ£½日本語のガ한 a")),
    st.sampled_from(eastern.CODECS),
)
TEXTS = st.text(st.sampled_from("aé ’“â€™Ã©\xa0РЎ中\u200b\u0301\ud800\ufffd\n"))


def members(char_class):
    """The characters of a class of a regular expression."""
    return {chr(code) for code in range(0x10000) if re.match(f"[{char_class}]", chr(code))}


def suspects(text):
    return dict(gate.suspects(text, text.encode("utf-8", "surrogatepass")))


def of_tables(*, foreign):
    """The signs that may begin a damaged character, and those that may follow, as the codec tables have them."""
    pairs = {lead: some for lead, some in followers().items() if (script(lead) not in {None, "LATIN"}) == foreign}
    return set(pairs), set().union(*pairs.values())


@pytest.mark.parametrize(
    ("leads", "follow", "foreign"),
    [(gate.LEADS, gate.FOLLOWERS, False), (gate.FOREIGN_LEADS, gate.FOREIGN_FOLLOWERS, True)],
)
def test_the_classes_are_current(leads, follow, foreign):
    """The literals that spare an import are what the tables give."""
    assert (members(leads), members(follow)) == of_tables(foreign=foreign)


def test_harmless_marks_are_no_damage():
    """No two of the marks that are passed over make a damaged character, and none alone is suspicious."""
    text = "".join(first + second for first in gate.HARMLESS for second in gate.HARMLESS)
    assert (suspects(text), gate.paired(text)) == ({}, False)


@given(EAST_ASIAN)
def test_what_an_east_asian_codec_misread_is_suspected(text):
    """A run that the gate sends away as East Asian text holds nothing to mend."""
    runs = [
        gate.Run(match.start(), match[0])
        for match in re.finditer("[^\x00-\x7f]+", text)
        if eastern.SIGN.search(match[0])
    ]
    some = eastern.misread_among({run.text for run in runs})
    assert list(east_asian(text, runs)) == list(east_asian(text, [run for run in runs if run.text in some]))


@given(TEXTS)
def test_the_gate_finds_what_a_scan_of_all_runs_finds(text):
    """Blanking the ASCII and looking at distinct runs gives the same as looking at every run."""
    assert suspects(text) == dict(gate.suspects_within(text, [Span(0, len(text))]))


def test_clean_news_stops_at_the_gate():
    """Curly quotes, dashes and accents raise no suspicion."""
    assert suspects("“It’s the café – again,” she said… €5 for Zoë and her œuvre.") == {}


@pytest.mark.parametrize("family", families().values(), ids=lambda family: family.name)
def test_bytes_of_a_family_are_what_its_codec_reads(family):
    """Every sign of a codec is turned back into the byte that it was read from."""
    for byte in set(range(0x80, 0x100)) - family.holes:
        assert family.bytes_of(bytes([byte]).decode(family.name)) == bytes([byte])


DAMAGED = st.lists(
    st.sampled_from(["‚Äô", "Ã©", "â€™", "Р°", "Ã¢â‚¬", "├®", "“", "é", "Â", "ô", "’"]), max_size=40
).map("".join)


@given(DAMAGED, st.integers(1, 9))
def test_what_stands_near_tells_what_the_whole_run_tells(run, times):
    """Readings remembered piece by piece are those that a look at the whole run gives."""
    run *= times
    by_piece, of_all = hits._hits_by_piece("a", run, "a"), hits._hits.__wrapped__("a", run, "a")
    assert list(by_piece.starts) == list(of_all.starts)
    assert [hit.readings for hit in by_piece.hits] == [hit.readings for hit in of_all.hits]
