"""Events from source to source: which source has most, and what truncated articles leave open."""

from pathlib import Path

import pandas as pd

from analysis import corpus, features
from analysis.measures.registry import find_measure
from analysis.results.events import _describe, compare_events

LENGTH = find_measure("words")


def test_events_are_counted_by_the_source_that_has_most_in_them() -> None:
    rows = [("e1", "a", 3), ("e1", "b", 1), ("e2", "a", 4), ("e2", "b", 5), ("e3", "a", 2), ("e3", "b", 1)]
    table = pd.DataFrame(rows, columns=["event", "source", "value"]).assign(censored=False)
    assert _describe(LENGTH, table) == "Length: highest in a in 2 of 3 events"
    assert _describe(LENGTH, table[:2]) == "Length: one event, highest in this a article"
    assert _describe(LENGTH, table[:0]) == "Length: no event has a value from two sources"


def test_a_source_is_not_highest_where_another_article_is_truncated() -> None:
    rows = [("e1", "a", 3, False), ("e1", "b", 1, True), ("e2", "a", 4, True), ("e2", "b", 2, False)]
    table = pd.DataFrame(rows, columns=["event", "source", "value", "censored"])
    assert _describe(LENGTH, table) == "Length: highest in a in at least 1 of 2 events"
    doubtful = "Length: truncated articles leave open which source has the highest value"
    assert _describe(LENGTH, table[:2]) == doubtful
    assert _describe(LENGTH, table[2:]) == "Length: one event, highest in this a article"


def test_a_corpus_without_named_events_says_how_to_name_them(two_sources: Path) -> None:
    result = compare_events(features.load(corpus.load(two_sources)), LENGTH, id="length_events")
    assert result.nothing == (
        "Length: no event has a value from two sources. "
        "Name the events in the column event of the table of articles."
    )
