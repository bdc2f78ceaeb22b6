"""The frame of a figure, laid out in millimetres: its words, its key, and its panels.

Nothing is left to an automatic layout: what is drawn where follows from measured type alone, so that the
panels of all figures align and equal tables give equal bytes.
"""

from collections.abc import Sequence
from math import ceil

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.lettering import explain, widest, wrapped
from analysis.figures.style import EDGE, GREY, INK, LINE, MM, NAMES_GAP, POINT, TEXT, TITLE
from analysis.results.result import Result

__all__ = [
    "LEAST_PANEL",
    "alt_text",
    "arrange",
    "canvas",
    "plot_width",
    "row_height",
    "title_text",
]

_LINE, _TITLE_LINE = TEXT * LINE * POINT, TITLE * LINE * POINT  # mm
_KEY_LINE = _LINE + 0.4  # mm
_PANEL_GAP, _ROW_GAP = 5.0, 2.0  # mm, between panels side by side and one above the other
_ENTRY = 9.0  # mm, what an entry of the key needs beside its words
_LEAST_ROW, _PAGE = 3.1, 205.0  # mm: type of 7 pt needs the one, a journal's page has the other
LEAST_PANEL = 22.0  # mm, the narrowest panel that helps


def canvas(
    result: Result,
    *,
    chart: str,
    note: str | None = None,
    key: Sequence[Artist] = (),
    names: Sequence[str] = (),
    label: str = "",
    width: float,
    height: float,
    panels: tuple[int, int] = (1, 1),
    count: int = 1,
    right: float = 0.0,
    above: float = 0.0,
    below: float = 0.0,
) -> tuple[Figure, list[Axes]]:
    """An empty figure with its words in place. All lengths are millimetres.

    Args:
        result: its title stands in bold above the panels, its subtitle below that, its note below the panels.
        chart: the kind of chart and its data, for the alt text: "Dot plot of length by source".
        note: stands in place of the note of the result.
        key: handles of the legend, below the subtitle.
        names: labels of the rows, for which there is room to the left of the panels.
        label: of the horizontal axis, below the last row of panels.
        width: of the figure.
        height: of one panel without its surroundings; the words come on top of it.
        panels: rows and columns of panels.
        count: how many of these panels are used.
        right: room beside each panel for the numbers printed there.
        above: room for its heading.
        below: room for its ticks.

    Returns:
        The figure, and its panels that are used, row by row.
    """
    title, subtitle, note = result.title, result.subtitle, result.note if note is None else note
    full, left = width - 2 * EDGE, _left(names)
    head, under = wrapped(title, full, TITLE, "bold"), wrapped(subtitle, full)
    base, foot = wrapped(label, full - left), wrapped(explain(note, [title, subtitle, *names]), full)
    rows = ceil(len(key) / _key_columns(key, full)) if key else 0
    top = 3.5 + len(head) * _TITLE_LINE + len(under) * _LINE + rows * _KEY_LINE
    below_base = 1.5 + (len(foot) * _LINE + 1.5 if foot else 0.0)
    bottom = below_base + len(base) * _LINE
    block = above + height + below + _ROW_GAP
    whole = top + panels[0] * block - _ROW_GAP + bottom
    figure = Figure(figsize=(width * MM, whole * MM), dpi=150)
    finding = " ".join(title.split())
    figure.set_label(f"{finding}\n{chart}: {finding}")
    y = _print(figure, head, EDGE, whole - 1.5, size=TITLE, weight="bold")
    y = _print(figure, under, EDGE, y, color=GREY)
    if key:
        _key(figure, key, rows, place=(EDGE / width, (y - 0.8) / whole))
    _print(figure, base, EDGE + left, bottom)
    _print(figure, foot, EDGE, 1.5 + len(foot) * _LINE, color=GREY)
    plot = plot_width(width, names, right=right, across=panels[1])
    places = [
        (EDGE + left + column * (plot + right + _PANEL_GAP), whole - top - row * block - above - height)
        for row in range(panels[0])
        for column in range(panels[1])
    ]
    axes = [figure.add_axes((x / width, y / whole, plot / width, height / whole)) for x, y in places]
    for ax in axes[count:]:
        ax.set_axis_off()
    return figure, axes[:count]


def _print(
    figure: Figure,
    lines: Sequence[str],
    x: float,
    y: float,
    *,
    size: float = TEXT,
    weight: str = "normal",
    color: str = INK,
) -> float:
    """Print lines from millimetre `y` downwards, and return where the next one begins."""
    width, height = figure.get_size_inches() / MM
    for line in lines:
        figure.text(x / width, y / height, line, size=size, weight=weight, color=color, va="top")
        y -= size * LINE * POINT
    return y


def plot_width(width: float, names: Sequence[str], *, right: float = 0.0, across: int = 1) -> float:
    """How wide a panel is: what margins and names leave of the width, shared by those side by side."""
    return (width - 2 * EDGE - _left(names) - (across - 1) * _PANEL_GAP) / across - right


def _left(names: Sequence[str]) -> float:
    return widest(names) + NAMES_GAP if names else 0.0


def arrange(
    panels: int, rows: float, *, best: float, around: float, room: float, least: float = LEAST_PANEL
) -> tuple[tuple[int, int], float]:
    """How to set several panels on a page: three side by side where they fit, more where it is too short.

    Args:
        panels: how many.
        rows: of each.
        best: height of a row where there is room.
        around: height of what stands above and below the rows of a panel.
        room: the width that the panels share.
        least: the narrowest that a panel may be with what is printed beside it.

    Returns:
        Rows and columns of panels, and the height of a row of each.
    """
    most = max(1, min(panels, int((room + _PANEL_GAP) // (least + _PANEL_GAP))))
    across = min(3, most)
    while across < most and ceil(panels / across) * (rows * _LEAST_ROW + around) > _PAGE:
        across += 1
    down = max(1, ceil(panels / across))
    height = (_PAGE / down - around) / max(rows, 1.0)
    return (down, max(1, ceil(panels / down))), max(_LEAST_ROW, min(best, height))


def row_height(rows: float, best: float) -> float:
    """The height of a row: `best`, or less where many rows share a page, never less than type needs."""
    return arrange(1, rows, best=best, around=0.0, room=0.0)[1]


def _key_columns(key: Sequence[Artist], full: float) -> int:
    return max(1, min(len(key), int(full // (widest(str(handle.get_label()) for handle in key) + _ENTRY))))


def _key(figure: Figure, key: Sequence[Artist], rows: int, *, place: tuple[float, float]) -> None:
    figure.legend(
        handles=key,
        loc="upper left",
        bbox_to_anchor=place,
        ncols=ceil(len(key) / rows),
        borderpad=0.0,
        borderaxespad=0.0,
        handlelength=1.4,
        handletextpad=0.5,
        columnspacing=1.6,
        labelspacing=0.35,
    )


def title_text(figure: Figure) -> str:
    """The figure's title; `canvas` keeps it, with the alt text, in the label, which nothing draws."""
    return str(figure.get_label()).split("\n")[0]


def alt_text(figure: Figure) -> str:
    """The figure's alt text: the chart, then the finding, for those who cannot see it."""
    return str(figure.get_label()).split("\n")[-1]
