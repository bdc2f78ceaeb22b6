"""Counts: known answers, and what grouping costs."""

import numpy as np
import pytest
from scipy.stats import beta, binom, binomtest, chi2, t

from analysis.statistics.counts import garwood_interval, median_share, share_interval, two_rates_p


@pytest.mark.parametrize(("count", "words", "low", "high"), [(2, 423, 0.573, 17.080), (0, 438, 0.0, 8.422)])
def test_the_interval_of_a_rate_has_garwoods_known_values(
    count: int, words: int, low: float, high: float
) -> None:
    found = garwood_interval(count, words)
    assert (1000 * found[0], 1000 * found[1]) == pytest.approx((low, high), abs=5e-4)


def test_intervals_of_many_rates_are_half_the_quantiles_of_chi_squared() -> None:
    counts, words = np.arange(1, 400), np.arange(1, 400) * 7
    low, high = garwood_interval(counts, words)
    assert low == pytest.approx(chi2.ppf(0.025, 2 * counts) / 2 / words)
    assert high == pytest.approx(chi2.ppf(0.975, 2 * counts + 2) / 2 / words)


def test_without_words_there_is_no_interval() -> None:
    low, high = garwood_interval([0, 3], [0, 0])
    assert np.isnan([low, high]).all()


@pytest.mark.parametrize(
    ("first", "first_words", "second", "second_words", "p"),
    [(2, 423, 0, 438, 0.2414), (1, 367, 0, 369, 0.4986)],
)
def test_two_rates_are_compared_exactly(
    first: int, first_words: int, second: int, second_words: int, p: float
) -> None:
    assert two_rates_p(first, first_words, second, second_words) == pytest.approx(p, abs=5e-5)


def test_all_outcomes_at_most_as_likely_as_the_observed_one_count() -> None:
    likely = binom.pmf(np.arange(10), 9, 0.25)
    assert two_rates_p(6, 100, 3, 300) == pytest.approx(likely[likely <= likely[6] * (1 + 1e-9)].sum())


def test_rates_without_a_count_are_equal() -> None:
    assert two_rates_p(0, 10, 0, 20) == 1


def test_a_rate_needs_at_least_one_word() -> None:
    assert np.isnan(two_rates_p(1, 10, 0, 0))
    assert np.isnan(two_rates_p(0, 0, 1, 10))
    assert two_rates_p(1, 1, 0, 1) == 1
    assert np.isfinite(garwood_interval(1, 1)).all()


@pytest.mark.parametrize("hits", [0, 100])
def test_a_share_of_none_or_all_has_the_exact_interval_over_groups(hits: int) -> None:
    exact = binomtest(hits, 100).proportion_ci()
    found = share_interval(np.full(100, 3 * hits // 100), np.full(100, 3))
    assert tuple(found) == pytest.approx((exact.low, exact.high))


def test_groups_without_variation_inside_count_as_one_case_each() -> None:
    exact = binomtest(40, 100).proportion_ci()
    found = share_interval([3] * 40 + [0] * 60, [3] * 100)
    assert tuple(found) == pytest.approx((exact.low, exact.high), abs=0.003)


def test_groups_of_one_are_plain_cases() -> None:
    exact = binomtest(12, 80).proportion_ci()
    found = share_interval([1] * 12 + [0] * 68, [1] * 80)
    assert tuple(found) == pytest.approx((exact.low, exact.high), abs=0.003)


def test_groups_with_equal_shares_do_not_narrow_the_interval() -> None:
    low, high = share_interval([1] * 100, [3] * 100)
    exact = binomtest(100, 300).proportion_ci()
    assert low <= exact.low
    assert high >= exact.high


@pytest.mark.parametrize("share", [0.04, 0.3, 0.8])
def test_the_interval_covers_the_share_of_grouped_cases(share: float) -> None:
    rng = np.random.default_rng(7)
    covered = 0
    for _ in range(400):
        of_group = rng.beta(2 * share, 2 * (1 - share), 100)
        low, high = share_interval(rng.binomial(3, of_group), np.full(100, 3))
        covered += low <= share <= high
    assert covered >= 0.93 * 400


def test_the_median_of_one_draw_is_the_draw() -> None:
    assert median_share(0.3, 1) == pytest.approx(0.3)


def test_the_median_of_three_is_in_a_tail_when_two_are() -> None:
    assert median_share(0.2, 3) == pytest.approx(3 * 0.2**2 * 0.8 + 0.2**3)
    assert median_share(0.5, 99) == pytest.approx(0.5)
    assert (median_share(0.0, 7), median_share(1.0, 7)) == (0, 1)


def test_the_interval_of_a_share_is_korn_and_graubards() -> None:
    hits, sizes = np.array([1, 0, 2, 3, 1]), np.array([2, 3, 4, 3, 5])
    share, groups, cases = 7 / 17, 5, 17
    variance = groups / (groups - 1) * sum((h - share * n) ** 2 for h, n in zip(hits, sizes, strict=True))
    number = share * (1 - share) / (variance / cases**2)
    number *= (t.ppf(0.975, cases - 1) / t.ppf(0.975, groups - 1)) ** 2
    known = (
        beta.ppf(0.025, share * number, (1 - share) * number + 1),
        beta.ppf(0.975, share * number + 1, (1 - share) * number),
    )
    assert tuple(share_interval(hits, sizes)) == pytest.approx(known)


def test_the_effective_number_of_cases_is_at_most_their_number() -> None:
    # Every group has the same share, up to one hit: the variance between groups is next to nothing.
    hits, sizes = np.array([5] * 9 + [6]), np.full(10, 10)
    share, cases = 51 / 100, 100 * (t.ppf(0.975, 99) / t.ppf(0.975, 9)) ** 2
    low = beta.ppf(0.025, share * cases, (1 - share) * cases + 1)
    assert share_interval(hits, sizes).low == pytest.approx(low)
