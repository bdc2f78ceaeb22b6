"""Executed notebooks that are the same bytes for the same results."""

import json
import re
from pathlib import Path

import nbformat

__all__ = ["strip_run"]


def strip_run(executed: Path, corpus: str) -> None:
    """Remove from an executed notebook what differs between runs, as times and paths, or may not be kept.

    The outputs of cells tagged `live` hold sentences of articles. The path of the corpus is replaced by its
    name.
    """
    book, named = nbformat.read(executed, as_version=4), f"corpus = {json.dumps(corpus)}"
    for key in ("papermill", "language_info"):
        book.metadata.pop(key, None)
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number}"
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        tags = cell.metadata.get("tags", ())
        if "injected-parameters" in tags:
            cell.source = re.sub(r"(?m)^corpus = .*$", lambda _: named, cell.source)
        if "live" in tags:
            cell.outputs = []
    executed.write_text(nbformat.writes(book) + "\n", encoding="utf-8", newline="\n")
