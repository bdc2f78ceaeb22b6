"""Differences between sources: zero in every panel, bounds as bounds, and significance as the test has it."""

import numpy as np
import pandas as pd
import pytest
from charts import TITLE, check_chart, check_layout, each_size, read_texts
from matplotlib.figure import Figure
from sources import MEASURES, WORDS, list_pairs

from analysis import figures
from analysis.figures.style import DOUBLE
from analysis.results.differences import _describe_rows
from analysis.results.result import Result

ROW = {"measure": "words", "first": "a", "second": "b", "n_first": 9, "n_second": 9, "mean_first": 365.0}
ROW |= {"mean_second": 364.0, "difference": 1.0, "bound": "", "low": -2.0, "high": 4.0, "left_out": 0}


def make_result(table: pd.DataFrame) -> Result:
    measures = tuple(one for one in MEASURES if one.name in set(table["measure"])) or MEASURES
    note = _describe_rows(table)
    return Result(id="a", table=table, measures=measures, title=TITLE, subtitle="Pairs.", note=note)


def draw(count: int, width: float) -> Figure:
    rng = np.random.default_rng(5)
    rows = [
        {**ROW, "measure": one.name, "first": first, "second": second, "difference": scale * rng.normal()}
        for one, scale in zip(MEASURES, (900, 0.1, 2), strict=True)
        for first, second in list_pairs(max(count, 2))
    ]
    table = pd.DataFrame(rows)
    table["p_adjusted"], table["left_out"] = rng.uniform(size=len(table)), 3
    table["low"], table["high"] = table["difference"] * 0.5, table["difference"] * 1.5
    table.loc[table.index % 4 == 1, ["bound", "low", "high"]] = ["at least", np.nan, np.nan]
    return figures.differences(make_result(table), width=width)


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw(count, width))


def test_differences_pass_the_checklist_of_charts() -> None:
    check_chart(draw)


@pytest.mark.parametrize("count", [46, 500])
def test_a_page_shows_24_sources_and_says_so(count: int) -> None:
    figure = draw(count, DOUBLE)
    assert figure.get_figheight() * 25.4 < 247
    assert f"Shown: 24 of {count} sources" in " ".join(read_texts(figure))


def test_the_scale_of_a_difference_of_two_articles_is_as_long_as_their_values() -> None:
    row = {**ROW, "n_first": 1, "n_second": 1, "low": np.nan, "high": np.nan, "p_adjusted": np.nan}
    (ax,) = figures.differences(make_result(pd.DataFrame([row]))).axes
    assert ax.get_xlim()[0] <= -365
    assert ax.get_xlim()[1] >= 365  # one word more is next to nothing


@pytest.mark.parametrize(("p", "filled"), [(0.05, True), (0.0501, False), (np.nan, False)])
def test_a_mark_is_filled_only_where_the_adjusted_test_is_significant(p: float, *, filled: bool) -> None:
    (ax,) = figures.differences(make_result(pd.DataFrame([{**ROW, "p_adjusted": p}]))).axes
    (mark,) = [line for line in ax.get_lines() if line.get_marker() == "D"]
    assert (mark.get_color() != "white") == filled


@pytest.mark.parametrize(("bound", "text"), [("at least", "≥ +1"), ("at most", "≤ +1"), ("unclear", "? +1")])
def test_a_bound_is_printed_as_a_bound(bound: str, text: str) -> None:
    row = {**ROW, "bound": bound, "low": np.nan, "high": np.nan, "p_adjusted": np.nan}
    texts = read_texts(figures.differences(make_result(pd.DataFrame([row]))))
    assert text in texts
    assert any("Truncated articles" in one for one in texts)


def test_the_unit_of_a_difference_of_shares_is_points() -> None:
    row = {**ROW, "measure": "quoted_share", "difference": 0.1, "low": 0.05, "high": 0.2, "p_adjusted": 0.01}
    texts = " ".join(read_texts(figures.differences(make_result(pd.DataFrame([row])))))
    assert "percentage points of words inside direct quotations" in texts.replace("\n", " ")
    assert WORDS.gap_unit == "words of the body"
