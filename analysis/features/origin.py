"""What feature tables were measured from, and what their folder says of it in about.json."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.errors import FeaturesError, ProjectError
from analysis.features import schema
from analysis.project import corpus_argument
from analysis.provenance import code_key, content_key, file_hash, versions
from analysis.text.cleaning import own_patterns
from analysis.text.terms.lexicon import Lexicon

__all__ = [
    "ABOUT",
    "FORMAT",
    "METADATA",
    "check_tables",
    "describe_article",
    "explain_remedy",
    "explain_restoring",
    "find_changed",
    "hash_code",
    "make_key",
    "name_version",
    "read_about",
]

ABOUT = "about.json"
FORMAT = 1  # of this file and of the folder that it describes
METADATA = [column.name for column in schema.METADATA]


def make_key(corpus: Corpus, lexicon: Lexicon) -> str:
    """A hash of all that the tables depend on: texts, metadata, settings, terms, code, and libraries.

    What a source repeats is found among its articles: the hashes of all their texts stand for it.
    """
    return content_key(
        [describe_article(article) for article in corpus.articles],
        [article.truncated for article in corpus.articles],
        own_patterns.describe(corpus.folder),
        corpus.limits._asdict(),
        lexicon.canonical,
        hash_code(),
        versions(),
    )


@cache
def hash_code() -> str:
    """A hash of the code and data that measuring uses; comments and docstrings do not count."""
    return code_key({("analysis.features.measurement", "")})


def describe_article(article: Article) -> dict[str, Any]:
    """What a corpus knows of an article besides its text."""
    return {"article_id": article.article_id, **{name: getattr(article, name) for name in METADATA}}


def read_about(folder: Path) -> dict[str, Any]:
    """What a folder of tables says of itself; empty where the file is missing or damaged.

    `format` is that of the folder, `version` that of this package; `code`, `key` and `lexicon_key` are
    hashes of what the tables were measured with; `texts` are the sha256 of the texts, `tables` those of the
    tables.
    """
    try:
        return dict(json.loads((folder / ABOUT).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def name_version(folder: Path) -> str:
    """The version of this package that measured the tables in `folder`, as a sentence names it."""
    known = read_about(folder).get("version")
    return f"version {known} of samestory" if known else "an earlier version of samestory"


def find_changed(folder: Path) -> list[str]:
    """The tables in `folder` whose bytes are not those that were measured, or that are missing."""
    known: dict[str, str] = read_about(folder).get("tables", {})
    files = {name: folder / f"{name}.parquet" for name in schema.TABLES}
    return [n for n, file in files.items() if not file.is_file() or file_hash(file) != known.get(n)]


def check_tables(folder: Path, corpus: Corpus) -> None:
    """Check that the tables in `folder` are there, and are those that were measured.

    Raises:
        FeaturesError: one is missing or was edited, or the folder has a newer format.
    """
    if read_about(folder).get("format", FORMAT) > FORMAT:
        raise FeaturesError(
            f"{folder} was written by {name_version(folder)}, in a format that is newer than this version",
            todo="update samestory",
        )
    for name in find_changed(folder):
        path = folder / f"{name}.parquet"
        problem = "was edited after it was measured" if path.is_file() else "is missing"
        raise FeaturesError(
            f"{path} {problem}; the tables were measured by {name_version(folder)}",
            todo=explain_remedy(corpus),
        )


def explain_remedy(corpus: Corpus) -> str:
    """How to replace the tables of a corpus."""
    again = f"analysis measure {_argument(corpus)}"
    return (
        f"{explain_restoring(corpus)}, then measure again: {again}"
        if corpus.absent
        else f"measure again: {again}"
    )


def explain_restoring(corpus: Corpus) -> str:
    """How to put absent texts back."""
    return f"put the texts back: analysis add {_argument(corpus)} FILES"


def _argument(corpus: Corpus) -> str:
    try:
        return corpus_argument(corpus.folder)
    except ProjectError:
        return str(corpus.folder)
