"""Where in the articles others speak, and whether the measures of quotation agree."""

import dataclasses
from pathlib import Path

import pandas as pd
import pytest
from conftest import STORY, MakeCorpus
from speech import MORAN, PLAIN, measure_texts

from analysis import corpus, features, results
from analysis.features import Features
from analysis.measures.registry import find_measure
from analysis.results.quotation import describe_orders, describe_profile, describe_strips
from analysis.results.sources import measure_articles


@pytest.fixture
def data(two_sources: Path) -> Features:
    return features.load(corpus.load(two_sources))


def test_the_profile_of_quotation_adds_up_to_the_quoted_share(data: Features) -> None:
    profile = results.profile_quotations(data)
    means = profile.table.groupby("source")["share"].mean()
    shares = measure_articles(data, find_measure("quoted_share")).groupby("source")["value"].mean()
    assert means.to_numpy() == pytest.approx(shares.to_numpy())
    assert profile.table["n"].to_list() == [2] * 20


def test_only_articles_with_a_word_are_behind_the_profile(data: Features) -> None:
    words = data.articles["words"].where(data.articles["article_id"] != "south/two", 0)
    quotes = data.quotes[data.quotes["article_id"] != "south/two"]
    fewer = dataclasses.replace(data, articles=data.articles.assign(words=words), quotes=quotes)
    assert results.profile_quotations(fewer).articles({"source": "south", "bin": 0}) == ["south/one"]


def test_a_corpus_that_quotes_nobody_has_no_profile(make_corpus: MakeCorpus) -> None:
    silent = measure_texts(make_corpus, {"north/a": PLAIN})
    assert results.profile_quotations(silent).nothing == "No article quotes anyone directly."


def test_strips_show_whole_events_first(make_corpus: MakeCorpus) -> None:
    rows = ["file,event,date", "n/a.txt,one,2031-01-02", "n/b.txt,two,2031-01-01", "s/a.txt,one,2031-01-02"]
    texts = dict.fromkeys(("n/a.txt", "n/b.txt", "s/a.txt"), STORY)
    data = features.load(corpus.load(make_corpus({"articles.csv": "\n".join(rows), **texts})))
    strips = results.locate_quotations(data, most=2)
    assert strips.table["article_id"].to_list() == ["n/a", "s/a"]
    assert strips.title == "2 of 2 articles (of 3) quote someone directly, 2 of them within the first quarter"
    assert set(strips.quotes["article_id"]) == set(strips.terms["article_id"]) == {"n/a", "s/a"}
    assert strips.csv_table is strips.quotes
    three = results.locate_quotations(data, most=3).table
    assert three["label"].to_list() == ["n, 2031-01-02", "s", "n, 2031-01-01"]


def test_without_a_date_a_strip_is_labelled_by_the_article(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"north/a": MORAN, "north/b": PLAIN, "south/a": MORAN})
    labels = results.locate_quotations(data, most=9).table["label"]
    assert labels.to_list() == ["north, north/a", "south", "north, north/b"]


def test_where_no_article_has_a_word_there_is_no_strip(data: Features) -> None:
    empty = dataclasses.replace(data, articles=data.articles.assign(words=0))
    assert results.locate_quotations(empty, most=9).nothing == "No article has a word."
    assert not results.locate_quotations(data, most=9).nothing


def test_terms_in_headlines_have_no_place_in_a_strip(data: Features) -> None:
    terms = data.terms.assign(voice="headline")
    strips = results.locate_quotations(dataclasses.replace(data, terms=terms), most=9)
    assert strips.terms.empty
    assert not results.locate_quotations(data, most=9).terms.empty


def test_three_measures_of_quotation_have_one_panel_each(data: Features) -> None:
    panels = results.compare_quotation_measures(data, seed=1)
    assert [one.name for one in panels.measures] == [
        "quoted_share",
        "quotations_per_1000",
        "quoted_sentences",
    ]
    assert len(panels.table) == 6
    assert panels.title == describe_orders(panels.table)


@pytest.mark.parametrize(
    ("means", "n", "title"),
    [
        ([1.0, 2.0, 10.0, 30.0], 2, "rank the sources in the same order"),
        ([1.0, 2.0, 30.0, 10.0], 2, "rank the sources differently"),
        ([1.0, 2.0, 30.0, 10.0], 1, "rank the articles differently"),
    ],
)
def test_the_title_says_whether_the_measures_agree(means: list[float], n: int, title: str) -> None:
    table = pd.DataFrame({"measure": ["x", "x", "y", "y"], "source": ["A", "B"] * 2, "mean": means, "n": n})
    assert describe_orders(table) == f"Three measures of quotation {title}"
    assert describe_orders(table[table["source"] == "A"]) == "Quotation measured in three ways"


def test_the_profile_names_the_half_in_which_more_is_quoted() -> None:
    rows = [("Post", 0, 0.1), ("Post", 1, 0.3), ("Wire", 0, 0.3), ("Wire", 1, 0.1), ("Bell", 0, 0.2)]
    table = pd.DataFrame([*rows, ("Bell", 1, 0.2)], columns=["source", "bin", "share"]).assign(n=4)
    assert describe_profile(table) == "In 1 of 3 sources more is quoted in the second half than in the first"
    alone = describe_profile(table[table["source"] == "Wire"])
    assert alone == "More is quoted in the first half of Wire's articles"
    single = describe_profile(table[table["source"] != "Bell"].assign(n=1))
    assert single == "In 1 of 2 articles more is quoted in the second half than in the first"
    equal = describe_profile(table[table["source"] == "Bell"])
    assert equal == "As much is quoted in the second half of Bell's articles as in the first"


def test_strips_are_described_by_who_quotes_and_how_early() -> None:
    drawn = pd.DataFrame({"article_id": ["a", "b", "c"]})
    quotes = pd.DataFrame({"article_id": ["a", "a", "b"], "place": [0.2, 0.3, 0.25]})
    assert describe_strips(drawn, quotes, 3) == (
        "2 of 3 articles quote someone directly, 1 of them within the first quarter"
    )
    assert describe_strips(drawn, quotes[:1], 1200) == (
        "1 of 3 articles (of 1,200) quotes someone directly, 1 of them within the first quarter"
    )
