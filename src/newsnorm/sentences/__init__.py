"""Sentences: where a text's sentences end (`stops`), and when each sentence of a transcript is said (`timing`)."""

from newsnorm.sentences.stops import split_sentences
from newsnorm.sentences.timing import PARAGRAPH, paragraphs, printed, printed_cues, timed
from newsnorm.sentences.turns import OneVoice, is_wide

__all__ = ["PARAGRAPH", "OneVoice", "is_wide", "paragraphs", "printed", "printed_cues", "split_sentences", "timed"]
