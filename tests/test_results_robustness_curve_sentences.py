"""What is said of a specification curve: never stronger than its default, and with its counts."""

import pandas as pd
import pytest

from analysis.measures.registry import find_measure
from analysis.results.robustness.curve_sentences import (
    Curve,
    describe_curve,
    describe_ends,
    describe_limits,
    describe_setting,
    explain_missing,
)

NAN = float("nan")


def curve(
    signs: list[float],
    *,
    measure: str = "lix",
    n: int = 9,
    low: float = NAN,
    high: float = NAN,
    drawn: int = 99,
) -> Curve:
    """Specifications with these signs, the first of them the default, with its interval."""
    table = pd.DataFrame({"sign": signs, "estimate": signs, "n_first": n, "n_second": n, "unit": "event"})
    table["default"], table["drawn"] = table.index == 0, table.index < drawn
    table["agree"] = table["sign"] == signs[0] if signs else False
    table["bound"] = ["at least" if pd.isna(sign) else "" for sign in signs]
    table["low"], table["high"] = low, high
    if n == 1:
        table["unit"] = "article"
    return Curve(find_measure(measure), "Post", "Wire", "sd", table, pd.DataFrame())


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (
            curve([1, 1, -1]),
            "LIX: harder to read in Post than in Wire (1.00 SD, 9 events); same sign in 2 of 3 specifications",
        ),
        (
            curve([-1, -1]),
            "LIX: harder to read in Wire than in Post (1.00 SD, 9 events); same sign in all 2 specifications",
        ),
        (
            curve([1, -1], measure="quoted_share", n=1)._replace(scale="per cent"),
            (
                "Quoted share: higher in this Post article than in this Wire article "
                "(1 % of the mean, one article each); same sign in 1 of 2 specifications"
            ),
        ),
        (
            curve([1, -1, 0], low=-0.5, high=1.7),
            (
                "LIX: no detectable difference between Post and Wire (1.00 SD, 95 % CI −0.50 to 1.70, 9 events); "
                "same sign in 1 of 3 specifications"
            ),
        ),
        (
            curve([-1, -1], low=-1.7, high=-0.1),
            (
                "LIX: harder to read in Wire than in Post (1.00 SD, 95 % CI 0.10 to 1.70, 9 events); "
                "same sign in all 2 specifications"
            ),
        ),
        (curve([0, 0, 1]), "LIX: no difference between Post and Wire, in 2 of 3 specifications"),
        (
            curve([NAN, 1, NAN], measure="words"),
            (
                "Length: because articles are truncated, it is unclear in 2 of 3 specifications, "
                "including the default, whether Post or Wire has more"
            ),
        ),
        (curve([]), "LIX: Post and Wire have no values to compare"),
    ],
)
def test_the_finding_has_its_size_its_n_and_the_count_of_specifications(found: Curve, title: str) -> None:
    assert describe_curve(found) == title


def test_the_size_of_a_bound_is_at_least_that() -> None:
    found = curve([1, 1], measure="words")
    found.table["bound"] = "at least"
    assert describe_curve(found).startswith(
        "Length: longer in Post than in Wire (at least 1.00 SD, 9 events)"
    )


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (curve([1, 1]), ""),
        (curve([1]), "LIX: no choice can be varied with one article per source. Add articles."),
        (curve([]), "LIX: Post and Wire have no values to compare: an article needs 100 words."),
        (
            curve([])._replace(first="", second=""),
            "There is one source, so there is nothing to compare it with. Add articles of another source.",
        ),
    ],
)
def test_why_nothing_is_drawn_is_said_with_a_remedy(found: Curve, reason: str) -> None:
    assert explain_missing(found) == reason


def test_above_zero_is_the_first_source() -> None:
    assert describe_ends(curve([1], measure="words")) == ("longer in Post", "longer in Wire")


@pytest.mark.parametrize(
    ("found", "end"),
    [
        (curve([1], low=0.1, high=0.2), "Default: 9 events. Lines: 95 % intervals."),
        (curve([1]), "Default: 9 events. No interval below 8 articles or events per side."),
        (curve([1], n=1), "One article per source: nothing here is about the sources."),
    ],
)
def test_the_subtitle_says_what_n_allows(found: Curve, end: str) -> None:
    assert describe_setting(found).endswith(end)


def test_the_note_says_what_is_a_bound_and_what_is_not_drawn() -> None:
    assert describe_limits(curve([NAN, 1, 1], measure="words", drawn=2)) == (
        "Truncated articles make values lower bounds: 1 of 3 specifications has no clear sign. "
        "Drawn: 2 of 3 specifications, at even steps along the curve; all are counted. "
        "Not drawn: 1 specification in which all articles are the same."
    )
    assert not describe_limits(curve([1]))
