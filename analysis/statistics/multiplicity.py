"""Adjustment of p values for the number of questions asked at once."""

import numpy as np
import numpy.typing as npt

__all__ = ["adjust_p"]


def adjust_p(p: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Adjust p values by Holm's (1979) step-down method.

    If no question has an effect, at most 5 % of families have an adjusted p value of .05 or less.
    NaN stands for a question that was not tested: it stays NaN and does not count.

    >>> adjust_p(np.array([0.01, 0.04, np.nan, 0.03]))
    array([0.03, 0.06,  nan, 0.06])
    """
    found = np.full(len(p), np.nan)
    (tested,) = np.nonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    steps = np.arange(len(order), 0, -1)
    found[order] = np.minimum(np.maximum.accumulate(p[order] * steps), 1.0)
    return found
