"""What is said of a specification curve: never stronger than its default, and with its count."""

import pandas as pd
import pytest

from analysis import compare, wording
from analysis.results.robustness import Curve

NAN = float("nan")
LIX = compare.measure("lix")


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
    table["holds"] = table["sign"] == signs[0] if signs else False
    table["bound"] = ["at least" if pd.isna(sign) else "" for sign in signs]
    table["low"], table["high"] = low, high
    return Curve(compare.measure(measure), "Post", "Wire", "sd", table, pd.DataFrame())


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (curve([1, 1, -1]), "LIX: harder in Post than in Wire; the sign holds in 2 of 3 specifications"),
        (curve([-1, -1]), "LIX: harder in Wire than in Post; the sign holds in all 2 specifications"),
        (curve([1]), "LIX: harder in Post than in Wire; the sign holds in 1 of 1 specification"),
        (
            curve([1, -1], measure="quoted_share", n=1),
            (
                "Quoted share: higher in this Post article than in this Wire article; "
                "the sign holds in 1 of 2 specifications"
            ),
        ),
        (
            curve([1, -1, 0], low=-0.5, high=0.7),
            (
                "LIX: Post and Wire cannot be told apart; the sign of the default, harder in Post, "
                "holds in 1 of 3 specifications"
            ),
        ),
        (
            curve([1, 1], low=0.1, high=0.7),
            "LIX: harder in Post than in Wire; the sign holds in all 2 specifications",
        ),
        (curve([0, 0, 1]), "LIX: no difference between Post and Wire, nor in 1 of 2 other specifications"),
        (
            curve([NAN, 1, NAN], measure="words"),
            (
                "Length: texts break off, and which of Post and Wire has more is left open by default, "
                "and in 2 of 3 specifications"
            ),
        ),
        (curve([]), "LIX: Post and Wire have no values to compare; an article needs 100 words"),
        (curve([])._replace(first="", second=""), "One source: there is nothing to compare it with"),
    ],
)
def test_the_finding_is_told_with_the_count_of_specifications(found: Curve, told: str) -> None:
    assert wording.specifications(found) == told


def test_several_measures_have_a_sentence_each() -> None:
    table = wording.specifications_read([curve([1]), curve([-1], measure="words")])
    assert table["measure"].tolist() == ["LIX", "Length"]
    assert table["sentence"].str.endswith("specification.").all()


def test_above_zero_is_the_first_source() -> None:
    assert wording.specification_ends(curve([1], measure="words")) == ("longer in Post", "longer in Wire")
    assert wording.specification_ends(curve([])) == ("", "")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (curve([1], low=0.1, high=0.2), "by default 9 events; lines: 95 % intervals."),
        (curve([1]), "by default 9 events; no interval below 8 on a side."),
        (curve([1], n=1), "two texts, in per cent of their mean; nothing here is about the sources."),
        (curve([]), "No specification."),
    ],
)
def test_the_subtitle_says_what_n_carries(found: Curve, said: str) -> None:
    if len(found.table) and found.table["n_first"].iloc[0] == 1:
        found = found._replace(unit="per cent")
    assert wording.specification_subtitle(found).endswith(said)


def test_the_note_tells_what_is_a_bound_and_what_is_not_drawn() -> None:
    told = wording.specification_note(curve([NAN, 1, 1], measure="words", drawn=2))
    assert told == (
        "Texts break off: lengths are lower bounds, and 1 of the signs left open. "
        "Drawn: 2 of 3, evenly along the curve; counts are of all. "
        "Not drawn: 1 specification in which articles do not vary."
    )
    assert not wording.specification_note(curve([1]))


def pairs(*rates: float) -> pd.DataFrame:
    rows = [(f"{i} − x", "all", int(10 * rate), 10, rate) for i, rate in enumerate(rates)]
    return pd.DataFrame(rows, columns=["term", "source", "holds", "of", "rate"])


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (pairs(1, 0.4, 1), "No choice turns the sign in 2 of 3 comparisons"),
        (pairs(0.4), "0 − x: the sign holds in 4 of 10 specifications"),
        (pairs(), "No two sources with a value: there is no sign to hold"),
    ],
)
def test_comparisons_that_no_choice_turns_are_counted(table: pd.DataFrame, told: str) -> None:
    assert wording.specification_pairs(table) == told


def ends(*rows: tuple[str, str, float, float], n: int = 1) -> pd.DataFrame:
    each = [
        (panel, source, end, value, n)
        for panel, source, *two in rows
        for end, value in zip(("body", "whole file"), two, strict=True)
    ]
    return pd.DataFrame(each, columns=["panel", "source", "end", "value", "n"])


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            ends(
                ("ours", "Post", 13, 12),
                ("ours", "Wire", 11, 10.5),
                ("theirs", "Post", 13, 12.9),
                ("theirs", "Wire", 12, 14),
            ),
            (
                "Cleaning moves Flesch-Kincaid grade by up to 2.0 grades (this Wire article), "
                "and turns the order of the articles round (theirs)"
            ),
        ),
        (
            ends(("ours", "Post", 13, 12), ("ours", "Wire", 11, 10.5), n=4),
            "Cleaning moves Flesch-Kincaid grade by up to 1.0 grades (Post), and leaves the order of the sources",
        ),
        (
            ends(("ours", "Post", 13, 12), n=4),
            "Cleaning moves Flesch-Kincaid grade by up to 1.0 grades (Post)",
        ),
        (ends(("ours", "Post", 13, 13.04)), "Cleaning does not move Flesch-Kincaid grade"),
        (ends(), "Flesch-Kincaid grade: not counted in the whole file"),
    ],
)
def test_cleaning_is_said_to_turn_an_order_only_where_it_does(table: pd.DataFrame, told: str) -> None:
    assert wording.cleaned(table, compare.measure("flesch_kincaid_grade")) == told
