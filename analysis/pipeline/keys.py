"""The key of a notebook's outputs: the same key means the same outputs, and nothing needs to run."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import corpus as corpora
from analysis import features, project
from analysis.corpus import Corpus
from analysis.errors import RunError
from analysis.features import origin
from analysis.provenance import code_key, content_key, used, versions

if TYPE_CHECKING:
    from analysis.notebook.parameters import Parameters

__all__ = ["DATA", "made_from", "notebook_key", "of"]

# What stands behind these is hashed as data, by what came of it: not the code that loads and measures.
DATA = frozenset({("analysis.features", ""), ("analysis.corpus", "load")})
# What is done to every executed notebook, wherever it ran.
_AFTER = ("analysis.pipeline.normalising", "normalise")
_known: dict[int, tuple["Parameters", str]] = {}


def of(p: "Parameters") -> str:
    """The key of the notebook that `p` belongs to, in the corpus as it is; "" outside a notebook."""
    known = _known.get(id(p))
    if known and known[0] is p:
        return known[1]
    key = ""
    if p.notebook:
        parts = made_from(project.notebooks() / f"{p.notebook}.ipynb", p.model_dump(), corpora.load(p.corpus))
        key = notebook_key(parts, p.model_dump())
    _known[id(p)] = (p, key)
    return key


def notebook_key(parts: Mapping[str, str], parameters: Mapping[str, Any]) -> str:
    """The key of a notebook's outputs.

    Args:
        parts: from `made_from`.
        parameters: all of them; of the corpus its name counts, not where it lies.
    """
    return content_key(dict(parts), {**parameters, "corpus": Path(parameters["corpus"]).name})


def made_from(
    notebook: Path,
    parameters: Mapping[str, Any],
    corpus: Corpus,
    tables: Callable[[str], Mapping[str, str]] | None = None,
) -> dict[str, str]:
    """Hashes of what a notebook's outputs are made from, beside its parameters.

    Args:
        notebook: its file.
        parameters: all of them.
        corpus: the corpus.
        tables: the hashes of the corpus's tables by the path of a term list, where they are known.

    Returns:
        `cells`: the notebook, prose included, for that is printed with the outputs. `code`: all of this
        package that its cells reach; a cell tagged `live` does not count, since its outputs are not
        kept. `data`: the articles' metadata and the feature tables, and the load report where a cell
        asks for it; so a change of measuring that changes no table makes nothing run. `versions`: of
        Python and the libraries.
    """
    cells = _cells(notebook)
    kept = [source for kind, tags, source in cells if kind == "code" and "live" not in tags]
    names = used("\n".join(kept))
    lexicon = str(parameters.get("lexicon", ""))
    asked = {name for module, name in names if module == "analysis.corpus"} - {"load"}
    data = {
        "corpus": corpus.name,
        "sources": corpus.sources,
        "articles": [origin.metadata(article) for article in (*corpus.articles, *corpus.absent)],
        "tables": tables(lexicon) if tables else features.digests(corpus, lexicon=lexicon),
        "report": corpus.report if asked else (),
    }
    return {
        "cells": content_key(cells),
        "code": code_key({*names, _AFTER}, without=DATA),
        "data": content_key(data),
        "versions": content_key(versions()),
    }


def _cells(notebook: Path) -> list[tuple[str, list[str], str]]:
    """Kind, tags and source of each cell; without nbformat, which is slow to import."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        return [
            (cell["cell_type"], cell["metadata"].get("tags", []), "".join(cell["source"])) for cell in cells
        ]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise RunError(f"{notebook} is no notebook: {type(error).__name__}: {error}") from None
