"""What feature tables were made from: the key of a measurement, and what its folder says of itself."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.corpus.articles import Article
from analysis.measures import schema
from analysis.provenance import code_key, content_key, file_hash, versions
from analysis.text.terms.lexicon import Lexicon

__all__ = ["ABOUT", "METADATA", "about", "changed", "code", "key", "metadata"]

ABOUT = "about.json"
METADATA = [column.name for column in schema.METADATA]


def key(articles: Sequence[Article], lexicon: Lexicon) -> str:
    """What the tables depend on: texts and their metadata, terms, code, and libraries."""
    return content_key([metadata(article) for article in articles], lexicon.canonical, code(), versions())


def code() -> str:
    """A hash of all code and data of this package that measuring runs on."""
    return code_key({("analysis.features.measurement", "")})


def metadata(article: Article) -> dict[str, Any]:
    """What a corpus knows of an article, its text left out."""
    return {"article_id": article.article_id, **{name: getattr(article, name) for name in METADATA}}


def about(folder: Path) -> dict[str, Any]:
    """What a folder of tables says of itself; empty where it does not.

    `key`, `lexicon_key` and `code` are hashes of what they were measured from; `texts` are the sha256 of
    the texts, `tables` those of the tables.
    """
    try:
        return dict(json.loads((folder / ABOUT).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # not there, or damaged: its tables are of unknown origin
        return {}


def changed(folder: Path) -> list[str]:
    """The tables in `folder` whose bytes are not those that were measured, or that are not there."""
    known: Mapping[str, str] = about(folder).get("tables", {})
    files = {name: folder / f"{name}.parquet" for name in schema.TABLES}
    return [n for n, file in files.items() if not file.is_file() or file_hash(file) != known.get(n)]
