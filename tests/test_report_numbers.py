"""Numbers that a notebook reports: ids, texts, what is behind them, and the file that they go to."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from conftest import MakeFeatures
from hypothesis import given
from hypothesis import strategies as st

from analysis import compare
from analysis import report as cite
from analysis.errors import RunError, SchemaError
from analysis.notebook import parameters as params
from analysis.report.ids import slug, slugs
from analysis.report.looks import probability, text

ID = re.compile(r"[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)*")


@pytest.fixture
def p(two_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    monkeypatch.setenv("ANALYSIS_FIGURES", str(tmp_path / "figures"))
    return params.parse("10_length", {"corpus": str(two_sources), "copies": "keep", "seed": 3})


def told(tmp_path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((tmp_path / "figures/numbers/10_length.json").read_text("utf-8"))
    return found


@given(st.lists(st.text()))
def test_every_text_has_a_segment_of_its_own_that_is_an_identifier(values: list[str]) -> None:
    found = slugs(values)
    assert len(set(found.values())) == len(set(values))
    assert all(ID.fullmatch(one) and "." not in one for one in found.values())


def test_segments_are_what_a_reader_expects() -> None:
    assert [slug(one) for one in ("Zoë's 1st", "10 Downing St")] == ["zoe_s_1st", "_10_downing_st"]
    assert slugs(["A b", "a-B"]) == {"A b": "a_b", "a-B": "a_b_2"}


def test_numbers_are_written_as_a_write_up_prints_them() -> None:
    assert [text(-1234.5, ",.1f"), text(0.245, ",.1%"), text(float("nan"), ",.0f")] == [
        "−1,234.5",
        "24.5 %",
        "–",
    ]
    assert text(-0.001, ",.1f") == "0.0"
    assert [probability(0.0421), probability(0.0002)] == [".042", "< .001"]


def test_a_number_goes_to_the_file_of_its_notebook(p: Any, tmp_path: Path) -> None:  # noqa: ANN401
    cite.number("mine.own", 2.5, "words", ",.1f", p=p, articles=["a", "b"])
    one = told(tmp_path)["numbers"]["mine.own"]
    assert (one["value"], one["text"], one["n"]) == (2.5, "2.5", 2)
    assert told(tmp_path)["articles"][one["articles"]] == ["a", "b"]
    with pytest.raises(RunError, match=r"number id = '1\.x'"):
        cite.number("1.x", 1, "", ",.0f", p=p)


def test_other_parameters_begin_the_file_anew(p: Any, tmp_path: Path) -> None:  # noqa: ANN401
    cite.number("old.one", 1, "words", ",.0f", p=p)
    other = params.parse("10_length", {"corpus": p.corpus, "copies": "keep", "seed": 4})
    cite.number("new.one", 1, "words", ",.0f", p=other)
    assert list(told(tmp_path)["numbers"]) == ["new.one"]


def test_the_numbers_of_a_table_are_its_cells(p: Any, tmp_path: Path, make_features: MakeFeatures) -> None:  # noqa: ANN401
    data, words = make_features(9), compare.measure("words")
    table = compare.by_source(compare.values(data, words), data.sources, seed=3)
    assert cite.numbers(table, "length_words", p, data, of=words) is table
    found = told(tmp_path)
    for row in table.itertuples():
        one = found["numbers"][f"length_words.{row.source}.mean"]
        assert (one["value"], one["low"], one["high"], one["n"]) == (row.mean, row.low, row.high, row.n)
        assert len(found["articles"][one["articles"]]) == row.n
    assert set(found["numbers"]) >= {"length_words.north.low", "length_words.south.high"}


def test_rows_with_the_same_keys_are_refused(p: Any, make_features: MakeFeatures) -> None:  # noqa: ANN401
    table = pd.DataFrame({"source": ["north", "north"], "n": [1, 2]})
    with pytest.raises(SchemaError, match="rows repeat"):
        cite.numbers(table, "length_words", p, make_features(2))
