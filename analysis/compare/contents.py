"""What a corpus holds, and what cleaning made of its files."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.sources import shares

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["overview", "parts", "removals", "totals"]

_APART = ("standfirst", "highlight", "caption", "dateline", "subhead")


def totals(data: "Features") -> pd.DataFrame:
    """The whole corpus in one row: articles, sources, events, words, and what cleaning removed.

    Returns:
        Columns articles, sources, events; raw_words (of the files), body_words, headline_words,
        removed_words, removed_lines; break_off (texts that do).
    """
    articles = data.articles
    row = {
        "articles": len(articles),
        "sources": len(data.sources),
        "events": articles["event"].nunique(),
        "raw_words": articles["raw_words"].sum(),
        "body_words": articles["words"].sum(),
        "headline_words": articles["headline_words"].sum(),
        "removed_words": articles["removed_words"].sum(),
        "removed_lines": data.removed["lines"].sum(),
        "break_off": articles["truncated"].sum(),
    }
    return pd.DataFrame([row]).astype(int)


def overview(data: "Features") -> pd.DataFrame:
    """One row a source: articles, agency copy, events, first and last day, texts that break off."""
    articles = data.articles
    table = articles.groupby("source").agg(
        articles=("article_id", "size"),
        agency_copy=("agency", "count"),
        events=("event", "nunique"),
        first=("date", _first),
        last=("date", _last),
        break_off=("truncated", "sum"),
        nothing_left=("note", "count"),
        body_words=("words", "sum"),
    )
    return table.reindex(data.sources).reset_index()


def _first(days: "pd.Series[str]") -> str | None:
    return min(days.dropna(), default=None)


def _last(days: "pd.Series[str]") -> str | None:
    return max(days.dropna(), default=None)


def parts(data: "Features") -> pd.DataFrame:
    """What the words of the files are, by source, for `figures.bars`.

    Returns:
        Columns source, part, words, share (of the source's words, 0 to 1).
    """
    sums = data.articles.groupby("source").sum(numeric_only=True).reindex(data.sources)
    table = pd.DataFrame(
        {
            "body": sums["words"],
            "headline": sums["headline_words"],
            "set apart": sums[[f"{part}_words" for part in _APART]].sum(axis=1),
            "removed": sums["removed_words"],
        }
    )
    return shares(table)


def removals(data: "Features") -> pd.DataFrame:
    """Lines removed by rule and source, for `figures.grid`.

    Returns:
        Columns category (always "removed lines"), term (the rule), source, count (lines), rate (lines
        an article); the rule that removed most on top.
    """
    sizes = data.articles.groupby("source").size()
    lines = data.removed.merge(data.articles[["article_id", "source"]], on="article_id")
    wide = lines.pivot_table(index="rule", columns="source", values="lines", aggfunc="sum", fill_value=0)
    wide = wide.reindex(columns=data.sources, fill_value=0)
    wide = wide.loc[wide.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    table = wide.stack().rename("count").reset_index().rename(columns={"rule": "term"})
    table["rate"] = table["count"].astype(float) / table["source"].map(sizes).astype(float)
    return table.assign(category="removed lines")[["category", "term", "source", "count", "rate"]]
