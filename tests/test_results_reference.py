"""Sources compared with reference pairs: which pairs, how different, and what truncated articles allow."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus
from test_results_differences import make

from analysis import corpus, features
from analysis.features import Features
from analysis.measures.registry import find_measure
from analysis.results import reference_pairs
from analysis.results.behind import OTHERS
from analysis.results.reference import ReferenceResult, compare_with_reference

Rows = Sequence[tuple[str, str | None, int]]


@pytest.fixture
def base(make_corpus: MakeCorpus) -> Features:
    return features.load(corpus.load(make_corpus({"north/one.txt": STORY, "south/one.txt": STORY})))


def compare(data: Features, *names: str) -> ReferenceResult:
    return compare_with_reference(data, names or ["words"], id="reference")


def test_two_articles_are_compared_with_all_reference_pairs(base: Features) -> None:
    pairs = reference_pairs.list_pairs(find_measure("words"))["distance"]
    row = compare(make(base, [("a", "e", 100), ("b", "e", 150)])).table.iloc[0]
    assert (row["distance"], row["events"], row["pairs"], row["reference_pairs"]) == (1.5, 1, 1, 300)
    assert row["share"] == (pairs >= 1.5).mean() == row["share_of_medians"]
    assert row["low"] < row["share"] < row["high"]


def test_articles_shorter_than_any_reference_article_are_counted(base: Features) -> None:
    shortest = reference_pairs.shortest()
    assert (
        compare(make(base, [("a", "e", shortest), ("b", "e", shortest - 1)])).subtitle.count(
            "1 article here has fewer words than any reference article (139)"
        )
        == 1
    )


def test_reference_pairs_that_differ_just_as_much_count(base: Features) -> None:
    headline = reference_pairs.list_pairs(find_measure("headline_words"))["distance"]
    data = make(base, [("a", "e", 100), ("b", "e", 100)])
    data.articles["headline_words"] = [5, 8]
    assert (
        compare(data, "headline_words").table.loc[0, "share"] == (headline > 2).mean() > (headline > 3).mean()
    )


def test_the_median_of_several_events_is_compared(base: Features) -> None:
    rows = [(s, f"e{i}", 100 * (i if s == "a" else 1)) for i in range(1, 6) for s in ("a", "b")]
    row = compare(make(base, rows)).table.iloc[0]
    assert (row["distance"], row["events"], row["n_first"], row["n_second"]) == (3, 5, 5, 5)
    assert (row["p10"], row["p90"]) == pytest.approx((1.4, 4.6))
    assert (
        row["share_of_medians"] < row["share"]
    )  # five such pairs have so large a median more rarely than one


def test_several_articles_of_a_source_on_an_event_stand_as_their_mean(base: Features) -> None:
    row = compare(make(base, [("a", "e", 100), ("a", "e", 300), ("b", "e", 100)])).table.iloc[0]
    assert (row["distance"], row["pairs"], row["n_first"], row["n_second"]) == (2, 1, 2, 1)


def test_articles_on_other_events_are_not_a_pair(base: Features) -> None:
    row = compare(make(base, [("a", "e1", 100), ("b", "e2", 300), ("c", "e1", 100)])).table.iloc[0]
    assert (row["pairs"], row["reason"]) == (0, "there is no event on which both have a value")
    assert np.isnan(row["share"])


def test_one_article_per_source_without_events_is_presumed_to_be_a_pair(base: Features) -> None:
    found = compare(make(base, [("a", None, 100), ("b", None, 150)]))
    assert "(if these articles report one event)" in found.title
    assert found.table.loc[0, "distance"] == 1.5
    assert "if these" not in compare(make(base, [("a", "e", 100), ("b", "e", 150)])).title


def test_several_articles_without_events_are_no_pairs(base: Features) -> None:
    found = compare(make(base, [("a", None, 100), ("a", None, 120), ("b", None, 150)]), "words", "lix")
    assert set(found.table["reason"]) == {"no events are named"}
    assert found.table[["distance", "share"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("longer", "truncated", "bound"),
    [(150, (1,), "at least"), (150, (0,), "unclear"), (150, (0, 1), "unclear"), (100, (0,), "unclear")],
)
def test_a_truncated_article_bounds_the_difference_or_leaves_it_open(
    base: Features, longer: int, truncated: tuple[int, ...], bound: str
) -> None:
    row = compare(make(base, [("a", "e", 100), ("b", "e", longer)], truncated=truncated)).table.iloc[0]
    assert row["bound"] == bound
    assert np.isnan(row["share"]) == (bound == "unclear")
    assert ("truncated" in row["reason"]) == (bound == "unclear")
    if bound == "at least":
        assert (row["distance"], row["least_share_of_medians"]) == (1.5, 0)


def test_one_truncated_article_of_many_moves_the_median_little(base: Features) -> None:
    rows = [(s, f"e{i}", 100 + (10 * i if s == "a" else 0)) for i in range(11) for s in ("a", "b")]
    row = compare(make(base, rows, truncated=(4,))).table.iloc[0]  # of the third event the longer
    assert (row["distance"], row["bound"]) == (1.5, "at least")
    assert 0 < row["least_share_of_medians"] < row["share_of_medians"]


def test_shares_of_truncated_articles_are_taken_as_they_are(base: Features) -> None:
    row = compare(make(base, [("a", "e", 100), ("b", "e", 90)], truncated=(0,)), "quoted_share").table.iloc[0]
    assert row["bound"] == ""
    assert np.isfinite(row["share"])


def test_terms_of_another_list_are_not_compared_with_those_of_the_shipped_one(base: Features) -> None:
    data = make(base, [("a", "e", 100), ("b", "e", 90)])
    assert compare(data, "terms_per_1000").table.loc[0, "reason"] == ""
    other = compare(replace(data, lexicon_key="another"), "terms_per_1000", "words").table
    assert other["reason"].tolist() == ["the reference pairs were counted with another term list", ""]


def test_of_more_than_six_sources_each_has_its_pairs_with_all_others(base: Features) -> None:
    six = make(base, [(f"s{i}", "e", 100 + i) for i in range(6)])
    assert len(compare(six).table) == 15
    many = make(base, [(f"s{i}", "e", 100 * 2**i) for i in range(8)])
    table = compare(many).table
    assert (table["second"] == OTHERS).all()
    assert (table["pairs"] == 7).all()
    assert (table["events"] == 1).all()
    assert table.loc[0, "distance"] == 16  # of the factors 2, 4, 8, 16, 32, 64 and 128


def test_one_source_has_no_pair(base: Features) -> None:
    assert compare(make(base, [("a", "e", 100)])).table.empty


def test_the_table_of_the_corpus_stays_as_it_is(base: Features) -> None:
    data = make(base, [("a", None, 100), ("b", None, 150)])
    before = data.articles.copy()
    compare(data)
    pd.testing.assert_frame_equal(data.articles, before)


def test_a_measure_that_the_reference_articles_lack_is_a_reason_and_not_an_error(
    base: Features, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = replace(find_measure("quoted_share"), name="new_measure")
    monkeypatch.setattr("analysis.results.reference.find_measure", lambda *_, **__: new)
    row = compare(make(base, [("a", "e", 100), ("b", "e", 90)]), "new_measure").table.iloc[0]
    assert row["reason"] == "the reference pairs were not measured with it"
    assert row["reference_pairs"] == 0
