"""Learn what tells a headline from the other lines above the body: writes headline.tsv, the same bytes every time.

    python tests/training/headline.py ../shared/gold        needs numpy and an installed newsnorm

The labelled texts stay outside the project. A line is the headline when it differs from the labelled one in case,
signs and the outlet behind it only. The weights are those of a conditional logit: of all lines above one body, one
is chosen.
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path
from unittest.mock import patch

import numpy as np

import newsnorm
from newsnorm.header.hints import same_headline
from newsnorm.header.title import MEASURES, at_a_glance, at_a_second_look, candidates
from newsnorm.shape import bare_words

DUMPS = ("dump", "blocks", "elements", "markdown")
PAGES = tuple(f"chrome/{pages}.{kind}" for pages in ("english", "world") for kind in DUMPS)
ARTICLES = {"byline/web": 8.0, "byline/reuters": 0.2, "byline/isot": 0.2, "byline/conll": 0.5}  # and their weights
CUT = 0.5  # what a text counts that is cut above its headline
RIDGE, STEPS, RATE = 0.002, 400, 0.05
REMARK = "# measure\tweight of the highest value; positive: more like a headline\n"


def rows(path):
    with path.open(encoding="utf-8", newline="\n") as file:
        return [json.loads(row) for row in file]


def choices(gold):
    """For each text the measures of its candidates, which of them are the headline, and the weight of the text."""
    for name, weight in {**dict.fromkeys(PAGES, 1.0), **ARTICLES}.items():
        for row in rows(gold / f"{name}.jsonl"):
            text, title = (row["raw"], row["gold"].get("title")) if "raw" in row else (row["text"], row.get("title"))
            for part, share in ((text, 1.0), (from_headline(text, title), CUT)) if title else ():
                if found := choice(part, title):
                    yield *found, share * weight


def from_headline(text, title):
    """The text as somebody copies it who begins at the headline."""
    lines = text.splitlines(keepends=True)
    at = [i for i, line in enumerate(lines) if bare_words(line) == bare_words(title)]
    return "".join(lines[at[-1] :]) if at else ""


def choice(text, title):
    """The measures of the lines that a text has above its body, where one of several is the headline."""
    seen = []

    def record(head):
        found = candidates(head)
        rows = zip(at_a_glance(head, found), at_a_second_look(head, found), strict=True) if found else ()
        seen.append((found, [(*glance, *more) for glance, more in rows]))

    with patch.object(sys.modules["newsnorm.header.head"], "title", record):
        newsnorm.normalise(text, kind="article")
    found, values = seen[0] if seen else ([], [])
    exact = [bare_words(line) == bare_words(title) for _, line, _ in found]
    right = np.array(exact if any(exact) else [same_headline(title, line) for _, line, _ in found], bool)
    return (np.array(values, float), right) if right.any() and not right.all() else None


def fit(texts):
    """The weights that make the right lines likeliest, by Adam on the whole of the data."""
    values = np.concatenate([found[0] for found in texts])
    right = np.concatenate([found[1] for found in texts])
    text = np.repeat(np.arange(len(texts)), [len(found[0]) for found in texts])
    weight = np.array([found[2] for found in texts])
    scale = values.std(0) + 1e-6
    x, weight = values / scale, weight / weight.sum()
    beta, mean, square = np.zeros((3, x.shape[1]))
    for step in range(1, STEPS + 1):
        points = np.exp(x @ beta - (x @ beta).max())
        chosen = points / np.bincount(text, points)[text]
        wanted = points * right / np.bincount(text, points * right)[text]
        gradient = x.T @ ((chosen - wanted) * weight[text]) + RIDGE * beta
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        beta -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return beta / scale


def main():
    weights = fit(list(choices(Path(sys.argv[1]))))
    lines = [f"{name}\t{weight:.2f}\n" for name, weight in zip(MEASURES, weights, strict=True)]
    path = files("newsnorm") / "data" / "headline.tsv"
    path.write_text(REMARK + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
