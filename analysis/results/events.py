"""The mean of each source on each event: every event is its own comparison."""

from dataclasses import dataclass

import pandas as pd

from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.results.behind import EACH_WITH_EACH, matching_articles
from analysis.results.phrases import name_source, pluralise
from analysis.results.result import Method, Result, define_columns
from analysis.results.sources import measure_articles

__all__ = ["EventMeans", "compare_events", "tabulate_events"]

_METHOD = Method(
    "Comparison",
    "For each event that at least two sources report, the mean of each source's articles is given.",
)
_REMEDY = "Name the events in the column event of the table of articles."
COLUMNS = define_columns("""
value: mean on an event; {unit}; measure, bounded
    Mean of the source's articles on the event. {definition}
""")


@dataclass(frozen=True, kw_only=True)
class EventMeans(Result):
    """One measure by event and source."""

    measure: Measure


def compare_events(data: Features, measure: Measure, *, id: str) -> EventMeans:  # noqa: A002
    """The mean of each source on each event that at least two sources report.

    Args:
        data: the features that are counted.
        measure: from `measures.find_measure`.
        id: of the result.

    Returns:
        A result whose table is that of `tabulate_events`.
    """
    table = tabulate_events(data, measure)
    values = measure_articles(data, measure).dropna(subset=["value"])
    truncated = int(table["censored"].sum())
    title = _describe(measure, table)
    return EventMeans(
        id=id,
        table=table,
        keys=("event", "source"),
        columns=COLUMNS,
        measure=measure,
        title=title,
        subtitle=_describe_marks(table),
        note=f"▷ Lower bounds: truncated articles in {truncated:,} of {pluralise(len(table), 'mean')}."
        * bool(truncated),
        articles=matching_articles(values, event="event", source="source"),
        nothing="" if len(table) else f"{title}. {_REMEDY}",
        methods=(_METHOD,) * bool(len(table)),
    )


def tabulate_events(data: Features, measure: Measure) -> pd.DataFrame:
    """The means of the sources on each event that at least two report.

    Returns:
        Columns event, source, value (mean of the source's articles on it), deviation (value minus the mean
        of all sources that report the event), censored (a lower bound is among them), n (articles); events
        by their key, sources in display order.
    """
    values = measure_articles(data, measure).dropna(subset=["event", "value"])
    grouped = values.groupby(["event", "source"])
    table = grouped.agg(
        value=("value", "mean"), censored=("censored", "any"), n=("value", "size")
    ).reset_index()
    own = table.groupby("event")
    table["deviation"] = table["value"] - own["value"].transform("mean")
    reported = table[own["source"].transform("size") > 1]
    rank = {source: i for i, source in enumerate(data.sources)}
    reported = reported[["event", "source", "value", "deviation", "censored", "n"]]
    return reported.sort_values(["event", "source"], key=lambda s: s.map(rank).fillna(0), kind="stable")


def _describe(measure: Measure, table: pd.DataFrame) -> str:
    """In how many events which source has most; a truncated article of another source may have had more."""
    if table.empty:
        return f"{measure.label}: no event has a value from two sources"
    wide, truncated = (
        table.pivot_table(index="event", columns="source", values=column, sort=False, aggfunc="mean")
        for column in ("value", "censored")
    )
    highest = wide.eq(wide.max(axis=1), axis=0)
    doubted = ((truncated > 0) & ~highest).any(axis=1)
    wins = highest[(highest.sum(axis=1) == 1) & ~doubted].sum().sort_values(ascending=False, kind="stable")
    if not wins.any():
        if doubted.any():
            return f"{measure.label}: truncated articles leave open which source has the highest value"
        return f"{measure.label}: the same in every source that reports an event"
    if len(wide) == 1:
        return f"{measure.label}: one event, highest in {name_source(str(wins.index[0]), 1)}"
    least = "at least " if doubted.any() else ""
    return f"{measure.label}: highest in {wins.index[0]} in {least}{int(wins.iloc[0])} of {len(wide)} events"


def _describe_marks(table: pd.DataFrame) -> str:
    if table["source"].nunique() > EACH_WITH_EACH:
        return "Dots: events, as deviations from the mean of all sources that report them. Diamonds: means."
    return "Each line is an event, from source to source. Diamonds: mean of a source's events."
