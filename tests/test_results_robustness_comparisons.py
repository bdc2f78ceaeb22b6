"""All pairs of sources, and other measures: in how many specifications the sign is the same."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import MakeFeatures

from analysis.measures.registry import find_measure
from analysis.results.robustness.comparisons import (
    _shorten,
    check_measures,
    check_pairs,
    describe_pairs,
    write_per_cent,
)
from analysis.results.robustness.curve import compare_specifications

LIX = find_measure("lix")


def test_a_pair_has_the_counts_of_its_own_curve(make_features: MakeFeatures) -> None:
    data = make_features(3, sources=("a", "b", "c"))
    table = check_pairs(data, LIX).table
    whole = table[table["source"] == "all"].set_index("term")
    assert list(whole.index) == ["a − b", "a − c", "b − c"]
    own = compare_specifications(data, LIX, first="b", second="c", seed=3).csv_table
    assert whole.loc["b − c", ["agree", "specifications"]].to_list() == [own["agree"].sum(), len(own)]
    assert whole.loc["b − c", "rate"] == own["agree"].mean()


def test_each_of_seven_sources_is_compared_with_all_others(make_features: MakeFeatures) -> None:
    data = make_features(1, sources=tuple("abcdefg"))
    table = check_pairs(data, LIX).table
    assert list(dict.fromkeys(table["term"])) == list("abcdefg")


def test_articles_left_out_are_headed_by_their_number() -> None:
    headings = [_shorten("without", option, "label") for option in ("0", "1")]
    assert headings == ["none left out", "1 left out"]


def test_one_source_has_no_pairs(make_features: MakeFeatures) -> None:
    result = check_pairs(replace(make_features(1), sources=("north",)), LIX)
    assert {"term", "category", "source", "rate", "text"} <= set(result.table.columns)
    assert result.title == "LIX: no two sources have values to compare"
    assert result.nothing == f"{result.title}: an article needs 100 words."


def test_nearly_all_is_not_written_as_all() -> None:
    assert [write_per_cent(rate) for rate in (0, 0.001, 0.5, 0.999, 1)] == ["0", "1", "50", "99", "100"]
    assert write_per_cent(float("nan")) == "–"


def test_where_the_default_is_unclear_there_is_no_share(make_features: MakeFeatures) -> None:
    data = make_features(3)
    result = check_pairs(replace(data, articles=data.articles.assign(truncated=True)), find_measure("words"))
    assert result.table["rate"].isna().all()
    assert set(result.table["text"]) == {"–"}
    assert "the sign of each default is unclear" in result.nothing


def test_one_specification_is_not_drawn(make_features: MakeFeatures) -> None:
    result = check_pairs(make_features(1), find_measure("spache"))
    assert result.table["specifications"].to_list() == [1]
    assert result.nothing == "Spache: no choice can be varied with one article per source. Add articles."


def pairs(*rates: float) -> pd.DataFrame:
    rows = [(f"{i} − x", "all", int(10 * rate), 10, rate) for i, rate in enumerate(rates)]
    return pd.DataFrame(rows, columns=["term", "source", "agree", "specifications", "rate"])


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (pairs(1, 0.4, 1), "LIX: in 2 of 3 comparisons no choice reverses the result"),
        (pairs(1, 1), "LIX: no choice reverses the result in any of 2 comparisons"),
        (pairs(0.4, 0.6), "LIX: some choice reverses each of 2 comparisons or leaves it unclear"),
        (pairs(0.4), "LIX, 0 − x: same sign as the default in 4 of 10 specifications"),
        (pairs(0), "LIX, 0 − x: the sign of the default is unclear"),
    ],
)
def test_comparisons_that_no_choice_reverses_are_counted(table: pd.DataFrame, title: str) -> None:
    assert describe_pairs(LIX, table) == title


def test_other_measures_have_the_defaults_of_their_curves(make_features: MakeFeatures) -> None:
    data = make_features(8)
    result = check_measures(data, seed=3)
    for row in result.rows():
        whole = compare_specifications(data, find_measure(row["measure"]), seed=3).table.iloc[0]
        for column in ("agree", "specifications", "unclear", "estimate", "low", "high", "n_first"):
            np.testing.assert_equal(row[column], whole[column])
        assert len(result.articles(row)) == 16
    assert result.sentences is not None
    assert result.sentences["sentence"].str.endswith("specifications.").all()
    alone = check_measures(replace(data, sources=("north",)), seed=3)
    assert alone.table.empty
    assert alone.nothing.startswith("There is one source")
