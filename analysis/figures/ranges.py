"""How the values of many single things spread, by source: quantiles as a line, a box and a mark."""

from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.axes import Column, columns, value_axis
from analysis.figures.lettering import labels
from analysis.figures.multiples import single
from analysis.results.result import Result

__all__ = ["ranges"]

_ROW = 6.4  # mm
_BOX = "#9CC6DF"


@style.styled
def ranges(result: Result, *, width: float = style.DOUBLE) -> Figure:
    """One row per source: a line from the 10th to the 90th percentile, a box for the middle half, the median.

    Args:
        result: columns source, n, p10, p25, p50, p75, p90; the axis has the unit of the column p50.
        width: millimetres.
    """
    table, label = result.table, result.columns["p50"].unit.capitalize()
    names = labels(list(table["source"]), 0.3 * width)
    printed = [
        Column("median", [f"{median:,g}" for median in table["p50"]], bold=True),
        Column("n", [f"{n:,}" for n in table["n"]]),
    ]
    chart = f"Quantile plot of {label} by source"
    figure, ax = single(result, names, printed, chart=chart, label=label, best=_ROW, width=width)
    for row, entry in enumerate(table.itertuples()):
        ax.plot([entry.p10, entry.p90], [row, row], color=style.NARRATION, zorder=1)
        ax.barh(row, entry.p75 - entry.p25, left=entry.p25, height=0.5, color=_BOX, zorder=2)
        ax.vlines(entry.p50, row - 0.36, row + 0.36, color=style.INK, linewidth=1.4, zorder=3)
    columns(ax, printed)
    value_axis(ax, table["p90"], lambda x: f"{x:,g}")
    return figure
