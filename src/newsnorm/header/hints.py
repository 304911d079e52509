"""What the caller knows of an article, looked for in its head: the headline, the authors, the day, a date counted back.

A hint tells which line is a part; what the line says is read from the line.
"""

from __future__ import annotations

from newsnorm.byline import cue_at
from newsnorm.dates import timestamp_of
from newsnorm.header.reading import BYLINES, DATES, Reading
from newsnorm.model import Block, Hints, Kind
from newsnorm.names import people
from newsnorm.relative import is_counted, moment
from newsnorm.shape import bare_words, words

LONGEST = 400  # code points of a line that is compared
ABOVE = 3  # so many lines above the headline may name the authors
BESIDE = 8  # words that may stand beside a name: a cue, a role, an outlet
SLUG = 3  # words that an address has at least, to tell the headline
SHARE = 0.75  # of the words of the address that the headline has
OUTLET = (" | ", " - ", " – ", " — ")  # what a feed's headline may have before the outlet


def known_headline(reading: Reading, hints: Hints) -> int | None:
    """The line that is the headline that the caller knows, or that has the words of the address."""
    if hints.headline and (wanted := _forms(hints.headline)):
        lines = enumerate(reading.texts)
        found = next((i for i, line in lines if len(line) < LONGEST and _squashed(line) in wanted), None)
        if found is not None:
            return found
    return _by_address(reading, hints.url) if hints.url else None


def name_known(reading: Reading, hints: Hints, headline: int) -> None:
    """Name the line of the authors that the caller knows, and dates that are counted back from his day."""
    region = [i for i in range(max(0, headline - ABOVE), min(reading.body + 1, len(reading.lines))) if i != headline]
    names = [name.casefold() for hint in hints.authors for name in author_names(hint)]
    for i in sorted(region, key=lambda i: (i < headline, i)) if names else ():
        if _names(reading, i, names):
            break
    for i in region if hints.retrieved else ():
        if reading.is_open(i) and is_counted(reading.texts[i]):
            reading.name(i, Kind.PUBLISHED, "date.relative")


def prefer_day(reading: Reading, hints: Hints) -> None:
    """Where one of the dates is of the day that the caller knows, dates of other days are not when it was published."""
    known = moment(hints.published)
    dated = [(i, part) for i in reading.those(DATES) for part in reading.parts[i] if part.kind is Kind.PUBLISHED]
    if known is None or len(dated) < 2:
        return
    days = {part.start: _day_of(reading.text, part) for _, part in dated}
    day = known.isoformat()[:10]
    for i in {i for i, _ in dated} if day in days.values() else ():
        reading.rename(i, lambda part: days.get(part.start, day) != day, Kind.CHROME, "chrome.furniture.date")


def author_names(hint: str) -> tuple[str, ...]:
    """The names in an author string, which may be that of a feed: `Von FOCUS-online-Redakteur Max Lee`."""
    found = people(hint[cue_at(hint, 0, len(hint)) or 0 :], cued=True).authors
    return tuple(author.name for author in found) or (hint.strip(),)


def same_headline(hinted: str, read: str) -> bool:
    """Whether two headlines differ in case, signs and the outlet behind them only.

    >>> same_headline("Storm hits ‘coast’ - The Daily Star", "Storm hits 'coast'")
    True
    """
    return not _forms(hinted).isdisjoint(_forms(read))


def _day_of(text: str, part: Block) -> str | None:
    value = timestamp_of(text, part.start, part.end).value
    return value.isoformat()[:10] if value else None


def _names(reading: Reading, i: int, names: list[str]) -> bool:
    """Name a line that has one of the names and little else; whether it is one."""
    line = reading.texts[i][:LONGEST].casefold()
    named = [name for name in names if name and name in line]
    if not named or words(line) > sum(map(words, named)) + BESIDE:
        return False
    if reading.is_open(i):
        reading.name(i, Kind.BYLINE, "byline.hint")
        return True
    found = reading.has(i, BYLINES)
    if found:
        reading.rename(i, lambda part: part.kind is Kind.BYLINE, Kind.BYLINE, "byline.hint")
    return found


def _by_address(reading: Reading, url: str) -> int | None:
    """The line above the body that has most of the words of the address: `…/storm-hits-coast-hard-1234`."""
    parts = [part.casefold().split("-") for part in url.split("?", 1)[0].removesuffix(".html").split("/")]
    slug = {word for word in max(parts, key=len) if word.isalpha()}
    if len(slug) < SLUG:
        return None
    shares = [
        (len(slug & set(bare_words(line))) / len(slug), -i)
        for i, line in enumerate(reading.texts[: reading.body])
        if reading.is_open(i) and len(line) < LONGEST and words(line) <= 3 * len(slug)
    ]
    share, at = max(shares, default=(0.0, 0))
    return -at if share >= SHARE else None


def _squashed(line: str) -> str:
    return "".join(bare_words(line))


def _forms(headline: str) -> set[str]:
    """The headline without signs and case, and without the outlet that a feed puts behind it."""
    cut = {headline.rpartition(sign)[0] for sign in OUTLET}
    return {form for form in map(_squashed, {headline, *cut}) if form}
