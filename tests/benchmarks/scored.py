"""The functions that scorers of labelled data call: plain text in, offsets, words or counts out.

Nothing is computed here that the package does not compute; this only gives it the shape that scorers expect.
Each scorer's docstring says which functions it needs:

    cd tests/benchmarks
    PYTHONPATH=.:../.. python score_sentences.py --segmenter scored:sentence_ends
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from analysis import corpus, features, measures
from analysis.corpus import encoding
from analysis.corpus.articles import Article
from analysis.corpus.files import DESCRIBING
from analysis.corpus.importers import html
from analysis.measures.speakers import UNATTRIBUTED, list_speech
from analysis.text import cleaning, doubts
from analysis.text import quotations as quotes
from analysis.text import syllables as spelling
from analysis.text.articles import Block, CleanArticle
from analysis.text.cleaning.canonical import canonical
from analysis.text.quotations.antecedents import describe_pronouns
from analysis.text.quotations.marks import find_quoted_runs
from analysis.text.quotations.people import collect_people
from analysis.text.segmentation import Document, Span, segment, sentences
from analysis.text.segmentation.words import tokens
from analysis.text.terms import counting
from analysis.text.terms.lexicon import from_categories

__all__ = [
    "all_body",
    "antecedent",
    "clean_body",
    "corpus_parts",
    "counts",
    "decode",
    "load",
    "page_text",
    "parts",
    "quotations",
    "readability",
    "sentence_ends",
    "speaker_names",
    "syllables",
    "term_counts",
]

Quoted = tuple[int, int, str | None, str | None, str | None]
Parts = dict[str, Any]


def sentence_ends(paragraph: str) -> list[int]:
    """The exclusive end offsets of the sentences of one paragraph."""
    return sentences.sentence_ends(paragraph)


def syllables(word: str) -> int:
    """The syllables of a word."""
    return spelling.syllables(word)


def decode(data: bytes) -> str:
    """The text of a file's bytes."""
    return encoding.decode(data)[0]


def page_text(page: str) -> str:
    """The text of the article in a saved HTML page, one paragraph per line."""
    return html.main_text(page).text


def clean_body(text: str) -> str:
    """The body of a saved page, as HTML or as text, one paragraph per line, with its own typography."""
    return cleaning.body_text(page_text(text) if html.is_page(text) else text)


def parts(text: str) -> Parts:
    """The parts of an article in reading order, the lines removed, and whether the text is truncated."""
    return _parts(cleaning.clean(Article("text", "text", text)))


def corpus_parts(folder: str) -> dict[str, Parts]:
    """The parts of each article of a corpus, by its file."""
    loaded = corpus.load(folder)
    clean = cleaning.make_cleaner(loaded)
    return {article.file: _parts(clean(article)) for article in loaded.articles}


def counts(text: str) -> dict[str, int]:
    """Words, sentences, subhead_words and quotation_words of an article, or of a piece of a page."""
    clean = cleaning.clean(Article("text", "text", html.read_piece(text) or text))
    document = segment(clean)
    subheads = [(block.start, block.end) for block in clean.blocks if block.part == "subhead"]
    return {
        "words": len(document.body.forms),
        "sentences": len(document.sentences),
        "subhead_words": len(tokens(clean.text, subheads).forms),
        "quotation_words": sum(_voices(document)),
    }


def quotations(text: str) -> list[Quoted]:
    """The direct quotations of a text: start, end, speaker, cue, resolved speaker."""
    folded = canonical(text)
    return [
        (
            folded.origin(found.start),
            folded.origin(found.end),
            folded.text[slice(*found.speaker)] if found.speaker else None,
            found.cue,
            found.resolved.name,
        )
        for found in quotes.quotations(segment(all_body(text)))
        if found.kind == "direct"
    ]


def speaker_names(folder: str) -> list[tuple[str, int, str | None, str | None]]:
    """Each direct quotation of a corpus: file, words, mention, and the name under which sources are compared."""
    data = features.load(corpus.load(folder))
    table = list_speech(data).merge(data.articles[["article_id", "file"]], on="article_id")
    table["name"] = table["speaker"].mask(table["status"] == UNATTRIBUTED)
    table = table[["file", "words", "mention", "name"]].astype(object)
    return [*table.where(table.notna(), None).itertuples(index=False, name=None)]


def antecedent(text: str, start: int, end: int) -> str | None:  # noqa: ARG001  # the scorer gives the end
    """The name behind the "he" or "she" at a place; None where it is left open."""
    folded = canonical(text)
    document = segment(all_body(text))
    runs = find_quoted_runs(document)
    quoted = [Span(run.start, run.end) for run in runs]
    found = describe_pronouns(document, collect_people(document, quoted), quoted, {})
    meant = (one for pronoun, one in found if folded.origin(pronoun.start) == start)
    antecedent = next(meant, None)
    return antecedent.person.name if antecedent and not antecedent.person.is_described else None


def readability(text: str) -> dict[str, float]:
    """Every score of a text in the engine `published`, and textstat's under `textstat.<function>`."""
    rows = measures.list_rows(all_body(text), from_categories({}))["scores"]
    named = {"published": "", "textstat": "textstat."}
    return {named[row["engine"]] + row["score"]: row["value"] for row in rows if row["voice"] == "body"}


def term_counts(text: str, lexicon: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How often the terms of each category occur in a text: category -> count."""
    document = segment(all_body(text))
    found = Counter(dict.fromkeys(lexicon, 0))
    for hit in counting.hits(document, _voices(document), from_categories(lexicon)):
        found[hit.category] += 1
    return dict(found)


def load(folder: str) -> dict[str, Any]:
    """What a corpus folder is read as: sources, titles, agencies, and every remark on a file or a name."""
    loaded = corpus.load(folder)
    checked = doubts.Checked(loaded, [], [])  # what is doubtful in the table needs no text
    return {
        "sources": [*loaded.sources],
        "titles": {article.file: article.title for article in loaded.articles},
        "agency": {article.file: article.agency for article in loaded.articles if article.agency},
        "remarks": [
            f"{entry.status} {entry.file}: {entry.reason}"
            for entry in loaded.report
            if entry.reason and entry.reason not in DESCRIBING
        ]
        + [f"{kind.name}: {doubt.seen}" for kind in doubts.KINDS[:3] for doubt in kind.find(checked)],
    }


def _parts(clean: CleanArticle) -> Parts:
    return {
        "parts": [(block.part, clean.text[block.start : block.end]) for block in clean.blocks],
        "removed": [(line.rule, line.text) for line in clean.removed],
        "truncated": clean.truncated,
    }


def _voices(document: Document) -> list[bool]:
    return quotes.voices(document, quotes.quotations(document))


def all_body(text: str) -> CleanArticle:
    """A text whose every line is a paragraph of the body."""
    folded = canonical(text).text
    lines = [match.span() for match in re.finditer(r"\S.*", folded)]
    blocks = tuple(Block("body", start, end, number) for number, (start, end) in enumerate(lines, 1))
    return CleanArticle(Article("text", "text", text), folded, blocks, removed=(), truncated=False)
