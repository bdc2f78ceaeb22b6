"""The choices: each has a reason, defaults come first, and a measure without variants is its own."""

from itertools import product

import pytest

from analysis.measures.registry import all_measures, find_measure
from analysis.results.robustness.choices import (
    CHOICES,
    HEADINGS,
    Variant,
    explain_option,
    label_option,
    list_fixed,
    list_options,
    list_variants,
)
from analysis.results.robustness.specifications import COLUMNS

NAMES = sorted({one.name for one in all_measures()})


def test_every_option_has_a_reason_of_one_line() -> None:
    assert all(choice.why and len(choice.why) < 90 and "\n" not in choice.why for choice in CHOICES)
    assert len({(choice.choice, choice.option) for choice in CHOICES}) == len(CHOICES)


def test_every_choice_has_a_heading() -> None:
    assert set(HEADINGS) == set(COLUMNS[:8])


@pytest.mark.parametrize("name", NAMES)
def test_the_measure_as_it_is_defined_comes_first_and_no_variant_occurs_twice(name: str) -> None:
    own = list_variants(name)
    assert own[0].score == name
    assert own[0].text in {"", "narration" if name == "terms_per_1000" else "body"}
    assert own[0].sentences in {"own", ""}
    assert own[0].engine in {"published", ""}
    assert own[0].quoted in {"direct", ""}
    assert len(set(own)) == len(own)


@pytest.mark.parametrize("name", NAMES)
def test_every_option_of_a_variant_is_one_of_the_choices(name: str) -> None:
    for variant, field in product(list_variants(name), Variant._fields):
        option = getattr(variant, field)
        assert not option or (label_option(field, option) and explain_option(field, option))


def test_textstat_has_its_own_sentences_and_no_narration() -> None:
    own = [variant for variant in list_variants("lix") if variant.engine == "textstat"]
    assert {(variant.sentences, variant.text) for variant in own} == {
        ("cut", "body"),
        ("cut", "headlined"),
        ("cut", "whole"),
    }


@pytest.mark.parametrize("name", ["spache", "effective_speakers", "a_new_measure"])
def test_a_measure_without_variants_is_counted_as_it_is_defined(name: str) -> None:
    assert list_variants(name) == [Variant(name)]
    assert list_fixed(name)["choice"].to_list() == ["Text"]


def test_another_score_is_a_choice_because_of_its_definition() -> None:
    assert label_option("score", "lix") == "LIX"
    assert explain_option("score", "lix") == f"for the same question: {find_measure('lix').definition}"


def test_what_is_not_varied_is_said_with_its_reason() -> None:
    fixed = list_fixed("lix")
    assert fixed["choice"].to_list() == ["Score", "Text"]
    assert fixed["why it is not varied"].str.contains("Spache").to_list() == [True, False]


@pytest.mark.parametrize(
    ("choice", "options"),
    [("text", ["body", "headlined", "narration", "whole"]), ("sentences", ["own", "cut"]), ("unknown", [])],
)
def test_the_options_of_a_choice_are_its_own_and_in_order(choice: str, options: list[str]) -> None:
    assert list(list_options(choice)) == options
