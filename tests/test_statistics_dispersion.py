import numpy as np
import pytest

from analysis.statistics.dispersion import dispersion, document_frequency

COUNTS, WORDS = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]


def test_dispersion_has_its_known_values() -> None:
    found = dispersion(COUNTS, WORDS)
    assert float(found.dp) == pytest.approx(0.18)
    assert float(found.normalised) == pytest.approx(0.18 / (1 - 9 / 50))


def test_a_word_spread_like_all_words_has_no_deviation() -> None:
    assert float(dispersion([2, 4, 6], [100, 200, 300]).dp) == pytest.approx(0)


def test_a_word_only_in_the_shortest_article_deviates_most() -> None:
    assert float(dispersion([7, 0, 0], [10, 40, 50]).normalised) == pytest.approx(1)


def test_many_words_give_the_same_as_each_word_alone() -> None:
    table = np.array([[1, 0, 3], [2, 5, 0], [0, 0, 4]])
    alone = [float(dispersion(column, [9, 8, 7]).dp) for column in table.T]
    assert dispersion(table, [9, 8, 7]).dp.tolist() == alone


def test_an_article_without_words_does_not_count() -> None:
    assert dispersion([1, 3, 0], [10, 10, 0]) == dispersion([1, 3], [10, 10])
    table = np.array([[1, 2], [0, 0], [3, 2]])
    assert dispersion(table, [10, 0, 10]).dp.tolist() == [0.25, 0]


def test_an_absent_word_or_a_single_article_has_no_dispersion() -> None:
    assert np.isnan(dispersion([0, 0], [5, 5])).all()
    assert np.isnan(dispersion([0], [0])).all()
    assert float(dispersion([3], [5]).dp) == 0
    assert np.isnan(dispersion([3], [5]).normalised)


def test_one_hit_in_the_first_of_two_articles_is_enough() -> None:
    found = dispersion([1, 0], [5, 5])
    assert (float(found.dp), float(found.normalised)) == (0.5, 1)


def test_an_article_of_one_word_counts() -> None:
    assert float(dispersion([1, 1], [1, 3]).dp) == 0.25


def test_articles_with_a_word_are_counted() -> None:
    assert document_frequency([[2, 0], [1, 0], [0, 0]]).tolist() == [2, 0]
