"""What a line looks like, in any language: does it end like a sentence, is it prose, how long is it?

Questions about one line of text only; nothing about rules, blocks or neighbours.
"""

from __future__ import annotations

ENDS = frozenset(".!?…。！？।؟۔։")
CLOSERS = "\"'”’»›)]」』）】*"
PROSE_WORDS = 8
LONG = 200  # code points from which a line is prose without a full stop, too
WIDE = "\u2e80"  # from here on, scripts that write without spaces: a sign weighs half a word
CLOSING = frozenset(CLOSERS)
LAST = ENDS | CLOSING  # a line that ends in no sign of these ends in no sentence


def ends_like_sentence(line: str) -> bool:
    """Whether ``line`` ends with a full stop or its like, quotes and brackets behind it or not.

    >>> ends_like_sentence("“They knew.”"), ends_like_sentence("Storm hits coast")
    (True, False)
    """
    line = line.rstrip()
    last = line[-1:]
    return last in ENDS or (last in CLOSING and line.rstrip(CLOSERS)[-1:] in ENDS)


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

    >>> unwrapped("Storm hits  \n coast\n")
    'Storm hits coast'
    """
    rows = line.strip().splitlines()
    return rows[0] if len(rows) == 1 else " ".join(row for part in rows if (row := part.strip()))


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
