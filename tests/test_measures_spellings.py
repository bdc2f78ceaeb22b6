"""One name for one speaker: what is merged, and what is not because somebody else could be meant."""

import pytest

from analysis.measures.spellings import unify_spellings


def one_event(*names: str) -> list[str]:
    return unify_spellings(names, ["e"] * len(names))


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("Moran", "Ida Moran"),
        ("Ida R. Moran", "Ida Moran"),
        ("Ida Rose Moran", "Ida Moran"),
    ],
)
def test_forms_of_one_name_are_one_speaker(written: str, full: str) -> None:
    assert one_event(full, full, written) == [full] * 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert Moran", "Bob Moran"),
        ("Richard J. Moran", "Dick Moran"),
        ("Ida Moran-Pell", "Ida Moran Pell"),
        ("Kim Yo Jong", "Kim Yo-jong"),
        ("José Núñez", "Jose Nunez"),
        ("Charles Moran", "Chuck Moran"),
        ("The Coastal Post", "Coastal Post"),
        ("Vega & Sons", "Vega and Sons"),
    ],
)
def test_spellings_and_nicknames_of_one_name_are_one_speaker(one: str, other: str) -> None:
    assert one_event(one, one, other) == [one] * 3


def test_an_initial_that_could_be_two_people_stays_apart() -> None:
    names = ["Ida Moran", "Ines Moran", "I. Moran"]
    assert one_event(*names) == names


def test_a_last_name_belongs_to_whoever_is_quoted_by_far_most() -> None:
    assert one_event(*["Ida Moran"] * 8, "Ben Moran", "Moran")[-1] == "Ida Moran"
    assert one_event(*["Ida Moran"] * 3, "Ben Moran", "Moran")[-1] == "Moran"


def test_a_father_and_a_son_are_two() -> None:
    names = ["Ben Moran Jr.", "Ben Moran"]
    assert one_event(*names) == names


def test_particles_belong_to_a_name() -> None:
    assert one_event("Ana de la Cruz", "Cruz") == ["Ana de la Cruz"] * 2


def test_a_last_name_that_two_speakers_share_stays_as_it_is() -> None:
    assert one_event("Ida Moran", "Ben Moran", "Moran") == ["Ida Moran", "Ben Moran", "Moran"]


def test_a_last_name_is_looked_up_in_its_event_before_the_corpus() -> None:
    names = ["Ida Moran", "Moran", "Ben Moran", "Moran", "Moran"]
    assert unify_spellings(names, ["one", "one", "two", "two", "three"]) == [
        "Ida Moran", "Ida Moran", "Ben Moran", "Ben Moran", "Moran",
    ]  # fmt: skip


def test_a_last_name_that_its_event_lacks_is_the_only_one_of_the_corpus() -> None:
    assert unify_spellings(["Ida Moran", "Moran"], ["one", "two"]) == ["Ida Moran"] * 2


@pytest.mark.parametrize(
    "names",
    [
        ["Ida R. Moran", "Ida S. Moran", "Ida Moran"],
        ["Ida Rose Moran", "Ida Ruth Moran"],
        ["Northern Ministry", "Ministry"],
        ["Senate Budget Committee", "Senate Ethics Committee"],
        ["Coastal Foreign Ministry", "Foreign Ministry"],
    ],
)
def test_what_could_be_somebody_else_stays_apart(names: list[str]) -> None:
    assert one_event(*names) == names


def test_the_form_quoted_most_often_stands_for_all() -> None:
    assert set(one_event("Ida R. Moran", "Ida R. Moran", "Ida Moran")) == {"Ida R. Moran"}


@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0", "محمد الأمين", "毛", "A" * 5_000, " ".join(["Ab"] * 2_000), "'", "-"]
)
def test_any_name_is_kept(name: str) -> None:
    assert one_event(name, "Ida Moran", name)[0] == name


def test_an_arabic_last_name_is_its_speaker() -> None:
    assert one_event("محمد الأمين", "الأمين") == ["محمد الأمين"] * 2


def test_nobody_has_no_name() -> None:
    assert unify_spellings([], []) == []
