"""The shape of the code as rules: layers, sizes, docstrings, and what stands where in the repository."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from importlib.util import resolve_name
from pathlib import Path
from statistics import median

import pytest

import newsnorm

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src"

# From the ground up: a module imports from earlier entries only. A package is one entry, without a cycle inside.
LAYERS = [
    *[
        "edits",
        "kinds",
        "lazy",
        "model",
        "document",
        "patterns",
        "tables",
        "iso639",
        "shape",
        "wraps",
        "rule",
        "rules",
        "clocks",
    ],
    *["label", "sounds", "voices", "sniff", "characters", "language", "decode", "repair"],
    *["dates", "relative", "credit", "names", "dateline", "agencies", "outlet"],
    *["byline", "header", "notes", "sentences", "transcript"],
    *["page", "settle", "render", "export", "assemble", "pipeline", "__init__", "cli", "batch", "__main__"],
]
TOP_LEVEL = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "src", "tests", "docs", "seeds", ".ci"}
MACHINE_PATHS = re.compile(rb"/(?:home|root|Users)/[a-z]|/work/[a-z]|/tmp/[a-z]|[A-Z]:\\Users")
LATE = {("newsnorm.document", "newsnorm.assemble")}  # what is loaded when it is first needed, against the layers
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def dotted(path):
    return ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")


MODULES = {dotted(path): path for path in sorted(SRC.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
TESTS = sorted((ROOT / "tests").rglob("*.py"))

each_module = pytest.mark.parametrize("name", MODULES)


def layer(name):
    """The place of a module in the list: that of its package below `newsnorm`."""
    return LAYERS.index([*name.split("."), "__init__"][1])


def imports(name):
    """The modules of ours that a module imports anywhere in its text, at run time or for its types."""
    package = name if MODULES[name].name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        if isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            targets = (f"{base}.{alias.name}" for alias in node.names)
            yield from (name if name in MODULES else base for name in targets if base in MODULES)


def late_imports(name):
    """The modules that a module loads by their names."""
    calls = (node for node in ast.walk(TREES[name]) if isinstance(node, ast.Call) and node.args)
    loaded = (call.args[0] for call in calls if ast.unparse(call.func) == "import_module")
    return {(name, ast.literal_eval(each)) for each in loaded if isinstance(each, ast.Constant)}


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, FUNCTION)]


def size(function):
    """The lines of a function's body, its docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def tracked():
    """The files that git knows, as paths in the repository."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [name.decode() for name in listing.split(b"\0") if name]


@each_module
def test_imports_go_down_only(name):
    """A module imports from lower layers, or from its own package."""
    assert [other for other in imports(name) if layer(other) > layer(name)] == []


def test_no_import_cycle():
    """No chain of imports leads back to where it began."""
    TopologicalSorter({name: set(imports(name)) - {name} for name in MODULES}).prepare()


def test_late_imports_are_listed():
    """Only the modules that are named above load one of a higher layer, at the time when it is needed."""
    assert set().union(*map(late_imports, MODULES)) == LATE


@each_module
def test_types_are_imported_like_everything_else(name):
    """No import hides behind `TYPE_CHECKING`, so annotations resolve at run time."""
    assert "TYPE_CHECKING" not in MODULES[name].read_text(encoding="utf-8")


@each_module
def test_no_long_function(name):
    """A function has at most 30 lines."""
    assert {f.name: size(f) for f in functions(TREES[name]) if size(f) > 30} == {}


def test_functions_are_short():
    """The median function has at most 8 lines."""
    assert median(size(f) for tree in TREES.values() for f in functions(tree)) <= 8


@pytest.mark.parametrize("path", [*MODULES.values(), *TESTS], ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_short_and_introduced(path):
    """A file has at most 300 lines and opens with a docstring of one paragraph or more."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("name", newsnorm.__all__)
def test_public_names_are_explained(name):
    """A public function or class has a docstring with an example."""
    value = getattr(newsnorm, name)
    assert not callable(value) or ">>>" in inspect.getdoc(value)


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_tests_state_their_promise(path):
    """A test says in one sentence what it promises."""
    tests = [f for f in functions(ast.parse(path.read_text(encoding="utf-8"))) if f.name.startswith("test_")]
    assert [f.name for f in tests if not re.fullmatch(r"[^\n]+\.", ast.get_docstring(f) or "")] == []


def test_nothing_stray_at_the_top():
    """The top of the repository holds the agreed files and folders and those whose name begins with a dot."""
    assert {top for name in tracked() if not (top := name.split("/")[0]).startswith(".")} <= TOP_LEVEL


def test_no_machine_paths():
    """No tracked file names a folder of the machine that it was written on."""
    files = [ROOT / name for name in tracked() if not name.startswith("seeds/")]
    assert [file.name for file in files if file.is_file() and MACHINE_PATHS.search(file.read_bytes())] == []


def test_test_tools_are_one_list():
    """The extra `test` and the dependency group of that name ask for the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["optional-dependencies"]["test"] == project["dependency-groups"]["test"]


def test_libraries_wait_until_needed():
    """`import newsnorm` loads neither ftfy nor charset-normalizer."""
    script = "import sys, newsnorm; print(sorted({'ftfy', 'charset_normalizer'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout.strip() == b"[]"
