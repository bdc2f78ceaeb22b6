"""How often listed terms or categories occur, by source and voice, with the intervals of their rates."""

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.statistics.counts import garwood_interval
from analysis.statistics.intervals import rate_interval

__all__ = ["add_intervals", "count_terms"]

_VOICES = ("headline", "narration", "quotation")


def count_terms(data: Features, by: str) -> pd.DataFrame:
    """How often the terms of the list occur, by source and voice.

    Args:
        data: the features that are counted.
        by: `category` or `term`.

    Returns:
        One row per source, voice (headline, narration, quotation) and category or term of the list, found or
        not. Columns source, voice, `by`, count, negated (how many of these), words (of the source in that
        voice), rate (per 1,000 of them: all counts divided by all words; NaN without words), articles (with a
        hit), n (articles of the source).
    """
    hits = data.terms.merge(data.articles[["article_id", "source"]], on="article_id")
    counted = hits.groupby(["source", "voice", by]).agg(
        count=("count", "sum"), negated=("negated", "sum"), articles=("article_id", "nunique")
    )
    grid = pd.MultiIndex.from_product(
        [data.sources, _VOICES, data.lexicon[by].drop_duplicates()], names=["source", "voice", by]
    )
    table = counted.reindex(grid, fill_value=0).reset_index()
    grouped = data.articles.groupby("source")
    sums = {voice: grouped[f"{voice}_words"].sum() for voice in _VOICES}
    table["words"] = [
        sums[voice][source] for source, voice in zip(table["source"], table["voice"], strict=True)
    ]
    table["rate"] = 1000 * table["count"] / table["words"].where(table["words"] > 0)
    table["n"] = table["source"].map(grouped.size())
    return table[["source", "voice", by, "count", "negated", "words", "rate", "articles", "n"]]


def add_intervals(table: pd.DataFrame, data: Features, by: str, *, seed: int) -> pd.DataFrame:
    """Rows of `count_terms` with the 95 % intervals of their rates.

    Returns:
        The rows with three more columns: low and high (per 1,000 words), and interval, which says what it is
        about. `articles`: it is resampled over articles (`statistics.intervals`), from 8 articles on of which
        4 have a hit. `words`: Garwood's exact interval, which treats words as independent and is too short
        where they come in bursts, so that it describes these articles only. Empty, and NaN, without words.
    """
    low, high = garwood_interval(table["count"], table["words"])
    interval = np.where(table["words"] > 0, "words", "").astype(object)
    by_article = data.terms.groupby(["voice", by, "article_id"])["count"].sum()
    counts = {key: own.droplevel([0, 1]) for key, own in by_article.groupby(level=[0, 1])}
    articles = dict(iter(data.articles.set_index("article_id").groupby("source")))
    for row, (source, voice, key) in enumerate(zip(table["source"], table["voice"], table[by], strict=True)):
        words = articles[source][f"{voice}_words"]
        words = words[words > 0]
        hits = counts.get((voice, key), pd.Series(dtype=float)).reindex(words.index, fill_value=0.0)
        ends = rate_interval(hits.to_numpy(dtype=float), words.to_numpy(dtype=float), seed=seed)
        if np.isfinite(ends.low):
            low[row], high[row], interval[row] = max(ends.low, 0.0), ends.high, "articles"
    return table.assign(low=1000 * low, high=1000 * high, interval=interval)
