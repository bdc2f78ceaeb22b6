"""The specification curve of two sources: all estimates on one scale, in their order."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import compare
from analysis.compare.differences import OTHERS
from analysis.errors import ParameterError, listed
from analysis.results.robustness.choices import checked
from analysis.results.robustness.contrasts import interval, yardsticks
from analysis.results.robustness.specifications import COLUMNS, Measured, measured, options, specifications

if TYPE_CHECKING:
    from analysis.features import Features
    from analysis.measures.schema import Measure
    from analysis.results.robustness.contrasts import Contrast

__all__ = ["Curve", "chosen", "curve", "estimated"]

_DRAWN = 400  # specifications; of more a figure shows every second, third, ...
_ADDED = ("estimate", "low", "high", "drawn")


class Curve(NamedTuple):
    """Two sources under every combination of choices.

    Attributes:
        measure: the measure.
        first, second: the sources; empty where there are no two.
        unit: of `estimate`: `sd`, standard deviations of the articles (Hedges' g), or `per cent` of the mean
            of both sources where articles are too few, or too alike, to have a deviation.
        table: one row a specification, by estimate, as `curve` describes it.
        options: in how many specifications with each option the sign holds, as
            `specifications.options` lists them, with the sources first and second.
    """

    measure: "Measure"
    first: str
    second: str
    unit: str
    table: pd.DataFrame
    options: pd.DataFrame

    @property
    def default(self) -> "pd.Series[Any]":
        """The specification that the other notebooks report; there is one wherever the table has a row."""
        return self.table[self.table["default"].astype(bool)].iloc[0]


def curve(data: "Features", name: str, *, first: str = "", second: str = "", seed: int) -> Curve:
    """Every specification of the difference between two sources in a measure.

    Args:
        data: the measured corpus.
        name: of the measure.
        first: a source; empty: the first in display order.
        second: another, or `all other sources`; empty: the next in display order.
        seed: of the intervals.

    Returns:
        The curve. Its table has the columns score, text, sentences, engine, quoted, copies, unit, without
        (the options, empty where a choice makes no difference); n_first, n_second (units), mean_first,
        mean_second, difference (first less second, in units of the score, its sign changed where higher is
        easier), bound (as in `compare.differences`), sign (of the difference; NaN where texts that break
        off leave it open), holds (it is that of the default), default; estimate (the difference on the
        curve's scale), low, high (its 95 % interval where it is drawn, NaN below 8 units a side), drawn
        (not all are where they are very many). Left out are specifications with less than half of the
        default's units: they would be of other articles.

    Raises:
        ParameterError: the measure has no choices, or there is no such source.
    """
    checked(name)
    one, other = chosen(data.sources, first, second)
    return estimated(data, name, one, other, seed=seed)


def estimated(data: "Features", name: str, one: str, other: str, *, seed: int, drawn: int = _DRAWN) -> Curve:
    """`curve` of two sources that were `chosen`, of which about `drawn` specifications get an interval."""
    empty = pd.DataFrame(columns=[*COLUMNS, *_ADDED])
    if not one:
        return Curve(compare.measure(name), one, other, "sd", empty, options(empty))
    found = measured(data, name)
    table, made = specifications(found, one, other)
    if table.empty:
        return Curve(compare.measure(name), one, other, "sd", empty, options(empty))
    unit, scale = _scale(found, one, other, table)
    sorted_ = _on_scale(table, scale, made, seed=seed, drawn=drawn)
    counted = options(table).assign(first=one, second=other)
    return Curve(compare.measure(name), one, other, unit, sorted_[[*empty.columns]], counted)


def chosen(sources: Sequence[str], first: str, second: str) -> tuple[str, str]:
    """The two sources that are meant; empty names where there are no two.

    Raises:
        ParameterError: there is no such source, or both are the same.
    """
    for name, given, valid in (("first", first, [*sources]), ("second", second, [*sources, OTHERS])):
        if given and given not in valid:
            raise ParameterError(
                f'{name} = "{given}" is no source of this corpus',
                allowed=f"there are: {listed(valid, most=60)}",
            )
    if first and first == second:
        raise ParameterError(f'first and second are both "{first}"', allowed="two different sources")
    if len(sources) < 2:
        return "", ""
    one = first or next(source for source in sources if source != second)
    return one, second or next(source for source in sources if source != one)


def _scale(found: Measured, first: str, second: str, table: pd.DataFrame) -> tuple[str, "pd.Series[float]"]:
    """What the differences are divided by: the deviation of the articles, or a hundredth of the mean.

    The deviation is that of all articles of the variant, so that leaving some out moves the difference alone.
    """
    by_copies = {copies: yardsticks(own, first, second) for copies, own in found.items()}
    places = zip(table["copies"], table["variant"], strict=True)
    deviation = pd.Series([by_copies[copies][variant] for copies, variant in places], index=table.index)
    if deviation.notna().iloc[0]:
        return "sd", deviation
    return "per cent", (table["mean_first"].abs() + table["mean_second"].abs()) / 200


def _on_scale(
    table: pd.DataFrame, scale: "pd.Series[float]", made: "Sequence[Contrast]", *, seed: int, drawn: int
) -> pd.DataFrame:
    """The table by estimate, with the intervals of what is drawn."""
    estimate = np.where(table["difference"] == 0, 0.0, table["difference"] / scale)
    table = table.assign(estimate=estimate, scale=scale)
    table = table.sort_values("estimate", kind="stable", ignore_index=True)
    table["drawn"] = (table.index % ceil(len(table) / drawn) == 0) | table["default"]
    ends = [
        interval(made[row.contrast], row.variant, seed=seed) if row.drawn else (np.nan, np.nan)
        for row in table.itertuples()
    ]
    low, high = np.array(ends, dtype=float).T / table["scale"].to_numpy()
    return table.assign(low=low, high=high)
