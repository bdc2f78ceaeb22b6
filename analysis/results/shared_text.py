"""Which articles share text, and whether the marks of agency copy agree with what was found."""

import pandas as pd

from analysis.features.tables import Features
from analysis.results.behind import articles_of_both, matching_articles
from analysis.results.copies import (
    METHOD,
    count_by_source,
    describe_sharing,
    list_pairs,
    list_sides,
    select_copies,
)
from analysis.results.phrases import pluralise
from analysis.results.result import Result, define_columns
from analysis.results.shapes import GridResult
from analysis.text.shared_text import LEAST_WORDS

__all__ = ["compare_agency_marks", "compare_shared_text", "count_copies", "list_copies"]

_SHARED = define_columns("""
count: articles that share text; articles; count
    Articles of the first source that share text with an article of the second; within one source, with another article of its own.
rate: per cent that share text; per cent; figures
    Articles of the first source that share text with one of the second, in per cent of its articles.
""")  # noqa: E501  # a definition is one line
_COPIES = define_columns("""
articles: articles; articles; count
    Articles of the source.
elsewhere: shared with another source; articles; count
    Articles that share text with one of another source.
within: shared within the source; articles; count
    Articles that share text with another of the same source.
too_short: too short to judge; articles; count
    Articles too short to judge whether their text is shared.
once: counted once; articles; count
    Articles that are left where each shared text counts once.
leave_out: without shared text; articles; count
    Articles that are left where text shared with another source is left out.
""")
_PAIRS = define_columns("""
words: words of the shorter; words; count
    Words of the body of the shorter of two articles that share text.
other_words: words of the longer; words; count
    Words of the body of the longer of two articles that share text.
containment: containment; share of the shorter's runs of five words; share
    Runs of five words that both articles have, as a share of those of the shorter.
shared_words: shared words; words; count
    Words of the shorter article in passages that the longer has too.
""")
_MARKS = define_columns("""
articles: articles; articles; count
    Articles of the source.
marked_and_found: marked and found; articles; count
    Articles marked as agency copy whose text another source has too.
marked_only: marked only; articles; count
    Articles marked as agency copy whose text no other source of the corpus has.
found_only: found only; articles; count
    Articles without a mark whose text another source has too.
""")


def compare_shared_text(data: Features) -> GridResult:
    """How many articles of each source share text with one of each source, for `figures.grid`.

    Returns:
        Columns term (the source whose articles are counted), category (empty), source (the source that has
        the same text; on the diagonal in another article of the source itself), count (articles), n
        (articles of the source), rate (count in per cent of n).
    """
    sides = list_sides(data)
    found = sides.groupby(["source", "other_source"])["article_id"].nunique()
    every = pd.MultiIndex.from_product([data.sources, data.sources], names=["term", "source"])
    table = found.reindex(every, fill_value=0).rename("count").reset_index()
    table["n"] = table["term"].map(data.articles.groupby("source").size())
    table["rate"] = 100 * table["count"] / table["n"]
    title, note = describe_sharing(data), _describe_short(data)
    return GridResult(
        id="corpus_shared",
        table=table.assign(category="")[["term", "category", "source", "count", "n", "rate"]],
        keys=("term", "source"),
        columns=_SHARED,
        topic="Shared text",
        title=title,
        subtitle=(
            "Articles of the source on the left that share text with an article of the source above; "
            "on the diagonal, with another of their own source. Shade: per cent of the articles on the left."
        ),
        note=note,
        articles=articles_of_both(data.articles),
        chart="Table of the articles that share text, by pair of sources, shaded by per cent",
        write_rate=lambda rate: f"{rate:.0f} %",
        nothing="" if len(sides) else f"{title}. {note}".strip(),
        methods=(METHOD,),
    )


def count_copies(data: Features) -> Result:
    """How many articles of each source share text, and how many each way of counting leaves.

    Returns:
        Columns source, articles, elsewhere (that share text with an article of another source), within (that
        share text with one of the same source), too_short (to judge), once, leave_out (articles left).
    """
    sides = list_sides(data)
    other = sides["source"] != sides["other_source"]
    counted = {
        "articles": data.articles,
        "elsewhere": sides[other],
        "within": sides[~other],
        "too_short": data.articles[data.articles["words"] < LEAST_WORDS],
        "once": select_copies(data, "once").articles,
        "leave_out": select_copies(data, "leave out").articles,
    }
    table = count_by_source(data, counted)
    return Result(
        id="corpus_copies",
        table=table,
        keys=("source",),
        columns=_COPIES,
        topic="Shared text",
        title=describe_copies(table),
        articles=matching_articles(data.articles, source="source"),
    )


def list_copies(data: Features, *, most: int = 20) -> Result:
    """The pairs of articles that share text, to be looked at; those that share most first.

    Args:
        data: the measured corpus.
        most: pairs that are listed.

    Returns:
        By article_id and other, the keys of the shorter and of the longer article: columns source, title
        (the key where there is none), agency and words of the shorter article, other_source, other_title,
        other_agency and other_words of the longer, containment, shared_words.
    """
    articles = data.articles.assign(title=data.articles["title"].fillna(data.articles["article_id"]))
    about = articles.set_index("article_id")[["source", "title", "agency", "words"]]
    pairs = list_pairs(data)
    order = pairs.sort_values(["containment", "article_id", "other"], ascending=[False, True, True])
    table = order.head(most)
    sides = [about.reindex(table[column]).reset_index(drop=True) for column in ("article_id", "other")]
    numbers = table[["containment", "shared_words"]].reset_index(drop=True)
    found = pd.concat([sides[0], sides[1].add_prefix("other_"), numbers], axis=1)
    listed = f", the {most:,} that share most are listed" if len(pairs) > most else ""
    verb = "shares" if len(pairs) == 1 else "share"
    return Result(
        id="corpus_pairs",
        table=found.set_index(pd.MultiIndex.from_frame(table[["article_id", "other"]])),
        keys=("article_id", "other"),
        columns=_PAIRS,
        topic="Shared text",
        title=f"{pluralise(len(pairs), 'pair')} of articles {verb} text{listed}",
        articles=lambda row: [str(row["article_id"]), str(row["other"])],
        nothing="" if len(pairs) else "There is no pair of articles to look at.",
    )


def compare_agency_marks(data: Features) -> Result:
    """Whether the marks of agency copy agree with the shared text that was found.

    Returns:
        Columns source, articles, marked_and_found (marked as an agency's, and in another source), marked_only
        (found nowhere else in the corpus), found_only (in another source, and not marked).
    """
    sides = list_sides(data)
    across = sides.loc[sides["source"] != sides["other_source"], "article_id"]
    found, marked = data.articles["article_id"].isin(across), data.articles["agency"].notna()
    which = {
        "articles": marked | True,
        "marked_and_found": marked & found,
        "marked_only": marked & ~found,
        "found_only": ~marked & found,
    }
    table = count_by_source(data, {name: data.articles[rows] for name, rows in which.items()})
    return Result(
        id="corpus_agency",
        table=table,
        keys=("source",),
        columns=_MARKS,
        topic="Agency copy",
        title=describe_marks(table),
        articles=matching_articles(data.articles, source="source"),
    )


def _describe_short(data: Features) -> str:
    """How many articles are too short to judge whether their text is shared."""
    short = int((data.articles["words"] < LEAST_WORDS).sum())
    verb = pluralise(short, "article is", "articles are")
    return f"{verb} too short to judge (under {LEAST_WORDS} words)." if short else ""


def describe_copies(table: pd.DataFrame) -> str:
    """How many articles each value of the parameter `copies` counts; `table` is that of `count_copies`."""
    keep, once, leave_out = (int(table[name].sum()) for name in ("articles", "once", "leave_out"))
    return (
        f"Articles that the other notebooks count: {keep:,} with copies = “keep”, {once:,} with “once”, "
        f"{leave_out:,} with “leave out”"
    )


def describe_marks(table: pd.DataFrame) -> str:
    """Whether marks and found text agree; `table` is that of `compare_agency_marks`."""
    names = ("articles", "marked_and_found", "marked_only", "found_only")
    articles, both, only, found = (int(table[name].sum()) for name in names)
    marked = both + only
    if not marked:
        return (
            f"No article is marked as agency copy; {found or 'none'} of {pluralise(articles, 'article')} "
            f"{'shares' if found <= 1 else 'share'} text with another source"
        )
    return (
        f"{both or 'None'} of {pluralise(marked, 'article')} marked as agency copy "
        f"{'shares' if both <= 1 else 'share'} text with another source; "
        f"of {articles - marked:,} without a mark, {found or 'none'}"
    )
