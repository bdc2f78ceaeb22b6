"""The sentences behind a count: every hit of a listed term with the words around it.

Sentences of articles are shown here and nowhere else, and none of them is kept. The command
`analysis concordance` prints them. In 40_framing a cell shows them if the parameter `concordance` is set.
That cell is tagged `live`: `analysis figures` removes its outputs from the copies that it keeps, under all
parameters and for all texts. So nothing depends on the licence of a text being recorded correctly.
"""

from bisect import bisect_right
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from analysis.errors import LexiconError, listed
from analysis.text import quotations as quotes
from analysis.text.cleaning import make_cleaner
from analysis.text.screening import screen
from analysis.text.segmentation import Document, segment
from analysis.text.terms import counting as framing
from analysis.text.terms.lexicon import load_for_corpus

if TYPE_CHECKING:
    from analysis.corpus import Corpus
    from analysis.text.terms.lexicon import Lexicon

__all__ = ["Concordance", "concordance"]

_COLUMNS = ["source", "article_id", "voice", "place", "start", "end", "negated", "before", "hit", "after"]


class Concordance(NamedTuple):
    """Hits with their sentences.

    Attributes:
        lines: one row per hit: source, article_id, voice, place (share of the body before it; NaN in a
            headline), start, end (offsets in the cleaned text), negated, before, hit, after (the parts of the
            sentence). Text of articles: untrusted.
        said: how many there are, or why there is none.
    """

    lines: pd.DataFrame
    said: str


def concordance(corpus: "Corpus", wanted: str, *, lexicon: str = "", most: int = 50) -> Concordance:
    """Find the sentences in which a term, or the terms of a category, were counted.

    Args:
        corpus: the corpus; only texts that are here are searched.
        wanted: a term as the list writes it, or a category; if empty, nothing is searched.
        lexicon: path of a term list; if empty, that of the corpus, or else the shipped one.
        most: how many hits are shown, in the order of the articles.

    Raises:
        LexiconError: there is no such term list, or the list has no such term or category.
    """
    nothing = pd.DataFrame(columns=_COLUMNS)
    if not wanted:
        return Concordance(
            nothing, "Set concordance to a term or category of the list to read its sentences."
        )
    terms = load_for_corpus(corpus, lexicon)
    _check(wanted, terms)
    if not corpus.articles:
        return Concordance(nothing, f"The texts of {corpus.name} are not here, so no sentence can be shown.")
    rows = [*islice(_lines(corpus, wanted, terms), most + 1)]
    missing = f" (missing texts: {len(corpus.absent):,})" if corpus.absent else ""
    return Concordance(
        pd.DataFrame(rows[:most], columns=_COLUMNS), f"{_said(wanted, len(rows), most)}{missing}."
    )


def _said(wanted: str, hits: int, most: int) -> str:
    if hits > most:
        return f"{wanted}: the first {most:,} hits; there are more"
    return f"{wanted}: {hits:,} hit{'' if hits == 1 else 's'}"


def _check(wanted: str, terms: "Lexicon") -> None:
    categories = list(dict.fromkeys(term.category for term in terms.terms))
    known = [term.text for term in terms.terms]
    if not any(_within(wanted, category) for category in categories) and wanted not in known:
        near = get_close_matches(wanted, [*known, *categories], n=5, cutoff=0.5)
        raise LexiconError(
            f'concordance = "{wanted}" is not a term or category of the list',
            allowed=f"similar: {listed(near)}" if near else f"categories: {listed(categories)}",
            todo="write a term as it is in the list, including wildcards",
        )


def _within(wanted: str, category: str) -> bool:
    return f"{category}/".startswith(f"{wanted}/")


def _lines(corpus: "Corpus", wanted: str, terms: "Lexicon") -> Iterator[dict[str, Any]]:
    """The hits of a term or category, article by article."""
    clean = make_cleaner(corpus)
    for article in corpus.articles:
        cleaned = clean(article)
        if screen(cleaned, corpus.limits):
            continue
        document = segment(cleaned)
        inside = quotes.voices(document, quotes.quotations(document))
        for hit in framing.hits(document, inside, terms):
            if hit.term == wanted or _within(wanted, hit.category):
                yield {"source": article.source, "article_id": article.article_id, **_line(document, hit)}


def _line(document: Document, hit: framing.Hit) -> dict[str, Any]:
    """A hit with the words before and after it in its sentence."""
    spans = document.headlines if hit.voice == "headline" else document.sentences
    start, end = spans[bisect_right(spans, hit.start, key=lambda span: span.start) - 1]
    parts = document.text[start : hit.start], document.text[hit.start : hit.end], document.text[hit.end : end]
    before, found, after = (" ".join(part.split()) for part in parts)
    return {
        "voice": hit.voice,
        "place": hit.place,
        "start": hit.start,
        "end": hit.end,
        "negated": hit.negated,
        "before": before,
        "hit": found,
        "after": after,
    }
