"""The command line: what it writes, what it says of files that it cannot read, and its exit states."""

import io
import json
import subprocess
import sys

import pytest

from newsnorm import Document, normalise
from newsnorm.cli import main

PAGE = "Skip to content\n\nStorm hits coast\n\nBy Ann Lee\n\nNine people fled Russia‚Äôs border on Monday, he said.\n"
MARKDOWN = "# Storm hits coast\n\nAnn Lee\n\nNine people fled Russia’s border on Monday, he said.\n"
TRANSCRIPT = "00:00The ministry has reported\n00:02a strike that was large.\n00:05It came late.\n"


@pytest.fixture
def page(tmp_path):
    """A file with a small damaged page."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [[], ["normalise"]])
def test_markdown_is_the_default(page, capsys, command):
    """A file becomes clean Markdown, with the command's name or without."""
    assert main([*command, str(page)]) == 0
    assert capsys.readouterr().out == MARKDOWN


def test_transcripts_have_clocks(tmp_path, capsys):
    """A transcript becomes paragraphs that open with their clock."""
    path = tmp_path / "pasted.txt"
    path.write_text(TRANSCRIPT, encoding="utf-8")
    assert main([str(path)]) == 0
    assert capsys.readouterr().out == "**0:00** The ministry has reported a strike that was large. It came late.\n"


def test_json_lines_hold_the_whole_document(page, capsys):
    """Each line of the JSON output gives the document back."""
    assert main(["--output", "jsonl", str(page), str(page)]) == 0
    documents = [Document.from_dict(json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    assert documents == [normalise(PAGE.encode())] * 2


def test_explain_shows_every_decision(page, capsys):
    """The explained source marks what is kept, changed and set aside, with its rule."""
    assert main(["--explain", str(page)]) == 0
    rows = capsys.readouterr().out.splitlines()
    marks = [" ".join(row.split()[:2]) for row in rows]
    assert marks == ["- chrome", "= headline", "= byline", "+ paragraph"]
    assert rows[0].split()[2] == "chrome.nav.skip"
    assert "Russia{‚Äô→’ mojibake.macroman}s" in rows[3]


def test_explain_writes_controls_as_escapes(tmp_path, capsys):
    """No control character of a text reaches the terminal."""
    path = tmp_path / "page.txt"
    path.write_text("Nine \x1b[31mpeople\x07 fled the border town on Monday, he said.\n", encoding="utf-8")
    main(["--explain", str(path)])
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("files", [[], ["-"]])
def test_stdin(monkeypatch, capsys, files):
    """Without a file, or with -, the text comes from standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(files) == 0
    assert capsys.readouterr().out == MARKDOWN


def test_unreadable_files_are_named_and_the_others_done(page, tmp_path, capsys):
    """A missing file and a folder get a line each on stderr, the others are done, and the exit state is 1."""
    assert main([str(tmp_path / "none.txt"), str(page), str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out == MARKDOWN
    assert [line.split(": ")[1:] for line in err.splitlines()[:2]] == [
        [str(tmp_path / "none.txt"), "No such file or directory"],
        [str(tmp_path), "Is a directory"],
    ]
    assert "2 of 3" in err


@pytest.mark.parametrize(
    "arguments", [["--output", "xml"], ["--encoding", "utf-9"], ["--encoding", "rot13"], ["--nothing"]]
)
def test_wrong_usage(arguments, capsys):
    """Wrong usage is explained on stderr and exits with 2."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def run(arguments, data=b"", **options):
    command = [sys.executable, "-m", "newsnorm", *arguments]
    return subprocess.run(command, input=data, capture_output=True, timeout=60, check=False, **options)


def test_output_is_utf8_everywhere():
    """Output is UTF-8 whatever the locale says, and line ends are those of Unix."""
    done = run([], PAGE.encode(), env={"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, done.stdout.decode("utf-8")) == (0, MARKDOWN)


def test_a_closed_pipe_ends_quietly(page):
    """When the reader goes away, the program ends without a word."""
    command = [sys.executable, "-m", "newsnorm", *[str(page)] * 400]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
