"""Names: who is meant by a surname, a pronoun or a description."""

import pytest
from conftest import all_body

from analysis.text.quotations.names import Mention, Names, _strip_titles, collect_names, resolve
from analysis.text.segmentation import segment
from analysis.text.segmentation.document import Span


def names(text: str) -> list[str]:
    return [mention.name for mention in collect_names(segment(all_body(text)), []).mentions]


def known(*mentions: tuple[str, str, bool]) -> Names:
    """Names with their pronouns, each a hundred characters behind the one before."""
    found = [Mention(100 * at, name, opens) for at, (name, _, opens) in enumerate(mentions)]
    return Names(found, {}, {name: pronoun for name, pronoun, _ in mentions})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then Ada Finch spoke", ["Ada Finch"]),
        ("then Ada R. Finch spoke", ["Ada R. Finch"]),
        ("then Jan van Finch spoke", ["Jan van Finch"]),
        ("then Mr. Finch spoke", ["Finch"]),
        ("then X spoke", []),
        ("then Ox spoke", ["Ox"]),
        ("then Ada Finch left. Finch slept", ["Ada Finch", "Ada Finch"]),
        ("then Finch left. Ada Finch slept", ["Ada Finch", "Ada Finch"]),
        ("then Ada left. Ada Finch slept", ["Ada Finch", "Ada Finch"]),
    ],
)
def test_names_are_runs_of_words_with_capitals(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_the_first_name_of_each_sentence_opens_it() -> None:
    found = collect_names(segment(all_body("Finch met Orme. Then Vega met Pell.")), [])
    assert [(one.name, one.opens) for one in found.mentions] == [
        ("Finch", True),
        ("Orme", False),
        ("Vega", True),
        ("Pell", False),
    ]


def test_names_inside_quotations_are_none() -> None:
    text = 'Finch said "Orme met Vega" and left Pell.'
    start, end = text.index('"') + 1, text.rindex('"')
    found = collect_names(segment(all_body(text)), [Span(start, end)])
    assert [one.name for one in found.mentions] == ["Finch", "Pell"]


@pytest.mark.parametrize(
    ("written", "name", "pronoun", "titled"),
    [
        ("Mr. Finch", "Finch", "he", True),
        ("Mrs. Finch", "Finch", "she", True),
        ("Finch", "Finch", "", False),
        ("Finch's", "Finch", "", False),
        ("Maria Finch", "Maria Finch", "she", False),
        ("Maria", "Maria", "", False),  # may be a surname
        ("Mr. Maria Finch", "Maria Finch", "he", True),
        ("Mayor Finch", "Finch", "", False),
        ("Finch Council", "Finch Council", "it", False),
    ],
)
def test_titles_and_first_names_tell_the_pronoun(
    written: str, name: str, pronoun: str, *, titled: bool
) -> None:
    bare = _strip_titles(written)
    assert (bare.name, bare.pronoun, bare.titled) == (name, pronoun, titled)


@pytest.mark.parametrize(
    ("pronoun", "mentions", "last", "name"),
    [
        ("she", [], None, "she"),
        ("she", [], "Orme", "Orme"),
        ("she", [("Ada Finch", "she", False), ("Jon Vega", "he", False)], None, "Ada Finch"),
        ("he", [("Ada Finch", "she", False), ("Jon Vega", "he", False)], None, "Jon Vega"),
        # Nearer by one is less than one that opens its sentence, spoke last, agrees or is whole.
        ("she", [("Ada Finch", "she", False), ("Ida Orme", "she", False)], None, "Ida Orme"),
        ("she", [("Ada Finch", "she", True), ("Ida Orme", "she", False)], None, "Ada Finch"),
        ("she", [("Ada Finch", "she", False), ("Ida Orme", "she", False)], "Ada Finch", "Ada Finch"),
        ("she", [("Ada Finch", "she", False), ("Sky Orme", "", False)], None, "Ada Finch"),
        ("she", [("Ada Finch", "she", False), ("Orme", "she", False)], None, "Ada Finch"),
        # A surname of unknown gender is somebody only if it spoke last.
        ("she", [("Finch", "", False)], None, "she"),
        ("she", [("Finch", "", False)], "Finch", "Finch"),
        ("they", [("Finch", "", False)], None, "Finch"),
        ("she", [("Sky Finch", "", False)], None, "Sky Finch"),
    ],
)
def test_a_pronoun_stands_for_the_likeliest_name_before_it(
    pronoun: str, mentions: list[tuple[str, str, bool]], last: str | None, name: str
) -> None:
    assert resolve(known(*mentions), pronoun, 9_999, last) == name


def test_a_name_behind_a_pronoun_is_not_meant() -> None:
    found = known(("Ada Finch", "she", False), ("Ida Orme", "she", False))
    assert resolve(found, "she", 100, None) == "Ada Finch"
    assert resolve(found, "she", 101, None) == "Ida Orme"


@pytest.mark.parametrize(("between", "name"), [(24, "Ada Finch"), (25, "she")])
def test_a_pronoun_reaches_over_twenty_five_names(between: int, name: str) -> None:
    found = known(("Ada Finch", "she", False), *[("Jon Vega", "he", False)] * between)
    assert resolve(found, "she", 9_999, None) == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Finch", "Ada Finch"),
        ("Mayor Finch", "Ada Finch"),
        ("Orme", "Orme"),
        ("Finch, a friend of Orme", "Ada Finch"),
        ("the friend Finch of Orme", "Ada Finch"),
        ("Council head Finch", "Ada Finch"),  # the last name before the end of the head
        ("the old mayor", "the old mayor"),
    ],
)
def test_a_mention_stands_for_the_full_name_in_its_head(mention: str, name: str) -> None:
    assert resolve(Names([], {"Finch": "Ada Finch"}, {}), mention, 0, None) == name
