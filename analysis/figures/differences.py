"""Differences between sources: one panel per measure, one row per pair of sources, a zero line in each."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.axes import Column, columns, row_scale, value_axis
from analysis.figures.lettering import labels
from analysis.figures.multiples import BOUND_MARKS, multiples, shortlist
from analysis.measures.measure import Measure
from analysis.results.behind import LEVEL
from analysis.results.result import Result

__all__ = ["differences"]

_ROW = 5.2  # mm


@style.styled
def differences(result: Result, *, width: float = style.DOUBLE) -> Figure:
    """One panel per measure; in each, one row per pair of sources with its difference and interval.

    Args:
        result: from `results.compare_sources`.
        width: millimetres.
    """
    table, note = shortlist(result, "first", "n_first")
    tables = [table[table["measure"] == one.name] for one in result.measures]
    names = _names(tables[0], 0.3 * width) if tables else []
    printed = [
        [Column("", [_print(one, row) for row in own.itertuples()], bold=True)]
        for one, own in zip(result.measures, tables, strict=True)
    ]
    figure, axes = multiples(
        result,
        [(one.label, one.gap_unit) for one in result.measures],
        names,
        printed,
        chart=f"Difference plots of {len(tables)} measures by pair of sources",
        note=note,
        best=_ROW,
        width=width,
    )
    for ax, one, own, column in zip(axes, result.measures, tables, printed, strict=False):
        _panel(ax, one, own)
        columns(ax, column)
    return figure


def _panel(ax: Axes, one: Measure, table: pd.DataFrame) -> None:
    """Draw the differences in one measure."""
    drawn = table[["difference", "low", "high"]].stack()
    if (table[["n_first", "n_second"]] <= 1).all(axis=None):  # no interval tells what is little
        whole = table[["mean_first", "mean_second"]].abs().max(axis=None)
        drawn = pd.Series([*drawn, -whole, whole])
    value_axis(ax, drawn, lambda x: one.shown(x, axis=True).replace(" %", ""))
    ax.axvline(0, color=style.GREY, linewidth=0.8, zorder=0.5)
    scale = row_scale(ax)
    for row, entry in enumerate(table.itertuples()):
        significant = entry.p_adjusted <= LEVEL
        colour = style.NARRATION if significant else style.INK
        ends = [end for end in (entry.low, entry.difference, entry.high) if np.isfinite(end)]
        ax.plot(ends, [row] * len(ends), color=colour, linewidth=1.6 * scale, solid_capstyle="butt")
        look: dict[str, Any] = {"color": colour if significant else "white", "markeredgecolor": colour}
        shape = {"at least": ">", "at most": "<"}.get(entry.bound, "D")
        size = (3.8 if shape == "D" else 4.6) * scale
        ax.plot([entry.difference], [row], marker=shape, markersize=size, clip_on=False, zorder=3, **look)


def _print(one: Measure, row: Any) -> str:  # noqa: ANN401  # a row of `results.compare_sources`
    """A difference in print: points where the measure is a share."""
    if np.isnan(row.difference):
        return "–"
    return f"{BOUND_MARKS.get(row.bound, '')}{one.signed(row.difference)}"


def _names(table: pd.DataFrame, most: float) -> list[str]:
    """The pairs of sources; where each is compared with all others, the source alone."""
    if table["second"].nunique() == 1 and len(table) > 1:
        return labels([str(first) for first in table["first"]], most)
    return labels(
        [f"{first} − {second}" for first, second in zip(table["first"], table["second"], strict=True)], most
    )
