"""Which terms one source uses more than another, by article: listed terms, and all words as a second family.

Narration only: words that the reporter chose. Two sources are compared with each other; of more, each with
all others together, and of more than 12 those with most articles. Where events pair the sides (as in
`differences`), only articles on shared events count, and are shuffled within their events. Otherwise, where
the articles of one side are longer, they are shuffled among articles of similar length (`statistics.family`).
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.results import keyness_sentences as sentences
from analysis.results.behind import LEVEL, OTHERS, articles_of_sides, pair_events
from analysis.results.result import Result, define_columns
from analysis.statistics.dispersion import dispersion, document_frequency
from analysis.statistics.family import family_p, length_strata, min_family_p
from analysis.statistics.keyness import g2, log_odds, log_ratio

__all__ = ["compare_listed_terms", "compare_words"]

_MOST_SOURCES = 12
_MOST_WORDS = 2_000
_CARRIERS = 4  # articles with a term, for it to be tested; as for the interval of a rate
_REPORTED = 15  # terms

COLUMNS = define_columns("""
count_{first,second}: count in the {first,second}; times; count
    Times that the term occurs in the narration of the {first,second} side.
rate_{first,second}: rate in the {first,second}; per 1,000 words of narration; figures
    Occurrences per 1,000 words of narration of the {first,second} side.
articles_{first,second}: articles of the {first,second} with the term; articles; count
    Articles of the {first,second} side with the term in narration.
dp_{first,second}: DP in the {first,second}; 0 even, 1 in one short article; figures
    Normalised deviation of proportions (Gries) over the articles of the {first,second} side.
g2: G2; G2; figures
    Log-likelihood ratio of the two rates. It treats words as independent, so it is not used as a test here.
log_ratio: log ratio; doublings; effect
    Binary logarithm of the ratio of the two rates (Hardie); a count of zero is replaced by one half.
log_odds: log odds; log odds ratio; effect
    Log-odds ratio with a prior as long as a mean article (Monroe, Colaresi and Quinn).
z: z; z; effect
    Log-odds ratio divided by its standard error (Monroe, Colaresi and Quinn).
p: p; p value; p
    Permutation p value of the term alone, with articles shuffled.
p_adjusted: adjusted p; p value; p
    Permutation p value adjusted for all terms and comparisons of the family (Westfall and Young, Bonferroni).
""")
_TABLE = (
    *("first", "second", "category", "term", "count_first", "count_second", "words_first", "words_second"),
    *("rate_first", "rate_second", "articles_first", "articles_second", "n_first", "n_second", "left_out"),
    *("dp_first", "dp_second", "g2", "log_ratio", "log_odds", "z", "shuffled", "p", "p_adjusted"),
)


class _Terms(NamedTuple):
    """Counts of terms: articles x terms, and what each term is: columns category and term."""

    counts: np.ndarray
    names: pd.DataFrame


class _Family(NamedTuple):
    """A family of terms: the id of its result, what they are, in the plural, and the keys of its rows."""

    id: str
    terms: str
    keys: tuple[str, ...]


def compare_listed_terms(data: Features, *, seed: int) -> Result:
    """The terms of the list, compared between sources; those that neither side uses are left out.

    Args:
        data: the features that are counted.
        seed: of the permutations.

    Returns:
        The figure, `figures.funnel`, shows every comparison and term: columns first, second (the sides),
        category, term; count_first, count_second; words_first, words_second (of narration); rate_first,
        rate_second (per 1,000 words); articles_first, articles_second (with the term), n_first, n_second
        (articles compared), left_out (on events that only one side reports); dp_first, dp_second (normalised
        dispersion: 0 spread evenly, 1 in the shortest article only); g2, log_ratio, log_odds, z
        (`statistics.keyness`; the prior is as long as a mean article of both sides, with each term as
        frequent as in both); shuffled (within what articles are shuffled: `events`, `similar length`, or
        `all`); p (by article, each term alone), p_adjusted (for all terms of this family and all comparisons:
        Westfall and Young within a comparison, Bonferroni between). There is no p (NaN) for a term in fewer
        than 4 articles, and none at all where no arrangement of so few articles has p <= .05, or a side has
        one article. By comparison, then by the size of z. The table has the 15 rows with the smallest p.
    """
    family = _Family("framing_keyness", "listed terms", ("category", "term", "first", "second"))
    return _report(data, _count_listed(data), family, seed)


def compare_words(data: Features, *, seed: int) -> Result:
    """All words of narration, compared in the same way: an exploration, tested as a separate family.

    Words in fewer than 4 articles are left out, and of the others all but the 2,000 in most articles. The
    columns are those of `compare_listed_terms`, with an empty category.
    """
    family = _Family("framing_words", "words", ("term", "first", "second"))
    return _report(data, _count_words(data), family, seed)


def _report(data: Features, terms: _Terms, family: _Family, seed: int) -> Result:
    sources = _select_sources(data)
    table = _compare(terms, data, sources, seed)
    # The rows to be read first: those with the smallest p, then those with the largest differences.
    order = table.sort_values("z", key=lambda z: -z.abs().astype(float), kind="stable")
    rows = order.sort_values(["p_adjusted", "p"], kind="stable", ignore_index=True).head(_REPORTED)
    articles = data.articles[data.articles["narration_words"] > 0]
    return Result(
        id=family.id,
        table=rows[[*family.keys, "n_first", "n_second", *COLUMNS]],
        keys=family.keys,
        columns=COLUMNS,
        topic="Keyness",
        title=sentences.describe_keyness(table, family.terms),
        subtitle=sentences.describe_test(table),
        note=sentences.describe_left_out(table, len(sources), len(data.sources)),
        sentences=sentences.write_terms(rows),
        plotted=table,
        articles=articles_of_sides(articles),
        nothing=sentences.explain_missing(table, family.terms, len(data.sources)),
        methods=sentences.describe_method(table, seed=seed),
    )


def _count_listed(data: Features) -> _Terms:
    rows = data.terms[data.terms["voice"] == "narration"]
    names = data.lexicon[["category", "term"]]
    columns = pd.MultiIndex.from_frame(names).get_indexer(
        pd.MultiIndex.from_frame(rows[["category", "term"]])
    )
    return _Terms(_build_matrix(rows, columns, len(names), data), names)


def _count_words(data: Features) -> _Terms:
    rows = data.words[data.words["voice"] == "narration"]
    spread = rows.groupby("word").size()
    words = spread[spread >= _CARRIERS].sort_values(ascending=False, kind="stable").index[:_MOST_WORDS]
    rows = rows[rows["word"].isin(words)]
    names = pd.DataFrame({"category": "", "term": words})
    return _Terms(_build_matrix(rows, words.get_indexer(rows["word"]), len(names), data), names)


def _build_matrix(rows: pd.DataFrame, columns: np.ndarray, terms: int, data: Features) -> np.ndarray:
    """Rows of counts as a matrix, articles x terms."""
    counts = np.zeros((len(data.articles), terms), dtype=np.int32)
    articles = pd.Index(data.articles["article_id"]).get_indexer(rows["article_id"])
    np.add.at(counts, (articles, columns), rows["count"].to_numpy())
    return counts


def _select_sources(data: Features) -> list[str]:
    """The sources to compare, in display order; none where there is one source."""
    if len(data.sources) < 2:
        return []
    sizes = data.articles["source"].value_counts().reindex(list(data.sources), fill_value=0)
    most = set(sizes.sort_values(ascending=False, kind="stable").index[:_MOST_SOURCES])
    return [source for source in data.sources if source in most]


def _compare(terms: _Terms, data: Features, sources: Sequence[str], seed: int) -> pd.DataFrame:
    """All comparisons."""
    articles = data.articles.reset_index(drop=True)  # as the rows of the counts
    articles = articles[articles["narration_words"] > 0]
    tables = [
        _compare_sides(terms, articles, own, seed).assign(first=first, second=second)
        for first, second, own in _list_sides(articles, sources)
        if own.any() and not own.all()
    ]
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=_TABLE)
    table["p_adjusted"] = np.minimum(table["p_adjusted"].astype(float) * max(len(tables), 1), 1.0)
    return table[list(_TABLE)]


def _list_sides(
    articles: pd.DataFrame, sources: Sequence[str]
) -> Iterator[tuple[str, str, "pd.Series[bool]"]]:
    """Every comparison, and which articles are on its first side."""
    if len(sources) == 2:
        yield sources[0], sources[1], articles["source"] == sources[0]
    else:
        yield from ((source, OTHERS, articles["source"] == source) for source in sources)


def _compare_sides(
    terms: _Terms, articles: pd.DataFrame, first: "pd.Series[bool]", seed: int
) -> pd.DataFrame:
    """One comparison; `first` says which of the articles are on its first side."""
    whole = len(articles)
    shared = pair_events(articles.loc[first, "event"], articles.loc[~first, "event"])
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
    tested = _test(counts, words, own, events, seed)
    table = table.assign(**_measure_effects(table, words, own), **tested)
    return table.sort_values("z", key=np.abs, ascending=False, kind="stable", ignore_index=True)


def _measure_effects(table: pd.DataFrame, words: np.ndarray, own: np.ndarray) -> dict[str, Any]:
    """How large the differences are."""
    first, second = table["count_first"], table["count_second"]
    sides = first, float(words[own].sum()), second, float(words[~own].sum())
    prior = (first + second) / words.sum() * words.mean()
    odds = log_odds(*sides, prior=prior, prior_words=float(words.mean()))
    return {"g2": g2(*sides), "log_ratio": log_ratio(*sides), "log_odds": odds.delta, "z": odds.z}


def _test(
    counts: np.ndarray, words: np.ndarray, own: np.ndarray, events: np.ndarray | None, seed: int
) -> dict[str, Any]:
    """The p values of one comparison, as far as its articles allow a test."""
    strata = length_strata(words, own) if events is None else events
    within = "events" if events is not None else "all" if strata is None else "similar length"
    p, family = np.full((2, counts.shape[1]), np.nan)
    tested = document_frequency(counts) >= _CARRIERS
    if tested.any() and min(own.sum(), (~own).sum()) > 1 and min_family_p(own, strata) <= LEVEL:
        p[tested], family[tested] = family_p(counts[:, tested], words, own, strata=strata, seed=seed)
    return {"p": p, "p_adjusted": family, "shuffled": within}
