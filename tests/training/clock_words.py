"""Make `data/clock_words.tsv`: how languages name hours, minutes and seconds, from the Unicode CLDR through Babel.

    pip install babel
    python tests/training/clock_words.py > src/newsnorm/data/clock_words.tsv

Where CLDR's long form is the number without a word, or Babel has no long form, the words are by us.
"""

import re

from babel.units import format_unit

LANGUAGES = """
en de fr es pt it nl ja ko zh zh_Hant ru uk be pl tr sv da nb fi cs sk hu ro el bg hr sr sl hi bn ta te th vi id ms fil
ar he fa ur ca eu gl lt lv et ka hy az kk uz mr kn ml pa af sq mk bs is ne lo km my am zu mn ky gu
""".split()
UNITS = ("hour", "minute", "second")
COUNTS = (1, 2, 3, 5, 11, 21, 0)
BY_US = {
    "nl": ("uur", "", ""), "ja": ("時間", "分", "秒"), "ko": ("시간", "분", "초"), "zh": ("小时", "分钟|分", "秒钟|秒"),
    "zh_Hant": ("小時", "分鐘|分", "秒鐘|秒"), "bn": ("ঘন্টা", "মিনিট", "সেকেন্ড"), "th": ("", "นาที", ""),
    "vi": ("giờ", "phút", "giây"), "ms": ("", "", "saat"), "fil": ("oras", "", ""), "fa": ("ساعت", "دقیقه", "ثانیه"),
    "ur": ("گھنٹہ|گھنٹے", "منٹ", "سیکنڈ"), "az": ("saat", "", ""), "uz": ("soat", "", ""),
    "gu": ("કલાક", "મિનિટ", "સેકંડ"),
    "sq": ("orë", "", ""), "ne": ("घण्टा", "मिनेट", "सेकेन्ड"), "km": ("ម៉ោង", "", "វិនាទី"), "my": ("နာရီ", "မိနစ်", ""),
    "mn": ("цаг", "", ""), "ar": ("", "", "ثوانٍ|ثوان|ثانية"),
}  # fmt: skip


def words(language, unit):
    """The words behind a number, in the order of the counts that take them."""
    texts = (format_unit(count, f"duration-{unit}", "long", locale=language) for count in COUNTS)
    found = (re.fullmatch(r"[\u200e\u200f]?\d+[\s\u00a0\u202f]*(\D+)", text) for text in texts)
    return "|".join(dict.fromkeys(match[1].strip() for match in found if match))


if __name__ == "__main__":
    print("# How accessibility texts name hours, minutes and seconds: the long forms of Unicode CLDR, completed by us.")
    print("language", *UNITS, sep="\t")
    for language in LANGUAGES:
        ours = BY_US.get(language, ("", "", ""))
        columns = (own or words(language, unit) for own, unit in zip(ours, UNITS, strict=True))
        print(language.replace("_", "-"), *columns, sep="\t")
