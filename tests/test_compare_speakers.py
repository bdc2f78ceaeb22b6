"""Who is quoted in which source, and on how few speakers it relies."""

import numpy as np
import pandas as pd
import pytest
from conftest import MakeCorpus

from analysis import compare, corpus, features, figures, wording
from analysis.compare.speakers import DESCRIBED, OTHERS_NAMED, UNTOLD, effective_speakers, spoken
from analysis.features import Features

MORAN = '"We are ready to listen to them," said Ida Moran, the foreign minister.'
PELL = '"Nobody has told us anything at all," said Governor Ruben Pell.'
AIDE = '"It was a very long day," a senior official said.'
PLAIN = "Nobody spoke in the hall on Monday, and nothing was decided."


def measured(make_corpus: MakeCorpus, texts: dict[str, str], *, events: bool = True) -> Features:
    """Articles `source/event`, on the event that their name tells."""
    rows = ["file,source,event", *(f"{name}.txt,{name.split('/')[0]},{name.split('/')[1]}" for name in texts)]
    files = {f"{name}.txt": f"{text}\n" for name, text in texts.items()}
    table = {"articles.csv": "\n".join(rows)} if events else {}
    return features.load(corpus.load(make_corpus({**files, **table})))


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    return measured(
        make_corpus,
        {
            "north/talks": f"{MORAN}\n\n{PELL}",
            "north/visit": f"{MORAN}\n\n{AIDE}",
            "south/talks": MORAN.replace("Ida Moran, the foreign minister", "Moran"),
            "south/visit": PLAIN,
        },
    )


def test_each_quotation_has_its_speaker_in_one_spelling(data: Features) -> None:
    told = spoken(data).set_index(["article_id", "quote"])
    assert told["speaker"].to_dict() == {
        ("north/talks", 0): "Ida Moran", ("north/talks", 1): "Ruben Pell",
        ("north/visit", 0): "Ida Moran", ("north/visit", 1): "a senior official",
        ("south/talks", 0): "Ida Moran",
    }  # fmt: skip
    assert told["told"].value_counts().to_dict() == {"named": 4, DESCRIBED: 1}


def test_speakers_share_the_quoted_words_of_their_source(data: Features) -> None:
    table = compare.speakers(data).set_index(["source", "speaker"])
    assert table.groupby("source")["share"].sum().round(9).to_list() == [1, 1]
    moran = table.loc[("north", "Ida Moran")]
    assert moran[["quotations", "words", "articles", "n", "sources"]].to_list() == [2, 14, 2, 2, 2]
    assert moran["share"] == pytest.approx(14 / 27)


def test_those_quoted_most_come_first_and_the_rest_is_kept_apart(data: Features) -> None:
    table = compare.who_speaks(data, most=1)
    assert list(dict.fromkeys(table["term"])) == ["Ida Moran", OTHERS_NAMED, DESCRIBED]
    assert table.groupby("source")["share"].sum().round(9).to_list() == [1, 1]
    assert table["rate"].notna().to_list() == [True, True, False, False, False, False]
    assert table["text"].to_list()[:4] == ["52 % · 2", "100 % · 1", "26 % · 1", "0"]


def test_a_source_that_quotes_nobody_has_a_gap_and_no_zero(make_corpus: MakeCorpus) -> None:
    table = compare.who_speaks(measured(make_corpus, {"north/e": MORAN, "south/e": PLAIN}), most=5)
    assert table[["source", "text"]].to_numpy().tolist() == [["north", "100 %"], ["south", "–"]]


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0"), (0.0001, "< 0.1 %"), (0.004, "0.4 %"), (0.0994, "9.9 %"), (0.0996, "10 %"), (np.nan, "–")],
)
def test_a_share_is_nothing_only_where_there_is_nothing(share: float, text: str) -> None:
    assert compare.share_text(share) == text


def test_concentration_is_that_of_the_named_speakers_words(data: Features) -> None:
    table = compare.concentration(data).set_index("source")
    north, south = table.loc["north"], table.loc["south"]
    assert north["effective"] == pytest.approx(21**2 / (14**2 + 7**2))
    assert (north["first"], north["first_share"]) == ("Ida Moran", pytest.approx(14 / 21))
    assert north[["articles", "n", "speakers"]].to_list() == [2, 2, 2]
    assert north[["named", "described", "untold"]].to_list() == pytest.approx([21 / 27, 6 / 27, 0])
    assert (south["n"], south["effective"]) == (1, 1)
    assert table[["low", "high"]].isna().all(axis=None)


def test_a_speaker_alone_is_one_whom_no_other_source_quotes_on_the_event(data: Features) -> None:
    events = compare.event_speakers(data)
    assert set(events["event"]) == {"talks"}  # on the visit south quotes nobody
    rows = events[["speaker", "source", "sources", "of"]].to_numpy().tolist()
    assert rows == [["Ida Moran", "north", 2, 2], ["Ida Moran", "south", 2, 2], ["Ruben Pell", "north", 1, 2]]
    table = compare.concentration(data).set_index("source")
    assert table[["in_events", "alone"]].to_numpy().tolist() == [[2, 1], [1, 0]]


def test_without_events_nobody_is_alone_on_one(make_corpus: MakeCorpus) -> None:
    data = measured(make_corpus, {"north/a": MORAN, "south/a": PELL}, events=False)
    assert compare.event_speakers(data).empty
    assert compare.concentration(data)[["in_events", "alone"]].to_numpy().tolist() == [[0, 0], [0, 0]]


def test_each_article_has_its_own_effective_number(data: Features) -> None:
    found = effective_speakers(data)
    assert found.to_dict() == {"north/talks": 2, "north/visit": 1, "south/talks": 1}
    values = compare.values(data, compare.measure("effective_speakers")).set_index("article_id")["value"]
    assert np.isnan(values["south/visit"])


def test_from_eight_articles_on_the_number_has_an_interval(make_corpus: MakeCorpus) -> None:
    texts = {f"north/e{i}": f"{MORAN}\n\n{PELL}" if i % 2 else MORAN for i in range(8)}
    row = compare.concentration(measured(make_corpus, texts)).iloc[0]
    assert 1 <= row["low"] < row["effective"] < row["high"]


BAD = {
    "one source": {"north/a": MORAN, "north/b": PELL},
    "one article": {"north/a": MORAN},
    "nobody quoted": {"north/a": PLAIN, "south/a": PLAIN},
    "one source quotes nobody": {"north/a": MORAN, "south/a": PLAIN},
    "Arabic": {"north/a": '"سنعيد بناء البيوت كلها" قال محمد الأمين.', "south/a": MORAN},
    "a formula": {"north/a": '"We have nothing to add to it," said =cmd|A0.', "south/a": MORAN},
    "a long name": {"north/a": f'"We have nothing to add," said {"Ab" * 400} Moran.', "south/a": MORAN},
    "nothing left": {"north/a": "Share"},
    "500 sources": {f"s{i:03}/e": MORAN for i in range(500)},
}


@pytest.mark.parametrize("kind", BAD)
def test_whatever_is_quoted_has_a_table_a_sentence_and_a_figure(make_corpus: MakeCorpus, kind: str) -> None:
    data = measured(make_corpus, BAD[kind])
    who, mix, shared = (
        compare.who_speaks(data, most=20), compare.verb_mix(data), compare.shared_with(data, most=46),
    )  # fmt: skip
    title = wording.shared(compare.shared_by_source(data), compare.shared_by_event(data))
    relied = compare.concentration(data)
    assert list(wording.concentration(relied)["source"]) == list(data.sources)
    assert figures.grid(who, title=wording.speakers(who), subtitle=wording.speakers_read(who))
    assert figures.bars(mix, title=wording.verbs(mix), subtitle=wording.verbs_read(mix), counted="quotations")
    assert figures.grid(
        shared, title=title, subtitle=wording.shared_read(shared, relied), shown=compare.share_text
    )
    found = compare.differences(data, ["effective_speakers"], engine="published", seed=1)
    assert len(wording.differences(found)) == len(found.table)


def test_words_of_whoever_is_not_found_are_not_told(data: Features) -> None:
    quotes = data.quotes.assign(resolved=None, speaker=None)
    object.__setattr__(data, "quotes", quotes)
    table = compare.who_speaks(data, most=5)
    assert set(table["term"]) == {UNTOLD}
    assert compare.concentration(data)["untold"].to_list() == [1, 1]
    assert isinstance(compare.concentration(data), pd.DataFrame)
