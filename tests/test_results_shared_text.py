"""Which articles share text, by source, as pairs, and against the marks of agency copy."""

import dataclasses

import pandas as pd
import pytest
from conftest import OWN, STORY, MakeCorpus

from analysis import corpus, features, results
from analysis.features import Features
from analysis.results.shared_text import describe_copies, describe_marks


def test_shared_text_is_counted_from_source_to_source(agency_story: Features) -> None:
    shared = results.compare_shared_text(agency_story)
    table = shared.table.set_index(["term", "source"])
    assert len(table) == 16
    assert table.loc[("North", "East"), ["count", "n", "rate"]].to_list() == [1, 2, 50.0]
    assert table.loc[("East", "North"), ["count", "n", "rate"]].to_list() == [1, 1, 100.0]
    assert table.loc[("South", "South"), "count"] == 2
    assert table.loc[("North", "North"), "count"] == 0
    assert shared.title == (
        "3 of 6 articles share text with another source, 2 with another article of the same source"
    )
    assert shared.note == "1 article is too short to judge (under 30 words)."


def test_the_articles_of_both_sources_are_behind_a_cell(agency_story: Features) -> None:
    shared = results.compare_shared_text(agency_story)
    assert set(shared.articles({"term": "North", "source": "East"})) == {"north/a", "north/b", "east/a"}
    assert set(shared.articles({"term": "South", "source": "South"})) == {"south/a", "south/b"}


def test_each_source_has_counted_what_it_shares_and_what_each_way_leaves(agency_story: Features) -> None:
    copies = results.count_copies(agency_story)
    table = copies.table.set_index("source")
    assert list(table.columns) == ["articles", "elsewhere", "within", "too_short", "once", "leave_out"]
    assert table.loc["North"].to_list() == [2, 1, 0, 1, 1, 1]
    assert table.loc["South"].to_list() == [2, 0, 2, 0, 1, 2]
    assert table.loc["East"].to_list() == [1, 1, 0, 0, 0, 0]
    assert copies.title == (
        "Articles that the other notebooks count: 6 with copies = “keep”, 3 with “once”, 3 with “leave out”"
    )


@pytest.mark.parametrize(("words", "too_short"), [(29, 1), (30, 0)])
def test_articles_of_fewer_than_30_words_are_too_short_to_judge(
    agency_story: Features, words: int, too_short: int
) -> None:
    articles = agency_story.articles
    length = articles["words"].where(articles["article_id"] != "north/b", words)
    data = dataclasses.replace(agency_story, articles=articles.assign(words=length))
    assert results.count_copies(data).table["too_short"].sum() == too_short
    assert bool(results.compare_shared_text(data).note) == bool(too_short)


def test_pairs_are_listed_with_titles_and_keys_where_there_is_no_title(agency_story: Features) -> None:
    pairs = results.list_copies(agency_story)
    table = pairs.table
    assert set(table["title"]) | set(table["other_title"]) == {
        "Envoys meet",
        "Envoys meet in Ardia",
        "Envoys",
        "south/a",
        "Again",
    }
    assert (table["words"] <= table["other_words"]).all()
    assert pairs.title == "4 pairs of articles share text"
    assert [set(pairs.articles(row)) for row in pairs.rows()] == [set(index) for index in table.index]


def test_of_many_pairs_those_that_share_most_are_listed(agency_story: Features) -> None:
    copies = agency_story.copies.assign(containment=[0.6, 0.9, 0.7, 0.8])
    pairs = results.list_copies(dataclasses.replace(agency_story, copies=copies), most=2)
    assert pairs.table["containment"].to_list() == [0.9, 0.8]
    assert pairs.title == "4 pairs of articles share text, the 2 that share most are listed"


def test_twenty_pairs_are_listed_unless_asked_for_more(make_corpus: MakeCorpus) -> None:
    data = features.load(corpus.load(make_corpus({f"s{i}/a.txt": STORY for i in range(7)})))
    listed = results.list_copies(data)
    assert len(listed.table) == 20
    assert listed.title == "21 pairs of articles share text, the 20 that share most are listed"
    whole = results.list_copies(data, most=21)
    assert (len(whole.table), whole.title) == (21, "21 pairs of articles share text")


def test_pairs_with_an_article_that_is_not_there_count_for_nothing(agency_story: Features) -> None:
    fewer = dataclasses.replace(
        agency_story, articles=agency_story.articles[agency_story.articles["article_id"] != "south/b"]
    )
    assert len(results.list_copies(fewer).table) == 3
    assert results.count_copies(fewer).table.set_index("source").loc["South", "within"] == 0


def test_marks_of_agencies_are_compared_with_what_was_found(agency_story: Features) -> None:
    marks = results.compare_agency_marks(agency_story)
    table = marks.table.set_index("source")
    assert table.loc["Kell Wire"].to_list() == [1, 1, 0, 0]
    assert table.loc["South"].to_list() == [2, 0, 1, 0]
    assert table.loc["East"].to_list() == [1, 0, 0, 1]
    assert marks.title == (
        "2 of 3 articles marked as agency copy share text with another source; of 3 without a mark, 1"
    )


def test_a_corpus_that_shares_nothing_has_nothing_to_draw(make_corpus: MakeCorpus) -> None:
    alone = features.load(corpus.load(make_corpus({"north/a.txt": STORY, "south/a.txt": OWN})))
    assert results.compare_shared_text(alone).nothing == "None of 2 articles shares text with another."
    assert results.list_copies(alone).nothing == "There is no pair of articles to look at."
    assert results.count_copies(alone).table["elsewhere"].sum() == 0


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        (
            {"marked_and_found": [1, 1], "marked_only": [5, 0], "found_only": [0, 0]},
            "2 of 7 articles marked as agency copy share text with another source; of 5 without a mark, none",
        ),
        (
            {"marked_and_found": [0, 0], "marked_only": [0, 0], "found_only": [1, 0]},
            "No article is marked as agency copy; 1 of 12 articles shares text with another source",
        ),
        (
            {"marked_and_found": [0, 0], "marked_only": [1, 0], "found_only": [0, 3]},
            "None of 1 article marked as agency copy shares text with another source; of 11 without a mark, 3",
        ),
        (
            {"marked_and_found": [0, 0], "marked_only": [0, 0], "found_only": [0, 0]},
            "No article is marked as agency copy; none of 12 articles shares text with another source",
        ),
    ],
)
def test_the_sentence_on_marks_says_none_where_there_is_none(
    counts: dict[str, list[int]], title: str
) -> None:
    assert describe_marks(pd.DataFrame({"articles": [6, 6], **counts})) == title


def test_the_sentence_on_copies_names_what_each_value_counts() -> None:
    table = pd.DataFrame({"articles": [6, 6], "once": [6, 4], "leave_out": [5, 4]})
    assert describe_copies(table) == (
        "Articles that the other notebooks count: 12 with copies = “keep”, 10 with “once”, 9 with “leave out”"
    )
