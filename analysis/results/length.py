"""Length within articles: how long their sentences are, and whose words they consist of."""

import pandas as pd

from analysis.features.tables import Features
from analysis.results.behind import matching_articles
from analysis.results.phrases import describe_truncation, name_source
from analysis.results.result import Result, define_columns

__all__ = ["compare_sentence_lengths", "compare_voice_shares", "share_words"]

_SPREAD = define_columns("""
articles: articles; articles; count
    Articles of the source with a sentence.
n: sentences; sentences; count
    Sentences of the source's bodies.
p{10,25}: {10th,25th} percentile; words per sentence; figures
    {10th,25th} percentile of the words per sentence over all sentences of the source.
p50: median; words per sentence; figures
    Median of the words per sentence over all sentences of the source.
p{75,90}: {75th,90th} percentile; words per sentence; figures
    {75th,90th} percentile of the words per sentence over all sentences of the source.
""")
_VOICES = define_columns("""
words: words; words; count
    Words of the source's bodies by voice: the reporter's, or inside direct quotations.
share: share; share of the words of the bodies; share
    Words of this voice as a share of the words of the source's bodies.
articles: articles; articles; count
    Articles of the source.
""")


def compare_sentence_lengths(data: Features) -> Result:
    """The spread of sentence length by source, over all its sentences, for `figures.ranges`.

    Returns:
        Columns source, articles, n (sentences), p10, p25, p50, p75, p90: percentiles of words per sentence.
    """
    table = data.sentences.merge(data.articles[["article_id", "source"]], on="article_id")
    grouped = table.groupby("source")["words"]
    percentiles = {f"p{percent}": grouped.quantile(percent / 100) for percent in (10, 25, 50, 75, 90)}
    articles = table.groupby("source")["article_id"].nunique()
    spread = pd.DataFrame({"articles": articles, "n": grouped.size(), **percentiles})
    present = [source for source in data.sources if source in spread.index]
    spread = spread.reindex(present).rename_axis("source").reset_index()
    subtitle = "Line: 10th to 90th percentile. Box: middle half. Mark: median. n: sentences."
    return Result(
        id="length_sentences",
        table=spread,
        keys=("source",),
        columns=_SPREAD,
        topic="Sentences",
        title=_describe_spread(spread),
        subtitle=describe_truncation(data.articles, f"Words per sentence. {subtitle}"),
        articles=matching_articles(data.articles, source="source"),
        nothing="" if len(spread) else "No article has a sentence.",
    )


def compare_voice_shares(data: Features) -> Result:
    """Whose words the bodies consist of, for `figures.bars`: columns source, part, words, share, articles."""
    sums = data.articles.groupby("source")[["narration_words", "quotation_words"]].sum()
    sums = sums.reindex(data.sources).set_axis(["narration", "direct quotation"], axis="columns")
    table = share_words(sums)
    table["articles"] = table["source"].map(data.articles.groupby("source").size())
    return Result(
        id="length_voices",
        table=table,
        keys=("source", "part"),
        columns=_VOICES,
        topic="Length",
        title=_describe_voices(table),
        subtitle=describe_truncation(
            data.articles, "Words of the body by voice, all articles of a source together."
        ),
        articles=matching_articles(data.articles, source="source"),
        nothing="" if table["words"].any() else "No article has a word.",
    )


def share_words(wide: pd.DataFrame) -> pd.DataFrame:
    """Words by source and part, one row per source and one column per part, as rows with their share.

    Returns:
        Columns source, part, words, share (of the source's words, 0 to 1; NaN without any).
    """
    wide = wide.rename_axis(index="source", columns="part")
    table = wide.stack().rename("words").reset_index()
    table["share"] = table["words"] / table.groupby("source")["words"].transform("sum")
    return table


def _describe_spread(table: pd.DataFrame) -> str:
    """Where the median sentence is shortest and longest."""
    if table.empty:
        return "No article has a sentence"
    low, high = table.loc[table["p50"].idxmin()], table.loc[table["p50"].idxmax()]
    if len(table) == 1 or low["p50"] == high["p50"]:
        where = name_source(low["source"], low["articles"]) if len(table) == 1 else "every source"
        return f"The median sentence has {low['p50']:g} words in {where}"
    return (
        f"The median sentence has {low['p50']:g} words in {name_source(low['source'], low['articles'])} "
        f"and {high['p50']:g} in {name_source(high['source'], high['articles'])}"
    )


def _describe_voices(table: pd.DataFrame) -> str:
    """How much of the bodies is quoted."""
    direct = table[table["part"] == "direct quotation"].set_index("source")
    quoted = direct["share"].dropna()
    if quoted.empty:
        return "No article has a word"
    low, high = str(quoted.idxmin()), str(quoted.idxmax())
    least, most = (f"{100 * quoted[source]:.0f} %" for source in (low, high))
    if len(quoted) == 1:
        return f"{least} of the words are quoted"
    if least == most:
        return f"Direct quotations make up {least} of the words in every source"
    names = [name_source(source, direct["articles"][source]) for source in (low, high)]
    return f"Direct quotations make up {least} of the words in {names[0]} and {most} in {names[1]}"
