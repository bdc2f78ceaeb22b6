"""The specification curve: every option has its row, its marks and its count."""

import numpy as np
import pandas as pd
import pytest
from charts import TITLE, check_chart, check_layout, each_size, make_table, name_sources, read_texts
from matplotlib.figure import Figure

from analysis import figures
from analysis.figures.style import DOUBLE
from analysis.measures.registry import find_measure
from analysis.results.robustness.curve import CurveResult
from analysis.results.robustness.curve_sentences import Curve

UNITS = (("event", "paired by event"), ("article", "mean of articles"), ("word", "weighted by words"))


def make_curve(count: int) -> Curve:
    """Three specifications per source, whose names stand for scores; the default is the second."""
    rng = np.random.default_rng(5)
    table = make_table(count, "unit estimate", lambda i: [(unit, i - 2 + rng.normal()) for unit, _ in UNITS])
    table = table.rename(columns={"source": "score"}).sort_values("estimate", ignore_index=True)
    table["sign"], table["default"] = np.sign(table["estimate"].astype(float)), table.index == 1
    table["low"], table["high"] = table["estimate"] - 0.4, table["estimate"] + 0.4
    table.loc[table.index % 3 == 0, ["low", "high"]] = np.nan
    table["drawn"], table["n_first"], table["n_second"] = True, 9, 9
    options = [("score", "Score", name, name, 2, 3) for name in name_sources(count)]
    options += [("unit", "Comparison", unit, label, 40, count) for unit, label in UNITS]
    columns = ["choice", "heading", "option", "label", "agree", "specifications"]
    sources = "South $tar_of $5", "The Very Long Established Evening Chronicle"
    return Curve(find_measure("lix"), *sources, "sd", table, pd.DataFrame(options, columns=columns))


def show(curve: Curve, *, width: float = DOUBLE) -> Figure:
    result = CurveResult(
        id="a", table=pd.DataFrame(), plotted=curve.table, title=TITLE, subtitle="Curve.", curve=curve
    )
    return figures.specifications(result, width=width)


def draw(count: int, width: float) -> Figure:
    return show(make_curve(count), width=width)


@each_size
def test_no_text_overlaps_leaves_the_figure_or_is_too_small(count: int, width: float) -> None:
    check_layout(draw(count, width))


def test_width_markup_style_and_alt_text_are_those_of_every_chart() -> None:
    check_chart(draw)


def test_each_option_has_a_row_with_its_count() -> None:
    texts = read_texts(draw(3, DOUBLE))
    assert {"Score", "Comparison", "paired by event", "same sign in"} <= set(texts)
    assert texts.count("2 of 3") == 3
    assert texts.count("40 of 3") == 3


def test_specifications_that_are_not_drawn_have_no_mark() -> None:
    curve = make_curve(4)
    curve.table["drawn"] = curve.table.index < 6
    figure = show(curve)
    marks = [line for line in figure.axes[1].get_lines() if line.get_marker() == "o"]
    assert sum(np.size(line.get_xdata()) for line in marks) == 6


@pytest.mark.parametrize(
    ("sign", "key", "counted"), [(1.0, "different sign", True), (np.nan, "clear sign", False)]
)
def test_where_the_default_is_unclear_no_sign_is_compared_with_it(
    sign: float, key: str, *, counted: bool
) -> None:
    curve = make_curve(3)
    curve.table["sign"] = np.where(curve.table["default"], sign, -1.0)
    curve.options["agree"] *= counted
    texts = read_texts(show(curve))
    assert key in texts
    assert ("same sign in" in texts) == counted
