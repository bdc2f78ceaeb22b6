"""What is quoted word for word in more than one source: whole, cut, and not by chance."""

import pytest
from conftest import MakeCorpus
from test_compare_speakers import MORAN, PLAIN, measured

from analysis import compare
from analysis.features import Features

LONG = "We shall rebuild every house on the harbour before the winter and nobody will sleep outside"
FIRST, LAST = LONG.split()[:9], LONG.split()[9:]


def quoted(words: str) -> str:
    return f'"{words}," said Ida Moran.'


def pair(data: Features, first: str, second: str) -> list[object]:
    table = compare.shared_with(data, most=46).set_index(["term", "source"])
    return list(table.loc[(first, second), ["quotations", "words", "leads"]])


def test_the_same_quotation_is_shared_whole_however_it_is_typed(make_corpus: MakeCorpus) -> None:
    data = measured(make_corpus, {"a/e": quoted(LONG), "b/e": f"“{LONG.upper()}”, said Ida Moran."})
    assert pair(data, "a", "b") == pair(data, "b", "a") == [1, 16, 1]
    assert compare.shared_with(data, most=46).set_index(["term", "source"]).loc[("a", "b"), "rate"] == 1


def test_a_quotation_that_is_cut_is_shared_as_far_as_it_goes(make_corpus: MakeCorpus) -> None:
    data = measured(make_corpus, {"a/e": quoted(LONG), "b/e": quoted(" ".join(FIRST))})
    assert pair(data, "a", "b") == [1, 9, 1]
    assert compare.shared_by_source(data)["share"].to_list() == pytest.approx([9 / 16, 1])


def test_one_that_is_interrupted_is_shared_in_both_parts(make_corpus: MakeCorpus) -> None:
    parts = f'"{" ".join(FIRST)}," said Ida Moran, "{" ".join(LAST)}."'
    data = measured(make_corpus, {"a/e": quoted(LONG), "b/e": parts})
    assert pair(data, "a", "b")[:2] == [1, 16]
    assert pair(data, "b", "a")[:2] == [2, 16]


@pytest.mark.parametrize(("words", "shared"), [(4, 0), (5, 1)])
def test_fewer_than_five_words_are_no_evidence(make_corpus: MakeCorpus, words: int, shared: int) -> None:
    data = measured(make_corpus, {"a/e": quoted(LONG), "b/e": quoted(" ".join(FIRST[:words]))})
    assert pair(data, "a", "b") == [shared, 5 * shared, shared]


def test_the_same_words_on_another_event_are_not_the_same_words_spoken(make_corpus: MakeCorpus) -> None:
    data = measured(make_corpus, {"a/one": quoted(LONG), "b/two": quoted(LONG)})
    assert pair(data, "a", "b") == [0, 0, 0]


def test_without_events_all_articles_are_compared(make_corpus: MakeCorpus) -> None:
    data = measured(make_corpus, {"a/one": quoted(LONG), "b/two": quoted(LONG)}, events=False)
    assert pair(data, "a", "b") == [1, 16, 1]
    assert compare.shared_by_event(data).empty


def test_what_one_source_says_twice_is_not_shared(make_corpus: MakeCorpus) -> None:
    data = measured(make_corpus, {"a/one": quoted(LONG), "a/two": quoted(LONG), "b/one": PLAIN}, events=False)
    assert compare.shared_by_source(data)["shared"].to_list() == [0, 0]


def test_words_that_two_others_quote_count_once(make_corpus: MakeCorpus) -> None:
    data = measured(make_corpus, {f"{source}/e": quoted(LONG) for source in "abc"})
    row = compare.shared_by_source(data).iloc[0]
    assert (row["both"], row["share"]) == (16, 1)
    assert compare.shared_by_event(data)[["sources", "shared", "both", "first"]].to_numpy().tolist() == [
        [3, 3, 48, 3]
    ]


def test_a_lead_is_shared_only_with_a_lead(make_corpus: MakeCorpus) -> None:
    data = measured(make_corpus, {"a/e": quoted(LONG), "b/e": f"{MORAN}\n\n{quoted(LONG)}"})
    assert pair(data, "a", "b") == [1, 16, 0]
    assert compare.shared_by_source(data)["first"].to_list() == [0, 0]


def test_of_many_sources_those_that_share_most_are_shown(make_corpus: MakeCorpus) -> None:
    texts = {"a/e": quoted(" ".join(FIRST)), "b/e": MORAN, "c/e": quoted(LONG), "d/e": quoted(LONG)}
    table = compare.shared_with(measured(make_corpus, texts), most=2)
    assert list(dict.fromkeys(table["source"])) == list(dict.fromkeys(table["term"])) == ["c", "d"]


def test_a_source_shares_nothing_with_itself_and_has_no_share_without_quotations(
    make_corpus: MakeCorpus,
) -> None:
    data = measured(make_corpus, {"a/e": quoted(LONG), "b/e": PLAIN})
    assert compare.shared_with(data, most=46)["text"].to_list() == ["–", "0", "–", "–"]
