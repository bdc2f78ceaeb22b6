"""Differences in sentences: no stronger than n, interval and adjusted test."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.measures.measure import Measure
from analysis.measures.registry import find_measure
from analysis.results.difference_sentences import describe_method, write_differences

NAN = float("nan")
LENGTH = find_measure("words")
SHARE = replace(find_measure("quoted_share"), label="Share")


def describe(measure: Measure, **values: object) -> str:
    row = {
        "first": "Post",
        "second": "Wire",
        "unit": "event",
        "n_first": 9,
        "n_second": 9,
        "mean_first": 0.3,
        "mean_second": 0.2,
        "difference": 0.1,
        "bound": "",
        "higher": 8,
        "lower": 1,
        "compared": 9,
        "low": 0.05,
        "high": 0.15,
        "p": 0.01,
        "p_adjusted": 0.02,
    } | values
    table = pd.DataFrame([{"measure": measure.name, **row}])
    return str(write_differences([measure], table).loc[0, "sentence"]).removesuffix(".")


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "Share: 10.0 points more in Post than in Wire on average (+10.0, 95 % interval +5.0 to +15.0, 9 events)"),
        ({"low": -0.05}, "Share: no detectable difference between Post and Wire (+10.0, 95 % interval −5.0 to +15.0, 9 events)"),
        ({"p_adjusted": 0.06}, "Share: 10.0 points more in Post than in Wire on average (+10.0, 95 % interval +5.0 to +15.0, 9 events), but not significant after correction for all comparisons"),
        ({"n_first": 1, "n_second": 1, "low": NAN, "difference": -0.1}, "Share: 10.0 points more in this Wire article than in this Post article (30.0 % against 20.0 %)"),
        ({"n_first": 4, "n_second": 4, "low": NAN, "p": NAN, "higher": 3}, "Share: 10.0 points more in Post than in Wire on average (4 events, higher in Post in 3; too few for an interval or a test)"),
        ({"n_first": 6, "n_second": 6, "low": NAN, "p": 0.03, "p_adjusted": 0.19, "higher": 6}, "Share: 10.0 points more in Post than in Wire on average (6 events, higher in Post in 6; too few for an interval; adjusted permutation p = .190), but not significant after correction for all comparisons"),
        ({"unit": "article", "n_first": 1, "n_second": 3, "low": NAN, "p": NAN}, "Share: 10.0 points more in this Post article than in Wire on average (1 against 3 articles; too few for an interval or a test)"),
        ({"n_first": 0}, "Share: no values to compare Post and Wire"),
    ],
)  # fmt: skip
def test_a_difference_is_described_no_stronger_than_it_is(values: dict[str, object], text: str) -> None:
    assert describe(SHARE, **values) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"bound": "at least"}, "at least 20 words more in this Post article than in this Wire article"),
        ({"bound": "at most"}, "it is open whether this Post article or this Wire article has more"),
        (
            {"bound": "at most", "difference": -20},
            "at least 20 words more in this Wire article than in this Post article",
        ),
        (
            {"bound": "at least", "difference": -20},
            "it is open whether this Post article or this Wire article has more",
        ),
        ({"bound": "unclear"}, "it is open whether this Post article or this Wire article has more"),
    ],
)
def test_of_truncated_articles_only_what_is_certain_is_said(values: dict[str, object], text: str) -> None:
    one = {"n_first": 1, "n_second": 1, "difference": 20, "mean_first": 120, "mean_second": 100, "low": NAN}
    said = describe(LENGTH, **one | values)
    cut = "both articles are truncated" if values["bound"] == "unclear" else "one article is truncated"
    assert said == f"Length: {text} (120 against 100; {cut})"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "more in Post than in Wire in at least 8 of 9 events, less in at least 1 (120 against 100 on average; some articles are truncated; adjusted permutation p = .020)"),
        ({"higher": 0, "lower": 7}, "more in Wire than in Post in at least 7 of 9 events, less in at least 0 (120 against 100 on average; some articles are truncated; adjusted permutation p = .020)"),
        ({"p_adjusted": 0.2}, "no detectable difference between Post and Wire: more in Post than in Wire in at least 8 of 9 events, less in at least 1 (120 against 100 on average; some articles are truncated; adjusted permutation p = .200)"),
        ({"p": NAN, "unit": "article", "compared": 12}, "more in Post than in Wire in at least 8 of 12 pairs of articles, less in at least 1 (120 against 100 on average; some articles are truncated; too few for a test)"),
    ],
)  # fmt: skip
def test_of_many_articles_of_which_some_are_truncated_the_certain_part_is_said(
    values: dict[str, object], text: str
) -> None:
    many = {"bound": "at least", "difference": 20, "mean_first": 120, "mean_second": 100}
    assert describe(LENGTH, **many | values) == f"Length: {text}"


@pytest.mark.parametrize(("p", "significant"), [(0.05, True), (0.0501, False)])
def test_a_difference_is_significant_up_to_the_level_itself(p: float, *, significant: bool) -> None:
    assert ("not significant" in describe(SHARE, p_adjusted=p)) != significant
    bounded = describe(LENGTH, bound="at least", difference=20, mean_first=120, mean_second=100, p_adjusted=p)
    assert ("no detectable difference" in bounded) != significant


def method(*rows: dict[str, object]) -> str:
    usual = {"unit": "event", "n_first": 9, "n_second": 9, "p": 0.01, "low": 0.05, "bound": ""}
    table = pd.DataFrame([usual | row for row in rows], columns=[*usual])
    return "\n".join(one.text for one in describe_method(table, seed=7))


BY_EVENT, BY_MEANS = "compared event by event.", "by the means of their articles, which are not paired."
PAIRED, WELCH, SIGNS = "are paired by event if", "the statistic is Welch's t", "signs of the differences"
TESTED, UNTESTED, BOUNDS = "(seed 7) and the observed one", "No test was made where so few", "Gehan's scores"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{}], {BY_EVENT, PAIRED, SIGNS, TESTED}),
        ([{"unit": "article"}], {BY_MEANS, WELCH, TESTED}),
        ([{}, {"unit": "article"}], {PAIRED, SIGNS, WELCH, TESTED}),
        ([{}, {"unit": "article", "p": NAN, "n_first": 2, "n_second": 2}], {PAIRED, SIGNS, TESTED, UNTESTED}),
        ([{}, {"unit": "article", "p": NAN, "n_first": 1}], {PAIRED, SIGNS, TESTED}),
        ([{}, {"unit": "article", "p": NAN, "n_second": 1}], {PAIRED, SIGNS, TESTED}),
        ([{"p": NAN}], {BY_EVENT, PAIRED, UNTESTED}),
        ([{"bound": "at least"}], {BY_EVENT, PAIRED, SIGNS, TESTED, BOUNDS}),
        ([{}, {"bound": "at least", "p": NAN, "n_first": 1}], {BY_EVENT, PAIRED, SIGNS, TESTED}),
    ],
)
def test_the_method_says_what_was_done_and_no_more(rows: list[dict[str, object]], said: set[str]) -> None:
    text = method(*rows)
    every = {BY_EVENT, BY_MEANS, PAIRED, WELCH, SIGNS, TESTED, UNTESTED, BOUNDS}
    assert {part for part in every if part in text} == said


def test_of_single_articles_nothing_is_inferred() -> None:
    assert method({"n_first": 1, "n_second": 1}).startswith(
        "Each source has one article: nothing is inferred"
    )
    assert PAIRED in method({"n_first": 1, "n_second": 2})
    assert method() == ""
