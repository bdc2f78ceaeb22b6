"""A result describes itself: its table, what each number means, its title, and the articles behind each row.

Everything that shows a result reads it from here: the figure, its CSV file, `numbers.json`, the methods text
and the report. So a new table needs one function that returns a `Result`, and one line in a notebook.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isinf
from typing import Any, NamedTuple

import pandas as pd

from analysis.errors import SchemaError
from analysis.measures.measure import Measure
from analysis.results.formats import Format, format_p, significant, write_number

__all__ = ["Behind", "Cell", "Column", "Method", "Result", "Row", "define_columns", "no_articles"]

Row = Mapping[str, Any]
Behind = Callable[[Row], Sequence[str]]
"""From a row of a table to the ids of the articles behind it."""

_ID = re.compile(r"[a-z][a-z0-9_]*")
_ALTERNATIVES = re.compile(r"\{([^{},]+,[^{}]+)\}")
_BOUNDS = {"at least": "≥ ", "at most": "≤ "}
_TRUNCATED = {
    "at least": " Articles are truncated: the true value is at least this.",
    "at most": " Articles are truncated: the true value is at most this.",
    "unclear": " Articles on both sides are truncated: the true value may be higher or lower.",
}


def no_articles(_row: Row) -> Sequence[str]:
    """No article is behind the row: it counts files, or terms of a list."""
    return ()


class Column(NamedTuple):
    """What a column of numbers means.

    Attributes:
        label: what the number is, in a few words.
        unit: its unit; `{unit}` stands for that of the measure of the row.
        definition: one sentence for a methods section; `{definition}` stands for that of the measure.
        format: how it is written; `measure` and `difference`: as the measure of the row writes it.
        interval: the columns low and high bound it.
        bounded: truncated articles make it a bound, which the columns bound, bounds or censored tell.
    """

    label: str
    unit: str = ""
    definition: str = ""
    format: Format = significant
    interval: bool = False
    bounded: bool = False


_FORMATS: Mapping[str, Format] = {
    "count": ",.0f",
    "one digit": ",.1f",
    "share": ",.1%",
    "effect": "+,.2f",
    "p": format_p,
    "figures": significant,
    "measure": "measure",
    "difference": "difference",
}


def define_columns(text: str) -> dict[str, Column]:
    r"""The columns that a text describes, two lines each: what it is, and below it the definition.

    The first line is `name: label; unit; format`, with one of the formats count, one digit, share, effect,
    p, figures (three significant ones), measure or difference (as the measure of the row writes it). Behind
    the format may stand `interval` and `bounded` (see `Column`). Alternatives in braces, as in
    `n_{first,second}`, describe one column each.

    >>> define_columns("n_{a,b}: n of {a,b}; articles; count\n    Articles of {a,b}.")["n_b"].definition
    'Articles of b.'
    """
    found = {}
    lines = [line.strip() for line in text.strip().splitlines()]
    pairs = map("\n".join, zip(lines[::2], lines[1::2], strict=True))
    for head, definition in (one.split("\n") for pair in pairs for one in _list_alternatives(pair)):
        name, _, rest = head.partition(": ")
        label, unit, look = rest.split("; ")
        how, *flags = look.split(", ")
        found[name] = Column(label, unit, definition, _FORMATS[how], "interval" in flags, "bounded" in flags)
    return found


def _list_alternatives(text: str) -> list[str]:
    """A text with the first of the alternatives in each of its braces, then with the second, and so on."""
    count = max((part.count(",") + 1 for part in _ALTERNATIVES.findall(text)), default=1)
    return [_ALTERNATIVES.sub(lambda part, i=i: part[1].split(",")[i], text) for i in range(count)]  # type: ignore[misc]


class Cell(NamedTuple):
    """One number of a result.

    Attributes:
        value: as it was computed; None where it is not defined.
        text: as a write-up prints it, with "≥ " or "≤ " where it is a bound.
        bound: `at least`, `at most`, `unclear` or empty.
        unit, definition: those of its column and measure.
        low, high: the ends of its 95 % interval; None where there is none.
    """

    value: float | None
    text: str
    bound: str
    unit: str
    definition: str
    low: float | None = None
    high: float | None = None


class Method(NamedTuple):
    """What a methods section says of a result.

    Attributes:
        section: the heading it stands under: Preparation, Measures, Comparison, or a new one.
        text: one or more sentences in Markdown, with citations as pandoc reads them: [@flesch1948]. Names
            from a corpus are escaped (`results.markdown.escape`).
        papers: whole BibTeX entries of papers that it cites and the project's bibliography does not have.
    """

    section: str
    text: str
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Result:
    """A table that compares sources, with everything that is said about it.

    Attributes:
        id: names the figure, its files and every number: `length_words`.
        table: one row per combination of the keys.
        keys: the columns, or levels of the index, that no two rows share.
        columns: the columns of numbers that are reported, in order, and what each means.
        title: the finding, with its size and n.
        subtitle: what is measured, and what the marks of the figure mean.
        note: what a reader must know to trust it.
        topic: what the numbers are about, where no measure says it.
        measure: the measure of all rows, where no column `measure` names it.
        measures: the measures of the rows, where the column `measure` names them.
        sentences: the result in sentences for a write-up: columns of text.
        plotted: what the figure draws, where that is not `table`; the CSV file holds it.
        articles: from a row to the ids of the articles behind it.
        most: rows of which the numbers are reported one by one; of a longer table none are.
        also: results that are reported with this one, such as the values of single articles.
        nothing: why there is nothing to draw, and what would help; empty where there is something.
        methods: how it was computed and tested, for the methods section of a write-up.

    Raises:
        SchemaError: the id cannot name files, or a key is not in the table.
    """

    id: str
    table: pd.DataFrame
    keys: tuple[str, ...] = ()
    columns: Mapping[str, Column] = field(default_factory=dict)
    title: str = ""
    subtitle: str = ""
    note: str = ""
    topic: str = ""
    measure: Measure | None = None
    measures: tuple[Measure, ...] = ()
    sentences: pd.DataFrame | None = None
    plotted: pd.DataFrame | None = None
    articles: Behind = no_articles
    most: int = 600
    also: "tuple[Result, ...]" = ()
    nothing: str = ""
    methods: tuple[Method, ...] = ()

    def __post_init__(self) -> None:
        """Check the id and the keys."""
        if not _ID.fullmatch(self.id):
            raise SchemaError(
                f"id = {self.id!r}", allowed="a to z, 0 to 9 and _, a letter first: length_words"
            )
        known = {*self.table.columns, *self.table.index.names}
        if missing := [key for key in self.keys if key not in known]:
            raise SchemaError(f"result {self.id} has no column {missing[0]} for its keys")

    @property
    def csv_table(self) -> pd.DataFrame:
        """What the CSV file of the figure holds."""
        return self.table if self.plotted is None else self.plotted

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows as mappings, levels of the index among them."""
        table = self.table if self.table.index.names == [None] else self.table.reset_index()
        yield from table.to_dict("records")

    def measure_of(self, row: Row) -> Measure | None:
        """The measure that a row is about."""
        named = (one for one in self.measures if one.name == row.get("measure"))
        return next(named, self.measure)

    def cell(self, row: Row, column: str) -> Cell:
        """One number of a row, with what a reader must know of it."""
        meant, measure = self.columns[column], self.measure_of(row)
        unit, definition, how = meant.unit, meant.definition, meant.format
        if measure:
            points = measure.share and how == "difference"
            unit = unit.replace("{unit}", "percentage points" if points else measure.unit)
            definition = definition.replace("{definition}", measure.definition)
            how = measure.signed if how == "difference" else measure.shown if how == "measure" else how
        value = plain_value(row[column])
        bound = find_bound(row) if meant.bounded and value is not None else ""
        text = _BOUNDS.get(bound, "") + write_number(value, how)
        ends = {end: plain_value(row[end]) for end in ("low", "high")} if meant.interval else {}
        return Cell(value, text, bound, unit, f"{definition}{_TRUNCATED.get(bound, '')}", **ends)


def find_bound(row: Row) -> str:
    """What truncated articles make of the numbers of a row: `at least`, `at most`, `unclear` or nothing."""
    if "bound" in row:
        return str(row["bound"])
    return "at least" if row.get("bounds") or row.get("censored") else ""


def plain_value(value: Any) -> float | None:  # noqa: ANN401  # a number of Python, numpy or pandas, or none
    """A number as JSON has it; None where it is not defined."""
    if pd.isna(value) or isinf(value):
        return None
    return float(value) if isinstance(value, float) else int(value)
