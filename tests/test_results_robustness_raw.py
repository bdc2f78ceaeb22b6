"""What cleaning does to a measure by source."""

import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import compare, corpus, features, wording
from analysis.features import Features
from analysis.results import robustness

JUNK = "Share on Facebook\n\nBy continuing to use the site, you agree to the use of cookies.\n\n"


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    return features.load(corpus.load(make_corpus({"north/a.txt": JUNK + STORY, "south/a.txt": STORY})))


def value(table: pd.DataFrame, source: str, end: str) -> list[float]:
    return [*table[(table["source"] == source) & (table["end"] == end)]["value"]]


def test_a_score_has_a_panel_an_engine_and_the_values_of_file_and_body(data: Features) -> None:
    table = robustness.raw_and_clean(data, "flesch_kincaid_grade")
    assert table["panel"].nunique() == 2
    told = [
        compare.values(data, compare.measure("flesch_kincaid_grade"), engine=engine)["value"].iloc[0]
        for engine in ("published", "textstat")
    ]
    assert value(table, "north", "body") == told
    assert value(table, "north", "whole file") != told
    assert value(table, "south", "whole file") == value(table, "south", "body")


def test_scores_that_are_higher_where_a_text_is_easier_keep_their_sign(data: Features) -> None:
    assert (robustness.raw_and_clean(data, "flesch_reading_ease")["value"] > 0).all()


def test_words_have_those_that_were_removed(data: Features) -> None:
    table = robustness.raw_and_clean(data, "words")
    whole, body = (value(table, "north", end)[0] for end in ("whole file", "body"))
    assert whole - body == 16


@pytest.mark.parametrize("name", ["paragraphs", "terms_per_1000"])
def test_what_is_not_sought_in_the_whole_file_has_no_table(data: Features, name: str) -> None:
    table = robustness.raw_and_clean(data, name)
    assert table.empty
    told = wording.cleaned(table, compare.measure(name))
    assert told == f"{compare.measure(name).label}: not counted in the whole file"
