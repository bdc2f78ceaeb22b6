"""What is quoted word for word in more than one source.

Two quotations share words where a run of five is in both (`measures.quotes.runs`): a whole quotation, or
as much of it as the other outlet prints. Articles on one event are compared with each other; those without
an event, among themselves. A quotation of fewer than five words is never found.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.speakers import share_text
from analysis.text.quotations.runs import LEAST

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["shared_by_event", "shared_by_source", "shared_with"]

_Pair = tuple[str, int, bool]  # another source, the words that it quotes too, whether both lead with them


class _Overlaps(NamedTuple):
    """Words of quotations that stand in those of other sources.

    Attributes:
        quotations: the direct quotations of at least five words: article_id, source, event, quote,
            words, lead (the article's first of them), row (its number), any (words that any other
            source quotes).
        pairs: quotation (its row), other (a source that quotes it too), words (how many of it), leads
            (it is its article's lead, and shares words with a lead of the other source).
    """

    quotations: pd.DataFrame
    pairs: pd.DataFrame


def _overlaps(data: "Features") -> _Overlaps:
    """Articles on one event are compared with each other, and those without an event among themselves."""
    about = data.articles[["article_id", "source", "event"]]
    long = (data.quotes["kind"] == "direct") & (data.quotes["words"] >= LEAST)
    own = data.quotes.loc[long, ["article_id", "quote", "words"]].merge(about, on="article_id")
    own["lead"] = ~own["article_id"].duplicated()
    own["row"] = np.arange(len(own))
    runs = data.runs.merge(own, on=["article_id", "quote"])
    own["any"] = 0
    found = []
    for _, same in runs.groupby(runs["event"].fillna("")):
        for row, any_words, pairs in _covered(same, data.sources):
            own.loc[row, "any"] = any_words
            found += [(row, *pair) for pair in pairs]
    return _Overlaps(own, pd.DataFrame(found, columns=["quotation", "other", "words", "leads"]))


def _covered(same: pd.DataFrame, sources: Sequence[str]) -> Iterator[tuple[int, int, list[_Pair]]]:
    """For each quotation on an event: its row, its words that any other source quotes, and which do.

    `same` are the runs of the quotations, as `_overlaps` joins them.
    """
    source = same["source"].map(sources.index).to_numpy()
    run, lead, at = (same[name].to_numpy() for name in ("run", "lead", "at"))
    run = pd.factorize(run)[0]
    quoting = np.zeros((run.max() + 1, len(sources)), dtype=bool)
    leading = quoting.copy()
    quoting[run, source] = True
    leading[run[lead], source[lead]] = True
    for row, own in same.groupby("row").indices.items():
        by = quoting[run[own]]
        by[:, source[own[0]]] = False
        words, leads = _words(at[own], by), lead[own[0]] & leading[run[own]].any(axis=0)
        pairs = [(sources[i], int(words[i]), bool(leads[i])) for i in np.flatnonzero(words).tolist()]
        yield row, int(_words(at[own], by.any(axis=1, keepdims=True))[0]), pairs


def _words(at: "np.ndarray", by: "np.ndarray") -> "np.ndarray":
    """How many words of a quotation lie in runs that each source quotes.

    Args:
        at: where the runs begin.
        by: a row a run, a column a source: whether it quotes the run.
    """
    covered = np.zeros((at.max() + LEAST, by.shape[1]), dtype=bool)
    for shift in range(LEAST):
        covered[at + shift] |= by
    return np.asarray(covered.sum(axis=0))


def shared_with(data: "Features", *, most: int) -> pd.DataFrame:
    """How much of what each source quotes each other source quotes too, for `figures.grid`.

    Of more than `most` sources, those that have most words in common with others.

    Returns:
        Columns category (none), term (the source), source (the other one), quotations (of the first with
        five or more words in common with one of the other), words (of them that both quote), rate (their
        share of the words in the first's direct quotations; NaN without any, and for a source with
        itself), text (the share), leads (articles of the first that share words of their first
        quotation with the first of an article of the other), n (articles of the first).
    """
    own, pairs = _overlaps(data)
    pairs = pairs.merge(own[["row", "source"]], left_on="quotation", right_on="row")
    grouped = pairs.groupby(["source", "other"])
    found = grouped.agg(quotations=("quotation", "size"), words=("words", "sum"), leads=("leads", "sum"))
    weight = grouped["words"].sum().groupby("source").sum().reindex(data.sources, fill_value=0)
    first = set(weight.sort_values(ascending=False, kind="stable").index[:most])
    sources = [source for source in data.sources if source in first]
    grid = pd.MultiIndex.from_product([sources, sources], names=["source", "other"])
    found = found.reindex(grid, fill_value=0).reset_index()
    found = found.rename(columns={"source": "term", "other": "source"})
    grouped = data.articles.groupby("source")
    quoted = found["term"].map(grouped["quotation_words"].sum()).astype(float)
    possible = (quoted > 0) & (found["term"] != found["source"])
    found["rate"] = found["words"].astype(float) / quoted.where(possible)
    found["text"] = found["rate"].map(share_text)
    found["n"] = found["term"].map(grouped.size())
    columns = ["term", "source", "quotations", "words", "rate", "text", "leads", "n"]
    return found[columns].assign(category="")


def shared_by_source(data: "Features") -> pd.DataFrame:
    """How much of what each source quotes any other quotes too.

    Returns:
        Columns source, articles, quotations (direct ones of five words at least), shared (how many have
        words in common with one of another source), words (in the source's direct quotations), both
        (of these, those that another source quotes), share, first (articles whose first such quotation
        shares words with the first of another source's article).
    """
    return _summed(data, _overlaps(data), "source", list(data.sources))


def shared_by_event(data: "Features") -> pd.DataFrame:
    """The same by event, for the events that two sources tell: columns as above, with event and sources."""
    told = data.articles.groupby("event")["source"].nunique()
    told = told[told > 1]
    found = _summed(data, _overlaps(data), "event", list(told.index))
    found.insert(1, "sources", found["event"].map(told))
    return found


def _summed(data: "Features", overlaps: _Overlaps, by: str, keys: list[str]) -> pd.DataFrame:
    """Quotations and words, shared and all, by `source` or `event`."""
    own = overlaps.quotations
    leads = own["row"].isin(overlaps.pairs.loc[overlaps.pairs["leads"], "quotation"])
    marked = own.assign(shared=own["any"] > 0, first=leads)
    table = marked.groupby(by).agg(
        quotations=("row", "size"), shared=("shared", "sum"), both=("any", "sum"), first=("first", "sum")
    )
    grouped = data.articles.groupby(by)
    table = table.reindex(pd.Index(keys, name=by), fill_value=0)
    table["articles"], table["words"] = grouped.size(), grouped["quotation_words"].sum()
    table["share"] = table["both"] / table["words"].where(table["words"] > 0)
    columns = ["articles", "quotations", "shared", "words", "both", "share", "first"]
    return table[columns].reset_index()
