"""Sentences about length within articles."""

import pandas as pd

from analysis.wording.phrases import who

__all__ = ["SENTENCES", "sentence_lengths", "voices"]

SENTENCES = (
    "Words a sentence: line from the 10th to the 90th percentile, box for the middle half, mark for the "
    "median; n: sentences."
)


def sentence_lengths(table: pd.DataFrame) -> str:
    """Where the median sentence is shortest and longest; columns source, articles, p50."""
    if table.empty:
        return "No article has a sentence"
    low, high = table.loc[table["p50"].idxmin()], table.loc[table["p50"].idxmax()]
    if len(table) == 1 or low["p50"] == high["p50"]:
        where = who(low["source"], low["articles"]) if len(table) == 1 else "every source"
        return f"The median sentence has {low['p50']:g} words in {where}"
    return (
        f"The median sentence has {low['p50']:g} words in {who(low['source'], low['articles'])} "
        f"and {high['p50']:g} in {who(high['source'], high['articles'])}"
    )


def voices(table: pd.DataFrame) -> str:
    """Whose words the bodies are made of; columns source, part, share, articles."""
    direct = table[table["part"] == "direct quotation"].set_index("source")
    quoted = direct["share"]
    if quoted.empty:
        return "No article has a word"
    if len(quoted) == 1:
        return f"{quoted.iloc[0]:.0%} of the words are quoted".replace("%", " %")
    low, high = quoted.idxmin(), quoted.idxmax()
    names = [who(source, direct["articles"][source]) for source in (low, high)]
    text = (
        f"Direct quotations make up {quoted[low]:.0%} of the words in {names[0]} "
        f"and {quoted[high]:.0%} in {names[1]}"
    )
    if f"{quoted[low]:.0%}" == f"{quoted[high]:.0%}":
        text = f"Direct quotations make up {quoted[low]:.0%} of the words in every source"
    return text.replace("%", " %")
