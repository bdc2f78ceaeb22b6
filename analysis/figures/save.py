"""The only writer of figures: SVG, PDF, PNG, the data as CSV, and a sidecar that says how it was made."""

import base64
import html
import io
import re
from typing import TYPE_CHECKING

import matplotlib as mpl

from analysis import __version__
from analysis.errors import RunError
from analysis.figures.frame import alt_text, title_text
from analysis.figures.style import DOUBLE, house
from analysis.project import corpus_folder, figures_folder
from analysis.provenance import to_json, versions

if TYPE_CHECKING:
    import pandas as pd
    from IPython.display import HTML
    from matplotlib.figure import Figure

    from analysis.notebook.parameters import Parameters

__all__ = ["csv_text", "save"]

_DPI, _SCREEN_DPI = 300, 144
_SHOWN = 760  # pixels, the width of a figure of two columns in a notebook


def save(figure: "Figure", figure_id: str, table: "pd.DataFrame", p: "Parameters") -> "HTML":
    """Write a figure under its id into the figures folder of the notebook's corpus.

    Writes `<id>.svg`, `<id>.pdf`, `<id>.png` (300 dots an inch), `<id>.csv` (the data behind it) and
    `<id>.json` (title, alt text, the parameters of the notebook, versions). Equal figures give
    equal bytes: no date is in any of them.

    Args:
        figure: what to save; its alt text is the one given to `canvas`.
        figure_id: letters, digits and underscores; the files are named for it.
        table: the data behind the figure.
        p: the notebook's parameters.

    Returns:
        The picture with its alt text, to be shown in the notebook (JupyterLab passes over the alt text
        of IPython's own images).

    Raises:
        RunError: the id cannot be a file name.
    """
    from IPython.display import HTML  # noqa: PLC0415  # there when a notebook runs; slow to import

    if not re.fullmatch(r"[A-Za-z0-9_]+", figure_id):
        raise RunError(f"figure_id = {figure_id!r}", allowed="letters, digits and underscores")
    folder = corpus_folder(p.corpus)
    stem = figures_folder(folder) / figure_id
    stem.parent.mkdir(parents=True, exist_ok=True)
    title, alt = title_text(figure), alt_text(figure)
    about = {"Title": title, "Description": alt}
    shown = io.BytesIO()
    with house(), mpl.rc_context({"svg.hashsalt": figure_id}):
        figure.savefig(stem.with_suffix(".svg"), metadata={**about, "Date": None, "Creator": None})
        undated = {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None}
        figure.savefig(stem.with_suffix(".pdf"), metadata={"Title": title, "Subject": alt, **undated})
        figure.savefig(stem.with_suffix(".png"), dpi=_DPI, metadata={**about, "Software": None})
        figure.savefig(shown, dpi=_SCREEN_DPI, metadata={"Software": None})
    stem.with_suffix(".csv").write_text(csv_text(table), encoding="utf-8", newline="\n")
    sidecar = {
        "id": figure_id,
        "notebook": p.notebook,
        "title": title,
        "alt": alt,
        "corpus": folder.name,
        "parameters": {**p.model_dump(), "corpus": folder.name},
        "versions": {"analysis": __version__, **versions()},
    }
    stem.with_suffix(".json").write_text(to_json(sidecar), encoding="utf-8", newline="\n")
    data = base64.b64encode(shown.getvalue()).decode()
    pixels = round(_SHOWN * figure.get_figwidth() * 25.4 / DOUBLE)  # type is of one size in all figures
    return HTML(f'<img alt="{html.escape(alt)}" width="{pixels}" src="data:image/png;base64,{data}">')  # type: ignore[no-untyped-call]


def csv_text(table: "pd.DataFrame") -> str:
    """`table` as CSV that a spreadsheet shows as it is.

    A text that a spreadsheet would run as a formula (it begins with =, +, -, @ or a control character)
    gets an apostrophe in front, as OWASP advises against CSV injection.
    """
    safe = table.map(lambda value: _guarded(value) if isinstance(value, str) else value)
    return str(safe.to_csv(index=False, lineterminator="\n", float_format="%.10g"))


def _guarded(text: str) -> str:
    """`text` with plain line feeds (a bare carriage return is written unquoted), and no formula."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{lines}" if lines.startswith(("=", "+", "-", "@", "\t", "\n")) else lines
