"""What the transcript tests share: a text read as the pipeline reads it, without the rest of the pipeline."""

from newsnorm.sentences import timed
from newsnorm.sniff import sniff
from newsnorm.transcript import reader


class Read:
    """A text, its blocks and its values."""

    def __init__(self, text, form=None):
        self.text, self.form = text, form or sniff(text)
        self.blocks, self.notes, _ = reader.read(text, self.form)

    @property
    def cues(self):
        return reader.cues(self.text, self.blocks, self.form)

    @property
    def speakers(self):
        return reader.speakers(self.text, self.blocks, self.form)

    @property
    def chapters(self):
        return reader.chapters(self.text, self.of("chapter"), self.cues)

    @property
    def events(self):
        return reader.events(self.text, self.of("sound", "speaker"), self.cues)

    def of(self, *kinds):
        """The blocks of some kinds."""
        return [block for block in self.blocks if block.kind in kinds]

    @property
    def sentences(self):
        return timed(self.cues)

    @property
    def codes(self):
        """The codes of the notes."""
        return [note.code for note in self.notes]

    def texts(self, kind):
        """What the blocks of a kind hold, without white space around it."""
        return [self.text[block.start : block.end].strip() for block in self.of(kind)]

    def tiled(self):
        """Whether the blocks cover the text once, and blank ones hold white space only."""
        whole = "".join(self.text[block.start : block.end] for block in self.blocks) == self.text
        return whole and not any(self.texts("blank"))


def said(text, form=None):
    """Start, end and text of the cues of a text."""
    return [(cue.start, cue.end, cue.text) for cue in Read(text, form).cues]
