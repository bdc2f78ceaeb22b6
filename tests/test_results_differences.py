"""Differences between sources: what is paired, what is inferred, and what too few units do not allow."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features
from analysis.features import Features
from analysis.measures.registry import find_measure
from analysis.results.differences import compare_sources
from analysis.results.events import tabulate_events
from analysis.results.sources import ONE_ARTICLE_EACH


def make(
    base: Features, rows: Sequence[tuple[str, str | None, int]], *, truncated: tuple[int, ...] = ()
) -> Features:
    """Features whose articles have just these sources, events and body words."""
    articles = pd.concat([base.articles.head(1)] * len(rows), ignore_index=True)
    articles["article_id"] = [f"a{i}" for i in range(len(rows))]
    articles["source"], articles["event"], articles["words"] = zip(*rows, strict=True)
    articles["truncated"] = [i in truncated for i in range(len(rows))]
    sources = tuple(dict.fromkeys(source for source, _, _ in rows))
    return replace(base, articles=articles, sources=sources)


@pytest.fixture
def base(make_corpus: MakeCorpus) -> Features:
    return features.load(corpus.load(make_corpus({"north/one.txt": STORY, "south/one.txt": STORY})))


def compare(data: Features) -> pd.Series:
    return compare_sources(data, ["words"], id="differences", seed=1).table.iloc[0]


def test_events_reported_by_both_pair_the_sources(base: Features) -> None:
    rows = [(s, f"e{i}", 100 + 50 * i + extra) for i in range(9) for s, extra in (("a", 20), ("b", i % 3))]
    row = compare(make(base, rows))
    differences = [20 - i % 3 for i in range(9)]
    assert (row["unit"], row["n_first"], row["n_second"], row["left_out"]) == ("event", 9, 9, 0)
    assert row["difference"] == pytest.approx(np.mean(differences))
    assert row["higher"] == 9
    assert row["low"] < row["difference"] < row["high"] < 21  # what events differ by has cancelled out
    assert row["p"] == 2 / 2**9


def test_an_event_reported_twice_counts_once_by_its_mean(base: Features) -> None:
    rows = [("a", "e1", 100), ("a", "e1", 200), ("b", "e1", 50), ("a", "e2", 80), ("b", "e2", 90)]
    row = compare(make(base, rows))
    assert (row["unit"], row["n_first"], row["mean_first"], row["difference"]) == ("event", 2, 115, 45)


def test_articles_without_a_counterpart_are_counted_as_left_out(base: Features) -> None:
    rows = [("a", "e1", 1), ("b", "e1", 2), ("a", "e2", 3), ("b", "e2", 4), ("a", "e3", 99), ("b", None, 99)]
    row = compare(make(base, rows))
    assert (row["unit"], row["n_first"], row["left_out"]) == ("event", 2, 2)


@pytest.mark.parametrize(
    "rows",
    [
        [("a", None, 100), ("a", None, 110), ("b", None, 90), ("b", None, 80)],
        [("a", "e1", 100), ("a", "e2", 110), ("b", "e3", 90), ("b", "e4", 80)],  # no event is shared
        [("a", f"e{i}", 100 + i) for i in range(6)] + [("b", f"e{i}", 90) for i in (4, 5, 6, 7, 8, 9)],
    ],
)
def test_without_events_that_stand_for_the_articles_these_are_compared(
    base: Features, rows: Sequence[tuple[str, str | None, int]]
) -> None:
    row = compare(make(base, rows))
    assert row["unit"] == "article"
    assert row["n_first"] == len(rows) / 2
    assert row["compared"] == row["n_first"] * row["n_second"]


def test_two_articles_are_two_articles(base: Features) -> None:
    row = compare(make(base, [("a", "e", 100), ("b", "e", 90)]))
    assert (row["n_first"], row["n_second"], row["difference"]) == (1, 1, 10)
    assert row[["low", "high", "effect", "p", "p_adjusted"]].isna().all()


@pytest.mark.parametrize(("events", "tested"), [(5, False), (6, True)])
def test_no_test_is_made_that_could_not_reject(base: Features, *, events: int, tested: bool) -> None:
    rows = [(s, f"e{i}", 100 + i + extra) for i in range(events) for s, extra in (("a", 20), ("b", 0))]
    row = compare(make(base, rows))
    assert np.isfinite(row["p"]) == tested
    assert np.isnan(row["low"])  # fewer than eight


@pytest.mark.parametrize(
    ("truncated", "bound"), [((), ""), ((0,), "at least"), ((1,), "at most"), ((0, 1), "unclear")]
)
def test_truncated_articles_make_a_difference_of_length_a_bound(
    base: Features, truncated: tuple[int, ...], bound: str
) -> None:
    rows = [(s, f"e{i}", 100 + i + extra) for i in range(9) for s, extra in (("a", 20), ("b", 0))]
    row = compare(make(base, rows, truncated=truncated))
    assert row["bound"] == bound
    assert np.isfinite(row["low"]) == (bound in {"", "at least"})
    assert np.isfinite(row["high"]) == (bound in {"", "at most"})
    assert row["higher"] == (8 if 1 in truncated else 9)  # whether it exceeds a truncated article is open
    assert row["p"] <= 0.05  # eight or nine events still tell which is longer


def test_a_lower_bound_below_the_other_article_decides_nothing(base: Features) -> None:
    rows = [(s, f"e{i}", 100 + i + extra) for i in range(6) for s, extra in (("a", -20), ("b", 0))]
    row = compare(make(base, rows, truncated=tuple(range(0, 12, 2))))  # every article of a is truncated
    assert row["p"] == 1


def test_equal_values_do_not_differ(base: Features) -> None:
    rows = [(s, f"e{i}", 100) for i in range(9) for s in ("a", "b")]
    row = compare(make(base, rows))
    assert (row["difference"], row["low"], row["high"], row["p"]) == (0, 0, 0, 1)
    assert np.isnan(row["effect"])


def test_a_source_without_a_value_is_compared_with_a_gap(base: Features) -> None:
    row = compare(make(base, [("a", "e", 100), ("b", "e", 0)]))  # b's body is empty
    assert (row["n_first"], row["n_second"]) == (1, 0)
    assert np.isnan(row["difference"])


def test_p_values_are_adjusted_over_all_that_was_asked(base: Features) -> None:
    rows = [(s, f"e{i}", 100 + i + x) for i in range(9) for s, x in (("a", 20), ("b", 0), ("c", i % 2))]
    data = make(base, rows)
    table = compare_sources(data, ["words", "paragraphs"], id="differences", seed=1).table
    assert len(table) == 6
    assert (table["p_adjusted"] >= table["p"]).all()
    assert table["p_adjusted"].min() == pytest.approx(6 * 2 / 2**9)


def test_thirteen_sources_share_their_events_with_the_others(base: Features) -> None:
    rows = [(f"s{j:02}", f"e{i}", 100 + 10 * j + i) for i in range(8) for j in range(13)]
    table = compare_sources(make(base, rows), ["words"], id="differences", seed=1).table
    assert (table["unit"] == "event").all()
    assert table.loc[0, "difference"] == pytest.approx(-10 * sum(range(1, 13)) / 12)


def test_events_lists_what_each_source_makes_of_them(base: Features) -> None:
    rows = [("b", "e1", 50), ("a", "e1", 100), ("a", "e1", 200), ("a", "e2", 80), ("b", None, 7)]
    data = replace(make(base, rows, truncated=(2,)), sources=("a", "b"))
    table = tabulate_events(data, find_measure("words"))
    assert table[["event", "source", "value", "deviation", "censored", "n"]].to_numpy().tolist() == [
        ["e1", "a", 150.0, 50.0, True, 2],
        ["e1", "b", 50.0, -50.0, False, 1],
    ]


def test_one_source_has_nothing_to_be_compared_with(make_corpus: MakeCorpus) -> None:
    data = features.load(corpus.load(make_corpus({"north/one.txt": STORY})))
    assert compare_sources(data, ["words"], id="differences", seed=1).table.empty


def test_the_same_seed_gives_the_same_table(two_sources: Path) -> None:
    data = features.load(corpus.load(two_sources))
    first, second = (
        compare_sources(data, ["words", "lix"], id="d", engine="textstat", seed=3) for _ in range(2)
    )
    pd.testing.assert_frame_equal(first.table, second.table)


@pytest.mark.parametrize(
    ("events", "ending"),
    [
        (
            6,
            "2 comparisons (6 events are too few for any to be)",
        ),  # 2 / 2**6 is .031, and twice that above .05
        (7, "2 comparisons"),  # twice 2 / 2**7 is .031
    ],
)
def test_the_title_says_so_if_nothing_could_be_significant(base: Features, events: int, ending: str) -> None:
    rows = [(s, f"e{i}", 100 + i * (-1) ** (i + (s == "a"))) for i in range(events) for s in ("a", "b")]
    title = compare_sources(make(base, rows), ["words", "paragraphs"], id="differences", seed=1).title
    assert title == f"None of 2 differences between sources is significant after correction for {ending}"


def test_with_one_article_each_the_methods_name_no_test_and_no_interval(base: Features) -> None:
    result = compare_sources(
        make(base, [("a", None, 1), ("b", None, 2)]), ["words"], id="differences", seed=1
    )
    assert [one.text for one in result.methods] == [ONE_ARTICLE_EACH]
