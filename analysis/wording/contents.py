"""Sentences about what a corpus holds and what cleaning removed."""

import pandas as pd

from analysis.wording.phrases import joined, per_cent, plural

__all__ = ["broken", "cleaning", "removals"]


def cleaning(articles: pd.DataFrame) -> str:
    """How much of the files was measured; `articles` is the feature table."""
    kept, raw = articles["words"].sum() + articles["headline_words"].sum(), articles["raw_words"].sum()
    removed = articles["removed_words"].sum()
    return (
        f"{per_cent(kept, raw)} of the words of the files are body or headline and are measured; "
        f"{per_cent(removed, raw)} were removed as no part of the article"
    )


def removals(table: pd.DataFrame) -> str:
    """Which rules removed most; columns term (the rule) and count (lines)."""
    lines = table.groupby("term", sort=False)["count"].sum()
    if lines.empty:
        return "Cleaning removed no line"
    first = [f"{rule} ({count:,})" for rule, count in lines.head(3).items()]
    most = "; the most as" if len(lines) > 3 else ", as"
    return f"Cleaning removed {plural(lines.sum(), 'line')}{most} {joined(first)}"


def broken(articles: pd.DataFrame, subtitle: str) -> str:
    """`subtitle`, and how many texts break off where any does; `articles` is the feature table."""
    count = int(articles["truncated"].sum())
    if not count:
        return subtitle
    how = "breaks off: only its beginning is" if count == 1 else "break off: only their beginnings are"
    return f"{subtitle} {count:,} of {len(articles):,} texts {how} measured."
