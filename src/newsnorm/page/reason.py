"""Why the model put a line outside the body, in words; made only when asked."""

from __future__ import annotations

from math import exp

from newsnorm.label import label
from newsnorm.model import Block, Reason
from newsnorm.page import lines
from newsnorm.page.evidence import cleanness, count
from newsnorm.page.features import columns, context_of
from newsnorm.page.frame import find_frame
from newsnorm.page.model import BIAS, CONFIDENCE, weights
from newsnorm.rules import default

STRONGEST = 3
PLACE = {"before": "above the body", "hole": "in a gap of the body", "after": "below the body"}


def reason(text: str, block: Block) -> Reason:
    """The three features that speak loudest against the line of ``block``, a block of ``chrome.model.…``.

    The confidence is the share of the labelled lines with such a score that are not body. Rules of the
    user are not known here.
    """
    blocks = label(text, default())
    read = lines.read(text, blocks)
    at = next(i for i, line in enumerate(read.at) if blocks[line].end > block.start)
    clean = cleanness(count(blocks))
    table = weights(running=read.running[at])
    shares, score = {}, table[BIAS].at(clean)
    for name, (value,) in columns(context_of(read, find_frame(read)), [at]).items():
        weight = table[name].at(clean)
        score += weight * value
        shares[name] = (weight * (value - table[name].mean), value > table[name].mean, value == 0)
    loudest = sorted(shares, key=lambda name: shares[name][0])[:STRONGEST]
    words = ", ".join(_words(name, much=shares[name][1], none=shares[name][2]) for name in loudest)
    slope, offset = table[CONFIDENCE][1:]
    confidence = 1 / (1 + exp(slope * score + offset))
    return Reason(block.rule, f"{PLACE[block.rule.rpartition('.')[2]]}: {words}", round(confidence, 3))


def _words(name: str, *, much: bool, none: bool) -> str:
    return name if much else f"no {name}" if none else f"little {name}"
