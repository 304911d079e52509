"""One name of a list, and the role that stands behind it.

A name ends before a role, an outlet, or a word that no name has. Where nothing announces a name, more
is asked of it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newsnorm import tables
from newsnorm.model import Author
from newsnorm.names.lexicon import (
    COMPASS,
    DEGREES,
    INITIALS,
    PARTICLES,
    SUFFIXES,
    TITLES,
    ends_name,
    is_area,
    is_furniture,
    is_given_name,
    is_name_word,
    is_place,
    is_role_word,
    opens_role,
    roles_of_one,
    small_words,
)
from newsnorm.patterns import pattern

WHERE = frozenset(["for", "in", "at", "from"])
MOST_WORDS, ROLE_WORDS = 5, 8
FEWEST = 4  # words of several names
ACRONYM = 4  # letters: `TPN` behind a cue is an outlet
POSSESSIVE = pattern(r"['’]s$")
OWNERS = ("'s", "’s", "s'", "s’")
HAN = pattern(r"[\u3400-\u9fff々ヶ]{1,4}[\s　]?[\u3400-\u9fff々ヶ\u3041-\u30ff]{1,4}")
HAN_NAME = pattern(
    r"(?=.{3,6}$)(?!.{0,4}[记記]者)"
    r"[\u3400-\u9fff々ヶ]{1,3}[\s　]?[\u3400-\u9fff々ヶ]{1,3}(?<![社聞市県区町村国部局省庁報道版会])"
)
HANGUL_TITLE = r"\s?(기자|특파원|논설위원|선임기자|앵커)"  # of a reporter, behind the name
OTHERS = r"(?:\s외\s\d+명)?"  # and how many others
HANGUL = pattern(rf"([가-힣]{{2,4}})(?:{HANGUL_TITLE})?{OTHERS}")
LISTED = r"[가-힣]{3}(?<![부팀국])(?:[\s·,]{1,2}[가-힣]{3}){1,4}"  # one title for several names; a desk is none
TITLED = pattern(rf"(?:[가-힣]{{2,4}}|{LISTED}){HANGUL_TITLE}{OTHERS}")
KOREAN = pattern(rf"({LISTED}){HANGUL_TITLE}(?:\s?=)?")


def person(words: list[str], *, cued: bool, first: bool) -> Author | None:
    """The one that the words name; ``cued``: a cue announces names, ``first``: nobody was named before.

    >>> person("Ann Lee Senior Editor".split(), cued=False, first=True)
    Author(name='Ann Lee', role='Senior Editor', collective=False, contact=None)
    """
    words = _behind_owner(words)
    before, words = _role_before(words) if cued else ([], words)
    words = _undoubled(words)
    if any(map(ends_name, words[:2])) and not _is_name_all_the_same(words, first=first):
        return None
    pen_name = cued and first
    count = 2 if pen_name and len(words) == 2 and is_given_name(words[0]) else _name_length(words)
    name, rest = words[:count], words[count:]
    real = [word for word in name if word.lower().rstrip(",") not in TITLES]
    if not real or (len(real) == 1 and not (pen_name and _is_single(real[0], rest))):
        return None
    full = " ".join(name).rstrip(",")
    if POSSESSIVE.search(full) or (not first and is_area(full)):
        return None
    if not cued and not (_is_likely(real) and _is_explained(name, rest, first=first)):
        return None
    return Author(full, role(" ".join(rest or before)))


def east_asian(text: str, *, cued: bool) -> Author | None:
    """A name in Han or Hangul; without a cue only one of usual length, or with a reporter's title."""
    if text in tables.pairs("header_cues.tsv"):
        return None
    if HAN.fullmatch(text):
        return Author(text) if cued or HAN_NAME.fullmatch(text) else None
    if hangul := HANGUL.match(text):
        return Author(hangul[1], hangul[2]) if cued or hangul[2] else None
    return None


def korean(text: str) -> tuple[Author, ...]:
    """`김철수 이영희 기자`: several names before one title; () for anything else."""
    found = KOREAN.fullmatch(text) if text[:1] > "가" else None
    return tuple(Author(name, found[2]) for name in re.findall("[가-힣]+", found[1])) if found else ()


def role(text: str) -> str | None:
    """The text, where it is what somebody does.

    >>> role("Chief Political Correspondent"), role("Monday")
    ('Chief Political Correspondent', None)
    """
    words = text.split()
    roles = tables.words("roles.txt")
    known = any(word.casefold().strip(".,").rpartition("-")[2] in roles for word in words)
    return text.strip(" ,") if known and len(words) <= ROLE_WORDS and not text[0].isdigit() else None


def is_role(line: str) -> bool:
    """A line that says what somebody does, and nothing else."""
    return role(line) is not None and not any(word.islower() and word not in small_words() for word in line.split())


def juxtaposed(author: Author) -> list[Author]:
    """`Ann Lee Bo Berg Cid Carl`: several names with nothing between them."""
    groups = [] if author.collective or author.name.count(" ") < FEWEST - 1 else _groups(author.name.split())
    return [Author(" ".join(group)) for group in groups] if len(groups) > 1 else [author]


def _role_before(words: list[str]) -> tuple[list[str], list[str]]:
    """`FOCUS-online-Redakteur Max Lee`: what stands before a name of two words or more, and the name."""
    count = 0
    while len(words) - count > 2 and words[count].casefold().rpartition("-")[2] in roles_of_one():
        count += 1
    return words[:count], words[count:]


def _behind_owner(words: list[str]) -> list[str]:
    """`Fox News' Ann Lee`: the name behind the outlet."""
    owners = [i for i, word in enumerate(words[:-2], 1) if word.endswith(OWNERS)]
    return words[owners[-1] :] if owners else words


def _undoubled(words: list[str]) -> list[str]:
    """`Ann Lee Ann Lee`: a link and its text."""
    half = len(words) // 2
    return words[:half] if half > 1 and words[:half] == words[half:] else words


def _is_name_all_the_same(words: list[str], *, first: bool) -> bool:
    """`Betty White`, `Emily Post`: a given name before the word, and no role."""
    return first and len(words) > 1 and is_given_name(words[0]) and words[1].casefold() not in roles_of_one()


def _name_length(words: list[str]) -> int:
    """How many of the words are the name."""
    count = 0
    for i, word in enumerate(words):
        could = is_name_word(word) or (i and word.lower() in PARTICLES)
        if not could or (i > 1 and (ends_name(word) or DEGREES.fullmatch(word))):
            break
        count = i + 1
    while count and words[count - 1].lower() in PARTICLES:
        count -= 1
    return _without_area(words, _without_outlet(words, count))


def _without_area(words: list[str], count: int) -> int:
    """`Helen Lee North of England editor`, `Ann Lee South America correspondent`: the area belongs to the role."""
    behind = words[count : count + ROLE_WORDS]
    if count < FEWEST - 1 or not any(map(is_role_word, behind)):
        return count
    if behind[0] == "of" and words[count - 1].casefold() in COMPASS:
        return count - 1
    return next((k for k in range(2, count) if is_area(" ".join(words[k:count]))), count)


def _without_outlet(words: list[str], count: int) -> int:
    """`Ann Lee Cherry Hill Courier`, `Ann Lee Wellness Writer`: two words are the name, an initial does not count."""
    if count == len(words) or words[count][0].islower() or opens_role(words[count]):
        return count if count <= MOST_WORDS + 3 else 0
    short = 2 + any(INITIALS.fullmatch(word) or word.lower() in PARTICLES | TITLES for word in words[:2])
    return min(count, short)


def _is_single(word: str, rest: list[str]) -> bool:
    """A pen name that stands alone behind a cue."""
    if rest or len(word) < 3 or is_place(word) or (word.isupper() and len(word) <= ACRONYM):
        return False
    return not is_furniture(word.casefold()) and word.casefold() not in tables.words("weekdays.txt")


def _is_explained(name: list[str], rest: list[str], *, first: bool) -> bool:
    """Nothing follows the name but a role, an agency that was taken out, or an outlet where a known given name begins
    it; behind another name a place, too.
    """
    if not rest or any(map(is_role_word, rest)) or (rest[0] in WHERE and (len(rest) == 1 or not first)):
        return True
    return is_given_name(name[0]) and any((w[0].isupper() and ends_name(w)) or DEGREES.fullmatch(w) for w in rest)


def _is_likely(name: list[str]) -> bool:
    """Nothing announces it: no word is one of site furniture, a possessive or in capitals, it is no place, and has more
    than initials.
    """
    if "".join(name).isupper() or any(POSSESSIVE.search(word) or (word.isupper() and len(word) > 2) for word in name):
        return False
    folded = [word.casefold().strip(".,") for word in name]
    too_long = len(name) > MOST_WORDS and len(_groups(name)) < 2
    return not too_long and not any(map(is_furniture, folded)) and not is_place(" ".join(folded))


def _groups(words: list[str]) -> list[list[str]]:
    """The words of several names, told by their given names; or all of them as one."""
    if len(words) < FEWEST:
        return [words]
    given = [is_given_name(word) for word in words]
    if len(words) % 2 == 0 and not any(given[1::2]) and 2 * sum(given[::2]) >= len(given[::2]):
        return [words[i : i + 2] for i in range(0, len(words), 2)]
    small = [word.lower() in PARTICLES | SUFFIXES for word in words]  # `van der Berg Jr.` are no names
    starts = [i for i in range(len(words)) if i == 0 or (given[i] and not given[i - 1] and not small[i - 1])]
    bounds = list(pairwise([*starts, len(words)]))
    return [words[a:b] for a, b in bounds] if all(b - a - sum(small[a:b]) > 1 for a, b in bounds) else [words]
