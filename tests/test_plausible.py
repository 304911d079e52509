"""Plausibility: of two readings of the same bytes, the one that a language writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.characters.plausible import plausibility
from newsnorm.characters.profiles import letters

READINGS = {
    "letters of the language": ("A főváros lakói nem tudták", "A fõváros lakói nem tudták"),
    "neighbours of one script": ("Şehrin güneyinde yaşayanlar ışığı gördü", "Þehrin güneyinde yaþayanlar ýþýðý gördü"),
    "no apostrophe in Spanish words": ("El alcalde decidió que podría ser", "El alcalde decidi— que podr’a ser"),
    "an apostrophe in French words": ("Le maire n’a pas dit qu’il", "Le maire nía pas dit quíil"),
    "no capital inside a word": ("Кметът каза, че „няма“ да си тръгне", "Кметът каза, че ДнямаУ да си тръгне"),
    "no word in two scripts": ("The café is open", "The cafй is open"),
    "no Han letter in an English word": ("Her café, it seems", "Her caf關 it seems"),
    "a fraction behind a digit": ("He is 3½ years old", "He is 3« years old"),
    "a trademark behind its name": ("Nestlé® said", "Nestléę said"),
    "a word of one letter": ("Il est à Paris", "Il est Ö Paris"),
    "signs before letters": ("© 2024 The Times", "Š 2024 The Times"),
}


@pytest.mark.parametrize("why", READINGS)
def test_what_a_language_writes_is_likelier(why):
    """The right reading is likelier than a wrong one."""
    right, wrong = READINGS[why]
    assert plausibility(right) > plausibility(wrong)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_has_a_plausibility(text):
    """Any text has a finite log-probability."""
    assert -1e5 < plausibility(text) < 1e3


def test_letters_know_their_place():
    """A word of one letter, and an apostrophe inside a word, are told from the others."""
    assert [tuple(letter) for letter in letters("Il n'est à l’école “là”")] == [
        ("’", "'"),
        ("à", "_"),
        ("’", "'"),
        ("é", ""),
        ("“", ""),
        ("à", ""),
        ("”", ""),
    ]
