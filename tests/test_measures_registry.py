"""Measures: found by listing the folder, and refused by name with those there are."""

import pytest

from analysis.errors import ParameterError
from analysis.measures.registry import all_measures, find_measure


@pytest.mark.parametrize(
    ("name", "engine", "minimum"),
    [
        ("lix", "published", "100 words"),
        ("smog_index", "published", "30 sentences"),
        ("smog_index", "textstat", "a word in its body"),
        ("terms_per_1000", "published", "a word of narration"),
    ],
)
def test_a_measure_names_what_an_article_needs_for_a_value(name: str, engine: str, minimum: str) -> None:
    assert find_measure(name, engine=engine).minimum == minimum


def test_an_unknown_measure_is_refused_with_those_there_are() -> None:
    with pytest.raises(ParameterError, match=r'measure = "flesh" is not known; known: .*words, sentences'):
        find_measure("flesh")


def test_a_score_that_an_engine_lacks_is_refused_with_those_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    without = tuple(one for one in all_measures() if (one.name, one.engine) != ("lix", "textstat"))
    monkeypatch.setattr("analysis.measures.registry.all_measures", lambda: without)
    with pytest.raises(ParameterError, match='score = "lix" has no counterpart in textstat; with engine'):
        find_measure("lix", engine="textstat", parameter="score")


def test_no_two_measures_have_one_key() -> None:
    keys = [one.key for one in all_measures()]
    assert len(keys) == len(set(keys))
