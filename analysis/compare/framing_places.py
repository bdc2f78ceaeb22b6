"""Where in the article the listed terms stand: in the headline, in its lead, or further down."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["PLACES", "places"]

PLACES = ("headline", "lead: first tenth", "first third of the rest", "second third", "last third")
_EDGES = np.array([0.0, 0.1, 0.4, 0.7, 1.0])  # shares of the body's words: the lead, then three equal parts


def places(data: "Features") -> pd.DataFrame:
    """How often terms of the list occur along the article, in the headline and in narration.

    The lead is the first tenth of the body's words, which is about a paragraph.

    Returns:
        One row a place and source, for `figures.grid`: term (the place), category (empty), source, count,
        words (of the headline; of narration between the edges of the place, as far as quotations tell
        them), rate (per 1,000 of these; NaN without any), n (articles).
    """
    articles = data.articles.set_index("article_id")
    counts = _counts(data).groupby(articles["source"]).sum()
    words = _words(data).groupby(articles["source"]).sum()
    rows = [
        (place, "", source, int(counts.loc[source, place]), words.loc[source, place])
        for place in PLACES
        for source in data.sources
    ]
    table = pd.DataFrame(rows, columns=["term", "category", "source", "count", "words"])
    table["rate"] = 1000 * table["count"] / table["words"].where(table["words"] >= 1)
    table["n"] = table["source"].map(articles["source"].value_counts())
    return table


def _counts(data: "Features") -> pd.DataFrame:
    """Hits by article and place."""
    headline = data.terms[data.terms["voice"] == "headline"].groupby("article_id")["count"].sum()
    told = data.terms[data.terms["voice"] == "narration"].explode("places")
    place = np.searchsorted(_EDGES[1:-1], told["places"].to_numpy(dtype=float), side="right")
    body = pd.crosstab(told["article_id"], place).reindex(columns=range(4), fill_value=0)
    table = pd.concat([headline, body], axis=1).reindex(data.articles["article_id"]).fillna(0)
    return table.set_axis(list(PLACES), axis="columns")


def _words(data: "Features") -> pd.DataFrame:
    """Words of the headline, and of narration between the edges, by article."""
    articles = data.articles.set_index("article_id")
    quotes = data.quotes[data.quotes["kind"] == "direct"]
    size = articles["words"].loc[quotes["article_id"]].to_numpy(dtype=float)[:, None]
    start = quotes["place"].to_numpy()[:, None]
    inside = np.diff(np.clip(_EDGES, start, start + quotes["words"].to_numpy()[:, None] / size)) * size
    quoted = pd.DataFrame(inside, index=pd.Index(quotes["article_id"])).groupby(level=0).sum()
    whole = np.outer(articles["words"], np.diff(_EDGES))
    told = whole - quoted.reindex(articles.index).fillna(0.0).to_numpy()
    table = pd.DataFrame(np.maximum(told, 0.0), index=articles.index)
    table.insert(0, "headline", articles["headline_words"].astype(float))
    return table.set_axis(list(PLACES), axis="columns")
