"""Dispersion: whether a word is spread over the articles or sits in a few of them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Dispersion", "carriers", "dispersion", "juilland_d"]

Values = npt.NDArray[np.float64]


class Dispersion(NamedTuple):
    """Deviations of proportions: 0 is spread as the words are, high is in few articles.

    Attributes:
        dp: from 0 to 1 less the share of the shortest article; NaN where the word does not occur.
        normalised: dp divided by the most that it can be, from 0 to 1; NaN also in a single article.
    """

    dp: Values
    normalised: Values


def dispersion(counts: npt.ArrayLike, words: npt.ArrayLike) -> Dispersion:
    """Gries's DP: half the sum over articles of |share of the word's hits - share of all words|.

    Source: Gries (2008, International Journal of Corpus Linguistics 13); normalised as in Lijffijt and
    Gries (2012, the same journal, 17).

    Args:
        counts: articles x words, or one value an article for a single word.
        words: the length of each article; those without words do not count.
    """
    size = np.asarray(words, dtype=float)
    found = np.asarray(counts, dtype=float)[size > 0]
    totals = found.sum(axis=0)
    share = size[size > 0] / size.sum()
    expected = share.reshape(-1, *[1] * (found.ndim - 1))
    dp = np.abs(found / np.where(totals > 0, totals, np.nan) - expected).sum(axis=0) / 2
    dp = np.where(totals > 0, dp, np.nan)
    most = 1 - share.min(initial=1.0)
    return Dispersion(dp, dp / (most if most > 0 else np.nan))


def juilland_d(counts: npt.ArrayLike, words: npt.ArrayLike) -> Values:
    """Juilland's D: 1 - V / sqrt(n - 1), V the variation coefficient of the n articles' own rates.

    From 0, all in one article, to 1; the measure of older frequency dictionaries, to which DP is mostly
    preferred. Source: Juilland and Chang-Rodriguez (1964), with the standard deviation of the population.
    NaN where the word does not occur, or there is one article. Arguments as in `dispersion`.
    """
    size = np.asarray(words, dtype=float)
    found = np.asarray(counts, dtype=float)[size > 0]
    rates = found / size[size > 0].reshape(-1, *[1] * (found.ndim - 1))
    mean = rates.sum(axis=0) / max(len(rates), 1)
    spread = np.sqrt(((rates - mean) ** 2).sum(axis=0) / max(len(rates) - 1, 1) / max(len(rates), 1))
    known = (mean > 0) & (len(rates) > 1)
    return np.where(known, 1 - spread / np.where(known, mean, np.nan), np.nan)


def carriers(counts: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """In how many articles each word occurs; `counts` as in `dispersion`."""
    return np.asarray((np.asarray(counts) > 0).sum(axis=0))
