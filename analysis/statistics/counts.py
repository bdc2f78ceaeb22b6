"""Counts: exact intervals of rates and shares, and an exact comparison of two rates.

Rates treat every word (or other unit of exposure) as an independent draw (Poisson). Words of one article are
not independent, so these intervals and p values describe counts and allow no inference about a source.
`intervals.rate_interval` resamples articles instead, and `share_interval` allows for groups.
"""

import numpy as np
import numpy.typing as npt

from analysis.statistics.intervals import Interval

__all__ = ["garwood_interval", "median_share", "share_interval", "two_rates_p"]

Values = npt.NDArray[np.float64]
_LOW, _HIGH = 0.025, 0.975


def garwood_interval(counts: npt.ArrayLike, words: npt.ArrayLike) -> tuple[Values, Values]:
    """The exact 95 % intervals of Poisson rates, element by element.

    Source: Garwood (1936, Biometrika 28): half the .025 quantile of chi-squared with 2x degrees of freedom
    (0 where x = 0), and half its .975 quantile with 2x + 2.

    Args:
        counts: how often something occurs.
        words: in how many words.

    Returns:
        The lower and the upper ends, per word; NaN where there are no words.

    >>> low, high = garwood_interval([2, 0], [423, 438])
    >>> (1000 * low).round(3), (1000 * high).round(3)
    (array([0.573, 0.   ]), array([17.08 ,  8.422]))
    """
    from scipy.special import gammaincinv  # noqa: PLC0415  # slow to import

    found = np.asarray(counts, dtype=float)
    size = np.asarray(words, dtype=float)
    size = np.where(size > 0, size, np.nan)
    low = np.where(found > 0, gammaincinv(np.maximum(found, 1.0), _LOW), 0.0)
    return low / size, gammaincinv(found + 1, _HIGH) / size


def two_rates_p(first: int, first_words: int, second: int, second_words: int) -> float:
    """The exact two-sided p value of the hypothesis that two Poisson rates are equal.

    It is the binomial test of the first side's part of all counts. Source: Przyborowski and Wilenski (1940,
    Biometrika 31). 1 where nothing was counted, NaN where a side has no words.

    >>> round(two_rates_p(2, 423, 0, 438), 4)
    0.2414
    """
    from scipy.stats import binomtest  # noqa: PLC0415  # slow to import

    if not (first_words > 0 and second_words > 0):
        return np.nan
    if not first + second:
        return 1.0
    share = first_words / (first_words + second_words)
    return float(binomtest(first, first + second, share).pvalue)


def share_interval(hits: npt.ArrayLike, sizes: npt.ArrayLike) -> Interval:
    """The 95 % interval of a share whose cases come in groups: the group is the unit.

    Exact (Clopper and Pearson 1934) for the number of independent cases with the same variance (Korn and
    Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts
    estimated from survey data", Survey Methodology 24). Where no case or every case is a hit, that number
    is the number of groups.

    Args:
        hits: how many cases of each group are hits; at least two groups.
        sizes: how many cases each group has.

    >>> low, high = share_interval([0] * 20, [3] * 20)  # none in 20 groups: 1 - .025 ** (1 / 20)
    >>> (low, round(high, 4))
    (0.0, 0.1684)
    """
    from scipy.special import betaincinv, stdtrit  # noqa: PLC0415  # slow to import

    found, cases = np.asarray(hits, dtype=float), np.asarray(sizes, dtype=float)
    groups, whole = len(cases), cases.sum()
    share = found.sum() / whole
    number = float(groups)
    if 0 < share < 1:
        variance = groups / (groups - 1) * ((found - share * cases) ** 2).sum() / whole**2
        number = min(share * (1 - share) / variance, whole) if variance else whole
        number *= (stdtrit(whole - 1, _HIGH) / stdtrit(groups - 1, _HIGH)) ** 2
    x = share * number
    low = betaincinv(x, number - x + 1, _LOW) if share > 0 else 0.0
    high = betaincinv(x + 1, number - x, _HIGH) if share < 1 else 1.0
    return Interval(float(low), float(high))


def median_share(share: float, n: int) -> float:
    """How often the median of `n` independent draws is where a `share` of single draws is: in one tail.

    The distribution of an order statistic, Beta((n + 1) / 2, (n + 1) / 2): exact for an odd `n`. For one
    draw it is `share` itself; the median of many draws seldom leaves the middle.

    >>> [round(median_share(0.2, n), 3) for n in (1, 3, 9)]
    [0.2, 0.104, 0.02]
    """
    from scipy.special import betainc  # noqa: PLC0415  # slow to import

    return float(betainc((n + 1) / 2, (n + 1) / 2, share))
