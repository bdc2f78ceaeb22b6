from itertools import combinations

import numpy as np
import pytest
from scipy.stats import t, ttest_1samp, ttest_ind

from analysis.statistics import permutation
from analysis.statistics.permutation import (
    count_certainly_lower,
    gehan_scores,
    min_p,
    paired_gehan_scores,
    permutation_p,
    sign_flip_p,
)

NO = np.zeros(4, dtype=bool)


def test_few_values_are_tried_in_every_arrangement() -> None:
    first, second = np.array([1.0, 2, 9, 4]), np.array([3.0, 8, 11, 10, 7])
    pooled = np.concatenate([first, second])

    def statistic(chosen: tuple[int, ...]) -> float:
        one, other = pooled[list(chosen)], np.delete(pooled, chosen)
        return abs(float(ttest_ind(one, other, equal_var=False).statistic))

    found = statistic((0, 1, 2, 3))
    every = [statistic(chosen) for chosen in combinations(range(9), 4)]
    assert permutation_p(first, second, seed=1) == sum(s >= found - 1e-9 for s in every) / len(every)


def test_the_clearest_split_has_the_smallest_possible_p() -> None:
    first, second = np.arange(4.0), np.arange(4.0) + 10
    assert permutation_p(first, second, seed=1) == min_p(4, 4, paired=False) == 2 / 70
    assert sign_flip_p(np.arange(1.0, 8.0), seed=1) == min_p(7, 7, paired=True) == 2 / 2**7


def test_the_observed_arrangement_of_many_values_counts_among_the_random_ones() -> None:
    first, second = np.arange(50.0), np.arange(50.0) + 1000
    assert permutation_p(first, second, seed=1) == 1 / 10_000
    assert sign_flip_p(first + 1, seed=1) == 1 / 10_000


def test_with_many_values_p_is_close_to_students() -> None:
    draw = np.random.default_rng(8)
    first, second = draw.normal(size=40), draw.normal(0.4, size=60)
    expected = ttest_ind(first, second, equal_var=False).pvalue
    assert permutation_p(first, second, seed=1) == pytest.approx(expected, abs=0.01)
    assert sign_flip_p(second, seed=1) == pytest.approx(ttest_1samp(second, 0).pvalue, abs=0.005)


def test_with_very_many_values_p_comes_from_students_t(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(9)
    first, second = draw.gamma(2.0, size=2_500), draw.gamma(2.0, size=2_500) + 0.06
    fast = permutation_p(first, second, seed=1), sign_flip_p(np.concatenate([first, -second]), seed=1)
    monkeypatch.setattr(permutation, "MAX_UNITS", 10_000)
    slow = permutation_p(first, second, seed=1), sign_flip_p(np.concatenate([first, -second]), seed=1)
    assert fast != slow == pytest.approx(fast, abs=0.01)


def test_constant_values_do_not_differ() -> None:
    assert permutation_p(np.full(5, 0.1), np.full(6, 0.1), seed=1) == 1
    assert sign_flip_p(np.zeros(8), seed=1) == 1


def test_exchanging_the_sides_does_not_change_p() -> None:
    first, second = np.array([1.0, 5, 2]), np.array([4.0, 9, 3, 8])
    assert permutation_p(first, second, seed=1) == permutation_p(second, first, seed=1)
    assert sign_flip_p(first, seed=1) == sign_flip_p(-first, seed=1)


def test_the_seed_decides() -> None:
    first, second = np.arange(30.0), np.arange(30.0) + 3
    assert permutation_p(first, second, seed=1) == permutation_p(first, second, seed=1)
    assert permutation_p(first, second, seed=1) != permutation_p(first, second, seed=2)


def test_a_lower_bound_is_higher_than_smaller_values_and_never_lower() -> None:
    first, second = np.array([5.0, 1.0]), np.array([3.0, 4.0])
    assert [s.tolist() for s in gehan_scores(first, NO[:2], second, NO[:2])] == [[3, -3], [-1, 1]]
    # 1 is a lower bound: nothing is surely more than it.
    broken = np.array([False, True])
    assert [s.tolist() for s in gehan_scores(first, broken, second, NO[:2])] == [[2, 0], [-2, 0]]


def test_pairs_with_a_bound_are_ordered_only_where_the_order_is_certain() -> None:
    first, second = np.array([5.0, 1, 5, 1]), np.array([3.0, 3, 3, 3])
    broken = np.array([True, True, False, False])
    assert paired_gehan_scores(first, broken, second, NO).tolist() == [1, 0, 1, -1]
    assert paired_gehan_scores(first, NO, second, broken).tolist() == [0, -1, 1, -1]


@pytest.mark.parametrize(("name", "value"), [("MAX_UNITS", 9), ("MAX_EXACT", 126), ("_BLOCK", 1)])
def test_at_its_limits_a_difference_is_tested_exactly(
    monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    first, second = np.array([1.0, 2, 9, 4]), np.array([3.0, 8, 11, 10, 7])
    known = permutation_p(first, second, seed=31)
    monkeypatch.setattr(permutation, name, value)  # nine values, 126 arrangements
    assert permutation_p(first, second, seed=31) == known


@pytest.mark.parametrize(("name", "value"), [("MAX_UNITS", 6), ("MAX_EXACT", 64), ("_BLOCK", 1)])
def test_at_its_limits_a_paired_difference_is_tested_exactly(
    monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    permutation._signs.cache_clear()
    monkeypatch.setattr(permutation, name, value)  # six pairs, 64 arrangements
    assert sign_flip_p(np.array([1.0, 2, 3, 4, 5, 6]), seed=31) == 2 / 64


def test_above_the_limit_p_is_exactly_students(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(permutation, "MAX_UNITS", 5)
    first, second = np.array([1.0, 2, 9]), np.array([3.0, 8, 11])
    welch = abs(ttest_ind(first, second, equal_var=False).statistic)
    assert permutation_p(first, second, seed=1) == pytest.approx(2 * t.sf(welch, 4))
    differences = np.array([1.0, -2, 3, 4, 5, 6])
    assert sign_flip_p(differences, seed=1) == pytest.approx(ttest_1samp(differences, 0).pvalue)


def test_one_value_against_many_is_tested_by_the_spread_of_the_many() -> None:
    first, second = np.array([7.0]), np.array([1.0, 2, 4, 5, 9])
    pooled = np.concatenate([first, second])
    statistics = []
    for chosen in range(6):
        others = np.delete(pooled, chosen)
        statistics.append(abs(pooled[chosen] - others.mean()) / np.sqrt(others.var(ddof=1) / 5))
    assert permutation_p(first, second, seed=1) == np.mean(np.array(statistics) >= statistics[0] - 1e-9)


def test_two_constant_sides_have_the_smallest_possible_p() -> None:
    assert permutation_p(np.full(4, 1.0), np.full(4, 2.0), seed=1) == 2 / 70


def test_rounding_does_not_make_an_arrangement_more_extreme() -> None:
    # .1 + .2 + .3 and .3 + .2 + .1 differ in the last digit.
    assert permutation_p(np.array([0.1, 0.2, 0.3]), np.array([0.3, 0.2, 0.1]), seed=1) == 1


def test_equal_values_and_lower_bounds_are_not_certainly_lower() -> None:
    others, bound = np.array([1.0, 2, 4, 3]), np.array([True, False, False, False])
    assert count_certainly_lower(np.array([5.0, 3, 2]), others, bound).tolist() == [3, 1, 0]


def test_equal_pairs_score_zero() -> None:
    assert paired_gehan_scores(np.full(4, 2.0), NO, np.full(4, 2.0), NO).tolist() == [0, 0, 0, 0]


def test_random_arrangements_keep_the_sizes_of_the_sides() -> None:
    arrangements = permutation._random_divisions(40, 10, 1)
    assert arrangements.shape == (9_999, 40)
    assert (arrangements.sum(axis=1) == 10).all()
