"""Sentences about results, made from the tables: never stronger than the numbers behind them.

A title states what a table shows. With one article a source it speaks of these articles; with more, of
averages; nowhere of a cause, and nowhere of a difference as tested.
"""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.schema import Measure

if TYPE_CHECKING:
    from analysis.compare.sources import Panels
    from analysis.features import Features

__all__ = [
    "CATEGORIES",
    "PROFILE",
    "SENTENCES",
    "STRIPS",
    "TERMS",
    "categories",
    "cleaning",
    "contrast",
    "densities",
    "engines",
    "narration",
    "panels",
    "profile",
    "removals",
    "sentence_lengths",
    "sentences",
    "strips",
    "summary",
    "terms",
    "unfound",
    "voices",
]

SENTENCES = (
    "Words a sentence: line from the 10th to the 90th percentile, box for the middle half, mark for the "
    "median; n: sentences."
)
STRIPS = "Each strip is an article from its first word to its last, or to where its text breaks off."
PROFILE = (
    "Share of the words inside direct quotations in each tenth of the article, in per cent; "
    "mean of the articles."
)
TERMS = (
    "Counts of listed terms in narration; shade: rate per 1,000 words of narration. The longest match wins."
)
CATEGORIES = (
    "Listed terms per 1,000 words of that voice, counts printed; all counts of a source over all its words."
)


def contrast(measure: Measure, summary: pd.DataFrame) -> str:
    """What a table of sources shows of one measure.

    Args:
        measure: what was measured.
        summary: columns source, n, bounds, mean, low, high, as `compare.by_source` gives them.

    Returns:
        With one article a source, what each of these articles has; otherwise the sources with the
        lowest and the highest mean, and whether their intervals overlap. Where texts break off, "at
        least", and no ranking.
    """
    known = summary[summary["n"] > 0]
    if known.empty:
        return f"{measure.label}: not defined for any article"
    low, high = known.loc[known["mean"].idxmin()], known.loc[known["mean"].idxmax()]
    shown = [row for _, row in known.iterrows()] if len(known) <= 3 else [low, high]
    bounded = any(row["bounds"] for row in shown)
    same = _value(measure, low) == _value(measure, high)
    if (known["n"] == 1).all():
        if same and len(known) > 1:
            return f"{measure.label}: {_value(measure, low)} in each of these {len(known)} articles"
        each = [f"{_value(measure, row)} in this {row['source']} article" for row in shown]
        return f"{measure.label}: {_joined(each)}"
    if same and len(known) > 1:
        return f"{measure.label}: {_value(measure, low)} on average in every source"
    if len(known) == 1 or bounded:
        each = [f"{_value(measure, row)} in {row['source']}" for row in shown]
        return f"{measure.label}: on average {_joined(each)}"
    return (
        f"{measure.label}: lowest in {low['source']} ({_value(measure, low)} on average), "
        f"highest in {high['source']} ({_value(measure, high)}){_overlap(low, high)}"
    )


def cleaning(articles: pd.DataFrame) -> str:
    """How much of the files was measured; `articles` is the feature table."""
    kept, raw = articles["words"].sum() + articles["headline_words"].sum(), articles["raw_words"].sum()
    removed = articles["removed_words"].sum()
    part = _per_cent(removed, raw) if removed else "none"
    return (
        f"{_per_cent(kept, raw)} of the words of the files are body or headline and are measured; "
        f"{part} were removed as no part of the article"
    )


def removals(table: pd.DataFrame) -> str:
    """Which rules removed most; columns term (the rule) and count (lines)."""
    lines = table.groupby("term", sort=False)["count"].sum()
    if lines.empty:
        return "Cleaning removed no line"
    first = [f"{rule} ({count:,})" for rule, count in lines.head(3).items()]
    most = ", most of them as" if len(lines) > 3 else " as"
    return f"Cleaning removed {_plural(lines.sum(), 'line')}{most} {_joined(first)}"


def sentence_lengths(table: pd.DataFrame) -> str:
    """Where the median sentence is shortest and longest; columns source, p50."""
    if table.empty:
        return "No article has a sentence"
    low, high = table.loc[table["p50"].idxmin()], table.loc[table["p50"].idxmax()]
    if len(table) == 1 or low["p50"] == high["p50"]:
        where = low["source"] if len(table) == 1 else "every source"
        return f"The median sentence has {low['p50']:g} words in {where}"
    return (
        f"The median sentence has {low['p50']:g} words in {low['source']} "
        f"and {high['p50']:g} in {high['source']}"
    )


def voices(table: pd.DataFrame) -> str:
    """Whose words the bodies are made of; columns source, part, share."""
    quoted = table[table["part"] == "direct quotation"].set_index("source")["share"]
    if quoted.empty:
        return "No article has a word"
    if len(quoted) == 1:
        return f"{quoted.iloc[0]:.0%} of the words are quoted".replace("%", " %")
    low, high = quoted.idxmin(), quoted.idxmax()
    text = (
        f"Direct quotations make up {quoted[low]:.0%} of the words in {low} and {quoted[high]:.0%} in {high}"
    )
    if f"{quoted[low]:.0%}" == f"{quoted[high]:.0%}":
        text = f"Direct quotations make up {quoted[low]:.0%} of the words in every source"
    return text.replace("%", " %")


def narration(table: pd.DataFrame, measure: Measure) -> str:
    """What leaving out the quotations does to a score; columns source, end, value."""
    wide = table.pivot_table(index="source", columns="end", values="value", sort=False)
    if wide.empty:
        return f"{measure.label}: no article has enough text"
    gap = wide["narration"] - wide["body"]
    most = gap.abs().idxmax()
    way = "higher" if gap[most] > 0 else "lower"
    return f"Without its quotations {most} is {measure.shown(abs(gap[most]))} {way} in {measure.label}"


def engines(table: pd.DataFrame) -> str:
    """How far the engines lie apart, and whether the order of sources changes."""
    wide = table.pivot_table(index=["panel", "source"], columns="end", values="value", sort=False)
    if wide.empty:
        return "The two engines: no article has a score in both"
    gap = (wide["textstat"] - wide["published"]).groupby("panel", sort=False).mean()
    largest = gap.abs().idxmax()
    way = "lower" if gap[largest] < 0 else "higher"
    text = f"On the same texts textstat's {largest} is {abs(gap[largest]):.1f} grades {way}"
    ranks = wide.groupby("panel", sort=False).rank()
    moved = int((ranks["textstat"] != ranks["published"]).groupby("panel").any().sum())
    if wide.index.get_level_values("source").nunique() > 1:
        changes = (
            f"changes in {moved} of {_plural(len(gap), 'formula', 'formulas')}" if moved else "stays the same"
        )
        text += f"; the order of the sources {changes}"
    return text


def strips(data: "Features", drawn: pd.DataFrame) -> str:
    """How many articles are drawn, and how many of them hold a quotation."""
    direct = data.quotes.loc[data.quotes["kind"] == "direct", "article_id"]
    first = data.quotes[(data.quotes["kind"] == "direct") & (data.quotes["place"] < 0.25)]
    early = drawn["article_id"].isin(first["article_id"]).sum()
    whole = "" if len(drawn) == len(data.articles) else f" (of {len(data.articles):,})"
    some = drawn["article_id"].isin(direct).sum()
    return (
        f"{some} of {_plural(len(drawn), 'article')}{whole} quote someone directly, "
        f"{early} of them in the first quarter"
    )


def profile(table: pd.DataFrame) -> str:
    """In which half of the articles more is quoted, by source; columns source, bin, share."""
    half = table["bin"] >= (table["bin"].max() + 1) / 2
    later = table[half].groupby("source")["share"].mean() > table[~half].groupby("source")["share"].mean()
    if len(later) == 1:
        half = "second" if later.iloc[0] else "first"
        return f"More is quoted in the {half} half of {later.index[0]}'s articles"
    what = "article" if (table["n"] == 1).all() else "source"
    number = f"{int(later.sum())} of {_plural(len(later), what)}"
    return f"In {number} more is quoted in the second half than in the first"


def terms(table: pd.DataFrame) -> str:
    """The terms found most often in narration; columns term, source, count."""
    if table.empty:
        return "No term of the list occurs in narration"
    totals = table.groupby("term", sort=False)["count"].sum().sort_values(ascending=False, kind="stable")
    first = [f"“{term}” ({count:,})" for term, count in totals.head(3).items()]
    return f"Most frequent in narration: {_joined(first)}"


def unfound(data: "Features") -> str:
    """How many terms of the list were found nowhere."""
    found = len(data.terms[["category", "term"]].drop_duplicates())
    return (
        f"{len(data.lexicon):,} terms are listed; {len(data.lexicon) - found:,} of them occur in no article."
    )


def categories(table: pd.DataFrame) -> str:
    """Which category differs most in narration between sources; columns panel, source, end, value."""
    narrated = table[table["end"] == "narration"]
    if narrated.empty:
        return "No term of the list occurs in the articles"
    grouped = narrated.groupby("panel", sort=False)["value"]
    widest = (grouped.max() - grouped.min()).idxmax()
    own = narrated[narrated["panel"] == widest].set_index("source")["value"]
    if own.max() == own.min() and len(own) > 1:
        return "In narration no category differs between the sources"
    if len(own) == 1:
        return f"In narration “{grouped.max().idxmax()}” is the category with the highest rate"
    return (
        f"In narration the sources differ most in “{widest}”: "
        f"{own.max():.1f} per 1,000 words in {own.idxmax()}, {own.min():.1f} in {own.idxmin()}"
    )


def summary(found: "Panels") -> str:
    """What the page of panels shows: how many articles, sources, and which measures."""
    articles = found.values[0]
    if (articles.groupby("source").size() == 1).all():
        return f"{_plural(len(articles), 'article')}, one a source: how these texts differ"
    sources = _plural(articles["source"].nunique(), "source")
    return f"{sources} in {len(articles):,} articles: length, readability, quotation, framing"


def densities(found: "Panels") -> str:
    """Whether the three densities of quotation put the sources into one order."""
    wide = found.table.pivot_table(index="measure", columns="source", values="mean", sort=False)
    if wide.shape[1] < 2:
        return "Quotation measured in three ways"
    orders = {tuple(row) for row in wide.rank(axis=1).to_numpy()}
    same = "the same order" if len(orders) == 1 else "different orders"
    what = "articles" if (found.table["n"] <= 1).all() else "sources"
    return f"Quotation measured in three ways: they put the {what} into {same}"


def panels(found: "Panels") -> str:
    """What the marks of the page of panels mean."""
    if (found.table["n"] <= 1).all():
        return "Each mark is one article: nothing here is about the sources."
    with_interval = found.table["low"].notna().any()
    return "Dots: articles. Diamonds: mean" + (
        " with 95 % interval (BCa bootstrap over articles)."
        if with_interval
        else "; no interval below 8 articles."
    )


def sentences(found: "Panels") -> pd.DataFrame:
    """One sentence a measure, for a write-up: columns measure, sentence, meaning."""
    rows = [
        (one.label, f"{contrast(one, found.table[found.table['measure'] == one.name])}.", one.definition)
        for one in found.measures
    ]
    return pd.DataFrame(rows, columns=["measure", "sentence", "meaning"])


def _value(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of a table
    """The mean in a row; "at least" where a text behind it breaks off."""
    return f"{'at least ' if row['bounds'] else ''}{measure.shown(row['mean'])}"


def _overlap(low: Any, high: Any) -> str:  # noqa: ANN401  # rows of a table
    if pd.isna(low["high"]) or pd.isna(high["low"]):
        return ""
    return "; their intervals overlap" if low["high"] >= high["low"] else "; their intervals do not overlap"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _plural(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _per_cent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "None"
