import pandas as pd
import pytest

from analysis import wording
from analysis.features import Features
from analysis.features.schema import TABLES
from analysis.measures.schema import Measure

NAN = float("nan")
LENGTH = Measure("words", "Length", "words", "", noun="words", extensive=True)


def summary(*rows: tuple[str, int, float, float | None, float | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["source", "n", "mean", "low", "high"]).assign(bounds=0)


def test_with_one_article_a_source_the_sentence_is_about_these_articles() -> None:
    told = wording.contrast(LENGTH, summary(("Post", 1, 365, None, None), ("Wire", 1, 364, None, None)))
    assert told == "Length: 365 in this Post article and 364 in this Wire article"


def test_with_several_it_is_about_averages() -> None:
    told = wording.contrast(LENGTH, summary(("Post", 3, 300, None, None), ("Wire", 4, 200, None, None)))
    assert told == "Length: lowest in Wire (200 on average), highest in Post (300)"


def test_intervals_that_do_not_overlap_are_no_test_and_not_spoken_of() -> None:
    told = wording.contrast(LENGTH, summary(("Post", 9, 300, 290, 310), ("Wire", 9, 200, 190, 220)))
    assert told == "Length: lowest in Wire (200 on average), highest in Post (300)"


def test_where_a_text_breaks_off_it_is_at_least_so_long_and_nothing_is_ranked() -> None:
    one = summary(("Post", 1, 365, None, None), ("Wire", 1, 364, None, None)).assign(bounds=[0, 1])
    told = wording.contrast(LENGTH, one)
    assert told == "Length: 365 in this Post article and at least 364 in this Wire article"
    many = summary(("Post", 9, 300, 290, 310), ("Wire", 9, 200, 190, 220)).assign(bounds=[0, 1])
    assert wording.contrast(LENGTH, many) == "Length: on average 300 in Post and at least 200 in Wire"


def test_sources_that_come_out_the_same_are_not_ranked() -> None:
    told = wording.contrast(LENGTH, summary(("Post", 3, 200.1, None, None), ("Wire", 3, 200.2, None, None)))
    assert told == "Length: 200 on average in every source"


def test_articles_that_come_out_the_same_are_not_told_apart() -> None:
    told = wording.contrast(LENGTH, summary(("Post", 1, 135, None, None), ("Wire", 1, 135, None, None)))
    assert told == "Length: 135 in each of these 2 articles"
    shares = pd.DataFrame(
        {"source": ["a", "b"], "part": "direct quotation", "share": [0.181, 0.184], "articles": 3}
    )
    assert wording.voices(shares) == "Direct quotations make up 18 % of the words in every source"
    rates = pd.DataFrame({"panel": "x", "source": ["a", "b"], "end": "narration", "value": [2.0, 2.0]})
    assert wording.categories(rates) == "In narration no category differs between the sources"


def test_a_measure_that_no_article_has_is_not_spoken_of_as_a_number() -> None:
    told = wording.contrast(LENGTH, summary(("Post", 0, float("nan"), None, None)))
    assert told == "Length: no article has a word in its body"


def test_of_many_single_articles_the_extremes_are_named() -> None:
    rows = [(name, 1, value, None, None) for name, value in zip("ABCD", (4, 1, 9, 5), strict=True)]
    assert wording.contrast(LENGTH, summary(*rows)) == "Length: 1 in this B article and 9 in this C article"


def test_a_source_alone_is_not_compared() -> None:
    told = wording.contrast(LENGTH, summary(("Post", 5, 300, None, None)))
    assert told == "Length: on average 300 in Post"


def test_terms_that_do_not_occur_are_not_called_frequent() -> None:
    empty = pd.DataFrame({"term": [], "source": [], "count": []})
    assert wording.terms(empty) == "No term of the list occurs in narration"


def test_a_source_with_one_article_is_never_spoken_of_as_a_source() -> None:
    shares = pd.DataFrame(
        {"source": ["Post", "Wire"], "part": "direct quotation", "share": [0.1, 0.2], "articles": [1, 5]}
    )
    assert "10 % of the words in this Post article and 20 % in Wire" in wording.voices(shares)
    spread = pd.DataFrame({"source": ["Post", "Wire"], "articles": [1, 1], "p50": [12.0, 20.5]})
    told = wording.sentence_lengths(spread)
    assert told == "The median sentence has 12 words in this Post article and 20.5 in this Wire article"
    mixed = wording.contrast(LENGTH, summary(("Post", 1, 300, None, None), ("Wire", 4, 200, None, None)))
    assert mixed == "Length: lowest in Wire (200 on average), highest in this Post article (300)"


def test_leaving_out_quotations_is_said_with_its_direction() -> None:
    rows = [
        ("Post", "narration", 12.0),
        ("Post", "body", 10.0),
        ("Wire", "narration", 9.0),
        ("Wire", "body", 9.5),
    ]
    table = pd.DataFrame(rows, columns=["source", "end", "value"]).assign(n=3)
    told = wording.narration(table, Measure("g", "Grade", "grade", "", digits=1))
    assert told == "Without its quotations Post is 2.0 higher in Grade; higher in 1 of 2 sources"


def test_the_engines_are_compared_with_the_sign_of_their_gap() -> None:
    rows = [
        ("Fog", "Post", 10.0, 12.0),
        ("Fog", "Wire", 11.0, 11.5),
        ("ARI", "Post", 9.0, 9.0),
        ("ARI", "Wire", 8.0, 8.1),
    ]
    wide = pd.DataFrame(rows, columns=["panel", "source", "published", "textstat"])
    table = wide.melt(["panel", "source"], var_name="end", value_name="value").assign(n=2)
    told = wording.engines(table)
    assert told == ("On the same texts textstat's Fog is 1.2 grades higher on average")


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([(1, 1), (2, 2)], "Both engines put the sources into the same order in all 2 formulas"),
        (
            [(1, 2), (2, 1)],
            "The engine decides the order of the sources in 1 of 2 formulas, and which is hardest in 1",
        ),
        (
            [(1, 1), (2, 3), (3, 2)],
            "The engine decides the order of the sources in 1 of 2 formulas, but never which is hardest",
        ),
        ([(1, 1)], "One source, A: there is no order to change"),
        ([], "The two engines: no article has a score in both"),
    ],
)
def test_the_ranking_is_said_to_change_only_where_it_does(places: list[tuple[int, int]], said: str) -> None:
    rows = [("Fog", source, *both) for source, both in zip("ABC", places, strict=False)]
    rows += [("ARI", source, one, one) for source, (one, _) in zip("ABC", places, strict=False)]
    table = pd.DataFrame(rows, columns=["term", "source", "published", "textstat"]).assign(n=5)
    assert wording.ranks(table) == said


def compared(measure: Measure, **values: object) -> str:
    row = {
        "first": "Post",
        "second": "Wire",
        "unit": "event",
        "n_first": 9,
        "n_second": 9,
        "mean_first": 0.3,
        "mean_second": 0.2,
        "difference": 0.1,
        "bound": "",
        "higher": 8,
        "lower": 1,
        "of": 9,
        "low": 0.05,
        "high": 0.15,
        "p": 0.01,
        "p_adjusted": 0.02,
    } | values
    return wording.difference(measure, next(pd.DataFrame([row]).itertuples()))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "Share: 10.0 points more in Post than in Wire on average (+10.0, 95 % interval +5.0 to +15.0, 9 events)"),
        ({"low": -0.05}, "Share: Post and Wire cannot be told apart (+10.0, 95 % interval −5.0 to +15.0, 9 events)"),
        ({"p_adjusted": 0.06}, "Share: 10.0 points more in Post than in Wire on average (+10.0, 95 % interval +5.0 to +15.0, 9 events), but with all comparisons counted chance is not ruled out"),
        ({"n_first": 1, "n_second": 1, "low": NAN, "difference": -0.1}, "Share: 10.0 points more in this Wire article than in this Post article (30.0 % against 20.0 %)"),
        ({"n_first": 4, "n_second": 4, "low": NAN, "p": NAN, "higher": 3}, "Share: 10.0 points more in Post than in Wire on average (4 events, higher in Post in 3; too few for an interval or a test)"),
        ({"n_first": 6, "n_second": 6, "low": NAN, "p": 0.03, "p_adjusted": 0.19, "higher": 6}, "Share: 10.0 points more in Post than in Wire on average (6 events, higher in Post in 6; too few for an interval; adjusted permutation p = .190), but with all comparisons counted chance is not ruled out"),
        ({"unit": "article", "n_first": 1, "n_second": 3, "low": NAN, "p": NAN}, "Share: 10.0 points more in this Post article than in Wire on average (1 against 3 articles; too few for an interval or a test)"),
        ({"n_first": 0}, "Share: nothing to compare Post and Wire by"),
    ],
)  # fmt: skip
def test_a_difference_is_told_no_stronger_than_it_is(values: dict[str, object], told: str) -> None:
    assert compared(Measure("x", "Share", "", "", digits=1, share=True), **values) == told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"bound": "at least"}, "at least 20 words more in this Post article than in this Wire article"),
        ({"bound": "at most"}, "which of this Post article and this Wire article has more cannot be told"),
        (
            {"bound": "at most", "difference": -20},
            "at least 20 words more in this Wire article than in this Post article",
        ),
        (
            {"bound": "at least", "difference": -20},
            "which of this Post article and this Wire article has more cannot be told",
        ),
        ({"bound": "unclear"}, "which of this Post article and this Wire article has more cannot be told"),
    ],
)
def test_of_texts_that_break_off_only_what_is_certain_is_told(values: dict[str, object], told: str) -> None:
    one = {"n_first": 1, "n_second": 1, "difference": 20, "mean_first": 120, "mean_second": 100, "low": NAN}
    said = compared(LENGTH, **one | values)
    off = "both texts break off" if values["bound"] == "unclear" else "a text breaks off"
    assert said == f"Length: {told} (120 against 100; {off})"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "surely more in Post than in Wire in 8 of 9 events, surely less in 1 (120 against 100 on average; texts break off; adjusted permutation p = .020)"),
        ({"higher": 0, "lower": 7}, "surely more in Wire than in Post in 7 of 9 events, surely less in 0 (120 against 100 on average; texts break off; adjusted permutation p = .020)"),
        ({"p_adjusted": 0.2}, "Post and Wire cannot be told apart: surely more in Post than in Wire in 8 of 9 events, surely less in 1 (120 against 100 on average; texts break off; adjusted permutation p = .200)"),
        ({"p": NAN, "unit": "article", "of": 12}, "surely more in Post than in Wire in 8 of 12 pairs of articles, surely less in 1 (120 against 100 on average; texts break off; too few for a test)"),
    ],
)  # fmt: skip
def test_of_many_texts_of_which_some_break_off_is_told_what_is_sure(
    values: dict[str, object], told: str
) -> None:
    many = {"bound": "at least", "difference": 20, "mean_first": 120, "mean_second": 100}
    assert compared(LENGTH, **many | values) == f"Length: {told}"


def test_events_are_counted_by_the_source_that_has_most_in_them() -> None:
    rows = [("e1", "a", 3), ("e1", "b", 1), ("e2", "a", 4), ("e2", "b", 5), ("e3", "a", 2), ("e3", "b", 1)]
    table = pd.DataFrame(rows, columns=["event", "source", "value"]).assign(censored=False)
    assert wording.events(LENGTH, table) == "Length: highest in a in 2 of 3 events"
    assert wording.events(LENGTH, table[:2]) == "Length: one event, highest in this a article"
    assert wording.events(LENGTH, table[:0]) == "Length: no named event has a value from two sources"


def test_a_source_is_not_highest_where_another_text_breaks_off() -> None:
    rows = [("e1", "a", 3, False), ("e1", "b", 1, True), ("e2", "a", 4, True), ("e2", "b", 2, False)]
    table = pd.DataFrame(rows, columns=["event", "source", "value", "censored"])
    assert wording.events(LENGTH, table) == "Length: surely highest in a in 1 of 2 events"
    doubtful = "Length: which source has most cannot be told, since texts break off"
    assert wording.events(LENGTH, table[:2]) == doubtful
    assert wording.events(LENGTH, table[2:]) == "Length: one event, highest in this a article"
