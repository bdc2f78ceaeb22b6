"""Articles as strips: quotations and terms at their places, events with a gap between them."""

import numpy as np
import pandas as pd
import pytest
from charts import TITLE, check_chart, check_height, check_layout, each_size, make_table, read_texts
from matplotlib.figure import Figure

from analysis import figures
from analysis.figures.style import DOUBLE, QUOTATION
from analysis.results.quotation import StripsResult


def make_result(
    articles: pd.DataFrame, quotes: pd.DataFrame, terms: pd.DataFrame, note: str = ""
) -> StripsResult:
    return StripsResult(
        id="a", table=articles, quotes=quotes, terms=terms, title=TITLE, subtitle="Strips.", note=note
    )


def draw_strips(count: int, width: float) -> Figure:
    articles = make_table(
        count, "article_id event words truncated", lambda i: [(str(i), str(i // 3), 90 + 40 * i, i % 3 == 0)]
    )
    articles["label"] = articles["source"] + ", 2031-03-04"
    quotes = make_table(count, "article_id place words", lambda i: [(str(i), 0.1, 20), (str(i), 0.5, 9)])
    terms = make_table(count, "article_id place", lambda i: [(str(i), 0.3)])
    return figures.strips(make_result(articles, quotes, terms, note="A note."), width=width)


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw_strips(count, width))


def test_strips_pass_the_checklist_of_charts() -> None:
    check_chart(draw_strips)
    check_height(draw_strips)
    assert "A note." in read_texts(draw_strips(3, DOUBLE))


@pytest.fixture
def figure() -> Figure:
    rows = [("x", "X", "one", 100, False), ("y", "Y", "one", 50, True), ("z", "Z", None, 80, False)]
    articles = pd.DataFrame(rows, columns=["article_id", "label", "event", "words", "truncated"])
    quotes = pd.DataFrame({"article_id": ["y"], "place": [0.5], "words": [10]})
    terms = pd.DataFrame({"article_id": ["x", "x"], "place": [0.1, 0.9]})
    return figures.strips(make_result(articles, quotes, terms))


def test_a_quotation_lies_where_it_stands_in_its_article(figure: Figure) -> None:
    (ax,) = figure.axes
    bars = [bar for bar in ax.patches if bar.get_facecolor()[:3] == pytest.approx(rgb(QUOTATION))]
    assert [(bar.get_x(), bar.get_width()) for bar in bars] == [(25, 10)]  # type: ignore[attr-defined]


def test_a_term_is_a_tick_where_it_stands_in_its_article(figure: Figure) -> None:
    paths = [path for lines in figure.axes[0].collections for path in lines.get_paths()]
    assert [np.asarray(path.vertices)[0, 0] for path in paths] == pytest.approx([10, 90])


def test_another_event_begins_with_a_gap(figure: Figure) -> None:
    assert list(figure.axes[0].get_yticks()) == [0, 1, 2.5]


def test_a_truncated_article_is_marked(figure: Figure) -> None:
    assert sum("truncated" in text for text in read_texts(figure)) == 1


def rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
