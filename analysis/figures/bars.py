"""Stacked bars by source: the parts of its words, or of its quotations."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from analysis.figures import style
from analysis.figures.axes import Column, columns, columns_width, panel_width
from analysis.figures.frame import plot_width
from analysis.figures.lettering import labels, widest
from analysis.figures.multiples import single
from analysis.results.formats import format_share
from analysis.results.result import Result

__all__ = ["bars"]

_ROW = 6.4  # mm
_LEAST_BARS = 45.0  # mm; shares to the right are left out rather than make the bars shorter
_SMALL = 0.1  # of a bar; a smaller part is too small to hold its share
_PADDING = 1.5  # mm, the least around a number inside a bar

# Parts differ in fill and in hatch, so that they can be read in grey and by every eye.
_LOOKS: Mapping[str, tuple[str, str]] = {
    "narration": (style.NARRATION, ""),
    "direct quotation": (style.QUOTATION, "/////"),
    "body": (style.NARRATION, ""),
    "headline": ("#56B4E9", "....."),
    "other parts": ("#E69F00", "/////"),
    "removed": (style.PALE, "xxxxx"),
    "said": (style.NARRATION, ""),
    "other neutral": ("#56B4E9", "....."),
    "doubt": ("#E69F00", "/////"),
    "factive": ("#009E73", "\\\\\\\\\\"),
    "attack": (style.QUOTATION, "xxxxx"),
    "praise": ("#CC79A7", "|||||"),
    "no cue found": (style.PALE, ""),
}


@style.styled
def bars(result: Result, *, width: float = style.DOUBLE) -> Figure:
    """One bar per source, cut into parts that add up to it; its total is printed to the right.

    Each share is printed once: inside its bar, or to the right where a part is small in some source and there
    is room. Parts that no source has are left out.

    Args:
        result: columns source, part, share (0 to 1; NaN for a source without any) and what is counted, which
            is the first of its columns of numbers.
        width: millimetres.
    """
    table, counted = result.table, next(iter(result.columns))
    sources = list(dict.fromkeys(table["source"]))
    names = labels(sources, 0.3 * width)
    counts = table.groupby("source", sort=False)[counted].sum()
    wide = table.pivot_table(index="source", columns="part", values="share", sort=False, dropna=False)
    wide = wide.reindex(index=sources).loc[:, lambda shares: shares.fillna(0).any()]
    total = Column(counted, [f"{count:,}" for count in counts])
    small = [str(part) for part in wide if wide[part].between(0, _SMALL, inclusive="neither").any()]
    printed = [*(Column(part, [*map(format_share, wide[part])]) for part in small), total]
    if plot_width(width, names, right=columns_width(printed)) < _LEAST_BARS:
        small, printed = [], [total]
    figure, ax = single(
        result,
        names,
        printed,
        chart=f"Stacked bars of the parts of the {counted} by source",
        key=[Patch(label=part, **_look(part)) for part in wide],
        best=_ROW,
        width=width,
    )
    wide = wide.fillna(0)
    ends = wide.cumsum(axis=1)
    ax.set_xlim(0, 1)
    for part in wide:
        left = ends[part] - wide[part]
        ax.barh(range(len(sources)), wide[part], left=left, height=0.66, **_look(part))
        if part not in small:
            _print_shares(ax, left, wide[part], part)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    columns(ax, printed)
    return figure


def _look(part: str) -> dict[str, Any]:
    colour, hatch = _LOOKS.get(part, (style.PALE, ""))
    return {"facecolor": colour, "hatch": hatch, "edgecolor": "white", "linewidth": 0.4}


def _print_shares(ax: Axes, left: "pd.Series[float]", shares: "pd.Series[float]", part: str) -> None:
    """Print the shares of one part into its bars, where they are wide enough."""
    colour, hatch = _LOOKS.get(part, (style.PALE, ""))
    for row, (x, share) in enumerate(zip(left, shares, strict=True)):
        text = f"{share * 100:.0f} %"
        if share * panel_width(ax) >= widest([text]) + 2 * _PADDING:
            ax.text(
                x + share / 2,
                row,
                text,
                ha="center",
                va="center_baseline",
                color=style.ink_on(colour),
                bbox={"facecolor": colour, "edgecolor": "none", "pad": 1.2} if hatch else None,
            )
