"""Measures by source: values, means and intervals, and titles no stronger than these."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features
from analysis.features import Features
from analysis.measures.registry import all_measures, find_measure
from analysis.results.sources import (
    compare_measure,
    compare_measures,
    describe_means,
    describe_values,
    measure_articles,
    summarise,
)
from analysis.statistics.intervals import mean_interval

LENGTH = find_measure("words")


@pytest.fixture
def data(two_sources: Path) -> Features:
    return features.load(corpus.load(two_sources))


@pytest.mark.parametrize("name", sorted({one.name for one in all_measures()}))
def test_every_measure_gives_one_value_per_article(data: Features, name: str) -> None:
    table = measure_articles(data, find_measure(name))
    assert list(table.columns) == ["article_id", "source", "event", "value", "truncated", "censored"]
    assert len(table) == len(data.articles)
    assert name in {"headline_words", "smog_index"} or table["value"].notna().all()


def test_shares_and_rates_are_those_of_the_counts(data: Features) -> None:
    articles = data.articles
    share = measure_articles(data, find_measure("quoted_share"))["value"]
    assert share.to_list() == (articles["quotation_words"] / articles["words"]).to_list()
    rate = measure_articles(data, find_measure("quotations_per_1000"))["value"]
    assert rate.to_list() == (1000 * articles["quotations"] / articles["words"]).to_list()


def test_only_a_length_is_a_lower_bound_in_a_truncated_article(make_corpus: MakeCorpus) -> None:
    cut = STORY.rstrip().removesuffix("spokesman did not return two calls.")
    data = features.load(corpus.load(make_corpus({"north/a.txt": cut})))
    assert measure_articles(data, LENGTH)["censored"].all()
    assert not measure_articles(data, find_measure("quoted_share"))["censored"].any()


def table(**groups: list[float]) -> pd.DataFrame:
    rows = [(source, value) for source, values in groups.items() for value in values]
    return pd.DataFrame(rows, columns=["source", "value"]).assign(censored=False)


def test_a_source_is_summed_up_by_its_articles() -> None:
    row = summarise(table(a=[1, 2, 6]), ["a"], seed=1).iloc[0]
    assert (row["n"], row["mean"], row["median"], row["lowest"], row["highest"]) == (3, 3, 2, 1, 6)


def test_no_interval_is_given_below_eight_articles() -> None:
    summary = summarise(table(a=list(range(7)), b=list(range(8))), ["a", "b"], seed=1)
    assert summary["low"].isna().to_list() == [True, False]


def test_a_mean_has_its_interval_the_same_for_the_same_seed() -> None:
    sample = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0]
    first, second = (summarise(table(a=sample), ["a"], seed=7).iloc[0] for _ in range(2))
    assert first.equals(second)
    assert (first["low"], first["high"]) == mean_interval(np.array(sample), seed=7)


def test_equal_values_have_an_interval_of_no_width() -> None:
    row = summarise(table(a=[2.0] * 9), ["a"], seed=1).iloc[0]
    assert (row["low"], row["high"]) == (2, 2)


def test_articles_without_a_value_do_not_count() -> None:
    summary = summarise(table(a=[1.0, np.nan], b=[np.nan]), ["a", "b", "c"], seed=1)
    assert summary["n"].to_list() == [1, 0, 0]
    assert summary["mean"].isna().to_list() == [False, True, True]


def test_panels_hold_a_row_for_every_measure_and_source(data: Features) -> None:
    panels = compare_measures(data, ["words", "lix"], id="summary", seed=1)
    assert list(zip(panels.table["measure"], panels.table["source"], strict=True)) == [
        ("words", "north"), ("words", "south"), ("lix", "north"), ("lix", "south"),
    ]  # fmt: skip


def summary(*rows: tuple[str, int, float, float | None, float | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["source", "n", "mean", "low", "high"]).assign(bounds=0)


def test_with_one_article_per_source_the_sentence_is_about_these_articles() -> None:
    text = describe_means(LENGTH, summary(("Post", 1, 365, None, None), ("Wire", 1, 364, None, None)))
    assert text == "Length: 365 in this Post article and 364 in this Wire article"


def test_with_several_it_is_about_averages() -> None:
    text = describe_means(LENGTH, summary(("Post", 3, 300, None, None), ("Wire", 4, 200, None, None)))
    assert text == "Length: lowest in Wire (200 on average), highest in Post (300)"


def test_intervals_that_do_not_overlap_are_not_a_test_and_not_mentioned() -> None:
    text = describe_means(LENGTH, summary(("Post", 9, 300, 290, 310), ("Wire", 9, 200, 190, 220)))
    assert text == "Length: lowest in Wire (200 on average), highest in Post (300)"


def test_truncated_articles_are_at_least_so_long_and_nothing_is_ranked() -> None:
    one = summary(("Post", 1, 365, None, None), ("Wire", 1, 364, None, None)).assign(bounds=[0, 1])
    text = describe_means(LENGTH, one)
    assert text == "Length: 365 in this Post article and at least 364 in this Wire article"
    many = summary(("Post", 9, 300, 290, 310), ("Wire", 9, 200, 190, 220)).assign(bounds=[0, 1])
    assert describe_means(LENGTH, many) == "Length: on average 300 in Post and at least 200 in Wire"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 of 3 articles is truncated"), (2, "2 of 3 articles are truncated")]
)
def test_the_number_of_truncated_articles_has_its_verb(
    make_corpus: MakeCorpus, count: int, said: str
) -> None:
    data = features.load(corpus.load(make_corpus({f"north/{i}.txt": "Nobody left.\n" for i in range(3)})))
    data = replace(data, articles=data.articles.assign(truncated=[i < count for i in range(3)]))
    for name, note in (
        ("words", f"▷ ≥ Lower bounds: {said}."),
        ("quoted_share", f"{said}; only the available text is measured."),
    ):
        measure = find_measure(name)
        values = measure_articles(data, measure)
        assert describe_values(measure, values, summarise(values, data.sources, seed=1)) == note


def test_sources_that_come_out_the_same_are_not_ranked() -> None:
    text = describe_means(LENGTH, summary(("Post", 3, 200.1, None, None), ("Wire", 3, 200.2, None, None)))
    assert text == "Length: 200 on average in every source"


def test_a_measure_that_no_article_has_is_not_given_as_a_number() -> None:
    text = describe_means(LENGTH, summary(("Post", 0, float("nan"), None, None)))
    assert text == "Length: no article has a word in its body"


def test_of_many_single_articles_the_extremes_are_named() -> None:
    rows = [(name, 1, value, None, None) for name, value in zip("ABCD", (4, 1, 9, 5), strict=True)]
    assert describe_means(LENGTH, summary(*rows)) == "Length: 1 in this B article and 9 in this C article"


def test_a_source_alone_is_not_compared() -> None:
    text = describe_means(LENGTH, summary(("Post", 5, 300, None, None)))
    assert text == "Length: on average 300 in Post"


def test_an_article_of_one_source_is_never_described_as_the_source() -> None:
    mixed = describe_means(LENGTH, summary(("Post", 1, 300, None, None), ("Wire", 4, 200, None, None)))
    assert mixed == "Length: lowest in Wire (200 on average), highest in this Post article (300)"


def test_articles_that_come_out_the_same_are_not_ranked() -> None:
    text = describe_means(LENGTH, summary(("Post", 1, 135, None, None), ("Wire", 1, 135, None, None)))
    assert text == "Length: 135 in each of these 2 articles"


def test_a_measure_by_source_reports_its_values_and_the_articles_behind_each_mean(data: Features) -> None:
    result = compare_measure(data, LENGTH, id="length_words", seed=1)
    (values,) = result.also
    assert values.id == "length_words_articles"
    assert [*result.articles({"source": "north"})] == ["north/one", "north/two"]
    assert [*values.articles({"article_id": "south/one"})] == ["south/one"]
    assert result.cell(next(result.rows()), "mean").unit == "words of the body"


def test_a_measure_that_no_article_has_is_not_drawn(make_corpus: MakeCorpus) -> None:
    short = features.load(corpus.load(make_corpus({"n/a.txt": "Too short.\n"})))
    result = compare_measure(short, find_measure("lix"), id="lix", seed=1)
    assert result.nothing == "LIX: no article has 100 words."


def test_a_mean_over_truncated_articles_is_a_bound_in_text_and_number(make_corpus: MakeCorpus) -> None:
    cut = STORY.rstrip().removesuffix("spokesman did not return two calls.")
    result = compare_measure(
        features.load(corpus.load(make_corpus({"n/a.txt": cut}))), LENGTH, id="length", seed=1
    )
    cell = result.cell(next(result.rows()), "mean")
    assert (cell.bound, cell.text) == ("at least", f"≥ {cell.value:.0f}")
    assert cell.definition.endswith("Articles are truncated: the true value is at least this.")


def test_articles_without_a_value_are_noted_with_what_they_need(data: Features) -> None:
    smog = find_measure("smog_index")
    values = measure_articles(data, smog)
    note = describe_values(smog, values, summarise(values, data.sources, seed=1))
    assert note == "– SMOG: not computed for 4 of 4 articles (an article needs 30 sentences)."


@pytest.mark.parametrize(("number", "reported"), [(60, True), (61, False)])
def test_values_of_up_to_sixty_articles_are_reported(
    make_corpus: MakeCorpus, number: int, *, reported: bool
) -> None:
    texts = {f"north/{i:02}.txt": f"Nobody left the hall on day {i}.\n" for i in range(number)}
    found = compare_measure(features.load(corpus.load(make_corpus(texts))), LENGTH, id="length", seed=1)
    (single,) = found.also
    assert (len(single.table) <= single.most) == reported
