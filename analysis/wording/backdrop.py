"""Sentences about how unusual differences are, beside ordinary pairs of articles on one event.

The words follow how often as many ordinary pairs lie so far apart (`alike` in `compare.backdrop`; for one
event it is the share of ordinary pairs itself): "rare" below 5 %, "larger than most" below 20 %, "unusually
small" above 95 %, else "nothing unusual". Where texts break off, a word is used that holds however they go
on. The ordinary pairs are a yardstick and no test: none of these words says that a difference is more than
chance.
"""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare import ordinary
from analysis.measures.schema import Measure
from analysis.wording.phrases import joined, per_cent, plural, who

if TYPE_CHECKING:
    from analysis.compare.backdrop import Backdrop

__all__ = ["backdrop", "backdrop_read", "how_laid"]

_RARE, _LARGE, _SMALL = 0.05, 0.2, 0.95
_WORDS = ("rare", "larger than most", "unusually small", "nothing unusual")


def backdrop(found: "Backdrop") -> pd.DataFrame:
    """Every pair of sources in every measure in a sentence: columns measure, sentence.

    Where nothing can be laid beside ordinary pairs, one sentence says why.
    """
    if (found.table["reason"] != "").all():
        return pd.DataFrame({"measure": ["All"], "sentence": [f"{backdrop_read(found)}."]})
    doubt = " if they tell one event," if found.presumed else ""
    by_name = {one.name: one for one in found.measures}
    rows = [
        (one.label, f"{one.label}:{doubt} {_told(one, row)}.")
        for row in found.table.itertuples()
        for one in [by_name[row.measure]]
    ]
    return pd.DataFrame(rows, columns=["measure", "sentence"])


def backdrop_read(found: "Backdrop") -> str:
    """How many differences are unusual: the title of `figures.backdrop`.

    Where there is one pair of sources, the measures in which it is unusual are named.
    """
    if found.table.empty:
        return "One source: there is no pair to lay beside ordinary pairs"
    if (found.table["reason"] != "").all():
        return f"Nothing can be laid beside ordinary pairs: {joined(list(found.table['reason'].unique()))}"
    labels = {one.name: one.label for one in found.measures}
    said = [(_word(row), labels[row.measure]) for row in found.table.itertuples()]
    named = found.table["measure"].is_unique
    parts = [_counted(word, [label for own, label in said if own == word], named=named) for word in _WORDS]
    unsaid = sum(not word for word, _ in said)
    parts.append(f"{unsaid:,} cannot be told" if unsaid else "")
    doubt = ", if these articles tell one" if found.presumed else ""
    among = f"of {plural(len(said), 'difference')} {joined([part for part in parts if part])}"
    return f"Beside ordinary pairs on one event{doubt}: {among}"


def how_laid(found: "Backdrop") -> str:
    """What the ordinary pairs are, and how to read the numbers: the subtitle of `figures.backdrop`."""
    about = ordinary.about()
    first, last = about["years"]
    short = (
        f" {plural(found.short, 'article')} here {'has' if found.short == 1 else 'have'} fewer words than "
        f"any ordinary one ({ordinary.shortest():,}): rates of short texts lie farther apart by chance."
    )
    row = "a row in the median of its pairs" if (found.table["events"] > 1).any() else "a pair here"
    return (
        f"Ordinary: every two of {joined(about['outlets'])} on {about['events']} events of US politics, "
        f"{first}–{last}: a yardstick, no test. "
        f"As far: the share of ordinary pairs at least as far apart as {row}.{short if found.short else ''}"
    )


def _told(measure: Measure, row: Any) -> str:  # noqa: ANN401  # a row of `compare.backdrop`
    both = f"{who(row.first, row.n_first)} and {who(row.second, row.n_second)}"
    if row.reason:
        return f"{both} cannot be laid beside ordinary pairs: {row.reason}"
    least, most = ("at least ", "at most ") if row.bound else ("", "")
    size = f"a factor of {row.apart:.2f}" if measure.extensive else measure.gap(row.apart)
    several = row.events > 1
    middle = f" in the median of {plural(row.events, 'event')}" if several else ""
    share = f"{most}{per_cent(row.share, 1)} of {row.ordinary} ordinary same-event pairs of US outlets"
    between = f"95 % interval {100 * row.low:.0f} to {100 * row.high:.0f} %"
    medians = f", and {most}{per_cent(row.alike, 1)} of medians of {row.events} such pairs" if several else ""
    word = _word(row) or "no more can be told, since texts break off"
    return (
        f"{both} lie {least}{size} apart{middle}; "
        f"{share} differ at least this much ({between}){medians}: {word}"
    )


def _word(row: Any) -> str:  # noqa: ANN401  # a row of `compare.backdrop`
    """The word for a difference; none where a text that breaks off leaves it open, or nothing is known."""
    word = _word_for(row.alike)
    return "" if row.reason or _word_for(row.alike_least) != word else word


def _word_for(alike: float) -> str:
    if alike < _RARE:
        return _WORDS[0]
    if alike < _LARGE:
        return _WORDS[1]
    return _WORDS[2] if alike > _SMALL else _WORDS[3]


def _counted(word: str, labels: list[str], *, named: bool) -> str:
    """How many differences have a word, and of one pair in which measures."""
    if not labels:
        return ""
    names = f" ({joined(labels)})" if named and word != _WORDS[3] else ""
    return f"{len(labels):,} {'is' if len(labels) == 1 else 'are'} {word}{names}"
