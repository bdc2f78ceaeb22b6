"""The numbers that a running notebook reports, for a write-up.

The file of a notebook starts empty when the notebook starts, so that nothing out of date stays in it; a cell
that is run again replaces its own numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import SchemaError, listed
from analysis.measures.measure import Measure
from analysis.provenance import content_key
from analysis.report.ids import slugs
from analysis.report.records import (
    Figure,
    NotebookReport,
    Number,
    ReportedMeasure,
    ReportedMethod,
    write_notebook,
)
from analysis.results.result import Result, Row

__all__ = ["NumberFile"]


@dataclass(frozen=True, slots=True)
class NumberFile:
    """The file of a running notebook, written after each result.

    Attributes:
        folder: the figures folder of the corpus.
        report: what the notebook has reported so far.
    """

    folder: Path
    report: NotebookReport

    def add(self, result: Result, *, figure: str, sources: Sequence[str]) -> None:
        """Report the measures, the methods and every number of a result.

        The numbers of a table longer than `result.most` are not reported.

        Args:
            result: what was found.
            figure: the id of the figure that shows it; empty where none does.
            sources: the sources in display order, which get their names in ids first.

        Raises:
            SchemaError: two rows have the same keys.
        """
        report = self.report
        for one in filter(None, (result.measure, *result.measures)):
            report.measures[one.key] = _report_measure(one)
        others = (one for one in report.methods if one.result != result.id)
        own = (ReportedMethod(result.id, one.section, one.text, [*one.papers]) for one in result.methods)
        report.methods[:] = [*others, *own]
        for number_id in [one for one in report.numbers if one.startswith(f"{result.id}.")]:
            del report.numbers[number_id]
        rows = [*result.rows()] if len(result.table) <= result.most else []
        for place, row in zip(_places(result, rows, sources), rows, strict=True):
            about = {**self._link_articles(result, row), **_describe_row(result, row), "figure": figure}
            for column in filter(row.__contains__, result.columns):
                cell, label = result.cell(row, column)._asdict(), _label(result, row, column)
                number = Number(**cell, **about, label=label, notebook=report.notebook)
                report.numbers[f"{place}.{column}"] = number
        write_notebook(self.folder, report)

    def add_shown(self, result_id: str, nothing: str) -> None:
        """Report that a result was shown, or why it had nothing to show."""
        if result_id not in self.report.shown:
            self.report.shown.append(result_id)
        self.report.nothing.pop(result_id, None)
        if nothing:
            self.report.nothing[result_id] = nothing
        write_notebook(self.folder, self.report)

    def add_figure(self, figure_id: str, title: str, alt: str) -> None:
        """Report the title and the alt text of a figure."""
        self.report.figures[figure_id] = Figure(title, alt, self.report.notebook)
        write_notebook(self.folder, self.report)

    def _link_articles(self, result: Result, row: Row) -> dict[str, Any]:
        articles = [str(one) for one in result.articles(row)]
        key = content_key(articles)[:12]
        self.report.articles[key] = articles
        return {"articles": key, "n": len(articles) or None}


def _report_measure(one: Measure) -> ReportedMeasure:
    return ReportedMeasure(one.label, one.unit, one.definition, one.direction, one.engine, [*one.papers])


def _describe_row(result: Result, row: Row) -> dict[str, Any]:
    measure = result.measure_of(row)
    return {"keys": {key: str(row[key]) for key in result.keys}, "measure": measure.key if measure else ""}


def _label(result: Result, row: Row, column: str) -> str:
    """What a number is: its topic, its column, and its row."""
    measure = result.measure_of(row)
    who = ", ".join(str(row[key]) for key in result.keys if key != "measure")
    topic = result.topic or (measure.label if measure else "")
    return ": ".join(filter(None, (topic, ", ".join(filter(None, (result.columns[column].label, who))))))


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
    """The key of a row as text; a measure by the name that includes its engine."""
    measure = result.measure_of(row) if key == "measure" else None
    return measure.key if measure else str(row[key])
