"""What a notebook's files are made from, part by part: equal hashes mean equal files."""

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from analysis import measures
from analysis.corpus import Corpus
from analysis.features import origin
from analysis.notebook.parameters import read_cells
from analysis.provenance import code_key, content_key, used, versions

__all__ = ["MEASURED", "describe_corpus", "hash_notebook", "hash_tables"]

# Feature tables are hashed as data: the code that loads and measures does not count as a notebook's code.
MEASURED = frozenset(
    {("analysis.features", ""), ("analysis.features.store", ""), ("analysis.corpus", "load")}
)
# Every executed notebook is cleaned by this, wherever it ran.
_CLEANED = ("analysis.pipeline.notebook_file", "strip_run")


def hash_notebook(notebook: Path, corpus: Corpus, tables: Mapping[str, str]) -> dict[str, str]:
    """Hashes of what a notebook's files are made from, besides its parameters.

    Args:
        notebook: its file.
        corpus: the corpus.
        tables: the sha256 of each feature table.

    Returns:
        `cells`: the notebook with its prose, which the report prints. `code`: the code of this package that
        its cells use; cells tagged `live` do not count, because their outputs are not kept. `corpus`: what
        is known of the articles, and all that the corpus says of itself if a cell asks for it. `tables`: the
        feature tables. `versions`: of Python and the libraries.

    Raises:
        RunError: the file is not a notebook.
    """
    cells = read_cells(notebook)
    code = "\n".join(source for kind, tags, source in cells if kind == "code" and "live" not in tags)
    names = used(code)
    about = describe_corpus(corpus) if _reads_corpus(code, names) else {"articles": _articles(corpus)}
    return {
        "cells": content_key(cells),
        "code": code_key({*names, _CLEANED}, without=MEASURED | _counting()),
        "corpus": content_key(corpus.name, corpus.sources, about, dict(corpus.corrections)),
        "tables": hash_tables(corpus, tables),
        "versions": content_key(versions()),
    }


def describe_corpus(corpus: Corpus) -> dict[str, Any]:
    """All that a corpus says of itself, its texts aside, as JSON."""
    return {
        "about": dict(corpus.about),
        "sources": corpus.sources,
        "articles": _articles(corpus),
        "listed_in": corpus.listed_in,
        "limits": corpus.limits._asdict(),
        "report": corpus.report,
    }


def hash_tables(corpus: Corpus, tables: Mapping[str, str]) -> str:
    """A hash of feature tables, and of the mark that they have if other code measured absent texts.

    Args:
        corpus: the corpus.
        tables: the sha256 of each table.
    """
    folder = corpus.folder / "features"
    marked = bool(corpus.absent) and origin.read_about(folder).get("code") != origin.hash_code()
    return content_key(dict(tables), origin.name_version(folder) if marked else "")


def _articles(corpus: Corpus) -> list[dict[str, Any]]:
    return [origin.describe_article(article) for article in (*corpus.articles, *corpus.absent)]


def _reads_corpus(code: str, names: frozenset[tuple[str, str]]) -> bool:
    """Whether cells use the corpus itself, and not only its tables: `nb.corpus`, `corpus.summary(...)`."""
    if {name for module, name in names if module == "analysis.corpus"} - {"load"}:
        return True
    return any(
        isinstance(node, ast.Attribute) and node.attr == "corpus" for node in ast.walk(ast.parse(code))
    )


@cache
def _counting() -> frozenset[tuple[str, str]]:
    """What the measures use to count words in texts."""
    modules = Path(measures.__file__).parent.rglob("*.py")
    found = (used(module.read_text(encoding="utf-8")) for module in modules)
    return frozenset(pair for pairs in found for pair in pairs if pair[0].startswith("analysis.text"))
