"""Sentences about differences between sources, with hedges that follow n, interval and test."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare.differences import EACH_WITH_EACH, LEVEL
from analysis.measures.schema import Measure
from analysis.wording.phrases import plural, probability, who

if TYPE_CHECKING:
    from analysis.compare.differences import Differences

__all__ = ["difference", "differences", "differences_read", "events", "events_drawn", "how_compared"]


def difference(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of `compare.differences`
    """One comparison in a sentence.

    With one article a side: what these two have. With a bound: what is certain of it. With an interval:
    "more" only where it leaves out zero and the test holds after adjustment; else that the two cannot
    be told apart. Below that: the numbers, and that they are too few.
    """
    return f"{measure.label}: {_told(measure, row)}"


def _told(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of `compare.differences`
    first, second = who(row.first, row.n_first), who(row.second, row.n_second)
    if not (row.n_first and row.n_second):
        return f"nothing to compare {row.first} and {row.second} by"
    gap = _gap(measure, row, first, second)
    if row.n_first == row.n_second == 1:
        return _two(measure, row, gap, f"which of {first} and {second} has more cannot be told")
    if row.bound:
        return _bounded(measure, row)
    return f"{gap} on average ({_few(row)}){_doubt(row)}" if pd.isna(row.low) else _sure(measure, row, gap)


def _two(measure: Measure, row: Any, gap: str, unknown: str) -> str:  # noqa: ANN401
    """Two articles: what one has more, or has more at least."""
    both = f"{measure.shown(row.mean_first)} against {measure.shown(row.mean_second)}"
    if not row.bound:
        return f"{gap} ({both})"
    certain = row.difference > 0 if row.bound == "at least" else row.difference < 0
    told = f"at least {gap}" if certain and row.bound != "unclear" else unknown
    return f"{told} ({both}; {'both texts break' if row.bound == 'unclear' else 'a text breaks'} off)"


def _sure(measure: Measure, row: Any, gap: str) -> str:  # noqa: ANN401
    """A difference with its interval: as strong as interval and adjusted test allow."""
    sure = (
        f"{measure.signed(row.difference)}, 95 % interval {measure.signed(row.low)} to "
        f"{measure.signed(row.high)}, {_units(row)}"
    )
    if row.low <= 0 <= row.high:
        return f"{row.first} and {row.second} cannot be told apart ({sure})"
    return f"{gap} on average ({sure}){_doubt(row)}"


def _bounded(measure: Measure, row: Any) -> str:  # noqa: ANN401
    """Where texts break off: how often one source surely has more, and whether that is more than chance."""
    more, less = (row.first, row.second) if row.higher >= row.lower else (row.second, row.first)
    most, least = max(row.higher, row.lower), min(row.higher, row.lower)
    units = plural(row.of, "event") if row.unit == "event" else f"{row.of:,} pairs of articles"
    both = f"{measure.shown(row.mean_first)} against {measure.shown(row.mean_second)} on average"
    told = f"surely more in {more} than in {less} in {most:,} of {units}, surely less in {least:,}"
    rest = f"({both}; texts break off"
    if pd.isna(row.p):
        return f"{told} {rest}; too few for a test)"
    rest += f"; adjusted permutation p {probability(row.p_adjusted)})"
    if row.p_adjusted <= LEVEL:
        return f"{told} {rest}"
    return f"{row.first} and {row.second} cannot be told apart: {told} {rest}"


def events_drawn(table: pd.DataFrame) -> str:
    """What the marks of `figures.slopes` mean; columns event, source."""
    if table["source"].nunique() > EACH_WITH_EACH:
        return "Dots: events, each less the mean of all sources that tell it. Diamonds: means of a source."
    return "Each line: an event, through what each source makes of it. Diamonds: means of a source's events."


def differences(found: "Differences") -> pd.DataFrame:
    """Every comparison in a sentence: columns measure, sentence."""
    by_name = {one.name: one for one in found.measures}
    rows = [
        (by_name[row.measure].label, f"{difference(by_name[row.measure], row)}.")
        for row in found.table.itertuples()
    ]
    return pd.DataFrame(rows, columns=["measure", "sentence"])


def differences_read(found: "Differences") -> str:
    """How many of the comparisons hold: the title of `figures.differences`."""
    table = found.table
    if table.empty:
        return "One source: there is nothing to compare it with"
    if (table[["n_first", "n_second"]] <= 1).all(axis=None):
        return "How these articles differ: two texts, no inference about their sources"
    tested = table[table["p_adjusted"].notna()]
    if tested.empty:
        return "How the sources differ: too few articles for a test"
    holds = int((tested["p_adjusted"] <= LEVEL).sum())
    return (
        f"{holds} of {plural(len(tested), 'difference')} between sources hold when all are counted together"
    )


def how_compared(found: "Differences") -> str:
    """What the marks of `figures.differences` mean, and what was paired."""
    table = found.table
    units = table.loc[table[["n_first", "n_second"]].gt(1).any(axis=1), "unit"]
    if units.empty:
        return "First article less second, on a scale as long as the larger value; one article a source."
    how = {"event": "event by event", "article": "article by article"}
    paired = how[units.iloc[0]] if units.nunique() == 1 else "event by event where events are shared"
    interval = "with 95 % interval" if table["low"].notna().any() else "no interval below 8 on a side"
    return (
        f"First source less second, {paired}; diamond: mean difference, {interval}. Filled: adjusted p ≤ .05."
    )


def events(measure: Measure, table: pd.DataFrame) -> str:
    """In how many events which source surely has most: the title of `figures.slopes`.

    Columns event, source, value, censored. Where another source's text breaks off, it may have had more.
    """
    if table.empty:
        return f"{measure.label}: no named event has a value from two sources"
    wide, broken = (
        table.pivot_table(index="event", columns="source", values=of, sort=False, aggfunc="mean")
        for of in ("value", "censored")
    )
    highest = wide.eq(wide.max(axis=1), axis=0)
    doubted = ((broken > 0) & ~highest).any(axis=1)
    wins = highest[(highest.sum(axis=1) == 1) & ~doubted].sum().sort_values(ascending=False, kind="stable")
    if not wins.any():
        none = "which source has most cannot be told, since texts break off" if doubted.any() else ""
        return f"{measure.label}: {none or 'the same in every source that tells an event'}"
    if len(wide) == 1:
        return f"{measure.label}: one event, highest in {who(str(wins.index[0]), 1)}"
    surely = "surely " if doubted.any() else ""
    return f"{measure.label}: {surely}highest in {wins.index[0]} in {int(wins.iloc[0])} of {len(wide)} events"


def _gap(measure: Measure, row: Any, first: str, second: str) -> str:  # noqa: ANN401
    """Who has how much more."""
    if measure.signed(row.difference) == measure.signed(0.0):
        return f"the same in {first} and {second}"
    more, less = (first, second) if row.difference > 0 else (second, first)
    return f"{measure.gap(row.difference)} more in {more} than in {less}"


def _few(row: Any) -> str:  # noqa: ANN401
    """What stands in for an interval where there are too few units."""
    told = _units(row)
    if row.unit == "event":
        told += f", higher in {row.first} in {row.higher:,}"
    if pd.isna(row.p):
        return f"{told}; too few for an interval or a test"
    return f"{told}; too few for an interval; adjusted permutation p {probability(row.p_adjusted)}"


def _doubt(row: Any) -> str:  # noqa: ANN401
    """What must follow a difference that was tested, and does not hold among all that were."""
    return ", but with all comparisons counted chance is not ruled out" if row.p_adjusted > LEVEL else ""


def _units(row: Any) -> str:  # noqa: ANN401
    if row.unit == "event":
        return plural(row.n_first, "event")
    return f"{row.n_first:,} against {plural(row.n_second, 'article')}"
