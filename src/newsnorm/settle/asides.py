"""What stands among the lines of the body and is a part of its own, by what it repeats or where it stands.

A quote that the page prints a second time, to be looked at, the sign of the agency below the last
paragraph, the mark of the end, and posts that end with a link or with whose they are. Corrections and
sign-offs that open like one are named by rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from operator import itemgetter

from newsnorm import names
from newsnorm.agencies import LAST_WORDS, LONGEST, signed
from newsnorm.label import OPEN, PROSE, SHORT
from newsnorm.model import Block, Kind
from newsnorm.patterns import pattern
from newsnorm.shape import ends_like_sentence, words

QUOTED = pattern(
    r"""\n[“"„«»「『”][^\n]{30,320}[”"“»«」』](?=[^\S\n]{0,3}(?:\n|$))"""
)  # a line that is a quote as a whole
POST = pattern(
    r"""
    (?: (?:pic\.(?:twitter|x)\.com/|//t\.co/)\w{4,16}                          # the picture or the link of a post
      | \(@[\w.]{1,40}\)\ (?:[A-Z][a-z]{2,8}\.?\ \d{1,2},|\d{1,2}\.?\ \w{3,9}\.?)\ \d{4} )  # whose and of what day
    [^\S\n]{0,3} (?=\n|$)
    """,
    re.VERBOSE,
)
LONGEST_POST = 500  # code points
END_MARK = pattern(r"\#(?:\ ?\#){2,9} | [-–—]{1,5}\ ?(?:30|END|End)\ ?[-–—]{1,5}", re.VERBOSE)
MARK = 24  # code points of the line of such a mark
LAST = 40  # blocks before the end, among which the mark stands, since a press release goes on below it
CUT = pattern(
    r"[^\S\n]?(?P<mark>\[\+\d{1,7} chars\])\s{0,9}$"
)  # how a feed of headlines says how much it has left away
CUT_WINDOW, CUT_WORD = 40, " chars]"
QUOTES = '“"„«»「『”』」'
MOST_QUOTES = 24  # more of them are a dialogue
FEWEST_WORDS = 6  # of a quote
LONGER = 1.2  # times as long is the paragraph that it is taken from
ATTRIBUTION = 80  # code points of the line that says whose words they are
DASHES = "—–-"
STOPS = frozenset('.!?…”"»“:;,。')  # what a last paragraph without a signature ends with
ABOVE = OPEN | {"headline.points", "headline.hint"}  # what an article has above its last paragraph
SHORT_FORMS = frozenset({"AA", "CP", "PA", "TT", "NAN", "SPA", "WAM"})  # alone they say anything
UNDER = frozenset({SHORT, "chrome.model.after"})  # what such a line may be so far
BELOW = 1  # so many lines below the last paragraph may be the sign of an agency

Parts = dict[int, tuple[Block, ...]]  # what the blocks at these indices become


def asides(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with the pull quotes and the signature of the article named."""
    found = _signature(text, blocks) if _may_be_signed(text, blocks) else {}
    if QUOTED.search(text):
        found |= _pull_quotes(text, blocks)
    if "pic." in text or "//t.co/" in text or ("@" in text and "(@" in text):
        found |= _posts(text, blocks)
    found |= _end(text, blocks)
    return [part for i, block in enumerate(blocks) for part in found.get(i, (block,))] if found else blocks


def _may_be_signed(text: str, blocks: list[Block]) -> bool:
    """Whether the last line is anything but a paragraph that ends as most do."""
    if not blocks:
        return False
    start, end, _, rule = blocks[-1]
    return rule != PROSE or text[start:end].rstrip()[-1] not in STOPS


def _signature(text: str, blocks: list[Block]) -> Parts:
    """The agencies behind or below the last paragraph: `… he said. (dpa)`, `dpa/sm`, `(AFP)`."""
    below: list[int] = []
    for i in range(len(blocks) - 1, -1, -1):
        start, end, _, rule = blocks[i]
        if rule == PROSE or (rule == SHORT and end - start > LONGEST):
            named: Parts = {j: (_signed(*blocks[j][:2]),) for j in below[-BELOW:] if _is_sign(text, blocks[j])}
            return named if named or text[start:end].rstrip()[-1] in STOPS else _behind(text, blocks, i)
        if rule in UNDER:
            below.append(i)
    return {}


def _is_sign(text: str, block: Block) -> bool:
    line = text[block.start : block.end].strip()
    return len(line) <= LONGEST and line not in SHORT_FORMS and bool(signed(line))


def _signed(start: int, end: int) -> Block:
    return Block(start, end, Kind.SIGN_OFF, "sign-off.agency")


def _behind(text: str, blocks: list[Block], i: int) -> Parts:
    """The last paragraph apart from the agencies behind its last sentence; a caption that stands alone has a credit."""
    block = blocks[i]
    last = LAST_WORDS.search(text, max(block.start, block.end - LONGEST), block.end)
    if not last or not signed(last[0]) or not any(above.rule in ABOVE for above in blocks[:i]):
        return {}
    at = last.start() + len(last[0]) - len(last[0].lstrip())
    return {i: (block._replace(end=at, rule=PROSE), _signed(at, block.end))}


def _posts(text: str, blocks: list[Block]) -> Parts:
    """The lines that are a post of another site, since they end as posts do."""
    lines = (_at(blocks, found.start()) for found in POST.finditer(text))
    return {
        i: (blocks[i]._replace(kind=Kind.EMBED, rule="embed.text"),)
        for i in lines
        if blocks[i].rule in OPEN and blocks[i].end - blocks[i].start <= LONGEST_POST
    }


def _end(text: str, blocks: list[Block]) -> Parts:
    """The mark that the text ends here, or was cut off."""
    if CUT_WORD in text[-CUT_WINDOW:] and (found := CUT.search(text, max(0, len(text) - CUT_WINDOW))):
        i = _at(blocks, found.start("mark"))
        at = max(blocks[i].start, found.start())
        mark = Block(at, blocks[i].end, Kind.CHROME, "chrome.furniture.cut")
        return {i: (blocks[i]._replace(end=at), mark) if at > blocks[i].start else (mark,)}
    first = max(0, len(blocks) - LAST)
    short = [i for i, block in enumerate(blocks[first:], first) if block[3] in UNDER and block[1] - block[0] <= MARK]
    marks = (i for i in short if END_MARK.fullmatch(text[blocks[i].start : blocks[i].end].strip()))
    return {i: (blocks[i]._replace(kind=Kind.CHROME, rule="chrome.furniture.end"),) for i in islice(marks, 1)}


def _pull_quotes(text: str, blocks: list[Block]) -> Parts:
    """The lines that are one quote, alone, which stands again in a paragraph, word for word."""
    found: Parts = {}
    quotes = list(islice(QUOTED.finditer(text), MOST_QUOTES + 1))
    for quote in quotes if len(quotes) <= MOST_QUOTES else ():
        start, end = quote.start() + 1, quote.end()
        again = _again(text, start, end)
        i = _at(blocks, start)
        if again is not None and blocks[i].start == start and blocks[i].rule in OPEN:
            around = blocks[_at(blocks, again)]
            if around.rule in OPEN and around.end - around.start > LONGER * (end - start):
                found |= _pulled(text, blocks, i)
    return found


def _again(text: str, start: int, end: int) -> int | None:
    """Where the words of a quote stand again; `”.` ends a sentence of the story."""
    line = text[start:end]
    if not ends_like_sentence(line) or words(line) < FEWEST_WORDS:
        return None
    said = line.strip(QUOTES).rstrip(" .,!?…")
    at = text.find(said)
    if start <= at < end:
        at = text.find(said, end)
    return None if at < 0 else at


def _at(blocks: list[Block], at: int) -> int:
    """The index of the block that holds the character ``at``."""
    return bisect_right(blocks, at, key=itemgetter(0)) - 1


def _pulled(text: str, blocks: list[Block], i: int) -> Parts:
    """The quote, and the line below it that says whose words they are."""
    found: Parts = {i: (blocks[i]._replace(kind=Kind.PULL_QUOTE, rule="pull-quote.repeated"),)}
    for j in range(i + 1, min(i + 3, len(blocks))):
        start, end, kind, rule = blocks[j]
        if kind is not Kind.BLANK:
            if rule in OPEN and _is_attribution(text[start:end].strip()):
                found[j] = (Block(start, end, Kind.PULL_QUOTE, "pull-quote.attribution"),)
            break
    return found


def _is_attribution(line: str) -> bool:
    """`— Ann Lee, mayor`, or a name alone."""
    if len(line) > ATTRIBUTION or ends_like_sentence(line):
        return False
    return line[0] in DASHES or bool(names.people(line, cued=False).authors)
