"""Counts of words: the exact interval of a rate, and two rates compared exactly.

Both take every word for a draw of its own (Poisson), which words of one article are not: they describe
counts, and are no inference about a source. `intervals.rate_interval` draws articles.
"""

import numpy as np
import numpy.typing as npt

__all__ = ["garwood", "two_rates_p"]

Values = npt.NDArray[np.float64]
_TAIL = 0.025


def garwood(counts: npt.ArrayLike, words: npt.ArrayLike) -> tuple[Values, Values]:
    """The exact 95 % intervals of Poisson rates: `counts` in so many `words`, element by element.

    Source: Garwood (1936, Biometrika 28): half the .025 quantile of chi-squared with 2x degrees of freedom
    (0 where x = 0), and half its .975 quantile with 2x + 2.

    Returns:
        The lower and the upper ends, per word; NaN where there are no words.
    """
    from scipy.special import gammaincinv  # noqa: PLC0415  # slow to import

    found = np.asarray(counts, dtype=float)
    size = np.asarray(words, dtype=float)
    size = np.where(size > 0, size, np.nan)
    low = np.where(found > 0, gammaincinv(np.maximum(found, 1.0), _TAIL), 0.0)
    return low / size, gammaincinv(found + 1, 1 - _TAIL) / size


def two_rates_p(first: int, first_words: int, second: int, second_words: int) -> float:
    """P of two Poisson rates being one, exact and two-sided: of all counts, how many fall on the first.

    Source: Przyborowski and Wilenski (1940, Biometrika 31). 1 where nothing was counted, NaN where a side
    has no words. It takes words for independent; see the module.
    """
    from scipy.stats import binomtest  # noqa: PLC0415  # slow to import

    if not (first_words > 0 and second_words > 0):
        return np.nan
    if not first + second:
        return 1.0
    share = first_words / (first_words + second_words)
    return float(binomtest(first, first + second, share).pvalue)
