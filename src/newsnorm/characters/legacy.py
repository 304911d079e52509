"""Legacy codecs ranked: in which of them do these bytes read best?

Tried are the codecs of `data/codecs.tsv` and those that charset-normalizer proposes, which alone is right on two
texts in three. The character model weighs each reading; the best are weighed again with the language that
explains them best and with the shapes of their words. Bytes that prove their encoding never come here.
"""

from __future__ import annotations

import codecs
import functools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from newsnorm.characters import bigrams, codepages
from newsnorm.characters.plausible import plausibility
from newsnorm.patterns import byte_pattern
from newsnorm.tables import rows

_SAMPLE = 2048  # bytes; a larger one changes no ranking
_AROUND_HIGH_BYTES = byte_pattern(rb"[\x00-\x7f]{0,24}(?:[\x80-\xff][\x00-\x7f]{0,24})+")
_HOLE, _AFTER_HOLE = -14.0, -8.0  # nats; a hole is worse than any pair of characters that the model has seen
_HOPELESS = 40.0, 1.25  # nats, and times the nats of the best, by the character model alone
_MODEL_WEIGHT = 0.5  # the other half of what the character model says is said again by the language


class Candidate(NamedTuple):
    """A codec, and the log-probability, up to a constant, of what it makes of the bytes."""

    score: float
    codec: str


class _Codec(NamedTuple):
    """How much rarer than Windows-1252 a codec is, in nats, and what its characters take.

    ``kind`` is ``single-byte``, ``multibyte``, or ``wide`` where ASCII takes several bytes too.
    """

    prior: float
    kind: str


_PROPOSED = _Codec(-8.0, "multibyte")  # of a codec that is in charset-normalizer's list only


def ranked(data: bytes) -> list[Candidate]:
    """The codecs that can read ``data``, the likeliest first.

    >>> ranked("Grüße aus Köln".encode("cp850"))[0].codec
    'cp850'
    """
    sample = _sample(data)
    tried = _codecs() | dict.fromkeys(_proposed(sample), _PROPOSED)
    scores = dict(_model_scores(sample, tried))
    nats, times = _HOPELESS
    least = times * max(tried[name].prior + score for name, score in scores.items()) - nats
    return sorted(
        (
            Candidate(prior + _MODEL_WEIGHT * scores[name] + plausibility(decoded(sample, name)), name)
            for name, (prior, kind) in tried.items()
            if name in scores and (kind == "wide" or prior + scores[name] > least)
        ),
        reverse=True,
    )


def decoded(data: bytes, codec: str) -> str:
    """``data`` in ``codec``, with the holes of a single-byte codec kept; what else fails is U+FFFD."""
    known = _codecs().get(codec, _PROPOSED)
    return codepages.decoded(data, codec) if known.kind == "single-byte" else data.decode(codec, "replace")


@functools.cache
def _codecs() -> dict[str, _Codec]:
    table = (row.split("\t") for row in rows("codecs.tsv"))
    return {name: _Codec(float(prior), kind) for name, prior, kind in table}


def _proposed(sample: bytes) -> Iterator[str]:
    """What charset-normalizer proposes beyond our list."""
    import charset_normalizer  # noqa: PLC0415 (costs more than all of ours, and is needed for legacy bytes only)

    for match in charset_normalizer.from_bytes(sample):
        name = codecs.lookup(match.encoding).name
        if name not in _codecs():
            yield name


def _sample(data: bytes) -> bytes:
    """The stretches around high bytes, as far as the size of a sample."""
    if len(data) <= _SAMPLE:
        return data
    pieces, size = [], 0
    for piece in _AROUND_HIGH_BYTES.finditer(data):
        pieces.append(piece[0][: _SAMPLE - size])
        size += len(pieces[-1])
        if size >= _SAMPLE:
            break
    return b"\n".join(pieces)


def _model_scores(sample: bytes, tried: Mapping[str, _Codec]) -> Iterator[tuple[str, float]]:
    """Each codec that can read the sample, with the log-probability of the pairs that are not ASCII."""
    counts = Counter(zip(b"\n" + sample, sample + b"\n", strict=True))
    pairs = [(first, second, n) for (first, second), n in counts.items() if _counts(chr(first), chr(second))]
    for name, (_, kind) in tried.items():
        if kind == "single-byte":
            step = _byte_step(name)
            yield name, sum(n * step(first, second) for first, second, n in pairs)
        elif (score := _multibyte_score(sample, name)) is not None:
            yield name, score


@functools.cache
def _byte_step(codec: str) -> Callable[[int, int], float]:
    """The log-probability that a byte follows another in a single-byte codec."""
    table, holes, step = codepages.table(codec), codepages.holes(codec), bigrams.default().step

    @functools.cache
    def byte_step(first: int, second: int) -> float:
        if second in holes or _is_control(table[second]):
            return _HOLE
        return _AFTER_HOLE if first in holes else step(table[first], table[second])

    return byte_step


def _multibyte_score(sample: bytes, codec: str) -> float | None:
    """The log-probability of a reading, or None where there is none; a character cut at the end counts as a hole."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        text = decoder.decode(sample)
    except UnicodeError:
        return None
    step = bigrams.default().step
    score = _HOLE if decoder.getstate()[0] else 0.0
    for (first, second), n in Counter(zip("\n" + text, text + "\n", strict=True)).items():
        if _counts(first, second):
            score += n * (_HOLE if _is_control(second) or _is_private(second) else step(first, second))
    return score


def _counts(first: str, second: str) -> bool:
    """Whether a pair tells codecs apart: ASCII is the same in nearly all, but no text in bytes holds its controls."""
    return first > "\x7f" or second > "\x7f" or _is_control(second)


def _is_control(char: str) -> bool:
    return (char < " " and char not in "\t\n\r\x0c") or "\x7e" < char < "\xa0"


def _is_private(char: str) -> bool:
    return "\ue000" <= char <= "\uf8ff" or char >= "\U00010000"
