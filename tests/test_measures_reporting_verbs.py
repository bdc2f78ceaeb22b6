"""Of each article's quotations, the share that a class of verbs introduces."""

import numpy as np
import pytest
from conftest import MakeCorpus
from speech import MORAN, PLAIN, measure_texts

from analysis.features import Features
from analysis.measures.registry import find_measure
from analysis.results.sources import measure_articles


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    claimed, admitted, added = (
        MORAN.replace("said Ida Moran", f"Ida Moran {verb}") for verb in ("claimed", "admitted", "added")
    )
    texts = {"north/a": f"{MORAN}\n\n{claimed}", "north/b": f"{admitted}\n\n{added}", "south/a": PLAIN}
    return measure_texts(make_corpus, texts)


@pytest.mark.parametrize(
    ("name", "shares"),
    [
        ("said_share", [0.5, 0]),
        ("doubt_share", [0.5, 0]),
        ("factive_share", [0, 0.5]),
        ("praise_share", [0, 0]),
    ],
)
def test_an_article_has_its_own_share_of_each_class(data: Features, name: str, shares: list[float]) -> None:
    values = measure_articles(data, find_measure(name)).set_index("article_id")["value"]
    assert values[["north/a", "north/b"]].to_list() == shares
    assert np.isnan(values["south/a"])


def test_without_a_known_cue_no_class_has_a_share(data: Features) -> None:
    object.__setattr__(data, "quotes", data.quotes.assign(cue=None, cue_class=None))
    assert measure_articles(data, find_measure("said_share"))["value"].isna().all()
