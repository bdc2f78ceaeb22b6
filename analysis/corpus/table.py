"""A CSV table as spreadsheets write it: its header, its rows, and what is wrong with it."""

import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.encoding import decode
from analysis.errors import CorpusError, listed

__all__ = ["Row", "Table", "read_table"]

_MOST_BYTES = 200_000_000
_DELIMITERS = ",;\t|"
_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's own way to name the delimiter
_QUOTED = re.compile(r'"[^"]*+"')


class Row(NamedTuple):
    """One row of a table.

    `number` is that of a spreadsheet, where the header is row 1. `cells` are the values in order, `values`
    those under a column with a name. `fault` says why the values cannot be trusted; mostly empty.
    """

    number: int
    cells: list[str]
    values: dict[str, str]
    fault: str


class Table(NamedTuple):
    """A table: the names of its columns in order, its rows that are not empty, and remarks on the columns."""

    header: list[str]
    rows: list[Row]
    remarks: list[str]


def read_table(path: Path) -> Table:
    """Read a CSV file with commas, semicolons, tabs or bars between its values.

    Of columns with one name the first is read. A row with more values than there are columns has a fault: a
    value that contains the delimiter, without quotation marks around it, moves all values after it.

    Raises:
        CorpusError: the file is not there, too large, or not CSV.
    """
    if not path.is_file():
        raise CorpusError(f"{path} is not a file", todo="put the table there, or remove the link")
    if path.stat().st_size > _MOST_BYTES:
        raise CorpusError(f"{path} is larger than {_MOST_BYTES:,} bytes", todo="split the corpus")
    try:
        text, _ = decode(path.read_bytes())
        lines = _split(text)
    except (ValueError, csv.Error) as error:
        raise CorpusError(f"{path} cannot be read as CSV: {error}", todo="save it as UTF-8 CSV") from None
    header = _strip_end([name.strip() for name in lines[0]]) if lines else []
    rows = [_make_row(number, header, cells) for number, cells in enumerate(lines[1:], 2) if any(cells)]
    return Table(header, rows, [*_find_repeated(header), *_find_unnamed(header, rows)])


def _split(text: str) -> list[list[str]]:
    named = _SEP_LINE.match(text)
    if named:
        text = text[named.end() :]
    first = _QUOTED.sub("", text.partition("\n")[0])
    delimiter = named[1] if named else max(_DELIMITERS, key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def _strip_end(cells: list[str]) -> list[str]:
    """The cells up to the last that is not empty: spreadsheets write delimiters for empty columns."""
    size = max((number for number, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return cells[:size]


def _make_row(number: int, header: list[str], cells: list[str]) -> Row:
    cells = _strip_end(cells)
    values = dict(reversed([*zip(header, cells, strict=False)]))
    values.pop("", None)
    fault = f"row {number} has {len(cells)} values for {len(header)} columns" * (len(cells) > len(header))
    return Row(number, cells, values, fault)


def _find_repeated(header: list[str]) -> list[str]:
    repeated = [name for name, count in Counter(header).items() if name and count > 1]
    return [f"several columns are called {listed(repeated)}: only the first is read"] if repeated else []


def _find_unnamed(header: list[str], rows: list[Row]) -> list[str]:
    """Columns without a name that hold something else than the numbers of the rows."""
    places = [at for at, name in enumerate(header) if not name]
    used = [at + 1 for at in places if not all(row.cells[at : at + 1] in _numbered(row) for row in rows)]
    return [f"column {listed(used)} has values but no name, and is not read"] if used else []


def _numbered(row: Row) -> tuple[list[str], ...]:
    """What a column of row numbers has here: pandas writes one, from 0 or 1."""
    return [], [""], [str(row.number - 2)], [str(row.number - 1)]
