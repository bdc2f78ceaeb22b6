"""Standardised effects: how many standard deviations a difference is."""

from math import sqrt

import numpy as np
import numpy.typing as npt

__all__ = ["hedges_g", "paired_g", "yardstick"]

Sample = npt.NDArray[np.float64]


def hedges_g(first: Sample, second: Sample) -> float:
    """The difference of two means in pooled standard deviations, corrected for small samples.

    Source: Hedges (1981), with the usual approximation 1 - 3 / (4 df - 1) of his factor. NaN where there
    are fewer than three values in all, a side is empty, or nothing varies.
    """
    freedom = len(first) + len(second) - 2
    if freedom < 1 or not len(first) or not len(second):
        return np.nan
    squares = sum(float(((side - side.mean()) ** 2).sum()) for side in (first, second))
    return _corrected(float(first.mean() - second.mean()), sqrt(squares / freedom), freedom)


def yardstick(first: Sample, second: Sample) -> float:
    """What the difference of two means is divided by to give `hedges_g`, for other differences too.

    NaN where there are fewer than four values in all, a side is empty, or nothing varies.
    """
    freedom = len(first) + len(second) - 2
    if freedom < 2 or not len(first) or not len(second):
        return np.nan
    deviation = sqrt(sum(float(((side - side.mean()) ** 2).sum()) for side in (first, second)) / freedom)
    if deviation <= 1e-12 * max(float(np.abs(side).max()) for side in (first, second)):
        return np.nan
    return deviation / (1 - 3 / (4 * freedom - 1))


def paired_g(differences: Sample) -> float:
    """The mean of paired differences in their own standard deviations, corrected as `hedges_g` is.

    NaN below two pairs, or where the differences do not vary.
    """
    if len(differences) < 2:
        return np.nan
    return _corrected(float(differences.mean()), float(differences.std(ddof=1)), len(differences) - 1)


def _corrected(difference: float, deviation: float, freedom: int) -> float:
    if deviation <= 1e-12 * max(abs(difference), 1e-300):
        return np.nan
    return difference / deviation * (1 - 3 / (4 * freedom - 1))
