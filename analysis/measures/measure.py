"""What a measure is: everything that a table, a figure, a sentence or a methods section needs to know of it.

One module of this folder is one family of measures. It says which columns it adds to the feature tables, how
they are counted in an article, and which measures are computed from them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import pandas as pd

    from analysis.measures.reading import Columns, Reading
    from analysis.measures.schema import Column, Table

__all__ = ["Family", "Measure", "Tables", "Values", "divide"]

Values: TypeAlias = "pd.Series[float]"
"""One value per article; NaN where an article has none."""


class Tables(Protocol):
    """The feature tables that a measure may read; `features.Features` is one."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources in display order."""

    @property
    def articles(self) -> "pd.DataFrame":
        """One row per article."""

    @property
    def quotes(self) -> "pd.DataFrame":
        """One row per passage between quotation marks."""

    @property
    def terms(self) -> "pd.DataFrame":
        """One row per term found in an article in one voice."""

    @property
    def scores(self) -> "pd.DataFrame":
        """One row per readability score of an article in one voice."""

    @property
    def corrections(self) -> "Mapping[str, str]":
        """Names of speakers as the user corrects them: name -> name."""

    def table(self, name: str) -> "pd.DataFrame":
        """Any feature table, by its name."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """Something that articles are compared by.

    Attributes:
        name: key, and name of the value in tables.
        label: name in figures.
        unit: unit, or what a higher value means.
        definition: one sentence for a methods section.
        value: one value per article, indexed like `tables.articles`; NaN where an article has none.
        digits: digits after the point when written.
        noun: what is counted, as a sentence puts it after a number: "20 words more".
        share: the value is a share, written in per cent.
        extensive: it grows with the text, so that a truncated article gives a lower bound.
        minimum: what an article needs for a value, as a sentence puts it: "fewer than 100 words".
        direction: "higher = harder" or "higher = easier" where a higher value is not simply more.
        more: words for a higher value, about an article and about its text: "longer", "longer sentences".
        papers: keys of the project's bibliography, or whole BibTeX entries.
        engine: whose reading of a readability formula; empty for other measures.
    """

    name: str
    label: str
    unit: str
    definition: str
    value: Callable[[Tables], Values]
    digits: int = 0
    noun: str = ""
    share: bool = False
    extensive: bool = False
    minimum: str = "a word in its body"
    direction: str = ""
    more: tuple[str, str] = ("more", "more")
    papers: tuple[str, ...] = ()
    engine: str = ""

    def signed(self, difference: float) -> str:
        """A difference with its sign, in points where it is of shares; `0` where it rounds to that."""
        text = f"{self._scaled(difference):+,.{self.digits}f}".replace("-", "−")
        return text if text.strip("+−0.,") else "0"

    def gap(self, difference: float) -> str:
        """The size of a difference with its noun, in points where it is of shares: "20 words"."""
        noun = "points" if self.share else self.noun
        return f"{abs(self._scaled(difference)):,.{self.digits}f} {noun}".rstrip()

    def shown(self, value: float, *, axis: bool = False) -> str:
        """`value` as text with the digits of this measure; ticks of an `axis` have as few as possible."""
        if value != value:  # noqa: PLR0124  # NaN is the one value that is not itself
            return "–"
        scaled = self._scaled(value)
        text = f"{scaled:,g}" if axis else f"{scaled:,.{self.digits}f}"
        return (f"{text} %" if self.share else text).replace("-", "−")

    @property
    def key(self) -> str:
        """Its name in ids: that of a score in another engine than the published formula names it."""
        return self.name if self.engine in {"", "published"} else f"{self.name}_{self.engine}"

    @property
    def gap_unit(self) -> str:
        """The unit of a difference."""
        return f"percentage points of {self.unit}" if self.share else self.unit

    def _scaled(self, value: float) -> float:
        return value * 100 if self.share else value


def divide(tables: Tables, *, part: str, whole: str, per: int = 1) -> Values:
    """A column of `articles` per so many of another; NaN where there are none of the other."""
    return per * tables.articles[part] / tables.articles[whole]


@dataclass(frozen=True, kw_only=True)
class Family:
    """A family of measures: what it counts in an article, and what is computed from these counts.

    Attributes:
        measures: the measures.
        columns: the columns that it adds to the table `articles`.
        tables: feature tables of its own; `article_id`, the first column and part of the key, is left out.
        count: what it counts in one article: table -> column -> one value per row; in the table `articles`
            one value. It returns every column that it describes.
    """

    measures: tuple[Measure, ...] = ()
    columns: "tuple[Column, ...]" = ()
    tables: "Mapping[str, Table]" = field(default_factory=dict)
    count: "Callable[[Reading], Mapping[str, Columns]]" = lambda _reading: {}
