"""The outlet that published a text, where the text names it: behind its title, in its byline, in its copyright line.

Read when asked only. Nothing here knows what the caller knows.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from newsnorm import names, tables
from newsnorm.dateline.place import is_agency
from newsnorm.document import Document
from newsnorm.model import Kind
from newsnorm.patterns import pattern
from newsnorm.rules import default
from newsnorm.shape import bare_words

LONGEST, MOST_WORDS = 50, 6  # of the name of an outlet
TITLE = 400  # code points of the longest title of a page
ECHOES = 12  # so many lines that begin with the headline are read
PARTS = 4  # so many of the last parts of a title are asked
SIGNS = 40  # so many of the last copyright signs are read
WINDOW = 240  # so far behind its sign a copyright line is read
OFTEN = 3  # so often a page names its outlet
PERSON = range(2, 4)  # words

SEAM = pattern(r"\s{0,3}([|：»]|(?<=\s)(?:--?|[–—·•])(?=\s))\s{0,3}")
BARS = frozenset("|：")
TELLING = 16  # a title has a part of so many code points; a path of sections has none
ADDRESS = pattern(r"(?:[\w-]{2,30}\.){1,3}(?:com|net|org|tv|news|info|[a-z]{2})", re.IGNORECASE)
YEAR = pattern(r"(?:19|20)\d\d")
SIGN = pattern(r"©|\([cC]\)\s?(?=\d{4})|\b(?:[Cc]opyright|COPYRIGHT)\b(?!\s(?i:policy|notice|law))")
OPENING = pattern(r"(?:[\s:,.|–—-]|©|\([cC]\)|copyright|\d{4}|by\s)*", re.IGNORECASE)
RESERVED = pattern(
    r"""all\sright | alle\sre(?:ch|tti) | tous\sdroits | todos\sl?os\sd | tutti\si\sdiritti | alla\srätt
        | wszelkie\sprawa | tüm\shakları | вс[еі]\sправа | усі\sправа | 版权所有 | 無断""",
    re.VERBOSE | re.IGNORECASE,
)
NAME_END = pattern(
    r"""\s{0,3}(?: [|;•·()\[\]™®] | \s[–—-]\s | ,\s(?:an?|part|eine?|une?)\s | [.,]?\s(?:19|20)\d\d
        | (?<=\w\w\w)\.(?:\s|$) | copyright | © | \s(?:or|and)\s(?:its|affiliated)\s | \spowered\sby | \sis\s )""",
    re.VERBOSE | re.IGNORECASE,
)
LEGAL_FORM = pattern(
    r"""(?:,?\s(?: Inc | LLC | L\.?P | Ltd | Limited | (?:G|m\.?\s?)m?b\.?H | AG | SE | KG | S\.?\s?p\.?\s?A
        | S\.?r\.?l | S\.?A\.?S? | [BN]\.?V | AB | AS | A/S | Oyj? | Co | Company | plc | PBC | ApS | Pty
        | & | UG )\.?)+(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
SMALL = pattern(r"\s[a-zß-öø-ÿ]{5,}(?:\s|$)")  # a word of a sentence
NAME_WORD = r"[\w.&'’-]"
NAME = rf"(?P<name>[^\W\d_a-z]{NAME_WORD}*(?:\s{NAME_WORD}+){{0,5}}?)(?=\s*(?:[|·•,;()\n\d]|[–—-]\s|[Uu]pdated|$))"
FOR = pattern(rf"\s[Ff][Oo][Rr]\s{NAME}")
FOR_WORD = pattern(r"\s[Ff]or\s")
ALONE = pattern(rf"\S{{1,9}}\s{NAME}")
BEHIND = pattern(rf"\s*[,|]\s*{NAME}")


def outlet_of(document: Document) -> str | None:
    """The outlet that the text names, as written; None where it names none."""
    if document.kind != "article":
        return None
    owners = tuple(dict.fromkeys(_owners(document)))
    return next((name for found in (_titled(document, owners), _signed(document), owners) for name in found), None)


def same_outlet(one: str, other: str) -> bool:
    """Whether two names may be of one outlet: articles, blanks, case and domains do not matter.

    >>> same_outlet("The Daily Star", "dailystar.com"), same_outlet("The Daily Star", "Harbour Post")
    (True, False)
    """
    shorter, longer = sorted((_squashed(one), _squashed(other)), key=len)
    return shorter in longer and len(shorter) > 1


def _squashed(name: str) -> str:
    return "".join(
        word for word in bare_words(name) if word not in ("the", "der", "die", "das", "www", "com", "online")
    )


def _titled(document: Document, owners: tuple[str, ...]) -> Iterator[str]:
    """What stands behind the headline in the title of the page, or the address before it."""
    text, headline = document.text, document.headline or ""
    for line in _titles(text, headline):
        first, *rest = SEAM.split(line)
        if rest and ADDRESS.fullmatch(first):
            yield first
        if len(first) < TELLING:
            continue
        repeats = _is_like(first, headline)
        for sign, name in list(zip(rest[::2], rest[1::2], strict=True))[: -PARTS - 1 : -1]:
            inside = repeats and name in headline[: -len(name)]
            if _is_name(name) and not inside and _is_known(text, name, owners, sign, repeats=repeats):
                yield name
                break


def _titles(text: str, headline: str) -> Iterator[str]:
    """The first line, and what begins with the headline and goes on."""
    yield _line(text, len(text) - len(text.lstrip()))
    at = text.find(headline) if headline else -1
    for _ in range(ECHOES):
        if at < 0:
            return
        if SEAM.match(text, at + len(headline)):
            yield _line(text, at)
        at = text.find(headline, at + len(headline))


def _line(text: str, start: int) -> str:
    """The line that begins at ``start``, as far as a title goes."""
    return text[start : start + TITLE].partition("\n")[0].strip()


def _is_like(title: str, headline: str) -> bool:
    """Whether half of the words of a title stand in the headline: search engines are given other words."""
    words = set(title.casefold().split())
    return 2 * len(words & set(headline.casefold().split())) >= len(words)


def _is_name(name: str) -> bool:
    """Few words, no sentence, no place, no year, no section of a page: what an outlet may be called."""
    if not 1 < len(name) <= LONGEST or name.count(" ") >= MOST_WORDS or "," in name or YEAR.search(name):
        return False
    if name[-1] in "!?…." or not any(sign.isalpha() for sign in name) or SMALL.search(name):
        return False
    if name[0].islower() and name.count(" ") > 1:  # `la Repubblica` is one
        return False
    return name.casefold() not in tables.words("places.txt") and default().match(name) is None


def _is_known(text: str, name: str, owners: tuple[str, ...], sign: str, *, repeats: bool) -> bool:
    """Whether more than its place says that it is an outlet; ``repeats``: behind words of the headline."""
    bar = sign in BARS
    if (bar and repeats) or ADDRESS.fullmatch(name) or any(same_outlet(name, owner) for owner in owners):
        return True
    often = text.count(name)
    if repeats:
        return often >= OFTEN or f"\n{name}\n" in text or text.endswith(f"\n{name}")
    return (often > 1 or _has_outlet_word(name)) if bar else (often >= OFTEN or (often > 1 and _has_outlet_word(name)))


def _has_outlet_word(name: str) -> bool:
    return not tables.words("outlet_words.txt").isdisjoint(name.casefold().split())


def _signed(document: Document) -> Iterator[str]:
    """`Ann Lee for The Daily Star`, `Ann Lee, The Daily Star`, `By NBC News`."""
    byline = document.byline
    if byline is None:
        return
    for author in byline.authors:
        at = byline.text.find(author.name) + len(author.name)
        found = FOR.match(byline.text, at) or BEHIND.match(byline.text, at)
        if found and (found.re.pattern == FOR.pattern or _has_outlet_word(found["name"])):
            yield from _named(found["name"])
    if document.blocks_of(Kind.BYLINE)[0].rule == "byline.outlet" and (found := ALONE.match(byline.text)):
        yield from _named(found["name"])


def _named(name: str) -> Iterator[str]:
    """The outlet in a stretch of a byline, which may name a service before it: `Star Media for Star.com`."""
    name = FOR_WORD.sub("\n", name).rpartition("\n")[2].strip(" -–—")
    if _is_name(name) and not is_agency(name) and not names.is_role(name):
        yield name


def _owners(document: Document) -> Iterator[str]:
    """The outlets that the copyright lines of the page name; those of the pictures in the text do not count."""
    text, last = document.text, document.blocks_of(Kind.PARAGRAPH)[-1:]
    pictures = [block for block in document.blocks_of(Kind.CREDIT, Kind.CAPTION) if not last or block < last[0]]
    for sign in deque(SIGN.finditer(text), maxlen=SIGNS):
        at = sign.start()
        name = _owner(text, at) if not any(block.start <= at < block.end for block in pictures) else None
        if name and _is_owner(name) and name not in document.authors and _is_outlet_of(text, name):
            yield name


def _is_outlet_of(text: str, name: str) -> bool:
    """Whether the page uses the name elsewhere, too, or it has a word of outlets: companies are named once."""
    return _has_outlet_word(name) or ADDRESS.fullmatch(name) is not None or text.count(name) > 1


def _owner(text: str, start: int) -> str | None:
    """Whom a copyright line names: behind the sign and the years, before the form of the company."""
    line = text[start : start + WINDOW].partition("\n")[0]
    if not (YEAR.search(line) or RESERVED.search(line)):
        return None
    opening = OPENING.match(line)
    name = line[opening.end() if opening else 0 :]
    for end in (RESERVED, NAME_END):
        found = end.search(name)
        name = name[: found.start()] if found else name
    return LEGAL_FORM.sub("", name).strip(" ,.:-–—")


def _is_owner(name: str) -> bool:
    """The name of an outlet: of no person, no agency, and no company that has several."""
    if (
        not _is_name(name)
        or (name[0].islower() and not ADDRESS.fullmatch(name))
        or "/" in name
        or is_agency(name.removeprefix("The "))
    ):
        return False
    words, companies = name.casefold().split(), tables.words("company_words.txt")
    if not companies.isdisjoint(words) or name.casefold() in companies:
        return False
    return _has_outlet_word(name) or len(words) not in PERSON or not names.is_given_name(name.partition(" ")[0])
