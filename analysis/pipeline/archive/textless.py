"""A corpus without its texts: what is known of the articles, and what was measured in them."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analysis import corpus as corpora
from analysis import features
from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.errors import CorpusError, FeaturesError
from analysis.features import origin
from analysis.features.schema import TABLES
from analysis.pipeline.archive.project import copy

__all__ = ["stage"]

_OWN = ("README.md", "corpus.toml", "lexicon.yml")
_COLUMNS = ("article_id", *origin.METADATA)
_FORMULA = ("=", "+", "-", "@")


def stage(corpus: Corpus, folder: Path) -> list[str]:
    """Write a corpus into `folder`/corpus/<name>: its settings, table of articles and feature tables.

    The table holds what the corpus knows of each article wherever it knows it from: a column, the text's
    front matter, its folder. A value that a spreadsheet would run as a formula gets an apostrophe in front.

    Returns:
        The paths of the files below `folder`.

    Raises:
        CorpusError: something of an article cannot be told by a table.
        FeaturesError: texts are absent, and the tables that stand for them are not true to them.
        ShareError: a file of the corpus is a link.
    """
    place = folder / "corpus" / corpus.name
    for name in _OWN:
        if (path := corpus.folder / name).is_symlink() or path.exists():
            copy(path, place / name)
    articles, absent = (tuple(map(_guarded, found)) for found in (corpus.articles, corpus.absent))
    guarded = replace(corpus, articles=articles, absent=absent)
    place.mkdir(parents=True, exist_ok=True)
    (place / "articles.csv").write_text(_table((*articles, *absent)), encoding="utf-8", newline="")
    _check(guarded, place)
    _measured(corpus, guarded, place / "features")
    return sorted(path.relative_to(folder).as_posix() for path in place.rglob("*") if path.is_file())


def _guarded(article: Article) -> Article:
    """An article with every value as one line that is no formula; its text stays as it is."""
    values = {name: " ".join(str(getattr(article, name) or "").split()) for name in _COLUMNS}
    values |= {name: f"'{text}" for name, text in values.items() if text.startswith(_FORMULA)}
    return replace(article, **{name: text or None for name, text in values.items()})  # type: ignore[arg-type]  # ids are there


def _table(articles: Sequence[Article]) -> str:
    """The articles as CSV, a row each."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([getattr(article, name) or "" for name in _COLUMNS] for article in articles)
    return text.getvalue()


def _check(corpus: Corpus, place: Path) -> None:
    """Hold what is read from the table against what went in."""
    told = [origin.metadata(article) for article in corpora.load(place).absent]
    for article in (*corpus.articles, *corpus.absent):
        if origin.metadata(article) not in told:
            raise CorpusError(
                f"what is known of {article.article_id} is not what its row in a table says",
                todo="give it another article_id, or its file another name, then make the figures again",
            )


def _measured(corpus: Corpus, guarded: Corpus, folder: Path) -> None:
    """The tables of all texts: measured, or those that ship with the corpus where texts are absent."""
    if not corpus.absent:
        from analysis.features.files import write  # noqa: PLC0415  # pyarrow is slow to import

        write(features.load(guarded), folder)
        return
    renamed = [a.article_id for a in corpus.absent if _guarded(a).article_id != a.article_id]
    if why := features.stale(corpus) or (f"article_id {renamed[0]} is a formula" if renamed else ""):
        raise FeaturesError(why, todo=f"put the texts back: analysis add {corpus.name} FILES")
    for name in (origin.ABOUT, *(f"{table}.parquet" for table in TABLES)):
        copy(corpus.folder / "features" / name, folder / name)
