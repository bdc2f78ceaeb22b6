"""Sentences about the words that one source uses more than another, as strong as n and p allow."""

from typing import Any

import pandas as pd

from analysis.results.behind import LEVEL, OTHERS
from analysis.results.formats import write_number
from analysis.results.framing import OTHER_LIST
from analysis.results.markdown import cite
from analysis.results.phrases import join_words, name_source, pluralise, state_p
from analysis.results.result import Method

__all__ = [
    "describe_keyness",
    "describe_left_out",
    "describe_method",
    "describe_test",
    "explain_missing",
    "write_terms",
]

_DRAWN = 20  # articles; of fewer, frequencies of words say nothing
_WITHIN = {
    "events": "within their events",
    "similar length": "among those of similar length",
    "all": "between the sources",
}


def describe_method(table: pd.DataFrame, *, seed: int) -> tuple[Method, ...]:
    """How terms were compared and tested; nothing where there are none to compare."""
    effects = (
        "How much more one source uses a term in narration is described by the log ratio "
        f"{cite('hardie2014')}, the log-odds ratio with an informative Dirichlet prior {cite('monroe2008')}, "
        f"the log-likelihood ratio {cite('dunning1993')}, and the dispersion of the term over articles "
        f"{cite('gries2008', 'lijffijt2012')}."
    )
    tests = (
        "Differences in terms were tested by shuffling whole articles, because words come in bursts, and "
        "within events where sources are paired by event. The statistic is the log rate ratio divided by its "
        f"standard error {cite('janssen1997')}. P values are adjusted for all terms of a list "
        f"{cite('westfall1993')} and all comparisons (seed {seed})."
    )
    sentences = [effects * bool(len(table)), tests * bool(table["p"].notna().any())]
    return tuple(Method("Comparison", sentence) for sentence in sentences if sentence)


def describe_keyness(table: pd.DataFrame, what: str) -> str:
    """How many differences of a family of terms are significant.

    Args:
        table: the full table of `results.compare_listed_terms`.
        what: the terms, in the plural: `listed terms` or `words`.
    """
    if table.empty:
        return f"No {what} to compare"
    tested = table[table["p_adjusted"].notna()]
    if tested.empty:
        single = (table["n_first"] <= 1).all()
        why = "One article per source, so nothing is tested" if single else f"Too few articles to test {what}"
        return f"{why}. Largest difference: {_write_counts(table.iloc[0])}"
    articles = f"{int((table['n_first'] + table['n_second']).max()):,} articles"
    correction = f"after correction for {pluralise(len(tested), 'comparison')}"
    significant = tested[tested["p_adjusted"] <= LEVEL]
    if significant.empty:
        least = state_p(tested["p_adjusted"].min())
        return (
            f"No difference in {what} is significant {correction} (smallest adjusted p {least}; {articles})"
        )
    first = significant.sort_values("z", key=abs, ascending=False, kind="stable").head(3)
    examples = [
        f"“{row.term}” {'more' if row.z > 0 else 'less'} in {row.first}" for row in first.itertuples()
    ]
    among = "" if len(significant) <= 3 else "among them "
    number = f"{len(significant):,} of {pluralise(len(tested), 'difference')} in {what}"
    verb = "is" if len(significant) == 1 else "are"
    return f"{number} {verb} significant {correction} ({articles}): {among}{join_words(examples)}"


def explain_missing(table: pd.DataFrame, what: str, sources: int) -> str:
    """Why there is nothing to draw, and what would help; empty where there is something."""
    if sources < 2:
        return f"There is one source, so its {what} cannot be compared. Add articles of another source."
    if table.empty and what == "words":
        return "No word of narration occurs in four articles, so words are not compared. Add articles."
    if table.empty:
        return f"No term of the list occurs in narration that could be compared. {OTHER_LIST}"
    if (table["n_first"] + table["n_second"]).max() < _DRAWN:
        return (
            f"There is no figure of {what} by frequency: a comparison needs {_DRAWN} articles, because with "
            "fewer, all words are rare. Add articles."
        )
    return ""


def describe_test(table: pd.DataFrame) -> str:
    """What the marks of `figures.funnel` mean, and what is shuffled for the test."""
    how = (
        "Height: z of the log-odds, with a prior that weighs as much as an article of mean length "
        "(Monroe et al. 2008)."
    )
    if table["p"].isna().all():
        return f"{how} Too few articles for a test."
    within = join_words([_WITHIN[one] for one in dict.fromkeys(table["shuffled"])])
    return f"{how} Blue: adjusted p ≤ .05; articles are shuffled {within}."


def describe_left_out(table: pd.DataFrame, compared: int, sources: int) -> str:
    """Which sources and articles are not compared."""
    notes = []
    if compared < sources:
        notes.append(f"{compared} of {sources:,} sources are compared: those with most articles.")
    if len(table) and (left := int(table["left_out"].max())):
        notes.append(f"Up to {pluralise(left, 'article')} left out: on events that only one side reports.")
    return " ".join(notes)


def write_terms(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in sentences: columns term, sentence."""
    sentences = [(row.term, f"{_write_term(row)}.") for row in rows.itertuples()]
    return pd.DataFrame(sentences, columns=["term", "sentence"])


def _write_term(row: Any) -> str:  # noqa: ANN401  # a row of `results.compare_listed_terms`
    """How often both sides use a term, in how many articles, and what the test says."""
    first = _write_side(name_source(row.first, row.n_first), row.count_first, row.articles_first, row.n_first)
    second = _write_side(_name_second(row), row.count_second, row.articles_second, row.n_second)
    test = "not tested"
    if not pd.isna(row.p_adjusted):
        verdict = "significant" if row.p_adjusted <= LEVEL else "not significant"
        test = f"{verdict} after correction for all comparisons, adjusted p {state_p(row.p_adjusted)}"
    return f"“{row.term}” occurs {first} and {second}; z {write_number(row.z, '+,.2f')}, {test}"


def _write_side(name: str, count: int, articles: int, n: int) -> str:
    """How often one side uses a term; in how many articles, where it has several."""
    spread = f" (in {articles:,} of {n:,} articles)" if n > 1 else ""
    return f"{pluralise(count, 'time')} in {name}{spread}"


def _write_counts(row: Any) -> str:  # noqa: ANN401
    """The counts of a term on both sides."""
    first = name_source(row.first, row.n_first)
    return f"“{row.term}”, {row.count_first} in {first} and {row.count_second} in {_name_second(row)}"


def _name_second(row: Any) -> str:  # noqa: ANN401
    if row.second == OTHERS:
        return pluralise(row.n_second, "other article")
    return name_source(row.second, row.n_second)
