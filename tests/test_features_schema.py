import pandas as pd
import pytest

from analysis.errors import SchemaError
from analysis.features import schema

REMOVED = pd.DataFrame(
    {"article_id": ["a", "a"], "rule": ["byline", "share"], "lines": [1, 2], "words": [3, 4]}
)


def test_a_table_that_is_what_it_says_passes() -> None:
    schema.check("removed", REMOVED)


def test_a_missing_column_is_named_with_those_there_should_be() -> None:
    with pytest.raises(
        SchemaError,
        match="table removed lacks words; it must have the columns: article_id, rule, lines, words",
    ):
        schema.check("removed", REMOVED.drop(columns="words"))


@pytest.mark.parametrize("bad", [-1, None])
def test_a_count_below_zero_or_missing_is_named_with_its_row(bad: int | None) -> None:
    with pytest.raises(SchemaError, match="lines is not a count in rows 1"):
        schema.check("removed", REMOVED.assign(lines=[1, bad]))


def test_a_row_that_repeats_a_key_is_named() -> None:
    with pytest.raises(
        SchemaError,
        match="repeats the key of an earlier row: 1; each combination of article_id, rule must have one row",
    ):
        schema.check("removed", REMOVED.assign(rule="byline"))


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_column_says_what_it_means_and_every_key_is_a_column(name: str) -> None:
    table = schema.TABLES[name]
    assert all(column.meaning for column in table.columns)
    assert set(table.key) <= set(table.names)
    assert schema.arrow_schema(name).names == table.names
