"""Noun phrases: where one begins and ends in the reporter's words."""

import pytest
from conftest import all_body

from analysis.text.quotations.marks import find_quoted_runs
from analysis.text.quotations.phrases import Phrase, phrase_after, phrase_before, possessor, subject
from analysis.text.quotations.tokens import Line, line
from analysis.text.segmentation import segment

ACTIONS = frozenset({"warns"})


def read(text: str) -> tuple[Line, int]:
    """A paragraph, and the number of the token `*` marks, which is left out."""
    at = len(tokens(text.partition("*")[0]).words) - 1
    return tokens(text.replace("*", "")), at


def tokens(text: str) -> Line:
    document = segment(all_body(text))
    return line(document, 0, find_quoted_runs(document)) if text.strip() else Line([""], [""], [], [], [])


def words(found: Line, phrase: Phrase) -> str | None:
    return " ".join(found.words[slice(*phrase)]) if phrase else None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("*said Ada", None),
        ("Ada *said it", "Ada"),
        ("the old mayor *said it", "the old mayor"),
        ("it rained and the mayor *said it", "the mayor"),
        ("it rained; *said Ada", None),
        ("Ada Finch, the mayor, *said it", "Ada Finch"),
        ("Ada Finch (Ind., Ost) *said it", "Ada Finch"),
        ("Ada Finch, who lives here, *said it", "Ada Finch"),
        ("Ada Finch who lives here *said it", "Ada Finch"),
        ("the mayor on Monday *said it", "the mayor"),
        ("the mayor earlier this week *said it", "the mayor"),
        ("Monday *said it", None),
        ("On Monday the mayor *said it", "the mayor"),
        ("On the boat she *said it", "she"),
        ("OST, Ada Finch, the mayor, *said it", "Ada Finch"),
        ("Ost, Ada Finch, the mayor, *said it", "Ost"),
        ("In Ost, Ada Finch, the mayor, *said it", "Ada Finch"),
        ("Alarmed by it, Ada Finch, the mayor, *said it", "Ada Finch"),
        ("In Ost, Borland, on Friday, Ada Finch, the mayor, *said it", "Ada Finch"),
        ("Ada Finch – the mayor – *said it", "Ada Finch"),
    ],
)
def test_the_phrase_before_a_verb(text: str, phrase: str | None) -> None:
    found, at = read(text)
    assert words(found, phrase_before(found, at - 1)) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("said *Ada Finch", "Ada Finch"),
        ("said *Ada Finch on Monday", "Ada Finch"),
        ("said *Ada Finch Monday", "Ada Finch"),
        ("said *Ada Finch, the mayor", "Ada Finch"),
        ("said *she was there", "she"),
        ("said *on Monday", None),
        ("said *, Ada", None),
        ("said *the old mayor who left", "the old mayor"),
    ],
)
def test_the_phrase_behind_a_verb(text: str, phrase: str | None) -> None:
    found, at = read(text)
    assert words(found, phrase_after(found, at)) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ada Finch has long *said it", "Ada Finch"),
        ("Ada Finch *said it", "Ada Finch"),
        ("Ada Finch warns of a flood and *said it", "Ada Finch"),
        ("Ada Finch voted for a wall and *said it", "Ada Finch"),
        ("Warns Finch *said it", "Warns Finch"),
        ("She left the hall and *said it", "She"),
        ("On Monday, Ada Finch left and *said it", "Ada Finch left"),
        ("On Monday *said it", None),
        ("*said it", None),
        ("It rained. Ada Finch *said it", "Ada Finch"),
        ("Has Ada *said it", None),
    ],
)
def test_the_subject_of_a_verb(text: str, phrase: str | None) -> None:
    found, at = read(text)
    assert words(found, subject(found, at, ACTIONS)) == phrase


def test_the_subject_ends_before_the_verb_whatever_follows() -> None:
    found, at = read("The mayor *had said it")
    assert words(found, subject(found, at, ACTIONS)) == "The mayor"
    found, at = read("The mayor *eels and boats")
    assert words(found, subject(found, at, ACTIONS)) == "The mayor"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("her *claim", "her"),
        ("Ada Finch's *claim", "Ada Finch's"),
        ("the Ada Finch's *claim", "Ada Finch's"),
        ("Ada Finch's bold new *claim", "Ada Finch's"),
        ("Ada Finch's very bold new *claim", None),
        ("Ada Finch's bold, new *claim", None),
        ("the mayor's *claim", "mayor's"),
        ("the bold *claim", None),
        ("bold *claim", None),
        ("*claim", None),
    ],
)
def test_the_owner_of_a_claim_is_within_three_words(text: str, phrase: str | None) -> None:
    found, at = read(text)
    assert words(found, possessor(found, at)) == phrase
