"""Sentences about speakers, verbs and shared quotations: no stronger than n allows."""

import pandas as pd
import pytest

from analysis import wording

NAN = float("nan")


def spoken(*rows: tuple[str, str, float, int]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["term", "source", "rate", "n"])
    return table.assign(text=[f"{rate:.0%} · 1" for rate in table["rate"]])


def test_whoever_is_quoted_most_is_named_with_the_share_in_each_source() -> None:
    table = spoken(("Moran", "Post", 0.3, 4), ("Moran", "Wire", 0.0, 4), ("Pell", "Post", 0.1, 4))
    told = wording.speakers(table)
    assert told == "Most quoted by name: Moran, 30 % of the quoted words in Post and none in Wire"


def test_with_one_article_a_source_it_is_about_these_articles() -> None:
    told = wording.speakers(spoken(("Moran", "Post", 0.3, 1), ("Moran", "Wire", 0.2, 1)))
    assert told.endswith("30 % of the quoted words in this Post article and 20 % in this Wire article")


def test_of_many_sources_the_least_and_the_most_are_named() -> None:
    rows = [("Moran", name, share, 3) for name, share in zip("ABCD", (0.2, 0.1, 0.4, 0.3), strict=True)]
    told = wording.speakers(spoken(*rows))
    assert told == "Most quoted by name: Moran, from 10 % of the quoted words in B to 40 % in C"


def test_where_nobody_is_named_nobody_is_said_to_be_quoted_most() -> None:
    assert wording.speakers(spoken()) == "Nobody is quoted by name"
    assert wording.speakers(spoken(("not told", "Post", NAN, 3))) == "Nobody is quoted by name"


@pytest.mark.parametrize(
    ("sizes", "told"), [((4, 4), "(of 4 a source)"), ((3, 1200), "(of 3 to 1,200 a source)")]
)
def test_the_number_of_articles_is_told_with_that_of_all(sizes: tuple[int, int], told: str) -> None:
    table = spoken(("Moran", "Post", 0.3, sizes[0]), ("Moran", "Wire", 0.2, sizes[1]))
    assert told in wording.speakers_read(table)
    assert "articles" not in wording.speakers_read(table.assign(text="30 %"))


def relied(**values: object) -> str:
    row = {
        "source": "Post", "articles": 9, "n": 8, "speakers": 5, "effective": 3.25, "low": 2.0, "high": 5.0,
        "first": "Moran", "first_share": 0.4, "described": 0.1, "untold": 0.0, "in_events": 6, "alone": 2,
    } | values  # fmt: skip
    (sentence,) = wording.concentration(pd.DataFrame([row]))["sentence"]
    return str(sentence)


def test_concentration_is_told_with_its_interval() -> None:
    assert relied() == (
        "5 speakers quoted by name in 8 of 9 articles, as concentrated as 3.2 of equal share (95 % interval "
        "2.0 to 5.0); Moran has 40 % of their words; 10 % of all quoted words are of speakers described "
        "only, none of speakers not told; of 6 on events that others quote on, 2 are quoted here alone."
    )


def test_below_eight_articles_there_is_no_interval_and_one_article_is_this_article() -> None:
    told = relied(articles=1, n=1, speakers=1, low=NAN, high=NAN, described=0.0, in_events=0)
    assert told == "1 speaker quoted by name in this Post article."
    assert "interval" not in relied(low=NAN, high=NAN)


def test_a_source_that_names_nobody_says_so() -> None:
    assert relied(n=0, first=None) == "Nobody is quoted by name."


def mix(**said: float) -> pd.DataFrame:
    rows = [(source, part, round(10 * share), share) for source, one in said.items()
            for part, share in (("said", one), ("no cue found", 1 - one))]  # fmt: skip
    return pd.DataFrame(rows, columns=["source", "part", "quotations", "share"]).assign(n=3)


def test_the_share_of_said_is_told_and_for_how_many_there_is_a_cue() -> None:
    table = mix(Post=0.8, Wire=0.5)
    assert (
        wording.verbs(table) == "A form of “say” introduces 80 % of the quotations in Post and 50 % in Wire"
    )
    assert wording.verbs_read(table).endswith("65 % of 20 have a cue of the list.")
    silent = table.assign(share=NAN, quotations=0)
    assert wording.verbs(silent) == "No article quotes anyone directly"
    assert wording.verbs_read(silent).endswith("; there are none.")


def sources(*both: int, articles: int = 3) -> pd.DataFrame:
    rows = [(name, articles, 100, words) for name, words in zip("ABC", both, strict=False)]
    table = pd.DataFrame(rows, columns=["source", "articles", "words", "both"])
    return table.assign(share=table["both"] / table["words"])


EVENTS = pd.DataFrame({"shared": [2, 0, 3], "first": [2, 0, 0]})


@pytest.mark.parametrize(
    ("by_source", "by_event", "told"),
    [
        (sources(20, 30), EVENTS, "In 2 of 3 events two sources quote the same words, in 1 as their first quotation"),
        (sources(20, 30), EVENTS[:0], "Quoted in another source too: 20 % of the quoted words in A and 30 % in B"),
        (sources(0, 0), EVENTS, "No two sources quote the same five words in a row"),
        (sources(0, 0, articles=1), EVENTS, "No two articles quote the same five words in a row"),
        (sources(0), EVENTS[:0], "One source: no other can quote the same words"),
        (sources(0, 0).assign(share=NAN), EVENTS[:0], "Nobody is quoted"),
    ],
)  # fmt: skip
def test_what_is_quoted_twice_is_told_by_event_or_by_source(
    by_source: pd.DataFrame, by_event: pd.DataFrame, told: str
) -> None:
    assert wording.shared(by_source, by_event) == told


def test_sources_that_are_not_shown_are_counted() -> None:
    table = pd.DataFrame({"source": ["A", "B"]})
    assert wording.shared_read(table, sources(1, 1, 0)).endswith(
        "The 2 of 3 sources that have most in common."
    )
    assert "most in common" not in wording.shared_read(table, sources(1, 1))
