"""Who is quoted: how much, by whom else, and on how few speakers a source relies.

Kept apart are quotations whose speaker is described ("a spokesman") and those whose speaker was not found
or is a pronoun that leads to no name: the same description is not the same speaker.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analysis.measures.spellings import unify_spellings
from analysis.statistics.concentration import effective_interval, effective_number
from analysis.text.quotations.words import words

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = [
    "DESCRIBED",
    "NAMED",
    "OTHERS_NAMED",
    "UNTOLD",
    "concentration",
    "effective_speakers",
    "event_speakers",
    "share_text",
    "speakers",
    "spoken",
    "who_speaks",
]

NAMED, DESCRIBED, UNTOLD = "named", "described, not named", "not told"
OTHERS_NAMED = "all others named"
_FEW = 6  # sources; of more, a cell has no room for articles
_APART = (DESCRIBED, UNTOLD)
_REST = (OTHERS_NAMED, *_APART)


def spoken(data: "Features") -> pd.DataFrame:
    """Every direct quotation with who speaks, names spelt in one way (`compare.spellings`).

    Returns:
        Columns article_id, source, event, quote, words, cue, cue_class, speaker (the name behind the
        mention, else the mention, else "not told"), told (`named`, `described, not named`, `not told`).
    """
    about = data.articles[["article_id", "source", "event"]]
    table = data.quotes[data.quotes["kind"] == "direct"].merge(about, on="article_id")
    speaker = table["resolved"].fillna(table["speaker"])
    untold = (speaker.isna() | speaker.str.lower().isin(words("pronouns"))).astype(bool)
    table["speaker"] = speaker.mask(untold, UNTOLD)
    described = table["speaker"].str[:1].str.islower().astype(bool)
    table["told"] = np.select([untold, described], [UNTOLD, DESCRIBED], NAMED)
    named = table["told"] == NAMED
    events = table["event"].fillna(table["article_id"])
    table.loc[named, "speaker"] = unify_spellings(list(table.loc[named, "speaker"]), list(events[named]))
    columns = ["article_id", "source", "event", "quote", "words", "cue", "cue_class", "speaker", "told"]
    return table[columns]


def speakers(data: "Features") -> pd.DataFrame:
    """Who is quoted in which source, those with most words first.

    Returns:
        Columns source, speaker, told, quotations, words, share (of the words in the source's direct
        quotations), articles (that quote the speaker), n (articles of the source), sources (how many
        quote the speaker).
    """
    table = spoken(data)
    grouped = table.groupby(["source", "speaker", "told"])
    found = grouped.agg(
        quotations=("quote", "size"), words=("words", "sum"), articles=("article_id", "nunique")
    ).reset_index()
    found["share"] = found["words"] / found.groupby("source")["words"].transform("sum")
    found["n"] = found["source"].map(data.articles.groupby("source").size())
    found["sources"] = found.groupby("speaker")["source"].transform("nunique")
    found = found.sort_values(
        ["words", "source", "speaker"], ascending=[False, True, True], ignore_index=True
    )
    return found[["source", "speaker", "told", "quotations", "words", "share", "articles", "n", "sources"]]


def who_speaks(data: "Features", *, most: int) -> pd.DataFrame:
    """The speakers who are quoted most, in every source, for `figures.grid`.

    Sources weigh alike: the speakers with the highest sum of shares come first. Below them the rest: all
    other names, the speakers described, and those not told.

    Returns:
        Columns category (`named`, `the rest`), term (the speaker), source, words, share (of the words in
        the source's direct quotations; NaN without any), rate (the share, for the shade; NaN for the
        rest, which would outshine all), text (the share, and of up to 6 sources with several articles
        these behind a point), articles (that quote the speaker), n (articles of the source).
    """
    table = spoken(data)
    whole = table.groupby("source")["words"].sum()
    named = table["told"] == NAMED
    sums = table[named].groupby(["source", "speaker"])["words"].sum()
    order = sums.div(whole, level="source").groupby("speaker").sum()
    shown = list(order.sort_values(ascending=False, kind="stable").index[:most])
    term = table["speaker"].where(table["speaker"].isin(shown), OTHERS_NAMED).where(named, table["told"])
    found = table.groupby([term.rename("term"), "source"]).agg(
        words=("words", "sum"), articles=("article_id", "nunique")
    )
    rows = [row for row in (*shown, *_REST) if row in found.index]
    grid = pd.MultiIndex.from_product([rows, data.sources], names=["term", "source"])
    found = found.reindex(grid, fill_value=0).reset_index()
    rest = found["term"].isin(_REST)
    found["category"] = np.where(rest, "the rest", "named")
    found["share"] = found["words"] / found["source"].map(whole).astype(float)
    found["rate"] = found["share"].mask(rest)
    found["n"] = found["source"].map(data.articles.groupby("source").size())
    told = len(data.articles) > len(data.sources) <= _FEW
    cells = zip(found["share"], found["articles"], strict=True)
    found["text"] = [
        f"{share_text(share)}{f' · {articles:,}' if told and articles else ''}" for share, articles in cells
    ]
    return found[["category", "term", "source", "words", "share", "rate", "text", "articles", "n"]]


def share_text(share: float) -> str:
    """A share in a cell: per cent with a digit below ten, nothing only of nothing, a dash where undefined."""
    if pd.isna(share):
        return "–"
    if 0 < share < 0.0005:
        return "< 0.1 %"
    return "0" if not share else f"{share * 100:.{int(share < 0.0995)}f} %"


def concentration(data: "Features") -> pd.DataFrame:
    """On how few named speakers each source relies, and whom it shares with others; one row a source.

    Returns:
        Columns source, articles, n (those that quote a speaker by name), speakers (named), effective
        (their effective number, `statistics.concentration`: it grows with the number of articles), low,
        high (its 95 % interval, NaN below 8 articles), first, first_share (the speaker with most words,
        and of how many of the named speakers' words); named, described, untold (shares of the source's
        quoted words); in_events, alone (speakers in events that two sources quote from, and how many of
        them no other source quotes there; a speaker counts once an event).
    """
    if not data.sources:
        return pd.DataFrame(columns=_CONCENTRATION, dtype=float)
    table = spoken(data)
    by_told = table.pivot_table(index="source", columns="told", values="words", aggfunc="sum", fill_value=0)
    by_told = by_told.reindex(columns=[NAMED, *_APART], fill_value=0)
    shares = by_told.div(by_told.sum(axis=1), axis=0)
    shares.columns = pd.Index(["named", "described", "untold"])
    named = table[table["told"] == NAMED]
    rows = pd.DataFrame([_relied(source, named[named["source"] == source]) for source in data.sources])
    rows["articles"] = rows["source"].map(data.articles.groupby("source").size())
    events = event_speakers(data)
    grouped = events.groupby("source")
    rows["in_events"] = rows["source"].map(grouped.size()).fillna(0).astype(int)
    rows["alone"] = rows["source"].map(events[events["sources"] == 1].groupby("source").size())
    rows["alone"] = rows["alone"].fillna(0).astype(int)
    rows = rows.join(shares, on="source")
    return rows[_CONCENTRATION]


_CONCENTRATION = [
    *("source", "articles", "n", "speakers", "effective", "low", "high", "first", "first_share"),
    *("named", "described", "untold", "in_events", "alone"),
]


def _relied(source: str, named: pd.DataFrame) -> dict[str, Any]:
    """The concentration of the named speakers of one source; `named` are its quotations."""
    sums = named.groupby(["article_id", "speaker"])["words"].sum()
    sums = sums[sums > 0]
    articles, who = (pd.factorize(sums.index.get_level_values(level))[0] for level in (0, 1))
    amounts = sums.to_numpy(dtype=float)
    pooled = sums.groupby("speaker").sum().sort_values(ascending=False, kind="stable")
    interval = effective_interval(who, articles, amounts)
    return {
        "source": source,
        "n": int(articles.max(initial=-1)) + 1,
        "speakers": len(pooled),
        "effective": effective_number(pooled.to_numpy(dtype=float)),
        "low": interval.low,
        "high": interval.high,
        "first": pooled.index[0] if len(pooled) else None,
        "first_share": pooled.iloc[0] / pooled.sum() if len(pooled) else np.nan,
    }


def event_speakers(data: "Features") -> pd.DataFrame:
    """Every named speaker of the events that two sources quote from, and who quotes them.

    Returns:
        Columns event, speaker, source, words, sources (how many quote the speaker on this event), of
        (how many quote anyone by name on it).
    """
    table = spoken(data)
    table = table[(table["told"] == NAMED) & table["event"].notna()]
    found = table.groupby(["event", "speaker", "source"])["words"].sum().reset_index()
    found["sources"] = found.groupby(["event", "speaker"])["source"].transform("size")
    found["of"] = found.groupby("event")["source"].transform("nunique")
    return found[found["of"] > 1].reset_index(drop=True)


def effective_speakers(data: "Features") -> "pd.Series[float]":
    """The effective number of named speakers by article_id; none where nobody is quoted by name."""
    table = spoken(data)
    named = table[table["told"] == NAMED]
    sums = named.groupby(["article_id", "speaker"])["words"].sum()
    own = sums.groupby("article_id")
    return own.sum() ** 2 / (sums**2).groupby("article_id").sum()
