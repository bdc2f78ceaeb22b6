"""What the formulas count in the lines of a file that are not in the body: the headline, and all of them."""

from collections.abc import Iterable
from itertools import chain

from analysis.measures.readability import tally
from analysis.measures.readability.extents import Part
from analysis.text.lines import Line
from analysis.text.segmentation import Document, Span, sentence_spans

__all__ = ["count_headline", "count_lines"]


def count_headline(document: Document, names: frozenset[str]) -> Part:
    """The headline, with the names of the body: its own capitals do not show what is a name."""
    texts = [document.text[start:end] for start, end in document.headlines]
    return Part("\n\n".join(texts), tally(document.headline.forms, sum(map(_sentences, texts)), names))


def count_lines(lines: Iterable[Line], names: frozenset[str]) -> Part:
    """All lines of the file outside the body, with the names of the body.

    A dateline is not a sentence of its own: it opens one.
    """
    own = [line for line in lines if line.number]
    forms = [*chain.from_iterable(line.forms for line in own)]
    count = sum(_sentences(line.text) for line in own if line.name != "dateline")
    return Part("\n\n".join(line.text for line in own), tally(forms, count, names))


def _sentences(text: str) -> int:
    return len(list(sentence_spans(text, Span(0, len(text)))))
