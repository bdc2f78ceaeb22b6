"""Two values per row, joined: narration against quotation, one engine against the other."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from analysis.figures import style
from analysis.figures.axes import panel_width, rows_axis, value_axis
from analysis.figures.frame import arrange, canvas, plot_width
from analysis.figures.lettering import labels, shorten, widest
from analysis.results.shapes import EndsResult

__all__ = ["dumbbells"]

_ROW = 4.8  # mm
_MARK = 1.6  # mm, from the middle of a mark to its number
_LOOKS: tuple[dict[str, Any], ...] = (
    {"marker": "o", "color": style.NARRATION, "markersize": 3.8, "zorder": 3},
    # Larger and open: where both ends have one value, the first is seen inside it.
    {"marker": "s", "color": style.QUOTATION, "markerfacecolor": "white", "markersize": 5.2, "zorder": 2},
)
_NUMBERS = ("#00598C", "#A84A00")  # the colours of the ends, dark enough for small type


@style.styled
def dumbbells(result: EndsResult, *, width: float = style.DOUBLE) -> Figure:
    """One panel per group, one row per source, two marked ends per row with a line between them.

    A panel has its name above it, where the axis does not say it.

    Args:
        result: two values per source, such as those of `results.compare_category_voices`.
        width: millimetres.
    """
    table, ends, label = result.table, result.ends, result.axis
    groups = [str(group) for group in dict.fromkeys(table["panel"])]
    sources = list(dict.fromkeys(table["source"]))
    names = labels(sources, max(24.0, 0.22 * width))
    room = plot_width(width, names)
    shape, row = arrange(len(groups), len(sources), best=_ROW, around=12.0, room=room)
    named = groups != [label]
    figure, axes = canvas(
        result,
        chart=f"Dumbbell chart of {label} by source, {ends[0]} against {ends[1]}",
        key=[Line2D([], [], linestyle="", label=end, **look) for end, look in zip(ends, _LOOKS, strict=True)],
        names=names,
        label=label,
        width=width,
        height=row * len(sources),
        panels=shape,
        count=len(groups),
        above=5.0 if named else 1.0,
        below=5.0,
    )
    free = widest(table["text"], style.SMALL) + 2 * _MARK
    for i, (ax, group) in enumerate(zip(axes, groups, strict=True)):
        first = i % shape[1] == 0
        rows_axis(ax, names if first else [""] * len(names))
        value_axis(ax, table["value"], lambda x: f"{x:,g}".replace("-", "−"), free=(free, free))
        _draw(ax, table[table["panel"] == group], sources, ends)
        if named:
            heading = shorten(group, panel_width(ax), weight="bold")
            ax.set_title(heading, loc="left", weight="bold", pad=1.0 / style.POINT)
    return figure


def _draw(ax: Axes, table: pd.DataFrame, sources: Sequence[str], ends: Sequence[str]) -> None:
    """Draw the rows of a panel: lines, marks, and the number of each mark on its outer side."""
    cells = zip(table["source"], table["end"], table["value"], table["text"], strict=True)
    found = {(source, end): (value, text) for source, end, value, text in cells}
    pairs = [[found.get((source, end), (np.nan, "")) for end in ends] for source in sources]
    values = np.array([[value for value, _ in pair] for pair in pairs])
    rows = np.arange(len(sources))
    whole = np.isfinite(values).all(axis=1)
    ax.hlines(rows[whole], *values[whole].T, color=style.GREY, linewidth=0.8, zorder=1)
    left = np.where(values[:, 1] < values[:, 0], 1, 0)
    for end, look in enumerate(_LOOKS):
        ax.plot(values[:, end], rows, linestyle="", **look)
        for row in rows[np.isfinite(values[:, end])]:
            side = -1 if left[row] == end else 1
            ax.annotate(
                pairs[row][end][1],
                (values[row, end], row),
                xytext=(side * _MARK / style.POINT, 0),
                textcoords="offset points",
                ha="right" if side < 0 else "left",
                va="center_baseline",
                size=style.SMALL,
                color=_NUMBERS[end],
            )
