"""Every regular expression of the package, and how each is asked, for the checker of `test_redos.py`.

Run as a script, in a process of its own, it records what is compiled while the whole package is imported and the
hostile texts are read, and prints it as JSON. An expression that only stands in the text of a module is added. With
`--growth` it reads an expression and the pieces of an attack, and prints how much longer a character takes in four
times the text.
"""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import sys
import time
from collections import defaultdict
from importlib import import_module
from importlib.util import find_spec
from inspect import signature
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

PACKAGE = Path(find_spec("newsnorm").origin).parent
LENGTH = 400  # characters of a hostile text: enough for each path to compile what it needs
ATTACK = 8_000  # characters of an attack at most, and four times as many
METHODS = {"match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "scanner"}
COMPILERS = {"pattern", "byte_pattern", *(f"re.{name}" for name in METHODS | {"compile"})}
LATE = {"patterns.py"}  # compiles what others hand to it
WHOLE = {"rule.py", "rules.py"}  # the patterns of rules: compiled there to be checked, and matched against whole lines


class Regex(NamedTuple):
    """A pattern (bytes as Latin-1), its flags, where it is compiled, and the method that it is asked with."""

    pattern: str
    flags: int
    file: str
    line: int
    method: str


def recorded(run):
    """What code of the package compiles while `run` runs: the arguments of `re`, the file, the line, the method."""
    found, genuine = {}, re._compile

    def compiling(pattern, flags):
        frame = caller = sys._getframe(1)
        while caller.f_code.co_filename == re.__file__:
            frame, caller = caller, caller.f_back
        path = Path(caller.f_code.co_filename)
        if PACKAGE in path.parents and not isinstance(pattern, re.Pattern):
            found[pattern, int(flags), path, caller.f_lineno, frame.f_code.co_name] = None
        return genuine(pattern, flags)

    re._compile = compiling
    run()
    re._compile = genuine
    return list(found)


def exercise():
    """Do all that compiles late: import each module, fill each cache that asks for nothing, read hostile texts.

    Expressions that wait for their first use are compiled where they stand, so that their place is known.
    """
    eager = ModuleType("newsnorm.patterns")
    eager.pattern = eager.byte_pattern = re.compile
    sys.modules[eager.__name__] = eager
    for module in pkgutil.walk_packages([str(PACKAGE)], "newsnorm."):
        if not module.name.endswith("__main__"):
            for value in vars(import_module(module.name)).values():
                if hasattr(value, "cache_info") and not signature(value).parameters:
                    value()
    hostile = import_module("hostile")
    for make in hostile.INPUTS.values():
        hostile.check(make(LENGTH))


class Written:
    """What the text of the package says of its expressions, read without running it."""

    def __init__(self):
        self.trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
        self.names, self.calls, self.methods = {}, {}, defaultdict(set)
        for path, tree in self.trees.items():
            for node in ast.walk(tree):
                self.note(path, node)

    def note(self, path, node):
        if called(node):
            self.calls[path, node.lineno] = node
        if isinstance(node, ast.Assign) and called(node.value):
            self.names[path, node.value.lineno] = ast.unparse(node.targets[0])
        if isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return) and called(node.body[-1].value):
            self.names[path, node.body[-1].value.lineno] = f"{node.name}()"
        if isinstance(node, ast.Attribute):
            self.methods[ast.unparse(node.value).rpartition(".")[2]].add(node.attr)
            return
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.Name, ast.Call)) and not isinstance(getattr(child, "ctx", None), ast.Store):
                self.methods[ast.unparse(child)].add("search")  # handed on: nothing is known of its use

    def method(self, path, line, method):
        """How an expression is asked; to search is the most costly, and what is taken where nothing is known."""
        if method in METHODS:
            return method if method.endswith("match") else "search"
        if path.name in WHOLE:
            return "fullmatch"
        asked = self.methods[self.names.get((path, line))] & METHODS
        # of the two, `fullmatch` asks more
        return min(asked) if asked and asked <= {"match", "fullmatch"} else "search"

    def unreached(self, found):
        """The expressions in the text that nothing has compiled, which have to be literals to be seen."""
        for path, line in sorted(self.calls.keys() - {(path, line) for _, _, path, line, _ in found}):
            call = self.calls[path, line]
            pattern, *rest = call.args
            if path.name in WHOLE | LATE:
                continue
            assert isinstance(pattern, ast.Constant), f"{path}:{line}: not compiled here, and no literal"
            flags = [keyword.value for keyword in call.keywords if keyword.arg == "flags"]
            name = ast.unparse(call.func).rpartition(".")[2]
            flags += rest if name not in METHODS else []
            yield pattern.value, eval(ast.unparse(flags[0])) if flags else 0, path, line, name


def called(node):
    """Whether a node calls one of the functions of `re` that compile."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) in COMPILERS


def collect():
    """Each regular expression of the package, those of the rule files and joined ones among them."""
    found, written = recorded(exercise), Written()
    for pattern, flags, path, line, method in [*found, *written.unreached(found)]:
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        yield Regex(text, flags, str(path.relative_to(PACKAGE)), line, written.method(path, line, method))


def growth(regex, attack):
    """How much longer Python takes for each character of four times the attack: 1.0 is linear."""
    ask = getattr(re.compile(regex.pattern, regex.flags), regex.method)
    length = sum(len(pump["pump"]) for pump in attack["pumps"])
    small, large = (
        "".join(pump["prefix"] + pump["pump"] * (n // length) for pump in attack["pumps"]) + attack["suffix"]
        for n in (ATTACK, 4 * ATTACK)
    )
    return min(seconds(ask, large) for _ in range(5)) / min(seconds(ask, small) for _ in range(5)) / 4


def seconds(ask, text):
    begun = time.process_time()
    ask(text)
    return time.process_time() - begun + 1e-4


if __name__ == "__main__":
    if sys.argv[1:] == ["--growth"]:
        fields, attack = json.load(sys.stdin)
        print(growth(Regex(*fields), attack))
    else:
        print(json.dumps(sorted(set(collect()))))
