"""Differences by unit and without the units that move them most, against plain ways to compute them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from analysis.results.behind import OTHERS
from analysis.results.robustness.choices import Variant
from analysis.results.robustness.contrasts import Contrast, build_contrasts, find_deviations, find_interval
from analysis.results.robustness.samples import Samples
from analysis.statistics.effects import hedges_g
from analysis.statistics.intervals import difference_interval, mean_interval, rate_difference_interval

VARIANTS = [Variant("lix", text, "", "", "") for text in ("body", "whole")]
NAN = float("nan")


def make(
    rows: Sequence[tuple[str, str | None, float, float]],
    *,
    words: Sequence[float] | None = None,
    truncated: Sequence[int] = (),
) -> Samples:
    """Articles with a source, an event, and a value in each of two variants."""
    articles = pd.DataFrame([row[:2] for row in rows], columns=["source", "event"])
    articles["censored"] = [i in truncated for i in range(len(rows))]
    values = np.array([row[2:] for row in rows], dtype=float)
    weights = np.array([words or [100.0] * len(rows)] * 2).T
    return Samples(articles, VARIANTS, values, weights)


def many(size: int, *, seed: int = 3, events: bool = True) -> Samples:
    draw = np.random.default_rng(seed)
    rows = [
        (source, f"e{i:02}" if events else None, *(draw.normal(shift, 1, 2)))
        for source, shift in (("a", 1.0), ("b", 0.5))
        for i in range(size)
    ]
    return make(rows, words=[*draw.integers(100, 900, 2 * size).astype(float)])


def one(found: Samples, unit: str, without: int = 0, second: str = "b") -> Contrast:
    (made,) = [c for c in build_contrasts(found, "a", second) if (c.unit, c.without) == (unit, without)]
    return made


def sides(found: Samples, variant: int = 0) -> tuple[np.ndarray, np.ndarray]:
    own = found.articles["source"] == "a"
    return found.values[own, variant], found.values[~own, variant]


def test_articles_and_events_have_the_same_difference_where_all_are_shared() -> None:
    found = many(12)
    a, b = sides(found)
    for unit in ("event", "article"):
        assert one(found, unit).difference[0] == pytest.approx(a.mean() - b.mean())
    assert one(found, "event").n.tolist() == [[12, 12], [12, 12]]


def test_an_event_counts_once_and_only_if_both_have_a_value() -> None:
    found = make(
        [("a", "e1", 1, 1), ("a", "e1", 3, 3), ("b", "e1", 0, 0), ("a", "e2", 9, NAN), ("b", "e2", 4, 4)]
    )
    assert one(found, "event").difference.tolist() == [(2 + 9) / 2 - 2, 2.0]
    assert one(found, "event").n.tolist() == [[2, 1], [2, 1]]


def test_weighted_by_words_a_rate_is_the_ratio_of_the_sums() -> None:
    found = many(6)
    own = (found.articles["source"] == "a").to_numpy()
    counts = found.values[:, 0] * found.words[:, 0]
    rates = [counts[side].sum() / found.words[side, 0].sum() for side in (own, ~own)]
    assert one(found, "word").difference[0] == pytest.approx(rates[0] - rates[1])


@pytest.mark.parametrize("unit", ["article", "word", "event"])
@pytest.mark.parametrize("count", [1, 3])
def test_what_is_left_out_are_the_units_whose_absence_moves_the_difference_most(
    unit: str, count: int
) -> None:
    found = many(40)
    whole = one(found, unit).difference[1]
    moved = []
    for row in range(40 if unit == "event" else 80):
        gone = [row, row + 40] if unit == "event" else [row]
        values = found.values.copy()
        values[gone] = NAN
        moved.append(abs(one(found._replace(values=values), unit).difference[1] - whole))
    values = found.values.copy()
    rows = np.argsort(moved)[::-1][:count]
    values[[*rows, *(rows + 40)] if unit == "event" else rows] = NAN
    expected = one(found._replace(values=values), unit).difference[1]
    assert one(found, unit, count).difference[1] == pytest.approx(expected)


def test_of_fewer_than_ten_units_none_is_left_out() -> None:
    made = {(c.unit, c.without) for c in build_contrasts(many(9), "a", "b")}
    assert made == {("event", 0), ("article", 0), ("article", 1), ("word", 0), ("word", 1)}


def test_without_shared_events_there_are_no_pairs() -> None:
    assert {c.unit for c in build_contrasts(many(9, events=False), "a", "b")} == {"article", "word"}


def test_two_articles_are_not_weighted() -> None:
    found = make([("a", "e", 1, 1), ("b", "e", 2, 2)])
    assert [(c.unit, c.without) for c in build_contrasts(found, "a", "b")] == [("article", 0)]


def test_a_source_without_values_leaves_a_gap() -> None:
    found = make([("a", "e", 1, 1), ("a", "f", 1, 1), ("b", "e", NAN, 2)])
    assert np.isnan(one(found, "article").difference).tolist() == [True, False]
    assert np.isnan(one(found, "article", second="nobody").difference).all()


def test_all_others_together_are_a_side() -> None:
    found = make([("a", None, 5, 5), ("b", None, 1, 1), ("c", None, 2, 2)])
    assert one(found, "article", second=OTHERS).difference.tolist() == [3.5, 3.5]


def test_a_difference_from_rounding_is_zero() -> None:
    found = make([("a", None, 0.1 + 0.2, 1), ("b", None, 0.3, 1)])
    assert one(found, "article").difference.tolist() == [0, 0]


def test_a_truncated_article_bounds_only_the_mean_of_its_source() -> None:
    found = make([("a", None, 1, NAN), ("b", None, 2, 2), ("a", None, 3, 3)], truncated=[0])
    assert one(found, "article").bound.tolist() == [[True, False], [False, False]]
    assert np.isnan(find_interval(one(found, "article"), 0, seed=1)).all()


def test_intervals_are_those_of_the_statistics() -> None:
    found = many(12)
    a, b = sides(found, 1)
    own = (found.articles["source"] == "a").to_numpy()
    words = [found.words[side, 1] for side in (own, ~own)]
    assert find_interval(one(found, "event"), 1, seed=5) == pytest.approx(mean_interval(a - b, seed=5))
    assert find_interval(one(found, "article"), 1, seed=5) == pytest.approx(difference_interval(a, b, seed=5))
    rates = rate_difference_interval((a * words[0], words[0]), (b * words[1], words[1]), seed=5)
    assert find_interval(one(found, "word"), 1, seed=5) == pytest.approx(rates)


def test_an_interval_is_that_of_the_units_that_are_left() -> None:
    found = many(12)
    assert np.diff(find_interval(one(found, "article", 1), 0, seed=5)) < np.diff(
        find_interval(one(found, "article"), 0, seed=5)
    )


def test_a_difference_divided_by_the_deviation_is_the_g_of_hedges() -> None:
    found = many(12)
    ratio = one(found, "article").difference / find_deviations(found, "a", "b")
    assert ratio == pytest.approx([hedges_g(*sides(found, variant)) for variant in (0, 1)])


def test_articles_that_do_not_vary_have_no_deviation() -> None:
    found = make([(source, None, 2, i) for i in range(3) for source in "ab"])
    assert np.isnan(find_deviations(found, "a", "b")).tolist() == [True, False]
