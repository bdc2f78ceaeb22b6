"""How quotations are introduced: the mix of reporting verbs by source."""

import pandas as pd

from analysis.features.tables import Features
from analysis.measures.reporting_verbs import CLASSES, NO_CUE, SAID, classify_cues
from analysis.results.behind import matching_articles
from analysis.results.phrases import describe_shares, join_words, per_cent, pluralise
from analysis.results.result import Method, Result, define_columns

__all__ = ["count_reporting_verbs"]

_VERBS = define_columns("""
quotations: quotations; quotations; count
    Direct quotations of the source that are introduced by a verb of this class.
share: share of the quotations; share of the direct quotations; share
    Direct quotations introduced by a verb of this class as a share of the source's direct quotations.
articles: articles; articles; count
    Articles of the source with a quotation introduced by a verb of this class.
""")
_METHOD = Method(
    "Measures",
    "Quotations are classified by the verb that introduces them, with a list of reporting verbs: forms of "
    "say, other neutral verbs, verbs of doubt, factive verbs, verbs of attack and verbs of praise. If the "
    "verb is not on the list, the quotation counts as “no cue found”.",
)


def count_reporting_verbs(data: Features) -> Result:
    """What introduces the direct quotations of each source, for `figures.bars`.

    Returns:
        Columns source, part (`said`: any form of say; `other neutral`; `doubt`, `factive`, `attack`,
        `praise`; `no cue found`), quotations, share (of the source's direct quotations; NaN without
        any), articles (with one), n (articles of the source).
    """
    counts = (
        classify_cues(data)
        .groupby(["source", "part"])
        .agg(quotations=("quote", "size"), articles=("article_id", "nunique"))
    )
    every = pd.MultiIndex.from_product([data.sources, [*CLASSES, NO_CUE]], names=["source", "part"])
    table = counts.reindex(every, fill_value=0).reset_index()
    whole = table.groupby("source")["quotations"].transform("sum")
    table["share"] = table["quotations"] / whole.where(whole > 0)
    table["n"] = table["source"].map(data.articles.groupby("source").size())
    title = describe_verbs(table)
    return Result(
        id="quotes_verbs",
        table=table[["source", "part", "quotations", "share", "articles", "n"]],
        keys=("source", "part"),
        columns=_VERBS,
        topic="Introduced by",
        title=title,
        subtitle=describe_cues(table),
        articles=matching_articles(data.articles, source="source"),
        methods=(_METHOD,),
        nothing="" if table["quotations"].any() else f"{title}.",
    )


def describe_verbs(table: pd.DataFrame) -> str:
    """How often a form of say introduces a quotation; columns source, part, share, n (articles)."""
    said = table[(table["part"] == SAID) & table["share"].notna()]
    if said.empty:
        return "No article quotes anyone directly"
    return (
        f"A form of “say” introduces {describe_shares(said.assign(rate=said['share']), 'of the quotations')}"
    )


def describe_cues(table: pd.DataFrame) -> str:
    """For how many quotations a reporting verb was found, and of which classes there is none.

    Args:
        table: columns part, quotations.
    """
    counts = table.groupby("part", sort=False)["quotations"].sum()
    known = counts[counts.index != NO_CUE]
    whole, found = counts.sum(), known.sum()
    missing = [str(part) for part, count in known.items() if not count]
    return (
        f"Direct quotations by the class of their reporting verb. Of {pluralise(whole, 'direct quotation')}, "
        f"{per_cent(found, whole)} {'has' if whole == 1 else 'have'} a verb of the list."
        f"{f' Not found: {join_words(missing)}.' if missing else ''}"
    )
