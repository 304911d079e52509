"""Sentences: where a text's sentences end (`stops`), and when each sentence of a transcript is said (`timing`)."""

from newsnorm.sentences.stops import split_sentences
from newsnorm.sentences.timing import body, paragraphs, printed_cues, timed

__all__ = ["body", "paragraphs", "printed_cues", "split_sentences", "timed"]
