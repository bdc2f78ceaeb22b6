"""Where in the articles others speak, and whether the measures of quotation agree."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.results.behind import matching_articles
from analysis.results.phrases import describe_truncation, pluralise
from analysis.results.result import Result, define_columns
from analysis.results.sources import SourcePanels, compare_measures

__all__ = ["StripsResult", "compare_quotation_measures", "locate_quotations", "profile_quotations"]

_MEASURES = ("quoted_share", "quotations_per_1000", "quoted_sentences")
_TENTHS = define_columns("""
share: quoted share of a tenth; share of the words; share
    Words inside direct quotations as a share of the words of a tenth of the article, mean of the articles. Tenths are counted from 0.
""")  # noqa: E501  # a definition is one line


@dataclass(frozen=True, kw_only=True)
class StripsResult(Result):
    """Articles one by one, for `figures.strips`.

    Its table has the columns article_id, label, source, event, words, truncated, one row per strip.

    Attributes:
        quotes: direct quotations: columns article_id, source, place (share of the body before it), words.
        terms: framing terms in the body: columns article_id, category, term, place.
    """

    quotes: pd.DataFrame
    terms: pd.DataFrame


def compare_quotation_measures(data: Features, *, seed: int) -> SourcePanels:
    """Quotation measured in three ways, one panel each, for `figures.panels`."""
    result = compare_measures(data, _MEASURES, id="quotes_densities", seed=seed)
    return replace(result, title=describe_orders(result.table))


def describe_orders(table: pd.DataFrame) -> str:
    """Whether the measures put the sources into one order.

    Args:
        table: columns measure, source, n, mean.
    """
    wide = table.pivot_table(index="measure", columns="source", values="mean", sort=False)
    if wide.shape[1] < 2:
        return "Quotation measured in three ways"
    orders = {tuple(row) for row in wide.rank(axis=1).to_numpy()}
    same = "the same order" if len(orders) == 1 else "different orders"
    what = "articles" if (table["n"] <= 1).all() else "sources"
    return f"Quotation measured in three ways: they put the {what} into {same}"


def locate_quotations(data: Features, *, most: int) -> StripsResult:
    """Where direct quotations and framing terms stand in single articles: whole events first.

    Args:
        data: the features that are counted.
        most: articles that are drawn.
    """
    articles = data.articles[data.articles["words"] > 0]
    chosen = _choose_events(articles, data.sources, most)
    chosen = chosen.assign(label=_label_articles(chosen))
    ids = chosen[["article_id", "source"]]
    direct = data.quotes[data.quotes["kind"] == "direct"]
    quotes = direct.merge(ids, on="article_id")[["article_id", "source", "place", "words"]]
    terms = data.terms[data.terms["voice"] != "headline"].merge(ids, on="article_id")
    terms = terms.explode("places").rename(columns={"places": "place"})
    terms["place"] = terms["place"].astype(float)
    return StripsResult(
        id="quotes_strips",
        table=chosen[["article_id", "label", "source", "event", "words", "truncated"]],
        keys=("article_id",),
        title=describe_strips(chosen, quotes, len(data.articles)),
        subtitle="Each strip is an article, from the first to the last word that is available.",
        plotted=quotes,
        articles=lambda row: [str(row["article_id"])],
        nothing="" if len(chosen) else "No article has a word.",
        quotes=quotes,
        terms=terms[["article_id", "category", "term", "place"]],
    )


def _choose_events(articles: pd.DataFrame, sources: Sequence[str], most: int) -> pd.DataFrame:
    """The articles of the events that most sources report, events in order of date; else the first."""
    rank = {source: i for i, source in enumerate(sources)}
    event = articles["event"].fillna(articles["article_id"])
    order = {
        "reporting": -articles.groupby(event)["source"].transform("nunique"),
        "day": articles["date"].groupby(event).transform("min").fillna(""),
        "event": event,
        "rank": articles["source"].map(rank),
        "article_id": articles["article_id"],
    }
    return articles.loc[pd.DataFrame(order).sort_values([*order]).index].head(most)


def _label_articles(articles: pd.DataFrame) -> list[str]:
    """Source, and the day or the id where a source has several articles."""
    several = articles["source"].duplicated(keep=False)
    which = articles["date"].where(articles["date"].notna(), articles["article_id"])
    return [
        f"{source}, {one}" if many else source
        for source, one, many in zip(articles["source"], which, several, strict=True)
    ]


def describe_strips(drawn: pd.DataFrame, quotes: pd.DataFrame, articles: int) -> str:
    """How many of the articles that are drawn hold a quotation, and how many in their first quarter.

    Args:
        drawn: column article_id.
        quotes: their direct quotations, columns article_id and place.
        articles: how many the corpus has.
    """
    some = quotes["article_id"].nunique()
    early = quotes.loc[quotes["place"] < 0.25, "article_id"].nunique()
    whole = "" if len(drawn) == articles else f" (of {articles:,})"
    verb = "quotes" if some == 1 else "quote"
    return (
        f"{some:,} of {pluralise(len(drawn), 'article')}{whole} {verb} someone directly, "
        f"{early:,} of them within the first quarter"
    )


def profile_quotations(data: Features, *, bins: int = 10) -> Result:
    """The share of words that is quoted along the article, by source, for `figures.profile`.

    Returns:
        Columns source, bin (from 0), share (mean over articles, 0 to 1), n (articles).
    """
    articles = data.articles[data.articles["words"] > 0]
    table = pd.DataFrame(_cover_articles(articles, data.quotes, bins)).assign(source=[*articles["source"]])
    means = table.groupby("source").mean().reindex(data.sources).dropna()
    long = means.rename_axis(columns="bin").stack().rename("share").reset_index()
    long["n"] = long["source"].map(table.groupby("source").size())
    subtitle = (
        "Share of the words inside direct quotations in each tenth of the article, in per cent; "
        "mean of the articles."
    )
    return Result(
        id="quotes_profile",
        table=long,
        keys=("source", "bin"),
        columns=_TENTHS,
        topic="Quoted",
        title=describe_profile(long),
        subtitle=describe_truncation(data.articles, subtitle),
        articles=matching_articles(articles, source="source"),
        nothing="" if long["share"].any() else "No article quotes anyone directly.",
    )


def _cover_articles(articles: pd.DataFrame, quotes: pd.DataFrame, bins: int) -> np.ndarray:
    """The quoted share of each part of each article: one row per article, one column per part."""
    row = {article: i for i, article in enumerate(articles["article_id"])}
    quoted = np.zeros((len(articles), bins))
    edges = np.arange(bins + 1) / bins
    size = articles["words"].to_numpy()
    direct = quotes[quotes["kind"] == "direct"]
    for article, place, words in zip(direct["article_id"], direct["place"], direct["words"], strict=True):
        i = row[article]
        inside = np.clip(edges, place, place + words / size[i])
        quoted[i] += np.diff(inside) * bins
    return quoted


def describe_profile(table: pd.DataFrame) -> str:
    """In which half of the articles more is quoted, by source; columns source, bin, share, n."""
    second = table["bin"] >= (table["bin"].max() + 1) / 2
    means = table.groupby(["source", second])["share"].mean().unstack()
    gaps = means[True] - means[False] if len(means) else pd.Series(dtype=float)
    if len(gaps) == 1:
        source, gap = gaps.index[0], gaps.iloc[0]
        if not gap:
            return f"As much is quoted in the second half of {source}'s articles as in the first"
        return f"More is quoted in the {'second' if gap > 0 else 'first'} half of {source}'s articles"
    what = "article" if (table["n"] == 1).all() else "source"
    number = f"{int((gaps > 0).sum()):,} of {pluralise(len(gaps), what)}"
    return f"In {number} more is quoted in the second half than in the first"
