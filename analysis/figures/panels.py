"""All measures on a page: one small dot plot a measure, the sources in the same rows everywhere."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures import style
from analysis.figures.axes import Column, columns, columns_width, nothing, rows_axis, value_axis
from analysis.figures.dots import means, note_on, row_of_dots
from analysis.figures.frame import arranged, canvas, plot_width
from analysis.figures.lettering import labels, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.compare.sources import Panels
    from analysis.schema import Measure

__all__ = ["panels"]

_ROW = 5.6  # mm
_LINE = 3.3  # mm, a line of a heading or of a unit


@style.styled
def panels(found: "Panels", *, title: str, subtitle: str, width: float = style.DOUBLE) -> "Figure":
    """One panel a measure; in each, one row a source with its articles, its mean and its interval.

    Args:
        found: the measures with their values, from `compare.panels`.
        title: the finding.
        subtitle: what is measured, and what the marks mean.
        width: millimetres.
    """
    names = _names(found.table, max(26.0, 0.22 * width))
    own = [found.table[found.table["measure"] == one.name] for one in found.measures]
    every = list(zip(found.measures, found.values, own, strict=True))
    printed = [Column("", means(*one), bold=True) for one in every]
    right = max((columns_width([column]) for column in printed), default=0.0)
    room = plot_width(width, names)
    shape, row = arranged(len(every), len(names), best=_ROW, around=18.0, room=room)
    panel = plot_width(width, names, across=shape[1])
    units = [wrapped(one.unit, panel) for one in found.measures]
    headings = [wrapped(one.label, panel, style.TEXT, "bold") for one in found.measures]
    figure, axes = canvas(
        chart=f"Dot plots of {len(every)} measures by source",
        title=title,
        subtitle=subtitle,
        note=_note(every),
        names=names,
        width=width,
        height=row * max(len(names), 1),
        panels=shape,
        right=right,
        above=2.0 + _LINE * max(map(len, headings), default=1),
        below=7.0 + _LINE * max(map(len, units), default=1),
    )
    for i, (ax, one) in enumerate(zip(axes, every, strict=False)):
        rows_axis(ax, names if i % shape[1] == 0 else [""] * len(names))
        _panel(ax, *one)
        columns(ax, [printed[i]])
        ax.set_title("\n".join(headings[i]), loc="left", weight="bold", pad=1.2 / style.POINT)
        ax.set_xlabel("\n".join(units[i]), loc="left", color=style.GREY, labelpad=1.5)
    for ax in axes[len(every) :]:
        ax.set_axis_off()
    if not names:
        nothing(axes[0])
    return figure


def _panel(ax: "Axes", one: "Measure", values: pd.DataFrame, summary: pd.DataFrame) -> None:
    for row, entry in enumerate(summary.itertuples()):
        row_of_dots(ax, row, values[values["source"] == entry.source], entry)
    value_axis(ax, values["value"], lambda x: one.shown(x, axis=True))


def _names(table: pd.DataFrame, most: float) -> list[str]:
    """The sources with their articles, the most that any measure has."""
    counts = table.groupby("source", sort=False)["n"].max()
    sources = [str(source) for source in counts.index]
    return labels(sources, most, marks=[f", n = {n:,}" for n in counts])


def _note(every: list[tuple["Measure", pd.DataFrame, pd.DataFrame]]) -> str:
    """The notes on all measures, each once, and those that fewer articles have."""
    notes = dict.fromkeys(note for _, values, summary in every if (note := note_on(values, summary)))
    fewer = [one.label for one, values, _ in every if values["value"].notna().sum() < len(values)]
    if fewer:
        notes[f"Fewer articles have a value of: {', '.join(fewer)}."] = None
    return " ".join(notes)
