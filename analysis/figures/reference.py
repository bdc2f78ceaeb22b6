"""Pairs of sources below the distribution of reference pairs: one panel per measure, one row per pair."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.figures import style
from analysis.figures.axes import Column, columns, columns_width, panel_width, row_scale, value_axis
from analysis.figures.lettering import labels
from analysis.figures.multiples import BOUND_MARKS, multiples, shortlist
from analysis.measures.measure import Measure
from analysis.results.behind import OTHERS

if TYPE_CHECKING:
    from analysis.results.reference import ReferenceResult

__all__ = ["reference"]

_ROW, _BAND = 4.4, 13.0  # mm, a line of a row, and the distribution above the rows
_LEAST = 18.0  # mm, the narrowest panel without its numbers
_BAR = 1.1  # mm, about the width of a bar of the distribution
_FAR = "#9CC6DF"


@style.styled
def reference(result: "ReferenceResult", *, width: float = style.DOUBLE) -> Figure:
    """One panel per measure: how much reference pairs differ, and below it one row per pair of sources.

    Args:
        result: from `results.compare_with_reference`.
        width: millimetres.
    """
    table, note = shortlist(result, "first", "n_first")
    tables = [table[table["measure"] == one.name] for one in result.measures]
    names = _names(tables[0], 0.26 * width)
    printed = [_print(one, own) for one, own in zip(result.measures, tables, strict=True)]
    figure, axes = multiples(
        result,
        [(one.label, _unit(one)) for one in result.measures],
        names,
        printed,
        chart=f"Histograms of {len(tables)} measures of reference pairs, with pairs of sources as marks",
        note=note,
        best=_ROW,
        width=width,
        key=_key(table),
        band=_BAND,
        least=_LEAST + max(map(columns_width, printed)),
    )
    for ax, one, own, pairs, pair in zip(
        axes, result.measures, tables, result.reference, printed, strict=True
    ):
        band = -0.5 - ax.get_ylim()[1]
        _panel(ax, one, own, pairs, band=band)
        columns(ax, pair, head=len(names) / (len(names) + band))
    return figure


def _panel(ax: Axes, one: Measure, table: pd.DataFrame, pairs_drawn: pd.Series, *, band: float) -> None:
    """Draw the reference pairs above, and a mark in each row below."""
    scaled = _scale(one, table[["distance", "p10", "p90"]])
    pairs = _scale(one, pairs_drawn)
    value_axis(ax, pd.concat([pairs, *(scaled[name] for name in scaled)]), lambda x: _tick(one, x))
    ax.grid(visible=False)
    if len(pairs):
        _distribution(ax, one, pairs, scaled["distance"], band=band)
    scale = row_scale(ax)
    for row, (entry, at) in enumerate(zip(table.itertuples(), scaled.itertuples(), strict=True)):
        if np.isfinite(at.p10):
            ax.plot([at.p10, at.p90], [row, row], color=style.NARRATION, linewidth=1.2 * scale)
        shape, size = (">", 5.0) if entry.bound else ("D", 4.2)
        look: dict[str, Any] = {"color": "white", "markeredgecolor": style.NARRATION, "clip_on": False}
        if not np.isnan(at.distance):
            ax.plot([at.distance], [row], marker=shape, markersize=size * scale, zorder=3, **look)


def _distribution(ax: Axes, one: Measure, pairs: pd.Series, marks: pd.Series, *, band: float) -> None:
    """The reference pairs as a histogram in the band above the rows, their median as a line through all."""
    step = np.ptp(ax.get_xlim()) / panel_width(ax) * _BAR
    if not (one.digits or one.extensive):
        step = np.ceil(step)  # whole numbers: as many in each bar
    edges = np.arange(0, pairs.max() + 1.01 * step, step)
    counts, _ = np.histogram(pairs, edges)
    floor, tall = -0.5, 0.92 * band / counts.max()
    ax.stairs(floor - counts * tall, edges, baseline=floor, fill=True, color=style.PALE)
    if len(marks) == 1:
        far, _ = np.histogram(pairs[pairs >= marks.iloc[0]], edges)
        ax.stairs(floor - far * tall, edges, baseline=floor, fill=True, color=_FAR)
    if len(marks) <= 3:
        known = [(row, at) for row, at in enumerate(marks) if not np.isnan(at)]
        for row, at in known:
            ax.plot([at, at], [floor - 0.5 * band, row], color=style.NARRATION, linewidth=0.6, zorder=2)
    median = pairs.median()
    ax.plot(
        [median, median],
        [floor - band, ax.get_ylim()[0]],
        color=style.GREY,
        linewidth=0.6,
        linestyle=(0, (4, 2)),
    )


def _scale(one: Measure, values: Any) -> Any:  # noqa: ANN401  # a series or a table
    """Values as drawn: ratios as doublings."""
    return np.log2(values) if one.extensive else values


def _tick(one: Measure, value: float) -> str:
    if one.extensive:
        return f"{2**value:.3g}×"
    return one.shown(value, axis=True).removesuffix(" %")


def _print(one: Measure, table: pd.DataFrame) -> list[Column]:
    """The difference, where there is room, and the share of reference medians that are at least as large."""
    share = Column("share", [_write_share(row) for row in table.itertuples()], bold=True)
    if (table["second"] == OTHERS).any():
        return [share]
    return [Column("difference", [_write_distance(one, row) for row in table.itertuples()]), share]


def _write_distance(one: Measure, row: Any) -> str:  # noqa: ANN401  # a row of `compare_with_reference`
    if np.isnan(row.distance):
        return "?" if row.bound else "–"
    scaled = row.distance * (100 if one.share else 1)
    text = f"{row.distance:.2f}×" if one.extensive else f"{scaled:.{one.digits}f}"
    return f"{BOUND_MARKS.get(row.bound, '')}{text}"


def _write_share(row: Any) -> str:  # noqa: ANN401  # a row of `compare_with_reference`
    share = row.share_of_medians  # that of the pairs, if they report one event: titles judge by it
    if np.isnan(share):
        return "–"
    text = "<1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"
    return f"≤ {text}" if row.bound else text


def _unit(one: Measure) -> str:
    if one.extensive:
        return f"{one.unit}, larger to smaller"
    return one.gap_unit


def _names(table: pd.DataFrame, most: float) -> list[str]:
    """The names of the rows: two lines per pair; if a row is a source with all others, the source alone."""
    sources = [source for source in dict.fromkeys([*table["first"], *table["second"]]) if source != OTHERS]
    short = dict(zip(sources, labels(sources, most), strict=True))
    pairs = zip(table["first"], table["second"], strict=True)
    return [short[a] if b == OTHERS else f"{short[a]} –\n{short[b]}" for a, b in pairs]


def _key(table: pd.DataFrame) -> Sequence[Artist]:
    if table.empty:
        return []
    n = int(table["reference_pairs"].max())
    several = (table["pairs"] > 1).any()
    mark: dict[str, Any] = {
        "marker": "D",
        "markersize": 4.2,
        "color": "white",
        "markeredgecolor": style.NARRATION,
    }
    line = Line2D([], [], color=style.NARRATION, linewidth=1.2, label="10th to 90th percentile of its pairs")
    far = Patch(color=_FAR, label="those that differ at least as much")
    return [
        Patch(color=style.PALE, label=f"{n} reference pairs"),
        *([far] if table["measure"].is_unique else []),
        Line2D([], [], color=style.GREY, linewidth=0.6, linestyle=(0, (4, 2)), label="their median"),
        Line2D([], [], linestyle="", label="median of a row's pairs" if several else "this pair", **mark),
        *([line] if table["p10"].notna().any() else []),
    ]
