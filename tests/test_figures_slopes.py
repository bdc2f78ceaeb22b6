"""Events from source to source: lines between few sources, deviations among many."""

import numpy as np
import pandas as pd
import pytest
from charts import TITLE, check_chart, check_height, check_layout, each_size, make_table, read_texts
from matplotlib.figure import Figure
from sources import WORDS

from analysis import figures
from analysis.figures.style import DOUBLE, SINGLE
from analysis.results.events import EventMeans


def draw(count: int, width: float) -> Figure:
    rng = np.random.default_rng(5)
    table = make_table(
        count,
        "event value deviation censored",
        lambda i: [(f"e{e}", 900 * rng.uniform(), 500 * rng.normal(), e == i) for e in range(9)],
    )
    result = EventMeans(id="a", table=table, measure=WORDS, title=TITLE, subtitle="Lines.", note="A note.")
    return figures.slopes(result, width=width)


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw(count, width))


def test_slopes_pass_the_checklist_of_charts() -> None:
    check_chart(draw)
    check_height(draw)


@pytest.mark.parametrize("count", [1, 12, 46])
def test_the_scale_has_two_ticks_at_least(count: int) -> None:
    assert len(draw(count, SINGLE).axes[0].get_xticks()) > 1


def test_more_than_six_sources_are_drawn_as_deviations_and_not_as_a_tangle_of_lines() -> None:
    assert "minus the mean of the event" not in " ".join(read_texts(draw(6, DOUBLE)))
    assert "Length minus the mean of the event (words of the body)" in read_texts(draw(7, DOUBLE))


def test_the_diamonds_are_the_means_that_are_printed_if_the_last_event_lacks_a_source() -> None:
    rows = [("A", "e1", 100), ("B", "e1", 200), ("A", "e2", 300), ("B", "e2", 500), ("B", "e3", 50)]
    table = pd.DataFrame(rows, columns=["source", "event", "value"])
    table = table.assign(deviation=0.0, censored=[False, False, True, False, False])
    result = EventMeans(id="a", table=table, measure=WORDS, title=TITLE, subtitle="Lines.", note="A note.")
    figure = figures.slopes(result)
    (diamonds,) = (line for line in figure.axes[0].get_lines() if line.get_marker() == "D")
    assert np.asarray(diamonds.get_xdata()).tolist() == [200, 250]
    assert {"≥ 200", "250"} <= {*read_texts(figure)}  # an article of A is truncated
