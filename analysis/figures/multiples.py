"""Panels with named rows: a single one, or small multiples, one per measure, with the same rows in each."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.axes import Column, columns_width, rows_axis
from analysis.figures.frame import LEAST_PANEL, arrange, canvas, plot_width, row_height
from analysis.figures.lettering import wrapped
from analysis.results.result import Result

__all__ = ["BOUND_MARKS", "multiples", "shortlist", "single"]

BOUND_MARKS = {"at least": "≥ ", "at most": "≤ ", "unclear": "? "}
"""What is printed before a difference that truncated articles make a bound."""
_MOST = 24  # sources, of which six panels fill a page
_LINE = 3.3  # mm, a line of a heading or of a unit
_AROUND = 18.0  # mm, about what headings, ticks and units take of a panel's height


def single(
    result: Result,
    names: Sequence[str],
    printed: Sequence[Column],
    *,
    chart: str,
    label: str = "",
    key: Sequence[Artist] = (),
    best: float,
    width: float,
) -> tuple[Figure, Axes]:
    """A figure of one panel with named rows, and room for columns of numbers to the right of it.

    Args:
        result: as in `canvas`, with `chart`, `label`, `key` and `width`.
        names: of the rows.
        printed: the columns that are printed there, once the panel is drawn.
        chart: the kind of chart and its data.
        label: of the horizontal axis.
        key: handles of the legend.
        best: height of a row where there is room.
        width: of the figure.
    """
    figure, (ax,) = canvas(
        result,
        chart=chart,
        key=key,
        names=names,
        label=label,
        width=width,
        height=row_height(len(names), best) * len(names),
        right=columns_width(printed),
        above=3.0,
        below=5.0,
    )
    rows_axis(ax, names)
    return figure, ax


def multiples(
    result: Result,
    measures: Sequence[tuple[str, str]],
    names: Sequence[str],
    printed: Sequence[Sequence[Column]],
    *,
    chart: str,
    note: str,
    best: float,
    width: float,
    key: Sequence[Artist] = (),
    band: float = 0.0,
    least: float = LEAST_PANEL,
) -> tuple[Figure, list[Axes]]:
    """A figure of one panel per measure, with heading, unit and names of rows. Lengths in millimetres.

    Args:
        result: as in `canvas`, with `chart`, `note`, `key` and `width`.
        measures: heading and unit of each panel.
        names: of the rows; one may take several lines.
        printed: the columns that are printed to the right of each panel, once it is drawn.
        chart: the kind of chart and its data.
        note: what a reader must know to trust it.
        best: height of a line of a row where there is room.
        width: of the figure.
        key: handles of the legend.
        band: room within each panel above its rows.
        least: the narrowest that a panel may be.

    Returns:
        The figure, and its panels; none where there are no rows, which the figure then says.
    """
    if not names:
        empty = replace(result, subtitle="Nothing to show.")
        return canvas(empty, chart=chart, note=note, width=width, height=1.0, count=0)
    lines = [line for name in names for line in name.split("\n")]
    room = plot_width(width, lines)
    shape, line = arrange(len(measures), len(lines), best=best, around=_AROUND + band, room=room, least=least)
    panel = plot_width(width, lines, across=shape[1])
    headings = [wrapped(heading, panel, style.TEXT, "bold") for heading, _ in measures]
    units = [wrapped(unit, panel) for _, unit in measures]
    figure, axes = canvas(
        result,
        chart=chart,
        note=note,
        key=key,
        names=lines,
        width=width,
        height=band + line * len(lines),
        panels=shape,
        count=len(measures),
        right=max(map(columns_width, printed), default=0.0),
        above=2.0 + _LINE * max(map(len, headings)),
        below=7.0 + _LINE * max(map(len, units)),
    )
    for i, (ax, heading, unit) in enumerate(zip(axes, headings, units, strict=True)):
        rows_axis(ax, names if i % shape[1] == 0 else [""] * len(names))
        ax.set_ylim(len(names) - 0.5, -0.5 - band * len(names) / (line * len(lines)))
        ax.set_title("\n".join(heading), loc="left", weight="bold", pad=1.2 / style.POINT)
        ax.set_xlabel("\n".join(unit), loc="left", color=style.GREY, labelpad=1.5)
    return figure, axes


def shortlist(result: Result, source: str, n: str) -> tuple[pd.DataFrame, str]:
    """The rows of those sources that a page of panels has room for, and the note, which names the limit.

    Of more than 24, those with the most articles are shown, whatever their values: a choice by the values
    would show outliers as if they were the rule. Of sources with as many articles, the first are.

    Args:
        result: what is to be drawn.
        source: its column of sources.
        n: its column of their articles.
    """
    counts = result.table.groupby(source, sort=False)[n].max()
    if len(counts) <= _MOST:
        return result.table, result.note
    shown = result.table[result.table[source].isin(counts.nlargest(_MOST).index)]
    rest = f"Shown: {_MOST} of {len(counts):,} sources, by number of articles; all are in the table."
    return shown, f"{result.note} {rest}".strip()
