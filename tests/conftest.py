"""What all tests share: hypothesis profiles, the examples of README.md and docs/ as tests, the folder of gold data."""

from __future__ import annotations

import os
from doctest import ELLIPSIS
from pathlib import Path

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parents[1]

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_configure(config):
    """Register the examples as a plugin, since a conftest is not asked about files outside its folder."""
    parsers = [PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), SkipParser()]
    pages = Sybil(parsers, path=str(ROOT), patterns=["README.md", "docs/*.md"])
    config.pluginmanager.register(type("Pages", (), {"pytest_collect_file": staticmethod(pages.pytest())}))


@pytest.fixture(scope="session")
def shared():
    """The folder of gold data and evidence that may stand beside the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not beside the project")
    return folder
