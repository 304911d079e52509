"""Speeds of the stages and of peers, side by side in one run, as the tables of ``docs/performance.md``.

``python tests/benchmarks/speed.py`` prints the table of stages and peers, with ``--large`` that of one text of 1, 10
and 100 MB; with ``--write`` the table goes into the page. Every figure is CPU time, the median of interleaved rounds.
Absolute speeds depend on the machine: quote the ratios. Peers that are not installed are named as that.
"""

from __future__ import annotations

import gc
import html
import importlib
import json
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import newsnorm
from newsnorm.label import label
from newsnorm.repair import repaired
from newsnorm.rules import default
from newsnorm.sniff import sniff

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
ROUNDS = 9
YARDSTICK = "ftfy.fix_text"
USUAL = "headline authors dateline published paragraphs body cues removed notes".split()
SIZES = (1, 10, 100)  # MB
WIRE = """\
Storm {0} hits coast as thousands flee their homes
By Ann Lee
KYIV, Ukraine (AP) - Nine people were hurt when storm {0} reached the coast on Monday, officials said.
"They knew," the mayor of town {0} said late on Tuesday. "Nobody told us, not once in all those years."
The ministry's spokesman declined to comment on report {0}, which was first seen by this paper.
It was the worst storm on this coast since records began, the weather service of the country said on Tuesday.
More than {0} homes had no electricity on Tuesday night, and the roads to three villages were still closed.
"We will build it all again," said Bo Chen, 52, who has lived on the island of Wexley for most of his life.
The government has promised {0} million euros for those who lost their homes, half of it before the winter.
Forecasters expect the next storm by the end of the week, but it should pass further north, they said.
(Reporting by Ann Lee; Editing by Bo Chen)

"""


def usual(text):
    """What a user reads of a document."""
    document = newsnorm.normalise(text)
    return [getattr(document, name) for name in USUAL]


STAGES = {
    "normalise, usual parts read": usual,
    "normalise, every part read": lambda text: newsnorm.normalise(text).to_dict(),
    "normalise": newsnorm.normalise,
    "of that: sniff": sniff,
    "of that: repair": lambda text: repaired(text, "plain"),
    "of that: label (articles)": lambda text: label(text, default()),
}


def _page(text):
    """A text as the HTML that readers of pages need."""
    lines = (f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><body>{''.join(lines)}</body></html>"


def _c4(filters):
    document = importlib.import_module("datatrove.data").Document
    judge = filters.C4QualityFilter()
    return lambda text: judge.filter(document(text=text, id=""))


# The module, what it needs of a text (made before the clock starts), and what it does.
PEERS = {
    YARDSTICK: ("ftfy", str, lambda ftfy: ftfy.fix_text),
    "plsfix.fix_text (ftfy in Rust)": ("plsfix", str, lambda plsfix: plsfix.fix_text),
    "trafilatura.extract": ("trafilatura", _page, lambda trafilatura: trafilatura.extract),
    "jusText": ("justext", lambda text: _page(text).encode(), lambda it: lambda page: it.justext(page, frozenset())),
    "datatrove, C4 filter": ("datatrove.pipeline.filters", str, _c4),
}
ROWS = (*STAGES, *PEERS)


def seeds():
    """The texts of ``seeds/``: pages as they were scraped, and pasted transcripts."""
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]


def corpora():
    """Texts by the head of their column."""
    articles = [text for text in seeds() if newsnorm.normalise(text).kind == "article"]
    return {
        "pages": articles,
        "damaged pages": [
            text.replace("“", "â€œ").replace("’", "â€™").replace(" the ", " thÃ© ", 2) for text in articles
        ],
        "wire stories (ASCII)": [WIRE.format(n) for n in range(40)],
        "pasted transcripts": [text for text in seeds() if newsnorm.normalise(text).kind == "transcript"],
    }


def contestants():
    """By name, what makes the input of a text and what reads it; None for a peer that is not installed."""
    found = dict.fromkeys(ROWS) | {name: (str, function) for name, function in STAGES.items()}
    for name, (module, prepared, make) in PEERS.items():
        try:
            found[name] = (prepared, make(importlib.import_module(module)))
        except ImportError:
            print(f"not installed: {module}", file=sys.stderr)
    return found


def spent(function, inputs):
    """CPU seconds that ``function`` takes for all inputs, the collector off as in `timeit`."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    for each in inputs:
        function(each)
    taken = time.process_time() - begun
    gc.enable()
    return max(taken, 1e-9)


def measured(texts, readers):
    """For each reader its speed in MB/s and how many times as fast as the yardstick it is."""
    size = sum(len(text.encode("utf-8", "replace")) for text in texts)
    times = max(1, round(1e5 / size))
    inputs = {name: [make(text) for text in texts] * times for name, (make, _) in readers.items()}
    rounds = [{name: spent(read, inputs[name]) for name, (_, read) in readers.items()} for _ in range(ROUNDS)]
    return {
        name: (
            statistics.median(size * times / one[name] / 1e6 for one in rounds),
            statistics.median(one[YARDSTICK] / one[name] for one in rounds),
        )
        for name in readers
    }


def speed_table():
    """Stages and peers, a column for each corpus: MB/s and the ratio to the yardstick."""
    readers = contestants()
    present = {name: reader for name, reader in readers.items() if reader}
    columns = {head: measured(texts, present) for head, texts in corpora().items()}
    yield f"| MB/s (× {YARDSTICK}) | {' | '.join(columns)} |"
    yield "|---" * (len(columns) + 1) + "|"
    for name in readers:
        found = [
            f"{column[name][0]:.1f} ({column[name][1]:.1f})" if name in column else "–" for column in columns.values()
        ]
        yield f"| {name}{'' if name in present else ', not installed'} | {' | '.join(found)} |"


def large_text(megabytes):
    """One text of so many MB: wire stories, no two alike, with curly quotes."""
    story = WIRE.replace('"', "“").replace("'", "’")
    return "".join(story.format(n) for n in range(int(megabytes * 1e6 / len(story.format(10_000).encode()))))


def resident(which):
    """Bytes of memory of this process as Linux tells: ``VmRSS`` now, ``VmHWM`` at most since the last call."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the highest use is counted anew
    return int(re.search(rf"{which}:\s+(\d+)", status)[1]) * 1024


def read_large(megabytes):
    """Read one large text with its usual parts: MB/s, and bytes of memory added for each byte of the text."""
    usual(large_text(0.1))
    text = large_text(megabytes)
    before = resident("VmRSS")
    begun = time.process_time()
    usual(text)
    taken = time.process_time() - begun
    return len(text.encode()) / taken / 1e6, (resident("VmHWM") - before) / sys.getsizeof(text)


def large_table():
    """One text of growing size, each in a process of its own, the collector on as it is for users."""
    yield "| one text of | MB/s | × the speed at 1 MB | bytes of memory for each of the text |"
    yield "|---|---|---|---|"
    first = None
    for size in SIZES:
        command = [sys.executable, __file__, "--read", str(size)]
        rate, memory = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        first = first or rate
        yield f"| {size} MB | {rate:.1f} | {rate / first:.2f} | {memory:.1f} |"


def put(name, table):
    """Put a table into the page, between its two marks."""
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(f"<!-- {name} -->\n")
    _, mark, tail = rest.partition(f"<!-- end of {name} -->\n")
    PAGE.write_text(f"{head}<!-- {name} -->\n{table}\n{mark}{tail}", encoding="utf-8")


def main(options):
    """Print a table or put it into the page."""
    if options[:1] == ["--read"]:
        print(json.dumps(read_large(float(options[1]))))
        return
    name, rows = ("large", large_table()) if "--large" in options else ("speed", speed_table())
    table = "\n".join(rows)
    print(table)
    if "--write" in options:
        put(name, table)


if __name__ == "__main__":
    main(sys.argv[1:])
