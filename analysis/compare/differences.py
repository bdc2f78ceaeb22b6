"""How two sources differ in a measure: how much, how sure, and event by event where events allow.

The unit is the article, or the event where both sources tell the same ones: then each event is its own
comparison, and what makes one story longer or harder than another falls out.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.values import measure, values
from analysis.measures.schema import Measure
from analysis.statistics.effects import hedges_g, paired_g
from analysis.statistics.intervals import difference_interval, mean_interval
from analysis.statistics.multiplicity import adjust_p
from analysis.statistics.permutation import (
    count_certainly_lower,
    gehan_scores,
    min_p,
    paired_gehan_scores,
    permutation_p,
    sign_flip_p,
)

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = [
    "EACH_WITH_EACH",
    "LEVEL",
    "OTHERS",
    "Differences",
    "differences",
    "events",
    "pairs",
    "shared_events",
]

LEVEL = 0.05  # of the tests; a test that could not go below it is not made
OTHERS = "all other sources"
EACH_WITH_EACH = 6  # sources; of more, each is compared with all others together: 21 pairs are no reading
_SHARED = 0.5  # of the articles of either source, that must tell a shared event for pairs to stand for them


class Differences(NamedTuple):
    """Sources compared in several measures.

    Attributes:
        measures: the measures.
        table: one row a measure and pair of sources, as `differences` describes it.
    """

    measures: tuple[Measure, ...]
    table: pd.DataFrame


def differences(data: "Features", names: Sequence[str], *, engine: str, seed: int) -> Differences:
    """Compare every two sources in every measure; of more than 6 sources, each with all others together.

    Where at least two events are told by both and hold half of the articles of either, the sources are
    paired by event (the mean of a source's articles on it), else their articles stand side by side.

    Args:
        data: the measured corpus.
        names: of measures.
        engine: whose reading of a readability score.
        seed: of resampling.

    Returns:
        The measures, and a table with the columns measure, first, second; unit (`event` or `article`),
        n_first, n_second (units compared), left_out (articles with a value but no counterpart);
        mean_first, mean_second, median_first, median_second; difference (first less second), bound
        (`at least`, `at most` or `unclear` where texts that break off make it one; else empty); higher,
        lower (events, or pairs of an article from each side, in which the first is surely higher, surely
        lower), of (how many there are); low, high (95 % interval of the difference over units, NaN below
        8 a side; a bound has one end only, and `unclear` none); effect (Hedges g, of paired differences
        where there are pairs; NaN where there is a bound); p (permutation over units; on Gehan's scores
        where texts break off; NaN where no arrangement of so few units has p <= .05), p_adjusted (Holm,
        over all rows of this table).
    """
    measures = tuple(measure(name, engine=engine) for name in names)
    rows = [
        {"measure": one.name, "first": first, "second": second, **_compared(one_side, other, seed)}
        for one in measures
        for first, second, one_side, other in _sides(values(data, one, engine=engine), data.sources)
    ]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    table["p_adjusted"] = adjust_p(table["p"].to_numpy(dtype=float))
    return Differences(measures, table)


def pairs(sources: Sequence[str]) -> list[tuple[str, str]]:
    """The comparisons between sources, in display order."""
    if len(sources) <= EACH_WITH_EACH:
        return list(combinations(sources, 2))
    return [(source, OTHERS) for source in sources]


def shared_events(first: "pd.Series[str]", second: "pd.Series[str]") -> pd.Index:
    """The events by which the articles of two sides are paired, sorted; none where they stand for too few.

    Args:
        first: the event of each article of one side, missing where it has none.
        second: likewise.
    """
    shared = pd.Index(first.dropna().unique()).intersection(pd.Index(second.dropna().unique())).sort_values()
    enough = all(side.isin(shared).sum() >= _SHARED * len(side) for side in (first, second))
    return shared if len(shared) > 1 and enough else shared[:0]


def events(data: "Features", of: Measure, *, engine: str = "published") -> pd.DataFrame:
    """What each source makes of each event that at least two tell, for `figures.slopes`.

    Returns:
        Columns event, source, value (mean of the source's articles on it), apart (value less the mean of
        all sources that tell the event), censored (a lower bound is among them), n (articles); events by
        their key, sources in display order.
    """
    table = values(data, of, engine=engine).dropna(subset=["event", "value"])
    grouped = table.groupby(["event", "source"])
    found = grouped.agg(value=("value", "mean"), censored=("censored", "any"), n=("value", "size"))
    found = found.reset_index()
    own = found.groupby("event")
    found["apart"] = found["value"] - own["value"].transform("mean")
    told = found[own["source"].transform("size") > 1]
    rank = {source: i for i, source in enumerate(data.sources)}
    table = told[["event", "source", "value", "apart", "censored", "n"]]
    return table.sort_values(["event", "source"], key=lambda s: s.map(rank).fillna(0), kind="stable")


_COLUMNS = (
    *("measure", "first", "second", "unit", "n_first", "n_second", "left_out"),
    *("mean_first", "mean_second", "median_first", "median_second"),
    *("difference", "bound", "higher", "lower", "of", "low", "high", "effect", "p"),
)


def _sides(
    table: pd.DataFrame, sources: Sequence[str]
) -> Iterator[tuple[str, str, pd.DataFrame, pd.DataFrame]]:
    """Every comparison with the articles on its two sides."""
    known = table.dropna(subset=["value"])
    own = {source: known[known["source"] == source] for source in sources}
    for first, second in pairs(sources):
        other = own[second] if second != OTHERS else known[known["source"] != first]
        yield first, second, own[first], other


def _compared(first: pd.DataFrame, second: pd.DataFrame, seed: int) -> dict[str, Any]:
    """One row of `differences`, from the articles of the two sides."""
    articles = len(first) + len(second)
    paired = _paired(first, second)
    if paired is not None:
        first, second = paired
    a, b = first["value"].to_numpy(), second["value"].to_numpy()
    bound = _bound(broken_first=first["censored"].any(), broken_second=second["censored"].any())
    return {
        "unit": "article" if paired is None else "event",
        "n_first": len(a),
        "n_second": len(b),
        "left_out": 0 if paired is None else articles - int(first["n"].sum() + second["n"].sum()),
        **{
            f"{name}_{side}": _of(x, how)
            for side, x in (("first", a), ("second", b))
            for name, how in _MIDDLES
        },
        "difference": _of(a, np.mean) - _of(b, np.mean),
        "bound": bound,
        **_counted(first, second, paired=paired is not None),
        **_inferred(first, second, seed, paired=paired is not None, bound=bound),
    }


_MIDDLES = (("mean", np.mean), ("median", np.median))


def _of(sample: np.ndarray, how: Any) -> float:  # noqa: ANN401  # numpy's functions
    return float(how(sample)) if len(sample) else np.nan


def _paired(first: pd.DataFrame, second: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame] | None:
    """Both sides by event, in one order; None where events do not stand for the articles."""
    shared = shared_events(first["event"], second["event"])
    if not len(shared):
        return None
    one, other = (
        side.groupby("event").agg(value=("value", "mean"), censored=("censored", "any"), n=("value", "size"))
        for side in (first, second)
    )
    return one.loc[shared], other.loc[shared]


def _bound(*, broken_first: bool, broken_second: bool) -> str:
    """What texts that break off make of a difference."""
    if broken_first and broken_second:
        return "unclear"
    return "at least" if broken_first else "at most" if broken_second else ""


def _counted(first: pd.DataFrame, second: pd.DataFrame, *, paired: bool) -> dict[str, int]:
    """In how many events, or pairs of an article from each side, the first is surely higher and lower."""
    a, a_broken = first["value"].to_numpy(), first["censored"].to_numpy(dtype=bool)
    b, b_broken = second["value"].to_numpy(), second["censored"].to_numpy(dtype=bool)
    if paired:
        signs = paired_gehan_scores(a, a_broken, b, b_broken)
        return {"higher": int((signs > 0).sum()), "lower": int((signs < 0).sum()), "of": len(signs)}
    higher, lower = count_certainly_lower(a, b, b_broken).sum(), count_certainly_lower(b, a, a_broken).sum()
    return {"higher": int(higher), "lower": int(lower), "of": len(a) * len(b)}


_KNOWN_ENDS = (("", "at least"), ("", "at most"))  # the bounds with which the low, and the high end, is known


def _inferred(
    first: pd.DataFrame, second: pd.DataFrame, seed: int, *, paired: bool, bound: str
) -> dict[str, float]:
    """Interval, effect and p value, as far as the articles carry them."""
    a, b = first["value"].to_numpy(), second["value"].to_numpy()
    interval = mean_interval(a - b, seed=seed) if paired else difference_interval(a, b, seed=seed)
    low, high = (interval[end] if bound in known else np.nan for end, known in enumerate(_KNOWN_ENDS))
    effect = np.nan if bound else paired_g(a - b) if paired else hedges_g(a, b)
    p = np.nan
    if min_p(len(a), len(b), paired=paired) <= LEVEL:
        broken = first["censored"].to_numpy(dtype=bool), second["censored"].to_numpy(dtype=bool)
        if paired:
            p = sign_flip_p(paired_gehan_scores(a, broken[0], b, broken[1]) if bound else a - b, seed=seed)
        else:
            scores = gehan_scores(a, broken[0], b, broken[1]) if bound else (a, b)
            p = permutation_p(*scores, seed=seed)
    return {"low": low, "high": high, "effect": effect, "p": p}
