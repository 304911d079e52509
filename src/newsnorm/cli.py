"""The command line: files in, Markdown, JSON lines or an explained source out.

Reading files, writing streams and exit states live here; nothing here decides anything about a text.
Exit states: 0 all done, 1 some file could not be read (each named on stderr), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsnorm import Document, __version__, decode, normalise, to_markdown
from newsnorm.export.explain import explain

COMMANDS = ("normalise",)
STDIN = "-"
RULE = "-" * 72


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line with ``argv`` (default: `sys.argv`) and give its exit state."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] and arguments[0] in COMMANDS:
        arguments = arguments[1:]
    options = _parser().parse_args(arguments)
    _write_utf8()
    try:
        return _normalise(options)
    except BrokenPipeError:
        # The reader (`| head`) has gone: give Python a stdout that it can flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsnorm",
        description="Normalise news texts and transcripts; `newsnorm FILE` is short for `newsnorm normalise FILE`.",
        epilog="A file that has the name of a command is given as ./normalise.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="texts; none or - is stdin")
    parser.add_argument("--output", choices=("markdown", "jsonl"), default="markdown", help="default: %(default)s")
    parser.add_argument("--explain", action="store_true", help="show the source with every decision and its rule")
    parser.add_argument("--kind", choices=("auto", "article", "transcript"), default="auto", help="what the files are")
    parser.add_argument("--encoding", type=_encoding, help="how the files are encoded (default: found out)")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser


def _encoding(name: str) -> str:
    """The name of an encoding, where Python knows it."""
    try:
        decode(b"", encoding=name)
    except LookupError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return name


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _normalise(options: argparse.Namespace) -> int:
    failed = 0
    written = False
    for name in options.files or [STDIN]:
        try:
            data = _read(name)
        except OSError as error:
            sys.stderr.write(f"newsnorm: {name}: {error.strerror or error}\n")
            failed += 1
            continue
        document = normalise(data, kind=options.kind, encoding=options.encoding)
        for piece in _shown(document, options, between=written):
            sys.stdout.write(piece)
        sys.stdout.flush()
        written = True
    if failed:
        sys.stderr.write(f"newsnorm: {failed} of {len(options.files)} could not be read\n")
    return 1 if failed else 0


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()


def _shown(document: Document, options: argparse.Namespace, *, between: bool) -> Iterator[str]:
    if options.output == "jsonl" and not options.explain:
        yield document.to_json() + "\n"
        return
    if between:
        yield f"\n{RULE}\n\n"
    yield explain(document, colour=sys.stdout.isatty()) if options.explain else to_markdown(document)
