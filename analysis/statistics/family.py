"""A family of words tested together: which words does one side use more than chance explains?

Words come in bursts, so articles are shuffled between the two sides, each with its counts: within their
strata (such as events) where strata are given, otherwise among all. With at most 20,000 arrangements, all are
tried. Otherwise 9,999 are drawn at random, and the observed one counts as one more (Phipson and Smyth 2010).
Tests are two-sided.

The statistic of a word is the logarithm of a rate ratio divided by an estimate of its standard deviation. In
strata the ratio is that of Mantel and Haenszel (Greenland and Robins 1985); half a count is added to either
side. Each side's variance is estimated from its own articles, in every arrangement, and is never below that
of independent words. A burstier side is therefore not mistaken for one that uses a word more (Janssen 1997;
Chung and Romano 2013: studentized permutation tests). The variance of a logarithm is that of the count
divided by its squared mean. Where a side never uses a word, a mean taken from the count alone would hide the
largest differences (Hauck and Donner 1977). So a twentieth of the mean is the count expected if both sides
were alike.

Adjusted p values are the single-step ones of Westfall and Young (1993, Resampling-Based Multiple Testing,
2.3): how often the largest statistic of the whole family is as large. At most 5 % of families have a false
finding, however the words are correlated. Adjusting the p values themselves fails in large families: with
1,999 arrangements and 830 words, even the smallest possible p, 1 / 2,000, is too large for Benjamini and
Hochberg. `tests/benchmarks/simulations_terms.py` shows the error rates. They exceed 5 % where few articles of
a bursty side meet many of an even one, and where one side's accounts of the same events are far longer.
"""

from collections.abc import Iterator
from itertools import combinations, product
from math import comb, prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.statistics.multiplicity import adjust_p
from analysis.statistics.permutation import MAX_EXACT, MAX_UNITS, RANDOM_DRAWS, TOLERANCE

__all__ = ["Family", "family_p", "length_strata", "min_family_p"]

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]
_CELLS = 1_000_000  # of a matrix held in memory at once
_SIMILAR = 1.25  # ratio of two mean lengths
_EXPECTED = 0.05  # part of the mean; a larger part gives false findings where a small side is bursty
_STRATA, _IN_STRATUM = 5, 4  # Cochran (1968): fifths remove nine tenths of a bias


class Family(NamedTuple):
    """P values, one per word: `p` as if it were the only word, `adjusted` for the whole family."""

    p: Values
    adjusted: Values


def family_p(
    counts: npt.ArrayLike, words: npt.ArrayLike, first: Flags, *, strata: Codes | None = None, seed: int
) -> Family:
    """Test each word for a difference between two sides; p is 1 where no side, or each equally, uses it.

    Args:
        counts: articles x words.
        words: the length of each article, above 0.
        first: which articles are on the first side; each side has at least one.
        strata: for each article the number of the group within which it is shuffled, such as its event;
            None: articles are shuffled among all.
        seed: of the random arrangements.

    >>> counts = np.array([[9, 1], [8, 0], [9, 2], [7, 1], [0, 1], [1, 2], [0, 0], [1, 1]])
    >>> found = family_p(counts, np.full(8, 100), np.arange(8) < 4, seed=1)
    >>> found.p.round(3), found.adjusted.round(3)
    (array([0.029, 1.   ]), array([0.029, 1.   ]))
    """
    order, groups = _grouped(np.asarray(words, dtype=float), strata)
    found, side = np.asarray(counts)[order], first[order]
    arrangement = _sides(side[None, :].astype(float), groups)
    parts = _parts(found.shape[1], len(side))
    observed = np.concatenate([_scores(arrangement, _uses(found[:, part], groups))[0] for part in parts])
    if len(side) > MAX_UNITS:
        from scipy.special import ndtr  # noqa: PLC0415  # slow to import, needed for large corpora only

        p = 2 * ndtr(-observed)
        return Family(p, adjust_p(p))
    least = observed - TOLERANCE
    alone, maxima = np.zeros(len(least)), []
    for arrangements in _arrangements(side, groups, seed):
        largest = np.zeros(len(arrangements))
        sides = _sides(arrangements, groups)
        for part in _parts(len(least), max(arrangements.shape)):
            scores = _scores(sides, _uses(found[:, part], groups))
            alone[part] += (scores >= least[part]).sum(axis=0)
            largest = np.maximum(largest, scores.max(axis=1, initial=0.0))
        maxima.append(largest)
    ordered = np.sort(np.concatenate(maxima))
    sampled = int(_count_arrangements(side, groups) > MAX_EXACT)  # then the observed one counts as one more
    together = len(ordered) - np.searchsorted(ordered, least)
    return Family(*((extreme + sampled) / (len(ordered) + sampled) for extreme in (alone, together)))


def _parts(words: int, rows: int) -> list[slice]:
    """Slices of the words, so that a matrix of a slice with so many rows fits in memory; at least one."""
    step = max(1, _CELLS // rows)
    return [slice(start, start + step) for start in range(0, max(words, 1), step)]


def min_family_p(first: Flags, strata: Codes | None = None) -> float:
    """The smallest p value that any word can have with these articles on either side.

    >>> min_family_p(np.array([True, True, True, False, False, False]))
    0.1
    """
    order, groups = _grouped(np.ones(len(first)), strata)
    return min(1.0, 2 / _count_arrangements(first[order], groups))


def length_strata(words: npt.ArrayLike, first: Flags) -> Codes | None:
    """Groups of articles of similar length; None where both sides are similar, or have too few articles.

    A rare word is likelier in long articles, on whichever side they are. Where the articles of one side are
    over a quarter longer on average, they are comparable only with others of similar length (Rosenbaum 1984,
    conditional permutation tests). They are grouped into fifths by length, or into fewer groups, so that
    the smaller side has four articles per group on average.

    >>> words, first = np.arange(100, 1700, 100), np.arange(16) < 8
    >>> length_strata(words, first)
    array([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1])
    >>> length_strata(np.full(16, 500), first) is None
    True
    """
    size = np.asarray(words, dtype=float)
    low, high = sorted((size[first].mean(), size[~first].mean()))
    groups = min(_STRATA, int(min(first.sum(), (~first).sum())) // _IN_STRATUM)
    if high <= _SIMILAR * low or groups < 2:
        return None
    ranks = np.argsort(np.argsort(size, kind="stable"), kind="stable")
    return np.asarray(ranks * groups // len(size))


class _Groups(NamedTuple):
    """The articles in the order of their groups: their words, group, and the first article of each group."""

    words: Values
    group: Codes
    starts: Codes

    def sums(self, values: Values, axis: int = 0) -> Values:
        """The sum of each group."""
        return np.asarray(np.add.reduceat(values, self.starts, axis=axis))


class _Uses(NamedTuple):
    """The parts of the statistic that are the same in all arrangements.

    Attributes:
        rate: the rate of each group: groups x words.
        above: counts minus those expected from the rate of the group: articles x words.
        squares: the terms of the variances, products of `above` and the expected: articles x words each.
    """

    rate: Values
    above: Values
    squares: tuple[Values, Values, Values]


class _Side(NamedTuple):
    """One side in each arrangement, one per row: the weights of its articles, and their mean per word."""

    weights: Values
    mean: Values


class _Sides(NamedTuple):
    """Arrangements: both sides, and the factors that turn rates of groups into expected counts."""

    both: tuple[_Side, _Side]
    shared: Values


def _grouped(words: Values, strata: Codes | None) -> tuple[Codes, _Groups]:
    """The order that brings the articles of a group together, and the groups."""
    codes = np.zeros(len(words), dtype=int) if strata is None else strata
    order = np.argsort(codes, kind="stable")
    _, starts, group = np.unique(codes[order], return_index=True, return_inverse=True)
    return order, _Groups(words[order], group, starts)


def _uses(found: npt.NDArray[Any], groups: _Groups) -> _Uses:
    counts = found.astype(float)
    words, group = groups.words, groups.group
    whole = groups.sums(words)
    rate = groups.sums(counts) / whole[:, None]
    expected = rate[group] * words[:, None]
    above = counts - expected
    # An article contributes to the rate of its group, so its deviation from that rate is too small.
    left = 1 - words / whole[group]
    spread = np.divide(1.0, left, out=np.zeros_like(left), where=left > TOLERANCE)[:, None]
    return _Uses(rate, above, (spread * above**2, spread * above * expected, spread * expected**2))


def _sides(arrangements: Values, groups: _Groups) -> _Sides:
    whole = groups.sums(groups.words)
    first = groups.sums(arrangements * groups.words, axis=1)
    share = first / whole
    shared = first * (1 - share)  # of each side in each group: its words by the share of the other side

    def side(flags: Values, words: Values, other_share: Values) -> _Side:
        mean = shared.sum(axis=1) / np.maximum(words.sum(axis=1), 1.0)
        return _Side(flags * other_share[:, groups.group], np.where(mean > 0, mean, 1.0)[:, None])

    return _Sides(
        (side(arrangements, first, 1 - share), side(1 - arrangements, whole - first, share)), shared
    )


def _scores(sides: _Sides, uses: _Uses) -> Values:
    """The statistics, without their sign: arrangements x words."""
    expected = sides.shared @ uses.rate
    (one, first), (other, second) = (_excess(side, expected, uses) for side in sides.both)
    return np.asarray(np.abs(np.log(one / other)) / np.sqrt(first + second))


def _excess(side: _Side, expected: Values, uses: _Uses) -> tuple[Values, Values]:
    """A side's counts divided by those expected, and the variance of the logarithm: arrangements x words."""
    half = side.mean / 2
    above = side.weights @ uses.above
    counts = expected + above + half
    excess = np.divide(above, expected, out=np.zeros_like(above), where=expected > 0)
    squares = side.weights**2
    found, mixed, flat = (squares @ part for part in uses.squares)
    variance = np.maximum(found - 2 * excess * mixed + excess**2 * flat, side.mean * counts)
    mean = counts - _EXPECTED * above
    return counts / (expected + half), variance / (counts * mean)


def _count_arrangements(first: Flags, groups: _Groups) -> int:
    """Count the arrangements."""
    sizes, own = groups.sums(np.ones(len(first))), groups.sums(first.astype(float))
    return prod(comb(int(size), int(some)) for size, some in zip(sizes, own, strict=True))


def _arrangements(first: Flags, groups: _Groups, seed: int) -> Iterator[Values]:
    """Arrangements, one per row, 1 for the first side; some rows at a time."""
    rows = max(1, _CELLS // len(first))
    if _count_arrangements(first, groups) <= MAX_EXACT:
        all_of_them = _all_arrangements(first, groups)
        yield from (all_of_them[start : start + rows] for start in range(0, len(all_of_them), rows))
        return
    draw = np.random.default_rng((seed, len(first)))
    for start in range(0, RANDOM_DRAWS, rows):
        keys = groups.group + draw.random((min(rows, RANDOM_DRAWS - start), len(first)))
        yield first[np.argsort(keys, axis=1)].astype(float)


def _all_arrangements(first: Flags, groups: _Groups) -> Values:
    """All ways to choose from each group as many articles as the first side has there."""
    inside = np.split(np.arange(len(first)), groups.starts[1:])
    ways = [combinations(own, int(first[own].sum())) for own in inside]
    chosen = [[article for some in way for article in some] for way in product(*ways)]
    sides = np.zeros((len(chosen), len(first)))
    np.put_along_axis(sides, np.array(chosen, dtype=int), 1.0, axis=1)
    return sides
