"""Feature tables as Parquet files: equal tables are equal bytes."""

import contextlib
import hashlib
import tempfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.corpus import Corpus
from analysis.errors import FeaturesError, listed
from analysis.features import origin
from analysis.features.origin import ABOUT, METADATA
from analysis.features.tables import Features
from analysis.measures.schema import TABLES, arrow_schema, check
from analysis.provenance import to_json

__all__ = ["packed", "read", "write"]


def write(features: Features, folder: Path) -> None:
    """Write the tables as Parquet files into `folder`, replacing it as a whole.

    Equal tables give equal bytes: nothing in the files tells when or where they were written.

    Raises:
        FeaturesError: the folder holds something else, which would be lost.
        OSError: it cannot be written.
    """
    own = {ABOUT, *(f"{table}.parquet" for table in TABLES)}
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
        tables = packed(features)
        for table, content in tables.items():
            (apart / f"{table}.parquet").write_bytes(content)
        about = {
            "key": features.key,
            "lexicon_key": features.lexicon_key,
            "code": origin.code(),
            "texts": sorted(set(features.articles["sha256"])),
            "tables": {table: hashlib.sha256(content).hexdigest() for table, content in tables.items()},
        }
        (apart / ABOUT).write_text(to_json(about), encoding="utf-8", newline="\n")
        with contextlib.suppress(FileNotFoundError):
            folder.rename(Path(name) / "before")
        try:
            apart.rename(folder)
        except OSError:  # another process has put the same tables there, or nobody can
            if not folder.is_dir():
                raise


def packed(features: Features) -> dict[str, bytes]:
    """Each table as the bytes of a Parquet file: the same for equal tables."""
    found = {}
    for table in TABLES:
        arrow, buffer = _arrow(table, getattr(features, table)), pa.BufferOutputStream()
        pq.write_table(arrow.replace_schema_metadata(), buffer, compression="zstd")
        found[table] = buffer.getvalue().to_pybytes()
    return found


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
    known = pd.DataFrame([origin.metadata(a) for a in (*corpus.articles, *corpus.absent)])
    articles = tables["articles"].drop(columns=METADATA).merge(known, on="article_id")
    tables["articles"] = _arrow("articles", articles).to_pandas()
    about = origin.about(folder)
    return Features(
        corpus=corpus.name,
        sources=tuple(s for s in corpus.sources if s in set(tables["articles"]["source"])),
        key=about.get("key", ""),
        lexicon_key=about.get("lexicon_key", ""),
        **tables,
    )


def _table(path: Path, name: str) -> pd.DataFrame:
    try:
        return pq.read_table(path, schema=arrow_schema(name)).to_pandas()
    except (OSError, pa.ArrowException) as error:
        raise FeaturesError(
            f"{path} cannot be read: {error}", todo="measure the corpus again: analysis measure"
        ) from None


def _arrow(name: str, table: pd.DataFrame) -> pa.Table:
    """A table with the columns and types of the schema."""
    return pa.Table.from_pandas(table, schema=arrow_schema(name), preserve_index=False)
