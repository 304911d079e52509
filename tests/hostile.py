"""Reads the hostile texts, holds the promises against them and measures how their time grows.

Run as a script, in a process of its own: `python hostile.py LENGTH NAME...` checks the promises on the texts of these
names and prints each name before it reads the text; `python hostile.py --growth LENGTH NAME` prints how much longer a
character takes in four times the text.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from contextlib import suppress

import newsnorm
from hostile_texts import INPUTS
from promises import kept

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


def read(source: str | bytes) -> newsnorm.Document:
    """Normalise and look at every part, since lazy parts are part of the price."""
    document = newsnorm.normalise(source)
    for part in PARTS:
        getattr(document, part)
    return document


def check(source: str | bytes) -> None:
    """Hold the promises against one text, and ask every function about it."""
    document = kept(source)
    text = document.source.text
    assert source == (document.source.raw if isinstance(source, bytes) else text)
    for name in FUNCTIONS:
        getattr(newsnorm, name)(text)


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
    growing = sys.argv[1] == "--growth"
    size, *names = sys.argv[1 + growing :]
    for name in names:
        if growing:
            print(growth(INPUTS[name], int(size)))
        else:
            print(name, flush=True)
            check(INPUTS[name](int(size)))
