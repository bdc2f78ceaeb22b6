"""How much of an article is direct quotation, on how many speakers it relies, and how they are introduced."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import partial
from itertools import accumulate

from analysis.measures.measure import Family, Measure, divide
from analysis.measures.reading import Columns, Reading, one_row, to_columns
from analysis.measures.reporting_verbs import class_share
from analysis.measures.schema import Column, Table
from analysis.measures.speakers import effective_speakers
from analysis.text.quotations import runs
from analysis.text.segmentation import Document, Span

__all__ = ["FAMILY"]

_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LONGEST = 5  # words of a mention, a name or a role


def _count(reading: Reading) -> Mapping[str, Columns]:
    kinds = Counter(quotation.kind for quotation in reading.quotations)
    quoted = sum(True in reading.inside[words.start : words.stop] for words in reading.sentences)
    article = {
        "quoted_sentences": quoted,
        "quotations": kinds["direct"],
        "fragments": kinds["fragment"],
        "scares": kinds["scare"],
    }
    return {"articles": one_row(article), "quotes": _list_quotes(reading), "runs": _list_runs(reading)}


def _list_quotes(reading: Reading) -> Columns:
    document, quotations = reading.document, reading.quotations
    words = [reading.find_words(quotation) for quotation in quotations]
    whole = max(1, len(document.body.forms))
    return {
        "quote": [*range(len(quotations))],
        "kind": [quotation.kind for quotation in quotations],
        "partial": [quotation.partial for quotation in quotations],
        "words": [*map(len, words)],
        "start": [quotation.start for quotation in quotations],
        "end": [quotation.end for quotation in quotations],
        "place": [own.start / whole for own in words],
        "speaker": [_read_mention(document, quotation.speaker) for quotation in quotations],
        "resolved": [_shorten(one.resolved.name) if one.resolved.name else None for one in quotations],
        "role": [_shorten_role(one.resolved.role) if one.resolved.role else None for one in quotations],
        "speaker_kind": [one.resolved.kind for one in quotations],
        "evidence": [one.resolved.evidence for one in quotations],
        "certainty": [round(one.resolved.certainty, 4) for one in quotations],
        "cue": [quotation.cue for quotation in quotations],
        "cue_class": [quotation.cue_class for quotation in quotations],
    }


def _list_runs(reading: Reading) -> Columns:
    """Every run of five words of the direct quotations, as a hash."""
    forms = reading.document.body.forms
    rows: list[tuple[int, int, int]] = []
    for number, quotation in enumerate(reading.quotations):
        if quotation.kind == "direct":
            words = reading.find_words(quotation)
            found = runs.hashes(forms[words.start : words.stop])
            rows += [(number, at, run) for at, run in enumerate(found)]
    return to_columns(("quote", "at", "run"), rows)


def _read_mention(document: Document, span: Span | None) -> str | None:
    """A speaker as mentioned, shortened."""
    return _shorten(document.text[span.start : span.end]) if span else None


def _shorten_role(role: str) -> str:
    """The last words of a role, where its noun is."""
    return _shorten(" ".join(role.split()[-_LONGEST:]))


def _shorten(mention: str) -> str:
    """A mention up to its fifth word: a table must not hold a run of the text.

    Words joined by hyphens or stops count one by one, however they are typeset.
    """
    words = mention.split()
    parts = accumulate(len(_PART.findall(word)) for word in words)
    return " ".join(words[: max(1, sum(count <= _LONGEST for count in parts))])


FAMILY = Family(
    measures=(
        Measure(
            name="quoted_share",
            label="Quoted share",
            unit="words inside direct quotations / words of the body",
            definition="Words inside direct quotations as a share of the words of the body.",
            value=partial(divide, part="quotation_words", whole="words"),
            digits=1,
            share=True,
            more=("higher", "more quotation"),
        ),
        Measure(
            name="quotations_per_1000",
            label="Quotations",
            unit="direct quotations per 1,000 words of the body",
            definition=(
                "Direct quotations per 1,000 words of the body; one over several paragraphs counts once."
            ),
            value=partial(divide, part="quotations", whole="words", per=1000),
            digits=1,
            noun="per 1,000 words",
            more=("more", "more quotation"),
        ),
        Measure(
            name="quoted_sentences",
            label="Sentences with a quotation",
            unit="share of the sentences of the body",
            definition="Sentences with at least one word of a direct quotation, as a share of all sentences.",
            value=partial(divide, part="quoted_sentences", whole="sentences"),
            digits=1,
            share=True,
            more=("more", "more quotation"),
        ),
        Measure(
            name="effective_speakers",
            label="Effective speakers",
            unit="1 / sum of squared shares of an article's quoted words",
            definition=(
                "Effective number of the speakers quoted by name: inverse Simpson index of their words, "
                "1 divided by the sum of their squared shares."
            ),
            value=effective_speakers,
            digits=1,
            minimum="a quotation of a named speaker",
            papers=("simpson1949", "hill1973", "laakso1979"),
        ),
        *(
            Measure(
                name=f"{verbs}_share",
                label=label,
                unit="share of an article's quotations with a known cue",
                definition=(
                    f"Direct quotations introduced by {what}, as a share of those with a cue of the list."
                ),
                value=partial(class_share, verbs=verbs),
                digits=1,
                share=True,
                minimum="a quotation with a known cue",
            )
            for verbs, label, what in (
                ("said", "“said”", "a form of say"),
                ("doubt", "Verbs of doubt", "a verb that casts doubt on the words (claimed, alleged)"),
                ("factive", "Factive verbs", "a verb that treats the words as true (admitted, revealed)"),
                ("attack", "Verbs of attack", "a verb of attack (slammed, blasted)"),
                ("praise", "Verbs of praise", "a verb of praise (praised, hailed)"),
            )
        ),
    ),
    columns=(
        Column("quoted_sentences", "count", "sentences with a word of a direct quotation"),
        Column("quotations", "count", "direct quotations"),
        Column("fragments", "count", "titles, nicknames and words as words between marks"),
        Column("scares", "count", "scare quotes"),
    ),
    tables={
        "quotes": Table(
            "a passage between quotation marks",
            ("quote",),
            (
                Column("quote", "count", "its number in the article, from 0"),
                Column("kind", "text", "direct, fragment or scare"),
                Column("partial", "flag", "a direct quotation inside the reporter's own sentence"),
                Column("words", "count", "words"),
                Column("start", "count", "offset of its first character in the cleaned text"),
                Column("end", "count", "offset after its last character"),
                Column("place", "number", "share of the body's words before it, 0 to 1"),
                Column("speaker", "text", "the speaker as mentioned near it"),
                Column("resolved", "text", "the name behind the mention, or the description"),
                Column("role", "text", "the first role that the article gives with the name"),
                Column("speaker_kind", "text", "person, organisation, document, described or unknown"),
                Column("evidence", "text", "how the name was found, or why it was not"),
                Column("certainty", "number", "how probable it is that the name is right, 0 to 1"),
                Column("cue", "text", "the reporting verb or phrase"),
                Column("cue_class", "text", "class of the cue"),
            ),
        ),
        "runs": Table(
            "a run of five words of a direct quotation that another article quotes too",
            ("quote", "at"),
            (
                Column("quote", "count", "the number of the quotation in the article, from 0"),
                Column("at", "count", "words of the quotation before it"),
                Column("run", "count", "a number, the same for the same words, that does not depend on them"),
            ),
        ),
    },
    count=_count,
)
