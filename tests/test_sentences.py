"""Sentences: where a text's sentences end, when those of a transcript are said, and the paragraphs that they make."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.edits import Span
from newsnorm.model import Chapter, Cue
from newsnorm.sentences import PARAGRAPH, paragraphs, printed, printed_cues, split_sentences, timed
from newsnorm.sentences.stops import sentence_starts
from newsnorm.sounds import blanked

# Sentences with a bar between any two.
NEWS = [
    "It rained.| It did.",
    "Dr. Ann Lee met Sen. Bo Chen on Sept. 11.| They talked.",
    "He lives in the U.S. and likes it.| He left the U.S. in May.",
    "The U.S. Senate voted.| It took an hour.",
    "He works at Example Inc. in Ohio.| It is hers.",
    "She left Example Inc.| The firm declined to comment.",
    "The vote is at 5 p.m. Monday.| It is open.",
    "Polls close at 7 p.m. ET.| Results follow.",
    "It ended at 7 p.m.| The crowd went home.",
    "“They knew,” she said.| “Nobody told us.”",
    "“Why?” Ann Lee asked.| Nobody knew.",
    "“Why?” I asked.| Nobody knew.",
    "“Stop!”| The crowd stopped.",
    "No. 7 won by 3.5 points.| It rained.",
    "J. R. Lee wrote it.| She is a writer.",
    "It was World War I.| The town burnt.",
    "It has vitamin C.| The other has none.",
    "It fell to -5 C.| Snow followed.",
    "We came ... but late.| It was over.",
    "It rose again.[3]| The dam broke.",
    "So it goes.| (It rained.)",
    "Wait …| What?",
    "基辅遭到袭击。|两人死亡。",
    "Call +1 (202) 555.0100 now.| It is free.",
    "See example.org for more.| It is short.",
    "1. The rain |2. The river |3. The dam",
    "The plan has 1.5 pages.| It is thin.",
    "the e.g. and i.e. of it.| So there.",
    "Sie kam am 5. Januar in Rom an.| Es regnete.",
    "Am 3. März und am 12. Mai 2024 regnete es.| Dann nicht mehr.",
    "Am 5. 1. 2024 stieg der Fluss.| Am 6. 1. fiel er.",
    "Der 2. Weltkrieg und die 3. Liga sind zwei Dinge.| So ist es.",
    "I am 5. | My sister is 7.| We live here.",
    "Sie nennt z. B. Rom und u. a. Paris.| Er kam um 44 v. Chr. zur Welt.",
    "Dr. Ing. Roe und Hr. Lee kamen.| Sie gingen.",
    "Es kostet 5 Mio. Euro.| Die Stadt hat 3 Mrd.| Das ist viel.",
    "Laut Abs. 3 und Nr. 7 gilt das.| Vgl. Roe.",
    "„Wir gehen.“| Dann ging sie.",
    "»Wir gehen.«| Sie blieb.| »Nein.«",
    "Il dott. Rossi e la sig.ra Verdi sono a Roma.| Il fiume sale.",
    "Parla l’avv. Bianchi.| Piove, neve ecc.| Il fiume sale.",
    "Viven en EE. UU. desde mayo.| Las FF. AA. Españolas salieron.",
    "Llegó a EE. UU.| El río subió.| La Sra. Díaz habló.",
    "« Nous allons partir. »| Puis il pleut.",
    "« Nous partons.\xa0»| Mme. Roe et Mlle. Lee restent.",
    "« Il pleut. » dit-elle.| Puis rien.",
    "It rained",
    "",
]


@pytest.mark.parametrize("marked", NEWS)
def test_where_sentences_end(marked):
    """Abbreviations, initials, quotes, numbers and lists do not end a sentence; stops do."""
    parts = [part.strip() for part in marked.split("|") if part.strip()]
    assert [sentence.strip() for sentence in split_sentences(marked.replace("|", ""))] == parts


@given(
    st.lists(
        st.sampled_from([*'aA1 .!?…。\n"”’)[“(«»„', "Dr", "5. Mai", "z. B", "EE", "U.S", " p.m", "1)", "• 9", " said"]),
        max_size=40,
    ).map("".join)
)
def test_sentences_are_the_text(text):
    """The sentences of any text, joined, are the text."""
    assert "".join(split_sentences(text)) == text


@given(
    st.lists(
        st.sampled_from(
            [
                "It rained. ",
                "Dr. Lee left. ",
                "No? ",
                "3. ",
                "am 5. Mai. ",
                "z. B. ",
                "« Oui. » ",
                "EE. UU. ",
                "at 5 p.m. ",
                "“Oh!” ",
                "so it goes ",
            ]
        ),
        max_size=30,
    )
)
def test_a_search_can_begin_anywhere(pieces):
    """Where sentences begin does not depend on where the search for them begins."""
    text = "".join(pieces)
    every = [*sentence_starts(text)]
    for at in range(0, len(text), 7):
        assert [*sentence_starts(text, at)] == [start for start in every if start >= at]


def cue(start, end, text, speaker=None, *, inferred=False):
    return Cue(start, end, text, speaker, inferred, (), Span(int(start * 1000), int(start * 1000) + len(text)))


def test_times_of_sentences():
    """A sentence that begins with a cue has its clock; one inside a cue has a share of its time."""
    cues = [cue(0.0, 4.0, "It rained. We"), cue(4.0, 8.0, "went\nhome. Late")]
    said = timed(cues)
    assert [sentence.text for sentence in said] == ["It rained.", "We went home.", "Late"]
    assert [sentence.exact for sentence in said] == [True, False, False]
    assert said[0].start == 0.0
    assert said[1].start == pytest.approx(4.0 * 11 / 13)
    assert said[1].span == Span(11, 4010)
    assert said[2].end == 8.0


def test_speakers_part_sentences():
    """Who takes over begins a sentence, and a paragraph."""
    cues = [cue(0.0, 1.0, "And so we", "Ann"), cue(1.0, 2.0, "no", "Bo")]
    assert [(sentence.speaker, sentence.text) for sentence in timed(cues)] == [("Ann", "And so we"), ("Bo", "no")]
    assert printed(cues, ()) == ("And so we", "no")


def test_sounds_are_not_said():
    """A sentence is what is said without what is heard."""
    cues = [cue(0.0, 1.0, "[Music]"), cue(1.0, 2.0, "It rained (LAUGHTER) all"), cue(2.0, 3.0, "day.")]
    assert [sentence.text for sentence in timed(cues)] == ["It rained all day."]


def test_captions_without_stops():
    """Where no stops are written, pauses part what is said."""
    words = "and then we went down to the river where the old mill stood"
    starts = [0.0, 4.0, 8.0, 20.0, 24.0, 28.0]
    cues = [cue(start, start + 4.0, words) for start in starts]
    assert [sentence.start for sentence in timed(cues)] == [0.0, 20.0]
    panel = [cue(start, after, words, inferred=True) for start, after in zip(starts, [*starts[1:], None], strict=True)]
    assert [sentence.start for sentence in timed(panel)] == [0.0, 20.0]


def test_paragraphs():
    """A pause of more than two seconds at a sentence end, a chapter and 700 characters begin a paragraph."""
    cues = [
        cue(0.0, 2.0, "It rained."),
        cue(5.0, 6.0, "It did and"),
        cue(9.0, 10.0, "did."),
        cue(10.0, 11.0, "So it goes."),
    ]
    assert printed(cues, ()) == ("It rained.", "It did and did. So it goes.")
    assert printed(cues, [Chapter(10.0, "The end", Span(9990, 9997))]) == (
        "It rained.",
        "It did and did.",
        "So it goes.",
    )
    long = [cue(float(k), k + 1.0, "The river rose again in the night of Monday.") for k in range(40)]
    assert {700 < len(paragraph) < 760 for paragraph in printed(long, ())[:-1]} == {True}


@st.composite
def transcripts(draw):
    """Cues of any words, with gaps, speakers and chapters."""
    words = st.sampled_from(
        ["It rained. ", "so it goes", "No?", "Dr. Lee [Music] left.", "x" * 300 + ".", "(LAUGHTER)", ""]
    )
    cues, at = [], 0.0
    for text, gap, speaker in draw(
        st.lists(st.tuples(words, st.sampled_from((0.0, 1.0, 3.0)), st.sampled_from((None, "Ann"))))
    ):
        cues.append(cue(at, at + 1.0, text.strip(), speaker))
        at += 1.0 + gap
    titles = sorted(draw(st.lists(st.integers(1, 9), max_size=2)))
    return cues, [Chapter(float(title), "x", Span(1000 * title - 2, 1000 * title - 1)) for title in titles]


@given(transcripts(), st.booleans())
def test_what_is_printed_is_the_paragraphs(transcript, clocks):
    """The paragraphs that are made without sentences are those of the sentences, with and without clocks."""
    cues, chapters = transcript
    cues = cues if clocks else [cue._replace(start=None, end=None) for cue in cues]
    groups = paragraphs(timed(cues), chapters)
    assert printed(cues, chapters) == tuple(" ".join(sentence.text for sentence in group) for group in groups)


@given(
    st.lists(
        st.sampled_from(["It rained. ", "No?\n", "[Music]", "so it  goes ", "(LAUGHTER) "]), min_size=1, max_size=9
    )
)
def test_places_of_sentences(pieces):
    """The span of a sentence holds its words, with what is heard and white space between them."""
    text = "".join(pieces).strip()
    for sentence in timed([cue(0.0, 1.0, text)]):
        stretch = text[slice(*sentence.span)]
        assert " ".join(blanked(stretch).split()) == sentence.text
        assert not stretch[0].isspace()


@given(transcripts())
def test_the_body_is_made_of_cues(transcript):
    """The pieces of the cues, joined, are the body."""
    pieces = "".join(before + words for before, _, words in printed_cues(*transcript))
    assert pieces == PARAGRAPH.join(printed(*transcript))


@given(transcripts())
def test_sentences_go_forward(transcript):
    """Sentences start one after another, and none ends before it starts."""
    said = timed(transcript[0])
    assert all(before.start <= after.start for before, after in pairwise(said))
    assert all(sentence.start <= sentence.end for sentence in said)
