"""Cells in rows and columns: a number in each, a shade for its weight, and a key for the shades."""

from collections.abc import Callable, Sequence
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap
from matplotlib.patches import Patch

from analysis.figures import style
from analysis.figures.axes import panel_width
from analysis.figures.lettering import widest

__all__ = ["cells", "fit", "shades"]

_DARKEST = 0.85  # of a colour map: its end is too dark next to the text of a page


def _shade(colours: str) -> Colormap:
    return mpl.colormaps[colours].resampled(256)


def shades(colours: str, most: float, shown: Callable[[float], str]) -> list[Patch]:
    """The key of a shaded table: none, half of the most, and the most.

    Args:
        colours: name of a matplotlib colour map.
        most: the value with the darkest shade.
        shown: a value as text.
    """
    steps = [(part, part * most) for part in (0.0, 0.5, 1.0)] if most > 0 else [(0.0, 0.0)]
    look: dict[str, Any] = {"edgecolor": style.PALE, "linewidth": 0.4}
    return [
        Patch(facecolor=_shade(colours)(_DARKEST * part), label=shown(value), **look) for part, value in steps
    ]


def fit(texts: Sequence[Sequence[str]], width: float) -> bool:
    """Whether the widest of the texts fits a cell of `width` millimetres."""
    return widest((text for row in texts for text in row), style.SMALL) + 0.5 <= width


def cells(
    ax: Axes,
    weights: np.ndarray,
    texts: Sequence[Sequence[str]],
    *,
    colours: str,
    most: float,
    rows: Sequence[int] = (),
) -> None:
    """Fill a panel with cells, row by row from the top.

    A text is printed where the widest of them fits its cell; else the shade must do.

    Args:
        ax: the panel.
        weights: what the shades show, from 0 to `most`; NaN leaves a cell empty.
        texts: what is printed, a row of texts for each row of weights.
        colours: name of a matplotlib colour map.
        most: the weight with the darkest shade.
        rows: places of the rows, from 0; without them one below the other.
    """
    places = list(rows) or list(range(len(weights)))
    height, across = max(places, default=0) + 1, weights.shape[1]
    fits = fit(texts, panel_width(ax) / max(across, 1))
    shaded = np.full((height, across), np.nan)
    shaded[places] = weights
    look: dict[str, Any] = {"cmap": _shade(colours), "vmin": 0, "vmax": (most or 1.0) / _DARKEST}
    ax.pcolormesh(shaded, edgecolor="white", linewidth=0.6, **look)
    for place, row, line in zip(places, weights, texts, strict=True):
        for column, (weight, text) in enumerate(zip(row, line, strict=True)):
            part = weight / (most or 1.0)
            if fits:
                paper = _shade(colours)(_DARKEST * part) if np.isfinite(part) else "white"
                ax.text(
                    column + 0.5,
                    place + 0.5,
                    text,
                    ha="center",
                    va="center_baseline",
                    size=style.SMALL,
                    color=style.ink_on(paper) if weight > 0 else style.GREY,
                )
    ax.set_xlim(0, across)
    ax.set_ylim(height, 0)
    for spine in ax.spines.values():
        spine.set_visible(False)
