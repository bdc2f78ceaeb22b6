"""The specification curve of two sources: all estimates on one scale, in ascending order."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
import pandas as pd

from analysis.errors import ParameterError, listed
from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.results.behind import OTHERS, articles_of_sides
from analysis.results.result import Result, define_columns
from analysis.results.robustness import curve_sentences as sentences
from analysis.results.robustness.choices import explain_option, list_fixed
from analysis.results.robustness.contrasts import Contrast, find_deviations, find_interval
from analysis.results.robustness.curve_sentences import Curve
from analysis.results.robustness.specifications import (
    COLUMNS,
    SampleSets,
    build_specifications,
    count_options,
    sample_copies,
)
from analysis.results.sources import measure_articles

__all__ = [
    "SUMMARY",
    "CurveResult",
    "compare_specifications",
    "estimate_curve",
    "select_sources",
    "summarise",
]

_DRAWN = 400  # specifications; of more, a figure shows every second, third, ...
_ADDED = ("estimate", "low", "high", "drawn")
_EMPTY = pd.DataFrame(columns=[*COLUMNS, *_ADDED])

SUMMARY = define_columns("""
agree: same sign; specifications; count
    Specifications in which the difference has the sign of the default.
specifications: specifications; specifications; count
    Specifications: combinations of the choices that could as well have been made.
unclear: unclear; specifications; count
    Specifications in which truncated articles leave the sign unclear.
estimate: default; standard deviations, or per cent of the mean; effect, interval, bounded
    Difference of the default specification, first minus second, in standard deviations of the articles \
(Hedges' g) or, without these, in per cent of the mean. Scores that are higher where a text is easier have \
their sign changed.
{low,high}: default: {lower,upper} end; standard deviations, or per cent of the mean; effect
    {Lower,Upper} end of the 95 % interval of the difference of the default specification.
n_{first,second}: n of the {first,second}; articles or events; count
    Articles of the {first,second} source, or events, in the default specification.
""")
_OPTIONS = define_columns("""
agree: same sign; specifications; count
    Specifications with this option in which the difference has the sign of the default.
specifications: specifications; specifications; count
    Specifications with this option.
""")


@dataclass(frozen=True, kw_only=True)
class CurveResult(Result):
    """Two sources under every combination of choices, for `figures.specifications`.

    Its table is the summary of `summarise`; what it plots is `curve.table`.
    """

    curve: Curve

    @property
    def ends(self) -> tuple[str, str]:
        """What an estimate above zero, and one below it, means."""
        return sentences.describe_ends(self.curve)

    @property
    def choices(self) -> Result:
        """The options with their reasons, and in how many specifications with each the sign is the same."""
        curve, keys = self.curve, ("first", "second", "choice", "option")
        options = curve.options.assign(first=curve.first, second=curve.second)
        pairs = zip(options["choice"], options["option"], strict=True)
        options["why"] = [explain_option(choice, option) for choice, option in pairs]
        fixed = list_fixed(curve.measure.name)
        return Result(
            id=f"robustness_{curve.measure.key}_options",
            table=options[[*keys, "label", *_OPTIONS, "why"]],
            keys=keys,
            columns=_OPTIONS,
            measure=curve.measure,
            title=f"{curve.measure.label}: the options of each choice, and what is not varied",
            sentences=fixed if len(fixed) else None,
            articles=self.articles,
            nothing=self.nothing,
        )


def compare_specifications(
    data: Features, measure: Measure, *, first: str = "", second: str = "", seed: int
) -> CurveResult:
    """Every specification of the difference between two sources in a measure.

    Args:
        data: the measured corpus.
        measure: any measure; one without variants of its own is compared by unit, by how shared text is
            counted, and without the most influential articles.
        first: a source; empty: the first in display order.
        second: another, or `all other sources`; empty: the next in display order.
        seed: of the intervals.

    Returns:
        The figure shows one row per specification, by estimate: columns score, text, sentences, engine,
        quoted, copies, unit, without (the options, empty where a choice makes no difference); n_first,
        n_second (units), mean_first, mean_second, difference (first minus second, in units of the score, its
        sign changed where higher is easier), bound (as in `results.compare_sources`), sign (of the
        difference; NaN where truncated articles leave it unclear), agree (it is that of the default),
        default; estimate (the difference on the curve's scale), low, high (its 95 % interval where it is
        drawn, NaN below 8 units per side), drawn (not all are where they are very many). Specifications with
        less than half of the default's units are left out: they would be about other articles.

    Raises:
        ParameterError: there is no such source.
    """
    one, other = select_sources(data.sources, first, second)
    curve = estimate_curve(data, measure, one, other, seed=seed)
    return CurveResult(
        id=f"robustness_{measure.key}_curve",
        table=summarise([curve]).drop(columns="measure"),
        keys=("first", "second"),
        columns=SUMMARY,
        measure=measure,
        title=sentences.describe_curve(curve),
        subtitle=sentences.describe_setting(curve),
        note=sentences.describe_limits(curve),
        plotted=curve.table,
        articles=articles_of_sides(measure_articles(data, measure).dropna(subset=["value"])),
        nothing=sentences.explain_missing(curve),
        methods=() if curve.table.empty else (sentences.describe_method(measure),),
        curve=curve,
    )


def estimate_curve(
    data: Features, measure: Measure, first: str, second: str, *, seed: int, drawn: int = _DRAWN
) -> Curve:
    """The curve of two sources from `select_sources`; about `drawn` specifications get an interval."""
    empty = Curve(measure, first, second, "sd", _EMPTY, count_options(_EMPTY))
    if not first:
        return empty
    sets = sample_copies(data, measure)
    table, contrasts = build_specifications(sets, first, second)
    if table.empty:
        return empty
    scale, units = _find_scale(sets, first, second, table)
    scaled = _scale(table, units, contrasts, seed=seed, drawn=drawn)
    return Curve(measure, first, second, scale, scaled[[*_EMPTY.columns]], count_options(table))


def select_sources(sources: Sequence[str], first: str, second: str) -> tuple[str, str]:
    """The two sources to compare; empty names where there are no two.

    Raises:
        ParameterError: there is no such source, or both are the same.
    """
    for name, given, valid in (("first", first, [*sources]), ("second", second, [*sources, OTHERS])):
        if given and given not in valid:
            raise ParameterError(
                f'{name} = "{given}" is not a source of this corpus',
                allowed=f"it has: {listed(valid, most=60)}",
            )
    if first and first == second:
        raise ParameterError(f'first and second are both "{first}"', allowed="two different sources")
    if len(sources) < 2:
        return "", ""
    one = first or next(source for source in sources if source != second)
    return one, second or next(source for source in sources if source != one)


def summarise(curves: Sequence[Curve]) -> pd.DataFrame:
    """In how many specifications the sign is that of the default: one row per curve of two sources.

    Returns:
        Columns measure, first, second, agree, specifications, unclear (in how many truncated articles leave
        the sign unclear), and of the default specification estimate, low, high, n_first, n_second, bound.
    """
    rows = [_summarise(curve) for curve in curves if curve.first]
    return pd.DataFrame(rows, columns=["measure", "first", "second", *SUMMARY, "bound"])


def _summarise(curve: Curve) -> dict[str, Any]:
    table = curve.table
    counts = {
        "agree": int(table["agree"].sum()),
        "specifications": len(table),
        "unclear": int(table["sign"].isna().sum()),
    }
    names = ("estimate", "low", "high", "n_first", "n_second", "bound")
    default = {name: curve.default[name] for name in names} if len(table) else {"bound": ""}
    return {"measure": curve.measure.name, "first": curve.first, "second": curve.second, **counts, **default}


def _find_scale(
    sets: SampleSets, first: str, second: str, table: pd.DataFrame
) -> tuple[str, "pd.Series[float]"]:
    """What the differences are divided by: the standard deviation of the articles, or 1 % of the mean.

    The deviation is that of all articles of the variant: leaving some out changes the difference only.
    """
    by_copies = {copies: find_deviations(own, first, second) for copies, own in sets.items()}
    places = zip(table["copies"], table["variant"], strict=True)
    deviation = pd.Series([by_copies[copies][variant] for copies, variant in places], index=table.index)
    if deviation.notna().iloc[0]:
        return "sd", deviation
    return "per cent", (table["mean_first"].abs() + table["mean_second"].abs()) / 200


def _scale(
    table: pd.DataFrame, scale: "pd.Series[float]", contrasts: Sequence[Contrast], *, seed: int, drawn: int
) -> pd.DataFrame:
    """The table by estimate, with the intervals of what is drawn."""
    estimate = np.where(table["difference"] == 0, 0.0, table["difference"] / scale)
    table = table.assign(estimate=estimate, scale=scale)
    table = table.sort_values("estimate", kind="stable", ignore_index=True)
    table["drawn"] = (table.index % ceil(len(table) / drawn) == 0) | table["default"]
    ends = [
        find_interval(contrasts[row.contrast], row.variant, seed=seed) if row.drawn else (np.nan, np.nan)
        for row in table.itertuples()
    ]
    low, high = np.array(ends, dtype=float).T / table["scale"].to_numpy()
    return table.assign(low=low, high=high)
