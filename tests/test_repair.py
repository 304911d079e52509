"""Repair: every broken character mended where it stands, each change with its rule, and what is good left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm.edits import Edit, Span
from newsnorm.repair import fix_mojibake, repair, repaired

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "mojibake_cases.toml").read_text(encoding="utf-8"))["case"]
TRAPS = [
    line.encode("latin-1", "backslashreplace").decode("unicode_escape")
    for line in (HERE / "mojibake_traps.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]

SENTENCES = {
    "en": "The café’s owner said: “We won’t close – not this year.”",
    "fr": "L’été dernier, « les élèves » étaient déjà à l’école…",
    "de": "Die „Größe“ der Stadt überraschte die Besucher.",
    "es": "El niño comió “piñas” mañana y ayer también.",
    "pl": "Rząd ogłosił, że mieszkańcy będą płacić „mniej”.",
    "cs": "Příští týden vláda zvýší důchody všem lidem.",
    "tr": "Başbakan, işçilerin maaşlarını gelecek yıl artıracağını söyledi.",
    "vi": "Chính phủ thông báo sẽ tăng lương cho công chức vào năm tới.",
    "ru": "Правительство сообщило, что расходы на школы вырастут.",
    "uk": "Уряд повідомив, що зарплати вчителів зростуть наступного року.",
    "el": "Η κυβέρνηση ανακοίνωσε ότι οι μισθοί θα αυξηθούν.",
    "he": "הממשלה הודיעה כי המשכורות יעלו בשנה הבאה.",
    "ar": "أعلنت الحكومة أن الرواتب سترتفع في العام المقبل.",
    "hi": "सरकार ने अगले साल वेतन बढ़ाने की घोषणा की है।",
    "th": "รัฐบาลประกาศว่าจะขึ้นเงินเดือนข้าราชการในปีหน้า",
    "ja": "政府は来年から公務員の給料を引き上げると発表しました。",
    "ko": "정부는 내년부터 공무원의 월급을 올리겠다고 발표했습니다.",
    "zh": "政府宣布明年将提高公务员的工资。",
}
WESTERN = ("latin-1", "mac_roman", "cp437", "cp850")
DAMAGED_BY = {"ru": ("cp1251", "koi8-r", "cp866"), "uk": ("cp1251", "mac_cyrillic"), "pl": ("cp1250", "iso-8859-2")}

# Signs that take part in damage, and what else the stages look for.
SIGNS = st.text(
    st.sampled_from(
        "aesIt .\n?&;ÃÂâ€™œ\ufffd©®\xad\xa0¬´√≠‚ÄôΓÇ├╝РЎвЂќ›“”…éкК拢茅ï»¿ð½í¸\x80\x92\u200d\u0301\ud83d\udce2Äª"
    )
)
PIECES = st.lists(
    st.sampled_from(
        ["â€™", "Ã©", "‚Äô", "â€", "Ã ", "Â ", "&amp;", "amp;", "&#x92;", "ÃƒÂ©", "nât", "â¬", "\x1b[m", "e\u0301"]
    )
).map("".join)


def damaged(text, *codecs):
    """What readers made of ``text``, each time taking UTF-8 for a legacy codec."""
    for codec in codecs:
        text = text.encode("utf-8").decode(codec)
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["broken"]))
def test_damage_is_mended_and_named(case):
    """A damaged text is mended, and each edit says what had happened."""
    revision = repair(case["broken"])
    assert (revision.after, [edit.rule for edit in revision.edits]) == (case["mended"], case["rules"])


@pytest.mark.parametrize("trap", TRAPS, ids=ascii)
def test_good_text_that_looks_damaged_stays(trap):
    """What is ambiguous, or only looks like damage, is left alone."""
    assert repair(trap).edits == ()


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("codec", WESTERN)
def test_a_sentence_in_any_language_comes_back(language, codec):
    """A whole sentence that was read with a western codec comes back character for character."""
    assert fix_mojibake(damaged(SENTENCES[language], codec)) == SENTENCES[language]


@pytest.mark.parametrize(("language", "codec"), [(k, codec) for k, codecs in DAMAGED_BY.items() for codec in codecs])
def test_a_sentence_comes_back_from_a_codec_of_its_region(language, codec):
    """So does one that was read with a codec of its own region."""
    assert fix_mojibake(damaged(SENTENCES[language], codec)) == SENTENCES[language]


@pytest.mark.parametrize("codecs", [("latin-1",) * 2, ("mac_roman",) * 3, ("mac_roman", "latin-1"), ("latin-1",) * 4])
def test_layers_are_peeled(codecs):
    """Up to four layers are peeled, and the chain names them in that order."""
    revision = repair(damaged("The café’s owner", *codecs))
    assert revision.after == "The café’s owner"
    assert len(revision.edits[0].rule.split("+")) == len(codecs)


def test_only_the_damaged_part_of_a_line_changes():
    """Damage beside genuine curly quotes is one edit, and the quotes stay."""
    text = "He liked Russia‚Äôs “own” words"
    assert repair(text).edits == (Edit(Span(15, 18), "’", "mojibake.macroman"),)


def test_seed_with_one_damaged_mark(shared):
    """The seed document with one damaged mark gets one edit, where it stands."""
    path = next((shared / "seeds").glob("002_*.txt"))
    revision = repair(path.read_bytes().decode("utf-8"))
    assert [(edit.new, edit.rule) for edit in revision.edits] == [("’", "mojibake.macroman")]


def test_certain_damage_helps_its_line():
    """A spelling that may be good text is mended where its codec is certain on the line."""
    assert repair("В«да»").edits == ()
    assert fix_mojibake("Р”РѕР±СЂС‹Р№ РґРµРЅСЊ, В«РґР°В»") == "Добрый день, «да»"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\x0c"])
def test_line_ends_stay(end):
    """No line end is changed, nor what stands beside it."""
    assert repair(f"It’s{end}so{end}").edits == ()


@pytest.mark.parametrize("format", ["srt", "vtt", "json3"])
def test_captions_keep_their_entities(format):  # noqa: A002
    """In captions and JSON an entity belongs to the format, and mojibake does not."""
    assert repaired("a &lt; b &rsquo; Ã©", format).after == "a &lt; b &rsquo; é"


def test_the_format_is_sniffed():
    """`repair` tells captions itself."""
    captions = "1\n00:00:01,000 --> 00:00:02,000\nTom &amp; Ann\n"
    assert repair(captions).edits == ()


@pytest.mark.parametrize(
    ("broken", "mended"), [("a\ud800b", "a\ufffdb"), ("\ud83d\ude00", "😀"), ("caf\udcc3\udca9", "café")]
)
def test_surrogates_never_stay(broken, mended):
    """Pairs are joined, bytes that Python kept are UTF-8 again, and the rest is U+FFFD: every result can be written."""
    assert repair(broken).after == mended
    assert {edit.rule for edit in repair(broken).edits} == {"surrogate"}


@pytest.mark.parametrize("function", [repair, fix_mojibake])
@pytest.mark.parametrize("value", [b"bytes", None, 3])
def test_anything_but_a_string_is_refused(function, value):
    """The error names the function, what came, and what makes text of bytes."""
    with pytest.raises(
        TypeError, match=rf"{function.__name__}\(\) takes a str, not {type(value).__name__}.*decode\(\)"
    ):
        function(value)


@given(st.text() | SIGNS | PIECES)
@example("Â" * 3 + " ")
@example("&amp;" * 3 + "lt;")
@example("â€" * 5)
def test_repair_is_idempotent_and_reversible(text):
    """A repaired text is not repaired again, can be written as UTF-8, and leads back to the text it came from."""
    revision = repair(text)
    assert revision.reverted() == text
    assert repair(revision.after).edits == ()
    revision.after.encode("utf-8")


@given(st.text(st.characters(max_codepoint=0x7E, exclude_characters="&", exclude_categories=["Cc"])))
def test_plain_ascii_is_never_touched(text):
    """ASCII without an ampersand or a control character has nothing to mend."""
    assert repair(text).edits == ()
