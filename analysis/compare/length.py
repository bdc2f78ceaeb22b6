"""Length within articles: their sentences, and whose words they are."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.sources import shares

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["sentence_lengths", "voices"]


def sentence_lengths(data: "Features") -> pd.DataFrame:
    """The spread of sentence length by source, over all its sentences.

    Returns:
        Columns source, articles, n (sentences), p10, p25, p50, p75, p90: percentiles of words a
        sentence.
    """
    table = data.sentences.merge(data.articles[["article_id", "source"]], on="article_id")
    grouped = table.groupby("source")["words"]
    spread = pd.DataFrame(
        {
            "articles": table.groupby("source")["article_id"].nunique(),
            "n": grouped.size(),
            **{f"p{percent}": grouped.quantile(percent / 100) for percent in (10, 25, 50, 75, 90)},
        }
    )
    present = [source for source in data.sources if source in spread.index]
    return spread.reindex(present).rename_axis("source").reset_index()


def voices(data: "Features") -> pd.DataFrame:
    """Whose the words of the bodies are: columns source, part, words, share (0 to 1), articles."""
    sums = data.articles.groupby("source")[["narration_words", "quotation_words"]].sum()
    sums = sums.reindex(data.sources).rename(
        columns={"narration_words": "narration", "quotation_words": "direct quotation"}
    )
    table = shares(sums)
    table["articles"] = table["source"].map(data.articles.groupby("source").size())
    return table
