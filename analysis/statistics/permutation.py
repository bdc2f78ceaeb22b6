"""Permutation tests: how often chance alone would make a difference this large.

All arrangements are tried where there are at most 20,000 of them, else 9,999 are drawn, and the one found
counts among them: p = (k + 1) / (M + 1) (Phipson and Smyth 2010). Of more than 4,000 values the
t distribution takes their place. All tests are two-sided.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product
from math import comb, sqrt

import numpy as np
import numpy.typing as npt

__all__ = [
    "ALL",
    "DRAWN",
    "MOST",
    "SAME",
    "gehan_scores",
    "least_p",
    "paired_gehan_scores",
    "permutation_p",
    "sign_flip_p",
    "surely_less",
]

Sample = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Small = npt.NDArray[np.int8]
Counts = npt.NDArray[np.int64]
ALL = 20_000
DRAWN = 9_999
MOST = 4_000  # values; of more, Student's t gives the same p, and arrangements take gigabytes
_BLOCK = 4_000_000  # cells of a matrix of arrangements that are held at once
SAME = 1e-9  # of its size, by which a sum may differ by the order of its terms alone


def permutation_p(first: Sample, second: Sample, *, seed: int) -> float:
    """P of the difference of two means, over the ways to share the values out to sides of these sizes.

    The statistic is Welch's t: with it the test also holds, for larger samples, where the two sides vary
    differently (Janssen 1997). 1 where nothing varies.
    """
    pooled = np.concatenate([first, second])
    if np.ptp(pooled) <= SAME * np.abs(pooled).max(initial=0.0):
        return 1.0
    centred = pooled - pooled.mean()
    found = _welch(centred, np.array([[1.0] * len(first) + [0.0] * len(second)]))[0]
    if len(pooled) > MOST:
        return _student(found, len(pooled) - 2)
    exact = comb(len(pooled), len(first)) <= ALL
    extreme = total = 0
    for sides in _shares(len(pooled), len(first), seed):
        statistics = _welch(centred, sides)
        extreme += int((statistics >= found * (1 - SAME)).sum())
        total += len(sides)
    return extreme / total if exact else (extreme + 1) / (total + 1)


def sign_flip_p(differences: Sample, *, seed: int) -> float:
    """P of the mean of paired differences, over the ways to change which of each pair comes first.

    1 where all differences are zero.
    """
    moved = differences[differences != 0]
    if not len(moved):
        return 1.0
    least = abs(moved.sum()) * (1 - SAME)
    if len(moved) > MOST:
        return _student(sqrt(len(moved)) * abs(moved.mean()) / moved.std(ddof=1), len(moved) - 1)
    exact = 2 ** len(moved) <= ALL
    extreme = total = 0
    for signs in _blocks(_signs(len(moved), seed)):
        extreme += int((np.abs(signs @ moved) >= least).sum())
        total += len(signs)
    return extreme / total if exact else (extreme + 1) / (total + 1)


def least_p(first: int, second: int, *, paired: bool) -> float:
    """The least p value that a test of so many units can have."""
    return 2 / (2**first if paired else comb(first + second, first))


def gehan_scores(
    first: Sample, first_bound: Flags, second: Sample, second_bound: Flags
) -> tuple[Sample, Sample]:
    """Scores of values of which some are lower bounds: how many others are surely less, less surely more.

    Source: Gehan (1965). `first_bound` and `second_bound` tell which values are lower bounds.
    """
    values, bound = np.concatenate([first, second]), np.concatenate([first_bound, second_bound])
    above = len(values) - np.searchsorted(np.sort(values), values, side="right")
    scores = surely_less(values, values, bound) - np.where(bound, 0, above)
    return scores[: len(first)].astype(float), scores[len(first) :].astype(float)


def surely_less(values: Sample, others: Sample, others_bound: Flags) -> Counts:
    """For each value, how many of the others are below it: those that are lower bounds surely never are."""
    return np.searchsorted(np.sort(others[~others_bound]), values, side="left")


def paired_gehan_scores(first: Sample, first_bound: Flags, second: Sample, second_bound: Flags) -> Sample:
    """For each pair 1 where the first is surely more, -1 where the second is, 0 where that cannot be told."""
    more = (first > second) & ~second_bound
    less = (second > first) & ~first_bound
    return np.asarray(more.astype(float) - less.astype(float))


def _student(t: float, freedom: int) -> float:
    from scipy.special import stdtr  # noqa: PLC0415  # slow to import, needed for large corpora only

    return 2 * float(stdtr(freedom, -t))


def _welch(values: Sample, sides: Sample) -> Sample:
    """The absolute Welch t of each arrangement: a row of `sides` has 1 for the first side, 0 for the second.

    Where neither side varies within itself, the difference is infinitely many deviations.
    """
    many = sides.sum(axis=1)
    few = len(values) - many
    total, squares = values.sum(), (values**2).sum()
    first, first_squares = sides @ values, sides @ values**2
    means = first / many, (total - first) / few
    spread = _variance(first_squares, means[0], many), _variance(squares - first_squares, means[1], few)
    gap = np.abs(means[0] - means[1])
    floor = SAME**2 * squares / len(values)
    return np.asarray(gap / np.sqrt(np.maximum(spread[0] + spread[1], floor)))


def _variance(squares: Sample, mean: Sample, size: Sample) -> Sample:
    """The variance of a mean; 0 for a single value, whose spread nothing tells."""
    return np.asarray(np.maximum(squares - size * mean**2, 0.0) / size / np.maximum(size - 1, 1))


def _shares(size: int, first: int, seed: int) -> Iterator[Sample]:
    """Arrangements of `size` values, a row each, 1 for the first side; some rows at a time."""
    all_of_them = comb(size, first) <= ALL
    return _blocks(_all_shares(size, first) if all_of_them else _drawn_shares(size, first, seed))


@lru_cache(maxsize=8)
def _all_shares(size: int, first: int) -> Small:
    chosen = np.array(list(combinations(range(size), first)), dtype=int)
    sides = np.zeros((len(chosen), size), dtype=np.int8)
    np.put_along_axis(sides, chosen, 1, axis=1)
    return sides


@lru_cache(maxsize=8)
def _drawn_shares(size: int, first: int, seed: int) -> Small:
    draw = np.random.default_rng((seed, size, first))
    side = (np.arange(size) < first).astype(np.int8)
    return np.asarray(draw.permuted(np.tile(side, (DRAWN, 1)), axis=1))


@lru_cache(maxsize=8)
def _signs(size: int, seed: int) -> Small:
    if 2**size <= ALL:
        return np.array(list(product((1, -1), repeat=size)), dtype=np.int8)
    draw = np.random.default_rng((seed, size))
    return draw.integers(0, 2, size=(DRAWN, size), dtype=np.int8) * 2 - 1


def _blocks(arrangements: Small) -> Iterator[Sample]:
    rows = max(1, _BLOCK // arrangements.shape[1])
    for start in range(0, len(arrangements), rows):
        yield arrangements[start : start + rows].astype(float)
