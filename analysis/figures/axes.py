"""The axes of a panel: names of rows, a scale of values, and printed numbers next to them."""

from collections.abc import Callable, Sequence
from math import floor, log10
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.figures.lettering import widest
from analysis.figures.style import GREY, INK, MM, NAMES_GAP, POINT, TEXT

__all__ = ["Column", "columns", "columns_width", "panel_width", "row_scale", "rows_axis", "value_axis"]

_COLUMN_GAP = 2.5  # mm
_USUAL_ROW = 5.0  # mm
_TICK_GAP = 2.2  # mm, the least between the labels of two ticks


def rows_axis(ax: Axes, names: Sequence[str], *, rows: Sequence[float] = ()) -> None:
    """Make the vertical axis a list of names, the first on top; `rows` are their places, else 0, 1, 2."""
    places = list(rows) or list(range(len(names)))
    ax.set_yticks(places, names)
    ax.tick_params(axis="y", pad=(NAMES_GAP - 0.5) / POINT)
    ax.set_ylim(max(places, default=0) + 0.5, -0.5)
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x")


def value_axis(
    ax: Axes,
    values: "pd.Series[float]",
    shown: Callable[[float], str],
    *,
    free: tuple[float, float] = (0.0, 1.5),
) -> None:
    """Scale the horizontal axis to `values`, from zero where none is negative: small gaps look small.

    Args:
        ax: the panel.
        values: all that is drawn in it.
        shown: a value as the text of a tick.
        free: millimetres left of the least and right of the highest value, for what is printed there.
    """
    known = values.dropna()
    if known.empty:
        ax.set_xticks([])
        ax.spines["bottom"].set_visible(False)
        return
    low, high = min([0.0, *known]), max([0.0, *known])
    high = high if high > low else 1.0
    before, after = max(free[0], 1.5 * (low < 0)), free[1]
    drawn = max(panel_width(ax) - before - after, 1.0)
    unit = (high - low) / drawn  # of a millimetre
    left, right = low - before * unit, high + after * unit
    ax.set_xlim(left, right)
    ticks = _ticks(low, high, drawn, shown)
    ax.set_xticks(ticks, [shown(tick) for tick in ticks])
    ax.spines["bottom"].set_bounds(left if low < 0 else 0.0, right)
    if low < 0:
        ax.axvline(0, color=GREY, linewidth=0.8, zorder=0.5)


def _ticks(low: float, high: float, drawn: float, shown: Callable[[float], str]) -> list[float]:
    """As many round values as stand side by side in `drawn` millimetres without crowding."""
    ticks = [0.0]
    steps = [1, 2, 2.5, 5, 10]
    found = [np.asarray(MaxNLocator(most, steps=steps).tick_values(low, high)) for most in range(1, 7)]
    for values in [np.array([0.0, _first_digit(high)]), *found]:
        inside = [float(tick) for tick in values if low <= tick <= high]
        room = (values[1] - values[0]) / (high - low) * drawn
        if room >= widest(shown(tick) for tick in inside) + _TICK_GAP and len(inside) > 1:
            ticks = inside
    return ticks


def _first_digit(value: float) -> float:
    """`value` rounded down to its first digit: 41 to 40, 0.63 to 0.6; 0 where it is not positive."""
    if value <= 0:
        return 0.0
    magnitude = 10.0 ** floor(log10(value))
    return floor(value / magnitude) * magnitude


def panel_width(ax: Axes) -> float:
    """The width of a panel in millimetres."""
    return float(ax.bbox.width / ax.figure.dpi / MM)


class Column(NamedTuple):
    """Printed numbers next to the rows of a panel: a heading, a text for each row, and their look."""

    heading: str
    texts: Sequence[str]
    bold: bool = False


def row_scale(ax: Axes) -> float:
    """How much smaller than usual marks must be in the rows of a panel: 1, or less where rows are low."""
    low, high = ax.get_ylim()
    return min(1.0, float(ax.bbox.height / ax.figure.dpi / MM / abs(high - low)) / _USUAL_ROW)


def columns_width(printed: Sequence[Column]) -> float:
    """The room that `columns` needs to the right of a panel."""
    return sum(_column_width(column) + _COLUMN_GAP for column in printed)


def columns(ax: Axes, printed: Sequence[Column], *, head: float = 1.0) -> None:
    """Print columns of numbers to the right of a panel, flush right as in a table.

    Their headings stand on top of the panel, or at `head` of its height.
    """
    span = x = panel_width(ax)
    for column in printed:
        x += _COLUMN_GAP + _column_width(column)
        ax.text(x / span, head, column.heading, transform=ax.transAxes, ha="right", va="bottom", color=GREY)
        for row, text in enumerate(column.texts):
            ax.text(
                x / span,
                row,
                text,
                transform=ax.get_yaxis_transform(),
                ha="right",
                va="center_baseline",
                weight="bold" if column.bold else "normal",
                color=INK if column.bold else GREY,
            )


def _column_width(column: Column) -> float:
    weight = "bold" if column.bold else "normal"
    return max(widest([column.heading]), widest(column.texts, TEXT, weight))
