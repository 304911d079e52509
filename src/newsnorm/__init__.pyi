# The public names as type checkers read them; at run time each is loaded when it is first asked for.

from newsnorm.byline import split_byline
from newsnorm.credit import split_credit
from newsnorm.dateline import split_dateline
from newsnorm.dates import parse_date
from newsnorm.decode import decode
from newsnorm.document import Document
from newsnorm.edits import Edit, Revision, Span
from newsnorm.export.captions import to_srt, to_vtt
from newsnorm.export.markdown import to_markdown
from newsnorm.kinds import ARTICLE, BODY, Kind
from newsnorm.model import (
    Author,
    Block,
    Byline,
    Caption,
    Chapter,
    Cue,
    Dateline,
    Event,
    Hints,
    Note,
    Reason,
    Sentence,
    SignOff,
    Source,
    Speaker,
    Timestamp,
    Word,
)
from newsnorm.pipeline import normalise, normalize, strip_chrome, strip_timestamps
from newsnorm.render import render
from newsnorm.repair import fix_mojibake, repair
from newsnorm.rule import Rule, RuleError
from newsnorm.rules import RuleSet
from newsnorm.sentences import split_sentences

__version__: str
__all__ = [
    "ARTICLE",
    "BODY",
    "Author",
    "Block",
    "Byline",
    "Caption",
    "Chapter",
    "Cue",
    "Dateline",
    "Document",
    "Edit",
    "Event",
    "Hints",
    "Kind",
    "Note",
    "Reason",
    "Revision",
    "Rule",
    "RuleError",
    "RuleSet",
    "Sentence",
    "SignOff",
    "Source",
    "Span",
    "Speaker",
    "Timestamp",
    "Word",
    "decode",
    "fix_mojibake",
    "normalise",
    "normalize",
    "parse_date",
    "render",
    "repair",
    "split_byline",
    "split_credit",
    "split_dateline",
    "split_sentences",
    "strip_chrome",
    "strip_timestamps",
    "to_markdown",
    "to_srt",
    "to_vtt",
]
