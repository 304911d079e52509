"""Settling: appeals with a known end, what closes an article, rules out of place, and the parts of a body."""

from __future__ import annotations

import pytest

from newsnorm import normalise

STORY = [
    "The storm hit the harbour on Monday night, and nine people were hurt, officials in the city said on Tuesday.",
    "Schools will stay closed until the water has gone, the mayor told reporters, and nobody knows when that will be.",
    "Fishermen had moved their boats to the north of the harbour on Sunday, when the first warning was given.",
]
APPEAL = [
    "A Message from The Harbour Post:",
    "Dear readers,",
    "Our newsroom lives on what you give, and this year it is not enough to keep our reporters at the harbour.",
    "Your support, however small, makes a difference.",
    "Remind me later.",
]


def article(*lines):
    return normalise("\n".join(lines), kind="article")


def kinds(document, line):
    return [(block.kind.value, block.rule) for block in document if document[block].strip() == line]


def test_an_appeal_is_set_aside_as_a_whole():
    """An appeal written as prose is cut from its first line to its last, and the story around it stays."""
    document = article(*STORY, *APPEAL, STORY[0])
    assert document.paragraphs == (*STORY, STORY[0])
    assert "".join(document[block] for block in document.removed).splitlines() == APPEAL


def test_an_appeal_without_an_end_is_kept():
    """Where nothing closes it, an appeal is not known to be one: the lines stay."""
    document = article(*STORY, *APPEAL[:-1])
    assert document.removed == ()


@pytest.mark.parametrize("line", ["Most Read", "12 comments", "Meistgelesen", "Стрічка новин"])
def test_what_stands_below_an_article(line):
    """A list of other stories or of comments closes an article: nothing below it is body."""
    document = article(*STORY, line, "Bakery wins prize for its rye bread", "Council votes on the bridge")
    assert document.paragraphs == tuple(STORY)


def test_no_article_ends_in_its_middle():
    """With as much prose below, the same line is a gap."""
    document = article(*STORY, "Most Read", *STORY)
    assert document.paragraphs == (*STORY, *STORY)


def test_a_teaser_right_above_the_end():
    """A title and a beginning that breaks off, right above the closing line, are another story."""
    teaser = [
        "Bakery wins a prize for its rye bread",
        "The bakery on the square has won a prize that no " + "baker " * 40,
    ]
    document = article(*STORY, *teaser, "News Feed")
    assert {kinds(document, line.strip())[0][1] for line in teaser} == {"chrome.related.teaser"}


TITLE = "Storm damage could cost billions, insurers warn"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "label",
    [
        *(
            "Related:",
            "RELATED STORIES",
            "Read more:",
            "Read also:",
            "See also",
            "Must read:",
            "Read more on this story:",
        ),
        *(
            "Mehr zum Thema",
            "Lire aussi",
            "À lire aussi :",
            "Más información",
            "Leia também:",
            "Leggi anche",
            "Lees ook",
        ),
        *("Czytaj także:", "Les også", "Läs mer:", "Læs også", "İlgili haberler", "Читайте также", "Читайте також:"),
        *("यह भी पढ़ें", "相关阅读：", "関連記事", "관련기사", "اقرأ أيضا", "Διαβάστε επίσης"),
    ],
)
def test_the_title_below_a_label_of_other_stories(label, gap):
    """What stands right below a label of other stories and ends no sentence is the title of one, and no crosshead."""
    document = article(gap.join(["Storm hits coast", "By Ann Lee", *STORY[:2], label, TITLE, *STORY[2:]]))
    assert kinds(document, TITLE) == [("chrome", "chrome.related.announced")]
    assert document.paragraphs == tuple(STORY)


def test_several_titles_below_one_label():
    """Up to five titles are set aside; the last one may be a crosshead, and stays where no blank line is below."""
    titles = [TITLE, "Who pays for the wall of the harbour?", "Bakery wins a prize for its rye bread"]
    listed = article(*STORY[:2], "Related:", *titles, "", *STORY[2:])
    close = article(*STORY[:2], "Related:", *titles, *STORY[2:])
    assert {kinds(listed, title)[0][1] for title in titles} == {"chrome.related.announced"}
    assert [kinds(close, title)[0][0] for title in titles] == ["chrome", "chrome", "crosshead"]


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Background:", TITLE),
        ("Analysis", TITLE),
        ("Read more", TITLE),  # the link of what stands above
        ("Related:", "What comes next"),
        ("Related:", "Nine people are still in the hospital."),
        ("Related:", "This is what we know so far:"),
        ("Suggestions", TITLE),  # of the article itself, where nothing says that they are of another
        ("Recommended Videos", TITLE),  # they stand in a player
    ],
)
def test_no_titles_of_other_stories(label, line):
    """A label of the story itself announces none; a few words, a sentence and a lead-in are none."""
    assert line in article(*STORY[:2], label, line, *STORY[2:]).body


def test_no_titles_above_the_story():
    """Above all running text a label is furniture of the page, and the line below it may be the headline."""
    assert article("Related:", TITLE, "By Ann Lee", *STORY).headline == TITLE


@pytest.mark.parametrize("line", ["Sports", "About us", "Archive", "Culture"])
def test_a_section_name_inside_a_story_is_body(line):
    """A word that is a menu item above or below a story is a crosshead inside it."""
    assert kinds(article(*STORY[:2], line, *STORY[2:]), line)[0][0] == "crosshead"


def test_a_crosshead_stands_alone():
    """A short line between paragraphs is a crosshead; several in a row are lines of the text."""
    one = article(*STORY[:2], "What comes next", *STORY[2:])
    many = article(*STORY[:2], "Harbour FC", "North End", "South End", *STORY[2:])
    assert one.crossheads == ("What comes next",)
    assert many.crossheads == ()
    assert len(many.paragraphs) == 6


@pytest.mark.parametrize(
    "line",
    [
        *("12", "* * *", "at the harbour", "Ann Lee,", "$350", "But what now?"),
        *(
            "Here is what the mayor said on Monday:",
            "Why the wall of the harbour held this time and the bridge did not",
        ),
    ],
)
def test_pieces_are_no_crossheads(line):
    """A number, a row of signs, a piece of a sentence and a lead-in are kept as they are, and head nothing."""
    document = article(*STORY[:2], line, *STORY[2:])
    assert document.crossheads == ()
    assert line in document.body


@pytest.mark.parametrize("line", ["A boat lies on the wall of the harbour.", "The wall of the harbour"])
@pytest.mark.parametrize("place", [0, 2])
def test_alt_text(line, place):
    """A line that the caption below it repeats is the text for those who do not see the picture."""
    lines = [*STORY[:place], line, f"{line} BO BERG / AFP", *STORY[place:]]
    document = article("Storm hits the harbour", "By Ann Lee", *lines)
    assert document.paragraphs == tuple(STORY)
    assert document.texts_of("alt_text") == (line,)
    assert [(caption.text, caption.credit) for caption in document.captions] == [(line, "BO BERG / AFP")]


def test_questions_head_the_parts_of_an_article():
    """Where several short questions stand alone above paragraphs, they are crossheads; a quoted one is said."""
    questions = ("Why did the wall hold?", "“What now?”", "What comes next?")
    lines = [line for pair in zip(STORY, questions, strict=True) for line in pair]
    assert article(*lines, STORY[0]).crossheads == (questions[0], questions[2])


@pytest.mark.parametrize(
    "line",
    [
        "– Vi har aldri opplevd noe lignende, sier ordføreren i byen ved havnen.",
        "— Nous avons tout perdu, a dit la maire de la ville lundi soir.",
        "- Straciliśmy wszystko - mówi burmistrz miasta nad wielkim morzem północnym.",
    ],
)
def test_speech_behind_a_dash(line):
    """What is said behind a dash, as many languages write it, is a paragraph and no item of a list."""
    assert article(*STORY[:2], line, STORY[2]).paragraphs == (*STORY[:2], line, STORY[2])


@pytest.mark.parametrize("mark", ["• ", "- ", "– ", "* ", "1. ", "2) "])
def test_list_items(mark):
    """A line with the mark of a list is an item of the body."""
    line = f"{mark}Boats stay in the harbour"
    document = article(*STORY[:2], line, *STORY[2:])
    assert kinds(document, line) == [("list_item", "list-item.mark")]
    assert line in document.body


@pytest.mark.parametrize("line", ["Get support", "Culture & trends", "zu den Kommentaren"])
def test_short_lines_above_the_headline_are_furniture(line):
    """What stands above the headline and says nothing by itself belongs to the page."""
    document = article(line, "Storm hits coast as thousands flee their homes", "By Ann Lee", *STORY)
    assert document.headline == "Storm hits coast as thousands flee their homes"
    assert kinds(document, line) == [("chrome", "chrome.furniture.above")]
    assert document.paragraphs == tuple(STORY)


def test_prose_above_a_headline_keeps_its_lines():
    """Where prose stands above the headline, a short line above it stays in the text."""
    document = article("Get support", STORY[0], "Storm hits coast as thousands flee their homes", "By Ann Lee", *STORY)
    assert kinds(document, "Get support") == [("paragraph", "paragraph.short")]
