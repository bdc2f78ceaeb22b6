"""The lines of a file that are not of the body: what each is, its words, and the text they all stand in."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from analysis.measures.readability import Told, tally
from analysis.measures.readability.extents import Part
from analysis.text.articles import CleanArticle
from analysis.text.cleaning.canonical import canonical
from analysis.text.segmentation import Document, Span, sentence_spans
from analysis.text.segmentation.words import tokens

__all__ = ["Line", "beside", "headline", "others", "whole"]


class Line(NamedTuple):
    """One line beside the body.

    Attributes:
        number: its 1-based line in the file; 0 for a headline that only the corpus's table has.
        name: the part that it plays, or the rule that removed it.
        removed: whether cleaning removed it.
        text: its canonical text.
        forms: its words.
    """

    number: int
    name: str
    removed: bool
    text: str
    forms: list[str]


def beside(clean: CleanArticle) -> list[Line]:
    """All lines of a file that are not of the body: those set apart, then those removed."""
    apart = (
        (b.line, b.part, False, _closed(clean.text[b.start : b.end]))
        for b in clean.blocks
        if b.part != "body"
    )
    removed = ((line.line, line.rule, True, canonical(line.text).text) for line in clean.removed)
    return [Line(*line, tokens(line[-1], [(0, len(line[-1]))]).forms) for line in chain(apart, removed)]


def _closed(text: str) -> str:
    """A line set apart, without the dash that joins a dateline to its paragraph: houses differ in it."""
    return text.rstrip(" –")


def headline(document: Document, voiced: Told) -> Part:
    """The headline, counted by the names of the body: its own capitals tell none."""
    texts = [document.text[start:end] for start, end in document.headlines]
    return Part("\n\n".join(texts), tally(document.headline.forms, sum(map(_sentences, texts)), voiced.names))


def others(lines: Iterable[Line], voiced: Told) -> Part:
    """All that stands in the file beside the body, counted by the names of the body.

    A dateline is no sentence of its own: it opens one.
    """
    own = [line for line in lines if line.number]
    forms = [*chain.from_iterable(line.forms for line in own)]
    count = sum(_sentences(line.text) for line in own if line.name != "dateline")
    return Part("\n\n".join(line.text for line in own), tally(forms, count, voiced.names))


def whole(clean: CleanArticle, lines: Sequence[Line]) -> str:
    """All lines of the file in their order, in canonical text; a dateline stands before its paragraph."""
    body = [(b.line, 1, clean.text[b.start : b.end]) for b in clean.blocks if b.part == "body"]
    rest = [(line.number, 0, line.text) for line in lines if line.number]
    in_order = sorted(body + rest, key=lambda line: line[:2])
    return "\n\n".join(text for _, _, text in in_order)


def _sentences(text: str) -> int:
    return len(list(sentence_spans(text, Span(0, len(text)))))
