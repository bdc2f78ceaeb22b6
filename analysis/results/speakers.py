"""Who is quoted: which speakers, how much, and on how few of them a source relies.

Unnamed speakers ("a spokesman") and unattributed quotations are counted separately: the same description is
not the same speaker.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analysis.measures.speakers import NAMED, UNATTRIBUTED, UNNAMED, list_speech
from analysis.results.behind import matching_articles
from analysis.results.formats import format_share
from analysis.results.markdown import cite
from analysis.results.phrases import describe_shares, describe_truncation, name_source, per_cent, pluralise
from analysis.results.result import Method, Result, define_columns
from analysis.results.shapes import GridResult
from analysis.results.spellings import ACCURACY, ERROR
from analysis.statistics.concentration import effective_interval, effective_number

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["OTHERS_NAMED", "compare_speakers", "measure_concentration"]

OTHERS_NAMED = "other named speakers"
_FEW = 6  # sources; of more, a cell has no room for articles
_REST = (OTHERS_NAMED, UNNAMED, UNATTRIBUTED)
_SPEAKERS = define_columns("""
words: words; words; count
    Words of the speaker in direct quotations of the source.
share: share of the quoted words; share of the quoted words; share
    Words of the speaker as a share of the words in the source's direct quotations.
articles: articles; articles; count
    Articles of the source that quote the speaker.
""")
_CONCENTRATION = define_columns("""
articles: articles of the source; articles; count
    Articles of the source.
n: articles with a named speaker; articles; count
    Articles of the source that quote a speaker by name.
speakers: speakers; speakers; count
    Speakers whom the source quotes by name.
effective: effective speakers; effective number of speakers; figures, interval
    Effective number of the speakers quoted by name: inverse Simpson index of their words in all articles of the source. It grows with the number of articles.
low: effective speakers: lower end; effective number of speakers; figures
    Lower end of the 95 % interval of the effective number of speakers.
high: effective speakers: upper end; effective number of speakers; figures
    Upper end of the 95 % interval of the effective number of speakers.
top_share: share of the most quoted speaker; share of the named speakers' words; share
    Words of the speaker with most words as a share of those of all named speakers of the source.
named: named; share of the quoted words; share
    Quoted words of named speakers as a share of the source's quoted words.
unnamed: unnamed; share of the quoted words; share
    Quoted words of speakers who are described but not named, as a share of the source's quoted words.
unattributed: unattributed; share of the quoted words; share
    Quoted words whose speaker was not found as a share of the source's quoted words.
event_speakers: speakers on shared events; speakers; count
    Named speakers on events on which two sources quote somebody by name; a speaker counts once per event.
exclusive_speakers: exclusive speakers; speakers; count
    Of the speakers on shared events, those whom no other source quotes on the event.
""")  # noqa: E501  # a definition is one line
_NAMES = Method(
    "Measures",
    "Titles and roles are no part of a name. Spellings of a name are counted as one speaker if nobody else "
    "can be meant. Unnamed speakers and unattributed quotations are counted separately.",
)
_METHOD = Method(
    "Measures",
    "The effective number of speakers is 1 divided by the sum of their squared shares of the quoted words "
    f"{cite('simpson1949', 'hill1973', 'laakso1979')}. It grows with the number of articles.",
)
_INTERVAL = Method(
    "Comparison",
    "The 95 % interval of an effective number of speakers is a t interval of its logarithm, with the "
    "variance of the jackknife over articles.",
)


def compare_speakers(data: "Features", *, most: int = 20) -> GridResult:
    """The speakers who are quoted most, in every source, for `figures.grid`.

    Sources count equally: the speakers with the highest sum of shares come first. Below them stand all other
    named speakers, the unnamed ones, and what is unattributed.

    Args:
        data: the features that are counted.
        most: speakers that are named.

    Returns:
        Columns category (`named`, `the rest`), term (the speaker), source, words, share (of the words in
        the source's direct quotations; NaN without any), rate (the share, for the shade; NaN for the
        rest, which would outshine all), text (the share, and of up to 6 sources with several articles
        these after a dot), articles (that quote the speaker), n (articles of the source).
    """
    table = _tabulate_speakers(data, most)
    title = describe_speakers(table)
    return GridResult(
        id="quotes_speakers",
        table=table,
        keys=("term", "source"),
        columns=_SPEAKERS,
        topic="Speakers",
        title=title,
        subtitle=describe_truncation(data.articles, describe_cells(table)),
        articles=matching_articles(data.articles, source="source"),
        chart="Table of the shares of the quoted words by speaker and source",
        write_rate=format_share,
        methods=(_NAMES, ACCURACY),
        nothing="" if table["rate"].notna().any() else f"{title}.",
    )


def _tabulate_speakers(data: "Features", most: int) -> pd.DataFrame:
    """The table of `compare_speakers`."""
    table = list_speech(data)
    whole = table.groupby("source")["words"].sum()
    named = table["status"] == NAMED
    sums = table[named].groupby(["source", "speaker"])["words"].sum()
    order = sums.div(whole, level="source").groupby("speaker").sum()
    first = list(order.sort_values(ascending=False, kind="stable").index[:most])
    term = table["speaker"].where(table["speaker"].isin(first), OTHERS_NAMED).where(named, table["status"])
    found = table.groupby([term.rename("term"), "source"]).agg(
        words=("words", "sum"), articles=("article_id", "nunique")
    )
    rows = [row for row in (*first, *_REST) if row in found.index]
    every = pd.MultiIndex.from_product([rows, data.sources], names=["term", "source"])
    found = found.reindex(every, fill_value=0).reset_index()
    rest = found["term"].isin(_REST)
    found["category"] = np.where(rest, "the rest", "named")
    found["share"] = found["words"] / found["source"].map(whole).astype(float)
    found["rate"] = found["share"].mask(rest)
    found["n"] = found["source"].map(data.articles.groupby("source").size())
    counted = len(data.articles) > len(data.sources) <= _FEW
    found["text"] = [
        f"{format_share(share)}{f' · {articles:,}' if counted and articles else ''}"
        for share, articles in zip(found["share"], found["articles"], strict=True)
    ]
    return found[["category", "term", "source", "words", "share", "rate", "text", "articles", "n"]]


def describe_speakers(table: pd.DataFrame) -> str:
    """Who is quoted most by name, and how much in which source.

    Args:
        table: columns term (the speaker), source, rate (NaN where it is not a name, or nobody is quoted), n
            (articles).
    """
    named = table[table["rate"].notna()]
    if named.empty:
        return "Nobody is quoted by name"
    first = named[named["term"] == named["term"].iloc[0]]
    return f"Most quoted by name: {first['term'].iloc[0]}, {describe_shares(first, 'of the quoted words')}"


def describe_cells(table: pd.DataFrame) -> str:
    """What the cells of a table of speakers mean; columns text, n (articles)."""
    meaning = "Share of the words in direct quotations, by speaker"
    if any("·" in text for text in table["text"]):
        least, most = table["n"].min(), table["n"].max()
        sizes = f"{most:,}" if least == most else f"{least:,} to {most:,}"
        meaning += f"; after the dot, articles that quote the speaker (of {sizes} per source)"
    return f"{meaning}. {ERROR}"


def measure_concentration(data: "Features") -> Result:
    """On how few named speakers each source relies, and whom no other source quotes.

    Returns:
        Columns source, top (the named speaker with most words), articles, n (those that quote a speaker by
        name), speakers (named), effective (their effective number, `statistics.concentration`: it grows with
        the number of articles), low, high (its 95 % interval, NaN below 8 articles), top_share (of the named
        speakers' words); named, unnamed, unattributed (shares of the source's quoted words); event_speakers,
        exclusive_speakers (speakers on events on which two sources quote somebody by name, and those of them
        whom no other source quotes there; a speaker counts once per event).
    """
    speech = list_speech(data)
    named = speech[speech["status"] == NAMED]
    rows = [_measure_source(source, named[named["source"] == source]) for source in data.sources]
    table = pd.DataFrame(rows, columns=["source", *_NUMBERS])
    table["articles"] = table["source"].map(data.articles.groupby("source").size())
    events = find_event_speakers(speech).groupby("source")["sources"]
    counts = {"event_speakers": events.size(), "exclusive_speakers": events.agg(lambda own: (own == 1).sum())}
    for name, count in counts.items():
        table[name] = table["source"].map(count).fillna(0).astype(int)
    words = speech.pivot_table(
        index="source", columns="status", values="words", aggfunc="sum", fill_value=0
    ).reindex(columns=[NAMED, UNNAMED, UNATTRIBUTED], fill_value=0)
    table = table.join(words.div(words.sum(axis=1), axis=0), on="source")
    sentences = [(row.source, describe_concentration(row)) for row in table.itertuples()]
    return Result(
        id="quotes_concentration",
        table=table[["source", "top", *_CONCENTRATION]],
        keys=("source",),
        columns=_CONCENTRATION,
        topic="Speakers",
        sentences=pd.DataFrame(sentences, columns=["source", "sentence"]),
        methods=(_METHOD, *[_INTERVAL] * bool(table["low"].notna().any())),
        articles=matching_articles(named[named["words"] > 0].drop_duplicates("article_id"), source="source"),
    )


_NUMBERS = ("n", "speakers", "effective", "low", "high", "top", "top_share")


def _measure_source(source: str, named: pd.DataFrame) -> dict[str, Any]:
    """The concentration of the named speakers of one source; `named` are its quotations."""
    sums = named.groupby(["article_id", "speaker"])["words"].sum()
    sums = sums[sums > 0]
    articles, speakers = (pd.factorize(sums.index.get_level_values(level))[0] for level in (0, 1))
    pooled = sums.groupby("speaker").sum().sort_values(ascending=False, kind="stable")
    interval = effective_interval(speakers, articles, sums.to_numpy(dtype=float))
    return {
        "source": source,
        "n": int(articles.max(initial=-1)) + 1,
        "speakers": len(pooled),
        "effective": effective_number(pooled.to_numpy(dtype=float)),
        "low": interval.low,
        "high": interval.high,
        "top": pooled.index[0] if len(pooled) else None,
        "top_share": pooled.iloc[0] / pooled.sum() if len(pooled) else np.nan,
    }


def find_event_speakers(speech: pd.DataFrame) -> pd.DataFrame:
    """Every named speaker of the events on which two sources quote somebody by name, and who quotes them.

    Args:
        speech: as `measures.speakers.list_speech` has it.

    Returns:
        Columns event, speaker, source, words, sources (how many quote the speaker on this event), quoting
        (how many quote anyone by name on it).
    """
    table = speech[(speech["status"] == NAMED) & speech["event"].notna()]
    found = table.groupby(["event", "speaker", "source"])["words"].sum().reset_index()
    found["sources"] = found.groupby(["event", "speaker"])["source"].transform("size")
    found["quoting"] = found.groupby("event")["source"].transform("nunique")
    return found[found["quoting"] > 1].reset_index(drop=True)


def describe_concentration(row: Any) -> str:  # noqa: ANN401  # a row of `measure_concentration`
    """On how few speakers one source relies, in sentences."""
    if not row.n:
        return "Nobody is quoted by name."
    where = (
        name_source(row.source, 1)
        if row.articles == 1
        else f"{row.n:,} of {pluralise(row.articles, 'article')}"
    )
    verb = "speaker is" if row.speakers == 1 else "speakers are"
    sentences = [f"{row.speakers:,} {verb} quoted by name in {where}."]
    if row.speakers > 1:
        interval = f" (95 % interval {row.low:.1f} to {row.high:.1f})" if pd.notna(row.low) else ""
        sentences.append(f"Their effective number is {row.effective:.1f}{interval}.")
        sentences.append(f"{row.top} has {per_cent(row.top_share, 1)} of their words.")
    if row.unnamed or row.unattributed:
        sentences.append(
            f"Of all quoted words, {per_cent(row.unnamed, 1)} are from unnamed speakers and "
            f"{per_cent(row.unattributed, 1)} are unattributed."
        )
    if row.event_speakers and not row.exclusive_speakers:
        sentences.append("Every speaker on shared events is also quoted by another source.")
    elif row.event_speakers:
        speakers = pluralise(row.event_speakers, "speaker")
        sentences.append(
            f"Counted once per event, {row.exclusive_speakers:,} of {speakers} on shared events "
            f"{'is' if row.exclusive_speakers == 1 else 'are'} quoted by no other source."
        )
    return " ".join(sentences)
