"""A family of words tested at once: which of them does one side use more than chance would make it?

Words come in bursts, so it is articles that are shuffled between the two sides, each with its counts: within
their events where events are given, else among all. All arrangements are tried where there are at most
20,000 of them, else 9,999 are drawn, and the one found counts among them (Phipson and Smyth 2010). Tests
are two-sided.

The statistic of a word is the logarithm of a rate ratio, in events that of Mantel and Haenszel (Greenland and
Robins 1985), with half a count added to either side, divided by an estimate of its standard deviation. Each
side's variance is estimated from its own articles, anew in every arrangement, and is never below that of
independent words. So a side that is burstier than the other is not taken for one that uses a word more
(Janssen 1997; Chung and Romano 2013: studentized permutation tests). The variance of a logarithm is that of
the count by its mean squared; where a side never uses a word, a mean taken from the count alone would hide
the largest differences (Hauck and Donner 1977), so a twentieth of it is what the side would use if both were
alike.

Adjusted p values are Westfall and Young's (1993, Resampling-Based Multiple Testing, 2.3), single-step: how
often the largest statistic of the whole family is as large. Any false finding in 5 % of families at most,
however words go together. Adjusting the p values themselves fails in large families: with 1,999 arrangements
and 830 words, even the least p that there can be, 1 / 2,000, is too large for Benjamini and Hochberg.
`tests/benchmarks/simulations_terms.py` shows how often each errs: more often than it says where few articles
of a bursty side meet many of an even one, and where one side's accounts of the same events are far longer.
"""

from collections.abc import Iterator
from itertools import combinations, product
from math import comb, prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.statistics.multiplicity import adjusted
from analysis.statistics.permutation import ALL, DRAWN, MOST, SAME

__all__ = ["Family", "family_p", "least_family_p", "length_strata"]

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]
_CELLS = 1_000_000  # of a matrix that is held at once
_ALIKE = 1.25  # ratio of two mean lengths
_EXPECTED = 0.05  # part of the mean; more finds too much where a small side is bursty and a large one even
_STRATA, _IN_STRATUM = 5, 4  # Cochran (1968): fifths take nine tenths of a bias away


class Family(NamedTuple):
    """P values, one a word: `p` as if it alone had been asked about, `adjusted` for the whole family."""

    p: Values
    adjusted: Values


def family_p(
    counts: npt.ArrayLike, words: npt.ArrayLike, first: Flags, *, strata: Codes | None = None, seed: int
) -> Family:
    """Test each word for a difference between two sides; 1 for one that nobody uses, or all alike.

    Args:
        counts: articles x words.
        words: the length of each article, above 0.
        first: which articles are of the first side; some are, some are not.
        strata: for each article the number of its event, or of another group within which articles are
            shuffled; None: they are shuffled among all.
        seed: of the arrangements that are drawn.
    """
    order, groups = _grouped(np.asarray(words, dtype=float), strata)
    found, side = np.asarray(counts)[order], first[order]
    asked = _sides(side[None, :].astype(float), groups)
    parts = _parts(found.shape[1], len(side))
    observed = np.concatenate([_scores(asked, _uses(found[:, part], groups))[0] for part in parts])
    if len(side) > MOST:
        from scipy.special import ndtr  # noqa: PLC0415  # slow to import, needed for large corpora only

        p = 2 * ndtr(-observed)
        return Family(p, adjusted(p))
    least = observed - SAME
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
    itself = int(_number(side, groups) > ALL)  # where all arrangements are tried, it is among them
    together = len(ordered) - np.searchsorted(ordered, least)
    return Family(*((extreme + itself) / (len(ordered) + itself) for extreme in (alone, together)))


def _parts(words: int, rows: int) -> list[slice]:
    """So many words at a time that a matrix of them with so many rows can be held; one part at least."""
    step = max(1, _CELLS // rows)
    return [slice(start, start + step) for start in range(0, max(words, 1), step)]


def least_family_p(first: Flags, strata: Codes | None = None) -> float:
    """The least p value that any word can have with these articles on either side."""
    order, groups = _grouped(np.ones(len(first)), strata)
    return min(1.0, 2 / _number(first[order], groups))


def length_strata(words: npt.ArrayLike, first: Flags) -> Codes | None:
    """Groups of articles of like length; None where both sides are alike, or too few to be grouped.

    A rare word falls on long articles, whosesoever they are. Where one side's are longer by a quarter on
    average, articles are alike but for their side only among those of their length (Rosenbaum 1984,
    conditional permutation tests): in fifths by length, or fewer groups, so many that there are four
    articles of the smaller side to each.
    """
    size = np.asarray(words, dtype=float)
    low, high = sorted((size[first].mean(), size[~first].mean()))
    groups = min(_STRATA, int(min(first.sum(), (~first).sum())) // _IN_STRATUM)
    if high <= _ALIKE * low or groups < 2:
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
    """What arrangements leave as it is: of each group the rate, of each article counts and variances.

    Attributes:
        rate: groups x words.
        above: counts less what the rate of the group makes expected: articles x words.
        squares: what variances are made of, products of `above` and the expected: articles x words each.
    """

    rate: Values
    above: Values
    squares: tuple[Values, Values, Values]


class _Side(NamedTuple):
    """One side in each arrangement, a row each: the weights of its articles, and their mean by words."""

    weights: Values
    mean: Values


class _Sides(NamedTuple):
    """Arrangements: both sides, and what the rates of groups are multiplied by to be expected of either."""

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
    # An article has a share in the rate of its group, which so is nearer to it than it should be.
    left = 1 - words / whole[group]
    spread = np.divide(1.0, left, out=np.zeros_like(left), where=left > SAME)[:, None]
    return _Uses(rate, above, (spread * above**2, spread * above * expected, spread * expected**2))


def _sides(arrangements: Values, groups: _Groups) -> _Sides:
    whole = groups.sums(groups.words)
    first = groups.sums(arrangements * groups.words, axis=1)
    share = first / whole
    shared = first * (1 - share)  # of each side in each group: its words by the share of the other side

    def side(flags: Values, words: Values, of_other: Values) -> _Side:
        mean = shared.sum(axis=1) / np.maximum(words.sum(axis=1), 1.0)
        return _Side(flags * of_other[:, groups.group], np.where(mean > 0, mean, 1.0)[:, None])

    return _Sides(
        (side(arrangements, first, 1 - share), side(1 - arrangements, whole - first, share)), shared
    )


def _scores(sides: _Sides, uses: _Uses) -> Values:
    """The statistics, without their sign: arrangements x words."""
    expected = sides.shared @ uses.rate
    (one, first), (other, second) = (_excess(side, expected, uses) for side in sides.both)
    return np.asarray(np.abs(np.log(one / other)) / np.sqrt(first + second))


def _excess(side: _Side, expected: Values, uses: _Uses) -> tuple[Values, Values]:
    """A side's counts over those expected, and the variance of the logarithm: arrangements x words."""
    half = side.mean / 2
    above = side.weights @ uses.above
    counts = expected + above + half
    excess = np.divide(above, expected, out=np.zeros_like(above), where=expected > 0)
    squares = side.weights**2
    found, mixed, flat = (squares @ part for part in uses.squares)
    variance = np.maximum(found - 2 * excess * mixed + excess**2 * flat, side.mean * counts)
    mean = counts - _EXPECTED * above
    return counts / (expected + half), variance / (counts * mean)


def _number(first: Flags, groups: _Groups) -> int:
    """How many arrangements there are."""
    sizes, own = groups.sums(np.ones(len(first))), groups.sums(first.astype(float))
    return prod(comb(int(size), int(some)) for size, some in zip(sizes, own, strict=True))


def _arrangements(first: Flags, groups: _Groups, seed: int) -> Iterator[Values]:
    """Arrangements, a row each, 1 for the first side; some rows at a time."""
    rows = max(1, _CELLS // len(first))
    if _number(first, groups) <= ALL:
        every = _every(first, groups)
        yield from (every[start : start + rows] for start in range(0, len(every), rows))
        return
    draw = np.random.default_rng((seed, len(first)))
    for start in range(0, DRAWN, rows):
        keys = groups.group + draw.random((min(rows, DRAWN - start), len(first)))
        yield first[np.argsort(keys, axis=1)].astype(float)


def _every(first: Flags, groups: _Groups) -> Values:
    """All ways to choose as many articles of each group as are of the first side."""
    inside = np.split(np.arange(len(first)), groups.starts[1:])
    ways = [combinations(own, int(first[own].sum())) for own in inside]
    chosen = [[article for some in way for article in some] for way in product(*ways)]
    sides = np.zeros((len(chosen), len(first)))
    np.put_along_axis(sides, np.array(chosen, dtype=int), 1.0, axis=1)
    return sides
