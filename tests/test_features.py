import dataclasses
import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features, project
from analysis.errors import FeaturesError, LexiconError
from analysis.features import files, measurement, store
from analysis.features.schema import TABLES
from analysis.text.terms import lexicon

PROJECT = Path(__file__).resolve().parent.parent
SEEDS = PROJECT.parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def _away(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("away") / "corpus"
    (folder / "north").mkdir(parents=True)
    (folder / "north" / "a.txt").write_text(STORY)
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    (folder / "articles.csv").write_text(f"file,source,title,sha256\nnorth/a.txt,North,A visit,{digest}\n")
    files.write(measurement.measure(corpus.load(folder), lexicon.load(lexicon.SHIPPED)), folder / "features")
    (folder / "north" / "a.txt").unlink()
    return folder


@pytest.fixture
def away(_away: Path, tmp_path: Path) -> Path:
    """A corpus of one article whose text is absent: its tables stand for it."""
    return shutil.copytree(_away, tmp_path / "away" / "corpus")


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
    terms = lexicon.load(lexicon.SHIPPED)
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
        FeaturesError,
        match=r"cannot be counted: the texts of corpus are not here; only the term list .*; use that list, or put the texts back",
    ):
        features.load(corpus.load(folder), lexicon=str(own))


def test_texts_that_are_away_without_tables_are_an_error_with_the_way_out(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": f"file,source,sha256\nnorth/a.txt,North,{'0' * 64}\n"})
    with pytest.raises(FeaturesError, match=r"put the texts back: analysis add .*corpus FILES"):
        features.load(corpus.load(folder))


def test_an_unknown_term_list_is_refused_by_its_path(two_sources: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.yml"):
        features.load(corpus.load(two_sources), lexicon="nowhere.yml")


def test_a_corpus_may_bring_its_own_term_list(make_corpus: MakeCorpus) -> None:
    data = features.load(corpus.load(make_corpus({"lexicon.yml": "meeting: [envoys]\n", "n/a.txt": STORY})))
    assert list(data.lexicon["term"]) == ["envoys"]
    assert data.terms["count"].sum() == 2


def test_a_changed_term_list_of_the_corpus_cannot_be_counted_in_texts_that_are_away(away: Path) -> None:
    (away / "lexicon.yml").write_text("meeting: [envoys, talks]\n")
    with pytest.raises(FeaturesError, match=r'lexicon = "lexicon\.yml" cannot be counted: the texts'):
        features.load(corpus.load(away))


def rewrite(folder: Path, table: str, content: bytes | None) -> None:
    """Replace a table as other code would have written it: `about.json` knows its hash."""
    about = json.loads((folder / "about.json").read_text())
    about |= {"version": "0.0.9", "code": "other"}
    if content is None:
        (folder / f"{table}.parquet").unlink()
        del about["tables"][table]
    else:
        (folder / f"{table}.parquet").write_bytes(content)
        about["tables"][table] = hashlib.sha256(content).hexdigest()
    (folder / "about.json").write_text(json.dumps(about))


def parquet(table: pa.Table) -> bytes:
    buffer = pa.BufferOutputStream()
    pq.write_table(table, buffer)
    return bytes(buffer.getvalue().to_pybytes())


def place(folder: Path) -> str:
    """What commands call a corpus outside of the project."""
    return project.corpus_argument(folder)


REMEDY = "put the texts back: analysis add "


@pytest.mark.parametrize("table", TABLES)
def test_a_column_that_is_missing_or_has_another_type_is_an_error_with_its_cause_and_remedy(
    away: Path, table: str
) -> None:
    whole = pq.read_table(away / "features" / f"{table}.parquet")
    for at, column in enumerate(TABLES[table].names):
        rewrite(away / "features", table, parquet(whole.drop_columns(column)))
        with pytest.raises(FeaturesError) as error:
            features.load(corpus.load(away))
        assert f"{table}.parquet has no column {column};" in str(error.value)
        assert f"measured by version 0.0.9 of samestory; {REMEDY}" in str(error.value)
        assert str(error.value).endswith("corpus FILES, then measure again: analysis measure " + place(away))
        dates = pa.array([0] * len(whole), pa.date32())
        rewrite(away / "features", table, parquet(whole.set_column(at, column, dates)))
        with pytest.raises(
            FeaturesError, match=f"{table}.parquet has the column {column} as date32.*, not as"
        ):
            features.load(corpus.load(away))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_missing_is_an_error_with_its_cause_and_remedy(away: Path, table: str) -> None:
    rewrite(away / "features", table, None)
    for read in (features.load, features.hash_tables):
        with pytest.raises(FeaturesError) as error:
            read(corpus.load(away))
        assert f"{table}.parquet is missing; the tables were measured by version 0.0.9" in str(error.value)
        assert REMEDY in str(error.value)


@pytest.mark.parametrize("table", TABLES)
def test_a_column_that_is_not_known_is_ignored(away: Path, table: str) -> None:
    before = features.load(corpus.load(away))
    whole = pq.read_table(away / "features" / f"{table}.parquet")
    more = whole.append_column("more", pa.array([1] * len(whole)))
    rewrite(away / "features", table, parquet(more))
    assert getattr(features.load(corpus.load(away)), table).equals(getattr(before, table))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_was_edited_is_not_used(away: Path, table: str) -> None:
    path = away / "features" / f"{table}.parquet"
    path.write_bytes(path.read_bytes() + b" ")
    for read in (features.load, features.hash_tables):
        with pytest.raises(FeaturesError, match=rf"{table}\.parquet was edited after it was measured; .*put"):
            read(corpus.load(away))


def test_a_table_that_is_not_parquet_is_refused_with_what_to_do(away: Path) -> None:
    rewrite(away / "features", "terms", b"not parquet")
    with pytest.raises(FeaturesError, match=r"terms\.parquet cannot be read: .*; put the texts back"):
        features.load(corpus.load(away))


def test_tables_in_a_newer_format_are_refused(away: Path) -> None:
    about = json.loads((away / "features" / "about.json").read_text())
    (away / "features" / "about.json").write_text(json.dumps({**about, "format": 2, "version": "9.0"}))
    with pytest.raises(
        FeaturesError, match=r"version 9\.0 of samestory, in a format .* newer.*; update samestory"
    ):
        features.load(corpus.load(away))


def test_tables_of_other_code_have_a_mark_where_the_texts_are_away(away: Path) -> None:
    assert features.load(corpus.load(away)).mark == ""
    trust = "the feature tables of 1 article whose texts are not here"
    assert features.describe_trust(corpus.load(away)) == trust
    rewrite(away / "features", "runs", (away / "features" / "runs.parquet").read_bytes())
    data = features.load(corpus.load(away))
    assert data.measured_by == "version 0.0.9 of samestory"
    assert data.mark == "Measured by version 0.0.9 of samestory with other code; the texts are not here."
    assert features.explain_staleness(corpus.load(away)) == ""
    other = f"{trust}, measured by version 0.0.9 of samestory with other code"
    assert features.describe_trust(corpus.load(away)) == other


def test_tables_of_other_code_are_measured_again_where_the_texts_are_here(two_sources: Path) -> None:
    measured = features.load(corpus.load(two_sources))
    shipped = two_sources / "features"
    files.write(replace(measured, articles=measured.articles.assign(words=1)), shipped)
    rewrite(shipped, "runs", (shipped / "runs.parquet").read_bytes())
    about = json.loads((shipped / "about.json").read_text())
    (shipped / "about.json").write_text(json.dumps({**about, "key": "other"}))
    data = features.load(corpus.load(two_sources))
    assert data.mark == ""
    assert data.articles.equals(measured.articles)
    assert (
        features.explain_staleness(corpus.load(two_sources))
        == "features/ is not what the texts give now: articles.parquet"
    )
    assert features.describe_trust(corpus.load(two_sources)) == ""


def test_a_fresh_measurement_reads_neither_the_cache_nor_shipped_tables(two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    measured = features.load(loaded)
    forged = replace(measured, articles=measured.articles.assign(words=measured.articles["words"] + 500))
    for folder in (two_sources / "features", store._cache_folder(measured.key)):
        files.write(forged, folder)
    assert features.load(loaded).articles.equals(forged.articles)
    assert features.load(loaded, fresh=True).articles.equals(measured.articles)
    assert features.explain_staleness(loaded) == "features/ is not what the texts give now: articles.parquet"
    files.write(forged, store._cache_folder(measured.key))
    assert features.hash_tables(loaded, fresh=True) == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.pack_tables(measured).items()
    }


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the publishers' texts are not here")
def test_the_shipped_tables_are_those_of_the_two_texts_to_the_byte(tmp_path: Path) -> None:
    shipped = PROJECT / "corpus" / "un-north-korea-2014"
    folder = tmp_path / shipped.name
    folder.mkdir()
    for name in ("corpus.toml", "articles.csv"):
        (folder / name).write_bytes((shipped / name).read_bytes())
    loaded = corpus.load(folder)
    corpus.add(loaded, sorted(SEEDS.glob("*.txt")))
    measured = measurement.measure(corpus.load(folder), lexicon.load(lexicon.SHIPPED))
    files.write(measured, tmp_path / "features")
    assert tables(tmp_path / "features") == tables(shipped / "features")


def test_the_two_texts_have_the_numbers_that_were_counted_by_hand() -> None:
    data = features.load(corpus.load("un-north-korea-2014"))
    articles = data.articles.set_index("source")
    assert articles["words"].to_dict() == {"Zee News": 365, "CNN": 364}
    assert articles["sentences"].to_dict() == {
        "Zee News": 14,
        "CNN": 17,
    }  # and a torn one that does not count
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


def test_writing_takes_no_file_away_that_is_no_table(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY, "features/essay.txt": STORY})
    with pytest.raises(FeaturesError, match=r"contains files that are not tables: essay\.txt; move them"):
        files.write(features.load(corpus.load(folder)), folder / "features")
    assert (folder / "features" / "essay.txt").is_file()


def test_tables_that_are_what_the_texts_give_are_not_stale(two_sources: Path) -> None:
    assert features.explain_staleness(corpus.load(two_sources)) == ""
    files.write(features.load(corpus.load(two_sources)), two_sources / "features")
    assert features.explain_staleness(corpus.load(two_sources)) == ""


def test_stale_tables_are_named(two_sources: Path) -> None:
    folder = two_sources / "features"
    files.write(features.load(corpus.load(two_sources)), folder)
    one = two_sources / "north" / "one.txt"
    text = one.read_text()
    one.write_text(text.replace("Monday", "Sunday"))
    assert features.explain_staleness(corpus.load(two_sources)).startswith(
        "features/ is not what the texts give now: articles.parquet, words.parquet"
    )
    one.write_text(text)
    assert features.explain_staleness(corpus.load(two_sources)) == ""
    table = folder / "quotes.parquet"
    table.write_bytes(table.read_bytes() + b" ")
    assert (
        features.explain_staleness(corpus.load(two_sources))
        == "features/ was edited after it was measured: quotes.parquet"
    )


def test_tables_that_an_older_version_had_are_replaced(two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    files.write(features.load(loaded), two_sources / "features")
    rewrite(two_sources / "features", "old", b"an old table")
    files.write(features.load(loaded), two_sources / "features")
    assert not (two_sources / "features" / "old.parquet").exists()


def test_the_digests_of_tables_are_those_of_their_files(two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    before = features.hash_tables(loaded)
    files.write(features.load(loaded), two_sources / "features")
    assert before == {
        name: hashlib.sha256((two_sources / "features" / f"{name}.parquet").read_bytes()).hexdigest()
        for name in TABLES
    }
    assert features.hash_tables(loaded) == before
