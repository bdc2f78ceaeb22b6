"""Every chart, from no source to 46 and at both widths: nothing overlaps, is cut off, or claims too much."""

from collections.abc import Callable, Iterator
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from analysis import compare, figures
from analysis.compare.backdrop import Backdrop
from analysis.compare.differences import OTHERS, Differences, pairs
from analysis.figures.style import DOUBLE, SINGLE
from analysis.results.robustness import Curve

ODD = (
    "Meridian Wire",
    "The Very Long Established Evening Chronicle and Harbour Gazette of the Northern Provinces",
    "South $tar_of $5",
    "Broken <b>News</b> & more",
    "=SUM(A1)",
    "وكالة الأنباء",
    "新华每日",
    "The Very Long Established Evening Chronicle and Harbour Gazette of the Southern Provinces",
    "^N_{0}",
)
TITLE = (
    "Length: lowest in South $tar_of $5 (200 on average), highest in <b>وكالة الأنباء</b> (1,200), as it were"
)
WORDS = compare.measure("words")
SHARE = compare.measure("quoted_share")
Chart = Callable[[int, float], Figure]


def names(count: int) -> list[str]:
    return [*ODD, *(f"Northern Independent Tribune {i}" for i in range(500))][:count]


def articles(count: int, *, most: int = 12, scale: float = 1000.0) -> pd.DataFrame:
    """Values of articles: 1, 3 or `most` a source, the last of each source broken off."""
    rng = np.random.default_rng(3)
    sizes = [(1, 3, most)[i % 3] for i in range(count)]
    source = [name for name, size in zip(names(count), sizes, strict=True) for _ in range(size)]
    table = pd.DataFrame({"source": pd.Series(source, dtype=object)})
    table["value"] = np.round(rng.gamma(4, 0.1, len(table)) * scale, 3)
    table["censored"] = ~table["source"].duplicated(keep="last")
    return table


def by_source(values: pd.DataFrame, count: int) -> pd.DataFrame:
    return compare.by_source(values, names(count), seed=1)


def table(count: int, columns: str, rows: Callable[[int], list[tuple[object, ...]]]) -> pd.DataFrame:
    """A table with the rows that each source has."""
    found = [(name, *row) for i, name in enumerate(names(count)) for row in rows(i)]
    return pd.DataFrame(found, columns=["source", *columns.split()])


def dots(count: int, width: float) -> Figure:
    values = articles(count)
    return figures.dots(WORDS, values, by_source(values, count), title=TITLE, width=width)


def ranges(count: int, width: float) -> Figure:
    drawn = table(count, "n p10 p25 p50 p75 p90", lambda i: [(1000 * i, 5.0, 9.0, 14.5 + i, 90.0, 120.0)])
    return figures.ranges(drawn, label="Words a sentence", title=TITLE, subtitle="Boxes.", width=width)


def dumbbells(count: int, width: float) -> Figure:
    ends = [("narration", 1.0), ("quotation", 0.3)]
    groups = ("evaluation", "publicity and the like of it", "engagement", "rights")
    drawn = table(
        count,
        "panel end value text",
        lambda i: [(group, end, by * (i % 7), str(i % 7)) for group in groups for end, by in ends],
    )
    return figures.dumbbells(
        drawn,
        ends=("narration", "quotation"),
        label="Terms per 1,000 words",
        title=TITLE,
        subtitle="Marks.",
        width=width,
    )


def panels(count: int, width: float) -> Figure:
    measures = (WORDS, SHARE, compare.measure("flesch_kincaid_grade"), compare.measure("terms_per_1000"))
    values = tuple(articles(count, scale=scale) for scale in (1000, 1, 10, 10))
    tables = [by_source(one, count).assign(measure=m.name) for one, m in zip(values, measures, strict=True)]
    found = compare.sources.Panels(measures, values, pd.concat(tables))
    return figures.panels(found, title=TITLE, subtitle="Dots.", width=width)


def differences(count: int, width: float) -> Figure:
    rng = np.random.default_rng(5)
    measures = (WORDS, SHARE, compare.measure("flesch_kincaid_grade"))
    between = pairs(names(count))
    rows = [
        (one.name, *pair, scale * rng.normal(), "", rng.uniform(), 3)
        for one, scale in zip(measures, (900, 0.1, 2), strict=True)
        for pair in between
    ]
    drawn = pd.DataFrame(
        rows, columns=["measure", "first", "second", "difference", "bound", "p_adjusted", "left_out"]
    )
    drawn["n_first"] = drawn["n_second"] = 9
    drawn["mean_first"], drawn["mean_second"] = 2.0, 2.0 - drawn["difference"]
    drawn["low"], drawn["high"] = drawn["difference"] * 0.5, drawn["difference"] * 1.5
    drawn.loc[drawn.index % 4 == 1, ["bound", "low", "high"]] = ["at least", np.nan, np.nan]
    found = Differences(measures, drawn)
    return figures.differences(found, title=TITLE, subtitle="Pairs.", level=0.05, width=width)


def slopes(count: int, width: float) -> Figure:
    rng = np.random.default_rng(5)
    told = table(
        count,
        "event value apart censored",
        lambda i: [(f"e{e}", 900 * rng.uniform(), 500 * rng.normal(), e == i) for e in range(9)],
    )
    return figures.slopes(WORDS, told, title=TITLE, subtitle="Lines.", width=width)


def backdrop(count: int, width: float) -> Figure:
    rng = np.random.default_rng(5)
    measures = (WORDS, SHARE, compare.measure("flesch_kincaid_grade"))
    rows = [
        (
            one.name,
            *pair,
            1 + rng.gamma(2) * scale,
            "at least" if i % 4 == 1 else "",
            i % 3,
            rng.uniform(),
            "",
        )
        for one, scale in zip(measures, (1, 0.1, 2), strict=True)
        for i, pair in enumerate(pairs(names(count)))
    ]
    columns = ["measure", "first", "second", "apart", "bound", "pairs", "share", "reason"]
    drawn = pd.DataFrame(rows, columns=columns).assign(ordinary=300, n_first=9)
    drawn["p10"], drawn["p90"] = drawn["apart"].where(drawn["bound"] == "") * 0.9, drawn["apart"] * 1.2
    drawn.loc[drawn.index % 5 == 2, ["apart", "share", "reason"]] = [np.nan, np.nan, "No <b>event</b>"]
    ordinary = tuple(pd.Series(1 + rng.gamma(2, scale, 300)) for scale in (1, 0.1, 2))
    found = Backdrop(measures, ordinary, drawn, presumed=False)
    return figures.backdrop(found, title=TITLE, subtitle="Pairs.", width=width)


def specifications(count: int, width: float) -> Figure:
    """A curve of three specifications a source, whose names stand for scores; the default is the second."""
    rng = np.random.default_rng(5)
    drawn = table(
        count,
        "unit estimate",
        lambda i: [(unit, i - 2 + rng.normal()) for unit in ("event", "article", "word")],
    )
    drawn = drawn.rename(columns={"source": "score"}).sort_values("estimate", ignore_index=True)
    drawn["sign"], drawn["default"] = np.sign(drawn["estimate"].astype(float)), drawn.index == 1
    drawn["low"], drawn["high"] = drawn["estimate"] - 0.4, drawn["estimate"] + 0.4
    drawn.loc[drawn.index % 3 == 0, ["low", "high"]] = np.nan
    drawn["drawn"] = True
    units = (("event", "paired by event"), ("article", "mean of articles"), ("word", "weighted by words"))
    options = [("score", "Score", name, name, 2, 3) for name in names(count)]
    options += [("unit", "Comparison", unit, label, 40, count) for unit, label in units if count]
    listed = pd.DataFrame(options, columns=["choice", "heading", "option", "label", "holds", "of"])
    ends = ("harder in South $tar_of $5", "harder in The Very Long Established Evening Chronicle")
    found = Curve(WORDS, "a", "b", "sd", drawn, listed)
    return figures.specifications(
        found, ends=ends, label="Difference in deviations", title=TITLE, subtitle="Curve.", width=width
    )


def funnel(count: int, width: float) -> Figure:
    rng = np.random.default_rng(5)
    sources = names(count)[:12]
    between = (
        [(source, OTHERS) for source in sources] if len(sources) > 2 else [tuple(sources)] * (count == 2)
    )
    rows = [
        (*pair, f"{'long-' * (i % 4)}word{i}", c := int(rng.pareto(0.7) * 4) + 4, 3, rng.normal() * c**0.4)
        for pair in between
        for i in range(300)
    ]
    drawn = pd.DataFrame(rows, columns=["first", "second", "term", "count_first", "count_second", "z"])
    drawn["p_adjusted"] = np.where(drawn["z"].abs() > 9, 0.01, 0.5)
    return figures.funnel(drawn, title=TITLE, subtitle="Words.", level=0.05, width=width)


CHARTS: dict[str, Chart] = {
    chart.__name__: chart
    for chart in (
        dots,
        ranges,
        dumbbells,
        funnel,
        panels,
        differences,
        slopes,
        backdrop,
        specifications,
    )
}


def printed(figure: Figure) -> Iterator[tuple[str, Bbox, float]]:
    """Every text that is seen, with its box in pixels and its size in points."""
    canvas: Any = FigureCanvasAgg(figure)
    with figures.style.house():
        canvas.draw()
    hidden = {
        id(text)
        for ax in figure.axes
        if not ax.axison
        for text in ax.xaxis.findobj(Text) + ax.yaxis.findobj(Text)
    }
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        if text.get_text().strip() and text.get_visible() and id(text) not in hidden:
            yield text.get_text(), text.get_window_extent(canvas.get_renderer()), float(text.get_fontsize())


@pytest.mark.parametrize("width", [SINGLE, DOUBLE])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 12, 46])
@pytest.mark.parametrize("chart", CHARTS)
def test_no_text_overlaps_another_or_leaves_the_figure_or_is_too_small(
    chart: str, count: int, width: float
) -> None:
    figure = CHARTS[chart](count, width)
    seen = list(printed(figure))
    for text, box, size in seen:
        assert size >= 6.5, text
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= figure.bbox.x1, text
        assert box.y1 <= figure.bbox.y1, text
    assert overlapping(seen) == []


def overlapping(seen: list[tuple[str, Bbox, float]]) -> list[tuple[str, str]]:
    """The pairs of texts whose boxes share more than a fraction of a pixel."""
    left, low, right, high = np.array([box.padded(-0.4).extents for _, box, _ in seen]).T
    across = (left[:, None] < right) & (left < right[:, None])
    down = (low[:, None] < high) & (low < high[:, None])
    return [(seen[i][0], seen[j][0]) for i, j in np.argwhere(across & down) if i < j]


@pytest.mark.parametrize("chart", CHARTS)
def test_an_empty_table_says_that_there_is_nothing(chart: str) -> None:
    assert "Nothing to show." in [text for text, *_ in printed(CHARTS[chart](0, DOUBLE))]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_figure_has_the_width_that_is_asked_for(chart: str) -> None:
    figure = CHARTS[chart](12, SINGLE)
    assert figure.get_figwidth() * 25.4 == pytest.approx(SINGLE)


@pytest.mark.parametrize("chart", ["dots", "ranges", "slopes"])
def test_46_sources_fit_the_height_of_a_page(chart: str) -> None:
    assert CHARTS[chart](46, DOUBLE).get_figheight() * 25.4 < 247


@pytest.mark.parametrize("count", [46, 500])
@pytest.mark.parametrize("chart", ["panels", "differences", "backdrop"])
def test_a_page_of_panels_ends_with_the_page_and_says_what_it_leaves_to_the_table(
    chart: str, count: int
) -> None:
    figure = CHARTS[chart](count, DOUBLE)
    assert figure.get_figheight() * 25.4 < 247
    assert len(figure.axes[0].get_yticklabels()) == 24
    shown = " ".join(text for text, *_ in printed(figure))
    assert f"Shown: 24 of {count} sources, by number of articles; all are in the table." in shown


@pytest.mark.parametrize("chart", CHARTS)
def test_signs_of_markup_are_shown_as_they_are(chart: str) -> None:
    texts = " ".join(text for text, *_ in printed(CHARTS[chart](9, DOUBLE)))
    for sign in ("South $tar_of $5", "<b>News</b>", "=SUM(A1)", "^N_{0}"):
        assert sign in texts.replace("\n", " ")


@pytest.mark.parametrize("chart", CHARTS)
def test_the_caller_keeps_its_own_style(chart: str) -> None:
    with mpl.rc_context({"font.size": 31.0, "axes.facecolor": "black", "text.parse_math": True}):
        before = dict(mpl.rcParams)
        figure = CHARTS[chart](3, DOUBLE)
        assert dict(mpl.rcParams) == before
    assert all(size < 9 for *_, size in printed(figure))
    assert all(ax.get_facecolor() == (1.0, 1.0, 1.0, 1.0) for ax in figure.axes)


@pytest.mark.parametrize("chart", CHARTS)
def test_the_alt_text_is_the_chart_and_the_finding(chart: str) -> None:
    figure = CHARTS[chart](3, DOUBLE)
    assert figures.frame.title_text(figure) == TITLE
    assert figures.frame.alt_text(figure).endswith(f": {TITLE}")
    assert len(figures.frame.alt_text(figure)) > len(TITLE) + 10


def test_words_that_hold_are_named_before_others() -> None:
    rows = [("a", "b", f"w{i}", 10 + i, 10, z, 0.5) for i, z in enumerate(np.linspace(-3, 3, 60))]
    rows.append(("a", "b", "holds", 400, 10, 1.0, 0.01))
    columns = ["first", "second", "term", "count_first", "count_second", "z", "p_adjusted"]
    drawn = pd.DataFrame(rows, columns=columns)
    seen = [text for text, *_ in printed(figures.funnel(drawn, title=TITLE, subtitle="", level=0.05))]
    assert "holds" in seen
    assert {"w0", "w59"} <= set(seen)  # and the extremes of the others
    assert "w30" not in seen


@pytest.mark.parametrize("chart", ["dots", "ranges", "dumbbells", "panels", "slopes", "backdrop"])
def test_value_axes_begin_at_zero_where_nothing_is_negative(chart: str) -> None:
    for ax in CHARTS[chart](3, DOUBLE).axes:
        if ax.axison:
            assert min(ax.get_xticks()) == 0
            assert ax.spines["bottom"].get_bounds()[0] == 0


@pytest.mark.parametrize("count", [1, 12, 46])
@pytest.mark.parametrize(
    ("chart", "width"),
    [
        ("dots", SINGLE),
        ("ranges", SINGLE),
        ("dumbbells", SINGLE),
        ("dumbbells", DOUBLE),
        ("funnel", SINGLE),
        ("panels", DOUBLE),
        ("slopes", SINGLE),
        ("backdrop", SINGLE),
        ("backdrop", DOUBLE),
    ],
)
def test_a_scale_has_two_ticks_at_least(chart: str, width: float, count: int) -> None:
    for ax in CHARTS[chart](count, width).axes:
        assert len(ax.get_xticks()) > 1 or not ax.axison
