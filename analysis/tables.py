"""Tables as a reader wants them: text to the left, three significant digits, a dash for what is undefined."""

import html
import math
from typing import TYPE_CHECKING

import pandas as pd

from analysis.provenance import content_key

if TYPE_CHECKING:
    from IPython.display import HTML

__all__ = ["sentence", "shown", "significant"]


def sentence(said: str) -> "HTML":
    """A sentence for the screen, with everything escaped."""
    from IPython.display import HTML  # noqa: PLC0415  # there when a notebook runs; slow to import

    return HTML(f"<p>{html.escape(said)}</p>")  # type: ignore[no-untyped-call]


def shown(table: pd.DataFrame, said: str = "") -> "HTML":
    """`table` for the screen, below what is `said` of it; where it is empty, that stands alone.

    Its values stay as they are, only their look changes.

    Texts stand whole and to the left, numbers to the right, fractions with three significant digits;
    what is undefined is a dash. Equal tables give equal HTML.
    """
    from IPython.display import HTML  # noqa: PLC0415  # there when a notebook runs; slow to import

    if said and table.empty:
        return sentence(said)
    texts = [name for name in table if not pd.api.types.is_numeric_dtype(table[name])]
    fractions = list(table.select_dtypes("floating"))
    places = [table.columns.get_loc(name) for name in texts]
    rules = [{"selector": f".col{place}", "props": "text-align: left"} for place in places]
    look = table.style.format(str, escape="html", na_rep="–").format(
        significant, subset=fractions, na_rep="–"
    )
    look = look.set_table_styles(rules).hide(axis="index")
    look.cell_ids = False  # hundreds of ids that no rule here names
    look = look.set_uuid(content_key(list(table))[:8])  # otherwise drawn at random
    return HTML(f"{sentence(said).data if said else ''}{look.to_html()}")  # type: ignore[no-untyped-call]


def significant(value: float) -> str:
    """`value` with three significant digits and no exponent: 348, 22.7, 0.174."""
    if not math.isfinite(value) or value == 0:
        return f"{value:.0f}"
    return f"{value:,.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"
