"""Which terms a source uses more than another, by article: listed terms, and apart from them all words.

Narration alone: words that the reporter chose. Two sources are compared with each other; of more, each with
all others together, and of more than 12 those with most articles. Where events pair the sides (as in
`differences`), only articles on shared events count, and are shuffled within their events; else, where one
side's articles are longer, within articles of like length (`statistics.family`).
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.differences import LEVEL, OTHERS, shared_events
from analysis.statistics.dispersion import dispersion, document_frequency
from analysis.statistics.family import family_p, length_strata, min_family_p
from analysis.statistics.keyness import g2, log_odds, log_ratio

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["Keyness", "first_terms", "listed_keyness", "word_keyness"]

_MOST_SOURCES = 12
_DRAWN_FROM = 20  # articles
_MOST_WORDS = 2_000
_CARRIERS = 4  # articles with a term, for it to be tested; as for the interval of a rate


class Keyness(NamedTuple):
    """Terms compared between sources.

    Attributes:
        what: what the terms are, in the plural: `listed terms` or `words`.
        table: one row a comparison and term, as `listed_keyness` describes it.
        sources: how many sources there are.
        compared: how many of them were compared.
    """

    what: str
    table: pd.DataFrame
    sources: int
    compared: int

    @property
    def carries_figure(self) -> bool:
        """Whether a comparison has the 20 articles without which frequencies tell nothing of words."""
        return bool((self.table["n_first"] + self.table["n_second"] >= _DRAWN_FROM).any())


class _Terms(NamedTuple):
    """Counts of terms: articles x terms, and what each term is: columns category and term."""

    counts: np.ndarray
    names: pd.DataFrame


def listed_keyness(data: "Features", *, seed: int) -> Keyness:
    """The terms of the list, compared between sources; those that neither side uses are left out.

    Args:
        data: the measured corpus.
        seed: of the arrangements.

    Returns:
        A table with the columns first, second (the sides), category, term; count_first, count_second;
        words_first, words_second (of narration); rate_first, rate_second (per 1,000 words);
        articles_first, articles_second (with the term), n_first, n_second (articles compared), left_out (on
        events that only one side tells); dp_first, dp_second (normalised dispersion: 0 spread evenly, 1 in
        the shortest article alone); g2, log_ratio, log_odds, z (`statistics.keyness`; the prior is as long as
        a mean article of both sides, with each term as frequent as in both); shuffled (within what articles
        are shuffled: `events`, `like length`, or `all`); p (by article, each term alone), p_adjusted (for
        all terms of this table and all comparisons: Westfall and Young within a comparison, Bonferroni
        between). No p (NaN) for a term in fewer than 4 articles, and none at all where no arrangement of so
        few articles has p <= .05, or a side has one article. By comparison, then by the size of z.
    """
    return _keyness("listed terms", _listed(data), data, seed)


def word_keyness(data: "Features", *, seed: int) -> Keyness:
    """All words of narration, compared in the same way: an exploration, a family of its own.

    Words in fewer than 4 articles are left out, and of the others all but the 2,000 in most articles; the
    columns are those of `listed_keyness`, category empty.
    """
    return _keyness("words", _words(data), data, seed)


def first_terms(found: Keyness, *, most: int) -> pd.DataFrame:
    """The rows to be read first, at most `most`: those that hold best, then those furthest apart."""
    rows = found.table.assign(_size=-found.table["z"].abs().astype(float))
    rows = rows.sort_values(["p_adjusted", "p", "_size"], kind="stable").head(most)
    return rows.drop(columns="_size")


def _listed(data: "Features") -> _Terms:
    rows = data.terms[data.terms["voice"] == "narration"]
    names = data.lexicon[["category", "term"]]
    columns = pd.MultiIndex.from_frame(names).get_indexer(
        pd.MultiIndex.from_frame(rows[["category", "term"]])
    )
    return _Terms(_matrix(rows, columns, len(names), data), names)


def _words(data: "Features") -> _Terms:
    rows = data.words[data.words["voice"] == "narration"]
    spread = rows.groupby("word").size()
    chosen = spread[spread >= _CARRIERS].sort_values(ascending=False, kind="stable").index[:_MOST_WORDS]
    rows = rows[rows["word"].isin(chosen)]
    names = pd.DataFrame({"category": "", "term": chosen})
    return _Terms(_matrix(rows, chosen.get_indexer(rows["word"]), len(names), data), names)


def _matrix(rows: pd.DataFrame, columns: np.ndarray, terms: int, data: "Features") -> np.ndarray:
    """Rows of counts as a matrix, articles x terms."""
    counts = np.zeros((len(data.articles), terms), dtype=np.int32)
    articles = pd.Index(data.articles["article_id"]).get_indexer(rows["article_id"])
    np.add.at(counts, (articles, columns), rows["count"].to_numpy())
    return counts


def _keyness(what: str, terms: _Terms, data: "Features", seed: int) -> Keyness:
    chosen = _chosen(data)
    articles = data.articles.reset_index(drop=True)  # as the rows of the counts
    told = articles[articles["narration_words"] > 0]
    tables = [
        _compared(terms, told, own, seed).assign(first=first, second=second)
        for first, second, own in _sides(told, chosen)
        if own.any() and not own.all()
    ]
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=_COLUMNS)
    table["p_adjusted"] = np.minimum(table["p_adjusted"].astype(float) * max(len(tables), 1), 1.0)
    compared = len(chosen) if len(data.sources) > 1 else 0
    return Keyness(what, table[list(_COLUMNS)], len(data.sources), compared)


def _chosen(data: "Features") -> list[str]:
    """The sources to compare, in display order."""
    sizes = data.articles["source"].value_counts().reindex(list(data.sources), fill_value=0)
    most = set(sizes.sort_values(ascending=False, kind="stable").index[:_MOST_SOURCES])
    return [source for source in data.sources if source in most]


def _sides(articles: pd.DataFrame, chosen: Sequence[str]) -> Iterator[tuple[str, str, pd.Series]]:
    """Every comparison, and which articles are on its first side."""
    if len(chosen) == 2:
        yield chosen[0], chosen[1], articles["source"] == chosen[0]
    elif len(chosen) > 2:
        yield from ((source, OTHERS, articles["source"] == source) for source in chosen)


_COLUMNS = (
    *("first", "second", "category", "term", "count_first", "count_second", "words_first", "words_second"),
    *("rate_first", "rate_second", "articles_first", "articles_second", "n_first", "n_second", "left_out"),
    *("dp_first", "dp_second", "g2", "log_ratio", "log_odds", "z", "shuffled", "p", "p_adjusted"),
)


def _compared(terms: _Terms, articles: pd.DataFrame, first: pd.Series, seed: int) -> pd.DataFrame:
    """One comparison; `first` tells which of the articles are on its first side."""
    whole = len(articles)
    shared = shared_events(articles.loc[first, "event"], articles.loc[~first, "event"])
    if len(shared):
        articles = articles[articles["event"].isin(shared)]
    own = first.loc[articles.index].to_numpy()
    counts, words = terms.counts[articles.index], articles["narration_words"].to_numpy()
    used = counts.any(axis=0)
    counts = counts[:, used]
    table = terms.names[used].reset_index(drop=True).assign(left_out=whole - len(articles))
    for side, rows in (("first", own), ("second", ~own)):
        table[f"count_{side}"] = counts[rows].sum(axis=0)
        table[f"words_{side}"] = words[rows].sum()
        table[f"rate_{side}"] = 1000 * table[f"count_{side}"] / table[f"words_{side}"]
        table[f"articles_{side}"] = document_frequency(counts[rows])
        table[f"n_{side}"] = int(rows.sum())
        table[f"dp_{side}"] = dispersion(counts[rows], words[rows]).normalised
    events = shared.get_indexer(articles["event"]) if len(shared) else None
    tested = _tested(counts, words, own, events, seed)
    table = table.assign(**_effects(table, words, own), **tested)
    return table.sort_values("z", key=np.abs, ascending=False, kind="stable", ignore_index=True)


def _effects(table: pd.DataFrame, words: np.ndarray, own: np.ndarray) -> dict[str, Any]:
    """How large the differences are."""
    first, second = table["count_first"], table["count_second"]
    sides = first, float(words[own].sum()), second, float(words[~own].sum())
    prior = (first + second) / words.sum() * words.mean()
    odds = log_odds(*sides, prior=prior, prior_words=float(words.mean()))
    return {"g2": g2(*sides), "log_ratio": log_ratio(*sides), "log_odds": odds.delta, "z": odds.z}


def _tested(
    counts: np.ndarray, words: np.ndarray, own: np.ndarray, events: np.ndarray | None, seed: int
) -> dict[str, Any]:
    """The p values of one comparison, as far as its articles carry them."""
    strata = length_strata(words, own) if events is None else events
    within = "events" if events is not None else "all" if strata is None else "like length"
    p, family = np.full((2, counts.shape[1]), np.nan)
    asked = document_frequency(counts) >= _CARRIERS
    if asked.any() and min(own.sum(), (~own).sum()) > 1 and min_family_p(own, strata) <= LEVEL:
        p[asked], family[asked] = family_p(counts[:, asked], words, own, strata=strata, seed=seed)
    return {"p": p, "p_adjusted": family, "shuffled": within}
