"""How hard a text is to read, by two engines.

`published` takes this project's sentences, words and syllables to the formulas as their authors
published them; `textstat` gives what the textstat package returns, to the last bit.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import nan
from typing import Literal, NamedTuple, get_args

from analysis.measures.readability import textstat_engine
from analysis.measures.readability.counting import Counts, counts, proper_names
from analysis.measures.readability.scores import COUNTS, NO_TEXT, SCORES, Score, published
from analysis.segment import Document, Span

__all__ = [
    "COUNTS",
    "SCORES",
    "Counts",
    "Row",
    "Score",
    "Voice",
    "counts",
    "proper_names",
    "published",
    "score",
]

Voice = Literal["narration", "quotation"]
Reported = Literal["body", "narration", "quotation"]


class Row(NamedTuple):
    """A score of a text in one voice; `reason` says why `value` is NaN, and is None elsewhere."""

    engine: Literal["published", "textstat"]
    score: str
    voice: Reported
    value: float
    reason: str | None


def score(document: Document, sentence_voices: Sequence[Voice]) -> list[Row]:
    """Every score of an article, in both engines.

    Args:
        document: the article.
        sentence_voices: the voice of each of its sentences: that of most of its words, narration
            in a tie.

    Returns:
        The engine `published` for the body, the narration and the quotation, then the engine
        `textstat` for the body alone: it finds its own sentences, which have no voice. Sentences
        without a word count for nothing. Without words there are counts, but no scores: NaN in
        both engines, though textstat itself says 0.
    """
    spans = _word_spans(document)
    names = proper_names(run for span in spans for run in _runs(document, span))
    spoken = [(s, v) for s, v in zip(spans, sentence_voices, strict=True) if s.start < s.end]
    rows = []
    for voice in get_args(Reported):
        own = [span for span, own_voice in spoken if voice in {"body", own_voice}]
        words = [form for start, end in own for form in document.body.forms[start:end]]
        scored = published(counts(words, len(own), names))
        rows += [Row("published", name, voice, value, reason) for name, value, reason in scored]
    return rows + _textstat_rows(document)


def _textstat_rows(document: Document) -> list[Row]:
    body = "\n\n".join(document.text[start:end] for start, end in document.paragraphs)
    values = textstat_engine.measure(body)
    return [
        Row("textstat", name, "body", value, None)
        if values["lexicon_count"] or name in COUNTS.values()
        else Row("textstat", name, "body", nan, NO_TEXT)
        for name, value in values.items()
    ]


def _word_spans(document: Document) -> list[Span]:
    """The words of each sentence, as a half-open run of positions in the body's words."""
    starts = document.body.starts
    return [Span(*(bisect_left(starts, end) for end in span)) for span in document.sentences]


def _runs(document: Document, span: Span) -> Iterator[list[str]]:
    """The words of a sentence, cut where a quotation opens."""
    forms, starts, _ = document.body
    opened = (i for i in range(span.start + 1, span.end) if document.text[starts[i] - 1] == '"')
    for start, end in pairwise((span.start, *opened, span.end)):
        yield forms[start:end]
