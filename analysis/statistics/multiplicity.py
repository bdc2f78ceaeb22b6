"""Adjusting p values for how many questions were asked at once."""

import numpy as np
import numpy.typing as npt

__all__ = ["adjusted"]


def adjusted(p: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """P values adjusted by Holm's (1979) step-down method: any false finding in 5 % of families at most.

    NaN stands for a question that was not tested; it stays NaN and does not count.
    """
    found = np.full(len(p), np.nan)
    (tested,) = np.nonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    steps = np.arange(len(order), 0, -1)
    found[order] = np.minimum(np.maximum.accumulate(p[order] * steps), 1.0)
    return found
