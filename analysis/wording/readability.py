"""Sentences about readability by voice and by engine."""

import pandas as pd

from analysis.schema import Measure
from analysis.wording.phrases import plural, who

__all__ = ["engines", "narration"]


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
    return f"{text}; {way} in {same} of {len(gap)}"


def engines(table: pd.DataFrame) -> str:
    """How far the engines lie apart, and whether the order of sources changes."""
    wide = table.pivot_table(index=["panel", "source"], columns="end", values="value", sort=False)
    if wide.empty:
        return "The two engines: no article has a score in both"
    gap = (wide["textstat"] - wide["published"]).groupby("panel", sort=False).mean()
    largest = gap.abs().idxmax()
    way = "lower" if gap[largest] < 0 else "higher"
    text = f"On the same texts textstat's {largest} is {abs(gap[largest]):.1f} grades {way} on average"
    ranks = wide.groupby("panel", sort=False).rank()
    moved = int((ranks["textstat"] != ranks["published"]).groupby("panel").any().sum())
    if wide.index.get_level_values("source").nunique() > 1:
        changes = (
            f"changes in {moved} of {plural(len(gap), 'formula', 'formulas')}" if moved else "stays the same"
        )
        what = "articles" if (table["n"] == 1).all() else "sources"
        text += f"; the order of the {what} {changes}"
    return text
