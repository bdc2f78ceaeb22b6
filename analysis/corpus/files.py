"""One file of a corpus folder: why it is no article, or the article and how it was read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import ModuleType

from analysis.corpus.articles import Article
from analysis.corpus.fields import iso_day
from analysis.corpus.importers import html, plain

__all__ = ["described", "not_an_article", "read"]

MOST_BYTES = 5_000_000  # a long book; a larger "article" is an archive or a mistake

_OWN_FILES = {"corpus.toml": "settings of the corpus", "lexicon.yml": "term list of the corpus"}
_UTF8 = {"utf-8", "utf8", "ascii", "us-ascii"}


def not_an_article(file: str, *, table: str) -> str:
    """Why a file is skipped, empty for one that is meant as an article; `table` describes the corpus."""
    path = PurePosixPath(file)
    kinds = plain.SUFFIXES | html.SUFFIXES
    about = len(path.parts) == 1 and path.stem.upper() in {"README", "LICENSE", "LICENCE", "NOTICE"}
    reasons = (
        (any(part.startswith(".") for part in path.parts), "hidden file"),
        (path.parts[0] == "features", "measured tables of the corpus"),
        (about, "about the corpus"),
        (file == table, "table of the articles"),
        (file in _OWN_FILES, _OWN_FILES.get(file, "")),
        (any(part.endswith("_files") for part in path.parts[:-1]), "belongs to a saved web page"),
        (
            path.suffix.lower() not in kinds,
            f"{path.suffix} files are not read as articles; save the text as one of: "
            + ", ".join(sorted(filter(None, kinds))),
        ),
    )
    return next((reason for holds, reason in reasons if holds), "")


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
    most = html.MOST_BYTES if path.suffix.lower() in html.SUFFIXES else MOST_BYTES
    if (size := path.stat().st_size) > most:
        raise ValueError(f"{size:,} bytes; an article has at most {most:,}")
    (article,) = _format(path).read(path, declared=row.get("encoding") or None)
    if not article.text.strip():
        raise ValueError("empty file")
    article = described(article, file, row)
    if not article.source:
        raise ValueError("no source: put it in a folder named for its source, or name it in a field source")
    return replace(article, date=iso_day(article.date)), "; ".join(_notes(article, row))


def _format(path: Path) -> ModuleType:
    """The importer for a file, by its content; a piece of a page may be known by its name alone."""
    with path.open("rb") as file:
        head = file.read(4096)
    named = path.suffix.lower() in html.SUFFIXES and b"<" in head
    return html if named or html.sniff(head) else plain


def _notes(article: Article, row: Mapping[str, str]) -> Iterator[str]:
    declared = row.get("encoding", "")
    if article.note:
        yield article.note
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
