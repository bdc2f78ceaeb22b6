"""What a corpus contains: its files, its articles by source, and which words cleaning removed."""

import pandas as pd

from analysis.corpus import Corpus
from analysis.corpus.folder import counts, report_table, summary
from analysis.features.tables import Features
from analysis.results.behind import every_article, matching_articles
from analysis.results.length import share_words
from analysis.results.phrases import describe_truncation, join_words, per_cent, pluralise
from analysis.results.result import Result, define_columns
from analysis.results.shapes import GridResult

__all__ = [
    "count_corpus",
    "count_files",
    "count_parts",
    "count_removed_lines",
    "list_files",
    "tabulate_sources",
]

_OTHER_PARTS = ("standfirst", "highlight", "caption", "dateline", "subhead")
_FILES = define_columns("""
files: files; files; count
    Files of the corpus with this status: loaded as an article, skipped, refused, or missing.
""")
_WHOLE = define_columns("""
articles: articles; articles; count
    Articles of the corpus whose words are counted.
sources: sources; sources; count
    Sources with an article.
events: events; events; count
    Events that the corpus names.
raw_words: words of the files; words; count
    All words of the files: the body, the headline, the other parts and the removed lines.
body_words: words of the bodies; words; count
    Words of the bodies.
headline_words: words of the headlines; words; count
    Words of the headlines.
removed_words: words removed; words; count
    Words of the lines that cleaning removed.
removed_lines: lines removed; lines; count
    Lines that cleaning removed.
truncated: truncated articles; articles; count
    Articles whose text is truncated: their lengths are lower bounds.
""")
_SOURCES = define_columns("""
articles: articles; articles; count
    Articles of the source.
agency_copy: agency copy; articles; count
    Articles that the corpus marks as copy of a news agency.
events: events; events; count
    Events on which the source has an article.
truncated: truncated articles; articles; count
    Articles whose text is truncated: their lengths are lower bounds.
empty: empty articles; articles; count
    Articles in which cleaning leaves nothing to measure.
body_words: words of the bodies; words; count
    Words of the bodies of the source's articles.
""")
_PARTS = define_columns("""
words: words; words; count
    Words of this part of the source's files: body, headline, other parts, or removed.
share: share; share of the source's words; share
    Words of this part as a share of all words of the source's files.
""")
_REMOVED = define_columns("""
count: lines; lines; count
    Lines of the source's files that this cleaning rule removed.
rate: lines per article; lines per article; figures
    Lines that this cleaning rule removed divided by the source's articles.
""")


def list_files(corpus: Corpus, *, most: int = 20) -> Result:
    """What happened to each file, those with a remark first.

    Args:
        corpus: the loaded corpus.
        most: files that are listed.

    Returns:
        Columns file, status (`loaded`, `skipped`, `refused` or `missing`), reason, article_id.
    """
    table = report_table(corpus)
    remarks = int((table["reason"] != "").sum())
    verb = "has" if remarks == 1 else "have"
    listed = f"; the first {most:,} files are listed" if len(table) > most else ""
    return Result(
        id="corpus_report",
        table=table.head(most),
        title=f"{remarks:,} of {pluralise(len(table), 'file')} {verb} a remark{listed}",
        most=0,
    )


def count_files(corpus: Corpus) -> Result:
    """How many files were loaded, skipped, refused or missing: columns status, files."""
    return Result(
        id="corpus_files",
        table=counts(corpus),
        keys=("status",),
        columns=_FILES,
        topic="Files",
        title=summary(corpus),
    )


def count_corpus(data: Features) -> Result:
    """The whole corpus in one row, with the columns articles, sources, events, words and lines."""
    articles = data.articles
    row = {
        "articles": len(articles),
        "sources": len(data.sources),
        "events": articles["event"].nunique(),
        "raw_words": articles["raw_words"].sum(),
        "body_words": articles["words"].sum(),
        "headline_words": articles["headline_words"].sum(),
        "removed_words": articles["removed_words"].sum(),
        "removed_lines": data.removed["lines"].sum(),
        "truncated": articles["truncated"].sum(),
    }
    return Result(
        id="corpus",
        table=pd.DataFrame([row]).astype(int),
        columns=_WHOLE,
        topic="Corpus",
        articles=every_article(articles),
    )


def tabulate_sources(data: Features) -> Result:
    """Articles, agency copy, events, first and last day, truncated and empty articles, words of each source.

    Returns:
        Columns source, articles, agency_copy, events, first, last, truncated, empty, body_words.
    """
    articles = data.articles
    table = articles.groupby("source").agg(
        articles=("article_id", "size"),
        agency_copy=("agency", "count"),
        events=("event", "nunique"),
        first=("date", lambda days: min(days.dropna(), default=None)),
        last=("date", lambda days: max(days.dropna(), default=None)),
        truncated=("truncated", "sum"),
        empty=("note", "count"),
        body_words=("words", "sum"),
    )
    return Result(
        id="corpus_sources",
        table=table.reindex(data.sources).rename_axis("source").reset_index(),
        keys=("source",),
        columns=_SOURCES,
        topic="Corpus",
        articles=matching_articles(articles, source="source"),
    )


def count_parts(data: Features) -> Result:
    """What the words of the files are, by source, for `figures.bars`.

    Returns:
        Columns source, part (`body`, `headline`, `other parts`, `removed`), words, share (of the source's
        words, 0 to 1).
    """
    articles = data.articles
    sums = articles.groupby("source").sum(numeric_only=True).reindex(data.sources)
    parts = {
        "body": sums["words"],
        "headline": sums["headline_words"],
        "other parts": sums[[f"{part}_words" for part in _OTHER_PARTS]].sum(axis=1),
        "removed": sums["removed_words"],
    }
    wide = pd.DataFrame(parts)
    subtitle = (
        "Words of the files, and of headlines given in the table of articles only. "
        "Other parts: standfirst, highlights, captions, dateline, subheadings."
    )
    return Result(
        id="corpus_parts",
        table=share_words(wide),
        keys=("source", "part"),
        columns=_PARTS,
        topic="Files",
        title=describe_cleaning(articles),
        subtitle=describe_truncation(articles, subtitle),
        articles=matching_articles(articles, source="source"),
        nothing="" if wide.to_numpy().any() else "The files contain no words.",
    )


def count_removed_lines(data: Features) -> GridResult:
    """Lines removed by rule and source, for `figures.grid`.

    Returns:
        Columns category (always "removed lines"), term (the rule), source, count (lines), rate (lines per
        article); the rule that removed most on top.
    """
    articles = data.articles
    lines = data.removed.merge(articles[["article_id", "source"]], on="article_id")
    wide = lines.pivot_table(index="rule", columns="source", values="lines", aggfunc="sum", fill_value=0)
    wide = wide.reindex(columns=data.sources, fill_value=0)
    wide = wide.loc[wide.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    table = wide.stack().rename("count").reset_index().rename(columns={"rule": "term"})
    sizes = table["source"].map(articles.groupby("source").size()).astype(float)
    table["rate"] = table["count"].astype(float) / sizes
    title = describe_removed_lines(table)
    return GridResult(
        id="corpus_removed",
        table=table.assign(category="removed lines")[["category", "term", "source", "count", "rate"]],
        keys=("term", "source"),
        columns=_REMOVED,
        topic="Removed",
        title=title,
        subtitle="Lines removed by cleaning, by rule and source. Shade: lines per article.",
        articles=matching_articles(articles, source="source"),
        chart="Table of the lines removed by cleaning, by rule and source, shaded by lines per article",
        nothing="" if len(table) else f"{title}.",
    )


def describe_cleaning(articles: pd.DataFrame) -> str:
    """How much of the files is measured, and how much was removed.

    Args:
        articles: the feature table `articles`.
    """
    kept, raw = articles["words"].sum() + articles["headline_words"].sum(), articles["raw_words"].sum()
    removed = articles["removed_words"].sum()
    measured = (
        f"{per_cent(kept, raw).capitalize()} of the words of the files are body or headline and are measured"
    )
    if not removed:
        return f"{measured}; no word was removed"
    return f"{measured}; {per_cent(removed, raw)} were removed because they are not part of the article"


def describe_removed_lines(table: pd.DataFrame) -> str:
    """How many lines were removed, and which rules removed most.

    Args:
        table: columns term (the rule) and count (lines).
    """
    lines = table.groupby("term", sort=False)["count"].sum()
    if lines.empty:
        return "Cleaning removed no line"
    removed = f"Cleaning removed {pluralise(lines.sum(), 'line')}"
    most = lines.head(3) if len(lines) <= 3 else lines.head(3)[lambda counts: counts > lines.iloc[3]]
    rules = [f"{rule} ({count:,})" for rule, count in most.items()]
    if not rules:
        return removed
    return f"{removed}{', most often' if len(lines) > 3 else ':'} {join_words(rules)}"
