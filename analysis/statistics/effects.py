"""Standardised effects: differences in units of standard deviations."""

from math import sqrt

import numpy as np
import numpy.typing as npt

__all__ = ["hedges_g", "paired_g", "pooled_sd"]

Sample = npt.NDArray[np.float64]


def hedges_g(first: Sample, second: Sample) -> float:
    """The difference of two means in pooled standard deviations, corrected for small samples.

    Source: Hedges (1981), with the usual approximation of his factor, 1 - 3 / (4 df - 1). NaN with fewer
    than three values in all, with an empty side, or where no side varies.

    >>> round(hedges_g(np.array([3.0, 4, 5, 6, 7]), np.array([0.0, 1, 2, 3, 4])), 3)
    1.714
    """
    deviation, freedom = _pool(first, second)
    return np.nan if np.isnan(deviation) else _divide(float(first.mean() - second.mean()), deviation, freedom)


def pooled_sd(first: Sample, second: Sample) -> float:
    """The pooled standard deviation of two samples, divided by Hedges's small-sample factor.

    A difference of means divided by it is `hedges_g`; other differences can be divided by it too. NaN with
    fewer than four values in all, with an empty side, or where no side varies.

    >>> first, second = np.array([3.0, 4, 5, 6, 7]), np.array([0.0, 1, 2, 3, 4])
    >>> bool(np.isclose(3 / pooled_sd(first, second), hedges_g(first, second)))
    True
    """
    deviation, freedom = _pool(first, second)
    if freedom < 2 or not deviation > 1e-12 * max(float(np.abs(side).max()) for side in (first, second)):
        return np.nan
    return deviation / (1 - 3 / (4 * freedom - 1))


def paired_g(differences: Sample) -> float:
    """The mean of paired differences in their standard deviations, corrected like `hedges_g`.

    NaN with fewer than two pairs, or where the differences do not vary.

    >>> round(paired_g(np.array([1.0, 2, 3])), 3)
    1.143
    """
    if len(differences) < 2:
        return np.nan
    return _divide(float(differences.mean()), float(differences.std(ddof=1)), len(differences) - 1)


def _pool(first: Sample, second: Sample) -> tuple[float, int]:
    """The pooled standard deviation, NaN where there is none, and its degrees of freedom."""
    freedom = len(first) + len(second) - 2
    if freedom < 1 or not len(first) or not len(second):
        return np.nan, 0
    squares = sum(float(((side - side.mean()) ** 2).sum()) for side in (first, second))
    return sqrt(squares / freedom), freedom


def _divide(difference: float, deviation: float, freedom: int) -> float:
    if deviation <= 1e-12 * max(abs(difference), 1e-300):
        return np.nan
    return difference / deviation * (1 - 3 / (4 * freedom - 1))
