"""All measures on a page: one small dot plot a measure, the sources in the same rows everywhere."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures import style
from analysis.figures.axes import Column, columns, columns_width, value_axis
from analysis.figures.dots import means, note_on, row_of_dots
from analysis.figures.lettering import labels
from analysis.figures.multiples import multiples, shortlist

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.compare.sources import Panels
    from analysis.measures.schema import Measure

__all__ = ["panels"]

_ROW = 5.6  # mm


@style.styled
def panels(found: "Panels", *, title: str, subtitle: str, width: float = style.DOUBLE) -> "Figure":
    """One panel a measure; in each, one row a source with its articles, its mean and its interval.

    Args:
        found: the measures with their values, from `compare.panels`.
        title: the finding.
        subtitle: what is measured, and what the marks mean.
        width: millimetres.
    """
    table, rest = shortlist(found.table, "source", "n")
    names = _names(table, max(26.0, 0.22 * width))
    own = [table[table["measure"] == one.name] for one in found.measures]
    values = [one[one["source"].isin(table["source"])] for one in found.values]
    every = list(zip(found.measures, values, own, strict=True))
    printed = [Column("", means(*one), bold=True) for one in every]
    right = max((columns_width([column]) for column in printed), default=0.0)
    figure, axes = multiples(
        [(one.label, one.unit) for one in found.measures],
        names,
        best=_ROW,
        right=right,
        chart=f"Dot plots of {len(every)} measures by source",
        title=title,
        subtitle=subtitle,
        note=f"{_note(every)} {rest}".strip(),
        width=width,
    )
    for ax, one, column in zip(axes, every, printed, strict=False):
        _panel(ax, *one)
        columns(ax, [column])
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
    """The notes on all measures, each once."""
    return " ".join(dict.fromkeys(note for one in every if (note := note_on(*one))))
