"""Terms compared by article: which sides, what is paired, what is tested, and what few articles do not allow."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features
from analysis.features import Features
from analysis.results import keyness
from analysis.results.behind import OTHERS
from analysis.results.keyness import compare_listed_terms, compare_words
from analysis.statistics.keyness import log_odds

Article = tuple[str, str | None, int, Mapping[str, int]]  # source, event, words of narration, counts of terms
LIST = ("dismal", "regime", "talks")


def make(base: Features, rows: Sequence[Article]) -> Features:
    """Features whose articles have just these words and terms in narration."""
    articles = pd.concat([base.articles.head(1)] * len(rows), ignore_index=True)
    articles["article_id"] = [f"a{i:03}" for i in range(len(rows))]
    articles["source"], articles["event"], articles["narration_words"], counts = zip(*rows, strict=True)
    found = [
        (f"a{i:03}", term, count) for i, own in enumerate(counts) for term, count in own.items() if count
    ]
    terms = pd.DataFrame(found, columns=["article_id", "term", "count"])
    terms = terms.assign(category="c", voice="narration", negated=0, places=None)
    return replace(
        base,
        articles=articles,
        terms=terms,
        words=terms.rename(columns={"term": "word"})[["article_id", "voice", "word", "count"]],
        lexicon=pd.DataFrame({"category": "c", "term": LIST, "explanation": None}),
        sources=tuple(dict.fromkeys(source for source, *_ in rows)),
    )


@pytest.fixture
def base(make_corpus: MakeCorpus) -> Features:
    return features.load(corpus.load(make_corpus({"north/one.txt": STORY, "south/one.txt": STORY})))


def two(size: int, *, event: bool = False, more: int = 4) -> list[Article]:
    """Two sources of `size` articles; the first has `more` of one term in each, and one of another."""
    counts: Mapping[str, Mapping[str, int]] = {
        "a": {"regime": more, "talks": 1},
        "b": {"regime": 0, "talks": 1},
    }
    return [(s, f"e{i}" if event else None, 200, counts[s]) for s in ("a", "b") for i in range(size)]


def test_a_row_has_the_counts_of_both_sides_and_in_how_many_articles(base: Features) -> None:
    rows: list[Article] = [
        ("a", None, 300, {"regime": 3}),
        ("a", None, 100, {}),
        ("b", None, 200, {"regime": 1}),
    ]
    row = compare_listed_terms(make(base, rows), seed=1).csv_table.iloc[0]
    assert (row["first"], row["second"], row["term"]) == ("a", "b", "regime")
    assert row[["count_first", "count_second", "words_first", "words_second"]].to_list() == [3, 1, 400, 200]
    assert row[["rate_first", "rate_second"]].to_list() == [7.5, 5.0]
    assert row[["articles_first", "n_first", "articles_second", "n_second"]].to_list() == [1, 2, 1, 1]
    assert row["dp_first"] == pytest.approx(0.25 / 0.75)  # all of it in three quarters of the words
    assert row["log_ratio"] == pytest.approx(np.log2(1.5))


def test_the_prior_is_one_mean_article_of_both_sides(base: Features) -> None:
    rows: list[Article] = [("a", None, 300, {"regime": 3}), ("b", None, 100, {"regime": 1})]
    row = compare_listed_terms(make(base, rows), seed=1).csv_table.iloc[0]
    known = log_odds([3], 300, [1], 100, prior=[2.0], prior_words=200)
    assert (row["log_odds"], row["z"]) == (known.delta[0], known.z[0])


def test_a_term_that_two_sources_use_differently_in_every_article_is_significant(base: Features) -> None:
    table = compare_listed_terms(make(base, two(20)), seed=1).csv_table.set_index("term")
    assert list(table.index) == ["regime", "talks"]  # no article has the third
    assert table.loc["regime", ["p", "p_adjusted", "shuffled"]].to_list() == [0.0001, 0.0001, "all"]
    assert table.loc["talks", "p"] == 1


def test_articles_of_sources_that_report_the_same_events_are_shuffled_within_them(base: Features) -> None:
    table = compare_listed_terms(make(base, two(6, event=True)), seed=1).csv_table.set_index("term")
    assert table.loc["regime", ["p", "shuffled"]].to_list() == [2 / 2**6, "events"]


def test_articles_on_an_event_that_only_one_side_reports_are_left_out(base: Features) -> None:
    rows = [*two(6, event=True), ("a", "e9", 200, {"regime": 50})]
    row = compare_listed_terms(make(base, rows), seed=1).csv_table.iloc[0]
    assert row[["n_first", "n_second", "left_out", "count_first"]].to_list() == [6, 6, 1, 24]


def test_where_one_source_is_longer_articles_of_similar_length_are_shuffled(base: Features) -> None:
    rows: list[Article] = [
        (s, None, 100 * extra + 10 * i, {"talks": i % 2})
        for s, extra in (("a", 2), ("b", 3))
        for i in range(20)
    ]
    assert set(compare_listed_terms(make(base, rows), seed=1).csv_table["shuffled"]) == {"similar length"}


@pytest.mark.parametrize(("size", "tested"), [(3, False), (4, True)])
def test_no_test_is_made_that_could_not_reject(base: Features, *, size: int, tested: bool) -> None:
    row = compare_listed_terms(make(base, two(size)), seed=1).csv_table.iloc[0]
    assert np.isfinite(row["p"]) == tested == np.isfinite(row["p_adjusted"])


def test_two_articles_are_described_and_not_tested(base: Features) -> None:
    found = compare_listed_terms(make(base, two(1, more=90)), seed=1)
    assert found.csv_table[["p", "p_adjusted"]].isna().all(axis=None)
    assert found.csv_table["g2"].iloc[0] > 100
    assert compare_words(make(base, two(1)), seed=1).csv_table.empty


def test_one_article_against_many_is_not_tested(base: Features) -> None:
    rows = [*two(60)[59:], *two(60)[:1]]  # one of a, 60 of b, and the least p would be small enough
    assert compare_listed_terms(make(base, rows[:-1]), seed=1).csv_table["p"].isna().all()


def test_a_term_in_three_articles_has_no_p(base: Features) -> None:
    rows = [*two(20), *(("a", None, 200, {"dismal": 9}) for _ in range(3))]
    table = compare_listed_terms(make(base, rows), seed=1).csv_table.set_index("term")
    assert np.isnan(table.loc["dismal", "p"])
    assert np.isfinite(table.loc["talks", "p"])


def test_each_of_three_sources_is_compared_with_all_others(base: Features) -> None:
    rows = [*two(8), *(("c", None, 200, {"talks": 1}) for _ in range(8))]
    found = compare_listed_terms(make(base, rows), seed=1)
    assert list(dict.fromkeys(zip(found.csv_table["first"], found.csv_table["second"], strict=True))) == [
        ("a", OTHERS), ("b", OTHERS), ("c", OTHERS),
    ]  # fmt: skip
    own = found.csv_table[(found.csv_table["first"] == "a") & (found.csv_table["term"] == "regime")].iloc[0]
    assert (own["n_first"], own["n_second"]) == (8, 16)
    assert own["p_adjusted"] == pytest.approx(3 * own["p"])  # three comparisons


@pytest.mark.parametrize("sources", [46, 500])
def test_of_very_many_sources_those_with_most_articles_are_compared(base: Features, sources: int) -> None:
    rows: list[Article] = [(f"s{i:03}", None, 200, {"talks": i % 2}) for i in range(sources)]
    rows += [(f"s{i:03}", None, 200, {"talks": 1}) for i in range(30, 42)]
    found = compare_listed_terms(make(base, rows), seed=1)
    assert found.note == f"12 of {sources} sources are compared: those with most articles."
    assert set(found.csv_table["first"]) == {f"s{i:03}" for i in range(30, 42)}


def test_words_are_a_family_of_their_own(base: Features) -> None:
    data = make(base, two(20))
    noise = pd.DataFrame(
        [(f"a{i:03}", "narration", f"w{j}", 1 + (i * j) % 3) for i in range(40) for j in range(30)],
        columns=["article_id", "voice", "word", "count"],
    )
    noisy = replace(data, words=pd.concat([data.words, noise], ignore_index=True))
    alone, among = (compare_listed_terms(one, seed=1).csv_table for one in (data, noisy))
    pd.testing.assert_frame_equal(alone, among)
    assert len(compare_words(noisy, seed=1).csv_table) == 32


def test_words_in_three_articles_are_left_out(base: Features) -> None:
    rows = [*two(8), *(("a", None, 200, {"dismal": 9}) for _ in range(3))]
    assert "dismal" not in set(compare_words(make(base, rows), seed=1).csv_table["term"])


def test_a_figure_needs_twenty_articles_in_a_comparison(base: Features) -> None:
    few = compare_listed_terms(make(base, two(9)), seed=1)
    assert few.nothing.startswith(
        "There is no figure of listed terms by frequency: a comparison needs 20 articles"
    )
    assert len(few.table) == 2  # the table is shown all the same
    assert compare_listed_terms(make(base, two(10)), seed=1).nothing == ""


def test_the_rows_with_the_smallest_p_are_reported_first(base: Features) -> None:
    result = compare_listed_terms(make(base, two(20)), seed=1)
    assert result.table["term"].to_list() == ["regime", "talks"]
    assert result.cell(result.table.iloc[0].to_dict(), "p_adjusted").text == "< .001"
    data = make(base, two(20))
    words = pd.DataFrame(
        [(f"a{i:03}", "narration", f"w{j}", 1 + (i * j) % 3) for i in range(40) for j in range(30)],
        columns=["article_id", "voice", "word", "count"],
    )
    assert len(compare_words(replace(data, words=words), seed=1).table) == 15


@pytest.mark.parametrize(("number", "compared"), [(2_000, 2_000), (2_001, 2_000)])
def test_two_thousand_words_of_four_articles_are_compared(base: Features, number: int, compared: int) -> None:
    words = pd.DataFrame(
        [(f"a{i:03}", "narration", f"w{j}", 1) for i in range(5) for j in range(number + 1) if i < 4 or j],
        columns=["article_id", "voice", "word", "count"],
    )
    few = words[(words["word"] != f"w{number}") | (words["article_id"] < "a003")]  # in three articles
    found = keyness._count_words(replace(make(base, two(20)), words=few))
    assert len(found.names) == found.counts.shape[1] == compared
    assert "w0" not in set(found.names["term"]) or number == 2_000


def test_only_articles_with_narration_are_behind_a_row(base: Features) -> None:
    rows: list[Article] = [*two(3), ("a", None, 0, {}), ("c", None, 200, {"talks": 1})]
    result = compare_listed_terms(make(base, rows), seed=1)
    assert len(result.articles({"first": "a", "second": "b"})) == 6
    assert len(result.articles({"first": "a", "second": OTHERS})) == 7


@pytest.mark.parametrize(
    "rows",
    [
        [("a", None, 200, {"talks": 3}), ("a", None, 200, {})],  # one source
        [("a", None, 200, {"talks": 3})],  # one article
        [("a", None, 200, {}), ("b", None, 200, {})],  # nobody uses a term
        [("a", None, 200, {"talks": 3}), ("b", None, 0, {})],  # a source without narration
    ],
)
def test_where_there_is_nothing_to_compare_the_table_is_empty(base: Features, rows: list[Article]) -> None:
    for asked in (compare_listed_terms, compare_words):
        found = asked(make(base, rows), seed=1)
        assert found.csv_table.empty
        assert found.nothing
        assert {"first", "term", "z", "p_adjusted"} <= set(found.csv_table)


def test_of_three_sources_one_without_narration_is_not_compared(base: Features) -> None:
    rows = [*two(8), ("c", None, 0, {})]
    table = compare_listed_terms(make(base, rows), seed=1).csv_table
    assert set(table["first"]) == {"a", "b"}


def test_equal_counts_do_not_differ(base: Features) -> None:
    rows: list[Article] = [(s, None, 200, {"talks": 2}) for s in ("a", "b") for _ in range(10)]
    row = compare_listed_terms(make(base, rows), seed=1).csv_table.iloc[0]
    assert row[["log_ratio", "log_odds", "z", "p", "p_adjusted"]].to_list() == [0, 0, 0, 1, 1]


def test_the_same_seed_gives_the_same_table(base: Features) -> None:
    data = make(base, two(12, more=1))
    first, second = (compare_listed_terms(data, seed=3).csv_table for _ in range(2))
    pd.testing.assert_frame_equal(first, second)
