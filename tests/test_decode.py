"""Decoding: proof before guess, nothing lost, and the codecs that old archives are in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm.characters import codepages, legacy
from newsnorm.decode import decode
from newsnorm.edits import Span

ENGLISH = "The café’s owner said on Monday: “We will not close.” It cost £20."
SENTENCES = {
    "en": ENGLISH,
    "de": "Die Bürger müssen künftig größere Gebühren zahlen, erklärte der Minister für Städtebau.",
    "fr": "Le gouvernement a décidé d’arrêter le projet après l’été, où les élus étaient très partagés.",
    "hu": "A kormányfő szerint a fővárosban élő időseknek nőni fog a jövedelme, közölte a szóvivő.",
    "pl": "Rząd ogłosił, że mieszkańcy będą mogli płacić mniej za energię również w przyszłości.",
    "cs": "Vláda oznámila, že příští týden zvýší důchody všem lidem, kteří o to požádají.",
    "lt": "Vyriausybė pranešė, kad šią savaitę žmonės gaus didesnes išmokas už šildymą.",
    "tr": "Başbakan, önümüzdeki yıl işçilerin maaşlarının artırılacağını ve vergilerin düşeceğini söyledi.",
    "ru": "Правительство сообщило, что в следующем году расходы на здравоохранение вырастут.",
    "el": "Η κυβέρνηση ανακοίνωσε ότι οι μισθοί θα αυξηθούν την επόμενη χρονιά.",
    "he": "הממשלה הודיעה כי המשכורות יעלו בשנה הבאה.",
    "ar": "أعلنت الحكومة أن الرواتب سترتفع في العام المقبل.",
    "th": "รัฐบาลประกาศว่าจะขึ้นเงินเดือนข้าราชการในปีหน้า",
    "ja": "政府は来年から公務員の給料を引き上げると発表しました。",
    "ko": "정부는 내년부터 공무원의 월급을 올리겠다고 발표했습니다.",
    "zh": "政府宣布明年将提高公务员的工资。",
    "tw": "政府宣布明年將提高公務員的薪資，並減少稅收。",
}
CODECS = {
    "cp1252": "en de fr",
    "mac-roman": "en de fr",
    "cp850": "de fr",
    "cp437": "de",
    "cp1250": "hu pl cs",
    "iso8859-2": "hu pl cs",
    "cp852": "hu pl cs",
    "cp1257": "lt",
    "cp1254": "tr",
    "cp1251": "ru",
    "koi8-r": "ru",
    "cp866": "ru",
    "iso8859-5": "ru",
    "mac-cyrillic": "ru",
    "cp1253": "el",
    "cp737": "el",
    "cp1255": "he",
    "cp1256": "ar",
    "cp874": "th",
    "cp932": "ja",
    "euc_jp": "ja",
    "euc_kr": "ko",
    "johab": "ko",
    "gb2312": "zh",
    "big5": "tw",
}
LEGACY = [(codec, language) for codec, languages in CODECS.items() for language in languages.split()]
WIDE = ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-32-be": codecs.BOM_UTF32_BE, "utf-8": codecs.BOM_UTF8}


def notes(source):
    return [(note.code, note.span) for note in source.notes]


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\xed\xa0\x80 and a lone surrogate in UTF-8")
@example(b"\x1b$B")
@example(b"\0\0\0\0")
@example(b"\xe2\x80")
def test_any_bytes_become_text_that_can_be_written(data):
    """Any bytes give a source that keeps them, with a text that encodes as UTF-8 and notes inside it."""
    source = decode(data)
    assert source.raw == data
    source.text.encode()
    assert all(0 <= note.span.start < note.span.end <= len(source.text) for note in source.notes)


@given(st.binary(max_size=300))
def test_what_is_called_exact_is_proven(data):
    """An exact text gives the bytes back, but for a byte order mark."""
    source = decode(data)
    if source.exact:
        encoded = source.text.encode(source.encoding)
        assert data in (encoded, MARKS.get(source.encoding, codecs.BOM_UTF8) + encoded) or data.endswith(encoded)


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not text.startswith("\ufeff")))
def test_utf8_is_exact(text):
    """Valid UTF-8 without the NULs of a wider encoding is read as such, whatever it says."""
    if not any(char < " " for char in text):
        assert decode(text.encode()).text == text


@given(st.binary(max_size=60), st.sampled_from(["cp1252", "utf-8", "utf-16", "cp932", "utf-7", "latin-1", "hz"]))
def test_a_given_encoding_never_fails(data, encoding):
    """With a given encoding any bytes give a text that can be written, exact only where they fitted."""
    source = decode(data, encoding=encoding)
    source.text.encode()
    assert source.raw == data
    assert source.exact is (not source.notes)


@pytest.mark.parametrize(("codec", "language"), LEGACY)
def test_a_legacy_codec_is_found(codec, language):
    """A sentence of news is read in the codec that it is in, and is called a guess."""
    text = SENTENCES[language].encode(codec, "ignore").decode(codec)
    source = decode(text.encode(codec))
    assert source.text == text
    assert not source.exact
    assert notes(source) == [("decode.guess", Span(0, len(text)))]


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", SENTENCES)
def test_wide_encodings_are_read_with_and_without_a_mark(encoding, language):
    """UTF-16 and UTF-32 are told by their mark or by their bytes; a mark is a proof and not in the text."""
    source = decode(SENTENCES[language].encode(encoding))
    assert source.text == SENTENCES[language]
    assert source.exact is (encoding in {"utf-8-sig", "utf-16", "utf-32"})


@pytest.mark.parametrize("codec", ["iso2022_jp", "iso2022_kr"])
def test_escapes_tell_iso_2022(codec):
    """Seven-bit Japanese and Korean are told by their escapes."""
    text = SENTENCES["ja" if codec == "iso2022_jp" else "ko"]
    assert decode(text.encode(codec)).text == text


def test_stray_bytes_in_utf8_are_read_as_windows_1252():
    """A stray byte does not spoil the UTF-8 around it, and a note says where it stands."""
    source = decode("“Café” – ".encode() + b"\x93naive\x94")
    assert source.text == "“Café” – “naive”"
    assert notes(source) == [("decode.stray", Span(9, 10)), ("decode.stray", Span(15, 16))]
    assert not source.exact


def test_a_text_cut_inside_a_character_ends_in_a_replacement():
    """A cut end of UTF-8 is one U+FFFD, with a note."""
    source = decode("Grüße – und".encode()[:9])
    assert source.text == "Grüße \ufffd"
    assert notes(source) == [("decode.cut", Span(6, 7))]


def test_stray_bytes_after_a_mark():
    """A byte order mark proves UTF-8 even where most of the high bytes are stray, and is not in the text."""
    source = decode(codecs.BOM_UTF8 + b"caf\xe9 au lait")
    assert (source.text, source.encoding, source.exact) == ("café au lait", "utf-8", False)


def test_utf16_cut_inside_a_character():
    """An odd last byte of UTF-16 is U+FFFD and a note."""
    source = decode("Grüße".encode("utf-16")[:-1])
    assert source.text == "Grüß\ufffd"
    assert notes(source) == [("decode.replaced", Span(4, 5))]


def test_a_given_encoding_is_used():
    """A given encoding is believed, and exact where it fits."""
    source = decode(b"\x8ar", encoding="Mac-Roman")
    assert (source.text, source.encoding, source.exact) == ("är", "mac-roman", True)


def test_what_a_given_encoding_cannot_read_is_replaced():
    """Bytes that the given encoding does not know are U+FFFD, each run with a note."""
    source = decode(b"caf\xe9 cr\xe8me", encoding="ascii")
    assert source.text == "caf\ufffd cr\ufffdme"
    assert notes(source) == [("decode.replaced", Span(3, 4)), ("decode.replaced", Span(7, 8))]


def test_a_mark_is_cut_from_a_given_encoding_too():
    """A byte order mark is never in the text."""
    assert decode(codecs.BOM_UTF8 + b"Hi", encoding="utf-8").text == "Hi"


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "base64", "idna", "unicode_escape", "", "a\0b", "\ud800"])
def test_an_unknown_encoding_is_named(encoding):
    """An encoding that is unknown, or none of text, is a LookupError that names it."""
    with pytest.raises(LookupError) as raised:
        decode(b"text", encoding=encoding)
    assert repr(encoding) in str(raised.value)


@pytest.mark.parametrize("value", ["text", None, 7, bytearray(b"text")])
def test_only_bytes_are_decoded(value):
    """Anything but bytes is a TypeError that says what to pass."""
    with pytest.raises(TypeError, match=r"pass bytes"):
        decode(value)


def test_nothing_is_an_empty_source():
    """No bytes are an empty text, exact and without a note."""
    source = decode(b"")
    assert (source.text, source.exact, source.notes) == ("", True, ())


def test_notes_are_bounded():
    """A file that is nothing but faults has a hundred notes, not a million."""
    assert len(decode("é–".encode() * 9000 + b"\x93 \xe9 " * 1000).notes) == 100


@pytest.mark.parametrize("codec", ["cp1252", "cp1253", "cp1255", "cp1257", "iso8859-7", "cp874"])
def test_holes_of_a_code_page_are_kept(codec):
    """A byte that a code page does not define is the control character, or the sign, of its number."""
    assert len(set(codepages.table(codec))) > 256 - len(codepages.holes(codec))
    assert all(codepages.table(codec)[byte] == chr(byte) for byte in codepages.holes(codec))


def test_a_large_text_is_ranked_by_a_sample():
    """High bytes far behind the start are seen."""
    data = b"plain text, nothing to see. " * 5000 + SENTENCES["hu"].encode("cp1250") * 50
    assert legacy.ranked(data)[0].codec == "cp1250"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"caf\xc3\xa9 \xed\xa0\xbd\xed\xb8\x80!", "café 😀!"),
        (b"caf\xc3\xa9\xc0\x80!", "café\x00!"),
    ],
)
def test_variants_of_utf8(data, text):
    """UTF-8 as Java and some databases write it is read as such, with a note, and is not called exact."""
    source = decode(data)
    assert (source.text, source.exact, source.notes[0].code) == (text, False, "decode.variant")
