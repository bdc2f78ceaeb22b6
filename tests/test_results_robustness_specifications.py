"""Specifications: which there are, whose sign is clear, and which agree with the default."""

from dataclasses import replace

from conftest import MakeFeatures

from analysis.measures.registry import find_measure
from analysis.results.robustness.curve import compare_specifications
from analysis.results.robustness.specifications import build_specifications, count_options, sample_copies


def test_truncated_articles_leave_signs_unclear(make_features: MakeFeatures) -> None:
    data = make_features(6)
    for truncated, bound, signs in (("north", "at least", {-1.0}), ("south", "at most", {1.0})):
        cut = data.articles.assign(truncated=data.articles["source"] == truncated)
        table = compare_specifications(replace(data, articles=cut), find_measure("words"), seed=3).csv_table
        assert set(table["bound"]) == {bound}
        assert not signs & set(table["sign"])
        assert table[["low", "high"]].isna().all(axis=None)
    both = replace(data, articles=data.articles.assign(truncated=True))
    table = compare_specifications(both, find_measure("words"), seed=3).csv_table
    assert table["sign"].isna().all()
    assert not table["agree"].any()


def test_a_rate_of_truncated_articles_is_not_a_bound(make_features: MakeFeatures) -> None:
    data = make_features(6)
    cut = replace(data, articles=data.articles.assign(truncated=True))
    assert set(compare_specifications(cut, find_measure("lix"), seed=3).csv_table["bound"]) == {""}


def test_a_score_that_few_articles_have_is_not_a_specification(make_features: MakeFeatures) -> None:
    found = compare_specifications(make_features(6), find_measure("lix"), seed=3)
    table = found.csv_table
    own = table[(table["score"] == "smog_index") & (table["engine"] == "published")]
    assert own.empty  # of fewer than 30 sentences


def test_options_without_a_choice_are_not_listed(make_features: MakeFeatures) -> None:
    table = build_specifications(
        sample_copies(make_features(1), find_measure("terms_per_1000")), "north", "south"
    ).table
    assert set(count_options(table)["choice"]) == {"text"}


def test_specifications_with_the_sign_of_the_default_agree(make_features: MakeFeatures) -> None:
    table = build_specifications(sample_copies(make_features(6), find_measure("lix")), "north", "south").table
    assert table["agree"].iloc[0]
    assert table["default"].to_list() == [True] + [False] * (len(table) - 1)
    assert table["agree"].to_list() == (table["sign"] == table["sign"].iloc[0]).to_list()
