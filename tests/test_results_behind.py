"""Which articles are behind a row, and when events pair two sides."""

import pandas as pd
import pytest

from analysis.results.behind import (
    OTHERS,
    articles_of_both,
    articles_of_sides,
    every_article,
    matching_articles,
    pair_events,
    pair_sources,
)


def side(*events: str | None) -> "pd.Series[str]":
    return pd.Series(events, dtype=object)


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (side("e1", "e2", None, None), side("e1", "e2"), ["e1", "e2"]),  # exactly half of the first
        (side("e1", "e2"), side("e2", "e1", "e7", "e8"), ["e1", "e2"]),  # exactly half of the second
        (side("e1", "e2", None, None, None), side("e1", "e2"), []),
        (side("e1", "e2"), side("e1", "e2", "e7", "e8", "e9"), []),
        (side("e1", "e1"), side("e1"), []),  # one event is not enough
        (side(None, None), side("e1", "e2"), []),
    ],
)
def test_events_pair_two_sides_if_they_hold_half_of_the_articles_of_either(
    first: "pd.Series[str]", second: "pd.Series[str]", shared: list[str]
) -> None:
    assert [*pair_events(first, second)] == shared


def test_up_to_six_sources_are_compared_with_each_other() -> None:
    assert len(pair_sources("abcdef")) == 15
    assert pair_sources("abcdefg") == [(source, OTHERS) for source in "abcdefg"]


@pytest.fixture
def articles() -> pd.DataFrame:
    rows = [
        ("a1", "north", "e1"),
        ("a2", "north", "e2"),
        ("a3", "north", "e3"),
        ("b1", "south", "e1"),
        ("b2", "south", "e2"),
        ("c1", "east", None),
    ]
    return pd.DataFrame(rows, columns=["article_id", "source", "event"])


def test_only_articles_on_shared_events_are_behind_sides_that_these_pair(articles: pd.DataFrame) -> None:
    find = articles_of_sides(articles)
    assert find({"first": "north", "second": "south"}) == ["a1", "a2", "b1", "b2"]
    assert find({"first": "north", "second": "east"}) == ["a1", "a2", "a3", "c1"]
    assert find({"first": "north", "second": OTHERS}) == ["a1", "a2", "b1", "b2"]
    assert find({"first": "east", "second": OTHERS}) == [*articles["article_id"]]


def test_articles_are_found_by_the_keys_of_a_row(articles: pd.DataFrame) -> None:
    assert matching_articles(articles, source="source", event="event")(
        {"source": "north", "event": "e2"}
    ) == ["a2"]
    assert matching_articles(articles, source="source")({"source": "west"}) == []
    assert every_article(articles)({}) == [*articles["article_id"]]
    assert articles_of_both(articles)({"term": "east", "source": "south"}) == ["b1", "b2", "c1"]
