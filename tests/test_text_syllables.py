"""Syllables are those of a word read aloud."""

import pytest

from analysis.text.syllables import _pronounced, _pronunciations, by_letters, dictionary, syllables


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("cat", 1),
        ("Washington", 3),
        ("WASHINGTON", 3),
        ("extraordinary", 5),  # CMUdict: first a reading of six
        ("president's", 3),
        ("don't", 1),
        ("hmm", 1),  # no vowel in CMUdict, but still a word
    ],
)
def test_a_listed_word_has_the_syllables_of_its_pronunciation(form: str, expected: int) -> None:
    assert syllables(form) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("state-of-the-art", 4), ("fact-checking", 3), ("Catch-22", 4), ("U.S.-led", 3)],
)
def test_the_parts_of_a_hyphenated_word_are_added_up(form: str, expected: int) -> None:
    assert syllables(form) == expected


@pytest.mark.parametrize(
    ("form", "expected"), [("Brandelwick's", 3), ("Brandelwiches's", 5), ("Zorvax's", 3)]
)
def test_a_possessive_adds_a_syllable_only_after_a_hiss(form: str, expected: int) -> None:
    assert syllables(form) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("U.S.", 2), ("U.S", 2), ("US", 2), ("a.m", 2), ("W.H.O.", 5), ("GDP", 3), ("NATO", 2), ("IT", 1)],
)
def test_initials_are_spelled_and_acronyms_that_are_words_are_not(form: str, expected: int) -> None:
    assert syllables(form) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        *(
            ("MPs", 2),
            ("CEOs", 3),
            ("ATMs", 3),
            ("NGOs", 3),
            ("ex-MPs", 3),
            ("MPs'", 2),
            ("PACs", 1),
            ("PhDs", 3),
        ),
        *(("AT&T", 4), ("R&D", 3), ("S&P", 3), ("W&M", 5), ("B&B", 3), ("Vole&Vole", 3)),
        *(("LGBTQ", 5), ("UNHCR", 5), ("RSPCA", 5), ("LGBTQIA", 7), ("NAACP", 5)),
        *(("CBS's", 4), ("NYPD's", 4), ("MP's", 2), ("NGO", 3), ("POW", 5)),
        *(("UNESCO", 3), ("HARBOUR", 2), ("DOCTORS", 2), ("OLANDER", 3), ("BUS", 1), ("AS", 1)),
    ],
)
def test_plurals_and_long_initials_are_spelled_too(form: str, expected: int) -> None:
    assert syllables(form) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("0", 2),  # zero
        ("3.5", 3),  # three point five
        ("17", 3),
        ("1,200", 6),  # one thousand two hundred
        ("1994", 5),  # nineteen ninety-four
        ("1905", 4),  # nineteen oh five
        ("1900", 4),  # nineteen hundred
        ("2005", 4),  # two thousand five
        ("2014", 4),  # twenty fourteen
        ("1990s", 4),  # nineteen nineties
        ("2nd", 2),
        ("12th", 1),
        ("20th", 3),
        ("100th", 3),
        ("007", 6),
        ("1,000,000", 3),
        ("9/11", 4),
        ("10m", 2),
        ("٣", 1),
    ],
)
def test_figures_are_read_aloud(form: str, expected: int) -> None:
    assert syllables(form) == expected


ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """.split()  # noqa: SIM905
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905


@pytest.mark.parametrize(
    ("form", "spoken"),
    [
        *((str(number), word) for number, word in enumerate(ONES)),
        *((str(10 * number), word) for number, word in enumerate(TENS, 2)),
        ("21", "twenty one"),
        ("99", "ninety nine"),
        ("100", "one hundred"),
        ("101", "one hundred one"),
        ("120", "one hundred twenty"),
        ("1,000", "one thousand"),
        ("1,000,001", "one million one"),
        ("1,001,000", "one million one thousand"),
        ("1099", "one thousand ninety nine"),
        ("1100", "eleven hundred"),
        ("1101", "eleven oh one"),
        ("1109", "eleven oh nine"),
        ("1110", "eleven ten"),
        ("1999", "nineteen ninety nine"),
        ("1,999", "one thousand nine hundred ninety nine"),
        ("2000", "two thousand"),
        ("2009", "two thousand nine"),
        ("2010", "twenty ten"),
        ("2099", "twenty ninety nine"),
        ("2100", "two thousand one hundred"),
        ("11000", "eleven thousand"),
        ("05", "zero five"),
        ("0.07", "zero point zero seven"),
        (
            "1" * 15,
            "one hundred eleven trillion" + " one hundred eleven thousand" * 3 + " one hundred eleven",
        ),
        ("1" * 16, "one " * 16),
        ("22nd", "twenty second"),
        ("23rd", "twenty third"),
        ("30th", "thirtieth"),
        ("10th", "tenth"),
        ("100th", "one hundredth"),
        ("110th", "one hundred tenth"),
        ("120th", "one hundred twentieth"),
    ],
)
def test_a_number_has_the_syllables_of_its_words(form: str, spoken: str) -> None:
    assert syllables(form) == sum(map(syllables, spoken.split()))


@pytest.mark.parametrize(
    ("form", "expected"), [("Q", 1), ("QX", 2), ("QWX", 5), ("QXQX", 4), ("QXQXQ", 5), ("qxq", 1), ("OF", 1)]
)
def test_capitals_that_cannot_be_spoken_are_spelled(form: str, expected: int) -> None:
    assert syllables(form) == expected


@pytest.mark.parametrize("form", ["", "…", "-", "'", "中" * 50, "²", "Ünïçødé"])
def test_every_form_has_at_least_one_syllable(form: str) -> None:
    assert syllables(form) >= 1


@pytest.mark.parametrize(("word", "expected"), [("cat", 1), ("hmm", 0), ("zorblattery", 3)])
def test_the_dictionary_rule_is_cmudict_then_pyphen(word: str, expected: int) -> None:
    assert dictionary(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("favourable", 4),
        ("utilise", 3),
        ("civilisation", 5),
        ("kilolitre", 4),
        ("leukaemia", 4),
        ("brontë", 2),
        ("noël", 2),
        ("zarandía", 4),
        ("gamely", 2),
        ("brashed", 1),
        ("quoted", 2),
        ("brashes", 2),
        ("yodelled", 2),
        ("mcfarnham", 3),
        ("grumplism", 3),
        ("hmm", 1),
    ],
)
def test_a_word_that_is_not_listed_is_read_by_its_letters(word: str, expected: int) -> None:
    assert by_letters(word) == expected


def test_letters_tell_the_syllables_of_nine_in_ten_words_of_the_dictionary() -> None:
    words = [word for word in sorted(_pronunciations())[::40] if word.isalpha() and len(word) > 2]
    right = [by_letters(word) == _pronounced(word) for word in words]
    assert len(words) > 2_000
    assert sum(right) > 0.92 * len(words)


@pytest.mark.parametrize("unit", ["a", "1", "A", "a-", "a.", "a'", "1,", "111,", "9s", "中"])
def test_an_endless_word_is_read_in_linear_time(unit: str) -> None:
    assert syllables(unit * 50_000) >= 1
