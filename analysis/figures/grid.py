"""A table as a picture: terms down, sources across, a count or a text printed and the rate shaded."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.cells import cells, fit, shades
from analysis.figures.frame import arrange, canvas
from analysis.figures.lettering import drawable, explain, labels, shorten, widest, wrapped
from analysis.results.shapes import GridResult

__all__ = ["grid"]

_ROW, _LINE = 4.3, 3.3  # mm, a row and a line of a heading
_COLUMN, _LEAST_COLUMN = 26.0, 3.3  # mm, the widest that helps, and what a turned heading needs
_TURNED = 32.0  # mm, the longest turned heading
_COLOURS = "Blues"


@style.styled
def grid(result: GridResult, *, width: float = style.DOUBLE) -> Figure:
    """One row per term, one column per source: a count or a text in each cell, shaded by the rate.

    Rows and columns stand in order of appearance. Where no text fits its cell, rows without a shade are
    left out.

    Args:
        result: what it plots has the columns that `GridResult` lists.
        width: millimetres. Few sources take less; very many take what their names need.
    """
    table = result.csv_table
    sources = list(dict.fromkeys(table["source"]))
    terms, places, headings, names = _rows(table, most=0.34 * width)
    left, column = _across(names, len(sources), width)
    if not fit(_texts(table, terms, sources), column):
        table = table[table.groupby(["category", "term"])["rate"].transform("count") > 0]
        terms, places, headings, names = _rows(table, most=0.34 * width)
        left, column = _across(names, len(sources), width)
    whole = max(left + column * len(sources), min(style.SINGLE, width))
    tops, turned = _column_heads(sources, column)
    rates = _matrix(table, terms, sources)
    most = float(np.nanmax(rates, initial=0.0))
    lines = max(top.count("\n") + 1 for top in tops)
    above = 1.5 + (widest(tops) if turned else _LINE * lines)
    row = arrange(1, len(names), best=_ROW, around=above, room=0.0)[1]
    keyed = result.write_rate or "text" not in table
    figure, (ax,) = canvas(
        result,
        chart=result.chart,
        note=explain(result.note, tops),
        key=shades(_COLOURS, most, result.write_rate or _write_rate) if keyed else (),
        names=names,
        width=whole,
        height=row * len(names),
        right=whole - left - column * len(sources),
        above=above,
    )
    cells(ax, rates, _texts(table, terms, sources), colours=_COLOURS, most=most, rows=places)
    ax.set_xticks(np.arange(len(sources)) + 0.5, tops, rotation=90 if turned else 0)
    ax.tick_params(axis="x", length=0, top=True, labeltop=True, bottom=False, labelbottom=False, pad=2)
    _name_rows(ax, names, headings, left)
    return figure


class _Rows(NamedTuple):
    """The rows of a table: terms with their places, headings with theirs, and the names of all."""

    terms: list[tuple[str, str]]
    places: list[int]
    headings: dict[int, str]
    names: list[str]


def _rows(table: pd.DataFrame, *, most: float) -> _Rows:
    terms = list(dict.fromkeys(zip(table["category"], table["term"], strict=True)))
    places, headings = _places([category for category, _ in terms])
    return _Rows(terms, places, headings, _names([term for _, term in terms], places, headings, most=most))


def _across(names: Sequence[str], sources: int, width: float) -> tuple[float, float]:
    """The room left of the cells, and the width of a column."""
    left = widest(names) + 2 * style.EDGE + style.NAMES_GAP
    return left, max(_LEAST_COLUMN, min(_COLUMN, (width - left) / max(sources, 1)))


def _write_rate(rate: float) -> str:
    return f"{rate:.2g}" if rate < 10 else f"{rate:,.0f}"


def _matrix(table: pd.DataFrame, terms: Sequence[tuple[str, str]], sources: Sequence[str]) -> np.ndarray:
    """The rates as a matrix, one row per term and one column per source; NaN where the table has no row."""
    found = dict(zip(_keys(table), table["rate"], strict=True))
    rows = [[float(found.get((*term, source), np.nan)) for source in sources] for term in terms]
    return np.array(rows).reshape(len(terms), len(sources))


def _texts(table: pd.DataFrame, terms: Sequence[tuple[str, str]], sources: Sequence[str]) -> list[list[str]]:
    """What is printed in the cells of `_matrix`; a dash where there is nothing to count in."""
    known = table if "text" in table else table[table["rate"].notna()]
    texts = known["text"] if "text" in known else known["count"].map("{:,.0f}".format)
    found = dict(zip(_keys(known), texts, strict=True))
    return [[found.get((*term, source), "–") for source in sources] for term in terms]


def _keys(table: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    return zip(table["category"], table["term"], table["source"], strict=True)


def _places(categories: Sequence[str]) -> tuple[list[int], dict[int, str]]:
    """The rows of the terms, and those of the headings above each category where there are several."""
    places: list[int] = []
    headings: dict[int, str] = {}
    for before, here in zip(["", *categories], categories, strict=False):
        if here != before and len(set(categories)) > 1:
            headings[len(places) + len(headings)] = here
        places.append(len(places) + len(headings))
    return places, headings


def _names(
    terms: Sequence[str], places: Sequence[int], headings: Mapping[int, str], *, most: float
) -> list[str]:
    """The names of all rows from the top: headings and terms."""
    named = dict(zip(places, labels(terms, most), strict=True))
    named |= {row: shorten(drawable(heading), most, weight="bold") for row, heading in headings.items()}
    return [named[row] for row in sorted(named)]


def _column_heads(sources: Sequence[str], column: float) -> tuple[list[str], bool]:
    """What stands above the columns, and whether it is turned: only where words do not fit side by side."""
    lines = [wrapped(source, column - 1.5) for source in sources]
    words = [word for source in sources for word in drawable(source).split()]
    if widest(words) <= column - 1.5 and all(len(one) <= 3 for one in lines):
        return ["\n".join(one) for one in lines], False
    return labels(sources, _TURNED), True


def _name_rows(ax: Axes, names: Sequence[str], headings: Mapping[int, str], left: float) -> None:
    """Name the rows from the left margin on, headings in bold below a line."""
    ax.set_yticks(np.arange(len(names)) + 0.5, names)
    ax.tick_params(axis="y", pad=(left - 2 * style.EDGE) / style.POINT)
    for row, label in enumerate(ax.get_yticklabels()):
        label.set(ha="left", weight="bold" if row in headings else "normal")
    for row in headings:
        ax.axhline(row, color=style.PALE, linewidth=0.5, zorder=0)
