"""The header of an e-mail above a text: who sent it to whom, when, and its subject, which is the headline.

Only the lines at the very top are read, and only where three of them in a row are fields of such a header
(RFC 5322, section 3.6, and what mail programs print when a message is forwarded).
"""

from __future__ import annotations

from itertools import takewhile

from newsnorm import tables
from newsnorm.header.reading import Reading
from newsnorm.model import Block, Kind

MOST, FEWEST = 10, 3  # fields of a header
LONGEST = 12  # code points of the name of a field


def subject(reading: Reading) -> int | None:
    """Name the fields of a mail's header, but for its date; the line of its subject, or None where there is none."""
    fields = list(takewhile(bool, map(_field, reading.texts[:MOST])))
    if len(fields) < FEWEST or "subject" not in fields:
        return None
    at = fields.index("subject")
    for i, field in enumerate(fields):
        if field == "other" or (field == "subject" and i != at):
            reading.name(i, Kind.CHROME, "chrome.mail.field")
    start, end, _, _ = reading.lines[at]
    colon = reading.text.index(":", start)
    behind = end - len(reading.text[colon + 1 : end].lstrip())
    reading.parts[at] = (
        Block(start, behind, Kind.CHROME, "chrome.mail.field"),
        Block(behind, end, Kind.HEADLINE, "headline.subject"),
    )
    return at


def _field(line: str) -> str:
    """What the field is that the line begins with, `Subject: Storm hits coast`; nothing for other lines."""
    name, colon, value = line[: LONGEST + 2].partition(":")
    return tables.pairs("mail_fields.tsv").get(name.strip().lower(), "") if colon and value.strip() else ""
