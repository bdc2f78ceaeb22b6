"""Results of invented sources, for the tests of charts that draw articles, sources and their differences."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from charts import TITLE, name_sources

from analysis.measures.measure import Measure
from analysis.measures.registry import find_measure
from analysis.results.behind import pair_sources
from analysis.results.sources import (
    SourceMeans,
    SourcePanels,
    describe_marks,
    describe_values,
    summarise,
)

WORDS, SHARE, GRADE = (find_measure(name) for name in ("words", "quoted_share", "flesch_kincaid_grade"))
MEASURES = (WORDS, SHARE, GRADE)


def make_values(count: int, *, most: int = 12, scale: float = 1000.0) -> pd.DataFrame:
    """Values of articles: 1, 3 or `most` per source, the last of each source a lower bound."""
    rng = np.random.default_rng(3)
    sizes = [(1, 3, most)[i % 3] for i in range(count)]
    source = [name for name, size in zip(name_sources(count), sizes, strict=True) for _ in range(size)]
    table = pd.DataFrame({"source": pd.Series(source, dtype=object)})
    table["value"] = np.round(rng.gamma(4, 0.1, len(table)) * scale, 3)
    table["censored"] = table["truncated"] = ~table["source"].duplicated(keep="last")
    return table


def make_means(values: pd.DataFrame, *, measure: Measure = WORDS, title: str = TITLE) -> SourceMeans:
    """The result whose articles have these values: columns source, value and, if they differ, censored."""
    values = values.assign(**{name: False for name in ("censored", "truncated") if name not in values})
    table = summarise(values, list(dict.fromkeys(values["source"])), seed=1)
    return SourceMeans(
        id="a",
        table=table,
        measure=measure,
        values=values,
        title=title,
        subtitle=describe_marks(table),
        note=describe_values(measure, values, table),
    )


def make_panels(tables: Sequence[pd.DataFrame], measures: Sequence[Measure]) -> SourcePanels:
    """The result of several measures, with the values of their articles."""
    means = [make_means(values, measure=one) for values, one in zip(tables, measures, strict=True)]
    tables_ = [own.table.assign(measure=own.measure.name) for own in means]
    return SourcePanels(
        id="a",
        table=pd.concat(tables_),
        measures=tuple(measures),
        values=tuple(own.values for own in means),
        title=TITLE,
        subtitle="Dots.",
        note=" ".join(dict.fromkeys(own.note for own in means if own.note)),
    )


def list_pairs(count: int) -> list[tuple[str, str]]:
    """The comparisons between so many sources."""
    return pair_sources(name_sources(count))
