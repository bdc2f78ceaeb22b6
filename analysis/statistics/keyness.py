"""Keyness: how much more one side uses a word than the other. Arrays in, one element per word.

None of these is a test. They treat words as independent, but words come in bursts: an article that uses a
word once is likely to use it again. `family.family_p` tests by article.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["LogOdds", "g2", "log_odds", "log_ratio"]

Values = npt.NDArray[np.float64]
_ABSENT = 0.5  # replaces a count of zero in a ratio


class LogOdds(NamedTuple):
    """Log-odds ratios, natural logarithm, the first side over the second.

    Attributes:
        delta: the ratio of the odds, each with the prior added.
        variance: its approximate variance.
        z: delta / sqrt(variance); for ranking words, not a test.
    """

    delta: Values
    variance: Values
    z: Values


def g2(first: npt.ArrayLike, first_words: float, second: npt.ArrayLike, second_words: float) -> Values:
    """The log-likelihood ratio of the 2 x 2 table: the word and all other words, on either side.

    G2 = 2 sum(O ln(O / E)), never negative. Source: Dunning (1993, Computational Linguistics 19). NaN where
    a side has no words.

    >>> g2([7, 60], 100, [2, 60], 100).round(3)
    array([3.073, 0.   ])
    """
    one, other = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    words = np.array([first_words, second_words], dtype=float)
    whole = words.sum()
    if not words.all():
        return np.full(one.shape, np.nan)
    total = np.zeros(one.shape)
    for cells in ((one, other), (words[0] - one, words[1] - other)):
        row = cells[0] + cells[1]
        for observed, size in zip(cells, words, strict=True):
            ratio = np.divide(observed * whole, row * size, out=np.ones_like(one), where=observed > 0)
            total += observed * np.log(ratio)
    return np.maximum(2 * total, 0.0)


def log_ratio(first: npt.ArrayLike, first_words: float, second: npt.ArrayLike, second_words: float) -> Values:
    """The binary logarithm of the ratio of two rates: 1 is twice as often, -1 half as often.

    Source: Hardie (2014, "Log Ratio: an informal introduction"); as there, a count of zero on one side is
    replaced by one half. NaN where both are zero, or a side has no words.

    >>> log_ratio([4, 1, 0], 100, [1, 4, 0], 200)
    array([ 3., -1., nan])
    """
    one, other = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if not (first_words > 0 and second_words > 0):
        return np.full(one.shape, np.nan)
    ratio = np.where(one > 0, one, _ABSENT) / np.where(other > 0, other, _ABSENT)
    return np.where(one + other > 0, np.log2(ratio * second_words / first_words), np.nan)


def log_odds(
    first: npt.ArrayLike,
    first_words: float,
    second: npt.ArrayLike,
    second_words: float,
    *,
    prior: npt.ArrayLike,
    prior_words: float,
) -> LogOdds:
    """Fightin' Words: log-odds ratios with a Dirichlet prior, which shrinks those of rare words towards 0.

    With y counts, n words, a the prior of the word and a0 that of all words, each side has the odds
    (y + a) / (n + a0 - y - a), and the variance is 1 / (y1 + a) + 1 / (y2 + a).
    Source: Monroe, Colaresi and Quinn (2008, Political Analysis 16), equations 16, 19 and 22.

    Args:
        first: counts of each word on the first side.
        first_words: all words of that side.
        second: counts on the second side.
        second_words: all words of that side.
        prior: pseudo-counts of each word; where one is zero the result is NaN.
        prior_words: their sum over all words, including those that are not compared.

    >>> found = log_odds([12], 1000, [5], 1500, prior=[0.4], prior_words=30)
    >>> found.delta.round(3), found.z.round(3)
    (array([1.236]), array([2.396]))
    """
    a = np.asarray(prior, dtype=float)
    a = np.where(a > 0, a, np.nan)
    one, other = np.asarray(first, dtype=float) + a, np.asarray(second, dtype=float) + a
    delta = np.log(one / (first_words + prior_words - one)) - np.log(
        other / (second_words + prior_words - other)
    )
    variance = 1 / one + 1 / other
    return LogOdds(delta, variance, delta / np.sqrt(variance))
