"""How a family of measures describes its tables: what a row is, and each column's type, unit and meaning."""

from typing import Literal, NamedTuple

__all__ = ["VOICE", "Column", "Kind", "Measure", "Table"]

Kind = Literal["text", "count", "number", "flag", "numbers"]


class Column(NamedTuple):
    """A column: its kind and its meaning with the unit. A `number` may be NaN, a `text` missing."""

    name: str
    kind: Kind
    meaning: str


class Measure(NamedTuple):
    """Something that articles are compared by: how it is called, written and drawn.

    Attributes:
        name: key, and name of the value in tables.
        label: name in figures.
        unit: unit, or what a higher value means.
        definition: one sentence for a methods section.
        digits: digits after the point when written.
        noun: what is counted, as a sentence puts it behind a number: "20 words more".
        share: the value is a share, written in per cent.
        extensive: it grows with the text: a text that breaks off gives a lower bound.
        least: what an article must have for a value, as a sentence puts it: "no article has 100 words".
    """

    name: str
    label: str
    unit: str
    definition: str
    digits: int = 0
    noun: str = ""
    share: bool = False
    extensive: bool = False
    least: str = "a word in its body"

    def signed(self, difference: float) -> str:
        """A difference with its sign, in points where it is of shares; `0` where it rounds to that."""
        text = f"{difference * (100 if self.share else 1):+,.{self.digits}f}".replace("-", "−")
        return text if text.strip("+−0.,") else "0"

    def gap(self, difference: float) -> str:
        """The size of a difference as a sentence says it: with its noun, in points where it is of shares."""
        value = abs(difference) * (100 if self.share else 1)
        return f"{value:,.{self.digits}f} {'points' if self.share else self.noun}".rstrip()

    def shown(self, value: float, *, axis: bool = False) -> str:
        """`value` as text with the digits of this measure; ticks of an `axis` take as few as do."""
        if value != value:  # noqa: PLR0124  # NaN is the one value that is not itself
            return "–"
        scaled = value * 100 if self.share else value
        text = f"{scaled:,g}" if axis else f"{scaled:,.{self.digits}f}"
        return (f"{text} %" if self.share else text).replace("-", "−")


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
