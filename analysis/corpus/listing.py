"""The table that describes the articles: articles.csv, or any CSV with a column that names files."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from analysis.corpus.encoding import decode
from analysis.corpus.fields import columns
from analysis.errors import CorpusError, listed

__all__ = ["Listing", "read"]

_MOST_BYTES = 200_000_000


class Listing(NamedTuple):
    """A described corpus: the table's file name and, for each of its rows, field -> value.

    The field `file` is the path of the file found, or what the row says if none was found.
    """

    name: str
    rows: list[dict[str, str]]


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
        header, rows = _table(folder / "articles.csv")
        if (column := _file_column(header, rows, places)) is None:
            raise CorpusError(
                f"{folder / 'articles.csv'} has no column that names the files",
                allowed=f"its columns are: {listed(header)}",
                todo='add a column "file" with each text\'s path below the corpus folder',
            )
        return Listing("articles.csv", _rows(header, rows, column, places))
    for name in files:
        if "/" not in name and name.lower().endswith((".csv", ".tsv")):
            header, rows = _table(folder / name)
            if column := _file_column(header, rows, places):
                return Listing(name, _rows(header, rows, column, places))
    return None


def _table(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    if not path.is_file():
        raise CorpusError(f"{path} is not a file", todo="put the table there, or remove the link")
    if path.stat().st_size > _MOST_BYTES:
        raise CorpusError(f"{path} is larger than {_MOST_BYTES:,} bytes", todo="split the corpus")
    try:
        text, _ = decode(path.read_bytes())
        first = text.partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except (ValueError, csv.Error) as error:
        raise CorpusError(f"{path} cannot be read as CSV: {error}", todo="save it as UTF-8 CSV") from None
    header = [name.strip() for name in table[0]] if table else []
    return header, [dict(zip(header, row, strict=False)) for row in table[1:] if any(row)]


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


def _file_column(
    header: Sequence[str], rows: Sequence[Mapping[str, str]], places: Mapping[str, str]
) -> str | None:
    if named := columns(header).get("file"):
        return named
    hits = {name: sum(_normalise_name(row.get(name, "")) in places for row in rows) for name in header}
    best = max(hits, key=hits.__getitem__, default=None)
    return best if best is not None and hits[best] * 2 > len(rows) else None


def _rows(
    header: Sequence[str],
    rows: Sequence[Mapping[str, str]],
    file_column: str,
    places: Mapping[str, str],
) -> list[dict[str, str]]:
    named = columns(header) | {"file": file_column}
    described = [{f: row.get(name, "").strip() for f, name in named.items()} for row in rows]
    return [row | {"file": places.get(_normalise_name(row["file"]), row["file"])} for row in described]
