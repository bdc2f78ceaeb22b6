from dataclasses import replace
from pathlib import Path

from analysis import corpus, features
from analysis.features import files
from analysis.pipeline.tables import Measurement


def ship(folder: Path, factor: float = 1.0) -> None:
    """Write tables into the folder of a corpus, with the counts of one source multiplied."""
    measured = features.load(corpus.load(folder))
    articles = measured.articles.copy()
    articles.loc[articles["source"] == "north", "words"] *= factor
    files.write(replace(measured, articles=articles.astype(measured.articles.dtypes)), folder / "features")


def test_tables_that_the_texts_give_have_no_problem(two_sources: Path) -> None:
    assert Measurement(corpus.load(two_sources)).problem() == ""
    ship(two_sources)
    assert Measurement(corpus.load(two_sources)).problem() == ""


def test_tables_with_other_values_are_named_though_their_hashes_fit(two_sources: Path) -> None:
    ship(two_sources, factor=2)
    problem = Measurement(corpus.load(two_sources)).problem()
    assert problem == "features/ is not what the texts give: articles.parquet"


def test_edited_and_unreadable_tables_are_named(two_sources: Path) -> None:
    ship(two_sources)
    (two_sources / "features" / "words.parquet").write_bytes(b"edited")
    problem = Measurement(corpus.load(two_sources)).problem()
    assert problem == "features/ was edited after it was measured: words.parquet"


def test_if_some_texts_are_absent_the_tables_of_the_others_are_compared(two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    rows = [f"{article.file},{article.source},{article.sha256}" for article in loaded.articles]
    ship(two_sources, factor=2)
    (two_sources / "articles.csv").write_text("\n".join(["file,source,sha256", *rows, ""]))
    (two_sources / "south" / "one.txt").unlink()
    assert "articles.parquet" in Measurement(corpus.load(two_sources)).problem()
    for path in (two_sources / "north").iterdir():
        path.unlink()
    assert Measurement(corpus.load(two_sources)).problem() == ""


def test_hashes_are_those_of_the_texts_and_not_of_the_cache(two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    assert Measurement(loaded).hashes(loaded, "") == features.hash_tables(loaded)


def test_the_term_list_is_compared_though_texts_are_absent_since_it_needs_none(two_sources: Path) -> None:
    measured = features.load(corpus.load(two_sources))
    rows = [f"{a.file},{a.source},{a.sha256}" for a in corpus.load(two_sources).articles]
    (two_sources / "articles.csv").write_text("\n".join(["file,source,sha256", *rows, ""]))
    (two_sources / rows[0].split(",")[0]).unlink()
    files.write(measured, two_sources / "features")
    assert Measurement(corpus.load(two_sources)).problem() == ""
    forged = measured.lexicon.assign(category=measured.lexicon["category"].iloc[::-1].to_numpy())
    files.write(replace(measured, lexicon=forged.astype(measured.lexicon.dtypes)), two_sources / "features")
    problem = Measurement(corpus.load(two_sources)).problem()
    assert problem == "features/ is not what the texts give: lexicon.parquet"
