"""Shared text between articles, and how a comparison counts it: every article, of each text one, or none."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from analysis.features.schema import TABLES
from analysis.text.shared_text import LEAST_WORDS

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["Copies", "agency", "copied", "counted", "groups", "kept", "shared_copies", "shared_pairs"]

Copies = Literal["keep", "once", "leave out"]
_NO_DATE = "9999-12-31"  # behind every date


def counted(data: "Features", *, copies: Copies) -> "Features":
    """The features of the articles that a comparison counts.

    Args:
        data: the measured corpus.
        copies: `keep`: all articles. `once`: of each group of articles that share text the one that stands
            for it (`groups`). `leave out`: none of a group that spans more than one source.

    Returns:
        All tables with these articles alone; a source without any is no longer among the sources.
    """
    table = groups(data)
    gone = {"keep": table["group"] < 0, "once": ~table["stands"], "leave out": table["sources"] > 1}[copies]
    if not gone.any():
        return data
    left = ~data.articles["article_id"].isin(table.loc[gone, "article_id"])
    ids, sources = data.articles.loc[left, "article_id"], set(data.articles.loc[left, "source"])
    tables = {name: getattr(data, name) for name in TABLES}
    for column in ("article_id", "other"):
        for name, rows in tables.items():
            tables[name] = rows[rows[column].isin(ids)].reset_index(drop=True) if column in rows else rows
    return replace(data, sources=tuple(s for s in data.sources if s in sources), **tables)


def kept(whole: "Features", data: "Features") -> pd.DataFrame:
    """How many articles of each source of `whole` are still counted in `data`, which `counted` made of it.

    Returns:
        Columns source, articles, counted, left_out.
    """
    sizes = {"articles": whole.articles, "counted": data.articles}
    table = _by_source(whole, {name: rows.groupby("source")["article_id"] for name, rows in sizes.items()})
    return table.assign(left_out=table["articles"] - table["counted"])


def groups(data: "Features") -> pd.DataFrame:
    """The articles that share text, by group: who shares text with a member is a member.

    Of each group one article stands for the text. That is the agency's own, where its source bears the name
    of the agency that an article of the group is marked with; else one without an agency's mark; of several
    the earliest, then the longest, then the first in display order.

    Returns:
        Columns article_id, source, group (from 0, in the order of the corpus), sources (how many the group
        spans), stands (one a group); the article that stands for a group first.
    """
    number = _components(data)
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


def _components(data: "Features") -> dict[str, int]:
    """The articles that share text -> the number of their group."""
    order = {article: i for i, article in enumerate(data.articles["article_id"])}
    above: dict[str, str] = {}

    def top(article: str) -> str:
        while (higher := above.setdefault(article, article)) != article:
            above[article] = article = above[higher]
        return article

    pairs = _pairs(data)
    for one, other in zip(pairs["article_id"], pairs["other"], strict=True):
        first, second = sorted((top(one), top(other)), key=order.__getitem__)
        above[second] = first
    tops = {article: top(article) for article in sorted(above, key=order.__getitem__)}
    number = {article: i for i, article in enumerate(dict.fromkeys(tops.values()))}
    return {article: number[first] for article, first in tops.items()}


def _pairs(data: "Features") -> pd.DataFrame:
    """The pairs both of whose articles are there: tables may stand for more than a corpus has now."""
    ids = data.articles["article_id"]
    return data.copies[data.copies["article_id"].isin(ids) & data.copies["other"].isin(ids)]


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


def copied(data: "Features") -> pd.DataFrame:
    """How many articles of each source share text, and how many are left by each way of counting.

    Returns:
        Columns source, articles, elsewhere (that share text with an article of another source), within (that
        share text with one of the same source), unjudged (too short to tell), once, leave_out (left).
    """
    sides = _both_ways(data)
    other = sides["source"] != sides["other_source"]
    short = data.articles["words"] < LEAST_WORDS
    sizes = {
        "articles": data.articles,
        "elsewhere": sides[other],
        "within": sides[~other],
        "unjudged": data.articles[short],
        "once": counted(data, copies="once").articles,
        "leave_out": counted(data, copies="leave out").articles,
    }
    return _by_source(data, {name: rows.groupby("source")["article_id"] for name, rows in sizes.items()})


def shared_copies(data: "Features") -> pd.DataFrame:
    """How many articles of each source share text with one of each source, for `figures.grid`.

    Returns:
        Columns term (the source whose articles are counted), category (none), source (where the same text
        stands; on the diagonal in another article of the source itself), count (articles), n (articles of
        the source), rate (count in per cent of n).
    """
    sides = _both_ways(data)
    found = sides.groupby(["source", "other_source"])["article_id"].nunique()
    every = pd.MultiIndex.from_product([data.sources, data.sources], names=["term", "source"])
    table = found.reindex(every, fill_value=0).rename("count").reset_index()
    table["n"] = table["term"].map(data.articles.groupby("source").size())
    table["rate"] = 100 * table["count"] / table["n"]
    return table.assign(category="")[["term", "category", "source", "count", "n", "rate"]]


def shared_pairs(data: "Features") -> pd.DataFrame:
    """The pairs of articles that share text, to be looked at; those that share most first.

    Returns:
        By article_id and other, the keys of the shorter and of the longer article: columns source, title
        (without one the key), agency and words of the shorter article, other_source,
        other_title, other_agency and other_words of the longer, containment, shared_words.
    """
    articles = data.articles.assign(title=data.articles["title"].fillna(data.articles["article_id"]))
    about = articles.set_index("article_id")[["source", "title", "agency", "words"]]
    table = _pairs(data).sort_values(["containment", "article_id", "other"], ascending=[False, True, True])
    sides = [about.reindex(table[column]).reset_index(drop=True) for column in ("article_id", "other")]
    numbers = table[["containment", "shared_words"]].reset_index(drop=True)
    found = pd.concat([sides[0], sides[1].add_prefix("other_"), numbers], axis=1)
    return found.set_index(pd.MultiIndex.from_frame(table[["article_id", "other"]]))


def agency(data: "Features") -> pd.DataFrame:
    """Whether the marks of agency copy and the shared text that was found agree.

    Returns:
        Columns source, articles, marked_and_found (marked as an agency's, and in another source), marked_only
        (found nowhere else in the corpus), found_only (in another source, and not marked).
    """
    sides = _both_ways(data)
    found = data.articles["article_id"].isin(
        sides.loc[sides["source"] != sides["other_source"], "article_id"]
    )
    marked = data.articles["agency"].notna()
    which = {
        "articles": marked | True,
        "marked_and_found": marked & found,
        "marked_only": marked & ~found,
        "found_only": ~marked & found,
    }
    grouped = {name: data.articles[rows].groupby("source")["article_id"] for name, rows in which.items()}
    return _by_source(data, grouped)


def _both_ways(data: "Features") -> pd.DataFrame:
    """Every pair from either side: columns article_id, source, other, other_source."""
    source = data.articles.set_index("article_id")["source"]
    pairs = _pairs(data)[["article_id", "other"]]
    table = pd.concat([pairs, pairs.set_axis(["other", "article_id"], axis=1)], ignore_index=True)
    table["source"], table["other_source"] = table["article_id"].map(source), table["other"].map(source)
    return table


def _by_source(data: "Features", grouped: "dict[str, Any]") -> pd.DataFrame:
    """How many articles there are in each group, a row a source."""
    table = pd.DataFrame({name: groups.nunique() for name, groups in grouped.items()})
    table = table.reindex(data.sources).fillna(0).astype(int)
    return table.rename_axis("source").reset_index()
