"""Which language a text is in: told by its script, and by the commonest words of `data/stopwords.tsv`.

A guess for people, and for rules that differ by language. What is unsure stays open; no codec is judged here.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import nlargest

from newsnorm.patterns import pattern
from newsnorm.tables import rows

_SAMPLE = 6000  # characters from the start: more than enough words, and the cost has an end
_WORD = pattern(r"(?:[^\W\d_]|[\u0900-\u0963])+")  # the vowel signs of Devanagari are no letters

# Scripts of one language among the news that we know; the others are told by their words.
_SCRIPTS = {
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "ETHIOPIC": "am",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "KANNADA": "kn",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
_KANA = "HIRAGANA", "KATAKANA"
_LEAST_KANA = 0.1  # of the Han and kana letters of Japanese; Chinese has a few, in names
_LEAST_LETTERS = 8

_LEAST_SCORE = 2.0  # a word counts 1, divided by the root of the number of languages that have it
_LEAST_SHARE = 0.12  # of all words: a name or a list of numbers is in no language
_LEAD = 1.25  # over the second, or two neighbours cannot be told apart


def guess_language(text: str) -> str | None:
    """The language of ``text`` as an ISO 639-1 code, or None where it is unsure.

    Looks at the first 6,000 characters. Of several languages the one that fills most is named; a line of
    names, a headline of four words, or a text in a language without an entry, is unsure.

    >>> guess_language("The minister said on Monday that he would not resign.")
    'en'
    >>> guess_language("Η κυβέρνηση παραιτήθηκε")
    'el'
    >>> guess_language("Reuters 12:45") is None
    True
    """
    sample = text[:_SAMPLE]
    return (None if sample.isascii() else _by_script(sample)) or _by_words(sample)


def _by_script(text: str) -> str | None:
    letters: Counter[str] = Counter()
    for char, n in Counter(text).items():
        letters[_script(char)] += n
    del letters[""]
    kana = sum(letters[script] for script in _KANA)
    letters["CJK"] += kana
    script, size = letters.most_common(1)[0]
    if size < _LEAST_LETTERS or 2 * size < letters.total() - kana:
        return None
    if script == "CJK":
        return "ja" if kana > _LEAST_KANA * size else "zh"
    return _SCRIPTS.get(script)


@functools.lru_cache(1 << 12)
def _script(char: str) -> str:
    """The first word of a letter's name, which is its script; empty for what is no letter."""
    return unicodedata.name(char, "").split(" ")[0] if char.isalpha() else ""


def _by_words(text: str) -> str | None:
    words = _WORD.findall(text.lower())
    table = _languages_of_words()
    scores: defaultdict[str, float] = defaultdict(float)
    hits: defaultdict[str, int] = defaultdict(int)
    for word, n in Counter(filter(table.__contains__, words)).items():
        languages = table[word]
        points = n / len(languages) ** 0.5
        for language in languages:
            scores[language] += points
            hits[language] += n
    best, second = nlargest(2, [(0.0, ""), (0.0, ""), *((score, language) for language, score in scores.items())])
    sure = best[0] >= max(_LEAST_SCORE, _LEAD * second[0]) and hits[best[1]] >= _LEAST_SHARE * len(words)
    return best[1] if sure else None


@functools.cache
def _languages_of_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in (row.split("\t") for row in rows("stopwords.tsv")):
        for word in words.split(" "):
            found[word] = (*found.get(word, ()), language)
    return found


LANGUAGES: frozenset[str] = frozenset(
    [*(row.split("\t")[0] for row in rows("stopwords.tsv")), *_SCRIPTS.values(), "ja", "zh"]
)
"""The languages that `guess_language` can name, as ISO 639-1 codes."""
