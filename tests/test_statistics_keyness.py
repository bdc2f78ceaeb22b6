from math import log, sqrt

import numpy as np
import pytest
from scipy.stats import chi2_contingency

from analysis.statistics.keyness import g2, log_odds, log_ratio


@pytest.mark.parametrize(
    ("first", "first_words", "second", "second_words", "known"),
    [(7, 10, 2, 9, 4.534939), (60, 10_000, 30, 10_000, 10.239146)],
)
def test_g2_has_its_known_values(
    first: int, first_words: int, second: int, second_words: int, known: float
) -> None:
    assert g2(first, first_words, second, second_words) == pytest.approx(known, abs=5e-7)


def test_g2_of_many_words_equals_scipys_of_each_table() -> None:
    draw = np.random.default_rng(2)
    first, second = draw.integers(0, 40, 50), draw.integers(1, 40, 50)
    known = [
        chi2_contingency([[a, b], [700 - a, 900 - b]], correction=False, lambda_="log-likelihood").statistic
        for a, b in zip(first, second, strict=True)
    ]
    assert g2(first, 700, second, 900) == pytest.approx(known)


def test_g2_of_one_hit_or_one_word_is_defined() -> None:
    assert g2([1, 0], 2, [0, 1], 2) == pytest.approx([2 * log(2) + 2 * log(2 / 3) + 4 * log(4 / 3)] * 2)
    assert g2([1], 1, [0], 1) == pytest.approx([4 * log(2)])


def test_g2_of_equal_rates_and_of_a_word_that_nobody_uses_is_zero() -> None:
    assert g2([3, 0], 30, [6, 0], 60) == pytest.approx([0, 0], abs=1e-9)


def test_g2_without_words_is_not_defined() -> None:
    assert np.isnan(g2([0, 0], 0, [1, 2], 9)).all()
    assert np.isnan(g2([1, 2], 9, [0, 0], 0)).all()


def test_the_log_ratio_counts_doublings() -> None:
    assert log_ratio([4, 1, 3], 100, [1, 4, 6], 200).tolist() == [3, -1, 0]


def test_a_zero_is_replaced_by_one_half_in_a_log_ratio() -> None:
    assert log_ratio([0, 8], 100, [8, 0], 100).tolist() == [-4, 4]
    assert log_ratio([0, 1], 100, [1, 0], 100).tolist() == [-1, 1]
    assert np.isnan(log_ratio([0], 100, [0], 100)).all()
    assert np.isnan(log_ratio([1], 0, [1], 100)).all()
    assert np.isnan(log_ratio([1], 100, [1], 0)).all()
    assert log_ratio([1], 1, [1], 1).tolist() == [0]


def test_log_odds_follow_the_formula() -> None:
    y1, n1, y2, n2, a, a0 = 12, 1_000, 5, 1_500, 0.4, 30.0
    delta = log((y1 + a) / (n1 + a0 - y1 - a)) - log((y2 + a) / (n2 + a0 - y2 - a))
    variance = 1 / (y1 + a) + 1 / (y2 + a)
    found = log_odds([y1], n1, [y2], n2, prior=[a], prior_words=a0)
    assert [float(value[0]) for value in found] == pytest.approx(
        [delta, variance, delta / sqrt(variance)], rel=2e-14
    )


def test_a_prior_shrinks_the_log_odds_of_rare_words() -> None:
    weak, strong = (
        log_odds([2, 200], 1_000, [1, 100], 1_000, prior=[a, 100 * a], prior_words=1_000 * a)
        for a in (0.01, 1.0)
    )
    assert 0 < strong.delta[0] < weak.delta[0]
    assert weak.delta[0] == pytest.approx(log(2), abs=0.02)
    assert weak.z[1] > 5 * weak.z[0]  # of one ratio, the more frequent word stands higher
    assert weak.delta[1] == pytest.approx(log((200 / 800) / (100 / 900)), abs=0.01)


def test_a_word_without_a_prior_has_no_log_odds() -> None:
    assert np.isnan(log_odds([0, 1], 10, [0, 1], 10, prior=[0, 1], prior_words=9).z).tolist() == [True, False]
