"""Learn the model of the lines of a page: writes chrome_model.tsv and chrome_evidence.tsv, the same bytes every time.

    python tests/training/lines.py ../shared/gold        needs numpy and an installed newsnorm

The labelled texts stay outside the project. A line is body as far as its four-word shingles stand in the
marked body; of lines that stand twice, the one nearest the long lines of the body is meant.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.resources import files
from itertools import chain
from pathlib import Path

import numpy as np

from newsnorm.label import label
from newsnorm.model import Block
from newsnorm.page import evidence, features, lines
from newsnorm.page.frame import find_frame
from newsnorm.page.model import BIAS, CONFIDENCE
from newsnorm.rules import default

DUMPS = ("dump", "blocks", "elements", "markdown")
PAGES = tuple(f"{pages}.{kind}" for pages in ("english", "world") for kind in DUMPS)
CLEAN = ("english.extracted", "world.extracted")
HEADED = ("web", "reuters")  # of the byline gold: articles with their header
JOINED = 8  # articles in one text are no page either
WIDE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
TOKEN = re.compile(f"[{WIDE}]|[^\\W{WIDE}]+")
SHINGLE = 4
FEW_TOKENS = 6
LONG_LINE = 100  # code points
HEAVIEST, LIGHTEST = 80, 3  # tokens: what a line weighs at most, and more than its tokens
PAGE_RIDGE, CLEAN_RIDGE, EVIDENCE_RIDGE = 0.01, 0.1, 0.001
LEAST_DEVIATION = 0.05
KEEP = 1.0  # added for lines of clean text: when unsure, keep
STEPS = 12


def tokens(text):
    return TOKEN.findall(text.casefold())


def shingles(words):
    return [tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]


def body_shares(texts, gold):
    """The share of each line that is body, 0 to 1."""
    known = set(shingles(tokens(gold)))
    whole = {tuple(tokens(line)) for line in gold.split("\n")}
    shares = [share(tokens(text), known, whole) for text in texts]
    long = [i for i, text in enumerate(texts) if shares[i] > 0.5 and len(text) > LONG_LINE]
    return once(texts, shares, long[0], long[-1]) if long else shares


def share(words, known, whole):
    if len(words) < FEW_TOKENS:
        return float(tuple(words) in whole or (len(words) >= SHINGLE and all(s in known for s in shingles(words))))
    return sum(s in known for s in shingles(words)) / (len(words) - SHINGLE + 1)


def once(texts, shares, first, last):
    """Shares with a line that stands twice counted where it is nearest to the body."""
    nearest = {}
    for i, (text, value) in enumerate(zip(texts, shares, strict=True)):
        distance = max(first - i, i - last, 0)
        if value > 0.5 and (text not in nearest or distance < nearest[text][0]):
            nearest[text] = (distance, i)
    return [value if value <= 0.5 or nearest[texts[i]][1] == i else 0.0 for i, value in enumerate(shares)]


def rows(path):
    with path.open(encoding="utf-8", newline="\n") as file:
        return [json.loads(row) for row in file]


def labelled(text, rules):
    """The blocks of a text line by line: paragraphs that are broken at their links stay so, since not all are told."""
    blocks, end = [], 0
    for row in text.splitlines(keepends=True):
        blocks += [Block(end + start, end + stop, *named) for start, stop, *named in label(row, rules)]
        end += len(row)
    return blocks


def page(row, rules):
    """Features, body shares and weights of the lines of one labelled text that the model is asked about, by kind."""
    blocks = labelled(row["text"], rules)
    read = lines.read(row["text"], blocks)
    texts = [row["text"][blocks[i].start : blocks[i].end].strip() for i in read.at]
    weight = np.array([min(len(tokens(text)), HEAVIEST) + LIGHTEST for text in texts], float)
    weight /= weight.sum() ** 0.5
    shares = np.array(body_shares(texts, row["gold"]))
    context = features.context_of(read, find_frame(read))
    for asked in (context.others, context.running):
        columns = features.columns(context, asked) if asked else {}
        yield list(columns), np.array(list(columns.values()), float).T, shares[asked], weight[asked]


def fit(x, y, weight, ridge):
    """Weighted logistic regression by Newton's method; weights of the raw features, their means, and the bias."""
    weight = weight / weight.sum()
    mean = weight @ x
    deviation = np.maximum(np.sqrt(weight @ (x - mean) ** 2), LEAST_DEVIATION)
    z = np.hstack([(x - mean) / deviation, np.ones((len(x), 1))])
    penalty = np.append(np.full(x.shape[1], ridge), 0.0)
    beta = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        gradient = z.T @ (weight * (p - y)) + penalty * beta
        hessian = (z * (weight * p * (1 - p))[:, None]).T @ z + np.diag(penalty)
        beta -= np.linalg.solve(hessian, gradient)
    raw = beta[:-1] / deviation
    return raw, mean, beta[-1] - raw @ mean


def learn_lines(gold):
    """The table of the line model: feature, then mean, weight on a page and in clean text, for each kind of line."""
    (names, others), (_, running) = learn_kinds(gold)
    for name, *numbers in zip(names, others, running, strict=True):
        yield name, *chain.from_iterable(numbers)


def learn_kinds(gold):
    """The names of the features and their numbers, for lines that are no running text and for those that are."""
    rules = default()
    pages, clean = (
        [
            [*page(row, rules)]
            for name in names
            for row in rows(gold / "chrome" / f"{name}.jsonl")
            if row["text"].strip()
        ]
        for names in (PAGES, CLEAN)
    )
    for kind in (0, 1):
        names = next(page[kind][0] for page in pages if page[kind][0])
        x, y, weight = collected(pages, kind)
        raw, mean, bias = fit(x, y, weight, PAGE_RIDGE)
        slope, _, offset = fit((x @ raw + bias)[:, None], y, np.ones(len(y)), 0.0)
        in_clean, _, clean_bias = fit(*collected(clean, kind), CLEAN_RIDGE)
        numbers = [(1.0, bias, clean_bias + KEEP), (0.0, slope[0], offset), *zip(mean, raw, in_clean, strict=True)]
        yield (BIAS, CONFIDENCE, *names), numbers


def collected(pages, kind):
    """Features, shares and weights of all lines of one kind."""
    return [np.concatenate([page[kind][i] for page in pages if page[kind][0]]) for i in (1, 2, 3)]


def learn_evidence(gold):
    """The table of the evidence: count, weight; every collection weighs the same, extracted texts twice."""
    headed = {name: [row["raw"] for row in rows(gold / "byline" / f"{name}.jsonl")] for name in HEADED}
    web = headed["web"]
    joined = ["\n".join(web[i : i + JOINED]) for i in range(0, len(web), JOINED)]
    pages = [texts(gold, name, "text") for name in PAGES]
    clean = [texts(gold, name, field) for name in CLEAN for field in ("text", "text", "gold")]
    clean += [*headed.values(), joined]
    x, y, weight = [], [], []
    for collection, is_clean in [*((c, 0.0) for c in pages), *((c, 1.0) for c in clean)]:
        found = [evidence.facts(evidence.count(label(text, default()))) for text in collection]
        x += [list(facts.values()) for facts in found]
        y += [is_clean] * len(found)
        weight += [1 / len(found)] * len(found)
    raw, _, bias = fit(np.array(x), np.array(y), np.array(weight), EVIDENCE_RIDGE)
    yield BIAS, bias
    yield from zip(found[0], raw, strict=True)


def texts(gold, name, field):
    return [row[field] for row in rows(gold / "chrome" / f"{name}.jsonl")]


def write(name, heading, table):
    body = "".join("\t".join((row[0], *(f"{number:.3f}" for number in row[1:]))) + "\n" for row in table)
    (Path(str(files("newsnorm"))) / "data" / name).write_text(f"# {heading}\n{body}", encoding="utf-8", newline="\n")


def main():
    gold = Path(sys.argv[1])
    write("chrome_evidence.tsv", "count\tweight; positive: no page around the text", learn_evidence(gold))
    three = "mean\tweight on a page\tin clean text"
    heading = f"feature\t{three}\trunning text: {three}; positive: body"
    write("chrome_model.tsv", heading, learn_lines(gold))


if __name__ == "__main__":
    main()
