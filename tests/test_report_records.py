"""The files of numbers: what is written is read back, and what is damaged is named."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.errors import RunError
from analysis.report.records import (
    NUMBERS,
    Figure,
    NotebookReport,
    Number,
    ReportedMeasure,
    ReportedMethod,
    join_numbers,
    read_notebook,
    read_numbers,
    write_notebook,
    write_numbers,
)


def report(notebook: str, *ids: str, figures: tuple[str, ...] = ()) -> NotebookReport:
    return NotebookReport(
        notebook,
        "islands",
        {"seed": 3, "copies": "keep"},
        articles={"x": ["a"]},
        numbers={one: Number(value=1, text="1", articles="x", notebook=notebook) for one in ids},
        figures={one: Figure("T", "A", notebook) for one in figures},
    )


def test_what_a_notebook_reports_is_read_back(tmp_path: Path) -> None:
    written = replace(
        report("10_hills", "a.b", figures=("f",)),
        measures={"height": ReportedMeasure("Height", "m", "How high.", "", "", ["roe2020"])},
        methods=[ReportedMethod("f", "Measures", "Measured.", [])],
        nothing={"g": "There is no lake."},
        shown=["f", "g"],
    )
    write_notebook(tmp_path, written)
    assert read_notebook(tmp_path, "10_hills") == written
    assert read_notebook(tmp_path, "20_lakes") is None


def test_sets_of_articles_that_no_number_uses_are_not_written(tmp_path: Path) -> None:
    write_notebook(tmp_path, replace(report("10_hills", "a"), articles={"x": ["a"], "y": ["b"]}))
    found = read_notebook(tmp_path, "10_hills")
    assert found is not None
    assert found.articles == {"x": ["a"]}


def test_the_order_of_the_numbers_moves_no_byte(tmp_path: Path) -> None:
    for name, ids in (("one", ("a", "b")), ("other", ("b", "a"))):
        write_notebook(tmp_path / name, report("10_hills", *ids))
    files = [tmp_path / name / "numbers/10_hills.json" for name in ("one", "other")]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert b"\n" in files[0].read_bytes()


def test_numbers_are_joined_with_their_notebooks(tmp_path: Path) -> None:
    reports = [report("10_hills", "a.b", figures=("f",)), report("20_lakes", "c.d")]
    joined = join_numbers("islands", reports)
    assert {name: one.notebook for name, one in joined.numbers.items()} == {
        "a.b": "10_hills",
        "c.d": "20_lakes",
    }
    assert joined.figures["f"].notebook == "10_hills"
    assert joined.notebooks["20_lakes"] == {"parameters": {"seed": 3, "copies": "keep"}}
    write_numbers(tmp_path, joined)
    assert read_numbers(tmp_path) == joined
    assert {*json.loads((tmp_path / NUMBERS).read_text("utf-8"))} == {
        *("corpus", "notebooks", "figures", "articles", "numbers")
    }


def test_the_same_id_in_two_notebooks_is_refused() -> None:
    with pytest.raises(RunError, match=r"20_lakes reports ids that 10_hills has reported: a\.b"):
        join_numbers("islands", [report("10_hills", "a.b"), report("20_lakes", "a.b")])
    with pytest.raises(RunError, match="20_lakes reports ids that 10_hills has reported: f"):
        join_numbers("islands", [report("10_hills", figures=("f",)), report("20_lakes", figures=("f",))])


@pytest.mark.parametrize(
    ("sound", "broken", "named"),
    [
        ("{", "", "Invalid JSON"),
        ('"notebook": "10_hills",\n', "", "notebook"),
        ('"value": 1', '"value": true', "value"),
        ('"value": 1', '"value": "1"', "value"),
        ('"articles": "x"', '"articles": "y"', "no set of articles y"),
    ],
)
def test_a_damaged_file_is_named_with_the_place(tmp_path: Path, sound: str, broken: str, named: str) -> None:
    write_notebook(tmp_path, report("10_hills", "a.b"))
    path = tmp_path / "numbers/10_hills.json"
    text = path.read_text(encoding="utf-8")
    assert sound in text
    path.write_text(text.replace(sound, broken, 1), encoding="utf-8")
    with pytest.raises(RunError, match=r"10_hills\.json is damaged") as caught:
        read_notebook(tmp_path, "10_hills")
    assert named in str(caught.value)


def test_missing_numbers_say_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"there is no file .*; make it: analysis figures"):
        read_numbers(tmp_path)
