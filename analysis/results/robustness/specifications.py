"""The specifications: one row per contrast of two sources and variant, and which agree with the default."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.results.behind import BOUNDS
from analysis.results.copies import Copies, select_copies
from analysis.results.robustness.choices import COPIES, HEADINGS, Variant, label_option, list_options
from analysis.results.robustness.contrasts import UNITS_PER_OMISSION, Contrast, build_contrasts
from analysis.results.robustness.samples import Samples, sample_variants

__all__ = [
    "COLUMNS",
    "SampleSets",
    "Specifications",
    "build_specifications",
    "count_options",
    "sample_copies",
]

SampleSets = dict[Copies, Samples]
"""The samples of a measure by how shared text is counted; the first keeps it."""

_CHOICES = (*Variant._fields, "copies", "unit", "without")
COLUMNS = (
    *_CHOICES,
    *("n_first", "n_second", "mean_first", "mean_second", "difference", "bound"),
    *("sign", "agree", "default"),
)


class Specifications(NamedTuple):
    """The specifications of two sources.

    Attributes:
        table: `COLUMNS` as `compare_specifications` describes them, the default first; contrast and variant
            are the places in `contrasts` and in its variants. No row where the default has no value on one
            side.
        contrasts: the contrasts.
    """

    table: pd.DataFrame
    contrasts: Sequence[Contrast]


def sample_copies(data: Features, measure: Measure) -> SampleSets:
    """The samples of a measure for each way to count shared text; one where all ways are the same."""
    selected = {copies: select_copies(data, copies) for copies in COPIES}
    whole = len(data.articles)
    return {
        copies: sample_variants(own, measure)
        for copies, own in selected.items()
        if copies == "keep" or 0 < len(own.articles) < whole
    }


def build_specifications(sets: SampleSets, first: str, second: str) -> Specifications:
    """Every specification of the difference between two sources; `second` may be all others together."""
    contrasts = [(copies, one) for copies, own in sets.items() for one in build_contrasts(own, first, second)]
    variants = sets[COPIES[0]].variants
    tables = [_list_rows(variants, one, copies, number) for number, (copies, one) in enumerate(contrasts)]
    table = pd.concat(tables, ignore_index=True)
    usual = table.groupby(["copies", "unit"], sort=False)["units"].transform("first")
    kept = (2 * table["units"] >= usual) & (table["units"] >= UNITS_PER_OMISSION * table["left_out"])
    kept &= table["difference"].notna()
    if not kept.iloc[0]:
        kept[:] = False
    table = table[kept].reset_index(drop=True)
    table["default"] = table.index == 0
    table["agree"] = (table["sign"] == table["sign"].head(1).squeeze()) if len(table) else False
    return Specifications(table[[*COLUMNS, "contrast", "variant"]], [one for _, one in contrasts])


def count_options(table: pd.DataFrame) -> pd.DataFrame:
    """In how many specifications with each option the sign is that of the default.

    Returns:
        Columns choice, heading (its name), option, label (its name), agree, specifications; options in the
        order of the choices. A choice of which all specifications have one option has no row.
    """
    rows = [row for choice in _CHOICES for row in _count_choice(table, choice)]
    return pd.DataFrame(rows, columns=["choice", "heading", "option", "label", "agree", "specifications"])


def _list_rows(variants: Sequence[Variant], one: Contrast, copies: str, number: int) -> pd.DataFrame:
    """The specifications of one contrast, one per variant."""
    table = pd.DataFrame(variants, columns=[*Variant._fields]).assign(copies=copies, unit=one.unit)
    table["without"], table["left_out"], table["units"] = str(one.without), one.without, one.units
    table["n_first"], table["n_second"] = one.n
    table["mean_first"], table["mean_second"] = one.means
    table["difference"] = one.difference
    table["bound"] = [BOUNDS[bool(a), bool(b)] for a, b in one.bound.T]
    table["sign"] = [_find_sign(*row) for row in zip(table["difference"], table["bound"], strict=True)]
    return table.assign(contrast=number, variant=range(len(table)))


def _find_sign(difference: float, bound: str) -> float:
    """1, 0 or -1; NaN where truncated articles leave it unclear."""
    certain = not bound or (bound == "at least" and difference > 0) or (bound == "at most" and difference < 0)
    return float(np.sign(difference)) if certain else np.nan


def _count_choice(table: pd.DataFrame, choice: str) -> Iterator[tuple[str, str, str, str, int, int]]:
    """The options of a choice; none where all specifications have one."""
    used = [*dict.fromkeys(option for option in table[choice] if option)]
    known = used if choice == "score" else [option for option in list_options(choice) if option in used]
    for option in known if len(known) > 1 else ():
        own = table.loc[table[choice] == option, "agree"]
        yield choice, HEADINGS[choice], option, label_option(choice, option), int(own.sum()), len(own)
