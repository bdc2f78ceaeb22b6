"""How quotations are introduced: the reporting verbs by class.

A cue is known by a list of verbs, which holds about half of the cues that readers mark.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from analysis.measures.measure import Tables

__all__ = ["CLASSES", "NO_CUE", "SAID", "class_share", "classify_cues"]

SAID, NEUTRAL, NO_CUE = "said", "other neutral", "no cue found"
CLASSES = (SAID, NEUTRAL, "doubt", "factive", "attack", "praise")
"""The classes of cues in the order in which they are drawn."""
_SAY = ("say", "says", "said", "saying")


def classify_cues(tables: "Tables") -> "pd.DataFrame":
    """Every direct quotation with the class of its cue: the columns of `quotes`, source, and part.

    `part` is one of `CLASSES`, or `NO_CUE`.
    """
    quotes = tables.quotes
    table = quotes[quotes["kind"] == "direct"].merge(
        tables.articles[["article_id", "source"]], on="article_id"
    )
    said = table["cue"].isin(_SAY)
    neutral = table["cue_class"].eq("neutral")
    listed = table["cue_class"].isin(CLASSES)
    table["part"] = table["cue_class"].where(listed, NO_CUE).mask(neutral, NEUTRAL).mask(said, SAID)
    return table


def class_share(tables: "Tables", *, verbs: str) -> "pd.Series[float]":
    """Of each article's quotations with a known cue, the share whose cue is of one class."""
    table = classify_cues(tables)
    table = table[table["part"] != NO_CUE]
    share = (table["part"] == verbs).groupby(table["article_id"]).mean()
    return tables.articles["article_id"].map(share)
