"""Dispersion: whether a word is spread over many articles or concentrated in a few."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Dispersion", "dispersion", "document_frequency"]

Values = npt.NDArray[np.float64]


class Dispersion(NamedTuple):
    """Deviation of proportions: 0 where a word is spread like all words, high where it is in few articles.

    Attributes:
        dp: from 0 to 1 minus the share of the shortest article; NaN where the word does not occur.
        normalised: dp divided by its maximum, from 0 to 1; NaN also in a single article.
    """

    dp: Values
    normalised: Values


def dispersion(counts: npt.ArrayLike, words: npt.ArrayLike) -> Dispersion:
    """Gries's DP: half the sum over articles of |share of the word's hits - share of all words|.

    Source: Gries (2008, International Journal of Corpus Linguistics 13); normalised as in Lijffijt and
    Gries (2012, the same journal, 17).

    Args:
        counts: articles x words, or one value per article for a single word.
        words: the length of each article; articles without words do not count.

    >>> found = dispersion([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    >>> round(float(found.dp), 3), round(float(found.normalised), 3)
    (0.18, 0.22)
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


def document_frequency(counts: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """The number of articles in which each word occurs; `counts` as in `dispersion`.

    >>> document_frequency([[2, 0], [1, 0], [0, 5]])
    array([2, 1])
    """
    return np.asarray((np.asarray(counts) > 0).sum(axis=0))
