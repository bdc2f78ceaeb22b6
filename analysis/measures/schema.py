"""How a family of measures describes its tables: what a row is, and each column's type, unit and meaning."""

from typing import Literal, NamedTuple

__all__ = ["VOICE", "Column", "Kind", "Table"]

Kind = Literal["text", "count", "number", "flag", "numbers"]


class Column(NamedTuple):
    """A column: its kind and its meaning with the unit. A `number` may be NaN, a `text` missing."""

    name: str
    kind: Kind
    meaning: str


class Table(NamedTuple):
    """A table: what one row is, the columns that no two rows share, and all columns in order."""

    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]


VOICE = Column("voice", "text", "headline, narration or quotation")
