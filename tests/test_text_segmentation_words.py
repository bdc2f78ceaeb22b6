"""Words: what stays inside, what separates, and the form."""

import pytest

from analysis.text.segmentation.words import word_spans


def words(text: str) -> list[str]:
    """The forms of the words of a text."""
    return [text[start:end] for start, end in word_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "word",
    [
        *("don't", "O'Vole", "war-torn", "mother-in-law", "AT&T", "Q&A", "co-op", "MH370"),
        *("3.5", "10,000", "1,234.56", "9/11", "10:30", "1990-95", "1980s", "washingtonpost.com"),
        *("R-Tex.-based", "U.S.-led", "Corp.'s", "U.S", "D.C", "a.m", "Ph.D", "J.K", "ida@orm.example"),
    ],
)
def test_what_stays_inside_a_word(word: str) -> None:
    assert words(f"the {word} case") == ["the", word, "case"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("harbour – ferry", ["harbour", "ferry"]),
        ("harbour—ferry", ["harbour", "ferry"]),
        ("harbour–ferry", ["harbour", "ferry"]),
        ("harbour--ferry", ["harbour", "ferry"]),
        ("harbour - ferry", ["harbour", "ferry"]),
        ("and/or", ["and", "or"]),
        ("the end.Next came", ["the", "end", "Next", "came"]),
        ("the NATO.The firm", ["the", "NATO", "The", "firm"]),
        ("for $5.The firm", ["for", "5", "The", "firm"]),
        ("met Renée.The two", ["met", "Renée", "The", "two"]),
        ("in 2014.Next came", ["in", "2014", "Next", "came"]),
        ("one,two;three", ["one", "two", "three"]),
        ("wait…what", ["wait", "what"]),
        ('"Stop!"he said', ["Stop", "he", "said"]),
    ],
)
def test_what_separates_words(text: str, forms: list[str]) -> None:
    assert words(text) == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("the U.S. and U.S.", ["the", "U.S", "and", "U.S"]),
        ("officials' 'em '90s", ["officials", "em", "90s"]),
        ("$3.5 is 3.5%, No. 5", ["3.5", "is", "3.5", "No", "5"]),
        ("_Vole_ @vole #vote", ["Vole", "vole", "vote"]),
        ("(Vole), [Orm].", ["Vole", "Orm"]),
    ],
)
def test_the_form_leaves_outer_punctuation_out(text: str, forms: list[str]) -> None:
    assert words(text) == forms


@pytest.mark.parametrize("text", ["", " ", "–", "- -- …", '" " "', "$ % &", "_", "\u0301"])
def test_without_a_letter_or_digit_there_is_no_word(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Café Škoda naïveté", ["Café", "Škoda", "naïveté"]),
        ("m̌oře", ["m̌oře"]),
        ("港口关闭了。渡轮沉没了。", ["港口关闭了", "渡轮沉没了"]),
        ("السَّفِينة غرقت؟", ["السَّفِينة", "غرقت"]),
        ("हिन्दी में।", ["हिन्दी", "में"]),
        ("ประเทศไทย", ["ประเทศไทย"]),
    ],
)
def test_other_scripts_give_a_word_for_each_run(text: str, forms: list[str]) -> None:
    assert words(text) == forms


def test_only_the_asked_part_of_the_text_is_searched() -> None:
    text = "one two three"
    assert word_spans(text, 4, 9) == [(4, 7), (8, 9)]


@pytest.mark.parametrize("unit", ["a", "a.", "a'", "a\u0301", "1,", "_", "a-", "a@", "A. ", '"'])
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (200_000 // len(unit))  # in quadratic time it would take minutes
    assert all(start < end <= len(text) for start, end in word_spans(text, 0, len(text)))
