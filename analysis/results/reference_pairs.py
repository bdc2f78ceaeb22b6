"""How much articles on one event differ anyway: the reference distribution for a difference.

The table in data/ holds numbers of 300 articles and nothing else of them: 100 events of US politics, 2010 to
2019, each reported by Fox News, HuffPost and the New York Times. It is the corpus BASIL of L. Fan, M. White,
E. Sharma, R. Su, P. K. Choubey, R. Huang and L. Wang, "In Plain Sight: Media Bias Through the Lens of Factual
Reporting", EMNLP-IJCNLP 2019, as this package measures it. `tests/benchmarks/same_event_pairs.py` measures
it again; the JSON file next to the table says with which versions.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.measures.measure import Measure
from analysis.results.markdown import cite
from analysis.results.result import Method

__all__ = ["METHOD", "TABLE", "about", "list_pairs", "measure_distance", "round_values", "shortest"]

METHOD = Method(
    "Comparison",
    "To show how unusual a difference is, it was compared with 300 pairs of articles on one event from "
    f"three US outlets (the corpus BASIL, {cite('fan2019')}), measured in the same way. This is a "
    "description, not a test.",
)
TABLE = Path(__file__).resolve().parent / "data" / "same_event_pairs.csv"


def list_pairs(measure: Measure) -> pd.DataFrame:
    """The reference pairs: every two articles on one event that both have a value.

    Returns:
        Columns event (a number) and distance (`measure_distance`), three pairs per event; no row for a
        measure that the reference articles were not measured with.
    """
    column = f"textstat.{measure.name}" if measure.engine == "textstat" else measure.name
    if column not in _articles():
        return pd.DataFrame({"event": pd.Series(dtype=int), "distance": pd.Series(dtype=float)})
    wide = _articles().pivot_table(index="event", columns="outlet", values=column)
    sides = [(a, b) for i, a in enumerate(wide) for b in list(wide)[i + 1 :]]
    found = pd.concat({pair: measure_distance(wide[pair[0]], wide[pair[1]], measure) for pair in sides})
    return found.rename("distance").reset_index("event").dropna().sort_values("event", kind="stable")


def measure_distance(first: pd.Series, second: pd.Series, measure: Measure) -> pd.Series:
    """How much values differ: their difference without its sign, or the ratio of the larger to the smaller.

    It is a ratio where the measure grows with the text, because the articles of one corpus may be far longer
    than those of another. Then 1 means equal.
    """
    if measure.extensive:
        return np.maximum(first, second) / np.minimum(first, second)
    return (round_values(first, measure) - round_values(second, measure)).abs().round(9)


def round_values(values: pd.Series, measure: Measure) -> pd.Series:
    """Values as the table keeps them, with one digit more than they are written with: equal ones tie."""
    return values.round(measure.digits + 1 + 2 * measure.share)


def shortest() -> int:
    """The words of the shortest reference article."""
    return int(_articles()["words"].min())


@cache
def about() -> dict[str, Any]:
    """Where the table comes from: corpus, citation, outlets, years, counts, key of the terms, versions."""
    return dict(json.loads(TABLE.with_suffix(".json").read_text(encoding="utf-8")))


@cache
def _articles() -> pd.DataFrame:
    return pd.read_csv(TABLE)
