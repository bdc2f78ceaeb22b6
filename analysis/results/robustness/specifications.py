"""The specifications: every contrast of two sources in every variant, a row each, and what holds in them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare import counted
from analysis.compare.copies import Copies
from analysis.results.robustness.choices import COPIES, HEADINGS, Variant, label, order
from analysis.results.robustness.contrasts import TENTH, Contrast, contrasts
from analysis.results.robustness.samples import Samples, samples

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["COLUMNS", "Measured", "Specifications", "measured", "options", "specifications"]

Measured = dict[Copies, Samples]
"""The samples of a measure by what is done with shared copy, as it is kept first."""

_CHOICES = (*Variant._fields, "copies", "unit", "without")
COLUMNS = (
    *_CHOICES,
    *("n_first", "n_second", "mean_first", "mean_second", "difference", "bound"),
    *("sign", "holds", "default"),
)
_BOUNDS = {
    (False, False): "",
    (True, False): "at least",
    (False, True): "at most",
    (True, True): "unclear",
}


class Specifications(NamedTuple):
    """The specifications of two sources.

    Attributes:
        table: `COLUMNS` as `curve` describes them, the default first; `contrast` and `variant`, the places
            in `made` and in its variants. No row where the default has no value on one side.
        made: the contrasts.
    """

    table: pd.DataFrame
    made: Sequence[Contrast]


def measured(data: "Features", name: str) -> Measured:
    """The samples of a measure under each treatment of shared copy; as kept alone where it alters nothing."""
    treated = {copies: counted(data, copies=copies) for copies in COPIES}
    whole = len(data.articles)
    return {
        copies: samples(one, name)
        for copies, one in treated.items()
        if copies == "keep" or 0 < len(one.articles) < whole
    }


def specifications(found: Measured, first: str, second: str) -> Specifications:
    """Every specification of the difference between two sources; `second` may be all others together."""
    made = [(copies, one) for copies, own in found.items() for one in contrasts(own, first, second)]
    variants = found[COPIES[0]].variants
    tables = [_rows(variants, one, copies, number) for number, (copies, one) in enumerate(made)]
    table = pd.concat(tables, ignore_index=True)
    usual = table.groupby(["copies", "unit"], sort=False)["units"].transform("first")
    kept = (2 * table["units"] >= usual) & (table["units"] >= TENTH * table["left_out"])
    kept &= table["difference"].notna()
    if not kept.iloc[0]:
        kept[:] = False
    table = table[kept].reset_index(drop=True)
    table["default"] = table.index == 0
    table["holds"] = (table["sign"] == table["sign"].head(1).squeeze()) if len(table) else False
    return Specifications(table[[*COLUMNS, "contrast", "variant"]], [one for _, one in made])


def options(table: pd.DataFrame) -> pd.DataFrame:
    """In how many specifications with each option the sign holds, options in the order of the choices.

    Returns:
        Columns choice, heading (its name), option, label (its name), holds, of. A choice of which all
        specifications have one option has no row.
    """
    rows = [row for choice in _CHOICES for row in _options(table, choice)]
    return pd.DataFrame(rows, columns=["choice", "heading", "option", "label", "holds", "of"])


def _rows(variants: Sequence[Variant], one: Contrast, copies: str, number: int) -> pd.DataFrame:
    """The specifications of one contrast, a variant each."""
    table = pd.DataFrame(variants, columns=[*Variant._fields]).assign(copies=copies, unit=one.unit)
    table["without"], table["left_out"], table["units"] = str(one.without), one.without, one.units
    table["n_first"], table["n_second"] = one.n
    table["mean_first"], table["mean_second"] = one.means
    table["difference"] = one.difference
    table["bound"] = [_BOUNDS[bool(a), bool(b)] for a, b in one.bound.T]
    table["sign"] = [_sign(*row) for row in zip(table["difference"], table["bound"], strict=True)]
    return table.assign(contrast=number, variant=range(len(table)))


def _sign(gap: float, bound: str) -> float:
    """1, 0 or -1; NaN where texts that break off leave it open."""
    sure = not bound or (bound == "at least" and gap > 0) or (bound == "at most" and gap < 0)
    return float(np.sign(gap)) if sure else np.nan


def _options(table: pd.DataFrame, choice: str) -> Iterator[tuple[str, str, str, str, int, int]]:
    """The options of a choice; none where all specifications have one."""
    used = [*dict.fromkeys(option for option in table[choice] if option)]
    known = used if choice == "score" else [option for option in order(choice) if option in used]
    for option in known if len(known) > 1 else ():
        own = table.loc[table[choice] == option, "holds"]
        yield choice, HEADINGS[choice], option, label(choice, option), int(own.sum()), len(own)
