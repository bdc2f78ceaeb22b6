"""The table that describes the articles: articles.csv, or any CSV with a column that names files."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from string import hexdigits
from typing import NamedTuple

from analysis.corpus.fields import columns, iso_day, read_value, suggest_field
from analysis.corpus.table import Row, Table, read_table
from analysis.errors import CorpusError, listed

__all__ = ["Listing", "read"]

_REMEDY = "put quotation marks around values that contain the delimiter"
HasForm = Callable[[str], bool]
_FORMS: Mapping[str, HasForm] = {
    "date": lambda cell: iso_day(cell) is not None,
    "url": lambda cell: cell.lower().startswith(("http://", "https://")),
    "sha256": lambda cell: len(cell) == 64 and all(sign in hexdigits for sign in cell),
}


class Listing(NamedTuple):
    """A described corpus.

    Attributes:
        name: the table's file name.
        rows: field -> value for each row; `file` is the path of the file found, or what the row says if none
            was found.
        refused: rows that cannot be trusted: the file, or else the table's name, and the reason.
        remarks: what is odd about the columns.
    """

    name: str
    rows: list[dict[str, str]]
    refused: Sequence[tuple[str, str]] = ()
    remarks: Sequence[str] = ()


def read(folder: Path, files: Sequence[str]) -> Listing | None:
    """Read the table of a corpus folder.

    Args:
        folder: the corpus folder.
        files: the files found in it, relative, with forward slashes.

    Returns:
        The rows of articles.csv, or else of the first CSV with a column that names files; None if the folder
        has neither.

    Raises:
        CorpusError: articles.csv is not a table, or no column of it names files.
    """
    places = _places(files)
    if "articles.csv" in files:
        table = read_table(folder / "articles.csv")
        if (column := _file_column(table, places)) is None:
            raise CorpusError(
                f"{folder / 'articles.csv'} has no column that names the files",
                allowed=f"its columns are: {listed(table.header)}",
                todo='add a column "file" with each text\'s path below the corpus folder',
            )
        return _make_listing("articles.csv", table, column, places)
    for name in files:
        if "/" not in name and name.lower().endswith((".csv", ".tsv")):
            table = read_table(folder / name)
            if column := _file_column(table, places):
                return _make_listing(name, table, column, places)
    return None


def _places(files: Iterable[str]) -> dict[str, str]:
    """Every way in which a table may name a file -> the file; names that fit two files are left out."""
    ways: dict[str, set[str]] = {}
    for file in files:
        path = PurePosixPath(file)
        for way in {
            file,
            file.removeprefix("articles/"),
            path.name,
            path.stem,
            str(path.with_suffix("")),
        }:
            ways.setdefault(_normalise_name(way), set()).add(file)
    return {way: min(meant) for way, meant in ways.items() if len(meant) == 1}


def _normalise_name(name: str) -> str:
    """A file name in one spelling: macOS decomposes accents, Windows writes backslashes."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/").removeprefix("./"))


def _file_column(table: Table, places: Mapping[str, str]) -> str | None:
    if named := columns(table.header).get("file"):
        return named
    hits = {
        name: sum(_normalise_name(row.values.get(name, "")) in places for row in table.rows)
        for name in table.header
        if name
    }
    best = max(hits, key=hits.__getitem__, default=None)
    return best if best is not None and hits[best] * 2 > len(table.rows) else None


def _make_listing(name: str, table: Table, file_column: str, places: Mapping[str, str]) -> Listing:
    named = columns(table.header) | {"file": file_column}
    checked = _check_columns(table, named)
    faults = [row.fault or _find_shift(row, checked) for row in table.rows]
    rows = [_read_row(row, named, places) for row, fault in zip(table.rows, faults, strict=True) if not fault]
    refused = [
        (_find_file(row, places) or name, f"{name}: {fault}; {_REMEDY}")
        for row, fault in zip(table.rows, faults, strict=True)
        if fault
    ]
    return Listing(name, rows, refused, [*table.remarks, *_find_unused(table.header, named)])


def _read_row(row: Row, named: Mapping[str, str], places: Mapping[str, str]) -> dict[str, str]:
    values = {field: read_value(field, row.values.get(name, "")) for field, name in named.items()}
    return values | {"file": places.get(_normalise_name(values["file"]), values["file"])}


def _find_file(row: Row, places: Mapping[str, str]) -> str:
    """The file that any of the cells names; empty if none does."""
    found = (places.get(_normalise_name(cell), "") for cell in row.cells)
    return next(filter(None, found), "")


def _find_shift(row: Row, checked: Mapping[str, tuple[int, HasForm]]) -> str:
    """Why the values of a row seem to be in the wrong columns; empty if they do not.

    They are if a value is not what its column holds, and the next value is.
    """
    for field, (at, has_form) in checked.items():
        own, following = ([cell.strip() for cell in row.cells[at : at + 2]] + ["", ""])[:2]
        if own and not has_form(own) and has_form(following):
            return f'row {row.number} has its {field} one column too far to the right, after "{own}"'
    return ""


def _check_columns(table: Table, named: Mapping[str, str]) -> dict[str, tuple[int, HasForm]]:
    """The columns in which at least half of the values have the form of their field: place, form."""
    found = {}
    for field in filter(named.__contains__, _FORMS):
        values = list(filter(None, (row.values.get(named[field], "").strip() for row in table.rows)))
        if values and 2 * sum(map(_FORMS[field], values)) >= len(values):
            found[field] = table.header.index(named[field]), _FORMS[field]
    return found


def _find_unused(header: Sequence[str], named: Mapping[str, str]) -> Iterator[str]:
    unused = [name for name in dict.fromkeys(header) if name and name not in named.values()]
    meant = {name: suggest_field(name, named) for name in unused}
    for name in filter(meant.__getitem__, unused):
        yield f'column "{name}" is not read: did you mean "{meant[name]}"?'
    if others := [name for name in unused if not meant[name]]:
        yield f"columns that are not read: {listed(others)}"
