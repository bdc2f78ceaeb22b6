"""Who is quoted in which source, and on how few speakers it relies."""

import pandas as pd
import pytest
from conftest import MakeCorpus
from speech import AIDE, MORAN, PELL, PLAIN, measure_texts

from analysis import figures, results
from analysis.features import Features
from analysis.measures.speakers import UNATTRIBUTED, UNNAMED, list_speech
from analysis.results.speakers import (
    OTHERS_NAMED,
    describe_cells,
    describe_concentration,
    describe_speakers,
    find_event_speakers,
)

NAN = float("nan")


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    texts = {
        "north/talks": f"{MORAN}\n\n{PELL}",
        "north/visit": f"{MORAN}\n\n{AIDE}",
        "south/talks": MORAN.replace("Ida Moran, the foreign minister", "Moran"),
        "south/visit": PLAIN,
    }
    return measure_texts(make_corpus, texts)


def test_speakers_share_the_quoted_words_of_their_source(data: Features) -> None:
    speakers = results.compare_speakers(data)
    table = speakers.table.set_index(["source", "term"])
    assert table.groupby("source")["share"].sum().round(9).to_list() == [1, 1]
    assert table.loc[("north", "Ida Moran"), ["words", "articles", "n"]].to_list() == [14, 2, 2]
    assert table.loc[("north", "Ida Moran"), "share"] == pytest.approx(14 / 27)
    assert speakers.articles({"term": "Ida Moran", "source": "south"}) == ["south/talks", "south/visit"]


def test_those_quoted_most_come_first_and_the_rest_is_counted_separately(data: Features) -> None:
    table = results.compare_speakers(data, most=1).table
    assert list(dict.fromkeys(table["term"])) == ["Ida Moran", OTHERS_NAMED, UNNAMED]
    assert table.groupby("source")["share"].sum().round(9).to_list() == [1, 1]
    assert table["rate"].notna().to_list() == [True, True, False, False, False, False]
    assert table["text"].to_list()[:4] == ["52 % · 2", "100 % · 1", "26 % · 1", "0"]


def test_twenty_speakers_are_named_unless_asked_for_more(make_corpus: MakeCorpus) -> None:
    names = [
        f"{first} {last}"
        for first in ("Ida", "Ada", "Ira")
        for last in ("Brom", "Curd", "Dell", "Fenn", "Gorm", "Hask", "Jory")
    ]
    said = (
        MORAN.replace("Ida Moran", name).replace("them", f"them {i} times") for i, name in enumerate(names)
    )
    data = measure_texts(make_corpus, {"north/e": "\n\n".join(said)})
    assert (results.compare_speakers(data).table["category"] == "named").sum() == 20
    assert (results.compare_speakers(data, most=21).table["category"] == "named").sum() == 21


def test_a_source_that_quotes_nobody_has_a_gap_and_not_a_zero(make_corpus: MakeCorpus) -> None:
    table = results.compare_speakers(measure_texts(make_corpus, {"north/e": MORAN, "south/e": PLAIN})).table
    assert table[["source", "text"]].to_numpy().tolist() == [["north", "100 %"], ["south", "–"]]


@pytest.mark.parametrize(("sources", "text"), [(6, "100 % · 2"), (7, "100 %")])
def test_of_more_than_six_sources_no_articles_are_printed(
    make_corpus: MakeCorpus, sources: int, text: str
) -> None:
    texts = {f"s{i}/{event}": MORAN for i in range(sources) for event in ("talks", "visit")}
    table = results.compare_speakers(measure_texts(make_corpus, texts)).table
    assert set(table["text"]) == {text}


def test_words_of_a_speaker_who_was_not_found_are_unattributed(data: Features) -> None:
    object.__setattr__(data, "quotes", data.quotes.assign(resolved=None, speaker=None))
    speakers = results.compare_speakers(data)
    assert set(speakers.table["term"]) == {UNATTRIBUTED}
    assert speakers.nothing == "Nobody is quoted by name."
    assert results.measure_concentration(data).table["unattributed"].to_list() == [1, 1]


def test_concentration_is_that_of_the_named_speakers_words(data: Features) -> None:
    concentration = results.measure_concentration(data)
    table = concentration.table.set_index("source")
    north, south = table.loc["north"], table.loc["south"]
    assert north["effective"] == pytest.approx(21**2 / (14**2 + 7**2))
    assert (north["top"], north["top_share"]) == ("Ida Moran", pytest.approx(14 / 21))
    assert north[["articles", "n", "speakers"]].to_list() == [2, 2, 2]
    assert north[["named", "unnamed", "unattributed"]].to_list() == pytest.approx([21 / 27, 6 / 27, 0])
    assert (south["n"], south["effective"]) == (1, 1)
    assert table[["low", "high"]].isna().all(axis=None)
    assert [method.section for method in concentration.methods] == ["Measures"]  # nothing on intervals
    assert concentration.articles({"source": "south"}) == ["south/talks"]  # the other quotes nobody by name


def test_an_exclusive_speaker_is_one_whom_no_other_source_quotes_on_the_event(data: Features) -> None:
    events = find_event_speakers(list_speech(data))
    assert set(events["event"]) == {"talks"}  # on the visit south quotes nobody
    rows = events[["speaker", "source", "sources", "quoting"]].to_numpy().tolist()
    assert rows == [["Ida Moran", "north", 2, 2], ["Ida Moran", "south", 2, 2], ["Ruben Pell", "north", 1, 2]]
    table = results.measure_concentration(data).table.set_index("source")
    assert table[["event_speakers", "exclusive_speakers"]].to_numpy().tolist() == [[2, 1], [1, 0]]


def test_where_no_events_are_named_nobody_is_exclusive(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"north/a": MORAN, "south/a": PELL}, events=False)
    assert find_event_speakers(list_speech(data)).empty
    table = results.measure_concentration(data).table
    assert table[["event_speakers", "exclusive_speakers"]].to_numpy().tolist() == [[0, 0], [0, 0]]


def test_with_eight_or_more_articles_the_number_has_an_interval(make_corpus: MakeCorpus) -> None:
    texts = {f"north/e{i}": f"{MORAN}\n\n{PELL}" if i % 2 else MORAN for i in range(8)}
    concentration = results.measure_concentration(measure_texts(make_corpus, texts))
    eight = concentration.table.iloc[0]
    assert 1 <= eight["low"] < eight["effective"] < eight["high"]
    assert [method.section for method in concentration.methods] == ["Measures", "Comparison"]


BAD = {
    "one source": {"north/a": MORAN, "north/b": PELL},
    "one article": {"north/a": MORAN},
    "nobody quoted": {"north/a": PLAIN, "south/a": PLAIN},
    "one source quotes nobody": {"north/a": MORAN, "south/a": PLAIN},
    "Arabic": {"north/a": '"سنعيد بناء البيوت كلها" قال محمد الأمين.', "south/a": MORAN},
    "a formula": {"north/a": '"We have nothing to add to it," said =cmd|A0.', "south/a": MORAN},
    "a long name": {"north/a": f'"We have nothing to add," said {"Ab" * 400} Moran.', "south/a": MORAN},
    "empty": {"north/a": "Share"},
    "100 sources": {f"s{i:03}/e": MORAN for i in range(100)},
}


@pytest.mark.parametrize("kind", BAD)
def test_whatever_is_quoted_has_a_figure_or_a_reason_for_none(make_corpus: MakeCorpus, kind: str) -> None:
    data = measure_texts(make_corpus, BAD[kind])
    drawn = (
        (results.compare_speakers(data), figures.grid),
        (results.count_reporting_verbs(data), figures.bars),
        (results.compare_shared_quotations(data), figures.grid),
        (results.locate_quotations(data, most=24), figures.strips),
        (results.profile_quotations(data), figures.profile),
    )
    for result, chart in drawn:
        assert result.nothing or chart(result), result.id  # type: ignore[arg-type]
    sentences = results.measure_concentration(data).sentences
    assert sentences is not None
    assert list(sentences["source"]) == list(data.sources)
    found = results.compare_sources(data, ["effective_speakers"], id="d", seed=1)
    assert found.sentences is not None
    assert len(found.sentences) == len(found.table)


def test_without_an_article_there_is_no_source_and_nothing_to_draw(make_corpus: MakeCorpus) -> None:
    data = measure_texts(make_corpus, {"north/a": MORAN})
    for name in ("articles", "quotes", "runs", "terms"):
        object.__setattr__(data, name, getattr(data, name)[:0])
    object.__setattr__(data, "sources", ())
    assert results.measure_concentration(data).table.empty
    assert results.compare_speakers(data).nothing == "Nobody is quoted by name."
    assert results.count_reporting_verbs(data).nothing == "No article quotes anyone directly."
    assert results.compare_shared_quotations(data).nothing
    assert results.profile_quotations(data).nothing
    assert results.locate_quotations(data, most=3).nothing == "No article has a word."


def cells(*rows: tuple[str, str, float, int]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["term", "source", "rate", "n"])
    return table.assign(text=[f"{rate:.0%} · 1" for rate in table["rate"]])


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (
            [("Moran", "Post", 0.3, 4), ("Moran", "Wire", 0.0, 4), ("Pell", "Post", 0.1, 4)],
            "Most quoted by name: Moran, 30 % of the quoted words in Post and none in Wire",
        ),
        (
            [("Moran", "Post", 0.3, 1), ("Moran", "Wire", 0.02, 1)],
            (
                "Most quoted by name: Moran, 30 % of the quoted words in this Post article and 2.0 % in this "
                "Wire article"
            ),
        ),
        (
            [("Moran", name, share, 3) for name, share in zip("ABCD", (0.2, 0.1, 0.4, 0.3), strict=True)],
            "Most quoted by name: Moran, from 10 % of the quoted words in B to 40 % in C",
        ),
        ([], "Nobody is quoted by name"),
        ([("unattributed", "Post", NAN, 3)], "Nobody is quoted by name"),
    ],
)
def test_the_title_names_who_is_quoted_most_with_the_share_in_each_source(
    rows: list[tuple[str, str, float, int]], title: str
) -> None:
    assert describe_speakers(cells(*rows)) == title


@pytest.mark.parametrize(
    ("sizes", "text"), [((4, 4), "(of 4 per source)"), ((3, 1200), "(of 3 to 1,200 per source)")]
)
def test_the_number_of_articles_is_given_with_that_of_all(sizes: tuple[int, int], text: str) -> None:
    table = cells(("Moran", "Post", 0.3, sizes[0]), ("Moran", "Wire", 0.2, sizes[1]))
    assert text in describe_cells(table)
    assert "articles" not in describe_cells(table.assign(text="30 %"))


def describe(**values: object) -> str:
    row = {
        "source": "Post", "articles": 9, "n": 8, "speakers": 5, "effective": 3.25, "low": 2.0, "high": 5.0,
        "top": "Moran", "top_share": 0.4, "unnamed": 0.1, "unattributed": 0.0,
        "event_speakers": 6, "exclusive_speakers": 2,
    } | values  # fmt: skip
    return describe_concentration(next(pd.DataFrame([row]).itertuples()))


def test_concentration_is_described_with_its_interval() -> None:
    assert describe() == (
        "5 speakers are quoted by name in 8 of 9 articles. Their effective number is 3.2 (95 % interval 2.0 to "
        "5.0). Moran has 40 % of their words. Of all quoted words, 10 % are from unnamed speakers and none are "
        "unattributed. Counted once per event, 2 of 6 speakers on shared events are quoted by no other source."
    )
    assert describe(exclusive_speakers=1, event_speakers=1).endswith(
        "1 of 1 speaker on shared events is quoted by no other source."
    )
    assert describe(exclusive_speakers=0).endswith(
        "Every speaker on shared events is also quoted by another source."
    )


def test_without_an_interval_none_is_given_and_one_article_is_this_article() -> None:
    sentence = describe(articles=1, n=1, speakers=1, low=NAN, high=NAN, unnamed=0.0, event_speakers=0)
    assert sentence == "1 speaker is quoted by name in this Post article."
    assert "interval" not in describe(low=NAN, high=NAN)


def test_a_source_that_names_nobody_says_so() -> None:
    assert describe(n=0, top=None) == "Nobody is quoted by name."


def test_forms_of_a_name_that_are_merged_are_listed_with_their_articles(make_corpus: MakeCorpus) -> None:
    texts = {"north/talks": MORAN, "south/talks": MORAN.replace("Ida Moran", "Ida R. Moran")}
    listed = results.list_spellings(measure_texts(make_corpus, texts))
    (row,) = listed.rows()
    assert (row["speaker"], row["name"], row["quotations"]) == ("Ida R. Moran", "Ida Moran", 1)
    assert listed.articles(row) == ["north/talks"]
    assert listed.title == "Counted under another form of the name: 1 form"
    assert not listed.nothing


def test_where_every_name_is_written_in_one_way_nothing_is_listed(make_corpus: MakeCorpus) -> None:
    listed = results.list_spellings(measure_texts(make_corpus, {"north/talks": MORAN}))
    assert (len(listed.table), listed.nothing) == (0, "Every name is written in one way.")
