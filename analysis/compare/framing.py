"""Framing terms by source and voice: counts, rates, and in how many articles."""

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["categories", "category_voices", "rates", "top_terms"]

_VOICES = ("headline", "narration", "quotation")


def rates(data: "Features", by: str) -> pd.DataFrame:
    """How often the terms of the list occur, by source and voice.

    Args:
        data: the measured corpus.
        by: `category` or `term`.

    Returns:
        One row for every source, voice (headline, narration, quotation) and category or term of the
        list, found or not. Columns source, voice, `by`, count, words (of that source in that voice),
        rate (per 1,000 of them: all counts over all words; NaN without words), articles (with a hit),
        n (articles of the source).
    """
    entries = data.lexicon[by].drop_duplicates()
    hits = data.terms.merge(data.articles[["article_id", "source"]], on="article_id")
    found = hits.groupby(["source", "voice", by]).agg(
        count=("count", "sum"), articles=("article_id", "nunique")
    )
    grid = pd.MultiIndex.from_product(
        [data.sources, _VOICES, entries],
        names=["source", "voice", by],
    )
    table = found.reindex(grid, fill_value=0).reset_index()
    grouped = data.articles.groupby("source")
    sums = {voice: grouped[f"{voice}_words"].sum() for voice in ("headline", "narration", "quotation")}
    table["words"] = [
        sums[voice][source] for source, voice in zip(table["source"], table["voice"], strict=True)
    ]
    table["rate"] = 1000 * table["count"] / table["words"].where(table["words"] > 0)
    table["n"] = table["source"].map(grouped.size())
    return table[["source", "voice", by, "count", "words", "rate", "articles", "n"]]


def categories(data: "Features") -> pd.DataFrame:
    """The term list: columns category, terms (how many), explanation."""
    grouped = data.lexicon.groupby("category", sort=False)
    return grouped.agg(terms=("term", "size"), explanation=("explanation", "first")).reset_index()


def top_terms(data: "Features", *, most: int) -> pd.DataFrame:
    """The terms found most often in narration, by category, with their counts in every source.

    Returns:
        Columns category, term, source, count, rate (per 1,000 words of narration), articles, n; the
        categories in the order of the list, their terms by count.
    """
    table = rates(data, "term")
    table = table[table["voice"] == "narration"].merge(data.lexicon[["term", "category"]], on="term")
    totals = table.groupby(["category", "term"])["count"].sum()
    chosen = totals[totals > 0].sort_values(ascending=False, kind="stable").head(most)
    rank = {category: i for i, category in enumerate(data.lexicon["category"].drop_duplicates())}
    order = sorted(chosen.items(), key=lambda item: (rank[item[0][0]], -item[1], item[0][1]))
    keys = [key for key, _ in order]
    indexed = table.set_index(["category", "term", "source"])
    rows = indexed.loc[[(*key, source) for key in keys for source in data.sources]]
    return rows.reset_index()[["category", "term", "source", "count", "rate", "articles", "n"]]


def category_voices(data: "Features") -> pd.DataFrame:
    """Each category's rate in narration and in quotations, for `figures.dumbbells`.

    Returns:
        Columns panel (category), source, end (voice), value (per 1,000 words of that voice), text (the
        count), words, articles, n; categories without any hit are left out.
    """
    table = rates(data, "category")
    table = table[table["voice"] != "headline"]
    found = table.groupby("category")["count"].transform("sum") > 0
    table = table[found].rename(columns={"category": "panel", "voice": "end", "rate": "value"})
    order = data.lexicon["category"].drop_duplicates().tolist()
    table = table.sort_values("panel", key=lambda s: s.map(order.index), kind="stable")
    table["text"] = table["count"].astype(str)
    return table[["panel", "source", "end", "value", "text", "words", "articles", "n"]].reset_index(drop=True)
