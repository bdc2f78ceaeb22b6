"""How shared text is counted: every article, one per text, or none; and which article stands for a text."""

import dataclasses
from pathlib import Path

import pandas as pd
import pytest
from conftest import OWN, STORY, MakeCorpus

from analysis import corpus, features
from analysis.features import Features
from analysis.features.schema import TABLES
from analysis.measures.registry import all_measures
from analysis.results.copies import Copies, count_articles, describe_sharing, group_copies, select_copies
from analysis.results.sources import measure_articles


def ids(data: Features) -> list[str]:
    return sorted(data.articles["article_id"])


def test_the_shared_texts_of_a_corpus_are_measured_with_it(agency_story: Features) -> None:
    pairs = {
        frozenset(pair)
        for pair in zip(agency_story.copies["article_id"], agency_story.copies["other"], strict=True)
    }
    assert pairs == {
        frozenset(pair)
        for pair in (
            ("wire/a", "north/a"),
            ("wire/a", "east/a"),
            ("north/a", "east/a"),
            ("south/a", "south/b"),
        )
    }
    assert (agency_story.copies["containment"] == 1).all()


def test_the_agency_text_of_the_example_is_found_in_both_of_its_sources() -> None:
    example = features.load(corpus.load("example"))
    (pair,) = example.copies.itertuples()
    assert (pair.article_id, pair.other) == ("courier-kelmar-aid", "meridian-kelmar-aid")
    assert pair.containment > 0.8
    once = select_copies(example, "once")
    assert set(ids(example)) - set(ids(once)) == {"courier-kelmar-aid"}


def test_the_article_that_stands_for_a_text_is_the_agencys_own(agency_story: Features) -> None:
    groups = group_copies(agency_story)
    assert groups.loc[groups["stands"], "article_id"].to_list() == ["wire/a", "south/a"]
    assert groups.set_index("article_id")["sources"].to_dict() == {
        "wire/a": 3,
        "north/a": 3,
        "east/a": 3,
        "south/a": 1,
        "south/b": 1,
    }


def changed(data: Features, **columns: dict[str, object]) -> Features:
    articles = data.articles.set_index("article_id", drop=False)
    for name, values in columns.items():
        articles.loc[list(values), name] = list(values.values())
    return dataclasses.replace(data, articles=articles.reset_index(drop=True))


@pytest.mark.parametrize(
    ("columns", "first"),
    [
        ({}, "wire/a"),
        ({"source": {"wire/a": "Wires of Kellmouth"}}, "east/a"),  # no agency: the one without a mark
        ({"agency": {"wire/a": None, "north/a": None}}, "north/a"),  # no marks: the earliest
        ({"agency": {"wire/a": None, "north/a": None}, "date": {"north/a": None}}, "wire/a"),
        (
            {"agency": {"wire/a": None, "north/a": None}, "date": {"wire/a": None, "north/a": None}},
            "east/a",  # no dates either: the longest, and of two the first in display order
        ),
    ],
)
def test_which_article_stands_for_a_text_follows_the_stated_order(
    agency_story: Features, columns: dict[str, dict[str, object]], first: str
) -> None:
    data = changed(agency_story, **columns)
    data = dataclasses.replace(data, sources=(*data.sources, "Wires of Kellmouth"))
    groups = group_copies(data)
    assert groups.loc[groups["stands"] & (groups["sources"] > 1), "article_id"].to_list() == [first]


def test_with_keep_everything_stays_as_it_is(agency_story: Features) -> None:
    kept = select_copies(agency_story, "keep")
    assert kept.sources == agency_story.sources
    assert all(getattr(kept, name).equals(getattr(agency_story, name)) for name in TABLES)


def test_with_once_each_group_has_one_article_and_other_articles_stay(agency_story: Features) -> None:
    once = select_copies(agency_story, "once")
    assert ids(once) == ["north/b", "south/a", "wire/a"]
    assert once.sources == ("North", "South", "Kell Wire")
    assert once.copies.empty


def test_with_leave_out_all_go_whose_text_another_source_has_and_no_others(agency_story: Features) -> None:
    left = select_copies(agency_story, "leave out")
    assert ids(left) == ["north/b", "south/a", "south/b"]
    assert left.sources == ("North", "South")
    assert len(left.copies) == 1


@pytest.mark.parametrize("way", ["once", "leave out"])
def test_all_tables_are_of_the_same_articles(agency_story: Features, way: Copies) -> None:
    left = select_copies(agency_story, way)
    for name in set(TABLES) - {"articles", "lexicon", "copies"}:
        assert set(getattr(left, name)["article_id"]) <= set(ids(left)), name
    before = agency_story.words[agency_story.words["article_id"].isin(ids(left))].reset_index(drop=True)
    assert left.words.equals(before)
    assert left.lexicon.equals(agency_story.lexicon)


def test_a_chain_of_copies_is_one_group(agency_story: Features) -> None:
    chain = pd.DataFrame({"article_id": ["south/b", "north/b"], "other": ["north/b", "wire/a"]})
    groups = group_copies(dataclasses.replace(agency_story, copies=chain))
    assert set(groups["article_id"]) == {"south/b", "north/b", "wire/a"}
    assert groups["group"].nunique() == 1


def test_groups_do_not_depend_on_the_order_of_the_pairs(agency_story: Features) -> None:
    backwards = dataclasses.replace(
        agency_story, copies=agency_story.copies.iloc[::-1].reset_index(drop=True)
    )
    assert group_copies(backwards).equals(group_copies(agency_story))


def test_pairs_with_an_article_that_is_not_there_count_for_nothing(agency_story: Features) -> None:
    fewer = dataclasses.replace(
        agency_story, articles=agency_story.articles[agency_story.articles["article_id"] != "south/b"]
    )
    assert "south/a" not in set(group_copies(fewer)["article_id"])


@pytest.mark.parametrize("way", ["keep", "once", "leave out"])
def test_a_corpus_that_shares_nothing_loses_nothing(make_corpus: MakeCorpus, way: Copies) -> None:
    alone = features.load(corpus.load(make_corpus({"north/a.txt": STORY, "south/a.txt": OWN})))
    assert ids(select_copies(alone, way)) == ["north/a", "south/a"]
    assert group_copies(alone).empty
    assert describe_sharing(alone) == "None of 2 articles shares text with another"


def test_without_an_article_left_every_measure_has_no_value(two_sources: Path) -> None:
    left = select_copies(features.load(corpus.load(two_sources)), "leave out")
    assert left.sources == ()
    for measure in all_measures():
        assert measure_articles(left, measure)["value"].notna().sum() == 0, measure.name


def test_sharing_is_described_by_the_number_of_articles(agency_story: Features) -> None:
    assert describe_sharing(agency_story) == (
        "3 of 6 articles share text with another source, 2 with another article of the same source"
    )


def test_what_is_counted_and_left_out_is_reported_by_source(agency_story: Features) -> None:
    once = select_copies(agency_story, "once")
    counted = count_articles(agency_story, once, copies="once", topic="length")
    assert counted.id == "length_counted"
    assert counted.table.set_index("source").loc["North"].to_list() == [2, 1, 1]
    assert counted.articles({"source": "North"}) == ["north/b"]


def features_of(**left: int) -> Features:
    """Features of three articles each of North, South and East, or of as many as are left."""
    sizes = {"North": 3, "South": 3, "East": 3} | left
    source = [source for source, size in sizes.items() for _ in range(size)]
    articles = pd.DataFrame({"source": pd.Series(source, dtype=object)})
    articles["article_id"] = [f"{source}/{i}" for i, source in enumerate(source)]
    pairs = pd.DataFrame(columns=["article_id", "other"], dtype=object)
    tables = {name: pd.DataFrame() for name in TABLES} | {"articles": articles, "copies": pairs}
    return Features("c", tuple(s for s, size in sizes.items() if size), "", "", **tables)


@pytest.mark.parametrize(
    ("left", "sentence"),
    [
        ({}, "0 of 9 articles left out."),
        ({"South": 1, "East": 2}, "3 of 9 articles left out (2 of 3 from South and 1 of 3 from East)."),
        ({"South": 0}, "3 of 9 articles left out (3 of 3 from South). No article of South is left."),
        (
            {"South": 0, "East": 0},
            (
                "6 of 9 articles left out (3 of 3 from South and 3 of 3 from East). No article of South and East "
                "is left. Only North is left, so nothing can be compared."
            ),
        ),
        (
            {"North": 0, "South": 0, "East": 0},
            (
                "9 of 9 articles left out (3 of 3 from North, 3 of 3 from South and 3 of 3 from East). No article "
                "is left, so nothing can be compared."
            ),
        ),
    ],
)
def test_what_is_left_out_for_shared_text_is_said_by_source(left: dict[str, int], sentence: str) -> None:
    whole, data = features_of(), features_of(**left)
    leave_out = count_articles(whole, data, copies="leave out", topic="length").title
    assert leave_out == f"Text shared with another source is not counted: {sentence}"
    once = count_articles(whole, data, copies="once", topic="length").title
    assert once == f"One article of each shared text is counted: {sentence}"


def test_where_all_articles_are_kept_the_shared_ones_are_named() -> None:
    kept = count_articles(features_of(), features_of(), copies="keep", topic="length").title
    assert kept == "None of 9 articles shares text with another; all are counted."
