"""Threads: many may call at once, the first time too, since nothing in the package changes but what is made once."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from inspect import signature
from pathlib import Path
from pkgutil import walk_packages
from threading import Barrier

import newsnorm
from hostile_texts import INPUTS
from strategies import LINES

HERE = Path(__file__).parent
THREADS = 8
PAGE = "Skip to content\n\nStorm hits coast {0}\n\nBy Ann Lee\n\nNine people fled Russia‚Äôs border, {0} said.\n"
PASTED = "00:00The ministry said\n00:1{0}the strike was large\n00:25and it was late.\n00:31It is over.\n00:40So.\n"
TEXTS = [
    *(text.format(n) for text in (PAGE, PASTED) for n in range(10)),
    "\n".join(LINES[:17]),
    "".join(LINES[6:13]).encode("cp1252", "replace"),
    *(INPUTS[name](400) for name in ("rolling captions", "podcast", "speakers", "GB 18030", "eight layers", "CJK")),
]


def read(text):
    """Everything that is said of a text."""
    document = newsnorm.normalise(text)
    return document.to_dict(), newsnorm.to_markdown(document)


def read_by_many():
    """What every one of the threads reads, all of which begin at once and each with another text."""
    ready = Barrier(THREADS)

    def read_all(first):
        ready.wait()
        order = [*range(first, len(TEXTS)), *range(first)]
        return sorted((k, read(TEXTS[k])) for k in order)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(read_all, range(0, 3 * THREADS, 3)))


def first_use():
    """Nothing has been loaded yet when the threads begin, and they are switched as often as can be."""
    sys.setswitchinterval(1e-6)
    together = read_by_many()
    alone = [(k, read(text)) for k, text in enumerate(TEXTS)]
    assert all(one == alone for one in together)


def containers():
    """What the modules of the package and their tables hold that could be changed, as it reads now."""
    names = [module.name for module in walk_packages(newsnorm.__path__, "newsnorm.") if "__main__" not in module.name]
    values = [(name, key, value) for name in names for key, value in vars(import_module(name)).items()]
    values += [(name, key, value()) for name, key, value in values if is_table(value)]
    return {(*place, repr(value)) for *place, value in values if isinstance(value, list | dict | set | bytearray)}


def is_table(value):
    """Whether a value is a cached function that asks for nothing."""
    return hasattr(value, "cache_info") and not signature(value).parameters


def in_new_process(call):
    """Call a function of this file in an interpreter that has done nothing yet."""
    command = [sys.executable, "-c", f"import test_threads; test_threads.{call}()"]
    subprocess.run(command, cwd=HERE, check=True, timeout=120)


def test_threads_see_what_one_thread_sees():
    """What threads read at once, at the very first use of the package, is what one thread reads."""
    in_new_process(first_use.__name__)


def test_nothing_global_changes():
    """No list, dictionary or set of a module, or of a table that it keeps, is changed by reading texts."""
    before = containers()
    for text in TEXTS:
        read(text)
    assert containers() == before
