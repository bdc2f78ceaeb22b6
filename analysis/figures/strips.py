"""One strip per article, from first word to last: who speaks where, and where the terms fall."""

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.figures import style
from analysis.figures.axes import rows_axis, value_axis
from analysis.figures.frame import canvas, row_height
from analysis.figures.lettering import labels, widest

if TYPE_CHECKING:
    from analysis.results.quotation import StripsResult

__all__ = ["strips"]

_ROW = 5.2  # mm
_EVENT = 0.5  # rows, the gap where another event begins
_NARRATION = "#DCE6EE"
_TRUNCATED = " … truncated"


@style.styled
def strips(result: "StripsResult", *, width: float = style.DOUBLE) -> Figure:
    """One strip per article, as long as its words: direct quotations as bars, framing terms as ticks.

    Args:
        result: from `results.locate_quotations`.
        width: millimetres.
    """
    articles, quotes, terms = result.table, result.quotes, result.terms
    rows = _place_rows(articles["event"])
    names = labels(list(articles["label"]), 0.4 * width, keep_end=len("2031-03-04"))
    height = rows[-1] + 1
    figure, (ax,) = canvas(
        result,
        chart="Strip chart of quotations and framing terms along each article",
        key=[
            Patch(color=_NARRATION, label="narration"),
            Patch(color=style.QUOTATION, label="direct quotation"),
            Line2D([], [], linestyle="", marker="|", color=style.INK, markersize=7, label="framing term"),
        ],
        names=names,
        label="Words from the start of the body",
        width=width,
        height=row_height(height, _ROW) * height,
        below=5.0,
    )
    rows_axis(ax, names, rows=rows)
    for row, article in zip(rows, articles.itertuples(), strict=True):
        ax.barh(row, article.words, height=0.58, color=_NARRATION, linewidth=0)
        own = quotes[quotes["article_id"] == article.article_id]
        ax.barh(
            [row] * len(own),
            own["words"],
            left=own["place"] * article.words,
            height=0.58,
            color=style.QUOTATION,
        )
        places = terms.loc[terms["article_id"] == article.article_id, "place"] * article.words
        ax.vlines(places, row - 0.42, row + 0.42, color=style.INK, linewidth=0.9)
        if article.truncated:
            ax.text(article.words, row, _TRUNCATED, va="center_baseline", color=style.GREY)
    room = widest([_TRUNCATED]) if articles["truncated"].any() else 1.5
    value_axis(ax, articles["words"], lambda x: f"{x:,g}", free=(0.0, room))
    return figure


def _place_rows(events: "pd.Series[str]") -> list[float]:
    """The rows of the strips, with a gap where another event begins."""
    names = events.fillna("").tolist()
    gaps = [0.0, *(_EVENT * (here != before) for before, here in pairwise(names))]
    return [row + gap for row, gap in enumerate(accumulate(gaps))]
