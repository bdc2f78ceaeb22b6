"""The choices: each has a reason, defaults come first, and nothing is asked of a measure that it has not."""

from itertools import product

import pandas as pd
import pytest

from analysis import compare
from analysis.errors import ParameterError
from analysis.results.robustness.choices import CHOICES, HEADINGS, MEASURES, Variant, choices, label, variants
from analysis.results.robustness.specifications import _CHOICES


def test_every_option_has_a_reason_of_one_line() -> None:
    assert all(choice.why and len(choice.why) < 90 and "\n" not in choice.why for choice in CHOICES)
    assert len({(choice.choice, choice.option) for choice in CHOICES}) == len(CHOICES)


def test_every_choice_has_a_heading() -> None:
    assert set(HEADINGS) == set(_CHOICES)


@pytest.mark.parametrize("name", MEASURES)
def test_the_measure_as_it_is_defined_comes_first_and_no_variant_twice(name: str) -> None:
    own = variants(name)
    assert own[0].score == name
    assert own[0].text == ("narration" if name == "terms_per_1000" else "body")
    assert own[0].sentences in {"own", ""}
    assert own[0].engine in {"published", ""}
    assert own[0].quoted in {"direct", ""}
    assert len(set(own)) == len(own)


@pytest.mark.parametrize("name", MEASURES)
def test_every_option_of_a_variant_is_one_of_the_choices(name: str) -> None:
    for variant, field in product(variants(name), Variant._fields[1:]):
        option = getattr(variant, field)
        assert not option or label(field, option)


def test_textstat_has_its_own_sentences_and_no_narration() -> None:
    own = [variant for variant in variants("lix") if variant.engine == "textstat"]
    assert {(variant.sentences, variant.text) for variant in own} == {
        ("cut", "body"),
        ("cut", "headlined"),
        ("cut", "whole"),
    }


def test_a_measure_without_choices_is_refused_with_those_that_have_some() -> None:
    with pytest.raises(
        ParameterError, match=r'measure = "spache" has no choices to compare; there are: flesch_kinc.*words'
    ):
        variants("spache")


def test_the_reader_is_told_why_and_what_is_not_varied() -> None:
    used = [("score", "Score", score, compare.measure(score).label) for score in ("lix", "smog_index")]
    used += [("engine", "Engine", "textstat", "textstat")]
    table = choices("lix", pd.DataFrame(used, columns=["choice", "heading", "option", "label"]))
    assert table["option"].tolist() == ["LIX", "SMOG", "textstat", "not varied", "not varied"]
    assert "Björnsson 1968" in table.loc[0, "why"]
    assert "Spache" in table.loc[3, "why"]
