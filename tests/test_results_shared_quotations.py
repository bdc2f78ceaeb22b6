"""What is quoted word for word in more than one source: whole, cut, and not by chance."""

import pandas as pd
import pytest
from conftest import MakeCorpus
from speech import MORAN, PLAIN, measure_texts

from analysis import results
from analysis.features import Features
from analysis.results.shared_quotations import describe_cells, describe_shared

LONG = "We shall rebuild every house on the harbour before the winter and nobody will sleep outside"
FIRST, LAST = LONG.split()[:9], LONG.split()[9:]


def quoted(words: str) -> str:
    return f'"{words}," said Ida Moran.'


def pair(data: Features, first: str, second: str) -> list[object]:
    table = results.compare_shared_quotations(data).table.set_index(["term", "source"])
    return list(table.loc[(first, second), ["quotations", "words", "first_quotations"]])


def by_source(data: Features) -> pd.DataFrame:
    return results.count_shared_quotations(data).table


def by_event(data: Features) -> pd.DataFrame:
    return results.count_shared_quotations(data).also[0].table


def test_the_same_quotation_is_shared_whole_however_it_is_typed(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"a/e": quoted(LONG), "b/e": f"“{LONG.upper()}”, said Ida Moran."})
    assert pair(data, "a", "b") == pair(data, "b", "a") == [1, 16, 1]
    assert (
        results.compare_shared_quotations(data).table.set_index(["term", "source"]).loc[("a", "b"), "rate"]
        == 1
    )


def test_a_quotation_that_is_cut_is_shared_as_far_as_it_goes(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"a/e": quoted(LONG), "b/e": quoted(" ".join(FIRST))})
    assert pair(data, "a", "b") == [1, 9, 1]
    assert by_source(data)["share"].to_list() == pytest.approx([9 / 16, 1])


def test_one_that_is_interrupted_is_shared_in_both_parts(make_corpus: MakeCorpus) -> None:
    parts = f'"{" ".join(FIRST)}," said Ida Moran, "{" ".join(LAST)}."'
    data = measure_texts(make_corpus, {"a/e": quoted(LONG), "b/e": parts})
    assert pair(data, "a", "b")[:2] == [1, 16]
    assert pair(data, "b", "a")[:2] == [2, 16]


@pytest.mark.parametrize(("words", "shared"), [(4, 0), (5, 1)])
def test_fewer_than_five_words_are_no_evidence(make_corpus: MakeCorpus, words: int, shared: int) -> None:
    data = measure_texts(make_corpus, {"a/e": quoted(LONG), "b/e": quoted(" ".join(FIRST[:words]))})
    assert pair(data, "a", "b") == [shared, 5 * shared, shared]


def test_the_same_words_on_another_event_are_not_the_same_words_spoken(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"a/one": quoted(LONG), "b/two": quoted(LONG)})
    assert pair(data, "a", "b") == [0, 0, 0]


def test_without_events_all_articles_are_compared(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"a/one": quoted(LONG), "b/two": quoted(LONG)}, events=False)
    assert pair(data, "a", "b") == [1, 16, 1]
    assert by_event(data).empty


def test_what_one_source_says_twice_is_not_shared(make_corpus: MakeCorpus) -> None:
    data = measure_texts(
        make_corpus, {"a/one": quoted(LONG), "a/two": quoted(LONG), "b/one": PLAIN}, events=False
    )
    assert by_source(data)["shared_quotations"].to_list() == [0, 0]


def test_words_that_two_others_quote_count_once(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {f"{source}/e": quoted(LONG) for source in "abc"})
    row = by_source(data).iloc[0]
    assert (row["shared_words"], row["share"]) == (16, 1)
    assert by_event(data)[
        ["articles", "shared_quotations", "shared_words", "first_quotations"]
    ].to_numpy().tolist() == [[3, 3, 48, 3]]


def test_a_first_quotation_is_shared_only_with_a_first_quotation(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"a/e": quoted(LONG), "b/e": f"{MORAN}\n\n{quoted(LONG)}"})
    assert pair(data, "a", "b") == [1, 16, 0]
    assert by_source(data)["first_quotations"].to_list() == [0, 0]


def test_of_many_sources_those_that_share_most_are_shown(make_corpus: MakeCorpus) -> None:
    texts = {"a/e": quoted(" ".join(FIRST)), "b/e": MORAN, "c/e": quoted(LONG), "d/e": quoted(LONG)}
    table = results.compare_shared_quotations(measure_texts(make_corpus, texts), most=2).table
    assert list(dict.fromkeys(table["source"])) == list(dict.fromkeys(table["term"])) == ["c", "d"]


def test_forty_six_sources_are_shown_unless_asked_for_more(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {f"s{i:02}/e": quoted(LONG) for i in range(47)})
    assert results.compare_shared_quotations(data).table["source"].nunique() == 46
    assert results.compare_shared_quotations(data, most=47).table["source"].nunique() == 47


def test_a_source_shares_nothing_with_itself_and_has_no_share_without_quotations(
    make_corpus: MakeCorpus,
) -> None:
    data = measure_texts(make_corpus, {"a/e": quoted(LONG), "b/e": PLAIN})
    assert results.compare_shared_quotations(data).table["text"].to_list() == ["–", "0", "–", "–"]


def test_the_articles_behind_a_number_are_those_of_its_sources_or_its_event(make_corpus: MakeCorpus) -> None:
    texts = {"a/e": quoted(LONG), "a/f": PLAIN, "b/e": quoted(LONG), "c/f": PLAIN}
    data = measure_texts(make_corpus, texts)
    assert results.compare_shared_quotations(data).articles({"term": "a", "source": "b"}) == [
        "a/e",
        "a/f",
        "b/e",
    ]
    counted = results.count_shared_quotations(data)
    assert counted.articles({"source": "a"}) == ["a/e", "a/f"]
    assert counted.also[0].articles({"event": "e"}) == ["a/e", "b/e"]


def test_where_no_two_sources_quote_the_same_words_there_is_nothing_to_draw(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"a/e": quoted(LONG), "b/e": MORAN})
    shared = results.compare_shared_quotations(data)
    assert shared.nothing == "No two articles quote the same five words in a row."
    both = measure_texts(make_corpus, {"a/e": quoted(LONG), "b/e": quoted(LONG)})
    assert not results.compare_shared_quotations(both).nothing


def sources(*shared: int, articles: int = 3) -> pd.DataFrame:
    rows = [(name, articles, 100, words) for name, words in zip("ABC", shared, strict=False)]
    table = pd.DataFrame(rows, columns=["source", "articles", "words", "shared_words"])
    return table.assign(share=table["shared_words"] / table["words"])


EVENTS = pd.DataFrame({"shared_quotations": [2, 0, 3], "first_quotations": [2, 0, 0]})


@pytest.mark.parametrize(
    ("sources", "events", "title"),
    [
        (sources(20, 30), EVENTS, "In 2 of 3 events two sources quote the same words, in 1 as their first quotation"),
        (sources(20, 30), EVENTS[:0], "Also quoted by another source: 20 % of the quoted words in A and 30 % in B"),
        (sources(0, 0), EVENTS, "No two sources quote the same five words in a row"),
        (sources(0, 0, articles=1), EVENTS, "No two articles quote the same five words in a row"),
        (sources(0), EVENTS[:0], "There is one source, so no other can quote the same words"),
        (sources(0, 0).assign(share=float("nan")), EVENTS[:0], "Nobody is quoted"),
    ],
)  # fmt: skip
def test_the_title_counts_events_where_there_are_several_and_else_words(
    sources: pd.DataFrame, events: pd.DataFrame, title: str
) -> None:
    assert describe_shared(sources, events) == title


def test_sources_that_are_not_shown_are_counted() -> None:
    table = pd.DataFrame({"source": ["A", "B"]})
    assert describe_cells(table, sources(1, 1, 0)).endswith(
        "Shown: the 2 of 3 sources that have most in common."
    )
    assert "Shown" not in describe_cells(table, sources(1, 1))


def test_of_a_single_event_the_shares_of_the_sources_are_given() -> None:
    one, two = EVENTS.head(1), EVENTS.head(2)
    assert describe_shared(sources(20, 10), one).startswith("Also quoted by another source: ")
    assert describe_shared(sources(20, 10), two) == (
        "In 1 of 2 events two sources quote the same words, in 1 as their first quotation"
    )
    assert describe_shared(sources(20, 10), two.assign(first_quotations=1)).endswith(
        "in 0 as their first quotation"
    )
