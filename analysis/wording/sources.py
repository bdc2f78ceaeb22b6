"""Sentences about measures of sources: what a figure of dots, or a page of them, shows."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.measures.schema import Measure
from analysis.wording.phrases import joined, plural, who

if TYPE_CHECKING:
    from analysis.compare.sources import Panels

__all__ = ["contrast", "densities", "panels", "sentences", "summary"]


def contrast(measure: Measure, summary: pd.DataFrame) -> str:
    """What a table of sources shows of one measure.

    Args:
        measure: what was measured.
        summary: columns source, n, bounds, mean, low, high, as `compare.by_source` gives them.

    Returns:
        With one article a source, what each of these articles has; otherwise the sources with the
        lowest and the highest mean; whether they differ is for `compare.differences` to say. Where texts
        break off, "at least", and no ranking.
    """
    known = summary[summary["n"] > 0]
    if known.empty:
        return f"{measure.label}: no article has {measure.least}"
    low, high = known.loc[known["mean"].idxmin()], known.loc[known["mean"].idxmax()]
    shown = [row for _, row in known.iterrows()] if len(known) <= 3 else [low, high]
    bounded = any(row["bounds"] for row in shown)
    same = _value(measure, low) == _value(measure, high)
    if (known["n"] == 1).all():
        if same and len(known) > 1:
            return f"{measure.label}: {_value(measure, low)} in each of these {len(known)} articles"
        each = [f"{_value(measure, row)} in {who(row['source'], 1)}" for row in shown]
        return f"{measure.label}: {joined(each)}"
    if same and len(known) > 1:
        return f"{measure.label}: {_value(measure, low)} on average in every source"
    if len(known) == 1 or bounded:
        each = [f"{_value(measure, row)} in {who(row['source'], row['n'])}" for row in shown]
        return f"{measure.label}: on average {joined(each)}"
    return (
        f"{measure.label}: lowest in {who(low['source'], low['n'])} ({_value(measure, low)} on average), "
        f"highest in {who(high['source'], high['n'])} ({_value(measure, high)})"
    )


def densities(found: "Panels") -> str:
    """Whether the three densities of quotation put the sources into one order."""
    wide = found.table.pivot_table(index="measure", columns="source", values="mean", sort=False)
    if wide.shape[1] < 2:
        return "Quotation measured in three ways"
    orders = {tuple(row) for row in wide.rank(axis=1).to_numpy()}
    same = "the same order" if len(orders) == 1 else "different orders"
    what = "articles" if (found.table["n"] <= 1).all() else "sources"
    return f"Quotation measured in three ways: they put the {what} into {same}"


def summary(found: "Panels") -> str:
    """What the page of panels shows: how many articles, sources, and which measures."""
    articles = found.values[0]
    if (articles.groupby("source").size() == 1).all():
        return f"{plural(len(articles), 'article')}, one a source: how these texts differ"
    sources = plural(articles["source"].nunique(), "source")
    return f"{sources} in {len(articles):,} articles: length, readability, quotation, framing"


def panels(found: "Panels") -> str:
    """What the marks of the page of panels mean."""
    if (found.table["n"] <= 1).all():
        return "Each mark is one article: nothing here is about the sources."
    with_interval = found.table["low"].notna().any()
    return "Dots: articles. Diamonds: mean" + (
        " with 95 % interval over articles." if with_interval else "; no interval below 8 articles."
    )


def sentences(found: "Panels") -> pd.DataFrame:
    """One sentence a measure, for a write-up: columns measure, sentence, meaning."""
    rows = [
        (one.label, f"{contrast(one, found.table[found.table['measure'] == one.name])}.", one.definition)
        for one in found.measures
    ]
    return pd.DataFrame(rows, columns=["measure", "sentence", "meaning"])


def _value(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of a table
    """The mean in a row; "at least" where a text behind it breaks off."""
    return f"{'at least ' if row['bounds'] else ''}{measure.shown(row['mean'])}"
