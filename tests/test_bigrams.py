"""The learnt tables of characters: their form, their size, and what they say."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.characters import bigrams
from newsnorm.characters.profiles import ASCII_KINDS, profiles
from newsnorm.tables import rows

ROOT = Path(__file__).parents[1]
DATA, TRAINING = ROOT / "src/newsnorm/data", ROOT / "tests/training"
WHEELS = "NEWSNORM_TRAINING_WHEELS"  # a folder with the wheels that tests/training/catalogues.tsv pins


@given(st.characters(), st.characters())
def test_any_pair_is_possible(first, second):
    """Any two code points have a probability above nothing and below certainty."""
    assert -40 < bigrams.default().step(first, second) < 0


@given(st.characters())
def test_a_token_is_one_character(char):
    """A token fits into the table, where a line is one token, a level, and tokens without a mark between them."""
    assert len(bigrams.token(char)) == 1
    assert bigrams.Model.token(char) == bigrams.token(char)


@pytest.mark.parametrize(
    ("good", "damaged"),
    [
        ("Russia’s “own” words", "Russia‚Äôs “own” words"),
        ("café", "cafÃ©"),
        ("Straße", "StraÃŸe"),
        ("Правительство", "Ïðàâèòåëüñòâî"),
        ("naïve", "na•ve"),
    ],
)
def test_good_text_is_likelier_than_damaged(good, damaged):
    """What was mis-decoded is less likely than the text it was."""
    assert bigrams.default().score(good) > bigrams.default().score(damaged)


def test_what_is_known():
    """Letters of living languages are known; private and unassigned code points are not."""
    model = bigrams.default()
    assert all(model.known(char) for char in "aZ7é’жλאあ中한ก")
    assert not any(model.known(char) for char in "\ue000\U0010ffff\x81")


def test_the_table_is_small_and_sorted():
    """The table of bigrams is under 100 kB, one line for a token and a level, each in order."""
    table = (DATA / "bigrams.tsv").read_bytes()
    assert len(table) < 100_000
    lines = [line.split("\t", 2) for line in table.decode().rstrip("\n").split("\n")]
    keys = [(first, int(level)) for first, level, _ in lines]
    assert keys == sorted(set(keys))
    assert all(list(seconds) == sorted(set(seconds)) for _, _, seconds in lines)


def test_the_profiles_are_whole():
    """Each language has a full matrix, whose rows are chances, and letters of its own."""
    assert len((DATA / "profiles.tsv").read_bytes()) < 100_000
    for profile in profiles():
        assert [len(row) for row in profile.matrix] == [ASCII_KINDS] * ASCII_KINDS
        assert all(0 < rate < 1 for rate in profile.rates.values())


def test_sources_name_every_pinned_wheel():
    """The licence of each wheel that the tables were counted in is on record, and allows it."""
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    for line in (TRAINING / "catalogues.tsv").read_text(encoding="utf-8").splitlines():
        requirement, licence, _, digest = line.split("\t")
        assert requirement.partition("==")[0] in sources
        assert licence in {"BSD-2-Clause", "BSD-3-Clause", "MIT", "Apache-2.0"}
        assert len(digest) == 64


@pytest.mark.skipif(WHEELS not in os.environ, reason=f"{WHEELS} names no folder")
@pytest.mark.parametrize("name", ["bigrams", "profiles"])
def test_the_tables_can_be_made_again(name, monkeypatch):
    """The pinned wheels give the same table, byte for byte."""
    monkeypatch.syspath_prepend(str(TRAINING))
    spec = importlib.util.spec_from_file_location(f"training_{name}", TRAINING / f"{name}.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.table(Path(os.environ[WHEELS])).encode() == (DATA / f"{name}.tsv").read_bytes()
    sys.modules.pop("catalogues", None)


@pytest.mark.parametrize("name", ["signs.tsv", "codecs.tsv"])
def test_hand_made_tables_name_each_entry_once(name):
    """A sign or codec stands once, the commonest first."""
    entries = [row.split("\t") for row in rows(name)]
    rates = [float(entry[1]) for entry in entries]
    assert len({entry[0] for entry in entries}) == len(entries)
    assert rates == sorted(rates, reverse=True)
