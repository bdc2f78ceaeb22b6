"""One row a source: how many articles, their mean, and how sure it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.values import measure, values
from analysis.measures.schema import Measure
from analysis.statistics.intervals import mean_interval

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["Panels", "by_source", "panels", "shares"]


def by_source(table: pd.DataFrame, sources: Sequence[str], *, seed: int) -> pd.DataFrame:
    """One row a source, in the order of `sources`.

    Args:
        table: columns source, value and censored, one row an article.
        sources: the sources.
        seed: of the bootstrap.

    Returns:
        Columns source, n (articles with a value), bounds (how many of them are lower bounds), mean,
        median, least, most, low, high: the last two bound the 95 % interval of the mean
        (`statistics.intervals`), NaN below 8 articles.
    """
    rows = []
    for source in sources:
        rows_of_source = table[(table["source"] == source) & table["value"].notna()]
        own = rows_of_source["value"].to_numpy()
        low, high = mean_interval(own, seed=seed)
        middle = (own.mean(), np.median(own), own.min(), own.max()) if len(own) else (np.nan,) * 4
        rows.append((source, len(own), int(rows_of_source["censored"].sum()), *middle, low, high))
    columns = ["source", "n", "bounds", "mean", "median", "least", "most", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


class Panels(NamedTuple):
    """Several measures of the same articles.

    Attributes:
        measures: the measures, in the order of the panels.
        values: for each, the values of `compare.values`.
        table: for each measure and source a row: measure, source, n, mean, median, least, most, low,
            high, unit, definition.
    """

    measures: tuple[Measure, ...]
    values: tuple[pd.DataFrame, ...]
    table: pd.DataFrame


def panels(data: "Features", names: Sequence[str], *, engine: str, seed: int) -> Panels:
    """The measures called `names`, by article and by source; `engine` and `seed` as elsewhere."""
    chosen = tuple(measure(name, engine=engine) for name in names)
    found = tuple(values(data, one, engine=engine) for one in chosen)
    rows = [
        by_source(table, data.sources, seed=seed).assign(
            measure=one.name, unit=one.unit, definition=one.definition
        )
        for one, table in zip(chosen, found, strict=True)
    ]
    table = pd.concat(rows, ignore_index=True)
    return Panels(chosen, found, table[["measure", *table.columns.drop("measure")]])


def shares(wide: pd.DataFrame) -> pd.DataFrame:
    """A table of words, a row a source and a column a part, as rows with their share of the source."""
    wide = wide.rename_axis(index="source", columns="part")
    table = wide.stack().rename("words").reset_index()
    table["share"] = table["words"] / table.groupby("source")["words"].transform("sum")
    return table
