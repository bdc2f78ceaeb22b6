"""A measure by source: how many articles, their mean, and how uncertain it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.measures.registry import find_measure
from analysis.results.behind import matching_articles
from analysis.results.markdown import cite
from analysis.results.phrases import join_words, name_source, pluralise
from analysis.results.result import Method, Result, define_columns
from analysis.statistics.intervals import MIN_UNITS, RESAMPLES, mean_interval

__all__ = [
    "ONE_ARTICLE_EACH",
    "SourceMeans",
    "SourcePanels",
    "compare_measure",
    "compare_measures",
    "describe_intervals",
    "measure_articles",
]

ONE_ARTICLE_EACH = "Each source has one article: nothing is inferred from these articles about the sources."

_ARTICLES = 60  # of more articles the values of each are not reported as numbers

COLUMNS = define_columns("""
n: articles; articles; count
    Articles with a value.
bounds: lower bounds; articles; count
    Truncated articles: their values are at least what is counted.
mean: mean; {unit}; measure, interval, bounded
    Mean of the articles. {definition}
median: median; {unit}; measure, bounded
    Median of the articles. {definition}
{lowest,highest}: {lowest,highest}; {unit}; measure, bounded
    {Lowest,Highest} value of an article. {definition}
{low,high}: mean: {lower,upper} end; {unit}; measure
    {Lower,Upper} end of the 95 % interval of the mean over articles.
""")


_ARTICLE = define_columns("""
value: one article; {unit}; measure, bounded
    {definition}
""")


@dataclass(frozen=True, kw_only=True)
class SourceMeans(Result):
    """One measure by source; `values` holds its value for each article (`measure_articles`)."""

    measure: Measure
    values: pd.DataFrame


@dataclass(frozen=True, kw_only=True)
class SourcePanels(Result):
    """Several measures by source, one panel each; `values` holds those of the articles for each measure."""

    values: tuple[pd.DataFrame, ...]


def measure_articles(data: Features, measure: Measure) -> pd.DataFrame:
    """One value per article.

    Returns:
        Columns article_id, source, event, value (NaN where the article has none), truncated, censored (the
        article is truncated and the measure grows with the text, so that the value is a lower bound).
    """
    articles = data.articles
    table = articles[["article_id", "source", "event"]].copy()
    table["value"] = measure.value(data).astype(float).replace([np.inf, -np.inf], np.nan)
    table["truncated"] = articles["truncated"]
    table["censored"] = articles["truncated"] & measure.extensive
    return table


def summarise(values: pd.DataFrame, sources: Sequence[str], *, seed: int) -> pd.DataFrame:
    """One row per source, in the order of `sources`.

    Args:
        values: columns source, value and censored, one row per article.
        sources: the sources.
        seed: of the bootstrap.

    Returns:
        Columns source, n (articles with a value), bounds (how many of them are lower bounds), mean, median,
        lowest, highest, low, high: the last two bound the 95 % interval of the mean
        (`statistics.intervals`), NaN below 8 articles.
    """
    rows = []
    for source in sources:
        own = values[(values["source"] == source) & values["value"].notna()]
        sample = own["value"].to_numpy()
        low, high = mean_interval(sample, seed=seed)
        middle = (sample.mean(), np.median(sample), sample.min(), sample.max()) if len(own) else (np.nan,) * 4
        rows.append((source, len(own), int(own["censored"].sum()), *middle, low, high))
    return pd.DataFrame(rows, columns=["source", *COLUMNS])


def compare_measure(data: Features, measure: Measure, *, id: str, seed: int) -> SourceMeans:  # noqa: A002
    """A measure by source, with its value for each article.

    Args:
        data: the features that are counted.
        measure: from `measures.find_measure`.
        id: of the result.
        seed: of the bootstrap.
    """
    values = measure_articles(data, measure)
    known = values[values["value"].notna()]
    table = summarise(values, data.sources, seed=seed)
    single = Result(
        id=f"{id}_articles",
        table=values,
        keys=("article_id",),
        columns=_ARTICLE,
        measure=measure,
        articles=lambda row: [str(row["article_id"])],
        most=_ARTICLES,
    )
    return SourceMeans(
        id=id,
        table=table,
        keys=("source",),
        columns=COLUMNS,
        measure=measure,
        title=describe_means(measure, table),
        subtitle=describe_marks(table),
        note=describe_values(measure, values, table),
        plotted=values,
        values=values,
        articles=matching_articles(known, source="source"),
        also=(single,),
        methods=_describe_method([measure], [values], table, seed=seed),
        nothing="" if len(known) else f"{describe_means(measure, table)}.",
    )


def compare_measures(
    data: Features,
    names: Sequence[str],
    *,
    id: str,  # noqa: A002
    seed: int,
    engine: str = "published",
) -> SourcePanels:
    """Several measures by source, one panel each.

    Args:
        data: the features that are counted.
        names: of the measures.
        id: of the result.
        seed: of the bootstrap.
        engine: whose reading of a readability formula.
    """
    measures = tuple(find_measure(name, engine=engine) for name in names)
    values = tuple(measure_articles(data, one) for one in measures)
    tables = [summarise(table, data.sources, seed=seed) for table in values]
    rows = [
        table.assign(measure=one.name, unit=one.unit, definition=one.definition)
        for one, table in zip(measures, tables, strict=True)
    ]
    table = pd.concat(rows, ignore_index=True)
    behind = {
        one.name: matching_articles(own[own["value"].notna()], source="source")
        for one, own in zip(measures, values, strict=True)
    }
    notes = dict.fromkeys(filter(None, map(describe_values, measures, values, tables)))
    return SourcePanels(
        id=id,
        table=table[["measure", *table.columns.drop("measure")]],
        keys=("measure", "source"),
        columns=COLUMNS,
        measures=measures,
        title=_describe_panels(values[0]),
        subtitle=describe_marks(table),
        note=" ".join(notes),
        values=values,
        sentences=pd.DataFrame(
            [
                (one.label, f"{describe_means(one, own)}.", one.definition)
                for one, own in zip(measures, tables, strict=True)
            ],
            columns=["measure", "sentence", "meaning"],
        ),
        articles=lambda row: behind[row["measure"]](row),
        methods=_describe_method(measures, values, table, seed=seed),
    )


def _describe_method(
    measures: Sequence[Measure], values: Sequence[pd.DataFrame], table: pd.DataFrame, *, seed: int
) -> tuple[Method, ...]:
    """Which articles have no value, and how certain the means are."""
    missing = (describe_missing(one, own) for one, own in zip(measures, values, strict=True))
    certain = ONE_ARTICLE_EACH if (table["n"] <= 1).all() else describe_intervals(table, seed=seed)
    return (*(Method("Measures", text) for text in missing if text), Method("Comparison", certain))


def describe_intervals(table: pd.DataFrame, *, seed: int) -> str:
    """Which means and differences of a table with the column low have an interval, and how."""
    if table["low"].isna().all():
        return f"No mean or difference of fewer than {MIN_UNITS} articles or events has an interval."
    return (
        f"Means and differences of {MIN_UNITS} or more articles or events have 95 % intervals: at each end "
        f"the wider of the BCa bootstrap {cite('efron1987', 'hesterberg2015')} with {RESAMPLES:,} resamples "
        f"(seed {seed}) and a t interval based on the variance of the jackknife."
    )


def describe_means(measure: Measure, summary: pd.DataFrame) -> str:
    """What a summary of sources shows of one measure.

    With one article per source, what each of these articles has; otherwise the sources with the lowest and
    the highest mean. Whether they differ is for a test to say. Where articles are truncated it says "at
    least", and ranks nothing.
    """
    known = summary[summary["n"] > 0]
    if known.empty:
        return f"{measure.label}: no article has {measure.minimum}"
    low, high = known.loc[known["mean"].idxmin()], known.loc[known["mean"].idxmax()]
    shown = [row for _, row in known.iterrows()] if len(known) <= 3 else [low, high]
    bounded = any(row["bounds"] for row in shown)
    same = _write_mean(measure, low) == _write_mean(measure, high)
    if (known["n"] == 1).all():
        if same and len(known) > 1:
            return f"{measure.label}: {_write_mean(measure, low)} in each of these {len(known)} articles"
        each = [f"{_write_mean(measure, row)} in {name_source(row['source'], 1)}" for row in shown]
        return f"{measure.label}: {join_words(each)}"
    if same and len(known) > 1:
        return f"{measure.label}: {_write_mean(measure, low)} on average in every source"
    if len(known) == 1 or bounded:
        each = [f"{_write_mean(measure, row)} in {name_source(row['source'], row['n'])}" for row in shown]
        return f"{measure.label}: on average {join_words(each)}"
    return (
        f"{measure.label}: lowest in {name_source(low['source'], low['n'])} "
        f"({_write_mean(measure, low)} on average), "
        f"highest in {name_source(high['source'], high['n'])} ({_write_mean(measure, high)})"
    )


def _write_mean(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of a table
    """The mean in a row; "at least" where an article behind it is truncated."""
    return f"{'at least ' if row['bounds'] else ''}{measure.shown(row['mean'])}"


def describe_marks(summary: pd.DataFrame) -> str:
    """What the marks of a figure of sources mean."""
    if (summary["n"] <= 1).all():
        return "One article per source: nothing here is about the sources."
    if summary["low"].notna().any():
        return "Dots: articles. Diamonds: mean with 95 % interval over articles (none below 8)."
    return "Dots: articles. Diamonds: mean; no interval below 8 articles."


def describe_values(measure: Measure, values: pd.DataFrame, summary: pd.DataFrame) -> str:
    """What a reader must know of the values: which are lower bounds, and which articles have none."""
    known = values[values["value"].notna()]
    notes = []
    if bounds := int(known["censored"].sum()):
        notes.append(f"▷ ≥ Lower bounds: {bounds:,} of {len(known):,} articles are truncated.")
    elif truncated := int(known["truncated"].sum()):
        notes.append(f"Truncated, measured as far as available: {truncated:,} of {len(known):,} articles.")
    if missing := describe_missing(measure, values):
        notes.append(f"{'– ' if (summary['n'] == 0).any() else ''}{missing}")
    return " ".join(notes)


def describe_missing(measure: Measure, values: pd.DataFrame) -> str:
    """How many articles have no value, and what they lack; empty if all have one."""
    missing = int(values["value"].isna().sum())
    if not missing:
        return ""
    articles = f"{missing:,} of {len(values):,} articles"
    return f"{measure.label}: not computed for {articles} (an article needs {measure.minimum})."


def _describe_panels(values: pd.DataFrame) -> str:
    """How many articles and sources a page of panels compares."""
    if (values.groupby("source").size() == 1).all():
        return f"{pluralise(len(values), 'article')}, one per source: how these texts differ"
    sources = pluralise(values["source"].nunique(), "source")
    return f"{sources} in {len(values):,} articles: length, readability, quotation, framing"
