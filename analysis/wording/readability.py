"""Sentences about readability by voice and by engine."""

import pandas as pd

from analysis.measures.schema import Measure
from analysis.wording.phrases import plural, who

__all__ = ["engines", "narration", "ranks"]


def narration(table: pd.DataFrame, measure: Measure) -> str:
    """What leaving out the quotations does to a score; columns source, end, value, n."""
    wide = table.pivot_table(index="source", columns="end", values="value", sort=False)
    if wide.empty:
        return f"{measure.label}: no article has enough text"
    gap = wide["narration"] - wide["body"]
    most = gap.abs().idxmax()
    way = "higher" if gap[most] > 0 else "lower"
    name = who(most, table.loc[table["source"] == most, "n"].iloc[0])
    text = f"Without its quotations {name} is {measure.shown(abs(gap[most]))} {way} in {measure.label}"
    if len(gap) == 1:
        return text
    same = int((gap * gap[most] > 0).sum())
    what = _compared(table)
    return f"{text}; {way} in {same} of {len(gap)} {what}"


def engines(table: pd.DataFrame) -> str:
    """How far the engines lie apart; columns panel, source, end, value, n."""
    wide = table.pivot_table(index=["panel", "source"], columns="end", values="value", sort=False)
    if wide.empty:
        return "The two engines: no article has a score in both"
    gap = (wide["textstat"] - wide["published"]).groupby("panel", sort=False).mean()
    largest = gap.abs().idxmax()
    way = "lower" if gap[largest] < 0 else "higher"
    return f"On the same texts textstat's {largest} is {abs(gap[largest]):.1f} grades {way} on average"


def ranks(table: pd.DataFrame) -> str:
    """In how many formulas the engine decides the order of the sources, and which is hardest.

    Columns term, source, published, textstat (places, 1 the hardest), n.
    """
    if table.empty:
        return "The two engines: no article has a score in both"
    if table["source"].nunique() == 1:
        return f"One source, {table['source'].iloc[0]}: there is no order to change"
    moved = (table["published"] != table["textstat"]).groupby(table["term"]).any()
    first = (table["published"] == 1) != (table["textstat"] == 1)
    hardest = int(first.groupby(table["term"]).any().sum())
    formulas, what = plural(len(moved), "formula"), _compared(table)
    if not moved.any():
        return f"Both engines put the {what} into the same order in all {formulas}"
    most = f", and which is hardest in {hardest}" if hardest else ", but never which is hardest"
    return f"The engine decides the order of the {what} in {int(moved.sum())} of {formulas}{most}"


def _compared(table: pd.DataFrame) -> str:
    return "articles" if (table["n"] == 1).all() else "sources"
