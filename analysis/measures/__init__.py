"""From one cleaned article to the rows of the feature tables: `measure`."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Any

from analysis.articles import PARTS, CleanArticle
from analysis.cleaning.canonical import canonical
from analysis.measures import framing, quotes, readability
from analysis.measures.lexicon import Lexicon
from analysis.segment import Document, Span, segment
from analysis.segment.words import word_spans

__all__ = ["Row", "measure"]

Row = dict[str, Any]


def measure(clean: CleanArticle, lexicon: Lexicon) -> dict[str, list[Row]]:
    """Measure one article, in one pass over its text.

    Args:
        clean: the cleaned article.
        lexicon: the terms to count.

    Returns:
        Table -> rows, as `analysis.schema.TABLES` describes them, without the article's metadata.
        No row holds a run of the text.
    """
    document = segment(clean)
    quotations = quotes.quotations(document)
    voices = quotes.voices(document, quotations)
    sentences = _sentences(document, voices)
    tables = {
        "articles": [_article(clean, document, quotations, voices)],
        "sentences": sentences,
        "quotes": _quotes(document, quotations),
        "terms": _terms(framing.hits(document, voices, lexicon)),
        "words": _words(document, voices),
        "scores": [
            row._asdict()
            for row in readability.score(document, [sentence["voice"] for sentence in sentences])
        ],
        "removed": _removed(clean),
    }
    return {
        name: [{"article_id": document.article_id, **row} for row in rows] for name, rows in tables.items()
    }


def _article(
    clean: CleanArticle,
    document: Document,
    quotations: Sequence[quotes.Quotation],
    voices: Sequence[bool],
) -> Row:
    parts = {part: sum(map(_length, clean.part(part))) for part in PARTS}
    kinds = Counter(quotation.kind for quotation in quotations)
    words, quoted = len(voices), sum(voices)
    removed = sum(_length(canonical(line.text).text) for line in clean.removed)
    return {
        "truncated": clean.truncated,
        "note": None if words else "nothing is left of the body after cleaning",
        "raw_words": sum(parts.values()) + removed,
        "removed_words": removed,
        **{f"{part}_words": count for part, count in parts.items() if part != "body"},
        "words": words,
        "narration_words": words - quoted,
        "quotation_words": quoted,
        "paragraphs": len(document.paragraphs),
        "sentences": len(document.sentences),
        "quoted_sentences": sum(any(voices[w] for w in _within(document, s)) for s in document.sentences),
        "quotations": kinds["direct"],
        "fragments": kinds["fragment"],
        "scares": kinds["scare"],
    }


def _sentences(document: Document, voices: Sequence[bool]) -> list[Row]:
    """A sentence has the voice of most of its words; in a tie it is narration."""
    paragraph_starts = [paragraph.start for paragraph in document.paragraphs]
    rows = []
    for number, sentence in enumerate(document.sentences):
        words = _within(document, sentence)
        quoted = sum(voices[words.start : words.stop])
        rows.append(
            {
                "sentence": number,
                "paragraph": bisect_right(paragraph_starts, sentence.start) - 1,
                "start": sentence.start,
                "end": sentence.end,
                "voice": "quotation" if 2 * quoted > len(words) else "narration",
                "words": len(words),
            }
        )
    return rows


def _quotes(document: Document, quotations: Sequence[quotes.Quotation]) -> list[Row]:
    return [
        {
            "quote": number,
            "kind": quotation.kind,
            "partial": quotation.partial,
            "words": len(words),
            "start": quotation.start,
            "end": quotation.end,
            "place": words.start / max(1, len(document.body.forms)),
            "speaker": _mention(document, quotation.speaker),
            "resolved": quotation.resolved,
            "cue": quotation.cue,
            "cue_class": quotation.cue_class,
        }
        for number, quotation in enumerate(quotations)
        for words in [_within(document, quotation)]
    ]


def _mention(document: Document, span: Span | None) -> str | None:
    """A speaker as mentioned, cut to five words: a table must not hold a run of the text."""
    return " ".join(document.text[span.start : span.end].split()[:5]) if span else None


def _terms(hits: Sequence[framing.Hit]) -> list[Row]:
    found: dict[tuple[str, str, str], list[float]] = {}
    for hit in hits:
        found.setdefault((hit.category, hit.term, hit.voice), []).append(hit.place)
    return [
        {"category": c, "term": t, "voice": v, "count": len(places), "places": places}
        for (c, t, v), places in sorted(found.items())
    ]


def _words(document: Document, voices: Sequence[bool]) -> list[Row]:
    """Counts a word, without its order: nothing of a sentence can be read back from them."""
    names = ["quotation" if quoted else "narration" for quoted in voices]
    counts = Counter(("headline", form.lower()) for form in document.headline.forms)
    counts.update(zip(names, map(str.lower, document.body.forms), strict=True))
    return [{"voice": v, "word": w, "count": n} for (v, w), n in sorted(counts.items())]


def _removed(clean: CleanArticle) -> list[Row]:
    lines = Counter(line.rule for line in clean.removed)
    words = Counter[str]()
    for line in clean.removed:
        words[line.rule] += _length(canonical(line.text).text)
    return [{"rule": rule, "lines": lines[rule], "words": words[rule]} for rule in sorted(lines)]


def _length(text: str) -> int:
    return len(word_spans(text, 0, len(text)))


def _within(document: Document, span: Any) -> range:  # noqa: ANN401  # anything with start and end
    """The numbers of the body words that begin in a run of the text."""
    starts = document.body.starts
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))
