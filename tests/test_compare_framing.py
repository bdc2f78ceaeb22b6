"""Rates of listed terms: their intervals, their places, and how often they are denied."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import compare, corpus, features
from analysis.compare.framing import rates, with_intervals
from analysis.compare.framing_places import PLACES
from analysis.features import Features
from analysis.statistics.counts import garwood_interval
from analysis.statistics.intervals import rate_interval


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    """Nine articles of one source, of which every other has the term, and one of another."""
    plain = STORY.replace("dismal ", "")
    texts = {f"north/{i}.txt": (plain if i % 2 else STORY) + f"\nIt was day {i}.\n" for i in range(9)}
    return features.load(corpus.load(make_corpus({**texts, "south/one.txt": STORY})))


def interval(data: Features, source: str, voice: str, term: str) -> pd.Series:
    table = with_intervals(rates(data, "term"), data, "term", seed=1)
    return table.set_index(["source", "voice", "term"]).loc[(source, voice, term)]


def test_from_eight_articles_on_articles_are_drawn_anew(data: Features) -> None:
    words = data.articles.loc[data.articles["source"] == "north", "narration_words"].to_numpy(dtype=float)
    low, high = rate_interval(np.array([1.0, 0] * 4 + [1]), words, seed=1)
    row = interval(data, "north", "narration", "dismal")
    assert row["interval"] == "articles"
    assert (row["low"], row["high"]) == pytest.approx((1000 * max(low, 0), 1000 * high))
    assert row["low"] < row["rate"] < row["high"]


@pytest.mark.parametrize(("source", "term", "count"), [("south", "dismal", 1), ("north", "regime", 0)])
def test_of_fewer_articles_or_hits_the_words_are(data: Features, source: str, term: str, count: int) -> None:
    row = interval(data, source, "narration", term)
    assert (row["interval"], row["count"]) == ("words", count)
    low, high = garwood_interval(count, row["words"])
    assert (row["low"], row["high"]) == pytest.approx((1000 * low, 1000 * high))


def test_without_words_there_is_no_interval(data: Features) -> None:
    row = interval(data, "south", "headline", "dismal")
    assert row["interval"] == ""
    assert np.isnan(row[["low", "high"]].to_numpy(dtype=float)).all()


def test_intervals_stand_behind_both_figures(data: Features) -> None:
    columns = {"negated", "low", "high", "interval"}
    assert columns <= set(compare.top_terms(data, most=3, seed=1))
    assert columns <= set(compare.category_voices(data, seed=1))


def test_negated_hits_are_counted_apart(make_corpus: MakeCorpus) -> None:
    text = STORY.replace("the first meeting", "not a regime, the first meeting") + "\nThe regime stayed.\n"
    found = features.load(corpus.load(make_corpus({"north/one.txt": text})))
    (row,) = compare.negations(found).itertuples(index=False)
    assert row == ("north", "narration", "regime", 2, 1)
    assert rates(found, "category")["negated"].sum() == 1


def test_places_hold_every_hit_of_headline_and_narration_and_all_its_words(data: Features) -> None:
    table = compare.places(data)
    told = data.terms[data.terms["voice"] != "quotation"]
    assert table["count"].sum() == told["count"].sum() > 0
    body = table[table["term"] != "headline"].groupby("source")["words"].sum()
    narrated = data.articles.groupby("source")["narration_words"].sum()
    assert body.to_dict() == pytest.approx(narrated.to_dict(), abs=1)
    assert list(dict.fromkeys(table["term"])) == list(PLACES)


def test_a_hit_is_in_the_lead_up_to_a_tenth_of_the_body(data: Features) -> None:
    terms = data.terms.head(1).assign(
        places=[np.array([0.0, 0.099, 0.1, 0.399, 0.4, 0.7, 0.999])], count=7, voice="narration"
    )
    table = compare.places(replace(data, terms=terms)).groupby("term", sort=False)["count"].sum()
    assert table.to_list() == [0, 2, 2, 1, 2]


def test_a_headline_that_is_not_there_has_no_rate(data: Features) -> None:
    table = compare.places(data).set_index(["term", "source"])
    assert data.articles["headline_words"].sum() == 0
    assert np.isnan(table.loc[("headline", "south"), "rate"])
    assert table.loc[("last third", "south"), "rate"] >= 0
