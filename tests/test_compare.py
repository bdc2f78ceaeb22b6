from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import compare, corpus, features
from analysis.errors import AnalysisError
from analysis.features import Features
from analysis.statistics.intervals import mean_interval


@pytest.fixture
def data(two_sources: Path) -> Features:
    return features.load(corpus.load(two_sources))


@pytest.mark.parametrize("name", [*compare.MEASURES, "flesch_kincaid_grade", "lix"])
def test_every_measure_gives_one_value_an_article(data: Features, name: str) -> None:
    table = compare.values(data, compare.measure(name))
    assert list(table.columns) == ["article_id", "source", "event", "value", "truncated", "censored"]
    assert len(table) == len(data.articles)
    assert name == "headline_words" or table["value"].notna().all()


def test_shares_and_rates_are_those_of_the_counts(data: Features) -> None:
    articles = data.articles
    share = compare.values(data, compare.measure("quoted_share"))["value"]
    assert share.to_list() == (articles["quotation_words"] / articles["words"]).to_list()
    rate = compare.values(data, compare.measure("quotations_per_1000"))["value"]
    assert rate.to_list() == (1000 * articles["quotations"] / articles["words"]).to_list()


def test_a_score_is_read_from_the_engine_that_is_asked_for(data: Features) -> None:
    grade = compare.measure("flesch_kincaid_grade")
    published = compare.values(data, grade)["value"]
    other = compare.values(data, grade, engine="textstat")["value"]
    assert published.notna().all()
    assert other.notna().all()
    assert published.iloc[0] > other.iloc[0]  # textstat ends a sentence at "Gov."


@pytest.mark.parametrize(
    ("name", "engine", "least"),
    [
        ("lix", "published", "100 words"),
        ("smog_index", "published", "30 sentences"),
        ("smog_index", "textstat", "a word in its body"),
        ("terms_per_1000", "published", "a word of narration"),
    ],
)
def test_a_measure_names_what_an_article_needs_for_a_value(name: str, engine: str, least: str) -> None:
    assert compare.measure(name, engine=engine).least == least


def test_an_unknown_measure_is_refused_with_those_there_are() -> None:
    with pytest.raises(AnalysisError, match='measure = "flesh" is not known; known: words, sentences'):
        compare.measure("flesh")


def test_only_a_length_is_a_lower_bound_where_a_text_breaks_off(make_corpus: MakeCorpus) -> None:
    broken = STORY.rstrip().removesuffix("did not return two calls.") + "did not return"
    data = features.load(corpus.load(make_corpus({"north/a.txt": broken})))
    assert compare.values(data, compare.measure("words"))["censored"].all()
    assert not compare.values(data, compare.measure("quoted_share"))["censored"].any()


def table(**groups: list[float]) -> pd.DataFrame:
    rows = [(source, value) for source, values in groups.items() for value in values]
    return pd.DataFrame(rows, columns=["source", "value"]).assign(censored=False)


def test_a_source_is_summed_up_by_its_articles() -> None:
    row = compare.by_source(table(a=[1, 2, 6]), ["a"], seed=1).iloc[0]
    assert (row["n"], row["mean"], row["median"], row["least"], row["most"]) == (3, 3, 2, 1, 6)


def test_no_interval_is_given_below_eight_articles() -> None:
    summary = compare.by_source(table(a=list(range(7)), b=list(range(8))), ["a", "b"], seed=1)
    assert summary["low"].isna().to_list() == [True, False]


def test_a_mean_has_its_interval_the_same_for_the_same_seed() -> None:
    sample = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0]
    first, second = (compare.by_source(table(a=sample), ["a"], seed=7).iloc[0] for _ in range(2))
    assert first.equals(second)
    assert (first["low"], first["high"]) == mean_interval(np.array(sample), seed=7)


def test_equal_values_have_an_interval_of_no_width() -> None:
    row = compare.by_source(table(a=[2.0] * 9), ["a"], seed=1).iloc[0]
    assert (row["low"], row["high"]) == (2, 2)


def test_articles_without_a_value_do_not_count() -> None:
    summary = compare.by_source(table(a=[1.0, np.nan], b=[np.nan]), ["a", "b", "c"], seed=1)
    assert summary["n"].to_list() == [1, 0, 0]
    assert summary["mean"].isna().to_list() == [False, True, True]


def test_a_rate_is_all_counts_over_all_words_of_the_voice(data: Features) -> None:
    rates = compare.rates(data, "term").set_index(["source", "voice", "term"])
    row = rates.loc[("north", "narration", "dismal")]
    narrated = data.articles.loc[data.articles["source"] == "north", "narration_words"].sum()
    assert (row["count"], row["articles"], row["n"], row["words"]) == (2, 2, 2, narrated)
    assert row["rate"] == pytest.approx(1000 * 2 / narrated)


def test_a_term_that_no_article_has_is_a_zero_not_a_gap(data: Features) -> None:
    rates = compare.rates(data, "term")
    assert len(rates) == len(data.lexicon["term"].unique()) * 3 * len(data.sources)
    absent = rates[rates["term"] == "sanctions"]
    assert absent["count"].to_list() == [0] * 6
    assert absent["rate"].dropna().to_list() == [0.0] * 4


def test_a_voice_without_words_has_no_rate(data: Features) -> None:
    rates = compare.rates(data, "category")
    silent = rates[rates["words"] == 0]
    assert set(silent["voice"]) == {"headline"}
    assert silent["rate"].isna().all()


def test_the_most_frequent_terms_come_with_every_source(data: Features) -> None:
    top = compare.top_terms(data, most=2, seed=1)
    assert len(top) == 2 * len(data.sources)
    assert top.groupby("term")["count"].sum().min() > 0


def test_whose_words_they_are_adds_up_to_the_whole(data: Features) -> None:
    voices = compare.voices(data)
    assert voices.groupby("source")["words"].sum().to_dict() == (
        data.articles.groupby("source")["words"].sum().to_dict()
    )


def test_engines_are_compared_on_the_same_articles(data: Features) -> None:
    engines = compare.engines(data)
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
    table = compare.ranks(features.load(corpus.load(make_corpus(texts)))).set_index(["term", "source"])
    assert table.loc[("LIX", "stops"), ["published", "textstat", "rate", "text"]].to_list() == [
        1,
        2,
        1,
        "1 → 2",
    ]
    assert table.loc[("LIX", "plain"), "text"] == "2 → 1"
    assert "short" not in table.index.get_level_values("source")


def test_a_ranking_without_a_scored_article_is_empty(make_corpus: MakeCorpus) -> None:
    table = compare.ranks(features.load(corpus.load(make_corpus({"n/a.txt": "Too short.\n"}))))
    assert table.empty
    assert "published" in table


def test_panels_hold_a_row_for_every_measure_and_source(data: Features) -> None:
    panels = compare.panels(data, ["words", "lix"], engine="published", seed=1)
    assert list(zip(panels.table["measure"], panels.table["source"], strict=True)) == [
        ("words", "north"), ("words", "south"), ("lix", "north"), ("lix", "south"),
    ]  # fmt: skip


def test_a_corpus_of_nothing_but_junk_has_no_sentence_lengths(make_corpus: MakeCorpus) -> None:
    table = compare.sentence_lengths(features.load(corpus.load(make_corpus({"north/a.txt": "Share\n"}))))
    assert list(table.columns) == ["source", "articles", "n", "p10", "p25", "p50", "p75", "p90"]
    assert table.empty
