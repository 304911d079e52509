"""Caption files read by newsnorm and by the libraries for them, side by side: ``python tests/benchmarks/captions.py``.

Writes the table of `docs/transcripts.md`: CPU time a cue, the median of interleaved rounds, with what each reads
of a damaged file. Peers (srt, pysrt, webvtt-py, pysubs2, pycaption) that are not installed are left out.
"""

from __future__ import annotations

import gc
import importlib
import io
import statistics
import time

from newsnorm.sniff import sniff
from newsnorm.transcript import reader

ROUNDS = 7
COUNT = 3000
WORDS = "Officials in the region said on Monday that\nthe number of people affected had risen again."
# Two cues each; a damage that a person would hardly see.
DAMAGED = {
    "index lost": "00:00:01,000 --> 00:00:02,000\nOne.\n\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
    "no milliseconds": "1\n00:00:01 --> 00:00:02\nOne.\n\n2\n00:00:03 --> 00:00:04\nTwo.\n",
    "no blank line": "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
    "carriage returns": "1\r00:00:01,000 --> 00:00:02,000\rOne.\r\r2\r00:00:03,000 --> 00:00:04,000\rTwo.\r",
    "blank line above": "\n\n1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
    "cut off": "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n\n3\n00:00:05,0",
}


def ours(text):
    """What a user of newsnorm gets of a caption file: blocks, notes and cues."""
    form = sniff(text)
    blocks = reader.read(text, form).blocks
    return reader.cues(text, blocks, form)


def peer(module, read):
    """A reader of an installed library, by text; None where the library is missing."""
    try:
        library = importlib.import_module(module)
    except ImportError:
        return None
    return lambda text: list(read(library, text))


READERS = {
    "newsnorm": {"srt": ours, "vtt": ours},
    "srt": {"srt": peer("srt", lambda srt, text: srt.parse(text))},
    "pysrt": {"srt": peer("pysrt", lambda pysrt, text: pysrt.from_string(text))},
    "webvtt-py": {
        "srt": peer("webvtt", lambda webvtt, text: webvtt.from_buffer(io.StringIO(text), "srt")),
        "vtt": peer("webvtt", lambda webvtt, text: webvtt.from_buffer(io.StringIO(text), "vtt")),
    },
    "pysubs2": {
        "srt": peer("pysubs2", lambda pysubs2, text: pysubs2.SSAFile.from_string(text, "srt")),
        "vtt": peer("pysubs2", lambda pysubs2, text: pysubs2.SSAFile.from_string(text, "vtt")),
    },
    "pycaption": {
        "srt": peer("pycaption", lambda pycaption, text: pycaption.SRTReader().read(text).get_captions("en-US")),
        "vtt": peer("pycaption", lambda pycaption, text: pycaption.WebVTTReader().read(text).get_captions("en-US")),
    },
}


def moment(milliseconds, point):
    """A time as captions write it."""
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{rest:03d}"


def caption_file(form):
    """A file of COUNT cues."""
    point = "." if form == "vtt" else ","
    times = [f"{moment(2500 * k, point)} --> {moment(2500 * k + 2100, point)}" for k in range(COUNT)]
    cues = [f"{k}\n{time}\n{WORDS}\n" if form == "srt" else f"{time}\n{WORDS}\n" for k, time in enumerate(times, 1)]
    return ("WEBVTT\n\n" if form == "vtt" else "") + "\n".join(cues)


def spent(read, text):
    """CPU time a cue in microseconds."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    read(text)
    taken = time.process_time() - begun
    gc.enable()
    return taken / COUNT * 1e6


def speeds(form):
    """The median time of each reader of a format, all asked in turn."""
    readers = {name: read for name, forms in READERS.items() if (read := forms.get(form))}
    text = caption_file(form)
    rounds = [{name: spent(read, text) for name, read in readers.items()} for _ in range(ROUNDS)]
    return {name: statistics.median(one[name] for one in rounds) for name in readers}


def survived(read):
    """How many of the damaged files give both cues."""
    return sum(_count(read, text) == 2 for text in DAMAGED.values())


def _count(read, text):
    try:
        return len(read(text))
    except Exception:  # noqa: BLE001 (a peer may raise whatever it likes)
        return -1


if __name__ == "__main__":
    srt, vtt = speeds("srt"), speeds("vtt")
    print(f"| library | SRT, µs a cue | WebVTT, µs a cue | damaged SRT read, of {len(DAMAGED)} |\n|---|---|---|---|")
    for name, forms in READERS.items():
        if name in srt:
            print(
                f"| {name} | {srt[name]:.1f} | {vtt.get(name, float('nan')):.1f} | {survived(forms['srt'])} |".replace(
                    "nan", "–"
                )
            )
