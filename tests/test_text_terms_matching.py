"""Word patterns are found together as each would be found alone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.segmentation.words import tokens
from analysis.text.terms import matching
from analysis.text.terms.lexicon import from_categories
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


@pytest.mark.parametrize(
    ("pattern", "word", "fits"),
    [
        ("m*", "m\u030co\u0159e", True),  # a star takes letters with their combining marks
        ("हि*", "हिन्दी", True),
        ("*ी", "हिन्दी", True),
        ("m?o", "m\u030co", False),  # a question mark takes a letter or digit
        ("m?o", "mao", True),
        ("m?o", "m1o", True),
        ("m*o", "m-o", True),
        ("m*", "m", True),
        ("m?", "m", False),
        ("*", "m\u030c", True),
    ],
)
def test_a_star_takes_marks_of_letters_and_a_question_mark_does_not(
    pattern: str, word: str, *, fits: bool
) -> None:
    assert planted(pattern).find(word) == ([0] if fits else [])


def test_states_that_are_very_many_are_forgotten_and_computed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["abba", "baab", "abab", "bbbb", "ab-1"] * 2
    patterns = planted("a*b", "*ba", "b?a*", "*b")
    found = [patterns.find(word) for word in words]
    monkeypatch.setattr("analysis.text.terms.matching._STATES_LIMIT", 2)
    assert [patterns.find(word) for word in words] == found
    patterns.find("")
    assert len(patterns._states) <= 3
    monkeypatch.setattr("analysis.text.terms.matching._STATES_LIMIT", len(patterns._states))
    kept = patterns._start
    patterns.find("")
    assert patterns._start is kept


def test_at_most_a_million_states_are_kept() -> None:
    assert 1_000 <= matching._STATES_LIMIT <= 1_000_000


@pytest.mark.parametrize(
    ("text", "limits", "found"),
    [
        ("peace talks", (), [(0, 1)]),
        ("peace talks now", (), [(0, 2)]),
        ("peace talks then", (), [(0, 1)]),
        ("peace then talks", (), [(0, 0), (2, 2)]),
        ("peace talks", (6,), [(0, 0), (1, 1)]),
        ("peace talks now", (12,), [(0, 1)]),
        ("the peace peace talks", (), [(1, 1), (2, 3)]),
        ("then", (), []),
    ],
)
def test_the_longest_phrase_within_a_sentence_wins(
    text: str, limits: tuple[int, ...], found: list[tuple[int, int]]
) -> None:
    lexicon = from_categories({"c": ["peace", "talks", "peace talks", "peace talks now"]})
    words = tokens(text, [(0, len(text))])
    assert [(first, last) for first, last, _ in matching.matches(text, words, limits, lexicon)] == found
