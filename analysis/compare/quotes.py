"""Where in the article others speak."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["Strips", "quoted_profile", "strips"]


class Strips(NamedTuple):
    """What `figures.strips` draws: articles, their direct quotations, and the places of terms."""

    articles: pd.DataFrame
    quotes: pd.DataFrame
    terms: pd.DataFrame


def strips(data: "Features", *, most: int) -> Strips:
    """The articles to draw one by one: whole events first, at most `most` articles.

    Returns:
        articles: article_id, label, source, event, words, truncated; quotes: article_id, source,
        place (share of the body before it), words; terms: article_id, category, term, place.
    """
    chosen = _first_events(data.articles[data.articles["words"] > 0], data.sources, most)
    chosen = chosen.assign(label=_labels(chosen))
    ids = chosen[["article_id", "source"]]
    quotes = data.quotes[data.quotes["kind"] == "direct"].merge(ids, on="article_id")
    terms = data.terms[data.terms["voice"] != "headline"].merge(ids, on="article_id")
    places = terms.explode("places").rename(columns={"places": "place"})
    places["place"] = places["place"].astype(float)
    return Strips(
        chosen[["article_id", "label", "source", "event", "words", "truncated"]],
        quotes[["article_id", "source", "place", "words"]],
        places[["article_id", "category", "term", "place"]],
    )


def _first_events(articles: pd.DataFrame, sources: Sequence[str], most: int) -> pd.DataFrame:
    """The articles of the events that most sources tell, events in order of date; else the first."""
    rank = {source: i for i, source in enumerate(sources)}
    event = articles["event"].fillna(articles["article_id"])
    told = articles.groupby(event)["source"].transform("nunique")
    day = articles["date"].groupby(event).transform("min").fillna("")
    ordered = articles.assign(_told=-told, _day=day, _event=event, _rank=articles["source"].map(rank))
    return ordered.sort_values(["_told", "_day", "_event", "_rank", "article_id"]).head(most)


def _labels(articles: pd.DataFrame) -> list[str]:
    """Source, and the day or the id where a source has several articles."""
    several = articles["source"].duplicated(keep=False)
    which = articles["date"].where(articles["date"].notna(), articles["article_id"])
    return [
        f"{source}, {one}" if many else source
        for source, one, many in zip(articles["source"], which, several, strict=True)
    ]


def quoted_profile(data: "Features", *, bins: int = 10) -> pd.DataFrame:
    """The share of words that is quoted along the article, by source.

    Returns:
        Columns source, bin (from 0), share (mean over articles, 0 to 1), n (articles).
    """
    articles = data.articles[data.articles["words"] > 0]
    row = {article: i for i, article in enumerate(articles["article_id"])}
    quoted = np.zeros((len(articles), bins))
    edges = np.arange(bins + 1) / bins
    size = articles["words"].to_numpy()
    direct = data.quotes[data.quotes["kind"] == "direct"]
    for article, place, words in zip(direct["article_id"], direct["place"], direct["words"], strict=True):
        i = row[article]
        inside = np.clip(edges, place, place + words / size[i])
        quoted[i] += np.diff(inside) * bins
    table = pd.DataFrame(quoted).assign(source=articles["source"].to_numpy())
    means = table.groupby("source").mean().reindex(data.sources).dropna()
    long = means.rename_axis(columns="bin").stack().rename("share").reset_index()
    long["n"] = long["source"].map(table.groupby("source").size())
    return long
