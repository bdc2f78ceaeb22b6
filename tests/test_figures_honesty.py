"""What charts must not claim: no interval from few articles, no bound as a value, no axis cut short."""

import numpy as np
import pandas as pd
import pytest
from analysis.compare.differences import Differences
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from analysis import compare, figures
from analysis.figures.style import NARRATION

WORDS = compare.measure("words")


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if isinstance(text, Text)]


@pytest.mark.parametrize("value", [-3.0, 0.0])
def test_values_that_are_all_zero_or_negative_have_an_axis(value: float) -> None:
    values = pd.DataFrame({"source": ["a", "b"], "value": value, "censored": False})
    summary = compare.by_source(values, ["a", "b"], seed=1)
    (ax,) = figures.dots(compare.measure("flesch_reading_ease"), values, summary, title="t").axes
    low, high = ax.get_xlim()
    assert low <= min(value, 0.0) < high


def test_a_negative_value_lies_on_the_axis_with_zero_marked() -> None:
    values = pd.DataFrame({"source": ["a", "b"], "value": [-12.0, 30.0], "censored": False})
    summary = compare.by_source(values, ["a", "b"], seed=1)
    (ax,) = figures.dots(compare.measure("flesch_reading_ease"), values, summary, title="t").axes
    assert ax.get_xlim()[0] < -12
    assert any(np.asarray(line.get_xdata()).tolist() == [0, 0] for line in ax.get_lines())


def intervals(figure: Figure) -> list[Line2D]:
    return [line for ax in figure.axes for line in ax.get_lines() if len(np.unique(line.get_xdata())) == 2]


@pytest.mark.parametrize(("size", "drawn"), [(7, 0), (8, 1)])
def test_no_interval_is_drawn_below_8_articles(size: int, drawn: int) -> None:
    values = pd.DataFrame({"source": "a", "value": np.arange(size) * 10.0, "censored": False})
    figure = figures.dots(WORDS, values, compare.by_source(values, ["a"], seed=1), title="t")
    assert len(intervals(figure)) == drawn
    assert str(size) in texts(figure)


def test_one_article_a_source_is_said_to_be_no_more_than_that() -> None:
    values = pd.DataFrame({"source": ["a", "b"], "value": [300.0, 400.0], "censored": False})
    figure = figures.dots(WORDS, values, compare.by_source(values, ["a", "b"], seed=1), title="t")
    shown = texts(figure)
    assert "One article a source: nothing here is about the sources." in shown
    assert "mean" not in shown


def test_lower_bounds_are_open_arrow_heads_with_a_note_and_so_are_their_means() -> None:
    values = pd.DataFrame({"source": "a", "value": [300.0, 400.0], "censored": [False, True]})
    figure = figures.dots(WORDS, values, compare.by_source(values, ["a"], seed=1), title="t")
    shown = texts(figure)
    assert "≥ 350" in shown
    assert "▷ ≥ Lower bounds: 1 of 2 texts break off." in shown
    filled, heads = (c for c in figure.axes[0].collections if isinstance(c, PathCollection))
    assert to_hex(np.asarray(filled.get_facecolor())[0]) == NARRATION.lower()
    assert to_hex(np.asarray(heads.get_facecolor())[0]) == "#ffffff"
    assert len(np.asarray(filled.get_offsets())) == len(np.asarray(heads.get_offsets())) == 1


def test_a_source_without_a_value_has_a_dash_and_a_note() -> None:
    values = pd.DataFrame({"source": ["a", "a", "b"], "value": [3.0, 4.0, np.nan], "censored": False})
    figure = figures.dots(WORDS, values, compare.by_source(values, ["a", "b"], seed=1), title="t")
    shown = texts(figure)
    assert "–" in shown
    assert "– Length: no value for want of a word in its body in 1 of 3 articles." in shown


def test_without_any_value_there_is_no_scale() -> None:
    values = pd.DataFrame({"source": ["a", "b"], "value": [np.nan, np.nan], "censored": False})
    figure = figures.dots(WORDS, values, compare.by_source(values, ["a", "b"], seed=1), title="t")
    assert [tick.get_text() for tick in figure.axes[0].get_xticklabels()] == []


def test_the_page_of_panels_prints_n_and_says_where_it_is_less() -> None:
    values = pd.DataFrame({"source": ["a", "a", "b"], "value": [3.0, 4.0, np.nan], "censored": False})
    summary = compare.by_source(values, ["a", "b"], seed=1).assign(measure=WORDS.name)
    figure = figures.panels(compare.sources.Panels((WORDS,), (values,), summary), title="t", subtitle="s")
    shown = texts(figure)
    assert {"a, n = 2", "b, n = 0"} <= set(shown)
    assert any(
        "Length: no value for want of a word in its body in 1 of 3 articles." in text for text in shown
    )


def test_of_more_sources_than_a_page_holds_those_with_the_most_articles_are_shown() -> None:
    sizes = [1] * 15 + [3] * 20
    names = [f"s{i}" for i, size in enumerate(sizes) for _ in range(size)]
    values = pd.DataFrame({"source": names, "value": 5.0, "censored": False})
    summary = compare.by_source(values, list(dict.fromkeys(names)), seed=1).assign(measure=WORDS.name)
    figure = figures.panels(compare.sources.Panels((WORDS,), (values,), summary), title="t", subtitle="s")
    rows = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert rows == [*(f"s{i}, n = 1" for i in range(4)), *(f"s{i}, n = 3" for i in range(15, 35))]


def test_marks_of_equal_value_are_both_seen() -> None:
    rows = [("g", "a", end, 5.0, "5") for end in ("one", "two")]
    drawn = pd.DataFrame(rows, columns=["panel", "source", "end", "value", "text"])
    figure = figures.dumbbells(drawn, ends=("one", "two"), label="x", title="t", subtitle="s")
    inner, outer = (line for line in figure.axes[0].get_lines() if line.get_marker() in ("o", "s"))
    assert inner.get_markersize() < outer.get_markersize()
    assert inner.get_zorder() > outer.get_zorder()


def test_a_single_panel_says_whose_numbers_it_has() -> None:
    rows = [("textstat", "a", end, 5.0, "5") for end in ("one", "two")]
    drawn = pd.DataFrame(rows, columns=["panel", "source", "end", "value", "text"])
    for label, heading in (("Grade", "textstat"), ("textstat", "")):
        figure = figures.dumbbells(drawn, ends=("one", "two"), label=label, title="t", subtitle="s")
        assert figure.axes[0].get_title(loc="left") == heading


def test_the_scale_of_a_difference_of_two_articles_is_as_long_as_their_values() -> None:
    row = {"measure": "words", "first": "a", "second": "b", "n_first": 1, "n_second": 1, "mean_first": 365.0}
    row |= {"mean_second": 364.0, "difference": 1.0, "bound": "", "low": np.nan, "high": np.nan}
    found = Differences(
        (compare.measure("words"),), pd.DataFrame([{**row, "p_adjusted": np.nan, "left_out": 0}])
    )
    (ax,) = figures.differences(found, title="A", subtitle="B", level=0.05).axes
    assert ax.get_xlim()[0] <= -365
    assert ax.get_xlim()[1] >= 365  # one word more is next to nothing
