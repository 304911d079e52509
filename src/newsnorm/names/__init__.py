"""Names in a stretch of a byline: who wrote, what they are called in the house, which agency it came from.

`lexicon.py` knows what a word is, `person.py` reads one name with what follows it, `people.py` takes a
list of them apart. Dates, cues and contacts are cut out before (`byline.py`).
"""

from __future__ import annotations

from newsnorm.names.lexicon import PARTICLES, SUFFIXES, is_given_name, small_words
from newsnorm.names.people import NOBODY, People, is_agency_word, people
from newsnorm.names.person import TITLED, is_role

__all__ = [
    "NOBODY",
    "PARTICLES",
    "SUFFIXES",
    "TITLED",
    "People",
    "is_agency_word",
    "is_given_name",
    "is_role",
    "people",
    "small_words",
]
