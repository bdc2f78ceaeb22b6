"""Tables as a reader wants them: text to the left, three significant digits, a dash for what is undefined."""

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.results.formats import significant
from analysis.results.result import Result

if TYPE_CHECKING:
    from IPython.display import HTML

__all__ = ["join_html", "show_result", "show_sentence", "show_table"]

# What stands between two dollar signs in a headline is not a formula to MathJax 3 and 2.
_NO_FORMULA = ' class="mathjax_ignore tex2jax_ignore"'


def show_result(result: Result) -> "HTML":
    """A result for the screen: its title, its sentences and its table."""
    head = [show_sentence(result.title)] if result.title else []
    sentences = [] if result.sentences is None else [show_table(result.sentences)]
    return join_html([*head, *sentences, show_table(result.table)])


def join_html(parts: "Sequence[HTML]") -> "HTML":
    """Several pieces of a page as one."""
    from IPython.display import HTML  # noqa: PLC0415  # there when a notebook runs; slow to import

    return HTML("".join(str(part.data) for part in parts))  # type: ignore[no-untyped-call]


def show_sentence(said: str) -> "HTML":
    """A sentence for the screen, with everything escaped."""
    from IPython.display import HTML  # noqa: PLC0415  # there when a notebook runs; slow to import

    return HTML(f"<p{_NO_FORMULA}>{html.escape(said)}</p>")  # type: ignore[no-untyped-call]


def show_table(table: pd.DataFrame, said: str = "") -> "HTML":
    """`table` for the screen, below what is `said` of it; where it is empty, that stands alone.

    Its values stay as they are, only their look changes.

    Texts stand whole and to the left, numbers to the right, fractions with three significant digits;
    what is undefined is a dash. Equal tables give equal HTML.
    """
    from IPython.display import HTML  # noqa: PLC0415  # there when a notebook runs; slow to import

    if said and table.empty:
        return show_sentence(said)
    columns = [(name, _look(column), _texts(column)) for name, column in table.items()]
    heads = "".join(f"<th{look}>{html.escape(str(name))}</th>" for name, look, _ in columns)
    lines = zip(*([f"<td{look}>{text}</td>" for text in texts] for _, look, texts in columns), strict=True)
    body = "".join(f"<tr>{''.join(line)}</tr>\n" for line in lines)
    drawn = f"<table{_NO_FORMULA}>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n</table>\n"
    return HTML(f"{show_sentence(said).data if said else ''}{drawn}")  # type: ignore[no-untyped-call]


def _look(column: "pd.Series[Any]") -> str:
    """The attribute that aligns a cell: JupyterLab drops style sheets from a notebook that it did not run."""
    return f' style="text-align: {"right" if pd.api.types.is_numeric_dtype(column) else "left"}"'


def _texts(column: "pd.Series[Any]") -> list[str]:
    written = significant if pd.api.types.is_float_dtype(column) else str
    cells = zip(column, column.isna(), strict=True)
    return ["–" if undefined else html.escape(written(value)) for value, undefined in cells]
