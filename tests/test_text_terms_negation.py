import pytest

from analysis.text.segmentation.words import tokens
from analysis.text.terms.negation import find_negated


def reached(text: str, *limits: int) -> bool:
    """Whether the last word of a text is negated."""
    words = tokens(text, [(0, len(text))])
    return len(words.forms) - 1 in find_negated(text, words, limits)


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
    assert not reached("They did not. Talks began at talks", 13, 34)
    assert reached("They did not. Never again talks", 13, 31)


def test_a_negator_behind_the_last_end_of_a_sentence_reaches_on() -> None:
    assert reached("They spoke. No talks", 11)


def test_every_word_reached_is_told() -> None:
    text = "Not only they, nobody but him: never, not once did it end. No"
    words = tokens(text, [(0, len(text))])
    assert [words.forms[word] for word in sorted(find_negated(text, words, [58]))] == [
        "but",
        "once",
        "did",
        "it",
        "end",
    ]


def test_behind_a_second_negator_the_second_decides() -> None:
    assert not reached("no one, not only talks")
    assert not reached("never not only talks")
    assert reached("not only never talks")


@pytest.mark.parametrize(
    "text",
    [
        "they failed to condemn",
        "Failing to negotiate",
        "he forgot to condemn",
        "she neglects to mention torture",
        "the envoy refused to hold talks",
        "Ardia declined to join the talks",
        "they not only failed to condemn",  # "not only" reaches no verb
    ],
)
def test_a_verb_for_what_was_left_undone_negates_what_follows(text: str) -> None:
    assert reached(text)


@pytest.mark.parametrize(
    "text",
    [
        "the failed talks",
        "they refused talks",
        "they declined, to condemn",
        "they failed to come, condemn",
        "he did not fail to condemn",
        "she never refused to hold talks",
        "they denied the allegations",
        "they failed",
    ],
)
def test_such_a_verb_negates_before_to_alone_and_not_behind_a_negator(text: str) -> None:
    assert not reached(text)
