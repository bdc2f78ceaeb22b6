"""Families of words, tested by article: exact where it can be, never fooled by bursts or by length."""

from itertools import combinations
from math import log, sqrt

import numpy as np
import pytest

from analysis.statistics import family
from analysis.statistics.family import family_p, length_strata, min_family_p

Values = family.Values
DRAW = np.random.default_rng(4)


def sides(first: int, second: int) -> family.Flags:
    return np.arange(first + second) < first


def score(counts: Values, words: Values, first: family.Flags, strata: family.Codes) -> float:
    """The statistic of one word, article by article."""
    groups = {int(group): strata == group for group in strata}
    whole = {group: words[own].sum() for group, own in groups.items()}
    rates = {group: counts[own].sum() / whole[group] for group, own in groups.items()}
    logs, variances = [], []
    for side in (first, ~first):
        weights = {group: 1 - words[own & side].sum() / whole[group] for group, own in groups.items()}
        mean = sum(weights[g] * n for g, n in zip(strata[side], words[side], strict=True)) / words[side].sum()
        own = list(zip(strata[side], counts[side], words[side], strict=True))
        found = sum(weights[g] * x for g, x, _ in own)
        expected = sum(weights[g] * rates[g] * n for g, _, n in own)
        ratio = found / expected if expected else 0.0
        apart = [
            (weights[g] * (x - ratio * rates[g] * n)) ** 2 / (1 - n / whole[g])
            for g, x, n in own
            if weights[g]
        ]
        logs.append(log((found + mean / 2) / (expected + mean / 2)))
        variance = max(sum(apart), mean * (found + mean / 2)) / (found + mean / 2)
        variances.append(variance / (0.95 * found + 0.05 * expected + mean / 2))
    return abs(logs[0] - logs[1]) / sqrt(sum(variances))


def test_few_articles_are_tried_in_every_arrangement() -> None:
    counts, words = DRAW.poisson(3, (9, 4)).astype(float), DRAW.integers(80, 200, 9).astype(float)
    none = np.zeros(9, dtype=int)
    arrangements = [np.isin(np.arange(9), chosen) for chosen in combinations(range(9), 4)]
    every = np.array([[score(x, words, flags, none) for x in counts.T] for flags in arrangements])
    found = family_p(counts, words, sides(4, 5), seed=1)
    assert found.p == pytest.approx((every >= every[0] - 1e-9).mean(axis=0))
    assert found.adjusted == pytest.approx((every.max(axis=1)[:, None] >= every[0] - 1e-9).mean(axis=0))


def test_articles_are_shuffled_within_their_events() -> None:
    words = np.full(12, 100.0)
    counts = np.repeat([0, 50, 3, 20, 90, 7], 2).astype(float)
    counts[::2] += 1  # the first side has one more in each of six events
    events, first = np.repeat(np.arange(6), 2), np.arange(12) % 2 == 0
    assert family_p(counts[:, None], words, first, strata=events, seed=1).p[0] == 2 / 2**6
    assert family_p(counts[:, None], words, first, seed=1).p[0] > 0.5


def test_within_events_every_arrangement_is_one_of_the_events() -> None:
    counts, words = DRAW.poisson(2, 8).astype(float), DRAW.integers(80, 200, 8).astype(float)
    events = np.array([3, 0, 0, 7, 3, 3, 7, 0])
    first = np.array([1, 0, 1, 1, 0, 0, 0, 0], dtype=bool)
    ways = [(a, b, c) for a in (0, 4, 5) for b in (1, 2, 7) for c in (3, 6)]
    every = np.array([score(counts, words, np.isin(np.arange(8), way), events) for way in ways])
    known = (every >= score(counts, words, first, events) - 1e-9).mean()
    assert family_p(counts[:, None], words, first, strata=events, seed=1).p[0] == pytest.approx(known)


def test_the_observed_arrangement_counts_among_the_random_ones() -> None:
    counts = np.repeat([[9.0], [0.0]], 20, axis=0)
    found = family_p(counts, np.full(40, 100.0), sides(20, 20), seed=1)
    assert found.p[0] == found.adjusted[0] == 1 / 10_000


def test_a_word_with_all_hits_in_one_article_is_not_significant() -> None:
    counts = np.zeros((40, 1))
    counts[0] = 30
    assert family_p(counts, np.full(40, 100.0), sides(20, 20), seed=1).p[0] == 1


def test_a_large_family_can_have_significant_words() -> None:
    counts = DRAW.poisson(1, (40, 830)).astype(float)
    counts[:20, 0] += 6
    found = family_p(counts, np.full(40, 100.0), sides(20, 20), seed=1)
    assert 830 / 10_000 > 0.05  # of the least p there can be, what Benjamini and Hochberg ask
    assert found.adjusted[0] == 1 / 10_000
    assert (found.adjusted[1:] > 0.05).all()


def test_a_word_that_one_side_never_uses_is_found() -> None:
    counts = DRAW.poisson(0.5, (60, 400)).astype(float)
    counts[:30, 0], counts[30:, 0] = DRAW.poisson(1, 30), 0
    assert family_p(counts, np.full(60, 100.0), sides(30, 30), seed=1).adjusted[0] < 0.01


def test_perfectly_correlated_words_are_adjusted_like_one() -> None:
    one = DRAW.poisson(2, (30, 1)).astype(float)
    found = family_p(np.repeat(one, 50, axis=1), np.full(30, 100.0), sides(15, 15), seed=1)
    assert found.adjusted.tolist() == found.p.tolist()


@pytest.mark.parametrize("paired", [False, True])
def test_a_burstier_side_is_not_taken_for_one_that_uses_a_word_more(
    monkeypatch: pytest.MonkeyPatch, *, paired: bool
) -> None:
    monkeypatch.setattr(family, "RANDOM_DRAWS", 299)
    draw, first = np.random.default_rng(5), sides(60, 60)
    shapes = np.where(first, 2.0, 0.3)[:, None]
    events = np.tile(np.arange(60), 2) if paired else None
    wrong = 0
    for number in range(40):
        counts = draw.poisson(draw.gamma(shapes, 1 / shapes, (120, 60)))
        found = family_p(counts, np.full(120, 500.0), first, strata=events, seed=number)
        wrong += bool((found.adjusted <= 0.05).any())
    assert wrong <= 5  # two are the mean; with one variance for both sides it is nine and more


def test_unused_words_and_equal_rates_do_not_differ() -> None:
    words = np.array([100.0, 200, 300, 100, 200, 300, 400, 400])
    counts = np.column_stack([np.zeros(8), words / 100])
    assert family_p(counts, words, sides(4, 4), seed=1).p.tolist() == [1, 1]
    assert family_p(counts, words, sides(4, 4), seed=1).adjusted.tolist() == [1, 1]


def test_the_order_of_the_articles_does_not_matter() -> None:
    counts, words = DRAW.poisson(2, (9, 3)).astype(float), DRAW.integers(80, 200, 9).astype(float)
    first, events = sides(4, 5), np.array([0, 0, 1, 1, 0, 0, 1, 1, 1])
    shuffled = DRAW.permutation(9)
    one = family_p(counts, words, first, strata=events, seed=1)
    other = family_p(counts[shuffled], words[shuffled], first[shuffled], strata=events[shuffled], seed=1)
    assert other.p.tolist() == one.p.tolist()


def test_the_seed_decides() -> None:
    counts, words = DRAW.poisson(2, (40, 3)).astype(float), np.full(40, 100.0)
    first, second, again = (family_p(counts, words, sides(20, 20), seed=seed).p for seed in (1, 2, 1))
    assert first.tolist() == again.tolist() != second.tolist()


def test_the_size_of_the_blocks_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    counts, words = DRAW.poisson(2, (40, 30)).astype(float), DRAW.integers(80, 200, 40).astype(float)
    whole = family_p(counts, words, sides(20, 20), seed=1)
    monkeypatch.setattr(family, "_CELLS", 9_000)
    parts = family_p(counts, words, sides(20, 20), seed=1)
    assert parts.p.tolist() == whole.p.tolist()
    assert parts.adjusted.tolist() == whole.adjusted.tolist()


def test_with_very_many_articles_p_comes_from_the_normal_distribution(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = np.random.default_rng(6)
    counts, words = draw.poisson(2, (400, 4)).astype(float), draw.integers(80, 200, 400).astype(float)
    slow = family_p(counts, words, sides(150, 250), seed=1)
    monkeypatch.setattr(family, "MAX_UNITS", 300)
    fast = family_p(counts, words, sides(150, 250), seed=1)
    assert fast.p == pytest.approx(slow.p, abs=0.02)
    assert (fast.adjusted >= slow.adjusted - 0.02).all()
    assert (fast.adjusted >= fast.p).all()


@pytest.mark.parametrize(("first", "second", "p"), [(3, 3, 0.1), (4, 4, 2 / 70), (1, 1, 1.0), (0, 5, 1.0)])
def test_the_smallest_p_is_two_of_all_arrangements(first: int, second: int, p: float) -> None:
    assert min_family_p(sides(first, second)) == pytest.approx(p)


def test_within_events_there_are_fewer_arrangements() -> None:
    first, events = np.arange(12) % 2 == 0, np.repeat(np.arange(6), 2)
    assert min_family_p(first, events) == 2 / 2**6
    assert min_family_p(first, np.arange(12)) == 1


def test_sides_of_similar_length_are_not_grouped() -> None:
    assert length_strata(np.full(40, 500.0), sides(20, 20)) is None
    assert length_strata(np.repeat([500.0, 600.0], 20), sides(20, 20)) is None


def test_articles_are_grouped_by_length_when_one_side_is_longer() -> None:
    words = np.concatenate([np.arange(100, 300, 10), np.arange(150, 450, 15)]).astype(float)
    strata = length_strata(words, sides(20, 20))
    assert strata is not None
    assert np.bincount(strata).tolist() == [8] * 5
    assert [words[strata == i].max() <= words[strata == i + 1].min() for i in range(4)] == [True] * 4


def test_too_few_articles_are_not_grouped_by_length() -> None:
    assert length_strata(np.repeat([100.0, 900.0], 7), sides(7, 7)) is None


@pytest.mark.parametrize(("second", "grouped"), [(500.0, False), (501.0, True), (520.0, True)])
def test_a_side_is_longer_when_its_mean_is_over_a_quarter_larger(second: float, *, grouped: bool) -> None:
    strata = length_strata(np.repeat([400.0, second], 20), sides(20, 20))
    assert (strata is not None) is grouped


@pytest.mark.parametrize(("size", "groups"), [(8, 2), (11, 2), (12, 3), (20, 5), (30, 5)])
def test_the_smaller_side_has_four_articles_per_length_group_and_there_are_at_most_five(
    size: int, groups: int
) -> None:
    strata = length_strata(np.arange(1.0, 2 * size + 1), sides(size, size))
    assert strata is not None
    assert len(set(strata.tolist())) == groups


def test_no_words_make_an_empty_family() -> None:
    found = family_p(np.zeros((8, 0)), np.full(8, 100.0), sides(4, 4), seed=1)
    assert (len(found.p), len(found.adjusted)) == (0, 0)


def test_groups_of_one_side_alone_show_no_difference() -> None:
    counts, first = np.array([[3.0], [5], [0], [0]]), sides(2, 2)
    assert family_p(counts, np.full(4, 100.0), first, strata=np.array([0, 0, 1, 1]), seed=1).p == [1]


@pytest.mark.parametrize(("name", "value"), [("_CELLS", 1), ("MAX_EXACT", 70), ("MAX_UNITS", 8)])
def test_at_its_limits_a_family_is_tested_exactly(
    monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    counts, words = np.random.default_rng(3).poisson(3, (8, 4)).astype(float), np.full(8, 100.0)
    known = family_p(counts, words, sides(4, 4), seed=1)
    monkeypatch.setattr(family, name, value)  # eight articles, 70 arrangements
    found = family_p(counts, words, sides(4, 4), seed=1)
    assert found.p.tolist() == known.p.tolist()
    assert found.adjusted.tolist() == known.adjusted.tolist()


def test_all_random_arrangements_count_in_small_blocks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(family, "RANDOM_DRAWS", 25)
    monkeypatch.setattr(family, "_CELLS", 400)  # ten rows of forty articles
    counts = np.repeat([[9.0], [0.0]], 20, axis=0)
    assert family_p(counts, np.full(40, 100.0), sides(20, 20), seed=1).p == [1 / 26]
