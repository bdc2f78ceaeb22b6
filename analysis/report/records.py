"""What notebooks report for a write-up, as files: `numbers/<notebook>.json`, and all in `numbers.json`.

One entry stands per line, so that a change can be seen in a diff and a number found with grep.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from analysis.errors import RunError, listed

__all__ = [
    "NUMBERS",
    "Figure",
    "NotebookReport",
    "Number",
    "Numbers",
    "ReportedMeasure",
    "ReportedMethod",
    "join_numbers",
    "read_notebook",
    "read_numbers",
    "write_notebook",
    "write_numbers",
]

NUMBERS = "numbers.json"
_TODO = "restore it from git, or make it again: analysis figures"
Value = bool | int | float | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One reported number.

    Attributes:
        value: as it was computed; None where it is not defined.
        text: as a write-up prints it, with "≥ " or "≤ " where it is a bound.
        bound: `at least`, `at most`, `unclear` or empty: what truncated articles make of it.
        unit, definition: what it is measured in, and what it means.
        label: topic, column and row in a few words.
        low, high: the ends of its 95 % interval; None where there is none.
        articles: key of the set of the articles behind it.
        n: how many these are; None where no articles are linked to it.
        keys: the row of its table: column -> value.
        measure: key of its measure; empty where it has none.
        figure: id of the figure that shows it; empty where none does.
        notebook: the notebook that reported it.
    """

    value: int | float | None
    text: str
    bound: str = ""
    unit: str = ""
    definition: str = ""
    label: str = ""
    low: float | None = None
    high: float | None = None
    articles: str = ""
    n: int | None = None
    keys: dict[str, str] = field(default_factory=dict)
    measure: str = ""
    figure: str = ""
    notebook: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported figure: its title, its alt text, and the notebook that drew it."""

    title: str
    alt: str
    notebook: str


@dataclass(frozen=True, slots=True)
class ReportedMeasure:
    """What a methods section says of a measure; the attributes are those of `Measure`."""

    label: str
    unit: str
    definition: str
    direction: str
    engine: str
    papers: list[str]


@dataclass(frozen=True, slots=True)
class ReportedMethod:
    """A `results.result.Method` with the id of its result."""

    result: str
    section: str
    text: str
    papers: list[str]


@dataclass(frozen=True, slots=True)
class NotebookReport:
    """Everything that one notebook reports.

    Attributes:
        notebook: the notebook's name.
        corpus: the corpus's name.
        parameters: the notebook's parameters.
        articles: key of a set of articles -> their ids; numbers name the set behind them.
        numbers: id -> number.
        figures: id -> figure.
        measures: key -> measure of a reported result.
        methods: how the results were computed, in the order in which they were reported.
        nothing: id of a result that had nothing to show -> why.
        shown: ids of the results in the order in which they were shown, those of `nothing` included.
    """

    notebook: str
    corpus: str
    parameters: Mapping[str, Value]
    articles: dict[str, list[str]] = field(default_factory=dict)
    numbers: dict[str, Number] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    measures: dict[str, ReportedMeasure] = field(default_factory=dict)
    methods: list[ReportedMethod] = field(default_factory=list)
    nothing: dict[str, str] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The content of numbers.json; the attributes are those of `NotebookReport`.

    `notebooks` has the parameters of each notebook: name -> "parameters" -> name -> value.
    """

    corpus: str
    notebooks: dict[str, dict[str, dict[str, Value]]]
    figures: dict[str, Figure]
    articles: dict[str, list[str]]
    numbers: dict[str, Number]


Content = TypeVar("Content", NotebookReport, Numbers)
Reported = TypeVar("Reported", Number, Figure)


def join_numbers(corpus: str, reports: Iterable[NotebookReport]) -> Numbers:
    """The numbers of all notebooks.

    Raises:
        RunError: two notebooks report a number or a figure with the same id.
    """
    joined = Numbers(corpus=corpus, notebooks={}, figures={}, articles={}, numbers={})
    for report in reports:
        joined.notebooks[report.notebook] = {"parameters": dict(report.parameters)}
        joined.articles.update(report.articles)
        _add(joined.numbers, report.numbers)
        _add(joined.figures, report.figures)
    return joined


def _add(known: dict[str, Reported], own: Mapping[str, Reported]) -> None:
    if repeated := sorted(known.keys() & own.keys()):
        first, second = known[repeated[0]].notebook, own[repeated[0]].notebook
        raise RunError(
            f"{second} reports ids that {first} has reported: {listed(repeated)}",
            todo="give each result of a notebook its own id",
        )
    known.update(own)


def read_notebook(folder: Path, notebook: str) -> NotebookReport | None:
    """What a notebook has reported into a figures folder; None where it has reported nothing.

    Raises:
        RunError: the file is damaged.
    """
    path = _path(folder, notebook)
    return _read_json(path, NotebookReport) if path.is_file() else None


def write_notebook(folder: Path, report: NotebookReport) -> None:
    """Write what a notebook has reported so far into a figures folder."""
    used = {number.articles for number in report.numbers.values()}
    articles = {key: ids for key, ids in report.articles.items() if key in used}
    _write_json(_path(folder, report.notebook), replace(report, articles=articles))


def read_numbers(folder: Path) -> Numbers:
    """The content of numbers.json in a figures folder.

    Raises:
        RunError: the file is missing or damaged.
    """
    return _read_json(folder / NUMBERS, Numbers)


def write_numbers(folder: Path, numbers: Numbers) -> None:
    """Write numbers.json into a figures folder."""
    _write_json(folder / NUMBERS, numbers)


def _path(folder: Path, notebook: str) -> Path:
    return folder / "numbers" / f"{notebook}.json"


def _write_json(file: Path, content: NotebookReport | Numbers) -> None:
    """Write JSON with one entry per line, whole or not at all; equal content gives equal bytes."""
    values = {one.name: getattr(content, one.name) for one in fields(content)}
    parts = (f"{json.dumps(name)}: {_entries(value)}" for name, value in sorted(values.items()))
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}")
    new.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8", newline="\n")
    new.replace(file)


def _entries(value: Any) -> str:  # noqa: ANN401  # any JSON value
    if isinstance(value, Mapping) and value:
        lines = (f"{json.dumps(name)}: {_line(own)}" for name, own in sorted(value.items()))
        return "{\n" + ",\n".join(lines) + "\n}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_line, value)) + "\n]"
    return _line(value)


def _line(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False, default=asdict)


def _read_json(file: Path, kind: type[Content]) -> Content:
    try:
        found: Content = TypeAdapter(kind).validate_json(file.read_bytes(), strict=True)
    except FileNotFoundError:
        raise RunError(f"there is no file {file}", todo="make it: analysis figures") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "".join(f"{part}: " for part in [".".join(map(str, first["loc"]))] if part)
        raise RunError(f"{file} is damaged: {place}{first['msg']}", todo=_TODO) from None
    if missing := {one.articles for one in found.numbers.values()} - found.articles.keys():
        raise RunError(f"{file} is damaged: it has no set of articles {listed(missing)}", todo=_TODO)
    return found
