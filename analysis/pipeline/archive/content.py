"""The part of an archive that is the study: the corpus without its texts, and the figures."""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analysis import corpus as corpora
from analysis import features, project
from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.errors import CorpusError, FeaturesError, RunError
from analysis.features import origin
from analysis.features.schema import TABLES
from analysis.pipeline import jobs, lock, state
from analysis.pipeline.archive.software import copy
from analysis.pipeline.lock import LOCK, Lock

__all__ = ["check_figures", "stage_corpus", "stage_figures", "staged_command"]

_OWN = ("README.md", "corpus.toml", "lexicon.yml", "cleaning.toml")
_COLUMNS = ("article_id", *origin.METADATA)
_FORMULA = ("=", "+", "-", "@")


def stage_corpus(corpus: Corpus, folder: Path) -> list[str]:
    """Write a corpus into `folder`/corpus/<name>: its settings, table of articles and feature tables.

    The table of articles holds what is known of each, whether from a table, front matter or a folder's name.
    A value that a spreadsheet would run as a formula gets an apostrophe in front.

    Returns:
        The paths of the files below `folder`.

    Raises:
        CorpusError: a table cannot hold what is known of an article.
        FeaturesError: texts are absent, and the tables that stand for them were edited.
        ShareError: a file of the corpus is a link.
    """
    place = folder / "corpus" / corpus.name
    for name in _OWN:
        if (path := corpus.folder / name).is_symlink() or path.exists():
            copy(path, place / name)
    articles, absent = (tuple(map(_guard, found)) for found in (corpus.articles, corpus.absent))
    guarded = replace(corpus, articles=articles, absent=absent)
    place.mkdir(parents=True, exist_ok=True)
    (place / "articles.csv").write_text(_tabulate((*articles, *absent)), encoding="utf-8", newline="")
    _check_articles(guarded, place)
    _stage_tables(corpus, guarded, place / "features")
    return sorted(path.relative_to(folder).as_posix() for path in place.rglob("*") if path.is_file())


def _guard(article: Article) -> Article:
    """An article with every value as one line that is not a formula; its text stays as it is."""
    values = {name: " ".join(str(getattr(article, name) or "").split()) for name in _COLUMNS}
    values |= {name: f"'{text}" for name, text in values.items() if text.startswith(_FORMULA)}
    return replace(article, **{name: text or None for name, text in values.items()})  # type: ignore[arg-type]  # ids are there


def _tabulate(articles: Sequence[Article]) -> str:
    """The articles as CSV, one row each."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([getattr(article, name) or "" for name in _COLUMNS] for article in articles)
    return text.getvalue()


def _check_articles(corpus: Corpus, place: Path) -> None:
    """Compare what is read from the table with what was written into it."""
    read = [origin.describe_article(article) for article in corpora.load(place).absent]
    for article in (*corpus.articles, *corpus.absent):
        if origin.describe_article(article) not in read:
            raise CorpusError(
                f"the metadata of {article.article_id} would change if written to a table and read again",
                todo="give it another article_id, or its file another name, then make the figures again",
            )


def _stage_tables(corpus: Corpus, guarded: Corpus, folder: Path) -> None:
    """The tables of all texts: measured, or those that ship with the corpus if texts are absent."""
    if not corpus.absent:
        from analysis.features.files import write  # noqa: PLC0415  # pyarrow is slow to import

        write(features.load(guarded), folder)
        return
    renamed = [a.article_id for a in corpus.absent if _guard(a).article_id != a.article_id]
    if why := features.explain_staleness(corpus) or (
        f"article_id {renamed[0]} is a formula" if renamed else ""
    ):
        raise FeaturesError(why, todo=f"put the texts back: analysis add {corpus.name} FILES")
    for name in (origin.ABOUT, *(f"{table}.parquet" for table in TABLES)):
        copy(corpus.folder / "features" / name, folder / name)


def check_figures(name: str, corpus: Corpus) -> Lock:
    """The lock of a corpus's figures, which have to be complete and up to date.

    Args:
        name: the corpus, by name or folder.
        corpus: the same, loaded.

    Raises:
        RunError: there are no figures, or some are missing or out of date; or the lock is damaged.
        FeaturesError: a notebook counted a term list that is not the corpus's own.
    """
    todo = f"make the figures first: analysis figures {name}"
    known = lock.read(project.figures() / corpus.name)
    if not known.notebooks:
        raise RunError(f"{corpus.name} has no figures to share", todo=todo)
    planned = [job for job in jobs.plan([name]) if job.notebook.stem in known.notebooks]
    if gone := {*known.notebooks} - {job.notebook.stem for job in planned}:
        raise RunError(f"{min(gone)} is in {LOCK}, but is not a notebook that can be run", todo=todo)
    for job in planned:
        if why := state.due(job):
            raise RunError(f"the figures of {job.name} are not up to date: {why}", todo=todo)
        if terms := job.parameters.get("lexicon"):
            raise FeaturesError(
                f"{job.name} counted the terms of {terms}, which cannot be counted where texts are absent",
                todo=f"save that list as lexicon.yml in the folder of the corpus, then {todo}",
            )
    if state.missing_copies(planned):
        raise RunError("PNG, PDF or executed notebooks are missing", todo=f"{todo} --force")
    return known


def stage_figures(corpus: Corpus, known: Lock, folder: Path) -> list[str]:
    """Put the figures of a corpus into `folder`, where the software and the corpus are staged already.

    Some notebooks show something else if texts are absent, such as the list of files. They run again there.

    Returns:
        The paths of the figures and their lock below `folder`.

    Raises:
        RunError: a notebook failed without the texts.
    """
    present, place = project.figures() / corpus.name, folder / "figures" / corpus.name
    place.mkdir(parents=True)
    for name in (name for entry in known.notebooks.values() for name in entry.files):
        copy(present / name, place / name)
    lock.write(place, known.model_copy(update={"composed": None, "folder": ""}))
    _run_staged(["figures", corpus.name], folder)
    made = lock.read(place)
    return [f"figures/{corpus.name}/{name}" for name in (*sorted(made.files), LOCK)]


def staged_command(arguments: Sequence[str], folder: Path) -> tuple[list[str], dict[str, str]]:
    """A command of the software staged in `folder`, and its environment, free of this project."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANALYSIS_")}
    own = {"ANALYSIS_ROOT": str(folder), "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return [sys.executable, "-m", "analysis", *arguments], {**kept, **own}


def _run_staged(arguments: Sequence[str], folder: Path) -> None:
    command, environment = staged_command(arguments, folder)
    done = subprocess.run(  # noqa: S603  # our own command line
        command, cwd=folder, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
        raise RunError(f"the figures cannot be made without the texts: {last[0]}")
