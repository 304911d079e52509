"""Characters: the model of good text, the legacy codecs, and what damage looks like. Nothing here knows news."""
