import dataclasses
import hashlib
import json
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features
from analysis.errors import FeaturesError, LexiconError
from analysis.features import files, measurement
from analysis.measures.schema import TABLES
from analysis.project import CORPORA, LEXICON, ROOT
from analysis.text.terms import lexicon

SEEDS = ROOT.parent / "shared" / "seeds"


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


def test_every_article_has_its_row_and_every_word_is_counted_once(two_sources: Path) -> None:
    data = features.load(corpus.load(two_sources))
    articles = data.articles
    assert list(articles["article_id"]) == ["north/one", "north/two", "south/one", "south/two"]
    assert (articles["narration_words"] + articles["quotation_words"] == articles["words"]).all()
    counted = data.words[data.words["voice"] != "headline"].groupby("article_id")["count"].sum()
    assert (counted == articles.set_index("article_id")["words"]).all()
    assert (
        data.sentences.groupby("article_id")["words"].sum() == articles.set_index("article_id")["words"]
    ).all()


def test_terms_are_counted_by_voice(two_sources: Path) -> None:
    terms = features.load(corpus.load(two_sources)).terms
    one = terms[terms["article_id"] == "north/one"].set_index("term")
    assert one.loc["dismal", "voice"] == "narration"
    assert one.loc["publicity blitz", "count"] == 1
    assert "dismal" not in set(terms.loc[terms["article_id"] == "south/one", "term"])


def test_articles_that_share_text_are_paired_the_shorter_with_the_longer(make_corpus: MakeCorpus) -> None:
    files = {"north/a.txt": STORY, "south/a.txt": STORY.split("\n\n", 2)[2], "south/b.txt": "Rain.\n"}
    (pair,) = features.load(corpus.load(make_corpus(files))).copies.itertuples(index=False)
    assert (pair.article_id, pair.other, pair.containment, pair.shared_words) == ("south/a", "north/a", 1, 95)


def test_articles_that_quote_the_same_words_alone_are_not_paired(make_corpus: MakeCorpus) -> None:
    speech = " ".join(STORY.replace('"', "").split())
    tales = {
        "north/a.txt": f'Ida Moran spoke in the harbour hall: "{speech}" she said.',
        "south/a.txt": f'"{speech}" Moran told the council of Ferrin, whose members had come by boat.',
    }
    data = features.load(corpus.load(make_corpus(tales)))
    assert (data.articles["quotation_words"] > 130).all()
    assert data.copies.empty


def test_no_table_holds_six_words_of_the_text_in_a_row(two_sources: Path) -> None:
    data = features.load(corpus.load(two_sources))
    words = STORY.split()
    runs = {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}
    for name in TABLES:
        for column in getattr(data, name).select_dtypes(["object", "string"]):
            held = getattr(data, name)[column].dropna().astype(str)
            assert not any(run in text for run in runs for text in held), f"{name}.{column}"


def test_an_article_of_nothing_but_junk_has_no_words_and_says_so(make_corpus: MakeCorpus) -> None:
    junk = "Close\n\nShare on Facebook\n\nBy continuing to use the site, you agree to the use of cookies.\n"
    data = features.load(corpus.load(make_corpus({"north/junk.txt": junk, "north/a.txt": STORY})))
    row = data.articles.set_index("article_id").loc["north/junk"]
    assert (row["words"], row["note"]) == (0, "nothing is left of the body after cleaning")
    scores = data.scores[(data.scores["article_id"] == "north/junk") & (data.scores["score"] == "lix")]
    assert scores["value"].isna().all()
    assert scores["reason"].notna().all()


def test_equal_corpora_give_equal_bytes(two_sources: Path, tmp_path: Path) -> None:
    terms = lexicon.load(LEXICON)
    for name in ("first", "second"):
        files.write(measurement.measure(corpus.load(two_sources), terms), tmp_path / name)
    assert tables(tmp_path / "first") == tables(tmp_path / "second")


def test_what_was_measured_is_read_back_as_it_was(two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    first, second = features.load(loaded), features.load(loaded)
    for field in dataclasses.fields(features.Features):
        a, b = getattr(first, field.name), getattr(second, field.name)
        assert a.equals(b) if hasattr(a, "equals") else a == b, field.name


def test_the_second_time_nothing_is_measured(two_sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    features.load(corpus.load(two_sources))
    monkeypatch.setattr(measurement, "measure", None)
    features.load(corpus.load(two_sources))


def test_a_changed_text_is_measured_again(two_sources: Path) -> None:
    before = features.load(corpus.load(two_sources))
    (two_sources / "north" / "one.txt").write_text(STORY + "\nNobody objected to that, said the speaker.\n")
    after = features.load(corpus.load(two_sources))
    assert after.key != before.key
    assert after.articles["words"].sum() == before.articles["words"].sum() + 7


def test_tables_stand_for_texts_that_are_away(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY})
    digest = corpus.load(folder).articles[0].sha256
    (folder / "articles.csv").write_text(f"file,source,title,sha256\nnorth/a.txt,North,A visit,{digest}\n")
    loaded = corpus.load(folder)
    here = features.load(loaded)
    files.write(here, folder / "features")
    (folder / "north" / "a.txt").unlink()
    away = features.load(corpus.load(folder))
    assert away.articles.equals(here.articles)
    assert away.terms.equals(here.terms)


def test_a_term_list_cannot_be_counted_in_texts_that_are_away(
    make_corpus: MakeCorpus, tmp_path: Path
) -> None:
    folder = make_corpus({"north/a.txt": STORY})
    digest = corpus.load(folder).articles[0].sha256
    (folder / "articles.csv").write_text(f"file,source,sha256\nnorth/a.txt,North,{digest}\n")
    files.write(features.load(corpus.load(folder)), folder / "features")
    (folder / "north" / "a.txt").unlink()
    own = tmp_path / "own.yml"
    own.write_text("meeting: [envoys, talks]\n")
    with pytest.raises(
        FeaturesError, match=r"cannot be counted: the texts of corpus are not here; leave lexicon empty"
    ):
        features.load(corpus.load(folder), lexicon=str(own))


def test_texts_that_are_away_without_tables_are_an_error_with_the_way_out(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": f"file,source,sha256\nnorth/a.txt,North,{'0' * 64}\n"})
    with pytest.raises(FeaturesError, match="put the texts back: analysis add corpus FILES"):
        features.load(corpus.load(folder))


def test_an_unknown_term_list_is_refused_by_its_path(two_sources: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.yml"):
        features.load(corpus.load(two_sources), lexicon="nowhere.yml")


def test_a_corpus_may_bring_its_own_term_list(make_corpus: MakeCorpus) -> None:
    data = features.load(corpus.load(make_corpus({"lexicon.yml": "meeting: [envoys]\n", "n/a.txt": STORY})))
    assert list(data.lexicon["term"]) == ["envoys"]
    assert data.terms["count"].sum() == 2


def test_a_table_that_is_no_parquet_is_refused_with_what_to_do(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY})
    files.write(features.load(corpus.load(folder)), folder / "features")
    (folder / "features" / "terms.parquet").write_bytes(b"not parquet")
    with pytest.raises(FeaturesError, match=r"terms\.parquet cannot be read: .*; measure the corpus again"):
        files.read(folder / "features", corpus.load(folder))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the publishers' texts are not here")
def test_the_shipped_tables_are_those_of_the_two_texts_to_the_byte(tmp_path: Path) -> None:
    shipped = CORPORA / "un-north-korea-2014"
    folder = tmp_path / shipped.name
    folder.mkdir()
    for name in ("corpus.toml", "articles.csv"):
        (folder / name).write_bytes((shipped / name).read_bytes())
    loaded = corpus.load(folder)
    corpus.add(loaded, sorted(SEEDS.glob("*.txt")))
    measured = measurement.measure(corpus.load(folder), lexicon.load(LEXICON))
    files.write(measured, tmp_path / "features")
    assert tables(tmp_path / "features") == tables(shipped / "features")


def test_the_two_texts_have_the_numbers_that_were_counted_by_hand() -> None:
    data = features.load(corpus.load("un-north-korea-2014"))
    articles = data.articles.set_index("source")
    assert articles["words"].to_dict() == {"Zee News": 365, "CNN": 364}
    assert articles["sentences"].to_dict() == {"Zee News": 14, "CNN": 18}
    assert articles["paragraphs"].to_dict() == {"Zee News": 14, "CNN": 12}
    assert articles["quotation_words"].to_dict() == {"Zee News": 90, "CNN": 56}
    assert articles["truncated"].to_dict() == {"Zee News": False, "CNN": True}
    terms = data.terms.set_index(["term", "voice"])["count"]
    assert terms.loc["dismal"].to_dict() == {"narration": 1}
    assert terms.loc["publicity blitz"].to_dict() == {"narration": 1}


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("about.json", b"{"),
        ("about.json", b"[1]"),
        ("terms.parquet", b"not parquet"),
        ("terms.parquet", None),
    ],
)
def test_a_damaged_cache_is_measured_anew(
    two_sources: Path, tmp_path: Path, file: str, content: bytes | None
) -> None:
    first = features.load(corpus.load(two_sources))
    damaged = tmp_path / "cache" / "features" / first.key[:32] / file
    damaged.unlink() if content is None else damaged.write_bytes(content)
    second = features.load(corpus.load(two_sources))
    assert second.terms.equals(first.terms)
    assert files.read(damaged.parent, corpus.load(two_sources)).key == first.key


def test_a_cache_that_cannot_be_written_stops_nothing(two_sources: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert len(features.load(corpus.load(two_sources)).articles) == 4


def test_tables_of_absent_texts_that_are_damaged_are_refused_with_their_path(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": f"file,source,sha256\nnorth/a.txt,North,{'0' * 64}\n"})
    (folder / "features").mkdir()
    (folder / "features" / "about.json").write_text(json.dumps({"texts": ["0" * 64]}))
    with pytest.raises(FeaturesError, match=r"articles\.parquet cannot be read"):
        features.load(corpus.load(folder))


def test_writing_takes_no_file_away_that_is_no_table(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY, "features/essay.txt": STORY})
    with pytest.raises(FeaturesError, match=r"holds files that are no tables: essay\.txt; move them"):
        files.write(features.load(corpus.load(folder)), folder / "features")
    assert (folder / "features" / "essay.txt").is_file()


def test_tables_that_are_what_the_texts_give_are_not_stale(two_sources: Path) -> None:
    assert features.stale(corpus.load(two_sources)) == ""
    files.write(features.load(corpus.load(two_sources)), two_sources / "features")
    assert features.stale(corpus.load(two_sources)) == ""


def test_stale_tables_say_what_they_are_not_made_of(
    two_sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = two_sources / "features"
    files.write(features.load(corpus.load(two_sources)), folder)
    one = two_sources / "north" / "one.txt"
    text = one.read_text()
    one.write_text(text.replace("Monday", "Sunday"))
    assert "measured from other texts or another term list" in features.stale(corpus.load(two_sources))
    one.write_text(text)
    monkeypatch.setattr("analysis.features.origin.code", lambda: "other")
    assert "measured by other code" in features.stale(corpus.load(two_sources))
    table = folder / "quotes.parquet"
    table.write_bytes(table.read_bytes() + b" ")
    assert (
        features.stale(corpus.load(two_sources))
        == "features/ was edited since it was measured: quotes.parquet"
    )


def test_the_digests_of_tables_are_those_of_their_files(two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    before = features.digests(loaded)
    files.write(features.load(loaded), two_sources / "features")
    assert before == {
        name: hashlib.sha256((two_sources / "features" / f"{name}.parquet").read_bytes()).hexdigest()
        for name in TABLES
    }
    assert features.digests(loaded) == before
