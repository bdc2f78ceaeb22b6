"""One file of a corpus folder: why it is no article, or the article and how it was read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from analysis.articles import Article
from analysis.importers import plain
from analysis.importers.fields import iso_day

__all__ = ["described", "not_an_article", "read"]

MOST_BYTES = 5_000_000  # a long book; a larger "article" is an archive or a mistake

_OWN_FILES = {"corpus.toml": "settings of the corpus", "lexicon.yml": "term list of the corpus"}
_UTF8 = {"utf-8", "utf8", "ascii", "us-ascii"}


def not_an_article(file: str, *, table: str) -> str:
    """Why a file is skipped, empty for one that is meant as an article; `table` describes the corpus."""
    path = PurePosixPath(file)
    if any(part.startswith(".") for part in path.parts):
        return "hidden file"
    if path.parts[0] == "features":
        return "measured tables of the corpus"
    if len(path.parts) == 1 and path.stem.upper() in {"README", "LICENSE", "LICENCE", "NOTICE"}:
        return "about the corpus"
    if file in {table, *_OWN_FILES}:
        return _OWN_FILES.get(file, "table of the articles")
    if path.suffix.lower() not in plain.SUFFIXES:
        kinds = ", ".join(sorted(filter(None, plain.SUFFIXES)))
        return f"{path.suffix} files are not read as articles; save the text as one of: {kinds}"
    return ""


def read(folder: Path, file: str, row: Mapping[str, str]) -> tuple[Article, str]:
    """Read one article.

    Args:
        folder: the corpus folder, resolved.
        file: the file in it.
        row: what the corpus's table says of it: field -> value.

    Returns:
        The article, and a note on what a reader of the load report should know.

    Raises:
        ValueError: the file is unusable; the message says why.
        OSError: it cannot be read.
    """
    path = folder / file
    if not path.is_file():
        raise ValueError("no file: a link to a folder or to nothing, or a device")
    if not path.resolve().is_relative_to(folder):
        raise ValueError("a link that leads out of the corpus folder")
    if (size := path.stat().st_size) > MOST_BYTES:
        raise ValueError(f"{size:,} bytes; an article has at most {MOST_BYTES:,}")
    (article,) = plain.read(path, declared=row.get("encoding") or None)
    if not article.text.strip():
        raise ValueError("empty file")
    article = described(article, file, row)
    if not article.source:
        raise ValueError("no source: put it in a folder named for its source, or name it in a field source")
    return replace(article, date=iso_day(article.date)), "; ".join(_notes(article, row))


def _notes(article: Article, row: Mapping[str, str]) -> Iterator[str]:
    declared = row.get("encoding", "")
    if article.encoding != "utf-8":
        yield f"decoded as {article.encoding}"
    elif declared and declared.lower() not in _UTF8:
        yield f"declared as {declared}, decoded as utf-8"
    if article.date and not iso_day(article.date):
        yield f'date "{article.date}" is not YYYY-MM-DD and was left out'
    if row.get("sha256") and row["sha256"].lower() != article.sha256:
        yield "the file is not the one whose sha256 the table gives"


def described(article: Article, file: str, row: Mapping[str, str]) -> Article:
    """The article with what the table, then its own front matter, then its place say of it."""
    folders = PurePosixPath(file.removeprefix("articles/")).parts[:-1]
    return replace(
        article,
        article_id=row.get("article_id") or article.article_id or _default_id(file),
        source=row.get("source") or article.source or (folders[0] if folders else ""),
        file=file,
        title=row.get("title") or article.title,
        date=row.get("date") or article.date,
        url=row.get("url") or article.url,
        agency=row.get("agency") or article.agency,
        event=row.get("event") or article.event,
    )


def _default_id(file: str) -> str:
    return PurePosixPath(file.removeprefix("articles/")).with_suffix("").as_posix()
