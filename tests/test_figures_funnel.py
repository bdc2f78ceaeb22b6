"""Words by frequency and z: significant ones are coloured and named first."""

import numpy as np
import pandas as pd
import pytest
from charts import TITLE, check_chart, check_layout, make_table, name_sources, read_texts
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from analysis import figures
from analysis.figures.style import DOUBLE, NARRATION, SINGLE
from analysis.results.behind import OTHERS
from analysis.results.result import Result

COLUMNS = ["first", "second", "term", "count_first", "count_second", "z", "p_adjusted"]


def show(table: pd.DataFrame, *, width: float = DOUBLE) -> Figure:
    result = Result(id="a", table=table.head(0), plotted=table, title=TITLE, subtitle="Words.")
    return figures.funnel(result, width=width)


def draw(count: int, width: float) -> Figure:
    """300 words in each comparison of up to twelve sources."""
    rng = np.random.default_rng(5)
    table = make_table(
        min(count, 12),
        "second term count_first count_second z",
        lambda _: [
            (
                OTHERS,
                f"{'long-' * (i % 4)}word{i}",
                c := int(rng.pareto(0.7) * 4) + 4,
                3,
                rng.normal() * c**0.4,
            )
            for i in range(300)
        ],
    ).rename(columns={"source": "first"})
    if count == 2:
        table = table.head(300).assign(second=name_sources(2)[1])
    return show(table.assign(p_adjusted=np.where(table["z"].abs() > 9, 0.01, 0.5)), width=width)


@pytest.mark.parametrize("width", [SINGLE, DOUBLE])
@pytest.mark.parametrize("count", [2, 3, 12])
def test_no_text_overlaps_leaves_the_figure_or_is_too_small(count: int, width: float) -> None:
    check_layout(draw(count, width))


def test_width_markup_style_and_alt_text_are_those_of_every_chart() -> None:
    check_chart(draw)


@pytest.mark.parametrize("count", [2, 12])
def test_the_axis_has_two_ticks_at_least(count: int) -> None:
    for ax in draw(count, SINGLE).axes:
        assert len(ax.get_xticks()) > 1 or not ax.axison


def test_significant_words_are_named_before_others() -> None:
    rows = [("a", "b", f"w{i}", 10 + i, 10, z, 0.5) for i, z in enumerate(np.linspace(-3, 3, 60))]
    rows.append(("a", "b", "clear", 400, 10, 1.0, 0.01))
    seen = read_texts(show(pd.DataFrame(rows, columns=COLUMNS)))
    assert "clear" in seen
    assert {"w0", "w59"} <= set(seen)  # and the extremes of the others
    assert "w30" not in seen


@pytest.mark.parametrize(("p", "coloured"), [(0.05, 1), (0.0501, 0)])
def test_a_word_with_a_p_of_exactly_five_per_cent_is_coloured(p: float, coloured: int) -> None:
    rows = [("a", "b", "edge", 40, 10, 2.0, p), ("a", "b", "plain", 20, 10, 1.0, 0.9)]
    (ax,) = show(pd.DataFrame(rows, columns=COLUMNS)).axes
    blue = [
        line
        for line in ax.get_lines()
        if line.get_marker() == "o" and to_hex(line.get_color()) == NARRATION.lower()
    ]
    assert sum(np.size(line.get_xdata()) for line in blue) == coloured
