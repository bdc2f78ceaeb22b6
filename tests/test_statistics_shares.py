"""Shares over groups: known answers, and what grouping costs."""

import numpy as np
import pytest
from scipy.stats import binomtest

from analysis.statistics.shares import median_share, share_interval


@pytest.mark.parametrize("hits", [0, 100])
def test_none_or_all_has_the_exact_interval_over_the_groups(hits: int) -> None:
    exact = binomtest(hits, 100).proportion_ci()
    found = share_interval(np.full(100, 3 * hits // 100), np.full(100, 3))
    assert tuple(found) == pytest.approx((exact.low, exact.high))


def test_groups_that_agree_count_as_one_case_each() -> None:
    exact = binomtest(40, 100).proportion_ci()
    found = share_interval([3] * 40 + [0] * 60, [3] * 100)
    assert tuple(found) == pytest.approx((exact.low, exact.high), abs=0.003)


def test_groups_of_one_are_plain_cases() -> None:
    exact = binomtest(12, 80).proportion_ci()
    found = share_interval([1] * 12 + [0] * 68, [1] * 80)
    assert tuple(found) == pytest.approx((exact.low, exact.high), abs=0.003)


def test_groups_that_all_have_the_same_share_do_not_make_it_certain() -> None:
    low, high = share_interval([1] * 100, [3] * 100)
    exact = binomtest(100, 300).proportion_ci()
    assert low <= exact.low
    assert high >= exact.high


@pytest.mark.parametrize("share", [0.04, 0.3, 0.8])
def test_it_covers_the_share_of_grouped_cases_as_often_as_it_says(share: float) -> None:
    rng = np.random.default_rng(7)
    covered = 0
    for _ in range(400):
        of_group = rng.beta(2 * share, 2 * (1 - share), 100)
        low, high = share_interval(rng.binomial(3, of_group), np.full(100, 3))
        covered += low <= share <= high
    assert covered >= 0.93 * 400


def test_the_median_of_one_draw_is_the_draw() -> None:
    assert median_share(0.3, 1) == pytest.approx(0.3)


def test_the_median_of_three_is_at_least_so_far_out_where_two_are() -> None:
    assert median_share(0.2, 3) == pytest.approx(3 * 0.2**2 * 0.8 + 0.2**3)
    assert median_share(0.5, 99) == pytest.approx(0.5)
    assert (median_share(0.0, 7), median_share(1.0, 7)) == (0, 1)
