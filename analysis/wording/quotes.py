"""Sentences about who speaks where, how they are introduced, and what several sources quote."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare.verbs import NO_CUE, SAID
from analysis.wording.phrases import joined, per_cent, plural, who

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = [
    "PROFILE",
    "STRIPS",
    "concentration",
    "profile",
    "shared",
    "shared_read",
    "speakers",
    "speakers_read",
    "strips",
    "verbs",
    "verbs_read",
]

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


def speakers(table: pd.DataFrame) -> str:
    """Who is quoted most by name, and how much in which source: the title of a table of speakers.

    Columns term (the speaker), source, rate (NaN where it is no name, or nobody is quoted), n (articles).
    """
    named = table[table["rate"].notna()]
    if named.empty:
        return "Nobody is quoted by name"
    first = named[named["term"] == named["term"].iloc[0]]
    return f"Most quoted by name: {first['term'].iloc[0]}, {_by_source(first, 'of the quoted words')}"


def speakers_read(table: pd.DataFrame) -> str:
    """What the cells of a table of speakers mean; columns text, n (articles)."""
    told = "Share of the words in direct quotations by speaker"
    if any("·" in text for text in table["text"]):
        least, most = table["n"].min(), table["n"].max()
        sizes = f"{most:,}" if least == most else f"{least:,} to {most:,}"
        told += f", and behind the point in how many articles (of {sizes} a source)"
    return f"{told}. Spellings of a name are one where nobody else can be meant."


def concentration(table: pd.DataFrame) -> pd.DataFrame:
    """On how few speakers each source relies, in a sentence: columns source, sentence.

    `table` is that of `compare.concentration`.
    """
    rows = [(row.source, f"{_relied(row)}.") for row in table.itertuples()]
    return pd.DataFrame(rows, columns=["source", "sentence"])


def _relied(row: Any) -> str:  # noqa: ANN401  # a row of `compare.concentration`
    if not row.n:
        return "Nobody is quoted by name"
    where = f"this {row.source} article" if row.articles == 1 else f"{row.n:,} of {row.articles:,} articles"
    told = f"{plural(row.speakers, 'speaker')} quoted by name in {where}"
    if row.speakers > 1:
        told += f", as concentrated as {row.effective:.1f} of equal share"
        told += f" (95 % interval {row.low:.1f} to {row.high:.1f})" if pd.notna(row.low) else ""
        told += f"; {row.first} has {per_cent(row.first_share, 1)} of their words"
    if row.described or row.untold:
        apart = f"{per_cent(row.described, 1)} of all quoted words are of speakers described only"
        told += f"; {apart}, {per_cent(row.untold, 1)} of speakers not told"
    if not row.in_events:
        return told
    return f"{told}; of {row.in_events:,} on events that others quote on, {row.alone:,} are quoted here alone"


def verbs(table: pd.DataFrame) -> str:
    """How often "said" introduces a quotation, by source; columns source, part, share, n (articles)."""
    said = table[(table["part"] == SAID) & table["share"].notna()]
    if said.empty:
        return "No article quotes anyone directly"
    return f"A form of “say” introduces {_by_source(said.assign(rate=said['share']), 'of the quotations')}"


def verbs_read(table: pd.DataFrame) -> str:
    """What the parts of the reporting-verb mix are, and for how many quotations a cue was found."""
    found = table.loc[table["part"] != NO_CUE, "quotations"].sum()
    whole = table["quotations"].sum()
    cover = f"{per_cent(found, whole)} of {whole:,} have a cue of the list" if whole else "there are none"
    return f"Reporting-verb mix: direct quotations by the verb that introduces them; {cover}."


def _by_source(table: pd.DataFrame, what: str) -> str:
    """A share in each source where there are up to three, else the least and the most.

    Columns source, rate, n (articles).
    """
    ends = table if len(table) <= 3 else table.loc[[table["rate"].idxmin(), table["rate"].idxmax()]]
    first, *rest = [
        (per_cent(rate, 1), who(source, n))
        for rate, source, n in zip(ends["rate"], ends["source"], ends["n"], strict=True)
    ]
    told = [f"{first[0]} {what} in {first[1]}", *(f"{share} in {source}" for share, source in rest)]
    return joined(told) if len(table) <= 3 else f"from {told[0]} to {told[1]}"


def shared(by_source: pd.DataFrame, by_event: pd.DataFrame) -> str:
    """How much several sources quote word for word: the title of the table of sources.

    The tables are those of `compare.shared_by_source` and `compare.shared_by_event`.
    """
    known = by_source[by_source["share"].notna()]
    if len(by_source) < 2 or known.empty:
        return "One source: no other can quote the same words" if len(by_source) < 2 else "Nobody is quoted"
    if not known["both"].any():
        what = "articles" if (by_source["articles"] == 1).all() else "sources"
        return f"No two {what} quote the same five words in a row"
    if len(by_event) > 1:
        first = int((by_event["first"] > 1).sum())
        some = int((by_event["shared"] > 0).sum())
        where = f"In {some:,} of {len(by_event):,} events"
        return f"{where} two sources quote the same words, in {first:,} as their first quotation"
    table = known.assign(rate=known["share"], n=known["articles"])
    return f"Quoted in another source too: {_by_source(table, 'of the quoted words')}"


def shared_read(table: pd.DataFrame, by_source: pd.DataFrame) -> str:
    """What the cells of a table of sources by sources mean, and how many sources it shows."""
    told = (
        "Share of the words quoted in the source of the row that the source of the column quotes too, five "
        "or more in a row, on one event where events are known."
    )
    shown = table["source"].nunique()
    few = f" The {shown} of {len(by_source):,} sources that have most in common."
    return told + (few if shown < len(by_source) else "")
