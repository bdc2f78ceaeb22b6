"""How two sources differ in a measure: how much, how certainly, and event by event where events allow it.

The unit is the article, or the event where both sources report the same ones. Then each event is its own
comparison, and what makes one event longer or harder to read about than another cancels out.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.measures.registry import find_measure
from analysis.results.behind import BOUNDS, LEVEL, OTHERS, articles_of_sides, pair_events, pair_sources
from analysis.results.difference_sentences import describe_method, write_differences
from analysis.results.phrases import pluralise
from analysis.results.result import Result, define_columns
from analysis.results.sources import measure_articles
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

__all__ = ["compare_sources"]


def compare_sources(
    data: Features,
    names: Sequence[str],
    *,
    id: str,  # noqa: A002
    seed: int,
    engine: str = "published",
) -> Result:
    """Compare every two sources in every measure; of more than 6 sources, each with all others.

    Where at least two events are reported by both and hold half of the articles of either, the sources are
    paired by event (the mean of a source's articles on it). Otherwise their articles are compared unpaired.

    Args:
        data: the features that are counted.
        names: of measures.
        id: of the result.
        seed: of resampling.
        engine: whose reading of a readability formula.

    Returns:
        A table with the columns measure, first, second; unit (`event` or `article`), n_first, n_second
        (units compared), left_out (articles with a value but no counterpart); mean_first, mean_second,
        median_first, median_second; difference (first minus second), bound (`at least`, `at most` or
        `unclear` where truncated articles make it one; else empty); higher, lower (events, or pairs of an
        article from each side, in which the first is higher, or lower, even if truncated articles went on),
        compared (how many there are); low, high (95 % interval of the difference over units, NaN below 8 per
        side; a bound has one end only, and `unclear` none); effect (Hedges' g, of paired differences where
        sources are paired; NaN for a bound); p (permutation over units; on Gehan's scores where articles are
        truncated; NaN where no arrangement of so few units has p <= .05), p_adjusted (Holm, over all rows).
    """
    measures = tuple(find_measure(name, engine=engine) for name in names)
    values = {one.name: measure_articles(data, one).dropna(subset=["value"]) for one in measures}
    rows = [
        {"measure": one.name, "first": first, "second": second, **_compare(own, other, seed)}
        for one in measures
        for first, second, own, other in _list_sides(values[one.name], data.sources)
    ]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    table["p_adjusted"] = adjust_p(table["p"].to_numpy(dtype=float))
    behind = {name: articles_of_sides(own) for name, own in values.items()}
    return Result(
        id=id,
        table=table,
        keys=("measure", "first", "second"),
        columns=COLUMNS,
        measures=measures,
        title=_describe(table),
        subtitle=_describe_marks(table),
        note=_describe_rows(table),
        sentences=write_differences(measures, table),
        articles=lambda row: behind[row["measure"]](row),
        nothing="" if len(table) else "There is one source, so there is nothing to compare it with.",
        methods=describe_method(table, seed=seed),
    )


COLUMNS = define_columns("""
n_{first,second}: n of the {first,second}; articles or events; count
    Articles of the {first,second} source, or events that both report, that are compared.
left_out: left out; articles; count
    Articles with a value on events that the other source does not report, where events pair the sources.
mean_{first,second}: mean of the {first,second}; {unit}; measure
    Mean of the {first,second} source over what is compared.
median_{first,second}: median of the {first,second}; {unit}; measure
    Median of the {first,second} source over what is compared.
difference: difference; {unit}; difference, interval, bounded
    Mean of the first source minus that of the second. {definition}
{higher,lower}: first {higher,lower}; events or pairs of articles; count
    Events, or pairs of an article from each side, in which the first source is {higher,lower}, even at the \
bounds.
compared: compared; events or pairs of articles; count
    Events, or pairs of an article from each side, that are compared.
{low,high}: difference: {lower,upper} end; {unit}; difference
    {Lower,Upper} end of the 95 % interval of the difference.
effect: effect; standard deviations; effect
    Hedges' g: the difference in standard deviations, of paired differences where events pair the sources.
p: p; p value; p
    Permutation p value of the difference over articles, or over events where these pair the sources.
p_adjusted: adjusted p; p value; p
    Permutation p value of the difference, adjusted (Holm) for all rows of its table.
""")

_COLUMNS = (
    *("measure", "first", "second", "unit", "n_first", "n_second", "left_out"),
    *("mean_first", "mean_second", "median_first", "median_second"),
    *("difference", "bound", "higher", "lower", "compared", "low", "high", "effect", "p"),
)


_Sides = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""The values of the first side, which of them are lower bounds, and the same of the second side."""


def _list_sides(
    table: pd.DataFrame, sources: Sequence[str]
) -> Iterator[tuple[str, str, pd.DataFrame, pd.DataFrame]]:
    """Every comparison with the articles on its two sides."""
    own = {source: table[table["source"] == source] for source in sources}
    for first, second in pair_sources(sources):
        other = own[second] if second != OTHERS else table[table["source"] != first]
        yield first, second, own[first], other


def _compare(first: pd.DataFrame, second: pd.DataFrame, seed: int) -> dict[str, Any]:
    """One row of `compare_sources`, from the articles of the two sides."""
    articles = len(first) + len(second)
    paired = _pair(first, second)
    if paired is not None:
        first, second = paired
    a, b = first["value"].to_numpy(), second["value"].to_numpy()
    sides = a, first["censored"].to_numpy(dtype=bool), b, second["censored"].to_numpy(dtype=bool)
    bound = BOUNDS[bool(sides[1].any()), bool(sides[3].any())]
    return {
        "unit": "article" if paired is None else "event",
        "n_first": len(a),
        "n_second": len(b),
        "left_out": 0 if paired is None else articles - int(first["n"].sum() + second["n"].sum()),
        **{
            f"{name}_{side}": _summarise(x, how)
            for side, x in (("first", a), ("second", b))
            for name, how in _MIDDLES
        },
        "difference": _summarise(a, np.mean) - _summarise(b, np.mean),
        "bound": bound,
        **_count_certain(sides, paired=paired is not None),
        **_infer(sides, seed, paired=paired is not None, bound=bound),
    }


_MIDDLES = (("mean", np.mean), ("median", np.median))


def _summarise(sample: np.ndarray, how: Any) -> float:  # noqa: ANN401  # numpy's functions
    return float(how(sample)) if len(sample) else np.nan


def _pair(first: pd.DataFrame, second: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame] | None:
    """Both sides by event, in one order; None where the events cover too few of the articles."""
    shared = pair_events(first["event"], second["event"])
    if not len(shared):
        return None
    one, other = (
        side.groupby("event").agg(value=("value", "mean"), censored=("censored", "any"), n=("value", "size"))
        for side in (first, second)
    )
    return one.loc[shared], other.loc[shared]


def _count_certain(sides: _Sides, *, paired: bool) -> dict[str, int]:
    """In how many events, or pairs of an article from each side, the first is certainly higher and lower."""
    if paired:
        signs = paired_gehan_scores(*sides)
        return {"higher": int((signs > 0).sum()), "lower": int((signs < 0).sum()), "compared": len(signs)}
    a, a_bound, b, b_bound = sides
    higher, lower = count_certainly_lower(a, b, b_bound), count_certainly_lower(b, a, a_bound)
    return {"higher": int(higher.sum()), "lower": int(lower.sum()), "compared": len(a) * len(b)}


_KNOWN_ENDS = (("", "at least"), ("", "at most"))  # the bounds with which the low, and the high end, is known


def _infer(sides: _Sides, seed: int, *, paired: bool, bound: str) -> dict[str, float]:
    """Interval, effect and p value, if there are enough articles for them."""
    a, _, b, _ = sides
    interval = mean_interval(a - b, seed=seed) if paired else difference_interval(a, b, seed=seed)
    low, high = (interval[end] if bound in known else np.nan for end, known in enumerate(_KNOWN_ENDS))
    effect = np.nan if bound else paired_g(a - b) if paired else hedges_g(a, b)
    p = np.nan
    if min_p(len(a), len(b), paired=paired) <= LEVEL:
        if paired:
            p = sign_flip_p(paired_gehan_scores(*sides) if bound else a - b, seed=seed)
        else:
            p = permutation_p(*(gehan_scores(*sides) if bound else (a, b)), seed=seed)
    return {"low": low, "high": high, "effect": effect, "p": p}


def _describe(table: pd.DataFrame) -> str:
    """How many of the comparisons are significant."""
    if table.empty:
        return "One source, so there is nothing to compare it with"
    if (table[["n_first", "n_second"]] <= 1).all(axis=None):
        return "How these articles differ: two texts, which say nothing about their sources"
    tested = table[table["p_adjusted"].notna()]
    if tested.empty:
        return "How the sources differ: too few articles for a test"
    significant = int((tested["p_adjusted"] <= LEVEL).sum())
    verb = "is" if significant <= 1 else "are"
    among = f"{significant or 'None'} of {pluralise(len(tested), 'difference')} between sources {verb}"
    sentence = f"{among} significant after correction for {pluralise(len(tested), 'comparison')}"
    return sentence if significant else sentence + _excuse(tested)


def _excuse(tested: pd.DataFrame) -> str:
    """Says so if no comparison could be significant after correction, however large its difference."""
    smallest = min(
        min_p(int(row.n_first), int(row.n_second), paired=row.unit == "event") for row in tested.itertuples()
    )
    if smallest * len(tested) <= LEVEL:
        return ""
    most = int(tested[["n_first", "n_second"]].max(axis=None))
    what = tested["unit"].iloc[0] if tested["unit"].nunique() == 1 else "unit"
    return f" ({pluralise(most, what)} {'is' if most == 1 else 'are'} too few for any to be)"


def _describe_marks(table: pd.DataFrame) -> str:
    """What the marks of the figure mean, and what was paired."""
    units = table.loc[table[["n_first", "n_second"]].gt(1).any(axis=1), "unit"]
    if units.empty:
        return "First article minus second, on a scale as long as the larger value; one article per source."
    how = {"event": "event by event", "article": "article by article"}
    paired = how[units.iloc[0]] if units.nunique() == 1 else "event by event where events are shared"
    interval = "with 95 % interval" if table["low"].notna().any() else "no interval below 8 per side"
    return f"First source minus second, {paired}. Diamond: mean, {interval}. Filled: adjusted p ≤ .05."


def _describe_rows(table: pd.DataFrame) -> str:
    """What a reader must know of the rows."""
    notes = []
    if table["second"].nunique() == 1 and table["first"].nunique() > 1:
        notes.append(f"Each source against {table['second'].iloc[0]}.")
    if (table["bound"] != "").any():
        notes.append(
            "▷ ≥ ◁ ≤ Truncated articles: the difference is at least, or at most, this large; ? either."
        )
    if left := int(table.groupby("measure")["left_out"].max().max()) if len(table) else 0:
        notes.append(
            f"Up to {left:,} articles of a pair are on an event that the other source does not report."
        )
    if table["difference"].isna().any():
        notes.append("– No article has a value on one side.")
    return " ".join(notes)
