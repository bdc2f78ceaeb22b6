"""Who is behind the mention of a speaker: name, role, kind, and what is left open. All texts are invented."""

import pytest
from conftest import all_body

from analysis.text.quotations import quotations
from analysis.text.quotations.names import tokenize
from analysis.text.quotations.roles import find_descriptions
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


@pytest.mark.parametrize(
    ("story", "pronoun", "name"),
    [
        ("Ann Pell was killed on Monday.\n\nOne witness said she heard a bang.", "she", "one witness"),
        ("John Moe was arrested on Monday.\n\nA neighbor said he was quiet.", "he", "a neighbor"),
        ("Ben Roof killed nine people. A survivor testified.", "she", "a survivor"),
        ("Ann Pell died on Monday. The mother of the victim wept.", "she", "the mother"),
        ("Ann Pell spoke to the press. Her lawyer was there.", "he", "her lawyer"),
    ],
)
def test_somebody_who_is_described_speaks_and_not_the_person_named_before(
    story: str, pronoun: str, name: str
) -> None:
    found = last_speaker(f"{story}\n\n{SAID} {pronoun} said.")
    assert (found.name, found.kind) == (name, "described")


@pytest.mark.parametrize(
    ("story", "mention", "name"),
    [
        ("George W. Vega and George H. W. Vega met.", "George W. Vega", "George W. Vega"),
        ("John B. Moe met John A. Moe.", "John B. Moe", "John B. Moe"),
        ("Bashar al-Amin spoke.", "Amin", "Bashar al-Amin"),
        ("Abdel Fattah el-Amin spoke.", "Mr. el-Amin", "Abdel Fattah el-Amin"),
        ("President Xi Lanpin arrived.", "Xi", "Xi Lanpin"),
        ("Xi Lanpin arrived.", "Mr. Xi", "Xi Lanpin"),
        ("Keir Moran arrived.", "Sir Keir", "Keir Moran"),
        ("Former Secretary of State Hillary Vega spoke. Bill Vega left.", "Secretary Vega", "Hillary Vega"),
    ],
)
def test_forms_of_names_lead_to_their_bearer(story: str, mention: str, name: str) -> None:
    assert last_speaker(f"{story}\n\n{SAID} {mention} said.").name == name


@pytest.mark.parametrize(
    ("story", "mention"),
    [
        ("Ann Pell, a lawyer, was robbed. The suspect was charged.", "the suspect's lawyer"),
        ("Officer Ben Moe shot a man. Another officer saw it.", "the second officer"),
        ("Dr. Ann Pell died in 1990. Ben Moe went home.", "the doctor"),
        ("John Moe left.", "Moe's brother-in-law"),
        ("John Moe left.", "a Moe ally"),
        ("John Moe left.", "Moe insiders"),
    ],
)
def test_who_is_only_described_gets_no_name(story: str, mention: str) -> None:
    found = last_speaker(f"{story}\n\n{SAID} {mention} said.")
    assert (found.name, found.kind) == (mention, "described")


@pytest.mark.parametrize(
    ("story", "mention"),
    [
        ("Sen. Ann Pell of Ost met Sen. Ben Moe of Lind.", "the senator"),
        ("Hillary Vega spoke. Bill Vega left. Bill Vega slept. Vega ate.", "Vega"),
        ("Robert Moe founded the mill. His son, Daniel Moe, sold it.", "Moe"),
    ],
)
def test_where_two_could_be_meant_the_speaker_is_left_open(story: str, mention: str) -> None:
    assert last_speaker(f"{story}\n\n{SAID} {mention} said.")[:4] == (None, "", "unknown", "uncertain")


def test_a_quotation_does_not_go_on_past_somebody_else_who_acts() -> None:
    whole = '"I do not believe a word of this whole story."'
    assert last_speaker(f"{SAID} Ann Pell said.\n\n{whole}").name == "Ann Pell"
    assert last_speaker(f"{SAID} Ann Pell said.\n\nBen Moe shook his head.\n\n{whole}").name is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{SAID} Coastwire quoted Ida Moran as saying.", "Ida Moran"),
        (f"{SAID} the Coastal Post quoted Foreign Minister Ida Moran as saying.", "Ida Moran"),
        (f"Ben Pell heard Ida Moran say {SAID[:-2]}" + '."', "Ida Moran"),
        (f"Ben Pell recalled Ida Moran saying, {SAID[:-2]}" + '."', "Ida Moran"),
        (f"Ida Moran was there. Ben Pell remembered her saying, {SAID[:-2]}" + '."', "Ida Moran"),
        ('Last night Ida Moran, a Labour MP, said she was sad. "We lost the bridge and the paths in one night."', "Ida Moran"),
        ('On Monday Ida Moran, a nurse, said it was hard. "We lost the bridge and the paths in one night."', "Ida Moran"),
        ('Yesterday Ida Moran, who lives in Ost, said it was hard. "We lost the bridge in one night."', "Ida Moran"),
        ('On Friday morning Ida Moran, a guard, said it was hard. "We lost the bridge and the paths."', "Ida Moran"),
        ('Earlier today Ida Moran, a baker, said it was hard. "We lost the bridge and the paths."', "Ida Moran"),
    ],
)  # fmt: skip
def test_who_is_quoted_by_others_and_who_follows_a_time_is_the_speaker(text: str, name: str) -> None:
    assert last_speaker(text).name == name


def test_an_owner_is_not_the_bearer_of_the_role() -> None:
    found = last_speaker(f"Ann Pell, a lawyer, came to Ost.\n\n{SAID} Pell's lawyer said.")
    assert (found.name, found.kind) == ("Pell's lawyer", "described")


def test_a_quotation_goes_on_in_the_next_paragraph_anywhere_in_an_article() -> None:
    above = "\n\n".join(["It rained all day."] * 6)
    text = f'{above}\n\n{SAID} Ann Pell said.\n\n"I do not believe a word of this whole story."'
    assert last_speaker(text).name == "Ann Pell"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then one witness spoke", ["one witness"]),
        ("then a young mother spoke", ["a young mother"]),
        ("then a big red old brick nurse spoke", []),
        ("then Max Moe, a nurse, spoke", []),
        ("then Max Moe was a nurse", []),
        ("then his executive jet was sold", []),
        ("then the nurse Ann Pell spoke", []),
        ("then Moe's mother spoke", ["Moe's mother"]),
    ],
)
def test_descriptions_of_somebody_without_a_name_are_found(text: str, found: list[str]) -> None:
    assert [one.text for _, one in find_descriptions(text, tokenize(text, 0, len(text)))] == found
