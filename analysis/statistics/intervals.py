"""95 % intervals of means and rates over units, for one sample and for the difference between two.

A rate is a sum of counts over a sum of words, with one count and one number of words per unit; a mean is a
rate with 1 in place of words. The unit, such as an article, is what is resampled: words of one article are
not independent.

At each end the interval is the wider of two. The BCa bootstrap (Efron 1987) follows the skew; its percentiles
are widened for small samples (Hesterberg 2015, "What teachers should know about the bootstrap", 5.2). The
t interval with the jackknife's variance keeps the width; its degrees of freedom are those of the units that
carry the weight. Alone, each covers too little where few units of unequal length hold bursty words.
`tests/benchmarks/simulations.py` shows both, and that together they cover 95 %.
"""

from functools import lru_cache
from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = [
    "MIN_UNITS",
    "NO_INTERVAL",
    "RESAMPLES",
    "Interval",
    "difference_interval",
    "mean_interval",
    "rate_difference_interval",
    "rate_interval",
]

MIN_UNITS = 8  # per side; intervals of fewer are too short too often
_MIN_NONZERO = 4  # units with a count above zero that a rate needs for an interval
_MAX_BOOTSTRAP = 1_000  # units per side; with more both intervals agree, and the bootstrap is slow
RESAMPLES = 9999
_HIGH = 0.975

Sample = npt.NDArray[np.float64]


class Interval(NamedTuple):
    """The two ends of a 95 % interval; NaN where there is none."""

    low: float
    high: float


NO_INTERVAL = Interval(np.nan, np.nan)


def mean_interval(sample: Sample, *, seed: int) -> Interval:
    """The interval of a mean; none below 8 values.

    >>> low, high = mean_interval(np.array([3.0, 4, 4, 5, 5, 6, 6, 7]), seed=1)
    >>> bool(low < 5 < high)
    True
    >>> mean_interval(np.array([3.0, 4]), seed=1)
    Interval(low=nan, high=nan)
    """
    return _combine([_resample(sample, np.ones(len(sample)), seed, 0)] if len(sample) >= MIN_UNITS else [])


def difference_interval(first: Sample, second: Sample, *, seed: int) -> Interval:
    """The interval of the difference of two means, first minus second; none below 8 values on a side.

    >>> difference_interval(np.full(8, 3.0), np.full(9, 1.0), seed=1)  # no side varies
    Interval(low=2.0, high=2.0)
    """
    if min(len(first), len(second)) < MIN_UNITS:
        return NO_INTERVAL
    return _combine([_resample(side, np.ones(len(side)), seed, i) for i, side in enumerate((first, second))])


def rate_interval(counts: Sample, words: Sample, *, seed: int) -> Interval:
    """The interval of the sum of `counts` over the sum of `words`, each with one value per unit.

    None below 8 units, or where fewer than 4 have a count above zero.

    >>> rate_interval(np.full(8, 2.0), np.full(8, 400.0), seed=1)
    Interval(low=0.005, high=0.005)
    """
    if not _is_sufficient(counts):
        return NO_INTERVAL
    return _combine([_resample(counts, words, seed, 0)])


def rate_difference_interval(
    first: tuple[Sample, Sample], second: tuple[Sample, Sample], *, seed: int
) -> Interval:
    """The interval of the difference of two rates, first minus second.

    Each side is a pair: counts and words, with one value per unit. None where `rate_interval` gives none
    for either side.

    >>> words = np.full(8, 256.0)
    >>> rate_difference_interval((np.full(8, 3.0), words), (np.full(8, 1.0), words), seed=1)
    Interval(low=0.0078125, high=0.0078125)
    """
    if not (_is_sufficient(first[0]) and _is_sufficient(second[0])):
        return NO_INTERVAL
    return _combine([_resample(*side, seed, i) for i, side in enumerate((first, second))])


def _is_sufficient(counts: Sample) -> bool:
    return len(counts) >= MIN_UNITS and int((counts != 0).sum()) >= _MIN_NONZERO


class _Side(NamedTuple):
    """A rate, its bootstrap replicates (none for very many units), and the influence of each unit."""

    rate: float
    replicates: Sample
    influence: Sample
    effective_size: float  # the number of units of equal length with the same weight

    @property
    def variance(self) -> float:
        """The jackknife's variance of the rate."""
        n = len(self.influence)
        return float((self.influence**2).sum() * n / (n - 1))


def _resample(counts: Sample, words: Sample, seed: int, stream: int) -> _Side:
    size, whole = len(counts), words.sum()
    rate = counts.sum() / whole
    without = (counts.sum() - counts) / (whole - words)
    influence = (size - 1) / size * (rate - without)
    replicates = np.empty(0)
    if size <= _MAX_BOOTSTRAP:
        weights = _draw_weights(size, seed, stream).astype(float)
        replicates = (weights @ counts) / (weights @ words)
    return _Side(float(rate), replicates, influence, float(whole**2 / (words**2).sum()))


@lru_cache(maxsize=32)
def _draw_weights(size: int, seed: int, stream: int) -> npt.NDArray[np.uint8]:
    """How often each of `size` units is drawn in each resample; the same for all measures of one sample."""
    draw = np.random.default_rng((seed, stream, size))
    return draw.multinomial(size, np.full(size, 1 / size), size=RESAMPLES).astype(np.uint8)


def _combine(sides: list[_Side]) -> Interval:
    """The interval of a rate, or of the first rate minus the second."""
    if not sides:
        return NO_INTERVAL
    estimate = sides[0].rate - sum(side.rate for side in sides[1:])
    variance = sum(side.variance for side in sides)
    if variance <= (1e-12 * max(abs(side.rate) for side in sides)) ** 2:
        return Interval(estimate, estimate)
    from scipy.special import stdtrit  # noqa: PLC0415  # slow to import, needed for large corpora only

    freedom = variance**2 / sum(side.variance**2 / max(side.effective_size - 1, 1) for side in sides)
    t = float(stdtrit(freedom, _HIGH))
    half = t * sqrt(variance)
    low, high = estimate - half, estimate + half
    if all(len(side.replicates) for side in sides):
        ends = _bca_ends(sides, estimate, t * sqrt(variance / sum((s.influence**2).sum() for s in sides)))
        low, high = min(low, ends[0]), max(high, ends[1])
    return Interval(low, high)


def _bca_ends(sides: list[_Side], estimate: float, z: float) -> tuple[float, float]:
    """The bias-corrected and accelerated percentiles `z` normal deviations from the middle."""
    from scipy.special import ndtr, ndtri  # noqa: PLC0415  # as in `_combine`

    replicates = np.sort(sides[0].replicates - sum(side.replicates for side in sides[1:]))
    pull = np.concatenate([sides[0].influence, *(-side.influence for side in sides[1:])])
    acceleration = (pull**3).sum() / (6 * (pull**2).sum() ** 1.5)
    below = (np.searchsorted(replicates, estimate) + np.searchsorted(replicates, estimate, "right")) / 2
    bias = ndtri(np.clip(below, 1, len(replicates) - 1) / len(replicates))
    shifted = bias + np.array([-z, z])
    share = ndtr(bias + shifted / np.maximum(1 - acceleration * shifted, 1e-6))
    low, high = np.quantile(replicates, share)
    return float(low), float(high)
