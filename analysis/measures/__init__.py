"""From one cleaned article to the feature tables: `columns`, or `measure` for a row at a time."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress
from operator import not_
from typing import Any

from analysis.measures import readability
from analysis.measures.readability import extents, surroundings
from analysis.text import lines
from analysis.text import quotations as quotes
from analysis.text.articles import PARTS, CleanArticle
from analysis.text.lines import Line
from analysis.text.quotations import runs
from analysis.text.segmentation import Document, Span, segment
from analysis.text.terms import counting as term_counts
from analysis.text.terms.lexicon import Lexicon

__all__ = ["Columns", "Row", "columns", "measure", "sentence_voices"]

Columns = dict[str, list[Any]]
Row = dict[str, Any]

_PART, _MOST = re.compile(r"[^\W_]+(?:'[^\W_]+)*"), 5
_TERMS = ("category", "term", "voice", "count", "negated", "places")  # of a `framing.Tally`


def columns(clean: CleanArticle, lexicon: Lexicon) -> dict[str, Columns]:
    """Measure one article, in one pass over its text.

    Args:
        clean: the cleaned article.
        lexicon: the terms to count.

    Returns:
        Table -> column -> values, one a row, as `analysis.measures.schema.TABLES` describes them, without the
        article's metadata. No value holds a run of the text; those of quotations are told apart by
        hashes, which `features` replaces by numbers that tell nothing.
    """
    document = segment(clean)
    quotations = quotes.quotations(document)
    inside = quotes.voices(document, quotations)
    sentences, voices = sentence_voices(document, inside)
    voiced = readability.told(document, sentences, voices)
    beside = lines.beside(clean)
    article = {
        **_lengths(clean, document, beside),
        **_voices(inside, sentences, quotations),
    }
    tables: dict[str, Columns] = {
        "articles": {name: [value] for name, value in article.items()},
        "sentences": _sentences(document, sentences, voices),
        "quotes": _quotes(document, quotations),
        "runs": _runs(document, quotations),
        "terms": _table(_TERMS, term_counts.tallies(document, inside, lexicon)),
        "words": _words(document, inside),
        "scores": _table(readability.Row._fields, readability.score(document, voiced)),
        "counts": _table(extents.Count._fields, _counts(clean, document, voiced, beside)),
        "removed": _removed(beside),
    }
    for table in tables.values():
        table["article_id"] = [document.article_id] * len(next(iter(table.values())))
    return tables


def measure(clean: CleanArticle, lexicon: Lexicon) -> dict[str, list[Row]]:
    """The tables of `columns` row by row, to look at one article."""
    return {
        name: [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]
        for name, table in columns(clean, lexicon).items()
    }


def sentence_voices(
    document: Document, inside: Sequence[bool]
) -> tuple[list[range], list[readability.Voice]]:
    """The sentences of a body: the positions of their words, and whose they are.

    A sentence has the voice of most of its words; in a tie it is narration.

    Args:
        document: the article.
        inside: for each word of its body, whether it stands inside a direct quotation.
    """
    sentences = [_within(document, sentence) for sentence in document.sentences]
    quoted = [2 * sum(inside[words.start : words.stop]) > len(words) for words in sentences]
    return sentences, ["quotation" if most else "narration" for most in quoted]


def _lengths(clean: CleanArticle, document: Document, beside: Sequence[Line]) -> Row:
    """What there is to measure, and what was set apart or removed."""
    words = Counter[str](dict.fromkeys(PARTS, 0))
    for line in beside:
        words["removed" if line.removed else line.name] += len(line.forms)
    words["body"], removed = len(document.body.forms), words["removed"]
    return {
        "truncated": clean.truncated,
        "note": None if words["body"] else "nothing is left of the body after cleaning",
        "raw_words": sum(words.values()),
        "removed_words": removed,
        **{f"{part}_words": words[part] for part in PARTS if part != "body"},
        "words": words["body"],
        "paragraphs": len(document.paragraphs),
        "sentences": len(document.sentences),
    }


def _voices(
    inside: Sequence[bool],
    sentences: Sequence[range],
    quotations: Sequence[quotes.Quotation],
) -> Row:
    """How much of an article is whose, and what stands between its quotation marks."""
    kinds = Counter(quotation.kind for quotation in quotations)
    quoted = sum(inside)
    return {
        "narration_words": len(inside) - quoted,
        "quotation_words": quoted,
        "quoted_sentences": sum(True in inside[words.start : words.stop] for words in sentences),
        "quotations": kinds["direct"],
        "fragments": kinds["fragment"],
        "scares": kinds["scare"],
    }


def _sentences(document: Document, sentences: Sequence[range], voices: list[readability.Voice]) -> Columns:
    paragraph_starts = [paragraph.start for paragraph in document.paragraphs]
    return {
        "sentence": [*range(len(sentences))],
        "paragraph": [bisect_right(paragraph_starts, s.start) - 1 for s in document.sentences],
        "start": [sentence.start for sentence in document.sentences],
        "end": [sentence.end for sentence in document.sentences],
        "voice": voices,
        "words": [*map(len, sentences)],
    }


def _quotes(document: Document, quotations: Sequence[quotes.Quotation]) -> Columns:
    words = [_within(document, quotation) for quotation in quotations]
    whole = max(1, len(document.body.forms))
    return {
        "quote": [*range(len(quotations))],
        "kind": [quotation.kind for quotation in quotations],
        "partial": [quotation.partial for quotation in quotations],
        "words": [*map(len, words)],
        "start": [quotation.start for quotation in quotations],
        "end": [quotation.end for quotation in quotations],
        "place": [own.start / whole for own in words],
        "speaker": [_mention(document, quotation.speaker) for quotation in quotations],
        "resolved": [_cut(quotation.resolved) if quotation.resolved else None for quotation in quotations],
        "cue": [quotation.cue for quotation in quotations],
        "cue_class": [quotation.cue_class for quotation in quotations],
    }


def _runs(document: Document, quotations: Sequence[quotes.Quotation]) -> Columns:
    """Every run of five words of the direct quotations."""
    direct = [(i, _within(document, one)) for i, one in enumerate(quotations) if one.kind == "direct"]
    found = [(i, runs.hashes(document.body.forms[own.start : own.stop])) for i, own in direct]
    rows = [(quote, at, run) for quote, own in found for at, run in enumerate(own)]
    return _table(("quote", "at", "run"), rows)


def _mention(document: Document, span: Span | None) -> str | None:
    """A speaker as mentioned, cut."""
    return _cut(document.text[span.start : span.end]) if span else None


def _cut(mention: str) -> str:
    """A mention up to its fifth word: a table must not hold a run of the text.

    What stands between hyphens or stops counts as a word of its own, however it is typeset.
    """
    words = mention.split()
    parts = accumulate(len(_PART.findall(word)) for word in words)
    return " ".join(words[: max(1, sum(count <= _MOST for count in parts))])


def _words(document: Document, inside: Sequence[bool]) -> Columns:
    """Counts a word, without its order: nothing of a sentence can be read back from them."""
    body = document.body.forms
    spoken = {
        "headline": document.headline.forms,
        "narration": compress(body, map(not_, inside)),
        "quotation": compress(body, inside),
    }
    table: Columns = {"voice": [], "word": [], "count": []}
    for voice, forms in spoken.items():
        counts = Counter(map(str.lower, forms))
        words = sorted(counts)
        table["voice"] += [voice] * len(words)
        table["word"] += words
        table["count"] += map(counts.__getitem__, words)
    return table


def _counts(
    clean: CleanArticle, document: Document, voiced: readability.Told, beside: Sequence[Line]
) -> list[extents.Count]:
    """What the formulas see of the body, and of more and less than it."""
    body = "\n\n".join(document.text[start:end] for start, end in document.paragraphs)
    whole = lines.whole(clean, beside)
    parts = surroundings.headline(document, voiced), surroundings.others(beside, voiced)
    return extents.measure((voiced.narration, voiced.quotation), body, *parts, whole)


def _removed(beside: Sequence[Line]) -> Columns:
    removed = [line for line in beside if line.removed]
    count = Counter(line.name for line in removed)
    words = Counter[str]()
    for line in removed:
        words[line.name] += len(line.forms)
    return _table(("rule", "lines", "words"), [(rule, count[rule], words[rule]) for rule in sorted(count)])


def _table(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Columns:
    """Rows of values, in the order of the names, as columns."""
    values = [*map(list, zip(*rows, strict=True))] or [[] for _ in names]
    return dict(zip(names, values, strict=True))


def _within(document: Document, span: Any) -> range:  # noqa: ANN401  # anything with start and end
    """The numbers of the body words that begin in a run of the text."""
    starts = document.body.starts
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))
