"""How concentrated shares are: the effective number of those who share, and how sure it is over articles."""

from math import exp, log, sqrt

import numpy as np
import numpy.typing as npt

from analysis.statistics.intervals import LEAST, NONE, Interval

__all__ = ["effective_interval", "effective_number"]

Amounts = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
_TAIL = 0.025


def effective_number(amounts: Amounts) -> float:
    """How many with equal shares would be as concentrated: 1 / sum of squared shares.

    The inverse of Simpson's (1949) index and of Herfindahl's; Hill's (1973) number of order 2, in political
    science Laakso and Taagepera's (1979) effective number. From 1 (one has all) to the number of those
    with a share; NaN where nobody has any.
    """
    whole = amounts.sum()
    return float(whole**2 / (amounts**2).sum()) if whole > 0 else np.nan


def effective_interval(who: Numbers, articles: Numbers, amounts: Amounts) -> Interval:
    """The 95 % interval of the effective number, over as many articles as there are.

    The t interval of its logarithm on the jackknife's variance, no end below 1. Drawing articles anew
    would not do: an article drawn twice brings its own speakers twice, so that every resample is more
    concentrated than the sample, and where speakers seldom recur the bootstrap's interval lies below the
    number itself (it then covers what it should in none of 300 simulated samples of 30 articles, the
    jackknife's in 94 %).

    Args:
        who: the number of who has each amount, from 0; each once an article.
        articles: the number of the article that each amount is from, from 0.
        amounts: above 0. With fewer than 8 articles there is no interval.
    """
    size = int(articles.max(initial=-1)) + 1
    if size < LEAST:
        return NONE
    from scipy.special import stdtrit  # noqa: PLC0415  # slow to import, needed for large corpora only

    pooled: Amounts = np.bincount(who, amounts).astype(float)
    squares = (pooled**2).sum() - np.bincount(articles, (2 * pooled[who] - amounts) * amounts)
    without = np.log((amounts.sum() - np.bincount(articles, amounts)) ** 2 / squares)
    deviation = sqrt((size - 1) / size * float(((without - without.mean()) ** 2).sum()))
    number, half = log(effective_number(pooled)), float(stdtrit(size - 1, 1 - _TAIL)) * deviation
    return Interval(exp(max(0.0, number - half)), exp(number + half))
