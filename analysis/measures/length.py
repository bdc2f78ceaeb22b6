"""How long an article is, and how long its sentences are."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import partial

from analysis.measures.measure import Family, Measure, Tables, Values
from analysis.measures.reading import Columns, Reading, one_row
from analysis.measures.schema import Column, Table

__all__ = ["FAMILY"]

_PARTS = {
    "headline": "the headline",
    "standfirst": "the standfirst, not part of the body",
    "highlight": "story highlights, not part of the body",
    "caption": "captions, not part of the body",
    "dateline": "the dateline, not part of the body",
    "subhead": "subheads, not part of the body",
}


def _count_words(reading: Reading) -> Mapping[str, Columns]:
    parts = Counter[str]()
    for line in reading.lines:
        parts[line.name] += 0 if line.removed else len(line.forms)
    quoted, whole = sum(reading.inside), len(reading.inside)
    article = {
        **{f"{part}_words": parts[part] for part in _PARTS},
        "words": whole,
        "narration_words": whole - quoted,
        "quotation_words": quoted,
        "paragraphs": len(reading.document.paragraphs),
        "sentences": len(reading.sentences),
    }
    return {"articles": one_row(article), "sentences": _list_sentences(reading)}


def _list_sentences(reading: Reading) -> Columns:
    spans = reading.document.whole_sentences
    starts = [paragraph.start for paragraph in reading.document.paragraphs]
    return {
        "sentence": [*range(len(spans))],
        "paragraph": [bisect_right(starts, span.start) - 1 for span in spans],
        "start": [span.start for span in spans],
        "end": [span.end for span in spans],
        "voice": [*reading.voices],
        "words": [*map(len, reading.sentences)],
    }


def _read_count(tables: Tables, *, column: str) -> Values:
    """A column of counts; an article without a body has no length, rather than a length of 0."""
    articles = tables.articles
    return articles[column].astype(float).where(articles["words"] > 0)


def _words_per_sentence(tables: Tables) -> Values:
    articles = tables.articles
    words = tables.table("sentences").groupby("article_id")["words"].sum()
    counted = articles["article_id"].map(words).astype(float)  # if there is no article, mapping gives text
    return counted / articles["sentences"]


FAMILY = Family(
    measures=(
        Measure(
            name="words",
            label="Length",
            unit="words of the body",
            definition="Words of the body.",
            value=partial(_read_count, column="words"),
            noun="words",
            extensive=True,
            more=("longer", "longer"),
        ),
        *(
            Measure(
                name=units,
                label=units.capitalize(),
                unit="number in the body",
                definition=f"{units.capitalize()} of the body{rest}.",
                value=partial(_read_count, column=units),
                noun=units,
                extensive=True,
                more=("more", "longer"),
            )
            for units, rest in (("sentences", ", without a last one that is torn"), ("paragraphs", ""))
        ),
        Measure(
            name="headline_words",
            label="Headline length",
            unit="words",
            definition="Words of the headline.",
            value=partial(_read_count, column="headline_words"),
            noun="words",
            more=("longer", "a longer headline"),
        ),
        Measure(
            name="words_per_sentence",
            label="Sentence length",
            unit="words per sentence, mean of an article",
            definition="Words of the body divided by its sentences, without a last one that is torn.",
            value=_words_per_sentence,
            digits=1,
            noun="words per sentence",
            more=("longer", "longer sentences"),
        ),
    ),
    columns=(
        *(Column(f"{part}_words", "count", f"words of {what}") for part, what in _PARTS.items()),
        Column("words", "count", "words of the body"),
        Column("narration_words", "count", "words of the body outside direct quotations"),
        Column("quotation_words", "count", "words of the body inside direct quotations"),
        Column("paragraphs", "count", "paragraphs of the body"),
        Column("sentences", "count", "sentences of the body, without a last one that is torn"),
    ),
    tables={
        "sentences": Table(
            "a sentence of a body",
            ("sentence",),
            (
                Column("sentence", "count", "its number in the article, from 0"),
                Column("paragraph", "count", "the number of its paragraph, from 0"),
                Column("start", "count", "offset of its first character in the cleaned text"),
                Column("end", "count", "offset after its last character"),
                Column("voice", "text", "narration or quotation: that of most of its words"),
                Column("words", "count", "words"),
            ),
        )
    },
    count=_count_words,
)
