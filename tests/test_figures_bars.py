"""Stacked bars: each share printed once, parts that nobody has left out."""

import numpy as np
import pandas as pd
from charts import (
    TITLE,
    check_chart,
    check_height,
    check_layout,
    each_size,
    find_overlaps,
    find_texts,
    make_table,
    read_texts,
)
from matplotlib.figure import Figure

from analysis import figures
from analysis.figures.style import DOUBLE, SINGLE
from analysis.results.result import Column, Result


def make_result(table: pd.DataFrame, counted: str) -> Result:
    columns = {counted: Column(counted), "share": Column("share")}
    return Result(
        id="a", table=table, keys=("source", "part"), columns=columns, title=TITLE, subtitle="Parts."
    )


def draw_parts(count: int, width: float) -> Figure:
    parts = (("body", 0.8), ("headline", 0.04), ("other parts", 0.1), ("removed", 0.06))
    table = make_table(
        count, "part words share", lambda i: [(part, int(share * 9000 * i), share) for part, share in parts]
    )
    return figures.bars(make_result(table, "words"), width=width)


def draw_verbs(count: int, width: float) -> Figure:
    parts = (("said", 0.6), ("other neutral", 0.34), ("doubt", 0.02), ("factive", 0.01), ("attack", 0.03))
    table = make_table(
        count,
        "part quotations share",
        lambda i: [(part, int(share * 90 * i), share) for part, share in parts],
    )
    return figures.bars(make_result(table, "quotations"), width=width)


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw_parts(count, width))
    check_layout(draw_verbs(count, width))


def test_bars_pass_the_checklist_of_charts() -> None:
    for chart in (draw_parts, draw_verbs):
        check_chart(chart)
        check_height(chart)


def test_the_measure_of_overlap_finds_what_overlaps() -> None:
    figure = draw_parts(3, DOUBLE)
    figure.text(0.5, 0.5, "first")
    figure.text(0.5, 0.501, "second")
    assert ("first", "second") in find_overlaps(list(find_texts(figure)))


def draw(*rows: tuple[str, str, float], width: float = DOUBLE) -> list[str]:
    table = pd.DataFrame(rows, columns=["source", "part", "share"]).assign(words=100)
    return read_texts(figures.bars(make_result(table, "words"), width=width))


def test_a_part_that_is_small_somewhere_is_printed_to_the_right_and_nowhere_else() -> None:
    rows = [("a", "body", 0.9), ("a", "removed", 0.1), ("b", "body", 0.93), ("b", "removed", 0.07)]
    texts = draw(*rows)
    assert texts.count("removed") == 2  # in the key, and above the numbers
    assert texts.count("10 %") == texts.count("7.0 %") == texts.count("90 %") == 1
    assert "7 %" not in texts


def test_a_part_that_is_large_or_missing_is_printed_inside_its_bars() -> None:
    texts = draw(("a", "said", 0.7), ("a", "doubt", 0.3), ("b", "said", 1.0), ("b", "doubt", 0.0))
    assert texts.count("doubt") == 1  # in the key
    assert {"70 %", "30 %", "100 %"} <= set(texts)
    assert "0" not in texts


def test_a_part_that_no_source_has_is_left_out() -> None:
    assert "praise" not in draw(("a", "said", 1.0), ("a", "praise", 0.0), ("b", "praise", np.nan))


def test_a_source_without_any_has_a_dash_and_its_total() -> None:
    rows = [("a", "said", 0.95), ("a", "doubt", 0.05), ("b", "said", np.nan), ("b", "doubt", np.nan)]
    texts = draw(*rows)
    assert texts.count("–") == 1
    assert texts.count("200") == 2


def test_where_bars_would_get_too_short_no_share_is_printed_to_the_right() -> None:
    rows = [("The Evening Chronicle", part, 0.02) for part in ("doubt", "factive", "attack", "praise")]
    rows.append(("The Evening Chronicle", "said", 0.92))
    assert "2.0 %" in draw(*rows, width=DOUBLE)
    assert "2.0 %" not in draw(*rows, width=SINGLE / 1.2)
