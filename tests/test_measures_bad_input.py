"""What no newspaper prints has a stated result all the same, and twice as much of it takes twice the work."""

import sys
from collections.abc import Callable
from itertools import count
from math import isnan
from types import FrameType

import pytest
from conftest import all_body

from analysis import measures
from analysis.text.terms import lexicon

TERMS = lexicon.from_categories({"one": ["word", "a word", "wor*"], "two": ["كلمة", "他"]})

# Each grows with n; n = 1 is the least of its kind.
GROWING: dict[str, Callable[[int], str]] = {
    "one paragraph": lambda n: "word " * n,
    "one sentence a word": lambda n: "Word. " * n,
    "one word": lambda n: "a" * n,
    "one number": lambda n: "1," * n + "0",
    "stops": lambda n: "." * n,
    "initials": lambda n: "A." * n,
    "apostrophes": lambda n: "it's" * n,
    "straight marks": lambda n: '"' * n,
    "opening marks": lambda n: "“" * n,
    "opening marks before words": lambda n: "“Word " * n,
    "quotations": lambda n: "“A word here,” he said. " * n,
    "paragraphs": lambda n: "A word.\n\n" * n,
    "open quotation in each paragraph": lambda n: "“A word.\n\n" * n,
    "Arabic": lambda n: "قال الوزير كلمة واحدة. " * n,
    "Chinese": lambda n: "他说话了。她没有说话。" * n,
}


def measured(text: str) -> dict[str, list[measures.Row]]:
    return measures.list_rows(all_body(text), TERMS)


def scores(tables: dict[str, list[measures.Row]], name: str, voice: str = "body") -> measures.Row:
    (row,) = [
        r for r in tables["scores"] if (r["engine"], r["score"], r["voice"]) == ("published", name, voice)
    ]
    return row


def calls(text: str) -> int:
    """How many functions are called to measure a text, Python's own included."""
    clean, counter, last = all_body(text), count(), 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        if event in {"call", "c_call"}:
            next(counter)

    measures.count_article(clean, TERMS)  # every word is known when the calls are counted
    sys.setprofile(counted)
    try:
        measures.count_article(clean, TERMS)
    finally:
        sys.setprofile(None)
        last = next(counter)
    return last


@pytest.mark.parametrize("kind", GROWING)
def test_twice_the_text_takes_twice_the_work(kind: str) -> None:
    text = GROWING[kind]
    least = calls("")
    once, twice = calls(text(400)) - least, calls(text(800)) - least
    assert twice <= 2.2 * once + 100


@pytest.mark.parametrize("kind", GROWING)
def test_thousands_of_it_are_measured_whole(kind: str) -> None:
    tables = measured(GROWING[kind](5_000))
    (article,) = tables["articles"]
    assert article["narration_words"] + article["quotation_words"] == article["words"]
    assert sum(row["words"] for row in tables["sentences"]) == article["words"]
    assert sum(row["count"] for row in tables["words"]) == article["words"]
    assert all(isnan(row["value"]) == (row["reason"] is not None) for row in tables["scores"])


def test_an_article_of_one_word_has_counts_and_no_score() -> None:
    tables = measured("Word")
    (article,) = tables["articles"]
    assert (article["words"], article["sentences"], article["note"]) == (1, 1, None)
    assert scores(tables, "syllables")["value"] == 1
    lix = scores(tables, "lix")
    assert isnan(lix["value"])
    assert lix["reason"].startswith("fewer than 100 words: ")


def test_an_article_of_one_paragraph_of_50_000_words_has_its_scores() -> None:
    tables = measured("word " * 50_000)
    (article,) = tables["articles"]
    assert (article["words"], article["sentences"], article["paragraphs"]) == (50_000, 1, 1)
    assert scores(tables, "lix")["value"] == 50_000
    assert isnan(scores(tables, "smog_index")["value"])
    assert tables["terms"][0]["count"] == 50_000


@pytest.mark.parametrize("text", ['"' * 10_000, "“" * 10_000, "'\"' " * 3_000])
def test_an_article_of_nothing_but_marks_has_no_words_and_says_so(text: str) -> None:
    tables = measured(text)
    (article,) = tables["articles"]
    assert (article["words"], article["sentences"], article["quotation_words"]) == (0, 0, 0)
    assert article["note"] == "nothing is left of the body after cleaning"
    assert scores(tables, "words")["value"] == 0
    assert {row["reason"] for row in tables["scores"] if isnan(row["value"])} == {"no sentence with a word"}


def test_ten_thousand_opening_marks_before_words_lose_no_word() -> None:
    tables = measured("“Word " * 10_000)
    assert tables["articles"][0]["words"] == 10_000


def test_a_script_with_blanks_has_its_words_and_its_terms() -> None:
    tables = measured("قال الوزير كلمة واحدة. ثم خرج من القاعة.")
    (article,) = tables["articles"]
    assert (article["words"], article["sentences"]) == (8, 2)
    assert [row["term"] for row in tables["terms"]] == ["كلمة"]


def test_a_script_without_blanks_is_one_word_a_run() -> None:
    (article,) = measured("他说话了。她没有说话。")["articles"]
    assert article["words"] == 2


SPOKEN = "“The cat sat on the mat and the dog ran to the house,” she said."


def test_an_article_that_is_all_quotation_has_no_narration_to_score() -> None:
    tables = measured("\n\n".join([SPOKEN] * 12))
    narration, quotation = (scores(tables, "lix", voice) for voice in ("narration", "quotation"))
    assert not isnan(quotation["value"])
    assert isnan(narration["value"])
    assert narration["reason"] == "no sentence with a word"


def test_a_narration_of_a_few_words_is_counted_and_not_scored() -> None:
    tables = measured("\n\n".join(["He spoke at noon.", *[SPOKEN] * 12]))
    assert scores(tables, "words", "narration")["value"] == 4
    assert scores(tables, "lix", "narration")["reason"].startswith("fewer than 100 words: ")
    assert not isnan(scores(tables, "lix")["value"])
