"""The feature tables: what a row is, and each column's type, unit and meaning."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from analysis.errors import SchemaError, listed

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["METADATA", "TABLES", "Column", "Measure", "Table", "arrow_schema", "check"]

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
_VOICE = Column("voice", "text", "headline, narration or quotation")

TABLES: Mapping[str, Table] = {
    "articles": Table(
        "an article",
        ("article_id",),
        (
            _ID,
            *METADATA,
            Column("truncated", "flag", "the text breaks off: its counts are lower bounds"),
            Column("note", "text", "why there is nothing to measure; missing where there is"),
            Column("raw_words", "count", "all words: body, parts set apart, and removed lines"),
            Column("removed_words", "count", "words of the lines that cleaning removed"),
            Column("headline_words", "count", "words of the headline"),
            Column("standfirst_words", "count", "words of the standfirst, set apart"),
            Column("highlight_words", "count", "words of story highlights, set apart"),
            Column("caption_words", "count", "words of captions, set apart"),
            Column("dateline_words", "count", "words of the dateline, set apart"),
            Column("subhead_words", "count", "words of subheads, set apart"),
            Column("words", "count", "words of the body"),
            Column("narration_words", "count", "words of the body outside direct quotations"),
            Column("quotation_words", "count", "words of the body inside direct quotations"),
            Column("paragraphs", "count", "paragraphs of the body"),
            Column("sentences", "count", "sentences of the body"),
            Column("quoted_sentences", "count", "sentences with a word of a direct quotation"),
            Column("quotations", "count", "direct quotations"),
            Column("fragments", "count", "titles, nicknames and words as words between marks"),
            Column("scares", "count", "scare quotes"),
        ),
    ),
    "sentences": Table(
        "a sentence of a body",
        ("article_id", "sentence"),
        (
            _ID,
            Column("sentence", "count", "its number in the article, from 0"),
            Column("paragraph", "count", "the number of its paragraph, from 0"),
            Column("start", "count", "offset of its first character in the cleaned text"),
            Column("end", "count", "offset behind its last character"),
            Column("voice", "text", "narration or quotation: that of most of its words"),
            Column("words", "count", "words"),
        ),
    ),
    "quotes": Table(
        "a passage between quotation marks",
        ("article_id", "quote"),
        (
            _ID,
            Column("quote", "count", "its number in the article, from 0"),
            Column("kind", "text", "direct, fragment or scare"),
            Column("partial", "flag", "a direct quotation inside the reporter's own sentence"),
            Column("words", "count", "words"),
            Column("start", "count", "offset of its first character in the cleaned text"),
            Column("end", "count", "offset behind its last character"),
            Column("place", "number", "share of the body's words before it, 0 to 1"),
            Column("speaker", "text", "the speaker as mentioned beside it"),
            Column("resolved", "text", "the name behind the mention"),
            Column("cue", "text", "the reporting verb or phrase"),
            Column("cue_class", "text", "class of the cue"),
        ),
    ),
    "runs": Table(
        "a run of five words of a direct quotation that another article quotes too",
        ("article_id", "quote", "at"),
        (
            _ID,
            Column("quote", "count", "the number of the quotation in the article, from 0"),
            Column("at", "count", "words of the quotation before it"),
            Column("run", "count", "a number, the same for the same words; it tells nothing of them"),
        ),
    ),
    "terms": Table(
        "a term found in an article in one voice",
        ("article_id", "category", "term", "voice"),
        (
            _ID,
            Column("category", "text", "category of the term list"),
            Column("term", "text", "the entry of the term list"),
            _VOICE,
            Column("count", "count", "times found"),
            Column("negated", "count", "how many of these a negator before them reaches"),
            Column("places", "numbers", "share of the body's words before each, 0 to 1"),
        ),
    ),
    "lexicon": Table(
        "an entry of the term list that was counted",
        ("category", "term"),
        (
            Column("category", "text", "category of the term list"),
            Column("term", "text", "the entry"),
            Column("explanation", "text", "what the category is meant to catch"),
        ),
    ),
    "words": Table(
        "a word of an article in one voice",
        ("article_id", "voice", "word"),
        (
            _ID,
            _VOICE,
            Column("word", "text", "the word in lower case"),
            Column("count", "count", "times found"),
        ),
    ),
    "scores": Table(
        "a readability score of an article in one voice",
        ("article_id", "engine", "score", "voice"),
        (
            _ID,
            Column("engine", "text", "published or textstat"),
            Column("score", "text", "name of the score"),
            Column("voice", "text", "body, narration or quotation"),
            Column("value", "number", "the score; NaN where it is not defined"),
            Column("reason", "text", "why the score is not defined; missing where it is"),
        ),
    ),
    "counts": Table(
        "what an engine counts in one extent of an article",
        ("article_id", "engine", "extent"),
        (
            _ID,
            Column(
                "engine", "text", "published or textstat: whose notion of a word, a syllable, a hard word"
            ),
            Column("extent", "text", "body, narration, headlined (headline and body) or whole (the file)"),
            Column("words", "count", "words"),
            Column("pieces", "count", "stretches between blanks (textstat), or words"),
            Column("sentences", "count", "sentences"),
            Column("syllables", "count", "syllables"),
            Column("letters", "count", "letters"),
            Column("characters", "count", "letters and digits; with textstat marks too"),
            Column("polysyllables", "count", "words of three syllables or more"),
            Column("long_words", "count", "words of more than six letters"),
            Column("mini_words", "count", "words of one to three letters"),
            Column("hard_words", "count", "hard words by Gunning's rules"),
            Column("unfamiliar_words", "count", "words that are not familiar by Dale and Chall's rules"),
        ),
    ),
    "removed": Table(
        "a cleaning rule that removed lines of an article",
        ("article_id", "rule"),
        (
            _ID,
            Column("rule", "text", "name of the rule"),
            Column("lines", "count", "lines removed"),
            Column("words", "count", "words removed"),
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
            f"table {name} lacks {listed(missing)}", allowed=f"its columns: {listed(spec.names)}"
        )
    for column in spec.columns:
        if column.kind == "count" and len(bad := table.index[~(table[column.name] >= 0)]):
            raise SchemaError(
                f"table {name}: {column.name} is no count in rows {listed(bad)}",
                allowed=f"{column.meaning}: a whole number from 0",
            )
    if len(twice := table.index[table.duplicated(list(spec.key))]):
        raise SchemaError(
            f"table {name}: rows {listed(twice)} repeat an earlier row",
            allowed=f"one row for {spec.row}: {listed(spec.key)}",
        )
