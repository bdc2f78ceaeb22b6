"""What scorers of labelled data call: each function takes plain text and answers in its offsets or words.

Nothing is computed here that the package does not compute; this is only its shape for a scorer:

    cd tests/benchmarks
    python score_sentences.py --segmenter scored:sentence_ends
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from analysis import measures
from analysis.corpus.articles import Article
from analysis.corpus.importers import html
from analysis.text import cleaning
from analysis.text import quotations as quotes
from analysis.text.articles import Block, CleanArticle
from analysis.text.cleaning.canonical import canonical
from analysis.text.segmentation import segment, sentences
from analysis.text.terms.lexicon import from_categories

__all__ = ["clean_body", "quotations", "readability", "sentence_ends", "term_counts"]

Quoted = tuple[int, int, str | None, str | None, str | None]


def sentence_ends(paragraph: str) -> list[int]:
    """The exclusive end offsets of the sentences of one paragraph."""
    return sentences.sentence_ends(paragraph)


def clean_body(text: str) -> str:
    """The body of a saved page, as HTML or as text, a paragraph a line, with its own typography."""
    return cleaning.body_text(html.main_text(text).text if html.is_page(text) else text)


def quotations(text: str) -> list[Quoted]:
    """The direct quotations of a text: start, end, speaker, cue, resolved speaker."""
    folded = canonical(text)
    return [
        (
            folded.origin(found.start),
            folded.origin(found.end),
            folded.text[slice(*found.speaker)] if found.speaker else None,
            found.cue,
            found.resolved,
        )
        for found in quotes.quotations(segment(_all_body(text, folded.text)))
        if found.kind == "direct"
    ]


def readability(text: str) -> dict[str, float]:
    """Every score of a text in the engine `published`, and textstat's under `textstat.<function>`."""
    rows = _measured(text, {})["scores"]
    named = {"published": "", "textstat": "textstat."}
    return {named[row["engine"]] + row["score"]: row["value"] for row in rows if row["voice"] == "body"}


def term_counts(text: str, lexicon: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How often the terms of each category occur in a text: category -> count."""
    counts = Counter(dict.fromkeys(lexicon, 0))
    for row in _measured(text, lexicon)["terms"]:
        counts[row["category"]] += row["count"]
    return dict(counts)


def _measured(text: str, lexicon: Mapping[str, Sequence[str]]) -> dict[str, list[measures.Row]]:
    return measures.measure(_all_body(text, canonical(text).text), from_categories(lexicon))


def _all_body(text: str, folded: str) -> CleanArticle:
    """A text as the body that it is, a paragraph a line: no line of it is taken for junk."""
    lines = [match.span() for match in re.finditer(r"\S.*", folded)]
    blocks = tuple(Block("body", start, end, number) for number, (start, end) in enumerate(lines, 1))
    return CleanArticle(Article("text", "text", text), folded, blocks, removed=(), truncated=False)
