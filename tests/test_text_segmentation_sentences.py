"""Sentences: every rule with cases on both sides of it, written with `|` where a sentence ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.segmentation.sentences import _word_before, sentence_ends


def split(text: str) -> list[str]:
    """The sentences of a text, stripped."""
    ends = sentence_ends(text)
    return [text[a:b].strip() for a, b in zip([0, *ends], ends, strict=False)]


def expected(marked: str) -> list[str]:
    """The sentences of a text in which `|` marks their ends."""
    return [part.strip() for part in marked.split("|")]


def check(marked: str) -> None:
    assert split(marked.replace("|", "")) == expected(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The ferry sank.| Nobody was hurt.",
        "Who knew?| Not the mayor!| Nobody.",
        "The harbour, he said, was closed",
        "Rain fell on 9 May 2014.| Three roads were closed.",
    ],
)
def test_plain_sentences_end_at_their_stops(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Olander met Gen. Brask and Sen. Ida Vole.| They talked.",
        "DR. OLANDER LEFT.| NOBODY SAW HIM.",
        "The village of St. Orm voted no.| The town followed.",
        "It is Harbour v. Olander.| The court sits today.",
    ],
)
def test_a_title_goes_on_to_its_name(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The U.S. Treasury paid.| It took a day.",
        "He moved to the U.S.| He never came back.",
        "The bus left at 9 a.m. Friday.| It arrived at 7 p.m.| The driver slept.",
        "The deal with Vole Corp. Chairman Ida Vole failed.",
        "He worked for Vole Corp.| The firm failed in Oct. 1998.",
        "He worked for Vole Inc.| Mr. Vole dismissed him.",
        "He lives in Fresno, Calif.| Neighbours like him.",
        'He runs Vole & Co.| "We are small," he said.',
        "The Vole Co. (the smaller one) failed.",
        "Orm Vole Jr. High School burned.| Nobody was hurt.",
        "The Sun. edition sold out.",
        "They sat in the sun.| Clouds came.",
    ],
)
def test_what_follows_an_abbreviation_decides_whether_it_ends(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Ida B. Vole and J. J. Brask won.| They beat O.R. Olander.",
        "The letter came from Ida V. A. Brask.",
        "He took vitamin C.| The doctor agreed.",
        'Orm R. "Bobby" Vole spoke.',
    ],
)
def test_initials_belong_to_a_name(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Prices rose 3.5 percent to $1.20.| Wages fell .5 percent.",
        "Bus No. 5 is late.| He said no.| The bus came.",
        "It costs less.| $5 million is enough.",
        "1. Buy a map.",
    ],
)
def test_figures_do_not_end_a_sentence_in_their_middle(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        '"Is it over?" asked Ms. Vole.| "It is."',
        '"Is it over?" Ms. Vole asked.| Nobody knew.',
        '"Is it over?" Orm Vole of the Harbour Board said.',
        '"Is it over?"| He said nothing.',
        '"We won," he said.| "Is it true?" she asked.',
        'She called it "a farce."| The board agreed.',
        'She asked: "Why?"| Then she left.',
        "“It is over.”| “Is it?” asked Vole.",
        "``It is over.''| ``Is it?'' asked Vole.",
        "«It is over.»| «Is it?» asked Vole.",
    ],
)
def test_a_quotation_ends_a_sentence_only_where_no_attribution_follows(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "He left.| (Nobody noticed.)| She stayed.",
        "He left (nobody noticed why!) at once.",
        "The town was founded in 1805. [6]| It grew.",
        "The town was founded in 1805. [19]",
        "He is a senator (R-Tex.)| He lost.",
    ],
)
def test_brackets_belong_to_the_sentence_that_they_close(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "We had a plan ... but it failed.",
        "We had a plan . . . but it failed.",
        "We had a plan… but it failed.",
        "We had a plan...| Then it rained.",
        "We had a plan . . .| Then it rained.",
        "We had a plan.…| Then it rained.",
    ],
)
def test_an_ellipsis_ends_only_before_a_capital(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "ORM HARBOUR, S.C. – The ferry sank.| Nobody was hurt.",
        "ENERGY:| Prices rose.| Nobody knew why.",
        "VOLE: What now?| BRASK: Nothing.",
        "VOLE: Well, nobody knew.",
        "Q: Why not?",
        "The board said: Prices rose.",
        "Two things matter.| • The harbour is closed.| • The ferry is old.",
        "They are gone.| maybe they never came.",
        "Orm's iPhone broke.| iPhone owners laughed.",
        "Read it at https://orm.example/a| The board did.",
        "Write to vole@orm.example| The board answers.",
        "Read it at orm.example today.| The board did.",
        "Ida Vole (@idavole) Brask wrote.",
    ],
)
def test_line_openings_and_lost_breaks(marked: str) -> None:
    check(marked)


def test_a_missing_blank_after_a_stop_hides_no_end() -> None:
    assert split("The harbour is closed.The ferry sank.") == [
        "The harbour is closed.",
        "The ferry sank.",
    ]
    assert len(split("See https://orm.example/ferry.Html or U.S.A.Today on it.")) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "港口关闭了。|渡轮沉没了。|没有人受伤。",
        "هل انتهى الأمر؟| لا أحد يعرف.| انتظرنا.",
        "नाव डूब गई।| कोई घायल नहीं हुआ।",
    ],
)
def test_other_scripts_end_at_their_own_stops(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(("text", "ends"), [("", []), ("  ", []), ("Vole", [4]), ("...", [3])])
def test_the_last_end_is_always_there_but_for_blank_text(text: str, ends: list[int]) -> None:
    assert sentence_ends(text) == ends


@pytest.mark.parametrize(
    "unit", ['"', ".", ". ", "?! ", "A. ", '. "" ', ". (", "a@", "http://a.b/", '"Ok?" Ab ', "中。"]
)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))  # in quadratic time it would take minutes
    assert sentence_ends(text)[-1] == len(text.rstrip())


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(alphabet="aB1.!?…'\"”([) –。@:/U.S", max_size=60))
def test_ends_rise_strictly_and_reach_the_last_character(text: str) -> None:
    ends = sentence_ends(text)
    assert ends == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(text.rstrip())


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("We saw seas. then it rained", 12),
        ("We saw sea. then it rained", 26),  # a word of three letters may be an abbreviation
        ("We saw Ost's Seas. then it rained", 33),
        ("We saw it approx. then", 22),
        ("We saw seas.) then", 18),
        ("We saw seas? then", 17),
        ("We saw seas. eBay fell", 12),
        ("We met in plan B. The talks failed", 17),
        ("We met in plan B. Vega failed", 29),
        ("We met J. A. Vega", 17),
        ("1. The talks failed. Vega left", 20),
        ("In 2031. The talks failed", 8),
        ("We read No. 5 of it", 19),
        ("He said no. The talks failed", 11),
        ("VEGA, GEN. Pell, left", 21),
        ("Vega joined Acme Corp. Pell left", 22),
        ("Vega joined Acme Corp. Pell Street left", 39),
        ("Vega joined Acme Corp. The talks failed", 22),
        ("He is from Ost, Calif. A. Vega left", 35),
        ("OST, Calif. – The talks failed", 30),
        ('Vega joined Acme Corp. "It failed"', 22),
        ("Vega joined Acme Corp. (Pell Street) left", 41),
    ],
)
def test_where_the_first_sentence_ends(text: str, first: int) -> None:
    assert sentence_ends(text)[0] == first


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("it sank", "sank"),
        ("sank", "sank"),
        ("it (sank", "sank"),
        ("a" * 50, "a" * 40),
        ("b " + "a" * 39, "a" * 39),
    ],
)
def test_the_word_before_a_stop_is_among_the_last_forty_characters(text: str, word: str) -> None:
    assert _word_before(text, len(text)) == word
