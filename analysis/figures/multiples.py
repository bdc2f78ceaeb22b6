"""Small multiples: one panel per measure, in a grid, with the same rows in every panel."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.axes import rows_axis
from analysis.figures.frame import LEAST_PANEL, arrange, canvas, nothing, plot_width
from analysis.figures.lettering import wrapped

__all__ = ["multiples", "shortlist"]

_MOST = 24  # sources, of which six panels fill a page
_LINE = 3.3  # mm, a line of a heading or of a unit
_AROUND = 18.0  # mm, about what headings, ticks and units take of a panel's height


def multiples(
    measures: Sequence[tuple[str, str]],
    names: Sequence[str],
    *,
    best: float,
    right: float,
    chart: str,
    title: str,
    subtitle: str,
    note: str,
    width: float,
    key: Sequence[Artist] = (),
    band: float = 0.0,
    least: float = LEAST_PANEL,
) -> tuple[Figure, list[Axes]]:
    """A figure of one panel per measure, with heading, unit and names of rows. Lengths in millimetres.

    Args:
        measures: heading and unit of each panel.
        names: of the rows; one may take several lines.
        best: height of a line of a row where there is room.
        right: room beside each panel for the numbers printed there.
        chart: as in `canvas`, with `title`, `subtitle`, `note`, `key` and `width`.
        title: the finding.
        subtitle: what is measured, and what the marks mean.
        note: what a reader must know to trust it.
        width: of the figure.
        key: handles of the legend.
        band: room within each panel above its rows.
        least: the narrowest that a panel may be.

    Returns:
        The figure, and its panels; none where there are no rows, which the figure then says.
    """
    if not names:
        return nothing(chart=chart, title=title, note=note, width=width), []
    lines = [line for name in names for line in name.split("\n")]
    room = plot_width(width, lines)
    shape, line = arrange(len(measures), len(lines), best=best, around=_AROUND + band, room=room, least=least)
    panel = plot_width(width, lines, across=shape[1])
    headings = [wrapped(heading, panel, style.TEXT, "bold") for heading, _ in measures]
    units = [wrapped(unit, panel) for _, unit in measures]
    figure, axes = canvas(
        chart=chart,
        title=title,
        subtitle=subtitle,
        note=note,
        key=key,
        names=lines,
        width=width,
        height=band + line * len(lines),
        panels=shape,
        right=right,
        above=2.0 + _LINE * max(map(len, headings)),
        below=7.0 + _LINE * max(map(len, units)),
    )
    drawn = axes[: len(measures)]
    for ax in axes[len(drawn) :]:
        ax.set_axis_off()
    for i, (ax, heading, unit) in enumerate(zip(drawn, headings, units, strict=False)):
        rows_axis(ax, names if i % shape[1] == 0 else [""] * len(names))
        ax.set_ylim(len(names) - 0.5, -0.5 - band * len(names) / (line * len(lines)))
        ax.set_title("\n".join(heading), loc="left", weight="bold", pad=1.2 / style.POINT)
        ax.set_xlabel("\n".join(unit), loc="left", color=style.GREY, labelpad=1.5)
    return figure, drawn


def shortlist(table: pd.DataFrame, source: str, n: str) -> tuple[pd.DataFrame, str]:
    """The rows of those sources that a page of panels has room for, and a note where it has not for all.

    Of more than 24, those with the most articles are shown, whatever their values: a choice by the values
    would show outliers as if they were the rule. Of sources with as many articles, the first are.

    Args:
        table: what is to be drawn.
        source: its column of sources.
        n: its column of their articles.
    """
    counts = table.groupby(source, sort=False)[n].max()
    if len(counts) <= _MOST:
        return table, ""
    shown = table[table[source].isin(counts.nlargest(_MOST).index)]
    return shown, f"Shown: {_MOST} of {len(counts):,} sources, by number of articles; all are in the table."
