"""Runs of words: the same for the same words, and no trace of them in what is published."""

from conftest import STORY, MakeCorpus, all_body

from analysis import corpus, features, measures
from analysis.text.quotations.runs import LEAST, hashes
from analysis.text.terms import lexicon

SPOKEN = "We shall rebuild every house on the harbour before the winter"


def test_a_run_has_one_number_in_any_case() -> None:
    words = SPOKEN.split()
    assert hashes(words) == hashes([word.upper() for word in words])
    assert len(set(hashes(words))) == len(words) - LEAST + 1


def test_fewer_than_five_words_have_no_run() -> None:
    assert hashes(SPOKEN.split()[:4]) == []
    assert hashes([]) == []


def test_words_that_are_joined_otherwise_are_another_run() -> None:
    assert hashes(["a", "b", "c", "d", "e-f"]) != hashes(["a", "b", "c", "d", "e"])


def test_only_direct_quotations_have_runs() -> None:
    text = f'The film "The Very Last Lighthouse Keeper" opens. "{SPOKEN}," said Ida Moran.'
    rows = measures.list_rows(all_body(text), lexicon.from_categories({}))["runs"]
    assert [(row["quote"], row["at"]) for row in rows] == [(1, at) for at in range(7)]


def test_what_two_articles_quote_is_numbered_and_the_rest_leaves_no_trace(make_corpus: MakeCorpus) -> None:
    texts = {
        "north/a.txt": f'"{SPOKEN}," said Ida Moran.\n\n"Nobody had asked us for any of it," she said.\n',
        "south/a.txt": f'"{SPOKEN.upper()}," said Moran.\n',
    }
    runs = features.load(corpus.load(make_corpus(texts))).runs
    assert runs["run"].to_list() == [*range(7)] * 2
    assert runs["article_id"].value_counts().to_dict() == {"north/a": 7, "south/a": 7}


def test_no_hash_of_a_run_is_in_the_tables(make_corpus: MakeCorpus) -> None:
    data = features.load(corpus.load(make_corpus({"north/a.txt": STORY, "south/b.txt": STORY})))
    assert len(data.runs)
    assert data.runs["run"].max() < len(data.runs)


def test_what_one_article_says_twice_is_shared_with_nobody(make_corpus: MakeCorpus) -> None:
    text = f'"{SPOKEN}," said Ida Moran.\n\n"{SPOKEN}," she said again.\n'
    assert features.load(corpus.load(make_corpus({"north/a.txt": text}))).runs.empty
