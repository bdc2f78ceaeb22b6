import pytest

from analysis.measures.negation import is_negated
from analysis.segment.words import tokens


def reached(text: str, *, begin: int = 0) -> bool:
    """Whether the last word of a text is negated."""
    words = tokens(text, [(0, len(text))])
    return is_negated(text, words, len(words.forms) - 1, begin)


@pytest.mark.parametrize(
    "text",
    [
        "no talks",
        "No talks",
        "they did not condemn",
        "they didn't condemn",
        "he cannot negotiate",
        "without a dialogue",
        "neither side saw a compromise",
        "nobody in Ardia had expected talks",
        "it was never about human-rights",
        'it was not a "regime',  # a mark of quotation parts no clauses
        "no longer isolated",
    ],
)
def test_a_negator_reaches_the_five_words_behind_it(text: str) -> None:
    assert reached(text)


@pytest.mark.parametrize(
    "text",
    [
        "talks",
        "the talks",
        "not one of the many old talks",  # six words off
        "they did not come, but condemn",
        "it was not long: talks",
        "it was not long (talks",
        "the envoy did not answer — talks",
        "they did not stay but condemn",
        "she did not say that torture",
        "not only the talks",
        "Not just talks",
        "no doubt the talks",
        "a knot of talks",
        "a note on talks",
        "hasten talks",
    ],
)
def test_what_does_not_reach_a_word_does_not_negate_it(text: str) -> None:
    assert not reached(text)


def test_a_negator_before_the_sentence_does_not_reach_into_it() -> None:
    assert not reached("They did not. Talks began at talks", begin=13)
    assert reached("They did not. Never again talks", begin=13)
