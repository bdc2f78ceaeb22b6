"""95 % intervals of means and rates over articles, alone and as differences between two sources.

A rate is a sum of counts over a sum of words, one count and one number of words an article; a mean is a
rate over ones. The article is what is drawn anew: words of one article are not independent.

At each end the interval is the wider of two. The BCa bootstrap (Efron 1987), with the percentiles widened
for small samples (Hesterberg 2015, "What teachers should know about the bootstrap", 5.2), follows the skew;
the t interval on the jackknife's variance, its degrees of freedom those of the articles that carry the
weight, keeps the width. Alone, either covers too little where few articles of unequal length hold bursty
words; `tests/benchmarks/simulations.py` shows both, and that together they cover what they say.
"""

from functools import lru_cache
from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = [
    "LEAST",
    "NONE",
    "RESAMPLES",
    "Interval",
    "difference_interval",
    "mean_interval",
    "rate_difference_interval",
    "rate_interval",
]

LEAST = 8  # articles a side; the interval of fewer is too short too often
_CARRIERS = 4  # articles with a count other than zero, for a rate to have an interval
_MOST = 1_000  # articles a side; beyond them both intervals are the same, and the bootstrap only slow
RESAMPLES = 9999
_TAIL = 0.025

Sample = npt.NDArray[np.float64]


class Interval(NamedTuple):
    """The two ends of a 95 % interval; NaN where there is none."""

    low: float
    high: float


NONE = Interval(np.nan, np.nan)


def mean_interval(sample: Sample, *, seed: int) -> Interval:
    """The interval of a mean; none below 8 values."""
    return _interval([_side(sample, np.ones(len(sample)), seed, 0)] if len(sample) >= LEAST else [])


def difference_interval(first: Sample, second: Sample, *, seed: int) -> Interval:
    """The interval of the difference of two means, first less second; none below 8 values on a side."""
    if min(len(first), len(second)) < LEAST:
        return NONE
    return _interval([_side(side, np.ones(len(side)), seed, i) for i, side in enumerate((first, second))])


def rate_interval(counts: Sample, words: Sample, *, seed: int) -> Interval:
    """The interval of the sum of `counts` over the sum of `words`, a value an article in each.

    None below 8 articles, or where fewer than 4 have a count.
    """
    if not _carries(counts):
        return NONE
    return _interval([_side(counts, words, seed, 0)])


def rate_difference_interval(
    first: tuple[Sample, Sample], second: tuple[Sample, Sample], *, seed: int
) -> Interval:
    """The interval of the difference of two rates; `first` and `second` are counts and words by article.

    None where `rate_interval` gives none for either side.
    """
    if not (_carries(first[0]) and _carries(second[0])):
        return NONE
    return _interval([_side(*side, seed, i) for i, side in enumerate((first, second))])


def _carries(counts: Sample) -> bool:
    return len(counts) >= LEAST and int((counts != 0).sum()) >= _CARRIERS


class _Side(NamedTuple):
    """A rate, its bootstrap replicates (none of very many articles), and what each article does to it."""

    rate: float
    replicates: Sample
    influence: Sample
    weighty: float  # articles that would carry the same weight if all were of one length

    @property
    def variance(self) -> float:
        """The jackknife's variance of the rate."""
        n = len(self.influence)
        return float((self.influence**2).sum() * n / (n - 1))


def _side(counts: Sample, words: Sample, seed: int, stream: int) -> _Side:
    size, whole = len(counts), words.sum()
    rate = counts.sum() / whole
    without = (counts.sum() - counts) / (whole - words)
    influence = (size - 1) / size * (rate - without)
    replicates = np.empty(0)
    if size <= _MOST:
        weights = _resamples(size, seed, stream).astype(float)
        replicates = (weights @ counts) / (weights @ words)
    return _Side(float(rate), replicates, influence, float(whole**2 / (words**2).sum()))


@lru_cache(maxsize=32)
def _resamples(size: int, seed: int, stream: int) -> npt.NDArray[np.uint8]:
    """How often each of `size` articles is drawn in each resample; shared by all measures of a source."""
    draw = np.random.default_rng((seed, stream, size))
    return draw.multinomial(size, np.full(size, 1 / size), size=RESAMPLES).astype(np.uint8)


def _interval(sides: list[_Side]) -> Interval:
    """The interval of a rate, or of the first rate less the second."""
    if not sides:
        return NONE
    estimate = sides[0].rate - sum(side.rate for side in sides[1:])
    variance = sum(side.variance for side in sides)
    if variance <= (1e-12 * max(abs(side.rate) for side in sides)) ** 2:
        return Interval(estimate, estimate)
    from scipy.special import stdtrit  # noqa: PLC0415  # slow to import, needed for large corpora only

    freedom = variance**2 / sum(side.variance**2 / max(side.weighty - 1, 1) for side in sides)
    t = float(stdtrit(freedom, 1 - _TAIL))
    half = t * sqrt(variance)
    low, high = estimate - half, estimate + half
    if all(len(side.replicates) for side in sides):
        ends = _bca(sides, estimate, t * sqrt(variance / sum((s.influence**2).sum() for s in sides)))
        low, high = min(low, ends[0]), max(high, ends[1])
    return Interval(low, high)


def _bca(sides: list[_Side], estimate: float, z: float) -> tuple[float, float]:
    """The bias-corrected and accelerated percentiles that lie `z` normal deviations out."""
    from scipy.special import ndtr, ndtri  # noqa: PLC0415  # as above

    replicates = np.sort(sides[0].replicates - sum(side.replicates for side in sides[1:]))
    pull = np.concatenate([sides[0].influence, *(-side.influence for side in sides[1:])])
    acceleration = (pull**3).sum() / (6 * (pull**2).sum() ** 1.5)
    below = (np.searchsorted(replicates, estimate) + np.searchsorted(replicates, estimate, "right")) / 2
    bias = ndtri(np.clip(below, 1, len(replicates) - 1) / len(replicates))
    shifted = bias + np.array([-z, z])
    share = ndtr(bias + shifted / np.maximum(1 - acceleration * shifted, 1e-6))
    low, high = np.quantile(replicates, share)
    return float(low), float(high)
