"""Sentences about who speaks where."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.wording.phrases import plural

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["PROFILE", "STRIPS", "profile", "strips"]

STRIPS = "Each strip is an article from its first word to its last, or to where its text breaks off."
PROFILE = (
    "Share of the words inside direct quotations in each tenth of the article, in per cent; "
    "mean of the articles."
)


def strips(data: "Features", drawn: pd.DataFrame) -> str:
    """How many articles are drawn, and how many of them hold a quotation."""
    direct = data.quotes.loc[data.quotes["kind"] == "direct", "article_id"]
    first = data.quotes[(data.quotes["kind"] == "direct") & (data.quotes["place"] < 0.25)]
    early = drawn["article_id"].isin(first["article_id"]).sum()
    whole = "" if len(drawn) == len(data.articles) else f" (of {len(data.articles):,})"
    some = drawn["article_id"].isin(direct).sum()
    return (
        f"{some} of {plural(len(drawn), 'article')}{whole} quote someone directly, "
        f"{early} of them within their first quarter"
    )


def profile(table: pd.DataFrame) -> str:
    """In which half of the articles more is quoted, by source; columns source, bin, share."""
    half = table["bin"] >= (table["bin"].max() + 1) / 2
    later = table[half].groupby("source")["share"].mean() > table[~half].groupby("source")["share"].mean()
    if len(later) == 1:
        half = "second" if later.iloc[0] else "first"
        return f"More is quoted in the {half} half of {later.index[0]}'s articles"
    what = "article" if (table["n"] == 1).all() else "source"
    number = f"{int(later.sum())} of {plural(len(later), what)}"
    return f"In {number} more is quoted in the second half than in the first"
