"""The effective number: known answers, and an interval that covers what it says."""

import numpy as np
import pytest

from analysis.statistics.concentration import effective_interval, effective_number


@pytest.mark.parametrize(
    ("amounts", "number"),
    [([5], 1), ([3, 3, 3, 3], 4), ([2, 1, 1], 16 / 6), ([10, 0, 0], 1), ([1, 3], 1.6)],
)
def test_it_is_one_over_the_sum_of_squared_shares(amounts: list[float], number: float) -> None:
    assert effective_number(np.array(amounts, dtype=float)) == pytest.approx(number)


def test_the_effective_number_of_nothing_is_nan() -> None:
    assert np.isnan(effective_number(np.zeros(3)))
    assert np.isnan(effective_number(np.zeros(0)))


def drawn(rng: np.random.Generator, articles: int, *, known: int) -> tuple[np.ndarray, ...]:
    """Articles that quote up to five speakers: every third of a few `known` ones, the others their own."""
    sizes = rng.integers(1, 6, articles)
    article = np.repeat(np.arange(articles), sizes)
    local = known + np.arange(len(article))
    who = np.where(rng.random(len(article)) < 1 / 3, rng.integers(0, known, len(article)), local)
    keys, places = np.unique(np.stack([article, who]), axis=1, return_inverse=True)
    amounts = np.bincount(places.ravel(), rng.geometric(1 / 18, len(article))).astype(float)
    return np.unique(keys[1], return_inverse=True)[1], keys[0], amounts


def test_the_interval_is_the_jackknifes_written_out_article_by_article() -> None:
    who, articles, amounts = drawn(np.random.default_rng(2), 12, known=4)
    table = np.zeros((12, who.max() + 1))
    table[articles, who] = amounts
    logs = np.log([effective_number(np.delete(table, i, axis=0).sum(axis=0)) for i in range(12)])
    half = 2.200985 * np.sqrt(11 / 12 * ((logs - logs.mean()) ** 2).sum())  # t of 11 degrees of freedom
    number = effective_number(table.sum(axis=0))
    low, high = effective_interval(who, articles, amounts)
    assert (low, high) == pytest.approx((max(1.0, number * np.exp(-half)), number * np.exp(half)))


def test_fewer_than_eight_articles_have_no_interval() -> None:
    for size in (0, 1, 7):
        whole = np.arange(size), np.arange(size), np.ones(size)
        assert np.isnan(effective_interval(*whole)).all()
    assert np.isfinite(effective_interval(np.arange(8), np.arange(8), np.ones(8))).all()


def test_a_single_speaker_in_all_articles_has_an_interval_of_no_width() -> None:
    assert effective_interval(np.zeros(9, dtype=int), np.arange(9), np.arange(1.0, 10)) == (1, 1)


@pytest.mark.parametrize("known", [1, 5])
def test_the_interval_covers_the_number_for_the_same_number_of_articles(known: int) -> None:
    rng = np.random.default_rng(7)
    many = [
        effective_number(np.bincount(w, a).astype(float))
        for w, _, a in (drawn(rng, 15, known=known) for _ in range(999))
    ]
    middle = np.exp(np.log(many).mean())
    found = [effective_interval(*drawn(rng, 15, known=known)) for _ in range(300)]
    assert np.mean([low <= middle <= high for low, high in found]) >= 0.88


def test_the_bootstrap_is_too_low_where_each_article_has_its_own_speakers() -> None:
    rng = np.random.default_rng(5)
    amounts = rng.geometric(1 / 18, (30, 3)).astype(float)  # nobody is quoted in two articles
    weights = rng.multinomial(30, np.full(30, 1 / 30), size=999)
    resampled = [effective_number((weight[:, None] * amounts).ravel()) for weight in weights]
    number = effective_number(amounts.ravel())
    assert np.quantile(resampled, 0.975) < number
    low, high = effective_interval(np.arange(90), np.repeat(np.arange(30), 3), amounts.ravel())
    assert low < number < high
