"""Specification curves: which specifications there are, on which scale, and what few articles do not allow."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import MakeFeatures

from analysis import figures
from analysis.errors import ParameterError
from analysis.features import Features
from analysis.measures import registry
from analysis.measures.measure import Measure
from analysis.measures.registry import all_measures, find_measure
from analysis.results.differences import compare_sources
from analysis.results.robustness.comparisons import check_pairs
from analysis.results.robustness.curve import CurveResult, compare_specifications, estimate_curve
from analysis.results.robustness.raw import compare_raw_text

NAMES = sorted({one.name for one in all_measures()} - {"smog_index"})  # which needs 30 sentences


def compare(data: Features, name: str, **sides: str) -> CurveResult:
    return compare_specifications(data, find_measure(name), seed=3, **sides)


@pytest.mark.parametrize(
    "name", ["flesch_kincaid_grade", "quoted_share", "words", "terms_per_1000", "spache"]
)
def test_the_default_is_the_difference_that_the_other_notebooks_report(
    make_features: MakeFeatures, name: str
) -> None:
    data = make_features(9)
    default = compare(data, name).curve.default
    expected = compare_sources(data, [name], id="differences", seed=3).table.iloc[0]
    assert default["difference"] == pytest.approx(expected["difference"])
    assert default["unit"] == expected["unit"]
    assert (default["n_first"], default["n_second"]) == (expected["n_first"], expected["n_second"])
    scale = default["difference"] / default["estimate"]
    ends = [default["low"] * scale, default["high"] * scale]
    assert ends == pytest.approx([expected["low"], expected["high"]])


def test_without_pairs_the_default_estimate_is_the_g_of_hedges(make_features: MakeFeatures) -> None:
    data = make_features(9, events=False)
    expected = compare_sources(data, ["lix"], id="differences", seed=3).table.iloc[0]
    assert compare(data, "lix").curve.default["estimate"] == pytest.approx(expected["effect"])


@pytest.mark.parametrize("name", NAMES)
def test_every_measure_has_specifications_without_repetition_and_one_default(
    make_features: MakeFeatures, name: str
) -> None:
    result = compare(make_features(6), name)
    if result.csv_table.empty:
        assert result.nothing.endswith(f"an article needs {result.measure.minimum}.")  # type: ignore[union-attr]
        return
    table = result.csv_table
    assert not table.duplicated(list(table.columns[:8])).any()
    assert table["default"].sum() == 1
    assert result.curve.default["score"] == name
    assert table["unit"].nunique() == (2 if name in {"words", "sentences", "paragraphs"} else 3)
    assert (result.curve.options["specifications"] > 0).all()
    assert result.choices.table["why"].all()


def test_the_curve_ascends_and_options_account_for_every_specification(make_features: MakeFeatures) -> None:
    result = compare(make_features(6), "lix")
    assert result.csv_table["estimate"].is_monotonic_increasing
    for choice, own in result.curve.options.groupby("choice"):
        assert own["specifications"].sum() == len(result.csv_table), choice
        assert own["agree"].sum() == result.csv_table["agree"].sum(), choice


def test_the_numbers_are_those_of_the_curve_and_of_its_default(make_features: MakeFeatures) -> None:
    result = compare(make_features(9), "lix")
    (row,) = result.rows()
    assert row["agree"] == result.csv_table["agree"].sum()
    assert row["specifications"] == len(result.csv_table)
    assert result.cell(row, "estimate").low == result.curve.default["low"]
    assert result.id == "robustness_lix_curve"
    assert result.choices.id == "robustness_lix_options"
    assert len(result.articles(row)) == 18


def test_an_estimate_of_truncated_articles_is_a_bound(make_features: MakeFeatures) -> None:
    data = make_features(9)
    truncated = data.articles.assign(truncated=data.articles["source"] == "south")
    result = compare(replace(data, articles=truncated), "words")
    (row,) = result.rows()
    assert result.cell(row, "estimate").text.startswith("≤ ")


def test_an_easier_text_is_easier_by_every_score(make_features: MakeFeatures) -> None:
    table = compare(make_features(6), "flesch_reading_ease", first="north", second="south").csv_table
    own = table[table["score"].isin(["flesch_reading_ease", "flesch_kincaid_grade"])]
    assert (own["sign"] == 1).all()  # north is harder: scores that say "easier" have their sign changed


def test_two_articles_are_compared_in_per_cent_of_their_mean(make_features: MakeFeatures) -> None:
    result = compare(make_features(1), "lix")
    assert result.curve.scale == "per cent"
    assert set(result.csv_table["unit"]) == {"article"}
    assert set(result.csv_table["without"]) == {"0"}
    assert result.csv_table[["low", "high"]].isna().all(axis=None)
    row = result.curve.default
    mean = (row["mean_first"] + row["mean_second"]) / 2
    assert row["estimate"] == pytest.approx(100 * row["difference"] / mean)


def test_equal_sources_have_no_sign_in_any_specification(make_features: MakeFeatures) -> None:
    data = make_features(1, sources=("a", "b", "c"))
    result = compare(data, "quoted_share", first="a", second="c")
    assert (result.curve.default["sign"], result.curve.default["estimate"]) == (0, 0)
    assert result.csv_table["agree"].all()


def test_one_source_or_none_with_values_has_an_empty_curve_with_the_reason(
    make_features: MakeFeatures,
) -> None:
    data = make_features(2)
    one = compare(replace(data, articles=data.articles[:2], sources=("north",)), "lix")
    assert one.csv_table.empty
    assert one.table.empty
    assert one.nothing.startswith("There is one source")
    empty = compare(replace(data, counts=data.counts.assign(words=0)), "lix")
    assert empty.csv_table.empty
    assert empty.curve.options.empty
    assert empty.nothing == "LIX: north and south have no values to compare: an article needs 100 words."


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"first": "nroth"}, 'first = "nroth" is not a source of this corpus; it has: north, south'),
        ({"second": "east"}, r'second = "east" is not a source .* north, south, all other sources'),
        (
            {"first": "south", "second": "south"},
            'first and second are both "south"; name two different sources',
        ),
        ({"first": "all other sources"}, 'first = "all other sources" is not a source'),
    ],
)
def test_unknown_sources_are_refused_with_those_there_are(
    make_features: MakeFeatures, given: dict[str, str], message: str
) -> None:
    with pytest.raises(ParameterError, match=message):
        compare(make_features(1), "lix", **given)


@pytest.mark.parametrize(
    ("given", "sources"),
    [
        ({}, ("a", "b")),
        ({"second": "a"}, ("b", "a")),
        ({"first": "c"}, ("c", "a")),
        ({"second": "all other sources"}, ("a", "all other sources")),
    ],
)
def test_without_names_the_first_sources_are_compared(
    make_features: MakeFeatures, given: dict[str, str], sources: tuple[str, str]
) -> None:
    (row,) = compare(make_features(1, sources=("a", "b", "c")), "lix", **given).rows()
    assert (row["first"], row["second"]) == sources


def test_of_very_many_specifications_some_are_drawn_with_the_default_among_them(
    make_features: MakeFeatures,
) -> None:
    table = estimate_curve(make_features(9), find_measure("lix"), "north", "south", seed=3, drawn=20).table
    assert len(table) > 100
    assert 5 < table["drawn"].sum() <= 21
    assert table.loc[table["default"], "drawn"].all()
    assert table.loc[~table["drawn"], "low"].isna().all()


def test_the_same_seed_gives_the_same_table(make_features: MakeFeatures) -> None:
    data = make_features(9)
    first, second = (compare(data, "quoted_share").csv_table for _ in range(2))
    pd.testing.assert_frame_equal(first, second)


def test_a_new_measure_is_checked_without_an_edit(
    make_features: MakeFeatures, monkeypatch: pytest.MonkeyPatch
) -> None:
    commas = Measure(
        name="long_words",
        label="Long words",
        unit="share of the words",
        definition="Words of seven letters or more as a share of all words.",
        value=lambda tables: pd.Series(np.arange(len(tables.articles)) % 5 / 5, tables.articles.index),
        share=True,
    )
    known = all_measures()
    monkeypatch.setattr(registry, "all_measures", lambda: (*known, commas))
    data = make_features(6)
    result = compare(data, "long_words")
    assert result.id == "robustness_long_words_curve"
    assert set(result.curve.options["choice"]) == {"unit", "without"}
    assert figures.specifications(result).axes
    assert result.choices.sentences is not None
    assert figures.grid(check_pairs(data, commas)).axes
    assert compare_raw_text(data, commas).nothing.startswith("Long words: not counted in the whole file.")
