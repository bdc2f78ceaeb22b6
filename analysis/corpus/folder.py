"""From a corpus folder to articles, with a report that accounts for every file in it."""

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from analysis.corpus import files as one_file
from analysis.corpus import listing
from analysis.corpus.articles import Article, BrokenRecord
from analysis.corpus.corrections import read_corrections
from analysis.corpus.fields import iso_day
from analysis.corpus.settings import DEFAULT_LIMITS, ENGLISH, Limits, read_settings
from analysis.errors import CorpusError, listed
from analysis.project import corpus_folder

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Corpus", "Entry", "add", "counts", "load", "report_table", "summary"]

Status = Literal["loaded", "skipped", "refused", "missing"]


class Entry(NamedTuple):
    """One row of the load report.

    `status` is `loaded` (an article; `reason` may have a remark), `skipped` (not an article), `refused`
    (meant as an article, but unusable) or `missing` (listed, but not there).
    """

    file: str
    status: Status
    reason: str
    article_id: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of one folder.

    Attributes:
        name: the folder's name.
        folder: the folder.
        about: title (or else the folder's name), question, description and licence, from corpus.toml; empty
            if it does not say.
        sources: the sources in display order; each has at least one article, here or absent.
        articles: the articles with text, in the order of the sources, then of article_id.
        absent: articles that the table lists but whose files are not here; their text is empty.
        report: one entry per file or record found, and one for everything that is missing.
        listed_in: name of the table that describes the articles; empty if there is none.
        corrections: names of speakers as speakers.csv corrects them: name -> name.
        limits: which of the articles are measured.
        table_remarks: what is odd about the columns of the table.
    """

    name: str
    folder: Path
    about: Mapping[str, str]
    sources: tuple[str, ...]
    articles: tuple[Article, ...]
    absent: tuple[Article, ...]
    report: tuple[Entry, ...]
    listed_in: str
    corrections: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = DEFAULT_LIMITS
    table_remarks: tuple[str, ...] = ()


def load(folder: str | Path) -> Corpus:
    """Load a corpus.

    Args:
        folder: a folder, or the name of one in corpus/. It contains texts in one sub-folder per source (below
            articles/ or directly), and possibly corpus.toml, lexicon.yml, and a CSV with a column that names
            the files. A text may begin with YAML front matter; if both give a field, the CSV wins.

    Raises:
        CorpusError: there is no such folder, its settings or table are malformed, or it has no articles.
    """
    folder = corpus_folder(str(folder))
    settings = read_settings(folder)
    report: list[Entry] = []
    files = _files(folder, report)
    table = listing.read(folder, files)
    taken: dict[str, str] = {}
    articles = list(_articles(folder, files, table, taken, report))
    absent = list(_absent_articles(files, table, taken, report))
    present = {a.source for a in articles} | {a.source for a in absent}
    for source in settings.sources:
        if source not in present:
            reason = f'source "{source}" is in corpus.toml and has no article'
            report.append(Entry("corpus.toml", "missing", reason))
    if settings.limits.language != ENGLISH:
        reason = f'language = "{settings.limits.language}": the measures are made for English, "{ENGLISH}"'
        report.append(Entry("corpus.toml", "skipped", reason))
    if not present:
        raise CorpusError(f"{folder} contains no article", allowed=_reasons(report), todo=_LAYOUT)
    order = [s for s in settings.sources if s in present]
    order += sorted(present.difference(order))
    rank = {source: i for i, source in enumerate(order)}
    return Corpus(
        name=folder.name,
        folder=folder,
        about={**settings.about, "title": settings.about["title"] or folder.name},
        sources=tuple(order),
        articles=tuple(sorted(articles, key=lambda a: (rank[a.source], a.article_id))),
        absent=tuple(sorted(absent, key=lambda a: (rank[a.source], a.article_id))),
        report=tuple(report),
        listed_in=table.name if table else "",
        corrections=read_corrections(folder),
        limits=settings.limits,
        table_remarks=tuple(table.remarks) if table else (),
    )


def summary(corpus: Corpus) -> str:
    """The load report in one sentence: `basil: 300 of 300 articles loaded; 1 file skipped`."""
    entries = [entry for entry in corpus.report if not _describes_corpus(entry)]
    counts = Counter(entry.status for entry in entries)
    meant = len(entries) - counts["skipped"]
    sources = "1 source" if len(corpus.sources) == 1 else f"{len(corpus.sources)} sources"
    parts = [f"{counts['loaded']} of {meant} articles loaded from {sources}"]
    parts += [f"{counts[status]} {status}" for status in ("skipped", "refused", "missing") if counts[status]]
    return f"{corpus.name}: {'; '.join(parts)}"


def _describes_corpus(entry: Entry) -> bool:
    return entry.file == "corpus.toml" or entry.reason in one_file.DESCRIBING


def report_table(corpus: Corpus) -> "pd.DataFrame":
    """The load report as a table, entries with a remark first: columns file, status, reason, article_id."""
    import pandas as pd  # noqa: PLC0415  # the command line does not need it

    table = pd.DataFrame(corpus.report, columns=Entry._fields)
    return table.sort_values("reason", key=lambda s: s == "", kind="stable", ignore_index=True)


def counts(corpus: Corpus) -> "pd.DataFrame":
    """How many files have each status, as `summary` counts them: columns status, files."""
    import pandas as pd  # noqa: PLC0415  # likewise

    found = Counter(entry.status for entry in corpus.report if not _describes_corpus(entry))
    return pd.DataFrame([(one, found[one]) for one in get_args(Status)], columns=["status", "files"])


def add(corpus: Corpus, files: Iterable[Path]) -> list[tuple[Path, str]]:
    """Copy texts to the places that the corpus's table gives; each is identified by its sha256.

    Returns:
        Each file with its place in the corpus folder.

    Raises:
        CorpusError: a file is not readable, or is not one of the texts that the table lists.
    """
    places = {article.sha256: article.file for article in (*corpus.articles, *corpus.absent)}
    found = []
    for file in files:
        if not file.is_file():
            raise CorpusError(f"{file} is not a file")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        if digest not in places:
            raise CorpusError(
                f"{file} is not one of the texts of {corpus.name}: its sha256 is {digest}",
                allowed=f"texts that are not here: {listed(a.file for a in corpus.absent)}",
                todo="give the files exactly as they were when the corpus was made",
            )
        found.append((file, places[digest]))
        target = corpus.folder / places[digest]
        if not target.resolve().is_relative_to(corpus.folder):
            raise CorpusError(f"{target} is a link that leads out of the corpus folder")
    for file, place in found:
        (corpus.folder / place).parent.mkdir(parents=True, exist_ok=True)
        if not (corpus.folder / place).exists():
            shutil.copyfile(file, corpus.folder / place)
    return found


_LAYOUT = "put each text into a sub-folder named after its source: <corpus>/<source>/<text>.txt"


def _files(folder: Path, report: list[Entry]) -> list[str]:
    """All files below `folder`, links included, in order.

    Folders that cannot be read, and names that are not UTF-8, are added to `report`.
    """
    closed: list[OSError] = []
    paths: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        # Not Path.is_symlink: in a closed folder it raises.
        links = [name for name in folders if os.path.islink(f"{place}/{name}")]  # noqa: PTH114
        paths += (Path(place, name) for name in (*names, *links))
    for error in closed:
        shut = _writable(Path(error.filename).relative_to(folder).as_posix())
        report.append(Entry(shut, "refused", f"the folder cannot be read: {error.strerror}"))
    files = [path.relative_to(folder).as_posix() for path in sorted(paths)]
    unreadable = "the file name or the system locale is not UTF-8"
    report += [Entry(_writable(f), "refused", unreadable) for f in files if f != _writable(f)]
    return [file for file in files if file == _writable(file)]


def _writable(name: str) -> str:
    """A file name that any output can contain: bytes that are not UTF-8 are spelled out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _articles(
    folder: Path,
    files: Sequence[str],
    table: listing.Listing | None,
    taken: dict[str, str],
    report: list[Entry],
) -> Iterator[Article]:
    """The articles of all files; `report` gets an entry for each record, `taken` the ids."""
    rows: dict[str, dict[str, str]] = {}
    table_name = table.name if table else ""
    for row in table.rows if table else []:
        if row["file"] and row["file"] in rows:
            report.append(Entry(row["file"], "refused", "the table lists this file in a second row"))
        rows.setdefault(row["file"], row)
    distrusted = dict(table.refused) if table else {}
    for named, reason in table.refused if table else []:
        report.append(Entry(named, "refused", reason))
    for file in files:
        if file in distrusted and file != table_name:
            continue
        if reason := one_file.reason_to_skip(folder, file, table=table_name):
            report.append(Entry(file, "skipped", reason))
            continue
        unlisted = f"not listed in {table_name}" if table and file not in rows else ""
        for found in one_file.read(folder, file, rows.get(file, {})):
            if isinstance(found, BrokenRecord):
                report.append(Entry(file, "refused", ": ".join(filter(None, found))))
                continue
            article_id = found.article.article_id
            if other := taken.get(article_id):
                report.append(
                    Entry(file, "refused", f'article_id = "{article_id}" is already that of {other}')
                )
                continue
            taken[article_id] = file
            report.append(Entry(file, "loaded", "; ".join(filter(None, (found.note, unlisted))), article_id))
            yield found.article


def _absent_articles(
    files: Sequence[str], table: listing.Listing | None, taken: dict[str, str], report: list[Entry]
) -> Iterator[Article]:
    """The articles that the table lists but whose files are not in the folder."""
    seen = set(files)
    if table is None:
        return
    for row in table.rows:
        file = row["file"]
        if file in seen:
            continue
        if reason := _no_place(file):
            report.append(Entry(file or table.name, "missing", reason))
            continue
        seen.add(file)
        article = one_file.describe(Article("", "", ""), file, row)
        if (other := taken.setdefault(article.article_id, file)) != file:
            reason = f'article_id = "{article.article_id}" is already that of {other}'
            report.append(Entry(file, "refused", reason))
            continue
        report.append(Entry(file, "missing", "the file is not here", article.article_id))
        if article.source and row.get("sha256"):
            yield replace(article, sha256=row["sha256"].lower(), date=iso_day(article.date))


def _no_place(file: str) -> str:
    """Why no text can be where a table says; empty if one can."""
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts:
        return "its path leads out of the corpus folder"
    return "" if path.name else "a row names no file"


def _reasons(report: Sequence[Entry]) -> str:
    """Why no file is an article, for a message."""
    found = [f"{entry.file}: {entry.reason}" for entry in report if not _describes_corpus(entry)]
    return listed(found, most=5) if found else "it has no file that could be one"
