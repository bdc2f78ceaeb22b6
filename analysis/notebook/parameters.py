"""The parameters of a notebook: read from its own `parameters` cell, and checked before anything runs.

A parameter is one line, `name: type = value  # meaning`, with a literal value of type str, int, float or
bool. So every notebook says itself what it takes, and none has to be registered. What is known of a name
everywhere, such as that a seed is not negative, stands in `_LIMITS`.
"""

import ast
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import ConfigDict, Field, ValidationError, create_model

from analysis.errors import ParameterError, RunError, listed

__all__ = [
    "Parameter",
    "Value",
    "check_parameters",
    "find_injected",
    "parse_cell",
    "read_cells",
    "read_parameters",
]

Value = str | int | float | bool
_TYPES: Mapping[str, type[Value]] = {"str": str, "int": int, "float": float, "bool": bool}
_LIMITS: Mapping[str, Any] = {
    "corpus": Annotated[str, Field(min_length=1)],
    "copies": Literal["keep", "once", "leave out"],
    "engine": Literal["published", "textstat"],
    "seed": Annotated[int, Field(ge=0)],
    "strips": Annotated[int, Field(ge=1, le=60)],
    "top": Annotated[int, Field(ge=1, le=60)],
}
# What a value must do that pydantic refuses, by the type of its error or the first part of it.
_MUST: Mapping[str, str] = {
    "bool": "be True or False",
    "finite": "be a finite number",
    "float": "be a number",
    "greater_than_equal": "be {ge} or larger",
    "int": "be a whole number",
    "less_than_equal": "be {le} or smaller",
    "literal": "be {expected}",
    "string": "be text",
    "string_too_short": "not be empty",
}


class Parameter(NamedTuple):
    """A parameter of a notebook: its type, the value in the notebook's own cell, and its meaning."""

    name: str
    type: type[Value]
    default: Value
    meaning: str = ""


def read_parameters(notebook: Path) -> "dict[str, Parameter] | None":
    """The parameters of a notebook file by name, in order; None where it has no `parameters` cell.

    Raises:
        RunError: the file is not a notebook, or its cell holds something else than parameters.
    """
    tagged = (source for _, tags, source in read_cells(notebook) if "parameters" in tags)
    source = next(tagged, None)
    return None if source is None else parse_cell(source, notebook.name)


def read_cells(notebook: Path) -> list[tuple[str, list[str], str]]:
    """Kind, tags and source of each cell; without nbformat, which is slow to import.

    Raises:
        RunError: the file is not a notebook.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        return [
            (cell["cell_type"], cell["metadata"].get("tags", []), "".join(cell["source"])) for cell in cells
        ]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise RunError(f"{notebook} is not a notebook: {type(error).__name__}: {error}") from None


def parse_cell(source: str, name: str) -> dict[str, Parameter]:
    """The parameters that a cell sets.

    Args:
        source: the code of the cell.
        name: what an error calls the notebook.

    Raises:
        RunError: a line is not a parameter.

    >>> parse_cell("seed: int = 7  # of the intervals", "my.ipynb")["seed"]
    Parameter(name='seed', type=<class 'int'>, default=7, meaning='of the intervals')
    """
    try:
        nodes = ast.parse(source).body
        return {own.name: own for own in (_parse_line(node, source.splitlines()) for node in nodes)}
    except (SyntaxError, ValueError, KeyError, AttributeError) as error:
        raise RunError(
            f"the parameters cell of {name} cannot be read: {error}",
            allowed="each line must set a parameter to a literal value: seed: int = 7  # its meaning",
        ) from None


def _parse_line(node: ast.stmt, lines: Sequence[str]) -> Parameter:
    if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value):
        raise ValueError(ast.unparse(node))
    comment = lines[node.lineno - 1].encode()[node.end_col_offset :].decode().partition("#")[2]
    kind = _TYPES[ast.unparse(node.annotation)]
    return Parameter(node.target.id, kind, ast.literal_eval(node.value), comment.strip())


def check_parameters(
    notebook: str, types: Mapping[str, type[Value]], given: Mapping[str, Any], *, strict: bool
) -> dict[str, Value]:
    """The values of all parameters, checked.

    Args:
        notebook: the notebook's name without its ending.
        types: name -> type of each parameter that it has.
        given: name -> value. Text typed by a user is converted unless `strict`.
        strict: take only values of the right type.

    Raises:
        ParameterError: an unknown name, a missing one, or a value that cannot be what the parameter is.
    """
    fields: dict[str, Any] = {name: (_LIMITS.get(name, kind), ...) for name, kind in types.items()}
    model = create_model("Parameters", __config__=ConfigDict(extra="forbid"), **fields)
    try:
        checked: dict[str, Value] = model.model_validate(dict(given), strict=strict).model_dump()
    except ValidationError as error:
        first = error.errors()[0]
    else:
        _check_measures(checked)
        return checked
    name = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        raise ParameterError(
            f"{notebook} has no parameter {name} (given: {name} = {given[name]!r})",
            allowed=f"it has: {listed(types)}",
        )
    if first["type"] == "missing":
        raise ParameterError(
            f"{notebook}: {name} is not set", todo="set it in the notebook's parameters cell"
        )
    kind = str(first["type"])
    must = _MUST.get(kind) or _MUST.get(kind.partition("_")[0], "be a value of another type")
    allowed = f"{name} must {must.format(**first.get('ctx', {}))}"
    raise ParameterError(f"{notebook}: {name} = {given[name]!r}", allowed=allowed)


def _check_measures(values: Mapping[str, Value]) -> None:
    """Refuse a measure that does not exist, before a kernel starts."""
    from analysis.measures.registry import find_measure  # noqa: PLC0415  # slow to import

    engine = str(values.get("engine", "published"))
    for name in ("measure", "score"):
        if name in values:
            find_measure(str(values[name]), engine=engine, parameter=name)


def find_injected(cells: Sequence[str]) -> list[str]:
    """The names that papermill has set among executed cells: its cell begins with a comment of its own."""
    return [
        target.id
        for cell in cells
        if cell.startswith("# Parameters\n")
        for node in ast.parse(cell).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
