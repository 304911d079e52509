"""The five seed documents, against what a careful editor would make of them (``seeds/*.json``)."""

import json
from pathlib import Path

import pytest

from newsnorm import normalise

SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = sorted(SEEDS.glob("*.txt"))
LEFT_OUT = {"repairs", "blocks", "notes", "language"}


def readable(document):
    """A document as a person reads it: parts without offsets, repairs, and the text in its blocks."""
    data = {key: plain(value) for key, value in document.to_dict(source=False).items() if key not in LEFT_OUT}
    repairs = [
        {"before": document.source.text[slice(*edit.span)], "after": edit.new, "rule": edit.rule}
        for edit in document.repair.edits
    ]
    blocks = [[block.kind.value, block.rule, document[block]] for block in document.blocks]
    return {"parts": data, "repairs": repairs, "notes": [list(note[:2]) for note in document.notes], "blocks": blocks}


def plain(value):
    """A value without its spans."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key != "span"}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.skipif(not TEXTS, reason="seeds/ is not in this copy (it is in no release)")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_seed(path):
    """A seed normalises to the document that stands beside it."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert readable(normalise(path.read_bytes())) == expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_seed_blocks_are_the_seed(path):
    """The blocks of an expected document, joined, are its seed, but for the repairs."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text = "".join(text for _, _, text in expected["blocks"])
    for repair in expected["repairs"]:
        assert repair["after"] in text
    assert text.count("\n") == path.read_bytes().count(b"\n")
