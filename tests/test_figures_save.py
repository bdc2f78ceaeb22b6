"""Saved figures: equal bytes, no dates, alt texts everywhere, and tables that no spreadsheet runs."""

import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.figure import Figure
from PIL import Image
from pypdf import PdfReader

from analysis import figures
from analysis.errors import RunError
from analysis.figures.save import csv_text
from analysis.notebook.parameters import Parameters

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


def figure() -> Figure:
    return figures.ranges(TABLE, label="Words", title=TITLE, subtitle="s")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANALYSIS_FIGURES", str(tmp_path / "figures"))
    return tmp_path / "figures"


@pytest.fixture
def p(tmp_path: Path) -> Parameters:
    (tmp_path / "texts").mkdir()
    return Parameters(corpus=str(tmp_path / "texts"))


def test_a_figure_saved_twice_gives_the_same_bytes(folder: Path, p: Parameters) -> None:
    figures.save(figure(), "one", TABLE, p)
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    with mpl.rc_context({"svg.fonttype": "none", "font.size": 30, "path.sketch": (1, 2, 3)}):
        figures.save(figure(), "one", TABLE, p)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert sorted(first) == ["one.csv", "one.json", "one.pdf", "one.png", "one.svg"]


def test_no_file_holds_a_date_or_the_name_of_a_program(folder: Path, p: Parameters) -> None:
    figures.save(figure(), "one", TABLE, p)
    svg = (folder / "one.svg").read_text(encoding="utf-8")
    assert "dc:date" not in svg
    assert not re.search(r"\b20\d\d-\d\d", svg)
    assert sorted(PdfReader(folder / "one.pdf").metadata or {}) == ["/Subject", "/Title"]
    with Image.open(folder / "one.png") as png:
        assert set(png.info) == {"Title", "Description", "dpi"}
        assert round(png.info["dpi"][0]) == 300


def test_title_and_alt_text_stand_in_the_svg_the_png_the_sidecar_and_the_notebook(
    folder: Path, p: Parameters
) -> None:
    shown = figures.save(figure(), "one", TABLE, p)
    alt = f"Quantile plot of Words by source: {TITLE}"
    svg = ET.parse(folder / "one.svg")  # noqa: S314  # our own file
    texts = [element.text for element in svg.iter()]
    assert TITLE in texts
    assert alt in texts
    sidecar = json.loads((folder / "one.json").read_text(encoding="utf-8"))
    assert (sidecar["title"], sidecar["alt"], sidecar["id"]) == (TITLE, alt, "one")
    assert sidecar["corpus"] == sidecar["parameters"]["corpus"] == "texts"
    with Image.open(folder / "one.png") as png:
        assert png.info["Description"] == alt
    assert "<b>" not in str(shown.data)


@pytest.mark.parametrize("name", ["", "../one", "a b", "one.svg", "ä", "one\n"])
def test_an_id_that_is_no_file_name_is_refused(name: str, folder: Path, p: Parameters) -> None:
    with pytest.raises(RunError, match="figure_id"):
        figures.save(figure(), name, TABLE, p)
    assert not folder.exists()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert pd.read_csv(io.StringIO(csv_text(pd.DataFrame({"a": [text]}))))["a"].item().startswith("'")


def test_numbers_and_harmless_texts_are_written_as_they_are() -> None:
    table = pd.DataFrame({"a": ["x=1", "", "é, ü"], "b": [-1.5, 1 / 3, float("nan")], "c": [-1, 2, 3]})
    assert csv_text(table) == 'a,b,c\nx=1,-1.5,-1\n,0.3333333333,2\n"é, ü",,3\n'
    assert csv_text(table.head(0)) == "a,b,c\n"


def test_saving_leaves_the_callers_style_alone(folder: Path, p: Parameters) -> None:
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "mine"}):
        before = dict(mpl.rcParams)
        figures.save(figure(), "one", TABLE, p)
        assert dict(mpl.rcParams) == before
    assert folder.exists()
