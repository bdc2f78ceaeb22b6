"""A `Document`: the paragraphs, sentences, words and quotation marks of an article, with offsets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.text.articles import CleanArticle
from analysis.text.segmentation.sentences import sentence_ends
from analysis.text.segmentation.words import Tokens, tokens

__all__ = ["Document", "Span", "segment", "sentence_spans"]


_ENDS = ".!?\"')"


class Span(NamedTuple):
    """A half-open stretch of characters in `Document.text`."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A cleaned article, segmented. All offsets are into `text`.

    Attributes:
        article_id: the article's key.
        text: the cleaned, canonical text (`CleanArticle.text`).
        headlines: where the headline is; empty if there is none.
        paragraphs: the body paragraphs.
        sentences: the sentences of the body, each within one paragraph, without outer spaces and with at
            least one letter or digit. No word crosses the end of a sentence.
        torn: whether the last sentence lacks its end, because the text is truncated.
        marks: the offset of every double quotation mark (canonical ``"``) in the body paragraphs.
    """

    article_id: str
    text: str
    headlines: list[Span]
    paragraphs: list[Span]
    sentences: list[Span]
    marks: list[int]
    torn: bool = False

    @property
    def whole_sentences(self) -> list[Span]:
        """The sentences without a torn last one: those whose length is known."""
        return self.sentences[:-1] if self.torn else self.sentences

    @property
    def whole_paragraphs(self) -> list[Span]:
        """The paragraphs as far as their sentences are whole."""
        if not self.torn:
            return self.paragraphs
        end = self.sentences[-1].start
        cut = (Span(start, min(stop, end)) for start, stop in self.paragraphs)
        return [span for span in cut if span.start < span.end]

    @cached_property
    def headline(self) -> Tokens:
        """The words of the headline; empty lists where there is none."""
        return tokens(self.text, self.headlines)

    @cached_property
    def body(self) -> Tokens:
        """The words of the body paragraphs, found when they are first needed."""
        return tokens(self.text, self.paragraphs)


def segment(clean: CleanArticle) -> Document:
    """Segment a cleaned article into paragraphs, sentences and words.

    Time is linear in the text. An article without a body gives empty lists. A paragraph without a letter or
    digit has no word and no sentence.

    >>> from analysis.corpus.articles import Article
    >>> from analysis.text.cleaning import clean
    >>> document = segment(clean(Article("a", "The Post", "Dr. Pell met Mr. Vega. The talks failed.")))
    >>> [document.text[start:end] for start, end in document.sentences]
    ['Dr. Pell met Mr. Vega.', 'The talks failed.']
    >>> len(document.body.forms)
    8
    """
    text = clean.text
    paragraphs = [Span(b.start, b.end) for b in clean.blocks if b.part == "body"]
    sentences = [sentence for span in paragraphs for sentence in sentence_spans(text, span)]
    return Document(
        article_id=clean.article.article_id,
        text=text,
        headlines=[Span(b.start, b.end) for b in clean.blocks if b.part == "headline"],
        paragraphs=paragraphs,
        sentences=sentences,
        torn=clean.truncated and bool(sentences) and text[sentences[-1].end - 1] not in _ENDS,
        marks=[mark for span in paragraphs for mark in _marks(text, span)],
    )


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph that have a letter or digit, as offsets in the whole text."""
    start = paragraph.start
    for length in sentence_ends(text[start : paragraph.end]):
        end = paragraph.start + length
        while text[start].isspace():
            start += 1
        if text[start].isalnum() or any(map(str.isalnum, text[start:end])):
            yield Span(start, end)
        start = end


def _marks(text: str, paragraph: Span) -> list[int]:
    """The offsets of the double quotation marks in one paragraph."""
    marks, at = [], text.find('"', *paragraph)
    while at >= 0:
        marks.append(at)
        at = text.find('"', at + 1, paragraph.end)
    return marks
