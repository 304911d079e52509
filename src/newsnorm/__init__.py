"""newsnorm: damaged news text and transcripts as typed documents, with nothing lost.

The public names, each loaded from its module when it is first asked for, so that importing the package costs next to
nothing. What type checkers read is ``__init__.pyi``; how a text becomes a document is told in `pipeline.py`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

__version__ = "0.1.0"

_NAMES = {
    "byline": "split_byline",
    "credit": "split_credit",
    "dateline": "split_dateline",
    "dates": "parse_date",
    "decode": "decode",
    "document": "Document",
    "edits": "Edit Revision Span",
    "export.captions": "to_srt to_vtt",
    "export.markdown": "to_markdown",
    "kinds": "ARTICLE BODY Kind",
    "model": "Author Block Byline Caption Chapter Cue Dateline Event Hints Note Reason Sentence SignOff Source Speaker "
    "Timestamp Word",
    "pipeline": "normalise normalize strip_chrome strip_timestamps",
    "render": "render",
    "repair": "fix_mojibake repair",
    "rule": "Rule RuleError",
    "rules": "RuleSet",
    "sentences": "split_sentences",
}
_HOMES = {name: f"{__name__}.{module}" for module, names in _NAMES.items() for name in names.split()}
__all__ = tuple(_HOMES)


def __getattr__(name: str) -> object:
    """A public name that is asked for the first time."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """This package, whose `repair` stays the function when the module of that name is loaded behind it."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _HOMES):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
