"""The difference of two sources in all variants at once: by unit, and without the units that move it most."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.results.behind import OTHERS, pair_events
from analysis.results.robustness.samples import Matrix, Samples
from analysis.statistics.effects import pooled_sd
from analysis.statistics.intervals import (
    NO_INTERVAL,
    Interval,
    difference_interval,
    mean_interval,
    rate_difference_interval,
)

__all__ = ["UNITS_PER_OMISSION", "Contrast", "build_contrasts", "find_deviations", "find_interval"]

UNITS_PER_OMISSION = 10  # at most one unit in ten is left out
_WITHOUT = (0, 1, 3)


class Side(NamedTuple):
    """One source: its values, units x variants, their weights, and which are lower bounds.

    A value that is not known is 0 and has no weight.
    """

    values: Matrix
    weights: Matrix
    censored: Matrix

    @property
    def mean(self) -> Matrix:
        """The weighted mean by variant; NaN where nothing is known."""
        with np.errstate(invalid="ignore"):
            mean: Matrix = (self.values * self.weights).sum(axis=0) / self.weights.sum(axis=0)
            return mean

    @property
    def influence(self) -> Matrix:
        """By unit and variant, how far the mean lies above what it would be without the unit (jackknife)."""
        weighted, whole = self.values * self.weights, self.weights.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            rest = (weighted.sum(axis=0) - weighted) / (whole - self.weights)
        influence: Matrix = np.nan_to_num(self.mean - rest, nan=0.0, posinf=0.0, neginf=0.0)
        return influence

    def select_known(self, variant: int) -> tuple[Matrix, Matrix]:
        """The values and weights of one variant."""
        counts = self.weights[:, variant] > 0
        return self.values[counts, variant], self.weights[counts, variant]


class Contrast(NamedTuple):
    """One way to compare two sources.

    Attributes:
        unit: `event` (both sides have one row per event), `article` or `word`.
        without: how many units are left out of each variant, those that change its difference most.
        units: how many there are before that, by variant.
        sides: the two sources.
    """

    unit: str
    without: int
    units: Matrix
    sides: tuple[Side, Side]

    @property
    def n(self) -> Matrix:
        """Units by source and variant."""
        return np.array([(side.weights > 0).sum(axis=0) for side in self.sides])

    @property
    def bound(self) -> Matrix:
        """By source and variant, whether a truncated article makes its mean a lower bound."""
        return np.array([((side.weights > 0) & (side.censored > 0)).any(axis=0) for side in self.sides])

    @property
    def means(self) -> Matrix:
        """Means by source and variant."""
        return np.array([side.mean for side in self.sides])

    @property
    def difference(self) -> Matrix:
        """The first source minus the second, by variant; 0 where only rounding separates them."""
        means = self.means
        gap = means[0] - means[1]
        return np.where(np.abs(gap) <= 1e-12 * np.abs(means).max(axis=0), 0.0, gap)


def build_contrasts(samples: Samples, first: str, second: str) -> Iterator[Contrast]:
    """Every contrast of two sources that their articles allow; `second` may be all others together."""
    for unit, sides in _list_sides(
        samples, _find_rows(samples, first), _find_rows(samples, second, but=first)
    ):
        counts = np.array([(side.weights > 0).sum(axis=0) for side in sides])
        units = counts[0] if unit == "event" else counts.sum(axis=0)
        for without in _WITHOUT:
            if not without or units.max(initial=0) >= UNITS_PER_OMISSION * without:
                yield Contrast(unit, without, units, _leave_out(unit, sides, without))


def find_deviations(samples: Samples, first: str, second: str) -> Matrix:
    """The standard deviation of the articles by variant, as Hedges' g has it; NaN where there is none."""
    sides = [
        samples.values[rows] for rows in (_find_rows(samples, first), _find_rows(samples, second, but=first))
    ]
    columns = ([side[~np.isnan(side[:, i]), i] for side in sides] for i in range(len(samples.variants)))
    return np.array([pooled_sd(*column) for column in columns])


def find_interval(one: Contrast, variant: int, *, seed: int) -> Interval:
    """The 95 % interval of the difference in one variant (`statistics.intervals`), none of a bound."""
    if one.bound[:, variant].any():
        return NO_INTERVAL
    (first, weights), (second, others) = (side.select_known(variant) for side in one.sides)
    if one.unit == "event":
        return mean_interval(first - second, seed=seed)
    if one.unit == "article":
        return difference_interval(first, second, seed=seed)
    return rate_difference_interval((first * weights, weights), (second * others, others), seed=seed)


def _find_rows(samples: Samples, source: str, *, but: str = "") -> np.ndarray:
    own = samples.articles["source"]
    return np.flatnonzero(own != but if source == OTHERS else own == source)


def _list_sides(
    samples: Samples, first: np.ndarray, second: np.ndarray
) -> Iterator[tuple[str, tuple[Side, Side]]]:
    """The two sides by event where these cover the articles, by article, and by word."""
    default = ~np.isnan(samples.values[:, 0])
    rows = [samples.articles.iloc[own[default[own]]] for own in (first, second)]
    shared = pair_events(rows[0]["event"], rows[1]["event"])
    if len(shared):
        yield "event", _pair(*(_average_events(samples, own, shared) for own in (first, second)))
    censored = samples.articles["censored"].to_numpy(dtype=float)[:, None]
    values, words = samples.values, samples.words
    one, other = (
        _build_side(values[own], np.ones_like(values[own]), censored[own]) for own in (first, second)
    )
    yield "article", (one, other)
    if not np.isnan(words).all() and max(len(first), len(second)) > 1:
        one, other = (_build_side(values[own], words[own], censored[own]) for own in (first, second))
        yield "word", (one, other)


def _build_side(values: Matrix, weights: Matrix, censored: Matrix) -> Side:
    known = ~np.isnan(values) & (weights > 0)
    return Side(np.where(known, values, 0.0), np.where(known, weights, 0.0), censored)


def _average_events(samples: Samples, own: np.ndarray, shared: pd.Index) -> Side:
    """The means of a source's articles on each event."""
    events = samples.articles["event"].to_numpy()[own]
    values = pd.DataFrame(samples.values[own]).groupby(events).mean().reindex(shared).to_numpy()
    censored = (
        samples.articles["censored"].iloc[own].groupby(events).any().reindex(shared).to_numpy(dtype=float)
    )
    return _build_side(values, np.ones_like(values), censored[:, None])


def _pair(first: Side, second: Side) -> tuple[Side, Side]:
    """Two sides, in which an event counts only if both have a value for it."""
    both = first.weights * second.weights
    return first._replace(weights=both), second._replace(weights=both)


def _leave_out(unit: str, sides: tuple[Side, Side], without: int) -> tuple[Side, Side]:
    """The sides without the units that change the difference most, each judged on its own."""
    if not without:
        return sides
    first, second = (side.influence for side in sides)
    if unit == "event":
        omitted = _find_strongest(first - second, without)
        return _omit(sides[0], omitted), _omit(sides[1], omitted)
    omitted = _find_strongest(np.concatenate([first, second]), without)
    return _omit(sides[0], omitted[: len(first)]), _omit(sides[1], omitted[len(first) :])


def _omit(side: Side, omitted: np.ndarray) -> Side:
    return side._replace(weights=side.weights * ~omitted)


def _find_strongest(influence: Matrix, count: int) -> np.ndarray:
    """Which units have most influence, by variant; of equals the first."""
    order = np.argsort(-np.abs(influence), axis=0, kind="stable")[:count]
    omitted = np.zeros(influence.shape, dtype=bool)
    np.put_along_axis(omitted, order, values=True, axis=0)
    return omitted
