"""Who is behind the mention of a speaker: name, role, kind, and what is left open. All texts are invented."""

import pytest
from conftest import all_body

from analysis.text.quotations import quotations
from analysis.text.quotations.speakers import Speaker
from analysis.text.segmentation import segment

SAID = '"We lost the bridge and both paths in one night,"'


def last_speaker(text: str) -> Speaker:
    """The speaker of the last direct quotation."""
    found = quotations(segment(all_body(text)))
    return [one.resolved for one in found if one.kind == "direct"][-1]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Foreign Minister Ida Moran", "Ida Moran"),
        ("Coastal Foreign Minister Ida Moran", "Ida Moran"),
        ("Secretary of State Mike Pell", "Mike Pell"),
        ("former Governor Ana Vega", "Ana Vega"),
        ("House Speaker Max Orlan", "Max Orlan"),
        ("Director of National Parks James Orlan", "James Orlan"),
        ("Chief Executive Ruth Vega", "Ruth Vega"),
        ("Sen. Ida Moran", "Ida Moran"),
        ("Dr. Ida Moran", "Ida Moran"),
        ("Detective Sgt. Ben Pell", "Ben Pell"),
    ],
)
def test_roles_and_titles_leave_the_name(mention: str, name: str) -> None:
    found = last_speaker(f"{SAID} {mention} said.")
    assert (found.name, found.kind) == (name, "person")
    assert found.role


@pytest.mark.parametrize(
    "name",
    [
        "Élise Moran", "Łukasz Pell", "Ana Čapek", "José Ñúñez", "Åsa Öberg", "Zoë Van Dyk",
        "Ursula von der Lind", "Maria dos Anjos", "Ruth de la Vega", "Omar bin Rashed", "Willem van den Berg",
        "J.D. Moran", "J. K. Moran", "Ida R. Moran", "A. B. C. Pell", "Ben Moran Jr.",
    ],
)  # fmt: skip
def test_capitals_particles_initials_and_suffixes_belong_to_a_name(name: str) -> None:
    assert last_speaker(f"{SAID} {name} said.").name == name


@pytest.mark.parametrize(
    "opener", ["Following", "Hosting", "Though", "Plus", "Whether", "Receiving", "Because"]
)
def test_a_word_that_opens_the_sentence_is_no_part_of_a_name(opener: str) -> None:
    text = f"{opener} Moran lost her seat, the council met Ida Moran.\n\n{SAID} Moran said."
    assert last_speaker(text).name == "Ida Moran"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Moran's lawyer, Max Moe", "Max Moe"),
        ("Ida Moran's mother, Eve Moran", "Eve Moran"),
        ("Norland's health minister, Max Moe", "Max Moe"),
        ("the council's spokesman, Max Moe", "Max Moe"),
        ("a lawyer for Moran, Max Moe", "a lawyer"),
        ("Moran's lawyer", "Moran's lawyer"),
        ("Moran's spokeswoman", "Moran's spokeswoman"),
        ("Pell's office", "Pell's office"),
        ("the Pell campaign", "Pell campaign"),
    ],
)
def test_somebody_s_people_are_not_that_person(mention: str, name: str) -> None:
    text = f"Ida Moran met Ben Pell on Monday in Ost.\n\n{SAID} said {mention}."
    assert last_speaker(text).name == name


@pytest.mark.parametrize(
    ("named", "mention"),
    [
        ("Foreign Minister Ida Moran", "the foreign minister"),
        ("Ida Moran, the mayor of Ost,", "the mayor"),
        ("Rep. Ida Moran", "the congresswoman"),
        ("Sen. Ida Moran", "The senator"),
        ("Ida Moran, a nurse,", "the nurse"),
    ],
)
def test_a_role_leads_to_whoever_has_it(named: str, mention: str) -> None:
    text = f"{named} came to Ost on Monday. Ben Pell came too.\n\n{SAID} {mention} said."
    assert last_speaker(text).name == "Ida Moran"


def test_a_lower_rank_is_another_role() -> None:
    text = f"Vice President Ida Moran came to Ost on Monday.\n\n{SAID} the president said."
    assert last_speaker(text)[:3] == ("the president", "", "described")


@pytest.mark.parametrize(
    ("story", "pronoun", "name"),
    [
        ("Mary Moran met Peter Pell.", "she", "Mary Moran"),
        ("Mary Moran met Peter Pell.", "he", "Peter Pell"),
        ("President Moran left. Mary Vega stayed.", "she", "Mary Vega"),
        ("Chairwoman Moran met the press.", "she", "Moran"),
        ("Mr. Moran met the press. Mrs. Pell did not.", "he", "Moran"),
    ],
)
def test_a_pronoun_agrees_with_its_person(story: str, pronoun: str, name: str) -> None:
    assert last_speaker(f"{story}\n\n{SAID} {pronoun} said.").name == name


def test_the_same_surname_goes_to_whom_the_title_fits() -> None:
    text = f"Peter Moran and Mary Moran came to Ost. {SAID} Mrs. Moran said."
    assert last_speaker(text).name == "Mary Moran"


def test_a_surname_of_two_people_named_alike_is_left_open() -> None:
    text = f"Max Moran came to Ost. Tim Moran came too.\n\n{SAID} Moran said."
    assert last_speaker(text)[:4] == (None, "", "unknown", "uncertain")


@pytest.mark.parametrize(
    "body", ["Vega & Sons", "Department of Health and Human Services", "National Weather Service"]
)
def test_a_body_is_no_person(body: str) -> None:
    found = last_speaker(f"{SAID} the {body} said.")
    assert (found.name, found.kind) == (body, "organisation")


def test_a_pronoun_without_anybody_before_it_is_left_open() -> None:
    assert last_speaker(f"{SAID} he said.")[:3] == (None, "", "unknown")


def test_many_people_are_a_description() -> None:
    found = last_speaker(f"{SAID} Republicans said.")
    assert found.kind == "described"
