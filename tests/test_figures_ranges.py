"""Quantiles by source: a line, a box and a mark."""

import pytest
from charts import TITLE, check_chart, check_height, check_layout, each_size, make_table, read_texts
from matplotlib.figure import Figure

from analysis import figures
from analysis.figures.style import DOUBLE, SINGLE
from analysis.results.result import Column, Result


def draw(count: int, width: float) -> Figure:
    table = make_table(
        count, "n p10 p25 p50 p75 p90", lambda i: [(1000 * i, 5.0, 9.0, 14.5 + i, 90.0, 120.0)]
    )
    columns = {"p50": Column("median", "words per sentence")}
    result = Result(id="a", table=table, columns=columns, title=TITLE, subtitle="Boxes.")
    return figures.ranges(result, width=width)


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw(count, width))


def test_ranges_pass_the_checklist_of_charts() -> None:
    check_chart(draw)
    check_height(draw)


@pytest.mark.parametrize("count", [1, 12, 46])
def test_a_scale_begins_at_zero_and_has_two_ticks_at_least(count: int) -> None:
    (ax,) = draw(count, SINGLE).axes
    assert min(ax.get_xticks()) == 0
    assert len(ax.get_xticks()) > 1


def test_the_axis_has_the_unit_of_the_median() -> None:
    assert "Words per sentence" in read_texts(draw(2, DOUBLE))
