"""Dot and interval by source: every article, their mean, and how uncertain it is."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.axes import Column, columns, row_scale, value_axis
from analysis.figures.lettering import labels
from analysis.figures.multiples import single
from analysis.measures.measure import Measure

if TYPE_CHECKING:
    from analysis.results.sources import SourceMeans

__all__ = ["dots", "draw_dots", "write_means"]

_ROW = 6.4  # mm
_CLOUD, _MEAN = -0.15, 0.23  # rows; the articles lie above their mean, and hide nothing of it


@style.styled
def dots(result: "SourceMeans", *, width: float = style.DOUBLE) -> Figure:
    """One row per source, one dot per article, below them the mean with its interval where there is one.

    Lower bounds are drawn as open arrow heads.

    Args:
        result: from `results.compare_measure`.
        width: millimetres.
    """
    measure, summary, values = result.measure, result.table, result.values
    names = labels(list(summary["source"]), 0.3 * width)
    printed = [
        Column("mean" if (summary["n"] > 1).any() else "value", write_means(measure, summary), bold=True),
        Column("n", [f"{n:,}" for n in summary["n"]]),
    ]
    figure, ax = single(
        result,
        names,
        printed,
        chart=f"Dot plot of {measure.label} by source",
        label=f"{measure.label} ({measure.unit})",
        best=_ROW,
        width=width,
    )
    draw_dots(ax, measure, values, summary)
    columns(ax, printed)
    return figure


def draw_dots(ax: Axes, measure: Measure, values: pd.DataFrame, summary: pd.DataFrame) -> None:
    """Draw the sources of a panel, one row each, and scale its axis.

    Args:
        ax: the panel.
        measure: whose values are drawn.
        values: columns source, value and censored, one row per article.
        summary: columns source, n, mean, low and high, one row per source.
    """
    for row, entry in enumerate(summary.itertuples()):
        _draw_source(ax, row, values[values["source"] == entry.source], entry)
    value_axis(ax, values["value"], lambda x: measure.shown(x, axis=True))


def _draw_source(ax: Axes, row: int, values: pd.DataFrame, entry: Any) -> None:  # noqa: ANN401
    """Draw one source: its articles as dots, lower bounds as arrow heads, then mean and interval."""
    own = values[values["value"].notna()]
    crowd = min(1.0, 12 / max(len(own), 1))
    middle = row + (_CLOUD if entry.n > 1 else 0.0)
    places = middle + _spread(own["value"].to_numpy(), most=0.26)
    bound = own["censored"].to_numpy(dtype=bool)
    scale = row_scale(ax)
    size, fade = (7 + 13 * crowd) * scale**2, 0.35 + 0.5 * crowd
    dot: dict[str, Any] = {"color": style.NARRATION, "alpha": fade, "linewidths": 0}
    head: dict[str, Any] = {"marker": ">", "facecolors": "white", "edgecolors": style.NARRATION}
    for part, look in ((~bound, dot), (bound, head)):
        if part.any():
            ax.scatter(own["value"][part], places[part], s=size, clip_on=False, zorder=2, **look)
    if entry.n > 1:
        line = row + _MEAN
        if np.isfinite(entry.low):
            bounds = [entry.low, entry.high]
            ax.plot(bounds, [line, line], color=style.INK, linewidth=1.6 * scale, solid_capstyle="butt")
        diamond = {"marker": "D", "color": "white", "markeredgecolor": style.INK, "markersize": 3.8 * scale}
        ax.plot([entry.mean], [line], clip_on=False, zorder=3, **diamond)  # type: ignore[arg-type]


def _spread(values: np.ndarray, *, most: float) -> np.ndarray:
    """Vertical offsets that fan out dots of nearly the same value, up to `most` rows to either side."""
    if len(values) < 2:
        return np.zeros(len(values))
    bins = np.floor((values - values.min()) / (np.ptp(values) or 1.0) * 60).astype(int)
    offsets = np.zeros(len(values))
    for slot in np.unique(bins):
        (members,) = np.nonzero(bins == slot)
        ranks = np.arange(len(members))
        offsets[members] = np.where(ranks % 2, 1, -1) * ((ranks + 1) // 2)
    return offsets * min(0.12, most / max(float(np.abs(offsets).max()), 1.0))


def write_means(measure: Measure, summary: pd.DataFrame) -> list[str]:
    """The means in print; one over lower bounds is a lower bound itself."""
    return [f"{'≥ ' if entry.bounds else ''}{measure.shown(entry.mean)}" for entry in summary.itertuples()]
