"""Shares of things that come in groups, and what the median of several draws makes of a share."""

import numpy as np
import numpy.typing as npt

from analysis.statistics.intervals import Interval

__all__ = ["median_share", "share_interval"]

_TAILS = (0.025, 0.975)


def share_interval(hits: npt.ArrayLike, sizes: npt.ArrayLike) -> Interval:
    """The 95 % interval of a share whose cases come in groups: the group is the unit.

    Exact (Clopper and Pearson 1934) on the number of independent cases that carry as much (Korn and
    Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts
    estimated from survey data", Survey Methodology 24); where no case or each is a hit, that number is
    the number of groups.

    Args:
        hits: how many cases of each group have what is counted; at least two groups.
        sizes: how many cases each group has.
    """
    from scipy.special import betaincinv, stdtrit  # noqa: PLC0415  # slow to import

    found, of = np.asarray(hits, dtype=float), np.asarray(sizes, dtype=float)
    groups, whole = len(of), of.sum()
    share = found.sum() / whole
    number = float(groups)
    if 0 < share < 1:
        variance = groups / (groups - 1) * ((found - share * of) ** 2).sum() / whole**2
        number = min(share * (1 - share) / variance, whole) if variance else whole
        number *= (stdtrit(whole - 1, _TAILS[1]) / stdtrit(groups - 1, _TAILS[1])) ** 2
    x = share * number
    low = betaincinv(x, number - x + 1, _TAILS[0]) if share > 0 else 0.0
    high = betaincinv(x + 1, number - x, _TAILS[1]) if share < 1 else 1.0
    return Interval(float(low), float(high))


def median_share(share: float, n: int) -> float:
    """How often the median of `n` independent draws lies where at most `share` of single draws lie.

    The order statistic's distribution, Beta((n + 1) / 2, (n + 1) / 2): exact for an odd `n`. For one draw
    it is `share` itself; the median of many draws hardly leaves the middle.
    """
    from scipy.special import betainc  # noqa: PLC0415  # slow to import

    return float(betainc((n + 1) / 2, (n + 1) / 2, share))
