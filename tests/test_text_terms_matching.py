"""Word patterns are found together as each would be found alone."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.terms.matching import Patterns

PATTERNS = st.lists(st.text("ab-'*?", min_size=1, max_size=5), max_size=8)


def planted(*patterns: str) -> Patterns:
    found = Patterns()
    for key, pattern in enumerate(patterns):
        found.add(pattern, key)
    return found


def test_a_pattern_without_wildcards_fits_its_word_only() -> None:
    patterns = planted("talk", "talks", "tal")
    assert patterns.find("talk") == [0]
    assert patterns.find("talking") == []
    assert patterns.find("") == []


def test_one_pattern_may_have_many_keys() -> None:
    assert planted("talk", "talk").find("talk") == [0, 1]


def test_no_pattern_fits_nothing() -> None:
    assert planted().find("talk") == []


@settings(derandomize=True, max_examples=500, deadline=None)
@given(patterns=PATTERNS, word=st.text("ab-'1é", max_size=6))
def test_the_keys_are_those_of_the_patterns_that_fit_alone(patterns: list[str], word: str) -> None:
    spelled = [re.escape(p).replace(r"\*", r"(?:[^\W_]|-)*").replace(r"\?", r"[^\W_]") for p in patterns]
    fitting = [key for key, pattern in enumerate(spelled) if re.fullmatch(pattern, word)]
    assert sorted(planted(*patterns).find(word)) == fitting


def test_many_stars_cost_no_more_than_their_number() -> None:
    assert planted("*a" * 30 + "*b").find("a" * 20_000) == []
