"""The functions that outside scorers call, on texts of our own."""

import sys

import pytest
from conftest import STORY, MakeCorpus

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


ARTICLE = f"""A harbour closes for two years

Share on Facebook

{STORY}
What happens next

Nobody spoke against the plan on Monday, and the council will meet again in the autumn.

The hall will be"""


def test_parts_come_in_reading_order_with_what_was_removed() -> None:
    found = scored.parts(ARTICLE)
    names = [part for part, _ in found["parts"]]
    assert (names[0], names[-3:], found["truncated"]) == ("headline", ["subhead", "body", "body"], True)
    assert found["removed"] == [("share link", "Share on Facebook")]


def test_the_parts_of_a_corpus_are_those_of_its_articles(make_corpus: MakeCorpus) -> None:
    found = scored.corpus_parts(str(make_corpus({"north/a.txt": ARTICLE})))
    assert found == {"north/a.txt": scored.parts(ARTICLE)}


def test_an_article_is_counted_after_cleaning() -> None:
    found = scored.counts(
        f"{TEXT}\n\nWhat happens next\n\nNobody knew it on Monday, and nobody asked.\n\nClose"
    )
    assert found == {"words": 23, "sentences": 3, "subhead_words": 3, "quotation_words": 2}


def test_bytes_are_decoded_and_syllables_counted() -> None:
    assert scored.decode("Café".encode("utf-16")) == "Café"
    assert scored.syllables("harbour") == 2


def test_a_page_gives_its_article() -> None:
    page = "<html><body><p>The council met on Monday and voted to close the market for two years.</p></body></html>"
    assert scored.page_text(page).startswith("The council met")


def test_a_corpus_says_what_it_was_read_as(make_corpus: MakeCorpus) -> None:
    table = "file,title,agency\nnorth/a.txt,Talks,AFP\n"
    found = scored.load(
        str(
            make_corpus(
                {"articles.csv": table, "north/a.txt": STORY, "south/b.txt": STORY, "south/c.txt": ""}
            )
        )
    )
    assert (found["sources"], found["titles"], found["agency"]) == (
        ["north", "south"],
        {"north/a.txt": "Talks", "south/b.txt": None},
        {"north/a.txt": "AFP"},
    )
    assert found["remarks"] == [
        "loaded south/b.txt: not listed in articles.csv",
        "refused south/c.txt: empty file",
    ]


def test_a_speaker_has_the_name_under_which_sources_are_compared(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY, "south/b.txt": STORY})
    rows = [row for row in scored.speaker_names(str(folder)) if row[0] == "north/a.txt"]
    assert rows == [
        ("north/a.txt", 5, "Ida Moran", "Ida Moran"),
        ("north/a.txt", 12, "Moran", "Ida Moran"),
        ("north/a.txt", 8, "Moran", "Ida Moran"),
    ]
