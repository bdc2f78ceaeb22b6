"""Two values per source: both ends are seen, and a panel says whose numbers it has."""

import pandas as pd
import pytest
from charts import TITLE, check_chart, check_layout, each_size, make_table
from matplotlib.figure import Figure

from analysis import figures
from analysis.figures.style import DOUBLE, SINGLE
from analysis.results.shapes import EndsResult


def show(table: pd.DataFrame, *, axis: str = "Grade", width: float = DOUBLE) -> Figure:
    result = EndsResult(id="a", table=table, title=TITLE, subtitle="Marks.", ends=("one", "two"), axis=axis)
    return figures.dumbbells(result, width=width)


def draw(count: int, width: float) -> Figure:
    """Nine panels, with an end missing in one of them."""
    table = make_table(
        count,
        "panel end value text",
        lambda i: [
            (f"category {p}", end, i / (p + 1) + step, f"{i:,}")
            for p in range(9)
            for end, step in (("one", 1.5), ("two", 0.0))
        ],
    )
    missing = (table["panel"] == "category 3") & (table["end"] == "two")
    return show(table[~missing], axis="Terms per 1,000 words of that voice", width=width)


@each_size
def test_no_text_overlaps_leaves_the_figure_or_is_too_small(count: int, width: float) -> None:
    check_layout(draw(count, width))


def test_width_markup_style_and_alt_text_are_those_of_every_chart() -> None:
    check_chart(draw)


def test_the_axis_begins_at_zero_where_nothing_is_negative() -> None:
    for ax in draw(3, DOUBLE).axes:
        if ax.axison:
            assert min(ax.get_xticks()) == 0
            assert ax.spines["bottom"].get_bounds()[0] == 0


@pytest.mark.parametrize("count", [1, 12, 46])
@pytest.mark.parametrize("width", [SINGLE, DOUBLE])
def test_the_axis_has_two_ticks_at_least(count: int, width: float) -> None:
    for ax in draw(count, width).axes:
        assert len(ax.get_xticks()) > 1 or not ax.axison


def make_row(panel: str) -> pd.DataFrame:
    rows = [(panel, "a", end, 5.0, "5") for end in ("one", "two")]
    return pd.DataFrame(rows, columns=["panel", "source", "end", "value", "text"])


def test_marks_of_equal_value_are_both_seen() -> None:
    figure = show(make_row("g"))
    inner, outer = (line for line in figure.axes[0].get_lines() if line.get_marker() in ("o", "s"))
    assert inner.get_markersize() < outer.get_markersize()
    assert inner.get_zorder() > outer.get_zorder()


@pytest.mark.parametrize(("axis", "heading"), [("Grade", "textstat"), ("textstat", "")])
def test_a_single_panel_has_a_heading_unless_the_axis_says_it(axis: str, heading: str) -> None:
    assert show(make_row("textstat"), axis=axis).axes[0].get_title(loc="left") == heading
