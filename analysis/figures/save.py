"""The only writer of figures: SVG, PNG and PDF, and the data behind them as CSV."""

import base64
import html
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from analysis.figures.frame import alt_text, title_text
from analysis.figures.style import DOUBLE, house
from analysis.results.result import Result

if TYPE_CHECKING:
    from IPython.display import HTML

__all__ = ["Chart", "csv_text", "save_figure"]

R = TypeVar("R", bound=Result)
Chart = Callable[[R], Figure]
"""A function of `analysis.figures`."""

_DPI, _SCREEN_DPI = 300, 144
_SHOWN = 760  # pixels, the width of a figure of two columns in a notebook


def save_figure(figure: Figure, result: Result, folder: Path) -> "HTML":
    """Write a figure under the id of its result into a figures folder.

    Writes `<id>.svg`, `<id>.pdf`, `<id>.png` (300 dots per inch) and `<id>.csv` (the data behind it). Equal
    figures give equal bytes: no date is in any of them.

    Returns:
        The picture with its alt text, to be shown in the notebook (JupyterLab ignores the alt text of
        IPython's own images).
    """
    from IPython.display import HTML  # noqa: PLC0415  # there when a notebook runs; slow to import

    stem = folder / result.id
    folder.mkdir(parents=True, exist_ok=True)
    title, alt = title_text(figure), alt_text(figure)
    about = {"Title": title, "Description": alt}
    shown = io.BytesIO()
    with house(), mpl.rc_context({"svg.hashsalt": result.id}):
        figure.savefig(stem.with_suffix(".svg"), metadata={**about, "Date": None, "Creator": None})
        undated = {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None}
        figure.savefig(stem.with_suffix(".pdf"), metadata={"Title": title, "Subject": alt, **undated})
        figure.savefig(stem.with_suffix(".png"), dpi=_DPI, metadata={**about, "Software": None})
        figure.savefig(shown, dpi=_SCREEN_DPI, metadata={"Software": None})
    stem.with_suffix(".csv").write_text(csv_text(result.csv_table), encoding="utf-8", newline="\n")
    data = base64.b64encode(shown.getvalue()).decode()
    pixels = round(_SHOWN * figure.get_figwidth() * 25.4 / DOUBLE)  # type is of one size in all figures
    return HTML(f'<img alt="{html.escape(alt)}" width="{pixels}" src="data:image/png;base64,{data}">')  # type: ignore[no-untyped-call]


def csv_text(table: pd.DataFrame) -> str:
    """`table` as CSV that a spreadsheet shows as it is.

    A text that a spreadsheet would run as a formula (it begins with =, +, -, @ or a control character)
    gets an apostrophe in front, as OWASP advises against CSV injection.
    """
    safe = table.map(lambda value: _guard(value) if isinstance(value, str) else value)
    return str(safe.to_csv(index=False, lineterminator="\n", float_format="%.10g"))


def _guard(text: str) -> str:
    """`text` with plain line feeds (a bare carriage return is written unquoted), and no formula."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{lines}" if lines.startswith(("=", "+", "-", "@", "\t", "\n")) else lines
