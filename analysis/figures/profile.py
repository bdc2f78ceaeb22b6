"""One row per source, from the start of the article to its end: how much is quotation where."""

import numpy as np
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.cells import cells, shades
from analysis.figures.frame import canvas, row_height
from analysis.figures.lettering import labels
from analysis.results.result import Result

__all__ = ["profile"]

_ROW = 5.4  # mm
_COLOURS = "Oranges"
_PLACES = ("start", "¼", "½", "¾", "end")


@style.styled
def profile(result: Result, *, width: float = style.DOUBLE) -> Figure:
    """One row per source, one cell per part of the article: how much of it is quotation there.

    Args:
        result: columns source, bin (from 0), share (0 to 1; NaN: nothing there), n (articles).
        width: millimetres.
    """
    table = result.table
    sizes = table.groupby("source", sort=False)["n"].first()
    names = labels([str(name) for name in sizes.index], 0.34 * width, marks=[f", n = {n:,}" for n in sizes])
    wide = table.pivot_table(index="source", columns="bin", values="share", sort=False, dropna=False)
    shares = wide.reindex(sizes.index).to_numpy(float)
    most = max(0.1, float(np.nanmax(shares, initial=0.0)))
    figure, (ax,) = canvas(
        result,
        chart="Heat map of the share quoted along the article by source",
        key=shades(_COLOURS, most, lambda share: f"{share * 100:.0f} %"),
        names=names,
        label="Place in the article",
        width=width,
        height=row_height(len(names), _ROW) * len(names),
        right=2.0,
        below=5.0,
    )
    texts = [["–" if np.isnan(share) else f"{share * 100:.0f}" for share in row] for row in shares]
    cells(ax, shares, texts, colours=_COLOURS, most=most)
    ax.set_yticks(np.arange(len(names)) + 0.5, names)
    ax.set_xticks(np.linspace(0, shares.shape[1], len(_PLACES)), _PLACES)
    return figure
