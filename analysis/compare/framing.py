"""Framing terms by source and voice: counts, rates, and in how many articles."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.statistics.counts import garwood_interval
from analysis.statistics.intervals import rate_interval

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = [
    "categories",
    "category_voices",
    "negations",
    "rates",
    "term_voices",
    "top_terms",
    "with_intervals",
]

_VOICES = ("headline", "narration", "quotation")
_ENDS = ("low", "high", "interval")


def rates(data: "Features", by: str) -> pd.DataFrame:
    """How often the terms of the list occur, by source and voice.

    Args:
        data: the measured corpus.
        by: `category` or `term`.

    Returns:
        One row for every source, voice (headline, narration, quotation) and category or term of the
        list, found or not. Columns source, voice, `by`, count, negated (how many of these), words (of that
        source in that voice), rate (per 1,000 of them: all counts over all words; NaN without words),
        articles (with a hit), n (articles of the source).
    """
    entries = data.lexicon[by].drop_duplicates()
    hits = data.terms.merge(data.articles[["article_id", "source"]], on="article_id")
    found = hits.groupby(["source", "voice", by]).agg(
        count=("count", "sum"), negated=("negated", "sum"), articles=("article_id", "nunique")
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
    return table[["source", "voice", by, "count", "negated", "words", "rate", "articles", "n"]]


def with_intervals(table: pd.DataFrame, data: "Features", by: str, *, seed: int) -> pd.DataFrame:
    """Rows of `rates` with the 95 % intervals of their rates.

    Returns:
        The rows with three columns more: low and high (per 1,000 words), and interval, what is drawn
        anew: `articles` (`statistics.intervals`), from 8 articles on of which 4 have a hit; else `words`
        (Garwood's exact interval, which takes words for independent and is too short where they come in
        bursts: it describes these articles); empty, and NaN, without words.
    """
    low, high = garwood_interval(table["count"], table["words"])
    interval = np.where(table["words"] > 0, "words", "").astype(object)
    counts, articles = (
        _by_article(data, by),
        dict(iter(data.articles.set_index("article_id").groupby("source"))),
    )
    for row, (source, voice, key) in enumerate(zip(table["source"], table["voice"], table[by], strict=True)):
        own = articles[source][f"{voice}_words"]
        own = own[own > 0]
        found = counts.get((voice, key), pd.Series(dtype=float)).reindex(own.index, fill_value=0.0)
        ends = rate_interval(found.to_numpy(dtype=float), own.to_numpy(dtype=float), seed=seed)
        if np.isfinite(ends.low):
            low[row], high[row], interval[row] = max(ends.low, 0.0), ends.high, "articles"
    return table.assign(low=1000 * low, high=1000 * high, interval=interval)


def _by_article(data: "Features", by: str) -> dict[tuple[str, str], pd.Series]:
    """Voice and term, or category -> counts by article_id, of the articles that have any."""
    counts = data.terms.groupby(["voice", by, "article_id"])["count"].sum()
    return {key: own.droplevel([0, 1]) for key, own in counts.groupby(level=[0, 1])}


def negations(data: "Features", *, most: int = 12) -> pd.DataFrame:
    """The terms that are most often negated.

    Returns:
        Columns source, voice, term, count, negated (how many of these); at most `most` rows, those
        negated most often first.
    """
    table = rates(data, "term")
    table = table[table["negated"] > 0].sort_values("negated", ascending=False, kind="stable")
    return table[["source", "voice", "term", "count", "negated"]].head(most).reset_index(drop=True)


def categories(data: "Features") -> pd.DataFrame:
    """The term list: columns category, terms (how many), explanation."""
    grouped = data.lexicon.groupby("category", sort=False)
    return grouped.agg(terms=("term", "size"), explanation=("explanation", "first")).reset_index()


def top_terms(data: "Features", *, most: int, seed: int) -> pd.DataFrame:
    """The terms found most often in narration, by category, with their counts in every source.

    Returns:
        Columns category, term, source, count, negated, rate (per 1,000 words of narration), articles, n, and
        those of `with_intervals`; the categories in the order of the list, their terms by count.
    """
    table = rates(data, "term")
    table = table[table["voice"] == "narration"].merge(data.lexicon[["term", "category"]], on="term")
    totals = table.groupby(["category", "term"])["count"].sum()
    chosen = totals[totals > 0].sort_values(ascending=False, kind="stable").head(most)
    rank = {category: i for i, category in enumerate(data.lexicon["category"].drop_duplicates())}
    order = sorted(chosen.items(), key=lambda item: (rank[item[0][0]], -item[1], item[0][1]))
    keys = [key for key, _ in order]
    indexed = table.set_index(["category", "term", "source"])
    rows = indexed.loc[[(*key, source) for key in keys for source in data.sources]].reset_index()
    rows = with_intervals(rows, data, "term", seed=seed)
    return rows[["category", "term", "source", "count", "negated", "rate", "articles", "n", *_ENDS]]


def term_voices(terms: pd.DataFrame, data: "Features", *, seed: int) -> pd.DataFrame:
    """The terms of `top_terms` in every voice in which a source has them.

    Returns:
        Columns category, term, source, voice (headline, narration, quotation), count, rate (per 1,000 words
        of that voice), articles, and those of `with_intervals`; in the order of `terms`.
    """
    chosen = terms[["category", "term"]].drop_duplicates()
    rows = chosen.merge(rates(data, "term"), on="term")
    found = rows.groupby(["category", "term", "voice"])["count"].transform("sum") > 0
    rows = with_intervals(rows[found].reset_index(drop=True), data, "term", seed=seed)
    return rows[["category", "term", "source", "voice", "count", "rate", "articles", *_ENDS]]


def category_voices(data: "Features", *, seed: int) -> pd.DataFrame:
    """Each category's rate in narration and in quotations, for `figures.dumbbells`.

    Returns:
        Columns panel (category), source, end (voice), value (per 1,000 words of that voice), text (the
        count as text), count, negated, words, articles, n, and those of `with_intervals`; categories
        without any hit are left out.
    """
    table = rates(data, "category")
    table = table[table["voice"] != "headline"]
    found = table.groupby("category")["count"].transform("sum") > 0
    table = with_intervals(table[found], data, "category", seed=seed)
    table = table.rename(columns={"category": "panel", "voice": "end", "rate": "value"})
    order = data.lexicon["category"].drop_duplicates().tolist()
    table = table.sort_values("panel", key=lambda s: s.map(order.index), kind="stable")
    table["text"] = table["count"].astype(str)
    columns = [
        "panel",
        "source",
        "end",
        "value",
        "text",
        "count",
        "negated",
        "words",
        "articles",
        "n",
        *_ENDS,
    ]
    return table[columns].reset_index(drop=True)
