"""The face of the package: its names are there, cost nothing until they are asked for, and mean what the stub says."""

import ast
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import newsnorm

STUB = ast.parse(Path(newsnorm.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
TYPED = {
    alias.name: node.module for node in STUB.body if isinstance(node, ast.ImportFrom) for alias in node.names
}  # what a type checker takes each public name from
STORY = "Storm hits coast\n\nBy Ann Lee\n\nNine people were hurt on Monday, officials in the city said.\n"


def python(script):
    """What a script prints in an interpreter that has loaded nothing yet."""
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.strip()


def test_stub_names_what_is_there():
    """Type checkers and the interpreter know the same names."""
    listed = [node.value for node in STUB.body if isinstance(node, ast.Assign)]
    assert [*map(ast.literal_eval, listed)] == [sorted(TYPED, key=lambda name: (not name.isupper(), name))]
    assert {*newsnorm.__all__} == {*TYPED}
    assert {*newsnorm.__all__} <= {*dir(newsnorm)}


@pytest.mark.parametrize("name", TYPED)
def test_stub_names_the_same_things(name):
    """A public name is what the module that the stub names calls so."""
    assert getattr(newsnorm, name) is getattr(import_module(TYPED[name]), name)


def test_import_loads_nothing():
    """`import newsnorm` loads no other module of the package and none of its dependencies."""
    ours = (
        "import sys, newsnorm; print(*(name for name in sys.modules if name.startswith(('newsnorm', 'attr', 'ftfy'))))"
    )
    assert python(ours) == "newsnorm"


def test_functions_are_not_hidden_by_modules():
    """`repair`, `decode` and `render` are the functions, whatever was loaded in which order."""
    first = "import newsnorm.repair, newsnorm.render, newsnorm.decode, newsnorm"
    assert python(f"{first}; print(newsnorm.repair('&amp;').after, callable(newsnorm.render))") == "& True"
    for module in walk_packages(newsnorm.__path__, "newsnorm."):
        assert module.name.endswith("__main__") or import_module(module.name)
    assert all(callable(getattr(newsnorm, name)) for name in ("repair", "decode", "render"))


def test_document_finds_its_parts_by_itself():
    """A stored document can be read where nothing else of the package has been loaded."""
    stored = pickle.dumps(newsnorm.normalise(STORY))
    assert python(f"import pickle; print(pickle.loads({stored!r}).body)") == newsnorm.normalise(STORY).body
    data = newsnorm.normalise(STORY).to_dict()
    assert (
        python(f"from newsnorm.document import Document; print(Document.from_dict({data!r}).authors)") == "('Ann Lee',)"
    )


def test_unknown_names_are_named():
    """A name that is not there is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="'newsnorm' has no attribute 'denormalise'"):
        _ = newsnorm.denormalise
