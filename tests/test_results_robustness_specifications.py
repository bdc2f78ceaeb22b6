"""Specifications: which there are, whose sign is sure, and in which the sign holds."""

from dataclasses import replace

from conftest import MakeFeatures

from analysis.results import robustness
from analysis.results.robustness.specifications import measured, options, specifications


def test_texts_that_break_off_leave_signs_open(make_features: MakeFeatures) -> None:
    data = make_features(6)
    for broken, bound, signs in (("north", "at least", {-1.0}), ("south", "at most", {1.0})):
        cut = data.articles.assign(truncated=data.articles["source"] == broken)
        table = robustness.curve(replace(data, articles=cut), "words", seed=3).table
        assert set(table["bound"]) == {bound}
        assert not signs & set(table["sign"])
        assert table[["low", "high"]].isna().all(axis=None)
    both = replace(data, articles=data.articles.assign(truncated=True))
    table = robustness.curve(both, "words", seed=3).table
    assert table["sign"].isna().all()
    assert not table["holds"].any()


def test_a_rate_is_no_bound_where_texts_break_off(make_features: MakeFeatures) -> None:
    data = make_features(6)
    cut = replace(data, articles=data.articles.assign(truncated=True))
    assert set(robustness.curve(cut, "lix", seed=3).table["bound"]) == {""}


def test_scores_that_few_articles_have_are_no_specification(make_features: MakeFeatures) -> None:
    found = robustness.curve(make_features(6), "lix", seed=3)
    own = found.table[(found.table["score"] == "smog_index") & (found.table["engine"] == "published")]
    assert own.empty  # of fewer than 30 sentences


def test_options_without_a_choice_are_not_listed(make_features: MakeFeatures) -> None:
    table = specifications(measured(make_features(1), "terms_per_1000"), "north", "south").table
    assert set(options(table)["choice"]) == {"text"}
