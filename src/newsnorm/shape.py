"""What a line looks like, in any language: does it end like a sentence, is it prose, how long is it?

Questions about one line of text only; nothing about rules, blocks or neighbours.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter

from newsnorm.patterns import pattern

ENDS = frozenset(".!?…。！？।؟۔։")
CLOSERS = "\"'”’»›)]」』）】*"
PROSE_WORDS = 8
LONG = 200  # code points from which a line is prose without a full stop, too
WIDE = "\u2e80"  # from here on, scripts that write without spaces: a sign weighs half a word
CLOSING = frozenset(CLOSERS)
LAST = ENDS | CLOSING  # a line that ends in no sign of these ends in no sentence
SOLID = pattern(r"[\u2e80-\u9fff\uff00-\uffef]{2}")  # no blank stands between the signs of Chinese and Japanese
# A line that begins with one of these may go on with the line above; the last are particles of Japanese and Korean.
FOLLOWING = frozenset(",.;:!?)]،؛؟।\"”'’、。，；：！？）」』をがはのにとでもへ은는을를의와과에")
OPENING = frozenset('([“‘«„"')  # nothing stands between them and what they open
LAST_SIGNS = OPENING | {"-"}
JOINERS = frozenset({"und", "oder", "and", "or", "to", "bis", "och", "og", "eller", "en", "of"})
GOES_ON = pattern(r"""
    [,.;:!?)\]،؛؟।] (?![\w.…]|\s\.)         # , officials said, but no dots apart
  | ["”] (?:[\s,;:!?)] | \.(?!\.) | $)    # ” and left
  | ['’] (?:s|t|d|re|ll|ve)? (?:\s|$)     # ’s coast
  | [、。，；：！？）」』]
  | [をがはのにとでもへ] (?![ぁ-ん])       # particles of Japanese
  | [은는을를의와과에] (?:\s|$)            # and of Korean
""", re.VERBOSE)  # fmt: skip


def ends_like_sentence(line: str) -> bool:
    """Whether ``line`` ends with a full stop or its like, quotes and brackets behind it or not.

    >>> ends_like_sentence("“They knew.”"), ends_like_sentence("Storm hits coast")
    (True, False)
    """
    line = line.rstrip()
    last = line[-1:]
    return last in ENDS or (last in CLOSING and line.rstrip(CLOSERS)[-1:] in ENDS)


def goes_on(line: str) -> bool:
    """Whether ``line`` begins with what closes or goes on with the line above: `. It rained`, `, he said`, `’s coast`.

    >>> goes_on(", officials said"), goes_on("’s coast"), goes_on("...and then"), goes_on("‘No’")
    (True, True, False, False)
    """
    return line[:1] in FOLLOWING and GOES_ON.match(line) is not None


def words(line: str) -> int:
    """How many words ``line`` has; two signs of a script without spaces count as one.

    >>> words("Storm hits coast"), words("基辅遭到导弹袭击")
    (3, 4)
    """
    count = line.count(" ") + 1
    # a wide sign adds two bytes or more in UTF-8: where they add fewer than this, the blanks count for more
    if line.isascii() or len(line.encode("utf-8", "surrogatepass")) - len(line) < 4 * count:
        return count
    return max(count, sum(sign >= WIDE for sign in line) // 2)


def bare_words(line: str) -> list[str]:
    """The words of ``line``, case folded, without the signs in and around them.

    >>> bare_words("Storm hits “U.S.” coast")
    ['storm', 'hits', 'u', 's', 'coast']
    """
    return "".join(sign if sign.isalnum() else " " for sign in line.casefold()).split()


def unwrapped(line: str) -> str:
    r"""``line`` without the white space around it, and with the line ends inside it as spaces.

    >>> unwrapped("Storm hits  \n coast\n"), unwrapped("Storm hits\nRussia\n’s coast")
    ('Storm hits coast', 'Storm hits Russia’s coast')
    """
    rows = line.strip().splitlines()
    if len(rows) == 1:
        return rows[0]
    rows = [row for part in rows if (row := part.strip())]
    if (
        line.isascii()
        and FOLLOWING.isdisjoint(map(itemgetter(0), rows))
        and LAST_SIGNS.isdisjoint(map(itemgetter(-1), rows))
    ):
        return " ".join(rows)
    return rows[0] + "".join(f"{seam(row, below)}{below}" for row, below in pairwise(rows))


def seam(row: str, below: str) -> str:
    """What stands between two lines of one paragraph: a space, or nothing beside a sign that opens or closes.

    The hyphen of a word that is divided stays, since it may be the word's own.

    >>> seam("said", "Reuters"), seam("Reuters", ", which was there"), seam("It said (", "Reuters"), seam("bat-", "ter")
    (' ', '', '', '')
    """
    opens = row[-1:] in OPENING and (row[-1] in "([" or not row[-2:-1].strip())
    return "" if opens or is_divided(row, below) or goes_on(below) or SOLID.match(row[-1:] + below[:1]) else " "


def is_divided(row: str, below: str) -> bool:
    """Whether a word is divided between two lines: `warn-`, `ings`; not `Ein-`, `und Ausgang`.

    >>> is_divided("a storm warn-", "ings were"), is_divided("Ein-", "und Ausgang")
    (True, False)
    """
    return row[-1:] == "-" and row[-2:-1].isalpha() and below[:1].islower() and below.partition(" ")[0] not in JOINERS


def is_prose(line: str) -> bool:
    """Whether ``line`` is running text: a sentence of some length, or very long.

    >>> is_prose("Nine people were killed on Monday, officials in the city said.")
    True
    >>> is_prose("Most read this week")
    False
    """
    if len(line) >= LONG:
        return True
    return ends_like_sentence(line) and (line.count(" ") + 1 >= PROSE_WORDS or words(line) >= PROSE_WORDS)
