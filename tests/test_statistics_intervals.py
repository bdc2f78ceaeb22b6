from types import SimpleNamespace

import numpy as np
import pytest
from scipy.stats import bootstrap, t

from analysis.statistics import intervals
from analysis.statistics.intervals import (
    difference_interval,
    mean_interval,
    rate_difference_interval,
    rate_interval,
)

SKEWED = np.exp(np.random.default_rng(3).normal(size=40))


def test_at_each_end_an_interval_is_the_wider_of_bootstrap_and_t() -> None:
    found = mean_interval(SKEWED, seed=1)
    half = t.ppf(0.975, len(SKEWED) - 1) * SKEWED.std(ddof=1) / np.sqrt(len(SKEWED))
    assert found.low == pytest.approx(SKEWED.mean() - half)  # t reaches further where the tail is short
    assert found.high > SKEWED.mean() + half + 0.02  # and BCa where it is long


def test_the_bootstrap_end_is_scipys_with_percentiles_for_small_samples() -> None:
    # Hesterberg's percentiles: normal tail of the t quantile times sqrt(n / (n - 1)).
    from scipy.stats import norm

    n = len(SKEWED)
    level = 1 - 2 * norm.sf(t.ppf(0.975, n - 1) * np.sqrt(n / (n - 1)))
    ends = bootstrap(
        (SKEWED,),
        np.mean,
        n_resamples=40_000,
        method="BCa",
        confidence_level=level,
        rng=np.random.default_rng(5),
    ).confidence_interval
    assert mean_interval(SKEWED, seed=1).high == pytest.approx(ends.high, rel=0.02)


def test_a_rate_is_resampled_by_article_not_by_word() -> None:
    words = np.full(20, 500.0)
    bursty, even = np.array([20.0] * 5 + [0.0] * 15), np.full(20, 5.0)
    low, high = rate_interval(bursty, words, seed=1)
    assert high - low > 0.008  # a Poisson interval of 100 in 10,000 words is .004 wide
    assert rate_interval(even, words, seed=1) == (0.01, 0.01)


def test_a_mean_is_a_rate_over_ones() -> None:
    assert rate_interval(SKEWED, np.ones(len(SKEWED)), seed=1) == mean_interval(SKEWED, seed=1)


def test_exchanging_the_sides_changes_only_the_sign_of_a_difference() -> None:
    other = SKEWED[::-1][:25] * 2 + 1
    there, back = difference_interval(SKEWED, other, seed=1), difference_interval(other, SKEWED, seed=1)
    assert there.low < SKEWED.mean() - other.mean() < there.high
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=0.15)


def test_differences_of_rates_over_ones_are_those_of_means() -> None:
    ones, other = np.ones(len(SKEWED)), SKEWED + 1
    found = rate_difference_interval((SKEWED, ones), (other, ones), seed=2)
    assert found == difference_interval(SKEWED, other, seed=2)


@pytest.mark.parametrize("size", [0, 1, 7])
def test_fewer_than_eight_have_no_interval(size: int) -> None:
    few = SKEWED[:size]
    assert np.isnan(mean_interval(few, seed=1)).all()
    assert np.isnan(difference_interval(few, SKEWED, seed=1)).all()
    assert np.isnan(difference_interval(SKEWED, few, seed=1)).all()
    assert np.isnan(rate_interval(few, few, seed=1)).all()


def test_a_rate_needs_four_articles_with_a_count() -> None:
    words = np.full(30, 400.0)
    counts = np.array([3.0, 1, 2] + [0] * 27)
    assert np.isnan(rate_interval(counts, words, seed=1)).all()
    counts[9] = 1
    assert np.isfinite(rate_interval(counts, words, seed=1)).all()


def test_equal_values_have_an_interval_of_no_width() -> None:
    assert mean_interval(np.full(9, 0.1), seed=1) == pytest.approx((0.1, 0.1))
    assert difference_interval(np.full(9, 3.0), np.full(12, 1.0), seed=1) == (2.0, 2.0)


def test_the_seed_decides() -> None:
    assert mean_interval(SKEWED, seed=1) == mean_interval(SKEWED, seed=1)
    assert mean_interval(SKEWED, seed=1) != mean_interval(SKEWED, seed=2)


def test_with_very_many_articles_the_bootstrap_adds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    many = np.random.default_rng(4).gamma(2.0, size=1_001)
    fast = mean_interval(many, seed=1)
    monkeypatch.setattr(intervals, "_MAX_BOOTSTRAP", 5_000)
    assert mean_interval(many, seed=1) == pytest.approx(fast, rel=0.005)


def test_eight_are_enough_for_an_interval() -> None:
    eight, words = SKEWED[:8], np.full(8, 400.0)
    counts = np.array([1.0, 2, 1, 3, 0, 0, 0, 0])
    assert np.isfinite(mean_interval(eight, seed=1)).all()
    assert np.isfinite(difference_interval(eight, eight + 1, seed=1)).all()
    assert np.isfinite(rate_interval(counts, words, seed=1)).all()
    assert np.isfinite(rate_difference_interval((counts, words), (counts[::-1], words), seed=1)).all()


def test_both_sides_of_a_difference_of_rates_need_four_counts() -> None:
    words = np.full(9, 400.0)
    many, few = (np.arange(9.0), words), (np.array([1.0, 1, 1, 0, 0, 0, 0, 0, 0]), words)
    assert np.isnan(rate_difference_interval(many, few, seed=1)).all()
    assert np.isnan(rate_difference_interval(few, many, seed=1)).all()


def test_the_sides_of_a_difference_are_resampled_independently() -> None:
    first, second = (intervals._draw_weights(9, 1, stream) for stream in (0, 1))
    assert first.shape == second.shape == (9_999, 9)
    assert (first != second).any()
    assert (first.sum(axis=1) == 9).all()
    sides = [intervals._resample(SKEWED, np.ones(40), 1, stream) for stream in (0, 1)]
    assert difference_interval(SKEWED, SKEWED, seed=1) == intervals._combine(sides)


def test_the_bootstrap_is_left_out_only_above_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    known = mean_interval(SKEWED, seed=1)
    monkeypatch.setattr(intervals, "_MAX_BOOTSTRAP", 40)
    assert mean_interval(SKEWED, seed=1) == known
    monkeypatch.setattr(intervals, "_MAX_BOOTSTRAP", 39)
    assert mean_interval(SKEWED, seed=1) != known


def estimate(counts: np.ndarray, words: np.ndarray) -> tuple[float, float, float]:
    """A rate, the variance that leaving out each article gives, and the articles that carry the weight."""
    n = len(counts)
    without = np.array([np.delete(counts, i).sum() / np.delete(words, i).sum() for i in range(n)])
    rate = counts.sum() / words.sum()
    return rate, (n - 1) / n * ((without - rate) ** 2).sum(), words.sum() ** 2 / (words**2).sum()


@pytest.mark.parametrize("longest", [900.0, 90_000.0])
def test_without_the_bootstrap_an_interval_is_the_jackknifes(
    monkeypatch: pytest.MonkeyPatch, longest: float
) -> None:
    monkeypatch.setattr(intervals, "_MAX_BOOTSTRAP", 0)
    draw = np.random.default_rng(6)
    words = np.array([[longest, *draw.integers(100, 500, 8)] for _ in range(2)]).astype(float)
    counts = draw.poisson(words / 50).astype(float)
    (one, first, m), (other, second, n) = (estimate(*side) for side in zip(counts, words, strict=True))
    half = t.ppf(0.975, max(m - 1, 1)) * np.sqrt(first)
    assert rate_interval(counts[0], words[0], seed=1) == pytest.approx((one - half, one + half))
    freedom = (first + second) ** 2 / (first**2 / max(m - 1, 1) + second**2 / max(n - 1, 1))
    half = t.ppf(0.975, freedom) * np.sqrt(first + second)
    found = rate_difference_interval((counts[0], words[0]), (counts[1], words[1]), seed=1)
    assert found == pytest.approx((one - other - half, one - other + half))


@pytest.mark.parametrize("sample", [SKEWED, np.array([0.0, 0, 0, 1, 1, 2, 2, 9])])
def test_bootstrap_ends_equal_scipys_for_the_same_resamples(sample: np.ndarray) -> None:
    side = intervals._resample(sample, np.ones(len(sample)), 1, 0)
    known = bootstrap(
        (sample,),
        np.mean,
        n_resamples=0,
        method="BCa",
        bootstrap_result=SimpleNamespace(bootstrap_distribution=side.replicates),
    ).confidence_interval
    assert intervals._bca_ends([side], side.rate, 1.959963984540054) == pytest.approx(tuple(known))


def test_bootstrap_ends_of_two_samples_equal_scipys() -> None:
    sides = [intervals._resample(one, np.ones(len(one)), 1, i) for i, one in enumerate((SKEWED, SKEWED[:9]))]

    def difference(first: np.ndarray, second: np.ndarray, axis: int = -1) -> np.ndarray:
        return np.asarray(first.mean(axis=axis) - second.mean(axis=axis))

    known = bootstrap(
        (SKEWED, SKEWED[:9]),
        difference,
        n_resamples=0,
        method="BCa",
        bootstrap_result=SimpleNamespace(bootstrap_distribution=sides[0].replicates - sides[1].replicates),
    ).confidence_interval
    rate = sides[0].rate - sides[1].rate
    assert intervals._bca_ends(sides, rate, 1.959963984540054) == pytest.approx(tuple(known))


@pytest.mark.parametrize("beyond", [-1e9, 1e9])
def test_an_estimate_beyond_all_resamples_has_finite_ends(beyond: float) -> None:
    side = intervals._resample(SKEWED, np.ones(len(SKEWED)), 1, 0)
    low, high = intervals._bca_ends([side], beyond, 1.96)
    assert side.replicates.min() <= low <= high <= side.replicates.max()


def test_the_bootstrap_percentiles_are_widened_for_small_samples() -> None:
    side = intervals._resample(SKEWED, np.ones(len(SKEWED)), 1, 0)
    n = len(SKEWED)
    z = t.ppf(0.975, n - 1) * np.sqrt(n / (n - 1))
    assert mean_interval(SKEWED, seed=1).high == pytest.approx(intervals._bca_ends([side], side.rate, z)[1])
