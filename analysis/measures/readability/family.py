"""The readability scores as measures: one per formula and engine, read from the table of scores."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain
from typing import Literal

from analysis.measures import readability
from analysis.measures.measure import Family, Measure, Tables, Values
from analysis.measures.readability.extents import Count, Part, count_extents
from analysis.measures.readability.scores import SCORES, Score
from analysis.measures.reading import Columns, Reading, to_columns
from analysis.measures.schema import Column, Table
from analysis.text.lines import Line, join_lines
from analysis.text.segmentation import Document, Span, sentence_spans

__all__ = ["FAMILY", "label_score", "read_scores"]

Engine = Literal["published", "textstat"]

_LABELS = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG",
    "automated_readability_index": "ARI",
    "coleman_liau_index": "Coleman-Liau",
    "dale_chall": "Dale-Chall",
    "linsear_write": "Linsear Write",
    "lix": "LIX",
    "rix": "RIX",
    "mcalpine_eflaw": "McAlpine EFLAW",
}


def label_score(name: str) -> str:
    """A score's name as figures write it.

    >>> label_score("lix"), label_score("gunning_fog")
    ('LIX', 'Gunning fog')
    """
    return _LABELS.get(name, name.replace("_", " ").capitalize())


def read_scores(tables: Tables, name: str, *, engine: str, voice: str = "body") -> Values:
    """A readability score by article_id, in one engine and voice; NaN where it is not defined."""
    rows = tables.scores
    stored = name if engine == "published" else next(s.textstat for s in SCORES if s.name == name)
    chosen = (rows["score"] == stored) & (rows["engine"] == engine) & (rows["voice"] == voice)
    return rows[chosen].set_index("article_id")["value"]


def _value(tables: Tables, *, name: str, engine: str) -> Values:
    return tables.articles["article_id"].map(read_scores(tables, name, engine=engine))


def _measure(score: Score, engine: Engine) -> Measure:
    how = "by the published formula" if engine == "published" else "as textstat computes it"
    minimum = f"{score.least} {score.of}" if engine == "published" else "a word in its body"
    return Measure(
        name=score.name,
        label=label_score(score.name),
        unit=f"{score.unit}; {score.direction}; {engine}",
        definition=f"{score.source}, {how}.",
        value=partial(_value, name=score.name, engine=engine),
        digits=1,
        noun="grades" if score.unit == "grade" else score.unit,
        minimum=minimum,
        direction=score.direction,
        more=("harder to read", "harder to read"),
        papers=score.papers,
        engine=engine,
    )


def _count_headline(document: Document, names: frozenset[str]) -> Part:
    """The headline, with the names of the body: its own capitals do not show what is a name."""
    texts = [document.text[start:end] for start, end in document.headlines]
    return Part(
        "\n\n".join(texts), readability.tally(document.headline.forms, sum(map(_sentences, texts)), names)
    )


def _count_lines(lines: Iterable[Line], names: frozenset[str]) -> Part:
    """All lines of the file outside the body, with the names of the body.

    A dateline is not a sentence of its own: it opens one.
    """
    own = [line for line in lines if line.number]
    forms = [*chain.from_iterable(line.forms for line in own)]
    count = sum(_sentences(line.text) for line in own if line.name != "dateline")
    return Part("\n\n".join(line.text for line in own), readability.tally(forms, count, names))


def _sentences(text: str) -> int:
    return len(list(sentence_spans(text, Span(0, len(text)))))


def _count(reading: Reading) -> Mapping[str, Columns]:
    document, lines = reading.document, reading.lines
    tallies = readability.tally_by_voice(document, reading.sentences, reading.voices)
    counts = count_extents(
        (tallies.narration, tallies.quotation),
        "\n\n".join(document.text[start:end] for start, end in document.whole_paragraphs),
        _count_headline(document, tallies.names),
        _count_lines(lines, tallies.names),
        join_lines(reading.clean, lines),
    )
    return {
        "scores": to_columns(readability.Row._fields, readability.score(document, tallies)),
        "counts": to_columns(Count._fields, counts),
    }


FAMILY = Family(
    measures=(
        *(_measure(score, "published") for score in SCORES),
        *(_measure(score, "textstat") for score in SCORES if score.textstat),
    ),
    tables={
        "scores": Table(
            "a readability score of an article in one voice",
            ("engine", "score", "voice"),
            (
                Column("engine", "text", "published or textstat"),
                Column("score", "text", "name of the score"),
                Column("voice", "text", "body, narration or quotation"),
                Column("value", "number", "the score; NaN where it is not defined"),
                Column("reason", "text", "why the score is not defined; missing where it is"),
            ),
        ),
        "counts": Table(
            "what an engine counts in one extent of an article",
            ("engine", "extent"),
            (
                Column("engine", "text", "published or textstat: which defines words, syllables, hard words"),
                Column(
                    "extent", "text", "body, narration, headlined (with the headline) or whole (the file)"
                ),
                Column("words", "count", "words"),
                Column("pieces", "count", "stretches between blanks (textstat), or words"),
                Column("sentences", "count", "sentences"),
                Column("syllables", "count", "syllables"),
                Column("letters", "count", "letters"),
                Column("characters", "count", "letters and digits; with textstat punctuation too"),
                Column("polysyllables", "count", "words of three syllables or more"),
                Column("long_words", "count", "words of more than six letters"),
                Column("mini_words", "count", "words of one to three letters"),
                Column("hard_words", "count", "hard words by Gunning's rules"),
                Column("unfamiliar_words", "count", "words that are not familiar by Dale and Chall's rules"),
            ),
        ),
    },
    count=_count,
)
