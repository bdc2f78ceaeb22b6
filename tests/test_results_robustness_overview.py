"""Whether signs hold between all sources, and in other measures."""

from dataclasses import replace

import numpy as np
from conftest import MakeFeatures

from analysis.results import robustness
from analysis.results.robustness.overview import _per_cent


def test_pairs_hold_what_their_own_curves_say(make_features: MakeFeatures) -> None:
    data = make_features(3, sources=("a", "b", "c"))
    table = robustness.pairs(data, "lix")
    whole = table[table["source"] == "all"].set_index("term")
    assert list(whole.index) == ["a − b", "a − c", "b − c"]
    own = robustness.curve(data, "lix", first="b", second="c", seed=3).table
    assert (whole.loc["b − c", "holds"], whole.loc["b − c", "of"]) == (own["holds"].sum(), len(own))
    assert whole.loc["b − c", "rate"] == own["holds"].mean()


def test_of_seven_sources_each_is_set_against_the_others(make_features: MakeFeatures) -> None:
    data = make_features(1, sources=tuple("abcdefg"))
    table = robustness.pairs(data, "lix")
    assert list(dict.fromkeys(table["term"])) == list("abcdefg")


def test_one_source_has_no_pairs(make_features: MakeFeatures) -> None:
    data = make_features(1)
    table = robustness.pairs(replace(data, sources=("north",)), "lix")
    assert table.empty
    assert {"term", "category", "source", "rate", "text"} <= set(table.columns)


def test_nearly_all_is_not_said_to_be_all() -> None:
    assert [_per_cent(rate) for rate in (0, 0.001, 0.5, 0.999, 1)] == ["0", "1", "50", "99", "100"]


def test_other_measures_have_the_defaults_of_their_curves(make_features: MakeFeatures) -> None:
    data = make_features(8)
    for one in robustness.measures(data, seed=3):
        whole = robustness.curve(data, one.measure.name, seed=3)
        for column in ("estimate", "low", "high", "sign"):
            np.testing.assert_equal(one.default[column], whole.default[column])
        assert one.table["holds"].sum() == whole.table["holds"].sum()
    assert robustness.measures(replace(data, sources=("north",)), seed=3) == []
