"""Where listed terms occur in an article: in the headline, in the lead, or further down."""

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.results.behind import matching_articles
from analysis.results.framing import OTHER_LIST
from analysis.results.phrases import describe_truncation, pluralise
from analysis.results.result import define_columns
from analysis.results.shapes import GridResult

__all__ = ["PLACES", "compare_places", "describe_places"]

PLACES = ("headline", "lead (first tenth)", "first third after the lead", "second third", "last third")
_EDGES = np.array([0.0, 0.1, 0.4, 0.7, 1.0])  # shares of the body's words: the lead, then three equal parts

COLUMNS = define_columns("""
count: count; times; count
    Times that listed terms occur in this part of the source's articles, in the headline or in narration.
words: words of the part; words; count
    Words of the headline, or of narration in this part of the source's articles.
rate: rate; per 1,000 words; figures
    Listed terms per 1,000 words of the headline, or of narration in this part of the articles.
""")


def compare_places(data: Features) -> GridResult:
    """How often listed terms occur along the article, in the headline and in narration, for `figures.grid`.

    The lead is the first tenth of the body's words, which is about a paragraph.

    Returns:
        One row per place and source: term (the place), category (empty), source, count, words (of the
        headline; of narration between the edges of the place, as far as the places of quotations show),
        rate (per 1,000 of these; NaN without any), n (articles).
    """
    source = data.articles.set_index("article_id")["source"]
    counts, words = (table.groupby(source).sum() for table in (_count_hits(data), _count_words(data)))
    rows = [
        (place, "", source, int(counts.loc[source, place]), words.loc[source, place])
        for place in PLACES
        for source in data.sources
    ]
    table = pd.DataFrame(rows, columns=["term", "category", "source", "count", "words"])
    table["rate"] = 1000 * table["count"] / table["words"].where(table["words"] >= 1)
    table["n"] = table["source"].map(source.value_counts())
    title = describe_places(table)
    return GridResult(
        id="framing_places",
        table=table,
        keys=("term", "source"),
        columns=COLUMNS,
        topic="Framing terms",
        title=title,
        subtitle=describe_truncation(
            data.articles,
            "Counts of listed terms in headlines and along the narration. Shade: rate per 1,000 words there.",
        ),
        articles=matching_articles(data.articles, source="source"),
        nothing="" if table["count"].any() else f"{title}. {OTHER_LIST}",
    )


def _count_hits(data: Features) -> pd.DataFrame:
    """Hits by article and place."""
    headline = data.terms[data.terms["voice"] == "headline"].groupby("article_id")["count"].sum()
    narrated = data.terms[data.terms["voice"] == "narration"].explode("places")
    place = np.searchsorted(_EDGES[1:-1], narrated["places"].to_numpy(dtype=float), side="right")
    body = pd.crosstab(narrated["article_id"], place).reindex(columns=range(4), fill_value=0)
    table = pd.concat([headline, body], axis=1).reindex(data.articles["article_id"]).fillna(0)
    return table.set_axis(list(PLACES), axis="columns")


def _count_words(data: Features) -> pd.DataFrame:
    """Words of the headline, and of narration between the edges, by article."""
    articles = data.articles.set_index("article_id")
    quotes = data.quotes[data.quotes["kind"] == "direct"]
    size = articles["words"].loc[quotes["article_id"]].to_numpy(dtype=float)[:, None]
    start = quotes["place"].to_numpy()[:, None]
    inside = np.diff(np.clip(_EDGES, start, start + quotes["words"].to_numpy()[:, None] / size)) * size
    quoted = pd.DataFrame(inside, index=pd.Index(quotes["article_id"])).groupby(level=0).sum()
    whole = np.outer(articles["words"], np.diff(_EDGES))
    narrated = whole - quoted.reindex(articles.index).fillna(0.0).to_numpy()
    table = pd.DataFrame(np.maximum(narrated, 0.0), index=articles.index)
    table.insert(0, "headline", articles["headline_words"].astype(float))
    return table.set_axis(list(PLACES), axis="columns")


def describe_places(table: pd.DataFrame) -> str:
    """Where in the articles listed terms are most and least frequent."""
    sums = table.groupby("term", sort=False)[["count", "words"]].sum()
    sums = sums[sums["words"] > 0]
    if not sums["count"].sum():
        return "No term of the list occurs in a headline or in narration"
    rates = 1000 * sums["count"] / sums["words"]
    most, least = (str(place).partition(" (")[0] for place in (rates.idxmax(), rates.idxmin()))
    if rates.max() == rates.min():
        return "Listed terms are equally frequent everywhere in the articles"
    hits = pluralise(int(sums["count"].sum()), "hit")
    return (
        f"Listed terms are most frequent in the {most} ({rates.max():.1f} per 1,000 words) "
        f"and least frequent in the {least} ({rates.min():.1f}; {hits} in all)"
    )
