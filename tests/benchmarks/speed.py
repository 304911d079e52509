"""Speeds of the stages and of peers, side by side in one run: ``python tests/benchmarks/speed.py [FOLDER]``.

The texts are the files of FOLDER (default: ``seeds/``). Every figure is CPU time, the median of several
interleaved rounds; peers that are not installed (ftfy is; plsfix, trafilatura, justext are extras) are left
out. Absolute speeds depend on the machine: quote the ratios.
"""

from __future__ import annotations

import gc
import importlib
import statistics
import sys
import time
from pathlib import Path

import newsnorm
from newsnorm.label import label
from newsnorm.repair import repaired
from newsnorm.rules import default
from newsnorm.settle import settle
from newsnorm.sniff import sniff

ROUNDS = 7
SEEDS = Path(__file__).parents[2] / "seeds"
RULES = default()
PARTS = ("headline", "authors", "dateline", "published", "paragraphs", "body", "cues", "removed", "notes")


def parts(text):
    """What a user reads of a document."""
    document = newsnorm.normalise(text)
    return [getattr(document, name) for name in PARTS]


STAGES = {
    "normalise, usual parts read": parts,
    "normalise": newsnorm.normalise,
    "sniff": sniff,
    "repair": lambda text: repaired(text, "plain"),
    "label": lambda text: label(text, RULES),
    "label and settle": lambda text: settle(text, label(text, RULES), RULES),
}
PEERS = {
    "ftfy.fix_text": ("ftfy", "fix_text"),
    "plsfix.fix_text (Rust)": ("plsfix", "fix_text"),
    "trafilatura.extract": ("trafilatura", "extract"),
}


def contestants():
    """Stages and the peers that are installed, by name."""
    yield from STAGES.items()
    for name, (module, function) in PEERS.items():
        try:
            yield name, getattr(importlib.import_module(module), function)
        except ImportError:
            print(f"not installed: {module}", file=sys.stderr)


def spent(function, texts):
    """CPU seconds that ``function`` takes for all texts, the collector off."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    for text in texts:
        function(text)
    gc.enable()
    return max(time.process_time() - begun, 1e-9)


def main(folder):
    """Print the table for the texts of a folder."""
    texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(Path(folder).glob("*.txt"))]
    size = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
    texts *= max(1, round(0.2 / size))
    size = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
    entries = dict(contestants())
    rounds = [{name: spent(function, texts) for name, function in entries.items()} for _ in range(ROUNDS)]
    times = {name: statistics.median(one[name] for one in rounds) for name in entries}
    print(f"| {len(texts)} texts, {size:.2f} MB | MB/s | × ftfy.fix_text |\n|---|---|---|")
    for name, seconds in times.items():
        print(f"| {name} | {size / seconds:.1f} | {times['ftfy.fix_text'] / seconds:.2f} |")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else SEEDS)
