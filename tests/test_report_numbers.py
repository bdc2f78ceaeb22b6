"""Numbers that a notebook reports: ids, texts, bounds, and what is behind them."""

from pathlib import Path

import pandas as pd
import pytest
from conftest import MakeFeatures

from analysis.errors import SchemaError
from analysis.measures.registry import find_measure
from analysis.report.numbers import NumberFile
from analysis.report.records import NotebookReport, read_notebook
from analysis.results.result import Method, Result, define_columns
from analysis.results.sources import compare_measure

COLUMNS = define_columns("""
n: hills; hills; count
    Hills of the island.
height: height; metres; one digit, interval, bounded
    Mean height.
""")


@pytest.fixture
def file(tmp_path: Path) -> NumberFile:
    return NumberFile(tmp_path, NotebookReport("10_hills", "islands", {"seed": 3, "corpus": "islands"}))


def read(file: NumberFile) -> NotebookReport:
    found = read_notebook(file.folder, file.report.notebook)
    assert found is not None
    return found


def result(table: pd.DataFrame, **more: object) -> Result:
    return Result(id="hills", table=table, keys=("island",), columns=COLUMNS, topic="Hills", **more)  # type: ignore[arg-type]


HILLS = pd.DataFrame(
    {
        "island": ["Big Isle", "Ålo"],
        "n": [4, 2],
        "height": [251.26, float("nan")],
        "low": [200.0, float("nan")],
        "high": [300.0, float("nan")],
        "bound": ["at least", ""],
    }
)


def test_every_number_of_a_table_is_reported_with_its_bound_and_its_row(file: NumberFile) -> None:
    file.add(result(HILLS, articles=lambda row: ["a", "b"][: row["n"] - 2]), figure="hills", sources=())
    numbers = read(file).numbers
    assert list(numbers) == ["hills.alo.height", "hills.alo.n", "hills.big_isle.height", "hills.big_isle.n"]
    one = numbers["hills.big_isle.height"]
    assert (one.value, one.text, one.bound, one.unit) == (251.26, "≥ 251.3", "at least", "metres")
    assert (one.low, one.high, one.n, one.figure, one.notebook) == (200.0, 300.0, 2, "hills", "10_hills")
    assert one.definition == "Mean height. Articles are truncated: the true value is at least this."
    assert (one.label, one.keys) == ("Hills: height, Big Isle", {"island": "Big Isle"})
    assert read(file).articles[one.articles] == ["a", "b"]


def test_an_undefined_number_is_a_dash_without_a_bound(file: NumberFile) -> None:
    file.add(result(HILLS), figure="", sources=())
    one = read(file).numbers["hills.alo.height"]
    assert (one.value, one.text, one.bound, one.low, one.n) == (None, "–", "", None, None)


def test_a_cell_that_is_run_again_replaces_its_numbers_and_methods(file: NumberFile) -> None:
    old = Method("Measures", "Hills were counted.")
    file.add(result(HILLS, methods=(old,)), figure="", sources=())
    other = old._replace(text="Hills were measured.")
    file.add(result(HILLS.assign(n=[5, 6]), methods=(other,)), figure="", sources=())
    assert read(file).numbers["hills.big_isle.n"].value == 5
    file.add(result(HILLS.head(1)), figure="", sources=())
    assert list(read(file).numbers) == ["hills.big_isle.height", "hills.big_isle.n"]
    file.add(result(HILLS, methods=(other,)), figure="", sources=())
    assert [one.text for one in read(file).methods] == ["Hills were measured."]


def test_a_table_longer_than_its_result_allows_reports_its_method_and_no_number(file: NumberFile) -> None:
    file.add(result(HILLS, most=1, methods=(Method("Measures", "Counted."),)), figure="", sources=())
    assert not read(file).numbers
    assert [one.section for one in read(file).methods] == ["Measures"]


@pytest.mark.parametrize(("rows", "numbers"), [(600, 1200), (601, 0)])
def test_tables_of_six_hundred_rows_are_reported_unless_they_say_otherwise(
    file: NumberFile, rows: int, numbers: int
) -> None:
    hills = pd.concat([HILLS.head(1)] * rows, ignore_index=True).assign(island=[f"i{i}" for i in range(rows)])
    file.add(result(hills), figure="", sources=())
    assert len(read(file).numbers) == numbers


def test_rows_with_the_same_keys_are_refused(file: NumberFile) -> None:
    with pytest.raises(SchemaError, match=r"rows repeat hills\.big_isle"):
        file.add(result(HILLS.assign(island="Big Isle")), figure="", sources=())


def test_the_measure_of_a_result_is_reported_with_its_papers(
    file: NumberFile, make_features: MakeFeatures
) -> None:
    data, score = make_features(9), find_measure("flesch_kincaid_grade", engine="textstat")
    found = compare_measure(data, score, id="score", seed=3)
    file.add(found, figure="score", sources=data.sources)
    report = read(file)
    about = report.measures["flesch_kincaid_grade_textstat"]
    assert (about.engine, about.papers, about.direction) == ("textstat", ["kincaid1975"], "higher = harder")
    for row in found.table.itertuples():
        one = report.numbers[f"score.{row.source}.mean"]
        assert (one.value, one.low, one.high, one.n) == (row.mean, row.low, row.high, row.n)
        assert one.measure == "flesch_kincaid_grade_textstat"
        assert len(report.articles[one.articles]) == row.n


def test_a_result_with_nothing_to_show_is_reported_until_it_has_something(file: NumberFile) -> None:
    file.add_shown("hills", "There is no hill.")
    file.add_shown("lakes", "")
    assert (read(file).shown, read(file).nothing) == (["hills", "lakes"], {"hills": "There is no hill."})
    file.add_shown("hills", "")
    assert (read(file).shown, read(file).nothing) == (["hills", "lakes"], {})


def test_a_figure_is_reported_with_its_title_and_alt_text(file: NumberFile) -> None:
    file.add_figure("hills", "The tor is highest", "Dots: the tor is highest")
    one = read(file).figures["hills"]
    assert (one.title, one.alt, one.notebook) == (
        "The tor is highest",
        "Dots: the tor is highest",
        "10_hills",
    )
