"""The small parts of sentences: shares are not rounded to nothing, and truncated articles are named."""

import pandas as pd
import pytest

from analysis.results.phrases import describe_shares, describe_truncation


@pytest.mark.parametrize(
    ("truncated", "sentence"),
    [
        ([False, False], "Words."),
        ([True, False], "Words. 1 of 2 articles is truncated; only the available text is measured."),
        ([True, True], "Words. 2 of 2 articles are truncated; only the available text is measured."),
    ],
)
def test_truncated_articles_are_named_where_there_are_any(truncated: list[bool], sentence: str) -> None:
    assert describe_truncation(pd.DataFrame({"truncated": truncated}), "Words.") == sentence


@pytest.mark.parametrize(
    ("shares", "n", "sentence"),
    [
        ([0.0, 0.004], 4, "none of the words in A and 0.4 % in B"),
        ([0.997, 1.0], 4, "over 99 % of the words in A and 100 % in B"),
        ([0.059, 0.5], 1, "5.9 % of the words in this A article and 50 % in this B article"),
        ([0.2, 0.1, 0.3], 4, "20 % of the words in A, 10 % in B and 30 % in C"),
        ([0.2, 0.1, 0.4, 0.3], 4, "from 10 % of the words in B to 40 % in C"),
    ],
)
def test_shares_are_named_for_each_source_or_for_the_ends(shares: list[float], n: int, sentence: str) -> None:
    table = pd.DataFrame({"source": list("ABCD")[: len(shares)], "rate": shares, "n": n})
    assert describe_shares(table, "of the words") == sentence
