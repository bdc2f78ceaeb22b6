"""The functions that outside scorers call, on texts of our own."""

import sys

import pytest

from analysis import project

sys.path.insert(0, str(project.root() / "tests" / "benchmarks"))
import scored  # found only once its folder is on the path

TEXT = "“We won,” said Ida Moran. The dismal year is over, and Dr. Pell has left."


def test_sentences_end_where_they_end() -> None:
    assert scored.sentence_ends(TEXT) == [25, len(TEXT)]


def test_quotations_come_in_the_offsets_of_the_text_as_given() -> None:
    ((start, end, speaker, cue, _),) = scored.quotations(TEXT)
    assert TEXT[start:end].strip(",") == "We won"
    assert (speaker, cue) == ("Ida Moran", "said")


def test_offsets_are_those_of_the_text_as_given_whatever_its_typography() -> None:
    text = "Title\r\n\r\n``I’m fine--really,'' said Jon Vega.\u00a0“Go.”\r\n"
    assert [text[start:end] for start, end, *_ in scored.quotations(text)] == ["I’m fine--really,", "Go."]


def test_terms_are_counted_by_category() -> None:
    assert scored.term_counts(TEXT, {"mood": ["dismal"], "none": ["absent"]}) == {"mood": 1, "none": 0}


def test_readability_names_both_engines() -> None:
    scores = scored.readability("The cat sat on the mat. The dog ran to the house. " * 10)
    assert scores["flesch_kincaid_grade"] == pytest.approx(-1.45)
    assert scores["textstat.sentence_count"] == 20


def test_a_body_keeps_its_own_typography() -> None:
    body = scored.clean_body(
        f"A headline here\n\n{TEXT}\n\nShe gave no date, and nobody asked for one.\n\nClose"
    )
    assert "“We won,”" in body
    assert "Close" not in body


def test_a_page_is_read_as_a_page() -> None:
    text = "<p>The council met on Monday and voted to close the market.</p><p>Nobody spoke against it, she said.</p>"
    page = f"<!DOCTYPE html><html><head><title>T</title></head><body><article>{text}</article></body></html>"
    assert (
        scored.clean_body(page)
        == "The council met on Monday and voted to close the market.\nNobody spoke against it, she said."
    )
