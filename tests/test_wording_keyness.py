import pandas as pd
import pytest

from analysis import wording
from analysis.compare.differences import OTHERS
from analysis.compare.keyness import Keyness

NAN = float("nan")
COLUMNS = [
    *("first", "second", "term", "count_first", "articles_first", "n_first"),
    *("count_second", "articles_second", "n_second", "z", "p", "p_adjusted"),
]
Row = tuple[str, str, str, int, int, int, int, int, int, float, float, float]


def found(*rows: Row, what: str = "listed terms", sources: int = 2, compared: int = 2) -> Keyness:
    table = pd.DataFrame(rows, columns=COLUMNS)
    table = table.assign(left_out=0, shuffled="all", dp_first=0.2, dp_second=0.9, log_ratio=1.0)
    return Keyness(what, table, sources, compared)


HOLDS: Row = ("Post", "Wire", "regime", 9, 8, 10, 1, 1, 12, 2.5, 0.0001, 0.004)
CHANCE: Row = ("Post", "Wire", "talks", 2, 2, 10, 5, 4, 12, -0.9, 0.03, 0.42)


def test_what_holds_is_named_with_its_direction() -> None:
    told = wording.keyness(found(HOLDS, CHANCE))
    assert told == (
        "1 of 2 differences in listed terms holds when all are counted together: “regime” more in Post"
    )
    told = wording.keyness(found(*[(*HOLDS[:2], f"w{i}", *HOLDS[3:9], -i, 0.001, 0.01) for i in range(5)]))
    assert told.endswith("hold when all are counted together, among them “w4” less in Post, “w3” less in Post and “w2” less in Post")  # fmt: skip


def test_a_family_in_which_nothing_holds_is_said_to_have_nothing() -> None:
    told = wording.keyness(found(CHANCE, what="words"))
    assert (
        told == "None of 1 difference in words holds when all are counted together (least adjusted p = .420)"
    )


def test_with_one_article_a_source_the_sentence_is_about_these_articles() -> None:
    told = wording.keyness(found(("Post", "Wire", "regime", 6, 1, 1, 0, 0, 1, 1.2, NAN, NAN)))
    assert told == (
        "One article a source, no test; furthest apart: "
        "“regime”, 6 in this Post article and 0 in this Wire article"
    )
    among = wording.keyness(found(("Post", OTHERS, "regime", 6, 1, 1, 0, 0, 2, 1.2, NAN, NAN), sources=3))
    assert among.endswith("6 in this Post article and 0 in 2 other articles")


def test_too_few_articles_are_described_and_not_tested() -> None:
    told = wording.keyness(found(("Post", "Wire", "regime", 6, 2, 3, 0, 0, 3, 1.2, NAN, NAN)))
    assert told.startswith("Too few articles for a test of listed terms; furthest apart: “regime”, 6 in Post")
    assert wording.how_tested(found(("Post", "Wire", "x", 6, 2, 3, 0, 0, 3, 1.2, NAN, NAN))).endswith(
        "Too few articles for a test."
    )


@pytest.mark.parametrize(
    ("sources", "what", "said"),
    [
        (1, "words", "One source: there is nothing to compare its words with"),
        (2, "words", "No word of narration stands in four articles"),
        (2, "listed terms", "No term of the list occurs in narration: there is nothing to compare"),
    ],
)
def test_nothing_to_compare_is_said_with_its_reason(sources: int, what: str, said: str) -> None:
    assert wording.keyness(found(what=what, sources=sources)).startswith(said)


def test_what_was_shuffled_is_said() -> None:
    assert wording.how_tested(found(HOLDS)).endswith("articles shuffled between the sources.")


def test_what_was_not_compared_is_said() -> None:
    assert wording.keyness_limits(found(HOLDS)) == ""
    many = found(HOLDS, sources=46, compared=12)
    many.table["left_out"] = 3
    assert wording.keyness_limits(many) == (
        "12 of 46 sources compared: those with most articles. "
        "Up to 3 articles left out: on events that one side alone tells."
    )


def test_the_table_to_be_read_begins_with_what_holds_best() -> None:
    untested: Row = ("Post", "Wire", "dismal", 9, 1, 10, 0, 0, 12, 9.0, NAN, NAN)
    table = wording.keyness_table(found(untested, CHANCE, HOLDS), most=2)
    assert table["term"].to_list() == ["regime", "talks"]
    assert table["in Post"].to_list() == ["9 in 8 of 10", "2 in 2 of 10"]
    assert table["DP"].to_list() == [0.2, 0.9]  # of the side where more articles have it
    assert "source" not in table


def test_where_each_is_compared_with_all_others_the_source_is_named() -> None:
    table = wording.keyness_table(found(("Post", OTHERS, *HOLDS[2:]), sources=3), most=5)
    assert table[["source", "in it", "in others"]].to_numpy().tolist() == [
        ["Post", "9 in 8 of 10", "1 in 1 of 12"]
    ]


def test_an_empty_table_can_be_read() -> None:
    assert wording.keyness_table(found(), most=5).empty


def test_the_densest_and_the_rarest_place_are_named() -> None:
    rows = [("headline", 4, 100.0), ("lead: first tenth", 1, 100.0), ("last third", 2, 200.0)]
    table = pd.DataFrame(rows, columns=["term", "count", "words"])
    assert wording.places(table) == (
        "Listed terms are densest in the headline (40.0 per 1,000 words), rarest in the lead: first tenth (10.0)"
    )
    assert wording.places(table.assign(count=0)) == "No term of the list occurs in a headline or in narration"
    assert wording.places(table.head(1)) == "Listed terms are as dense in every place"


@pytest.mark.parametrize(
    ("p", "said"), [(0.0004, "< .001"), (0.042, "= .042"), (1.0, "= 1.000"), (0.1, "= .100")]
)
def test_a_p_value_has_its_sign_and_no_nought(p: float, said: str) -> None:
    assert wording.phrases.probability(p) == said
