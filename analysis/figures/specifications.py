"""A specification curve: all estimates in their order, and below each the choices that it results from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from analysis.figures import style
from analysis.figures.axes import Column, columns, columns_width, panel_width
from analysis.figures.frame import canvas, row_height
from analysis.figures.lettering import drawable, explain, labels, shorten, widest, wrapped

if TYPE_CHECKING:
    from analysis.results.robustness.curve import CurveResult

__all__ = ["specifications"]

_ROW, _CURVE, _GAP = 3.5, 46.0, 5.5  # mm: a row of the matrix, the curve, the space between them
_DOT = 1.7  # mm per specification: with less room an option is marked by a stroke, not by a dot
_SAME, _OTHER, _OPEN = style.NARRATION, style.QUOTATION, style.GREY
_MEANINGS = {_SAME: "same sign as the default", _OTHER: "different sign", _OPEN: "no difference, or unclear"}
_TINTS = {_SAME: "#B9D5E8", _OTHER: "#F3CDB3", _OPEN: style.PALE}
_DEFAULT: dict[str, Any] = {"marker": "D", "color": style.INK, "markersize": 4.2, "linestyle": ""}


class _Rows(NamedTuple):
    """The rows of the matrix: their names, the choices among them as headings, and each option's place."""

    names: list[str]
    headings: set[int]
    places: list[int]


@style.styled
def specifications(result: "CurveResult", *, width: float = style.DOUBLE) -> Figure:
    """Estimates with their intervals in ascending order; below, a mark for each option that one comes from.

    Args:
        result: from `results.compare_specifications`; only specifications that are `drawn` are.
        width: millimetres.
    """
    table, options = result.csv_table, result.curve.options
    drawn = table[table["drawn"].astype(bool)].reset_index(drop=True)
    rows = _rows(options, 0.27 * width)
    clear = options["agree"].any()  # the default has a clear sign
    printed = [Column("same sign in", _write_counts(options, rows))] if clear else []
    row = row_height(len(rows.names) + (_CURVE + _GAP) / _ROW, _ROW)
    height = row * len(rows.names)
    figure, (matrix,) = canvas(
        result,
        chart=f"Specification curve of {len(table):,} specifications",
        note=explain(result.note, rows.names),
        key=_key(drawn),
        names=rows.names,
        width=width,
        height=_CURVE + _GAP + height,
        right=columns_width(printed),
        above=1.0,
    )
    left, base, wide, high = matrix.get_position().bounds
    unit = high / (_CURVE + _GAP + height)
    curve = figure.add_axes((left, base + unit * (height + _GAP), wide, unit * _CURVE))
    matrix.set_position((left, base, wide, unit * height))
    step = panel_width(curve) / len(drawn)
    _draw_curve(curve, drawn, step)
    _name_ends(curve, drawn, result.ends)
    _name_axis(curve, wrapped(result.curve.axis, widest(rows.names) - 9.0))
    _draw_matrix(matrix, drawn, options, rows, step)
    columns(matrix, printed)
    return figure


def _key(drawn: pd.DataFrame) -> list[Line2D]:
    """The meaning of the colours that occur, and of the mark of the default."""
    found, (usual,) = {*_colours(drawn)}, drawn.loc[drawn["default"].astype(bool), "sign"]
    names = _MEANINGS if np.isfinite(usual) else {**_MEANINGS, _OTHER: "clear sign"}
    look: dict[str, Any] = {"marker": "o", "linestyle": "", "markersize": 3.6}
    known = [
        Line2D([], [], color=colour, label=name, **look) for colour, name in names.items() if colour in found
    ]
    return [*known, Line2D([], [], label="default specification", **_DEFAULT)]


def _colours(drawn: pd.DataFrame) -> list[str]:
    """A colour per specification: the sign of the default, a different one, or no clear one."""
    signs = drawn["sign"].astype(float)
    (usual,) = signs[drawn["default"].astype(bool)].to_numpy()
    looks = {1.0: _OTHER, -1.0: _OTHER} | ({usual: _SAME} if abs(usual) == 1 else {})
    return [looks.get(sign, _OPEN) for sign in signs]


def _draw_curve(ax: Axes, drawn: pd.DataFrame, step: float) -> None:
    """Draw estimates and intervals; the default over all others."""
    colours, at = np.array(_colours(drawn)), np.arange(len(drawn))
    ax.axhline(0, color=style.GREY, linewidth=0.8, zorder=0.5)
    with_interval = drawn["low"].notna().to_numpy()
    thick = float(np.clip(0.75 * step / style.POINT, 0.25, 1.6))
    size = float(np.clip(0.9 * step / style.POINT, 1.1, 3.6))
    for colour in dict.fromkeys(colours):
        own = colours == colour
        lines = own & with_interval
        ends = drawn.loc[lines, ["low", "high"]].astype(float).to_numpy().T
        ax.vlines(at[lines], *ends, color=_TINTS[colour], linewidth=thick, zorder=1)
        look: dict[str, Any] = {"marker": "o", "markersize": size, "markeredgewidth": 0, "linestyle": ""}
        ax.plot(at[own], drawn.loc[own, "estimate"].astype(float), color=colour, zorder=2, **look)
    place = int(np.flatnonzero(drawn["default"].astype(bool))[0])
    ax.plot([place], [float(drawn.loc[place, "estimate"])], zorder=4, clip_on=False, **_DEFAULT)
    _scale(ax, drawn)


def _scale(ax: Axes, drawn: pd.DataFrame) -> None:
    """Scale the vertical axis to all that is drawn, with zero in it."""
    known = drawn[["estimate", "low", "high"]].astype(float).to_numpy()
    known = known[np.isfinite(known)]
    low, high = min(known.min(initial=0.0), 0.0), max(known.max(initial=0.0), 0.0)
    whole = high - low or 1.0
    # Room for the words above and below zero, where anything is.
    low, high = (end + np.sign(end) * max(0.04 * whole, 0.16 * whole - abs(end)) for end in (low, high))
    ax.set_ylim(low - 0.04 * whole, high + 0.04 * whole)
    ticks = [t for t in MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(low, high) if low <= t <= high]
    ax.set_yticks(ticks or [0.0], [f"{tick:,g}".replace("-", "−") for tick in ticks or [0.0]])
    ax.set_xlim(-0.5, len(drawn) - 0.5)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    ax.grid(axis="y")


def _name_ends(ax: Axes, drawn: pd.DataFrame, ends: tuple[str, str]) -> None:
    """Say in the free corners what an estimate above, and below zero means."""
    colours = np.array(_colours(drawn))
    estimates = drawn["estimate"].astype(float).to_numpy()
    for above, text, x, y in ((True, ends[0], 0.01, 0.97), (False, ends[1], 0.99, 0.03)):
        which = estimates > 0 if above else estimates < 0
        if which.any():
            ax.text(
                x,
                y,
                ("↑ " if above else "↓ ") + shorten(drawable(text), 0.8 * panel_width(ax)),
                transform=ax.transAxes,
                ha="left" if above else "right",
                va="top" if above else "bottom",
                color=colours[which][0],
                weight="bold",
                zorder=5,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0, "alpha": 0.85},
            )


def _name_axis(ax: Axes, lines: Sequence[str]) -> None:
    """Say next to the vertical axis what it shows."""
    tick = widest([text.get_text() for text in ax.get_yticklabels()])
    gap = (tick + 3.5) / panel_width(ax)
    ax.text(-gap, 1.0, "\n".join(lines), transform=ax.transAxes, ha="right", va="top", color=style.GREY)


def _rows(options: pd.DataFrame, most: float) -> _Rows:
    """The rows of the matrix from the top: under each choice its options."""
    short = labels([str(one) for one in options["label"]], most)
    names: list[str] = []
    headings: set[int] = set()
    places: list[int] = []
    before = ""
    for heading, label in zip(options["heading"], short, strict=True):
        if heading != before:
            headings.add(len(names))
            names.append(str(heading))
            before = str(heading)
        places.append(len(names))
        names.append(label)
    return _Rows(names, headings, places)


def _write_counts(options: pd.DataFrame, rows: _Rows) -> list[str]:
    """In how many specifications with each option the sign is the same; nothing for a heading."""
    texts = [""] * len(rows.names)
    for place, agree, total in zip(rows.places, options["agree"], options["specifications"], strict=True):
        texts[place] = f"{agree:,} of {total:,}"
    return texts


def _draw_matrix(ax: Axes, drawn: pd.DataFrame, options: pd.DataFrame, rows: _Rows, step: float) -> None:
    """Mark the options of each specification below its estimate."""
    ax.set_yticks(range(len(rows.names)), rows.names)
    ax.tick_params(axis="y", pad=(style.NAMES_GAP - 0.5) / style.POINT)
    for i, text in enumerate(ax.get_yticklabels()):
        text.set_fontweight("bold" if i in rows.headings else "normal")
    ax.set_ylim(len(rows.names) - 0.5, -0.5)
    ax.set_xlim(-0.5, len(drawn) - 0.5)
    ax.set_xticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)
    colours, default = np.array(_colours(drawn)), drawn["default"].astype(bool).to_numpy()
    look = _mark(ax, step)
    for place, choice, option in zip(rows.places, options["choice"], options["option"], strict=True):
        ax.axhline(place, color=style.PALE, linewidth=0.35, zorder=0)
        own = (drawn[choice] == option).to_numpy()
        for colour in dict.fromkeys(colours):
            at = np.flatnonzero(own & (colours == colour) & ~default)
            ax.plot(at, np.full(len(at), place), color=colour, zorder=2, **look)
        at = np.flatnonzero(own & default)
        ax.plot(at, np.full(len(at), place), zorder=4, clip_on=False, **{**_DEFAULT, "markersize": 3.0})


def _mark(ax: Axes, step: float) -> dict[str, Any]:
    """A dot where there is room for one, else a stroke as wide as its specification."""
    if step >= _DOT:
        return {"marker": "o", "markersize": 3.0, "linestyle": "", "markeredgewidth": 0}
    row = float(ax.bbox.height / ax.figure.dpi / style.MM) / max(abs(np.diff(ax.get_ylim())[0]), 1.0)
    size, stroke = 0.62 * row / style.POINT, max(0.25, 0.8 * step / style.POINT)
    return {"marker": "|", "markersize": size, "linestyle": "", "markeredgewidth": stroke}
