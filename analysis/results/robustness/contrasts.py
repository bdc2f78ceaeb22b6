"""The difference of two sources in all variants at once: by unit, and without the units that move it most."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.differences import OTHERS, shared_events
from analysis.results.robustness.samples import Matrix, Samples
from analysis.statistics.effects import pooled_sd
from analysis.statistics.intervals import (
    NO_INTERVAL,
    Interval,
    difference_interval,
    mean_interval,
    rate_difference_interval,
)

__all__ = ["TENTH", "Contrast", "contrasts", "interval", "yardsticks"]

TENTH = 10  # at most one unit in ten is left out
_WITHOUT = (0, 1, 3)


class Side(NamedTuple):
    """One source: its values, units by variants, what each weighs, and which are lower bounds.

    A value that is not known is 0 and weighs nothing.
    """

    values: Matrix
    weights: Matrix
    broken: Matrix

    @property
    def mean(self) -> Matrix:
        """The weighted mean by variant; NaN where nothing is known."""
        with np.errstate(invalid="ignore"):
            mean: Matrix = (self.values * self.weights).sum(axis=0) / self.weights.sum(axis=0)
            return mean

    @property
    def pull(self) -> Matrix:
        """By unit and variant, how far the mean lies above what it would be without the unit (jackknife)."""
        weighted, whole = self.values * self.weights, self.weights.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            rest = (weighted.sum(axis=0) - weighted) / (whole - self.weights)
        pull: Matrix = np.nan_to_num(self.mean - rest, nan=0.0, posinf=0.0, neginf=0.0)
        return pull

    def known(self, variant: int) -> tuple[Matrix, Matrix]:
        """The values and weights of one variant."""
        counts = self.weights[:, variant] > 0
        return self.values[counts, variant], self.weights[counts, variant]


class Contrast(NamedTuple):
    """One way to set two sources side by side.

    Attributes:
        unit: `event` (both sides have one row an event), `article` or `word`.
        without: how many units were left out of each variant, those that move its difference most.
        units: how many there were before, by variant.
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
        """By source and variant, whether a text that breaks off makes its mean a lower bound."""
        return np.array([((side.weights > 0) & (side.broken > 0)).any(axis=0) for side in self.sides])

    @property
    def means(self) -> Matrix:
        """Means by source and variant."""
        return np.array([side.mean for side in self.sides])

    @property
    def difference(self) -> Matrix:
        """The first source less the second, by variant; 0 where they are equal but for rounding."""
        means = self.means
        gap = means[0] - means[1]
        return np.where(np.abs(gap) <= 1e-12 * np.abs(means).max(axis=0), 0.0, gap)


def contrasts(found: Samples, first: str, second: str) -> Iterator[Contrast]:
    """Every contrast of two sources that their articles allow; `second` may be all others together."""
    for unit, sides in _by_unit(found, _articles(found, first), _articles(found, second, but=first)):
        counts = np.array([(side.weights > 0).sum(axis=0) for side in sides])
        units = counts[0] if unit == "event" else counts.sum(axis=0)
        for without in _WITHOUT:
            if not without or units.max(initial=0) >= TENTH * without:
                yield Contrast(unit, without, units, _left(unit, sides, without))


def yardsticks(found: Samples, first: str, second: str) -> Matrix:
    """By variant, what Hedges' g divides a difference of means by; NaN where articles do not tell."""
    sides = [found.values[rows] for rows in (_articles(found, first), _articles(found, second, but=first))]
    columns = ([side[~np.isnan(side[:, i]), i] for side in sides] for i in range(len(found.variants)))
    return np.array([pooled_sd(*column) for column in columns])


def interval(one: Contrast, variant: int, *, seed: int) -> Interval:
    """The 95 % interval of the difference in one variant (`statistics.intervals`), none of a bound."""
    if one.bound[:, variant].any():
        return NO_INTERVAL
    (first, weights), (second, others) = (side.known(variant) for side in one.sides)
    if one.unit == "event":
        return mean_interval(first - second, seed=seed)
    if one.unit == "article":
        return difference_interval(first, second, seed=seed)
    return rate_difference_interval((first * weights, weights), (second * others, others), seed=seed)


def _articles(found: Samples, source: str, *, but: str = "") -> np.ndarray:
    own = found.articles["source"]
    return np.flatnonzero(own != but if source == OTHERS else own == source)


def _by_unit(
    found: Samples, first: np.ndarray, second: np.ndarray
) -> Iterator[tuple[str, tuple[Side, Side]]]:
    """The two sides by event where these stand for the articles, by article, and by word."""
    default = ~np.isnan(found.values[:, 0])
    rows = [found.articles.iloc[own[default[own]]] for own in (first, second)]
    shared = shared_events(rows[0]["event"], rows[1]["event"])
    if len(shared):
        yield "event", _paired(*(_events(found, own, shared) for own in (first, second)))
    broken = found.articles["broken"].to_numpy(dtype=float)[:, None]
    values, words = found.values, found.words
    one, other = (_side(values[own], np.ones_like(values[own]), broken[own]) for own in (first, second))
    yield "article", (one, other)
    if not np.isnan(words).all() and max(len(first), len(second)) > 1:
        one, other = (_side(values[own], words[own], broken[own]) for own in (first, second))
        yield "word", (one, other)


def _side(values: Matrix, weights: Matrix, broken: Matrix) -> Side:
    known = ~np.isnan(values) & (weights > 0)
    return Side(np.where(known, values, 0.0), np.where(known, weights, 0.0), broken)


def _events(found: Samples, own: np.ndarray, shared: pd.Index) -> Side:
    """The means of a source's articles on each event."""
    events = found.articles["event"].to_numpy()[own]
    values = pd.DataFrame(found.values[own]).groupby(events).mean().reindex(shared).to_numpy()
    broken = found.articles["broken"].iloc[own].groupby(events).any().reindex(shared).to_numpy(dtype=float)
    return _side(values, np.ones_like(values), broken[:, None])


def _paired(first: Side, second: Side) -> tuple[Side, Side]:
    """Two sides of which an event counts only where both know it."""
    both = first.weights * second.weights
    return first._replace(weights=both), second._replace(weights=both)


def _left(unit: str, sides: tuple[Side, Side], without: int) -> tuple[Side, Side]:
    """The sides without the units that move the difference most, each taken by itself."""
    if not without:
        return sides
    first, second = (side.pull for side in sides)
    if unit == "event":
        gone = _strongest(first - second, without)
        return sides[0]._replace(weights=sides[0].weights * ~gone), sides[1]._replace(
            weights=sides[1].weights * ~gone
        )
    gone = _strongest(np.concatenate([first, second]), without)
    of_first, of_second = gone[: len(first)], gone[len(first) :]
    return sides[0]._replace(weights=sides[0].weights * ~of_first), sides[1]._replace(
        weights=sides[1].weights * ~of_second
    )


def _strongest(pull: Matrix, count: int) -> np.ndarray:
    """Which units pull hardest, by variant; of equals the first."""
    order = np.argsort(-np.abs(pull), axis=0, kind="stable")[:count]
    gone = np.zeros(pull.shape, dtype=bool)
    np.put_along_axis(gone, order, values=True, axis=0)
    return gone
