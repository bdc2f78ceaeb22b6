"""Length within articles: sentences, and whose words they are."""

from pathlib import Path

import pandas as pd
from conftest import MakeCorpus

from analysis import corpus, features
from analysis.results.length import (
    _describe_spread,
    _describe_voices,
    compare_sentence_lengths,
    compare_voice_shares,
)


def test_the_words_of_both_voices_add_up_to_the_bodies(two_sources: Path) -> None:
    data = features.load(corpus.load(two_sources))
    table = compare_voice_shares(data).table
    assert table.groupby("source")["words"].sum().to_dict() == (
        data.articles.groupby("source")["words"].sum().to_dict()
    )
    assert table.groupby("source")["share"].sum().round(9).to_list() == [1, 1]


def test_a_corpus_of_nothing_but_junk_has_no_sentence_lengths(make_corpus: MakeCorpus) -> None:
    data = features.load(corpus.load(make_corpus({"north/a.txt": "Share\n"})))
    assert compare_sentence_lengths(data).nothing == "No article has a sentence."
    assert compare_voice_shares(data).nothing == "No article has a word."


def test_equal_shares_are_not_ranked() -> None:
    shares = pd.DataFrame(
        {"source": ["a", "b"], "part": "direct quotation", "share": [0.181, 0.184], "articles": 3}
    )
    assert _describe_voices(shares) == "Direct quotations make up 18 % of the words in every source"


def test_a_source_with_one_article_is_never_described_as_a_source() -> None:
    shares = pd.DataFrame(
        {"source": ["Post", "Wire"], "part": "direct quotation", "share": [0.1, 0.2], "articles": [1, 5]}
    )
    assert "10 % of the words in this Post article and 20 % in Wire" in _describe_voices(shares)
    spread = pd.DataFrame({"source": ["Post", "Wire"], "articles": [1, 1], "p50": [12.0, 20.5]})
    text = _describe_spread(spread)
    assert text == "The median sentence has 12 words in this Post article and 20.5 in this Wire article"


def test_the_title_on_voices_goes_by_how_many_sources_there_are() -> None:
    columns = ["source", "part", "share", "articles"]
    one = [["north", "direct quotation", 0.25, 2], ["north", "narration", 0.75, 2]]
    two = [["south", "direct quotation", 0.5, 2], ["south", "narration", 0.5, 2]]
    alike = [["south", "direct quotation", 0.251, 2], ["south", "narration", 0.749, 2]]
    assert _describe_voices(pd.DataFrame(one, columns=columns)) == "25 % of the words are quoted"
    assert _describe_voices(pd.DataFrame([*one, *two], columns=columns)) == (
        "Direct quotations make up 25 % of the words in north and 50 % in south"
    )
    assert _describe_voices(pd.DataFrame([*one, *alike], columns=columns)) == (
        "Direct quotations make up 25 % of the words in every source"
    )
