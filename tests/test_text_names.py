"""Names as they are written, taken apart, and grouped into people. All texts are invented."""

import pytest
from conftest import all_body

from analysis.text.quotations.antecedents import _rate_person
from analysis.text.quotations.bearers import Person
from analysis.text.quotations.name_parts import is_body, last_name, split_name, suffix
from analysis.text.quotations.people import People, collect_people
from analysis.text.segmentation import segment
from analysis.text.segmentation.document import Span


def people(text: str, *quoted: tuple[int, int]) -> People:
    return collect_people(segment(all_body(text)), [Span(*span) for span in quoted])


def names(text: str) -> list[str]:
    return [mention.person.name for mention in people(text).mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then Ada Finch spoke", ["Ada Finch"]),
        ("then Ada R. Finch spoke", ["Ada R. Finch"]),
        ("then Jan van Finch spoke", ["Jan van Finch"]),
        ("then Mr. Finch spoke", ["Finch"]),
        ("then Ada Finch left. Finch slept", ["Ada Finch", "Ada Finch"]),
        ("then Finch left. Ada Finch slept", ["Ada Finch", "Ada Finch"]),
        ("then Ada left. Ada Finch slept", ["Ada Finch", "Ada Finch"]),
        ("then Ada Finch and Ben Orme left", ["Ada Finch", "Ben Orme"]),
        ("the photo by Ada Finch/Getty was sold", ["Ada", "Finch/Getty"]),
        ("Ada Finch's car and the Finches' car", ["Ada Finch", "Finches"]),
        ("the Office for the Blind closed", ["Office for the Blind"]),
        ("the Council for Rivers and Lakes closed", ["Council for Rivers and Lakes"]),
        ("the Food and Drug Agency closed", ["Food and Drug Agency"]),
        ("She's late. I've left. We're here", []),
    ],
)
def test_names_are_runs_of_words_with_capitals(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_heading_has_no_names() -> None:
    assert names("Finch Meets Orme While Vega Waits Outside") == []


@pytest.mark.parametrize(
    ("written", "name", "role", "pronoun"),
    [
        ("Mr. Finch", "Finch", "mr", "he"),
        ("Mrs. Finch", "Finch", "mrs", "she"),
        ("Dr. Ada Finch", "Ada Finch", "dr", ""),
        ("Prime Minister Ada Finch", "Ada Finch", "prime minister", ""),
        ("Secretary of State Ada Finch", "Ada Finch", "secretary of state", ""),
        ("Secretary of State", "", "secretary of state", ""),
        ("Prime Minister", "", "prime minister", ""),
        ("Stephen King", "Stephen King", "", ""),
        ("Coastal News Ada Finch", "Ada Finch", "coastal news", ""),
        ("Justice Department", "Justice Department", "", ""),
        ("Ben Finch Jr.", "Ben Finch Jr.", "", ""),
        ("Judge Finch Jr.", "Finch Jr.", "judge", ""),
    ],
)
def test_titles_and_offices_are_no_part_of_a_name(written: str, name: str, role: str, pronoun: str) -> None:
    parts = split_name(tuple(written.split()))
    assert (" ".join(parts.name), parts.role) == (name, role)
    assert parts.pronoun in {pronoun, "he" if "minister" in role else pronoun}


def test_suffixes_are_no_last_names() -> None:
    assert (last_name(["Ben", "Finch", "Jr."]), suffix(["Ben", "Finch", "Jr."])) == ("Finch", "jr")
    assert (last_name(["Ben", "Finch"]), suffix(["Ben", "Finch"])) == ("Finch", "")


@pytest.mark.parametrize(
    ("name", "body"), [("House Committee", True), ("NATO", True), ("Ada Finch", False), ("A", False)]
)
def test_bodies_are_told_by_their_words(name: str, body: bool) -> None:  # noqa: FBT001
    assert is_body(name.split()) is body


@pytest.mark.parametrize("other", ["Ada Finch", "Ada R. Finch", "A. Finch", "Ada Rose Finch"])
def test_forms_of_a_name_in_an_article_are_one_person(other: str) -> None:
    assert len(people(f"then Ada Rose Finch met the press. Later {other} left.").persons) == 1


@pytest.mark.parametrize("other", ["Ben Finch", "Ada Orme", "Ada Finch Jr."])
def test_two_people_stay_two(other: str) -> None:
    assert len(people(f"then Ada Finch met the press. Later {other} left.").persons) == 2


def test_a_bearer_who_is_named_less_often_is_not_meant() -> None:
    text = "Max Orme met Tim Orme. Max Orme and Max Orme left. Orme slept."
    *_, last = people(text).mentions
    assert (last.person.name, last.certainty) == ("Max Orme", 0.75)


def test_where_a_name_stands_is_kept() -> None:
    first, second = people("Ada Finch met with Ben Orme's aide.").mentions
    assert (first.order, first.oblique, first.possessive) == (0, False, False)
    assert (second.order, second.oblique, second.possessive) == (1, True, True)


def test_names_inside_quotations_are_marked() -> None:
    text = 'Finch said "Orme met Vega" and left Pell.'
    span = (text.index('"') + 1, text.rindex('"'))
    assert [m.quoted for m in people(text, span).mentions] == [False, True, True, False]


@pytest.mark.parametrize(
    ("person", "rated"),
    [
        (Person("one witness", "she", is_person=True, is_described=True), "described"),
        (Person("Ada Finch", "she", is_person=True), "known"),
        (Person("Finch", is_person=True), "person"),
        (Person("Lo Finch"), "whole"),
        (Person("Finch"), "single"),
    ],
)
def test_what_tells_that_a_name_is_a_person_is_rated(person: Person, rated: str) -> None:
    assert _rate_person(person) == rated


@pytest.mark.parametrize(
    ("written", "name", "role"),
    [
        ("Coastal Minister", "", "coastal minister"),
        ("Minister Speaker", "", "minister speaker"),
        ("Minister Ada Speaker", "Ada Speaker", "minister"),
        ("Ada Speaker Jr.", "Ada Speaker Jr.", ""),
    ],
)
def test_a_role_at_the_end_is_a_name_only_behind_a_first_name(written: str, name: str, role: str) -> None:
    parts = split_name(tuple(written.split()))
    assert (" ".join(parts.name), parts.role) == (name, role)
