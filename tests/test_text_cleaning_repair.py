import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.cleaning.repair import STEPS, mojibake, repair

CLEAN = [
    "Plain words, nothing else.",
    "“Curly” marks — and ‘single’ ones – stay… as they’re typed",
    "Ça coûte 5 € à l’œuvre",
    "Straße, naïve café, ﬁle with a ligature, ＦＵＬＬ width",
    "АБВ где, 漢字かな, العربية, हिन्दी",
    "AT&T and R&D, a < b & c",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_comes_back_equal(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("The mayorâ€™s plan â€œfailsâ€\x9d", "The mayor’s plan “fails”"),
        ("Ã\x85lesund\r\nharbour", "Ålesund\nharbour"),
        ("cafÃ© au lait", "café au lait"),
        ("the town&#39;s &ldquo;eels&rdquo; &amp; herring", "the town's “eels” & herring"),
        ("twice&amp;rsquo;escaped", "twice’escaped"),
        ("har\u00adbour\u200b wall\ufeff", "harbour wall"),
        ("the mayor`s plan", "the mayor's plan"),
        ("don\u00b4t", "don't"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("cafe\u0301", "café"),
        ("bell\x07 rings", "bell rings"),
    ],
)
def test_damage_is_undone(damaged: str, whole: str) -> None:
    assert repair(damaged) == whole


def test_doubled_backticks_are_quotation_marks_and_stay() -> None:
    assert repair("``eels'' he said") == "``eels'' he said"


def test_an_escaped_line_end_makes_no_new_line() -> None:
    assert repair("a&#10;b&#x0D;c") == "a b c"


def test_joiners_stay_where_scripts_need_them() -> None:
    assert repair("می\u200cخواهم") == "می\u200cخواهم"
    assert repair("fish\u200cery") == "fishery"


def test_the_recipe_runs_from_left_to_right() -> None:
    text = "the mayor&#96;s cafÃ©\r\n"
    expected = text
    for step in STEPS:
        expected = step(expected)
    assert repair(text) == expected == "the mayor's café\n"


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(alphabet="aZ ’“”—éÃâ€™œ\u0153Â\xa0°ØÙ²àŁвЂ漢\x92$.\n", max_size=40))
def test_lines_skipped_by_the_screen_are_lines_that_ftfy_would_not_change(text: str) -> None:
    import ftfy
    from ftfy.badness import is_bad

    repaired = mojibake(text).split("\n")
    for line, result in zip(text.split("\n"), repaired, strict=True):
        if not is_bad(line):
            assert ftfy.fix_encoding(line) == line
        elif "\x92" not in line:
            assert result == ftfy.fix_text_segment(
                line,
                unescape_html=False,
                uncurl_quotes=False,
                fix_latin_ligatures=False,
                fix_character_width=False,
                fix_line_breaks=False,
            )
