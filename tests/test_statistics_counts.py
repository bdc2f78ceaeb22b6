import numpy as np
import pytest
from scipy.stats import binom, chi2

from analysis.statistics.counts import garwood, two_rates_p


@pytest.mark.parametrize(("count", "words", "low", "high"), [(2, 423, 0.573, 17.080), (0, 438, 0.0, 8.422)])
def test_the_interval_of_a_rate_is_garwoods(count: int, words: int, low: float, high: float) -> None:
    found = garwood(count, words)
    assert (1000 * found[0], 1000 * found[1]) == pytest.approx((low, high), abs=5e-4)


def test_intervals_of_many_rates_are_half_the_quantiles_of_chi_squared() -> None:
    counts, words = np.arange(1, 400), np.arange(1, 400) * 7
    low, high = garwood(counts, words)
    assert low == pytest.approx(chi2.ppf(0.025, 2 * counts) / 2 / words)
    assert high == pytest.approx(chi2.ppf(0.975, 2 * counts + 2) / 2 / words)


def test_without_words_there_is_no_interval() -> None:
    low, high = garwood([0, 3], [0, 0])
    assert np.isnan([low, high]).all()


@pytest.mark.parametrize(
    ("first", "first_words", "second", "second_words", "p"),
    [(2, 423, 0, 438, 0.2414), (1, 367, 0, 369, 0.4986)],
)
def test_two_rates_are_compared_exactly(
    first: int, first_words: int, second: int, second_words: int, p: float
) -> None:
    assert two_rates_p(first, first_words, second, second_words) == pytest.approx(p, abs=5e-5)


def test_all_outcomes_no_likelier_than_the_one_found_count() -> None:
    likely = binom.pmf(np.arange(10), 9, 0.25)
    assert two_rates_p(6, 100, 3, 300) == pytest.approx(likely[likely <= likely[6] * (1 + 1e-9)].sum())


def test_nothing_counted_tells_nothing_apart_and_no_words_compare_with_nothing() -> None:
    assert two_rates_p(0, 10, 0, 20) == 1
    assert np.isnan(two_rates_p(1, 10, 0, 0))
