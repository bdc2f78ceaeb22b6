"""Every number that a notebook reports, for a write-up: what it is, how it is written, what is behind it.

The numbers of a notebook go to `numbers/<notebook>.json` in the figures folder of its corpus; after a run
`cite.compose` joins those of all notebooks. The file is begun anew by the first number that a kernel reports
with some parameters, so that nothing stale stays in it; a cell that is run again replaces its own numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import __version__
from analysis.errors import RunError
from analysis.project import corpus_folder, figures_folder
from analysis.provenance import content_key, versions
from analysis.report.behind import Basis
from analysis.report.codebook import TABLES, plain
from analysis.report.files import write
from analysis.report.ids import checked
from analysis.report.looks import Look, text
from analysis.report.rows import Number, of_table, plain_value

if TYPE_CHECKING:
    import pandas as pd

    from analysis.features import Features
    from analysis.measures.schema import Measure
    from analysis.notebook.parameters import Parameters

__all__ = ["number", "numbers"]


@dataclass(frozen=True, slots=True)
class _Report:
    """What a kernel has reported for a notebook with some parameters."""

    p: "Parameters"
    numbers: dict[str, Number] = field(default_factory=dict)


_reports: dict[Path, _Report] = {}  # by file; a kernel runs one notebook, a test may run several


def number(
    number_id: str,
    value: float | None,
    unit: str,
    format: Look,  # noqa: A002  # what it is
    *,
    p: "Parameters",
    definition: str = "",
    label: str = "",
    n: int | None = None,
    low: float | None = None,
    high: float | None = None,
    articles: Sequence[str] = (),
    figure: str = "",
) -> None:
    """Report one number for the notebook of `p`.

    Args:
        number_id: names joined by points, unique over all notebooks: `length_words.meridian_wire.mean`.
        value: the number as it was computed; None or NaN where it is not defined.
        unit: its unit.
        format: how it is written: a format of Python (`,.1f`, `.1%`) or a function.
        p: the notebook's parameters.
        definition: one sentence for a methods section.
        label: what it is, in a few words.
        n: how many articles are behind it; None: as many as `articles` has, if it has any.
        low: lower end of its 95 % interval; None or NaN where there is none.
        high: upper end.
        articles: the ids of the articles behind it.
        figure: the id of the figure that shows it.

    Raises:
        RunError: the id cannot be one, or `p` belongs to no notebook.
    """
    found = Number(
        value=plain_value(value),
        text=text(value, format),
        unit=unit,
        label=label,
        definition=definition,
        n=n if n is not None else len(articles) or None,
        low=plain_value(low),
        high=plain_value(high),
        articles=tuple(articles),
        figure=figure,
    )
    _enter(p, {checked(number_id): found})


def numbers(
    table: "pd.DataFrame", name: str, p: "Parameters", data: "Features", *, of: "Measure | None" = None
) -> "pd.DataFrame":
    """Report every number of a table, under `name`, the keys of its row and its column; return the table.

    What the columns mean, and which articles are behind a row, `analysis.report.codebook` says. A table that
    it does not know is reported with its texts as keys. Of tables with more than 600 rows, and with more
    than 60 rows of one article each, no number is reported: they stand in the CSV of their figure. Of what
    a figure draws one by one, quotations, places and specifications, the CSV alone tells.

    Args:
        table: one row a comparison, as `analysis.compare` makes them.
        name: what the ids begin with: the id of the figure that shows the table, or a name of its own.
        p: the notebook's parameters.
        data: the features that were counted.
        of: the measure whose values these are, where no column names it.

    Raises:
        SchemaError: rows have the same keys.
        RunError: the name cannot begin an id, or `p` belongs to no notebook.
    """
    told = TABLES[checked(name)] if name in TABLES else plain(table)
    if len(table) <= told.most:
        basis = Basis(data, getattr(p, "engine", "published"))
        _enter(p, dict(of_table(table, name, told, basis, of)))
    return table


def _enter(p: "Parameters", found: Mapping[str, Number]) -> None:
    """Enter numbers, and write the file of the notebook as a whole."""
    if not p.notebook:
        raise RunError("a number was reported for no notebook", todo="take p from params.parse")
    folder = corpus_folder(p.corpus)
    file = figures_folder(folder) / "numbers" / f"{p.notebook}.json"
    if file not in _reports or _reports[file].p != p:
        _reports[file] = _Report(p)
    report = _reports[file]
    report.numbers.update(found)
    sets = {one.articles: "" for one in report.numbers.values()}
    sets = {articles: content_key(articles)[:12] for articles in sets}
    told = {
        "corpus": folder.name,
        "notebook": p.notebook,
        "parameters": {**p.model_dump(), "corpus": folder.name},
        "versions": {"analysis": __version__, **versions()},
        "articles": {name: list(articles) for articles, name in sets.items()},
        "numbers": {
            number_id: {**asdict(one), "articles": sets[one.articles]}
            for number_id, one in report.numbers.items()
        },
    }
    write(file, told)
