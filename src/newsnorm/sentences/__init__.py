"""Sentences: where a text's sentences end (`stops`), and when each sentence of a transcript is said (`timing`)."""

from newsnorm.sentences.stops import split_sentences
from newsnorm.sentences.timing import body, paragraphs, timed

__all__ = ["body", "paragraphs", "split_sentences", "timed"]
