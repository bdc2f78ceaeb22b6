"""Terms compared by article: who stands against whom, what is paired, and what n does not carry."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import compare, corpus, features
from analysis.compare.differences import OTHERS
from analysis.features import Features
from analysis.statistics.keyness import log_odds

Article = tuple[str, str | None, int, Mapping[str, int]]  # source, event, words of narration, counts of terms
LIST = ("dismal", "regime", "talks")


def drawn(base: Features, rows: Sequence[Article]) -> Features:
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
    row = compare.listed_keyness(drawn(base, rows), seed=1).table.iloc[0]
    assert (row["first"], row["second"], row["term"]) == ("a", "b", "regime")
    assert row[["count_first", "count_second", "words_first", "words_second"]].to_list() == [3, 1, 400, 200]
    assert row[["rate_first", "rate_second"]].to_list() == [7.5, 5.0]
    assert row[["articles_first", "n_first", "articles_second", "n_second"]].to_list() == [1, 2, 1, 1]
    assert row["dp_first"] == pytest.approx(0.25 / 0.75)  # all of it in three quarters of the words
    assert row["log_ratio"] == pytest.approx(np.log2(1.5))


def test_the_prior_is_one_mean_article_of_both_sides(base: Features) -> None:
    rows: list[Article] = [("a", None, 300, {"regime": 3}), ("b", None, 100, {"regime": 1})]
    row = compare.listed_keyness(drawn(base, rows), seed=1).table.iloc[0]
    known = log_odds([3], 300, [1], 100, prior=[2.0], prior_words=200)
    assert (row["log_odds"], row["z"]) == (known.delta[0], known.z[0])


def test_of_two_sources_that_use_a_term_differently_by_article_it_holds(base: Features) -> None:
    table = compare.listed_keyness(drawn(base, two(20)), seed=1).table.set_index("term")
    assert list(table.index) == ["regime", "talks"]  # nobody uses the third
    assert table.loc["regime", ["p", "p_adjusted", "shuffled"]].to_list() == [0.0001, 0.0001, "all"]
    assert table.loc["talks", "p"] == 1


def test_sources_that_tell_the_same_events_are_shuffled_within_them(base: Features) -> None:
    table = compare.listed_keyness(drawn(base, two(6, event=True)), seed=1).table.set_index("term")
    assert table.loc["regime", ["p", "shuffled"]].to_list() == [2 / 2**6, "events"]


def test_articles_on_an_event_that_one_side_alone_tells_are_left_out(base: Features) -> None:
    rows = [*two(6, event=True), ("a", "e9", 200, {"regime": 50})]
    row = compare.listed_keyness(drawn(base, rows), seed=1).table.iloc[0]
    assert row[["n_first", "n_second", "left_out", "count_first"]].to_list() == [6, 6, 1, 24]


def test_where_one_source_is_longer_articles_of_like_length_are_shuffled(base: Features) -> None:
    rows: list[Article] = [
        (s, None, 100 * extra + 10 * i, {"talks": i % 2})
        for s, extra in (("a", 2), ("b", 3))
        for i in range(20)
    ]
    assert set(compare.listed_keyness(drawn(base, rows), seed=1).table["shuffled"]) == {"like length"}


@pytest.mark.parametrize(("size", "tested"), [(3, False), (4, True)])
def test_no_test_is_made_that_could_not_reject(base: Features, *, size: int, tested: bool) -> None:
    row = compare.listed_keyness(drawn(base, two(size)), seed=1).table.iloc[0]
    assert np.isfinite(row["p"]) == tested == np.isfinite(row["p_adjusted"])


def test_two_articles_are_described_and_not_tested(base: Features) -> None:
    found = compare.listed_keyness(drawn(base, two(1, more=90)), seed=1)
    assert found.table[["p", "p_adjusted"]].isna().all(axis=None)
    assert found.table["g2"].iloc[0] > 100
    assert compare.word_keyness(drawn(base, two(1)), seed=1).table.empty


def test_one_article_against_many_is_not_tested(base: Features) -> None:
    rows = [*two(60)[59:], *two(60)[:1]]  # one of a, 60 of b, and the least p would be small enough
    assert compare.listed_keyness(drawn(base, rows[:-1]), seed=1).table["p"].isna().all()


def test_a_term_in_three_articles_has_no_p(base: Features) -> None:
    rows = [*two(20), *(("a", None, 200, {"dismal": 9}) for _ in range(3))]
    table = compare.listed_keyness(drawn(base, rows), seed=1).table.set_index("term")
    assert np.isnan(table.loc["dismal", "p"])
    assert np.isfinite(table.loc["talks", "p"])


def test_of_three_sources_each_stands_against_all_others(base: Features) -> None:
    rows = [*two(8), *(("c", None, 200, {"talks": 1}) for _ in range(8))]
    found = compare.listed_keyness(drawn(base, rows), seed=1)
    assert list(dict.fromkeys(zip(found.table["first"], found.table["second"], strict=True))) == [
        ("a", OTHERS), ("b", OTHERS), ("c", OTHERS),
    ]  # fmt: skip
    own = found.table[(found.table["first"] == "a") & (found.table["term"] == "regime")].iloc[0]
    assert (own["n_first"], own["n_second"]) == (8, 16)
    assert own["p_adjusted"] == pytest.approx(3 * own["p"])  # three comparisons


@pytest.mark.parametrize("sources", [46, 500])
def test_of_very_many_sources_those_with_most_articles_are_compared(base: Features, sources: int) -> None:
    rows: list[Article] = [(f"s{i:03}", None, 200, {"talks": i % 2}) for i in range(sources)]
    rows += [(f"s{i:03}", None, 200, {"talks": 1}) for i in range(30, 42)]
    found = compare.listed_keyness(drawn(base, rows), seed=1)
    assert (found.sources, found.compared) == (sources, 12)
    assert set(found.table["first"]) == {f"s{i:03}" for i in range(30, 42)}


def test_words_are_a_family_of_their_own(base: Features) -> None:
    data = drawn(base, two(20))
    noise = pd.DataFrame(
        [(f"a{i:03}", "narration", f"w{j}", 1 + (i * j) % 3) for i in range(40) for j in range(30)],
        columns=["article_id", "voice", "word", "count"],
    )
    noisy = replace(data, words=pd.concat([data.words, noise], ignore_index=True))
    alone, among = (compare.listed_keyness(one, seed=1).table for one in (data, noisy))
    pd.testing.assert_frame_equal(alone, among)
    assert len(compare.word_keyness(noisy, seed=1).table) == 32


def test_words_in_three_articles_are_left_out(base: Features) -> None:
    rows = [*two(8), *(("a", None, 200, {"dismal": 9}) for _ in range(3))]
    assert "dismal" not in set(compare.word_keyness(drawn(base, rows), seed=1).table["term"])


def test_a_figure_is_carried_by_twenty_articles(base: Features) -> None:
    assert not compare.listed_keyness(drawn(base, two(9)), seed=1).carries_figure
    assert compare.listed_keyness(drawn(base, two(10)), seed=1).carries_figure


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
    for asked in (compare.listed_keyness, compare.word_keyness):
        found = asked(drawn(base, rows), seed=1)
        assert found.table.empty
        assert not found.carries_figure
        assert {"first", "term", "z", "p_adjusted"} <= set(found.table)


def test_of_three_sources_one_without_narration_is_passed_over(base: Features) -> None:
    rows = [*two(8), ("c", None, 0, {})]
    table = compare.listed_keyness(drawn(base, rows), seed=1).table
    assert set(table["first"]) == {"a", "b"}


def test_equal_values_do_not_differ(base: Features) -> None:
    rows: list[Article] = [(s, None, 200, {"talks": 2}) for s in ("a", "b") for _ in range(10)]
    row = compare.listed_keyness(drawn(base, rows), seed=1).table.iloc[0]
    assert row[["log_ratio", "log_odds", "z", "p", "p_adjusted"]].to_list() == [0, 0, 0, 1, 1]


def test_the_same_seed_gives_the_same_table(base: Features) -> None:
    data = drawn(base, two(12, more=1))
    first, second = (compare.listed_keyness(data, seed=3).table for _ in range(2))
    pd.testing.assert_frame_equal(first, second)
