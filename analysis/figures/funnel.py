"""Words by how often they are used and by which side: rare words spread little, frequent ones stand out."""

from collections.abc import Sequence
from math import ceil, log10
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from analysis.figures import style
from analysis.figures.axes import panel_width
from analysis.figures.frame import canvas
from analysis.figures.lettering import drawable, shorten, widest
from analysis.figures.lettering import width as text_width
from analysis.results.behind import LEVEL, OTHERS
from analysis.results.phrases import pluralise
from analysis.results.result import Result

__all__ = ["funnel"]

_LEAST_PANEL, _PAGE = 37.0, 205.0  # mm
_HEIGHTS = 30.0, 68.0  # mm, of a panel
_LINE, _MARK, _ROOM = 2.9, 1.2, 0.4  # mm: a line of small type, a mark and its label, between two labels
_TICK_GAP = 2.2  # mm, the least between the labels of two ticks
_LONGEST = 26.0  # mm, of a label
_SIGNIFICANT: dict[str, Any] = {
    "marker": "o",
    "color": style.NARRATION,
    "markersize": 3.4,
    "markeredgewidth": 0.0,
}
_OTHER: dict[str, Any] = {"marker": "o", "color": "#B5B5B5", "markersize": 2.2, "markeredgewidth": 0.0}


class _Box(NamedTuple):
    """Where something is printed, in millimetres from the lower left corner of a panel."""

    left: float
    low: float
    right: float
    high: float

    def overlaps(self, other: "_Box") -> bool:
        """Whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.low < other.high and other.low < self.high


@style.styled
def funnel(result: Result, *, width: float = style.DOUBLE) -> Figure:
    """One panel per comparison, one dot per word: how often it is used, and how much more by the first.

    Words with a significant difference are drawn in colour, and named first.

    Args:
        result: from `results.compare_listed_terms` or `results.compare_words`.
        width: millimetres.
    """
    table = result.csv_table
    pairs = list(dict.fromkeys(zip(table["first"], table["second"], strict=True)))
    ends = _find_ends(table["z"].dropna().to_numpy(dtype=float))
    ticks = [float(tick) for tick in MaxNLocator(6, steps=[1, 2, 5, 10]).tick_values(*ends)]
    ticks = [tick for tick in ticks if ends[0] <= tick <= ends[1]]
    names = [f"{tick:g}".replace("-", "−") for tick in ticks]
    across = max(1, min(3, len(pairs), int((width + 5.0) // (_LEAST_PANEL + 5.0))))
    down = ceil(len(pairs) / across)
    height = max(_HEIGHTS[0], min(_HEIGHTS[1], _PAGE / down - 14.0))
    figure, axes = canvas(
        result,
        chart=f"Scatter plots of words by frequency and log-odds z in {pluralise(len(pairs), 'comparison')}",
        key=[Line2D([], [], linestyle="", label=label, **look) for label, look in _KEY],
        names=names,
        label="Occurrences in narration, both sides together (logarithmic scale)",
        width=width,
        height=height,
        panels=(down, across),
        count=len(pairs),
        above=6.0,
        below=5.0,
    )
    for i, (ax, (first, second)) in enumerate(zip(axes, pairs, strict=True)):
        own = table[(table["first"] == first) & (table["second"] == second) & table["z"].notna()]
        _scale_axes(ax, (own["count_first"] + own["count_second"]).to_numpy(), ends)
        ax.set_yticks(ticks, names if i % across == 0 else [""] * len(names))
        _draw(ax, own, height)
        heading = drawable(f"↑ {first}  ↓ {'others' if second == OTHERS else second}")
        heading = shorten(heading, panel_width(ax), weight="bold")
        ax.set_title(heading, loc="left", weight="bold", pad=1.0 / style.POINT)
    return figure


_KEY = (("significant after correction", _SIGNIFICANT), ("not significant, or not tested", _OTHER))


def _find_ends(z: np.ndarray) -> tuple[float, float]:
    """The ends of the vertical scale: a little room above and below, and zero inside."""
    low, high = min(z.min(initial=0.0), -1.0), max(z.max(initial=0.0), 1.0)
    return low - 0.08 * (high - low), high + 0.08 * (high - low)


def _scale_axes(ax: Axes, counts: np.ndarray, ends: tuple[float, float]) -> None:
    """Scale a panel: z upwards, the logarithm of the count to the right."""
    ax.set_ylim(*ends)
    ax.axhline(0, color=style.GREY, linewidth=0.8, zorder=0.5)
    ax.grid(axis="y")
    ax.spines["left"].set_visible(False)
    low, high = log10(max(counts.min(initial=1e9), 1)), log10(max(counts.max(initial=0), 10))
    low = min(low, high - 1)
    ax.set_xlim(low - 0.06 * (high - low), high + 0.12 * (high - low))
    ticks = _choose_ticks(low, high, panel_width(ax) / 1.18)
    ax.set_xticks([log10(tick) for tick in ticks], [f"{tick:,}" for tick in ticks])


def _choose_ticks(low: float, high: float, room: float) -> list[int]:
    """As many round counts between two logarithms as stand side by side in `room` millimetres."""
    powers = range(ceil(high) + 1)
    finest = [step * 10**power for power in powers for step in (1, 2, 5)]
    for counts in (finest, *([10**power for power in powers if power % every == 0] for every in (1, 2))):
        ticks = [count for count in counts if low - 1e-9 <= log10(count) <= high + 1e-9]
        distance = np.diff(np.log10(ticks)).min(initial=high - low) / (high - low) * room
        if distance >= widest(f"{tick:,}" for tick in ticks) + _TICK_GAP:
            return ticks
    return ticks


def _draw(ax: Axes, table: pd.DataFrame, height: float) -> None:
    """Draw the dots of a comparison, and name those that stand out, as far as there is room."""
    x = np.log10((table["count_first"] + table["count_second"]).to_numpy(dtype=float))
    y, significant = table["z"].to_numpy(dtype=float), (table["p_adjusted"] <= LEVEL).to_numpy()
    for part, look, order in ((~significant, _OTHER, 1), (significant, _SIGNIFICANT, 2)):
        ax.plot(x[part], y[part], linestyle="", zorder=order, **look)
    size = panel_width(ax), height
    dots = np.column_stack([_scale(x, ax.get_xlim(), size[0]), _scale(y, ax.get_ylim(), size[1])])
    taken = [_Box(*(dot - _MARK / 2), *(dot + _MARK / 2)) for dot in dots[significant]]
    for i in _select_labels(y, significant, most=int(height / 8)):
        text = shorten(drawable(str(table["term"].iloc[i])), _LONGEST)
        box = _find_room(
            dots[i], text_width(text, style.SMALL), size, taken, dots, most=6 if significant[i] else 0
        )
        if box is not None:
            taken.append(box)
            place = (box.left / size[0], (box.low + box.high) / 2 / size[1])
            look = {"size": style.SMALL, "color": style.INK if significant[i] else style.GREY}
            ax.text(*place, text, transform=ax.transAxes, va="center_baseline", **look)


def _scale(values: np.ndarray, ends: tuple[float, float], size: float) -> np.ndarray:
    """Values of an axis as millimetres from its beginning."""
    return np.asarray((values - ends[0]) / (ends[1] - ends[0]) * size)


def _select_labels(z: np.ndarray, significant: np.ndarray, *, most: int) -> list[int]:
    """Which dots to name: significant ones, then the `most` extreme of the others on either side."""
    order = np.argsort(-np.abs(z), kind="stable")
    others = [order[~significant[order] & (side * z[order] > 0)][:most] for side in (1, -1)]
    return [int(i) for i in np.concatenate([order[significant[order]], *others])]


def _find_room(
    dot: np.ndarray,
    width: float,
    size: tuple[float, float],
    taken: Sequence[_Box],
    dots: np.ndarray,
    *,
    most: int,
) -> _Box | None:
    """Where next to its dot a label has room and hides fewest dots, at most `most`; None where nowhere."""
    best, fewest = None, most + 1
    for right, up in _SIDES:
        left = dot[0] + (_MARK if right > 0 else -_MARK - width if right < 0 else -width / 2)
        low = dot[1] - _LINE / 2 + up * (_LINE / 2 + (_MARK if right == 0 else 0.0))
        box = _Box(left, low, left + width + _ROOM, low + _LINE)
        inside = left >= 0 and box.right <= size[0] and low >= 0 and box.high <= size[1]
        if inside and not any(box.overlaps(other) for other in taken):
            corners = np.array(box).reshape(2, 2)
            hidden = int(((dots > corners[0]) & (dots < corners[1])).all(axis=1).sum())
            if hidden < fewest:
                best, fewest = box, hidden
    return best


# To the right of a dot or to its left, level with it, half a line higher or lower; above it, below it.
_SIDES = ((1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1), (0, 1), (0, -1))
