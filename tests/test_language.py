"""The language guess: right or open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.language import LANGUAGES, guess_language
from newsnorm.tables import rows

# One sentence, as each language's press would write it.
NEWS = {
    "en": "The minister said on Monday that he would not resign, but the opposition has called for a vote.",
    "de": "Der Minister sagte am Montag, dass er nicht zurücktreten werde, aber die Opposition will eine Abstimmung.",
    "nl": "De minister zei maandag dat hij niet zal aftreden, maar de oppositie wil een stemming over het beleid.",
    "fr": "Le ministre a dit lundi qu’il ne va pas démissionner, mais l’opposition demande un vote.",
    "es": "El ministro dijo el lunes que no va a dimitir, pero la oposición pide una votación en los próximos días.",
    "pt": "O ministro disse na segunda-feira que não vai se demitir, mas a oposição quer uma votação.",
    "it": "Il ministro ha detto lunedì che non si dimetterà, ma l’opposizione chiede un voto nei prossimi giorni.",
    "sv": "Ministern sade på måndagen att han inte kommer att avgå, men oppositionen vill ha en omröstning om det.",
    "da": "Ministeren sagde mandag, at han ikke vil gå af, men oppositionen vil have en afstemning efter mødet.",
    "nb": "Ministeren sa mandag at han ikke vil gå av, men opposisjonen vil ha en avstemning etter møtet. Hva nå?",
    "pl": "Minister powiedział w poniedziałek, że nie poda się do dymisji, ale opozycja chce głosowania.",
    "cs": "Ministr v pondělí řekl, že neodstoupí, ale opozice chce hlasování, které by mělo být ještě tento týden.",
    "hu": "A miniszter hétfőn azt mondta, hogy nem mond le, de az ellenzék szavazást akar, és ez már a héten lesz.",
    "ro": "Ministrul a spus luni că nu va demisiona, dar opoziția vrea un vot în această săptămână, după ședință.",
    "fi": "Ministeri sanoi maanantaina, että hän ei eroa, mutta oppositio haluaa äänestyksen, kun se on mahdollista.",
    "tr": "Bakan pazartesi günü istifa etmeyeceğini söyledi, ama muhalefet bu hafta için bir oylama daha istiyor.",
    "ru": "Министр сказал в понедельник, что он не уйдёт, но оппозиция требует голосования, как и раньше.",
    "uk": "Міністр сказав у понеділок, що він не піде, але опозиція вимагає голосування, як і раніше.",
    "bg": "Министърът каза в понеделник, че няма да си тръгне, но опозицията иска да се гласува още сега.",
    "ar": "قال الوزير يوم الاثنين إن الحكومة لن تستقيل، بعد أن طلبت المعارضة التصويت على ذلك.",
    "fa": "وزیر روز دوشنبه گفت که دولت استعفا نمی‌کند، اما مخالفان از آن رای می خواهند.",
    "hi": "मंत्री ने सोमवार को कहा कि वह इस्तीफा नहीं देंगे और यह सरकार के लिए एक परीक्षा है।",
    "el": "Ο υπουργός είπε τη Δευτέρα ότι δεν θα παραιτηθεί.",
    "he": "השר אמר ביום שני כי הוא לא יתפטר.",
    "th": "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าจะไม่ลาออก",
    "ko": "장관은 월요일에 사임하지 않겠다고 말했다.",
    "ja": "大臣は月曜日に辞任しないと述べた。",
    "zh": "部长星期一说他不会辞职。",
}
UNSURE = ["", "Reuters", "12:45 – 13.000.000", "Ann Lee, Bob Ray", "🙂🙂🙂", "\ud800" * 20, "Café", "Λ", "中"]


@pytest.mark.parametrize("language", NEWS)
def test_a_sentence_of_news_is_enough(language):
    """One sentence tells the language."""
    assert guess_language(NEWS[language]) == language


@pytest.mark.parametrize("text", UNSURE)
def test_what_is_unsure_stays_open(text):
    """Names, numbers and scraps are in no language."""
    assert guess_language(text) is None


@given(st.text())
def test_any_text_has_an_answer(text):
    """Any text gives a known language or None."""
    assert guess_language(text) in LANGUAGES | {None}


def test_a_quotation_does_not_decide():
    """The language that fills most of a text is named."""
    assert guess_language(f"{NEWS['en']} “{NEWS['el']}” {NEWS['en']}") == "en"


def test_only_the_start_is_read():
    """A text of any size costs the same."""
    assert guess_language(NEWS["en"] * 80 + NEWS["el"] * 10_000) == "en"


def test_the_word_lists_name_each_word_once():
    """A language is listed once, with distinct words in lower case."""
    lists = dict(row.split("\t") for row in rows("stopwords.tsv"))
    assert len(lists) == len(rows("stopwords.tsv"))
    for words in lists.values():
        assert len(set(words.split(" "))) == len(words.split(" "))
        assert words == words.lower()
