"""Sentences about framing terms."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.wording.phrases import joined, per_cent, who

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["CATEGORIES", "PLACES", "TERMS", "categories", "negations", "places", "terms", "unfound"]

TERMS = (
    "Counts of listed terms in narration; shade: rate per 1,000 words of narration. The longest match wins."
)
CATEGORIES = (
    "Listed terms per 1,000 words of that voice, counts printed; all counts of a source over all its words."
)
PLACES = "Counts of listed terms in headlines and along the narration; shade: rate per 1,000 words there."


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


def places(table: pd.DataFrame) -> str:
    """Where in the articles listed terms are densest; columns term (the place), count, words."""
    sums = table.groupby("term", sort=False)[["count", "words"]].sum()
    sums = sums[sums["words"] > 0]
    if not sums["count"].sum():
        return "No term of the list occurs in a headline or in narration"
    rates = 1000 * sums["count"] / sums["words"]
    most, least = str(rates.idxmax()), str(rates.idxmin())
    if rates.max() == rates.min():
        return "Listed terms are as dense in every place"
    return (
        f"Listed terms are densest in the {most} ({rates[most]:.1f} per 1,000 words), "
        f"rarest in the {least} ({rates[least]:.1f})"
    )


def negations(data: "Features") -> str:
    """How many hits are negated."""
    hits, negated = int(data.terms["count"].sum()), int(data.terms["negated"].sum())
    if not hits:
        return "No term of the list occurs in the articles."
    if not negated:
        return f"A negator reaches none of the {hits:,} hits."
    return (
        f"A negator reaches {negated:,} of {hits:,} hits ({per_cent(negated, hits)}); "
        "they are counted above all the same."
    )
