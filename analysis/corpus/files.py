"""One file of a corpus folder: why it is skipped, or its articles and how they were read."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from analysis.corpus.articles import Article, BrokenRecord
from analysis.corpus.corrections import SPEAKERS
from analysis.corpus.fields import iso_day, yes_or_no
from analysis.corpus.formats import Importer, find_importer, suffixes

__all__ = ["DESCRIBING", "MOST_BYTES", "Loaded", "describe", "read", "reason_to_skip"]

MOST_BYTES = 5_000_000  # a long book; a larger "article" is an archive or a mistake

_OWN_FILES = {
    "corpus.toml": "settings of the corpus",
    "lexicon.yml": "term list of the corpus",
    "cleaning.toml": "cleaning patterns of the corpus",
    SPEAKERS: "corrected names of speakers",
}
_ABOUT, _TABLE, _FEATURES = "about the corpus", "table of the articles", "measured tables of the corpus"
# Reasons to skip files that describe the corpus: the summary does not count them as skipped.
DESCRIBING = frozenset({_ABOUT, _TABLE, _FEATURES, *_OWN_FILES.values()})
_ABOUT_NAMES = {"README", "LICENSE", "LICENCE", "NOTICE"}
_SPREADSHEET = "a spreadsheet; to use it as the table of the articles, save it as articles.csv (CSV, UTF-8)"
_OTHER_TABLE = "a table that is not read: another one describes the articles, or no column of it names files"
_TABLES = {
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".numbers"), _SPREADSHEET),
    **dict.fromkeys((".csv", ".tsv"), _OTHER_TABLE),
}
_UTF8 = {"utf-8", "utf8", "ascii", "us-ascii"}
# Fields that a row of the corpus's table cannot give to all articles of one file.
_OF_ONE_ARTICLE = {"article_id", "title", "url"}


class Loaded(NamedTuple):
    """An article, and a remark for the load report on how it was read; mostly empty."""

    article: Article
    note: str


def reason_to_skip(folder: Path, file: str, *, table: str) -> str:
    """Why a file is skipped, empty for one that is meant as an article.

    Args:
        folder: the corpus folder, resolved.
        file: the file in it.
        table: the file that describes the articles; empty where there is none.
    """
    path = PurePosixPath(file)
    reasons = (
        (any(part.startswith(".") for part in path.parts), "hidden file"),
        (path.parts[0] == "features", _FEATURES),
        (len(path.parts) == 1 and path.stem.upper() in _ABOUT_NAMES, _ABOUT),
        (file == table, _TABLE),
        (file in _OWN_FILES, _OWN_FILES.get(file, "")),
        (any(part.endswith("_files") for part in path.parts[:-1]), "belongs to a saved web page"),
    )
    return next((reason for holds, reason in reasons if holds), "") or _unknown_format(folder, path)


def _unknown_format(folder: Path, file: PurePosixPath) -> str:
    if file.suffix.lower() in suffixes():
        return ""
    path = folder / file
    try:
        if path.is_file() and _is_inside(folder, path) and find_importer(path):
            return ""
    except OSError:  # a file that is not named like an article may be unreadable
        pass
    if len(file.parts) == 1 and file.suffix.lower() in _TABLES:
        return _TABLES[file.suffix.lower()]
    known = ", ".join(sorted(filter(None, suffixes())))
    return f"{file.suffix} files are not read as articles; save the text as one of: {known}"


def _is_inside(folder: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(folder)


def read(folder: Path, file: str, row: Mapping[str, str]) -> Iterator[Loaded | BrokenRecord]:
    """Read the articles of one file, each with the metadata of the corpus's table, the file and the folder.

    In a file with several articles, the id of each ends with its number (``north/all-2``), unless the file
    gives it an id. A record that is not an article does not affect the others.

    Args:
        folder: the corpus folder, resolved.
        file: the file in it.
        row: what the table says about the file: field -> value.
    """
    records = [*_records(folder, folder / file, row.get("encoding") or None)]
    if len(records) > 1:
        row = {field: value for field, value in row.items() if field not in _OF_ONE_ARTICLE}
    for number, record in enumerate(records, 1):
        if isinstance(record, BrokenRecord):
            yield record
            continue
        place = f"article {number}" if len(records) > 1 else ""
        article = describe(record, file, row, number=number if place else 0)
        if not article.text.strip():
            yield BrokenRecord(place, "it has no text" if place else "empty file")
        elif not article.source:
            todo = "put it in a folder named for its source, or name it in a field source"
            yield BrokenRecord(place, f"no source: {todo}")
        else:
            yield Loaded(replace(article, date=iso_day(article.date)), "; ".join(_notes(article, row)))


def _records(folder: Path, path: Path, declared: str | None) -> Iterator[Article | BrokenRecord]:
    """The records that the importer of a file finds, each article with the hash of the file."""
    try:
        importer = _importer(folder, path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        for record in importer.read(path, declared=declared):
            yield replace(record, sha256=digest) if isinstance(record, Article) else record
    except (ValueError, OSError) as error:
        yield BrokenRecord("", str(error))


def _importer(folder: Path, path: Path) -> Importer:
    """The importer of a file.

    Raises:
        ValueError: the file must not be read, or is too large; the message says why.
        OSError: it cannot be read.
    """
    if not path.is_file():
        raise ValueError("not a file: a link to a folder or to nothing, or a device")
    if not _is_inside(folder, path):
        raise ValueError("a link that leads out of the corpus folder")
    if (importer := find_importer(path)) is None:
        raise ValueError("no importer knows its content")
    most = getattr(importer, "MOST_BYTES", MOST_BYTES)
    if (size := path.stat().st_size) > most:
        raise ValueError(f"{size:,} bytes; an article has at most {most:,}")
    return importer


def _notes(article: Article, row: Mapping[str, str]) -> Iterator[str]:
    declared = row.get("encoding", "")
    if article.note:
        yield article.note
    if article.encoding != "utf-8":
        yield f"decoded as {article.encoding}"
    elif declared and declared.lower() not in _UTF8:
        yield f"declared as {declared}, decoded as utf-8"
    if row.get("truncated") and article.truncated is None:
        yield f'truncated "{row["truncated"]}" is neither yes nor no and was left out'
    if article.date and not iso_day(article.date):
        yield f'date "{article.date}" is not YYYY-MM-DD and was left out'
    if row.get("sha256") and row["sha256"].lower() != article.sha256:
        yield "the file is not the one whose sha256 the table gives"


def describe(article: Article, file: str, row: Mapping[str, str], *, number: int = 0) -> Article:
    """Add metadata to an article: from the table, or else from the file, or else from its folder.

    `number` is its number in a file of several articles, 0 in a file of one.
    """
    place = PurePosixPath(file.removeprefix("articles/"))
    own_id = f"{place.with_suffix('')}-{number}" if number else str(place.with_suffix(""))
    return replace(
        article,
        article_id=row.get("article_id") or article.article_id or own_id,
        source=row.get("source") or article.source or (place.parts[0] if len(place.parts) > 1 else ""),
        file=file,
        declared=row.get("encoding", ""),
        title=row.get("title") or article.title,
        date=row.get("date") or article.date,
        url=row.get("url") or article.url,
        agency=row.get("agency") or article.agency,
        event=row.get("event") or article.event,
        truncated=yes_or_no(row.get("truncated")),
    )
