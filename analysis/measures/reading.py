"""One article, read once: what every family of measures counts from."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from analysis.text import lines
from analysis.text import quotations as quotes
from analysis.text.articles import CleanArticle
from analysis.text.lines import Line
from analysis.text.quotations import Quotation
from analysis.text.segmentation import Document, segment
from analysis.text.terms.lexicon import Lexicon

__all__ = ["Columns", "Reading", "Voice", "one_row", "read_article", "split_voices", "to_columns"]

Columns = dict[str, list[Any]]
"""A table by columns: name -> one value per row."""
Voice = Literal["narration", "quotation"]


class _Span(Protocol):
    """A stretch of the text, by offsets."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """An article after one pass over its text.

    Attributes:
        clean: the cleaned article.
        document: its words, sentences and paragraphs.
        quotations: the passages between quotation marks.
        inside: for each word of the body, whether it is inside a direct quotation.
        sentences: the whole sentences of the body, each as the positions of its words among the body's words.
        voices: the voice of each sentence.
        lines: the lines of the file outside the body: first the parts set apart, then the removed lines.
        lexicon: the terms to count.
    """

    clean: CleanArticle
    document: Document
    quotations: Sequence[Quotation]
    inside: Sequence[bool]
    sentences: Sequence[range]
    voices: Sequence[Voice]
    lines: Sequence[Line]
    lexicon: Lexicon

    def find_words(self, span: _Span) -> range:
        """The positions of the words that begin in a stretch of the text, among the body's words."""
        return _find_words(self.document, span)


def read_article(clean: CleanArticle, lexicon: Lexicon) -> Reading:
    """Read one article; `lexicon` holds the terms to count."""
    document = segment(clean)
    quotations = quotes.quotations(document)
    inside = quotes.voices(document, quotations)
    sentences, voices = split_voices(document, inside)
    return Reading(clean, document, quotations, inside, sentences, voices, lines.other_lines(clean), lexicon)


def split_voices(document: Document, inside: Sequence[bool]) -> tuple[list[range], list[Voice]]:
    """The whole sentences of a body as the positions of their words, and their voices.

    The last sentence of a truncated article is left out if it is torn: nobody knows its length. A sentence
    has the voice of most of its words; in a tie it is narration.

    Args:
        document: the article.
        inside: for each word of its body, whether it is inside a direct quotation.
    """
    sentences = [_find_words(document, sentence) for sentence in document.whole_sentences]
    quoted = [2 * sum(inside[words.start : words.stop]) > len(words) for words in sentences]
    return sentences, ["quotation" if most else "narration" for most in quoted]


def to_columns(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Columns:
    """Rows of values, in the order of the names, as columns."""
    values = [*map(list, zip(*rows, strict=True))] or [[] for _ in names]
    return dict(zip(names, values, strict=True))


def one_row(values: Mapping[str, Any]) -> Columns:
    """A table of one row."""
    return {name: [value] for name, value in values.items()}


def _find_words(document: Document, span: _Span) -> range:
    starts = document.body.starts
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))
