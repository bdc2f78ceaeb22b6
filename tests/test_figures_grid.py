"""The table as a picture: counts, shares with a key, and sources by sources."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from charts import (
    ODD,
    TITLE,
    check_chart,
    check_height,
    check_layout,
    each_size,
    make_table,
    name_sources,
    read_texts,
)
from matplotlib.figure import Figure

from analysis import figures
from analysis.figures.style import DOUBLE, SINGLE
from analysis.results.formats import format_share
from analysis.results.shapes import GridResult


def draw_counts(count: int, width: float) -> Figure:
    """Counts of terms in categories."""
    terms = [(f"term {t}", f"category {t // 5}") for t in range(10)]
    table = make_table(
        count,
        "term category count rate",
        lambda i: [(*term, (i * 7) % 120, (i * 7) % 120 / 9) for term in terms],
    )
    result = GridResult(id="a", table=table, title=TITLE, subtitle="Counts; shade: rate.", note="A note.")
    return figures.grid(result, width=width)


def draw_speakers(count: int, width: float) -> Figure:
    """Shares with a key, speakers with odd names, and a rest that is printed and not shaded."""
    rows = [*((name, "named") for name in ODD), ("other named speakers", "the rest"), ("unnamed", "the rest")]
    table = make_table(
        count,
        "term category share text",
        lambda i: [
            (*row, (i + j) % 7 / 60, f"{(i + j) % 7 / 0.6:.1f} % · {i}") for j, row in enumerate(rows)
        ],
    )
    table["rate"] = table["share"].where(table["category"] == "named")
    result = GridResult(id="a", table=table, title=TITLE, subtitle="Shares.", write_rate=format_share)
    return figures.grid(result, width=width)


def draw_pairs(count: int, width: float) -> Figure:
    """Sources down and across, nothing where a source meets itself."""
    table = make_table(
        count,
        "term category rate",
        lambda i: [
            (o, "", np.nan if i == j else (i + j) % 9 / 20) for j, o in enumerate(name_sources(count))
        ],
    )
    table["text"] = table["rate"].map(format_share)
    result = GridResult(id="a", table=table, title=TITLE, subtitle="Words.", write_rate=format_share)
    return figures.grid(result, width=width)


CHARTS = {"counts": draw_counts, "speakers": draw_speakers, "pairs": draw_pairs}
each_chart = pytest.mark.parametrize("kind", CHARTS)


@each_chart
@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(kind: str, count: int, width: float) -> None:
    check_layout(CHARTS[kind](count, width))


@each_chart
def test_a_grid_passes_the_checklist_of_charts(kind: str) -> None:
    check_chart(CHARTS[kind])
    check_height(CHARTS[kind])


def draw(rows: Sequence[tuple[object, ...]], columns: str, **options: object) -> Figure:
    table = pd.DataFrame(rows, columns=columns.split())
    return figures.grid(GridResult(id="a", table=table, title="t", subtitle="s", **options))  # type: ignore[arg-type]


def test_a_cell_without_words_to_count_in_has_a_dash_and_not_a_zero() -> None:
    rows = [("c", "term", "a", 0, np.nan), ("c", "term", "b", 0, 0.0), ("c", "other", "a", 2, 1.5)]
    figure = draw(rows, "category term source count rate")
    assert [text.get_text() for text in figure.axes[0].texts] == ["–", "0", "2", "–"]


def test_texts_are_printed_in_place_of_counts() -> None:
    figure = draw([("c", "term", "a", 3, 0.5, "1 → 2")], "category term source count rate text")
    assert [text.get_text() for text in figure.axes[0].texts] == ["1 → 2"]
    assert not figure.legends  # a text tells its value without a key


def test_the_key_writes_rates_as_the_result_does() -> None:
    rows = [("c", "term", "a", 3, 0.5, "50 %")]
    figure = draw(rows, "category term source count rate text", write_rate=format_share)
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["0", "25 %", "50 %"]
    plain = draw([("c", "term", "a", 3, 0.5)], "category term source count rate")
    assert [text.get_text() for text in plain.legends[0].get_texts()] == ["0", "0.25", "0.5"]


def test_categories_have_headings_where_there_are_several() -> None:
    rows = [("one", "x", "a", 3, 0.5), ("two", "y", "a", 1, 0.1)]
    assert {"one", "two"} <= set(read_texts(draw(rows, "category term source count rate")))
    assert "one" not in read_texts(draw(rows[:1], "category term source count rate"))


def test_rows_without_a_shade_are_left_out_where_no_text_fits() -> None:
    assert "unnamed" in read_texts(draw_speakers(3, DOUBLE))
    assert "unnamed" not in read_texts(draw_speakers(46, SINGLE))


def test_the_note_is_printed() -> None:
    assert "A note." in read_texts(draw_counts(3, DOUBLE))
