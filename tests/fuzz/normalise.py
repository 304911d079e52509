"""Fuzz `normalise` with every promise as an assertion: ``python tests/fuzz/normalise.py -runs=1000000 CORPUS``.

Needs atheris (PyPI). The first byte of an input chooses what the rest is: bytes, text with lone surrogates in it, or
one piece of news, line end or damage a byte, as text or encoded. What a run finds becomes a case of a test.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["newsnorm"]):
    import newsnorm.assemble  # with what it needs, else loaded when it is first asked for
    import newsnorm.pipeline  # noqa: F401
    from promises import kept
from strategies import ENDS, LINES, NOISE

PIECES = LINES + ENDS + NOISE
CODECS = ("utf-8", "cp1252", "utf-16", "koi8-r")


def pieced(data):
    """A text that looks like news: each byte is a piece of it."""
    return "".join(PIECES[byte % len(PIECES)] for byte in data)


def source_of(data):
    """What an input stands for."""
    sort, rest = data[:1] or b"\0", data[1:]
    as_encoded, as_text, from_pieces = sort[0] & 1, sort[0] & 2, sort[0] & 4
    if from_pieces:
        return pieced(rest).encode(CODECS[sort[0] >> 3 & 3], "replace") if as_encoded else pieced(rest)
    return atheris.FuzzedDataProvider(rest).ConsumeUnicode(len(rest)) if as_text else rest


def one(data):
    """One input."""
    kept(source_of(data))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
