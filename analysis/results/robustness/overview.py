"""Whether signs hold beyond one curve: for all pairs of sources, and for other measures."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare.differences import OTHERS
from analysis.compare.differences import pairs as all_pairs
from analysis.results.robustness.curve import Curve, chosen, estimated
from analysis.results.robustness.specifications import measured, options, specifications

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.features import Features

__all__ = ["held", "measures", "pairs"]

_OTHERS = ("flesch_kincaid_grade", "words_per_sentence", "words", "quoted_share", "terms_per_1000")
_COLUMNS = ["term", "category", "first", "second", "source", "holds", "of", "rate", "text"]


def pairs(data: "Features", name: str) -> pd.DataFrame:
    """In how many specifications each comparison of `compare.differences` has the sign of its default.

    Returns:
        A table for `figures.grid`: term (the comparison), category (none), first, second (its sources),
        source (the option, `all` first), holds, of, rate (their ratio), text (it in per cent).
    """
    found = measured(data, name)
    rows = []
    for first, second in all_pairs(data.sources):
        table = specifications(found, first, second).table
        whole = ("all", int(table["holds"].sum()), len(table))
        each = [
            (_short(row.choice, row.option, row.label), row.holds, row.of)
            for row in options(table).itertuples(index=False)
        ]
        term = first if second == OTHERS else f"{first} − {second}"
        rows += [(term, "", first, second, *row) for row in (whole, *each) if row[2]]
    table = pd.DataFrame(rows, columns=_COLUMNS[:7])
    table["rate"] = table["holds"] / table["of"].astype(float)
    table["text"] = [_per_cent(rate) for rate in table["rate"]]
    return table


def _short(choice: str, option: str, label: str) -> str:
    """An option as the heading of a column, with its choice where it would not be understood without."""
    if choice == "without":
        return "none left out" if option == "0" else f"{option} left out"
    return f"{choice}: {label}" if choice in {"sentences", "engine", "copies"} else label


def _per_cent(rate: float) -> str:
    """Whole per cent; 100 is said only of all, and 0 of none."""
    shown = 100 * rate
    return f"{min(99.0, max(1.0, shown)):.0f}" if 0 < rate < 1 else f"{shown:.0f}"


def measures(data: "Features", *, first: str = "", second: str = "", seed: int) -> list[Curve]:
    """The curves of two sources in measures of the other notebooks, to be read and not to be drawn."""
    one, other = chosen(data.sources, first, second)
    return [estimated(data, name, one, other, seed=seed, drawn=1) for name in _OTHERS if one]


def held(curves: "Sequence[Curve]") -> pd.DataFrame:
    """In how many specifications the sign of the default holds, a row a curve; none where a source is alone.

    Returns:
        Columns measure, first, second, holds, of, left_open (in which texts that break off leave the sign
        open), and of the default specification estimate, low, high, n_first and n_second.
    """
    rows = [_held(one) for one in curves if one.first]
    return pd.DataFrame(rows, columns=["measure", "first", "second", "holds", "of", "left_open", *_DEFAULT])


_DEFAULT = ("estimate", "low", "high", "n_first", "n_second")


def _held(one: Curve) -> dict[str, Any]:
    table = one.table
    counts = {
        "holds": int(table["holds"].sum()),
        "of": len(table),
        "left_open": int(table["sign"].isna().sum()),
    }
    default = {name: one.default[name] for name in _DEFAULT} if len(table) else {}
    return {"measure": one.measure.name, "first": one.first, "second": one.second, **counts, **default}
