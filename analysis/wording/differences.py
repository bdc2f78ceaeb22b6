"""Sentences about differences between sources, with hedges that follow n, interval and test."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare.differences import LEVEL
from analysis.schema import Measure
from analysis.wording.phrases import plural, who

if TYPE_CHECKING:
    from analysis.compare.differences import Differences

__all__ = ["EVENTS", "difference", "differences", "differences_read", "events", "how_compared"]


EVENTS = "Each line: an event, through what each source makes of it. Diamonds: means of a source's events."


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
    both = f"{measure.shown(row.mean_first)} against {measure.shown(row.mean_second)}"
    if row.bound:
        return f"{_bounded(measure, row, first, second)} ({both}; texts break off)"
    gap = _gap(measure, row, first, second)
    if row.n_first == row.n_second == 1:
        return f"{gap} ({both})"
    return f"{gap} on average ({_few(row)})" if pd.isna(row.low) else _sure(measure, row, gap)


def _sure(measure: Measure, row: Any, gap: str) -> str:  # noqa: ANN401
    """A difference with its interval: as strong as interval and adjusted test allow."""
    sure = (
        f"{_signed(measure, row.difference)}, 95 % interval {_signed(measure, row.low)} to "
        f"{_signed(measure, row.high)}, {_units(row)}"
    )
    if row.low <= 0 <= row.high:
        return f"{row.first} and {row.second} cannot be told apart ({sure})"
    doubt = "" if row.p_adjusted <= LEVEL else ", but with all comparisons counted chance is not ruled out"
    return f"{gap} on average ({sure}){doubt}"


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
        return "First article less second; one article a source."
    paired = (
        "event by event"
        if (units == "event").all()
        else (
            "article by article" if (units == "article").all() else "event by event where events are shared"
        )
    )
    interval = "with 95 % interval (BCa)" if table["low"].notna().any() else "no interval below 8 on a side"
    return (
        f"First source less second, {paired}; diamond: mean difference, {interval}. Filled: adjusted p ≤ .05."
    )


def events(measure: Measure, table: pd.DataFrame) -> str:
    """In how many events which source has most: the title of `figures.slopes`.

    Columns event, source, value.
    """
    if table.empty:
        return f"{measure.label}: no event is told by two sources"
    wide = table.pivot_table(index="event", columns="source", values="value", sort=False)
    told = wide[wide.notna().sum(axis=1) > 1]
    top = told.eq(told.max(axis=1), axis=0)
    single = top[top.sum(axis=1) == 1]
    wins = single.sum().sort_values(ascending=False, kind="stable")
    if wins.empty:
        return f"{measure.label}: the same in every source that tells an event"
    if len(told) == 1:
        return f"{measure.label}: one event, highest in {who(str(wins.index[0]), 1)}"
    return f"{measure.label}: of {len(told)} events highest in {wins.index[0]} in {int(wins.iloc[0])}"


def _gap(measure: Measure, row: Any, first: str, second: str) -> str:  # noqa: ANN401
    """Who has how much more."""
    if _signed(measure, row.difference) == _signed(measure, 0.0):
        return f"the same in {first} and {second}"
    more, less = (first, second) if row.difference > 0 else (second, first)
    return f"{_amount(measure, abs(row.difference))} more in {more} than in {less}"


def _bounded(measure: Measure, row: Any, first: str, second: str) -> str:  # noqa: ANN401
    """What a bound lets one say: a difference that may be of either sign says nothing."""
    if row.bound == "at least" and row.difference > 0:
        return f"at least {_amount(measure, row.difference)} more in {first} than in {second}"
    if row.bound == "at most" and row.difference < 0:
        return f"at least {_amount(measure, -row.difference)} more in {second} than in {first}"
    return f"which of {first} and {second} has more cannot be told"


def _few(row: Any) -> str:  # noqa: ANN401
    """What stands in for an interval where there are too few units."""
    told = _units(row)
    if row.unit == "event":
        told += f", higher in {row.first} in {int(row.higher)}"
    if pd.isna(row.p):
        return f"{told}; too few for an interval or a test"
    return f"{told}; too few for an interval; adjusted permutation p = {_p(row.p_adjusted)}"


def _units(row: Any) -> str:  # noqa: ANN401
    if row.unit == "event":
        return plural(row.n_first, "event")
    return f"{row.n_first:,} against {plural(row.n_second, 'article')}"


def _p(value: float) -> str:
    return "< .001" if value < 0.001 else f"{value:.3f}".removeprefix("0")


def _amount(measure: Measure, value: float) -> str:
    """A difference without its sign: points where the measure is a share."""
    return f"{value * 100:,.{measure.digits}f} points" if measure.share else measure.shown(value)


def _signed(measure: Measure, value: float) -> str:
    """A difference with its sign."""
    text = f"{value * (100 if measure.share else 1):+,.{measure.digits}f}".replace("-", "−")
    return "0" if not text.strip("+−0.,") else text
