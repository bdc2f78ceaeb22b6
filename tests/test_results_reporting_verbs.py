"""The mix of reporting verbs of a source, and what is said of it."""

import pandas as pd
import pytest
from conftest import MakeCorpus
from speech import MORAN, PLAIN, measure_texts

from analysis import results
from analysis.features import Features
from analysis.measures.reporting_verbs import NO_CUE
from analysis.results.reporting_verbs import describe_cues, describe_verbs

NAN = float("nan")


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    claimed, admitted, added = (
        MORAN.replace("said Ida Moran", f"Ida Moran {verb}") for verb in ("claimed", "admitted", "added")
    )
    texts = {"north/a": f"{MORAN}\n\n{claimed}", "north/b": f"{admitted}\n\n{added}", "south/a": PLAIN}
    return measure_texts(make_corpus, texts)


def test_the_mix_of_a_source_adds_up_to_its_quotations(data: Features) -> None:
    mix = results.count_reporting_verbs(data)
    table = mix.table.set_index(["source", "part"])
    assert table.loc["north", "quotations"].to_dict() == {
        "said": 1, "other neutral": 1, "doubt": 1, "factive": 1, "attack": 0, "praise": 0, NO_CUE: 0,
    }  # fmt: skip
    assert table.loc["north", "share"].sum() == 1
    assert table.loc[("north", "doubt"), ["articles", "n"]].to_list() == [1, 2]
    assert table.loc["south", "share"].isna().all()
    assert mix.articles({"source": "north", "part": "doubt"}) == ["north/a", "north/b"]


def test_a_cue_that_is_not_found_is_a_part_of_its_own(data: Features) -> None:
    object.__setattr__(data, "quotes", data.quotes.assign(cue=None, cue_class=None))
    table = results.count_reporting_verbs(data).table.set_index(["source", "part"])
    assert table.loc[("north", NO_CUE), "share"] == 1


def test_where_nobody_is_quoted_there_is_nothing_to_draw(make_corpus: MakeCorpus) -> None:
    mix = results.count_reporting_verbs(measure_texts(make_corpus, {"north/a": PLAIN}))
    assert mix.nothing == "No article quotes anyone directly."


def make_mix(**said: float) -> pd.DataFrame:
    rows = [
        (source, part, round(10 * share), share)
        for source, one in said.items()
        for part, share in (("said", one), ("doubt", 0.0), (NO_CUE, 1 - one))
    ]
    return pd.DataFrame(rows, columns=["source", "part", "quotations", "share"]).assign(n=3)


def test_the_title_says_how_often_say_is_used() -> None:
    assert describe_verbs(make_mix(Post=0.8, Wire=0.5)) == (
        "A form of “say” introduces 80 % of the quotations in Post and 50 % in Wire"
    )
    silent = make_mix(Post=0.8).assign(share=NAN, quotations=0)
    assert describe_verbs(silent) == "No article quotes anyone directly"


def test_the_subtitle_says_for_how_many_there_is_a_verb_and_which_classes_are_missing() -> None:
    assert describe_cues(make_mix(Post=0.8, Wire=0.5)) == (
        "Direct quotations by the class of their reporting verb. Of 20 direct quotations, 65 % have a verb of "
        "the list. Not found: doubt."
    )
    single = make_mix(Post=1.0).assign(quotations=[1, 0, 0])
    assert "Of 1 direct quotation, 100 % has a verb of the list." in describe_cues(single)
    found = make_mix(Post=1.0).assign(quotations=1)
    assert "Not found" not in describe_cues(found)
