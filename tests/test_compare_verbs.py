"""The mix of reporting verbs: of all quotations of a source, and of each article."""

import numpy as np
import pytest
from conftest import MakeCorpus
from test_compare_speakers import MORAN, PLAIN, measured

from analysis import compare
from analysis.compare.verbs import NO_CUE
from analysis.features import Features


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    claimed, admitted, slammed = (
        MORAN.replace("said Ida Moran", f"Ida Moran {verb}") for verb in ("claimed", "admitted", "added")
    )
    texts = {"north/a": f"{MORAN}\n\n{claimed}", "north/b": f"{admitted}\n\n{slammed}", "south/a": PLAIN}
    return measured(make_corpus, texts)


def test_the_mix_of_a_source_adds_up_to_its_quotations(data: Features) -> None:
    mix = compare.verb_mix(data).set_index(["source", "part"])
    found = mix.loc["north", "quotations"].to_dict()
    assert found == {
        "said": 1, "other neutral": 1, "doubt": 1, "factive": 1, "attack": 0, "praise": 0, NO_CUE: 0,
    }  # fmt: skip
    assert mix.loc["north", "share"].sum() == 1
    assert mix.loc[("north", "doubt"), ["articles", "n"]].to_list() == [1, 2]
    assert mix.loc["south", "share"].isna().all()


def test_a_cue_that_is_not_found_is_a_part_of_its_own(data: Features) -> None:
    object.__setattr__(data, "quotes", data.quotes.assign(cue=None, cue_class=None))
    mix = compare.verb_mix(data).set_index(["source", "part"])
    assert mix.loc[("north", NO_CUE), "share"] == 1
    assert compare.values(data, compare.measure("said_share"))["value"].isna().all()


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
    values = compare.values(data, compare.measure(name)).set_index("article_id")["value"]
    assert values[["north/a", "north/b"]].to_list() == shares
    assert np.isnan(values["south/a"])
