"""Differences between sources in sentences, with hedges that follow n, interval and test; their method."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
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
    "event": "For events, the signs of the differences were permuted.",
    "article": f"For unpaired articles, the statistic is Welch's t {cite('janssen1997')}.",
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
        yield f"Where truncated articles give lower bounds, the test uses Gehan's scores {cite('gehan1965')}."
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


class _Side(NamedTuple):
    """A source as a sentence names it; its mean, its units, and in how many of them it is higher."""

    name: str
    source: str
    mean: str
    n: int
    higher: int


class _Order(NamedTuple):
    """The two sides in the order in which a sentence names them; every number is printed in this order."""

    one: _Side
    other: _Side
    sign: int

    @property
    def means(self) -> str:
        return f"{self.one.mean} against {self.other.mean}"


def _order_sides(measure: Measure, row: Any, *, reverse: bool) -> _Order:  # noqa: ANN401
    """The first source before the second, or the reverse."""
    first, second = (
        _Side(name_source(source, n), source, measure.shown(mean), n, higher)
        for source, n, mean, higher in (
            (row.first, row.n_first, row.mean_first, row.higher),
            (row.second, row.n_second, row.mean_second, row.lower),
        )
    )
    return _Order(second, first, -1) if reverse else _Order(first, second, 1)


def _write_sentence(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of `compare_sources`
    """One comparison in a sentence, as strong as n, interval and adjusted test allow.

    With one article per side: what these two have. With a bound: what is certain of it. With an interval:
    "more" only where it leaves out zero.
    """
    if not (row.n_first and row.n_second):
        return f"no values to compare {row.first} and {row.second}"
    if row.bound and not row.n_first == row.n_second == 1:
        return _write_bound(measure, row)
    order = _order_sides(measure, row, reverse=row.difference < 0 and not _is_same(measure, row))
    gap = _write_gap(measure, row, order)
    if row.n_first == row.n_second == 1:
        return _write_two(measure, row, gap, order)
    if pd.isna(row.low):
        return f"{gap} on average ({_write_few(row, order)}){_doubt(measure, row)}"
    return _write_interval(measure, row, gap, order)


def _write_two(measure: Measure, row: Any, gap: str, order: _Order) -> str:  # noqa: ANN401
    """Two articles: what one has more, or has more at least."""
    if not row.bound:
        return f"{gap} ({order.means})"
    higher = {"at least": row.difference > 0, "at most": row.difference < 0}.get(row.bound, False)
    cut = "both articles are" if row.bound == "unclear" else "one article is"
    if higher and not _is_same(measure, row):
        return f"at least {gap} ({order.means}; {cut} truncated)"
    order = _order_sides(measure, row, reverse=False)
    return (
        f"it is open whether {order.one.name} or {order.other.name} has more ({order.means}; {cut} truncated)"
    )


def _write_interval(measure: Measure, row: Any, gap: str, order: _Order) -> str:  # noqa: ANN401
    """A difference with its interval: as strong as interval and adjusted test allow."""
    detectable = not row.low <= 0 <= row.high
    if not detectable:
        order = _order_sides(measure, row, reverse=False)
    low, high = sorted(order.sign * end for end in (row.low, row.high))
    size = (
        f"{measure.signed(order.sign * row.difference)}, 95 % interval {measure.signed(low)} to "
        f"{measure.signed(high)}, {_write_units(row, order)}"
    )
    if detectable:
        return f"{gap} on average ({size}){_doubt(measure, row)}"
    return (
        f"no detectable difference between {order.one.name} and {order.other.name} "
        f"({order.one.source} minus {order.other.source}: {size})"
    )


def _write_bound(measure: Measure, row: Any) -> str:  # noqa: ANN401
    """Where articles are truncated: how often one source certainly has more, and what the test says."""
    order = _order_sides(measure, row, reverse=row.lower > row.higher)
    one, other = order.one, order.other
    names = ("event",) if row.unit == "event" else ("pair of articles", "pairs of articles")
    units = pluralise(row.compared, *names)
    text = f"more in {one.name} than in {other.name} in at least {one.higher:,} of {units}"
    text += f", less in at least {other.higher:,}" if other.higher else ""
    if not one.higher:
        every = "all " if row.compared > 1 else ""
        text = f"it is open in {every}{units} whether {one.name} or {other.name} has more"
    rest = f"({order.means} on average; some articles are truncated"
    if pd.isna(row.p):
        return f"{text} {rest}; too few for a test)"
    rest += f"; adjusted permutation p {state_p(row.p_adjusted)})"
    if row.p_adjusted <= LEVEL:
        return f"{text} {rest}"
    return f"no detectable difference between {one.name} and {other.name}: {text} {rest}"


def _write_gap(measure: Measure, row: Any, order: _Order) -> str:  # noqa: ANN401
    """Which source has how much more."""
    if _is_same(measure, row):
        exact = np.isclose(row.mean_first, row.mean_second, rtol=1e-9, atol=1e-12)
        return f"{'the same' if exact else 'almost the same'} in {order.one.name} and {order.other.name}"
    return f"{measure.gap(row.difference)} more in {order.one.name} than in {order.other.name}"


def _is_same(measure: Measure, row: Any) -> bool:  # noqa: ANN401
    """Whether the difference is zero in the digits that are printed."""
    return measure.signed(row.difference) == measure.signed(0.0)


def _write_few(row: Any, order: _Order) -> str:  # noqa: ANN401
    """What stands in for an interval where there are too few units."""
    text = _write_units(row, order)
    if row.unit == "event":
        text = f"higher in {order.one.source} in {order.one.higher:,} of {text}"
    if pd.isna(row.p):
        return f"{text}; too few for an interval or a test"
    return f"{text}; too few for an interval; adjusted permutation p {state_p(row.p_adjusted)}"


def _doubt(measure: Measure, row: Any) -> str:  # noqa: ANN401
    """What must follow a difference that is not significant once all comparisons are counted."""
    if _is_same(measure, row) or not row.p_adjusted > LEVEL:
        return ""
    return ", but not significant after correction for all comparisons"


def _write_units(row: Any, order: _Order) -> str:  # noqa: ANN401
    if row.unit == "event":
        return pluralise(row.n_first, "event")
    return f"{order.one.n:,} against {pluralise(order.other.n, 'article')}"
