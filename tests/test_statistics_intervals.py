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


def test_a_rate_is_drawn_by_article_not_by_word() -> None:
    words = np.full(20, 500.0)
    bursty, even = np.array([20.0] * 5 + [0.0] * 15), np.full(20, 5.0)
    low, high = rate_interval(bursty, words, seed=1)
    assert high - low > 0.008  # a Poisson interval of 100 in 10,000 words is .004 wide
    assert rate_interval(even, words, seed=1) == (0.01, 0.01)


def test_a_mean_is_a_rate_over_ones() -> None:
    assert rate_interval(SKEWED, np.ones(len(SKEWED)), seed=1) == mean_interval(SKEWED, seed=1)


def test_a_difference_is_that_of_the_sides_whichever_comes_first() -> None:
    other = SKEWED[::-1][:25] * 2 + 1
    there, back = difference_interval(SKEWED, other, seed=1), difference_interval(other, SKEWED, seed=1)
    assert there.low < SKEWED.mean() - other.mean() < there.high
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=0.15)


def test_differences_of_rates_over_ones_are_those_of_means() -> None:
    ones, other = np.ones(len(SKEWED)), SKEWED + 1
    found = rate_difference_interval((SKEWED, ones), (other, ones), seed=2)
    assert found == difference_interval(SKEWED, other, seed=2)


@pytest.mark.parametrize("size", [0, 1, 7])
def test_fewer_than_eight_carry_no_interval(size: int) -> None:
    few = SKEWED[:size]
    assert np.isnan(mean_interval(few, seed=1)).all()
    assert np.isnan(difference_interval(few, SKEWED, seed=1)).all()
    assert np.isnan(difference_interval(SKEWED, few, seed=1)).all()
    assert np.isnan(rate_interval(few, few, seed=1)).all()


def test_a_term_in_three_articles_has_no_interval_and_in_four_it_has() -> None:
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


def test_of_very_many_articles_the_bootstrap_would_add_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    many = np.random.default_rng(4).gamma(2.0, size=1_001)
    fast = mean_interval(many, seed=1)
    monkeypatch.setattr(intervals, "_MAX_BOOTSTRAP", 5_000)
    assert mean_interval(many, seed=1) == pytest.approx(fast, rel=0.005)
