"""Pairs of sources beside ordinary ones: which pairs, how far apart, and what texts that break off allow."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus
from test_compare_differences import drawn

from analysis import compare, corpus, features
from analysis.compare import ordinary
from analysis.compare.backdrop import Backdrop
from analysis.compare.differences import OTHERS
from analysis.features import Features

Rows = Sequence[tuple[str, str | None, int]]


@pytest.fixture
def base(make_corpus: MakeCorpus) -> Features:
    return features.load(corpus.load(make_corpus({"north/one.txt": STORY, "south/one.txt": STORY})))


def laid(data: Features, *names: str) -> Backdrop:
    return compare.backdrop(data, names or ["words"], engine="published")


def test_two_articles_lie_on_the_ordinary_pairs(base: Features) -> None:
    pairs = ordinary.pairs(compare.measure("words"), engine="published")["apart"]
    row = laid(drawn(base, [("a", "e", 100), ("b", "e", 150)])).table.iloc[0]
    assert (row["apart"], row["events"], row["pairs"], row["ordinary"]) == (1.5, 1, 1, 298)
    assert row["share"] == (pairs >= 1.5).mean() == row["alike"]
    assert row["low"] < row["share"] < row["high"]


def test_articles_shorter_than_any_ordinary_one_are_counted(base: Features) -> None:
    shortest = ordinary.shortest()
    assert laid(drawn(base, [("a", "e", shortest), ("b", "e", shortest - 1)])).short == 1


def test_ordinary_pairs_that_differ_just_as_much_count(base: Features) -> None:
    headline = ordinary.pairs(compare.measure("headline_words"), engine="published")["apart"]
    data = drawn(base, [("a", "e", 100), ("b", "e", 100)])
    data.articles["headline_words"] = [5, 8]
    assert laid(data, "headline_words").table.loc[0, "share"] == (headline > 2).mean() > (headline > 3).mean()


def test_of_several_events_the_median_is_laid_on_the_pairs(base: Features) -> None:
    rows = [(s, f"e{i}", 100 * (i if s == "a" else 1)) for i in range(1, 6) for s in ("a", "b")]
    row = laid(drawn(base, rows)).table.iloc[0]
    assert (row["apart"], row["events"], row["n_first"], row["n_second"]) == (3, 5, 5, 5)
    assert (row["p10"], row["p90"]) == pytest.approx((1.4, 4.6))
    assert row["alike"] < row["share"]  # five such pairs have a median so far out more seldom than one


def test_several_articles_of_a_source_on_an_event_stand_as_their_mean(base: Features) -> None:
    row = laid(drawn(base, [("a", "e", 100), ("a", "e", 300), ("b", "e", 100)])).table.iloc[0]
    assert (row["apart"], row["pairs"], row["n_first"], row["n_second"]) == (2, 1, 2, 1)


def test_articles_on_other_events_are_no_pair(base: Features) -> None:
    row = laid(drawn(base, [("a", "e1", 100), ("b", "e2", 300), ("c", "e1", 100)])).table.iloc[0]
    assert (row["pairs"], row["reason"]) == (0, "there is no event on which both have a value")
    assert np.isnan(row["share"])


def test_one_article_a_source_without_events_is_presumed_to_be_a_pair(base: Features) -> None:
    found = laid(drawn(base, [("a", None, 100), ("b", None, 150)]))
    assert found.presumed
    assert found.table.loc[0, "apart"] == 1.5
    assert not laid(drawn(base, [("a", "e", 100), ("b", "e", 150)])).presumed


def test_several_articles_without_events_are_no_pairs(base: Features) -> None:
    found = laid(drawn(base, [("a", None, 100), ("a", None, 120), ("b", None, 150)]), "words", "lix")
    assert not found.presumed
    assert set(found.table["reason"]) == {"no article names its event"}
    assert found.table[["apart", "share"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("longer", "truncated", "bound"),
    [(150, (1,), "at least"), (150, (0,), "unclear"), (150, (0, 1), "unclear"), (100, (0,), "unclear")],
)
def test_a_text_that_breaks_off_bounds_the_difference_or_leaves_it_open(
    base: Features, longer: int, truncated: tuple[int, ...], bound: str
) -> None:
    row = laid(drawn(base, [("a", "e", 100), ("b", "e", longer)], truncated=truncated)).table.iloc[0]
    assert row["bound"] == bound
    assert np.isnan(row["share"]) == (bound == "unclear")
    assert ("breaks off" in row["reason"]) == (bound == "unclear")
    if bound == "at least":
        assert (row["apart"], row["alike_least"]) == (1.5, 0)


def test_one_text_of_many_that_breaks_off_moves_the_median_little(base: Features) -> None:
    rows = [(s, f"e{i}", 100 + (10 * i if s == "a" else 0)) for i in range(11) for s in ("a", "b")]
    row = laid(drawn(base, rows, truncated=(4,))).table.iloc[0]  # of the third event the longer
    assert (row["apart"], row["bound"]) == (1.5, "at least")
    assert 0 < row["alike_least"] < row["alike"]


def test_shares_of_texts_that_break_off_are_taken_as_they_are(base: Features) -> None:
    row = laid(drawn(base, [("a", "e", 100), ("b", "e", 90)], truncated=(0,)), "quoted_share").table.iloc[0]
    assert row["bound"] == ""
    assert np.isfinite(row["share"])


def test_terms_of_another_list_are_not_laid_beside_those_of_the_shipped_one(base: Features) -> None:
    data = drawn(base, [("a", "e", 100), ("b", "e", 90)])
    assert laid(data, "terms_per_1000").table.loc[0, "reason"] == ""
    other = laid(replace(data, lexicon_key="another"), "terms_per_1000", "words").table
    assert other["reason"].tolist() == ["the terms of ordinary pairs were counted with another list", ""]


def test_of_more_than_six_sources_each_has_its_pairs_with_all_others(base: Features) -> None:
    six = drawn(base, [(f"s{i}", "e", 100 + i) for i in range(6)])
    assert len(laid(six).table) == 15
    many = drawn(base, [(f"s{i}", "e", 100 * 2**i) for i in range(8)])
    table = laid(many).table
    assert (table["second"] == OTHERS).all()
    assert (table["pairs"] == 7).all()
    assert (table["events"] == 1).all()
    assert table.loc[0, "apart"] == 16  # of the factors 2, 4, 8, 16, 32, 64 and 128


def test_one_source_has_no_pair(base: Features) -> None:
    assert laid(drawn(base, [("a", "e", 100)])).table.empty


def test_the_table_of_the_corpus_stays_as_it_is(base: Features) -> None:
    data = drawn(base, [("a", None, 100), ("b", None, 150)])
    before = data.articles.copy()
    laid(data)
    pd.testing.assert_frame_equal(data.articles, before)
