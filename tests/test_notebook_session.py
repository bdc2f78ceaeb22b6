"""A notebook in three lines: what `start` checks and says, and what `show` saves and reports."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis import figures, notebook, results
from analysis.errors import ParameterError
from analysis.notebook.session import Notebook
from analysis.results.result import Result

CELL = 'corpus: str = "x"\ncopies: str = "keep"\nseed: int = 7\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANALYSIS_FIGURES", str(tmp_path / "figures"))
    monkeypatch.setenv("ANALYSIS_NOTEBOOK", "70_mine")
    return tmp_path / "figures"


def begin(corpus: Path, **given: object) -> Notebook:
    names: dict[str, Any] = {}
    exec(CELL, names)  # noqa: S102  # as a kernel runs a parameters cell
    return notebook.start({**names, "corpus": str(corpus), **given})


def read_numbers(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "numbers" / "70_mine.json").read_text(encoding="utf-8")))


def test_a_notebook_says_what_it_counts_and_reports_it(
    two_sources: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(two_sources, copies="once")
    assert "3 of 4 articles left out" in capsys.readouterr().out
    assert read_numbers(folder)["numbers"]["mine_counted.north.left_out"]["value"] == 1


@pytest.mark.usefixtures("folder")
def test_a_notebook_says_that_articles_are_left_out(
    two_sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (two_sources / "corpus.toml").write_text("least_words = 50")
    (two_sources / "north" / "stub.txt").write_text("It rained.")
    assert len(begin(two_sources).data.articles) == 4
    assert "Not measured: 1 article. 00_corpus lists them." in capsys.readouterr().out


def test_a_value_of_the_wrong_type_is_refused(two_sources: Path, folder: Path) -> None:
    with pytest.raises(ParameterError, match="70_mine: seed = '7'; seed must be a whole number"):
        begin(two_sources, seed="7")
    assert not folder.exists()


def test_a_name_that_papermill_was_given_in_vain_is_refused(two_sources: Path, folder: Path) -> None:
    with pytest.raises(ParameterError, match="70_mine has no parameter sed"):
        begin(two_sources, sed=3, In=["# Parameters\nsed = 3\n"])
    assert not folder.exists()


def test_a_result_with_a_chart_is_saved_and_reported_with_its_title(two_sources: Path, folder: Path) -> None:
    nb = begin(two_sources)
    result = results.compare_measure(nb.data, results.find_measure("words"), id="mine", seed=7)
    shown = nb.show(result, figures.dots)
    assert {path.name for path in folder.glob("mine.*")} == {"mine.csv", "mine.pdf", "mine.png", "mine.svg"}
    assert shown.data.startswith("<img alt=")
    report = read_numbers(folder)
    assert report["figures"]["mine"]["title"] == result.title
    assert report["numbers"]["mine.north.mean"]["figure"] == "mine"
    assert report["numbers"]["mine_articles.north_one.value"]["figure"] == "mine"


def test_a_result_with_nothing_to_draw_is_a_sentence_and_no_figure(two_sources: Path, folder: Path) -> None:
    nb = begin(two_sources)
    empty = Result(id="empty", table=pd.DataFrame(), nothing="There is <no> event.")
    assert "There is &lt;no&gt; event." in nb.show(empty, figures.bars).data
    assert not list(folder.glob("empty.*"))


def test_a_result_without_a_chart_is_a_table_and_no_figure(two_sources: Path, folder: Path) -> None:
    nb = begin(two_sources)
    shown = nb.show(results.compare_sources(nb.data, ["words"], id="gaps", seed=7))
    assert "<table" in shown.data
    assert not list(folder.glob("gaps.*"))
    assert "gaps.words.north.south.difference" in read_numbers(folder)["numbers"]


def test_tables_of_other_code_are_marked_where_they_are_used(
    two_sources: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nb = begin(two_sources)
    marked = replace(nb, data=replace(nb.data, measured_by="version 0.0.1 of samestory"))
    drawn = []
    monkeypatch.setattr(
        "analysis.notebook.session.save_figure", lambda _figure, result, _folder: drawn.append(result)
    )
    marked.show(
        results.compare_measure(nb.data, results.find_measure("words"), id="mine", seed=7), figures.dots
    )
    assert drawn[0].note.startswith("Measured by version 0.0.1 of samestory with other code;")
    assert folder.exists()


def test_a_running_notebook_is_known_by_its_cells(
    two_sources: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANALYSIS_NOTEBOOK")
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path / "project"))
    (tmp_path / "project" / "notebooks").mkdir(parents=True)
    (tmp_path / "project" / "corpus").mkdir()
    cells = [{"cell_type": "code", "metadata": {}, "source": CELL}]
    for name, more in (("80_other", "other"), ("85_this", "this")):
        book = {"cells": [*cells, {"cell_type": "code", "metadata": {}, "source": more}]}
        (tmp_path / "project" / "notebooks" / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")
    executed = ["", CELL, "# Parameters\nseed = 7\n", "this"]
    assert begin(two_sources, In=executed).name == "85_this"
    monkeypatch.setenv("JPY_SESSION_NAME", "/somewhere/90_unsaved.ipynb")
    assert begin(two_sources, In=["", "edited"]).name == "90_unsaved"
    assert folder.exists()
