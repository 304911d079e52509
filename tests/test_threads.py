"""Threads: many may call at once, since nothing in the core changes after import."""

from concurrent.futures import ThreadPoolExecutor

import newsnorm

PAGE = "Skip to content\n\nStorm hits coast {0}\n\nBy Ann Lee\n\nNine people fled Russia‚Äôs border, {0} said.\n"
PASTED = "00:00The ministry said\n00:1{0}the strike was large\n00:25and it was late.\n00:31It is over.\n00:40So.\n"
TEXTS = [text.format(n) for text in (PAGE, PASTED) for n in range(10)]


def read(text):
    document = newsnorm.normalise(text)
    return document.headline, document.authors, document.body, document.cues, document.repair.edits


def test_threads_see_what_one_thread_sees():
    """The parts of documents that eight threads make at once are those that one thread makes."""
    alone = [read(text) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(read, TEXTS * 4))
    assert together == alone * 4
