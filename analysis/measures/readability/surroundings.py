"""What the formulas count in the lines of a file that are not in the body: the headline, and all of them."""

from collections.abc import Iterable
from itertools import chain

from analysis.measures.readability import Told, tally
from analysis.measures.readability.extents import Part
from analysis.text.lines import Line
from analysis.text.segmentation import Document, Span, sentence_spans

__all__ = ["headline", "others"]


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


def _sentences(text: str) -> int:
    return len(list(sentence_spans(text, Span(0, len(text)))))
