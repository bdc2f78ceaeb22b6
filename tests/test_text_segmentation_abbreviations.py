"""Stops of abbreviations, numbers and names: each kind on both sides, with `|` where a sentence ends."""

import pytest

from analysis.text.segmentation.sentences import sentence_ends


def check(marked: str) -> None:
    text = marked.replace("|", "")
    ends = sentence_ends(text)
    found = [text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)]
    assert found == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "The gates open at 6 a.m.| Crowds form early.",
        "Doors close at 11 p.m.| Guests may stay.",
        "It began at 8:30 p.m.| President Ida Vole spoke first.",
        "The ferry sank at 4 a.m.| Orm Harbour was dark.",
        'The vote ended at 1 a.m.| "We are tired," Vole said.',
        "The train left at 9 p.m. Tuesday.| Nobody was on it.",
        "The train left at 9 p.m. EST on Monday.",
        "The show begins at 8 p.m. Eastern time.",
        "The show begins at 8 p.m. E.T. on Friday.",
        "The show begins at 8 p.m. Hong Kong time.",
        "He went to the 7 p.m. Mass at St. Orm.",
        "It opened at 9 a.m. 12 people came.",
    ],
)
def test_an_hour_ends_a_sentence_before_a_capital_that_is_no_part_of_the_time(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "She moved to the U.S.| Friends followed her.",
        "He died in Orm, N.Y.| Neighbours wept.",
        "The firm sells it across the E.U.| Prices fell.",
        "She holds a Ph.D.| Students like her.",
        "He earned an M.B.A.| Employers noticed.",
        "The U.S. Treasury paid.",
        "He served in the U.S. Marines for years.",
        "The U.K. Parliament voted.",
        "She met D.C. Mayor Ida Vole.",
        "Officials in the U.S. Departments of War and State left.",
        "J. Edwards and R. Jones won.",
    ],
)
def test_a_place_or_degree_ends_a_sentence_before_an_opener_or_a_bare_plural(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The shop is on Elm St.| Police found it.",
        "The shop is at 12 Elm Dr.| Neighbours called.",
        "A crowd met on Fifth Ave.| Mayor Ida Vole spoke.",
        "The car hit a tree on Orm Rd.| Nobody was hurt.",
        "The flood reached Harbour Blvd.| Shops closed.",
        "The march began on 5th St.| Crowds cheered.",
        "He lives in Lake St. Clair.",
        "He met Jack St. Martin and Dr. Vole.",
        "She lives at 9 Oak St. NW in the city.",
        "He prayed at the Fifth Ave. Church on Monday.",
        "The town of St. Orm voted.",
    ],
)
def test_a_street_ends_a_sentence_but_a_saint_does_not(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "He fought in World War I.| Thousands fell.",
        "They read Part V.| Nobody laughed.",
        "It is Type I.| Doctors know it.",
        "He served King George V.| Crowds wept.",
        "The plan is in Title X.| Schools must obey.",
        "She takes vitamin D.| Olander does not.",
        "Ida V. Olander won.",
    ],
)
def test_a_numeral_or_letter_behind_its_noun_ends_a_sentence(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "1. Open the door. |2. Close it. |3. Go home.",
        "She gave three rules: 1. Be kind.| 2. Be quick.| 3. Be brief.",
        "There are two ways. |1. We pay. |2. We leave.",
        "A. We ate.| B. We slept.",
        "He had a reason: 1. Rain fell.",
        "It happened on Oct. 1.| Nobody came.",
        "They are No. 1.| The fans sang.",
        "They lost by 2.| 3. Orm scored twice.",
    ],
)
def test_the_number_of_an_item_belongs_to_the_item(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The Yahoo! Finance page broke.",
        "Ida Vole won on Jeopardy! Wednesday night.",
        "The Bravo! Channel closed.",
        "Yum! Brands fell.",
        "He left Yahoo!| The firm fell.",
        "He works for Yahoo!| Shares rose.",
        "Long live Orm!| Vole laughed.",
    ],
)
def test_a_name_with_a_mark_is_an_abbreviation(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        '"Why now?" Vole shot back.',
        '"Get out!" Vole\'s eldest son shouted.',
        '"Who paid?" Orm Vole, a teacher, asked.',
        '"Is it true?" Council President Ida Vole wondered.',
        '"Run!" O\'Brask screamed.',
        '"Why not?" Vole later tweeted.',
        '"Élan!" Éva Øst cried.',
        '"Who did it?"| Vole said he knew nothing.',
        '"Who did it?"| Vole said nothing.',
        '"Who did it?"| Vole left the room.',
        '"Who did it?"| He asked again.',
    ],
)
def test_a_speaker_and_a_verb_of_saying_belong_to_the_quoted_question(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        'He sank the "Orm".|The crew left.',
        "He sank it (again).|Nobody laughed.",
        "Prices rose 12%.|Wages fell.",
        "She left UNESCO.|The board met.",
        "It costs $5.|The shop closed.",
        "(He left.)|She stayed.",
        "She met Renée.|The two left.",
        "It sank!|Nobody cared.",
        "He met Mrs.Vole and Sen.Brask.",
        "See orm.example/a.Html for more.",
    ],
)
def test_a_missing_space_hides_no_end(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Bro. Orm spoke.",
        "Cllr. Vole left.",
        "Lt. Cmdr. Ida Vole spoke.",
        "Asst. Dist. Atty. Ida Vole spoke.",
        "Maj. Gen. Orm Vole and Tech. Sgt. Brask won.",
        "Sr. Ida Vole prayed.",
        "He went to Georgia Tech.| Vole did not.",
        "Wilmington, Del.| The firm moved.",
    ],
)
def test_a_rank_or_office_goes_on_to_its_name(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Vole Ltd. UK grew.",
        "Vole Corp. Canada closed two shops.",
        "She is 5 ft. 9 in. tall.",
        "It weighs 5 lb. 3 oz. in all.",
        "It rose to 90 deg. F. by noon.",
        "It is 40 deg. Celsius.",
        "He sold it to Vole Inc.| Brask bought it back.",
        "They came in.| Nobody left.",
        "He ran 100 yd.| Vole won.",
    ],
)
def test_a_unit_goes_on_to_the_next_figure_and_a_firm_to_its_place(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        '"They were ... Orm," she said.',
        '"We need the … Harbour Board," he said.',
        '"I went with ... Vole," she said.',
        '"It was late ...| Nobody came," he said.',
    ],
)
def test_an_ellipsis_behind_an_unfinished_phrase_is_a_pause(marked: str) -> None:
    check(marked)


def test_an_acronym_that_is_spelled_like_an_abbreviation_is_none() -> None:
    check("He sued the SEC.| Vole did too.")


@pytest.mark.parametrize("unit", ["2. ", "St. A", '?" A A A A A A A ', "A. 1. ", "at 5 p.m. A", "U.K. As a "])
def test_hostile_abbreviations_are_read_to_their_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))  # in quadratic time it would take minutes
    assert sentence_ends(text)[-1] == len(text.rstrip())
