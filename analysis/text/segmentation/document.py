"""Paragraphs, sentences, words and quotation marks with their offsets, found once: `Document`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.text.articles import CleanArticle
from analysis.text.segmentation.sentences import sentence_ends
from analysis.text.segmentation.words import Tokens, tokens

__all__ = ["Document", "Span", "segment", "sentence_spans"]


class Span(NamedTuple):
    """A half-open run of characters in `Document.text`."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A cleaned article, segmented. All offsets are into `text`.

    Attributes:
        article_id: the article's key.
        text: the cleaned, canonical text (`CleanArticle.text`).
        headlines: where the headline stands; empty where there is none.
        paragraphs: the body paragraphs.
        sentences: the sentences of the body, each within one paragraph, without outer blanks and
            with at least one letter or digit. No word crosses a sentence's end.
        marks: the offset of every double quotation mark (canonical ``"``) in the body paragraphs.
    """

    article_id: str
    text: str
    headlines: list[Span]
    paragraphs: list[Span]
    sentences: list[Span]
    marks: list[int]

    @cached_property
    def headline(self) -> Tokens:
        """The words of the headline; empty lists where there is none."""
        return tokens(self.text, self.headlines)

    @cached_property
    def body(self) -> Tokens:
        """The words of the body paragraphs, found when they are first asked for."""
        return tokens(self.text, self.paragraphs)


def segment(clean: CleanArticle) -> Document:
    """Segment a cleaned article: each block once for its words, each paragraph for its sentences.

    Time is linear in the text. An article without a body gives empty lists; a paragraph without a
    letter or digit has no word and no sentence.
    """
    text = clean.text
    paragraphs = [Span(b.start, b.end) for b in clean.blocks if b.part == "body"]
    return Document(
        article_id=clean.article.article_id,
        text=text,
        headlines=[Span(b.start, b.end) for b in clean.blocks if b.part == "headline"],
        paragraphs=paragraphs,
        sentences=[sentence for span in paragraphs for sentence in sentence_spans(text, span)],
        marks=[mark for span in paragraphs for mark in _marks(text, span)],
    )


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, as offsets in the whole text: those with a letter or digit."""
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
