"""How unusual a difference is: sources that report one event, compared with reference pairs of articles.

A description, not a test: the reference pairs come from three US outlets (`reference_pairs`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.measures.registry import find_measure
from analysis.results import reference_pairs
from analysis.results import reference_sentences as sentences
from analysis.results.behind import OTHERS, pair_sources
from analysis.results.events import tabulate_events
from analysis.results.result import Method, Result, Row, define_columns
from analysis.results.sources import measure_articles
from analysis.statistics.counts import median_share, share_interval

__all__ = ["ReferenceResult", "compare_with_reference"]

_PRESUMED = "the one event"

COLUMNS = define_columns("""
n_{first,second}: articles of the {first,second}; articles; count
    Articles of the {first,second} source on events that both report.
events: events; events; count
    Events that both sources report.
pairs: pairs; pairs; count
    Pairs of the two sources on an event.
distance: distance; {unit}, or ratio; figures, bounded
    Median over events of how much the sources differ: without sign, or as a ratio for lengths. {definition}
p{10,90}: distance: {10th,90th} percentile; {unit}, or ratio; figures
    {10th,90th} percentile over the pairs of how much the two differ.
reference_pairs: reference pairs; pairs; count
    Reference pairs of articles on one event (BASIL, Fan et al. 2019) with a value.
reference_median: median of the reference; {unit}, or ratio; figures
    Median over the reference pairs of how much they differ.
share: share of reference pairs; share of the reference pairs; share, interval
    Reference pairs that differ at least as much, as a share of all.
{low,high}: share: {lower,upper} end; share of the reference pairs; share
    {Lower,Upper} end of the 95 % interval of the share of reference pairs.
share_of_medians: share of reference medians; share of medians; share
    How often the median of as many reference pairs as there are events is at least as large.
least_share_of_medians: least share of reference medians; share of medians; share
    Share of the medians of reference pairs that are at least as large, or its lower bound where articles \
are truncated.
""")
_KEYS = ("measure", "first", "second")


@dataclass(frozen=True, kw_only=True)
class ReferenceResult(Result):
    """Sources compared with the reference pairs; `reference` holds the distances of these per measure."""

    reference: tuple[pd.Series, ...]


def compare_with_reference(
    data: Features,
    names: Sequence[str],
    *,
    id: str,  # noqa: A002
    engine: str = "published",
) -> ReferenceResult:
    """Compare how much two sources differ, event by event, with the reference pairs.

    Where a source has several articles on an event, their mean is used. Of more than six sources,
    each has one row: its pairs with every other source.

    Args:
        data: the features that are counted.
        names: of measures.
        id: of the result.
        engine: whose reading of a readability formula.

    Returns:
        A table with the columns measure, first, second; those of `COLUMNS`; bound (`at least` where a
        truncated article makes the distance one, `unclear` where nothing is certain; else empty); reason
        (why there is no share; else empty).
    """
    # No event is named, and each source has one article: they are presumably on one event.
    presumed = bool(data.articles["event"].isna().all() and data.articles["source"].is_unique)
    if presumed:
        data = replace(data, articles=data.articles.assign(event=_PRESUMED))
    measures = tuple(find_measure(name, engine=engine) for name in names)
    pairs = tuple(_list_reference(data, one) for one in measures)
    rows = [
        {"measure": one.name, **_compare(table, first, second, one, reference)}
        for one, reference in zip(measures, pairs, strict=True)
        for table in [tabulate_events(data, one)]
        for first, second in pair_sources(data.sources)
    ]
    table = pd.DataFrame(rows, columns=[*_KEYS, *COLUMNS, "bound", "reason"])
    unnamed = bool(data.articles["event"].isna().all())
    if unnamed:
        table["reason"] = "no events are named"
    short = int((data.articles["words"] < reference_pairs.shortest()).sum())
    title = sentences.describe_unusual(measures, table, presumed=presumed)
    return ReferenceResult(
        id=id,
        table=table,
        keys=_KEYS,
        columns=COLUMNS,
        measures=measures,
        title=title,
        subtitle=sentences.describe_pairs(table, short),
        note=sentences.describe_rows(table),
        sentences=sentences.write_reference(measures, table, title, presumed=presumed),
        reference=tuple(own["distance"] for own in pairs),
        articles=_articles_on_shared_events(data, measures),
        nothing="" if (table["reason"] == "").any() else f"{title}.{_REMEDY * unnamed}",
        methods=(reference_pairs.METHOD, *(_PRESUMPTION,) * presumed)
        if (table["reason"] == "").any()
        else (),
    )


_PRESUMPTION = Method("Comparison", "It is assumed that the articles report one event.")
_REMEDY = " Name the events in the column event of the table of articles."


def _list_reference(data: Features, measure: Measure) -> pd.DataFrame:
    """The reference pairs of a measure: none of listed terms where another list was counted."""
    found = reference_pairs.list_pairs(measure)
    same = measure.name != "terms_per_1000" or data.lexicon_key == reference_pairs.about()["lexicon_key"]
    return found if same else found.head(0)


def _articles_on_shared_events(data: Features, measures: Sequence[Measure]) -> Any:  # noqa: ANN401
    """The articles of both sides with a value on events that both report."""
    values = {one.name: measure_articles(data, one).dropna(subset=["value", "event"]) for one in measures}

    def find(row: Row) -> list[str]:
        known = values[row["measure"]]
        first = known["source"] == row["first"]
        second = ~first if row["second"] == OTHERS else known["source"] == row["second"]
        shared = {*known.loc[first, "event"]} & {*known.loc[second, "event"]}
        return [*map(str, known.loc[(first | second) & known["event"].isin(shared), "article_id"])]

    return find


def _compare(
    table: pd.DataFrame, first: str, second: str, measure: Measure, reference: pd.DataFrame
) -> dict[str, Any]:
    """One row, from what each source makes of each event."""
    other = table["source"] != first if second == OTHERS else table["source"] == second
    met = table[table["source"] == first].merge(table[other], on="event", suffixes=("_first", "_second"))
    least = _least_distance(met, measure)
    truncated = met["censored_first"] | met["censored_second"]
    distance, none = least.median(), 1.0 if measure.extensive else 0.0
    bound = "" if not truncated.any() else "at least" if distance > none else "unclear"
    events = met["event"].nunique()
    reason = _find_reason(met, bound, reference, measure)
    spread = least.quantile([0.1, 0.9]) if len(least) > 1 and not bound else [np.nan, np.nan]
    most = least.mask(truncated, np.inf).median()
    return {
        "first": first,
        "second": second,
        "n_first": int(met.drop_duplicates("event")["n_first"].sum()),
        "n_second": int(met["n_second"].sum()),
        "events": events,
        "pairs": len(met),
        "distance": np.nan if bound == "unclear" else distance,
        **dict(zip(("p10", "p90"), spread, strict=True)),
        "bound": bound,
        "reference_pairs": len(reference),
        "reference_median": reference["distance"].median(),
        **({} if reason else _share(distance, most, events, reference)),
        "reason": reason,
    }


def _least_distance(met: pd.DataFrame, measure: Measure) -> pd.Series:
    """How much the pairs differ at least: not at all, where a truncated article may close the gap."""
    distances = reference_pairs.measure_distance(met["value_first"], met["value_second"], measure)
    more = np.sign(met["value_first"] - met["value_second"])
    truncated = np.where(more > 0, met["censored_second"], met["censored_first"]).astype(bool)
    return distances.mask(truncated, 1.0 if measure.extensive else 0.0)


def _share(distance: float, most: float, events: int, reference: pd.DataFrame) -> dict[str, float]:
    """The share of reference pairs at least so different, with its interval, and that of their medians.

    `most` is how much the sources may differ: the same, or more where articles are truncated.
    """
    hits = (reference["distance"] >= distance).groupby(reference["event"]).agg(["sum", "size"])
    share = hits["sum"].sum() / len(reference)
    low, high = share_interval(hits["sum"].to_numpy(), hits["size"].to_numpy())
    medians = [median_share((reference["distance"] >= gap).mean(), events) for gap in (distance, most)]
    names = ("share_of_medians", "least_share_of_medians")
    return {"share": share, "low": low, "high": high, **dict(zip(names, medians, strict=True))}


def _find_reason(met: pd.DataFrame, bound: str, reference: pd.DataFrame, measure: Measure) -> str:
    """Why a row has no share."""
    if met.empty:
        return "there is no event on which both have a value"
    if reference.empty and measure.name == "terms_per_1000":
        return "the reference pairs were counted with another term list"
    if reference.empty:
        return "the reference pairs were not measured with it"
    return "a truncated article leaves open how much they differ" if bound == "unclear" else ""
