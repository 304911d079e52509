"""What `.ci/run` asks of the distribution: `bounds` prints the oldest versions to run with, `check` its contents."""

from __future__ import annotations

import re
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

DATA = Path("src/newsnorm/data")
WHEEL = ["newsnorm/py.typed", "newsnorm/__init__.pyi", "/licenses/LICENSE", "/licenses/src/newsnorm/data/SOURCES.md"]
SDIST = ["/LICENSE", "/README.md", "/CHANGELOG.md", "/pyproject.toml", "/tests/conftest.py"]
UNWANTED = re.compile(r"seeds/|__pycache__|\.pyc$|shared/|/\.(?!gitignore$)")
METADATA = {"Metadata-Version": "2.4", "License-Expression": "Apache-2.0", "Requires-Python": ">=3.11"}


def bounds() -> None:
    """Print each core dependency at exactly its lower bound."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        print(re.sub(r">=([^,]+).*", r"==\1", requirement))


def check(*paths: str) -> None:
    """Fail with what a wheel or an sdist lacks, or holds and should not."""
    complaints = [complaint for path in map(Path, paths) for complaint in _complaints(path)]
    sys.exit("\n".join(complaints) or None)


def _complaints(path: Path) -> Iterator[str]:
    wheel = path.suffix == ".whl"
    names, metadata = _wheel(path) if wheel else _sdist(path)
    data = [f"newsnorm/data/{file.relative_to(DATA).as_posix()}" for file in DATA.rglob("*.*")]
    for needed in [*data, *(WHEEL if wheel else SDIST)]:
        if not any(name.endswith(needed) for name in names):
            yield f"{path.name} lacks {needed}"
    yield from (f"{path.name} holds {name}" for name in names if UNWANTED.search(name))
    yield from (f"{path.name} says {key}: {metadata[key]}" for key, value in METADATA.items() if metadata[key] != value)


def _wheel(path: Path) -> tuple[list[str], Message]:
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
        return names, HeaderParser().parsestr(wheel.read(metadata).decode())


def _sdist(path: Path) -> tuple[list[str], Message]:
    with tarfile.open(path) as sdist:
        metadata = sdist.extractfile(f"{path.name.removesuffix('.tar.gz')}/PKG-INFO")
        assert metadata
        return sdist.getnames(), HeaderParser().parsestr(metadata.read().decode())


if __name__ == "__main__":
    {"bounds": bounds, "check": check}[sys.argv[1]](*sys.argv[2:])
