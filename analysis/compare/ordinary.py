"""How far apart ordinary articles on one event lie: the yardstick for a difference.

The table in data/ holds numbers of 300 articles and nothing else of them: 100 events of US politics, 2010 to
2019, each told by Fox News, HuffPost and the New York Times. It is the corpus BASIL of L. Fan, M. White,
E. Sharma, R. Su, P. K. Choubey, R. Huang and L. Wang, "In Plain Sight: Media Bias Through the Lens of Factual
Reporting", EMNLP-IJCNLP 2019, as this package measures it. `tests/benchmarks/same_event_pairs.py` makes the
table anew; the JSON file beside it says with what.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.values import MEASURES
from analysis.measures.readability import SCORES
from analysis.measures.schema import Measure

__all__ = ["ABOUT", "COLUMNS", "TABLE", "about", "apart", "pairs", "rounded", "shortest"]

TABLE = Path(__file__).resolve().parent / "data" / "same_event_pairs.csv"
ABOUT = TABLE.with_suffix(".json")
# A column of the table: the measure's name and, for a readability score, the engine.
COLUMNS: dict[str, tuple[str, str]] = {
    **{name: (name, "published") for name in MEASURES},
    **{score.name: (score.name, "published") for score in SCORES},
    **{f"textstat.{score.name}": (score.name, "textstat") for score in SCORES if score.textstat},
}


def pairs(of: Measure, *, engine: str) -> pd.DataFrame:
    """The ordinary pairs: every two articles on one event that both have a value.

    Columns event (a number) and apart (as `apart` has it); three pairs an event.
    """
    column = of.name if of.name in MEASURES or engine == "published" else f"{engine}.{of.name}"
    wide = _articles().pivot_table(index="event", columns="outlet", values=column)
    sides = [(a, b) for i, a in enumerate(wide) for b in list(wide)[i + 1 :]]
    found = pd.concat({pair: apart(wide[pair[0]], wide[pair[1]], of) for pair in sides})
    return found.rename("apart").reset_index("event").dropna().sort_values("event", kind="stable")


def apart(first: pd.Series, second: pd.Series, of: Measure) -> pd.Series:
    """How far apart values lie: their difference without its sign, or the ratio of the larger to the smaller.

    A ratio where the measure grows with the text, because the texts of one corpus may be far longer than
    those of another: then 1 means equal.
    """
    if of.extensive:
        return np.maximum(first, second) / np.minimum(first, second)
    return (rounded(first, of) - rounded(second, of)).abs().round(9)


def rounded(values: pd.Series, of: Measure) -> pd.Series:
    """Values as the table keeps them, a digit finer than they are written: equal ones tie."""
    return values.round(of.digits + 1 + 2 * of.share)


def shortest() -> int:
    """The words of the shortest ordinary article."""
    return int(_articles()["words"].min())


@cache
def about() -> dict[str, Any]:
    """Where the table comes from: corpus, citation, outlets, years, counts, key of the terms, versions."""
    return dict(json.loads(ABOUT.read_text(encoding="utf-8")))


@cache
def _articles() -> pd.DataFrame:
    return pd.read_csv(TABLE)
