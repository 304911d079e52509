"""Texts made to be slow or to break: each a name and a function of its length in characters or bytes."""

from __future__ import annotations

from collections.abc import Callable

PROSE = "Nine people were hurt on Monday, officials in the city said.\n"


def repeated(unit: str) -> Callable[[int], str]:
    """Texts of one unit over and over."""
    return lambda n: unit * (n // len(unit))


def opened(head: str, unit: str) -> Callable[[int], str]:
    """Texts that open with what tells their format, then one unit over and over."""
    return lambda n: head + unit * (n // len(unit))


def panel(line: str) -> Callable[[int], str]:
    """Transcripts pasted from a video page: lines of a clock that goes forward and a sentence."""
    count = len(line) + 20
    return lambda n: "".join(
        line.format(f"{k // 20}:{3 * k % 60:02d}", "It rained on Monday.") for k in range(n // count)
    )


def encoded(unit: str, codec: str) -> Callable[[int], bytes]:
    """Bytes of one unit over and over."""
    return lambda n: (unit * (n // len(unit.encode(codec)))).encode(codec)


def layered(text: str, times: int) -> str:
    """``text``, so many times written as UTF-8 and read as Windows-1252."""
    for _ in range(times):
        text = "".join(byte.to_bytes().decode("cp1252", "replace") for byte in text.encode())
    return text


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
    "closing lines": repeated(", and it\n"),
    "broken sentences": repeated("It rained on Monday, the\nCity\n, said.\n"),
    "small lines": lambda n: "It rained, the\nCity\n, said on Monday.\n" + "and it\n" * (n // 7),
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
    "abbreviations": repeated("Mr. Dr. St. "),
    "one number": repeated("7"),
    "numbers": repeated("1,000,"),
}
STORIES = {
    "closing lines": repeated(f"{PROSE}Most read\n"),
    "lists below": lambda n: PROSE * (n // 2 // len(PROSE)) + "Most read\nComments\n" * (n // 38),
    "open appeals": repeated(f"Dear readers,\n{PROSE}"),
    "closed appeals": repeated(f"Dear readers,\n{PROSE}Not now\n"),
    "menus": repeated(f"{PROSE}Home\nWorld\nSport\n"),
    "titles": repeated("Storm hits coast as thousands flee\n"),
    "crumb lines": repeated("Home / World / Storm hits coast\n"),
    "bylines": repeated("By Ann Lee\n"),
    "roles": repeated("Ann Lee\nSenior Staff Reporter\n"),
    "handles": repeated("Ann Lee @annlee\n"),
    "published lines": repeated("Published January 5, 2024 6:46 PM\n"),
    "relative dates": repeated("3 hours ago\n"),
    "datelines": repeated("KYIV, Ukraine (AP) — It rained.\n"),
    "captions": repeated("A harbour at night. (Bo Chen/AFP via Getty Images)\n"),
    "credit lines": repeated("© BO CHEN / AFP\n"),
    "sign-offs": repeated("Reporting by Ann Lee; Editing by Bo Chen\n"),
    "corrections": repeated("Correction: An earlier version said nine.\n"),
    "rights": lambda n: PROSE + "".join(f"© 2024 Harbour {number} Corner\n" for number in range(n // 24)),
    "pictures with rights": repeated("A harbour at night. © 2024 Ann Lee / AFP\n"),
    "titles and outlets": lambda n: "".join(f"Storm hits the coast | Star {number}\n" for number in range(n // 30)),
    "bars": lambda n: "Storm hits the coast" + " | Star" * (n // 7),
    "quotes said again": repeated(f"“Nine people were hurt on Monday.”\n{PROSE}"),
    "labels": repeated("Correction:\n"),
    "narrow column": repeated("The storm that had been on its way to the coast\n"),
    "indented column": repeated("    The storm that had been on its way to the coast\n"),
    "crossheads": repeated(f"What happens next\n{PROSE}"),
    "questions and answers": repeated(f"Q: Why?\nA: {PROSE}"),
}
PANELS = {
    "panel": panel("{0}{1}\n"),
    "panel of lines": panel("{0}\n{1}\n"),
    "panel with chapters": panel("{0}\n{1}\nThe flood\n"),
    "panel with clocks behind": panel("{1} {0}\n"),
    "panel of turns": panel("{0}>> ANN LEE: {1}\n"),
    "panel of sounds": panel("{0}[Music] {1}\n"),
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
    "chapters": repeated("0:00\nThe flood\nIt rained.\n"),
    "closing clocks": repeated("It rained. 0:01\n"),
    "turn marks": repeated(">> It rained.\n"),
    "names and clocks": repeated("Ann Lee 0:05\nHi.\n"),
    "rolling captions": opened("WEBVTT\n\n", "00:01.000 --> 00:02.000\nit rained\non Monday\n\n"),
    "json3": opened('{"events":[', '{"tStartMs":1,"segs":[{"utf8":"Hi"}]},'),
    "Whisper table": opened("start\tend\ttext\n", "0\t1\tHi.\n"),
    "Whisper": opened('{"segments":[', '{"start":0.0,"end":1.0,"text":"Hi."},'),
    "podcast": opened('{"segments":[', '{"startTime":0.0,"body":"Hi.","speaker":"Ann"},'),
    "SBV": repeated("0:00:01.000,0:00:02.000\nHi.\n\n"),
    "TTML": opened("<tt>", '<p begin="0s">Hi.</p>'),
    "SAMI": opened("<SAMI>", "<SYNC Start=1><P>Hi."),
    "ASS": opened("[Script Info]\n", "Dialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,Hi.\n"),
    "SCC": opened("Scenarist_SCC V1.0\n", "00:00:01:00 9420 9420\n"),
    "MicroDVD": repeated("{1}{2}Hi.|\n"),
    "SubViewer": opened("[INFORMATION]\n", "00:00:01.00,00:00:02.00\nHi.\n"),
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
    "eight layers": repeated(layered("’", 8)),
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
    "marks behind a control": lambda n: "e\x07" + "\u0301" * n,
    "tag characters": repeated("a\U000e0041"),
    "variation selectors": repeated("a\ufe0f"),
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
    "many marks": encoded("\ufeffIt rained. ", "utf-16-le"),
    "GB 18030": encoded("新闻。", "gb18030"),
    "Shift JIS": encoded("ニュース。", "shift_jis"),
    "EUC-KR": encoded("뉴스. ", "euc_kr"),
    "ISO-2022-JP": encoded("ニュース。a", "iso2022_jp"),
    "KOI8-R": encoded("Новости. ", "koi8_r"),
    "EBCDIC": encoded("It rained. ", "cp500"),
    "CESU-8": lambda n: b"\xed\xa0\xbd\xed\xb8\x80" * (n // 6),
    "overlong UTF-8": lambda n: b"\xc0\x80" * (n // 2),
    "UTF-7": lambda n: b"+AGE-" * (n // 5),
}
INPUTS: dict[str, Callable[[int], str | bytes]] = (
    LONG_LINES | LINES | NEWS | STORIES | PANELS | TRANSCRIPTS | CHARACTERS | BYTES
)
