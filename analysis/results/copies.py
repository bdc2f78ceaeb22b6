"""Articles that share text, and how a comparison counts them: all, one per text, or none."""

from dataclasses import replace
from typing import Literal

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from analysis.features.tables import Features
from analysis.results.behind import matching_articles
from analysis.results.markdown import cite, escape
from analysis.results.phrases import join_words, pluralise
from analysis.results.result import Method, Result, define_columns
from analysis.text.shared_text import LEAST_WORDS, NARRATION, SHARE, SHINGLE

__all__ = [
    "METHOD",
    "Copies",
    "count_articles",
    "count_by_source",
    "describe_sharing",
    "group_copies",
    "list_pairs",
    "list_sides",
    "select_copies",
]

_COUNTED = define_columns("""
articles: articles of the corpus; articles; count
    Articles of the source in the corpus.
counted: articles counted; articles; count
    Articles of the source that are counted under the parameter copies.
left_out: articles left out; articles; count
    Articles of the source that the parameter copies leaves out.
""")

METHOD = Method(
    "Preparation",
    f"Two articles share text if passages of {SHINGLE} or more words that are in both contain at "
    f"least {100 * SHARE:.0f} % of the words of the shorter one, and {100 * NARRATION:.0f} % of its words "
    f"outside quotations (containment, {cite('broder1997')}). Texts of fewer than {LEAST_WORDS} words are "
    "not compared.",
)
Copies = Literal["keep", "once", "leave out"]
_TABLES = (
    *("articles", "sentences", "quotes", "runs", "terms"),
    *("words", "scores", "counts", "removed", "copies"),
)
_NO_DATE = "9999-12-31"  # later than every date
_HOW = {
    "once": "One article of each shared text is counted",
    "leave out": "Text shared with another source is not counted",
}


def select_copies(data: Features, copies: Copies) -> Features:
    """The features of the articles that a comparison counts.

    Args:
        data: the measured corpus.
        copies: `keep`: all articles. `once`: one of each group of articles that share text, the one that
            `group_copies` puts first. `leave out`: none of a group that spans several sources.

    Returns:
        All tables with these articles alone; a source without any is no longer among the sources.
    """
    table = group_copies(data)
    gone = {"keep": table["group"] < 0, "once": ~table["stands"], "leave out": table["sources"] > 1}[copies]
    if not gone.any():
        return data
    left = ~data.articles["article_id"].isin(table.loc[gone, "article_id"])
    ids, sources = data.articles.loc[left, "article_id"], set(data.articles.loc[left, "source"])
    tables = {name: getattr(data, name) for name in _TABLES}
    for column in ("article_id", "other"):
        for name, rows in tables.items():
            tables[name] = rows[rows[column].isin(ids)].reset_index(drop=True) if column in rows else rows
    return replace(data, sources=tuple(s for s in data.sources if s in sources), **tables)


def group_copies(data: Features) -> pd.DataFrame:
    """The articles that share text, by group: whoever shares text with a member is a member.

    One article of each group represents the text. That is the agency's own, where its source bears the name
    of the agency that an article of the group is marked with; else one without an agency's mark. Of several
    it is the earliest, then the longest, then the first in display order.

    Returns:
        Columns article_id, source, group (from 0, in the order of the corpus), sources (how many the group
        spans), stands (one per group); the article that stands for a group comes first.
    """
    number = _number_groups(data)
    table = data.articles[data.articles["article_id"].isin(number)]
    table = table.assign(group=table["article_id"].map(number).astype(int))
    order = {
        "group": table["group"],
        "borrowed": ~_is_agencys_own(table),
        "marked": table["agency"].notna(),
        "day": table["date"].fillna(_NO_DATE),
        "shortness": -table["words"],
        "place": table["source"].map({source: i for i, source in enumerate(data.sources)}),
        "article_id": table["article_id"],
    }
    table = table.loc[pd.DataFrame(order).sort_values([*order]).index].reset_index(drop=True)
    table["sources"] = table.groupby("group")["source"].transform("nunique")
    table["stands"] = ~table["group"].duplicated()
    return table[["article_id", "source", "group", "sources", "stands"]]


def _number_groups(data: Features) -> dict[str, int]:
    """The articles that share text -> the number of their group, in the order of the corpus."""
    pairs, ids = list_pairs(data), pd.Index(data.articles["article_id"])
    rows, columns = (ids.get_indexer(pairs[name]) for name in ("article_id", "other"))
    graph = coo_array((np.ones(len(pairs)), (rows, columns)), shape=(len(ids), len(ids)))
    _, labels = connected_components(graph, directed=False)
    sharing = np.unique([*rows, *columns]).astype(int)
    numbers, _ = pd.factorize(labels[sharing])
    return dict(zip(ids[sharing], map(int, numbers), strict=True))


def list_pairs(data: Features) -> pd.DataFrame:
    """The pairs of articles that share text, both of which are in the corpus."""
    ids = data.articles["article_id"]
    return data.copies[data.copies["article_id"].isin(ids) & data.copies["other"].isin(ids)]


def list_sides(data: Features) -> pd.DataFrame:
    """Every pair of `list_pairs` from either side: columns article_id, source, other, other_source."""
    source = data.articles.set_index("article_id")["source"]
    pairs = list_pairs(data)[["article_id", "other"]]
    table = pd.concat([pairs, pairs.set_axis(["other", "article_id"], axis=1)], ignore_index=True)
    table["source"], table["other_source"] = table["article_id"].map(source), table["other"].map(source)
    return table


def _is_agencys_own(table: pd.DataFrame) -> "pd.Series[bool]":
    """Whether an article's source bears the name of an agency that its group names: Reuters, AP News."""
    names = table.groupby("group")["agency"].agg(
        lambda marks: [set(m.casefold().split()) for m in marks.dropna()]
    )
    own = [
        any(name and name <= set(source.casefold().split()) for name in names[group])
        for source, group in zip(table["source"], table["group"], strict=True)
    ]
    return pd.Series(own, index=table.index, dtype=bool)


def count_articles(whole: Features, data: Features, *, copies: Copies, topic: str) -> Result:
    """How many articles of each source are counted, and how many `copies` leaves out.

    Args:
        whole: the measured corpus.
        data: what `select_copies` leaves of it.
        copies: how articles that share text are counted.
        topic: what the id begins with.
    """
    table = count_by_source(whole, {"articles": whole.articles, "counted": data.articles})
    table["left_out"] = table["articles"] - table["counted"]
    title = _describe_counted(whole, data, table, copies)
    return Result(
        id=f"{topic}_counted",
        table=table,
        keys=("source",),
        columns=_COUNTED,
        topic="Articles",
        title=title,
        articles=matching_articles(data.articles, source="source"),
        methods=(METHOD, Method("Preparation", f"With copies = {copies}: {escape(title)}")),
    )


def _describe_counted(whole: Features, data: Features, table: pd.DataFrame, copies: Copies) -> str:
    if copies == "keep":
        return f"{describe_sharing(whole)}; all are counted."
    each = [
        f"{row.left_out:,} of {row.articles:,} from {row.source}"
        for row in table.itertuples()
        if row.left_out
    ]
    total = f"{table['left_out'].sum():,} of {pluralise(table['articles'].sum(), 'article')} left out"
    return (
        f"{_HOW[copies]}: {total}{f' ({join_words(each)})' if each else ''}.{_describe_missing(whole, data)}"
    )


def _describe_missing(whole: Features, data: Features) -> str:
    """Which sources have no article left, and whether the others can be compared."""
    gone = [source for source in whole.sources if source not in data.sources]
    if not gone:
        return ""
    if not data.sources:
        return " No article is left, so nothing can be compared."
    alone = f" Only {data.sources[0]} is left, so nothing can be compared."
    return f" No article of {join_words(gone)} is left.{alone if len(data.sources) == 1 else ''}"


def describe_sharing(data: Features) -> str:
    """How many articles share text with another article."""
    sides = list_sides(data)
    across = sides["source"] != sides["other_source"]
    elsewhere, within = (sides.loc[rows, "article_id"].nunique() for rows in (across, ~across))
    articles = pluralise(len(data.articles), "article")
    if not elsewhere + within:
        return f"None of {articles} shares text with another"
    text = f"{elsewhere:,} of {articles} {'shares' if elsewhere == 1 else 'share'} text with another source"
    return text + (f", {within:,} with another article of the same source" if within else "")


def count_by_source(data: Features, tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """How many articles each table has: one row per source, one column per table."""
    counts = {name: rows.groupby("source")["article_id"].nunique() for name, rows in tables.items()}
    table = pd.DataFrame(counts)
    table = table.reindex(data.sources).fillna(0).astype(int)
    return table.rename_axis("source").reset_index()
