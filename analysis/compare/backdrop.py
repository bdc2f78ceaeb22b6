"""How unusual a difference is: sources that tell one event, on the backdrop of ordinary same-event pairs.

A yardstick, not a test: the ordinary pairs are those of three US outlets (`compare.ordinary`).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare import ordinary
from analysis.compare.differences import OTHERS, events, pairs
from analysis.compare.values import measure
from analysis.measures.schema import Measure
from analysis.statistics.counts import median_share, share_interval

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["Backdrop", "backdrop"]

_PRESUMED = "the one event"


class Backdrop(NamedTuple):
    """Sources laid on the ordinary pairs in several measures.

    Attributes:
        measures: the measures.
        ordinary: for each, how far apart the ordinary pairs lie (`ordinary.apart`).
        table: one row a measure and pair of sources, as `backdrop` describes it.
        presumed: no article names its event, and the sources have one article each: that these are on
            one event is an assumption.
        short: articles with fewer words than any of the ordinary ones: rates of so little text lie farther
            apart by chance.
    """

    measures: tuple[Measure, ...]
    ordinary: tuple[pd.Series, ...]
    table: pd.DataFrame
    presumed: bool
    short: int = 0


def backdrop(data: "Features", names: Sequence[str], *, engine: str) -> Backdrop:
    """Lay how far apart two sources lie, event by event, on the ordinary same-event pairs.

    Where a source has several articles on an event, their mean stands for them. Of more than six sources,
    each has one row: its pairs with every other source. What lies far from the mean of many others would
    not be comparable, since a mean of many varies less than an article.

    Args:
        data: the measured corpus.
        names: of measures.
        engine: whose reading of a readability score.

    Returns:
        The measures, their ordinary pairs, and a table with the columns measure, first, second; n_first,
        n_second (articles), events (told by both), pairs (of sources on an event); apart (of those pairs the
        median difference without sign, or ratio of the larger to the smaller where the measure grows with
        the text), p10, p90 (percentiles likewise, NaN for one pair); bound (`at least` where a text that
        breaks off makes `apart` one, `unclear` where nothing is certain; else empty); ordinary (how many
        ordinary pairs there are), usual (their median); share (of them, that lie at least so far apart;
        at most that where `apart` is a bound), low, high (95 % interval of the share, events drawn as
        units); alike (how often the median of as many ordinary pairs as there are events lies at least so
        far out: the share itself for one event), alike_least (the same, or the least that it can be where
        texts break off); reason (why there is no share; else empty).
    """
    presumed = _one_article_each(data)
    if presumed:
        data = replace(data, articles=data.articles.assign(event=_PRESUMED))
    measures = tuple(measure(name, engine=engine) for name in names)
    yardsticks = tuple(_yardstick(data, one, engine) for one in measures)
    rows = [
        {"measure": one.name, "first": first, "second": second, **_laid(told, first, second, one, yardstick)}
        for one, yardstick in zip(measures, yardsticks, strict=True)
        for told in [events(data, one, engine=engine)]
        for first, second in pairs(data.sources)
    ]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    if data.articles["event"].isna().all():
        table["reason"] = "no article names its event"
    short = int((data.articles["words"] < ordinary.shortest()).sum())
    return Backdrop(measures, tuple(yardstick["apart"] for yardstick in yardsticks), table, presumed, short)


_COLUMNS = (
    *("measure", "first", "second", "n_first", "n_second", "events", "pairs"),
    *("apart", "p10", "p90", "bound", "ordinary", "usual"),
    *("share", "low", "high", "alike", "alike_least", "reason"),
)


def _one_article_each(data: "Features") -> bool:
    """No event is named, and each source has one article: they are presumably on one event."""
    articles = data.articles
    return bool(articles["event"].isna().all() and not articles["source"].duplicated().any())


def _yardstick(data: "Features", of: Measure, engine: str) -> pd.DataFrame:
    """The ordinary pairs in a measure: none of listed terms where another list was counted."""
    found = ordinary.pairs(of, engine=engine)
    same = of.name != "terms_per_1000" or data.lexicon_key == ordinary.about()["lexicon_key"]
    return found if same else found.head(0)


def _laid(
    told: pd.DataFrame, first: str, second: str, of: Measure, yardstick: pd.DataFrame
) -> dict[str, Any]:
    """One row of `backdrop`, from what each source makes of each event."""
    other = told["source"] != first if second == OTHERS else told["source"] == second
    met = told[told["source"] == first].merge(told[other], on="event", suffixes=("_first", "_second"))
    gaps = _least(met, of)
    broken = met["censored_first"] | met["censored_second"]
    apart, none = gaps.median(), 1.0 if of.extensive else 0.0
    bound = "" if not broken.any() else "at least" if apart > none else "unclear"
    count = met["event"].nunique()
    reason = _reason(met, bound, yardstick)
    spread = gaps.quantile([0.1, 0.9]) if len(gaps) > 1 and not bound else [np.nan, np.nan]
    return {
        "n_first": int(met.drop_duplicates("event")["n_first"].sum()),
        "n_second": int(met["n_second"].sum()),
        "events": count,
        "pairs": len(met),
        "apart": np.nan if bound == "unclear" else apart,
        **dict(zip(("p10", "p90"), spread, strict=True)),
        "bound": bound,
        "ordinary": len(yardstick),
        "usual": yardstick["apart"].median(),
        **({} if reason else _shares(apart, gaps.mask(broken, np.inf).median(), count, yardstick)),
        "reason": reason,
    }


def _least(met: pd.DataFrame, of: Measure) -> pd.Series:
    """How far apart the pairs lie at least: not at all, where a text that breaks off may close the gap."""
    gaps = ordinary.apart(met["value_first"], met["value_second"], of)
    more = np.sign(met["value_first"] - met["value_second"])
    broken = np.where(more > 0, met["censored_second"], met["censored_first"]).astype(bool)
    return gaps.mask(broken, 1.0 if of.extensive else 0.0)


def _shares(apart: float, most: float, count: int, yardstick: pd.DataFrame) -> dict[str, float]:
    """The share of ordinary pairs at least so far apart, with its interval, and that of medians of `count`.

    `most` is how far apart the sources may lie: the same, or more where texts break off.
    """
    hits = (yardstick["apart"] >= apart).groupby(yardstick["event"]).agg(["sum", "size"])
    share = hits["sum"].sum() / len(yardstick)
    low, high = share_interval(hits["sum"].to_numpy(), hits["size"].to_numpy())
    alike, least = (median_share((yardstick["apart"] >= gap).mean(), count) for gap in (apart, most))
    return {"share": share, "low": low, "high": high, "alike": alike, "alike_least": least}


def _reason(met: pd.DataFrame, bound: str, yardstick: pd.DataFrame) -> str:
    """Why a row has no share."""
    if met.empty:
        return "there is no event on which both have a value"
    if yardstick.empty:
        return "the terms of ordinary pairs were counted with another list"
    return "a text breaks off and leaves open how far apart they lie" if bound == "unclear" else ""
