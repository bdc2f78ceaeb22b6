"""Listed terms by source and voice: counts, rates with their intervals, negations, and what is said of them."""

from dataclasses import replace

import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features, results
from analysis.features import Features
from analysis.results.term_counts import count_terms


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    """Nine articles of one source, of which every other has the term, and one of another."""
    plain = STORY.replace("dismal ", "")
    texts = {f"north/{i}.txt": (plain if i % 2 else STORY) + f"\nIt was day {i}.\n" for i in range(9)}
    return features.load(corpus.load(make_corpus({**texts, "south/one.txt": STORY})))


def measure(make_corpus: MakeCorpus, **texts: str) -> Features:
    """One article per source."""
    return features.load(corpus.load(make_corpus({f"{name}/one.txt": text for name, text in texts.items()})))


def test_the_list_is_reported_by_category(data: Features) -> None:
    result = results.list_categories(data)
    assert result.table["terms"].sum() == len(data.lexicon)
    assert result.title == f"{len(data.lexicon)} terms in {len(result.table)} categories"
    assert result.articles({"category": "label"}) == ()


def test_the_most_frequent_terms_are_drawn_with_every_source(data: Features) -> None:
    result = results.compare_terms(data, most=2, seed=1)
    assert len(result.csv_table) == 2 * len(data.sources)
    assert result.csv_table.groupby("term")["count"].sum().min() > 0
    assert {"negated", "low", "high", "interval"} <= set(result.csv_table)


def test_terms_are_reported_in_each_voice_that_has_them(make_corpus: MakeCorpus) -> None:
    text = STORY.replace("It was a long day", "It was a long day for one envoy")
    result = results.compare_terms(measure(make_corpus, north=text, south=STORY), most=1, seed=1)
    counts = result.table.set_index(["term", "source", "voice"])["count"]
    assert counts.to_dict() == {
        ("envoy*", "north", "narration"): 2,
        ("envoy*", "south", "narration"): 2,
        ("envoy*", "north", "quotation"): 1,
        ("envoy*", "south", "quotation"): 0,
    }
    assert result.articles({"source": "south"}) == ["south/one"]


def test_the_title_names_the_most_frequent_terms_with_their_counts(data: Features) -> None:
    result = results.compare_terms(data, most=2, seed=1)
    assert result.title == ("Most frequent in the narration of 10 articles: “envoy*” (20) and “talks” (10)")
    assert result.note.endswith("the longest match is counted.")


def test_terms_that_do_not_occur_are_not_called_frequent(data: Features) -> None:
    silent = replace(data, terms=data.terms.iloc[:0])
    for result in (
        results.compare_terms(silent, most=2, seed=1),
        results.compare_category_voices(silent, seed=1),
    ):
        assert result.nothing == f"{result.title}. Choose another term list with the parameter lexicon."
    assert results.compare_terms(silent, most=2, seed=1).title == "No term of the list occurs in narration"
    assert results.list_negated_terms(silent).nothing == "No term of the list occurs in the articles."


def test_categories_have_a_rate_in_narration_and_one_in_quotations(data: Features) -> None:
    result = results.compare_category_voices(data, seed=1)
    table = result.table.set_index(["panel", "source", "end"])
    assert set(table.index.get_level_values("end")) == set(result.ends)
    row = table.loc[("evaluation", "north", "narration")]
    assert (row["count"], row["text"], row["articles"]) == (5, "5", 5)
    assert row["value"] == pytest.approx(1000 * 5 / row["words"])
    assert result.nothing == ""


def test_the_category_that_differs_most_is_named_with_rates_and_counts(make_corpus: MakeCorpus) -> None:
    data = measure(make_corpus, north=STORY, south=STORY.replace("dismal ", ""))
    row = count_terms(data, "category").set_index(["category", "source", "voice"])
    rate = row.loc[("evaluation", "north", "narration"), "rate"]
    assert results.compare_category_voices(data, seed=1).title == (
        f"In narration these articles differ most in “evaluation”: {rate:.1f} per 1,000 words in this north "
        "article (count 1) and 0.0 in this south article (count 0); 2 articles"
    )


def test_equal_rates_are_not_said_to_differ(make_corpus: MakeCorpus) -> None:
    two = results.compare_category_voices(measure(make_corpus, north=STORY, south=STORY), seed=1)
    assert two.title == "In narration these articles do not differ in any category (2 articles)"


def test_one_source_is_described_and_not_compared(make_corpus: MakeCorpus) -> None:
    text = STORY.replace("talks", "hours")
    one = results.compare_category_voices(measure(make_corpus, north=f"{text}\nA dismal day.\n"), seed=1)
    assert one.title == "In narration “evaluation” is the category with the highest rate (1 article)"


def test_negated_hits_are_also_counted_separately(make_corpus: MakeCorpus) -> None:
    text = STORY.replace("the first meeting", "not a regime, the first meeting") + "\nThe regime stayed.\n"
    data = measure(make_corpus, north=text)
    result = results.list_negated_terms(data)
    (row,) = result.table.itertuples(index=False)
    assert row == ("north", "narration", "regime", 2, 1)
    assert count_terms(data, "category")["negated"].sum() == 1
    hits = data.terms["count"].sum()
    assert result.title == (
        f"1 of {hits} hits is negated ({100 / hits:.0f} %); they are included in the counts above"
    )
    several = replace(data, terms=data.terms.assign(negated=data.terms["count"]))
    assert results.list_negated_terms(several).title == (
        f"{hits} of {hits} hits are negated (100 %); they are included in the counts above"
    )


def test_without_a_negated_hit_the_number_of_hits_is_said(make_corpus: MakeCorpus) -> None:
    data = measure(make_corpus, north=STORY)
    result = results.list_negated_terms(data)
    assert result.nothing == f"None of {data.terms['count'].sum()} hits is negated."


def test_terms_stand_by_category_then_by_count_then_by_name(make_corpus: MakeCorpus) -> None:
    text = f"{STORY}\nA regime, a brutal one, a brutal and dismal one, an abysmal one.\n"
    table = results.compare_terms(measure(make_corpus, north=text), most=30, seed=1).csv_table
    counts = table[table["category"] == "evaluation"].set_index("term")["count"]
    assert [*counts.items()] == sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    assert len(counts) > 2


def test_twelve_rows_of_negated_terms_are_listed(make_corpus: MakeCorpus) -> None:
    text = STORY.replace("the first meeting", "not a regime, the first meeting")
    for sources, rows in ((12, 12), (13, 12)):
        data = measure(make_corpus, **{f"s{i}": text for i in range(sources)})
        assert len(results.list_negated_terms(data).table) == rows
