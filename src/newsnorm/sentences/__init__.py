"""Sentences: where a text's sentences end (`stops`), and when each sentence of a transcript is said (`timing`)."""

from newsnorm.sentences.stops import split_sentences
from newsnorm.sentences.timing import PARAGRAPH, paragraphs, printed, printed_cues, timed

__all__ = ["PARAGRAPH", "paragraphs", "printed", "printed_cues", "split_sentences", "timed"]
