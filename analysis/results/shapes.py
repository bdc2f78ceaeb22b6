"""Results of which a chart must know more than the table: what is shaded, and what the ends of a row are."""

from collections.abc import Callable
from dataclasses import dataclass

from analysis.results.result import Result

__all__ = ["EndsResult", "GridResult"]


@dataclass(frozen=True, kw_only=True)
class GridResult(Result):
    """A table of terms by source, for `figures.grid`.

    What it plots has the columns term, category, source, rate (NaN: no shade, and no count), and count, or
    text to be printed in its place.

    Attributes:
        chart: the kind of chart and its data, for the alt text.
        write_rate: a rate as text, for the key of the shades; None where the texts need no key.
    """

    chart: str = "Table of counts by term and source, shaded by rate"
    write_rate: Callable[[float], str] | None = None


@dataclass(frozen=True, kw_only=True)
class EndsResult(Result):
    """Two values per source, for `figures.dumbbells`.

    Its table has the columns panel, source, end (one of the two `ends`), value, and text (printed there).

    Attributes:
        ends: the two ends; the first is drawn filled and round, the second open and square.
        axis: label of the horizontal axis.
    """

    ends: tuple[str, str]
    axis: str
