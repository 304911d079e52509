"""No regular expression of the package can be made slow: `recheck` proves that each is linear.

`NEWSNORM_RECHECK` names its program (the npm package `recheck` ships it; `.ci/run` installs it).
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from javascript import to_javascript
from regexes import Regex

PROGRAM = os.environ.get("NEWSNORM_RECHECK", "")
COLLECTOR = Path(__file__).with_name("regexes.py")
CONTROLS = {
    "exponential": Regex("(?:a|a)*b", 0, "a control", 0, "match"),
    "quadratic": Regex(r"(?x) \s+ $ # of a line", 0, "a control", 0, "search"),
}
TIMEOUT = 20_000  # milliseconds for one expression and one way to check it

ATTACK_LIMIT = 20  # seconds for Python to stand an attack

# What the checker takes to be slow and is not: the expression, and why.
TRUSTED = {r"[^\W\d_]*$": "names asks it about six characters"}

needs_recheck = pytest.mark.skipif(not PROGRAM, reason="NEWSNORM_RECHECK does not name the program of recheck")


class Recheck:
    """The checker as a child that is asked in JSON lines and answers out of order."""

    def __init__(self, program):
        command = [*shlex.split(program), "agent"]
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def verdicts(self, regexes, checker):
        """The diagnostics of many expressions, by one checker: automata prove, fuzzing only tries to refute."""
        for number, regex in enumerate(regexes):
            source, flags = to_javascript(regex.pattern, regex.flags, regex.method)
            parameters = {"source": source, "flags": flags, "params": {"checker": checker, "timeout": TIMEOUT}}
            request = {"jsonrpc": "2.0+push", "id": number, "method": "check", "params": parameters}
            self.child.stdin.write(json.dumps(request) + "\n")
        self.child.stdin.flush()
        answers = {}
        while len(answers) < len(regexes):
            answer = json.loads(self.child.stdout.readline())
            answers |= {answer["id"]: answer["result"]} if "result" in answer else {}
        return {regex: answers[number] for number, regex in enumerate(regexes)}


@pytest.fixture(scope="module")
def recheck():
    checker = Recheck(PROGRAM)
    yield checker
    checker.child.communicate()


@pytest.fixture(scope="module")
def regexes():
    """All expressions of the package, collected in a process of its own."""
    done = subprocess.run([sys.executable, str(COLLECTOR)], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [Regex(*row) for row in json.loads(done.stdout)]


def judged(recheck, regexes):
    """The diagnostics of each expression, from automata where they can tell and from fuzzing otherwise."""
    verdicts = recheck.verdicts(regexes, "automaton")
    return verdicts | recheck.verdicts([regex for regex in regexes if verdicts[regex]["status"] == "unknown"], "fuzz")


@needs_recheck
@pytest.mark.parametrize("name", CONTROLS)
def test_the_checker_finds_what_is_slow(recheck, name):
    """A slow expression is told apart, so that silence means something."""
    regex = CONTROLS[name]
    assert judged(recheck, [regex])[regex]["complexity"]["type"] == name.replace("quadratic", "polynomial")


@needs_recheck
def test_every_expression_is_linear(recheck, regexes):
    """Every regular expression of the package takes linear time, whatever it is asked about."""
    verdicts = judged(recheck, [regex for regex in regexes if regex.pattern not in TRUSTED])
    slow = [pair for pair in verdicts.items() if pair[1]["status"] != "safe" and not withstood(*pair)]
    assert [complaint(*pair) for pair in slow] == []


@needs_recheck
def test_no_trust_is_left_over(regexes):
    """An expression that is trusted still stands in the package."""
    assert TRUSTED.keys() <= {regex.pattern for regex in regexes}


def withstood(regex, verdict):
    """Whether an attack that was only guessed does Python no harm: fuzzing takes a high bound for none."""
    if verdict["checker"] != "fuzz" or not verdict.get("attack"):
        return False
    command = [sys.executable, str(COLLECTOR), "--growth"]
    asked = json.dumps([regex, verdict["attack"]])
    try:
        done = subprocess.run(command, input=asked, text=True, capture_output=True, timeout=ATTACK_LIMIT, check=True)
    except subprocess.TimeoutExpired:
        return False
    return float(done.stdout) <= 1.5


def complaint(regex, verdict):
    """What is wrong with one expression, with the attack that shows it."""
    attack = (verdict.get("attack") or {}).get("pattern", "")
    growth = verdict.get("complexity") or verdict.get("error")
    return f"{regex.file}:{regex.line} {regex.method}: {growth}, attack {attack}: {regex.pattern}"
