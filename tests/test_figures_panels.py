"""One panel per measure: the same sources in all, n printed, and no more of them than fit a page."""

import numpy as np
import pandas as pd
import pytest
from charts import check_chart, check_layout, each_size, read_texts
from matplotlib.figure import Figure
from sources import GRADE, SHARE, WORDS, make_panels, make_values

from analysis import figures
from analysis.figures.style import DOUBLE


def draw(count: int, width: float) -> Figure:
    tables = [make_values(count, scale=scale) for scale in (1000, 1, 10)]
    return figures.panels(make_panels(tables, (WORDS, SHARE, GRADE)), width=width)


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw(count, width))


def test_panels_pass_the_checklist_of_charts() -> None:
    check_chart(draw)


@pytest.mark.parametrize("count", [46, 500])
def test_the_page_shows_the_sources_with_most_articles_and_says_how_many_it_leaves_out(count: int) -> None:
    figure = draw(count, DOUBLE)
    assert figure.get_figheight() * 25.4 < 247
    assert len(figure.axes[0].get_yticklabels()) == 24
    note = f"Shown: 24 of {count} sources, by number of articles; all are in the table."
    assert note in " ".join(read_texts(figure))


@pytest.mark.parametrize("count", [1, 12])
def test_every_scale_begins_at_zero_and_has_two_ticks_at_least(count: int) -> None:
    for ax in draw(count, DOUBLE).axes:
        if ax.axison:
            assert min(ax.get_xticks()) == 0
            assert len(ax.get_xticks()) > 1


def test_the_page_prints_n_and_says_where_it_is_less() -> None:
    values = pd.DataFrame({"source": ["a", "a", "b"], "value": [3.0, 4.0, np.nan]})
    texts = read_texts(figures.panels(make_panels([values], [WORDS])))
    assert {"a, n = 2", "b, n = 0"} <= set(texts)
    assert "Length: not computed for 1 of 3 articles (an article needs a word in its body)." in " ".join(
        texts
    )


def test_of_more_sources_than_a_page_holds_those_with_the_most_articles_are_shown() -> None:
    sizes = [1] * 15 + [3] * 20
    names = [f"s{i}" for i, size in enumerate(sizes) for _ in range(size)]
    figure = figures.panels(make_panels([pd.DataFrame({"source": names, "value": 5.0})], [WORDS]))
    rows = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert rows == [*(f"s{i}, n = 1" for i in range(4)), *(f"s{i}, n = 3" for i in range(15, 35))]
