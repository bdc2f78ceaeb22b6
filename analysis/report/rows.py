"""A table becomes numbers: one for each cell of a column of numbers, with what a reader must know of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isinf
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare.values import measure
from analysis.errors import SchemaError, listed
from analysis.report.behind import Basis
from analysis.report.codebook import Column, Table, columns
from analysis.report.ids import slugs
from analysis.report.looks import text

if TYPE_CHECKING:
    from analysis.measures.schema import Measure

__all__ = ["Number", "of_table", "plain_value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number for a write-up.

    Attributes:
        value: as it was computed; None where it is not defined.
        text: as a write-up prints it.
        unit, label, definition: its unit, what it is in a few words, and in a sentence.
        n: how many articles are behind it; None where none is.
        low, high: the ends of its 95 % interval; None where there is none.
        articles: the ids of the articles behind it.
        figure: the figure that shows it; empty where none does.
    """

    value: float | None
    text: str
    unit: str
    label: str = ""
    definition: str = ""
    n: int | None = None
    low: float | None = None
    high: float | None = None
    articles: tuple[str, ...] = ()
    figure: str = ""


def of_table(
    table: pd.DataFrame, name: str, told: Table, basis: Basis, of: "Measure | None"
) -> Iterator[tuple[str, Number]]:
    """Every number of a table with its id.

    Args:
        table: one row for each combination of its keys.
        name: what the ids begin with.
        told: what the table is.
        basis: what its rows are traced with.
        of: the measure whose values these are, where no column names it.

    Raises:
        SchemaError: rows have the same keys.
    """
    rows = (table if table.index.names == [None] else table.reset_index()).to_dict("records")
    head = rows[0] if rows else {}
    meant = {column: one for column, one in (told.columns or columns(told.shape)).items() if column in head}
    keys = [key for key in told.keys if key in head]
    for row, place in zip(rows, _places(name, rows, keys, basis.data.sources), strict=True):
        own = of or (measure(row["measure"], engine=basis.engine) if "measure" in keys else None)
        articles = tuple(told.behind(row, basis, own))
        who = ", ".join(str(row[key]) for key in keys if key != "measure")
        title = told.title or (own.label if own else "")
        for column, one in meant.items():
            label = ": ".join(filter(None, (title, ", ".join(filter(None, (one.label, who))))))
            cell = _cell(row, column, one, own)
            about = cell | {"label": label, "n": len(articles) or None, "figure": told.figure}
            yield f"{place}.{column}", Number(articles=articles, **about)


def _places(
    name: str, rows: Sequence[Mapping[str, Any]], keys: Sequence[str], sources: Sequence[str]
) -> list[str]:
    """The id of each row: the name of the table and a segment a key."""
    segments = {key: slugs((row[key] for row in rows), first=sources) for key in keys}
    found = [".".join((name, *(segments[key][str(row[key])] for key in keys))) for row in rows]
    if twice := pd.Index(found)[pd.Index(found).duplicated()].tolist():
        raise SchemaError(
            f"table {name}: rows repeat {listed(twice)}", allowed=f"one row each: {listed(keys)}"
        )
    return found


def _cell(row: Mapping[str, Any], column: str, meant: Column, of: "Measure | None") -> dict[str, Any]:
    """What a number is by its column and the measure of its row."""
    unit, definition, look = meant.unit, meant.definition, meant.look
    if of:
        points = of.share and look == "difference"
        unit = unit.replace("{unit}", "percentage points" if points else of.unit)
        definition = definition.replace("{definition}", of.definition)
        look = of.signed if look == "difference" else of.shown if look == "measure" else look
    value = plain_value(row[column])
    ends = {end: plain_value(row[end]) for end in ("low", "high")} if meant.interval else {}
    definition = f"{definition}{_caveat(row, column, meant)}"
    return {"value": value, "text": text(value, look), "unit": unit, "definition": definition, **ends}


def _caveat(row: Mapping[str, Any], column: str, meant: Column) -> str:
    """What texts that break off make of a number of a row."""
    if meant.look not in {"measure", "difference"} and column != "apart":
        return ""
    if bound := row.get("bound"):
        return f" Texts break off: the difference is {bound}{'' if bound == 'unclear' else ' this'}."
    return " Texts break off: it is at least this." if row.get("bounds") or row.get("censored") else ""


def plain_value(value: Any) -> float | None:  # noqa: ANN401  # a number of Python, numpy or pandas, or none
    """A number as JSON has it; None where it is not defined."""
    if pd.isna(value) or isinf(value):
        return None
    return float(value) if isinstance(value, float) else int(value)
