"""Texts that look like news: lines of every kind, every line end, and the damage that they come with."""

from hypothesis import strategies as st

LINES = (
    "Storm hits coast",
    "STORM HITS COAST",
    "Skip to content",
    "Home / World / Storm hits coast",
    "By Ann Lee and Bo Chen",
    "by Ann Lee January 5, 2024 6:46 PM 2 min read",
    "Published 5 May 2020 09:30 BST",
    "KYIV, Ukraine (AP) — Nine people were hurt on Monday, officials in the city said.",
    "Nine people were hurt on Monday, officials in the city said.",
    "“They knew,” the mayor’s office said on Tuesday. “Nobody told us – not once.”",
    "Russia‚Äôs army and the cafÃ© in Paris, Itâ€™s â€œfineâ€\x9d, he said on Wednesday.",
    "Ð Ð¾ÑÑÐ¸Ñ, Россия и Україна",
    "Fish &amp; chips &lt;b&gt; &amp;amp; &#8217; &quot;",
    "A harbour at night. (Bo Chen/AFP via Getty Images)",
    "© BO CHEN / AFPThe harbour at night",
    "Photo: Bo Chen",
    "Advertisement",
    "Comments",
    "News Feed",
    "A Message from The Example Times:",
    "Remind me later.",
    "• first point",
    "00:00The ministry said",
    "00:17the strike was large",
    "1:02:03and late.",
    "0:05",
    "1",
    "00:00:01,000 --> 00:00:02,500",
    "[Music]",
    "ANN LEE, HOST: Good evening.",
    "WEBVTT",
    "# Storm",
    "基辅遭到导弹袭击,两人死亡。",
    "",
    " ",
    "\u00a0",
)
ENDS = ("\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "", " ")
NOISE = (
    "\x00", "\x07", "\x1b[0m", "\u00ad", "\u200b", "\u200d", "\ufeff", "\u202e", "\ud800", "\udc9d", "\x9d", "\u0301",
    "\ufffd", "Ã", "â€", "‚Äô", "Ã\xa0", "“", "”", "&", ";", "<", "é", "Å", "😀", "ð\x9f\x98\x80", "\u2029", "\t", "’",
)  # fmt: skip

news_texts = st.lists(
    st.tuples(st.sampled_from(LINES), st.sampled_from(ENDS) | st.sampled_from(NOISE)).map("".join), max_size=24
).map("".join)
noisy_texts = st.lists(st.sampled_from(LINES + ENDS + NOISE) | st.text(max_size=4), max_size=24).map("".join)
any_texts = news_texts | noisy_texts | st.text(max_size=80)
any_bytes = (
    news_texts.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.tuples(news_texts, st.sampled_from(("cp1252", "koi8-r", "utf-16", "utf-8-sig", "gb18030"))).map(
        lambda pair: pair[0].encode(pair[1], "replace")
    )
    | st.binary(max_size=120)
)

NAMES = ("Ann Lee", "Bo Chen", "Sergey O’Neil", "Marta van den Berg", "José Álvarez")
HEADLINES = (
    "Storm hits coast as thousands flee their homes",
    "Parliament votes for new border law after long night",
    "“We lost everything”: Villagers return to ruins",
    "Три людини загинули внаслідок обстрілу Харкова",
    "Tausende demonstrieren in Berlin gegen Mietpreise",
)
SENTENCES = (
    "Nine people were hurt when the storm reached the coast on Monday, officials in the city said.",
    "“They knew,” the mayor said late on Tuesday. “Nobody told us – not once in all those years.”",
    "The ministry’s spokesman declined to comment on the report, which was first seen by this paper.",
    "Die Polizei teilte am Mittwoch mit, dass der Mann in der Nacht in seiner Wohnung gefunden wurde.",
    "Самолёт вылетел из Киева рано утром в понедельник, сообщили в министерстве обороны страны.",
)
CROSSHEADS = ("What happens next", "A long night", "Calls for change")


@st.composite
def articles(draw):
    """A whole clean article: headline, byline, perhaps a date line and a dateline, paragraphs, crossheads."""
    parts = [draw(st.sampled_from(HEADLINES)), f"By {draw(st.sampled_from(NAMES))}"]
    parts += draw(st.sampled_from(([], ["Published January 5, 2024 6:46 PM"], ["5 May 2020"])))
    lead = draw(st.sampled_from(("", "KYIV, Ukraine (AP) — ", "LONDON (Reuters) - ")))
    body = draw(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=8, unique=True))
    cross = draw(st.sampled_from(("", *CROSSHEADS)))
    body[0] = lead + body[0]
    return "\n\n".join([*parts, *body[:2], *filter(None, [cross]), *body[2:]])
