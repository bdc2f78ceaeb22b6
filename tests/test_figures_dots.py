"""Dots by source: no interval from few articles, no bound drawn as a value, no axis cut short."""

import numpy as np
import pandas as pd
import pytest
from charts import check_chart, check_height, check_layout, each_size, read_texts
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from sources import make_means, make_values

from analysis import figures
from analysis.figures.style import DOUBLE, NARRATION, SINGLE
from analysis.measures.registry import find_measure

EASE = find_measure("flesch_reading_ease")


def draw(count: int, width: float) -> Figure:
    return figures.dots(make_means(make_values(count)), width=width)


def draw_values(**groups: list[float]) -> Figure:
    rows = [(source, value) for source, values in groups.items() for value in values]
    return figures.dots(make_means(pd.DataFrame(rows, columns=["source", "value"])))


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw(count, width))


def test_dots_pass_the_checklist_of_charts() -> None:
    check_chart(draw)
    check_height(draw)


@pytest.mark.parametrize("count", [1, 12, 46])
def test_a_scale_begins_at_zero_and_has_two_ticks_at_least(count: int) -> None:
    (ax,) = draw(count, SINGLE).axes
    assert min(ax.get_xticks()) == 0
    assert ax.spines["bottom"].get_bounds()[0] == 0
    assert len(ax.get_xticks()) > 1


@pytest.mark.parametrize("value", [-3.0, 0.0])
def test_values_that_are_all_zero_or_negative_have_an_axis(value: float) -> None:
    values = pd.DataFrame({"source": ["a", "b"], "value": value})
    low, high = figures.dots(make_means(values, measure=EASE)).axes[0].get_xlim()
    assert low <= min(value, 0.0) < high


def test_a_negative_value_lies_on_the_axis_with_zero_marked() -> None:
    values = pd.DataFrame({"source": ["a", "b"], "value": [-12.0, 30.0]})
    (ax,) = figures.dots(make_means(values, measure=EASE)).axes
    assert ax.get_xlim()[0] < -12
    assert any(np.asarray(line.get_xdata()).tolist() == [0, 0] for line in ax.get_lines())


def find_intervals(figure: Figure) -> list[Line2D]:
    return [line for ax in figure.axes for line in ax.get_lines() if len(np.unique(line.get_xdata())) == 2]


@pytest.mark.parametrize(("size", "drawn"), [(7, 0), (8, 1)])
def test_no_interval_is_drawn_below_8_articles(size: int, drawn: int) -> None:
    figure = draw_values(a=[10.0 * i for i in range(size)])
    assert len(find_intervals(figure)) == drawn
    assert str(size) in read_texts(figure)


def test_one_article_per_source_is_described_as_no_more_than_that() -> None:
    texts = read_texts(draw_values(a=[300.0], b=[400.0]))
    assert "One article per source: nothing here is about the sources." in texts
    assert "mean" not in texts


def test_lower_bounds_are_open_arrow_heads_with_a_note_and_so_are_their_means() -> None:
    values = pd.DataFrame({"source": "a", "value": [300.0, 400.0], "censored": [False, True]})
    figure = figures.dots(make_means(values))
    texts = read_texts(figure)
    assert "≥ 350" in texts
    assert "▷ ≥ Lower bounds: 1 of 2 articles is truncated." in texts
    filled, heads = (c for c in figure.axes[0].collections if isinstance(c, PathCollection))
    assert to_hex(np.asarray(filled.get_facecolor())[0]) == NARRATION.lower()
    assert to_hex(np.asarray(heads.get_facecolor())[0]) == "#ffffff"
    assert len(np.asarray(filled.get_offsets())) == len(np.asarray(heads.get_offsets())) == 1


def test_a_source_without_a_value_has_a_dash_and_a_note() -> None:
    texts = read_texts(draw_values(a=[3.0, 4.0], b=[np.nan]))
    assert "–" in texts
    note = "– Length: not computed for 1 of 3 articles (an article needs a word in its body)."
    assert note in " ".join(texts)


def test_without_any_value_there_is_no_scale() -> None:
    figure = draw_values(a=[np.nan], b=[np.nan])
    assert [tick.get_text() for tick in figure.axes[0].get_xticklabels()] == []


def test_a_figure_of_two_columns_is_as_wide_as_them() -> None:
    assert draw(3, DOUBLE).get_figwidth() * 25.4 == pytest.approx(DOUBLE)
