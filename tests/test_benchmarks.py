"""The benchmarks: that they run, and that the page shows what they write. Nothing is timed here."""

import re

import pytest

from benchmarks import speed

CELL = re.compile(r"\d+\.\d+( \(\d+\.\d+\))?|–")


def table(name):
    """The cells of a table of the page, row by row, without the line below its head."""
    text = speed.PAGE.read_text(encoding="utf-8")
    rows = text.partition(f"<!-- {name} -->\n")[2].partition(f"<!-- end of {name} -->")[0].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if set(row) - set("|-")]


def test_page_shows_every_reader():
    """The table of speeds has a row for each stage and each peer, and a column for each corpus."""
    head, *rows = table("speed")
    assert head[1:] == list(speed.corpora())
    assert [row[0].removesuffix(", not installed") for row in rows] == list(speed.ROWS)
    assert all(CELL.fullmatch(cell) for row in rows for cell in row[1:])


def test_page_shows_every_size():
    """The table of large texts has a row for each size."""
    head, *rows = table("large")
    assert [row[0] for row in rows] == [f"{size} MB" for size in speed.SIZES]
    assert all(len(row) == len(head) and all(map(CELL.fullmatch, row[1:])) for row in rows)


@pytest.mark.parametrize("name", speed.STAGES)
def test_every_stage_runs(name):
    """A stage of the benchmark can be called with any of its texts."""
    assert [speed.STAGES[name](texts[0]) for texts in speed.corpora().values()]


def test_tables_are_put_between_their_marks(monkeypatch, tmp_path):
    """Writing a table replaces the old one and nothing else."""
    monkeypatch.setattr(speed, "PAGE", tmp_path / "page.md")
    speed.PAGE.write_text("above\n<!-- speed -->\n| old |\n<!-- end of speed -->\nbelow\n", encoding="utf-8")
    speed.put("speed", "| new |")
    assert speed.PAGE.read_text(encoding="utf-8") == ("above\n<!-- speed -->\n| new |\n<!-- end of speed -->\nbelow\n")
