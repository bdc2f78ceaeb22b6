"""Executed notebooks that are the same bytes for the same results."""

import json
import re
from pathlib import Path

import nbformat

__all__ = ["normalise"]


def normalise(executed: Path, corpus: str) -> None:
    """Take out of an executed notebook what differs from run to run: times, random ids, paths.

    And what may not be kept: the outputs of cells tagged `live` hold sentences of articles. Where the
    corpus lay is nobody's concern: its name stands for it.
    """
    book = nbformat.read(executed, as_version=4)
    for key in ("papermill", "language_info"):
        book.metadata.pop(key, None)
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number}"
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell.source = re.sub(
                r"(?m)^corpus = .*$", lambda _: f"corpus = {json.dumps(corpus)}", cell.source
            )
        if "live" in cell.metadata.get("tags", ()):
            cell.outputs = []
    executed.write_text(nbformat.writes(book) + "\n", encoding="utf-8", newline="\n")
