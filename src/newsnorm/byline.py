"""Bylines: a line that says who wrote the text, taken apart.

Cues, dates, contacts and counters are found here and cut out; what is left is read by `names.py`.
Whether a line is a byline is decided in `header.py`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsnorm import dates, names, tables
from newsnorm.edits import Span
from newsnorm.model import Author, Byline, SignOff
from newsnorm.patterns import pattern

WINDOW = 300  # a longer line is no byline
CONTACT = pattern(r"[\w.+-]{1,40}@[\w.-]{2,40}\.\w{2,6}|@{1,2}\w{2,30}|https?://\S{3,80}")
COUNTER = pattern(r"(?<![^\W_])\d[\d:.,]*\s?(?:h\b|[^\W\d_]{1,12})?(?:\s(?:ago|read|temu|sedan))?|(?<=[a-zß-ÿ])\d+\b")
DIGIT = pattern(r"\d")
NEXT = r"(?=[^\W\d_a-zß-öø-ÿ]|@|$|(?:dpa|epd)\b)"  # these agencies are written small
DONE_BY = pattern(
    r"""(?P<done>[^\W\d_]{4,20}(?:\s[^\W\d_]{2,20}){0,3}?)\s(?:by|from|von|par|por)\s
        (?P<who>[^;()\n]{3,200}?)(?=[;()\n]|\.?\s*$|[,.]?\s(?:additional\s|further\s)?(?:reporting|writing|editing)\s(?:by|from)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
CONTRIBUTED = pattern(  # `AP writer Ann Lee in Paris contributed to this report.`
    r"""(?:^|(?<=[.;]\s))[\s(—–-]{0,4}(?P<staff>[^;()\n]{0,60}?\s(?:writer|reporter|correspondent|journalist|producer)s?\s)?
        (?P<who>[^;()\n]{3,200}?)\s(?:also\s)?(?P<done>contributed(?:\sreporting)?|reported(?=\sfrom\s))\b[^.;\n]{0,120}""",
    re.VERBOSE,
)
FIRST_WORD = pattern(r"[\s|•·»>*–—-]{0,4}([^\W\d_]+|[^\W\d_]+'[^\W\d_]+)")
HAN = r"\u3400-\u9fff"
SURNAMES = (  # the commonest hundred of China and Taiwan: `记者王明`, but not `记者手记`
    "[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程"
    "苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋方白邹鄒孟熊秦邱江尹薛段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴"
    "武戴莫孔汤湯洪游翁施柯庄莊]"
)
GLUED_CUE = pattern(
    r"[\s|•·»>*–—-]{0,4}(?:[Bb]y|BY|[Vv]on)(?=[^\W\d_a-zß-öø-ÿ][^\W\d_A-Z])"
    rf"|[〔（(【]?[{HAN}]{{0,6}}[记記]者(?=[^）)\n]{{2,40}}[）)]\s*$|{SURNAMES}[{HAN}]{{1,2}}(?:[、，,\s／/〕）)】]|$))"
)
LAST_LETTERS = pattern(r"[^\W\d_]{1,40}$")
WEEKDAY = pattern(r"(?<![^\W\d_])([^\W\d_]{2,12})\.?,?\s{0,2}[–—-]?\s?$")
TOLD_BY = r"(?i:written|edited|posted|reviewed|reported|review|story|words|news)\sby|(?i:as\stold|told)\sto"
BREAK = r"(?:(?<=[\s|•·/,.)])|(?<=[a-z])(?=[A-Z]))"
TOLD = pattern(rf"{BREAK}(?:{TOLD_BY})\s{{1,3}}{NEXT}")
INNER = pattern(rf"{BREAK}(?:{TOLD_BY}|By|by|Von|von)\s{{1,3}}{NEXT}")


def split_byline(line: str) -> Byline | None:
    """Authors and agencies of a line that is known to be a byline; None where it names neither.

    Cues (`By`, `Von`, `Par`, `著者：`…), roles, outlets, cities, dates and counters are cut off. A desk
    or a staff is an author marked ``collective``; an outlet alone is none. E-mail addresses and handles
    are kept as ``contact``. Only the first 300 characters are read.

    >>> byline = split_byline("By Ann Lee and The Daily Star news desk January 5, 2024 2 min read")
    >>> [author.name for author in byline.authors], byline.authors[1].collective
    (['Ann Lee', 'The Daily Star news desk'], True)
    >>> split_byline("Skip to content") is None
    True
    """
    byline = byline_of(line, 0, len(line))
    return byline if byline.authors or byline.agencies else None


def byline_of(text: str, start: int, end: int) -> Byline:
    """What the byline says that stands at ``text[start:end]``."""
    found, contacts = people_in(text, start, min(end, start + WINDOW))
    authors = found.authors
    if contacts and authors:
        authors = tuple(
            _with_contact(author, contacts[i] if i < len(contacts) else None) for i, author in enumerate(authors)
        )
    return Byline(text[start:end].strip(dates.EDGES), authors, found.agencies, Span(start, end))


def sign_off_of(text: str, start: int, end: int) -> SignOff:
    """Who else worked on a story, as the line at its end says it: pairs of what was done and by whom.

    >>> sign_off_of("(Reporting by Ann Lee in Paris and Eva Cruz; Editing by Bo Berg)", 0, 64).credits
    (('Reporting', 'Ann Lee'), ('Reporting', 'Eva Cruz'), ('Editing', 'Bo Berg'))
    >>> sign_off_of("CNN's Ann Lee contributed to this report.", 0, 41).credits
    (('contributed', 'Ann Lee'),)
    """
    said = text[start : min(end, start + 2 * WINDOW)]
    done = [*CONTRIBUTED.finditer(said), *DONE_BY.finditer(CONTRIBUTED.sub("; ", said))]
    pairs = [
        (found["done"].strip(), author.name)
        for found in done
        for author in names.people(found["who"], cued=True).authors
    ]
    return SignOff(text[start:end].strip(), tuple(pairs), Span(start, end))


def _with_contact(author: Author, contact: str | None) -> Author:
    return Author(author.name, author.role, author.collective, contact)


def people_in(text: str, start: int, end: int) -> tuple[names.People, list[str]]:
    """Who is named at ``text[start:end]``, and the contacts there."""
    cue = cue_at(text, start, end) or inner_cue(text, start, end)
    return people_behind(text, start if cue is None else cue, end, cued=cue is not None)


def people_behind(text: str, begin: int, end: int, *, cued: bool) -> tuple[names.People, list[str]]:
    """The same where it is known that no cue follows, and whether one stands before."""
    stretch = text[begin:end].strip()
    dated = DIGIT.search(stretch) is not None
    contacts = CONTACT.findall(stretch) if "@" in stretch or "://" in stretch else []
    if dated:
        stretch = _without_dates(text, begin, end)
    if contacts:
        stretch = CONTACT.sub(" | ", stretch)
    return names.people(COUNTER.sub(" | ", stretch) if dated else stretch, cued=cued), contacts


def _without_dates(text: str, start: int, end: int) -> str:
    """The stretch with a bar in the place of every date and of what announces it."""
    pieces, done = [], start
    for moment in dates.find(text, start, end):
        pieces.append(text[done : announced(text, done, moment.start).start])
        done = moment.end
    return " | ".join([*pieces, text[done:end]])


def cue_at(text: str, start: int, end: int) -> int | None:
    """Where the names begin in a line that opens with an author's cue, or with two: `Author: By Ann Lee`."""
    begin = _behind_cue(text, start, end)
    return begin and (_behind_cue(text, begin, end) or begin)


def _behind_cue(text: str, start: int, end: int) -> int | None:
    """Behind one cue and what parts it from the names, which begin with a capital or in a script without."""
    word = FIRST_WORD.match(text, start, end)
    if not word or word[1].casefold() not in _cue_words():
        glued = GLUED_CUE.match(text, start, end)
        return glued and glued.end()
    cue = _author_cue(word[1].casefold()).match(text, word.start(1), end)
    return cue and cue.end()


def opens(word: str) -> bool:
    """Whether a cue may begin with this word, or is glued to it; its first letters tell that most words do not."""
    folded = word.casefold()
    if folded[:2] not in _cue_openings() and folded[:1] not in _cue_openings() and folded[:1].isalpha():
        return False
    found = FIRST_WORD.match(word)
    return GLUED_CUE.match(word) is not None or (found is not None and found[1].casefold() in _cue_words())


@cache
def _cue_words() -> frozenset[str]:
    """The first words of the cues: one look-up tells that most lines have none."""
    return frozenset(FIRST_WORD.match(cue)[1] for cue in _cues("author"))  # type: ignore[index]


@cache
def _cue_openings() -> frozenset[str]:
    return frozenset(word[:2] for word in _cue_words())


@cache
def _cues(kind: str) -> tuple[str, ...]:
    return tuple(
        cue
        for cue, announced in tables.pairs("header_cues.tsv").items()
        if (announced == "author") == (kind == "author")
    )


def inner_cue(text: str, start: int, end: int, *, bare: bool = True) -> int | None:
    """Where the names begin behind a cue inside the line: `Politics | Written by Ann Lee`; ``bare``: `by` is enough."""
    line = text[start:end].lower()
    if "by" not in line and "told" not in line and not (bare and "von" in line):
        return None
    found = (INNER if bare else TOLD).search(text, start, end)
    return found.end() if found else None


class Announced(NamedTuple):
    """Where a date with its cue and its weekday begins, and what it says: `published`, `updated`, `until` or None."""

    start: int
    kind: str | None


def announced(text: str, start: int, date: int) -> Announced:
    """What stands before a date and belongs to it, not before ``start``."""
    if date == start:
        return Announced(date, None)
    word = _word_before(text, start, date)
    if word in tables.words("weekdays.txt") and (day := WEEKDAY.search(text, max(start, date - 16), date)):
        date = day.start()
        word = _word_before(text, start, date)
    if word[-2:] not in _cue_ends() or not word.endswith(_last_cue_words()):
        return Announced(date, None)
    edge = max(start, date - 48)
    cue = _date_cue(word if word in _last_cue_words() else None).search(text, edge, date)
    return Announced(cue.start(), tables.pairs("header_cues.tsv")[_key(cue[1])]) if cue else Announced(date, None)


def _word_before(text: str, start: int, at: int) -> str:
    """The letters that end the words before ``at``, case folded, whatever signs stand behind them."""
    last = text[max(start, at - 28) : at].rstrip(" \t\n\xa0.:：,–—-").rpartition(" ")[2]
    found = None if last.isalpha() else LAST_LETTERS.search(last)
    return (found[0] if found else last).casefold()


@cache
def _last_cue_words() -> tuple[str, ...]:
    """The ends of the cues before a date: they tell that most dates have none."""
    return tuple({cue.rstrip(" :：").rpartition(" ")[2] for cue in _cues("date")})


@cache
def _cue_ends() -> frozenset[str]:
    """Their last letters: most words have others."""
    return frozenset(word[-2:] for word in _last_cue_words())


def _key(cue: str) -> str:
    return " ".join(cue.casefold().split())


@cache
def _author_cue(first: str) -> re.Pattern[str]:
    """The cues that begin with one word."""
    cues = tuple(cue for cue in _cues("author") if FIRST_WORD.match(cue)[1] == first)  # type: ignore[index]
    return re.compile(
        rf"(?i:{tables.one_of(cues)})(?:[\s:：]{{1,3}}|(?<=[：●:])|$|(?=[^\W\d_a-zß-öø-ÿ][^\W\d_A-Z])){NEXT}"
    )


@cache
def _date_cue(last: str | None) -> re.Pattern[str]:
    """The cues before a date, or those that end with the word ``last``."""
    cues = tuple(cue for cue in _cues("date") if last is None or cue.rstrip(" :：").rpartition(" ")[2] == last)
    return re.compile(rf"((?i:{tables.one_of(cues)}))[\s:：,–—-]{{0,4}}$")
