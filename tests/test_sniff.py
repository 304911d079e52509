"""Sniffing: what a text is written in is told by its content, and no article is taken for a transcript."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.sniff import sniff
from strategies import articles

FORMATS = {
    "srt": "1\n00:00:01,000 --> 00:00:02,000\nHello.\n",
    "srt without index": "00:00:01,000 --> 00:00:02,000\nHello.\n",
    "srt of dots": "1\n00:00:01.000 --> 00:00:02.000\nHello.\n",
    "srt of carriage returns": "1\r00:00:01,000 --> 00:00:02,000\rHello.\r",
    "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n",
    "vtt of no cues": "\ufeffWEBVTT\nKind: captions\n",
    "vtt without head": "00:01.000 --> 00:02.000\nHello.\n",
    "sbv": "0:00:00.378,0:00:11.378\nHello.\n",
    "lrc": "[ar:Ann Lee]\n[00:12.00]Rain\n[00:17.20]and wind\n",
    "ttml": '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>',
    "ttml with prefix": '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml"/>',
    "sami": "<SAMI>\n<BODY><SYNC Start=100><P>Hello.</SAMI>",
    "microdvd": "{230}{307}Hello.\n{371}{433}Bye.\n",
    "subviewer": "[INFORMATION]\n[TITLE]x\n00:04:35.03,00:04:38.82\nHello.\n",
    "scc": "Scenarist_SCC V1.0\n\n00:00:00:00\t9420 94d0\n",
    "ass": "[Script Info]\nTitle: x\n[Events]\n",
    "spruce-stl": "00:02:17:10 , 00:02:20:10 , Hello.\n",
    "json3": '{"wireMagic": "pb3", "events": [{"tStartMs": 0, "segs": [{"utf8": "Hello"}]}]}',
    "whisper": '{"text": "Hello", "segments": [{"start": 0.0, "end": 1.0, "text": "Hello"}]}',
    "whisper table": "start\tend\ttext\n0\t2500\tHello.\n",
    "whisper lines": "[00:00.000 --> 00:02.500]  Hello.\n[00:02.500 --> 00:04.000]  Bye.\n",
    "podcast": '{"version": "1.0.0", "segments": [{"startTime": 0.5, "endTime": 1, "body": "Yes."}]}',
    "panel-glued": "0:00Good evening\n0:02and welcome to\n0:04the late news.\n",
    "panel-glued of brackets": "[0:00] Good evening\n[0:02] and welcome to\n[0:04] the late news.\n",
    "panel-glued of tabs": "0:00\tGood evening\n0:02\tand welcome to\n0:04\tthe late news.\n",
    "panel-accessible": "0:00Good evening\n0:022 secondsand welcome to\n0:044 secondsthe late news.\n",
    "panel-lines": "0:00\nGood evening\n0:02\nand welcome to\n0:04\nthe late news.\n",
    "panel-end-glued": "0:00\nGood evening0:02\nand welcome to0:04\nthe late news0:07\nof today.\n",
    "speaker-time": "Ann Lee  0:05\nWell?\n\nBo Chen  0:09\nNo.\n\nAnn Lee  0:11\nWhy not?\n",
    "speaker-time of colons": "Ann: 00:00:05\n\nWell?\n\nBo: 00:00:09\n\nNo.\n\nAnn: 00:00:11\n\nWhy not?\n",
    "speaker-time of links": "".join(
        f"**{name}** [0:0{k}](https://example.org/watch?t={k}s): Well, so it is.\n"
        for k, name in enumerate(("Ann", "Bo", "Ann"))
    ),
    "chat": "00:18:53\tAnn Lee:\tHello?\n00:35:07\tBo Chen:\tYes.\n00:36:59\tAnn Lee:\tGood.\n",
    "speaker": "ANN LEE, HOST: Where were you on Monday night?\n\n"
    + "BO CHEN: I was at home, and so was everyone else.\n\nLEE: And what did you see from your window?\n\n" * 3,
    "speaker with brief turns": "".join(
        f"{name}: {said}\n\n"
        for name, said in zip(
            ("Ann Lee", "Bo Chen") * 4,
            ("Where were you when the storm came?", "At home, as on every Monday.") * 4,
            strict=True,
        )
    ),
    "markdown": "# Storm hits coast\n\nNine people were hurt.\n",
    "markdown of links": "Nine people [were hurt](https://example.org/storm) on Monday.\n",
}

ARTICLES = {
    "times of day": "The vote is at 5:30 p.m. on Monday.\n11:00 a.m. Doors open\n12:30 p.m. Lunch\n1:15 p.m. Votes\n",
    "schedule": "Programme\n" + "".join(f"{hour}:{minute}\nNews\n" for hour in range(9, 18) for minute in ("00", "30")),
    "live page": "".join(
        f"0{k}:1{k % 6}\n" + "The minister told reporters that talks went on. " * 6 + "\n" for k in range(2, 9)
    ),
    "results": "Lakes Rally\n1. Ann Lee (Finland) 1:46\n2. Bo (China) 1:56\n3. Cy Roe (Ireland) 2:05\n4. Di Poe 2:23\n",
    "list of fields": "Rewards: 50\nLocation: the old mill at the end of the river\nChallenge: a long fight at night\n"
    * 5,
    "advice": "To buy: a small lamp\nThe backstory: we tested many\nPrice: $30\n" * 4,
    "headlines": "Opinion: The storm was foreseen\nRead more: How the storm hit the coast\nRelated: Nine hurt\n" * 3,
    "questions": "Q: Where were you on Monday?\n\nA: I was at home when the storm came.\n\n" * 5,
    "arrow in prose": "Take the path A --> B at 5:30 and then 6:15 --> home.",
    "the word itself": "WebVTT is a format. WEBVTT stands at its head.",
    "a year": "2024",
    "nothing": "",
    "a brace": '{"a": 1}',
}


@pytest.mark.parametrize("name", FORMATS)
def test_formats(name):
    """A format is told by its content, in every way that it is written."""
    assert sniff(FORMATS[name]) == name.split()[0]


@pytest.mark.parametrize("name", ARTICLES)
def test_articles(name):
    """Clocks, labels and arrows of an article make no transcript of it."""
    assert sniff(ARTICLES[name]) == "plain"


@given(articles())
def test_news_is_no_transcript(text):
    """The articles of the tests' generator are articles."""
    assert sniff(text) in {"plain", "markdown"}


@given(st.text('0123456789:.,-> \n\t[]()AaBb{}"<', max_size=60))
def test_every_text_has_a_format(text):
    """Sniffing never raises."""
    assert sniff(text)


def test_labelled_stories(shared):
    """None of the labelled news stories is taken for a transcript."""
    with (shared / "gold" / "transcript" / "stories.jsonl").open(encoding="utf-8") as rows:
        formats = {sniff(json.loads(row)["raw"]) for row in rows}
    assert formats <= {"plain", "markdown"}
