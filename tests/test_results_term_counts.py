"""Counts of listed terms by source and voice, and the intervals of their rates."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features
from analysis.features import Features
from analysis.results.term_counts import add_intervals, count_terms
from analysis.statistics.counts import garwood_interval
from analysis.statistics.intervals import rate_interval


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    """Nine articles of one source, of which every other has the term, and one of another."""
    plain = STORY.replace("dismal ", "")
    texts = {f"north/{i}.txt": (plain if i % 2 else STORY) + f"\nIt was day {i}.\n" for i in range(9)}
    return features.load(corpus.load(make_corpus({**texts, "south/one.txt": STORY})))


def find_interval(data: Features, source: str, voice: str, term: str) -> pd.Series:
    table = add_intervals(count_terms(data, "term"), data, "term", seed=1)
    return table.set_index(["source", "voice", "term"]).loc[(source, voice, term)]


def test_a_rate_is_all_counts_over_all_words_of_the_voice(data: Features) -> None:
    row = (
        count_terms(data, "term").set_index(["source", "voice", "term"]).loc[("north", "narration", "dismal")]
    )
    narrated = data.articles.loc[data.articles["source"] == "north", "narration_words"].sum()
    assert (row["count"], row["articles"], row["n"], row["words"]) == (5, 5, 9, narrated)
    assert row["rate"] == pytest.approx(1000 * 5 / narrated)


def test_a_term_that_no_article_has_is_a_zero_and_not_a_gap(data: Features) -> None:
    counts = count_terms(data, "term")
    assert len(counts) == len(data.lexicon["term"].unique()) * 3 * len(data.sources)
    absent = counts[counts["term"] == "sanctions"]
    assert absent["count"].to_list() == [0] * 6
    assert absent["rate"].dropna().to_list() == [0.0] * 4


def test_a_voice_without_words_has_no_rate(data: Features) -> None:
    silent = count_terms(data, "category").query("words == 0")
    assert set(silent["voice"]) == {"headline"}
    assert silent["rate"].isna().all()


def test_from_eight_articles_on_articles_are_resampled(data: Features) -> None:
    words = data.articles.loc[data.articles["source"] == "north", "narration_words"].to_numpy(dtype=float)
    low, high = rate_interval(np.array([1.0, 0] * 4 + [1]), words, seed=1)
    row = find_interval(data, "north", "narration", "dismal")
    assert row["interval"] == "articles"
    assert (row["low"], row["high"]) == pytest.approx((1000 * max(low, 0), 1000 * high))
    assert row["low"] < row["rate"] < row["high"]


@pytest.mark.parametrize(("source", "term", "count"), [("south", "dismal", 1), ("north", "regime", 0)])
def test_with_fewer_articles_or_hits_the_interval_is_exact_for_the_words(
    data: Features, source: str, term: str, count: int
) -> None:
    row = find_interval(data, source, "narration", term)
    assert (row["interval"], row["count"]) == ("words", count)
    low, high = garwood_interval(count, row["words"])
    assert (row["low"], row["high"]) == pytest.approx((1000 * low, 1000 * high))


def test_without_words_there_is_no_interval(data: Features) -> None:
    row = find_interval(data, "south", "headline", "dismal")
    assert row["interval"] == ""
    assert np.isnan(row[["low", "high"]].to_numpy(dtype=float)).all()


def test_articles_without_words_in_a_voice_are_not_resampled(data: Features) -> None:
    silent = data.articles.assign(
        narration_words=data.articles["narration_words"].mask(data.articles["article_id"] == "north/1", 0)
    )
    words = silent.loc[silent["source"] == "north", "narration_words"].to_numpy(dtype=float)
    hits = np.array([1.0, 0] * 4 + [1])
    low, high = rate_interval(hits[words > 0], words[words > 0], seed=1)
    row = find_interval(replace(data, articles=silent), "north", "narration", "dismal")
    assert (row["low"], row["high"]) == pytest.approx((1000 * max(low, 0), 1000 * high))
