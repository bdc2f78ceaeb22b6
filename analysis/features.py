"""A corpus becomes feature tables: measured once, cached by content, or read where the texts are away."""

import contextlib
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis import copies, measures
from analysis.articles import Article
from analysis.cleaning import clean
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, SchemaError, listed
from analysis.measures import lexicon as lexicons
from analysis.measures.lexicon import Lexicon
from analysis.paths import CACHE, LEXICON, ROOT, typed
from analysis.provenance import code_key, content_key, to_json, versions
from analysis.schema import METADATA, TABLES, arrow_schema, check

__all__ = ["Features", "measure", "of", "read", "term_list", "write"]

_ABOUT = "about.json"
_BATCH = 100  # articles
_METADATA = [column.name for column in METADATA]


@dataclass(frozen=True, slots=True)
class Features:
    """The tables of a measured corpus, as `analysis.schema.TABLES` describes them.

    Attributes:
        corpus: the corpus's name.
        sources: the sources in display order.
        key: hash of everything that the tables were made from.
        lexicon_key: hash of the term list that was counted.
        articles, sentences, quotes, runs, terms, lexicon, words, scores, counts, removed, copies: the tables.
    """

    corpus: str
    sources: tuple[str, ...]
    key: str
    lexicon_key: str
    articles: pd.DataFrame
    sentences: pd.DataFrame
    quotes: pd.DataFrame
    runs: pd.DataFrame
    terms: pd.DataFrame
    lexicon: pd.DataFrame
    words: pd.DataFrame
    scores: pd.DataFrame
    counts: pd.DataFrame
    removed: pd.DataFrame
    copies: pd.DataFrame


def of(corpus: Corpus, *, lexicon: str = "") -> Features:
    """The features of a corpus: measured from its texts, or as they were shipped with it.

    Texts that are here are measured, unless the same code has measured the same texts before. Where
    texts are absent, the tables in the corpus's features/ folder stand for all of them.

    Args:
        corpus: the loaded corpus.
        lexicon: path of a term list; empty: lexicon.yml of the corpus, or else the one shipped here.

    Raises:
        FeaturesError: all texts are absent and no table stands for them, or the tables were counted
            with another term list than the one asked for.
        LexiconError: there is no such term list, or it is malformed.
    """
    terms = term_list(corpus, lexicon)
    shipped = corpus.folder / "features"
    if corpus.absent and (found := _standing_for(corpus, shipped)):
        if lexicon and found.lexicon_key != content_key(terms.canonical):
            raise FeaturesError(
                f'lexicon = "{lexicon}" cannot be counted: the texts of {corpus.name} are not here',
                todo=f"leave lexicon empty, or put the texts back: analysis add {corpus.name} FILES",
            )
        return found
    if not corpus.articles:
        raise FeaturesError(
            f"the {len(corpus.absent)} texts of {corpus.name} are not here, nor tables of them",
            todo=f"put the texts back: analysis add {corpus.name} FILES",
        )
    key = _key(corpus.articles, terms)
    cached = CACHE / "features" / key[:32]
    for folder in (shipped, cached):
        if _about(folder).get("key") == key:
            with contextlib.suppress(FeaturesError, SchemaError):  # damaged: the texts are here
                return read(folder, corpus)
    measured = measure(corpus, terms)
    with contextlib.suppress(OSError):  # without a cache the next time takes longer, no more
        write(measured, cached)
    return measured


def term_list(corpus: Corpus, lexicon: str = "") -> Lexicon:
    """The term list of a path, or else of the corpus, or else the one shipped here; errors as in `of`."""
    return lexicons.load(_lexicon_path(corpus, lexicon))


def measure(corpus: Corpus, lexicon: Lexicon) -> Features:
    """Measure every article of a corpus that has its text; `lexicon` holds the terms to count."""
    cuts = range(0, len(corpus.articles), _BATCH)
    texts: list[copies.Text] = []
    batches = [_batch(corpus.articles[cut : cut + _BATCH], lexicon, texts) for cut in cuts]
    whole = {"lexicon": _entries(lexicon), "copies": _copied(corpus.articles, texts)}
    batches.append({name: _record_batch(name, table) for name, table in whole.items()})
    tables = {}
    for name in TABLES:
        own = [batch.pop(name) for batch in batches if name in batch]
        found = pa.Table.from_batches(own, _measured_schema(name)).to_pandas()
        tables[name] = _by_several(found) if name == "runs" else found
        check(name, tables[name])
    return Features(
        corpus=corpus.name,
        sources=tuple(s for s in corpus.sources if s in set(tables["articles"]["source"])),
        key=_key(corpus.articles, lexicon),
        lexicon_key=content_key(lexicon.canonical),
        **tables,
    )


def write(features: Features, folder: Path) -> None:
    """Write the tables as Parquet files into `folder`, replacing it as a whole.

    Equal tables give equal bytes: nothing in the files tells when or where they were written.

    Raises:
        FeaturesError: the folder holds something else, which would be lost.
        OSError: it cannot be written.
    """
    own = {_ABOUT, *(f"{table}.parquet" for table in TABLES)}
    others = sorted({path.name for path in folder.iterdir()} - own) if folder.exists() else []
    if visible := [name for name in others if not name.startswith(".")]:
        raise FeaturesError(
            f"{folder} holds files that are no tables: {listed(visible)}",
            todo="move them: the folder is written anew as a whole",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as name:
        apart = Path(name) / folder.name
        apart.mkdir()
        for table in TABLES:
            arrow = _arrow(table, getattr(features, table))
            pq.write_table(arrow.replace_schema_metadata(), apart / f"{table}.parquet", compression="zstd")
        about = {"key": features.key, "lexicon_key": features.lexicon_key}
        (apart / _ABOUT).write_text(to_json(about), encoding="utf-8", newline="\n")
        with contextlib.suppress(FileNotFoundError):
            folder.rename(Path(name) / "before")
        try:
            apart.rename(folder)
        except OSError:  # another process has put the same tables there, or nobody can
            if not folder.is_dir():
                raise


def read(folder: Path, corpus: Corpus) -> Features:
    """Read the tables of a corpus from `folder`; its metadata are those of the corpus as it is now.

    Raises:
        FeaturesError: a table is missing or no Parquet file.
        SchemaError: a table is not what its name says.
    """
    tables = {}
    for name in TABLES:
        tables[name] = _table(folder / f"{name}.parquet", name)
        check(name, tables[name])
    known = pd.DataFrame([_metadata(a) for a in (*corpus.articles, *corpus.absent)])
    articles = tables["articles"].drop(columns=_METADATA).merge(known, on="article_id")
    tables["articles"] = _arrow("articles", articles).to_pandas()
    about = _about(folder)
    return Features(
        corpus=corpus.name,
        sources=tuple(s for s in corpus.sources if s in set(tables["articles"]["source"])),
        key=about.get("key", ""),
        lexicon_key=about.get("lexicon_key", ""),
        **tables,
    )


def _standing_for(corpus: Corpus, folder: Path) -> Features | None:
    """The tables in `folder`, if they hold every article that the corpus lists."""
    if not (folder / _ABOUT).is_file():
        return None
    measured = _table(folder / "articles.parquet", "articles")["sha256"]
    wanted = {article.sha256 for article in (*corpus.articles, *corpus.absent)}
    return read(folder, corpus) if wanted <= set(measured) else None


def _table(path: Path, name: str) -> pd.DataFrame:
    try:
        return pq.read_table(path, schema=arrow_schema(name)).to_pandas()
    except (OSError, pa.ArrowException) as error:
        raise FeaturesError(
            f"{path} cannot be read: {error}", todo="measure the corpus again: analysis measure"
        ) from None


def _key(articles: Sequence[Article], lexicon: Lexicon) -> str:
    """What the tables depend on: texts and their metadata, terms, code, and libraries."""
    texts = [_metadata(article) for article in articles]
    return content_key(texts, lexicon.canonical, code_key("analysis.features"), versions())


def _metadata(article: Article) -> dict[str, Any]:
    return {
        "article_id": article.article_id,
        **{name: getattr(article, name) for name in _METADATA},
    }


def _batch(
    articles: Sequence[Article], lexicon: Lexicon, texts: list[copies.Text]
) -> dict[str, pa.RecordBatch]:
    """Measure some articles; as Arrow, their rows take a small part of the memory that Python's take.

    What is to be compared of each is added to `texts`: shared text is found among all articles.
    """
    tables: dict[str, measures.Columns] = {}
    for article in articles:
        cleaned = clean(article)
        columns = measures.columns(cleaned, lexicon)
        texts.append(copies.of(cleaned, columns["quotes"]))
        for name, measured in columns.items():
            table = tables.setdefault(name, {column: [] for column in measured})
            for column, values in measured.items():
                table[column] += values
    tables["articles"] |= {name: [getattr(article, name) for article in articles] for name in _METADATA}
    return {name: _record_batch(name, table) for name, table in tables.items()}


def _copied(articles: Sequence[Article], texts: Sequence[copies.Text]) -> measures.Columns:
    """The pairs of articles that share text, by their keys."""
    found = [*copies.pairs(texts)]
    return {
        "article_id": [articles[pair.shorter].article_id for pair in found],
        "other": [articles[pair.longer].article_id for pair in found],
        **{name: [getattr(pair, name) for pair in found] for name in copies.Pair._fields[2:]},
    }


def _entries(lexicon: Lexicon) -> measures.Columns:
    return {
        "category": [term.category for term in lexicon.terms],
        "term": [term.text for term in lexicon.terms],
        "explanation": [lexicon.explain.get(term.category) for term in lexicon.terms],
    }


def _measured_schema(name: str) -> pa.Schema:
    """The types of a table as it is measured: the hashes of runs need more room than their numbers."""
    schema = arrow_schema(name)
    if name != "runs":
        return schema
    return schema.set(schema.get_field_index("run"), pa.field("run", pa.int64()))


def _by_several(runs: pd.DataFrame) -> pd.DataFrame:
    """The runs that several articles quote, numbered in order in place of their hashes.

    A hash can be guessed: with the words of an article counted in its tables, a run of five of them is
    found by trying. A number cannot, and runs that stand in one article leave no trace.
    """
    told = runs[runs.groupby("run")["article_id"].transform("nunique") > 1]
    numbers, _ = pd.factorize(told["run"])
    return told.assign(run=numbers.astype("int32")).reset_index(drop=True)


def _record_batch(name: str, columns: measures.Columns) -> pa.RecordBatch:
    """Columns with the types of the schema; NaN and None are both missing."""
    schema = _measured_schema(name)
    arrays = [pa.array(columns[field.name], field.type, from_pandas=True) for field in schema]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _arrow(name: str, table: pd.DataFrame) -> pa.Table:
    """A table with the columns and types of the schema."""
    return pa.Table.from_pandas(table, schema=arrow_schema(name), preserve_index=False)


def _about(folder: Path) -> dict[str, str]:
    try:
        return dict(json.loads((folder / _ABOUT).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # not there, or damaged: its tables are of unknown origin
        return {}


def _lexicon_path(corpus: Corpus, lexicon: str) -> Path:
    if not lexicon:
        own = corpus.folder / "lexicon.yml"
        return own if own.is_file() else LEXICON
    places = (typed(lexicon), ROOT / lexicon, corpus.folder / lexicon)
    return next((place for place in places if place.is_file()), places[0])
