"""What cleaning does to a measure by source."""

import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features
from analysis.features import Features
from analysis.measures.registry import find_measure
from analysis.results.robustness.raw import compare_raw_text, describe_cleaning
from analysis.results.sources import measure_articles

JUNK = "Share on Facebook\n\nBy continuing to use the site, you agree to the use of cookies.\n\n"
GRADE = find_measure("flesch_kincaid_grade")


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    return features.load(corpus.load(make_corpus({"north/a.txt": JUNK + STORY, "south/a.txt": STORY})))


def find_values(table: pd.DataFrame, source: str, end: str) -> list[float]:
    return [*table[(table["source"] == source) & (table["end"] == end)]["value"]]


def test_a_score_has_a_panel_per_engine_and_the_values_of_file_and_body(data: Features) -> None:
    result = compare_raw_text(data, GRADE)
    assert result.table["panel"].nunique() == 2
    expected = [
        measure_articles(data, find_measure(GRADE.name, engine=engine))["value"].iloc[0]
        for engine in ("published", "textstat")
    ]
    assert find_values(result.table, "north", "body") == expected
    assert find_values(result.table, "north", "whole file") != expected
    south = [find_values(result.table, "south", end) for end in result.ends]
    assert south[0] == south[1]
    assert result.articles(result.table.iloc[0].to_dict()) == ["north/a"]


def test_scores_that_are_higher_where_a_text_is_easier_keep_their_sign(data: Features) -> None:
    assert (compare_raw_text(data, find_measure("flesch_reading_ease")).table["value"] > 0).all()


def test_words_of_the_file_include_those_that_were_removed(data: Features) -> None:
    table = compare_raw_text(data, find_measure("words")).table
    whole, body = (find_values(table, "north", end)[0] for end in ("whole file", "body"))
    assert whole - body == 16
    assert set(table["panel"]) == {"Length"}


def test_a_truncated_length_is_a_bound_in_both_ends(make_corpus: MakeCorpus) -> None:
    texts = {"north/a.txt": JUNK + STORY.rstrip()[:-20], "south/a.txt": STORY}
    result = compare_raw_text(features.load(corpus.load(make_corpus(texts))), find_measure("words"))
    rows = [row for row in result.rows() if row["source"] == "north"]
    assert [row["text"][:2] for row in rows] == ["≥ ", "≥ "]
    assert [result.cell(row, "value").text for row in rows] == [row["text"] for row in rows]
    assert "order" not in result.title


@pytest.mark.parametrize("name", ["paragraphs", "terms_per_1000", "spache"])
def test_a_measure_that_is_not_counted_in_the_whole_file_has_no_table(data: Features, name: str) -> None:
    result = compare_raw_text(data, find_measure(name))
    assert result.table.empty
    assert result.nothing == (
        f"{find_measure(name).label}: not counted in the whole file. "
        "Choose a measure of length, readability or quotation."
    )


def ends(*rows: tuple[str, str, float, float], n: int = 1) -> pd.DataFrame:
    each = [
        (panel, source, end, value, n, 0)
        for panel, source, *two in rows
        for end, value in zip(("body", "whole file"), two, strict=True)
    ]
    return pd.DataFrame(each, columns=["panel", "source", "end", "value", "n", "bounds"])


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (
            ends(
                ("ours", "Post", 13, 12),
                ("ours", "Wire", 11, 10.5),
                ("theirs", "Post", 13, 12.9),
                ("theirs", "Wire", 12, 14),
            ),
            (
                "Flesch-Kincaid grade: cleaning changes it by up to 2.0 grades (this Wire article) "
                "and changes the order of the articles (theirs)"
            ),
        ),
        (
            ends(("ours", "Post", 13, 12), ("ours", "Wire", 11, 10.5), n=4),
            (
                "Flesch-Kincaid grade: cleaning changes it by up to 1.0 grades (Post) "
                "and keeps the order of the sources"
            ),
        ),
        (
            ends(("ours", "Post", 13, 12), n=4),
            "Flesch-Kincaid grade: cleaning changes it by up to 1.0 grades (Post)",
        ),
        (ends(("ours", "Post", 13, 13.04)), "Flesch-Kincaid grade: cleaning does not change it"),
        (ends(), "Flesch-Kincaid grade: not counted in the whole file"),
    ],
)
def test_cleaning_is_said_to_change_an_order_only_where_it_does(table: pd.DataFrame, title: str) -> None:
    assert describe_cleaning(table, GRADE) == title
