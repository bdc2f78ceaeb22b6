"""The share quoted along the article: one row per source, one cell per tenth."""

import numpy as np
import pandas as pd
from charts import TITLE, check_chart, check_height, check_layout, each_size, make_table, read_texts
from matplotlib.figure import Figure

from analysis import figures
from analysis.figures.style import DOUBLE
from analysis.results.result import Result


def draw(table: pd.DataFrame, width: float = DOUBLE) -> Figure:
    result = Result(
        id="a", table=table, keys=("source", "bin"), title=TITLE, subtitle="Tenths.", note="A note."
    )
    return figures.profile(result, width=width)


def draw_profile(count: int, width: float) -> Figure:
    table = make_table(
        count, "bin share n", lambda i: [(place, (i + place) % 11 / 10, 1000) for place in range(10)]
    )
    return draw(table, width)


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw_profile(count, width))


def test_a_profile_passes_the_checklist_of_charts() -> None:
    check_chart(draw_profile)
    check_height(draw_profile)
    assert "A note." in read_texts(draw_profile(3, DOUBLE))


def test_cells_hold_shares_in_per_cent_and_a_dash_where_there_is_nothing() -> None:
    rows = [("a", 0, 0.25, 3), ("a", 1, np.nan, 3), ("b", 0, 0.0, 1200), ("b", 1, 0.5, 1200)]
    figure = draw(pd.DataFrame(rows, columns=["source", "bin", "share", "n"]))
    assert [text.get_text() for text in figure.axes[0].texts] == ["25", "–", "0", "50"]
    assert {"a, n = 3", "b, n = 1,200"} <= set(read_texts(figure))
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["0 %", "25 %", "50 %"]


def test_little_quotation_is_not_shaded_like_much() -> None:
    figure = draw(pd.DataFrame([("a", 0, 0.01, 3)], columns=["source", "bin", "share", "n"]))
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["0 %", "5 %", "10 %"]
