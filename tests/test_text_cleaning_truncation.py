import pytest

from analysis import measures
from analysis.corpus.articles import Article
from analysis.text.articles import CleanArticle
from analysis.text.cleaning import clean
from analysis.text.cleaning.truncation import _begins_word, _stops_within_word
from analysis.text.segmentation import segment
from analysis.text.terms.lexicon import from_categories

STORY = """Council shuts the fish market

The harbour council of Port Ellery voted on Monday to close the old fish market for two years.

Fishermen who rent the stalls said they had heard of the plan from a notice on the gate.

The mayor called the decision overdue and promised to pay for the move."""


def cleaned(end: str, *, truncated: bool | None = None) -> CleanArticle:
    return clean(Article("a", "post", f"{STORY}\n\n{end}", truncated=truncated))


@pytest.mark.parametrize(
    "end",
    [
        "The engineers said that the …",
        "The engineers said that the hall … [+2345 chars]",
        "The engineers found that the piles below the... (more)",
        "The engineers found the piles below the hall had lost a third of",
        "The engineers found the piles below the hall had been weak, and that",
        "The engineers measured the piles below the eastern hall and negotiat",
        "The engineers said that the mayor",
        "The engineers left the hall to those who prom",
        "“We measured the piles twice, and the roof",
        "The engineers found that the hall would not last.\n\nContinue reading",
        "The engineers found that the hall would not last. [...]",
        "The engineers found that the hall would not last.\n\nTo read the full story, subscribe or log in.",
    ],
)
def test_a_text_that_breaks_off_is_truncated(end: str) -> None:
    assert cleaned(end).truncated


@pytest.mark.parametrize(
    "end",
    [
        "ENDS",
        "--IANS",
        "-30-",
        "###",
        "With files from The Coast Press",
        "(With inputs from agencies)",
        "js (dpa, Reuters)",
        "mt/ac",
        "Ada Finch, Ellery Post",
        "- Ada Finch",
        "@adafinch",
        "Watch below:",
        "Photo: Ada Finch/Ellery Post",
        "A boat leaves the quay at dawn. (Ada Finch/Ellery Post)",
        "Two halls closed today. Stay away. — Port Ellery (@portellery) May 3, 2031",
        "The council will meet again on Friday",
        "“We will see,” he said, and laughed (Reuters)",
        "Related stories",
    ],
)
def test_a_text_that_ends_without_a_stop_is_whole(end: str) -> None:
    assert not cleaned(end).truncated


@pytest.mark.parametrize("value", [True, False])
def test_the_table_of_the_corpus_has_the_last_word(value: bool) -> None:  # noqa: FBT001
    assert cleaned("The engineers said that the …", truncated=value).truncated is value
    assert cleaned("They left.", truncated=value).truncated is value


def test_the_count_of_missing_characters_is_no_part_of_the_body() -> None:
    article = cleaned("The engineers said that the … [+2345 chars]")
    assert article.body.endswith("said that the")
    assert [(gone.rule, gone.text) for gone in article.removed] == [("cut mark", "… [+2345 chars]")]


def test_a_torn_sentence_is_counted_in_words_and_not_in_sentences() -> None:
    whole, torn = clean(Article("a", "post", STORY)), cleaned("The engineers found that the piles below the")
    first, second = (measures.list_rows(one, from_categories({})) for one in (whole, torn))
    assert second["articles"][0]["words"] == first["articles"][0]["words"] + 8
    assert second["articles"][0]["sentences"] == first["articles"][0]["sentences"] == 3
    assert second["sentences"] == first["sentences"]
    assert second["scores"] == first["scores"]
    assert len(segment(torn).sentences) == 4


@pytest.mark.parametrize(
    ("last", "begins"),
    [
        ("They wrote to the gov", True),
        ("They wrote to the government", False),
        ("They wrote to the mill", False),
    ],
)
def test_a_text_is_torn_where_its_last_word_begins_a_word_above(last: str, *, begins: bool) -> None:
    assert _begins_word(last, "The government met. It spoke of the mill.") is begins


def test_only_the_last_word_is_compared_with_those_above() -> None:
    assert not _begins_word("gov met the council", "The government met the council.")


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("They met at the f", True),
        ("They met at the mill", False),
        ("They met at the millq", True),
        ("They met Q", False),
    ],
)
def test_a_single_letter_or_no_word_at_the_end_is_torn(sentence: str, *, within: bool) -> None:
    assert _stops_within_word(sentence) is within
