"""Permutation tests: how often chance alone produces a difference at least as large.

With at most 20,000 arrangements, all are tried. Otherwise 9,999 are drawn at random and the observed one
counts as one more: p = (k + 1) / (M + 1) (Phipson and Smyth 2010). With more than 4,000 values, p comes from
Student's t distribution. All tests are two-sided.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, product
from math import comb, sqrt

import numpy as np
import numpy.typing as npt

__all__ = [
    "MAX_EXACT",
    "MAX_UNITS",
    "RANDOM_DRAWS",
    "TOLERANCE",
    "count_certainly_lower",
    "gehan_scores",
    "min_p",
    "paired_gehan_scores",
    "permutation_p",
    "sign_flip_p",
]

Sample = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Small = npt.NDArray[np.int8]
Counts = npt.NDArray[np.int64]
MAX_EXACT = 20_000
RANDOM_DRAWS = 9_999
MAX_UNITS = 4_000  # values; with more, Student's t gives the same p, and arrangements take gigabytes
_BLOCK = 4_000_000  # cells of a matrix of arrangements that are held at once
TOLERANCE = 1e-9  # relative; the order of its terms alone changes a sum by less


def permutation_p(first: Sample, second: Sample, *, seed: int) -> float:
    """The p value of the difference of two means, over all ways to divide the values between the two sides.

    The statistic is Welch's t: in larger samples the test then stays valid when the variances differ
    (Janssen 1997). 1 where nothing varies.

    >>> round(permutation_p(np.array([1.0, 2, 3, 4]), np.array([11.0, 12, 13, 14]), seed=1), 4)  # 2 of 70
    0.0286
    """
    pooled = np.concatenate([first, second])
    if np.ptp(pooled) <= TOLERANCE * np.abs(pooled).max(initial=0.0):
        return 1.0
    centred = pooled - pooled.mean()
    found = _welch(centred, np.array([[1.0] * len(first) + [0.0] * len(second)]))[0]
    if len(pooled) > MAX_UNITS:
        return _student(found, len(pooled) - 2)
    exact = comb(len(pooled), len(first)) <= MAX_EXACT
    shape = len(pooled), len(first)
    divisions = _all_divisions(*shape) if exact else _random_divisions(*shape, seed)
    statistics = (_welch(centred, sides) for sides in _blocks(divisions))
    return _find_p(statistics, found * (1 - TOLERANCE), exact=exact)


def sign_flip_p(differences: Sample, *, seed: int) -> float:
    """The p value of the mean of paired differences, over all ways to exchange the two sides of each pair.

    1 where all differences are zero.

    >>> sign_flip_p(np.array([1.0, 2, 3, 4, 5, 6]), seed=1)  # 2 of 64
    0.03125
    """
    moved = differences[differences != 0]
    if not len(moved):
        return 1.0
    least = abs(moved.sum()) * (1 - TOLERANCE)
    if len(moved) > MAX_UNITS:
        return _student(sqrt(len(moved)) * abs(moved.mean()) / moved.std(ddof=1), len(moved) - 1)
    statistics = (np.abs(signs @ moved) for signs in _blocks(_signs(len(moved), seed)))
    return _find_p(statistics, least, exact=2 ** len(moved) <= MAX_EXACT)


def min_p(first: int, second: int, *, paired: bool) -> float:
    """The smallest p value that a test with so many units can have.

    >>> min_p(6, 6, paired=True)
    0.03125
    >>> min_p(3, 3, paired=False)
    0.1
    """
    return 2 / (2**first if paired else comb(first + second, first))


def gehan_scores(
    first: Sample, first_bound: Flags, second: Sample, second_bound: Flags
) -> tuple[Sample, Sample]:
    """Score values some of which are lower bounds: how many are certainly lower minus certainly higher.

    Source: Gehan (1965).

    Args:
        first: values of the first side.
        first_bound: which of them are lower bounds.
        second: values of the second side.
        second_bound: which of them are lower bounds.

    >>> known = np.array([False, False])
    >>> gehan_scores(np.array([5.0, 1]), np.array([False, True]), np.array([3.0, 4]), known)
    (array([2., 0.]), array([-2.,  0.]))
    """
    values, bound = np.concatenate([first, second]), np.concatenate([first_bound, second_bound])
    above = len(values) - np.searchsorted(np.sort(values), values, side="right")
    scores = count_certainly_lower(values, values, bound) - np.where(bound, 0, above)
    return scores[: len(first)].astype(float), scores[len(first) :].astype(float)


def count_certainly_lower(values: Sample, others: Sample, others_bound: Flags) -> Counts:
    """For each value, count the others that are certainly lower; a lower bound never is.

    >>> count_certainly_lower(np.array([5.0, 3]), np.array([1.0, 2, 4]), np.array([True, False, False]))
    array([2, 1])
    """
    return np.searchsorted(np.sort(others[~others_bound]), values, side="left")


def paired_gehan_scores(first: Sample, first_bound: Flags, second: Sample, second_bound: Flags) -> Sample:
    """Scores of pairs: 1 where the first is certainly higher, -1 where the second is, otherwise 0.

    Arguments as in `gehan_scores`; a lower bound is never certainly lower than its counterpart.

    >>> known, bound = np.array([False, False]), np.array([True, True])
    >>> paired_gehan_scores(np.array([5.0, 1]), bound, np.array([3.0, 3]), known)
    array([1., 0.])
    """
    more = (first > second) & ~second_bound
    less = (second > first) & ~first_bound
    return np.asarray(more.astype(float) - less.astype(float))


def _find_p(statistics: Iterable[Sample], least: float, *, exact: bool) -> float:
    """How many of the statistics are at least so large; of a sample, the observed one counts as one more."""
    counts = np.array([[(block >= least).sum(), len(block)] for block in statistics])
    extreme, total = (int(count) for count in counts.sum(axis=0))
    return extreme / total if exact else (extreme + 1) / (total + 1)


def _student(t: float, freedom: int) -> float:
    from scipy.special import stdtr  # noqa: PLC0415  # slow to import, needed for large corpora only

    return 2 * float(stdtr(freedom, -t))


def _welch(values: Sample, sides: Sample) -> Sample:
    """The absolute Welch t of each arrangement: a row of `sides` has 1 for the first side, 0 for the second.

    A floor under the variance keeps t finite where neither side varies.
    """
    size = sides.sum(axis=1)
    other_size = len(values) - size
    total, squares = values.sum(), (values**2).sum()
    first, first_squares = sides @ values, sides @ values**2
    means = first / size, (total - first) / other_size
    spread = (
        _variance(first_squares, means[0], size),
        _variance(squares - first_squares, means[1], other_size),
    )
    gap = np.abs(means[0] - means[1])
    floor = TOLERANCE**2 * squares / len(values)
    return np.asarray(gap / np.sqrt(np.maximum(spread[0] + spread[1], floor)))


def _variance(squares: Sample, mean: Sample, size: Sample) -> Sample:
    """The variance of a mean; 0 for a single value."""
    return np.asarray(np.maximum(squares - size * mean**2, 0.0) / size / np.maximum(size - 1, 1))


@lru_cache(maxsize=8)
def _all_divisions(size: int, first: int) -> Small:
    """All arrangements of `size` values, one per row, 1 for the first side."""
    chosen = np.array(list(combinations(range(size), first)), dtype=int)
    sides = np.zeros((len(chosen), size), dtype=np.int8)
    np.put_along_axis(sides, chosen, 1, axis=1)
    return sides


@lru_cache(maxsize=8)
def _random_divisions(size: int, first: int, seed: int) -> Small:
    draw = np.random.default_rng((seed, size, first))
    side = (np.arange(size) < first).astype(np.int8)
    return np.asarray(draw.permuted(np.tile(side, (RANDOM_DRAWS, 1)), axis=1))


@lru_cache(maxsize=8)
def _signs(size: int, seed: int) -> Small:
    if 2**size <= MAX_EXACT:
        return np.array(list(product((1, -1), repeat=size)), dtype=np.int8)
    draw = np.random.default_rng((seed, size))
    return draw.integers(0, 2, size=(RANDOM_DRAWS, size), dtype=np.int8) * 2 - 1


def _blocks(arrangements: Small) -> Iterator[Sample]:
    rows = max(1, _BLOCK // arrangements.shape[1])
    for start in range(0, len(arrangements), rows):
        yield arrangements[start : start + rows].astype(float)
