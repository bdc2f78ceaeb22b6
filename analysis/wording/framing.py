"""Sentences about framing terms."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.wording.phrases import joined, who

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["CATEGORIES", "TERMS", "categories", "terms", "unfound"]

TERMS = (
    "Counts of listed terms in narration; shade: rate per 1,000 words of narration. The longest match wins."
)
CATEGORIES = (
    "Listed terms per 1,000 words of that voice, counts printed; all counts of a source over all its words."
)


def terms(table: pd.DataFrame) -> str:
    """The terms found most often in narration; columns term, source, count."""
    if table.empty:
        return "No term of the list occurs in narration"
    totals = table.groupby("term", sort=False)["count"].sum().sort_values(ascending=False, kind="stable")
    first = [f"“{term}” ({count:,})" for term, count in totals.head(3).items()]
    return f"Most frequent in narration: {joined(first)}"


def unfound(data: "Features") -> str:
    """How many terms of the list were found nowhere."""
    found = len(data.terms[["category", "term"]].drop_duplicates())
    return (
        f"{len(data.lexicon):,} terms are listed; {len(data.lexicon) - found:,} of them occur in no article."
    )


def categories(table: pd.DataFrame) -> str:
    """Which category differs most in narration between sources.

    `table` has the columns panel, source, end, value, text (the count) and n (articles).
    """
    narrated = table[table["end"] == "narration"]
    if narrated.empty:
        return "No term of the list occurs in the articles"
    grouped = narrated.groupby("panel", sort=False)["value"]
    widest = (grouped.max() - grouped.min()).idxmax()
    rows = narrated[narrated["panel"] == widest].set_index("source")
    own = rows["value"]
    if own.max() == own.min() and len(own) > 1:
        return "In narration no category differs between the sources"
    if len(own) == 1:
        return f"In narration “{grouped.max().idxmax()}” is the category with the highest rate"
    ends = [(own[s], who(s, rows["n"][s]), rows["text"][s]) for s in (own.idxmax(), own.idxmin())]
    told = [f"{rate:.1f} per 1,000 words in {name} (count: {count})" for rate, name, count in ends]
    what = "articles" if (narrated["n"] == 1).all() else "sources"
    return f"By rate in narration the {what} differ most in “{widest}”: {joined(told)}"
