import numpy as np
import pytest

from analysis.statistics.effects import hedges_g, paired_g, pooled_sd


def test_an_effect_is_the_difference_in_pooled_deviations_corrected_for_few_values() -> None:
    # Means 5 and 2, both variances 2.5, 8 degrees of freedom: 3 / sqrt(2.5) * (1 - 3 / 31).
    first, second = np.array([3.0, 4, 5, 6, 7]), np.array([0.0, 1, 2, 3, 4])
    assert hedges_g(first, second) == pytest.approx(1.71375, abs=1e-5)
    assert hedges_g(second, first) == -hedges_g(first, second)


def test_a_paired_effect_is_in_deviations_of_the_differences() -> None:
    # Mean 2, variance 1, 2 degrees of freedom: 2 * (1 - 3 / 7).
    assert paired_g(np.array([1.0, 2, 3])) == pytest.approx(8 / 7)


@pytest.mark.parametrize(
    ("first", "second"), [([1.0], [2.0]), ([], [1.0, 2, 3]), ([2.0, 2], [1.0, 1]), ([], [])]
)
def test_constant_or_empty_sides_have_no_effect(first: list[float], second: list[float]) -> None:
    assert np.isnan(hedges_g(np.array(first), np.array(second)))


@pytest.mark.parametrize("differences", [[], [1.0], [0.1, 0.1, 0.1]])
def test_pairs_that_do_not_vary_have_no_effect(differences: list[float]) -> None:
    assert np.isnan(paired_g(np.array(differences)))


def test_a_difference_divided_by_the_pooled_deviation_is_the_effect() -> None:
    first, second = np.array([3.0, 4, 5, 6, 7]), np.array([0.0, 1, 2, 3, 4])
    assert 3 / pooled_sd(first, second) == pytest.approx(hedges_g(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [([1.0], [2.0]), ([1.0], [2.0, 3]), ([], [1.0, 2, 3, 4]), ([2.0, 2], [1.0, 1]), ([], [])],
)
def test_constant_or_empty_sides_have_no_pooled_deviation(first: list[float], second: list[float]) -> None:
    assert np.isnan(pooled_sd(np.array(first), np.array(second)))


def test_with_one_degree_of_freedom_an_effect_is_corrected_to_zero() -> None:
    # The correction is 1 - 3 / (4 - 1).
    assert hedges_g(np.array([1.0]), np.array([2.0, 3])) == 0
    assert paired_g(np.array([1.0, 2])) == 0


def test_four_values_are_enough_for_a_pooled_deviation() -> None:
    # Both variances .5, 2 degrees of freedom.
    assert pooled_sd(np.array([1.0, 2]), np.array([3.0, 4])) == pytest.approx(0.5**0.5 / (1 - 3 / 7))
