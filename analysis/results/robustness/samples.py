"""One value per article and variant: what every estimate of a curve is made from."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.measures.readability.extents import Count, rescore
from analysis.measures.registry import find_measure
from analysis.results.robustness.choices import Variant, list_variants

__all__ = ["Matrix", "Samples", "sample_variants"]

Matrix = npt.NDArray[np.float64]
Counts = dict[tuple[str, str], pd.DataFrame]
"""Engine and extent -> what is counted in each article."""


class Samples(NamedTuple):
    """The value of every article in each variant.

    Attributes:
        articles: one row per article: source, event, censored (its values are lower bounds).
        variants: the variants, the default first.
        values: articles x variants; NaN where an article has none. The sign of scores that are higher where a
            text is easier is changed, so that in all variants of a measure more means more of the same.
        words: articles x variants; the words that a value was counted in, NaN where they are the value.
    """

    articles: pd.DataFrame
    variants: Sequence[Variant]
    values: Matrix
    words: Matrix


def sample_variants(data: Features, measure: Measure) -> Samples:
    """The values of every variant of a measure."""
    variants = list_variants(measure.name)
    keys = pd.Index(data.articles["article_id"])
    counts: Counts = {
        key: rows.set_index("article_id").reindex(keys)
        for key, rows in data.counts.groupby(["engine", "extent"])
    }
    hows = {variant[1:4] for variant in variants if variant.text and variant.score not in _VALUES}
    scores = {how: _score(counts, *how) for how in hows}
    columns = [_measure(data, counts, scores, variant) for variant in variants]
    articles = data.articles[["source", "event"]].assign(
        censored=data.articles["truncated"].to_numpy(dtype=bool) & measure.extensive
    )
    values = np.column_stack(columns) if len(keys) else np.empty((0, len(variants)))
    words = np.column_stack([_weigh(data, counts, variant) for variant in variants])
    return Samples(articles, variants, np.where(np.isfinite(values), values, np.nan), words)


_FIELDS = Count._fields[2:]


def _score(counts: Counts, text: str, cut: str, engine: str) -> pd.DataFrame:
    """Every readability score of each article, in one extent and way of counting."""
    table = counts[engine, text]
    ends = _count_sentences(counts, text, cut)
    rows = zip(table[[*_FIELDS]].itertuples(index=False), ends, strict=True)
    scores = [rescore(Count(engine, text, *row), sentences=int(end)) for row, end in rows]  # type: ignore[arg-type]
    return pd.DataFrame(scores)


def _count_sentences(counts: Counts, text: str, cut: str) -> "pd.Series[float]":
    return counts["textstat" if cut == "cut" else "published", text]["sentences"]


def _measure(
    data: Features, counts: Counts, scores: dict[tuple[str, str, str], pd.DataFrame], variant: Variant
) -> Matrix:
    """The value of each article in one variant."""
    score = variant.score
    if score in _VALUES:
        with np.errstate(invalid="ignore", divide="ignore"):
            values = _VALUES[score](data, counts, variant)
        return np.asarray(np.where(_column(counts, variant, "words") > 0, values, np.nan))
    measure = find_measure(score)
    own = scores[variant[1:4]][score] if variant.text else measure.value(data)
    return np.asarray(own, dtype=float) * (-1 if measure.direction == "higher = easier" else 1)


def _weigh(data: Features, counts: Counts, variant: Variant) -> Matrix:
    """The words that a value was counted in; those of the body where a measure has one variant."""
    if find_measure(variant.score).extensive:
        return np.full(len(data.articles), np.nan)
    if not variant.text:
        return np.asarray(data.articles["words"], dtype=float)
    return _column(counts, variant, "words")


def _column(counts: Counts, variant: Variant, name: str) -> Matrix:
    return np.asarray(counts[variant.engine or "published", variant.text][name], dtype=float)


def _words(data: "Features", counts: Counts, variant: Variant) -> Matrix:
    """The words of an extent, with those of a torn last sentence, which the counts leave out."""
    torn = data.articles["words"].to_numpy() - counts["published", "body"]["words"].to_numpy()
    return np.asarray(_column(counts, variant, "words") + torn, dtype=float)


def _ends(counts: Counts, variant: Variant) -> Matrix:
    return np.asarray(_count_sentences(counts, variant.text, variant.sentences), dtype=float)


def _count_quoted(data: Features, variant: Variant, *, words: bool) -> Matrix:
    """Quotations of an article, or the words inside them; only direct ones, or all between marks."""
    quotes = data.quotes if variant.quoted == "marked" else data.quotes[data.quotes["kind"] == "direct"]
    grouped = quotes.groupby("article_id")["words"]
    return _by_article(data, grouped.sum() if words else grouped.size())


def _by_article(data: Features, values: "pd.Series[float]") -> Matrix:
    return np.asarray(data.articles["article_id"].map(values).fillna(0), dtype=float)


_VOICES = {
    "narration": ["narration"],
    "body": ["narration", "quotation"],
    "headlined": ["headline", "narration", "quotation"],
}


def _count_terms(data: Features, _counts: Counts, variant: Variant) -> Matrix:
    """Terms per 1,000 words of the voices."""
    voices = _VOICES[variant.text]
    terms = data.terms[data.terms["voice"].isin(voices)].groupby("article_id")["count"].sum()
    words = data.articles[[f"{voice}_words" for voice in voices]].sum(axis=1)
    return np.asarray(1000 * _by_article(data, terms) / np.asarray(words, dtype=float))


# A measure with variants of its own that is not a readability score -> its value by article.
_VALUES: dict[str, Callable[[Features, Counts, Variant], Matrix]] = {
    "words": _words,
    "sentences": lambda _data, counts, v: _ends(counts, v),
    "paragraphs": lambda data, _counts, _v: np.asarray(data.articles["paragraphs"], dtype=float),
    "words_per_sentence": lambda _data, counts, v: _column(counts, v, "words") / _ends(counts, v),
    "quoted_share": lambda data, counts, v: _count_quoted(data, v, words=True) / _words(data, counts, v),
    "quotations_per_1000": lambda data, counts, v: (
        1000 * _count_quoted(data, v, words=False) / _words(data, counts, v)
    ),
    "quoted_sentences": lambda data, counts, v: (
        np.asarray(data.articles["quoted_sentences"], dtype=float) / _ends(counts, v)
    ),
    "terms_per_1000": _count_terms,
}
