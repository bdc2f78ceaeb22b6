"""How quotations are introduced: the mix of reporting verbs.

A cue is known by a list of verbs, which holds about half of the cues that readers mark; what the rest are
like, nobody has counted here.
"""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["CLASSES", "NO_CUE", "SAID", "verb_mix", "verb_share"]

SAID, NEUTRAL, NO_CUE = "said", "other neutral", "no cue found"
CLASSES = ("doubt", "factive", "attack", "praise")
_SAY = ("say", "says", "said", "saying")


def verb_mix(data: "Features") -> pd.DataFrame:
    """What introduces the direct quotations of each source, for `figures.bars`.

    Returns:
        Columns source, part (`said`: any form of say; `other neutral`; `doubt`, `factive`, `attack`,
        `praise`; `no cue found`), quotations, share (of the source's direct quotations; NaN without
        any), articles (with one), n (articles of the source).
    """
    table = _cued(data)
    parts = [SAID, NEUTRAL, *CLASSES, NO_CUE]
    counts = table.groupby(["source", "part"]).agg(
        quotations=("quote", "size"), articles=("article_id", "nunique")
    )
    grid = pd.MultiIndex.from_product([data.sources, parts], names=["source", "part"])
    found = counts.reindex(grid, fill_value=0).reset_index()
    whole = found.groupby("source")["quotations"].transform("sum")
    found["share"] = found["quotations"] / whole.where(whole > 0)
    found["n"] = found["source"].map(data.articles.groupby("source").size())
    return found[["source", "part", "quotations", "share", "articles", "n"]]


def verb_share(data: "Features", part: str) -> "pd.Series[float]":
    """By article_id, the share of the quotations with a cue that have one of this part of the mix."""
    table = _cued(data)
    table = table[table["part"] != NO_CUE]
    return (table["part"] == part).groupby(table["article_id"]).mean()


def _cued(data: "Features") -> pd.DataFrame:
    """Every direct quotation with its part of the mix."""
    about = data.articles[["article_id", "source"]]
    table = data.quotes[data.quotes["kind"] == "direct"].merge(about, on="article_id")
    said = table["cue"].isin(_SAY)
    neutral = table["cue_class"].eq("neutral")
    listed = table["cue_class"].isin(CLASSES)
    table["part"] = np.select([said, neutral, listed], [SAID, NEUTRAL, table["cue_class"]], NO_CUE)
    return table
