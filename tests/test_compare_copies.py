"""How shared text is counted: every article, one of each text, or none; and who stands for a text."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import compare, corpus, features
from analysis.features import Features
from analysis.features.schema import TABLES

# Invented, and without a run of five words in common with STORY.
OWN = """\
The council of Lower Ferrin voted on Tuesday to rebuild the old mill, which burnt down two winters ago.

Its owner, a baker, had asked for less: a roof, a door, and leave to sell bread from the yard until spring. \
Neighbours spoke for an hour about smoke, carts and the narrow lane, and then agreed to all of it.
"""


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    """North runs the wire's story cut, south prints a story twice, east has nothing but the wire's."""
    rows = [
        "file,source,title,date,agency",
        "wire/a.txt,Kell Wire,Envoys meet,2031-01-02,Kell",
        "north/a.txt,North,Envoys meet in Ardia,2031-01-01,Kell",
        "north/b.txt,North,Short,,",
        "south/a.txt,South,,2031-01-03,",
        "south/b.txt,South,Again,2031-01-04,Kell",
        "east/a.txt,East,Envoys,,",
    ]
    texts = {
        "wire/a.txt": STORY,
        "north/a.txt": STORY.split("\n\n", 2)[2],
        "north/b.txt": "Nothing was decided on Monday.\n",
        "south/a.txt": OWN,
        "south/b.txt": OWN,
        "east/a.txt": STORY,
    }
    toml = 'sources = ["North", "South", "East", "Kell Wire"]\n'
    return features.load(
        corpus.load(make_corpus({"articles.csv": "\n".join(rows), "corpus.toml": toml, **texts}))
    )


def ids(data: Features) -> list[str]:
    return sorted(data.articles["article_id"])


def test_the_shared_texts_of_a_corpus_are_measured_with_it(data: Features) -> None:
    pairs = {frozenset(pair) for pair in zip(data.copies["article_id"], data.copies["other"], strict=True)}
    assert pairs == {
        frozenset(pair)
        for pair in (
            ("wire/a", "north/a"),
            ("wire/a", "east/a"),
            ("north/a", "east/a"),
            ("south/a", "south/b"),
        )
    }
    assert (data.copies["containment"] == 1).all()


def test_the_agency_text_of_the_example_is_found_in_both_of_its_sources() -> None:
    example = features.load(corpus.load("example"))
    (pair,) = example.copies.itertuples()
    assert (pair.article_id, pair.other) == ("courier-kelmar-aid", "meridian-kelmar-aid")
    assert pair.containment > 0.8
    once = compare.counted(example, copies="once")
    assert set(ids(example)) - set(ids(once)) == {"courier-kelmar-aid"}


def test_the_article_that_stands_for_a_text_is_the_agencys_own(data: Features) -> None:
    groups = compare.groups(data)
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
def test_who_stands_for_a_text_follows_the_stated_order(
    data: Features, columns: dict[str, dict[str, object]], first: str
) -> None:
    data = changed(data, **columns)
    data = dataclasses.replace(data, sources=(*data.sources, "Wires of Kellmouth"))
    groups = compare.groups(data)
    assert groups.loc[groups["stands"] & (groups["sources"] > 1), "article_id"].to_list() == [first]


def test_kept_everything_stays_as_it_is(data: Features) -> None:
    kept = compare.counted(data, copies="keep")
    assert kept.sources == data.sources
    assert all(getattr(kept, name).equals(getattr(data, name)) for name in TABLES)


def test_counted_once_each_group_has_one_article_and_other_articles_stay(data: Features) -> None:
    once = compare.counted(data, copies="once")
    assert ids(once) == ["north/b", "south/a", "wire/a"]
    assert once.sources == ("North", "South", "Kell Wire")
    assert once.copies.empty


def test_left_out_go_all_whose_text_another_source_has_and_no_others(data: Features) -> None:
    left = compare.counted(data, copies="leave out")
    assert ids(left) == ["north/b", "south/a", "south/b"]
    assert left.sources == ("North", "South")
    assert len(left.copies) == 1


@pytest.mark.parametrize("way", ["once", "leave out"])
def test_all_tables_are_of_the_same_articles(data: Features, way: compare.copies.Copies) -> None:
    left = compare.counted(data, copies=way)
    for name in set(TABLES) - {"articles", "lexicon", "copies"}:
        assert set(getattr(left, name)["article_id"]) <= set(ids(left)), name
    before = data.words[data.words["article_id"].isin(ids(left))].reset_index(drop=True)
    assert left.words.equals(before)
    assert left.lexicon.equals(data.lexicon)


def test_a_chain_of_copies_is_one_group(data: Features) -> None:
    chain = pd.DataFrame({"article_id": ["south/b", "north/b"], "other": ["north/b", "wire/a"]})
    groups = compare.groups(dataclasses.replace(data, copies=chain))
    assert set(groups["article_id"]) == {"south/b", "north/b", "wire/a"}
    assert groups["group"].nunique() == 1


def test_groups_do_not_depend_on_the_order_of_the_pairs(data: Features) -> None:
    backwards = dataclasses.replace(data, copies=data.copies.iloc[::-1].reset_index(drop=True))
    assert compare.groups(backwards).equals(compare.groups(data))


def test_pairs_with_an_article_that_is_not_there_count_for_nothing(data: Features) -> None:
    fewer = dataclasses.replace(data, articles=data.articles[data.articles["article_id"] != "south/b"])
    assert "south/a" not in set(compare.groups(fewer)["article_id"])
    assert len(compare.shared_pairs(fewer)) == 3
    assert compare.copied(fewer).set_index("source").loc["South", "within"] == 0


def test_each_source_is_told_what_it_shares_and_what_each_way_leaves(data: Features) -> None:
    table = compare.copied(data).set_index("source")
    columns = ["articles", "elsewhere", "within", "unjudged", "once", "leave_out"]
    assert list(table.columns) == columns
    assert table.loc["North"].to_list() == [2, 1, 0, 1, 1, 1]
    assert table.loc["South"].to_list() == [2, 0, 2, 0, 1, 2]
    assert table.loc["East"].to_list() == [1, 1, 0, 0, 0, 0]


def test_shared_text_is_counted_from_source_to_source(data: Features) -> None:
    table = compare.shared_copies(data).set_index(["term", "source"])
    assert len(table) == 16
    assert table.loc[("North", "East"), ["count", "n", "rate"]].to_list() == [1, 2, 50.0]
    assert table.loc[("East", "North"), ["count", "n", "rate"]].to_list() == [1, 1, 100.0]
    assert table.loc[("South", "South"), "count"] == 2
    assert table.loc[("North", "North"), "count"] == 0


def test_pairs_are_listed_with_titles_and_keys_where_there_is_no_title(data: Features) -> None:
    table = compare.shared_pairs(data)
    assert set(table["title"]) | set(table["other_title"]) == {
        "Envoys meet",
        "Envoys meet in Ardia",
        "Envoys",
        "south/a",
        "Again",
    }
    assert (table["words"] <= table["other_words"]).all()


def test_marks_of_agencies_stand_beside_what_was_found(data: Features) -> None:
    table = compare.agency(data).set_index("source")
    assert table.loc["Kell Wire"].to_list() == [1, 1, 0, 0]
    assert table.loc["South"].to_list() == [2, 0, 1, 0]
    assert table.loc["East"].to_list() == [1, 0, 0, 1]


@pytest.mark.parametrize("way", ["keep", "once", "leave out"])
def test_a_corpus_that_shares_nothing_loses_nothing(
    make_corpus: MakeCorpus, way: compare.copies.Copies
) -> None:
    alone = features.load(corpus.load(make_corpus({"north/a.txt": STORY, "south/a.txt": OWN})))
    assert ids(compare.counted(alone, copies=way)) == ["north/a", "south/a"]
    assert compare.groups(alone).empty
    assert compare.shared_pairs(alone).empty
    assert compare.copied(alone)["elsewhere"].sum() == 0


def measures(data: Features, names: Sequence[str]) -> list[int]:
    return [int(compare.values(data, compare.measure(name))["value"].notna().sum()) for name in names]


def test_without_an_article_left_every_measure_has_no_value(two_sources: Path) -> None:
    data = features.load(corpus.load(two_sources))
    left = compare.counted(data, copies="leave out")
    assert left.sources == ()
    assert measures(left, [*compare.MEASURES, "lix"]) == [0] * (len(compare.MEASURES) + 1)
