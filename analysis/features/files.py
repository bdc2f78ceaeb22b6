"""Feature tables as Parquet files: equal tables are equal bytes."""

import contextlib
import hashlib
import tempfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis import __version__
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, listed
from analysis.features import origin
from analysis.features.origin import ABOUT, METADATA
from analysis.features.schema import TABLES, arrow_schema, check
from analysis.features.tables import Features
from analysis.provenance import to_json

__all__ = ["digest_tables", "pack_tables", "read", "write"]


def write(features: Features, folder: Path) -> None:
    """Write the tables as Parquet files into `folder`, replacing it as a whole.

    Equal tables give equal bytes: the files do not depend on when or where they were written.

    Raises:
        FeaturesError: the folder holds other files, which would be lost.
        OSError: it cannot be written.
    """
    own = {ABOUT, *(f"{table}.parquet" for table in {*TABLES, *origin.read_about(folder).get("tables", ())})}
    others = sorted({path.name for path in folder.iterdir()} - own) if folder.exists() else []
    if visible := [name for name in others if not name.startswith(".")]:
        raise FeaturesError(
            f"{folder} contains files that are not tables: {listed(visible)}",
            todo="move them elsewhere: the folder is replaced as a whole",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as name:
        new = Path(name) / folder.name
        new.mkdir()
        tables = pack_tables(features)
        for table, content in tables.items():
            (new / f"{table}.parquet").write_bytes(content)
        about = {
            "format": origin.FORMAT,
            "version": __version__,
            "key": features.key,
            "lexicon_key": features.lexicon_key,
            "code": origin.hash_code(),
            "texts": sorted({*features.articles["sha256"], *features.left_out["sha256"]}),
            "tables": {table: hashlib.sha256(content).hexdigest() for table, content in tables.items()},
        }
        (new / ABOUT).write_text(to_json(about), encoding="utf-8", newline="\n")
        with contextlib.suppress(FileNotFoundError):
            folder.rename(Path(name) / "before")
        try:
            new.rename(folder)
        except OSError:  # unless another process has put the same tables there
            if not folder.is_dir():
                raise


def pack_tables(features: Features) -> dict[str, bytes]:
    """Each table as the bytes of a Parquet file: the same for equal tables."""
    found = {}
    for table in TABLES:
        arrow, buffer = _arrow(table, features.table(table)), pa.BufferOutputStream()
        pq.write_table(arrow.replace_schema_metadata(), buffer, compression="zstd")
        found[table] = buffer.getvalue().to_pybytes()
    return found


def digest_tables(features: Features) -> dict[str, str]:
    """The sha256 of each table as a file."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in pack_tables(features).items()}


def read(folder: Path, corpus: Corpus) -> Features:
    """Read the tables of a corpus from `folder`; the articles' metadata are those of the corpus now.

    Raises:
        FeaturesError: a table cannot be read, or a column is missing or has another type.
        SchemaError: a table has impossible values.
    """
    tables = {}
    for name in TABLES:
        tables[name] = _read_table(folder / f"{name}.parquet", name, corpus)
        check(name, tables[name])
    known = pd.DataFrame([origin.describe_article(a) for a in (*corpus.articles, *corpus.absent)])
    articles = tables["articles"].drop(columns=METADATA).merge(known, on="article_id")
    tables["articles"] = _arrow("articles", articles).to_pandas()
    about = origin.read_about(folder)
    return Features.from_tables(
        tables,
        corpus=corpus.name,
        sources=tuple(s for s in corpus.sources if s in set(tables["articles"]["source"])),
        key=about.get("key", ""),
        lexicon_key=about.get("lexicon_key", ""),
        corrections=corpus.corrections,
        measured_by="" if about.get("code") == origin.hash_code() else origin.name_version(folder),
    )


def _read_table(path: Path, name: str, corpus: Corpus) -> pd.DataFrame:
    """A table with the columns of the schema; others are ignored."""
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowException) as error:
        raise FeaturesError(f"{path} cannot be read: {error}", todo=origin.explain_remedy(corpus)) from None
    schema = arrow_schema(name)
    problems = [
        f"has the column {field.name} as {table.schema.field(field.name).type}, not as {field.type}"
        if field.name in table.schema.names
        else f"has no column {field.name}"
        for field in schema
        if field.name not in table.schema.names or table.schema.field(field.name).type != field.type
    ]
    if problems:
        by = origin.name_version(path.parent)
        raise FeaturesError(
            f"{path} {problems[0]}; the table was measured by {by}", todo=origin.explain_remedy(corpus)
        )
    return table.select(schema.names).to_pandas()


def _arrow(name: str, table: pd.DataFrame) -> pa.Table:
    """A table with the columns and types of the schema."""
    return pa.Table.from_pandas(table, schema=arrow_schema(name), preserve_index=False)
