"""What a corpus holds, and what cleaning removed: every file and every word is accounted for."""

import dataclasses
from pathlib import Path

import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features, results
from analysis.features import Features
from analysis.results.contents import describe_cleaning, describe_removed_lines

JUNK = "Share on Facebook\n\nBy continuing to use the site, you agree to the use of cookies.\n\n"


@pytest.fixture
def data(two_sources: Path) -> Features:
    return features.load(corpus.load(two_sources))


def test_files_with_a_remark_are_listed_first(make_corpus: MakeCorpus) -> None:
    loaded = corpus.load(make_corpus({"north/a.txt": STORY, "north/b.txt": STORY, "README.md": "About.\n"}))
    listed = results.list_files(loaded, most=2)
    assert listed.table["file"].to_list() == ["README.md", "north/a.txt"]
    assert listed.title == "1 of 3 files has a remark; the first 2 files are listed"
    assert "listed" not in results.list_files(loaded).title
    assert results.list_files(loaded, most=3).title == "1 of 3 files has a remark"


@pytest.mark.parametrize(
    ("others", "remark"), [(0, "0 of 1 file have"), (1, "1 of 2 files has"), (2, "2 of 3 files have")]
)
def test_files_with_a_remark_are_counted(make_corpus: MakeCorpus, others: int, remark: str) -> None:
    files = {"north/a.txt": STORY} | {f"README{i}.md": "About.\n" for i in range(others)}
    assert results.list_files(corpus.load(make_corpus(files))).title == f"{remark} a remark"


def test_twenty_files_are_listed_unless_asked_for_more(make_corpus: MakeCorpus) -> None:
    loaded = corpus.load(make_corpus({f"north/{i}.txt": f"{STORY}\nIt was day {i}.\n" for i in range(21)}))
    assert len(results.list_files(loaded).table) == 20
    assert results.list_files(loaded).title == "0 of 21 files have a remark; the first 20 files are listed"


def test_files_are_counted_by_what_happened_to_them(make_corpus: MakeCorpus) -> None:
    files = {"north/a.txt": STORY, "south/b.txt": "", "README.md": "About.\n"}
    counted = results.count_files(corpus.load(make_corpus(files)))
    assert counted.table.set_index("status")["files"].to_dict() == {
        "loaded": 1,
        "skipped": 1,
        "refused": 1,
        "missing": 0,
    }
    assert counted.title == "corpus: 1 of 2 articles loaded from 1 source; 1 refused"


def test_no_article_is_behind_a_number_of_files(two_sources: Path) -> None:
    counted = results.count_files(corpus.load(two_sources))
    assert {tuple(counted.articles(row)) for row in counted.rows()} == {()}


def test_the_whole_corpus_is_the_sum_of_its_articles(data: Features) -> None:
    whole = results.count_corpus(data)
    row = whole.table.iloc[0]
    assert row[["articles", "sources", "events", "truncated"]].to_list() == [4, 2, 0, 0]
    assert row["body_words"] == data.articles["words"].sum()
    assert whole.articles({}) == [*data.articles["article_id"]]


def test_a_source_has_its_articles_events_and_truncated_articles_counted(data: Features) -> None:
    articles = data.articles.assign(
        event=["one", "one", "two", None],
        date=[None, "2031-01-02", "2031-01-03", "2031-01-01"],
        truncated=[True, False, False, False],
        agency=[None, None, "Kell", "Kell"],
    )
    counted = results.tabulate_sources(dataclasses.replace(data, articles=articles))
    table = counted.table.set_index("source")
    columns = ["articles", "agency_copy", "events", "first", "last", "truncated", "empty"]
    assert table.loc["north", columns].to_list() == [2, 0, 1, "2031-01-02", "2031-01-02", 1, 0]
    assert table.loc["south", columns].to_list() == [2, 2, 1, "2031-01-01", "2031-01-03", 0, 0]
    assert table["body_words"].sum() == data.articles["words"].sum()
    assert counted.articles({"source": "south"}) == ["south/one", "south/two"]


def test_the_parts_of_a_file_add_up_to_the_whole(make_corpus: MakeCorpus) -> None:
    data = features.load(corpus.load(make_corpus({"north/a.txt": JUNK + STORY, "south/a.txt": STORY})))
    parts = results.count_parts(data)
    assert parts.table.groupby("source")["share"].sum().round(9).to_list() == [1, 1]
    table = parts.table.set_index(["source", "part"])["words"]
    assert (table["north", "removed"], table["south", "removed"]) == (16, 0)
    assert table["north", "body"] == table["south", "body"] == data.articles["words"].iloc[0]
    assert not parts.nothing


def test_lines_are_counted_by_rule_and_source(make_corpus: MakeCorpus) -> None:
    data = features.load(corpus.load(make_corpus({"north/a.txt": JUNK + STORY, "south/a.txt": STORY})))
    removed = results.count_removed_lines(data)
    assert list(removed.table.columns) == ["category", "term", "source", "count", "rate"]
    sums = removed.table.groupby("source")[["count", "rate"]].sum()
    assert sums.loc["north"].to_list() == [2, 2.0]
    assert sums.loc["south"].to_list() == [0, 0.0]
    assert not removed.nothing


def test_the_rule_that_removed_most_stands_on_top(two_sources: Path) -> None:
    data = features.load(corpus.load(two_sources))
    rules = pd.DataFrame({"article_id": "north/one", "rule": ["a", "b", "c"], "lines": [1, 3, 2]})
    table = results.count_removed_lines(dataclasses.replace(data, removed=rules)).table
    assert list(dict.fromkeys(table["term"])) == ["b", "c", "a"]


def test_where_nothing_was_removed_there_is_nothing_to_draw(data: Features) -> None:
    removed = results.count_removed_lines(data)
    assert removed.table.empty
    assert removed.nothing == "Cleaning removed no line."


def test_files_without_a_word_have_no_parts(data: Features) -> None:
    articles = data.articles.assign(
        **{name: 0 for name in data.articles if name.endswith("_words") or name == "words"}
    )
    assert (
        results.count_parts(dataclasses.replace(data, articles=articles)).nothing
        == "The files contain no words."
    )


@pytest.mark.parametrize(
    ("removed", "title"),
    [
        (0, "100 % of the words of the files are body or headline and are measured; no word was removed"),
        (3, "Over 99 % of the words of the files are body or headline and are measured; under 1 % were"),
        (250, "80 % of the words of the files are body or headline and are measured; 20 % were removed"),
    ],
)
def test_a_little_is_not_rounded_to_nothing(removed: int, title: str) -> None:
    articles = pd.DataFrame(
        {"words": [990], "headline_words": [10], "raw_words": [1000 + removed], "removed_words": [removed]}
    )
    assert describe_cleaning(articles).startswith(title)


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ({}, "Cleaning removed no line"),
        ({"a": 1}, "Cleaning removed 1 line: a (1)"),
        ({"a": 6, "b": 4, "c": 3}, "Cleaning removed 13 lines: a (6), b (4) and c (3)"),
        ({"a": 6, "b": 4, "c": 3, "d": 2}, "Cleaning removed 15 lines, most often a (6), b (4) and c (3)"),
        ({"a": 6, "b": 3, "c": 3, "d": 3}, "Cleaning removed 15 lines, most often a (6)"),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, "Cleaning removed 4 lines"),
    ],
)
def test_the_rules_that_removed_most_are_named_with_their_counts(counts: dict[str, int], title: str) -> None:
    assert describe_removed_lines(pd.DataFrame(counts.items(), columns=["term", "count"])) == title
