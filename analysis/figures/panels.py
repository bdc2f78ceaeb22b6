"""All measures on a page: one small dot plot per measure, with the sources in the same rows."""

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.axes import Column, columns
from analysis.figures.dots import draw_dots, write_means
from analysis.figures.lettering import labels
from analysis.figures.multiples import multiples, shortlist

if TYPE_CHECKING:
    from analysis.results.sources import SourcePanels

__all__ = ["panels"]

_ROW = 5.6  # mm


@style.styled
def panels(result: "SourcePanels", *, width: float = style.DOUBLE) -> Figure:
    """One panel per measure; in each, one row per source with its articles, its mean and its interval.

    Args:
        result: from `results.compare_measures`.
        width: millimetres.
    """
    table, note = shortlist(result, "source", "n")
    names = _names(table, max(26.0, 0.22 * width))
    tables = [table[table["measure"] == one.name] for one in result.measures]
    values = [own[own["source"].isin(table["source"])] for own in result.values]
    printed = [
        [Column("", write_means(*one), bold=True)] for one in zip(result.measures, tables, strict=True)
    ]
    figure, axes = multiples(
        result,
        [(one.label, one.unit) for one in result.measures],
        names,
        printed,
        chart=f"Dot plots of {len(tables)} measures by source",
        note=note,
        best=_ROW,
        width=width,
    )
    for ax, *one, column in zip(axes, result.measures, values, tables, printed, strict=False):
        draw_dots(ax, *one)
        columns(ax, column)
    return figure


def _names(table: pd.DataFrame, most: float) -> list[str]:
    """The sources with their articles, the most that any measure has."""
    counts = table.groupby("source", sort=False)["n"].max()
    sources = [str(source) for source in counts.index]
    return labels(sources, most, marks=[f", n = {n:,}" for n in counts])
