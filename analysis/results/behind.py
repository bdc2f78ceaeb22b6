"""Which articles are behind the numbers of a row: from a row of a result to article ids."""

from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from analysis.results.result import Behind, Row

__all__ = [
    "BOUNDS",
    "EACH_WITH_EACH",
    "LEVEL",
    "OTHERS",
    "articles_of_both",
    "articles_of_sides",
    "every_article",
    "matching_articles",
    "pair_events",
    "pair_sources",
]

LEVEL = 0.05  # of the tests; a test that could not reach it is not made
OTHERS = "all other sources"
EACH_WITH_EACH = 6  # sources; of more, each is compared with all others: nobody reads 21 pairs
BOUNDS = {(False, False): "", (True, False): "at least", (False, True): "at most", (True, True): "unclear"}
"""Whether articles of the first and of the second side are truncated -> what this makes of a difference."""
_PAIRED_SHARE = 0.5  # of the articles of either side, which shared events must hold


def matching_articles(table: pd.DataFrame, **columns: str) -> Behind:
    """The articles of `table` that agree with the row.

    Args:
        table: columns article_id and those named.
        columns: column of `table` -> the key of the row that must equal it.

    >>> table = pd.DataFrame({"article_id": ["a", "b"], "source": ["north", "south"]})
    >>> matching_articles(table, source="source")({"source": "south"})
    ['b']
    """
    groups = {key: [*map(str, own)] for key, own in table.groupby([*columns])["article_id"]}

    def find(row: Row) -> Sequence[str]:
        return groups.get(tuple(row[key] for key in columns.values()), [])

    return find


def every_article(table: pd.DataFrame) -> Behind:
    """All articles of `table`, whatever the row."""
    ids = [*map(str, table["article_id"])]
    return lambda _row: ids


def articles_of_both(table: pd.DataFrame) -> Behind:
    """The articles of the source that is the row of a grid (`term`) and of the source of the column.

    Args:
        table: columns article_id and source.
    """

    def find(row: Row) -> Sequence[str]:
        both = table["source"].isin([row["term"], row["source"]])
        return [*map(str, table.loc[both, "article_id"])]

    return find


def articles_of_sides(table: pd.DataFrame) -> Behind:
    """The articles of both sides of a comparison, or those on shared events where these pair the sides.

    Args:
        table: columns article_id, source, event, of the articles with a value.
    """

    def find(row: Row) -> Sequence[str]:
        first = table["source"] == row["first"]
        second = ~first if row["second"] == OTHERS else table["source"] == row["second"]
        shared = pair_events(table.loc[first, "event"], table.loc[second, "event"])
        both = first | second
        chosen = both & table["event"].isin(shared) if len(shared) else both
        return [*map(str, table.loc[chosen, "article_id"])]

    return find


def pair_sources(sources: Sequence[str]) -> list[tuple[str, str]]:
    """The comparisons between sources, in display order; of more than six, each with all others.

    >>> pair_sources(["a", "b", "c"])
    [('a', 'b'), ('a', 'c'), ('b', 'c')]
    """
    if len(sources) <= EACH_WITH_EACH:
        return list(combinations(sources, 2))
    return [(source, OTHERS) for source in sources]


def pair_events(first: "pd.Series[str]", second: "pd.Series[str]") -> pd.Index:
    """The events by which the articles of two sides are paired, sorted; none where they cover too few.

    Sides are paired where they share at least two events, which hold at least half of the articles of either.

    Args:
        first: the event of each article of one side, missing where it has none.
        second: the same for the other side.
    """
    shared = pd.Index(first.dropna().unique()).intersection(pd.Index(second.dropna().unique())).sort_values()
    enough = all(side.isin(shared).sum() >= _PAIRED_SHARE * len(side) for side in (first, second))
    return shared if len(shared) > 1 and enough else shared[:0]
