"""Texts made to be slow or to break: each a name and a function of its length.

Run as a script, in a process of its own, it reads one of them: `python hostile.py NAME LENGTH` checks the promises,
`python hostile.py --growth NAME LENGTH` prints how much longer a character takes in four times the text.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from contextlib import suppress

import newsnorm

MEMORY = 1 << 30  # bytes of address space that a child may have
LINEAR = 1.5  # a character of a text may take so much longer than one of a quarter of it
FAR_TOO_SLOW = 2.0  # seconds for a quarter of the text: growth need not be measured any more

PARTS = """
    repair blocks text kicker headline deck byline authors dateline published updated section captions paragraphs
    crossheads sign_off body cues sentences chapters events speakers notes language outlet agencies condition removed
""".split()
FUNCTIONS = """
    fix_mojibake strip_chrome strip_timestamps split_sentences split_byline split_dateline split_credit parse_date
""".split()


def repeated(unit: str) -> Callable[[int], str]:
    """Texts of one unit over and over."""
    return lambda n: unit * (n // len(unit))


LONG_LINES = {
    "one line": repeated("word "),
    "one word": lambda n: "a" * n + "!",
    "one ASCII line": repeated("The quick brown fox. "),
    "curly line": repeated("“It’s” — "),
    "capitals": repeated("KYIV AND THE "),
    "spaces": lambda n: "a" + " " * n + "b",
    "trailing spaces": lambda n: "Headline" + " " * n + "\n",
    "tabs": repeated("\t"),
    "full stops": repeated("U.S. "),
    "stops": repeated("."),
    "questions": repeated("?"),
    "exclamations": repeated("What?! "),
    "quotes": repeated("“"),
    "nested quotes": lambda n: "“‘" * (n // 4) + "’”" * (n // 4),
    "straight quotes": repeated("\"'"),
    "brackets": repeated("("),
    "square brackets": repeated("["),
    "closed brackets": repeated("[]()"),
    "tags": repeated("<"),
    "open tags": repeated("<a "),
    "comments": repeated("<!--"),
    "slashes": repeated("Home / "),
    "chevrons": repeated("Home > "),
    "crumbs and tabs": lambda n: "Home / News" + "\t" * n + "/ World",
    "pipes": repeated("| "),
    "hyphens": repeated("-"),
    "hashes": repeated("# "),
    "stars": repeated("*"),
    "backticks": repeated("`"),
    "backslashes": repeated("\\u2019"),
    "addresses": repeated("https://a.b/c?d=e&"),
    "at signs": repeated("a@b."),
}
LINES = {
    "newlines": repeated("\n"),
    "CRLF": repeated("\r\n"),
    "CR": repeated("a\r"),
    "blank lines with spaces": repeated("   \n"),
    "line separators": repeated("a\u2028"),
    "form feeds": repeated("a\f\x85\x1c"),
    "one letter lines": repeated("a\n"),
    "question lines": repeated("?\n"),
    "numbered list": lambda n: "".join(f"{number}. It rained. " for number in range(1, n // 17)),
    "bullet lines": repeated("- \n"),
    "quoted lines": repeated("> \n"),
    "heading lines": repeated("# A\n"),
    "name lines": repeated("Ann Lee\n"),
    "capital lines": repeated("SUBSCRIBE\n"),
    "share lines": repeated("Share\n"),
    "braces": repeated("{\n"),
    "JSON": lambda n: '{"events":[' + '{"a":[' * (n // 6),
}
NEWS = {
    "by by by": repeated("By By By By\n"),
    "by and": repeated("By Ann Lee and "),
    "commas": lambda n: "By " + "A, " * (n // 3),
    "bare commas": lambda n: "By " + "," * n,
    "capital names": lambda n: "By " + "Aa " * (n // 3),
    "initials": lambda n: "By " + "A. " * (n // 3),
    "dashes": repeated("KYIV — "),
    "dateline commas": lambda n: "KYIV, " * (n // 6) + "(AP) — It rained.",
    "agencies": repeated("(AP) "),
    "dates": repeated("January 5, 2024 "),
    "weekdays": repeated("Mon, "),
    "date separators": repeated("1/2/"),
    "copyright": repeated("© A / B"),
    "credits": repeated("Photo: "),
    "reporting by": repeated("Reporting by A; "),
    "digits": repeated("1 2 3 4 "),
    "one number": repeated("7"),
    "numbers": repeated("1,000,"),
}
TRANSCRIPTS = {
    "clocks": repeated("00:01\n"),
    "glued clocks": repeated("00:01"),
    "words and clocks": repeated("00:01word\n"),
    "bracket clocks": repeated("[00:01] "),
    "colons": repeated("0:"),
    "speakers": repeated("ANN LEE: "),
    "speaker lines": repeated("ANN LEE, HOST: Hi.\n"),
    "minutes": repeated("1:031 minute, 3 seconds"),
    "arrows": repeated("00:00:01,000 --> "),
    "zeros": lambda n: "0" * n + " --> ",
    "digits and an arrow": lambda n: "1\n" + "9" * n + ":00:00,000 --> 00:00:01,000\nHi\n",
    "cues": repeated("1\n00:00:01,000 --> 00:00:02,000\nHi.\n\n"),
    "WebVTT": lambda n: "WEBVTT\n\n" + "00:01.000 --> 00:02.000\n<v Ann>" * (n // 31),
    "long name": lambda n: "Ann Lee 0:05\nHi.\n" * 3 + "eA" * (n // 2) + " 0:05\n",
    "chat tabs": lambda n: "00:00:01\tAnn Lee:\tHi.\n" * 3 + "00:00:02\tAnn to " + " \t" * (n // 2),
    "cue digits": lambda n: "1\n00:00:01,000 --> 00:00:02,000\nHi.\n\n2\n0:0:0" + "0" * n,
    "voice tabs": lambda n: "WEBVTT\n\n00:01.000 --> 00:02.000\n<v" + "\t" * n,
    "sound tabs": lambda n: "00:01[Music]\n" * 3 + "(" + "\t" * n,
    "escaped quotes": lambda n: '{"events":[' + '"\\' * (n // 2),
    "lyrics": repeated("[00:01.00]"),
    "sounds": repeated("[Music] "),
}
CHARACTERS = {
    "mojibake": repeated("â€™"),
    "half mojibake": repeated("Ã"),
    "mac mojibake": repeated("‚Äô“"),
    "mojibake words": repeated("CafÃ© "),
    "mojibake pairs": repeated("Ã©Â "),
    "cyrillic mojibake": repeated("РџСЂРё"),
    "double mojibake": repeated("Ã¢â‚¬â„¢"),
    "triple mojibake": repeated("ÃƒÂ¢Ã¢â‚¬Å¡Ã‚Â¬Ã¢â‚¬Å¾Ã‚Â¢"),
    "lost bytes": repeated("â€\ufffd"),
    "replacement characters": repeated("\ufffd"),
    "C1 controls": repeated("\x92\x80"),
    "accents": repeated("é "),
    "cyrillic": repeated("Привет "),
    "CJK": repeated("新闻"),
    "emoji": repeated("👩‍👩‍👧‍👦"),
    "entities": repeated("&amp;"),
    "nested entities": lambda n: "&" + "amp;" * (n // 4),
    "open entities": repeated("&"),
    "numbered entities": repeated("&#8217;"),
    "endless entity": lambda n: "&#" + "1" * n + ";",
    "combining": lambda n: "e" + "\u0301" * n,
    "alternating marks": repeated("\u0301\u0316"),
    "marked letters": repeated("e\u0301"),
    "hangul": repeated("\u1100\u1161"),
    "surrogates": repeated("\ud800"),
    "reversed surrogates": repeated("\udc00\ud800"),
    "split pairs": repeated("\ud83d\ude00"),
    "NUL": repeated("\x00"),
    "NUL between": repeated("abc\x00"),
    "escapes": repeated("\x1b["),
    "colours": repeated("\x1b[31m"),
    "bidi": repeated("\u202e\u2066a"),
    "zero width": repeated("a\u200b"),
    "zero width alone": repeated("\u200b\u200c\u200d\ufeff"),
    "no-break spaces": repeated("\xa0"),
    "soft hyphens": repeated("co\xadop "),
    "dotted I": repeated("İß"),
}
BYTES = {
    "high bytes": lambda n: b"\xff" * n,
    "all bytes": lambda n: bytes(range(256)) * (n // 256),
    "continuation bytes": lambda n: b"\x80" * n,
    "cut UTF-8": lambda n: b"\xe2\x80" * (n // 2),
    "Windows-1252": lambda n: b"It\x92s caf\xe9 " * (n // 10),
    "mixed encodings": lambda n: b"caf\xe9 caf\xc3\xa9 " * (n // 11),
    "zero bytes": lambda n: b"\x00" * n,
    "UTF-16 without BOM": lambda n: ("word " * (n // 10)).encode("utf-16-le"),
    "half UTF-16": lambda n: b"\xff\xfe" + b"\x00\xd8a" * (n // 3),
    "UTF-32 BOM": lambda n: b"\xff\xfe\x00\x00" + b"\xff" * n,
    "escape bytes": lambda n: b"\x1b$B" * (n // 3),
    "UTF-7": lambda n: b"+AGE-" * (n // 5),
}
INPUTS: dict[str, Callable[[int], str | bytes]] = LONG_LINES | LINES | NEWS | TRANSCRIPTS | CHARACTERS | BYTES


def read(source: str | bytes) -> newsnorm.Document:
    """Normalise and look at every part, since lazy parts are part of the price."""
    document = newsnorm.normalise(source)
    for part in PARTS:
        getattr(document, part)
    return document


def check(source: str | bytes) -> None:
    """Hold the promises against one text: reversible, tiled, traceable."""
    document = read(source)
    text = document.source.text
    assert source == (document.source.raw if isinstance(source, bytes) else text)
    assert document.repair.reverted() == text
    assert "".join(document[block] for block in document.blocks) == document.text
    clean = newsnorm.render(document)
    assert clean.reverted() == document.text
    assert all(inside(document.source_span(newsnorm.Span(block.start, block.end)), text) for block in document.blocks)
    assert inside(document.source_span(clean.before_span(newsnorm.Span(0, len(clean.after)))), text)
    assert all(inside(note.span, document.text) for note in document.notes)
    for name in FUNCTIONS:
        getattr(newsnorm, name)(text)


def inside(span: newsnorm.Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def growth(make: Callable[[int], str | bytes], n: int, rounds: int = 6) -> float:
    """How much longer a character takes in a text of n than in one of n/4, at least: 1.0 is linear."""
    small, large = make(n // 4), make(n)
    if seconds(small) > FAR_TOO_SLOW:
        return float("inf")
    fastest_small = fastest_large = ratio = float("inf")
    for done in range(rounds):
        fastest_small, fastest_large = min(fastest_small, seconds(small)), min(fastest_large, seconds(large))
        ratio = fastest_large / fastest_small * len(small) / len(large)
        if done and ratio <= LINEAR:
            break
    return ratio


def seconds(source: str | bytes) -> float:
    """The processor time of one reading, the collector of cycles switched off as `timeit` does."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    read(source)
    spent = time.process_time() - begun
    gc.enable()
    return spent


def limit_memory() -> None:
    """Bound the memory of this process where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    limit_memory()
    *options, which, length = sys.argv[1:]
    if options == ["--growth"]:
        print(growth(INPUTS[which], int(length)))
    else:
        check(INPUTS[which](int(length)))
