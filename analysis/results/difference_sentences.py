"""Differences between sources in sentences, with hedges that follow n, interval and test; their method."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from analysis.measures.measure import Measure
from analysis.results.behind import LEVEL
from analysis.results.markdown import cite
from analysis.results.phrases import name_source, pluralise, state_p
from analysis.results.result import Method
from analysis.results.sources import ONE_ARTICLE_EACH, describe_intervals
from analysis.statistics.permutation import MAX_EXACT, RANDOM_DRAWS

__all__ = ["describe_method", "write_differences"]

_UNITS = {
    frozenset({"event"}): "Sources were compared event by event.",
    frozenset({"article"}): "Sources were compared by the means of their articles, which are not paired.",
    frozenset({"event", "article"}): (
        "Sources that share events were compared event by event, the others by the means of their articles."
    ),
}
_PAIRING = (
    "Two sources are paired by event if they share at least two events with at least half of the articles "
    "of each. If a source has several articles on an event, their mean is used."
)
_STATISTICS = {
    "event": "Over events, the signs of the differences were permuted.",
    "article": f"Over unpaired articles, the statistic is Welch's t {cite('janssen1997')}.",
}


def describe_method(table: pd.DataFrame, *, seed: int) -> tuple[Method, ...]:
    """How the differences of a table of `compare_sources` were computed and tested, sentence by sentence."""
    if table.empty:
        return ()
    if (table[["n_first", "n_second"]] <= 1).all(axis=None):
        return (Method("Comparison", ONE_ARTICLE_EACH),)
    units, tested = frozenset(table["unit"]), table[table["p"].notna()]
    several = (table["n_first"] > 1) & (table["n_second"] > 1)
    sentences = [
        _UNITS[units],
        _PAIRING * ("event" in units),
        describe_intervals(table, seed=seed),
        *(_describe_tests(tested, seed) if len(tested) else ()),
        f"No test was made where so few articles or events cannot give a p value of {LEVEL} or below."
        * bool((several & table["p"].isna()).any()),
    ]
    return tuple(Method("Comparison", sentence) for sentence in sentences if sentence)


def _describe_tests(tested: pd.DataFrame, seed: int) -> Iterator[str]:
    yield (
        f"Differences were tested by permutation, two-sided: with all arrangements if there are at most "
        f"{MAX_EXACT:,}, otherwise with {RANDOM_DRAWS:,} random ones (seed {seed}) and the observed one "
        f"{cite('phipson2010')}."
    )
    yield from (how for unit, how in _STATISTICS.items() if unit in set(tested["unit"]))
    if (tested["bound"] != "").any():
        yield f"Where truncated articles give lower bounds, Gehan's scores were tested {cite('gehan1965')}."
    yield (
        f"P values are adjusted for all comparisons of a table {cite('holm1979')}; the level is {LEVEL}. "
        f"Effects are Hedges' g {cite('hedges1981')}."
    )


def write_differences(measures: Sequence[Measure], table: pd.DataFrame) -> pd.DataFrame:
    """Every comparison in a sentence: columns measure, sentence."""
    by_name = {one.name: one for one in measures}
    rows = [
        (one.label, f"{one.label}: {_write_sentence(one, row)}.")
        for row in table.itertuples()
        for one in [by_name[row.measure]]
    ]
    return pd.DataFrame(rows, columns=["measure", "sentence"])


def _write_sentence(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of `compare_sources`
    """One comparison in a sentence, as strong as n, interval and adjusted test allow.

    With one article per side: what these two have. With a bound: what is certain of it. With an interval:
    "more" only where it leaves out zero.
    """
    first, second = name_source(row.first, row.n_first), name_source(row.second, row.n_second)
    if not (row.n_first and row.n_second):
        return f"no values to compare {row.first} and {row.second}"
    gap = _write_gap(measure, row, first, second)
    if row.n_first == row.n_second == 1:
        return _write_two(measure, row, gap, f"it is open whether {first} or {second} has more")
    if row.bound:
        return _write_bound(measure, row)
    return (
        f"{gap} on average ({_write_few(row)}){_doubt(row)}"
        if pd.isna(row.low)
        else _write_interval(measure, row, gap)
    )


def _write_two(measure: Measure, row: Any, gap: str, unknown: str) -> str:  # noqa: ANN401
    """Two articles: what one has more, or has more at least."""
    both = f"{measure.shown(row.mean_first)} against {measure.shown(row.mean_second)}"
    if not row.bound:
        return f"{gap} ({both})"
    certain = row.difference > 0 if row.bound == "at least" else row.difference < 0
    text = f"at least {gap}" if certain and row.bound != "unclear" else unknown
    return f"{text} ({both}; {'both articles are' if row.bound == 'unclear' else 'one article is'} truncated)"


def _write_interval(measure: Measure, row: Any, gap: str) -> str:  # noqa: ANN401
    """A difference with its interval: as strong as interval and adjusted test allow."""
    size = (
        f"{measure.signed(row.difference)}, 95 % interval {measure.signed(row.low)} to "
        f"{measure.signed(row.high)}, {_write_units(row)}"
    )
    if row.low <= 0 <= row.high:
        return f"no detectable difference between {row.first} and {row.second} ({size})"
    return f"{gap} on average ({size}){_doubt(row)}"


def _write_bound(measure: Measure, row: Any) -> str:  # noqa: ANN401
    """Where articles are truncated: how often one source certainly has more, and what the test says."""
    more, less = (row.first, row.second) if row.higher >= row.lower else (row.second, row.first)
    most, least = max(row.higher, row.lower), min(row.higher, row.lower)
    units = pluralise(row.compared, "event") if row.unit == "event" else f"{row.compared:,} pairs of articles"
    both = f"{measure.shown(row.mean_first)} against {measure.shown(row.mean_second)} on average"
    text = f"more in {more} than in {less} in at least {most:,} of {units}, less in at least {least:,}"
    rest = f"({both}; some articles are truncated"
    if pd.isna(row.p):
        return f"{text} {rest}; too few for a test)"
    rest += f"; adjusted permutation p {state_p(row.p_adjusted)})"
    if row.p_adjusted <= LEVEL:
        return f"{text} {rest}"
    return f"no detectable difference between {row.first} and {row.second}: {text} {rest}"


def _write_gap(measure: Measure, row: Any, first: str, second: str) -> str:  # noqa: ANN401
    """Which source has how much more."""
    if measure.signed(row.difference) == measure.signed(0.0):
        return f"the same in {first} and {second}"
    more, less = (first, second) if row.difference > 0 else (second, first)
    return f"{measure.gap(row.difference)} more in {more} than in {less}"


def _write_few(row: Any) -> str:  # noqa: ANN401
    """What stands in for an interval where there are too few units."""
    text = _write_units(row)
    if row.unit == "event":
        text += f", higher in {row.first} in {row.higher:,}"
    if pd.isna(row.p):
        return f"{text}; too few for an interval or a test"
    return f"{text}; too few for an interval; adjusted permutation p {state_p(row.p_adjusted)}"


def _doubt(row: Any) -> str:  # noqa: ANN401
    """What must follow a difference that is not significant once all comparisons are counted."""
    return ", but not significant after correction for all comparisons" if row.p_adjusted > LEVEL else ""


def _write_units(row: Any) -> str:  # noqa: ANN401
    if row.unit == "event":
        return pluralise(row.n_first, "event")
    return f"{row.n_first:,} against {pluralise(row.n_second, 'article')}"
