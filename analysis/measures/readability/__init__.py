"""How hard a text is to read, by two engines.

`published` takes this project's sentences, words and syllables to the formulas as their authors
published them; `textstat` gives what the textstat package returns, to the last bit.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from math import nan
from typing import Literal, NamedTuple, get_args

from analysis.measures.readability import textstat_engine
from analysis.measures.readability.counting import Counts, Tally, counts, proper_names, tally
from analysis.measures.readability.scores import COUNTS, NO_TEXT, SCORES, Score, score_published
from analysis.measures.reading import Voice
from analysis.text.segmentation import Document

__all__ = [
    "COUNTS",
    "SCORES",
    "Counts",
    "Row",
    "Score",
    "Tally",
    "Voice",
    "VoiceTallies",
    "counts",
    "proper_names",
    "score",
    "score_published",
    "tally",
    "tally_by_voice",
]

Reported = Literal["body", "narration", "quotation"]


class Row(NamedTuple):
    """A score of a text in one voice; `reason` says why `value` is NaN, and is None elsewhere."""

    engine: Literal["published", "textstat"]
    score: str
    voice: Reported
    value: float
    reason: str | None


class VoiceTallies(NamedTuple):
    """The sentences of a body added up by voice, and the forms that are names in it."""

    narration: Tally
    quotation: Tally
    names: frozenset[str]


def tally_by_voice(document: Document, sentences: Sequence[range], voices: Sequence[Voice]) -> VoiceTallies:
    """Add up what the formulas count, by voice. Sentences without a word count for nothing.

    Args:
        document: the article.
        sentences: the positions of the words of each of its sentences among the body's words.
        voices: the voice of each sentence: that of most of its words, narration in a tie.
    """
    forms = document.body.forms
    names = proper_names(forms, _heads(document, sentences))
    found = {}
    for voice in get_args(Voice):
        spoken = zip(sentences, voices, strict=True)
        own = [forms[words.start : words.stop] for words, who in spoken if words and who == voice]
        found[voice] = tally([*chain.from_iterable(own)], len(own), names)
    return VoiceTallies(found["narration"], found["quotation"], names)


def score(document: Document, tallies: VoiceTallies) -> list[Row]:
    """Every score of an article, in both engines.

    Args:
        document: the article.
        tallies: its sentences, from `tally_by_voice`.

    Returns:
        The engine `published` for the body, the narration and the quotation, then the engine
        `textstat` for the body alone: it finds its own sentences, which have no voice. Without words
        there are counts, but no scores: NaN in both engines, though textstat itself says 0.
    """
    return _published_rows(tallies) + _textstat_rows(document)


def _published_rows(tallies: VoiceTallies) -> list[Row]:
    reported: dict[Reported, list[Tally]] = {
        "body": [tallies.narration, tallies.quotation],
        "narration": [tallies.narration],
        "quotation": [tallies.quotation],
    }
    return [
        Row("published", name, voice, value, reason)
        for voice, parts in reported.items()
        for name, value, reason in score_published(counts(*parts))
    ]


def _textstat_rows(document: Document) -> list[Row]:
    body = "\n\n".join(document.text[start:end] for start, end in document.whole_paragraphs)
    values = textstat_engine.measure(body)
    return [
        Row("textstat", name, "body", value, None)
        if values["lexicon_count"] or name in COUNTS.values()
        else Row("textstat", name, "body", nan, NO_TEXT)
        for name, value in values.items()
    ]


def _heads(document: Document, sentences: Sequence[range]) -> set[int]:
    """The positions of the words that begin a sentence, or stand right behind a quotation mark."""
    starts = document.body.starts
    heads = {words.start for words in sentences if words}
    for mark in document.marks:
        word = bisect_left(starts, mark + 1)
        if word < len(starts) and starts[word] == mark + 1:
            heads.add(word)
    return heads
