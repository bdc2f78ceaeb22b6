"""Concentration of shares: the effective number of categories, with an interval over units."""

from math import exp, log, sqrt

import numpy as np
import numpy.typing as npt

from analysis.statistics.intervals import MIN_UNITS, NO_INTERVAL, Interval

__all__ = ["effective_interval", "effective_number"]

Amounts = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
_HIGH = 0.975


def effective_number(amounts: Amounts) -> float:
    """The number of categories with equal shares that would be as concentrated: 1 / sum of squared shares.

    The inverse of Simpson's (1949) index and of Herfindahl's; Hill's (1973) number of order 2, in political
    science Laakso and Taagepera's (1979) effective number. It runs from 1 (one category has everything) to
    the number of categories with a share; NaN where the amounts sum to 0.

    >>> effective_number(np.array([3.0, 3, 3, 3]))
    4.0
    >>> round(effective_number(np.array([2.0, 1, 1])), 2)
    2.67
    """
    whole = amounts.sum()
    return float(whole**2 / (amounts**2).sum()) if whole > 0 else np.nan


def effective_interval(categories: Numbers, units: Numbers, amounts: Amounts) -> Interval:
    """The 95 % interval of the effective number, for as many units as there are.

    The t interval of its logarithm with the jackknife's variance; no end is below 1. The bootstrap fails
    here: a unit drawn twice repeats its own categories, so every resample is more concentrated than the
    sample. Where categories seldom recur, the bootstrap's interval lies below the number itself. In
    300 simulated samples of 30 units it never covered the true number, the jackknife's did in 94 %.

    Args:
        categories: the number of the category of each amount, from 0; each at most once per unit.
        units: the number of the unit of each amount, from 0.
        amounts: above 0. With fewer than 8 units there is no interval.

    >>> effective_interval(np.zeros(9, dtype=int), np.arange(9), np.ones(9))  # one category has everything
    Interval(low=1.0, high=1.0)
    """
    size = int(units.max(initial=-1)) + 1
    if size < MIN_UNITS:
        return NO_INTERVAL
    from scipy.special import stdtrit  # noqa: PLC0415  # slow to import, needed for large corpora only

    pooled: Amounts = np.bincount(categories, amounts).astype(float)
    squares = (pooled**2).sum() - np.bincount(units, (2 * pooled[categories] - amounts) * amounts)
    without = np.log((amounts.sum() - np.bincount(units, amounts)) ** 2 / squares)
    deviation = sqrt((size - 1) / size * float(((without - without.mean()) ** 2).sum()))
    number, half = log(effective_number(pooled)), float(stdtrit(size - 1, _HIGH)) * deviation
    return Interval(exp(max(0.0, number - half)), exp(number + half))
