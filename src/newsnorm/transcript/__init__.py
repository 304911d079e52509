"""Transcript formats, one file a family."""
