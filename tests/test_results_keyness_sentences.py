"""What is said of terms compared by article: as strong as n and the adjusted p allow."""

import pandas as pd
import pytest

from analysis.results.behind import OTHERS
from analysis.results.keyness_sentences import (
    describe_keyness,
    describe_left_out,
    describe_method,
    describe_test,
    explain_missing,
    write_terms,
)

NAN = float("nan")
COLUMNS = [
    *("first", "second", "term", "count_first", "articles_first", "n_first"),
    *("count_second", "articles_second", "n_second", "z", "p", "p_adjusted"),
]
Row = tuple[str, str, str, int, int, int, int, int, int, float, float, float]


def table(*rows: Row) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).assign(left_out=0, shuffled="all")


CLEAR: Row = ("Post", "Wire", "regime", 9, 8, 10, 1, 1, 12, 2.5, 0.0001, 0.004)
CHANCE: Row = ("Post", "Wire", "talks", 2, 2, 10, 5, 4, 12, -0.9, 0.03, 0.42)
FEW: Row = ("Post", "Wire", "regime", 6, 2, 3, 0, 0, 3, 1.2, NAN, NAN)
SINGLE: Row = ("Post", "Wire", "regime", 6, 1, 1, 0, 0, 1, 1.2, NAN, NAN)


def test_significant_terms_are_named_with_their_direction() -> None:
    assert describe_keyness(table(CLEAR, CHANCE), "listed terms") == (
        "1 of 2 differences in listed terms is significant after correction for 2 comparisons (22 articles): "
        "“regime” more in Post"
    )
    three = table(*[(*CLEAR[:2], f"w{i}", *CLEAR[3:9], -i, 0.001, 0.01) for i in range(3)])
    assert describe_keyness(three, "words") == (
        "3 of 3 differences in words are significant after correction for 3 comparisons (22 articles): "
        "“w2” less in Post, “w1” less in Post and “w0” less in Post"
    )
    many = table(*[(*CLEAR[:2], f"w{i}", *CLEAR[3:9], -i, 0.001, 0.01) for i in range(5)])
    assert describe_keyness(many, "words").endswith(
        "5 comparisons (22 articles): among them “w4” less in Post, “w3” less in Post and “w2” less in Post"
    )


@pytest.mark.parametrize(("p", "verdict"), [(0.05, "1 of 1 difference"), (0.0501, "No difference")])
def test_a_p_of_exactly_five_per_cent_is_significant(p: float, verdict: str) -> None:
    row = (*CLEAR[:11], p)
    assert describe_keyness(table(row), "words").startswith(verdict)
    significant = verdict.startswith("1")
    assert (", not significant after" in write_terms(table(row))["sentence"].iloc[0]) != significant


def test_a_family_without_a_significant_term_is_said_to_have_none() -> None:
    assert describe_keyness(table(CHANCE), "words") == (
        "No difference in words is significant after correction for 1 comparison "
        "(smallest adjusted p = .420; 22 articles)"
    )


def test_with_one_article_per_source_the_sentence_is_about_these_articles() -> None:
    assert describe_keyness(table(SINGLE), "words") == (
        "One article per source, so nothing is tested. Largest difference: "
        "“regime”, 6 in this Post article and 0 in this Wire article"
    )
    others = ("Post", OTHERS, *SINGLE[2:8], 2, *SINGLE[9:])
    assert describe_keyness(table(others), "words").endswith(
        "6 in this Post article and 0 in 2 other articles"
    )


def test_too_few_articles_are_described_and_not_tested() -> None:
    title = describe_keyness(table(FEW), "listed terms")
    assert title.startswith("Too few articles to test listed terms. Largest difference: “regime”, 6 in Post")
    assert describe_test(table(FEW)).endswith("Too few articles for a test.")


@pytest.mark.parametrize(
    ("sources", "what", "reason"),
    [
        (1, "words", "There is one source, so its words cannot be compared."),
        (2, "words", "No word of narration occurs in four articles, so words are not compared."),
        (2, "listed terms", "No term of the list occurs in narration that could be compared."),
    ],
)
def test_why_there_is_nothing_to_compare_is_said_with_a_remedy(sources: int, what: str, reason: str) -> None:
    text = explain_missing(table(), what, sources)
    assert text.startswith(reason)
    assert len(text) > len(reason)


@pytest.mark.parametrize(("n", "drawn"), [(9, False), (10, True)])
def test_twenty_articles_are_enough_for_a_figure(n: int, drawn: bool) -> None:  # noqa: FBT001
    row = (*CLEAR[:5], 10, *CLEAR[6:8], n, *CLEAR[9:])
    assert (explain_missing(table(row), "words", 2) == "") == drawn


def test_what_is_shuffled_is_said() -> None:
    assert describe_test(table(CLEAR)).endswith("articles are shuffled between the sources.")


def test_what_is_not_compared_is_said() -> None:
    assert describe_left_out(table(CLEAR), 2, 2) == ""
    assert describe_left_out(table(CLEAR).assign(left_out=3), 12, 46) == (
        "12 of 46 sources are compared: those with most articles. "
        "Up to 3 articles left out: on events that only one side reports."
    )


def test_each_term_has_a_sentence_with_counts_and_test() -> None:
    sentences = write_terms(table(CLEAR, FEW, SINGLE, ("Post", OTHERS, *CHANCE[2:])))["sentence"]
    assert sentences.to_list() == [
        (
            "“regime” occurs 9 times in Post (in 8 of 10 articles) and 1 time in Wire (in 1 of 12 articles); "
            "z +2.50, significant after correction for all comparisons, adjusted p = .004."
        ),
        (
            "“regime” occurs 6 times in Post (in 2 of 3 articles) and 0 times in Wire (in 0 of 3 articles); "
            "z +1.20, not tested."
        ),
        "“regime” occurs 6 times in this Post article and 0 times in this Wire article; z +1.20, not tested.",
        (
            "“talks” occurs 2 times in Post (in 2 of 10 articles) and 5 times in 12 other articles "
            "(in 4 of 12 articles); z −0.90, not significant after correction for all comparisons, "
            "adjusted p = .420."
        ),
    ]


def test_the_methods_text_names_a_test_only_where_one_was_made() -> None:
    assert [len(describe_method(one, seed=7)) for one in (table(), table(FEW), table(CLEAR))] == [0, 1, 2]
    assert "(seed 7)" in describe_method(table(CLEAR), seed=7)[1].text
