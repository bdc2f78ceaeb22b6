"""Specification curves: which specifications there are, on which scale, and what n does not carry."""

from dataclasses import replace

import pandas as pd
import pytest
from conftest import MakeFeatures

from analysis import compare
from analysis.errors import ParameterError
from analysis.results import robustness
from analysis.results.robustness.choices import MEASURES, choices
from analysis.results.robustness.curve import estimated


def test_the_default_is_the_difference_that_the_other_notebooks_report(make_features: MakeFeatures) -> None:
    data = make_features(9)
    for name in ("flesch_kincaid_grade", "quoted_share", "words", "terms_per_1000"):
        found = robustness.curve(data, name, seed=3)
        told = compare.differences(data, [name], engine="published", seed=3).table.iloc[0]
        default = found.default
        assert default["difference"] == pytest.approx(told["difference"])
        assert default["unit"] == told["unit"]
        assert (default["n_first"], default["n_second"]) == (told["n_first"], told["n_second"])
        scale = default["difference"] / default["estimate"]
        assert [default["low"] * scale, default["high"] * scale] == pytest.approx([told["low"], told["high"]])


def test_without_pairs_the_default_estimate_is_the_g_of_hedges(make_features: MakeFeatures) -> None:
    data = make_features(9, events=False)
    told = compare.differences(data, ["lix"], engine="published", seed=3).table.iloc[0]
    assert robustness.curve(data, "lix", seed=3).default["estimate"] == pytest.approx(told["effect"])


@pytest.mark.parametrize("name", sorted({*MEASURES} - {"smog_index"}))  # of 30 sentences and more
def test_every_combination_of_choices_is_one_specification_and_one_is_the_default(
    make_features: MakeFeatures, name: str
) -> None:
    found = robustness.curve(make_features(6), name, seed=3)
    table = found.table
    assert not table.duplicated(list(table.columns[:8])).any()
    assert table["default"].sum() == 1
    assert found.default["score"] == name
    assert table["unit"].nunique() == (2 if name in {"words", "sentences", "paragraphs"} else 3)
    assert (found.options["of"] > 0).all()
    assert not choices(name, found.options).isna().any(axis=None)


def test_the_curve_ascends_and_options_account_for_every_specification(make_features: MakeFeatures) -> None:
    found = robustness.curve(make_features(6), "lix", seed=3)
    assert found.table["estimate"].is_monotonic_increasing
    for choice, own in found.options.groupby("choice"):
        assert own["of"].sum() == len(found.table), choice
        assert own["holds"].sum() == found.table["holds"].sum(), choice


def test_what_is_easier_to_read_is_so_by_every_score(make_features: MakeFeatures) -> None:
    found = robustness.curve(make_features(6), "flesch_reading_ease", first="north", second="south", seed=3)
    own = found.table[found.table["score"].isin(["flesch_reading_ease", "flesch_kincaid_grade"])]
    assert (own["sign"] == 1).all()  # north is harder: signs of scores that say "easier" are turned


def test_two_articles_are_two_texts(make_features: MakeFeatures) -> None:
    found = robustness.curve(make_features(1), "lix", seed=3)
    assert found.unit == "per cent"
    assert set(found.table["unit"]) == {"article"}
    assert set(found.table["without"]) == {"0"}
    assert found.table[["low", "high"]].isna().all(axis=None)
    row = found.default
    both = (row["mean_first"] + row["mean_second"]) / 2
    assert row["estimate"] == pytest.approx(100 * row["difference"] / both)


def test_equal_sources_have_no_sign_and_that_holds(make_features: MakeFeatures) -> None:
    data = make_features(1, sources=("a", "b", "c"))
    found = robustness.curve(data, "quoted_share", first="a", second="c", seed=3)
    assert (found.default["sign"], found.default["estimate"]) == (0, 0)
    assert found.table["holds"].all()


def test_one_source_or_none_with_values_has_an_empty_curve(make_features: MakeFeatures) -> None:
    data = make_features(2)
    one = replace(data, articles=data.articles[:2], sources=("north",))
    assert robustness.curve(one, "lix", seed=3).table.empty
    gone = data.counts.assign(words=0)
    found = robustness.curve(replace(data, counts=gone), "lix", seed=3)
    assert found.table.empty
    assert found.options.empty


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"first": "nroth"}, 'first = "nroth" is no source of this corpus; there are: north, south'),
        ({"second": "east"}, r'second = "east" is no source .* north, south, all other sources'),
        ({"first": "south", "second": "south"}, 'first and second are both "south"; two different sources'),
        ({"first": "all other sources"}, 'first = "all other sources" is no source'),
    ],
)
def test_unknown_sources_are_refused_with_those_there_are(
    make_features: MakeFeatures, given: dict[str, str], message: str
) -> None:
    with pytest.raises(ParameterError, match=message):
        robustness.curve(make_features(1), "lix", **given, seed=3)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ("a", "b")),
        ({"second": "a"}, ("b", "a")),
        ({"first": "c"}, ("c", "a")),
        ({"second": "all other sources"}, ("a", "all other sources")),
    ],
)
def test_without_names_the_first_sources_are_compared(
    make_features: MakeFeatures, given: dict[str, str], found: tuple[str, str]
) -> None:
    data = make_features(1, sources=("a", "b", "c"))
    curve = robustness.curve(data, "lix", **given, seed=3)
    assert (curve.first, curve.second) == found


def test_of_very_many_specifications_some_are_drawn_the_default_among_them(
    make_features: MakeFeatures,
) -> None:
    data = make_features(9)
    table = estimated(data, "lix", "north", "south", seed=3, drawn=20).table
    assert len(table) > 100
    assert 5 < table["drawn"].sum() <= 21
    assert table.loc[table["default"], "drawn"].all()
    assert table.loc[~table["drawn"], "low"].isna().all()


def test_the_same_seed_gives_the_same_table(make_features: MakeFeatures) -> None:
    data = make_features(9)
    first, second = (robustness.curve(data, "quoted_share", seed=3).table for _ in range(2))
    pd.testing.assert_frame_equal(first, second)
