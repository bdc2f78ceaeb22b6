"""The whole of measuring, on shipped articles that were read and counted by hand."""

import pytest
from conftest import STORY, all_body
from test_corpus_example import GOLD

from analysis import corpus, measures
from analysis.features.schema import TABLES
from analysis.measures import quotation
from analysis.text.cleaning import clean
from analysis.text.terms import lexicon

TERMS = lexicon.from_categories({"mood": ["dismal"], "show": ["publicity blitz"]})
EXAMPLE = {article.article_id: article for article in corpus.load("example").articles}


def row(article_id: str) -> measures.Row:
    (found,) = measures.list_rows(clean(EXAMPLE[article_id]), TERMS)["articles"]
    return found


@pytest.mark.parametrize("article_id", GOLD)
def test_the_body_has_the_paragraphs_that_were_counted(article_id: str) -> None:
    assert row(article_id)["paragraphs"] == GOLD[article_id].paragraphs


@pytest.mark.parametrize("article_id", GOLD)
def test_no_line_of_junk_is_measured(article_id: str) -> None:
    body = clean(EXAMPLE[article_id]).part("body")
    assert not set(GOLD[article_id].junk) & set(body)


NICKNAME = pytest.mark.xfail(strict=True, reason="a nickname after a dash is taken for speech")


@pytest.mark.parametrize(
    "article_id",
    [
        "meridian-osmere-prisoners",
        "courier-halloran-visit",
        pytest.param("nine-osmere-prisoners", marks=NICKNAME),
    ],
)
def test_the_quotations_are_those_that_were_counted(article_id: str) -> None:
    gold, found = GOLD[article_id], row(article_id)
    assert found["quotations"] == gold.quotations
    assert found["fragments"] + found["scares"] == gold.marked


def test_only_the_text_that_breaks_off_is_flagged() -> None:
    assert [name for name, article in EXAMPLE.items() if clean(article).truncated] == ["nine-lindqvar-talks"]


def test_every_table_has_the_columns_of_the_schema() -> None:
    tables = measures.list_rows(all_body(STORY), TERMS)
    for name, rows in tables.items():
        metadata = {"source", "title", "date", "url", "agency", "event", "file", "sha256"}
        assert all(set(found) == set(TABLES[name].names) - metadata for found in rows), name


@pytest.mark.parametrize(
    "text", ["", "Word", '""""', "“" * 2000, "كلمة واحدة فقط", "他说话了。她没有。", "word " * 50_000]
)
def test_any_text_has_a_stated_result(text: str) -> None:
    (found,) = measures.list_rows(all_body(text), TERMS)["articles"]
    assert found["narration_words"] + found["quotation_words"] == found["words"]
    assert (found["note"] is None) == (found["words"] > 0)


def test_marks_without_any_word_can_be_measured() -> None:
    tables = measures.list_rows(all_body('"?!" …\n\n"&"'), TERMS)
    assert tables["articles"][0]["words"] == 0
    assert all(row["place"] == 0 for row in tables["quotes"])


@pytest.mark.parametrize(
    "speaker",
    [
        "The captain of the night-shift at the St. Orm lighthouse on the northern shore of the island",
        "Northern Rivers Wild Birds Fish Stocks Deputy Director Ida Moran",
        "Maria del Carmen Ana Lucia de la Cruz Moran",
    ],
)
def test_no_mention_name_or_role_of_a_speaker_holds_six_words_of_the_text(speaker: str) -> None:
    told = f'{speaker} said: "We saw nothing and we heard nothing at all."'
    (quote,) = measures.list_rows(all_body(told), TERMS)["quotes"]
    assert speaker.startswith(quote["speaker"])
    for name in (quote["speaker"], quote["resolved"], quote["role"] or ""):
        assert name.lower() in speaker.lower()
        assert len(name.replace("-", " ").replace(".", " ").split()) <= 5


def test_a_mention_is_cut_at_words_and_never_to_nothing() -> None:
    assert quotation._shorten("the U.S. Secretary of State") == "the U.S. Secretary of"
    assert quotation._shorten("the men's eldest daughter") == "the men's eldest daughter"
    assert quotation._shorten("a-b-c-d-e-f") == "a-b-c-d-e-f"
    assert quotation._shorten("—") == "—"
