"""Sentences about the reference pairs: the words follow the thresholds, and say no more than the texts allow."""

import pandas as pd
import pytest

from analysis.measures.registry import find_measure
from analysis.results.reference_sentences import describe_pairs, describe_unusual, write_reference

NAN = float("nan")
MEASURES = find_measure("words"), find_measure("quoted_share")


PLAIN: dict[str, object] = {
    "measure": "quoted_share",
    "first": "Post",
    "second": "Wire",
    "n_first": 1,
    "n_second": 1,
    "events": 1,
    "pairs": 1,
    "distance": 0.093,
    "bound": "",
    "reference_pairs": 300,
    "share": 0.56,
    "low": 0.5,
    "high": 0.62,
    "share_of_medians": 0.56,
    "reason": "",
}


def row(**given: object) -> dict[str, object]:
    plain = {**PLAIN, **given}
    return {"least_share_of_medians": plain["share_of_medians"], **plain}


def table(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(rows or None, columns=list(row()))


def title(*rows: dict[str, object], presumed: bool = False) -> str:
    return describe_unusual(MEASURES, table(*rows), presumed=presumed)


def sentences(*rows: dict[str, object], presumed: bool = False) -> list[str]:
    own = title(*rows, presumed=presumed)
    return list(write_reference(MEASURES, table(*rows), own, presumed=presumed)["sentence"])


def sentence(**given: object) -> str:
    return sentences(row(**given), row())[0]


def test_a_pair_of_articles_has_its_difference_its_share_and_a_word() -> None:
    assert sentence() == (
        "Quoted share: this Post article and this Wire article differ by 9.3 points; 56 % of 300 reference "
        "pairs of US outlets differ at least as much (95 % interval 50 to 62 %): not unusual."
    )


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (0.0, "rare"),
        (0.049, "rare"),
        (0.05, "larger than most"),
        (0.199, "larger than most"),
        (0.2, "not unusual"),
        (0.95, "not unusual"),
        (0.951, "unusually small"),
    ],
)
def test_the_words_have_their_thresholds(share: float, word: str) -> None:
    assert sentence(share_of_medians=share).endswith(f": {word}.")


def test_several_events_are_described_by_their_median_and_not_as_these_articles() -> None:
    text = sentence(events=6, pairs=6, n_first=6, n_second=6, share=0.12, share_of_medians=0.01)
    assert "Post and Wire differ by 9.3 points in the median of 6 events; 12 % of 300" in text
    assert text.endswith(", and 1 % of medians of 6 such pairs: rare.")


def test_lengths_differ_by_a_factor() -> None:
    assert "differ by a factor of 1.23;" in sentence(measure="words", distance=1.234)


def test_a_bound_is_named_and_has_a_word_only_where_it_holds_in_any_case() -> None:
    text = sentence(measure="words", distance=1.2, bound="at least", least_share_of_medians=0.0)
    assert "by at least a factor of 1.20; at most 56 % of" in text
    assert text.endswith(": truncated articles leave open whether this is unusual.")
    assert sentence(bound="at least", share_of_medians=0.03, least_share_of_medians=0.0).endswith(": rare.")


def test_a_row_without_a_share_says_why() -> None:
    text = sentence(reason="no reason", share=NAN, share_of_medians=NAN, least_share_of_medians=NAN)
    assert text.endswith("Wire article cannot be compared with the reference pairs: no reason.")


def test_one_sentence_says_so_where_no_row_has_a_share() -> None:
    nothing = [row(measure=name, reason="no events are named") for name in ("words", "quoted_share")]
    assert sentences(*nothing) == ["No comparison with the reference pairs: no events are named."]
    assert title() == "One source, so there is no pair to compare with the reference pairs"


def test_articles_that_are_presumed_to_report_one_event_come_with_that_doubt() -> None:
    assert "Quoted share: if they report one event, this" in sentences(row(), presumed=True)[0]
    assert "among reference pairs (if these articles report one event)" in title(row(), presumed=True)


def test_the_title_counts_the_words_and_names_measures_of_one_pair() -> None:
    assert title(row(), row(measure="words", share_of_medians=0.01)) == (
        "1 of 2 differences is rare (Length) among reference pairs and 1 not unusual"
    )
    third = row(first="Globe", reason="no", share_of_medians=NAN)
    assert title(row(), row(second="Globe", share_of_medians=0.97), third) == (
        "1 of 3 differences is unusually small among reference pairs, 1 not unusual and 1 left open"
    )
    assert title(row(), row(second="Globe"), third) == (
        "2 of 3 differences are not unusual among reference pairs and 1 left open"
    )


def test_the_subtitle_says_whose_pairs_they_are_and_that_they_are_not_a_test() -> None:
    text = describe_pairs(table(row()), 0)
    for part in (
        "Fox News, HuffPost and New York Times",
        "100 events",
        "2010–2019",
        "a description, not a test",
    ):
        assert part in text
    ending = "that differ at least as much; below 5 % is rare, above 95 % unusually small."
    assert text.endswith(f"Share: reference pairs {ending}")
    assert "1 article here has fewer words than" in describe_pairs(table(row()), 1)
    assert "2 articles here have fewer words than" in describe_pairs(table(row()), 2)
    several = describe_pairs(table(row(events=4)), 0)
    assert several.endswith(f"Share: medians of the same number of reference pairs {ending}")


def test_counts_of_thousands_have_their_commas() -> None:
    rows = [row(second=f"s{i}", share_of_medians=0.01 if i < 1200 else 0.5) for i in range(2500)]
    assert title(*rows) == "1,200 of 2,500 differences are rare among reference pairs and 1,300 not unusual"
