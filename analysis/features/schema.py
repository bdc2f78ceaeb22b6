"""The feature tables, derived from what the families of measures count."""

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from analysis.errors import SchemaError, listed
from analysis.measures.registry import families
from analysis.measures.schema import Column, Table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["METADATA", "TABLES", "arrow_schema", "check"]

METADATA: tuple[Column, ...] = (
    Column("source", "text", "the outlet"),
    Column("title", "text", "headline as the corpus's table gives it"),
    Column("date", "text", "day of publication, YYYY-MM-DD"),
    Column("url", "text", "address"),
    Column("agency", "text", "news agency that the text comes from"),
    Column("event", "text", "key shared by articles on one event"),
    Column("file", "text", "path below the corpus folder"),
    Column("sha256", "text", "hash of the file's bytes"),
)
_ID = Column("article_id", "text", "key of the article")


TABLES: Mapping[str, Table] = {
    "articles": Table(
        "an article",
        (_ID.name,),
        (_ID, *METADATA, *chain.from_iterable(family.columns for family in families())),
    ),
    **{
        name: Table(table.row, (_ID.name, *table.key), (_ID, *table.columns))
        for family in families()
        for name, table in family.tables.items()
    },
    "lexicon": Table(
        "an entry of the term list that was counted",
        ("category", "term"),
        (
            Column("category", "text", "category of the term list"),
            Column("term", "text", "the entry"),
            Column("explanation", "text", "what the category is meant to find"),
        ),
    ),
    "left_out": Table(
        "an article that is not measured",
        ("article_id",),
        (
            Column("article_id", "text", "key of the article"),
            Column("sha256", "text", "hash of the file's bytes"),
            Column("reason", "text", "`other language` than the corpus, or `few words`"),
            Column("language", "text", "code of the language of the body; empty if it is not clear"),
            Column("words", "count", "words of the body"),
        ),
    ),
    "copies": Table(
        "two articles that share text",
        ("article_id", "other"),
        (
            Column("article_id", "text", "key of the shorter article; of two of one length the first"),
            Column("other", "text", "key of the longer article"),
            Column("containment", "number", "runs of five words of both / those of the shorter, 0 to 1"),
            Column("jaccard", "number", "runs of five words of both / those of either, 0 to 1"),
            Column("shared_words", "count", "words of the shorter in passages that the longer has too"),
        ),
    ),
}


def arrow_schema(name: str) -> "pa.Schema":
    """The Arrow schema of the table `name`."""
    import pyarrow as pa  # noqa: PLC0415  # a heavy import that only reading and writing need

    types = {
        "text": pa.string(),
        "count": pa.int32(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "numbers": pa.list_(pa.float64()),
    }
    return pa.schema([(column.name, types[column.kind]) for column in TABLES[name].columns])


def check(name: str, table: "pd.DataFrame") -> None:
    """Check that a table has its columns, no negative count and no key twice.

    Raises:
        SchemaError: names the table, the column and the first bad rows.
    """
    spec = TABLES[name]
    if missing := [column for column in spec.names if column not in table.columns]:
        raise SchemaError(
            f"table {name} lacks {listed(missing)}", allowed=f"it must have the columns: {listed(spec.names)}"
        )
    for column in spec.columns:
        if column.kind == "count" and len(bad := table.index[~(table[column.name] >= 0)]):
            raise SchemaError(
                f"table {name}: {column.name} is not a count in rows {listed(bad)}",
                allowed=f"it must be a whole number, 0 or more ({column.meaning})",
            )
    if len(twice := table.index[table.duplicated(list(spec.key))]):
        raise SchemaError(
            f"table {name} repeats the key of an earlier row: {listed(twice)}",
            allowed=f"each combination of {listed(spec.key)} must have one row ({spec.row})",
        )
