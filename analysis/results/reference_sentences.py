"""Comparisons with the reference pairs in sentences, and how unusual each difference is in a word.

The words follow how often as many reference pairs differ at least as much: "rare" below 5 %, "larger than
most" below 20 %, "unusually small" above 95 %, else "not unusual". Where articles are truncated, a word is
used only if it holds however they go on.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.measures.measure import Measure
from analysis.results import reference_pairs
from analysis.results.behind import OTHERS
from analysis.results.phrases import join_words, name_source, per_cent, pluralise

__all__ = ["describe_pairs", "describe_rows", "describe_unusual", "write_reference"]

_RARE, _LARGE, _SMALL = 0.05, 0.2, 0.95
_WORDS = ("rare", "larger than most", "unusually small", "not unusual")


def write_reference(
    measures: Sequence[Measure], table: pd.DataFrame, title: str, *, presumed: bool
) -> pd.DataFrame:
    """Every pair of sources in every measure in a sentence: columns measure, sentence."""
    if (table["reason"] != "").all():
        return pd.DataFrame({"measure": ["All"], "sentence": [f"{title}."]})
    doubt = " if they report one event," if presumed else ""
    by_name = {one.name: one for one in measures}
    rows = [
        (one.label, f"{one.label}:{doubt} {_write_sentence(one, row)}.")
        for row in table.itertuples()
        for one in [by_name[row.measure]]
    ]
    return pd.DataFrame(rows, columns=["measure", "sentence"])


def _write_sentence(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of the table
    both = f"{name_source(row.first, row.n_first)} and {name_source(row.second, row.n_second)}"
    if row.reason:
        return f"{both} cannot be compared with the reference pairs: {row.reason}"
    least, most = ("at least ", "at most ") if row.bound else ("", "")
    size = f"a factor of {row.distance:.2f}" if measure.extensive else measure.gap(row.distance)
    several = row.events > 1
    middle = f" in the median of {pluralise(row.events, 'event')}" if several else ""
    share = f"{most}{per_cent(row.share, 1)} of {row.reference_pairs} reference pairs of US outlets"
    interval = f"95 % interval {100 * row.low:.0f} to {100 * row.high:.0f} %"
    medians = (
        f", and {most}{per_cent(row.share_of_medians, 1)} of medians of {row.events} such pairs"
        if several
        else ""
    )
    word = _find_word(row) or "truncated articles leave open whether this is unusual"
    frequency = f"{share} differ at least as much ({interval}){medians}"
    return f"{both} differ by {least}{size}{middle}; {frequency}: {word}"


def _find_word(row: Any) -> str:  # noqa: ANN401  # a row of the table
    """The word for a difference; none where a truncated article leaves it open, or nothing is known."""
    word = _word_for(row.share_of_medians)
    return "" if row.reason or _word_for(row.least_share_of_medians) != word else word


def _word_for(share: float) -> str:
    if share < _RARE:
        return _WORDS[0]
    if share < _LARGE:
        return _WORDS[1]
    return _WORDS[2] if share > _SMALL else _WORDS[3]


def describe_unusual(measures: Sequence[Measure], table: pd.DataFrame, *, presumed: bool) -> str:
    """How many differences are unusual; of one pair of sources, in which measures."""
    if table.empty:
        return "One source, so there is no pair to compare with the reference pairs"
    if (table["reason"] != "").all():
        return f"No comparison with the reference pairs: {join_words(list(table['reason'].unique()))}"
    labels = {one.name: one.label for one in measures}
    words = [(_find_word(row), labels[row.measure]) for row in table.itertuples()]
    named = table["measure"].is_unique
    parts = [
        _count_word(word, [label for own, label in words if own == word], named=named) for word in _WORDS
    ]
    open_ = sum(not word for word, _ in words)
    parts.append(f"{open_:,} left open" if open_ else "")
    first, *rest = [part for part in parts if part]
    count, _, word = first.partition(" ")
    verb = "is" if count == "1" else "are"
    head = f"{count} of {pluralise(len(words), 'difference')} {verb} {word} among reference pairs"
    doubt = " (if these articles report one event)" if presumed else ""
    return join_words([f"{head}{doubt}", *rest])


def _count_word(word: str, labels: list[str], *, named: bool) -> str:
    """How many differences have a word, and of one pair in which measures."""
    names = f" ({join_words(labels)})" if named and labels and word != _WORDS[3] else ""
    return f"{len(labels):,} {word}{names}" if labels else ""


def describe_pairs(table: pd.DataFrame, short: int) -> str:
    """What the reference pairs are, and how to read the numbers."""
    about = reference_pairs.about()
    first, last = about["years"]
    shorter = (
        f" {pluralise(short, 'article')} here {'has' if short == 1 else 'have'} fewer words than any "
        f"reference article ({reference_pairs.shortest():,}): rates of short texts differ more by chance."
    )
    several = (table["events"] > 1).any()
    compared = "medians of the same number of reference pairs" if several else "reference pairs"
    return (
        f"Reference: every two of {join_words(about['outlets'])} on {about['events']} events of US politics, "
        f"{first}–{last}; a description, not a test. "
        f"Share: {compared} that differ at least as much; below {100 * _RARE:.0f} % is rare, above "
        f"{100 * _SMALL:.0f} % unusually small.{shorter if short else ''}"
    )


def describe_rows(table: pd.DataFrame) -> str:
    """What a reader must know of the rows."""
    notes = []
    if (table["second"] == OTHERS).any():
        notes.append("Each source in its pairs with every other source.")
    if (table["bound"] != "").any():
        notes.append("▷ ≥ ≤ ? Truncated articles: the difference is at least this large, or is left open.")
    reasons = [reason for reason in table["reason"].unique() if reason and "truncated" not in reason]
    notes += [f"– {reason[0].upper()}{reason[1:]}." for reason in reasons]
    return " ".join(notes)
