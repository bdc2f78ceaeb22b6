"""Who speaks in each quotation, and how many speakers an article relies on."""

import numpy as np
import pytest
from conftest import MakeCorpus
from speech import AIDE, MORAN, PELL, PLAIN, measure_texts

from analysis.features import Features
from analysis.measures.registry import find_measure
from analysis.measures.speakers import UNATTRIBUTED, UNNAMED, list_speech
from analysis.results.sources import measure_articles


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    texts = {
        "north/talks": f"{MORAN}\n\n{PELL}",
        "north/visit": f"{MORAN}\n\n{AIDE}",
        "south/talks": MORAN.replace("Ida Moran, the foreign minister", "Moran"),
        "south/visit": PLAIN,
    }
    return measure_texts(make_corpus, texts)


def test_each_quotation_has_its_speaker_in_one_spelling(data: Features) -> None:
    speech = list_speech(data).set_index(["article_id", "quote"])
    assert speech["speaker"].to_dict() == {
        ("north/talks", 0): "Ida Moran", ("north/talks", 1): "Ruben Pell",
        ("north/visit", 0): "Ida Moran", ("north/visit", 1): "a senior official",
        ("south/talks", 0): "Ida Moran",
    }  # fmt: skip
    assert speech["status"].value_counts().to_dict() == {"named": 4, UNNAMED: 1}


def test_a_pronoun_that_leads_to_no_name_is_unattributed(data: Features) -> None:
    object.__setattr__(data, "quotes", data.quotes.assign(resolved=None, speaker="She"))
    speech = list_speech(data)
    assert set(speech["speaker"]) == set(speech["status"]) == {UNATTRIBUTED}


def test_each_article_has_its_own_effective_number(data: Features) -> None:
    values = measure_articles(data, find_measure("effective_speakers")).set_index("article_id")["value"]
    assert values.dropna().to_dict() == {"north/talks": 2, "north/visit": 1, "south/talks": 1}
    assert np.isnan(values["south/visit"])
