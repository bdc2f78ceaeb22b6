"""The parameters of each notebook: names, types and limits, and a clear refusal of anything else.

The values stand in the notebook's own `parameters` cell, which papermill overrides; a model here says
which names there are and what may be given, so that no default is written twice.
"""

import ast
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from analysis.errors import ParameterError, listed

__all__ = ["MODELS", "Parameters", "model", "parse", "resolve"]


class Parameters(BaseModel):
    """What every notebook takes: `corpus`, a name in corpus/ or the path of a folder."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    corpus: str = Field(min_length=1)
    _notebook: str = PrivateAttr("")

    @property
    def notebook(self) -> str:
        """The name of the notebook whose parameters these are, without its ending."""
        return self._notebook


class Counted(Parameters):
    """Parameters of a notebook that compares: `copies` says how articles that share text are counted."""

    copies: Literal["keep", "once", "leave out"]


class Interval(Counted):
    """Parameters of a notebook with bootstrap intervals: `seed` makes them repeatable."""

    seed: int = Field(ge=0)


class Readability(Interval):
    """Parameters of 20_readability: the formula shown, and whose reading of it."""

    engine: Literal["published", "textstat"]
    score: str = Field(min_length=1)


class Quotes(Interval):
    """Parameters of 30_quotes: `strips` is the most articles that are drawn as strips."""

    strips: int = Field(ge=1, le=60)


class Framing(Interval):
    """Parameters of 40_framing: a term list's path (empty: the corpus's), a limit, a term to be read."""

    lexicon: str
    top: int = Field(ge=1, le=60)
    concordance: str


class Robustness(Parameters):
    """Parameters of 50_robustness: the measure, and two sources (empty: the first two)."""

    seed: int = Field(ge=0)
    measure: str = Field(min_length=1)
    first: str
    second: str


MODELS: Mapping[str, type[Parameters]] = {
    "00_corpus": Parameters,
    "10_length": Interval,
    "20_readability": Readability,
    "30_quotes": Quotes,
    "40_framing": Framing,
    "50_robustness": Robustness,
    "90_summary": Readability,
}


def parse(notebook: str, namespace: Mapping[str, Any]) -> Any:  # noqa: ANN401  # one of MODELS
    """The checked parameters of a notebook, from the names that its cells have set.

    Args:
        notebook: the notebook's name without its ending.
        namespace: the notebook's `globals()`.

    Raises:
        ParameterError: a value of the wrong type or out of bounds, or a name that papermill was given
            and the notebook does not have (papermill itself only warns of it).
    """
    names = {*model(notebook).model_fields, *_injected(namespace.get("In", ()))}
    given = {name: namespace[name] for name in names if name in namespace}
    return _validated(notebook, given, strict=True)


def resolve(notebook: str, defaults: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of a run: the notebook's own values, overridden by those typed by a user.

    Args:
        notebook: the notebook's name without its ending.
        defaults: what the notebook's parameters cell says.
        given: name -> value; one that is text is converted to the type that the parameter has.

    Raises:
        ParameterError: an unknown name, or a value that cannot be what the parameter is.
    """
    return _validated(notebook, {**defaults, **given}, strict=False).model_dump()


def model(notebook: str) -> type[Parameters]:
    """The model of a notebook's parameters.

    Raises:
        ParameterError: no notebook of that name is known here.
    """
    if notebook not in MODELS:
        raise ParameterError(
            f'notebook = "{notebook}" has no parameters here',
            allowed=f"there are: {listed(MODELS)}",
        )
    return MODELS[notebook]


def _injected(cells: Sequence[str]) -> list[str]:
    """The names that papermill set: it puts them into a cell that begins with this comment."""
    return [
        target.id
        for cell in cells
        if cell.startswith("# Parameters\n")
        for node in ast.parse(cell).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def _validated(notebook: str, given: Mapping[str, Any], *, strict: bool) -> Parameters:
    fields = model(notebook).model_fields
    try:
        checked = model(notebook).model_validate(given, strict=strict)
    except ValidationError as error:
        first = error.errors()[0]
    else:
        checked._notebook = notebook  # noqa: SLF001  # pydantic's way to a field that is no parameter
        return checked
    name = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        raise ParameterError(
            f"{notebook} has no parameter {name} (given: {name} = {given[name]!r})",
            allowed=f"it has: {listed(fields)}",
        )
    if first["type"] == "missing":
        raise ParameterError(
            f"{notebook}: {name} is not set", todo="set it in the notebook's parameters cell"
        )
    raise ParameterError(
        f"{notebook}: {name} = {given[name]!r}", allowed=first["msg"].replace("Input", name, 1)
    )
