"""Hostile texts, read in processes of their own with a limit of time and memory."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import hostile

NAMES = [*hostile.INPUTS]
SCRIPT = Path(__file__).with_name("hostile.py")
LENGTH = 12_000  # characters: a slow loop over a loop passes the limit, and linear work takes no time
GROWTH_LENGTH = 40_000
LIMIT = 60  # seconds for one child, on a busy machine
GROWTH_LIMIT = 120

BATCH = 12  # texts that one child reads, since most of a short one's time is the start of Python

BATCHES = [NAMES[at : at + BATCH] for at in range(0, len(NAMES), BATCH)]


def child(*arguments, limit):
    """Run the script and return what it prints; the last name printed is the text that it failed at."""
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=limit)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("names", BATCHES, ids=lambda names: f"{names[0]} to {names[-1]}")
def test_hostile_texts_keep_the_promises(names):
    """A hostile text gives a document that keeps every promise, within limits of time and memory."""
    assert child(LENGTH, *names, limit=LIMIT).splitlines() == names


@pytest.mark.growth
@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_grows_linearly(name):
    """Four times the text takes at most six times the time, or 1.5 times a character."""
    growths = (float(child("--growth", GROWTH_LENGTH, name, limit=GROWTH_LIMIT)) for _ in range(3))
    assert any(growth <= hostile.LINEAR for growth in growths)


@pytest.mark.growth
def test_quadratic_time_is_noticed(monkeypatch):
    """A reader whose time is quadratic is told apart, so that silence means something."""
    monkeypatch.setattr(hostile, "read", re.compile(r"\s+x").search)
    assert hostile.growth(hostile.INPUTS["spaces"], 8_000) > hostile.LINEAR
