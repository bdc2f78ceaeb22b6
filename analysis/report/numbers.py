"""The numbers that a notebook reports, for a write-up: `numbers/<notebook>.json` in a figures folder.

The file is begun anew when a notebook starts, so that nothing stale stays in it; a cell that is run again
replaces its own numbers. After a run the numbers of all notebooks are joined in `numbers.json`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import SchemaError, listed
from analysis.provenance import content_key
from analysis.report.files import write
from analysis.report.ids import slugs
from analysis.results.result import Result, Row

__all__ = ["NumberFile"]


@dataclass(frozen=True, slots=True)
class NumberFile:
    """The numbers of a running notebook.

    Attributes:
        folder: the figures folder of the corpus.
        notebook: the notebook's name.
        corpus: the corpus's name.
        parameters: the notebook's parameters.
        numbers: id -> what is said of the number.
        figures: id -> title and alt text of each figure.
        sets: key of a set of articles -> their ids; numbers name the set behind them.
    """

    folder: Path
    notebook: str
    corpus: str
    parameters: Mapping[str, Any]
    numbers: dict[str, dict[str, Any]] = field(default_factory=dict)
    figures: dict[str, dict[str, str]] = field(default_factory=dict)
    sets: dict[str, list[str]] = field(default_factory=dict)

    def add(self, result: Result, *, figure: str, sources: Sequence[str]) -> None:
        """Report every number of a result, unless its table is longer than `result.most`.

        Args:
            result: what was found.
            figure: the id of the figure that shows it; empty where none does.
            sources: the sources in display order, which get their names in ids first.

        Raises:
            SchemaError: two rows have the same keys.
        """
        rows = [*result.rows()] if len(result.table) <= result.most else []
        for place, row in zip(_places(result, rows, sources), rows, strict=True):
            articles = [str(one) for one in result.articles(row)]
            behind = content_key(articles)[:12]
            self.sets[behind] = articles
            for column in result.columns:
                if column in row:
                    about = {"articles": behind, "figure": figure, "n": len(articles) or None}
                    self.numbers[f"{place}.{column}"] = _describe(result, row, column) | about
        self._write()

    def add_figure(self, figure_id: str, title: str, alt: str) -> None:
        """Report the title and the alt text of a figure."""
        self.figures[figure_id] = {"title": title, "alt": alt}
        self._write()

    def _write(self) -> None:
        used = {number["articles"] for number in self.numbers.values()}
        content = {
            "corpus": self.corpus,
            "notebook": self.notebook,
            "parameters": {**self.parameters, "corpus": self.corpus},
            "articles": {key: articles for key, articles in self.sets.items() if key in used},
            "figures": self.figures,
            "numbers": self.numbers,
        }
        write(self.folder / "numbers" / f"{self.notebook}.json", content)


def _describe(result: Result, row: Row, column: str) -> dict[str, Any]:
    """What is said of one number."""
    cell, measure = result.cell(row, column), result.measure_of(row)
    who = ", ".join(str(row[key]) for key in result.keys if key != "measure")
    topic = result.topic or (measure.label if measure else "")
    label = ": ".join(filter(None, (topic, ", ".join(filter(None, (result.columns[column].label, who))))))
    return {"label": label, **cell._asdict()}


def _places(result: Result, rows: Sequence[Row], sources: Sequence[str]) -> list[str]:
    """The beginning of the ids of each row: the id of the result, and a segment per key."""
    segments = {
        key: slugs((_segment(result, row, key) for row in rows), first=sources) for key in result.keys
    }
    places = [
        ".".join((result.id, *(segments[key][_segment(result, row, key)] for key in result.keys)))
        for row in rows
    ]
    if repeated := pd.Index(places)[pd.Index(places).duplicated()].tolist():
        raise SchemaError(
            f"result {result.id}: rows repeat {listed(repeated)}",
            allowed=f"one row per {listed(result.keys)}",
        )
    return places


def _segment(result: Result, row: Row, key: str) -> str:
    """The key of a row as text; a measure by the name that tells its engine."""
    measure = result.measure_of(row) if key == "measure" else None
    return measure.key if measure else str(row[key])
