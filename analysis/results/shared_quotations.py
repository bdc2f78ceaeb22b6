"""What is quoted word for word in more than one source.

Two quotations share words where a run of five is in both (`text.quotations.runs`): a whole quotation, or as
much of it as the other outlet prints. Articles on one event are compared with each other; those without an
event, among themselves. A quotation of fewer than five words is never found.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.results.behind import articles_of_both, matching_articles
from analysis.results.formats import format_share
from analysis.results.phrases import describe_shares, name_units
from analysis.results.result import Method, Result, define_columns
from analysis.results.shapes import GridResult
from analysis.text.quotations.runs import LEAST

__all__ = ["compare_shared_quotations", "count_shared_quotations"]

_PAIRS = define_columns("""
quotations: shared quotations; quotations; count
    Quotations of the first source with five or more words in common with one of the second.
words: shared words; words; count
    Words of the first source's quotations that the second quotes too.
rate: shared share; share of the quoted words; share
    Words that the second source quotes too as a share of the words in the first's direct quotations.
first_quotations: shared first quotations; articles; count
    Articles of the first source whose first quotation shares words with that of an article of the second.
""")
_SOURCES = define_columns("""
articles: articles; articles; count
    Articles of the source.
quotations: quotations; quotations; count
    Direct quotations of five words or more.
shared_quotations: shared quotations; quotations; count
    Direct quotations with five or more words in common with one of another source.
words: quoted words; words; count
    Words in the source's direct quotations.
shared_words: shared words; words; count
    Words in the source's direct quotations that another source quotes too.
share: shared share; share of the quoted words; share
    Words that another source quotes too as a share of the words in the source's direct quotations.
first_quotations: shared first quotations; articles; count
    Articles whose first quotation shares words with that of another source's article.
""")
_EVENTS = define_columns("""
shared_quotations: shared quotations; quotations; count
    Direct quotations on the event with five or more words in common with one of another source.
share: shared share; share of the quoted words; share
    Words that another source quotes too as a share of the words in direct quotations on the event.
first_quotations: shared first quotations; articles; count
    Articles on the event whose first quotation shares words with that of another source's article.
""")

_METHOD = Method(
    "Measures",
    f"Two sources quote the same words if a run of {LEAST} words is in direct quotations of both. Articles "
    "on one event are compared with each other, and articles without an event among themselves.",
)
_Pair = tuple[str, int, bool]  # another source, the words that it quotes too, whether both begin with them


class Overlaps(NamedTuple):
    """Words of quotations that stand in those of other sources.

    Attributes:
        quotations: the direct quotations of at least five words: article_id, source, event, quote,
            words, first (it is the article's first of them), row (its number), any (words that any other
            source quotes).
        pairs: quotation (its row), other (a source that quotes it too), words (how many of it), first
            (it is its article's first, and shares words with a first quotation of the other source).
    """

    quotations: pd.DataFrame
    pairs: pd.DataFrame


def compare_shared_quotations(data: Features, *, most: int = 46) -> GridResult:
    """How much of what each source quotes each other source quotes too, for `figures.grid`.

    Args:
        data: the features that are counted.
        most: sources that are shown; of more, those that have most words in common with others.

    Returns:
        Columns category (empty), term (the source), source (the other one), quotations (of the first with
        five or more words in common with one of the other), words (of them that both quote), rate (their
        share of the words in the first's direct quotations; NaN without any, and for a source with
        itself), text (the share), first_quotations (articles of the first whose first quotation shares words
        with the first of an article of the other), n (articles of the first).
    """
    overlaps = _find_overlaps(data)
    table = _tabulate_pairs(data, overlaps, most)
    by_source, by_event = (_summarise(data, overlaps, by) for by in ("source", "event"))
    title = describe_shared(by_source, by_event)
    return GridResult(
        id="quotes_shared",
        table=table,
        keys=("term", "source"),
        columns=_PAIRS,
        topic="Quotations",
        title=title,
        subtitle=describe_cells(table, by_source),
        articles=articles_of_both(data.articles),
        chart="Table of the share of the quoted words that another source also quotes, by pair of sources",
        write_rate=format_share,
        methods=(_METHOD,),
        nothing="" if by_source["shared_words"].any() else f"{title}.",
    )


def count_shared_quotations(data: Features) -> Result:
    """How much of what each source quotes any other quotes too; by event (`also`) for shared events.

    Returns:
        Columns source, articles, quotations (direct ones of five words at least), shared_quotations (how many
        have words in common with one of another source), words (in the source's direct quotations),
        shared_words (of these, those that another source quotes), share, first_quotations (articles whose
        first such quotation shares words with the first of another source's article).
    """
    overlaps = _find_overlaps(data)
    by_event = Result(
        id="quotes_by_event",
        table=_summarise(data, overlaps, "event"),
        keys=("event",),
        columns=_EVENTS,
        topic="Quotations",
        articles=matching_articles(data.articles, event="event"),
    )
    return Result(
        id="quotes_in_common",
        table=_summarise(data, overlaps, "source"),
        keys=("source",),
        columns=_SOURCES,
        topic="Quotations",
        articles=matching_articles(data.articles, source="source"),
        also=(by_event,),
    )


def _find_overlaps(data: Features) -> Overlaps:
    """Articles on one event are compared with each other, and those without an event among themselves."""
    about = data.articles[["article_id", "source", "event"]]
    long = (data.quotes["kind"] == "direct") & (data.quotes["words"] >= LEAST)
    own = data.quotes.loc[long, ["article_id", "quote", "words"]].merge(about, on="article_id")
    own["first"] = ~own["article_id"].duplicated()
    own["row"] = np.arange(len(own))
    runs = data.runs.merge(own, on=["article_id", "quote"])
    own["any"] = 0
    found = []
    for _, same in runs.groupby(runs["event"].fillna("")):
        for row, any_words, pairs in _cover_quotations(same, data.sources):
            own.loc[row, "any"] = any_words
            found += [(row, *pair) for pair in pairs]
    return Overlaps(own, pd.DataFrame(found, columns=["quotation", "other", "words", "first"]))


def _cover_quotations(same: pd.DataFrame, sources: Sequence[str]) -> Iterator[tuple[int, int, list[_Pair]]]:
    """For each quotation on an event: its row, its words that any other source quotes, and which do.

    `same` are the runs of the quotations, as `_find_overlaps` joins them.
    """
    source = same["source"].map(sources.index).to_numpy()
    run, first, at = (same[name].to_numpy() for name in ("run", "first", "at"))
    run = pd.factorize(run)[0]
    quoting = np.zeros((run.max() + 1, len(sources)), dtype=bool)
    opening = quoting.copy()
    quoting[run, source] = True
    opening[run[first], source[first]] = True
    for row, own in same.groupby("row").indices.items():
        by = quoting[run[own]]
        by[:, source[own[0]]] = False
        words, both = _count_words(at[own], by), first[own[0]] & opening[run[own]].any(axis=0)
        pairs = [(sources[i], int(words[i]), bool(both[i])) for i in np.flatnonzero(words).tolist()]
        yield row, int(_count_words(at[own], by.any(axis=1, keepdims=True))[0]), pairs


def _count_words(at: np.ndarray, by: np.ndarray) -> np.ndarray:
    """How many words of a quotation lie in runs that each source quotes.

    Args:
        at: where the runs begin.
        by: one row per run, one column per source: whether it quotes the run.
    """
    covered = np.zeros((at.max() + LEAST, by.shape[1]), dtype=bool)
    for shift in range(LEAST):
        covered[at + shift] |= by
    return np.asarray(covered.sum(axis=0))


def _tabulate_pairs(data: Features, overlaps: Overlaps, most: int) -> pd.DataFrame:
    """The table of `compare_shared_quotations`."""
    own, pairs = overlaps
    pairs = pairs.merge(own[["row", "source"]], left_on="quotation", right_on="row")
    grouped = pairs.groupby(["source", "other"])
    found = grouped.agg(
        quotations=("quotation", "size"), words=("words", "sum"), first_quotations=("first", "sum")
    )
    weight = found["words"].groupby("source").sum().reindex(data.sources, fill_value=0)
    first = set(weight.sort_values(ascending=False, kind="stable").index[:most])
    sources = [source for source in data.sources if source in first]
    every = pd.MultiIndex.from_product([sources, sources], names=["source", "other"])
    found = found.reindex(every, fill_value=0).reset_index()
    found = found.rename(columns={"source": "term", "other": "source"})
    articles = data.articles.groupby("source")
    quoted = found["term"].map(articles["quotation_words"].sum()).astype(float)
    possible = (quoted > 0) & (found["term"] != found["source"])
    found["rate"] = found["words"].astype(float) / quoted.where(possible)
    found["text"] = found["rate"].map(format_share)
    found["n"] = found["term"].map(articles.size())
    columns = ["term", "source", "quotations", "words", "rate", "text", "first_quotations", "n"]
    return found[columns].assign(category="")


def _summarise(data: Features, overlaps: Overlaps, by: str) -> pd.DataFrame:
    """Quotations and words, shared and all, by `source`, or by `event` that at least two sources report."""
    keys = list(data.sources)
    if by == "event":
        reporting = data.articles.groupby("event")["source"].nunique()
        keys = list(reporting[reporting > 1].index)
    own, pairs = overlaps
    both = own["row"].isin(pairs.loc[pairs["first"], "quotation"])
    table = (
        own.assign(shared=own["any"] > 0, both=both)
        .groupby(by)
        .agg(
            quotations=("row", "size"),
            shared_quotations=("shared", "sum"),
            shared_words=("any", "sum"),
            first_quotations=("both", "sum"),
        )
        .reindex(pd.Index(keys, name=by), fill_value=0)
    )
    articles = data.articles.groupby(by)
    table["articles"], table["words"] = articles.size(), articles["quotation_words"].sum()
    table["share"] = table["shared_words"] / table["words"].where(table["words"] > 0)
    return table[[*_SOURCES]].reset_index()


def describe_shared(by_source: pd.DataFrame, by_event: pd.DataFrame) -> str:
    """How much several sources quote word for word.

    The tables are those of `count_shared_quotations`.
    """
    known = by_source[by_source["share"].notna()]
    if len(by_source) < 2:
        return "There is one source, so no other can quote the same words"
    if known.empty:
        return "Nobody is quoted"
    if not known["shared_words"].any():
        return f"No two {name_units(by_source['articles'])} quote the same five words in a row"
    if len(by_event) > 1:
        some = int((by_event["shared_quotations"] > 0).sum())
        first = int((by_event["first_quotations"] > 1).sum())
        return (
            f"In {some:,} of {len(by_event):,} events two sources quote the same words, "
            f"in {first:,} as their first quotation"
        )
    table = known.assign(rate=known["share"], n=known["articles"])
    return f"Also quoted by another source: {describe_shares(table, 'of the quoted words')}"


def describe_cells(table: pd.DataFrame, by_source: pd.DataFrame) -> str:
    """What the cells of a table of sources by sources mean, and how many sources it shows."""
    meaning = (
        "Of the words quoted in the source on the left, the share that the source above quotes too: five or "
        "more in a row, on the same event where events are named."
    )
    shown = table["source"].nunique()
    few = f" Shown: the {shown} of {len(by_source):,} sources that have most in common."
    return meaning + (few if shown < len(by_source) else "")
