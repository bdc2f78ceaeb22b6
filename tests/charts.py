"""The checklist that every chart passes: nothing overlaps, is cut off, or is read as markup.

A test module of a chart has a function that draws it with so many sources at a width, and passes it on.
"""

from collections.abc import Callable, Iterator
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from analysis import figures
from analysis.figures.style import DOUBLE, SINGLE

Chart = Callable[[int, float], Figure]
"""From a number of sources and a width in millimetres to a figure with the title `TITLE`."""

TITLE = (
    "Length: lowest in South $tar_of $5 (200 on average), highest in <b>وكالة الأنباء</b> (1,200), as it were"
)
ODD = (
    "Meridian Wire",
    "The Very Long Established Evening Chronicle and Harbour Gazette of the Northern Provinces",
    "South $tar_of $5",
    "Broken <b>News</b> & more",
    "=SUM(A1)",
    "وكالة الأنباء",
    "新华每日",
    "The Very Long Established Evening Chronicle and Harbour Gazette of the Southern Provinces",
    "^N_{0}",
)
_PAGE = 247  # mm


def name_sources(count: int) -> list[str]:
    """So many sources, those with odd names first."""
    return [*ODD, *(f"Northern Independent Tribune {i}" for i in range(500))][:count]


def make_table(count: int, columns: str, rows: Callable[[int], list[tuple[object, ...]]]) -> pd.DataFrame:
    """A table of so many sources, with the rows that each has.

    Args:
        count: of sources.
        columns: names of the columns after `source`, with blanks between them.
        rows: from the number of a source to its rows.
    """
    found = [(name, *row) for i, name in enumerate(name_sources(count)) for row in rows(i)]
    return pd.DataFrame(found, columns=["source", *columns.split()])


def read_texts(figure: Figure) -> list[str]:
    """Every text that is seen."""
    return [text for text, *_ in find_texts(figure)]


def find_texts(figure: Figure) -> Iterator[tuple[str, Bbox, float]]:
    """Every text that is seen, with its box in pixels and its size in points."""
    canvas: Any = FigureCanvasAgg(figure)
    with figures.style.house():
        canvas.draw()
    hidden = {
        id(text)
        for ax in figure.axes
        if not ax.axison
        for text in ax.xaxis.findobj(Text) + ax.yaxis.findobj(Text)
    }
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        if text.get_text().strip() and text.get_visible() and id(text) not in hidden:
            yield text.get_text(), text.get_window_extent(canvas.get_renderer()), float(text.get_fontsize())


def find_overlaps(seen: list[tuple[str, Bbox, float]]) -> list[tuple[str, str]]:
    """The pairs of texts whose boxes share more than a fraction of a pixel."""
    left, low, right, high = np.array([box.padded(-0.4).extents for _, box, _ in seen]).T
    across = (left[:, None] < right) & (left < right[:, None])
    down = (low[:, None] < high) & (low < high[:, None])
    return [(seen[i][0], seen[j][0]) for i, j in np.argwhere(across & down) if i < j]


def check_layout(figure: Figure) -> None:
    """No text overlaps another, leaves the figure, or is too small to read."""
    seen = list(find_texts(figure))
    for text, box, size in seen:
        assert size >= 6.5, text
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= figure.bbox.x1, text
        assert box.y1 <= figure.bbox.y1, text
    assert find_overlaps(seen) == []


def check_chart(chart: Chart) -> None:
    """Width, markup, style and alt text, whatever the chart shows."""
    assert chart(12, SINGLE).get_figwidth() * 25.4 == pytest.approx(SINGLE)
    texts = " ".join(read_texts(chart(9, DOUBLE))).replace("\n", " ")
    for sign in ("South $tar_of $5", "<b>News</b>", "=SUM(A1)", "^N_{0}"):
        assert sign in texts
    with mpl.rc_context({"font.size": 31.0, "axes.facecolor": "black", "text.parse_math": True}):
        before = dict(mpl.rcParams)
        figure = chart(3, DOUBLE)
        assert dict(mpl.rcParams) == before
    assert all(size < 9 for *_, size in find_texts(figure))
    assert all(ax.get_facecolor() == (1.0, 1.0, 1.0, 1.0) for ax in figure.axes)
    alt = figures.frame.alt_text(figure)
    assert figures.frame.title_text(figure) == TITLE
    assert alt.endswith(f": {TITLE}")
    assert len(alt) > len(TITLE) + 10


def check_height(chart: Chart) -> None:
    """46 sources fit the height of a page."""
    assert chart(46, DOUBLE).get_figheight() * 25.4 < _PAGE


each_size = pytest.mark.parametrize(
    ("count", "width"), [(count, width) for width in (SINGLE, DOUBLE) for count in (1, 2, 3, 12, 46)]
)
"""Runs a test with few and with many sources, in one column and in two."""
