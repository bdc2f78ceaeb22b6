"""Saved figures: equal bytes, no dates, alt texts everywhere, and tables that no spreadsheet runs."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pandas as pd
import pytest
from PIL import Image
from pypdf import PdfReader

from analysis import figures
from analysis.figures.save import csv_text, save_figure
from analysis.results.result import Column, Result

TITLE = 'The $5 median of <b>"A & B"</b> is 12'
TABLE = pd.DataFrame(
    {
        "source": ["=A & <b>B</b>", "新 $tar"],
        "n": [10, 12],
        "p10": [1.0, 2.0],
        "p25": [4.0, 5.0],
        "p50": [7.0, 8.5],
        "p75": [9.0, 10.0],
        "p90": [12.0, 1 / 3],
    }
)
RESULT = Result(
    id="one", table=TABLE, columns={"p50": Column("median", "words")}, title=TITLE, subtitle="Boxes."
)


def save(folder: Path) -> str:
    return str(save_figure(figures.ranges(RESULT), RESULT, folder).data)


def test_a_figure_saved_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    save(tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with mpl.rc_context({"svg.fonttype": "none", "font.size": 30, "path.sketch": (1, 2, 3)}):
        save(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
    assert sorted(first) == ["one.csv", "one.pdf", "one.png", "one.svg"]


def test_no_file_holds_a_date_or_the_name_of_a_program(tmp_path: Path) -> None:
    save(tmp_path)
    svg = (tmp_path / "one.svg").read_text(encoding="utf-8")
    assert "dc:date" not in svg
    assert not re.search(r"\b20\d\d-\d\d", svg)
    assert sorted(PdfReader(tmp_path / "one.pdf").metadata or {}) == ["/Subject", "/Title"]
    with Image.open(tmp_path / "one.png") as png:
        assert set(png.info) == {"Title", "Description", "dpi"}
        assert round(png.info["dpi"][0]) == 300


def test_title_and_alt_text_stand_in_the_svg_the_png_and_the_notebook(tmp_path: Path) -> None:
    shown = save(tmp_path)
    alt = f"Quantile plot of Words by source: {TITLE}"
    svg = ET.parse(tmp_path / "one.svg")  # noqa: S314  # our own file
    texts = [element.text for element in svg.iter()]
    assert TITLE in texts
    assert alt in texts
    with Image.open(tmp_path / "one.png") as png:
        assert png.info["Description"] == alt
    assert "<b>" not in shown


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert pd.read_csv(io.StringIO(csv_text(pd.DataFrame({"a": [text]}))))["a"].item().startswith("'")


def test_numbers_and_harmless_texts_are_written_as_they_are() -> None:
    table = pd.DataFrame({"a": ["x=1", "", "é, ü"], "b": [-1.5, 1 / 3, float("nan")], "c": [-1, 2, 3]})
    assert csv_text(table) == 'a,b,c\nx=1,-1.5,-1\n,0.3333333333,2\n"é, ü",,3\n'
    assert csv_text(table.head(0)) == "a,b,c\n"


def test_saving_leaves_the_callers_style_alone(tmp_path: Path) -> None:
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "mine"}):
        before = dict(mpl.rcParams)
        save(tmp_path)
        assert dict(mpl.rcParams) == before
