"""Where listed terms occur along the article."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features, results
from analysis.features import Features
from analysis.results.placement import PLACES, describe_places


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    texts = {f"{source}/{i}.txt": f"{STORY}\nDay {i}.\n" for source in ("north", "south") for i in range(3)}
    return features.load(corpus.load(make_corpus(texts)))


def test_places_hold_every_hit_of_headline_and_narration_and_all_its_words(data: Features) -> None:
    table = results.compare_places(data).table
    narrated = data.terms[data.terms["voice"] != "quotation"]
    assert table["count"].sum() == narrated["count"].sum() > 0
    body = table[table["term"] != "headline"].groupby("source")["words"].sum()
    words = data.articles.groupby("source")["narration_words"].sum()
    assert body.to_dict() == pytest.approx(words.to_dict(), abs=1)
    assert list(dict.fromkeys(table["term"])) == list(PLACES)


def test_a_hit_is_in_the_lead_up_to_a_tenth_of_the_body(data: Features) -> None:
    terms = data.terms.head(1).assign(
        places=[np.array([0.0, 0.099, 0.1, 0.399, 0.4, 0.7, 0.999])], count=7, voice="narration"
    )
    table = results.compare_places(replace(data, terms=terms)).table
    assert table.groupby("term", sort=False)["count"].sum().to_list() == [0, 2, 2, 1, 2]


def test_an_article_without_a_headline_has_no_rate_there(data: Features) -> None:
    table = results.compare_places(data).table.set_index(["term", "source"])
    assert data.articles["headline_words"].sum() == 0
    assert np.isnan(table.loc[("headline", "south"), "rate"])
    assert table.loc[("last third", "south"), "rate"] >= 0


def test_the_places_with_the_highest_and_the_lowest_rate_are_named() -> None:
    rows = [("headline", 4, 100.0), ("lead (first tenth)", 1, 100.0), ("last third", 4, 200.0)]
    table = pd.DataFrame(rows, columns=["term", "count", "words"])
    assert describe_places(table) == (
        "Listed terms are most frequent in the headline (40.0 per 1,000 words) and least frequent in the lead "
        "(10.0; 9 hits in all)"
    )
    assert (
        describe_places(table.assign(count=0)) == "No term of the list occurs in a headline or in narration"
    )
    assert describe_places(table.head(1)) == "Listed terms are equally frequent everywhere in the articles"


def test_without_a_hit_there_is_nothing_to_draw(data: Features) -> None:
    result = results.compare_places(replace(data, terms=data.terms.iloc[:0]))
    assert result.nothing.startswith("No term of the list occurs in a headline or in narration. Choose")


def test_a_rate_is_per_thousand_words_of_the_place(data: Features) -> None:
    table = results.compare_places(data).table
    known = table[table["words"] >= 1]
    assert len(known)
    assert (known["rate"] * known["words"] / 1000).round(9).to_list() == known["count"].to_list()
