"""Readability by voice and engine: the same articles on both sides, and titles no stronger than the table."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from conftest import MakeCorpus

from analysis import corpus, features
from analysis.features import Features
from analysis.measures.registry import find_measure
from analysis.results.readability import (
    _describe_engines,
    _describe_ranks,
    _describe_voices,
    compare_engines,
    compare_voices,
    rank_sources,
)

GRADE = replace(find_measure("flesch_kincaid_grade"), label="Grade")


@pytest.fixture
def data(two_sources: Path) -> Features:
    return features.load(corpus.load(two_sources))


def test_engines_are_compared_on_the_same_articles(data: Features) -> None:
    engines = compare_engines(data).table
    sizes = engines.groupby(["panel", "source"])["n"].nunique()
    assert (sizes == 1).all()
    assert set(engines["end"]) == {"published", "textstat"}


def test_sources_are_ranked_from_the_hardest_by_each_engine_on_the_same_articles(
    make_corpus: MakeCorpus,
) -> None:
    # textstat ends a sentence at each stop of the initials: the long sentence is short to it.
    stops = "The J. R. R. of P. D. Q. met the S. T. U. of V. W. X. again as they had met many times before. "
    plain = "The old men met the young men in the hall again as they had met before. "
    texts = {"stops/a.txt": stops * 30, "plain/a.txt": plain * 30, "short/a.txt": plain}
    table = rank_sources(features.load(corpus.load(make_corpus(texts)))).table.set_index(["term", "source"])
    assert table.loc[("LIX", "stops"), ["published", "textstat", "rate", "text"]].to_list() == [
        1,
        2,
        1,
        "1 → 2",
    ]
    assert table.loc[("LIX", "plain"), "text"] == "2 → 1"
    assert "short" not in table.index.get_level_values("source")


def test_a_ranking_without_a_scored_article_is_empty(make_corpus: MakeCorpus) -> None:
    result = rank_sources(features.load(corpus.load(make_corpus({"n/a.txt": "Too short.\n"}))))
    assert result.table.empty
    assert result.nothing == "No article is long enough for a score in both engines."


def test_leaving_out_quotations_is_said_with_its_direction() -> None:
    rows = [
        ("Post", "narration", 12.0),
        ("Post", "body", 10.0),
        ("Wire", "narration", 9.0),
        ("Wire", "body", 9.5),
    ]
    table = pd.DataFrame(rows, columns=["source", "end", "value"]).assign(n=3)
    text = _describe_voices(table, GRADE)
    assert text == "Without quotations Post is 2.0 higher in Grade; higher in 1 of 2 sources"


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ((2.0, 0.0), "Post is 2.0 higher in Grade; higher in 1 of 2 sources"),
        ((-2.0, 0.0), "Post is 2.0 lower in Grade; lower in 1 of 2 sources"),
        ((-2.0, -0.1), "Post is 2.0 lower in Grade; lower in 2 of 2 sources"),
        ((1.0, -3.0), "Wire is 3.0 lower in Grade; lower in 1 of 2 sources"),
        ((-1.0,), "Post is 1.0 lower in Grade"),
    ],
)
def test_a_source_whose_score_stays_is_neither_higher_nor_lower(gaps: tuple[float, ...], said: str) -> None:
    rows = [
        (source, end, value)
        for source, gap in zip(("Post", "Wire"), gaps, strict=False)
        for end, value in (("narration", 10.0 + gap), ("body", 10.0))
    ]
    table = pd.DataFrame(rows, columns=["source", "end", "value"]).assign(n=3)
    assert _describe_voices(table, GRADE) == f"Without quotations {said}"


def test_an_engine_may_be_lower() -> None:
    rows = [("Fog", "Post", 12.0, 10.0), ("ARI", "Post", 9.0, 10.0)]
    wide = pd.DataFrame(rows, columns=["panel", "source", "published", "textstat"])
    table = wide.melt(["panel", "source"], var_name="end", value_name="value").assign(n=2)
    assert _describe_engines(table) == "On the same texts textstat's Fog is 2.0 grades lower on average"


def test_the_engines_are_compared_with_the_sign_of_their_gap() -> None:
    rows = [
        ("Fog", "Post", 10.0, 12.0),
        ("Fog", "Wire", 11.0, 11.5),
        ("ARI", "Post", 9.0, 9.0),
        ("ARI", "Wire", 8.0, 8.1),
    ]
    wide = pd.DataFrame(rows, columns=["panel", "source", "published", "textstat"])
    table = wide.melt(["panel", "source"], var_name="end", value_name="value").assign(n=2)
    text = _describe_engines(table)
    assert text == ("On the same texts textstat's Fog is 1.2 grades higher on average")


@pytest.mark.parametrize(
    ("ranks", "said"),
    [
        ([(1, 1), (2, 2)], "Both engines rank the sources in the same order in all 2 formulas"),
        (
            [(1, 2), (2, 1)],
            "The engine decides the order of the sources in 1 of 2 formulas, and which is hardest in 1",
        ),
        (
            [(1, 1), (2, 3), (3, 2)],
            "The engine decides the order of the sources in 1 of 2 formulas, but never which is hardest",
        ),
        ([(1, 1)], "One source, A, so there is no order to change"),
        ([], "The two engines: no article has a score in both"),
    ],
)
def test_the_ranking_is_said_to_change_only_where_it_does(ranks: list[tuple[int, int]], said: str) -> None:
    rows = [("Fog", source, *both) for source, both in zip("ABC", ranks, strict=False)]
    rows += [("ARI", source, one, one) for source, (one, _) in zip("ABC", ranks, strict=False)]
    table = pd.DataFrame(rows, columns=["term", "source", "published", "textstat"]).assign(n=5)
    assert _describe_ranks(table) == said


def test_a_score_by_voice_names_the_articles_that_have_it_both_ways(data: Features) -> None:
    result = compare_voices(data, find_measure("lix"))
    assert result.id == "readability_lix_voices"
    assert [*result.articles({"source": "north", "panel": "LIX"})] == ["north/one", "north/two"]


def test_without_an_article_that_has_enough_narration_the_reason_is_given(make_corpus: MakeCorpus) -> None:
    short = features.load(corpus.load(make_corpus({"n/a.txt": "Too short.\n"})))
    result = compare_voices(short, find_measure("lix"))
    assert result.table.empty
    assert result.nothing.startswith(f"{result.title}: an article needs ")
