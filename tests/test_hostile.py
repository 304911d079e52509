"""Hostile texts, each read in a process of its own with a limit of time and memory."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import hostile

SCRIPT = Path(__file__).with_name("hostile.py")
LENGTH = 12_000  # characters: a slow loop over a loop passes the limit, and linear work takes no time
GROWTH_LENGTH = 40_000
LIMIT = 20  # seconds for one child, most of them to start Python on a busy machine
GROWTH_LIMIT = 120

each_input = pytest.mark.parametrize("name", hostile.INPUTS)


def child(*arguments, limit):
    """Run the script and return what it prints; what it says on stderr is the failure's message."""
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=limit)
    assert done.returncode == 0, done.stderr
    return done.stdout


@each_input
def test_hostile_text_keeps_the_promises(name):
    """A hostile text gives a document that tiles, reverts and traces, within limits of time and memory."""
    child(name, LENGTH, limit=LIMIT)


@pytest.mark.growth
@each_input
def test_hostile_text_grows_linearly(name):
    """Four times the text takes at most six times the time, or 1.5 times a character."""
    growths = (float(child("--growth", name, GROWTH_LENGTH, limit=GROWTH_LIMIT)) for _ in range(3))
    assert any(growth <= hostile.LINEAR for growth in growths)


@pytest.mark.growth
def test_quadratic_time_is_noticed(monkeypatch):
    """A reader whose time is quadratic is told apart, so that silence means something."""
    monkeypatch.setattr(hostile, "read", re.compile(r"\s+x").search)
    assert hostile.growth(hostile.INPUTS["spaces"], 8_000) > hostile.LINEAR
