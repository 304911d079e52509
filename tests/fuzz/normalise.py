"""Fuzz `normalise` with every promise as an assertion: ``python tests/fuzz/normalise.py -runs=1000000``.

Needs atheris (PyPI). Half of the inputs are bytes, half are text with lone surrogates in it.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["newsnorm"]):
    from promises import kept


def one(data):
    """One input: its first byte chooses between bytes and text."""
    provider = atheris.FuzzedDataProvider(data)
    as_bytes = provider.ConsumeBool()
    kept(provider.ConsumeBytes(len(data)) if as_bytes else provider.ConsumeUnicode(len(data)))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
